"""The gold articles of the offline rules: they load as records, and every copied word stands in the cited sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.fields import FieldKind, Record, leaves
from summarizer.records import AbstractSentence, Claim, Deal, Headline, Party, Quote

GOLD = Path(__file__).parent.parent / "benchmarks" / "data" / "offline"
SECTIONS: dict[str, type[Record]] = {
    "abstract": AbstractSentence,
    "parties": Party,
    "deals": Deal,
    "quotes": Quote,
    "claims": Claim,
}
COPIED = {
    FieldKind.VERBATIM,
    FieldKind.NAME,
    FieldKind.QUOTATION,
    FieldKind.MONEY,
    FieldKind.FIGURE,
    FieldKind.WHEN,
}


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("path", sorted(GOLD.glob("*/*.txt")), ids=lambda path: path.stem)
def test_copied_words_of_the_gold_stand_in_the_cited_sentences(path: Path) -> None:
    sentences = {s.number: spaced(s.text) for s in Article.from_text(path.read_text(encoding="utf-8")).sentences}
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    Headline.model_validate(gold["headline"])
    missing = []
    for section, kind in SECTIONS.items():
        for index, entry in enumerate(gold[section]):
            record = kind.model_validate(entry)
            cited = " ".join(sentences[number] for number in record.evidence)
            for leaf in leaves(record):
                if leaf.kind in COPIED or leaf.path == "statement":
                    words = leaf.value if isinstance(leaf.value, str) else leaf.value.text
                    missing += [
                        f"{section}[{index}].{leaf.path}: {piece}"
                        for piece in spaced(words).split(" … ")
                        if piece not in cited
                    ]
    assert missing == []
