"""Drift, conflicts and derivations that were found against what there is: whatever gold does not list is an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.dossier.grouping import Text, places
from summarizer import Dossier
from summarizer.dossier.model import Event

Expected = Mapping[str, Any]
KINDS = ("drift", "conflicts", "derived")


@dataclass
class Count:
    """Of one kind of finding: what gold has and was found, what was found beyond, what was not found."""

    right: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{len(self.right)} of {len(self.right) + len(self.missed)} found, {len(self.false)} false"


def findings_of(dossier: Dossier, texts: Sequence[Text], gold: Mapping[str, Expected]) -> dict[str, Count]:
    """By kind: how many of gold's findings are right, which are false, which were missed.

    Gold has, by event, `drift` (speakers), `derived` (pairs of articles) and `conflicts` (fields); an event that it
    does not name, or has no list of a kind for, has none of that kind.
    """
    counts = {kind: Count() for kind in KINDS}
    here = {text.event for text in texts}
    wanted = {
        (kind, name, str(item))
        for name, one in gold.items()
        if name in here
        for kind in KINDS
        for item in one.get(kind, ())
    }
    found = {(kind, _name(event, texts), item) for event in dossier.events for kind, item in _found(event, texts)}
    for kind, name, item in sorted(wanted | found):
        count = counts[kind]
        told = count.missed if (kind, name, item) not in found else count.false
        if (kind, name, item) in wanted & found:
            told = count.right
        told.append(f"{name}: {kind}: {item}")
    return counts


def _found(event: Event, texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    for drift in event.drift:
        yield "drift", drift.speaker or "the articles"
    for row in event.rows:
        if row.state == "conflicting":
            yield "conflicts", row.field
    for link in event.derivations:
        if link.source is not None:
            yield "derived", str([_id(link.article, texts), _id(link.source, texts)])


def _name(event: Event, texts: Sequence[Text]) -> str:
    """The event that gold has for most of the articles; that of the first article where gold has none."""
    names = [texts[at].event for at in places(event.articles)]
    known = [name for name in names if name is not None]
    return max(known, key=known.count) if known else texts[places(event.articles)[0]].id


def _id(article: str, texts: Sequence[Text]) -> str:
    return texts[places([article])[0]].id
