"""What the results of a run come to: counts, deals by kind and value, verdicts by field."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from summarizer.exports.html.cards import VERIFIER_KEYS, sections
from summarizer.text.name_forms import strip_suffix

VERDICTS = ("verified", "inferred", "altered", "unsupported")
PER_DECADE = 8
"""Bins of amounts between a number and its tenfold."""
_BESIDE = ("adviser", "other", "regulator", "rival")
"""Roles of who is no side of a deal."""
_PLACE = re.compile(r"[\[.].*")


@dataclass(slots=True)
class KindOfDeal:
    """The deals of one kind whose records hold."""

    deals: int = 0
    amounts: Counter[str] = field(default_factory=Counter)
    """Deals with a value, by currency."""
    sums: dict[str, float] = field(default_factory=dict)
    largest: dict[str, float] = field(default_factory=dict)
    bins: dict[str, Counter[int]] = field(default_factory=dict)
    """By currency: deals by `floor(log10(amount) * PER_DECADE)`."""

    def add(self, currency: str, amount: float) -> None:
        """Counts one deal with its value."""
        self.amounts[currency] += 1
        self.sums[currency] = self.sums.get(currency, 0.0) + amount
        self.largest[currency] = max(self.largest.get(currency, 0.0), amount)
        self.bins.setdefault(currency, Counter())[math.floor(math.log10(amount) * PER_DECADE)] += 1


@dataclass(slots=True)
class Totals:
    """Grows by one result at a time; its size depends on the schema, the events, and the deals with a value."""

    articles: int = 0
    faulty_articles: int = 0
    dropped: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    sections: Counter[str] = field(default_factory=Counter)
    models: Counter[str] = field(default_factory=Counter)
    records_of: str | None = None
    kinds: dict[str, KindOfDeal] = field(default_factory=dict)
    doubtful_deals: int = 0
    """Deals that are altered or unsupported: they are counted in no kind."""
    repeated_deals: int = 0
    """Records of deals that another record stands for: they are counted in no kind."""
    _of_events: dict[tuple[str, str, float], int] = field(default_factory=dict)
    """By event, currency and amount: the article whose deal was counted."""
    _of_parties: dict[tuple[str, tuple[str, ...], str, float], int] = field(default_factory=dict)
    """By kind, parties, currency and amount: the same, for articles that share no event."""
    fields: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    """By section and field: records by the worst that was found about that field."""

    @property
    def records(self) -> int:
        """All records, those that were dropped among them."""
        return sum(self.verdicts.values())

    def add(
        self, document: Mapping[str, Any], repeats: AbstractSet[int] = frozenset(), events: Sequence[str] = ()
    ) -> None:
        """Counts one result.

        repeats     the places of its deals for which another record stands
        events      the ids of the events that it tells of: of their articles' deals of one value one is counted, also
                    where the event has another record, or words of the text, for it

        Deals of one kind between the same parties at one value are counted once, in whatever articles.
        """
        verification = document["verification"]
        self.articles += 1
        self.dropped += verification["dropped"]
        self.faulty_articles += verification["altered"] + verification["unsupported"] > 0
        self.models[document["provenance"]["model"]] += 1
        self.records_of = self.records_of or document.get("records_of")
        for verdict in VERDICTS:
            self.verdicts[verdict] += verification[verdict]
        for section, records in sections(document):
            self.sections[section] += len(records)
            for place, record in enumerate(records):
                self._add_fields(section, record)
                if section == "deals":
                    self._add_deal(record, events, repeated=place in repeats)
        for one in document.get("dropped") or []:
            self._add_fields(one["section"], one["record"])

    def _add_fields(self, section: str, record: Mapping[str, Any]) -> None:
        worst: dict[str, str] = {}
        for finding in record.get("findings") or []:
            name = _PLACE.sub("", finding["field"])
            verdict = finding["verdict"]
            if VERDICTS.index(verdict) > VERDICTS.index(worst.get(name, "verified")):
                worst[name] = verdict
        for name, value in record.items():
            if name not in VERIFIER_KEYS and value is not None and value != []:
                self.fields.setdefault((section, name), Counter())[worst.get(name, "verified")] += 1

    def _add_deal(self, deal: Mapping[str, Any], events: Sequence[str], *, repeated: bool) -> None:
        if deal.get("verdict") in ("altered", "unsupported"):
            self.doubtful_deals += 1
            return
        value = deal.get("value") or {}
        amount, currency = value.get("amount"), value.get("currency")
        known = (currency, float(amount)) if currency and isinstance(amount, int | float) and amount > 0 else None
        if known and not repeated:
            counted = [self._of_events.setdefault((event, *known), self.articles) for event in events]
            if len(sides := _sides(deal)) > 1:
                counted.append(self._of_parties.setdefault((deal["kind"], sides, *known), self.articles))
            repeated = any(article != self.articles for article in counted)
        if repeated:
            self.repeated_deals += 1
            return
        kind = self.kinds.setdefault(deal["kind"], KindOfDeal())
        kind.deals += 1
        if known:
            kind.add(*known)

    def currency(self) -> str | None:
        """The currency that most values are in."""
        every: Counter[str] = Counter()
        for kind in self.kinds.values():
            every.update(kind.amounts)
        return min(every, key=lambda code: (-every[code], code)) if every else None


def _sides(deal: Mapping[str, Any]) -> tuple[str, ...]:
    """Who makes a deal, by their names without legal forms, in order."""
    names = (one["name"] for one in deal.get("parties") or [] if one.get("role") not in _BESIDE)
    return tuple(sorted({strip_suffix(name).casefold() for name in names}))
