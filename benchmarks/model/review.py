"""What gold does not settle, for a reader: verified records that it does not bear out.

Gold is not complete: a record that it lacks may be right all the same. A reader gets each such record with the
sentences that it cites, and says whether these say it, all of it. An item's `id` is a hash of what is asked, so that a
mark holds in later runs for the same record of the same article.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.model.pairs import sides
from benchmarks.model.runs import Done
from benchmarks.offline.reference import DataError
from summarizer.article import Article
from summarizer.fields import Record
from summarizer.verdicts import Verdict

ASKED = (
    "Do the cited sentences, read in their article, say all that the record says: each name, number, date, word, role, "
    "kind, status, speaker, mode and hedge? Then `right` is true. Else it is false, and `why` says what is wrong."
)
_OURS = frozenset({"spans", "verdict", "findings", "evidence"})


@dataclass(frozen=True)
class Verified:
    """The verified records of a set: which gold bears out, and which a reader has to look at."""

    confirmed: int
    items: tuple[dict[str, Any], ...]

    @property
    def count(self) -> int:
        """All verified records."""
        return self.confirmed + len(self.items)


@dataclass(frozen=True)
class Marks:
    """What readers said: of each record whether it is right."""

    right: Mapping[str, bool]

    def of(self, items: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
        """How many of the items are right, and how many wrong; the others nobody has marked."""
        said = [self.right[item["id"]] for item in items if item["id"] in self.right]
        return sum(said), len(said) - sum(said)


def verified(runs: Iterable[Done], *, with_gold: bool = True) -> Verified:
    """The verified records of the articles that were answered."""
    confirmed, items = 0, []
    for done in runs:
        if done.summary is None:
            continue
        borne_out = set(_borne_out(done)) if with_gold else set()
        for path, record in done.summary.records():
            if record.verdict is not Verdict.VERIFIED:
                continue
            if path in borne_out:
                confirmed += 1
            else:
                items.append(_item(done, path, record))
    return Verified(confirmed, tuple(items))


def _borne_out(done: Done) -> Iterator[str]:
    assert done.summary is not None
    for side in sides(done.item.gold, done.summary):
        for at in range(len(side.output)):
            if side.borne_out(at):
                yield side.section if side.section == "headline" else f"{side.section}[{at}]"


def _item(done: Done, path: str, record: Record) -> dict[str, Any]:
    section = path.partition("[")[0]
    said = {name: value for name, value in record.model_dump(mode="json").items() if name not in _OURS}
    cited = {str(number): _sentence(done.item.article, number) for number in record.evidence}
    asked = json.dumps([done.item.article.sha256, section, said, sorted(cited)], sort_keys=True, ensure_ascii=False)
    return {
        "id": hashlib.sha256(asked.encode()).hexdigest()[:16],
        "article": done.item.name,
        "section": section,
        "record": said,
        "cited": cited,
    }


def _numbered(article: Article) -> str:
    return "\n".join(f"[{at}] {_sentence(article, at)}" for at in range(1, len(article.sentences) + 1))


def _sentence(article: Article, number: int) -> str:
    return " ".join(article.sentences[number - 1].text.split())


def write(path: Path, items: Iterable[Mapping[str, Any]], articles: Mapping[str, Article]) -> int:
    """Writes the items, each article's text and the question before them, and returns how many they are."""
    items = list(items)
    lines: list[Mapping[str, Any]] = [{"asked": ASKED, "answer": {"id": "…", "right": True, "why": "…"}}]
    asked = {item["article"] for item in items}
    lines += [{"article": name, "text": _numbered(one)} for name, one in articles.items() if name in asked]
    lines += items
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return len(items)


def read(paths: Iterable[Path]) -> Marks:
    """The marks in JSON Lines files of {"id", "right", "why"}; other lines are passed over.

    Raises `DataError` for what is no JSON, and for two marks that contradict one another.
    """
    right: dict[str, bool] = {}
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as fault:
            raise DataError(f"{path}: {fault}") from fault
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                mark = json.loads(line)
            except ValueError as fault:
                raise DataError(f"{path}: line {number} is not JSON: {fault}") from fault
            if not isinstance(mark, dict) or not isinstance(mark.get("right"), bool) or "id" not in mark:
                continue
            if right.setdefault(mark["id"], mark["right"]) != mark["right"]:
                raise DataError(f"{path}: line {number}: {mark['id']} is marked right and wrong")
    return Marks(right)
