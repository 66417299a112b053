"""How a run uses provider batches, and with which services."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from summarizer.errors import ConfigurationError
from summarizer.models.batches import BatchService
from summarizer.models.chat import ChatModel
from summarizer.pipeline import Pipeline

Key = tuple[str | None, str]
"""A service: its address, and the model there."""
Say = Callable[[str], None]
Sleep = Callable[[float], Awaitable[None]]


def services_of(pipeline: Pipeline, sleep: Sleep = asyncio.sleep) -> dict[Key, BatchService]:
    """Who takes the batches of the pipeline's model, and of its judge.

    Raises `ConfigurationError` for a model that is not reached as OpenAI's are.
    """
    if len(pipeline.models) > 1:
        raise ConfigurationError(
            "--provider-batch goes with one model: the others of --fallback and --escalate would be asked a day later; "
            "leave them out"
        )
    services: dict[Key, BatchService] = {}
    judge = None if pipeline.judge is None else pipeline.judge.model
    for model in (pipeline.model, judge):
        if isinstance(model, ChatModel) and model.dialect.api == "responses":
            raise ConfigurationError(
                f"--provider-batch: {model.name} answers by the Responses API, whose batches are not spoken here; "
                "leave the option off, or name a model that answers by chat completions"
            )
        if isinstance(model, ChatModel):
            services.setdefault((model.endpoint.base_url, model.model), BatchService(model, sleep=sleep))
        elif model is not None:
            raise ConfigurationError(
                f"--provider-batch: {model.name} takes no batches by OpenAI's protocol, the only one that is spoken "
                "here; leave the option off, or name a model that does (docs/provider-batches.md)"
            )
    return services


@dataclass(frozen=True)
class ProviderBatches:
    """How a run sends its requests as batches.

    wait     whether it waits for their answers, or ends when they are sent; a later run collects them
    say      is told what goes on
    sleep    what waits between two looks at them; tests put their own in
    """

    wait: bool = True
    say: Say = lambda _: None
    sleep: Sleep = asyncio.sleep
