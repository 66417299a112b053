"""Reading amounts: words → exact value, bound, currency candidates and unit.

    read_amounts(text)   every amount of a text
    read_amount(text)    the one that a whole text is

Digits follow the English convention: a comma groups, a point divides ("1.200" is 1.2, "1,200" is 1200). What cannot be
English is read as written elsewhere: "1.200.000", "1.234,56", "3,00,000", "1'200'000", and "1,5" where a currency, a
scale word or a percent sign shows that it is one number. "(3.2)%" is below zero, "(3.2%)" is a remark in brackets.

Not amounts: years and dates, times of day, what a number only names ("Boeing 737", "type 2", "No. 5", "H100", "Q3"),
codes and phone numbers, list numbers, scores, counts without a number ("hundreds of millions", "several dozen"),
small numbers in words that count nothing ("the two said"), and digits beyond forty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.amount_sides import Kind, Side, read_side, side_at
from summarizer.text.bounds import Bound, bound_before, bound_behind
from summarizer.text.numerals import NextNumeral, numerals_of
from summarizer.text.patterns import pattern
from summarizer.text.plain import GAP, Plain, plain

__all__ = ["Amount", "Bound", "Kind", "read_amount", "read_amounts"]


class Amount(NamedTuple):
    """An amount at `text[start:end]`, with its currency, scale, unit and bound words: "more than $1 billion"."""

    start: int
    end: int
    core: tuple[int, int]
    """Where it stands without the bound words: "$1 billion"."""
    kind: Kind
    value: Decimal
    """Scale words applied; 34 for "34%"; the lower end of a range. Fractions have 28 digits."""
    high: Decimal | None
    """The upper end of a range, for bound `between`."""
    bound: Bound
    currencies: tuple[str, ...]
    """ISO 4217 candidates, the likeliest first; () if it is not money."""
    unit: str | None
    """Of a percent "percent", "percentage_points" or "basis_points"; of a quantity the unit or the counted noun as it
    stands in the text: "days", "GPUs" of "100,000 Nvidia H100 GPUs"; None of money."""


_JOIN = pattern(
    rf"(?P<dash>[ \xa0]?(?:-[ ]?-|[-–—])[ \xa0]?|-to-)|{GAP}(?P<word>to|and|or|through){GAP}(?:a(?:bout|round)?{GAP})?",
    re.IGNORECASE,
)
_RATE = pattern(rf"{GAP}(?:a|an|per){GAP}[^\W\d_]+|/[^\W\d_]+", re.IGNORECASE)
_BETWEEN = pattern(
    rf"(?<![^\W_])(?:in{GAP}the{GAP}range{GAP}of|(?:in{GAP})?(?:a{GAP})?(?:range|ranging|ranges|ranged){GAP}(?:from|of|between)"
    rf"|(?P<between>(?:anywhere{GAP}|somewhere{GAP})?between)|anywhere{GAP}from){GAP}\Z",
    re.IGNORECASE,
)
_FROM = pattern(rf"(?<![^\W_])from{GAP}\Z", re.IGNORECASE)
_MOVED = pattern(
    rf"(?<![^\W_])(?:added|advanc(?:ed|ing)|by|climb(?:ed|ing)|cut|declin(?:ed|ing)|dipped|down|dropp(?:ed|ing)|eased|fell|falling|gain(?:ed|ing)|grew"
    rf"|growing|increas(?:ed|ing)|jump(?:ed|ing)|lost|losing|off|rais(?:ed|ing)|rallied|rising|"
    rf"rose|shed|sank|slid|slipped|slumped|soared|surged|tumbled|up){GAP}(?:(?:about|nearly|as{GAP}much{GAP}as){GAP})?\Z",
    re.IGNORECASE,
)
_MOVED_BY_SHARE = pattern(
    rf"(?<![^\W_])(?:(?:add|advanc|climb|declin|dipp|dropp|eas|edg|gain|jump|plung|rall(?:i|y)|slipp|slump|soar|surg|tumbl)"
    rf"(?:ed|ing)|down|falling|falls|fell|losing|lost|off|rises|rising|rose|sank|shed|shedding|sinking|slid|sliding|up)"
    rf"{GAP}(?:(?:about|almost|around|as{GAP}much{GAP}as|by|just|more{GAP}than|nearly|over|roughly|some|up){GAP})*\Z",
    re.IGNORECASE,
)
"""Before a share by which something moved: what comes behind "to", without a sign, is where it came to."""
_WILL_MOVE = pattern(
    rf"\b(?:to|would|will|should|may|might|could|can){GAP}(?:[a-z]+ly{GAP})?(?:climb|decline|drop|expand|fall|grow|improve|increase|rise|shrink|slow)"
    rf"{GAP}by{GAP}\Z",
    re.IGNORECASE,
)
"""Before the range by which something will move: "expects loans to grow by 5% to 7%"."""
_LEAST_LEVEL = 100
"""From here on a number without a unit that follows a percentage is what an index stands at, not a percentage too."""
_WIDEST = 10
"""Times its lower end that the upper end of a range behind "rose" is less than: "rose two to three cents"."""
_LEAD = pattern(
    rf"(?:(?:a|additional|an|another|combined|exactly|full|her|his|its|just|of|only|our|precisely|the|their|total|whole){GAP})+",
    re.IGNORECASE,
)
_TAIL = pattern(
    rf"{GAP}(?:a|an|per)(?:{GAP}[^\W\d_]+){{1,2}}|/[^\W\d_]+|{GAP}(?:each|apiece|in{GAP}(?:total|all))|'s?",
    re.IGNORECASE,
)
_SENTENCE = 2000
"""Characters of a text up to which the amount that it is is kept, as a value is read more than once."""
_EDGES = " \t\r\n\xa0.,;:!?\"'()[]“”‘’"


def read_amounts(text: str, offset: int = 0) -> list[Amount]:
    """All amounts of a text, in order and disjoint; `offset` is added to all their places.

    "between $10 million and $12 million", "$10-$12 billion", "two to three years" are one amount with two ends; "from
    $5 million to $7 million" are two amounts, a movement, and so is "rose 5 cents to 25 cents". A currency, a scale or
    a unit that stands only once belongs to both ends. What cannot be an amount is passed over in silence.
    """
    return _read(text, offset, alone=False)


def read_amount(text: str) -> Amount | None:
    """The amount that the whole of `text` is; None for more words than that ("a deal worth $1bn", "$1bn in cash").

    Articles, "only", "another", "a total of" before it and a rate behind it ("a share", "per barrel") may stand there.
    """
    return _kept_alone(text) if len(text) <= _SENTENCE else _read_alone(text)


def _read_alone(text: str) -> Amount | None:
    amounts = _read(text, alone=True)
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    before, behind = text[: amount.start].strip(_EDGES), text[amount.end :].rstrip(_EDGES)
    if before and not _LEAD.fullmatch(f"{before} "):
        return None
    return None if behind.strip(_EDGES) and not _TAIL.fullmatch(behind) else amount


def _read(text: str, offset: int = 0, *, alone: bool) -> list[Amount]:
    source = plain(text)
    numeral = numerals_of(source.text)
    if numeral is None:
        return []
    if not source.removed:
        return list(_amounts(source.text, numeral, offset, alone=alone))
    return [_placed(amount, source, offset) for amount in _amounts(source.text, numeral, 0, alone=alone)]


_kept_alone = lru_cache(maxsize=1024)(_read_alone)


def _placed(amount: Amount, source: Plain, offset: int) -> Amount:
    start, end = source.span(amount.start, amount.end)
    low, high = source.span(*amount.core)
    return amount._replace(start=start + offset, end=end + offset, core=(low + offset, high + offset))


def _amounts(text: str, numeral: NextNumeral, offset: int, *, alone: bool) -> Iterator[Amount]:
    floor = at = 0
    while found := numeral(text, at):
        at = found.end()
        side = read_side(text, found, floor)
        if side is None:
            continue
        amount = _range(text, side, floor, offset)
        if amount is None and (alone or not side.idle):
            amount = _single(text, side, floor, offset)
        if amount is None:
            at = side.numeral.end
            continue
        yield amount
        floor = at = amount.end - offset


def _range(text: str, first: Side, floor: int, offset: int) -> Amount | None:
    """The range that begins with `first`, if one does."""
    if first.numeral.range:
        return None
    rate = _RATE.match(text, first.end) if first.currencies else None
    join = _JOIN.match(text, rate.end() if rate else first.end)
    if not join:
        return None
    between = _BETWEEN.search(text[max(floor, first.start - 24) : first.start])
    word = (join["word"] or "").lower()
    if word == "and" and not (between and between["between"]):
        return None
    second = side_at(text, join.end(), join.end())
    if second is None or second.numeral.range:
        return None
    if first.numeral.fraction and (second.currencies or second.scale is not None):
        return None  # "rose by a fifth to $6 million"
    if first.percent and second.bare and not between and _is_level(text, first, second, floor):
        return None
    low, high = _shared(first, second)
    lower, upper = low.low, high.low
    if not _same_measure(low, high) or not lower < upper or (low.bare and not between):
        return None
    if word == "or" and not (first.bare and upper <= lower * 2):
        return None
    if word in ("to", "through") and not between and _is_movement(text, first, second, floor):
        return None
    start = first.start
    if between:
        start = max(floor, first.start - 24) + between.start()
    elif outer := bound_before(text, floor, first.start, of_time=high.of_time):
        start = outer[1]
    currencies = tuple(code for code in low.currencies if code in high.currencies)
    core = first.start + offset, high.end + offset
    return Amount(start + offset, core[1], core, high.kind, lower, upper, "between", currencies, high.unit)


def _is_level(text: str, first: Side, second: Side, floor: int) -> bool:
    """Whether a bare number behind a share is what something came to: "rose 1.2% to 5,431", "falling 3% to 41.20"."""
    before = text[max(floor, first.start - 40) : first.start]
    return second.low >= _LEAST_LEVEL or _MOVED_BY_SHARE.search(before) is not None


def _shared(first: Side, second: Side) -> tuple[Side, Side]:
    """Both sides, each with what stands only at the other: "$10-12 billion", "5 to 7 percent", "two to three years"."""
    if first.bare and not second.bare:
        first = first._replace(
            currencies=second.currencies, factor=second.factor, percent=second.percent, counted=second.counted
        )
    elif first.currencies and second.kind == "quantity" and (second.counted is None or second.scale is not None):
        end = second.numeral.end if second.counted and second.scale is None else second.end
        second = second._replace(currencies=first.currencies, factor=first.factor, counted=None, end=end)
    elif second.bare and first.percent and second.scale is None:
        second = second._replace(percent=first.percent)
    if first.scale is None and second.scale is not None and first.numeral.value < second.numeral.value:
        first = first._replace(scale=second.scale)
    return first, second


def _same_measure(first: Side, second: Side) -> bool:
    if first.kind != second.kind or first.percent != second.percent:
        return False
    if first.currencies:
        return not set(first.currencies).isdisjoint(second.currencies)
    return (first.counted and first.counted.text) == (second.counted and second.counted.text)


def _is_movement(text: str, first: Side, second: Side, floor: int) -> bool:
    """Whether "A to B" is a change: "from A to B", "by A to B", of money also "rose A to B", and where only B says that
    it is money and is many times as much: "slipped four to 338p"."""
    before = text[max(floor, first.start - 32) : first.start]
    if _FROM.search(before):
        return True
    moved = _MOVED.search(before)
    if not moved:
        return False
    if first.bare:
        return second.kind == "money" and second.low >= _WIDEST * first.low * second.factor
    if first.kind == "money":
        return True
    return moved.group().lower().startswith("by") and not (first.percent and _WILL_MOVE.search(before))


def _single(text: str, side: Side, floor: int, offset: int) -> Amount | None:
    start, end, high = side.start, side.end, side.high
    outer = bound_before(text, floor, start, of_time=side.of_time)
    behind = bound_behind(text, end)
    bound: Bound = "at_least" if side.more else "exactly"
    if high is not None:
        bound = "between"
        between = _BETWEEN.search(text[max(floor, start - 24) : start])
        start = max(floor, start - 24) + between.start() if between else outer[1] if outer else start
    else:
        if behind:
            bound, end = behind
        if outer:
            bound, start = outer
    core = side.start + offset, side.end + offset
    return Amount(start + offset, end + offset, core, side.kind, side.low, high, bound, side.currencies, side.unit)
