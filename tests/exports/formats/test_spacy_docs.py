from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    spacy = pytest.importorskip("spacy", reason="the extra `spacy` is not installed: `make test` installs it")
    from spacy.tokens import DocBin

from summarizer.exports.formats import spacy_docs
from summarizer.exports.formats.items import Item, Job


def docs(folder: Path, name: str = "docs-0001.spacy") -> list[Any]:
    return list(DocBin().from_disk(folder / name).get_docs(spacy.blank("en").vocab))


def test_a_doc_has_the_articles_text_and_its_spans(item: Item, job: Job, tmp_path: Path) -> None:
    spacy_docs.write([item], job, tmp_path)
    [doc] = docs(tmp_path)
    assert doc.text == item.text()
    fields = [(span.label_, span.id_, span.text) for span in doc.spans["sc"]]
    assert ("deal.subject", "deals[0]", "𝔏umen Fields Ltd.") in fields
    assert ("quote.speaker", "quotes[0]", "Petra Ohlund") in fields
    assert ("claim.figures", "claims[0]", "-2%") in fields
    assert len(fields) == 8
    assert [span.label_ for span in doc.spans["evidence"]] == [
        "headline.evidence",
        "party.evidence",
        "deal.evidence",
        "quote.evidence",
        "claim.evidence",
    ]
    about = doc.user_data["summarizer"]
    assert (about["path"], about["published"]) == ("wire/quillon opt.txt", "2031-03-04")
    assert about["verdicts"]["deals[0]"] == "inferred"


def test_a_span_within_a_token_is_widened_and_told(item: Item, job: Job, tmp_path: Path) -> None:
    text = item.text() or ""
    start = text.index("uillon Optics")
    item.document["parties"][0]["spans"][1] = {
        "field": "name",
        "start": start,
        "end": start + 13,
        "text": "uillon Optics",
    }
    spacy_docs.write([item], job, tmp_path)
    [doc] = docs(tmp_path)
    [name] = [span for span in doc.spans["sc"] if span.label_ == "party.name"]
    assert name.text == "Quillon Optics"
    widened = {"record": "parties[0]", "field": "name", "start": start, "end": start + 13}
    assert widened in doc.user_data["summarizer"]["widened"]
    assert f"{len(doc.user_data['summarizer']['widened'])} spans end within a token" in job.notes[0]


def test_what_is_not_widened_is_exact(item: Item, job: Job, tmp_path: Path) -> None:
    spacy_docs.write([item], job, tmp_path)
    [doc] = docs(tmp_path)
    widened = len(doc.user_data["summarizer"]["widened"])
    said = {span["text"] for record in item.document["deals"] for span in record["spans"]}
    found = {span.text for group in doc.spans.values() for span in group}
    assert len(said - found) <= widened


def test_many_articles_go_into_several_files(
    item: Item, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy_docs, "DOCS", 2)
    spacy_docs.write([item] * 3, job, tmp_path)
    assert [len(docs(tmp_path, name)) for name in ("docs-0001.spacy", "docs-0002.spacy")] == [2, 1]


def test_no_articles_are_an_empty_file(job: Job, tmp_path: Path) -> None:
    spacy_docs.write([], job, tmp_path)
    assert docs(tmp_path) == []


def test_an_article_without_its_text_is_skipped(without_text: Item, job: Job, tmp_path: Path) -> None:
    spacy_docs.write(job.counted([without_text]), job, tmp_path)
    assert job.articles == 0
    assert len(job.skipped) == 1


def test_the_corpus_reader_of_spacy_takes_the_folder(item: Item, job: Job, tmp_path: Path) -> None:
    from spacy.training import Corpus

    spacy_docs.write([item], job, tmp_path)
    [example] = Corpus(tmp_path)(spacy.blank("en"))
    assert "sc" in example.reference.spans
