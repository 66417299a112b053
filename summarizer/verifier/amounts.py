"""How two amounts compare: the same, or different in digits, scale, currency, unit, bound or direction."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from summarizer.fields import number
from summarizer.text.folding import folded
from summarizer.text.noun_kinds import same_things
from summarizer.text.numbers import Amount
from summarizer.text.phrases import word_set
from summarizer.verifier.findings import Code
from summarizer.verifier.wording import content, stem, words


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which an amount that is said differs from the article's."""

    code: Code
    what: str
    """What differs, for the message: "the scale"."""


def kinds_agree(said: Amount, source: Amount) -> bool:
    """Whether both are money, both are percentages or both are quantities."""
    return said.kind == source.kind


def same_size(said: Decimal, source: Amount) -> bool:
    """Whether the number is the source's, or an end of its range, sign left aside."""
    return abs(said) == abs(source.value) or (source.high is not None and abs(said) == abs(source.high))


@lru_cache(maxsize=4096)
def units_agree(said: str | None, source: str | None) -> bool:
    """Whether two units or counted nouns may be the same; an unknown one agrees with any."""
    if not said or not source or folded(said) == folded(source):
        return True
    one = {stem(word.text) for word in content(words(said)) or words(said)}
    other = {stem(word.text) for word in content(words(source)) or words(source)}
    return bool(one & other) or any(_cut_short(mine, theirs) for mine in one for theirs in other)


def _cut_short(one: str, other: str) -> bool:
    """Whether one noun is the other's beginning, as "lab" of "laboratory" is; measures and percentages are never."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 3 and longer.startswith(shorter) and not {shorter, longer} & _EXACT


_MEASURES = word_set("""
    acre barrel bushel century day decade degree foot gallon gigawatt gram hectare hour inch kilogram kilometer kilowatt
    liter litre megawatt meter metre mile minute month ounce pound second ton tonn quarter volt watt week yard year
    bbl bpd cm ft gb ghz gw gwh kg km kw kwh lb mb mhz mm mw mwh oz tb tw twh
""")
"""Stems of units that measure: one is never a paraphrase of another."""
_EXACT = _MEASURES | {"percent", "percentag", "point"}


@lru_cache(maxsize=1024)
def is_measure(unit: str | None) -> bool:
    """Whether the unit measures (days, tons) and does not count (people, servers)."""
    return bool(unit) and any(stem(word.text) in _MEASURES for word in words(str(unit)))


def differences(said: Amount, source: Amount, *, bound: bool = True) -> list[Difference]:
    """What differs, the gravest first; an unsaid bound, currency, unit or upper end does not."""
    found = []
    if not kinds_agree(said, source):
        found.append(Difference(Code.UNIT_ALTERED, "what it measures"))
    if not same_size(said.value, source):
        found.append(_digits(said.value, source.value))
    elif said.high is not None and (source.high is None or abs(said.high) != abs(source.high)):
        found.append(Difference(Code.NUMBER_ALTERED, "the upper end"))
    if said.currencies and source.currencies and not set(said.currencies) & set(source.currencies):
        found.append(Difference(Code.CURRENCY_ALTERED, "the currency"))
    if said.kind == source.kind != "money" and not units_agree(said.unit, source.unit):
        found.append(Difference(Code.UNIT_ALTERED, "the unit"))
    if bound and said.bound not in ("exactly", source.bound) and said.high is None:
        found.append(Difference(Code.BOUND_ALTERED, "the bound"))
    return found


def _digits(said: Decimal, source: Decimal) -> Difference:
    if mantissa(said) == mantissa(source):
        return Difference(Code.SCALE_ALTERED, "the scale")
    return Difference(Code.NUMBER_ALTERED, "the number")


@lru_cache(maxsize=1024)
def mantissa(value: Decimal) -> str:
    """The digits of a value without its scale: "12" for 1.2 billion and for 120."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def distance(said: Amount, source: Amount) -> tuple[int, int, Decimal]:
    """For choosing the amount that was most likely meant: by kind, by how much differs, by size."""
    size = max(abs(said.value), abs(source.value), Decimal(1))
    return (
        0 if kinds_agree(said, source) else 1,
        0 if same_size(said.value, source) or mantissa(said.value) == mantissa(source.value) else 1,
        abs(abs(said.value) - abs(source.value)) / size,
    )


_UNBOUNDED = ("exactly", "about")
"""A bound may be put around such a number; "as much as 4.3%" does not become "as much as 4.6%"."""
_TOLERANCE = Decimal("0.05")
"""How far a rounded number may lie from the exact one: 14% for 13.7%, not $2 billion for $1.4 billion. Half as far for
every digit that is dropped beyond the first: $60 is no rounding of $58.50."""
_ABOUT = Decimal("0.05")
"""How far a number with "about", "nearly" or "almost" may lie from the exact one."""
_LARGEST = Decimal(10) ** 24
"""Above it nothing is rounded: decimal arithmetic keeps 28 digits."""
_BEYOND = Decimal("1.25")
"""How many times its bound a number may be: "more than $1 billion" for $1.02 billion, not for $2 billion."""


def borne_out(said: Amount, source: Amount, *, any_noun: bool = False) -> bool:
    """Whether a statement may say `said` where the article says `source`.

    The same number in any notation; a bound that the exact number satisfies; a rounding with "about", or one that
    drops decimals. A lower bound may be dropped ("more than $1 billion" → "$1 billion" claims less than the source),
    an upper one may not ("up to $1 billion" → "$1 billion" claims more). With `any_noun`, what is counted may be
    called by another noun ("1,850 employees" for "1,850 people"); what is measured may not.
    """
    if said.kind != source.kind:
        return False
    if said.currencies and source.currencies and not set(said.currencies) & set(source.currencies):
        return False
    if not _units_compatible(said, source) and not (
        any_noun and said.kind == "quantity" and not is_measure(said.unit) and not is_measure(source.unit)
    ):
        return False
    if said.high is not None:
        return source.high is not None and abs(said.value) == abs(source.value) and abs(said.high) == abs(source.high)
    if source.high is not None and source.bound == "between":
        return same_size(said.value, source)
    return _bounds_allow(said.bound, abs(said.value), source.bound, abs(source.value))


