from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.extractions import is_of_other_text, pick_documents, read_documents, verify_document
from summarizer.schema import NEWS

TEXT = "Orrin Foods NV agreed to buy the pasta maker Dell’Acqua on Monday. The price is about $2.4 billion."
ARTICLE = replace(Article.from_text(TEXT), path="wire/orrin.txt")
WIRE: dict[str, Any] = {
    "headline": {"text": "Orrin Foods agreed to buy Dell’Acqua.", "evidence": [1]},
    "abstract": [],
    "parties": [],
    "deals": [
        {
            "kind": "acquisition",
            "status": "agreed",
            "parties": [
                {"name": "Orrin Foods NV", "role": "acquirer"},
                {"name": "Dell’Acqua", "role": "target"},
            ],
            "subject": "the pasta maker",
            "value": {"text": "about $2.4 billion", "currency": "USD"},
            "dates": [{"event": "signed", "when": "Monday"}],
            "terms": [],
            "evidence": [1, 2],
        }
    ],
    "quotes": [],
    "claims": [],
}


def of(**source: Any) -> dict[str, Any]:
    return {"source": source, **WIRE}


def test_one_document_a_list_and_lines_are_all_read() -> None:
    one, many = json.dumps(WIRE, indent=2).encode(), json.dumps([WIRE, WIRE]).encode()
    lines = f"{json.dumps(WIRE)}\n\n{json.dumps(WIRE)}\n".encode()
    assert [len(read_documents(data, "x.json")) for data in (one, many, lines)] == [1, 2, 2]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_documents(b"\xef\xbb\xbf" + json.dumps(WIRE).encode(), "x.json") == [WIRE]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_json_in_the_encodings_of_other_shells_is_read_by_its_byte_order_mark(encoding: str) -> None:
    assert read_documents(json.dumps(WIRE).encode(encoding), "x.json") == [WIRE]


def test_a_broken_line_costs_the_others_nothing() -> None:
    unread: list[ConfigurationError] = []
    good = json.dumps(WIRE)
    assert read_documents(f"{good}\n{good[:-5]}\n{good}\n".encode(), "x.jsonl", unread=unread) == [WIRE, WIRE]
    assert [str(fault).startswith("x.jsonl is not JSON: line 2,") for fault in unread] == [True]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{\n  "headline": nul\n}', r"x\.json is not JSON: line 2, column 15"),
        (b'{"headline": {}}\n{"deals": [}\n', "line 2, column 12"),
        (b'{"deals": [NaN]}', "NaN is no JSON number"),
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"[]", "an empty list"),
        (b'"text"', "must hold an object"),
        (b"17", "must hold an object"),
        (b'{"a": 1e999}', "larger than any number"),
        (b'{"a": {"b": 1, "b": 2}}', "the key 'b' stands twice"),
        (b'{"a": "\xff"}', r"not UTF-8 \(at byte 7\)"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is not JSON"),
    ],
)
def test_what_is_no_extraction_is_told_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        read_documents(data, "x.json")


def test_the_document_is_picked_by_the_text_before_the_path() -> None:
    same_path, same_text = of(path="wire/orrin.txt"), of(path="elsewhere.txt", sha256=ARTICLE.sha256)
    assert pick_documents([of(path="z.txt"), same_path, same_text], ARTICLE, "x.jsonl") == [same_text]
    assert pick_documents([of(path="z.txt"), same_path], ARTICLE, "x.jsonl") == [same_path]


def test_a_path_may_be_written_in_another_way() -> None:
    other = of(path="./wire/orrin.txt")
    assert pick_documents([of(path="z.txt"), other], ARTICLE, "x.jsonl") == [other]


def test_one_document_needs_to_say_nothing() -> None:
    assert pick_documents([WIRE], ARTICLE, "x.json") == [WIRE]


def test_several_documents_of_other_articles_are_refused() -> None:
    with pytest.raises(ConfigurationError, match="none of the 2 documents"):
        pick_documents([of(path="y.txt"), of(path="z.txt")], ARTICLE, "x.jsonl")


def test_a_document_of_another_text_is_noticed() -> None:
    assert is_of_other_text(of(sha256="0" * 64), ARTICLE)
    assert not is_of_other_text(of(sha256=ARTICLE.sha256), ARTICLE)
    assert not is_of_other_text(WIRE, ARTICLE)


def test_the_shape_of_the_wire_is_verified_as_it_is() -> None:
    result = verify_document(WIRE, ARTICLE, NEWS, "x.json")
    assert result.faulty() == []
    assert result.verification.records == 2


def test_the_day_that_the_document_knows_is_used_where_the_article_says_none() -> None:
    result = verify_document(of(published="2031-03-05", published_from="flag"), ARTICLE, NEWS, "x.json")
    assert result.source.published == date(2031, 3, 5)
    own = replace(ARTICLE, published=date(2030, 1, 1), published_from="flag")
    assert verify_document(of(published="2031-03-05", published_from="flag"), own, NEWS, "x.json").source.published == (
        date(2030, 1, 1)
    )


def test_a_changed_amount_is_found() -> None:
    changed = json.loads(json.dumps(WIRE).replace("2.4 billion", "4.2 billion"))
    assert [path for path, _ in verify_document(changed, ARTICLE, NEWS, "x.json").faulty()] == ["deals[0]"]


def test_an_object_without_any_section_is_refused_where_our_schema_is_asked_for() -> None:
    with pytest.raises(ConfigurationError, match=r"x\.json: "):
        verify_document({"summary": "Orrin buys."}, ARTICLE, NEWS, "x.json")


def test_a_wrong_shape_is_told_with_its_place() -> None:
    with pytest.raises(ConfigurationError, match=r"x\.json: deals\[0\]"):
        verify_document({"deals": [{"kind": "takeover"}]}, ARTICLE, NEWS, "x.json")
