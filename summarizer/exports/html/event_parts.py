"""What the page of an event is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A citation: what it is called, and where it leads."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Said:
    """What an article gives for a field."""

    text: str
    reading: str
    links: tuple[Link, ...]
    verdict: str
    """That of the record, where it does not hold: such a value decides nothing."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the event, with what each article says of it; nothing where it is silent."""

    field: str
    state: str
    css: str
    cells: tuple[tuple[Said, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """An article of the event."""

    name: str
    """A letter by which the page calls it."""
    title: str
    href: str
    about: str
    shares: str = ""
    """What it has in common with the others."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A column: an article, and how many others say the same in every field."""

    name: str
    more: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement that drifts, in pieces, with whether each is a word that softens or strengthens it."""

    link: Link
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """Two wordings of one statement."""

    speaker: str
    direction: str
    weaker: Wording
    stronger: Wording


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as the templates draw it."""

    id: str
    title: str
    about: str
    told: tuple[Told, ...]
    rows: tuple[FieldRow, ...]
    timeline: tuple[tuple[str, str, str, Link, str], ...]
    """Day, status, words, citation, and how many more articles say so."""
    drift: tuple[DriftView, ...]
    beside: tuple[Beside, ...]
    """The columns."""
    derived: tuple[tuple[str, tuple[Link, ...]], ...]
    """Who has it from whom, with the sentences that say so."""
    only: tuple[tuple[str, tuple[tuple[str, Link], ...]], ...]
    """What only one article says, by article."""
    mentioned: tuple[Link, ...]
    more: Mapping[str, str]
    """What each list leaves out, by its name."""