_POINTS = {"basis_points": Decimal(1), "percentage_points": Decimal(100)}
_SPANS = {stem(unit): count for unit, count in (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))}
"""Stretches of time in months."""
_PERCENT_OFF = Decimal("0.02")
"""How far a percentage may lie from the fraction that it tells: 33% and 34% for a third, 67% for two thirds."""
_ELIDED = Decimal(1000)
"""Numbers from here on may lack their currency where another beside them has it: "5.2 mln stg, against 4.4 mln"."""


def told_otherwise(said: Amount, source: Amount) -> bool:
    """Whether both are one amount in other units: 130 basis points and 1.3 points, nine tenths and 90%, "4.4 mln"
    for "4.4 mln stg" where the currency stands at another amount (that one does is for the caller to see)."""
    if said.high is not None or source.high is not None:
        return False
    if said.kind == source.kind == "quantity":
        span, length = _SPANS.get(stem(said.unit or "")), _SPANS.get(stem(source.unit or ""))
        if not span or not length or span == length or abs(said.value) * span != abs(source.value) * length:
            return False
        return _bounds_allow(said.bound, said.value, source.bound, said.value)
    mine, theirs = abs(said.value), abs(source.value)
    if said.kind == source.kind == "percent":
        one, other = _POINTS.get(said.unit or ""), _POINTS.get(source.unit or "")
        same = one is not None and other is not None and one != other and mine * one == theirs * other
        return same and _bounds_allow(said.bound, mine, source.bound, mine)
    if {said.kind, source.kind} == {"percent", "quantity"}:
        percent, share = (mine, theirs) if said.kind == "percent" else (theirs, mine)
        whole, points = (source, said) if said.kind == "percent" else (said, source)
        if points.unit in _POINTS and whole.unit in (None, "point", "points"):
            same = percent * _POINTS[points.unit] == share * 100 and (whole.unit is not None or share < 1)
            return same and _bounds_allow(said.bound, mine, source.bound, mine)
        if whole.unit is not None or not 0 < share < 1 or (said.unit or source.unit) != "percent":
            return False
        close = abs(percent - share * 100) <= share * 100 * _PERCENT_OFF
        return close and _bounds_allow(said.bound, mine, source.bound, mine)
    if {said.kind, source.kind} == {"money", "quantity"}:
        bare = source if said.kind == "money" else said
        eighths = said.kind == "money" and bare.value != int(bare.value) and bare.value * 32 == int(bare.value * 32)
        return (
            bare.unit is None
            and (theirs >= _ELIDED or eighths)
            and _bounds_allow(said.bound, mine, source.bound, theirs)
        )
    return False


def _units_compatible(said: Amount, source: Amount) -> bool:
    if said.kind == "percent":
        return said.unit == source.unit or said.unit is None or source.unit is None
    return said.kind == "money" or units_agree(said.unit, source.unit) or same_things(said.unit, source.unit)


def _bounds_allow(bound: str, said: Decimal, source_bound: str, source: Decimal) -> bool:
    if said == source:
        if source_bound in ("up_to", "less_than"):
            return bound in ("up_to", "less_than", "about")
        if bound in ("more_than", "at_least"):
            return source_bound in ("more_than", "at_least") or (bound == "at_least" and source_bound == "exactly")
        if bound in ("up_to", "less_than"):
            return bound == "up_to" and source_bound == "exactly"
        return True
    if source == 0:
        return False
    off = abs(said - source) / source
    if len(mantissa(said)) >= len(mantissa(source)) and not (_is_round(said) and len(mantissa(source)) > 1):
        return False
    if bound == "about":
        return off <= _ABOUT and (_is_round(said) or _rounds(said, source))
    if bound in ("more_than", "at_least"):
        return source_bound in _UNBOUNDED and said < source <= said * _BEYOND
    if bound in ("up_to", "less_than"):
        return source_bound in _UNBOUNDED and source < said <= source * _BEYOND
    dropped = len(mantissa(source)) - len(mantissa(said))
    return (
        source_bound not in ("up_to", "less_than")
        and off <= _TOLERANCE / 2 ** max(dropped - 1, 0)
        and _rounds(said, source)
    )


def _is_round(value: Decimal) -> bool:
    """Whether it is a short number that ends in a five: "about 35%" for 33.8% or for 34%."""
    return len(digits := mantissa(value)) <= 2 and digits.endswith("5")


def _rounds(said: Decimal, source: Decimal) -> bool:
    """Whether `said` is `source` with fewer digits, rounded up or down to its own last one."""
    if source >= _LARGEST or said == 0:
        return False
    digits, exponent = said.normalize().as_tuple().digits, said.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101
    unit = Decimal(1).scaleb(exponent)
    return len(digits) < len(mantissa(source)) and abs(said - source) * 2 <= unit


def decimal_of(value: object) -> Decimal | None:
    """A given number as an exact one; None for None."""
    return None if value is None else value if isinstance(value, Decimal) else Decimal(str(value))


def plain_number(value: Decimal) -> str:
    """A number for a message, its thousands set apart."""
    return f"{number(value):,}" if value.is_finite() and abs(value) < Decimal(10) ** 24 else str(value)[:32]
