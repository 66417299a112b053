"""So many questions at once, while more articles than that are under way."""

from __future__ import annotations

import asyncio

from summarizer.models.base import Answer, Model, Question

OTHERS_FIRST = 0.0005
"""Seconds for which an answer lets those go first that have been waiting for its place."""


class Room:
    """What the models of a run share: room for so many questions at once, for as long as one event loop runs.

    one_by_one  whether answers are read in this process, each of which holds up all others for a while
    """

    def __init__(self, questions: int, *, one_by_one: bool) -> None:
        self.questions = asyncio.Semaphore(questions)
        self._turn = asyncio.Lock() if one_by_one else None

    async def let_others_go(self) -> None:
        """Returns when it is this answer's turn to be read: those that came together come one by one, and in between
        the questions go out that wait. Else a service would idle until all are read."""
        if self._turn is not None:
            async with self._turn:
                await asyncio.sleep(OTHERS_FIRST)


class Gate:
    """`model`, which is asked as many questions at once as there is `room` for; the others wait for their turn.

    Were it the articles that are counted, the service would idle while answers are verified.
    """

    def __init__(self, model: Model, room: Room) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt
        self._model = model
        self._room = room

    async def answer(self, question: Question) -> Answer:
        """The model's answer."""
        async with self._room.questions:
            answer = await self._model.answer(question)
        await self._room.let_others_go()
        return answer

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()
