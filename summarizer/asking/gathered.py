"""The records that the answers about one article brought, each with the section that it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.asking.chunks import Chunk
from summarizer.fields import Record
from summarizer.schema import Schema, Sections

WHOLE = -1
"""In place of a chunk's number: the overview of the whole article."""


@dataclass
class Gathered:
    """Drafts or verified records, by the sections of the schema."""

    schema: Schema
    chunks: list[Chunk] = field(default_factory=list)
    """The sections of the article that were read, in its order once all are."""
    unread: list[Chunk] = field(default_factory=list)
    """Those that no answer could be had about."""
    sections: Sections = field(default_factory=dict)
    homes: dict[str, list[int]] = field(default_factory=dict)
    """By section of the schema: for each record the number of its chunk, or `WHOLE`."""

    def __post_init__(self) -> None:
        for name in self.schema.sections:
            self.sections.setdefault(name, [])
            self.homes.setdefault(name, [])

    def add(self, home: int, drafts: Sections) -> None:
        """Adds the records of one answer."""
        for name, records in drafts.items():
            self.sections[name] += records
            self.homes[name] += [home] * len(records)

    def by_home(self, sections: Sequence[str]) -> dict[int, list[tuple[str, Record]]]:
        """The records of these sections of the schema, each with its section, by the number of their chunk."""
        found: dict[int, list[tuple[str, Record]]] = {home: [] for home in range(len(self.chunks))}
        for name in sections:
            for home, record in zip(self.homes[name], self.sections[name], strict=True):
                found.setdefault(home, []).append((name, record))
        return found

    def take(self, changed: Mapping[str, Sequence[Record | None]]) -> None:
        """Puts changed records in the places of those that were there; None takes one away."""
        for name, records in changed.items():
            places = zip(records, self.homes[name], strict=True)
            left = [(record, home) for record, home in places if record is not None]
            self.sections[name] = [record for record, _ in left]
            self.homes[name] = [home for _, home in left]

    def take_out(self, sections: Sequence[str]) -> None:
        """Takes all records of these sections away."""
        for name in sections:
            self.sections[name], self.homes[name] = [], []

    def order(self) -> None:
        """Brings chunks and records in the order of the article; those of one chunk stay as they came."""
        order = sorted(range(len(self.chunks)), key=lambda number: self.chunks[number].first)
        place = {number: at for at, number in enumerate(order)} | {WHOLE: WHOLE}
        self.chunks = [self.chunks[number] for number in order]
        for name, records in self.sections.items():
            homes = [place[home] for home in self.homes[name]]
            by_home = sorted(range(len(records)), key=homes.__getitem__)
            self.sections[name] = [records[at] for at in by_home]
            self.homes[name] = [homes[at] for at in by_home]
