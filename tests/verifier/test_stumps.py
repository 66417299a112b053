"""Words too few to say anything, or said of something else: a weak model's nonsense is not verified."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.makers import claim, quote

ARTICLE = """\
LEEDS, March 4, 2031 (Nordwire) - Harrow Cable plc has won an order worth $640 million to supply the utility Tarn \
Power with wire, the largest in the 31-year history of the wire maker.
"Price was not what settled it," said Tarn's head of procurement, Ada Brooks.
Harrow signed a six-year agreement and will deliver 1,200 drums. Ms. Brooks said that minutes had counted.
"""
PARTY = {"ticker": None, "aliases": [], "kind": "company", "evidence": [1]}
DEAL = {
    "kind": "supply", "status": "agreed", "subject": "wire", "value": None, "dates": [], "terms": [], "evidence": [1],
    "parties": [{"name": "Harrow Cable plc", "role": "supplier"}, {"name": "Tarn Power", "role": "customer"}],
}  # fmt: skip


def open_fields(record: Any) -> list[str]:
    return [one.field for one in record.findings if one.code in ("judgement_unproven", "statement_unproven")]


@pytest.mark.parametrize(
    ("name", "description", "proven"),
    [
        ("Tarn Power", "utility", True),
        ("Tarn Power", "the", False),
        ("Tarn Power", "order", False),
        ("Tarn Power", "history", False),
        ("Harrow Cable plc", "utility", False),
        ("Harrow Cable plc", "maker", False),
    ],
)
def test_a_description_says_what_stands_beside_it_is(check: Any, name: str, description: str, proven: bool) -> None:
    record = check("parties", {**PARTY, "name": name, "description": description}, article=ARTICLE)
    assert (record.verdict == "verified") is proven


@pytest.mark.parametrize(
    ("article", "description"),
    [
        ("Harrow, a Danish maker of wire, fell.", "Danish maker of wire"),
        ("Danish wire maker Harrow fell.", "Danish wire maker"),
        ("Harrow (LSE: HRW), the oldest maker of wire, fell.", "oldest maker of wire"),
        ("Harrow is the largest maker of wire.", "largest maker of wire"),
        ("The wire maker, Harrow, fell.", "wire maker"),
    ],
)
def test_what_stands_right_beside_a_name_is_proven(check: Any, article: str, description: str) -> None:
    record = check("parties", {**PARTY, "name": "Harrow", "description": description}, article=article)
    assert "description" not in [finding.field for finding in record.findings]


@pytest.mark.parametrize(
    "text", ["March", "Ada Brooks said", "By Ada Brooks", "LEEDS, March 4", "wire,", "Tarn, which won"]
)
def test_a_few_words_are_no_statement(check: Any, text: str) -> None:
    record = check("claims", claim(text, 1), article=f"{ARTICLE}Tarn, which won, is old. By Ada Brooks.\n")
    assert record.verdict != "verified"


def test_three_words_that_say_something_are_one(check: Any) -> None:
    record = check("claims", claim("Harrow shares rose", 1), article="Harrow shares rose.\n")
    assert "statement" not in open_fields(record)


@pytest.mark.parametrize(
    ("text", "whole"), [("Price was not", False), ("Price was not what settled it", True), ("minutes had", False)]
)
def test_a_quote_does_not_break_off_in_a_clause(check: Any, text: str, whole: bool) -> None:
    mode, number = ("indirect", 4) if text.startswith("minutes") else ("direct", 2)
    record = check("quotes", quote(text, "Ada Brooks", number, mode=mode), article=ARTICLE)
    assert ("text" not in open_fields(record)) is whole


@pytest.mark.parametrize(("subject", "said"), [("of", False), ("the", False), ("wire", True), ("5G", True)])
def test_a_subject_has_a_word_of_its_own(check: Any, subject: str, said: bool) -> None:
    record = check("deals", {**DEAL, "subject": subject}, article=f"{ARTICLE}It is for 5G.\n")
    assert ("subject" not in open_fields(record)) is said


@pytest.mark.parametrize(("text", "said"), [("31-year", False), ("six-year", True)])
def test_a_time_is_the_deals_own(check: Any, text: str, said: bool) -> None:
    draft = {**DEAL, "terms": [{"name": "duration", "text": text}], "evidence": [1, 3]}
    assert ("terms[0].text" not in open_fields(check("deals", draft, article=ARTICLE))) is said
