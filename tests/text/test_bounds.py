"""The cheap test before bound phrases lets every phrase through, with fillers and marks around it."""

from __future__ import annotations

import pytest

from summarizer.text.bounds import BEFORE, bound_before
from summarizer.text.numbers import read_amounts


@pytest.mark.parametrize("opening", ["", "for ", "(", 'it paid "', "\n"])
@pytest.mark.parametrize("phrase", sorted(BEFORE))
def test_each_phrase_states_its_bound(phrase: str, opening: str) -> None:
    text = f"Tarn, {opening}{phrase} $4"
    found = bound_before(text, 0, len(text) - 2, of_time=phrase == "within")
    assert found is not None
    assert found[0] == BEFORE[phrase]


@pytest.mark.parametrize("filler", ["additional", "another", "its", "total"])
def test_a_filler_may_stand_behind_a_phrase(filler: str) -> None:
    assert bound_before(f"up to {filler} ", 0, len(filler) + 7, of_time=False) == ("up_to", 0)


@pytest.mark.parametrize("words", ["of ", "the total of ", "Tarn’s ", "rather than ", "more of the "])
def test_other_words_state_none(words: str) -> None:
    assert bound_before(words, 0, len(words), of_time=False) is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("within four weeks", "up_to"),
        ("within about 30 days", "up_to"),
        ("within 5% of its peak", "exactly"),
        ("within $2 of the bid", "exactly"),
    ],
)
def test_within_bounds_a_stretch_of_time_alone(text: str, bound: str) -> None:
    assert [amount.bound for amount in read_amounts(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Tarn is in talks about a 300 million franc loan.", "exactly"),
        ("Tarn opened negotiations about $4 million in aid.", "exactly"),
        ("Lenders spoke about its $4 million debt.", "exactly"),
        ("Tarn told about 300 workers to leave.", "about"),
        ("Tarn disputes about $4 million of the bill.", "about"),
        ("Tarn was in talks about about $4 million in aid.", "about"),
        ("Tarn was in talks about a loan of about $4 million.", "about"),
        ("After the talks, about $4 million was paid.", "about"),
        ("The talks cost about $4 million.", "about"),
        ("In the talks Tarn asked for about $4 million.", "about"),
        ("Talks about more than $4 million in aid ended.", "more_than"),
    ],
)
def test_what_is_talked_about_is_not_bounded_by_it(text: str, bound: str) -> None:
    assert [amount.bound for amount in read_amounts(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Growth should ramp back up to the 40% range.", ["exactly"]),
        ("The cost is up to 22% of sales from 21% a year ago.", ["exactly", "exactly"]),
        ("The royalty is up to 22% of sales.", ["up_to"]),
        ("It pays royalties of up to 22%.", ["up_to"]),
        ("It trades below its mean of $123.50 and above its low.", ["exactly"]),
        ("It costs $123.50 and above.", ["at_least"]),
        ("His remark about 47 percent of the land stuck.", ["exactly"]),
        ("Profit is falling $2 million to $3 million.", ["exactly", "exactly"]),
    ],
)
def test_words_of_direction_are_no_bounds(text: str, bounds: list[str]) -> None:
    assert [amount.bound for amount in read_amounts(text)] == bounds
