"""Names in statements: whom the cited sentences name, and of whom they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text.names import NameSpan
from summarizer.text.numbers import Amount
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ORGANISATION_NOUNS
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.demonyms import place_of
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import locate_cited
from summarizer.verifier.names import same, similar
from summarizer.verifier.notes import Note, Supported, find
from summarizer.verifier.said import Said
from summarizer.verifier.wording import Word, before, behind, content, words

_STAND_INS = word_set("he her his it its our she their they those we i my")
_STAND_IN_NOUNS = ORGANISATION_NOUNS | word_set("""
    acquisition agreement bid contract deal loan merger offer order partnership project purchase round sale stake
    takeover transaction
""")
"""Words that, before any name in their sentence, stand for somebody or something named earlier."""
_HOLDERS = 16
"""Places of the cited sentences with an amount of the statement's whose bearers are compared."""
_STRANGERS = 200
"""Names of the cited sentences that are compared with one of the statement's."""
_WINDOW = 400
"""Characters on either side of an amount in which the bounds of its part of the sentence are looked for."""
_INSERTION = re.compile(r",[^,]{1,60},")
_PARTS = re.compile(r"; |,? while |,? whereas |, and |, but |,? compared with ")
"""Where a part of a sentence with a subject of its own may begin."""


def check_names(said: Said, cited: Cited) -> Iterator[Note]:
    """Each name must mean somebody whom the cited sentences name, or whom they speak of without a name."""
    index = cited.index
    for name in said.names:
        if _plain_opening(said, name, cited):
            continue
        if _named(name.text, cited):
            if rival := _bearer(said, name, cited):
                yield wrong_name(said, name, rival, index)
            continue
        numbers = _naming(name.text, index)
        best = _best(said, numbers, cited) if numbers else None
        rival = _displacing(said, name, cited)
        if rival is not None and (best is None or not _says_more(said, best, cited)):
            yield wrong_name(said, name, rival, index)
        elif best is not None:
            yield Supported(said.path, (best,))
            if not _left_open(cited):
                yield find(
                    Code.STATEMENT_UNPROVEN,
                    said.path,
                    f"The cited sentences do not name {quoted(name.text)}, and leave nobody open whom it could be.",
                    said=said.text,
                )
        elif not _common_words(name, index) and not place_of(name.text, index.folded.text):
            alike = similar(name.text, cited.names) or similar(name.text, index.distinct_names.values())
            if alike is not None:
                yield wrong_name(said, name, alike, index)
            elif name.start > 0 or len(name.text.split()) > 1 or not name.text.istitle():
                yield find(
                    Code.NAME_UNSUPPORTED, said.path, f"The article does not name {quoted(name.text)}.", said=said.text
                )
            else:
                yield find(
                    Code.STATEMENT_UNPROVEN,
                    said.path,
                    f"The article does not have the word {quoted(name.text)}.",
                    said=said.text,
                )


def _left_open(cited: Cited) -> bool:
    """Whether a cited sentence speaks of somebody whom it has not named: "he", "the company", "the deal"."""
    index = cited.index
    for number in cited.numbers:
        end = index.sentences[number - 1].end
        first = min((name.start for name in index.names_of(number)), default=end)
        opening = [word.text.lower() for word in index.words(number) if word.start < first]
        if any(word in _STAND_INS for word in opening) or (
            {"the", "this", "that"} & set(opening) and _STAND_IN_NOUNS & set(opening)
        ):
            return True
    return False


def _named(name: str, cited: Cited) -> bool:
    return locate_cited(name, cited, name=True) is not None or any(
        same(name, other.text, cited.index) for other in cited.names
    )


def _naming(name: str, index: Index) -> list[int]:
    """The sentences of the article that name it."""
    found = {
        number
        for key, other in index.distinct_names.items()
        if same(name, other.text, index)
        for occurrence in index.occurrences.get(key, ())
        for number in index.sentences_of((occurrence.start, occurrence.end))
    }
    if not found:
        located = locate_cited(name, Cited(index, range(1, len(index.sentences) + 1)), name=True)
        if located:
            found.update(index.sentences_of(located.whole))
    return sorted(found)


def _best(said: Said, numbers: Sequence[int], cited: Cited) -> int:
    """Of these sentences the one that shares most words with the statement, then the nearest to the cited ones."""
    own = {word.stem for word in said.content}
    nearest = min(cited.numbers, default=1)
    return max(
        numbers[:200],
        key=lambda number: (len(own & cited.index.stems(number)), -abs(number - nearest)),
    )


