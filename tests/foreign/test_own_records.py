from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.foreign import ForeignResult, ForeignValue

Check = Callable[..., ForeignResult]
One = Callable[..., ForeignValue]
DEAL: dict[str, Any] = {
    "buyer": "Orrin Foods NV",
    "target": "Dell'Acqua",
    "price": 2400000000,
    "currency": "USD",
    "date": "2025-03-04",
}


def test_fields_with_usual_names_make_a_deal(one: One) -> None:
    item = one(DEAL, "=deal")
    assert (item.path, item.kind, item.verdict) == ("the document", "deal", "verified"), item.findings
    assert {span.field for span in item.spans} == {"evidence", "buyer", "target", "price", "date"}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"buyer": "Dell'Acqua", "target": "Orrin Foods NV"}, {"buyer": "role_altered", "target": "role_altered"}),
        ({"price": 4200000000}, {"price": "number_altered"}),
        ({"price": 2400000}, {"price": "scale_altered"}),
        ({"currency": "EUR"}, {"price": "currency_altered"}),
        ({"date": "2024-03-04"}, {"date": "date_altered"}),
        ({"buyer": "Kestrel Group"}, {"buyer": "role_altered"}),
        ({"status": "terminated"}, {"status": "status_altered"}),
    ],
)
def test_what_is_wrong_with_a_deal_is_told_by_the_extractions_own_paths(
    check: Check, change: dict[str, Any], codes: dict[str, str]
) -> None:
    [item] = check({"deals": [{**DEAL, **change}]}, "deals[*]=deal").items
    found = {finding.field: finding.code for finding in item.findings if finding.verdict.faulty}
    assert found == {f"deals[0].{field}": code for field, code in codes.items()}


def test_nothing_is_found_about_what_nobody_said(one: One) -> None:
    """Neither a status nor a subject nor a kind is in this deal, and a deal of ours has all three."""
    item = one({"target": "Dell’Acqua", "price": "about $2.4 billion"}, "=deal")
    assert item.findings == []


def test_fields_go_to_the_places_that_the_mapping_says(check: Check) -> None:
    mapping = {
        "records": "data.rows[*]",
        "kind": "deal",
        "rest": "ignore",
        "fields": {"a": "acquirer", "b.name": "target", "how": "status"},
        "values": {"signed": "agreed"},
    }
    row = {"a": "Orrin Foods", "b": {"name": "Dell’Acqua"}, "how": "Signed", "x": "left out"}
    [item] = check({"data": {"rows": [row]}}, mapping).items
    assert (item.verdict, item.value) == ("verified", row)


def test_a_choice_that_is_none_of_ours_is_said_not_to_be_checked(check: Check) -> None:
    result = check({**DEAL, "status": "wavering"}, "=deal")
    [unchecked] = result.unchecked
    assert (unchecked.path, unchecked.why[:30]) == ("status", "'wavering' is no status of a d"[:30])
    assert result.items[0].verdict == "verified"


def test_fields_that_belong_to_no_record_are_checked_one_by_one(check: Check) -> None:
    result = check({**DEAL, "banker": "Halvorsen Brothers"}, "=deal")
    assert {item.path: item.verdict for item in result.items} == {"the document": "verified", "banker": "unsupported"}


def test_speaker_and_words_make_a_quote(check: Check) -> None:
    words = "We are proud of this brand"
    result = check(
        [{"speaker": "Mara Lindqvist", "quote": words}, {"speaker": "Tessel Partners", "quote": words}], "[*]=quote"
    )
    assert [item.verdict for item in result.items] == ["verified", "altered"]
    assert [finding.field for finding in result.items[1].findings if finding.verdict.faulty] == ["[1].speaker"]


def test_sentences_make_claims(check: Check) -> None:
    result = check(
        {"claims": ["Sales at Dell’Acqua rose 4.5%.", {"claim": "Kestrel Group was involved."}]}, "claims[*]=claim"
    )
    assert [(item.path, item.kind, item.verdict) for item in result.items] == [
        ("claims[0]", "claim", "verified"),
        ("claims[1]", "claim", "altered"),
    ]
    assert result.items[1].findings[0].field == "claims[1].claim"


def test_a_claim_of_nothing_in_the_article_is_unsupported(one: One) -> None:
    assert one(["Zebras graze quietly beneath distant volcanoes."], "[*]=claim").verdict == "unsupported"


def test_a_party_has_its_aliases(one: One) -> None:
    assert one({"name": "Orrin Foods NV", "aliases": ["Orrin Foods"]}, "=party").verdict == "verified"


def test_a_record_that_lacks_what_it_needs_is_checked_field_by_field(check: Check) -> None:
    result = check({"quote": "We are proud of this brand"}, "=quote")
    assert [(item.path, item.kind) for item in result.items] == [("quote", "verbatim")]
