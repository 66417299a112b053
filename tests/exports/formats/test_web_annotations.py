from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from summarizer.exports.formats import web_annotations
from summarizer.exports.formats.items import Item, Job
from summarizer.exports.formats.web_annotations import page, source_of
from summarizer.records import Summary

Json = dict[str, Any]


def targets(page: Json) -> Iterator[Json]:
    for annotation in page["items"]:
        target = annotation["target"]
        if not isinstance(target, str):
            yield from target if isinstance(target, list) else [target]


TERMS = {
    "@context",
    *("id", "type", "name", "value", "format", "items", "startIndex", "generator"),
    *("body", "target", "motivation", "purpose", "source", "selector", "start", "end", "exact", "prefix", "suffix"),
}
"""The terms used here that https://www.w3.org/ns/anno.jsonld defines; JSON-LD drops any other without a word."""
PURPOSES = {"classifying", "describing", "linking", "tagging"}


def strange(value: Any) -> set[str]:
    """The keys and purposes in a page that the context does not define."""
    if isinstance(value, list):
        return set().union(*map(strange, value))
    if not isinstance(value, dict):
        return set()
    purposes = {value[key] for key in ("purpose", "motivation") if key in value}
    return (value.keys() - TERMS) | (purposes - PURPOSES) | strange(list(value.values()))


def selectors(target: Json) -> tuple[Json, Json]:
    position, quote = target["selector"]
    assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    return position, quote


@pytest.fixture
def of_article(item: Item, job: Job) -> Json:
    return page(item, item.text(), job.sections)


def test_a_position_selects_the_exact_text_by_code_points(of_article: Json, item: Item) -> None:
    text = item.text()
    assert text is not None
    found = [selectors(target) for target in targets(of_article)]
    assert len(found) == 5 + 8  # cited sentences, fields
    assert [text[position["start"] : position["end"]] for position, _ in found] == [q["exact"] for _, q in found]


def test_in_utf_16_units_the_same_positions_select_something_else(of_article: Json, item: Item) -> None:
    """So that the units matter in this article, and the test above can fail."""
    units = (item.text() or "").encode("utf-16-le")
    wrong = [
        quote["exact"]
        for position, quote in map(selectors, targets(of_article))
        if units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le", "replace") != quote["exact"]
    ]
    assert "Petra Ohlund" in wrong


def test_a_quote_is_found_by_what_stands_around_it(of_article: Json, item: Item) -> None:
    text = item.text() or ""
    for position, quote in map(selectors, targets(of_article)):
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(whole) == 1
        assert text.index(whole) + len(quote["prefix"]) == position["start"]


def test_a_quote_is_found_in_a_text_that_grew_at_its_head(of_article: Json, item: Item) -> None:
    grown = f"Updated 😀 at noon.\n{item.text()}"
    for position, quote in map(selectors, targets(of_article)):
        start = grown.index(quote["prefix"] + quote["exact"] + quote["suffix"]) + len(quote["prefix"])
        assert start == position["start"] + 19


def test_each_record_and_each_copied_field_has_an_annotation(of_article: Json) -> None:
    bodies = [[(body["purpose"], body.get("value")) for body in one["body"]] for one in of_article["items"]]
    described = [body for body in bodies if body[-1][0] == "describing"]
    assert [("tagging", "deal"), ("classifying", "inferred")] in [body[:2] for body in described]
    assert len(described) == 6
    tags = [body[0][1] for body in bodies if body[-1][0] == "linking"]
    assert tags == [
        "party.name",
        "party.aliases",
        "deal.subject",
        "deal.value",
        "deal.dates.when",
        "quote.text",
        "quote.speaker",
        "claim.figures",
    ]


def test_a_field_is_linked_to_its_record(of_article: Json) -> None:
    by_id = {one["id"]: one for one in of_article["items"]}
    assert len(by_id) == len(of_article["items"])
    [value] = [one for one in of_article["items"] if one["body"][0]["value"] == "deal.value"]
    record = by_id[value["body"][1]["source"]]
    content = json.loads(record["body"][2]["value"])
    assert content["value"]["amount"] == 2_400_000


def test_a_page_is_json_ld_of_the_recommendation(of_article: Json) -> None:
    assert of_article["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert of_article["type"] == "AnnotationPage"
    motivations = {annotation["motivation"] for annotation in of_article["items"]}
    assert motivations == {"describing", "tagging"}
    assert strange(of_article) == set()
    assert all(one["type"] == "Annotation" and one["id"].startswith("urn:uuid:") for one in of_article["items"])


def test_a_record_without_spans_is_about_the_whole_article(of_article: Json) -> None:
    [unplaced] = [one for one in of_article["items"] if isinstance(one["target"], str)]
    assert json.loads(unplaced["body"][2]["value"])["name"] == "𝔏umen Fields Ltd."
    assert unplaced["target"] == "wire/quillon%20opt.txt"


def test_a_second_export_has_the_same_identifiers(item: Item, job: Job) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    web_annotations.write([item], job, one)
    web_annotations.write([item], job, other)
    assert one.getvalue() == other.getvalue()
    assert one.getvalue().count(b"\n") == 1


def test_without_the_text_the_cited_sentence_shows_what_stands_around(without_text: Item) -> None:
    job = Job(Summary)
    stream = io.BytesIO()
    web_annotations.write([without_text], job, stream)
    found = {quote["exact"]: quote for _, quote in map(selectors, targets(json.loads(stream.getvalue())))}
    assert found["Petra Ohlund"]["prefix"] == '“=SUM(A1:A9) is "not" a plan,” said '[-32:]
    assert found["Petra Ohlund"]["suffix"] == ", of Quillon."
    assert "--articles" in job.notes[0]


def test_a_page_that_was_read_is_named_by_the_hash_of_its_text() -> None:
    digest = hashlib.sha256(b"said").hexdigest()
    source = {"path": "a/b.html", "url": "https://news.example/b", "sha256": digest, "text": "said"}
    name, scope = source_of(source)
    assert name.startswith("ni:///sha-256;")
    assert base64.urlsafe_b64decode(name.partition(";")[2] + "=").hex() == digest
    assert scope == "https://news.example/b"
    assert source_of({**source, "url": None})[1] == "a/b.html"
    assert source_of({"sha256": digest}) == (name, None)
    assert source_of({"sha256": "no hash"})[0].startswith("ni:///sha-256;")


@pytest.mark.parametrize(
    ("path", "iri"),
    [("a b/ü.txt", "a%20b/%C3%BC.txt"), ("/var/a.txt", "file:///var/a.txt"), ("x:y?.txt", "x%3Ay%3F.txt")],
)
def test_a_path_is_an_iri(path: str, iri: str) -> None:
    assert source_of({"path": path, "sha256": "00" * 32}) == (iri, None)
