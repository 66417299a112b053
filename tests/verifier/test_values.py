"""Values recomputed from their words as they stand in the article, and compared with what was given."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

DEAL = {"kind": "acquisition", "status": "agreed", "subject": "Tessel Grid Systems Inc.", "dates": [], "terms": [],
        "parties": [{"name": "Brightwater Energy ASA", "role": "acquirer"}], "evidence": [1]}  # fmt: skip


def deal(check: Any, value: Any, **changes: Any) -> Any:
    return check("deals", {**DEAL, "value": value, **changes})


def claim(check: Any, figure: Any, sentence: int, **options: Any) -> Any:
    draft = {"statement": "Tessel is in the news.", "claimant": None, "kind": "fact", "certainty": "asserted",
             "figures": [figure], "evidence": [sentence]}  # fmt: skip
    return check("claims", draft, **options)


def test_the_value_is_filled_from_the_words_in_the_article(check: Any) -> None:
    value = deal(check, "about $2.4 billion").value
    assert (value.amount, value.currency, value.bound, value.high) == (2_400_000_000, "USD", "about", None)


def test_a_bound_left_out_of_the_copied_words_is_read_in_the_article(check: Any) -> None:
    assert deal(check, "$2.4 billion").value.bound == "about"


def test_another_spelling_of_the_same_amount_is_the_same(check: Any, faults: Any) -> None:
    record = deal(check, "$2.4bn")
    assert faults(record) == []
    assert [span.text for span in record.spans if span.field == "value"] == ["$2.4 billion"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("about $2.6 billion", Code.NUMBER_ALTERED),
        ("about $2.4 million", Code.SCALE_ALTERED),
        ("about €2.4 billion", Code.CURRENCY_ALTERED),
        ("more than $2.4 billion", Code.BOUND_ALTERED),
        ({"text": "about $2.4 billion", "amount": 2.6e9}, Code.NUMBER_ALTERED),
        ({"text": "about $2.4 billion", "amount": 2.4e6}, Code.SCALE_ALTERED),
        ({"text": "about $2.4 billion", "currency": "EUR"}, Code.CURRENCY_ALTERED),
        ({"text": "about $2.4 billion", "bound": "exactly"}, Code.BOUND_ALTERED),
        ({"text": "about $2.4 billion", "high": 3e9}, Code.NUMBER_ALTERED),
        ({"text": "about $2.4 billion", "amount": float("nan")}, Code.NUMBER_ALTERED),
    ],
)
def test_what_differs_from_the_article_is_named(check: Any, faults: Any, value: Any, code: Code) -> None:
    assert faults(deal(check, value)) == [code]


def test_another_amount_of_the_article_is_not_this_one(check: Any, faults: Any) -> None:
    assert faults(deal(check, "$655 million")) == [Code.NUMBER_ALTERED]


def test_both_sides_are_shown(check: Any) -> None:
    (finding,) = (one for one in deal(check, "about $2.6 billion").findings if one.verdict.faulty)
    assert finding.said == "about $2.6 billion"
    assert finding.source == "about $2.4 billion"
    assert finding.message.startswith("The article has “about $2.4 billion” where the record has “about $2.6 billion”")


def test_an_amount_that_no_sentence_gives_is_unsupported(check: Any, faults: Any) -> None:
    record = claim(check, "$77 trillion", 15)
    assert Code.NUMBER_UNSUPPORTED in faults(record)


def test_a_range_is_read_with_both_ends(check: Any) -> None:
    figure = claim(check, "3% to 5%", 9).figures[0]
    assert (figure.type, figure.amount, figure.high, figure.bound) == ("percent", 3, 5, "between")


def test_a_fall_may_be_given_with_a_minus(check: Any, faults: Any) -> None:
    assert faults(claim(check, {"text": "4.5%", "amount": -4.5}, 12)) == []
    assert faults(claim(check, {"text": "4.5%", "amount": 4.5}, 12)) == []


def test_a_minus_where_nothing_falls_is_a_fault(check: Any, faults: Any) -> None:
    record = claim(check, {"text": "27%", "amount": -27}, 3)
    assert faults(record) == [Code.SIGN_ALTERED]


def test_percent_is_not_percentage_points(check: Any, faults: Any) -> None:
    text = "Norvane's margin widened by 2 percentage points to 14%."
    assert faults(claim(check, "2 percentage points", 1, article=text)) == []
    assert Code.UNIT_ALTERED in faults(
        claim(check, {"text": "2 percentage points", "unit": "percent"}, 1, article=text)
    )


def test_a_quantity_keeps_what_it_counts(check: Any, faults: Any) -> None:
    assert claim(check, "1,850 people", 13).figures[0].unit == "people"
    assert Code.UNIT_ALTERED in faults(claim(check, "1,850 batteries", 13))


def test_words_in_which_no_amount_can_be_read_are_only_inferred(check: Any) -> None:
    record = deal(check, "its largest acquisition to date")
    assert [finding.code for finding in record.findings] == [Code.VALUE_UNREAD]
    assert record.value.amount is None
    assert record.verdict == "inferred"
