"""A run by provider batches: rounds over the articles that still wait for an answer, until none does.

In a round each of them goes its way through the pipeline, on the answers that the store has; at the first question that
has none it stops, and the question goes into the outbox. Re-asks, repairs and the judge's questions so make up the
batches of the following rounds by themselves. An article is done anew from its beginning in each round, which costs
some milliseconds, and nothing else need be remembered of it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import aclosing
from itertools import takewhile
from pathlib import Path

from summarizer.batch.plan import Todo
from summarizer.batch.provider.collecting import Collector
from summarizer.batch.provider.deferrals import Deferrals
from summarizer.batch.provider.dialects import Dialects
from summarizer.batch.provider.foreseen import Foreseen
from summarizer.batch.provider.outbox import Outbox, file_name, take_back
from summarizer.batch.provider.refusing import SINCE
from summarizer.batch.provider.rows import Row
from summarizer.batch.provider.services import ProviderBatches, services_of
from summarizer.batch.provider.tables import Tables, open_words
from summarizer.batch.runner import Outcome, work_off
from summarizer.batch.spending import Spending
from summarizer.batch.store import Store
from summarizer.batch.work import MOST_WAITING, Emit, SameFailure, Work
from summarizer.errors import ENDS_RUN, ConfigurationError, Deferred, ServiceDown
from summarizer.models.batch_states import Batch, NotThere, QueueFull
from summarizer.models.batches import BatchService
from summarizer.pipeline import Pipeline

FIRST_INTERVAL, LONGEST_INTERVAL = 1.0, 300.0
"""Seconds between two looks at the batches: half as long again each time."""
HEARD_WITHIN = 0.2
"""Seconds after which it is heard, while waiting, that the run is to stop."""

log = logging.getLogger(__name__)


class Rounds:
    """The rounds of one run."""

    def __init__(
        self, store: Store, pipeline: Pipeline, out: Path, options: ProviderBatches, *, log_requests: bool = False
    ) -> None:
        self._store = store
        self._options = options
        self._tables = Tables(store)
        self._services = services_of(pipeline, options.sleep)
        self._collector = Collector(self._tables, options.say)
        self.outbox = Outbox(self._tables, self._services, out, options.say, log_requests=log_requests)
        self._deferred = Deferrals()
        self._dialects = Dialects(store, [service.model for service in self._services.values()])
        self.waits = False
        """Whether nothing is under way but at the services."""
        rows = self._tables.open()
        self._since = int(store.reading.facts().get(SINCE) or 0) if rows else 0
        self._check(rows)
        self._spending = Spending()
        self._foreseen = Foreseen(pipeline)

    def begin(self, spending: Spending) -> None:
        """Counts from here on what is paid and what is to come in `spending`."""
        self._spending, spending.by_batch = spending, True
        self._collector.pay = spending.pay
        self.outbox.submitted = lambda letter: spending.submit(self._foreseen.dollars(letter))
        self._count()

    def _count(self) -> None:
        self._spending.pending = self.outbox.written + self._tables.waiting_requests()

    def _check(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if row.at_service and (row.base_url, row.model) not in self._services:
                raise ConfigurationError(
                    f"a batch is open at {row.service}: run with that model to collect it, or give it up with "
                    "`summarizer batches OUT --cancel`"
                )

    async def run(
        self, work: Work, todo: Iterable[Todo], concurrency: int, stopped: Callable[[], bool]
    ) -> AsyncGenerator[Outcome, None]:
        """Does the articles of `todo`; yields what became of each. What still waits for an answer when it ends is in
        the batches, and the next run goes on from there.

        Raises what `work_off` does, and `ServiceDown` where a batch was cancelled at the service while it was waited
        for.
        """
        try:
            await self._pick_up()
            await self._begin()
            jobs = iter(todo)
            while True:
                jobs = takewhile(lambda _: not stopped(), jobs)
                for sure in (False, True):
                    self.outbox.sure, self.outbox.unsure = sure, False
                    async with aclosing(self._round(work, jobs, concurrency)) as outcomes:
                        async for outcome in outcomes:
                            yield outcome
                    self._dialects.keep()
                    if stopped():
                        return
                    if not self.outbox.unsure:
                        break
                    # Whether the service keeps to the schema, by which a question is asked again, all answers tell.
                    self._dialects.forget_misses()
                    jobs = takewhile(lambda _: not stopped(), self._ready())
                await self.outbox.flush()
                self._count()
                if not self._tables.open() and not self._deferred.any():
                    await self._tables.forget_failures()
                    self._store.remember({SINCE: 0})
                    return
                if not self._options.wait:
                    return
                self.waits = True
                goes_on = await self._await(stopped)
                self.waits = False
                if not goes_on:
                    return
                jobs = self._ready()
        finally:
            self.outbox.drop()
            self._deferred.close()

    def _ready(self) -> Iterator[Todo]:
        """The articles whose answer may be there."""
        return self._deferred.take(lambda request: not self._tables.on_its_way(request))

    async def _begin(self) -> None:
        if not self._since:
            self._since = self._store.run
            self._store.remember({SINCE: self._since})

    async def _round(self, work: Work, jobs: Iterator[Todo], concurrency: int) -> AsyncGenerator[Outcome, None]:
        """One round over the articles of `jobs`; yields the outcomes of those that are done with it."""
        picked_up = any(row.at_service for row in self._tables.open())

        async def do(todo: Todo, emit: Emit) -> None:
            if (failed := self._failed_since(todo)) is not None:
                emit(Outcome(todo.path, error=failed))
                return
            if picked_up and (request := self._tables.waited_for(todo.path)) is not None:
                # Not read before its answer is there. If it has changed meanwhile, that is seen then.
                self._deferred.add(todo, request)
                emit(Outcome(todo.path, error=Deferred(request)))
                return

            def heard(outcome: Outcome) -> None:
                if isinstance(fault := outcome.error, Deferred):
                    self._deferred.add(todo, fault.request)
                    # What led here holds the whole question, in a circle that the collector would come to late.
                    fault.__traceback__ = fault.__context__ = None
                emit(outcome)

            await work.do(todo, heard)

        done = work_off(jobs, do, concurrency=concurrency, most_open=concurrency + MOST_WAITING)
        try:
            async with aclosing(done) as outcomes:
                async for outcome in outcomes:
                    if not isinstance(outcome.error, Deferred):
                        yield outcome
        except ENDS_RUN:
            # What is mended is asked anew.
            await self._tables.forget_failures()
            raise

    def _failed_since(self, todo: Todo) -> SameFailure | None:
        """How an article failed while these batches were open, in an earlier run: each run would pay for it again."""
        if todo.before != "failed" or self._since >= self._store.run:
            return None
        row = self._store.reading.row(todo.path)
        if row is None or row.run < self._since or row.run >= self._store.run:
            return None
        return SameFailure(row.finished.error or "", row.finished.message or "")

    async def _pick_up(self) -> None:
        """Goes on with what earlier runs left: what was being sent is looked for, what has ended is collected."""
        rows = self._tables.open()
        if words := open_words(rows):
            self._options.say(f"going on with {words}")
        for row in rows:
            service = self._services.get((row.base_url, row.model))
            if service is None:  # nothing of it costs, and nobody can reach its files any more
                log.warning("%s: the files of a batch may be left there", row.service)
                await self._tables.end(row.id, "done", None)
                continue
            if row.state == "uploading":
                await take_back(self._tables, service, row.id, await service.find_file(file_name(row.token)))
            elif row.state == "uploaded":
                await self._adopt(row, service)
            elif row.state == "collected":
                files = [row.input_file, row.output_file, row.error_file]
                await self._collector.clean(row.id, files, service)
        await self._look(picking_up=True)

    async def _adopt(self, row: Row, service: BatchService) -> None:
        """A file was uploaded, and the run was killed before it wrote down that a batch had begun over it."""
        file = row.input_file or ""
        batch = await service.find(file, row.token, row.began)
        if batch is not None:
            self._options.say(f"batch {batch.id} found again")
        else:
            if not service.lists:
                log.warning("%s does not list its batches: one may be paid for twice", row.service)
                await self._tables.lose(row.requests, row.run)
            try:
                batch = await service.create(file, row.token, row.began)
            except (QueueFull, ConfigurationError):
                await take_back(self._tables, service, row.id, file)
                return
        await self._tables.note(row.id, state="open", batch=batch.id, status=batch.status)

    async def _look(self, *, picking_up: bool = False) -> bool:
        """Looks at all open batches once, and collects those that have ended; whether there is something to do now."""
        news, ends = False, None
        cancelled = 0
        for row in self._tables.open():
            if row.state != "open" or row.batch is None:
                continue
            key = (row.base_url, row.model)
            service = self._services[key]
            try:
                batch = await service.retrieve(row.batch)
                if not batch.ended:
                    news = news or (batch.status != "validating" and self.outbox.taken(key, row.id))
                    await self._tell(row, batch)
                    continue
                news, self.waits = True, False
                cancelled += batch.status == "cancelled"
                ends = await self._collector.collect(row, batch, service) or ends
            except QueueFull:
                self.outbox.refused(key, row.requests)
            except NotThere as fault:
                raise ConfigurationError(
                    f"{fault}, of batch {row.batch}: use the key of the account and project that began it; where it is "
                    "gone for good, give it up with `summarizer batches OUT --cancel`"
                ) from fault
            else:
                self.outbox.room(key)
        if news:
            self._count()
        if ends is not None:
            raise ends
        if cancelled and not picking_up:
            raise ServiceDown(
                "a batch was cancelled at the service: what it had answered is kept, the same command sends the rest"
            )
        return news

    async def _tell(self, row: Row, batch: Batch) -> None:
        if (batch.status, batch.completed, batch.failed) != (row.status, row.completed, row.failed):
            await self._tables.note(row.id, status=batch.status, completed=batch.completed, failed=batch.failed)
            of = f", {batch.completed + batch.failed:,} of {batch.total or row.requests:,}" if batch.total else ""
            self._options.say(f"batch {batch.id} {batch.status}{of}")

    async def _await(self, stopped: Callable[[], bool]) -> bool:
        """Waits until a batch has ended and is collected, or a full queue may have room; False where it is stopped.

        A queue that is full though no batch of ours is in it is tried again with fewer requests. When not a single one
        is taken for as long as the patience lasts, `ServiceDown` is raised.
        """
        interval = FIRST_INTERVAL
        while True:
            ours = {(row.base_url, row.model) for row in self._tables.open()}
            alone = self.outbox.full - ours
            pause = min([*map(self.outbox.wait, alone), *([interval] if ours or not alone else [])])
            if not await self._nap(pause, stopped):
                return False
            interval = min(LONGEST_INTERVAL, 1.5 * interval)
            for key in alone:
                self.outbox.waited(key, pause)
                if self.outbox.is_hopeless(key):
                    raise ServiceDown(
                        f"{self._services[key].name}: the service's queue for batches is full; what is done is kept, "
                        "run the same command again later"
                    )
            if await self._look() or alone - self.outbox.full or not (ours or alone):
                return True

    async def _nap(self, seconds: float, stopped: Callable[[], bool]) -> bool:
        """Waits so long; False where the run is stopped meanwhile."""
        nap = asyncio.ensure_future(self._options.sleep(seconds))
        try:
            while not nap.done() and not stopped():
                await asyncio.wait({nap}, timeout=HEARD_WITHIN)
        finally:
            nap.cancel()
            await asyncio.gather(nap, return_exceptions=True)
        if not nap.cancelled():
            nap.result()
        return not stopped()
