"""Date words without a year: where the days that are read from them are certain, and where they are left open."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.text.dates import read_dates
from summarizer.text.open_dates import leaves_open

BASE = date(2031, 7, 15)


def is_open(text: str, words: str) -> bool:
    """`leaves_open` for the date with these words, the whole text being one sentence."""
    [span] = [span for span in read_dates(text, BASE) if text[span.start : span.end] == words]
    return leaves_open(text, (span.start, span.end), (0, len(text)), (span.earliest, span.latest), BASE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sales fell 4% in May.", "May"),
        ("In February, it agreed to sell its stake to Lund.", "February"),
        ("Profit rose 3% in the first quarter.", "first quarter"),
        ("Orrin will open a mill in October.", "October"),
        ("It is expected to cut its rate in November.", "November"),
        ("The mill is expected to be completed in September.", "September"),
        ("It will book a gain of $21 million, or $1.15 a share, in the third quarter.", "third quarter"),
        ("Orrin, which listed in March, trades in Oslo.", "March"),
        ("It said in March that it will sell the mill.", "March"),
        ("The two have been in talks since November.", "since November"),
        ("It is likely to leave the rate at 4% in November, economists at Tarn said.", "November"),
        ("It lost $4 million in the year to June.", "year to June"),
        ("Sales fell 4% in May 2030.", "May 2030"),
        ("Shares fell on Tuesday.", "Tuesday"),
    ],
)
def test_one_reading_is_left_where_the_clause_says_it(text: str, words: str) -> None:
    assert not is_open(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pellam vowed to shut the mill in December.", "December"),
        ("The ferry strike in December.", "December"),
        ("The year ends each September.", "September"),
        ("Profit fell in the third quarter.", "third quarter"),  # not over yet: the company's own calendar
        ("Orrin is scheduled to report second-quarter profit.", "second-quarter"),
        ("It was last year's fourth quarter.", "fourth quarter"),
        ("Tallies are projected to end at 60, down from 65 on Feb. 16.", "Feb. 16"),
        ("It wrote about the expected sale in March.", "March"),
    ],
)
def test_it_is_left_open_where_nothing_or_two_things_tell(text: str, words: str) -> None:
    assert is_open(text, words)


def test_without_a_day_of_the_article_nothing_is_claimed() -> None:
    assert not leaves_open("in May", (3, 6), (0, 6), (None, None), None)
