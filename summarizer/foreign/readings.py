"""Values of JSON as the field types have them: a number as an amount of money, an ISO date as days."""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from summarizer.fields import FieldKind, Leaf, Money, Percent, Quantity, Value, When, number
from summarizer.foreign.source import SourceText
from summarizer.text.numbers import read_amount
from summarizer.text.patterns import pattern
from summarizer.verifier.judgements import ABSTAINS

_ISO = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}\S*)?)?)?\Z", re.ASCII)
_NUMERAL = pattern(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\Z", re.ASCII)
_LONGEST = 64
"""Characters of a string that can be a number or a date."""
_LARGEST = Decimal(10) ** 24

_NOTHING = ABSTAINS | {"-", "n/a", "na", "nil", "null", "–", "—", "?"}

_CAMEL = pattern(r"[a-z](?:Id|ID|Ids|IDs)\Z")
_ID = pattern(r"(?:^|_)(?:ids?|uuid|guid|sha256|sha1|md5|hash|checksum)\Z")
_OPAQUE = pattern(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z|[0-9a-f]{32,128}\Z", re.I)
_SURE = frozenset({"confidence", "confidence_score", "logprob", "probability"})


def why_unchecked(value: object, key: str) -> str | None:
    """Why a value that nobody mapped claims nothing that an article could bear out; `None` where it does."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str):
        if not value.strip():
            return "empty"
        if value.strip().casefold() in _NOTHING or not any(character.isalnum() for character in value):
            return "says nothing"
        if _OPAQUE.match(value.strip()):
            return "an identifier"
    if _ID.search(key.casefold()) or _CAMEL.search(key):
        return "an identifier"
    return "a confidence" if key.casefold() in _SURE and not isinstance(value, str) else None


def decimal_of(value: object, scale: float = 1) -> Decimal | None:
    """A number, or a string that is a plain numeral ("1,200"), times `scale`; `None` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    if isinstance(value, str):
        text = value.strip()
        if len(text) > _LONGEST or not _NUMERAL.match(text):
            return None
        value = text.replace(",", "")
    try:
        return Decimal(str(value)) * Decimal(str(scale))
    except (InvalidOperation, ValueError):
        return None


def digits(value: Decimal) -> str:
    """A number as an article would write it in digits."""
    if abs(value) >= _LARGEST:
        return str(value)
    plain = f"{abs(value):,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of an ISO date, month or year; `None` where it is none."""
    match = _ISO.match(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def money_of(value: Any, currency: object, scale: float, source: SourceText) -> Money | None:
    """An amount of money: its words, or those that its number would have; `None` for what can be none."""
    code = currency.strip() if isinstance(currency, str) else ""
    is_code = len(code) == 3 and code.isalpha()
    given = code.upper() if is_code else None
    size = decimal_of(value, scale)
    if size is None:
        return Money(text=value, currency=given) if isinstance(value, str) and value.strip() else None
    if not size.is_finite() or abs(size) >= _LARGEST:
        return None
    written = digits(size)
    if not code:
        same = source.money_of(size)
        code = (same.currencies[0] if same and same.currencies else "") or source.usual_currency
        is_code = True
    forms = [f"{code.upper()} {written}"] if is_code else [f"{code}{written}", f"{written} {code}"]
    text = next((form for form in forms if (read := read_amount(form)) and read.kind == "money"), forms[0])
    return Money(text=text, amount=number(size), currency=given)


def value_of(kind: str, value: Any, currency: object, unit: object, scale: float, source: SourceText) -> Value | None:
    """`value` as the field type `kind`; `None` where a plain number is all that can be looked up."""
    if kind == "money":
        return money_of(value, currency, scale, source)
    size = decimal_of(value, scale)
    if size is not None and (not size.is_finite() or abs(size) >= _LARGEST):
        return None
    if kind == "percent":
        if size is None:
            return Percent(text=value) if isinstance(value, str) else None
        return Percent(text=f"{digits(size)}%", amount=number(size))
    named = unit.strip() if isinstance(unit, str) else ""
    if size is None:
        return Quantity(text=value) if isinstance(value, str) else None
    return Quantity(text=f"{digits(size)} {named}", amount=number(size), unit=named) if named else None


def when_of(text: str, source: SourceText) -> When:
    """Date words as they are; an ISO date in the words of the article that mean it, where it has such words."""
    days = days_of(text)
    if days is None:
        return When(text=text)
    span = source.date_of(*days)
    if span is None:
        return When(text=text)
    return When(text=source.index.text[span.start : span.end], earliest=days[0], latest=days[1])


def value_leaf(path: str, value: Value) -> Leaf:
    """The leaf of an amount or a date."""
    return Leaf(path, FieldKind(value.kind), value)
