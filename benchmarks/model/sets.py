"""The sets of articles, each with its gold: the project's own, and evenly spaced slices of the reference data.

Own articles have all their records in gold, reference deals seven slots, reference quotes the spans of what was said
and of who said it. What is not beside this repository is named as absent and left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar

from benchmarks.offline import deals, quotes
from benchmarks.offline.gold import FOLDER
from benchmarks.offline.reference import DATA, load_lines
from summarizer import Article, read_article
from summarizer.batch.folder import find_articles

T = TypeVar("T")

Kind = Literal["records", "deals", "quotes"]
NAMES = ("later", "fresh", "unseen", "seen", "deals", "quotes")
SLICES = {"deals": 50, "quotes": 20}
"""Reference documents that are taken; more would say little more and cost readers hours."""


class Absent(Exception):
    """A set that is not on this machine; the message says which."""


@dataclass(frozen=True)
class Item:
    """An article, and what a careful reader wrote down of it."""

    name: str
    article: Article
    gold: Mapping[str, Any]
    """Of an own article a summary's JSON, of a reference document the line of its file."""


@dataclass(frozen=True)
class GoldSet:
    """Articles whose gold has one form."""

    name: str
    kind: Kind
    items: tuple[Item, ...]
    of: int
    """Articles of which these are the evenly spaced part."""


def load(name: str, most: int | None = None) -> GoldSet:
    """The set of this name, at most `most` of its articles. Raises `Absent`, and `DataError` for unusable data."""
    if name in ("deals", "quotes"):
        return _reference(name, most)
    folder = FOLDER / name
    if not folder.is_dir() or not any(folder.glob("*.json")):
        raise Absent(f"{name}: no gold in {folder}")
    paths = list(find_articles(folder))
    items = [
        Item(path.stem, read_article(path), json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
        for path in spaced(paths, most)
    ]
    return GoldSet(name, "records", tuple(items), len(paths))


def _reference(name: str, most: int | None) -> GoldSet:
    path = {"deals": deals.FOLDER / "dev.jsonl", "quotes": quotes.FOLDER / "dev_docs.jsonl"}[name]
    if not path.exists():
        raise Absent(f"{name}: shared/data is not beside this repository ({DATA})")
    key = {"deals": "id", "quotes": "doc_id"}[name]
    documents = load_lines(path)
    chosen = spaced(spaced(documents, SLICES[name]), most)
    items = [
        Item(
            str(document[key]),
            _article(document, f"{document[key]}.txt"),
            document,
        )
        for document in chosen
    ]
    return GoldSet(name, "deals" if name == "deals" else "quotes", tuple(items), len(documents))


def _article(document: Mapping[str, Any], path: str) -> Article:
    published = date.fromisoformat(document["date"]) if document.get("date") else None
    return replace(Article.from_text(document["text"], published=published), path=path)


def spaced(things: Sequence[T], most: int | None) -> list[T]:
    """`most` of them at even distances, from the first on: those at ⌊i · count / most⌋; all where that is no fewer."""
    if most is None or most >= len(things):
        return list(things)
    return [things[at * len(things) // most] for at in range(most)]
