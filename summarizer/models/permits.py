"""The right to send one request, and the place of a question in the order of those that wait for one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer.models.pace import Taken
from summarizer.models.retries import CallFailed

if TYPE_CHECKING:
    from summarizer.models.limits import Limiter

NO_HEADERS: Mapping[str, str] = {}


class Turn:
    """A question's place in the order, for all its requests. It moves behind the others when it has failed twice, so
    that a request that is refused for its own sake does not go before them for ever."""

    def __init__(self, number: int) -> None:
        self.number = self.place = number
        self.failures = 0
        self.refusals = 0
        """How often it was refused in a row by a service that named no time…"""
        self.until = 0.0
        """… and until when it waits by itself for that, by the limiter's clock."""


class Permit:
    """The right to send one request, for the length of an `async with`; tell it what became of the request."""

    def __init__(self, limiter: Limiter, turn: Turn, characters: int, most_output: int | None) -> None:
        self._limiter = limiter
        self.turn = turn
        self.characters = characters
        self.most_output = most_output
        self.called: asyncio.Future[None] | None = None
        self.taken: Taken | None = None
        self.probe = False
        self.told = False
        self.waited = 0.0
        """Seconds until it was given."""

    async def __aenter__(self) -> Self:
        await self._limiter.enter(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._limiter.leave(self)

    def answered(self, headers: Mapping[str, str] = NO_HEADERS, input_tokens: int = 0, output_tokens: int = 0) -> None:
        """The service answered, which took so many tokens (0: it does not say)."""
        self._limiter.answered(self, headers, input_tokens, output_tokens)

    def failed(self, failed: CallFailed) -> None:
        """The call failed."""
        self._limiter.failed(self, failed)
