"""Reading amounts: words → exact value, bound, currency candidates and unit.

    read_amounts(text)   every amount of a text
    read_amount(text)    the one that a whole text is

Digits follow the English convention: a comma groups, a point divides ("1.200" is 1.2, "1,200" is 1200). What cannot be
English is read as written elsewhere: "1.200.000", "1.234,56", "3,00,000", "1'200'000", and "1,5" where a currency, a
scale word or a percent sign shows that it is one number.

Not amounts: years and dates, times of day, what a number only names ("Boeing 737", "type 2", "No. 5", "H100", "Q3"), codes
and phone numbers, list numbers, scores, and counts without a number ("hundreds of millions", "several dozen").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Literal

from summarizer.text.bounds import Bound, bound_before, bound_behind
from summarizer.text.currencies import BEFORE as SIGN_BEFORE
from summarizer.text.currencies import BEHIND as MONEY_BEHIND
from summarizer.text.currencies import LEADING, LETTER_SIGNS, sign_currencies, word_coin
from summarizer.text.number_context import names_something
from summarizer.text.number_words import PATTERN as WORDS
from summarizer.text.number_words import SCALES
from summarizer.text.numerals import Numeral, read_numeral
from summarizer.text.plain import plain
from summarizer.text.units import TIMES, Counted, read_unit

__all__ = ["Amount", "Bound", "read_amount", "read_amounts"]

Kind = Literal["money", "percent", "quantity"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at `text[start:end]`, with its currency, scale, unit and bound words: "more than $1 billion"."""

    start: int
    end: int
    core: tuple[int, int]
    """Where it stands without the bound words: "$1 billion"."""
    kind: Kind
    value: Decimal
    """Scale words applied; 34 for "34%"; the lower end of a range."""
    high: Decimal | None
    """The upper end of a range, for bound `between`."""
    bound: Bound
    currencies: tuple[str, ...]
    """ISO 4217 candidates, the likeliest first; () if it is not money."""
    unit: str | None
    """Of a percent "percent", "percentage_points" or "basis_points"; of a quantity the unit or the counted noun as it
    stands in the text: "days", "GPUs" of "100,000 Nvidia H100 GPUs"."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One number with what belongs to it; a range has two."""

    start: int
    end: int
    numeral: Numeral
    scale: Decimal | None
    currencies: tuple[str, ...]
    factor: Decimal
    percent: str | None
    counted: Counted | None

    @property
    def kind(self) -> Kind:
        return "money" if self.currencies else "percent" if self.percent else "quantity"

    @property
    def bare(self) -> bool:
        return not (self.currencies or self.percent or self.counted)


_GAP = r"(?:[ \t\xa0]{1,8}(?:\r?\n[ \t\xa0]{0,12})?|\r?\n[ \t\xa0]{0,12})"
_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
NUMERAL = re.compile(
    rf"(?P<digits>(?:\d+(?:[.,:/-]\d+|–\d+|'\d{{3}}(?!\d)|\xa0\d{{3}}(?![\d.,]\d|\d))*|(?<![\w.])\.\d+)(?:[ \xa0]?[{_FRACTIONS}]|(?:[ \xa0])\d{{1,2}}/\d{{1,2}}(?![\d/]))?|[{_FRACTIONS}])"
    rf"|(?<![^\W_])(?P<words>(?i:{WORDS}))(?![^\W_])"
)
_LONG_SCALE = sorted((word for word in SCALES), key=lambda word: (-len(word), word))
_SCALE = re.compile(rf"(?:{_GAP}|-|[ ]-[ ])?(?i:(?P<first>{'|'.join(_LONG_SCALE)})(?:{_GAP}(?P<second>hundred|thousand|million|crores?|billion))?)(?![^\W_])")
_LETTER_SCALE = re.compile(r"(?P<gap>[ \xa0]?)(?P<letter>MM|mm|[kKmMbBtT])(?![^\W_]|[/'])")
_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12, "mm": 6}
_PERCENT = re.compile(
    rf"[ \xa0]?\)?[ \xa0]?%(?:(?:{_GAP}|-)?(?P<points>points?|pts?)\b)?"
    rf"|(?:{_GAP}|-)?(?i:(?P<pp>(?:percentage|percent|pct|per{_GAP}cent)(?:{_GAP}|-)(?:points?|pts)|pp|ppts?)|(?P<bp>basis(?:{_GAP}|-)points?|bps?)|percent|per{_GAP}cents?|pct|(?<=\d)pc|per-cent)(?![^\W_])"
)
_ARTICLE = re.compile(r"(?:a|the)[ \xa0]", re.IGNORECASE)
_MINUS = re.compile(rf"(?:(?<![\w)%])[-–]|(?<![^\W_])(?i:minus|negative){_GAP})\Z")
_JOIN = re.compile(rf"(?P<dash>[ \xa0]?(?:-[ ]?-|[-–—])[ \xa0]?|-to-)|{_GAP}(?P<word>to|and|or|through){_GAP}(?:a(?:bout|round)?{_GAP})?", re.IGNORECASE)
_SCREENS = (["video"], ["videos"], ["resolution"], ["display"], ["screen"], ["hd"])
_SHARE = re.compile(rf"{_GAP}(?:a|an|per){_GAP}[^\W\d_]+|/[^\W\d_]+", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<![^\W_])(?:in{_GAP}the{_GAP}range{_GAP}of|(?:in{_GAP})?(?:a{_GAP})?(?:range|ranging|ranges|ranged){_GAP}(?:from|of|between)|(?P<between>(?:anywhere{_GAP}|somewhere{_GAP})?between)|anywhere{_GAP}from){_GAP}\Z", re.IGNORECASE)
_MOVED = re.compile(
    rf"(?<![^\W_])(?:from|by|added|advanced|climbed|declined|dipped|down|dropped|eased|fell|gained|grew|increased|jumped|lost|raised|rallied|rose|shed|sank|"
    rf"slid|slipped|slumped|soared|surged|tumbled|up){_GAP}(?:about{_GAP}|nearly{_GAP}|as{_GAP}much{_GAP}as{_GAP})?\Z",
    re.IGNORECASE,
)


