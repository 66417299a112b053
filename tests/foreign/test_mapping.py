from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ConfigurationError
from summarizer.foreign import ForeignResult, ForeignValue, read_mapping

Check = Callable[..., ForeignResult]
One = Callable[..., ForeignValue]


@pytest.mark.parametrize(
    ("value", "kind", "verdict"),
    [
        ("Orrin Foods", "name", "verified"),
        ("Orrin Foods Group of Utrecht", "name", "inferred"),
        ("Kestral Group", "name", "altered"),
        ("We are proud of this brand", "quotation", "verified"),
        ("We are proud of this company", "quotation", "altered"),
        ("Sales at Dell’Acqua went up 4.5% last year.", "statement", "verified"),
        ("Sales at Dell’Acqua went down 4.5% last year.", "statement", "altered"),
        ("4.5%", "percent", "verified"),
        (4.5, "percent", "verified"),
        (5.4, "percent", "unsupported"),
        ("on Tuesday", "when", "verified"),
        ("2025-03-04", "when", "verified"),
        ("2024", "when", "verified"),
        ("2023", "when", "unsupported"),
        ("agreed", "judgement", "verified"),
        ("takeover", "judgement", "inferred"),
        (True, "judgement", "inferred"),
        (1850, "number", "verified"),
        ("about $2.4 billion", "money", "verified"),
        (2400000000, "money", "verified"),
        ("$2.4 million", "money", "altered"),
    ],
)
def test_a_field_is_checked_as_the_kind_it_is_said_to_be(one: One, value: object, kind: str, verdict: str) -> None:
    item = one({"field": value}, f"field={kind}")
    assert (item.kind, item.verdict) == (kind, verdict), item.findings


def test_what_is_ignored_is_said_to_be(check: Check) -> None:
    result = check({"made_up": "Halvorsen", "deep": {"a": ["x1", "y"]}}, ["made_up=ignore", "deep=ignore"])
    assert result.items == []
    assert [one.path for one in result.unchecked] == ["made_up", "deep.a[0]", "deep.a[1]"]


def test_a_kind_holds_for_all_that_lies_below(check: Check) -> None:
    result = check({"parties": ["Orrin Foods", {"also": "Tessel Partners"}]}, "parties=name")
    assert [(item.kind, item.verdict) for item in result.items] == [("name", "verified")] * 2


@pytest.mark.parametrize(
    ("price", "ccy", "verdict", "code"),
    [
        (2400, "USD", "verified", None),
        (2400, "usd", "verified", None),
        (2400, "$", "verified", None),
        (2400, "EUR", "altered", "currency_altered"),
        (2.4, "USD", "altered", "scale_altered"),
        (2500, "USD", "unsupported", "number_unsupported"),
    ],
)
def test_an_amount_is_read_with_its_currency_and_scale(
    one: One, price: float, ccy: str, verdict: str, code: str | None
) -> None:
    fields = {"price": {"kind": "money", "currency": "ccy", "scale": 1000000}}
    item = one({"price": price, "ccy": ccy}, {"fields": fields})
    assert (item.path, item.verdict) == ("price", verdict)
    assert [finding.code for finding in item.findings] == ([code] if code else [])


def test_the_currency_may_stand_in_the_mapping(one: One) -> None:
    assert one({"sales": 310000000}, {"fields": {"sales": {"kind": "money", "currency": "EUR"}}}).verdict == "verified"


def test_a_quantity_is_read_with_its_unit(one: One) -> None:
    mapping = {"fields": {"n": {"kind": "quantity", "unit": "of"}}}
    assert one({"n": 1850, "of": "people"}, mapping).verdict == "verified"
    assert one({"n": 1850, "of": "tonnes"}, mapping).verdict != "verified"


def test_offsets_beside_a_field_are_checked_against_the_text(check: Check) -> None:
    mapping = {"fields": {"ents[*].text": {"kind": "verbatim", "start": "start", "end": "end"}}}
    right, moved, wrong = check(
        {
            "ents": [
                {"text": "Orrin Foods NV", "start": 24, "end": 38},
                {"text": "Kestrel Group", "start": 24, "end": 38},
                {"text": "Orrin Foods BV", "start": 24, "end": 38},
            ]
        },
        mapping,
    ).items
    assert (right.verdict, right.findings) == ("verified", [])
    assert [finding.code for finding in moved.findings] == ["offsets_corrected"]
    assert (wrong.verdict, wrong.findings[0].source) == ("altered", "Orrin Foods NV")


