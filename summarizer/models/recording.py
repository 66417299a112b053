"""Answers kept before they are parsed, and given again instead of a call, where the running article has a ledger.

What a request is known by does not depend on what the program has learnt of the service meanwhile (whether it takes a
response format, whether it must be told the schema in words): it is the question, its wire schema, the model, its
address and the settings that change an answer; for a re-ask also the answers before it.
"""

from __future__ import annotations

import hashlib
import json
import weakref
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarizer.errors import ModelError
from summarizer.models.base import LEDGER, Answer, Failure, Kept, Letter, Question
from summarizer.models.completions import Completion
from summarizer.models.finishing import finished
from summarizer.models.pricing import cost_of, saved_by_cache
from summarizer.models.salvaging import read_or_salvaged
from summarizer.models.strict import wire_schema
from summarizer.records import Usage

if TYPE_CHECKING:
    from summarizer.models.exchange import Exchange


class Recording:
    """The completions of one exchange in their order, through the ledger of the running article."""

    def __init__(self, exchange: Exchange) -> None:
        # Weak: in a circle all that an article took would stay until the collector of circles comes by.
        self._exchange: Exchange = weakref.proxy(exchange)
        self._ledger = LEDGER.get()
        self._answered: list[bytes] = []
        """The requests of this exchange that have answers."""
        if self._ledger is not None:
            self._request = self._ledger.begun(request_of(exchange.model.request_settings, exchange.question))

    async def completion(
        self, ask: Callable[[], Awaitable[Completion]], count: Callable[[Completion], None]
    ) -> Completion:
        """The next completion: the one that the ledger has, which `count` is told, or what `ask` brings and counts."""
        ledger, exchange = self._ledger, self._exchange
        if ledger is None:
            return await ask()
        if (kept := ledger.recall(self._request)) is not None and kept.raw is not None:
            completion = Completion.of_text(kept.raw)
            told = kept.schema_mode != "strict"
            exchange.dialect = replace(exchange.dialect, format="json_schema", told=told)
            count(completion)
            # What it was bought for: a batch is cheaper than a call.
            exchange.costs[-1] = kept.cost_usd
        else:
            before = exchange.usage
            completion = await ask()
            await ledger.keep(self._request, self._kept(completion.text, _difference(exchange.usage, before)))
        self._answered.append(self._request)
        self._request = hashlib.sha256(self._request + completion.text.encode()).digest()
        return completion

    async def put_off(self, body: Mapping[str, Any]) -> Failure | None:
        """What came of the request in a batch, where it goes with one and has failed; None: it is to be sent now.

        Raises `Deferred` where its answer is still to come.
        """
        if self._ledger is None:
            return None
        exchange = self._exchange
        model = exchange.model
        unsure = exchange.told and not model.kept_schema
        mode, task = exchange.dialect.schema_mode, exchange.question.task
        letter = Letter(model.endpoint.base_url, model.model, body, mode, unsure, task)
        return await self._ledger.put_off(self._request, letter)

    async def sent(self) -> None:
        """Notes that the request goes out now, be it for the second time."""
        if self._ledger is not None:
            await self._ledger.sent(self._request)

    async def landed(self) -> None:
        """Notes that it failed. Where it is given up instead, it may have been paid for."""
        if self._ledger is not None:
            await self._ledger.landed(self._request)

    def came_to_nothing(self) -> None:
        """Notes that nothing could be made of the answers."""
        if self._ledger is not None:
            self._ledger.came_to_nothing(self._answered)

    def _kept(self, raw: str, usage: Usage) -> Kept:
        exchange = self._exchange
        of = (usage, exchange.served_by, exchange.model.endpoint.price_list, exchange.model.model)
        cost, saved = cost_of(*of), saved_by_cache(*of)
        return Kept(raw, exchange.served_by, exchange.dialect.schema_mode, 1, usage, cost, saved)


async def whole_answer(settings: Sequence[object], question: Question, ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """The answer of `ask`, or the one that the ledger has: for models whose single calls are not seen here.

    `settings` are the model's name and whatever else changes its answers. Raises what `ask` does.
    """
    ledger = LEDGER.get()
    if ledger is None:
        return await ask()
    request = ledger.begun(request_of(settings, question))
    if (kept := ledger.recall(request)) is not None and kept.raw is not None:
        read = read_or_salvaged(kept.raw, question)
        if read is not None:
            data, notes = finished(read.parsed, read.notes)
            taken = (kept.calls, kept.usage, kept.cost_usd)
            return Answer(data, kept.model, kept.schema_mode, *taken, kept.raw, notes=notes)
    await ledger.sent(request)
    try:
        answer = await ask()
    except ModelError as fault:
        if not fault.calls:
            await ledger.landed(request)
        else:
            usage = fault.usage or Usage()
            await ledger.keep(request, Kept(None, str(settings[0]), None, fault.calls, usage, fault.cost_usd))
        raise
    except Exception:
        await ledger.landed(request)
        raise
    raw = answer.raw or json.dumps(dict(answer.data))
    spent = (answer.calls, answer.usage, answer.cost_usd, answer.saved_usd)
    await ledger.keep(request, Kept(raw, answer.model, answer.schema_mode, *spent))
    return answer


def request_of(settings: Sequence[object], question: Question) -> bytes:
    """The SHA-256 by which a question is known that is asked with these settings."""
    messages = [[message.role, message.content] for message in question.messages]
    asked = json.dumps([*settings, question.task, messages], ensure_ascii=False, default=str)
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass") + _wire_digest(question.wire)).digest()


@lru_cache(maxsize=64)
def _wire_digest(wire: type[BaseModel]) -> bytes:
    return hashlib.sha256(json.dumps(wire_schema(wire)).encode()).digest()


def _difference(after: Usage, before: Usage) -> Usage:
    old = before.model_dump()
    return Usage(**{name: value - old[name] for name, value in after.model_dump().items()})