def read_amounts(text: str) -> list[Amount]:
    """All amounts of a text, in order and disjoint.

    "between $10 million and $12 million", "$10-$12 billion", "two to three years" are one amount with two ends; "from $5
    million to $7 million" are two amounts, a movement. A currency, a scale or a unit that stands only once belongs to
    both ends. Text that cannot be an amount is passed over in silence, however long its digits.
    """
    return _read(text, alone=False)


def _read(text: str, *, alone: bool) -> list[Amount]:
    source = plain(text)
    found = []
    for amount in _amounts(source.text, alone=alone):
        if source.removed:
            start, end = source.span(amount.start, amount.end)
            amount = replace(amount, start=start, end=end, core=source.span(*amount.core))
        found.append(amount)
    return found


_LEAD = re.compile(rf"(?:(?:the|a|an|its|their|his|her|our|only|just|exactly|precisely|another|additional|total|of|full|whole|combined|nearly){_GAP})+", re.IGNORECASE)
_RATE = re.compile(rf"(?:{_GAP}(?:a|per|an|each|apiece)(?:{_GAP}[^\W\d_]+){{0,2}}|/[^\W\d_]+|{_GAP}in{_GAP}(?:total|all)|'s?)", re.IGNORECASE)
_EDGES = " \t\r\n\xa0.,;:!?\"'()[]"


def read_amount(text: str) -> Amount | None:
    """The amount that the whole of `text` is; None for more words than that ("a deal worth $1bn", "$1bn in cash").

    Articles, "only", "another", "a total of" before it and a rate behind it ("a share", "per barrel") may stand there.
    """
    amounts = _read(text, alone=True)
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    before, behind = text[: amount.start].strip(_EDGES), text[amount.end :].rstrip(_EDGES)
    if before and not _LEAD.fullmatch(before + " "):
        return None
    if behind.strip(_EDGES) and not _RATE.fullmatch(behind):
        return None
    return amount


def _amounts(text: str, *, alone: bool = False) -> Iterator[Amount]:
    floor = at = 0
    while found := NUMERAL.search(text, at):
        side = _side(text, found, floor)
        if side is None:
            at = max(found.end(), at + 1) if found["digits"] else _next_word(text, found)
            continue
        amount = _range(text, side, floor) or _single(text, side, floor, alone=alone)
        if amount is None:
            at = side.end
            continue
        yield amount
        floor = at = amount.end


def _next_word(text: str, found: re.Match[str]) -> int:
    word = re.compile(r"[^\W\d_]+").match(text, found.start())
    return word.end() if word else found.end()


