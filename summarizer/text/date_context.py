"""What a date expression is read against, and what a reading of it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from summarizer.text.calendar_words import COUNTS
from summarizer.text.periods import Period, choose, unknown
from summarizer.text.tense import Tense, Tenses


@dataclass(slots=True)  # not frozen, here and below, which makes building one three times as long
class Setting:
    """The text around an expression, and the day the text was published."""

    text: str
    base: date | None
    tenses: Tenses | None = None
    """The verbs of the text; None where the text is nothing but the expression."""
    hint: Tense | None = None
    """What the words around an expression that stands alone say of it: "by" looks ahead."""

    def tense(self, start: int, end: int) -> Tense | None:
        """Whether the sentence speaks of what is behind or ahead at `text[start:end]`."""
        return self.tenses.at(start, end) if self.tenses else self.hint

    def recurring(self, start: int, end: int, of_year: Callable[[int], Period | None]) -> Period:
        """The one of a yearly recurring period that `text[start:end]` means."""
        if self.base is None:
            return unknown()
        around = range(max(1, self.base.year - 2), min(9997, self.base.year + 2) + 1)
        candidates = [period for number in around if (period := of_year(number)) is not None]
        return choose(candidates, self.base, self.tense(start, end))

    def year(self, which: str) -> int | None:
        """The year that "last year", "the year", "next year" is; None for "that year", or without a base."""
        shift = {"last": -1, "next": 1, "this": 0, "the": 0, "the current": 0}.get(" ".join(which.lower().split()))
        return None if shift is None or self.base is None else self.base.year + shift


@dataclass(slots=True)
class Reading:
    """An expression that goes up to `end`. One that is not `sure` may be no date at all: "May", "fall", "Sun"."""

    end: int
    period: Period
    sure: bool = True


Reader = Callable[[Setting, int], Reading | None]
"""Looks at one place of a (plain) text: how far does an expression go there, and which period does it mean?"""


def full_year(short: str) -> int:
    """A year from its digits, two of them in the century that keeps it below 2050: "'24" → 2024, "87" → 1987."""
    number = int(short.lstrip("'"))
    return number if number > 99 else number + (2000 if number < 50 else 1900)


def count_of(word: str) -> int | None:
    """A small count in digits or words; None for "few"."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdecimal() else COUNTS.get(word)
