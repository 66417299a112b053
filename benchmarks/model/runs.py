"""Articles asked about, with every answer kept by the hash of its request: the same question is paid for once."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.model.sets import Item
from summarizer import Summary
from summarizer.batch.answers import SharedAnswers
from summarizer.batch.keys import service_of
from summarizer.errors import ENDS_RUN, SummarizerError
from summarizer.models.base import LEDGER, Answer, Model, Question
from summarizer.models.strict import wire_schema
from summarizer.pipeline import Pipeline
from summarizer.records import Usage


@dataclass(frozen=True)
class Call:
    """One question and its answer, as they went over the wire."""

    task: str
    messages: tuple[str, ...]
    schema: str
    """The JSON Schema that the service is held to."""
    answer: str
    usage: Usage
    """As the service counted it."""
    cost_usd: float | None


@dataclass(frozen=True)
class Done:
    """An article after its run."""

    item: Item
    summary: Summary | None
    """None where it failed."""
    calls: tuple[Call, ...] = ()
    error: str | None = None


_CALLS: ContextVar[list[Call]] = ContextVar("calls")


class Observer:
    """`model`, whose questions and answers are noted for the article that is under way."""

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt
        self._model = model

    async def answer(self, question: Question) -> Answer:
        """The model's answer."""
        answer = await self._model.answer(question)
        _CALLS.get().append(
            Call(
                question.task,
                tuple(message.content for message in question.messages),
                json.dumps(wire_schema(question.wire), ensure_ascii=False, separators=(",", ":")),
                answer.raw or "",
                answer.usage,
                answer.cost_usd,
            )
        )
        return answer

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()


def unchanged(model: Model) -> Model:
    """The model as it is."""
    return model


@dataclass
class Runner:
    """Runs articles through `pipeline`; answers are kept in the folder `out` and looked for there first."""

    pipeline: Pipeline
    out: Path
    concurrency: int = 8
    _job: bytes = field(default_factory=lambda: os.urandom(16))
    """An answer that came to nothing is not asked for again by the same runner."""

    async def run(
        self, items: Sequence[Item], *, repairs: int | None = None, put: Callable[[Model], Model] = unchanged
    ) -> list[Done]:
        """Each article's result, or why there is none. `repairs`: at most so many; None: as the pipeline has it.
        `put`: what stands between the pipeline and the model that is observed.

        The model's connections are closed behind it. Raises what ends a run: a service that takes no key, or that
        cannot be asked at all.
        """
        pipeline = self.pipeline.with_models(lambda model: put(Observer(model)))
        if repairs is not None:
            pipeline.settings = replace(pipeline.settings, repairs=repairs)
        answers = SharedAnswers(self.out)
        room = asyncio.Semaphore(self.concurrency)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._one(pipeline, item, answers, room)) for item in items]
        finally:
            answers.close()
            await self.pipeline.close()
        return [task.result() for task in tasks]

    async def _one(self, pipeline: Pipeline, item: Item, answers: SharedAnswers, room: asyncio.Semaphore) -> Done:
        calls: list[Call] = []
        async with room:
            ledger = answers.ledger(self._job, service_of(self.pipeline.model), item.name)
            LEDGER.set(ledger)
            _CALLS.set(calls)
            try:
                result = await pipeline.run(item.article)
            except ENDS_RUN:
                raise
            except SummarizerError as fault:
                await ledger.spend()
                return Done(item, None, tuple(calls), f"{type(fault).__name__}: {fault}")
        assert isinstance(result, Summary)
        return Done(item, result, tuple(calls))