def _strangers(said: Said, cited: Cited) -> list[NameSpan]:
    """The names of the cited sentences that the statement does not mean."""
    return [other for other in cited.names if not any(same(name.text, other.text, cited.index) for name in said.names)]


def _says_more(said: Said, number: int, cited: Cited) -> bool:
    """Whether an uncited sentence says more of the statement than the cited ones: the citation was wrong, not the
    name."""
    index = cited.index

    def share(numbers: Sequence[int]) -> int:
        stems = {stem for one in numbers for stem in index.stems(one)}
        amounts = [amount for one in numbers for amount in index.amounts(one)]
        held = sum(any(borne_out(mine, amount) for amount in amounts) for mine in said.amounts)
        return len({word.stem for word in said.content} & stems) + 2 * held

    return share((number,)) > share(cited.numbers)


def _displacing(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """The name that stands in the source where the statement has `name`: with the same word right behind or before."""
    own = said.clause.words
    mine, leader = _company(said.text, own, name.end), _leader(own, name.start)
    for other in _strangers(said, cited)[:_STRANGERS]:
        number = cited.index.sentences_of((other.start, other.end))[0]
        around = cited.index.words(number)
        theirs = _company(cited.index.text, around, other.end)
        if (mine[:1] and mine[:1] == theirs[:1]) or (leader is not None and leader == _leader(around, other.start)):
            return other
    return None


def _leader(words_of: Sequence[Word], start: int) -> str | None:
    """The stem of the content word right before a name."""
    leader = content(before(words_of, start, 1))
    return leader[0].stem if leader else None


def _bearer(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """Of whom the source says the amount that the statement says of `name`, where both put it alike.

    "Dell shares slipped 3.8%" in a cited sentence, "HPE shares fell 3.8%" in the statement: names in different
    sentences, so that each would be found.
    """
    index = cited.index
    if not said.amounts or len(said.names) != 1:
        return None
    mine = _company(said.text, said.clause.words, name.end)
    for amount in said.amounts:
        holders = [
            (number, _part(index, number, other))
            for number in cited.numbers
            for other in index.amounts(number)
            if borne_out(amount, other)
        ][:_HOLDERS]
        named = [(number, index.names_in(part)) for number, part in holders]
        if any(same(name.text, other.text, index) for _, others in named for other in others):
            continue
        for number, others in named:
            for other in others:
                theirs = _company(index.text, index.words(number), other.end)
                if mine[:1] and mine[:1] == theirs[:1] and not same(name.text, other.text, index):
                    return other
    return None


def _part(index: Index, number: int, amount: Amount) -> Place:
    """The part of the sentence that holds the amount, cut where another subject may begin."""
    sentence = index.sentences[number - 1]
    start, end = max(sentence.start, amount.start - _WINDOW), min(sentence.end, amount.end + _WINDOW)
    for cut in _PARTS.finditer(index.text, start, end):
        if cut.start() < amount.start:
            start = cut.end()
        else:
            end = cut.start()
            break
    return start, end


def _company(text: str, words_of: Sequence[Word], end: int) -> list[str]:
    """The stems of the two content words right behind a name and what is inserted there between commas."""
    if insertion := _INSERTION.match(text, end):
        end = insertion.end()
    stems: list[str] = []
    for word in content(behind(words_of, end, 4)):
        if any(mark in text[end : word.start] for mark in ",;:.—"):
            break
        stems.append(word.stem)
    return stems[:2]


def _plain_opening(said: Said, name: NameSpan, cited: Cited) -> bool:
    """Whether the cited sentences have the words in lower case, so that only opening the statement capitalised them."""
    if name.start > 0 and said.text[: name.start].rstrip()[-1:] not in (".", "!", "?", ":", "”", '"'):
        return False
    return name.text.lower() in " ".join(sentence.text for sentence in cited.sentences) and len(name.text) > 2


def _common_words(name: NameSpan, index: Index) -> bool:
    """Whether the article has all words of the "name" as plain words: a capital that only opens the statement."""
    return all(len(word.stem) < 2 or word.stem in index.sentences_by_stem for word in words(name.text))


def wrong_name(said: Said, name: NameSpan, rival: NameSpan, index: Index) -> Finding:
    """The finding that the article says of `rival` what the statement says of `name`."""
    return find(
        Code.NAME_ALTERED,
        said.path,
        f"The article says it of {quoted(rival.text)}, the record of {quoted(name.text)}.",
        said=said.text,
        article=index.article,
        place=(rival.start, rival.end),
    )