def test_a_quotation_is_held_against_its_speaker(check: Check) -> None:
    mapping = {
        "records": "said[*]",
        "fields": {"words": {"kind": "quotation", "speaker": "by.name", "affiliation": "by.of"}},
    }
    said: list[dict[str, Any]] = [
        {"words": "We are proud of this brand", "by": {"name": "Mara Lindqvist", "of": "Orrin Foods"}},
        {"words": "We are proud of this brand", "by": {"name": "Kestrel Group"}},
    ]
    right, wrong = check({"said": said}, mapping).items
    assert (right.path, right.kind, right.verdict) == ("said[0].words", "quotation", "verified")
    assert (wrong.verdict, wrong.findings[0].field) == ("altered", "said[1].by.name")


def test_evidence_may_have_another_name(check: Check) -> None:
    mapping = {"records": "rows[*]", "evidence": "where.sentences"}
    [item] = check({"rows": [{"rival": "Kestrel Group", "where": {"sentences": [4]}}]}, mapping).items
    assert (item.path, item.evidence, item.findings) == ("rows[0].rival", [4], [])


def test_the_rest_may_be_ignored(check: Check) -> None:
    result = check({"name": "Orrin Foods", "label": "takeover"}, {"rest": "ignore", "fields": {"name": "name"}})
    assert [item.path for item in result.items] == ["name"]


def test_a_mapping_is_read_from_toml_and_from_json(tmp_path: Path, check: Check) -> None:
    toml, jsn = tmp_path / "map.toml", tmp_path / "map.json"
    toml.write_text('[fields]\n"company.name" = "name"\n')
    jsn.write_text(json.dumps({"fields": {"company.name": "name"}}))
    for given in (toml, str(jsn)):
        assert check({"company": {"name": "Orrin Foods"}}, given).items[0].kind == "name"


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("a=nom", "there is no kind 'nom'; there are ignore, judgement, money"),
        ("b=name", "path `b` matches nothing in the extraction"),
        ("a.c=name", r"path `a.c` matches nothing"),
        ("a..b=name", "is not read from"),
        ("missing.toml", "no such file"),
        ("a", "no such file"),
        ({"felds": {}}, "unknown key 'felds'"),
        ({"kind": "merger"}, "records are of kind deal, quote, claim, party"),
        ({"rest": "drop"}, '`rest` is "check" or "ignore"'),
        ({"fields": {"a": 1}}, "must be a kind, or a table"),
        ({"fields": {"a": {"kind": "name", "colour": "b"}}}, "unknown key 'colour'"),
        ({"fields": {"a": {"kind": "name", "currency": "b"}}}, "`currency` goes with money, not with name"),
        ({"fields": {"a": {"kind": "verbatim", "start": "b"}}}, "`start` and `end` go together"),
        ({"fields": {"a": {"kind": "money", "scale": 0}}}, "must be a number above 0"),
        ({"kind": "deal", "fields": {"a": "buyer"}}, "or a place in a deal: supplier, customer"),
        ({"kind": "deal", "fields": {"nobody": "acquirer"}}, "path `nobody` matches nothing in any record"),
        ({"classes": {"company": "name"}}, "are of langextract's documents"),
        ({"records": 3}, "`records` must be a string"),
        ({"group": {}}, "must be a list of tables"),
        (17, "not a int"),
    ],
)
def test_a_wrong_mapping_is_told_what_is_wrong(check: Check, mapping: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        check({"a": "Orrin Foods NV"}, mapping)


def test_a_file_that_is_no_mapping_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("a = = 1")
    (tmp_path / "x.json").write_text("[1]")
    with pytest.raises(ConfigurationError, match="is not TOML"):
        read_mapping(tmp_path / "x.toml")
    with pytest.raises(ConfigurationError, match="must hold an object"):
        read_mapping(tmp_path / "x.json")


def test_a_path_through_an_empty_list_matches_nothing_and_is_no_mistake(check: Check) -> None:
    assert check({"deals": [], "a": "Orrin Foods NV"}, "deals[*]=deal").verification.records == 1


def test_a_path_with_a_number_or_a_quoted_key(check: Check) -> None:
    result = check({"a.b": ["Orrin Foods", "Dell’Acqua"]}, '["a.b"][1]=name')
    assert [item.kind for item in result.items] == ["verbatim", "name"]
