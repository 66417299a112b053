from __future__ import annotations

from datetime import date

import pytest

from summarizer.evaluation.comparing import (
    Match,
    Names,
    compare_amounts,
    compare_days,
    compare_words,
    overlap,
    words_of,
)
from summarizer.fields import Figure, Money, When

EXACT, NEAR, NEITHER = Match(exact=True, near=True), Match(exact=False, near=True), Match(exact=False, near=False)


def test_words_are_folded_and_articles_and_punctuation_left_out() -> None:
    assert words_of("The “Pallister” deal, at $1.2bn: a steal!") == ("pallister", "deal", "at", "1.2bn", "steal")


def test_an_overlap_is_twice_the_shared_words_over_all() -> None:
    # plant opened in Lund | plant in Lund closed early: three shared of four and five.
    assert overlap("the plant opened in Lund", "plant in Lund closed early") == pytest.approx(2 * 3 / 9)


def test_a_repeated_word_counts_as_often_as_both_have_it() -> None:
    assert overlap("no no no", "no") == pytest.approx(2 * 1 / 4)


def test_texts_without_words_overlap_only_where_they_are_the_same() -> None:
    assert overlap("—", "–") == 1.0
    assert overlap("?", "!") == 0.0


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("the tin mine", "The tin mine.", EXACT),
        ("“we’ll wait”", '"we\'ll wait"', EXACT),
        ("the tin mine at Oxbow", "the tin mine", NEAR),
        ("the tin mine at Oxbow Ridge in Utah", "a quarry in Utah", NEITHER),
    ],
)
def test_copied_words(one: str, other: str, match: Match) -> None:
    assert compare_words(one, other) == match


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Quarrel Foods Inc.", "Quarrel Foods", EXACT),
        ("Ms. Odile Brandt", "Odile Brandt", EXACT),
        ("QUARREL FOODS", "Quarrel Foods, Inc.", EXACT),
        ("Brandt", "Odile Brandt", NEAR),
        ("Quarrel", "Quarrel Foods Inc.", NEAR),
        ("Quarrel Foods", "Quaver Foods", NEITHER),
        ("people familiar with the talks", "a spokeswoman", NEITHER),
    ],
)
def test_names(one: str, other: str, match: Match) -> None:
    assert Names().compare(one, other) == match


def test_an_alias_of_the_gold_is_near_and_only_there() -> None:
    names = Names([["Quarrel Foods Inc.", "the jam maker"], ["Tessary plc"]])
    assert names.compare("the jam maker", "Quarrel Foods") == NEAR
    assert names.compare("the jam maker", "Tessary plc") == NEITHER


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        (Money(text="$1.2 billion"), Money(text="1,200 million dollars"), EXACT),
        (Money(text="more than $1.2 billion"), Money(text="$1.2 billion"), NEAR),
        (Money(text="$1.2 billion"), Money(text="$1.3 billion"), NEITHER),
        (Money(text="$5 million", currency="CAD"), Money(text="$5 million", currency="AUD"), NEITHER),
        (Money(text="$5 million", currency="CAD"), Money(text="$5 million"), EXACT),
        (Money(text="an eight-figure sum"), Money(text="an eight-figure sum"), EXACT),
        (Figure(text="34%"), Figure(text="34 percent"), EXACT),
        (Figure(text="34%"), Figure(text="34 percentage points"), NEAR),
        (Figure(text="3,000 jobs"), Figure(text="3,000"), EXACT),
    ],
)
def test_amounts_are_compared_by_what_they_come_to(one: Money, other: Money, match: Match) -> None:
    assert compare_amounts(one, other) == match


def test_given_values_win_over_the_words() -> None:
    one = Money(text="twelve", amount=12_000_000, currency="USD", bound="exactly")
    assert compare_amounts(one, Money(text="$12 million")) == EXACT


def test_days_are_compared_where_both_sides_give_them() -> None:
    tuesday = When(text="on Tuesday", earliest=date(2026, 3, 3), latest=date(2026, 3, 3))
    written = When(text="March 3, 2026", earliest=date(2026, 3, 3), latest=date(2026, 3, 3))
    month = When(text="this month", earliest=date(2026, 3, 1), latest=date(2026, 3, 31))
    april = When(text="in April", earliest=date(2026, 4, 1), latest=date(2026, 4, 30))
    assert compare_days(tuesday, written) == EXACT
    assert compare_days(tuesday, month) == NEAR
    assert compare_days(tuesday, april) == NEITHER


def test_dates_without_days_are_compared_by_their_words() -> None:
    known = When(text="late next year", earliest=date(2027, 9, 1), latest=date(2027, 12, 31))
    assert compare_days(When(text="late next year"), known) == EXACT
    assert compare_days(When(text="next year"), known) == NEAR
