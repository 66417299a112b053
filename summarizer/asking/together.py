"""Several questions about one article, asked side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from summarizer.errors import ENDS_RUN, Deferred, ModelError, SummarizerError
from summarizer.models.base import Answer, Model, Question

AT_ONCE = 8
"""Questions about one article at once, where nothing else limits them."""


@runtime_checkable
class AsksMany(Protocol):
    """A model that takes several questions at once, and has each answered or its fault told."""

    async def answers(self, questions: Sequence[Question]) -> list[Answer | SummarizerError]:
        """What came of each question, in their order."""
        ...


async def answers_of(
    model: Model,
    questions: Sequence[Question],
    ends_run: tuple[type[Exception], ...] = ENDS_RUN,
    at_once: int | None = AT_ONCE,
) -> list[Answer | ModelError]:
    """What came of each question, in their order: its answer, or the fault that is its own.

    `at_once`: so many are asked at once, None for all. Raises what `ends_run` names and whatever is no `ModelError`
    as soon as one question meets it, and `Deferred` where an answer comes with a provider batch, when all have been
    put there.
    """
    if len(questions) == 1:
        return _told([await _asked(model, questions[0], ends_run)], ends_run)
    if isinstance(model, AsksMany):
        return _told(await model.answers(questions), ends_run)
    if not getattr(model, "waits", True):  # then there may be no event loop
        return _told([await _asked(model, question, ends_run) for question in questions], ends_run)
    room = asyncio.Semaphore(at_once or len(questions))

    async def ask(question: Question) -> Answer | SummarizerError:
        async with room:
            return await _asked(model, question, ends_run)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(ask(question)) for question in questions]
    except BaseExceptionGroup as faults:
        raise faults.exceptions[0] from None
    return _told([task.result() for task in tasks], ends_run)


async def _asked(model: Model, question: Question, ends_run: tuple[type[Exception], ...]) -> Answer | SummarizerError:
    try:
        return await model.answer(question)
    except ends_run:
        raise
    except (Deferred, ModelError) as fault:
        return fault


def _told(
    found: Sequence[Answer | SummarizerError], ends_run: tuple[type[Exception], ...]
) -> list[Answer | ModelError]:
    """`found`, where each is an answer or its question's own fault; else what it is for all is raised."""
    told: list[Answer | ModelError] = []
    others: list[SummarizerError] = []
    for one in found:
        if isinstance(one, Answer) or (isinstance(one, ModelError) and not isinstance(one, ends_run)):
            told.append(one)
        else:
            others.append(one)
    if others:
        raise next((one for one in others if isinstance(one, ends_run)), others[0])
    return told
