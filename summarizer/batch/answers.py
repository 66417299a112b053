"""Answers that several processes of one machine share, so that a task that is repeated costs no second call."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.batch.ledger import ArticleLedger
from summarizer.batch.output import prepare
from summarizer.batch.spending import Spending
from summarizer.batch.store import Store
from summarizer.models.base import Kept


class SharedAnswers:
    """The answers in `folder`, in a store such as a run has, for any number of processes at once.

    The folder must be on a disk of this machine. Raises `ConfigurationError` where there can be no store.
    """

    def __init__(self, folder: Path) -> None:
        prepare(folder)
        with _alone(folder):
            self._store = Store(folder)
        self._jobs: dict[bytes, Store] = {}

    def ledger(self, job: bytes, model: str, path: str) -> JobLedger:
        """The ledger of one article of a job."""
        if job not in self._jobs:
            self._jobs[job] = self._store.join(job, model)
        return JobLedger(self._jobs[job], path)

    def close(self) -> None:
        """Gives the store up."""
        self._store.close()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds other processes off while a store is opened, which the first makes. It may be written by several."""
    with (folder / "answers.lock").open("wb") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


class JobLedger(ArticleLedger):
    """The ledger of an article of a job, whose tasks may be done more than once.

    An answer that came to nothing is given again within the job; the next job asks anew.
    """

    def __init__(self, store: Store, path: str) -> None:
        super().__init__(store, path, Spending(), anew=True)

    def recall(self, request: bytes) -> Kept | None:
        """What came back for this request before."""
        kept = self._store.reading.answer(request, spent=False, run=self._store.run)
        if kept is not None:
            self.used.append(request)
        return kept

    async def spend(self) -> None:
        """Notes that what was answered came to nothing."""
        if self.used:
            await self._store.spend(self.used)
