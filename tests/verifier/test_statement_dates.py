"""Dates in statements: the days that the article has."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.fields import Record
from summarizer.verifier import Code


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The purchase is expected to close in the fourth quarter.", 2),
        ("The deal could lift Brightwater's earnings by 3% to 5% in 2027.", 9),
    ],
)
def test_another_date_is_a_fault(check: Any, faults: Any, text: str, sentence: int) -> None:
    assert Code.DATE_ALTERED in faults(check("headline", {"text": text, "evidence": [sentence]}))


ORDER = """\
Corvane Marine Co. won an order from Dunmore Ferries Ltd. in March for $40 million, it said on Tuesday.
The yard at Selby hired 300 people last year. Its Friday market draws a crowd.
"""
"""An article of a day that is not known."""
WON = "Corvane Marine Co. won an order from Dunmore Ferries Ltd. for $40 million"


def _claim(check: Any, statement: str, article: Article | str, evidence: int = 1) -> Record:
    draft = {"statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": []}
    return check("claims", {**draft, "evidence": [evidence]}, article=article)


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("in 1987", Code.DATE_UNSUPPORTED),
        ("in March 1987", Code.DATE_UNSUPPORTED),
        ("in the third quarter", Code.DATE_UNSUPPORTED),
        ("in April", Code.DATE_ALTERED),
        ("on Friday", Code.DATE_ALTERED),
        ("last week", Code.STATEMENT_UNPROVEN),
    ],
)
def test_a_date_that_the_article_does_not_have_is_not_verified(check: Any, when: str, code: Code) -> None:
    record = _claim(check, f"{WON} {when}.", ORDER)
    assert code in [finding.code for finding in record.findings]
    assert record.verdict == code.verdict


def test_a_date_that_the_article_has_is_verified(check: Any) -> None:
    won = "Corvane Marine Co. won an order from Dunmore Ferries Ltd. in March for $40 million, it said on Tuesday."
    for statement in (won, won.replace("on Tuesday", "Tuesday")):
        record = _claim(check, statement, ORDER)
        assert record.verdict == "verified", record.findings


@pytest.mark.parametrize("when", ["in March", "in March, it said Tuesday"])
def test_a_date_that_is_put_elsewhere_is_no_fault(check: Any, faults: Any, when: str) -> None:
    assert faults(_claim(check, f"{WON} {when}.", ORDER)) == []


@pytest.mark.parametrize("when", ["on Friday", "in December", "in 1987", "on May 6", "last year", "next week"])
def test_an_article_without_a_date_bears_none_out(check: Any, when: str) -> None:
    article = "Corvane Marine Co. may move. Corvane opened a yard in Selby."
    assert _claim(check, "Corvane opened a yard in Selby.", article, 2).verdict == "verified"
    assert _claim(check, f"Corvane opened a yard in Selby {when}.", article, 2).verdict in ("inferred", "unsupported")


def test_a_month_is_not_found_in_the_verb_that_looks_like_it(check: Any, faults: Any) -> None:
    record = _claim(check, "Corvane Marine Co. may move in May.", "Corvane Marine Co. may move.")
    assert Code.DATE_UNSUPPORTED in faults(record)


@pytest.mark.parametrize(("when", "verdict"), [("in 2025", "verified"), ("in March 2025", "inferred")])
def test_a_month_that_the_year_does_not_tell_is_not_verified(check: Any, when: str, verdict: str) -> None:
    article = Article.from_text("Corvane opened a yard in Selby in 2025.", published=date(2026, 2, 3))
    assert _claim(check, f"Corvane opened a yard in Selby {when}.", article).verdict == verdict


def test_the_day_of_publication_tells_month_and_year(check: Any) -> None:
    article = Article.from_text("Corvane opened a yard in Selby on Tuesday.", published=date(2025, 3, 4))
    for when in ("on March 4", "in March", "in March 2025"):
        assert _claim(check, f"Corvane opened a yard in Selby {when}.", article).verdict == "verified", when


def test_last_year_may_be_called_a_year_ago(check: Any, faults: Any) -> None:
    assert not faults(_claim(check, "The yard at Selby hired 300 people a year ago.", ORDER, 2))
