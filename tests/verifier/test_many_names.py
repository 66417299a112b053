"""A statement with more names than any sentence has: the first of them are compared, and what is left out is said."""

from __future__ import annotations

from summarizer import Article
from summarizer.records import AbstractSentence
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

NAMES = [f"{first}{last} Works" for first in ("Velk", "Dorr", "Quill", "Ostr", "Henk", "Mirr", "Tand", "Brok")
         for last in ("am", "in", "ova", "erd", "ist", "olm", "und", "aby", "ett", "arn")]  # fmt: skip


def _messages(names: list[str]) -> list[str]:
    listed = ", ".join(names)
    article = Article.from_text(f"The harbour serves {listed} and a ferry.")
    record = AbstractSentence(text=f"The harbour and a ferry serve {listed}.", evidence=[1])
    return [finding.message for finding in verify_record(record, Index(article)).findings]


def test_names_beyond_the_first_are_said_to_be_uncompared() -> None:
    assert any("only the first 64 were compared" in message for message in _messages(NAMES))


def test_the_names_of_an_ordinary_statement_are_all_compared() -> None:
    assert not any("were compared" in message for message in _messages(NAMES[:12]))
    # The last of them is looked at as the first is.
    article = Article.from_text(f"The harbour serves {', '.join(NAMES[:11])} and a ferry.")
    record = AbstractSentence(text=f"The harbour and a ferry serve {', '.join(NAMES[:11])}, Zarrow Corp.", evidence=[1])
    assert any("Zarrow" in finding.message for finding in verify_record(record, Index(article)).findings)
