"""What came of a batch, brought into the store."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from summarizer.batch.provider.rows import Row, Settled
from summarizer.batch.provider.tables import MOST_TRIES, Tables
from summarizer.errors import ENDS_RUN, ConfigurationError
from summarizer.exports.brief import plural
from summarizer.models.base import Failure, Kept
from summarizer.models.batch_lines import OWN_FAULT, STATUS_OF_CODE, Reply, kept_of, read_reply
from summarizer.models.batch_states import Batch, Fault, QueueFull
from summarizer.models.batches import QUEUE_WORDS, BatchService
from summarizer.models.retries import failure_of_reply
from summarizer.models.secrets import answer_scrubber

log = logging.getLogger(__name__)

PASSING_CODES = frozenset({"", "internal_error", "internal_server_error", "server_error", "service_unavailable"})
"""Codes of a batch that failed by a fault of the service's own."""
FETCHES = 3
"""How often the files of a batch are fetched that hold less than the service says."""
EVERY_LINE = re.compile(r"billing|endpoint|mismatch|model|quota|url", re.IGNORECASE)
"""Codes that every line of a batch would meet, whichever is named."""


class Collector:
    """Brings in what came of batches. `say` is told of it."""

    def __init__(self, tables: Tables, say: Callable[[str], None]) -> None:
        self._tables = tables
        self._say = say
        self.pay: Callable[[Kept], None] = lambda _: None
        """Is told of each answer."""

    async def collect(self, row: Row, batch: Batch, service: BatchService) -> Exception | None:
        """Keeps the answers of a batch that has ended, and what else became of its requests; deletes its files at the
        service, which hold the articles' texts.

        Returns what the other requests would meet too (a quota that is used up, a key that is not accepted any more):
        it ends the run. Raises `QueueFull`, `NotThere` where its files are gone, and what `BatchService` does.
        """
        files = (batch.output_file, batch.error_file)
        await self._tables.note(
            row.id,
            status=batch.status,
            input_file=batch.input_file or row.input_file,
            output_file=batch.output_file,
            error_file=batch.error_file,
            completed=batch.completed,
            failed=batch.failed,
        )
        ends: Exception | None = None
        queue_full: QueueFull | None = None
        unanswered: Failure | None = _unanswered(batch.status)
        if batch.status == "failed" and batch.faults:
            try:
                unanswered, ends = await self._refused(row, batch.faults, service)
            except QueueFull as fault:
                unanswered, queue_full = None, fault
        lines = await self._read(row, batch, service)
        left = await self._tables.end(row.id, "collected", unanswered)
        if self._tables.log.keeps(row.id):
            await self._tables.log.ended(row.id, batch.status)
        again = f", {plural(left, 'request')} without an answer" if left else ""
        self._say(f"batch {batch.id} {batch.status}: {lines.answered:,} answered, {lines.failed:,} failed{again}")
        if lines.lacks(batch):
            said = f"{batch.completed + batch.failed:,} by its count, {lines.seen:,} in its files"
            log.warning("batch %s: answers are missing: %s, %d of them unreadable", batch.id, said, lines.strange)
        await self.clean(row.id, [batch.input_file or row.input_file, *files], service)
        if queue_full is not None:
            raise queue_full
        return ends or lines.ends

    async def _read(self, row: Row, batch: Batch, service: BatchService) -> _Lines:
        """Takes what is in the files of a batch. Where that is less than the service says, they are fetched again: what
        is not in them is sent again, and paid for again."""
        lines = _Lines(self._tables, row, service, self.pay)
        for tries in range(FETCHES):
            lines.seen = lines.strange = 0
            for file in filter(None, (batch.output_file, batch.error_file)):
                await service.read(file, lines.take)
            if not lines.lacks(batch):
                break
            if tries < FETCHES - 1:
                await service.sleep(2.0**tries)
        return lines

    async def clean(self, number: int, files: list[str | None], service: BatchService) -> None:
        """Deletes the files of a batch that has been collected; one that cannot be is told of."""
        kept = [file for file in filter(None, files) if not await service.delete(file)]
        if kept:
            log.warning("%s: not deleted at the service: %s", service.name, ", ".join(kept))
        await self._tables.note(number, state="done")

    async def _refused(
        self, row: Row, faults: tuple[Fault, ...], service: BatchService
    ) -> tuple[Failure | None, Exception | None]:
        """A batch that the service did not take: what its requests come to, None for no try; and what ends the run."""
        first = faults[0]
        if any(QUEUE_WORDS.search(f"{fault.code} {fault.message}") for fault in faults):
            raise QueueFull(service.model.scrub(first.message))
        named = [fault for fault in faults if fault.line is not None and not EVERY_LINE.search(fault.code)]
        for fault in named:
            failure = Failure(400, {"error": {"code": fault.code, "message": fault.message}})
            await self._tables.settle_line(row.id, fault.line or 0, failure)
        if named:
            return None, None
        if first.code in PASSING_CODES:
            return Failure(OWN_FAULT, {"error": {"message": first.message or "the batch failed"}}), None
        status = STATUS_OF_CODE.get(first.code, 400)
        failure = Failure(status, {"error": {"code": first.code, "message": first.message}})
        error = failure_of_reply(failure, service.name, service.model.scrub).error
        if isinstance(error, ENDS_RUN):
            return None, error
        said = service.model.scrub(f"{first.message} ({first.code})")
        return None, ConfigurationError(f"{service.name}: the service did not take the batch: {said}")


