"""What is written: the results with their articles' texts, and what goes for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.records import Result
from summarizer.tables.shapes import Struct, sections_of, shape_of
from summarizer.verdicts import Verdict

LAYOUT_VERSION = "1"
"""Of the layout of what is written. It changes when a column, a table or a label is named otherwise, or goes."""


@dataclass(frozen=True, slots=True)
class Item:
    """One result as its JSON, and how to come by its article's text."""

    document: dict[str, Any]
    size: int
    """Bytes of that JSON, about."""
    find_text: Callable[[Mapping[str, Any]], str | None]
    """The text for a document's `source`, None where it cannot be had."""

    @property
    def name(self) -> str:
        """What the article is called."""
        source = self.document["source"]
        return str(source.get("path") or source.get("title") or source.get("sha256"))

    def text(self) -> str | None:
        """The article's text, in the characters that offsets count; None where it cannot be had."""
        return self.find_text(self.document["source"])

    def records(self, sections: Mapping[str, Struct]) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Every record with its path (`deals[0]`) and the name of its kind (`deal`)."""
        for section, struct in sections.items():
            given = self.document.get(section)
            kind = section if struct.open else struct.singular
            if isinstance(given, list):
                yield from ((f"{section}[{at}]", kind, record) for at, record in enumerate(given))
            elif given is not None:
                yield section, kind, given

    def count(self, sections: Iterable[str]) -> int:
        """How many records there are in these sections."""
        given = [self.document.get(section) for section in sections]
        return sum(len(records) if isinstance(records, list) else records is not None for records in given)


@dataclass
class Job:
    """One export: what goes for all results, and what came of it."""

    cls: type[Result]
    """The class of the results; all are of one."""
    formulas: bool = False
    """CSV: whether cells that a spreadsheet would take for a formula stay as they are."""
    bom: bool = False
    """CSV: whether files begin with a byte order mark, by which Excel knows UTF-8."""
    articles: int = 0
    records: int = 0
    skipped: list[str] = field(default_factory=list)
    """A line for each article that could not be written, with the reason."""
    notes: list[str] = field(default_factory=list)
    """What else is to be said of what was written."""

    @property
    def sections(self) -> dict[str, Struct]:
        """The sections of the results, with the shape of their records."""
        return sections_of(shape_of(self.cls))

    @property
    def records_of(self) -> str:
        """What the records are: `business_news`, or the name of a user's class or of the class of results."""
        return "business_news" if self.cls.__name__ == "Summary" else self.cls.__name__

    def counted(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, counted as they go by."""
        sections = self.sections
        for item in items:
            self.articles += 1
            self.records += item.count(sections)
            yield item

    def skip(self, item: Item, why: str) -> None:
        """Notes that an article, counted before, is not written."""
        self.articles -= 1
        self.records -= item.count(self.sections)
        self.skipped.append(f"{item.name}: {why}")


@dataclass(frozen=True)
class Selection:
    """Which records are written. Every section stays, if empty, so that the shape is always the same."""

    verdicts: frozenset[Verdict] = frozenset()
    """Only records of these; none named: all."""
    sections: frozenset[str] = frozenset()
    """Only these sections; none named: all."""

    def of(self, document: dict[str, Any], sections: Mapping[str, Struct]) -> dict[str, Any]:
        """The document with just these records; what the verifier counted stays what it was."""
        if not (self.verdicts or self.sections):
            return document
        chosen = dict(document)
        for section in sections:
            given = document.get(section)
            if isinstance(given, list):
                chosen[section] = [record for record in given if self._takes(section, record)]
            elif given is not None:
                chosen[section] = given if self._takes(section, given) else None
        chosen["dropped"] = [
            dropped for dropped in document.get("dropped") or () if self._takes(dropped["section"], dropped["record"])
        ]
        return chosen

    def _takes(self, section: str, record: Mapping[str, Any]) -> bool:
        return (not self.sections or section in self.sections) and (
            not self.verdicts or record.get("verdict") in self.verdicts
        )
