"""Amounts of money short enough for a column: `> $640m`, `€1.2bn`, `AUD 62m`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
_BOUNDS = {"about": "≈ ", "at_least": "≥ ", "less_than": "< ", "more_than": "> ", "up_to": "≤ "}
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))


def compact_money(money: Mapping[str, Any]) -> str:
    """An amount with its bound and currency, to three digits; its words where no amount was read."""
    amount, currency = money.get("amount"), money.get("currency") or ""
    if not isinstance(amount, int | float):
        return str(money.get("text") or "")
    sign = _SIGNS.get(currency) or (f"{currency} " if currency else "")
    high = money.get("high")
    to = f"–{compact_number(high)}" if isinstance(high, int | float) else ""
    return f"{_BOUNDS.get(money.get('bound') or '', '')}{sign}{compact_number(amount)}{to}"


def compact_number(amount: float) -> str:
    """`640m`, `2.35bn`, `950`: three digits and a scale."""
    for scale, letters in _SCALES:
        if abs(amount) >= scale * 0.9995:
            return f"{_digits(amount / scale)}{letters}"
    return _digits(amount)


def _digits(number: float) -> str:
    places = 0 if abs(number) >= 99.95 else 1 if abs(number) >= 9.995 else 2
    shown = f"{number:,.{places}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
