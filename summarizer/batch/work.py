"""How one article of a run is done: read, known already or asked about, and written down."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from summarizer import telemetry
from summarizer.article import Article
from summarizer.batch.answered import is_answered
from summarizer.batch.budget import Budget
from summarizer.batch.exchanges import ArticleLog
from summarizer.batch.keys import key_of
from summarizer.batch.ledger import ArticleLedger, Outbox
from summarizer.batch.plan import UNSEEN, Before, Todo
from summarizer.batch.pool_process import finished
from summarizer.batch.read_todo import Elsewhere, read_todo
from summarizer.batch.reading import Entry, Finished, Row
from summarizer.batch.runner import Outcome
from summarizer.batch.shards import Shard
from summarizer.batch.spending import Spending
from summarizer.batch.store import Store
from summarizer.errors import (
    ENDS_RUN,
    ArticleError,
    ConfigurationError,
    ContentFiltered,
    Deferred,
    EmptyAnswer,
    MalformedAnswer,
    ModelError,
    NoneAnswered,
    Refused,
    SummarizerError,
    Truncated,
    VerificationFailed,
)
from summarizer.escaping import one_line
from summarizer.exports.documents import dump_line
from summarizer.models.base import LEDGER, Kept, Model
from summarizer.models.pricing import cost_of
from summarizer.models.request_log import REQUEST_LOG
from summarizer.pipeline import Pipeline
from summarizer.records import Attempt, Provenance, Result, Source, Usage, Verification

log = logging.getLogger(__name__)

CAME_TO_NOTHING = (ContentFiltered, EmptyAnswer, MalformedAnswer, NoneAnswered, Refused, Truncated, VerificationFailed)
"""The service answered, and nothing could be made of it: an article that failed so is asked about anew."""
MOST_WAITING = 256
"""Articles that wait for another one of the same text, beside those that are asked about."""

Emit = Callable[[Outcome], None]
Reader = Callable[[Article], Awaitable[tuple[Finished, Result | None]]]
"""Has one article answered and verified: how it ended, with the result where that is at hand."""


def reader(pipeline: Pipeline) -> Reader:
    """The reading of articles in this process."""

    async def read(article: Article) -> tuple[Finished, Result | None]:
        result = await pipeline.run(article)
        return finished(result), result

    return read


class Work:
    """Does the articles of a run on `store`, any number at once."""

    def __init__(
        self,
        store: Store,
        pipeline: Pipeline,
        folder: Path,
        published: date | None,
        *,
        spending: Spending | None = None,
        budget: Budget | None = None,
        outbox: Outbox | None = None,
        shard: Shard | None = None,
        log_requests: bool = False,
    ) -> None:
        self._store = store
        self._log_requests = log_requests
        self._shard = shard
        self._pipeline = pipeline
        self._spending = spending or Spending()
        self._budget = budget
        self._folder = folder
        self._published = published
        self.reader = reader(pipeline)
        self._outbox = outbox
        """Where requests go that are not sent one by one; None: they are."""
        self._waiting: dict[bytes, list[tuple[Entry, Source, Emit]]] = {}
        """By key, for each article that is being done: those that will be answered with it."""
        self.in_part = 0
        """Long articles of which sections could not be read."""
        self.same = 0
        """Articles that turned out to be what they were."""
        self.shortest_left = math.inf
        """Bytes of the shortest article that was left, since the budget does not cover it."""
        self.doubled_left = 0
        """Articles that were left with one of the same text."""
        self.stopped: Callable[[], bool] = lambda: False
        """Whether no article is to be begun any more."""
        self.elsewhere: Counter[Before] = Counter()
        """Articles that turned out to belong to another shard, by what was known of them."""

    async def do(self, todo: Todo, emit: Emit) -> None:
        """Does one article. What became of it goes to `emit`, now or when the article does that it waits for."""

        def ended(outcome: Outcome) -> None:
            if not outcome.left and not isinstance(outcome.error, Deferred):
                self._spending.end(todo)
            emit(outcome)

        await self._do(todo, ended)

    async def _do(self, todo: Todo, emit: Emit) -> None:
        try:
            article = await self._read(todo)
        except Elsewhere as found:
            self.elsewhere[todo.before] += 1
            looks = todo.signature or (UNSEEN if found.unread else None)
            written = self._store.elsewhere(Entry(todo.path, looks), found.shard)
            self._written(written, Outcome(todo.path, elsewhere=True), emit)
            return
        except Exception as fault:
            if (told := telemetry.current()) is not None:
                told.unread(fault)
            failed = failed_with(fault, self._pipeline.model.name)
            future = self._store.finish(Entry(todo.path, todo.signature), failed)
            self._written(future, Outcome(todo.path, error=fault), emit)
            return
        key = key_of(article, self._store.program)
        entry = Entry(todo.path, todo.signature, article.sha256, key)
        source = Source.of(article)
        try:
            if key in self._waiting:
                self._waiting[key].append((entry, source, emit))
                return
            row = None if todo.before == "new" else self._store.reading.row(todo.path)
            if row is not None and row.key == key and row.finished.document is not None and not row.unfinished:
                self.same += 1
                other = with_source(row.finished.document, source)
                future = self._store.touch(entry, None if other == row.finished.document else other)
                self._written(future, Outcome(todo.path, stored=True), emit)
                return
            known = self._store.reading.same(key, self._store.run, [kind.__name__ for kind in CAME_TO_NOTHING])
            if known is not None:
                self._copy(known, entry, source, emit)
                return
            await self._ask(article, entry, emit, anew=row is not None and row.key == key)
        except Exception as fault:
            emit(Outcome(todo.path, error=_fatal(fault)))

    async def _read(self, todo: Todo) -> Article:
        # A slow disk must not hold up the answers that are coming in.
        return await asyncio.to_thread(read_todo, todo, self._folder, self._published, self._shard)

    async def _ask(self, article: Article, entry: Entry, emit: Emit, *, anew: bool) -> None:
        assert entry.key is not None  # noqa: S101
        self._waiting[entry.key] = []
        budget, reservation = self._budget, None

        def answered() -> bool:
            # What a judge of one's own asks goes through no ledger, and cannot be stopped.
            judge = self._pipeline.judge
            seen = judge is None or hasattr(judge.model, "request_settings")
            return seen and is_answered(self._store.reading, self._pipeline, article, anew=anew)

        def take() -> ArticleLedger:
            free = reservation is not None and reservation.free
            ledger = ArticleLedger(self._store, entry.path, self._spending, anew=anew, outbox=self._outbox, free=free)
            LEDGER.set(ledger)
            if self._log_requests:
                REQUEST_LOG.set(ArticleLog(self._store, entry.path))
            return ledger

        if budget is not None:
            reservation = await budget.admit(article, answered, self.stopped)
            if reservation is None:
                self._leave(entry, emit)
                return
        ledger = take()
        try:
            try:
                done, result = await self.reader(article)
            except Deferred:
                if budget is None or reservation is None or not reservation.free:
                    raise
                # Nothing is held here that another one under way needs: this may wait for them.
                reservation = await budget.admit(article, None, self.stopped)
                if reservation is None:
                    self._leave(entry, emit)
                    return
                ledger = take()
                done, result = await self.reader(article)
            await self._account(ledger, entry.path, done.provenance)
        except (Deferred, *ENDS_RUN) as fault:
            for path, waiting in self._given_up(entry, emit):
                waiting(Outcome(path, error=fault))
        except Exception as fault:
            # A bug that one article brings to light must not lose the others.
            log.debug("%s failed", entry.path, exc_info=True)
            await self._account(ledger, entry.path, _paid_by(fault, self._pipeline.model.name))
            spent = ledger.used if isinstance(fault, CAME_TO_NOTHING) or is_bug(fault) else []
            self._end(
                entry, failed_with(fault, self._pipeline.model.name), spent, Outcome(entry.path, error=fault), emit
            )
        else:
            outcome = Outcome(entry.path, result=result, stored=result is None)
            in_part = bool(done.provenance and done.provenance.unread)
            self.in_part += in_part
            # What was answered in vain about the sections that are lacking is asked anew.
            spent = ledger.nothing if in_part else []
            unfinished = in_part or is_unfinished(ledger.unanswered, done.provenance)
            self._end(entry, done, spent, outcome, emit, unfinished=unfinished)
        finally:
            LEDGER.set(None)
            REQUEST_LOG.set(None)
            if budget is not None and reservation is not None:
                budget.settle(reservation, ledger.cost_usd, recalled=ledger.recalled)

    def _leave(self, entry: Entry, emit: Emit) -> None:
        """Tells that the budget does not cover an article."""
        self.shortest_left = min(self.shortest_left, entry.signature[0] if entry.signature else 0)
        left = self._given_up(entry, emit)
        self.doubled_left += len(left) - 1
        for path, waiting in left:
            waiting(Outcome(path, left=True))

    def _given_up(self, entry: Entry, emit: Emit) -> list[tuple[str, Emit]]:
        """Who is to hear that an article is not done: itself and those that wait for it."""
        followers = self._waiting.pop(entry.key or b"")
        return [(entry.path, emit), *((follower.path, waiting) for follower, _, waiting in followers)]

    def _end(
        self,
        entry: Entry,
        finished: Finished,
        spent: list[bytes],
        outcome: Outcome,
        emit: Emit,
        *,
        unfinished: bool = False,
    ) -> None:
        """Writes down how an article ended. Those that wait for it are answered when the store has it, so that none of
        the same text comes in between and finds neither."""

        def answer() -> None:
            known = Row(entry.path, entry.key, finished, 1, self._store.run, unfinished)
            for follower, source, waiting in self._waiting.pop(entry.key or b""):
                try:
                    self._copy(known, follower, source, waiting)
                except Exception as fault:  # or nobody would hear of this one, and the run would wait for it
                    waiting(Outcome(follower.path, error=_fatal(fault)))

        self._written(self._store.finish(entry, finished, spent, unfinished=unfinished), outcome, emit, answer)

    async def _account(self, ledger: ArticleLedger, path: str, provenance: Provenance | None) -> None:
        """Writes down what was paid to a model that keeps no ledger: one of the caller's own."""
        if provenance is None:
            return
        told: list[Provenance | Attempt] = [] if ledger.used else [provenance]
        if provenance.attempts:
            told = [one for one in provenance.attempts if not hasattr(self._model(one.model), "request_settings")]
        for one in told:
            if one.usage == Usage():
                continue
            cost, schema_mode = one.cost_usd, provenance.schema_mode
            if cost is None:
                asked = self._pipeline.model if one is provenance else self._model(one.model)
                cost = cost_of(one.usage, one.model, getattr(asked, "price_list", None))
            kept = Kept(None, one.model, schema_mode, one.calls, one.usage, cost)
            ledger.pay(kept)
            await self._store.keep(None, path, kept)

    def _model(self, name: str) -> Model:
        return next(model for model in self._pipeline.models if model.name == name)

    def _copy(self, known: Row, entry: Entry, source: Source, emit: Emit) -> None:
        """Answers an article with what is known of another of the same key."""
        finished = known.finished
        if finished.document is None:
            fault = SameFailure(finished.error or "", finished.message or "")
            self._written(self._store.finish(entry, finished), Outcome(entry.path, error=fault), emit)
            return
        copied = Finished(
            with_source(finished.document, source), finished.verification, finished.faulty, finished.provenance
        )
        written = self._store.finish(entry, copied, unfinished=known.unfinished)
        self._written(written, Outcome(entry.path, stored=True), emit)

    def _written(
        self, future: asyncio.Future[None], outcome: Outcome, emit: Emit, then: Callable[[], None] = lambda: None
    ) -> None:
        """Tells of an outcome when it is safe. Nobody waits for it: the worker takes the next article meanwhile."""

        def done(written: asyncio.Future[None]) -> None:
            if not written.cancelled():
                fault = written.exception()
                emit(outcome if fault is None else Outcome(outcome.path, error=_fatal(fault)))
                then()

        future.add_done_callback(done)


