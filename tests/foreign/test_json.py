from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.exports.documents import document, to_json
from summarizer.exports.schemas import schema_of
from summarizer.foreign import ForeignResult, ForeignValue

Check = Callable[..., ForeignResult]
One = Callable[..., ForeignValue]


@pytest.mark.parametrize(
    "value",
    [
        "Orrin Foods NV",
        "orrin foods nv",
        "Dell'Acqua",
        "about $2.4 billion",
        "$2.4 billion",
        "USD 2.4bn",
        2400000000,
        2.4e9,
        "2,400,000,000",
        4.5,
        "4.5%",
        1850,
        "1,850",
        2025,
        "2025-03-05",
        "5 March 2025",
        "2025-03-04",
        "proud of … brand",
    ],
)
def test_what_the_article_says_is_verified(one: One, value: object) -> None:
    assert one({"field": value}).verdict == "verified"


@pytest.mark.parametrize(
    ("value", "verdict", "source"),
    [
        ("Orrin Foods BV", "altered", "Orrin Foods NV"),
        ("about $2.4 million", "altered", "about $2.4 billion"),
        ("Halvorsen Brothers", "unsupported", None),
        (2500000000, "unsupported", "about $2.4 billion"),
        (2400000, "altered", "about $2.4 billion"),
        (5.4, "unsupported", "4.5%"),
        (-2400000000, "altered", "about $2.4 billion"),
        ("1,580", "unsupported", "1,850 people"),
        ("2025-03-14", "unsupported", None),
        (1e300, "unsupported", None),
    ],
)
def test_what_it_does_not_say_is_shown_beside_what_it_says(
    one: One, value: object, verdict: str, source: str | None
) -> None:
    item = one({"field": value})
    assert item.verdict == verdict
    [finding] = item.findings
    assert finding.field == "field"
    if source is not None:
        assert finding.source == source


def test_digits_without_their_scale_are_not_proven(one: One) -> None:
    item = one({"price": 2.4})
    assert (item.verdict, item.findings[0].source) == ("inferred", "about $2.4 billion")


def test_paths_lead_through_objects_lists_and_keys_with_dots(check: Check) -> None:
    result = check({"company": {"ceo": "Mara Lindqvist"}, "items": [{"price": 4.5}, ["Tessel Partners"]], "a.b": 310})
    assert [item.path for item in result.items] == ["company.ceo", "items[0].price", "items[1][0]", '["a.b"]']
    assert [item.kind for item in result.items] == ["verbatim", "number", "verbatim", "number"]


def test_what_claims_nothing_is_said_not_to_be_checked(check: Check) -> None:
    result = check(
        {
            "none": None,
            "yes": True,
            "blank": " ",
            "nothing": "N/A",
            "list": [],
            "doc_id": 7,
            "articleId": "x-12",
            "run": "3f2a6c1e-0d4b-4c55-9a77-2f61c1f0ab12",
            "confidence": 0.93,
        }
    )
    assert result.items == []
    assert {one.path: one.why for one in result.unchecked} == {
        "none": "null",
        "yes": "true or false",
        "blank": "empty",
        "nothing": "says nothing",
        "list": "empty",
        "doc_id": "an identifier",
        "articleId": "an identifier",
        "run": "an identifier",
        "confidence": "a confidence",
    }


def test_every_span_shows_the_articles_own_words(check: Check, article: Article) -> None:
    result = check({"a": "dell'acqua", "b": [2400000000, "2025-03-04", "March 5, 2025"]})
    spans = [span for item in result.items for span in item.spans]
    assert [span.text for span in spans] == ["Dell’Acqua", "$2.4 billion", "Tuesday", "March 5, 2025"]
    assert all(article.text[span.start : span.end] == span.text for span in spans)
    assert [span.field for span in spans] == ["a", "b[0]", "b[1]", "b[2]"]


def test_the_same_value_is_found_the_same_wherever_it_stands(check: Check) -> None:
    first, second = check(["Orrin Foods BV", "Orrin Foods BV"]).items
    assert (first.verdict, first.findings[0].message) == (second.verdict, second.findings[0].message)
    assert [first.findings[0].field, second.findings[0].field] == ["[0]", "[1]"]


