"""Right records written by hand about invented articles, with the corruptions that only a reader can write.

`benchmarks/data/verifier/NAME.txt` is an article, `NAME.json` its records: the section, the record, and under `wrong`
pairs of an operator's name and the fields that make the record wrong. `unseen/` holds more of the same, written
when the verifier's rules were done and kept from whoever writes them: a source of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.verifier.cases import Case
from benchmarks.verifier.sources import ROOT
from summarizer.article import Article

FOLDER = ROOT / "benchmarks" / "data" / "verifier"


def cases() -> Iterator[Case]:
    yield from _cases("written", FOLDER)


def unseen() -> Iterator[Case]:
    yield from _cases("unseen", FOLDER / "unseen")


def _cases(source: str, folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        article = Article.from_text(text, published=date.fromisoformat(data["published"]))
        rows = data["records"]
        siblings = [(row["section"], row["record"]) for row in rows]
        for place, row in enumerate(rows):
            wrong = [(name, fields) for name, fields in row.get("wrong", ())]
            key = f"{path.stem}/{row['section']}/{place}"
            yield Case(source, key, article, row["section"], row["record"], siblings, wrong)
