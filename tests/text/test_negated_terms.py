"""Whether a sentence denies the term that it names."""

from __future__ import annotations

import pytest

from summarizer.text.negated_terms import is_denied_term


def denied(text: str) -> bool:
    """Whether the words between the asterisks are denied."""
    start, end = text.index("*"), text.rindex("*") - 1
    return is_denied_term(text.replace("*", "").lower(), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "No *termination fee* is due from either company.",
        "Neither side owes *a breakup fee*.",
        "Tarn will not have to pay *a $3 million termination fee*.",
        "Tarn walked off without paying *a break fee*.",
        "The offer is no longer *subject to regulatory approval*.",
        "The offer isn't *conditional on financing*.",
        "It is unclear whether the sale is *subject to a vote*.",
        "*A break fee* will not be payable.",
        "*A break fee* of $3 million was waived.",
    ],
)
def test_a_term_that_is_denied_or_left_open_is_none(text: str) -> None:
    assert denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the deal is not completed, Tarn must pay *a $2 million break fee*.",
        "It is not only *subject to regulatory approval* but to a vote.",
        "Tarn will not waive its *condition*.",
        "Tarn will not close before it has won, and is *subject to approval*.",
        "Tarn will pay *a break fee* if regulators do not agree.",
        "The price, no more than *a premium of 20%*, is fair.",
    ],
)
def test_a_negation_of_something_else_denies_no_term(text: str) -> None:
    assert not denied(text)
