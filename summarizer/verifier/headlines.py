"""A headline that is copied from the article: whether that line is the headline, not what stands above."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.records import Headline
from summarizer.text.mastheads import has_verb, is_capitalised, is_issue, masthead
from summarizer.text.name_forms import has_legal_form
from summarizer.text.patterns import pattern
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.notes import Note, find

_TOP = 8
"""Lines at the top of an article among which its headline stands."""
_PROSE = 120
"""Characters from which a line is prose."""
_BESIDE = pattern(
    r"\W*(?:by|from|photo|image|picture|source|posted|published|updated|for\s(?:immediate\s)?release|(?:news|press)\srelease)\b|.*\d.*\d"
)
"""A byline, a credit, a day."""
_BAR = pattern(r"\s[–—|•·/]\s")
_FEW = 4
_SHORT = 6
"""Words up to which a line without a verb may be a label as well as a headline."""


def check_headline(case: Case) -> Iterator[Note]:
    """A finding where the headline is a line of the article that may be a paper's name, a section, a column, or a label
    above or below the real one."""
    record = case.record
    assert isinstance(record, Headline)  # noqa: S101
    said = _plain(record.text)
    lines = list(_top(case.index.text))
    at = next((at for at, line in enumerate(lines) if _plain(line) == said), None)
    if at is None:
        if _is_prose(said, case) and any(_is_title(line) for line in lines):
            yield find(
                Code.JUDGEMENT_UNPROVEN,
                "text",
                f"{quoted(record.text)} is a sentence of the article, above which other lines stand.",
                said=record.text,
            )
        return
    why = None
    if masthead(lines[at]) is not None or any(is_issue(line) for line in lines[at + 1 : at + 2]):
        why = "may be the name of a paper, a section or a column"
    elif (_is_label(lines[at]) or _is_firm(lines[at])) and any(_is_title(line) for line in lines[at + 1 :]):
        why = "may be a label: another line that may be the headline follows"
    elif any(
        _is_title(line) and _is_label(line) and not _stands_above(line, lines[at], below=is_issue(lines[nth + 1]))
        for nth, line in enumerate(lines[:at])
    ):
        why = "may stand below the headline: the line above it may be that"
    if why is not None:
        yield find(Code.JUDGEMENT_UNPROVEN, "text", f"{quoted(record.text)} {why}.", said=record.text)


def _is_prose(said: str, case: Case) -> bool:
    """Whether the headline's plain words are a sentence of the text, or what one begins with, and no line of its own at
    the top."""
    said = said.rstrip(".")
    for sentence in case.cited.sentences:
        dateline = DATELINE.match(sentence.text)
        if any(_plain(sentence.text[at:]).startswith(said) for at in (0, dateline.end() if dateline else 0)):
            return True
    return False


def _top(text: str) -> Iterator[str]:
    """The first lines that are not blank, up to the first of prose."""
    found = 0
    for line in text.split("\n", 4 * _TOP)[: 4 * _TOP]:
        words = " ".join(line.split())
        if not words:
            continue
        found += 1
        if found > _TOP or len(words) > _PROSE or (words.endswith(".") and len(words.split()) > _SHORT):
            return
        yield words


def _plain(line: str) -> str:
    return " ".join(line.split()).strip("#*_ ").casefold()


def _is_title(line: str) -> bool:
    """Whether a line may be a headline by its form."""
    return len(line.split()) > 1 and not line.endswith((".", ":", ",")) and _BESIDE.match(line.lower()) is None


def _stands_above(line: str, headline: str, *, below: bool) -> bool:
    """Whether a line plainly belongs to the page: it has the form of a masthead, an issue's number below it, or
    capitals or a bar that the headline under it has not."""
    if masthead(line) is not None or below:
        return True
    marked = line.isupper() or _BAR.search(line) is not None
    return marked and not headline.isupper() and len(line) < len(headline) and len(headline.split()) > _FEW


def _is_firm(line: str) -> bool:
    """Whether a line is the name of who issues a release: "Tarn Byggvaror AB (publ)"."""
    return has_legal_form(line.partition(" (")[0]) and not has_verb(line, sure=True)


def _is_label(line: str) -> bool:
    """Whether a line may be a label as well as a headline: it is short, in capitals as names are, and says nothing."""
    short = len(line.split()) <= _SHORT and not line.endswith("?")
    return short and is_capitalised(line) and not has_verb(line, sure=True)
