"""Work beside the protocol."""

from __future__ import annotations

import asyncio
import threading
from contextvars import ContextVar

import pytest

from summarizer.mcp_server.aside import Aside

WHOSE: ContextVar[str] = ContextVar("whose", default="nobody's")


def test_what_is_given_up_keeps_its_place_until_it_ends() -> None:
    begun, gate, second = threading.Event(), threading.Event(), threading.Event()

    def block() -> None:
        begun.set()
        assert gate.wait(20)

    async def once() -> None:
        aside = Aside(most=1)
        first = asyncio.create_task(aside.compute(block))
        assert await asyncio.to_thread(begun.wait, 20)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        following = asyncio.create_task(aside.compute(second.set))
        await asyncio.sleep(0.05)
        assert not second.is_set()
        gate.set()
        await following
        assert second.is_set()

    asyncio.run(once())


def test_a_fault_and_the_context_come_through() -> None:
    async def whose() -> str:
        return WHOSE.get()

    def divide() -> float:
        return 1 / 0

    async def nothing() -> None:
        return None

    async def once() -> None:
        aside = Aside()
        WHOSE.set("mine")
        assert await aside.compute(WHOSE.get) == "mine"
        assert await aside.wait(whose()) == "mine"
        with pytest.raises(ZeroDivisionError):
            await aside.compute(divide)
        await aside.close(nothing())

    asyncio.run(once())


def test_the_end_is_not_held_up_by_what_is_being_computed() -> None:
    gate = threading.Event()

    async def once() -> None:
        aside = Aside()
        going = asyncio.create_task(aside.compute(lambda: gate.wait(60)))
        await asyncio.sleep(0.01)
        going.cancel()

    asyncio.run(once())  # returns, though nobody opens the gate
    assert not gate.is_set()
    gate.set()
