"""Files and batches at a service: what is listed, what is read, what is told of its faults."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.errors import ConfigurationError, NotAuthorized, ServiceDown
from summarizer.models.batch_states import Fault, NotThere, QueueFull, batch_of
from summarizer.models.batches import BatchService, _lines
from summarizer.models.chat import ChatModel

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture
def with_batches(open_chat: Callable[..., ChatModel], slept: list[float]) -> Callable[..., Any]:
    """Runs a function of a `BatchService` at the scripted service."""

    def run(work: Callable[[BatchService], Any]) -> Any:
        async def once() -> Any:
            model = open_chat()

            async def sleep(seconds: float) -> None:
                slept.append(seconds)

            try:
                return await work(BatchService(model, sleep=sleep, clock=lambda: sum(slept)))
            finally:
                await model.close()

        return asyncio.run(once())

    return run


def create(service: BatchService) -> Any:
    return service.create("file-1", "token", 0.0)


@pytest.mark.parametrize(
    ("status", "message", "code", "fault", "words"),
    [
        (401, "bad key", None, NotAuthorized, "check the key"),
        (404, "Not Found", None, ConfigurationError, "it has no batches at this address"),
        (400, "what?", None, ConfigurationError, "so the service would not begin a batch"),
        (429, "Enqueued token limit reached for m in org", None, QueueFull, "Enqueued token limit"),
        (400, "no", "token_limit_exceeded", QueueFull, "no"),
        (429, "Batch rate limit exceeded: 3 requests", None, QueueFull, "Batch rate limit"),
    ],
)
def test_a_batch_that_cannot_begin_is_told_of_at_once(
    service: Any,
    failed: Any,
    with_batches: Any,
    slept: list[float],
    status: int,
    message: str,
    code: str | None,
    fault: type[Exception],
    words: str,
) -> None:
    service.script = [failed(status, message, code)]
    with pytest.raises(fault, match=words):
        with_batches(create)
    assert (len(service.asked), slept) == (1, [])


def test_a_service_that_fails_is_waited_for_ever_longer_until_the_patience_ends(
    service: Any, failed: Any, with_batches: Any, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: Any) -> None:
        return None

    monkeypatch.setattr(BatchService, "_find", nothing)
    service.script = [failed(500, "out of order")]
    with pytest.raises(ServiceDown, match=r"given up after \S+ minutes: what is at the service stays there"):
        with_batches(create)
    assert 400 < sum(slept) <= 600
    assert [round(seconds / 1.125 / 2**power) for power, seconds in enumerate(slept[:5])] == [1] * 5


def test_lines_come_whole_from_blocks_of_any_size() -> None:
    text = b'{"a": 1}\n\n{"b": "\xc3\xa9"}\r\n{"c": 3}'

    async def blocks(size: int) -> Any:
        for at in range(0, len(text), size):
            yield text[at : at + size]

    async def read(size: int) -> list[bytes]:
        return [line async for line in _lines(blocks(size))]

    for size in range(1, len(text) + 1):
        assert asyncio.run(read(size)) == [b'{"a": 1}', b'{"b": "\xc3\xa9"}', b'{"c": 3}']


def test_what_a_service_says_of_a_batch_may_be_little() -> None:
    from openai.types import Batch as Said

    batch = batch_of(Said.construct(id="b", status="failed", errors={"data": [{"message": "no"}, {"line": 3}]}))
    assert (batch.id, batch.input_file, batch.output_file, batch.total) == ("b", "", None, 0)
    assert batch.faults == (Fault("", "no"), Fault("", "", 3))
    assert batch.ended
    assert not batch_of(Said.construct(id="b", status="in_progress", request_counts=None)).ended


def test_a_batch_that_is_not_there_is_no_fault_of_the_address(
    with_batches: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(Exception):
        status_code = 404
        body: Any = None

    async def gone(*_: Any) -> None:
        raise Gone

    async def work(service: BatchService) -> None:
        client = await service.model.client()
        monkeypatch.setattr(client.batches, "retrieve", gone)
        await service.retrieve("batch-7")

    with pytest.raises(NotThere, match="the service has no batch batch-7"):
        with_batches(work)