def _side(text: str, found: re.Match[str], floor: int) -> _Side | None:
    numeral = read_numeral(found)
    if numeral is None:
        return None
    start, end = found.start(), numeral.end
    currencies: tuple[str, ...] = ()
    sign = SIGN_BEFORE.search(text[max(floor, start - 9) : start]) if found["digits"] else None
    if sign:
        written = sign["sign"] or sign["glued"]
        currencies = sign_currencies(written)
        start = max(floor, start - 9) + sign.start()
    scale, end = _scale(text, numeral, end, money=bool(currencies))
    if sign and sign["sign"] and sign["sign"].rstrip(".") in LETTER_SIGNS and not _supports(sign["sign"], numeral, scale, text, start):
        currencies, start = (), found.start()
        if text[start - 1].isalpha():
            return None
    percent = None
    factor = Decimal(1)
    counted = None
    if not currencies and (sign_behind := _PERCENT.match(text, end)):
        opened = sign_behind.group().find(")") >= 0
        if not opened or (start and text[start - 1] == "("):
            percent = "percentage_points" if sign_behind["points"] or sign_behind["pp"] else "basis_points" if sign_behind["bp"] else "percent"
            if opened:
                start -= 1
                numeral = numeral.negated()
            end = sign_behind.end()
    if percent is None and (money := MONEY_BEHIND.match(text, end)):
        coin = _money_behind(money, found, text, end, scaled=scale is not None or numeral.grouped)
        if coin:
            behind, factor = coin
            shared = tuple(code for code in currencies if code in behind)
            currencies = shared or behind if currencies else behind
            end = money.end()
    if percent is None and not currencies:
        if numeral.decimal_comma and scale is None:
            return None
        counted = read_unit(text, end)
        if counted:
            end = counted.end
    minus = _MINUS.search(text[max(floor, start - 10) : start])
    if minus and not numeral.range:
        start = max(floor, start - 10) + minus.start()
        numeral = numeral.negated()
    side = _Side(start, end, numeral, scale, currencies, factor, percent, counted)
    return None if names_something(text, side.start, found.start(), numeral.end, side.end, _strength(side), floor) else side


def _strength(side: _Side) -> str:
    """How sure it is that the number is an amount: "sign" for money and percent, "scale", "unit", "words" or "bare"."""
    if side.currencies or side.percent:
        return "sign"
    if side.scale is not None or side.numeral.grouped:
        return "scale"
    if side.numeral.words:
        return "fraction" if side.numeral.fraction else "words" if side.counted is None else "words_unit"
    if side.numeral.range or side.numeral.fraction:
        return "range"
    return "unit" if side.counted else "bare"


