"""What services have shown to take of a request, from one run to the next: to find it out costs a batch, and a day."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from contextlib import suppress

from summarizer.batch.store import Store
from summarizer.models.chat import ChatModel
from summarizer.models.dialect import Dialect


class Dialects:
    """The dialects of `models`, which are set to what `store` knows of them."""

    def __init__(self, store: Store, models: Sequence[ChatModel]) -> None:
        self._store = store
        self._models = models
        facts = store.reading.facts()
        for model in models:
            # What another version wrote down may be of another shape: then it is found out again.
            with suppress(KeyError, TypeError, ValueError):
                model.dialect = Dialect(**json.loads(facts[_fact(model)]))
        self._known = [model.dialect for model in models]

    def forget_misses(self) -> None:
        """Lets it be found out anew whether the services keep to the schema that they are held to."""
        for model in self._models:
            model.misses, model.dialect = 0, dataclasses.replace(model.dialect, told=False)

    def keep(self) -> None:
        """Writes down what has been found out since."""
        now = [dataclasses.replace(model.dialect, told=False) for model in self._models]
        if now != self._known:
            self._known = now
            facts = {
                _fact(model): json.dumps(dataclasses.asdict(known))
                for model, known in zip(self._models, now, strict=True)
            }
            self._store.remember(facts)


def _fact(model: ChatModel) -> str:
    return f"dialect of {model.model} at {model.endpoint.base_url}"
