"""Which date words are the period of a figure."""

from __future__ import annotations

import pytest

from summarizer.mapping.figure_periods import is_period_of


def holds(words: str, figure: str, period: str, measures: str | None = None, *, joined: bool = False) -> bool:
    start = words.index(figure)
    return is_period_of(words, start, start + len(figure), period, measures, joined=joined)


@pytest.mark.parametrize(
    ("words", "figure", "period", "measures", "joined"),
    [
        ("Sales were $4 million last year.", "$4 million", "last year", "sales", False),
        ("Sales rose 3% to $4 million in the third quarter.", "$4 million", "third quarter", "sales", True),
        (
            "Sales of $4 million in the year ended July 1, Orrin said.",
            "$4 million",
            "year ended July 1",
            "sales",
            False,
        ),
        ("Shares fell 3% on Tuesday.", "3%", "Tuesday", None, False),
        ("Shares fell 3% to $12 on Tuesday.", "$12", "Tuesday", "Shares", True),
        ("It had cash of $4 million on 30 June 2031.", "$4 million", "30 June 2031", "cash", False),
        ("It aims for a target of $4 for 2031.", "$4", "2031", "price target", False),
    ],
)
def test_date_words_right_behind_it_are_its_period(
    words: str, figure: str, period: str, measures: str | None, joined: bool
) -> None:
    assert holds(words, figure, period, measures, joined=joined)


@pytest.mark.parametrize(
    ("words", "figure", "period", "measures", "joined"),
    [
        ("Shares rose 40% to $12 in the past year.", "$12", "past year", "Shares", True),  # the 40%, not the price
        ("It agreed on a price of $4 million on Tuesday.", "$4 million", "Tuesday", None, False),
        ("It cut its target to 4% on Tuesday.", "4%", "Tuesday", "profit target", False),
        ("It paid $4 million in fiscal 2031 - 32.", "$4 million", "fiscal 2031", None, False),
        ("It earned $4 million in 2030 and 2031.", "$4 million", "2030", None, False),
        ("It earned $4 million in the January-March quarter.", "$4 million", "January-March", None, False),
        ("It cost $40 for the 2048 - bit version.", "$40", "2048", None, False),
        ("It beat the $4 million Fri-Sun takings.", "$4 million", "Fri-Sun", None, False),
        ("It rose 4%, more than in 2031.", "4%", "2031", None, False),
        ("It set a target of $4 in May.", "$4", "May", "price target", False),
    ],
)
def test_others_are_not(words: str, figure: str, period: str, measures: str | None, joined: bool) -> None:
    assert not holds(words, figure, period, measures, joined=joined)
