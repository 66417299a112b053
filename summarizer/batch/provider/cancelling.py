"""Giving up the provider batches of a run: what they have answered is kept, the rest is free to be asked anew."""

from __future__ import annotations

import asyncio
import logging
from contextlib import ExitStack
from pathlib import Path

from summarizer.batch.database import NAME
from summarizer.batch.lock import Lock
from summarizer.batch.provider.collecting import Collector
from summarizer.batch.provider.outbox import file_name, take_back
from summarizer.batch.provider.refusing import SINCE
from summarizer.batch.provider.rounds import FIRST_INTERVAL
from summarizer.batch.provider.rows import Row
from summarizer.batch.provider.services import Say, Sleep
from summarizer.batch.provider.tables import Tables, open_words
from summarizer.batch.store import Store
from summarizer.errors import ConfigurationError
from summarizer.models.batch_states import NotThere, QueueFull
from summarizer.models.batches import BatchService
from summarizer.models.chat import ChatModel
from summarizer.models.pricing import Prices
from summarizer.models.providers import PROVIDERS, open_model

log = logging.getLogger(__name__)

LONGEST_INTERVAL = 15.0
"""Seconds between two looks: a service stops a batch within minutes."""


async def cancel_batches(out: Path, say: Say, sleep: Sleep = asyncio.sleep, prices: Prices | None = None) -> None:
    """Cancels the open batches of the run in `out`, waits until they have stopped, and keeps what they had answered.

    `prices`: what the tokens of the runs' model cost; None: what they did when the batches were begun. A batch that its
    service does not know any more is given up, and its requests counted as lost. Raises
    `ConfigurationError` where there is no run, or another one holds the folder, and what `BatchService` does.
    """
    if not (out / NAME).is_file():
        raise ConfigurationError(f"{out} holds no run: name the folder that `summarizer batch` wrote")
    with ExitStack() as opened:
        opened.callback(Lock(out).release)
        store = Store(out)
        opened.callback(store.close)
        await _Cancelling(store, say, sleep, prices).run()
        store.remember({SINCE: 0})


class _Cancelling:
    """The cancelling of one store's batches."""

    def __init__(self, store: Store, say: Say, sleep: Sleep, prices: Prices | None) -> None:
        self._tables = Tables(store)
        self._say = say
        self._sleep = sleep
        self._prices = prices
        self._collector = Collector(self._tables, say)
        self._services: dict[tuple[str | None, str], BatchService] = {}

    async def run(self) -> None:
        """Cancels and collects."""
        rows = self._tables.open()
        self._say(f"cancelling {open_words(rows) or 'nothing: no batch is open'}")
        try:
            for row in rows:
                await self._cancel(row)
            interval = FIRST_INTERVAL
            while left := [row for row in self._tables.open() if row.state == "open"]:
                for row in left:
                    await self._collect(row)
                if any(row.state == "open" for row in self._tables.open()):
                    await self._sleep(interval)
                    interval = min(LONGEST_INTERVAL, 1.5 * interval)
        finally:
            for service in self._services.values():
                await service.model.close()

    def _service(self, row: Row) -> BatchService:
        key = (row.base_url, row.model)
        if key not in self._services:
            provider = PROVIDERS.get(row.name.partition("/")[0])
            own = provider is not None and provider.base_url == row.base_url
            prices = self._prices if self._tables.of_main_model(row) else None
            model = open_model(row.name, base_url=None if own else row.base_url, prices=prices)
            if not isinstance(model, ChatModel):
                raise ConfigurationError(f"{row.name} takes no batches: the store says otherwise, and may be damaged")
            self._services[key] = BatchService(model, sleep=self._sleep)
        return self._services[key]

    async def _cancel(self, row: Row) -> None:
        service = self._service(row)
        if row.state == "collected":
            await self._collector.clean(row.id, [row.input_file, row.output_file, row.error_file], service)
        elif row.state == "uploading":
            await take_back(self._tables, service, row.id, await service.find_file(file_name(row.token)))
        elif row.state == "uploaded":
            batch = await service.find(row.input_file or "", row.token, row.began)
            if batch is None:
                await take_back(self._tables, service, row.id, row.input_file)
            else:
                await self._tables.note(row.id, state="open", batch=batch.id, status=batch.status)
                await self._stop(service, row, batch.id)
        else:
            await self._stop(service, row, row.batch or "")

    async def _stop(self, service: BatchService, row: Row, batch: str) -> None:
        try:
            if not (await service.retrieve(batch)).ended:
                await service.cancel(batch)
        except NotThere as fault:
            await self._lose(row, fault)
        except ConfigurationError:
            # It ended between the look and the word.
            if not (await service.retrieve(batch)).ended:
                raise

    async def _collect(self, row: Row) -> None:
        service = self._service(row)
        try:
            batch = await service.retrieve(row.batch or "")
            if batch.ended:
                ends = await self._collector.collect(row, batch, service)
                if ends is not None:
                    log.warning("%s", ends)
        except QueueFull:
            pass  # it had not begun
        except NotThere as fault:
            await self._lose(row, fault)

    async def _lose(self, row: Row, fault: NotThere) -> None:
        log.warning("%s: what it was paid for is lost", fault)
        await self._tables.lose(row.requests, row.run)
        await self._tables.end(row.id, "done", None)
