"""Money, percentages, quantities and figures: their words found, their values recomputed and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from summarizer.fields import FieldKind, Leaf, Value, number
from summarizer.text import modality
from summarizer.text.bounds import leads_on
from summarizer.text.currency_context import likeliest
from summarizer.text.folding import folded
from summarizer.text.numbers import Amount, read_amount
from summarizer.verdicts import Finding, with_fields
from summarizer.verifier import doubts
from summarizer.verifier.amounts import (
    Difference,
    decimal_of,
    differences,
    distance,
    mantissa,
    plain_number,
    same_size,
    units_agree,
)
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import locate, locate_cited, nearest
from summarizer.verifier.notes import Filled, Held, Note, differing, find

_KIND = {FieldKind.MONEY: "money", FieldKind.PERCENT: "percent", FieldKind.QUANTITY: "quantity"}

_BOUND_WORDS = {
    "about": "“about”",
    "at_least": "“at least”",
    "between": "a range",
    "exactly": "the number without a bound",
    "less_than": "“less than”",
    "more_than": "“more than”",
    "up_to": "“up to”",
}

_ENOUGH = 64
"""Amounts of the same value among which the best is chosen."""
_NEAR = 120
"""Characters around an amount within which a word says that it fell or was a loss."""

_LEVELS = frozenset({"at", "to"})
_IS = frozenset({"are", "is", "of", "stood", "totaled", "totalled", "was", "were"})


def check_value(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """Looks the amount up by its words and by its value, fills in what they say and compares what was given."""
    value: Value = leaf.value
    said = cited.amount(value.text)
    if said is None:
        turned = _plus_turned(leaf, cited)
        yield from (turned,) if turned is not None else _unread(leaf, cited)
        return
    wanted = _KIND.get(leaf.kind, said.kind)
    pool = [amount for amount in cited.each(cited.index.amounts) if amount.kind in (wanted, said.kind)]
    if said.high is not None:
        pool += [amount for amount in cited.each(cited.index.ranges) if amount.kind in (wanted, said.kind)]
    if matching := _matching(said, pool):
        yield from _compare(leaf, cited, said, matching)
        return
    elsewhere = _matching(said, cited.index.amounts_by_value.get(abs(said.value), ()))
    literal = locate_cited(value.text, cited)
    if literal and not any(amount.start < literal.whole[1] and literal.whole[0] < amount.end for amount in pool):
        # "Winning seats at two": no amount was read there, so that none contradicts the words.
        yield Held(leaf.path, literal.places)
        yield from _settle(leaf, said, said, cited, None)
        return
    if literal and said.bound == "about" and leads_on(cited.index.text, literal.whole[0]):
        yield Held(leaf.path, literal.places)
        yield find(
            Code.JUDGEMENT_UNPROVEN,
            leaf.path,
            f"In {quoted(value.text)} “about” leads on to what is talked of, and need not bound the number.",
            said=value.text,
            article=cited.index.article,
            place=literal.whole,
        )
        return
    about_it = [amount for amount in elsewhere if not pool or concerns(cited, amount)]
    if said.unit and any(amount.kind == said.kind and same_size(said.value, amount) for amount in pool):
        about_it = [amount for amount in about_it if amount.unit]  # the cited one counts something else
    if about_it:
        yield from _compare(leaf, cited, said, about_it)
        return
    yield from _absent(leaf, cited, said, pool)


def _plus_turned(leaf: Leaf, cited: Cited) -> Finding | None:
    """The finding that words with a plus sign, which the article does not have, give a fall or a loss."""
    text, index = leaf.value.text, cited.index
    said = read_amount(text.strip()[1:]) if text.strip()[:1] == "+" else None
    if said is None or locate_cited(text, cited) is not None:
        return None
    same = _matching(said, [amount for amount in cited.each(index.amounts) if amount.kind == said.kind])
    if not same or not all(goes_down(amount, index) for amount in same):
        return None
    return _turned(leaf, same[0], index)


def _turned(leaf: Leaf, source: Amount, index: Index) -> Finding:
    place = source.start, source.end
    return differing(Code.SIGN_ALTERED, leaf.path, leaf.value.text, index.article, place, what="the sign")


def _matching(said: Amount, pool: Sequence[Amount]) -> list[Amount]:
    """The amounts that are the one which the words give; words without a bound match any bound."""
    found = []
    for one in pool:
        # An amount differs from itself in nothing.
        if one is said or (same_size(said.value, one) and not differences(said, one)):
            found.append(one)
            if len(found) == _ENOUGH:
                break
    return found


def concerns(cited: Cited, amount: Amount) -> bool:
    """Whether a sentence that holds the amount may well be about what is cited."""
    return any(cited.concerns(number) for number in cited.index.sentences_of((amount.start, amount.end)))


def _compare(leaf: Leaf, cited: Cited, said: Amount, matching: Sequence[Amount]) -> Iterator[Note]:
    """Holds the given values against the amount of the article that they fit best."""
    middle = cited.middle if len(matching) > 1 else 0
    best = (
        matching[0]
        if len(matching) == 1
        else min(
            matching,
            key=lambda amount: (
                len(list(_mismatches(leaf, said, amount, cited.index))),
                not cited.holds((amount.start, amount.end)),
                amount.bound != said.bound,
                abs(amount.start - middle) if not cited.holds((amount.start, amount.end)) else 0,
            ),
        )
    )
    if said.value < 0 < best.value and not goes_down(best, cited.index):
        yield _turned(leaf, best, cited.index)
        return
    place = _place_of(leaf.value.text, best, cited.index)
    yield Held(leaf.path, (place,))
    yield from _settle(leaf, said, best, cited, (best.start, best.end))


def _place_of(text: str, amount: Amount, index: Index) -> Place:
    """Where the words stand at the amount; the amount itself where they are written differently."""
    stretch = index.text[amount.start : amount.end]
    at = stretch.find(text.strip())
    if at >= 0 and text.strip():
        return amount.start + at, amount.start + at + len(text.strip())
    if folded(text).strip() == folded(stretch):
        return amount.start, amount.end
    return amount.core


def _settle(leaf: Leaf, said: Amount, source: Amount, cited: Cited, place: Place | None) -> Iterator[Note]:
    """Findings for the given values that `source` does not bear out; the others filled in."""
    value: Value = leaf.value
    index = cited.index
    faults = list(_mismatches(leaf, said, source, index))
    for code, given, what in faults:
        yield (
            find(
                code,
                leaf.path,
                f"{quoted(value.text)} is stored with {what}",
                said=given,
                article=index.article,
                place=place or source.core,
            )
            if place
            else find(code, leaf.path, f"{quoted(value.text)} is stored with {what}", said=given)
        )
    if not faults and place is not None and doubts.belongs_to_another(source, index):
        yield _not_read(leaf, place, index)
    elif not faults:
        yield Filled(leaf.path, with_fields(value, _reading(value, source)))
        if (why := doubts.of_value(value, source, index, placed=place is not None)) is not None:
            yield find(Code.JUDGEMENT_UNPROVEN, leaf.path, why, said=value.text, article=index.article, place=place)


def _reading(value: Value, source: Amount) -> dict[str, object]:
    """What the words say, for the fields of `value` that are still empty."""
    given = vars(value)
    read: dict[str, object] = {
        "type": source.kind,
        "amount": number(source.value),
        "currency": likeliest(source.currencies),
        "unit": source.unit,
        "bound": source.bound,
        "high": None if source.high is None else number(source.high),
    }
    return {name: new for name, new in read.items() if name in given and given[name] is None}


def _mismatches(leaf: Leaf, said: Amount, source: Amount, index: Index) -> Iterator[tuple[Code, object, str]]:
    """(code, what was given, what is wrong in words) for every value that was given and is not the source's."""
    value: Value = leaf.value
    wanted = _KIND.get(leaf.kind, getattr(value, "type", None))
    if wanted is not None and wanted != source.kind and not (wanted == "money" and _may_be_money(value, source, index)):
        yield Code.UNIT_ALTERED, wanted, f"the type {wanted}, but the article has a {_called(source.kind)} there."
    amount = decimal_of(getattr(value, "amount", None))
    if amount is not None:
        yield from _amount_mismatches(amount, said, source, index, value.text)
    high = decimal_of(getattr(value, "high", None))
    if high is not None and (source.high is None or not high.is_finite() or abs(high) != abs(source.high)):
        yield Code.NUMBER_ALTERED, high, f"the upper end {plain_number(high)}, which the article does not give."
    currency = getattr(value, "currency", None)
    if currency and source.kind == "money" and source.currencies and currency.upper() not in source.currencies:
        yield (
            Code.CURRENCY_ALTERED,
            currency,
            f"the currency {quoted(currency)}, but the article has {source.currencies[0]}.",
        )
    unit = getattr(value, "unit", None)
    if unit and not _unit_holds(unit, source, index):
        yield Code.UNIT_ALTERED, unit, f"the unit {quoted(unit)}, but the article has {quoted(source.unit or 'none')}."
    bound = getattr(value, "bound", None)
    if bound and bound != source.bound:
        has = _BOUND_WORDS[source.bound]
        yield Code.BOUND_ALTERED, bound, f"the bound {bound}, but the article has {has}."


