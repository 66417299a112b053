"""How much of an answer is read: a service that sends without end must not fill the memory before its time is up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

LARGEST_ANSWER = 50_000_000
"""Bytes, after decompression; the longest answers of models have less than a hundredth of that."""


class AnswerTooLong(Exception):
    """An answer has more than `LARGEST_ANSWER` bytes."""


async def cap(response: Any) -> None:
    """A hook of httpx2's client: has `response` raise `AnswerTooLong` while it is read."""
    read = response.aiter_bytes

    async def aiter_bytes(chunk_size: int | None = None) -> AsyncIterator[bytes]:
        size = 0
        async with aclosing(read(chunk_size)) as parts:
            async for part in parts:
                size += len(part)
                if size > LARGEST_ANSWER:
                    raise AnswerTooLong
                yield part

    response.aiter_bytes = aiter_bytes
