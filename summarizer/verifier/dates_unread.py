"""Dates of a statement that the article has in words that are read as no date, or takes up by "then" or "that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.dates import DateSpan
from summarizer.text.folding import folded
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Cited

_ALSO_WORDS = frozenset({"April", "August", "Fall", "June", "March", "May"})
"""Months that are other words too where they have no capital."""
_SEASONS = frozenset({"autumn", "spring", "summer", "winter"})
_APART = pattern(r"[^\w'-]+")


def stands(text: str, cited: Cited) -> bool:
    """Whether the words stand in the cited sentences, though no date was read there."""
    if text in _ALSO_WORDS:
        return any(
            pattern(rf"\b{text}\b").search(cited.index.text, start, end) is not None for start, end in cited.runs
        )
    words, source = (f" {_APART.sub(' ', form).strip()} " for form in (folded(text), cited.folded))
    return words in source


def stands_unread(text: str, cited: Cited) -> bool:
    """Whether the month or day of a date stands in the cited sentences in words that were read as no date: "finished
    May with a gain"."""
    name = text.split()[-1]
    return (
        name.isalpha()
        and name.istitle()
        and any(
            pattern(rf"\b{name}\b(?!\s(?:also\s)?(?:be|have)\b)").search(cited.index.text, start, end) is not None
            for start, end in cited.runs
        )
    )


_BOUND = pattern(r"(?P<from>after|from|since)\s|(?P<to>before|until|up\sto)\s", re.IGNORECASE)
_THEN = pattern(
    r"(?:\A|[“\"]|\b(?:and|but)\s)(?P<from>(?:after|from|since)\s(?:that|then)|thereafter)\b"
    r"|(?:\A|[“\"]|\b(?:and|but)\s)(?P<to>before\s(?:that|then)|(?:until|up\sto)\sthen)\b",
    re.IGNORECASE,
)


def is_taken_up(text: str, rival: DateSpan, cited: Cited) -> bool:
    """Whether a cited sentence right behind the date takes it up the statement's way: "runs only until May. After
    that …" told as "after May"."""
    index = cited.index
    theirs = index.text[rival.start : rival.end]
    mine, other = _BOUND.match(text), _BOUND.match(theirs)
    core, told = (words[found.end() :] if found else words for words, found in ((text, mine), (theirs, other)))
    number = index.sentences_of((rival.start, rival.end))[-1] + 1
    if mine is None or folded(core) != folded(told) or number not in cited.numbers:
        return False
    return any(found.lastgroup == mine.lastgroup for found in _THEN.finditer(index.sentences[number - 1].text))


def is_season_unread(text: str, pool: Sequence[DateSpan], cited: Cited) -> bool:
    """Whether a season stands in the cited sentences in words that were read as no date: "the spring release"."""
    name = text.split()[-1]
    if name not in _SEASONS or text.split()[0] not in (name, "in", "this"):
        return False
    return any(
        not any(span.start <= found.start() < span.end for span in pool)
        for start, end in cited.runs
        for found in pattern(rf"\b{name}\b").finditer(cited.index.text, start, end)
    )
