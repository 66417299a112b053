"""Generators of results that are broken off: brought to their end, so that what they hold is given up."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TypeVar

T = TypeVar("T")


class Generators:
    """The generators that have begun and are not over.

    One that is broken off (`async for …: break`) is closed by the event loop some time after it is forgotten.
    """

    def __init__(self) -> None:
        self._begun: set[_Begun] = set()

    def follow(self, results: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
        """`results`, followed from their beginning to their end."""
        begun = _Begun()
        followed = self._followed(begun, results)
        begun.generator = weakref.ref(followed)
        return followed

    async def _followed(self, begun: _Begun, results: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
        begun.over = asyncio.get_running_loop().create_future()
        self._begun.add(begun)
        try:
            async with aclosing(results):
                async for result in results:
                    yield result
        finally:
            self._begun.discard(begun)
            if not begun.over.done():
                begun.over.set_result(None)

    async def forgotten(self) -> None:
        """Returns when those are closed that nobody holds any more."""
        over = [begun.over for begun in self._begun if begun.generator() is None and begun.is_here()]
        if over:
            await asyncio.wait(over)

    async def close(self) -> None:
        """Closes all but those from which a result is awaited right now; raises what closing them does."""
        for begun in list(self._begun):
            generator = begun.generator()
            if generator is not None and not getattr(generator, "ag_running", False) and begun.is_here():
                await generator.aclose()
            del generator
        await self.forgotten()


class _Begun:
    """One of them."""

    generator: weakref.ref[AsyncGenerator[object, None]]
    over: asyncio.Future[None]
    """Done when it has ended, however it did."""

    def is_here(self) -> bool:
        """Whether it is of the running event loop: that of another is for that one to close."""
        return self.over.get_loop() is asyncio.get_running_loop()
