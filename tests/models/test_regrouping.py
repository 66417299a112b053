"""Records in another place than the one that was due, and labels in another order: read where there is one way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.models.mending import read_answer
from summarizer.models.regrouping import records_in
from summarizer.schema import NEWS

DEAL: dict[str, Any] = {
    "evidence": [1],
    "kind": "acquisition",
    "status": "agreed",
    "parties": [{"name": "Quillon Dairies", "role": "acquirer"}],
    "subject": "Tarn Creameries",
    "value": None,
    "currency": None,
    "dates": [],
    "terms": [],
}


def read(**sections: Any) -> tuple[dict[str, Any], tuple[str, ...]] | None:
    empty: dict[str, Any] = {name: [] for name in NEWS.wire.model_fields} | {"headline": None}
    found = read_answer(json.dumps(empty | sections), NEWS.wire)
    return found and (found.parsed.model_dump(mode="json"), found.notes)


@pytest.mark.parametrize(
    "rest",
    [
        {"claim": "Milk will be dearer, and scarce [3]"},
        {"statement": "Milk will be dearer, and scarce", "evidence": [3]},
        {"claims": "Milk will be dearer, and scarce [3]"},
        {"texts": ["Milk will be dearer, and scarce [3]"]},
    ],
)
def test_a_claim_by_itself_is_a_group_of_one(rest: dict[str, Any]) -> None:
    found = read(claims=[{"claimant": "Ada Quill", "kind": "forecast", **rest}])
    assert found is not None
    claims = ["Milk will be dearer, and scarce [3]"]
    assert found[0]["claims"] == [{"claimant": "Ada Quill", "kind": "forecast", "claims": claims}]
    assert found[1]


@pytest.mark.parametrize(
    "group",
    [
        {"kind": "fact", "claim": "Milk is dear [3]"},
        {"claimant": None, "kind": "fact", "one": "Milk is dear [3]", "other": "Cream is dear [4]"},
        {"claimant": None, "kind": "fact", "claims": "Milk is dear [3], cream is not [4]"},
    ],
)
def test_what_could_be_read_in_two_ways_is_asked_for_again_and_never_lost_in_silence(group: dict[str, Any]) -> None:
    assert read(claims=[group]) is None


def test_a_group_without_any_claim_is_empty_as_ever() -> None:
    found = read(claims=[{"claimant": None, "kind": "fact", "note": "nothing else"}])
    assert found is not None
    assert found[0]["claims"] == [{"claimant": None, "kind": "fact", "claims": []}]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("Milk is dear [3]; cream is not [4]", ["Milk is dear [3]", "cream is not [4]"]),
        ("Milk is dear [3].\nCream is not [4].", ["Milk is dear [3]", "Cream is not [4]"]),
        ("Milk, cream [3][4]", ["Milk, cream [3][4]"]),
        ("Milk is dear [3] and cream is not [4]", None),
        ("Milk is dear [3]. Cream is not", None),
        ("Milk [the drink] is dear", None),
        ("", None),
    ],
)
def test_one_text_is_several_records_where_it_is_plain_where_each_ends(text: str, records: list[str] | None) -> None:
    assert records_in(text) == records


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("forecast hedged", "hedged forecast"),
        ("Forecast, hedged", "hedged forecast"),
        ("Hedged Forecast", "hedged forecast"),
        ("denied", "denial"),
        ("denied denial", "denial"),
        ("asserted fact", "fact"),
        ("hedged", None),
        ("asserted", None),
        ("reported fact", None),
        ("hedged denied fact", None),
    ],
)
def test_a_kind_is_read_in_another_order_and_not_guessed(written: str, kind: str | None) -> None:
    found = read(claims=[{"claimant": None, "kind": written, "claims": ["Milk is dear [3]"]}])
    assert (found and found[0]["claims"][0]["kind"]) == kind


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Tarn Creameries (target)", "target"),
        ("Tarn Creameries: target", "target"),
        ("Target: Tarn Creameries", "target"),
        ("Tarn Creameries, target", "target"),
        ("Tarn Creameries", None),
        ("Tarn Creameries (a dairy)", None),
    ],
)
def test_a_party_as_text_is_read_with_its_role_and_asked_for_again_without(written: str, role: str | None) -> None:
    found = read(deals=[{**DEAL, "parties": [*DEAL["parties"], written]}])
    wanted = role and [*DEAL["parties"], {"name": "Tarn Creameries", "role": role}]
    assert (found and found[0]["deals"][0]["parties"]) == wanted