def _unanswered(status: str) -> Failure | None:
    """What requests come to that several batches left without an answer; None: this batch was no try of theirs."""
    if status == "cancelled":
        return None
    why = "expired before their turn" if status == "expired" else "left it out"
    return Failure(408, {"error": {"message": f"no answer in {MOST_TRIES} batches: the last {why}"}})


class _Lines:
    """Takes the lines of a batch's files."""

    def __init__(self, tables: Tables, row: Row, service: BatchService, pay: Callable[[Kept], None]) -> None:
        self._pay = pay
        self._tables = tables
        self._row = row
        self._service = service
        self._prices = tables.prices(row, service.model.endpoint.price_list)
        self._logged = tables.log.keeps(row.id)
        self.answered = self.failed = self.seen = self.strange = 0
        self.ends: Exception | None = None
        """A failure that all others would meet too."""

    def lacks(self, batch: Batch) -> bool:
        """Whether the files held less than the service says, or what could not be read."""
        return bool(self.strange) or self.seen < batch.completed + batch.failed

    async def take(self, lines: list[bytes]) -> None:
        """Keeps what the lines say; a line that is given again changes nothing."""
        settled: dict[bytes, Settled] = {}
        replies: list[tuple[Reply, bytes]] = []
        for line in lines:
            reply = read_reply(line)
            if reply is None:
                self.strange += 1
                continue
            self.seen += 1
            if reply.request not in settled and (one := self._settled(reply)):
                settled[reply.request] = one
                if self._logged:
                    replies.append((reply, line))
        if settled:
            await self._tables.settle(self._row.id, list(settled.values()))
        if replies:
            await self._tables.log.answered(self._row.id, self._service, replies)

    def _settled(self, reply: Reply) -> Settled | None:
        known = self._tables.waiting(reply.request)
        if known is None or known.batch != self._row.id:
            return None
        model = self._service.model
        if reply.completion is not None:
            self.answered += 1
            completion = answer_scrubber(model.endpoint.api_key)(reply.completion)
            kept = kept_of(completion, known.schema_mode, model.model, self._prices)
            self._pay(kept)
            return Settled(reply.request, kept)
        assert reply.failure is not None  # noqa: S101
        self.failed += 1
        failed = failure_of_reply(reply.failure, model.name, model.scrub)
        if isinstance(failed.error, ENDS_RUN):
            self.ends = failed.error
            return Settled(reply.request, counted=False)
        if failed.retried and known.tries < MOST_TRIES:
            return Settled(reply.request)
        return Settled(reply.request, failure=reply.failure)
