"""Batches of requests at an OpenAI-compatible service: a file goes up, a batch runs over it, files come down.

One `BatchService` speaks for one model at one address. It knows nothing of articles, nor of where anything is kept: it
is given files to send, and hands on what is in the files that come back, line by line.

https://platform.openai.com/docs/api-reference/batch
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from summarizer.errors import ENDS_RUN, ConfigurationError, RateLimited, ServiceDown, SummarizerError, Unavailable
from summarizer.models.batch_states import FILE_LIMITS, Batch, FileLimits, NotThere, QueueFull, batch_of
from summarizer.models.breaker import duration
from summarizer.models.chat import ChatModel
from summarizer.models.retries import CallFailed, read_failure

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")

PATH: Final = "/v1/chat/completions"
"""What each request is sent to, as a batch names it."""
WINDOW: Final = "24h"
"""The time that a service may take; there is no other choice."""
TOKEN = "summarizer"  # noqa: S105
"""The key in a batch's metadata by which it is known to be ours."""
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
"""Seconds between two tries of a call, doubled from the first to the longest."""
PAGES = 20
"""Pages of a listing that are looked through for one batch or file, a hundred on each."""
CLOCKS_APART = 86_400.0
"""Seconds by which a service's clock and ours may differ."""
DELETIONS = 3
"""How often a file is asked to be deleted."""
BLOCK = 1 << 16
"""Bytes of a file that are read at once."""
QUEUE_WORDS = re.compile(r"token_limit_exceeded|enqueued|batch\w* (?:rate|queue|token|request)?\s*limit", re.IGNORECASE)
"""By these a service says that too much waits in its queue already: OpenAI's, Azure's and those of gateways."""
NO_BATCHES = "it has no batches at this address; leave --provider-batch off, or check the base url"
STAYS = "what is at the service stays there, run the same command again later"


