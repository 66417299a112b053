"""A run over a folder with a store: begun, worked off, and its files written whatever ended it."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import ExitStack, aclosing
from datetime import date
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import Self

from summarizer.batch.budget import Budget
from summarizer.batch.files import sweep
from summarizer.batch.folder import check_folder, left_out
from summarizer.batch.gate import Gate, Room
from summarizer.batch.keys import services_asked, settings_of
from summarizer.batch.lock import Lock
from summarizer.batch.output import FAILURES, SUMMARIES, derive, prepare, refuse_parquet
from summarizer.batch.plan import Todo, plan_run
from summarizer.batch.pool import Pool, processes_for
from summarizer.batch.provider.refusing import refuse_open
from summarizer.batch.provider.rounds import Rounds
from summarizer.batch.provider.services import ProviderBatches
from summarizer.batch.provider.tables import open_batches, open_words
from summarizer.batch.runner import Outcome, work_off
from summarizer.batch.shards import FACT, Shard, check_shard
from summarizer.batch.single_flight import SingleFlight
from summarizer.batch.spending import Spending
from summarizer.batch.store import Store
from summarizer.batch.totals import Paid, Totals, answered, paid, totals
from summarizer.batch.unpriced import unpriced
from summarizer.batch.work import MOST_WAITING, Work, reader
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Pipeline
from summarizer.records import Result

log = logging.getLogger(__name__)


class StoredRun:
    """The run of `pipeline` over the articles of `folder` into the folder `out`. Use it with `with`.

    `documents`: whether each article gets a file of its own; None: if it had one before. `budget`: US dollars that all
    runs into `out` together may cost. `processes`: how many read and verify; 1: this one alone; None: as many as there
    are cores, where there are articles enough for it. `batches`: how the requests are sent as provider batches, which
    one process works off; None: each by itself. `shard`: which part of the folder is done; None: all of it.
    `log_requests`: each request is kept in the store with what came back for it, keys taken out.

    Making it looks through the folder and says, in `plan`, what there is to do; leaving it writes the files. Raises
    `ConfigurationError` where there is nothing to do it with: no article, another run in `out`, no store to be written,
    a budget and no price.
    """

    def __init__(
        self,
        folder: Path,
        out: Path,
        pipeline: Pipeline,
        *,
        published: date | None = None,
        documents: bool | None = None,
        budget: float | None = None,
        processes: int | None = 1,
        batches: ProviderBatches | None = None,
        shard: Shard | None = None,
        log_requests: bool = False,
    ) -> None:
        self.folder = folder
        self.shard = shard
        self.out = out
        self.documents = documents
        self._pipeline = pipeline
        self._schema = pipeline.settings.schema
        self.lost = 0
        """Calls that were under way when the last run was killed: they may be paid for twice."""
        self.totals = Totals()
        self.paid = Paid()
        """What this run paid for; with `totals`, known when the run is left."""
        if budget is not None and batches is not None:
            raise ConfigurationError(
                "a budget cannot stop provider batches, whose cost is known when they end: leave one out"
            )
        self.budget = None if budget is None else Budget(budget, pipeline)
        self.answered: Mapping[str, int] = {}
        """Where there are several models, how many articles have the records of each then."""
        self.waiting = ""
        """What is in provider batches then: `2 batches with 70,000 requests`; empty for nothing."""
        check_folder(folder, exclude=left_out(folder, out))
        with ExitStack() as opened:
            prepare(out)
            refuse_parquet(out)
            opened.callback(Lock(out).release)
            sweep(out)
            self._store = Store(out)
            opened.callback(self._store.close)
            check_shard(self._store.reading, out, shard)
            self._rounds = None
            if batches is not None:
                self._rounds = Rounds(self._store, pipeline, out, batches, log_requests=log_requests)
            if self._rounds is None:
                refuse_open(self._store)
            asked = services_asked(pipeline), settings_of(pipeline, published)
            self.lost = self._store.begin(folder, *asked, facts={} if shard is None else {FACT: str(shard)})
            self._remind(pipeline)
            self.plan = plan_run(folder, left_out(folder, out), self._store.reading.known(), self._store.settings)
            opened.callback(self.plan.close)
            self.spending = Spending(self.plan.total, self.plan.size)
            """What this run has paid until now."""
            if self._rounds is not None:
                self._rounds.begin(self.spending)
            self._left = 0
            """Articles that were read, and not begun."""
            if self.budget is not None:
                earlier = unpriced(self._store.reading, self.budget.forecaster)
                if words := earlier.words():
                    log.warning("%s", words)
                self.budget.begin(self.spending, paid(self._store.reading).cost_usd + earlier.cost_usd)
            self.processes = 1 if batches is not None else processes_for(self.plan.total, processes)
            self._work = Work(
                self._store,
                pipeline,
                folder,
                published,
                spending=self.spending,
                budget=self.budget,
                outbox=None if self._rounds is None else self._rounds.outbox,
                shard=shard,
                log_requests=log_requests,
            )
            self._opened = opened.pop_all()

    @property
    def summaries(self) -> Path:
        """The file with all documents as lines."""
        return self.out / SUMMARIES

    @property
    def failures(self) -> Path:
        """The file that lists the articles that failed."""
        return self.out / FAILURES

    def _remind(self, pipeline: Pipeline) -> None:
        """Tells a chat model what the service has shown in earlier runs, so that it is asked in the same way."""
        model = pipeline.model
        # Of the runs that asked several models it is not known which of them answered.
        if getattr(model, "kept_schema", None) is False and self._store.reading.kept_schema(services_asked(pipeline)):
            model.kept_schema = True  # type: ignore[attr-defined]

    async def run(
        self, concurrency: int = 8, stopped: Callable[[], bool] = lambda: False
    ) -> AsyncGenerator[Outcome, None]:
        """Does what is to be done, `concurrency` questions at once; yields what became of each when it is safe.

        No article is begun when `stopped()` is true, nor one that the budget does not cover. Raises what `work_off`
        and, for provider batches, `Rounds.run` do.
        """
        self._work.stopped = stopped

        def jobs() -> Iterator[Todo]:
            for todo in takewhile(lambda _: not stopped(), self.plan.todo()):
                # What was known before may have its answers in the store, and then costs less, or nothing.
                size = todo.signature[0] if todo.signature else math.inf
                if todo.before != "new" or size < self._work.shortest_left or self._work.shortest_left == math.inf:
                    yield todo

        with ExitStack() as opened:
            if self._rounds is not None:
                done = self._rounds.run(self._work, self.plan.todo(), concurrency, stopped)
            else:
                done = self._directly(jobs(), concurrency, opened)
            try:
                async with aclosing(done) as outcomes:
                    async for outcome in outcomes:
                        if outcome.left:
                            self._left += 1
                        else:
                            yield outcome
            finally:
                await self._store.settled()

    def _directly(self, jobs: Iterator[Todo], concurrency: int, opened: ExitStack) -> AsyncGenerator[Outcome, None]:
        """The outcomes of `jobs` where each question is sent by itself."""
        pipeline, begun = self._pipeline, concurrency
        if pipeline.waits:
            # While so many wait for an answer, others are read and verified; with 1, one article comes after the other.
            begun = 2 * concurrency - 1
            room = Room(concurrency, one_by_one=self.processes == 1)
            pipeline = pipeline.with_models(
                lambda model: SingleFlight(Gate(model, room), getattr(model, "request_settings", None)), at_once=None
            )
        if self.processes > 1:
            pool = Pool(pipeline, self.processes)
            opened.callback(pool.close)
            self._work.reader = pool.read
            begun = max(begun, 2 * self.processes)
        else:
            self._work.reader = reader(pipeline)
        return work_off(jobs, self._work.do, concurrency=begun, most_open=begun + MOST_WAITING)

    def unchanged(self) -> Iterator[Result]:
        """The results of the articles that need not be done, in the order of their paths."""
        for path, _, text in self._store.reading.documents():
            if not self.plan.lists(path):
                yield self._schema.result.model_validate(json.loads(text))

    def result(self, path: str) -> Result | None:
        """The result of the article at `path`, None where it has none."""
        row = self._store.reading.row(path)
        if row is None or row.finished.document is None:
            return None
        return self._schema.result.model_validate(json.loads(row.finished.document))

    def words(self) -> str:
        """What the run found: `412 unchanged, 3 changed, 1 new`."""
        return self.plan.words(self._work.same, self._work.elsewhere)

    def articles_in(self, files: int) -> int:
        """How many articles of this run are among so many files of its plan of which nothing has become yet.

        For a shard it is about so many, since whose a file is shows when it is read.
        """
        return files if self.shard is None else self._left + self.shard.share(files - self._left)

    def to_come(self, left: int) -> float:
        """US dollars that the `left` articles which a budget did not cover will take about; 0 without one."""
        return self.budget.to_come(left - self._work.doubled_left) if self.budget else 0.0

    @property
    def by_batch(self) -> bool:
        """Whether the requests go as provider batches."""
        return self._rounds is not None

    @property
    def waits_for_batches(self) -> bool:
        """Whether nothing is under way now but what is at the services in batches: who stops the run stops at once."""
        return self._rounds is not None and self._rounds.waits

    @property
    def in_part(self) -> int:
        """Long articles of which sections could not be read in this run; the next asks about these again."""
        return self._work.in_part

    @property
    def elsewhere(self) -> int:
        """Files of the folder that are known to belong to other shards."""
        return self.plan.elsewhere + self._work.elsewhere.total()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Writes the files, and gives the folder up. Raises `ConfigurationError` where they cannot be written."""
        with self._opened:
            try:
                for gone in self.plan.gone_paths():
                    self._store.remove(gone)
            finally:
                self.totals = totals(self._store.reading)
                self.paid = paid(self._store.reading, self._store.run)
                self.waiting = open_words(open_batches(self._store.reading))
                if len(self._pipeline.models) > 1:
                    self.answered = answered(self._store.reading)
            self.documents = derive(self._store, self.out, self.documents)
            self._store.end()
