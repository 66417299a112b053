"""The pipeline as a callable on batches of rows, which any engine can send to its workers."""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Callable, Hashable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.asking.chunks import CHUNK_TOKENS
from summarizer.batch.keys import key_of, service_of, settings_of
from summarizer.batch.pool_process import finished
from summarizer.batch.reading import Finished
from summarizer.batch.runner import Outcome, work_off
from summarizer.batch.work import CAME_TO_NOTHING, failed_with, with_source
from summarizer.engines.articles import article_of, label_of
from summarizer.engines.columns import Row, like, rows_of
from summarizer.engines.connection import Connection, connection, disconnect
from summarizer.errors import ENDS_RUN, ConfigurationError
from summarizer.fields import Record
from summarizer.models.base import LEDGER
from summarizer.models.limits import Limits
from summarizer.pipeline import Policy, Settings
from summarizer.records import Source, Usage
from summarizer.user_schemas import load_schema

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.models.chat import ChatOptions
    from summarizer.routing import Rules


@dataclass(frozen=True)
class SummarizeRows:
    """Summarizes batches of rows: `SummarizeRows("openai/gpt-5-mini")(batch)`.

    It holds settings alone, so it can be pickled at any time. The model is reached when the first batch comes; the
    process then keeps the client for all callables with the same settings. The key is read from the environment of the
    process that works, and is never pickled.

    model        as for `Summarizer`; without one, what the environment says where this is made
    schema       a `Record` class, or "FILE.py:Class", which every worker must find at that path
    published    the day of articles that do not say theirs
    fallback, escalate, rules
                 as for `Summarizer`, by name; which model is left out in an outage, each process finds by itself
    rpm, tpm     requests and tokens a minute, of all workers together
    share        the number of workers among which these are divided
    concurrency  articles at once in one process
    cache        a folder on the worker's own disk where answers are kept, so that a batch that is done again, by any
                 process of that machine, costs no second call; None: none are kept
    text         the column with the articles: texts, or the bytes of files, whose kind the column `path` tells
    job          by what the batches of one job are known: in it also an answer that came to nothing is given again

    The other options are those of `Summarizer`. Raises `ConfigurationError` for what cannot work.

    A row may have more columns: `id` (what it goes by; `path`, or the hash of its text where there is none), `path`,
    `title` (of a text), `published` (a day). One row comes out for each that goes in, in the same order and kind of
    batch, with the columns of `summarizer.engines.columns.COLUMNS`: `document` is the result as a line of JSON, null
    where `error` (the class of what went wrong) and `message` are not. What one row meets is its own; what all would
    meet (no key, no quota, a service that is down) is raised.
    """

    model: str | None = None
    schema: str | type[Record] | None = None
    policy: Policy = "flag"
    repairs: int = 1
    base_url: str | None = None
    prompts: Path | str | None = None
    published: date | None = None
    judge: bool | str = False
    options: ChatOptions | None = None
    rpm: float | None = None
    tpm: float | None = None
    share: int = 1
    concurrency: int = 16
    cache: Path | str | None = None
    text: str = "text"
    passes: int = 1
    section_tokens: int = CHUNK_TOKENS
    fallback: str | Sequence[str] = ()
    escalate: str | None = None
    rules: Rules | None = None
    job: str = field(default_factory=lambda: secrets.token_hex(16))

    def __post_init__(self) -> None:
        from summarizer.models.providers import default_base_url, default_model

        if self.share < 1 or self.concurrency < 1:
            raise ConfigurationError("the workers that share the limits and the articles at once are 1 or more")
        Limits(rpm=self.rpm, tpm=self.tpm)
        Settings(policy=self.policy, repairs=self.repairs, passes=self.passes, section_tokens=self.section_tokens)
        fallback = (self.fallback,) if isinstance(self.fallback, str) else tuple(self.fallback)
        object.__setattr__(self, "fallback", fallback)
        named = (self.model, self.escalate, *fallback)
        if not isinstance(self.judge, bool | str) or not all(isinstance(name, str | None) for name in named):
            raise ConfigurationError("a model is given by its name here: one that is open cannot be sent to a worker")
        # What this environment and this folder say counts, wherever the work is done.
        if isinstance(self.schema, str):
            object.__setattr__(self, "schema", _absolute(self.schema))
        for name in ("prompts", "cache"):
            if (path := getattr(self, name)) is not None:
                object.__setattr__(self, name, Path(path).absolute())
        name = self.model if self.model is not None else default_model(self.base_url)
        object.__setattr__(self, "model", name)
        if self.base_url is None:
            object.__setattr__(self, "base_url", default_base_url(name))

    def __call__(self, batch: Any) -> Any:
        """The results of a batch: see the class."""
        rows = rows_of(batch, self.text)
        if not rows:
            return like(batch, [])
        opened = self._connection()
        return like(batch, opened.run(_Block(self, opened, rows).done()))

    def shared_among(self, workers: int) -> SummarizeRows:
        """The same with its limits divided among so many workers."""
        return dataclasses.replace(self, share=workers)

    def close(self) -> None:
        """Gives up what this process keeps for these settings; the next batch begins anew."""
        disconnect(self._kept_by)

    def settings(self) -> bytes:
        """The SHA-256 of all that a result depends on besides its article; asks nothing of the model."""
        return settings_of(self.open().pipeline, self.published)

    def open(self) -> Summarizer:
        """A `Summarizer` with these settings."""
        from summarizer.api import Summarizer

        return Summarizer(
            self.model,
            schema=load_schema(self.schema) if isinstance(self.schema, str) else self.schema,
            policy=self.policy,
            repairs=self.repairs,
            passes=self.passes,
            section_tokens=self.section_tokens,
            base_url=self.base_url,
            prompts=self.prompts,
            published=self.published,
            options=self.options,
            judge=self.judge,
            fallback=self.fallback,
            escalate=self.escalate,
            rules=self.rules,
            rpm=None if self.rpm is None else self.rpm / self.share,
            tpm=None if self.tpm is None else self.tpm / self.share,
        )

    @property
    def _kept_by(self) -> Hashable:
        return dataclasses.replace(self, job="", text="")

    def _connection(self) -> Connection:
        cache = None if self.cache is None else Path(self.cache)
        return connection(self._kept_by, lambda: Connection(self.open, self.concurrency, cache))


