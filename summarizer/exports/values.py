"""Amounts and dates as a reader wants them: the article's words and, where it says more, what they come to."""

from __future__ import annotations

from datetime import date

from summarizer.fields import Figure, Money, Number, Value, When
from summarizer.text.patterns import pattern

_BOUNDS = {
    "about": "≈ ",
    "at_least": "≥ ",
    "less_than": "< ",
    "more_than": "> ",
    "up_to": "≤ ",
}


_USUAL_CURRENCIES = {"$": "USD", "£": "GBP", "¥": "JPY", "€": "EUR"}
"""The currency that a reader takes a bare sign for."""

_NUMBER = pattern(r"\d[\d,]*(?:\.\d+)?")
_SCALE = pattern(r"\d\s*[^\W\d_]")
"""A number with a word or a letter behind it: "2.4 billion", "40m"."""


def value_words(value: Value) -> str:
    """The words of a value and, where it says more, how they are read: `over $1 billion (> USD 1,000,000,000)`."""
    reading = _days(value) if isinstance(value, When) else _amount(value)
    return f"{value.text} ({reading})" if reading else value.text


def says_more(value: Value) -> bool:
    """Whether the reading of a value tells a reader what its words do not: not so of "$2.4 billion" read as dollars."""
    if isinstance(value, Money | Figure):
        usual = any(sign in value.text and value.currency == code for sign, code in _USUAL_CURRENCIES.items())
        return not usual and bool(_amount(value))
    return value_words(value) != value.text


def _amount(value: Value) -> str:
    """How an amount of money is read; nothing where its words show the very number in the sign's usual currency."""
    if not isinstance(value, Money | Figure) or value.amount is None or not value.currency:
        return ""
    shown = _number(value.amount)
    usual = any(sign in value.text and value.currency == code for sign, code in _USUAL_CURRENCIES.items())
    if usual and _NUMBER.findall(value.text) == [shown] and not _SCALE.search(value.text):
        return ""
    high = f" to {_number(value.high)}" if value.high is not None else ""
    return f"{_BOUNDS.get(value.bound or '', '')}{value.currency} {shown}{high}"


def _number(amount: Number) -> str:
    return f"{amount:,.2f}" if isinstance(amount, float) and amount == round(amount, 2) else f"{amount:,}"


def _days(when: When) -> str:
    """The days that a date can mean; nothing where its words are just these: a bare year, an ISO date."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"from {first.isoformat()}" if first else f"by {last.isoformat()}" if last else ""
    if first == last:
        return "" if when.text == first.isoformat() else first.isoformat()
    if when.text == str(first.year) and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return ""
    return f"{first.isoformat()} to {last.isoformat()}"