@pytest.mark.parametrize(
    ("evidence", "verdict"),
    [
        ([1], "verified"),
        ("agreed to buy the pasta maker", "verified"),
        ({"start": 0, "end": 60}, "verified"),
        ([{"start_pos": 24, "end_pos": 38, "text": "Orrin Foods NV"}], "verified"),
    ],
)
def test_evidence_may_be_numbers_words_or_offsets(check: Check, evidence: Any, verdict: str) -> None:
    item = check({"maker": "Tessel Partners", "evidence": evidence}).items[-1]
    assert (item.path, item.verdict, item.findings) == ("maker", verdict, [])


def test_evidence_that_says_something_else_is_mended(check: Check) -> None:
    [item] = check({"rival": "Kestrel Group", "evidence": [1]}).items
    assert (item.verdict, item.evidence) == ("verified", [4])
    assert [finding.code for finding in item.findings] == ["citation_corrected"]


def test_evidence_that_the_article_does_not_have_is_a_finding_of_its_own(check: Check) -> None:
    items = check({"rival": "Kestrel Group", "evidence": "Kestrel Group was the winner of it all"}).items
    assert {item.path: item.verdict for item in items} == {"evidence": "altered", "rival": "verified"}


def test_offsets_outside_the_article_are_left_out_with_a_remark(check: Check) -> None:
    first, second = check({"evidence": {"start": 5000, "end": 5010}, "rival": "Kestrel Group"}).items
    assert [finding.code for finding in first.findings] == ["offsets_unknown"]
    assert (first.verdict, second.verdict) == ("verified", "verified")


def test_offsets_at_other_words_are_mended(check: Check) -> None:
    first, _ = check({"evidence": {"start": 0, "end": 6, "text": "Kestrel Group"}, "rival": "Kestrel Group"}).items
    assert [finding.code for finding in first.findings] == ["offsets_corrected"]


def test_a_number_is_held_against_the_evidence_it_comes_with(check: Check) -> None:
    [item] = check({"sales": 311, "evidence": [3]}).items
    assert item.verdict == "altered"


def test_what_is_written_satisfies_the_published_schema(check: Check) -> None:
    result = check({"a": {"b": ["Orrin", 4.6, None]}, "c": "2,4"})
    Draft202012Validator(schema_of(ForeignResult)).validate(document(result))
    assert json.loads(to_json(result))["verification"] == {
        "records": 3,
        "verified": 1,
        "inferred": 0,
        "altered": 0,
        "unsupported": 2,
        "dropped": 0,
    }


# what is odd or hostile


def test_lone_surrogates_and_control_characters_do_no_harm(check: Check) -> None:
    result = check({"a": "\ud800x", "b\x1b[2J\ud800": "\x1b[31mOrrin"})
    written = to_json(result)
    assert "\x1b" not in written
    written.encode("utf-8")


def test_what_is_no_finite_number_is_unsupported_and_written_as_words(check: Check) -> None:
    result = check({"a": float("nan"), "b": float("inf"), "c": 10**4000})
    assert [item.verdict for item in result.items] == ["unsupported"] * 3
    assert json.loads(to_json(result))["items"][0]["value"] == "nan"


def test_deep_nesting_is_refused_with_a_clear_word(check: Check) -> None:
    value: Any = "Orrin Foods NV"
    for _ in range(150):
        value = {"in": [value]} if _ % 2 else [value]
    with pytest.raises(ConfigurationError, match="nested too deeply: more than 200 levels"):
        check(value)


def test_ten_thousand_values_are_all_answered(check: Check) -> None:
    result = check({"rows": [{"n": at, "name": f"Nobody {at}"} for at in range(5000)]})
    assert result.verification.records == 10000


def test_what_json_does_not_have_is_refused(check: Check) -> None:
    with pytest.raises(ConfigurationError, match="holds a complex"):
        check({"a": 1j})


def test_a_bare_string_is_no_extraction(check: Check) -> None:
    with pytest.raises(ConfigurationError, match="must hold an object or a list"):
        check("Orrin Foods NV")
