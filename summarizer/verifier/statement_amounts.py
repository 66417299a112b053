"""Amounts in statements: each must stand by value in the cited sentences, or in another about the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text.folding import folded
from summarizer.text.numbers import Amount, read_amount, read_amounts
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import borne_out, differences, distance, same_size
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate_cited
from summarizer.verifier.notes import Note, Supported, differing, find
from summarizer.verifier.said import Said, is_about
from summarizer.verifier.wording import content, words

_SMALL = 12
"""Spelled-out counts up to here may be the writer's own: "two analysts"."""
_SPACED = re.compile(r"(?:(?<=\d)([.,]) (?=\d))|(?:(?<=[$€£¥]) (?=\d))")


def check_amounts(said: Said, cited: Cited, pairs: list[tuple[Amount, Amount]]) -> Iterator[Note]:
    """Each amount must stand in the cited sentences by value; those that do are put into `pairs`."""
    index = cited.index
    if not said.amounts:
        return
    pool = cited.each(index.amounts)
    if any(amount.high is not None for amount in said.amounts):
        pool += cited.each(index.ranges)
    for mine in said.amounts:
        free = mine.unit is None or not _used_elsewhere(mine.unit, index)
        exact = [amount for amount in pool if same_size(mine.value, amount) and borne_out(mine, amount, any_noun=free)]
        if exact:
            pairs.append((mine, exact[0]))
            continue
        text = said.text[mine.start : mine.end]
        rivals = [
            amount for amount in pool if amount.kind == mine.kind and not any(amount is used for _, used in pairs)
        ]
        if _standing_alone(text, cited) and not any(differences(mine, rival) == [] for rival in rivals):
            continue
        elsewhere = next(
            (
                amount
                for amount in index.amounts_by_value.get(abs(mine.value), ())[:64]
                if borne_out(mine, amount)
                and any(
                    is_about(said, number, index, words_too=bool(rivals))
                    for number in index.sentences_of((amount.start, amount.end))
                )
            ),
            None,
        )
        if elsewhere is not None:
            pairs.append((mine, elsewhere))
            yield Supported(said.path, index.sentences_of((elsewhere.start, elsewhere.end)))
            continue
        rounded = [amount for amount in pool if borne_out(mine, amount)]
        if rounded:
            pairs.append((mine, min(rounded, key=lambda amount: distance(mine, amount))))
            continue
        if _own_count(mine, text):
            rivals = [rival for rival in rivals if mine.unit and rival.unit and folded(mine.unit) == folded(rival.unit)]
            if not rivals:
                continue
        yield _wrong_amount(said, mine, rivals, pool, index)


def _standing_alone(text: str, cited: Cited) -> bool:
    """Whether the very words stand in the cited sentences, though no amount like it was read there; also with the
    spaces that some tools leave inside numbers: "1. 3 billion", "$ 36, 000"."""
    if not any(character.isdigit() for character in text):
        return False
    if locate_cited(text, cited) is not None:
        return True
    mine = read_amount(text)
    mended = _SPACED.sub(r"\1", cited.folded)
    return (
        mine is not None and mended != cited.folded and any(borne_out(mine, amount) for amount in read_amounts(mended))
    )


def _own_count(amount: Amount, text: str) -> bool:
    return (
        amount.kind == "quantity" and abs(amount.value) <= _SMALL and not any(character.isdigit() for character in text)
    )


def _wrong_amount(said: Said, mine: Amount, rivals: Sequence[Amount], pool: Sequence[Amount], index: Index) -> Finding:
    text = said.text[mine.start : mine.end]
    same_size = [amount for amount in pool if abs(amount.value) == abs(mine.value)]
    candidates = same_size or rivals
    if not candidates:
        return find(
            Code.NUMBER_UNSUPPORTED,
            said.path,
            f"The cited sentences do not have the number {quoted(text)}.",
            said=said.text,
        )
    theirs = min(candidates, key=lambda amount: distance(mine, amount))
    wrong = differences(mine, theirs)
    code = wrong[0].code if wrong else Code.BOUND_ALTERED
    what = wrong[0].what if wrong else "the bound"
    return differing(code, said.path, text, index.article, (theirs.start, theirs.end), said=said.text, what=what)


def _used_elsewhere(unit: str, index: Index) -> bool:
    """Whether the article has the counted noun as a word, and so calls something else by it."""
    return any(word.stem in index.sentences_by_stem for word in content(words(unit))[-1:])