class BatchService:
    """The files and batches of the service behind `model`.

    patience    seconds for which a service that cannot be reached, or that fails, is waited for

    Its methods raise what `ENDS_RUN` names: `NotAuthorized`, `OutOfQuota`, `ServiceDown`, and `ConfigurationError`
    where the service has no batches or does not take what it is sent.
    """

    def __init__(
        self,
        model: ChatModel,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.model = model
        self.name = model.name
        self.patience = model.options.limits.patience
        self.limits = FILE_LIMITS.get(urlsplit(model.endpoint.base_url or "").hostname or "", FileLimits())
        self.lists = True
        """Whether the service lists its batches, as far as has been seen."""
        self.sleep = sleep
        self._checked = False
        self._clock = clock

    async def check(self) -> None:
        """Raises `ConfigurationError` where the service has neither files nor batches, before much is made for it."""
        if not self._checked and not await self._call(self._has_lists, "list its batches"):
            raise ConfigurationError(f"{self.name}: {NO_BATCHES}")
        self._checked = True

    async def upload(self, path: Path, name: str, size: int) -> str:
        """The id under which the service has the file at `path` now, of so many bytes; `name`: what to call it there.

        A try that broke off may have been a success: what it left behind is found by its name and taken.
        """
        tries = 0

        async def send(client: AsyncOpenAI) -> str:
            nonlocal tries
            tries += 1
            if tries > 1 and (there := await self._named(client, name, size)):
                return there
            # Read from the disk while it is sent: neither the SDK nor the transport hold it as a whole.
            with path.open("rb") as content:
                return (await client.files.create(file=(name, content, "application/jsonl"), purpose="batch")).id

        return await self._call(send, "upload a file")

    async def create(self, file: str, token: str, since: float) -> Batch:
        """A batch over an uploaded file; the one of this `token` where the service has it already.

        `since`: when it can have been begun at the earliest, in seconds since 1970. Raises `QueueFull`.
        """
        tries = 0

        async def begin(client: AsyncOpenAI) -> Batch:
            nonlocal tries
            tries += 1
            # A try that broke off may have begun a batch, which would be paid for twice.
            if tries > 1 and (there := await self._find(client, file, token, since)):
                return there
            return batch_of(
                await client.batches.create(
                    input_file_id=file, endpoint=PATH, completion_window=WINDOW, metadata={TOKEN: token}
                )
            )

        return await self._call(begin, "begin a batch")

    async def find(self, file: str, token: str, since: float) -> Batch | None:
        """The batch that was begun over `file` with `token`; None where there is none, or the service tells of none."""
        return await self._call(lambda client: self._find(client, file, token, since), "list its batches")

    async def find_file(self, name: str) -> str | None:
        """The id of the file of that name; None where there is none, or the service tells of none."""
        return await self._call(lambda client: self._named(client, name, None), "list its files")

    async def retrieve(self, batch: str) -> Batch:
        """The batch as it stands. Raises `NotThere`."""

        async def ask(client: AsyncOpenAI) -> Batch:
            return batch_of(await client.batches.retrieve(batch))

        return await self._call(ask, "tell of a batch", thing=f"batch {batch}")

    async def cancel(self, batch: str) -> Batch:
        """Asks the service to stop the batch. Raises `NotThere`."""

        async def ask(client: AsyncOpenAI) -> Batch:
            return batch_of(await client.batches.cancel(batch))

        return await self._call(ask, "cancel a batch", thing=f"batch {batch}")

    async def read(self, file: str, take: Callable[[list[bytes]], Awaitable[None]], together: int = 100) -> None:
        """Gives the lines of a file to `take`, some at a time. Raises `NotThere`.

        Where the transfer breaks off it begins anew: `take` may be given a line again.
        """

        async def fetch(client: AsyncOpenAI) -> None:
            lines: list[bytes] = []
            async with client.files.with_streaming_response.content(file) as response:
                async for line in _lines(response.iter_bytes(BLOCK)):
                    lines.append(line)
                    if len(lines) >= together:
                        await take(lines)
                        lines = []
            if lines:
                await take(lines)

        await self._call(fetch, "hand out a file", thing=f"file {file}")

    async def delete(self, file: str) -> bool:
        """Deletes a file; False where the service does not say that it is gone, however often it is asked."""
        for tries in range(DELETIONS):
            try:
                return bool((await (await self.model.client()).files.delete(file)).deleted)
            except Exception as fault:
                if getattr(fault, "status_code", None) == 404:
                    return True
                if tries < DELETIONS - 1:
                    await self.sleep(2.0**tries)
        return False

    async def _has_lists(self, client: AsyncOpenAI) -> bool:
        for things in (client.batches, client.files):
            try:
                await things.list(limit=1)
            except Exception as fault:
                if not _is_no_listing(fault):
                    raise
            else:
                return True
        return False

    async def _find(self, client: AsyncOpenAI, file: str, token: str, since: float) -> Batch | None:
        """Batches are listed with the newest first."""
        seen = 0
        try:
            async for batch in client.batches.list(limit=100):
                seen += 1
                if batch.input_file_id == file or (batch.metadata or {}).get(TOKEN) == token:
                    return batch_of(batch)
                if seen >= PAGES * 100 or (batch.created_at or since) < since - CLOCKS_APART:
                    break
        except Exception as fault:
            if not _is_no_listing(fault):
                raise
            self.lists = False
        return None

    async def _named(self, client: AsyncOpenAI, name: str, size: int | None) -> str | None:
        seen = 0
        try:
            async for file in client.files.list(purpose="batch", order="desc", limit=100):
                seen += 1
                if file.filename == name and (size is None or file.bytes == size):
                    return file.id
                if seen >= PAGES * 100:
                    break
        except Exception as fault:
            if not _is_no_listing(fault):
                raise
        return None

    async def _call(self, do: Callable[[AsyncOpenAI], Awaitable[T]], what: str, thing: str | None = None) -> T:
        """What `do` brings, tried again while the service fails or is not reached, for as long as the patience lasts.

        `thing`: what is not there where the service answers 404; None: there is no such address.
        """
        began, wait = self._clock(), FIRST_WAIT
        while True:
            try:
                return await do(await self.model.client())
            except SummarizerError:
                raise
            except Exception as fault:
                failed = read_failure(fault, self.name, self.model.scrub, self.patience)
            if QUEUE_WORDS.search(failed.said) and failed.status in (400, 403, 409, 422, 429):
                raise QueueFull(str(failed.error))
            if not failed.retried:
                raise self._lasting(failed, what, thing)
            pause = failed.wait or wait * random.uniform(1, 1.25)  # noqa: S311
            spent = self._clock() - began
            if spent + pause > self.patience:
                raise ServiceDown(f"{failed.error}; given up after {duration(spent)}: {STAYS}")
            await self.sleep(pause)
            wait = min(LONGEST_WAIT, 2 * wait)

    def _lasting(self, failed: CallFailed, what: str, thing: str | None) -> Exception:
        """What a failure comes to that no waiting mends."""
        if isinstance(failed.error, ENDS_RUN):
            return failed.error
        if failed.status == 404 and thing is not None:
            return NotThere(f"{self.name}: the service has no {thing}")
        if failed.status in (404, 405, 501):
            return ConfigurationError(f"{failed.error}; the service cannot {what}: {NO_BATCHES}")
        if isinstance(failed.error, Unavailable | RateLimited):
            return ServiceDown(f"{failed.error}; {STAYS}")
        return ConfigurationError(f"{failed.error}; so the service would not {what}")


async def _lines(blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The lines of a file that comes in blocks, without those that are empty."""
    parts: list[bytes] = []
    async for block in blocks:
        *whole, rest = block.split(b"\n")
        for piece in whole:
            if line := b"".join((*parts, piece)).strip():
                yield line
            parts.clear()
        if rest:
            parts.append(rest)
    if line := b"".join(parts).strip():
        yield line


def _is_no_listing(fault: Exception) -> bool:
    """Whether the service merely has no list."""
    return getattr(fault, "status_code", None) in (404, 405, 501)
