"""An article of the plan, read: where it belongs to this run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from summarizer.article import Article
from summarizer.batch.folder import unlisted
from summarizer.batch.plan import Todo, encoded
from summarizer.batch.runner import named
from summarizer.batch.shards import Shard, number_of
from summarizer.errors import ReadError
from summarizer.readers import decode_article, read_article
from summarizer.readers.files import read_bytes


def read_todo(todo: Todo, folder: Path, published: date | None, shard: Shard | None = None) -> Article:
    """The article, read. Raises `ReadError`, and `Elsewhere` where it belongs to another shard than `shard`."""
    if todo.before == "unlisted":
        _check_shard(encoded(todo.path), shard)
        raise ReadError(unlisted(todo.message or ""))
    path = folder if folder.is_file() else folder / todo.path
    if shard is None:
        return named(read_article(path, published=published))
    try:
        raw = read_bytes(path)
    except ReadError:
        _check_shard(encoded(todo.path), shard, unread=True)
        raise
    _check_shard(raw, shard)
    return named(decode_article(raw, str(path), published=published))


def _check_shard(content: bytes, shard: Shard | None, *, unread: bool = False) -> None:
    """Raises `Elsewhere` where what has these bytes belongs to another shard."""
    if shard is not None and not shard.holds(content):
        raise Elsewhere(number_of(content, shard.of), unread=unread)


class Elsewhere(Exception):
    """What was read belongs to another shard."""

    def __init__(self, shard: int, *, unread: bool = False) -> None:
        super().__init__(shard)
        self.shard = shard
        self.unread = unread
        """Whether it goes by its path, since it could not be read."""
