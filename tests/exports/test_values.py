from __future__ import annotations

from datetime import date

import pytest

from summarizer.exports.values import value_words
from summarizer.fields import Figure, Money, Percent, Value, When


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            Money(text="more than $1 billion", amount=1_000_000_000, currency="USD", bound="more_than"),
            "more than $1 billion (> USD 1,000,000,000)",
        ),
        (
            Money(text="€3 million to €5 million", amount=3_000_000, high=5_000_000, currency="EUR", bound="between"),
            "€3 million to €5 million (EUR 3,000,000 to 5,000,000)",
        ),
        (Money(text="$22.08", amount=22.08, currency="USD", bound="exactly"), "$22.08"),
        (Money(text="$32.60", amount=32.6, currency="USD", bound="exactly"), "$32.60"),
        (Money(text="$1,200", amount=1200, currency="CAD", bound="exactly"), "$1,200 (CAD 1,200)"),
        (Money(text="$40m", amount=40_000_000, currency="USD", bound="exactly"), "$40m (USD 40,000,000)"),
        (Money(text="2.5c", amount=0.025, currency="USD", bound="exactly"), "2.5c (USD 0.025)"),
        (Money(text="a billion dollars"), "a billion dollars"),
        (Percent(text="up to 4%", amount=4, unit="percent", bound="up_to"), "up to 4%"),
        (Figure(text="34%", amount=34, unit="percent"), "34%"),
        (When(text="2024", earliest=date(2024, 1, 1), latest=date(2024, 12, 31)), "2024"),
        (When(text="2031-03-04", earliest=date(2031, 3, 4), latest=date(2031, 3, 4)), "2031-03-04"),
        (When(text="Monday", earliest=date(2031, 3, 3), latest=date(2031, 3, 3)), "Monday (2031-03-03)"),
        (
            When(text="fiscal 2024", earliest=date(2023, 10, 1), latest=date(2024, 9, 30)),
            "fiscal 2024 (2023-10-01 to 2024-09-30)",
        ),
        (When(text="soon"), "soon"),
    ],
)
def test_a_value_is_read_out_where_its_words_leave_something_to_say(value: Value, words: str) -> None:
    assert value_words(value) == words
