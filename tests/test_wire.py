"""A text with the numbers of its sentences behind it, as models write it."""

from __future__ import annotations

from typing import get_args

import pytest

from summarizer.records import Certainty, ClaimKind
from summarizer.wire import BusinessNews, StatedAs, cited, cited_lists, cited_text, stated_as


@pytest.mark.parametrize(
    ("written", "text", "numbers"),
    [
        ("Margins will narrow [7]", "Margins will narrow", [7]),
        ("Two mills may close [3,4]", "Two mills may close", [3, 4]),
        ("Two mills may close. [3, 4]", "Two mills may close.", [3, 4]),
        ("Two mills may close [3][4].", "Two mills may close.", [3, 4]),
        ("Two mills may close [3] [12]", "Two mills may close", [3, 12]),
        ("Two mills may close [3–5]", "Two mills may close", [3, 4, 5]),
        ("Two mills may close [3,3]", "Two mills may close", [3]),
        ("He called it “a bargain” [5]", "He called it “a bargain”", [5]),
        ("He called it “a bargain [5]”", "He called it “a bargain”", [5]),
        ("it [the mill] closed [5]", "it [the mill] closed", [5]),
        ("it closed [the mill]", "it closed [the mill]", []),
        ("[3] it closed", "it closed", [3]),
        ("[3, 4] it closed", "it closed", [3, 4]),
        ("[3] it closed [4]", "[3] it closed", [4]),
        ("it closed [3, 4]", "it closed", [3, 4]),
        ("it closed [3-4]", "it closed", [3, 4]),
        ("it closed (3)", "it closed", [3]),
        ("it closed (3, 4).", "it closed.", [3, 4]),
        ("it lost $(12)", "it lost $(12)", []),
        ("(3) it closed", "it closed", [3]),
        ("it closed.¹²", "it closed.", [12]),
        ("it closed¹,²", "it closed", [1, 2]),
        ("it covers 400 km²", "it covers 400 km²", []),
        ("it covers 40 m²", "it covers 40 m²", []),
        ("it closed [3.5]", "it closed [3.5]", []),
        ("it closed in (2031)", "it closed in (2031)", []),
        ("it closed", "it closed", []),
        ("[3]", "", [3]),
        ("", "", []),
        ("it closed []", "it closed []", []),
        ("it closed [1-90000]", "it closed", [1, 90000]),
        ("it closed [9-3]", "it closed", [9, 3]),
    ],
)
def test_numbers_are_read_behind_the_words(written: str, text: str, numbers: list[int]) -> None:
    assert cited(written) == (text, numbers)


def test_an_object_is_taken_for_its_text() -> None:
    assert cited({"evidence": [3], "text": "it closed"}) == ("it closed", [3])
    assert cited_text({"statement": "it closed", "evidence": [3, 4]}) == "it closed [3,4]"
    assert cited_text({"text": "it closed", "evidence": []}) == "it closed"
    for other in ({"text": "a", "other": "b"}, {"text": "a"}, {"text": "a", "evidence": ["3"]}, 5, None):
        assert cited_text(other) == other


def test_hostile_text_is_read_in_no_time() -> None:
    for unit in ("[", "[1", "[1 ", "1,", " "):
        assert cited(unit * 20_000 + "x")[1] == []


def test_every_kind_of_claim_is_a_kind_with_a_certainty() -> None:
    read = [stated_as(kind) for kind in get_args(StatedAs)]
    assert len(set(read)) == len(read)
    assert {kind for kind, _ in read} == set(get_args(ClaimKind))
    assert {certainty for _, certainty in read} == set(get_args(Certainty))
    assert stated_as("hedged forecast") == ("forecast", "hedged")
    assert stated_as("denial") == ("denial", "denied")


def test_the_lists_of_cited_texts_are_known() -> None:
    assert cited_lists(BusinessNews) == {"abstract", "said", "claims"}