def _supports(sign: str, numeral: Numeral, scale: Decimal | None, text: str, start: int) -> bool:
    """Whether a sign of letters is one: "R" and "P" need a scale or a grouped number, "Re" digits right behind."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
        return False
    return len(sign.rstrip(".")) > 1 or scale is not None or numeral.grouped


def _scale(text: str, numeral: Numeral, end: int, *, money: bool) -> tuple[Decimal | None, int]:
    """The scale behind a number, and where it ends."""
    if not numeral.words or numeral.value < 1000:
        found = _SCALE.match(text, end)
        if found and not (numeral.words and found.group()[0].isalpha()):
            scale = Decimal(SCALES[found["first"].lower()])
            if found["second"]:
                scale *= SCALES[found["second"].lower()]
            return scale, found.end()
    letter = None if numeral.words else _LETTER_SCALE.match(text, end)
    if letter:
        name, gap = letter["letter"], letter["gap"]
        counts = bool(money)
        if not money and not gap and name in "kKmMbB":
            counts = name in "kK" or read_unit(text, letter.end()) is not None
        if counts or (not gap and MONEY_BEHIND.match(text, letter.end()) and name != "T"):
            return Decimal(10) ** _LETTERS[name.lower()], letter.end()
    return None, end


def _money_behind(
    money: re.Match[str], found: re.Match[str], text: str, end: int, *, scaled: bool
) -> tuple[tuple[str, ...], Decimal] | None:
    following = text[money.end() : money.end() + 14].lower().split()[:2]
    if money["word"]:
        word = money["word"].lower()
        if word in ("pound", "pounds") and not money["nation"] and following[:1] == ["of"] and following[1:2] != ["sterling"]:
            return None
        if word in ("won", "mark", "rand", "penny") and not scaled and not money["nation"]:
            return None
        coin = word_coin(money["word"], money["nation"])
        return coin.currencies, coin.factor
    if money["code"] or money["codeglued"]:
        return ((money["code"] or money["codeglued"]),), Decimal(1)
    if money["minor"]:
        if not found["digits"] or scaled or text[end - 1 : end] not in "0123456789" or following[:1] in _SCREENS:
            return None
        coin = word_coin("pence" if money["minor"] == "p" else "cents")
        return coin.currencies, coin.factor
    if money["sign"] == "¢":
        coin = word_coin("cents")
        return coin.currencies, coin.factor
    return sign_currencies(money["sign"] or money["dollar"]), Decimal(1)


def _range(text: str, first: _Side, floor: int) -> Amount | None:
    """The range that begins with `first`, if one does."""
    between = _BETWEEN.search(text[max(floor, first.start - 24) : first.start])
    start = max(floor, first.start - 24) + between.start() if between else first.start
    rate = _SHARE.match(text, first.end) if first.currencies else None
    join = _JOIN.match(text, rate.end() if rate else first.end)
    if not join or first.numeral.range:
        return None
    word = (join["word"] or "").lower()
    if word == "and" and not (between and between["between"]):
        return None
    second = _second(text, join.end())
    if second is None or second.numeral.range:
        return None
    low, high = _shared(first, second)
    if low.kind != high.kind or low.percent != high.percent or not set(low.currencies) & set(high.currencies) and low.currencies:
        return None
    if low.bare and not between:
        return None
    lower, upper = _value(low), _value(high)
    if not lower < upper:
        return None
    if not between and word in ("to", "through") and not first.bare and _MOVED.search(text[max(floor, first.start - 32) : first.start]):
        if first.kind == "money" or re.search(r"\b(?:from|by)\s", text[max(floor, first.start - 20) : first.start], re.IGNORECASE):
            return None
    if not between and word in ("to",) and re.search(rf"\bfrom{_GAP}\Z", text[max(floor, first.start - 20) : first.start], re.IGNORECASE):
        return None
    if word == "or" and not (first.bare and upper <= lower * 2):
        return None
    if low.kind == "quantity" and first.counted and not first.counted.joins and second.counted and first.counted.text != second.counted.text:
        return None
    begin = start
    if not between and (outer := bound_before(text, floor, first.start, of_time=_of_time(high))):
        begin = outer[1]
    return Amount(
        begin, high.end, (first.start, high.end), high.kind, lower, upper, "between", low.currencies or high.currencies, _unit(high) or _unit(low)
    )


def _second(text: str, at: int) -> _Side | None:
    """The side that begins right at `at`, a currency sign before it or not."""
    sign = LEADING.match(text, at)
    found = NUMERAL.match(text, sign.end() if sign else at)
    return _side(text, found, at) if found else None


def _shared(first: _Side, second: _Side) -> tuple[_Side, _Side]:
    """Both sides, each with what stands only at the other: "$10-12 billion", "5 to 7 percent", "two to three years"."""
    if first.bare and not second.bare:
        first = replace(first, currencies=second.currencies, factor=second.factor, percent=second.percent, counted=second.counted)
    elif second.kind == "quantity" and first.currencies and (second.counted is None or second.scale is not None):
        second = replace(second, currencies=first.currencies, factor=first.factor, counted=None, end=second.numeral.end if second.scale is None else second.end)
    elif second.bare and first.percent:
        second = replace(second, percent=first.percent)
    if first.scale is None and second.scale is not None and first.numeral.value < second.numeral.value:
        first = replace(first, scale=second.scale)
    return first, second


def _value(side: _Side, value: Decimal | None = None) -> Decimal:
    with localcontext(prec=80):
        return _tidy((side.numeral.value if value is None else value) * (side.scale or 1) * side.factor)


def _tidy(value: Decimal) -> Decimal:
    """The same number without needless zeros or exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _of_time(side: _Side) -> bool:
    return side.counted is not None and side.counted.text.lower() in TIMES


def _unit(side: _Side) -> str | None:
    return side.percent or (side.counted.text if side.counted and not side.currencies else None)


def _single(text: str, side: _Side, floor: int, *, alone: bool) -> Amount | None:
    if not alone and side.numeral.words and side.bare and not side.numeral.grouped and not side.numeral.fraction and side.numeral.value != 12:
        return None
    start, end, bound = side.start, side.end, "exactly"
    core_start = start
    high = None if side.numeral.high is None else _value(side, side.numeral.high)
    outer = bound_before(text, floor, start, of_time=_of_time(side))
    behind = bound_behind(text, end)
    if high is not None:
        bound = "between"
        between = _BETWEEN.search(text[max(floor, start - 24) : start])
        start = max(floor, start - 24) + between.start() if between else outer[1] if outer else start
    elif outer:
        bound, start = outer
        end = behind[1] if behind else end
    elif behind:
        bound, end = behind
    return Amount(start, end, (core_start, side.end), side.kind, _value(side), high, bound, side.currencies, _unit(side))  # type: ignore[arg-type]
