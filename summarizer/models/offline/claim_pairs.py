"""Figures told in pairs: "revenue and profit rose 4% and 9%, respectively", "5% and 6% in 2023 and 2024, respectively".

Origin of the patterns: conjunctions, a closed class of English grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from summarizer.models.offline.reading import Reading
from summarizer.text.dates import DateSpan
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern

PAIRING = "respectively"
_JOINT = pattern(r",?\s(?:and\s)?(?:(?:about|by|of|to)\s)*")
"""What joins two numbers of a list."""
_LIST = pattern(r",\s(?:and\s)?|\sand\s")


def pair_listed(
    figures: Sequence[dict[str, Any]],
    amounts: Sequence[Amount],
    place: tuple[int, int],
    dates: Sequence[DateSpan],
    reading: Reading,
    noun: Callable[[str], str | None],
) -> None:
    """Gives each figure before "respectively" in `place` the period, or else the measure, of its number in a list.

    figures   those of `amounts`, in the same order; changed in place
    noun      the noun phrase that words end in
    """
    text = reading.text
    at = text.find(PAIRING, *place)
    while at >= 0:
        group = _list_before(amounts, at, text)
        if len(group) > 1:
            first, last = amounts[group[0]], amounts[group[-1]]
            periods = [date for date in dates if last.end <= date.start < at]
            if not periods and not text[last.end : at].strip(" ,("):
                ahead = [date for date in dates if place[0] <= date.start and date.end <= first.start][-len(group) :]
                joined = all(_JOINT.fullmatch(text, one.end, two.start) for one, two in pairwise(ahead))
                periods = ahead if len(ahead) == len(group) and joined else []
                if not periods and all(amounts[nth].kind != "quantity" for nth in group):
                    _measure(figures, group, text[place[0] : first.start], noun)
            if len(periods) == len(group):
                for nth, date in zip(group, periods, strict=True):
                    figures[nth]["period"] = reading.words(date.start, date.end)
        at = text.find(PAIRING, at + 1, place[1])


def _list_before(amounts: Sequence[Amount], at: int, text: str) -> list[int]:
    """The positions of the numbers that stand in a list, the last of them the nearest before `at`."""
    before = [nth for nth, amount in enumerate(amounts) if amount.end <= at]
    group = before[-1:]
    while group and group[0] and _JOINT.fullmatch(text, amounts[group[0] - 1].end, amounts[group[0]].start):
        group.insert(0, group[0] - 1)
    return group


def _measure(
    figures: Sequence[dict[str, Any]], group: Sequence[int], before: str, noun: Callable[[str], str | None]
) -> None:
    """Pairs the numbers with the list that is the subject before them; where it is none, what they measure stays open
    unless their own words tell it."""
    *heads, last = _LIST.split(before)[-len(group) :]
    nouns = [noun(f"{head.strip()} rose") for head in heads] + [noun(last)]
    if len(nouns) == len(group) and all(nouns):
        for nth, words in zip(group, nouns, strict=True):
            figures[nth]["measures"] = words
    elif len({figures[nth]["measures"] for nth in group}) == 1 and last.startswith(
        figures[group[0]]["measures"] or " "
    ):
        for nth in group:
            figures[nth]["measures"] = None
