"""Pairs of articles that are in one event, against gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer import Dossier

Pair = tuple[int, int]


@dataclass(frozen=True)
class Text:
    """An article to be grouped."""

    id: str
    text: str
    event: str | None
    """Its event in gold; None where gold does not say."""


@dataclass(frozen=True)
class Pairs:
    """The pairs of articles of which one at least has an event in gold."""

    found: frozenset[Pair]
    gold: frozenset[Pair]

    @property
    def precision(self) -> float:
        """Of the pairs found, those that gold has."""
        return len(self.found & self.gold) / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of gold's pairs, those that were found."""
        return len(self.found & self.gold) / len(self.gold) if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def places(articles: Sequence[str]) -> list[int]:
    """The places of articles by their ids."""
    return [int(one.removeprefix("a")) - 1 for one in articles]


def pairs_of(dossier: Dossier, texts: Sequence[Text]) -> Pairs:
    """The pairs found and gold's; two articles of which gold says nothing make none."""
    found = {pair for event in dossier.events for pair in combinations(sorted(places(event.articles)), 2)}
    known = frozenset(pair for pair in found if texts[pair[0]].event or texts[pair[1]].event)
    gold = frozenset(
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if texts[one].event is not None and texts[one].event == texts[other].event
    )
    return Pairs(known, gold)


def show_strays(dossier: Dossier, texts: Sequence[Text]) -> None:
    """Prints the events that hold no article with an event in gold, with the beginning of each article."""
    for event in dossier.events:
        members = places(event.articles)
        if any(texts[at].event for at in members):
            continue
        print(f"    {event.title}")
        for at in members:
            print(f"        {texts[at].id}: {' '.join(texts[at].text.split())[:150]}")
