"""One number with what belongs to it: sign, scale, currency or percent or unit. A range has two such sides."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Literal, NamedTuple

from summarizer.text.counted_nouns import Counted, read_unit
from summarizer.text.currencies import MONEY_SIGNS, POUNDS, leading_sign, money_behind, sign_before
from summarizer.text.number_context import Evidence, counts_in_words, counts_nothing, part_of_code
from summarizer.text.number_words import SCALES
from summarizer.text.numerals import NUMERAL, Numeral, read_numeral
from summarizer.text.patterns import pattern
from summarizer.text.plain import GAP
from summarizer.text.units import TIMES

Kind = Literal["money", "percent", "quantity"]

_SCALE = pattern(
    rf"(?:{GAP}|-|[ ]-[ ])?(?i:(?P<first>{'|'.join(sorted(SCALES, key=lambda word: (-len(word), word)))})"
    rf"(?:{GAP}(?P<second>hundred|thousand|million|crores?|billion))?)(?![^\W_])"
)
_ONE = Decimal(1)
_EXACT = Context(prec=80)
_SCALE_INITIALS = frozenset(letter for word in SCALES for letter in (word[0], word[0].upper()))
_LETTER_SCALE = pattern(r"(?P<gap>[ \xa0]?)(?P<letter>MM|mm|[kKmMbBtT])(?![^\W_]|[/'])")
_EXPONENTS = {"k": 3, "m": 6, "b": 9, "t": 12, "mm": 6}
_PERCENT = pattern(
    rf"[ \xa0]?(?P<closed>\))?[ \xa0]?%(?:(?:{GAP}|-)?(?P<points>points?|pts?)\b)?"
    rf"|(?:{GAP}|-)?(?i:(?P<pp>(?:percentage|percent|pct|per{GAP}cent)(?:{GAP}|-)(?:points?|pts)|pp|ppts?)"
    rf"|(?P<bp>basis(?:{GAP}|-)points?|bps?)|percent|per{GAP}cents?|pct|(?<=\d)pc|per-cent)(?![^\W_])"
)
_PERCENT_INITIALS = "%)pPbB"
"""What `_PERCENT` can find first, white space and hyphens aside."""
_PLUS = pattern(r"[ \xa0]?\+(?=[ \xa0-])|-plus(?=[ \xa0-])")
_BEFORE_NUMBER = frozenset("-–sSeE\u017f")
_YEAR_DIGITS = 4
BEHIND_YEARS = ("and", "as", "at", "but", "for", "has", "in", "is", "the", "to", "was", "when", "will", "with")
_SURE_YEAR = pattern(rf"(?:1[5-9]|20|21)\d\d(?:(?=[,.;](?!\d))|\Z|(?=[ \n](?:{'|'.join(BEHIND_YEARS)})(?![\w'&./-])))")
"""What no unit, scale or word for money stands behind, and so is no amount: found out first, as most years are such."""
_WEIGHING = pattern(r"\b(?:payloads?|weigh(?:ed|ing|s|t|ts)?)\b[^.;:!?£$€]*\Z")
_WEIGHED_FROM = 48
"""Characters before "pounds" within which it is said that something is weighed."""
_MINUS = pattern(rf"(?:(?<![\w)%])[-–]|(?<![^\W_])(?<!\bor )(?i:minus|negative){GAP})\Z")


class Side(NamedTuple):
    """A number at `text[start:end]`, signs and units included."""

    start: int
    end: int
    numeral: Numeral
    scale: Decimal | None = None
    currencies: tuple[str, ...] = ()
    factor: Decimal = _ONE
    """Of the coin: a hundredth for cents."""
    percent: str | None = None
    counted: Counted | None = None
    more: bool = False
    """"+" or "-plus" stands between it and its noun: "4,000-plus stores"."""
    idle: bool = False
    """A small number in words that counts nothing by itself: "two" of "two to three years"."""

    @property
    def kind(self) -> Kind:
        """Money, percent, or a quantity of something or of nothing named."""
        return "money" if self.currencies else "percent" if self.percent else "quantity"

    @property
    def bare(self) -> bool:
        """Whether nothing says what is counted."""
        return not (self.currencies or self.percent or self.counted)

    @property
    def unit(self) -> str | None:
        """The unit as an amount shows it."""
        return self.percent or (self.counted.text if self.counted and not self.currencies else None)

    @property
    def of_time(self) -> bool:
        """Whether it is a stretch of time."""
        return self.counted is not None and self.counted.text.lower() in TIMES

    @property
    def low(self) -> Decimal:
        """The value, or the lower end where the numeral has two ("10-12")."""
        return self._scaled(self.numeral.value)

    @property
    def high(self) -> Decimal | None:
        """The upper end where the numeral has two."""
        return None if self.numeral.high is None else self._scaled(self.numeral.high)

    def _scaled(self, value: Decimal) -> Decimal:
        product = value
        if self.scale:
            product = _EXACT.multiply(product, self.scale)
        if self.factor != 1:
            product = _EXACT.multiply(product, self.factor)
        whole = product.to_integral_value(context=_EXACT)
        return whole.quantize(_ONE, context=_EXACT) if product == whole else product.normalize(_EXACT)


def side_at(text: str, at: int, floor: int) -> Side | None:
    """The side that begins right at `at`, a currency sign first or not."""
    found = NUMERAL.match(text, leading_sign(text, at))
    return read_side(text, found, floor) if found else None


def read_side(text: str, found: re.Match[str], floor: int) -> Side | None:
    """The side around a numeral; None where it is no amount. Nothing before `floor` belongs to it."""
    sign = sign_before(text, floor, found.start()) if found["digits"] else None
    if not sign and found["digits"] and part_of_code(text, found.start(), signed=False):
        return None
    if not sign and found.end() - found.start() == _YEAR_DIGITS and _SURE_YEAR.match(text, found.start()):
        return None
    numeral = read_numeral(found)
    if numeral is None:
        return None
    scale, end = _read_scale(text, numeral, money=sign is not None)
    if sign and sign.letter and scale is None and not numeral.grouped:
        sign = None
        if part_of_code(text, found.start(), signed=False):
            return None
    side = _with_unit(text, sign.start if sign else found.start(), end, numeral, scale, sign.currencies if sign else ())
    if side is None:
        return None
    before = text[max(floor, side.start - 10) : side.start]
    # "-", "–", "minus " or "negative "
    minus = _MINUS.search(before) if before.rstrip()[-1:] in _BEFORE_NUMBER else None
    if minus and not numeral.range and not side.numeral.negative:
        side = side._replace(start=side.start - len(minus.group()), numeral=numeral.negated())
    span = (found.start(), numeral.end)
    if numeral.words:
        if not counts_in_words(text, floor, span, _evidence(side)):
            return None
        idle = side.bare and not numeral.grouped and not numeral.fraction and scale is None
        return side._replace(idle=True) if idle else side
    return None if counts_nothing(text, floor, side.start, span, side.end, _evidence(side)) else side


def _with_unit(
    text: str, start: int, end: int, numeral: Numeral, scale: Decimal | None, currencies: tuple[str, ...]
) -> Side | None:
    """The number at `text[start:end]` with the percent sign, the word for money or the counted noun behind it."""
    # What follows behind spaces and a hyphen tells what can be there; "" where there are more of them.
    following = text[end : end + 4].lstrip(" \xa0\r\n\t-")[:1]
    if not currencies and following in _PERCENT_INITIALS and (sign := _PERCENT.match(text, end)):
        opened = start > 0 and text[start - 1] == "("
        if opened or not sign["closed"]:
            points = sign["points"] or sign["pp"]
            unit = "percentage_points" if points else "basis_points" if sign["bp"] else "percent"
            if sign["closed"]:
                start, numeral = start - 1, numeral.negated()
            return Side(start, sign.end(), numeral, scale, percent=unit)
    may_be_money = not following or following.isalpha() or following in MONEY_SIGNS
    if may_be_money and (money := money_behind(text, end, scaled=scale is not None or numeral.grouped)):
        coin, behind = money
        if (
            coin.currencies == POUNDS
            and not currencies
            and _WEIGHING.search(text, max(0, start - _WEIGHED_FROM), start)
        ):
            return Side(start, behind, numeral, scale, counted=Counted(text[end:behind].strip(" \xa0\n-"), behind))
        end = behind
        shared = tuple(code for code in currencies if code in coin.currencies)
        return Side(start, end, numeral, scale, shared or coin.currencies, coin.factor)
    if currencies:
        return Side(start, end, numeral, scale, currencies)
    if numeral.decimal_comma and scale is None:
        return None
    if following and following != "+" and not following.isalnum():
        return Side(start, end, numeral, scale)
    plus = _PLUS.match(text, end) if following in "+p" else None
    counted = read_unit(text, plus.end() if plus else end)
    if counted is None:
        return Side(start, end, numeral, scale)
    return Side(start, counted.end, numeral, scale, counted=counted, more=plus is not None)


def _read_scale(text: str, numeral: Numeral, *, money: bool) -> tuple[Decimal | None, int]:
    """The scale behind a number, and where it ends. Letters alone count with money, "k" and "m" also before a noun."""
    end = numeral.end
    if numeral.words and numeral.value >= 1000:
        return None, end
    following = text[end : end + 4].lstrip(" \xa0\r\n\t-")[:1]
    if following not in _SCALE_INITIALS and following:
        return None, end
    found = _SCALE.match(text, end)
    if found and not (numeral.words and found.group()[0].isalpha()):
        scale = Decimal(SCALES[found["first"].lower()])
        if found["second"]:
            scale *= SCALES[found["second"].lower()]
        return scale, found.end()
    letter = None if numeral.words else _LETTER_SCALE.match(text, end)
    if not letter:
        return None, end
    name, glued = letter["letter"], not letter["gap"]
    counts = money or (glued and name in "kK")
    if not counts and glued and name in "mMbB":
        counts = read_unit(text, letter.end()) is not None
    if not counts and glued and name != "T":
        counts = money_behind(text, letter.end(), scaled=True) is not None
    return (Decimal(10) ** _EXPONENTS[name.lower()], letter.end()) if counts else (None, end)


def _evidence(side: Side) -> Evidence:
    if side.currencies or side.percent:
        return "sign"
    if side.scale is not None or side.numeral.grouped:
        return "scale"
    if side.counted:
        return "unit"
    if side.numeral.fraction:
        return "fraction"
    return "bare"
