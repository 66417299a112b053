"""The two charts of the start page: tables with a last column that is drawn, so that who cannot see it has the same
figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from summarizer.exports.brief_words import label
from summarizer.exports.html.amounts import compact_money
from summarizer.exports.html.cards import in_order, section_title
from summarizer.exports.html.totals import PER_DECADE, VERDICTS, Totals

WIDTH, MARGIN = 320, 14
"""Units of the drawing; its place in the page says how large one is."""
_LARGEST_RADIUS = 9.0


@dataclass(frozen=True, slots=True)
class Dot:
    """Deals of about the same value: the area is their number."""

    x: float
    radius: float
    title: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of deal."""

    kind: str
    deals: int
    valued: int
    total: str
    largest: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class DealsByKind:
    """Deals by kind and value on an axis of powers of ten, in one currency."""

    rows: tuple[KindRow, ...]
    ticks: tuple[tuple[float, str], ...]
    currency: str | None
    elsewhere: int
    """Deals whose value is in another currency: they are counted and not drawn."""
    doubtful: int
    """Deals that are left out because their records do not hold."""
    repeated: int
    """Records of deals that are counted already."""


def deals_by_kind(totals: Totals) -> DealsByKind:
    """The chart of the deals."""
    currency = totals.currency()
    bins = [at for kind in totals.kinds.values() for at in kind.bins.get(currency or "", {})]
    first = min(bins) // PER_DECADE if bins else 0
    last = max(max(bins) // PER_DECADE + 1, first + 2) if bins else first + 2
    counts = [count for kind in totals.kinds.values() for count in kind.bins.get(currency or "", {}).values()]
    most = max(counts, default=1)

    def x(decades: float) -> float:
        return round(MARGIN + (decades - first) / (last - first) * (WIDTH - 2 * MARGIN), 1)

    rows = []
    for name, kind in sorted(totals.kinds.items(), key=lambda item: (-item[1].deals, item[0])):
        dots = []
        for at, count in sorted(kind.bins.get(currency or "", {}).items()):
            low, high = 10 ** (at / PER_DECADE), 10 ** ((at + 1) / PER_DECADE)
            said = f"{count:,} × {_money(low, currency)} to {_money(high, currency)}"
            radius = max(2.5, _LARGEST_RADIUS * sqrt(count / most)) if most > 1 else 4.0
            dots.append(Dot(x((at + 0.5) / PER_DECADE), round(radius, 1), said))
        rows.append(
            KindRow(
                label(name),
                kind.deals,
                kind.amounts.total(),
                _money(kind.sums.get(currency or "", 0.0), currency),
                _money(kind.largest.get(currency or "", 0.0), currency),
                tuple(dots),
            )
        )
    every = sum(kind.amounts.total() for kind in totals.kinds.values())
    drawn = sum(kind.amounts.get(currency or "", 0) for kind in totals.kinds.values())
    step = max(1, -(-(last - first) // 6))
    ticks = tuple((x(at), _money(10.0**at, currency)) for at in range(first, last + 1, step)) if bins else ()
    return DealsByKind(tuple(rows), ticks, currency, every - drawn, totals.doubtful_deals, totals.repeated_deals)


def _money(amount: float, currency: str | None) -> str:
    return compact_money({"amount": amount, "currency": currency}) if amount else ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a bar."""

    verdict: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of one kind of record: how many records have it, by verdict on the field, and their shares."""

    name: str
    records: int
    counts: tuple[int, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The fields of one section."""

    title: str
    rows: tuple[FieldRow, ...]


def verdicts_by_field(totals: Totals) -> tuple[FieldGroup, ...]:
    """The chart of the verdicts, by section and then in the order of the fields."""
    groups: dict[str, list[FieldRow]] = {}
    for (section, name), counts in totals.fields.items():
        total = counts.total()
        numbers = tuple(counts.get(verdict, 0) for verdict in VERDICTS)
        groups.setdefault(section, []).append(FieldRow(label(name), total, numbers, tuple(_bars(numbers, total))))
    return tuple(
        FieldGroup(section_title(section, totals.records_of), tuple(groups[section])) for section in in_order(groups)
    )


def _bars(numbers: Sequence[int], total: int) -> list[Bar]:
    """The parts of a bar 100 wide. What there is at all is seen: at least one unit wide."""
    bars, x = [], 0.0
    for verdict, number in zip(VERDICTS, numbers, strict=True):
        if number:
            width = max(1.0, 100 * number / total)
            bars.append(Bar(verdict, round(x, 2), round(width, 2)))
            x += width
    scale = 100 / x if x > 100 else 1.0
    return [Bar(bar.verdict, round(bar.x * scale, 2), round(bar.width * scale, 2)) for bar in bars]