def _may_be_money(value: Value, source: Amount, index: Index) -> bool:
    """Whether a bare number of millions may be a sum in the currency that the record gives, in which its sentence or
    the one before has another: "a profit of 7 mln dlrs on sales of 88 mln"; or in which the whole article reckons."""
    if source.kind != "quantity" or source.unit is not None or abs(source.value) < doubts.SUM:
        return False
    currency = getattr(value, "currency", None)
    near = {around for number in index.sentences_of((source.start, source.end)) for around in (number - 1, number)}
    return (
        currency is not None
        and any(
            currency.upper() in amount.currencies for number in near if number > 0 for amount in index.amounts(number)
        )
    ) or (currency is not None and _reckoned_in(index) == currency.upper())


def _reckoned_in(index: Index) -> str | None:
    """The one currency in which all sums of the article are, if there are several."""
    numbers = range(1, len(index.sentences) + 1)
    sums = [amount.currencies for number in numbers for amount in index.amounts(number) if amount.currencies]
    shared = set.intersection(*map(set, sums)) if len(sums) > 1 else set()
    return shared.pop() if len(shared) == 1 else None


def _as_stored(given: Decimal, read: Decimal) -> bool:
    """Whether a number is the other one, or what a binary number keeps of it: a third, read with 28 digits."""
    return given == read or abs(given - read) <= read * _ROUNDING


