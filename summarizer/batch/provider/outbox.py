"""Requests written into files, and the files sent as batches."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from summarizer.batch.provider.rows import Written
from summarizer.batch.provider.services import Key
from summarizer.batch.provider.tables import MOST_TRIES, Tables
from summarizer.errors import ConfigurationError, Deferred, RequestRejected, ServiceDown, SummarizerError
from summarizer.exports.brief import plural
from summarizer.models.base import Failure, Letter
from summarizer.models.batch_lines import written
from summarizer.models.batch_states import QueueFull
from summarizer.models.batches import BatchService

LONGEST_WAIT = 300.0
"""Seconds after which a full queue is tried again at the latest."""


def file_name(token: str) -> str:
    """What the input file of the batch with this token is called at the service."""
    return f"summarizer-{token}.jsonl"


@dataclass
class Part:
    """A file that is being written, in the output folder: what a killed run leaves there is swept away by the next."""

    token: str
    path: Path
    file: BinaryIO
    letters: dict[bytes, Written] = field(default_factory=dict)
    size: int = 0

    @classmethod
    def begun(cls, folder: Path) -> Part:
        """A new one. Raises `ConfigurationError` where the folder cannot be written."""
        token = secrets.token_hex(8)
        path = folder / f".{token}.part"
        try:
            return cls(token, path, path.open("xb", buffering=1 << 18))
        except OSError as fault:
            raise ConfigurationError(f"cannot write into {folder}: {fault.strerror}; what was done is kept") from fault

    def add(self, line: bytes, letter: Written) -> None:
        """Adds a line."""
        try:
            self.file.write(line)
        except OSError as fault:
            raise ConfigurationError(f"{self.path}: {fault.strerror}; what was done is kept") from fault
        self.letters[letter.request] = letter
        self.size += len(line)

    def close(self) -> None:
        """Writes to the end."""
        try:
            self.file.close()
        except OSError as fault:
            raise ConfigurationError(f"{self.path}: {fault.strerror}; what was done is kept") from fault

    def remove(self) -> None:
        """Removes the file."""
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


class Outbox:
    """Takes requests for `services` and sends them, as many together as the service takes.

    folder    where the files are written that are sent
    say       is told what is sent
    log_requests
              whether the lines that are sent are kept in the store
    """

    def __init__(
        self,
        tables: Tables,
        services: Mapping[Key, BatchService],
        folder: Path,
        say: Callable[[str], None],
        *,
        log_requests: bool = False,
    ) -> None:
        self._log_requests = log_requests
        self._tables = tables
        self._services = services
        self._folder = folder
        self._say = say
        self._parts: dict[Key, Part] = {}
        self._most: dict[Key, int] = {}
        """Requests that the service's queue takes at once, where it has shown that."""
        self._probes: dict[Key, int] = {}
        """By service: the batch that is to show whether its queue has room."""
        self._refusals: dict[Key, int] = {}
        self._waits: dict[Key, float] = {}
        self._waited: dict[Key, float] = {}
        self._lock = asyncio.Lock()
        self.sure = False
        """Whether it is known by now which services keep to the schema."""
        self.unsure = False
        """Whether a request was not written down before that is known."""
        self.submitted: Callable[[Letter], None] = lambda _: None
        """Is told of each request that is written down to be sent."""
        self.full: set[Key] = set()
        """Services whose queue is full: nothing is sent there for now."""

    async def put(self, request: bytes, path: str, letter: Letter) -> Failure | None:
        """What came of the request, if it has failed for good; None where its service takes no batches. Else it is on
        its way, or is written down to be sent unless the service's queue is full, and `Deferred` is raised."""
        key = (letter.base_url, letter.model)
        if key not in self._services:
            return None
        async with self._lock:
            part = self._parts.get(key)
            if part is None or request not in part.letters:
                line = written(request, letter)
                body = hashlib.sha256(line).digest()
                known = self._tables.waiting(request)
                if known is not None and known.failure is not None:
                    # Asked in another way it may be answered: the service has shown what it takes.
                    if known.body == body or known.tries >= MOST_TRIES:
                        return known.failure
                    known = None
                if letter.unsure and not self.sure:
                    self.unsure = True
                elif (known is None or known.batch is None) and key not in self.full:
                    await self._write(key, line, Written(request, path, body, letter.schema_mode, letter.task))
                    self.submitted(letter)
        raise Deferred(request)

    async def flush(self) -> None:
        """Sends what has been written."""
        async with self._lock:
            for key in list(self._parts):
                await self._send(key)

    @property
    def written(self) -> int:
        """Requests that are written down and not sent."""
        return sum(len(part.letters) for part in self._parts.values())

    def drop(self) -> None:
        """Gives up what has been written and not sent."""
        while self._parts:
            self._parts.popitem()[1].remove()

    def refused(self, key: Key, requests: int) -> None:
        """The service's queue did not take a batch of so many: nothing more for now, then half as many, and one batch
        at a time."""
        self.full.add(key)
        self._probes.pop(key, None)
        self._most[key] = max(1, requests // 2)
        self._refusals[key] = self._refusals.get(key, 0) + 1
        self._waits[key] = float(min(LONGEST_WAIT, 2 ** min(self._refusals[key], 10)))

    def taken(self, key: Key, number: int) -> bool:
        """The service works on this batch; whether it is the one that was to show whether there is room."""
        return self._probes.get(key) == number and self.room(key)

    def room(self, key: Key) -> bool:
        """The service's queue has room again."""
        for known in (self._probes, self._refusals, self._waits, self._waited):
            known.pop(key, None)
        self.full.discard(key)
        return True

    def wait(self, key: Key) -> float:
        """Seconds until a queue that is full of others' requests is tried again: longer with each refusal."""
        return self._waits.get(key, LONGEST_WAIT)

    def waited(self, key: Key, seconds: float) -> None:
        """Counts seconds that were waited for such a queue; when it is due, it is tried again."""
        self._waited[key] = self._waited.get(key, 0.0) + seconds
        self._waits[key] = self.wait(key) - seconds
        if self._waits[key] <= 0:
            self.full.discard(key)

    def is_hopeless(self, key: Key) -> bool:
        """Whether not even a single request was taken for as long as the service's patience lasts."""
        return self._most.get(key) == 1 and self._waited.get(key, 0.0) > self._services[key].patience

    async def _write(self, key: Key, line: bytes, letter: Written) -> None:
        service = self._services[key]
        if len(line) > service.limits.bytes:
            raise RequestRejected(f"{service.name}: the article is too long for a batch of this service")
        most = min(service.limits.requests, self._most.get(key, service.limits.requests))
        part = self._parts.get(key)
        if part is not None and (len(part.letters) >= most or part.size + len(line) > service.limits.bytes):
            await self._send(key)
            if key in self.full:
                return
        if key not in self._parts:
            await service.check()
            self._parts[key] = Part.begun(self._folder)
        self._parts[key].add(line, letter)

    async def _send(self, key: Key) -> None:
        """Uploads a part and begins a batch over it, writing down each step before the next."""
        service, part = self._services[key], self._parts.pop(key)
        try:
            part.close()
            began = time.time()
            number = await self._tables.begin(
                part.token,
                *key,
                service.name,
                part.size,
                list(part.letters.values()),
                service.model.endpoint.price_list,
            )
            if self._log_requests:
                await self._tables.log.sent(number, service, part.path, part.letters)
            uploaded = None
            try:
                uploaded = await service.upload(part.path, file_name(part.token), part.size)
                await self._tables.note(number, state="uploaded", input_file=uploaded)
                batch = await service.create(uploaded, part.token, began)
            except QueueFull:
                await take_back(self._tables, service, number, uploaded)
                self.refused(key, len(part.letters))
                return
            except ServiceDown:
                raise  # it may have begun all the same: the next run looks
            except SummarizerError:
                await take_back(self._tables, service, number, uploaded)
                raise
            await self._tables.note(number, state="open", batch=batch.id, status=batch.status)
            if key in self._most:
                self._probes[key] = number
                self.full.add(key)
            self._say(f"batch {batch.id} begun: {plural(len(part.letters), 'request')}")
        finally:
            part.remove()


async def take_back(tables: Tables, service: BatchService, number: int, file: str | None) -> None:
    """Gives up a batch that the service has not begun: its requests are to be sent again."""
    if file is not None:
        await service.delete(file)
    await tables.end(number, "done", None)
    if tables.log.keeps(number):
        await tables.log.forget(number)
