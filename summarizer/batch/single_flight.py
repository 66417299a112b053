"""One question is asked once at a time, whichever articles it is about.

Articles that differ in white space only are two texts with one request, and so are their repairs. Whoever comes second
waits until the first is answered, and then finds the answer in the store; where the first came to nothing, by a failure
or because it was given up, the next one asks in its place. (The idea and its name are Go's `singleflight`; there the
waiters share what the first got, here what is written down.)
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from summarizer.models.base import Answer, Model, Question
from summarizer.models.recording import request_of


class SingleFlight:
    """`model`, which is never asked the same by two articles at once.

    For articles with a ledger, by which the second one finds the answer. `settings`: by these and the question a
    request is known; None: by nothing, so that the model is asked as it comes.
    """

    def __init__(self, model: Model, settings: Sequence[object] | None) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt
        self._model = model
        self._settings = settings
        self._under_way: dict[bytes, asyncio.Event] = {}
        """By request: set when whoever asks is done with it, however that ends."""

    async def answer(self, question: Question) -> Answer:
        """The model's answer."""
        if self._settings is None:
            return await self._model.answer(question)
        request = request_of(self._settings, question)
        while (other := self._under_way.get(request)) is not None:
            await other.wait()
        self._under_way[request] = done = asyncio.Event()
        try:
            return await self._model.answer(question)
        finally:
            del self._under_way[request]
            done.set()

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()
