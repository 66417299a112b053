"""Amounts and dates of gold from whose words nothing can be read, though nothing but the words is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.fields import Figure, Money, Percent, Quantity, Record, Value, When
from summarizer.text.dates import read_date, read_dates
from summarizer.text.numbers import read_amounts


def unreadable(sections: Mapping[str, Sequence[Record]]) -> Iterator[tuple[str, Value]]:
    """Each such amount and date with its place: `deals[0].value`.

    An amount that is written into longer words ("comfortably more than £1m") can be read, and so can a day that only
    the article's date would settle ("Tuesday").
    """
    for section, records in sections.items():
        yield from _within(list(records), section)


def _within(value: Any, path: str) -> Iterator[tuple[str, Value]]:
    if isinstance(value, Value) and not _is_read(value):
        yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _within(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _within(item, f"{path}[{at}]")


def _is_read(value: Value) -> bool:
    if isinstance(value, When):
        given = value.earliest or value.latest
        return bool(given or read_date(value.text, None) or read_dates(value.text, None))
    if isinstance(value, Figure | Money | Percent | Quantity):
        return value.amount is not None or bool(read_amounts(value.text))
    return True
