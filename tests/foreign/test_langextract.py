"""The lines are written after what langextract 1.7.1 saves with `save_annotated_documents`; the words are ours."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.extractions import is_of_other_text, open_extractions, pick_documents, read_documents
from summarizer.foreign import ForeignResult, is_langextract

Check = Callable[..., ForeignResult]


def extraction(text: str, start: int | None, end: int | None, status: str | None, **attributes: Any) -> dict[str, Any]:
    return {
        "extraction_class": "company",
        "extraction_text": text,
        "char_interval": None if start is None else {"start_pos": start, "end_pos": end},
        "alignment_status": status,
        "extraction_index": 1,
        "group_index": 0,
        "description": None,
        "attributes": attributes or None,
    }


def document(article: Article, *extractions: dict[str, Any]) -> dict[str, Any]:
    return {"extractions": list(extractions), "text": article.text, "document_id": "doc_381c81a1"}


def test_the_shape_is_recognised(article: Article) -> None:
    assert is_langextract(document(article, extraction("Orrin Foods NV", 24, 38, "match_exact")))
    assert is_langextract({"extractions": None, "text": "Orrin.", "document_id": "doc_1"})
    assert not is_langextract({"extractions": [{"text": "Orrin"}], "text": "Orrin."})
    assert not is_langextract({"extractions": []})


def test_the_words_at_their_interval_are_verified(check: Check, article: Article) -> None:
    result = check(document(article, extraction("Orrin Foods NV", 24, 38, "match_exact")))
    [item] = result.items
    assert (result.shape, item.path, item.verdict) == ("langextract", "extractions[0].extraction_text", "verified")
    assert [(span.start, span.end) for span in item.spans] == [(24, 38)]


def test_of_two_places_the_one_of_the_interval_is_kept(check: Check, article: Article) -> None:
    second = article.text.index("Dell’Acqua", article.text.index("Dell’Acqua") + 1)
    [item] = check(document(article, extraction("Dell'Acqua", second, second + 10, "match_exact"))).items
    assert [span.start for span in item.spans] == [second]


@pytest.mark.parametrize("status", ["match_fuzzy", "match_lesser", "match_exact"])
def test_other_words_than_those_at_the_interval_are_altered(check: Check, article: Article, status: str) -> None:
    [item] = check(document(article, extraction("Orrin Foods BV", 24, 38, status))).items
    [finding] = item.findings
    assert (item.verdict, finding.source) == ("altered", "Orrin Foods NV")


def test_words_that_were_not_aligned_are_looked_up_everywhere(check: Check, article: Article) -> None:
    there, nowhere = check(
        document(article, extraction("Kestrel Group", None, None, None), extraction("Halvorsen", None, None, None))
    ).items
    assert (there.verdict, nowhere.verdict) == ("verified", "unsupported")


def test_wrong_offsets_of_right_words_are_mended(check: Check, article: Article) -> None:
    moved, outside = check(
        document(
            article,
            extraction("Kestrel Group", 0, 6, "match_exact"),
            extraction("Kestrel Group", 9000, 9013, "match_exact"),
        )
    ).items
    assert [finding.code for finding in moved.findings] == ["offsets_corrected"]
    assert [finding.code for finding in outside.findings] == ["offsets_unknown"]
    assert (moved.verdict, outside.verdict) == ("verified", "verified")


def test_attributes_are_checked_labels_as_judgements(check: Check, article: Article) -> None:
    attributes = {"role": "purchaser", "price": "$2.4 million", "partners": ["Tessel Partners", "Halvorsen"]}
    items = check(document(article, extraction("Orrin Foods NV", 24, 38, "match_exact", **attributes))).items[1:]
    assert {item.path.removeprefix("extractions[0].attributes."): item.verdict for item in items} == {
        "role": "inferred",
        "price": "altered",
        "partners[0]": "verified",
        "partners[1]": "unsupported",
    }


def test_a_mapping_says_what_attributes_and_classes_are(check: Check, article: Article) -> None:
    mapping = {
        "fields": {"extractions[*].attributes.role": "ignore", "extractions[*].attributes.price": "money"},
        "classes": {"company": "name"},
    }
    one = extraction("Orrin Foods Group", None, None, None, role="Buyer X", price=2400000000)
    first, second = check(document(article, one), mapping).items
    assert (first.kind, first.verdict) == ("name", "inferred")
    assert (second.kind, second.verdict) == ("money", "verified")


def test_a_path_that_no_extraction_has_is_an_error(check: Check, article: Article) -> None:
    one = document(article, extraction("Orrin Foods NV", 24, 38, "match_exact", role="x"))
    with pytest.raises(ConfigurationError, match=r"extractions\[\*\].attributes.rule"):
        check(one, "extractions[*].attributes.rule=ignore")


def test_offsets_into_another_text_are_left_out_and_that_is_said(check: Check, article: Article) -> None:
    other = {**document(article, extraction("Kestrel Group", 0, 6, "match_fuzzy")), "text": "Kestrel. Another text."}
    result = check(other)
    assert [(item.verdict, item.findings) for item in result.items] == [("verified", [])]
    assert result.provenance.notes == [
        "made from another text than the one it was verified against: its offsets were left out"
    ]
    assert is_of_other_text(other, article)


def test_a_document_is_picked_by_its_text_or_its_name(article: Article) -> None:
    named = replace(article, path="wire/orrin.txt")
    right, other = document(article), {"extractions": [], "text": "Another.", "document_id": "doc_2"}
    by_name = {"extractions": [], "text": "Another.", "document_id": "orrin"}
    assert pick_documents([other, right], named, "x.jsonl") == [right]
    assert pick_documents([other, by_name], named, "x.jsonl") == [by_name]
    with pytest.raises(ConfigurationError, match="none of the 2 documents"):
        pick_documents([other, other], named, "x.jsonl")


def test_lines_are_read_and_the_text_in_them_can_be_the_article(article: Article, tmp_path: Any) -> None:
    line = json.dumps(document(article, extraction("Orrin Foods NV", 24, 38, "match_exact")))
    assert len(read_documents(f"{line}\n{line}\n".encode(), "x.jsonl")) == 2
    (tmp_path / "x.jsonl").write_text(f"{line}\n{line}\n", "utf-8")
    name, pairs, _ = open_extractions(str(tmp_path / "x.jsonl"), None, None, items=False)
    assert [source.text for _, source in pairs] == [article.text] * 2
    assert pairs[0][1].title == "doc_381c81a1"
    assert name.endswith("x.jsonl")


def test_offsets_that_are_no_object_are_an_error(check: Check, article: Article) -> None:
    with pytest.raises(ConfigurationError, match="char_interval is no object"):
        check(document(article, {**extraction("Orrin", None, None, None), "char_interval": [0, 5]}))