_ROUNDING = Decimal("1e-14")


def _amount_mismatches(
    amount: Decimal, said: Amount, source: Amount, index: Index, text: str
) -> Iterator[tuple[Code, object, str]]:
    has = quoted(index.text[source.start : source.end]) if source is not said else quoted(text)
    if (
        not amount.is_finite()
        or not any(_as_stored(abs(amount), abs(one.value)) for one in (source, said))
        or not (same_size(amount, source) or _as_stored(abs(amount), abs(source.value)))
    ):
        same = amount.is_finite() and mantissa(amount) == mantissa(source.value)
        code = Code.SCALE_ALTERED if same else Code.NUMBER_ALTERED
        yield code, amount, f"the amount {plain_number(amount)}, but the article has {has}."
    elif amount < 0 <= source.value and not goes_down(source, index):
        yield (
            Code.SIGN_ALTERED,
            amount,
            f"the amount {plain_number(amount)}, but nothing in the article says that {has} is negative.",
        )
    elif source.value < 0 < amount:
        yield (
            Code.SIGN_ALTERED,
            amount,
            f"the amount {plain_number(amount)}, but the article has {has}, which is negative.",
        )


def goes_down(source: Amount, index: Index) -> bool:
    """Whether the words at an amount say that it is a fall or a loss: the nearest direction decides.

    What something fell "to" or stood "at" is no fall, however the sentence goes on.
    """
    sign = index.text[max(0, source.start - 2) : source.start].strip()[-1:]
    if sign and sign in "-−–(":
        return True
    for at in index.sentences_of((source.start, source.end)):
        sentence = index.sentences[at - 1]
        near = max(sentence.start, source.start - _NEAR), min(sentence.end, source.end + _NEAR)
        if _is_loss(source, index, near):
            return True
        ahead = index.text[near[0] : source.start].rsplit(None, 1)
        last = ahead[-1].lower() if ahead else ""
        if last in _LEVELS:
            return False
        cues = [cue for cue in index.directions(at) if near[0] <= cue.start and cue.end <= near[1]]
        if last in _IS:
            cues = [cue for cue in cues if cue.end <= source.start]
        nearest_cue = min(
            cues,
            key=lambda cue: source.start - cue.end if cue.end <= source.start else 2 * (cue.start - source.end),
            default=None,
        )
        if nearest_cue is not None:
            return nearest_cue.sense == "down"
    return False


