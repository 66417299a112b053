"""Negations, hedges, directions, attributions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.modality import Cue, attributions, directions, hedges, negations, results


def senses(cues: list[Cue]) -> list[tuple[str, str]]:
    return [(cue.text, cue.sense) for cue in cues]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tarn did not sell.", [("not", "not")]),
        ("Tarn didn’t sell and isn't selling.", [("didn’t", "not"), ("isn't", "not")]),
        ("Tarn denied it and no longer bids.", [("denied", "denied"), ("no longer", "not")]),
        ("Tarn declined to comment.", [("declined", "declined")]),
        ("The No. 2 tool maker rose.", []),
        ("Notable knots.", []),
    ],
)
def test_negations(text: str, found: list[tuple[str, str]]) -> None:
    assert senses(negations(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It may rise in May.", [("may", "possible")]),
        ("It is likely to be expected.", [("likely", "likely"), ("expected", "expected")]),
        ("Tarn reportedly plans a sale.", [("reportedly", "reported"), ("plans", "planned")]),
        ("It rose as much as 4%.", [("as much as", "about")]),
    ],
)
def test_hedges(text: str, found: list[tuple[str, str]]) -> None:
    assert senses(hedges(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales rose while profit fell.", [("rose", "up"), ("fell", "down")]),
        ("Shares closed up 3% and ended down sharply.", [("up", "up"), ("down", "down")]),
        ("It will pay up to $5 million to set up a shop.", []),
        ("Tarn declined to comment as demand declined.", [("declined", "down")]),
    ],
)
def test_directions(text: str, found: list[tuple[str, str]]) -> None:
    assert senses(directions(text)) == found


def test_a_profit_and_a_loss_are_told_apart() -> None:
    assert senses(results("A loss of $3 after a profit of $2.")) == [("loss", "loss"), ("profit", "profit")]


def test_attributions_take_the_longest_phrase() -> None:
    text = "Tarn declined to comment, according to Lund, who said so."
    assert senses(attributions(text)) == [
        ("declined to comment", "no_comment"),
        ("according to", "according"),
        ("said", "says"),
    ]


def test_a_phrase_runs_over_a_line_break_but_not_over_a_blank_line() -> None:
    assert senses(attributions("figures according\nto Lund")) == [("according\nto", "according")]
    assert attributions("figures according\n\nto Lund") == []


@given(st.text(max_size=200))
def test_every_cue_stands_where_it_says(text: str) -> None:
    for find in (negations, hedges, directions, attributions, results):
        for cue in find(text):
            assert text[cue.start : cue.end] == cue.text
