"""Routes by the names of their models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.errors import ConfigurationError
from summarizer.models.base import Model
from summarizer.pipeline import Pipeline, Settings
from summarizer.routing.checking import OFFLINE
from summarizer.routing.route import Route
from summarizer.routing.rules import Rules

if TYPE_CHECKING:
    from summarizer.models.chat import ChatOptions
    from summarizer.models.pricing import Prices

FALLBACK_PATIENCE = 60.0
"""Seconds that a model's service is waited for where another model can be asked."""


def open_route(
    model: Model,
    settings: Settings,
    judge: Model | None,
    *,
    fallback: str | Model | Sequence[str | Model] = (),
    escalate: str | Model | None = None,
    rules: Rules | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: ChatOptions | None = None,
    prices: Mapping[str, Prices] | None = None,
) -> Pipeline:
    """The pipeline that asks `model`, and the others as the route says; a plain one where there are none.

    `base_url` and `api_key` are those of `model`, and the others' too unless they are of another provider. Raises
    `ConfigurationError` for a model that cannot be asked, before anything is.
    """
    given = [fallback] if isinstance(fallback, str) or not isinstance(fallback, Sequence) else list(fallback)
    if not given and escalate is None:
        return Pipeline(model, settings, judge)

    def opened(what: str, one: str | Model) -> Model:
        place = (model.name, base_url, api_key, options, prices)
        return open_beside(what, one, *place) if isinstance(one, str) else one

    return Route(
        model,
        settings,
        judge,
        fallbacks=[opened("the fallback", one) for one in given],
        better=None if escalate is None else opened("the model to escalate to", escalate),
        rules=rules,
    )


def open_beside(
    what: str,
    name: str | None,
    beside: str | None,
    base_url: str | None,
    api_key: str | None,
    options: ChatOptions | None,
    prices: Mapping[str, Prices] | None = None,
) -> Model:
    """The model `name`, or the default one, beside the model that is called so, whose address and key it shares unless
    it is of another provider than a model that has one; what it costs may be among `prices`.

    `what` it is, is said where it cannot be asked: a `ConfigurationError`.
    """
    from summarizer.models.providers import PROVIDERS, open_model

    name = None if name is None else name.strip()
    provider = (name or "").partition("/")[0]
    if name == OFFLINE or (
        beside not in (None, OFFLINE) and provider in PROVIDERS and provider != (beside or "").partition("/")[0]
    ):
        base_url = api_key = None
    try:
        price = (prices or {}).get(name or "")
        return open_model(name, base_url=base_url, api_key=api_key, options=options, prices=price)
    except ConfigurationError as fault:
        raise ConfigurationError(f"{what}: {fault}") from fault
