"""A run over a folder with a store: begun, worked off, and its files written whatever ended it."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import ExitStack, aclosing
from datetime import date
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import Self

from summarizer.batch.files import sweep
from summarizer.batch.folder import check_folder, left_out, walk
from summarizer.batch.gate import Gate, Room
from summarizer.batch.keys import service_of, settings_of
from summarizer.batch.lock import Lock
from summarizer.batch.output import FAILURES, SUMMARIES, derive, prepare
from summarizer.batch.plan import Plan, Todo, make_plan
from summarizer.batch.pool import Pool, processes_for
from summarizer.batch.runner import Outcome, work_off
from summarizer.batch.store import Store
from summarizer.batch.totals import Paid, Totals, paid, totals
from summarizer.batch.work import MOST_WAITING, Work, reader
from summarizer.pipeline import Pipeline
from summarizer.records import Result


class StoredRun:
    """The run of `pipeline` over the articles of `folder` into the folder `out`. Use it with `with`.

    `documents`: whether each article gets a file of its own; None: if it had one before. `processes`: how many read and
    verify; 1: this one alone; None: as many as there are cores, where there are articles enough for it.

    Making it looks through the folder and says, in `plan`, what there is to do; leaving it writes the files. Raises
    `ConfigurationError` where there is nothing to do it with: no article, another run in `out`, no store to be written.
    """

    def __init__(
        self,
        folder: Path,
        out: Path,
        pipeline: Pipeline,
        *,
        published: date | None = None,
        documents: bool | None = None,
        processes: int | None = 1,
    ) -> None:
        self.folder = folder
        self.out = out
        self.documents = documents
        self._pipeline = pipeline
        self._schema = pipeline.settings.schema
        self.lost = 0
        """Calls that were under way when the last run was killed: they may be paid for twice."""
        self.totals = Totals()
        self.paid = Paid()
        """What this run paid for; with `totals`, known when the run is left."""
        check_folder(folder, exclude=left_out(folder, out))
        with ExitStack() as opened:
            prepare(out)
            opened.callback(Lock(out).release)
            sweep(out)
            self._store = Store(out)
            opened.callback(self._store.close)
            self.lost = self._store.begin(folder, service_of(pipeline.model), settings_of(pipeline, published))
            self._remind(pipeline)
            self.plan = self._plan()
            opened.callback(self.plan.close)
            self.processes = processes_for(self.plan.total, processes)
            self._work = Work(self._store, pipeline, folder, published)
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
        if getattr(model, "kept_schema", None) is False and self._store.reading.kept_schema(service_of(model)):
            model.kept_schema = True  # type: ignore[attr-defined]

    def _plan(self) -> Plan:
        faults: list[tuple[str, str]] = []

        def unlisted(fault: OSError) -> None:
            place = Path(fault.filename)
            inside = "." if place == self.folder else place.relative_to(self.folder).as_posix()
            faults.append((inside, fault.strerror or str(fault)))

        found = walk(self.folder, exclude=left_out(self.folder, self.out), on_error=unlisted)
        return make_plan(found, self._store.reading.known(), self._store.settings, faults)

    async def run(
        self, concurrency: int = 8, stopped: Callable[[], bool] = lambda: False
    ) -> AsyncGenerator[Outcome, None]:
        """Does what is to be done, `concurrency` questions at once; yields what became of each when it is safe.

        No article is begun when `stopped()` is true. Raises what `work_off` does.
        """

        def jobs() -> Iterator[Todo]:
            return takewhile(lambda _: not stopped(), self.plan.todo())

        pipeline, begun = self._pipeline, concurrency
        if pipeline.waits:
            # While so many wait for an answer, others are read and verified; with 1, one article comes after the other.
            begun = 2 * concurrency - 1
            room = Room(concurrency, one_by_one=self.processes == 1)
            pipeline = pipeline.with_models(lambda model: Gate(model, room))
        with ExitStack() as opened:
            if self.processes > 1:
                pool = Pool(pipeline, self.processes)
                opened.callback(pool.close)
                self._work.reader = pool.read
                begun = max(begun, 2 * self.processes)
            else:
                self._work.reader = reader(pipeline)
            done = work_off(jobs(), self._work.do, concurrency=begun, most_open=begun + MOST_WAITING)
            try:
                async with aclosing(done) as outcomes:
                    async for outcome in outcomes:
                        yield outcome
            finally:
                await self._store.settled()

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
        return self.plan.words(self._work.same)

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
            self.documents = derive(self._store, self.out, self.documents)
            self._store.end()
