"""Messages that the SDK does not read, read after all: half of a pair of surrogates makes a line no JSON for it.

JSON as Python and JavaScript write it may hold one ("\\udcff" in what was cut in the middle of an emoji, or came from a
file's name that is not UTF-8). The SDK drops such a line without an answer, and the assistant would wait for one.
"""

from __future__ import annotations

import json
import re
from typing import Any, Self

from pydantic import ValidationError

SURROGATES = re.compile(r"[\ud800-\udfff]")


class Lines:
    """The stream of messages `inner`, with those that were not read."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    @property
    def last_context(self) -> Any:
        """That in which the last message was sent."""
        return getattr(self._inner, "last_context", None)

    async def receive(self) -> Any:
        """The next message, or the fault of a line that is none."""
        return read_again(await self._inner.receive())

    async def aclose(self) -> None:
        """Closes the stream."""
        await self._inner.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        return read_again(await self._inner.__anext__())

    async def __aenter__(self) -> Self:
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, *fault: Any) -> Any:
        return await self._inner.__aexit__(*fault)


def read_again(item: Any) -> Any:
    """`item`, or the message that it is where only such characters stood in the way, each replaced by U+FFFD, as the
    SDK does with bytes that are no UTF-8."""
    if not isinstance(item, ValidationError):
        return item
    from mcp import types
    from mcp.shared.message import SessionMessage

    line = item.errors(include_url=False, include_context=False)[0]["input"]
    try:
        # What is said in escapes is put together by reading, a character of its own kind or not.
        whole = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", json.dumps(json.loads(line), ensure_ascii=False))
        return SessionMessage(types.jsonrpc_message_adapter.validate_json(whole, by_name=False))
    except (RecursionError, TypeError, ValueError):
        return item
