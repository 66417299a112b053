"""Names and parties: the article's form, another form of the same, somebody else's, nobody's."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

CO = {"kind": "company", "description": None, "ticker": None, "aliases": [], "evidence": [1]}


@pytest.mark.parametrize(
    "name", ["Brightwater Energy ASA", "Brightwater Energy", "Brightwater", "BRIGHTWATER ENERGY ASA"]
)
def test_every_form_of_the_name_holds(check: Any, faults: Any, name: str) -> None:
    assert faults(check("parties", {**CO, "name": name})) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tessel Power Systems Inc.", Code.NAME_ALTERED),
        ("Tesel Grid Systems Inc.", Code.NAME_ALTERED),
        ("Oakhurst Freight", Code.NAME_UNSUPPORTED),
    ],
)
def test_a_changed_or_an_invented_name_is_a_fault(check: Any, faults: Any, name: str, code: Code) -> None:
    assert faults(check("parties", {**CO, "name": name})) == [code]


def test_the_short_form_in_the_cited_sentence_carries_the_span(check: Any) -> None:
    record = check("parties", {**CO, "name": "Tessel Grid Systems Inc.", "evidence": [12]})
    assert [span.text for span in record.spans if span.field == "name"] == ["Tessel"]
    assert record.evidence == [12]


def test_a_longer_name_than_the_article_ever_uses_is_inferred(check: Any) -> None:
    record = check("parties", {**CO, "name": "Halden Power Europe", "evidence": [7]})
    assert record.verdict == "inferred"
    assert Code.NAME_EXPANDED in [finding.code for finding in record.findings]


def test_an_alias_of_the_party_stands_anywhere(check: Any, faults: Any) -> None:
    record = check("parties", {**CO, "name": "Brightwater Energy ASA", "aliases": ["Brightwater"]})
    assert faults(record) == []
    assert record.evidence == [1]


def test_somebody_elses_name_is_no_alias(check: Any, faults: Any) -> None:
    record = check("parties", {**CO, "name": "Brightwater Energy ASA", "aliases": ["Halden"]})
    assert faults(record) == [Code.ALIAS_ALTERED]


def test_an_alias_that_the_article_states_holds(check: Any, faults: Any) -> None:
    text = "Quill, the network formerly known as Birdsong, raised money. Hanseatic Data Group (HDG) led the round."
    assert faults(check("parties", {**CO, "name": "Quill", "aliases": ["Birdsong"]}, article=text)) == []
    assert (
        faults(
            check("parties", {**CO, "name": "Hanseatic Data Group", "aliases": ["HDG"], "evidence": [2]}, article=text)
        )
        == []
    )


def test_words_said_of_somebody_else_describe_nobody_here(check: Any, faults: Any) -> None:
    person = {**CO, "kind": "person", "name": "Ingrid Solberg", "evidence": [5]}
    assert faults(check("parties", {**person, "description": "Chief Executive Officer"})) == []
    assert faults(check("parties", {**person, "description": "an analyst at Corvid Research"})) == [
        Code.DESCRIPTION_ALTERED
    ]


def test_a_ticker_belongs_to_the_name_beside_it(check: Any, faults: Any) -> None:
    text = "Norvane Corp. (NYSE: NRV) bought Tarn Foods Inc. (NASDAQ: TARN) on Monday."
    assert faults(check("parties", {**CO, "name": "Norvane Corp.", "ticker": "NRV"}, article=text)) == []
    assert faults(check("parties", {**CO, "name": "Norvane Corp.", "ticker": "TARN"}, article=text)) == [
        Code.TICKER_ALTERED
    ]


def test_a_company_is_no_person(check: Any, faults: Any) -> None:
    record = check("parties", {**CO, "kind": "person", "name": "Tessel Grid Systems Inc."})
    assert faults(record) == [Code.KIND_ALTERED]
