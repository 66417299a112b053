"""So many questions at once, while more articles than that are under way."""

from __future__ import annotations

import asyncio

from summarizer.models.base import Answer, Model, Question


class Gate:
    """`model`, which is asked as many questions at once as there is `room` for; the others wait for their turn.

    Were it the articles that are counted, the service would idle while answers are verified.
    """

    def __init__(self, model: Model, room: asyncio.Semaphore) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt
        self._model = model
        self._room = room

    async def answer(self, question: Question) -> Answer:
        """The model's answer."""
        async with self._room:
            return await self._model.answer(question)

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()
