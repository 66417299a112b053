"""Copied words of a deal that are too little, or of something else: a subject "of", the "31-year" of a history."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.records import Deal
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.notes import find
from summarizer.verifier.wording import STOP_WORDS

_SHORTEST = 3
_WORD = pattern(r"[^\W_]+")
_OF_TIME = pattern(r"[\d\w]+-(?:day|month|week|year)\Z", re.IGNORECASE)
"""A time that is said of what stands behind it: "six-year"."""
_NEXT = pattern(r"(?:-old\b|\s(?P<noun>[a-z]+))")
_DEALS = word_set("""
    agreement bond bonds charter commitment concession contract credit deal extension facility financing franchise
    framework guarantee lease leases licence license loan mortgage notes option order pact partnership pledge programme
    program supply swap tenancy term
""")
"""What lasts for an agreed time."""


def check_stumps(case: Case) -> Iterator[Finding]:
    """The findings that the subject has no word of its own, and that a term's time is said of something else."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    words = _WORD.findall(deal.subject)
    if not any(any(map(str.isdigit, word)) or _says_something(word) for word in words):
        yield find(
            Code.JUDGEMENT_UNPROVEN, "subject", f"{quoted(deal.subject)} says nothing of a deal.", said=deal.subject
        )
    for at, term in enumerate(deal.terms):
        places = case.places.get(f"terms[{at}].text", ())
        if not places or not _OF_TIME.search(term.text):
            continue
        behind = _NEXT.match(index.text, places[-1][1])
        if behind is not None and behind["noun"] not in _DEALS:
            yield find(
                Code.JUDGEMENT_UNPROVEN,
                f"terms[{at}].text",
                f"{quoted(term.text)} may be said of something else than the deal: "
                f"{quoted(index.text[places[-1][0] : behind.end()])}.",
                said=term.text,
                article=index.article,
                place=(places[-1][0], behind.end()),
            )


def _says_something(word: str) -> bool:
    return (len(word) >= _SHORTEST or word.isupper()) and word.lower() not in STOP_WORDS
