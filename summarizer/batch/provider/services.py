"""How a run uses provider batches, and with which services."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from summarizer.errors import ConfigurationError
from summarizer.models.batches import BatchService
from summarizer.models.chat import ChatModel
from summarizer.models.provider_table import PROVIDERS
from summarizer.models.providers import OFFLINE
from summarizer.models.standby import Standby
from summarizer.pipeline import Pipeline

Key = tuple[str | None, str]
"""A service: its address, and the model there."""
Say = Callable[[str], None]
Sleep = Callable[[float], Awaitable[None]]


def services_of(pipeline: Pipeline, sleep: Sleep = asyncio.sleep) -> dict[Key, BatchService]:
    """Who takes the batches of the pipeline's models, and of its judge. Of a route, those that take none are sent
    single calls, but for the one that is asked about every article.

    Raises `ConfigurationError` for that one, or a judge, that is not reached as OpenAI's are.
    """
    services: dict[Key, BatchService] = {}
    judge = None if pipeline.judge is None or isinstance(pipeline.judge.model, Standby) else pipeline.judge.model
    first, *others = (model for model in pipeline.models if len(pipeline.models) == 1 or model.name != OFFLINE)
    for model in (first, judge):
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
    addresses = {address for address, _ in services}
    for model in others:
        if isinstance(model, ChatModel) and _takes_batches(model, addresses):
            services.setdefault((model.endpoint.base_url, model.model), BatchService(model, sleep=sleep))
    return services


def _takes_batches(model: ChatModel, addresses: set[str | None]) -> bool:
    """Whether a further model's requests go with batches: at an address that takes those of the first, or where the
    table says so."""
    if model.dialect.api == "responses":
        return False
    provider = PROVIDERS.get(model.name.partition("/")[0])
    listed = provider is not None and provider.batches and model.endpoint.price_list is not None
    return model.endpoint.base_url in addresses or listed


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
