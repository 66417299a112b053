"""A look at the articles that a run would do: what each would be to it, and how long it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from pathlib import Path

from summarizer.article import Article
from summarizer.batch.answered import is_answered
from summarizer.batch.forecast import Forecaster, Lengths
from summarizer.batch.keys import key_of
from summarizer.batch.later import Later
from summarizer.batch.observed import lengths_of_characters
from summarizer.batch.plan import Todo
from summarizer.batch.read_todo import Elsewhere, read_todo
from summarizer.batch.reading import Reading
from summarizer.batch.shards import Shard
from summarizer.batch.tokens import article_tokens
from summarizer.errors import ReadError
from summarizer.pipeline import Pipeline

MOST_NAMED = 1_000
"""Articles that cannot be read and are named; all are counted."""


@dataclass
class Counts:
    """What was found among the articles that were read."""

    read: int = 0
    unchanged: int = 0
    answered: int = 0
    doubled: int = 0
    unreadable: int = 0
    elsewhere: int = 0
    """Those of other shards."""
    lengths: Lengths = field(default_factory=Lengths)
    by_characters: Lengths = field(default_factory=Lengths)
    later: Later = field(default_factory=Later)
    output: float = 0.0
    output_squared: float = 0.0
    failures: list[tuple[str, Exception]] = field(default_factory=list)

    def error(self, total: int) -> float:
        """The sampling error: twice the standard error of the mean, as a share of it."""
        if self.read >= total or not self.output:
            return 0.0
        mean = self.output / self.read
        variance = max(0.0, self.output_squared / self.read - mean**2)
        return 2 * sqrt(variance / self.read * (1 - self.read / total)) / mean


class Look:
    """Looks at articles, and counts what a run would do with them."""

    def __init__(
        self,
        folder: Path,
        pipeline: Pipeline,
        program: bytes,
        published: date | None,
        reading: Reading | None,
        forecaster: Forecaster,
        shard: Shard | None,
    ) -> None:
        self.counts = Counts()
        self._folder = folder
        self._pipeline = pipeline
        self._program = program
        self._published = published
        self._reading = reading
        self._forecaster = forecaster
        self._shard = shard
        self._seen: set[bytes] = set()

    def at(self, todo: Todo) -> None:
        """Counts one."""
        counts = self.counts
        counts.read += 1
        try:
            article = read_todo(todo, self._folder, self._published, self._shard)
        except Elsewhere:
            counts.elsewhere += 1
            return
        except ReadError as fault:
            counts.unreadable += 1
            if len(counts.failures) < MOST_NAMED:
                counts.failures.append((todo.path, fault))
            return
        key = key_of(article, self._program)
        if key in self._seen:
            counts.doubled += 1
            return
        self._seen.add(key)
        if self._reading is not None and self._is_known(self._reading, todo, key, article):
            return
        lengths = self._forecaster.lengths(article_tokens(article))
        output = self._forecaster.of(lengths).total.output
        counts.output += output
        counts.output_squared += output**2
        counts.lengths += lengths
        counts.by_characters += lengths_of_characters(len(article.text), self._forecaster)

    def _is_known(self, reading: Reading, todo: Todo, key: bytes, article: Article) -> bool:
        row = None if todo.before == "new" else reading.row(todo.path)
        same = row is not None and row.key == key
        if row is not None and same and row.finished.document is not None and not row.unfinished:
            self.counts.unchanged += 1
            return True
        if reading.same(key, 0, ()) is not None:
            self.counts.answered += 1
            return True
        if is_answered(reading, self._pipeline, article, anew=same):
            self.counts.answered += 1
            self.counts.later.note(article, self._pipeline, row, self._forecaster)
            return True
        return False