def _absolute(reference: str) -> str:
    """`FILE.py:Class` for a process that is in another folder."""
    file, colon, chosen = reference.rpartition(":")
    if not colon or not chosen.isidentifier():
        file, colon, chosen = reference, "", ""
    return f"{Path(file).absolute()}{colon}{chosen}"


@dataclass(frozen=True)
class _Read:
    """A row that has been read: its number in the batch, its article's hash, and where it comes from."""

    number: int
    sha256: str
    source: Source


class _Block:
    """The rows of one batch while they are done."""

    def __init__(self, settings: SummarizeRows, opened: Connection, rows: Sequence[Row]) -> None:
        self._settings = settings
        self._opened = opened
        self._rows = rows
        self._done: dict[int, Row] = {}
        self._finished: dict[bytes, Finished | None] = {}
        """By key: how an article ended, None while it is asked about."""
        self._same: dict[bytes, list[_Read]] = {}
        """By key: rows with the text of another, which alone is asked about."""

    async def done(self) -> list[Row]:
        """What the rows come to. Raises what `ENDS_RUN` names."""
        numbers = range(len(self._rows))
        most = self._settings.concurrency
        async with aclosing(work_off(numbers, self._do, concurrency=most, most_open=len(numbers) + most)) as outcomes:
            async for _ in outcomes:
                pass
        for key, reads in self._same.items():
            finished = self._finished[key]
            assert finished is not None  # noqa: S101
            for read in reads:
                self._done[read.number] = self._row(read, finished, first=False)
        return [self._done[number] for number in numbers]

    async def _do(self, number: int, emit: Callable[[Outcome], None]) -> None:
        async with self._opened.room:
            try:
                article = article_of(self._rows[number], self._settings.text, self._settings.published)
                read = _Read(number, article.sha256, Source.of(article))
                key = key_of(article, b"")
                if key in self._finished:
                    self._same.setdefault(key, []).append(read)
                else:
                    self._finished[key] = None
                    finished = await self._ask(article, label_of(self._rows[number], "id"))
                    self._finished[key] = finished
                    self._done[number] = self._row(read, finished, first=True)
            except ENDS_RUN as fault:
                emit(Outcome(str(number), error=fault))
                return
            except Exception as fault:
                self._done[number] = self._row(_Read(number, "", _NOWHERE), failed_with(fault, ""), first=True)
            emit(Outcome(str(number), stored=True))

    async def _ask(self, article: Article, name: str | None) -> Finished:
        pipeline, ledger = self._opened.pipeline, None
        if self._opened.answers is not None:
            job = bytes.fromhex(self._settings.job)
            ledger = self._opened.answers.ledger(job, service_of(pipeline.model), article.path or name or "")
        LEDGER.set(ledger)
        try:
            return finished(await self._opened.asking.run(article))
        except ENDS_RUN:
            raise
        except Exception as fault:
            # A bug that one article brings to light must not lose the others.
            if ledger is not None and isinstance(fault, CAME_TO_NOTHING):
                await ledger.spend()
            return failed_with(fault, pipeline.model.name)
        finally:
            LEDGER.set(None)

    def _row(self, read: _Read, finished: Finished, *, first: bool) -> Row:
        """The row that comes out. What the calls took stands in the `first` row of its text alone, to be added up."""
        given = self._rows[read.number]
        path = label_of(given, "path")
        known = finished.document
        paid = finished.provenance if first else None
        usage = paid.usage if paid else Usage()
        return {
            "id": label_of(given, "id") or path or read.sha256 or None,
            "path": path,
            "sha256": read.sha256 or None,
            "document": known if known is None or first else with_source(known, read.source),
            "error": finished.error,
            "message": finished.message,
            **finished.verification.model_dump(),
            "faulty": finished.faulty,
            "model": finished.provenance.model if finished.provenance else None,
            "calls": paid.calls if paid else 0,
            **usage.model_dump(),
            "cost_usd": paid.cost_usd if paid else None if first else 0.0,
        }


_NOWHERE = Source(sha256="", characters=0)
