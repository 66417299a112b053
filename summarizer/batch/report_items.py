"""The articles of a store for the report: results with their texts, and what is said above them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.batch.folder import shown_name
from summarizer.batch.plan import decoded
from summarizer.batch.reading import Reading
from summarizer.batch.totals import paid
from summarizer.errors import ArticleError, ConfigurationError
from summarizer.exports.brief import dollars
from summarizer.exports.html.article import Item
from summarizer.readers import decode_article
from summarizer.readers.files import read_bytes

_GONE, _CHANGED = "its file is not where it was", "its file has changed since"


def items(reading: Reading, articles: Path | None) -> Iterator[Item]:
    """The articles that are done, in the order of their paths; `articles`: the folder that they lie in now, if another
    than the run's."""
    for path, _, text in reading.documents():
        yield _item(path, text, articles)


def item_at(reading: Reading, key: bytes, articles: Path | None) -> Item:
    """The article that the store has under `key`."""
    ask = "SELECT zlib FROM articles CROSS JOIN texts ON texts.id = document WHERE path = ?"
    [(packed,)] = reading.read(ask, (key,))
    return _item(key, zlib.decompress(packed), articles)


def _item(key: bytes, written: bytes, articles: Path | None) -> Item:
    document = json.loads(written.decode("utf-8", "surrogatepass"))
    relative = decoded(key)
    place = document["source"].get("path") if articles is None else str(articles / relative)
    text, why = _text(document["source"], place)
    return Item(key, shown_name(relative), document, text, why)


def _text(source: Mapping[str, Any], place: str | None) -> tuple[str | None, str]:
    """The text that the result's offsets count in, or why it cannot be had."""
    if source.get("text") is not None:
        return source["text"], ""
    if place is None:
        return None, _GONE
    try:
        article = decode_article(read_bytes(Path(place)), place, media_type=source.get("media_type"))
    except (ArticleError, ConfigurationError):
        return None, _GONE
    # By its hash, so that a store from elsewhere gets no other file into the report than the article itself.
    return (article.text, "") if article.sha256 == source.get("sha256") else (None, _CHANGED)


def failures(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Path, error and message of the articles that failed, in the order of their paths."""
    ask = "SELECT path, error, message FROM articles WHERE path > ? AND state = 'failed' ORDER BY path LIMIT ?"
    for path, error, message in reading.rows(ask):
        yield shown_name(decoded(path)), error or "", message or ""


def about(reading: Reading) -> list[str]:
    """Who read the articles, until when, at what cost."""
    models = [name for (name,) in reading.read("SELECT DISTINCT model FROM articles WHERE model > '' ORDER BY model")]
    said = ["read by " + " and ".join("the offline rules" if name == "offline" else name for name in models)] * bool(
        models
    )
    [(last,)] = reading.read("SELECT max(finished) FROM articles")
    if last is not None:
        said.append(f"results of {datetime.fromtimestamp(last, UTC):%Y-%m-%d %H:%M} UTC and before")
    cost = paid(reading)
    if cost.calls:
        said.append(f"{dollars(cost.cost_usd)} for {cost.calls:,} calls")
    return said


def folder_of(reading: Reading) -> Path | None:
    """The folder of articles of the last run, as it was given; None where it is not known."""
    rows = reading.read("SELECT folder FROM runs WHERE folder > '' ORDER BY id DESC LIMIT 1")
    return Path(rows[0][0]) if rows else None


def state_of(reading: Reading) -> str:
    """What changes whenever a result does."""
    [facts] = reading.read(
        "SELECT (SELECT value FROM facts WHERE name = 'changes'), count(*), sum(state = 'done'), max(finished), "
        "(SELECT max(id) FROM texts) FROM articles"
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:32]