def _is_loss(source: Amount, index: Index, near: Place) -> bool:
    """Whether the last word of profit or loss before the amount, or else the first behind it, speaks of a loss."""
    cues = modality.results(index.text[slice(*near)])
    ahead = [cue for cue in cues if near[0] + cue.end <= source.start]
    behind = [cue for cue in cues if near[0] + cue.start >= source.end]
    cue = ahead[-1] if ahead else behind[0] if behind else None
    return cue is not None and cue.sense == "loss"


def _unit_holds(unit: str, source: Amount, index: Index) -> bool:
    if source.kind == "percent":
        return source.unit is None or unit == source.unit
    if source.kind == "money" or (source.unit is not None and units_agree(unit, source.unit)):
        return True
    near = folded(index.text[max(0, source.start - _NEAR // 2) : source.end + _NEAR // 2])
    return folded(unit) in near


def _absent(leaf: Leaf, cited: Cited, said: Amount, pool: Sequence[Amount]) -> Iterator[Note]:
    """The finding for an amount that the article does not give for this."""
    text, index = leaf.value.text, cited.index
    if pool:
        meant = min(pool, key=lambda amount: distance(said, amount))
        wrong = differences(said, meant)
        place = meant.start, meant.end
        yield _altered(leaf, wrong, index, place)
        return
    place_alike = nearest(text, cited, alike=85)
    if place_alike is not None:
        alike = read_amount(index.text[slice(*place_alike)])
        if alike is not None and alike.kind == said.kind and (wrong := differences(said, alike)):
            yield _altered(leaf, wrong, index, place_alike)
            return
    yield find(Code.NUMBER_UNSUPPORTED, leaf.path, f"The article does not give the amount {quoted(text)}.", said=text)


def _altered(leaf: Leaf, wrong: Sequence[Difference], index: Index, place: Place) -> Finding:
    return differing(wrong[0].code, leaf.path, leaf.value.text, index.article, place, what=wrong[0].what)


def _unread(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """Words in which no amount can be read: they must at least stand in the article."""
    value: Value = leaf.value
    located = locate(value.text, cited)
    if located is None:
        place = nearest(value.text, cited)
        if place is None:
            yield find(
                Code.NUMBER_UNSUPPORTED,
                leaf.path,
                f"The article does not give the amount {quoted(value.text)}.",
                said=value.text,
            )
        else:
            yield differing(Code.TEXT_ALTERED, leaf.path, value.text, cited.index.article, place)
        return
    yield Held(leaf.path, located.places)
    start, end = located.whole
    around = [
        amount
        for number_of in cited.index.sentences_of(located.whole)
        for amount in cited.index.amounts(number_of)
        if amount.start < end and amount.end > start and _KIND.get(leaf.kind, amount.kind) == amount.kind
    ]
    if len(around) == 1 and not doubts.holds_another_number(
        cited.index.text[start:end], around[0].start - start, around[0].end - start
    ):
        yield from _settle(leaf, around[0], around[0], cited, (around[0].start, around[0].end))
        return
    yield _not_read(leaf, located.whole, cited.index)


def _not_read(leaf: Leaf, place: Place, index: Index) -> Finding:
    return find(
        Code.VALUE_UNREAD,
        leaf.path,
        f"{quoted(leaf.value.text)} stands in the article, but it could not be read as one amount.",
        said=leaf.value.text,
        article=index.article,
        place=place,
    )


def _called(kind: str) -> str:
    return {"money": "sum of money", "percent": "percentage", "quantity": "quantity"}[kind]
