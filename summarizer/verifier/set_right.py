"""Numbers that a speaker gets wrong in a transcript and sets right at once, himself or by somebody else's word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import same_size
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.notes import differing
from summarizer.verifier.said import Said

_SLIPPED = pattern(
    r"\b(?:let me check|hang on|sorry|excuse me|pardon|I mean|I meant|correction|correct that|misspoke"
    r"|should (?:be|have)|turned it round|or rather)\b|[.!?…]\s+No[,.]\s",
    re.IGNORECASE,
)
"""How a speaker sets right what has just been said."""
_WILL_CORRECT = pattern(r"\bcorrect (?:an?|one|that|the|two|some) (?:\w+ )?(?:amounts?|figures?|numbers?|things?)\b")
"""How he says that he is about to."""
_SOON, _BEFORE = 300, 120
"""Characters behind and before a number within which somebody does so."""
_MOST = 200
"""Amounts of a statement, and of what it cites, that are looked at."""
_LEADING = 2
"""Words before two numbers that are said in the same place: "not exceed"."""
_WORD = pattern(r"[^\W\d_]+")
_DIGITS = pattern(r"\d")
_NOT = pattern(r"\b(?:not|instead of|rather than)\s(?:the\s)?\Z", re.IGNORECASE)
_TOLD_AS_SAID = pattern(
    r"\b(?:at first|corrected|gave|given|instead|misstated|mistaken(?:ly)?|reported|said|stated|told)\b",
    re.IGNORECASE,
)
"""With these a statement may tell of the wrong number as such."""


def sets_right(wrong: Amount, right: Amount, index: Index) -> bool:
    """Whether the one amount is said in a turn and, soon behind it and with a word to that effect, the other."""
    return (
        0 < right.start - wrong.end <= _SOON
        and index.turns.at(wrong.start) is not None
        and index.turns.at(right.start) is not None
        and (
            _SLIPPED.search(index.text, wrong.end, right.start) is not None
            or _WILL_CORRECT.search(index.text, max(0, wrong.start - _BEFORE), wrong.start) is not None
        )
    )


def check_replaced(path: str, text: str, cited: Cited) -> Iterator[Finding]:
    """A statement must not assert a number that is set right where the article has it.

    Only an amount with the same digits in another order, or behind the same two words, is taken for the right one.
    """
    index = cited.index
    if not index.turns.turns or _TOLD_AS_SAID.search(text):
        return
    told = cited.each(index.amounts)[:_MOST]
    for mine in Said(path, text, index.article.published).amounts[:_MOST]:
        holders = [amount for amount in told if amount.kind == mine.kind and same_size(mine.value, amount)]
        replacing = [_replacing(holder, index) for holder in holders]
        if _NOT.search(text, 0, mine.start) or not replacing or replacing[0] is None or None in replacing:
            continue
        place = replacing[0].start, replacing[0].end
        shown = text[mine.start : mine.end]
        yield differing(Code.NUMBER_ALTERED, path, shown, index.article, place, said=text)
        return


def _replacing(wrong: Amount, index: Index) -> Amount | None:
    first, last = index.sentence_at(wrong.start), index.sentence_at(min(len(index.text) - 1, wrong.end + _SOON))
    for number in range(first, last + 1):
        for right in index.amounts(number):
            if (
                right.kind == wrong.kind
                and not same_size(wrong.value, right)
                and sets_right(wrong, right, index)
                and (_turned_round(wrong, right) or _in_one_place(wrong, right, index.text))
            ):
                return right
    return None


def _turned_round(one: Amount, other: Amount) -> bool:
    first, second = (sorted(_DIGITS.findall(f"{amount.value.normalize():f}")) for amount in (one, other))
    return len(set(first)) > 1 and first == second


def _in_one_place(one: Amount, other: Amount, text: str) -> bool:
    first, second = (
        [word.lower() for word in _WORD.findall(text[max(0, amount.core[0] - 40) : amount.core[0]])][-_LEADING:]
        for amount in (one, other)
    )
    return len(first) == _LEADING and first == second