def is_unfinished(unanswered: Mapping[bytes, str | None], provenance: Provenance | None) -> bool:
    """Whether the next run is to ask for what is lacking, since the service failed there: a repair, the judge, the
    better model. A model in whose place another one answered is lacking nothing; `unanswered` are the requests, with
    their models where there are several."""
    failed = [one for one in (provenance.attempts if provenance else ()) if one.outcome == "failed"]
    came_to_nothing = {kind.__name__ for kind in CAME_TO_NOTHING}
    if any(one.role == "escalation" and one.error not in came_to_nothing for one in failed):
        return True
    return not {one.model for one in failed}.issuperset(unanswered.values())


class SameFailure(ArticleError):
    """An article of the same text failed, and this one with it."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        """The class of what went wrong."""


def is_bug(fault: Exception) -> bool:
    """Whether the program broke on an article, perhaps on the answer: another one is asked for the next time."""
    return not isinstance(fault, SummarizerError | OSError | sqlite3.Error)


def failed_with(fault: Exception, model: str) -> Finished:
    """What is written down of an article that failed, with what was paid to `model` for it."""
    return Finished(None, Verification(), 0, _paid_by(fault, model), type(fault).__name__, one_line(str(fault)))


def with_source(line: str, source: Source) -> str:
    """The document `line`, told of another file with the same text."""
    said: dict[str, Any] = json.loads(line)
    said["source"] = source.model_dump(mode="json")
    return dump_line(said)


def _paid_by(fault: Exception, model: str) -> Provenance | None:
    if not isinstance(fault, ModelError) or not fault.calls:
        return None
    return Provenance(model=model, calls=fault.calls, usage=fault.usage or Usage(), cost_usd=fault.cost_usd)


def _fatal(fault: BaseException) -> Exception:
    """A fault of the store ends the run, whatever it is."""
    if isinstance(fault, ENDS_RUN):
        return fault
    return ConfigurationError(f"the store cannot be used: {type(fault).__name__}: {fault}")
