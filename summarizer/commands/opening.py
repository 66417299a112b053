"""What several commands do with their options: a summarizer that is set up as they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigurationError
from summarizer.reporting import say

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.commands.asked import Asked, ModelAsked


def open_summarizer(
    asked: Asked,
    *,
    quiet: bool,
    schema: str | None = None,
    published: date | None = None,
    rpm: float | None = None,
    tpm: float | None = None,
    patience: float | None = None,
    prices: Sequence[str] | None = None,
) -> Summarizer:
    """A summarizer for the options of a command; where the offline rules answer unasked, that is said.

    Raises `ConfigurationError` where an option does not do.
    """
    from summarizer.api import Summarizer
    from summarizer.models.pricing import split_prices
    from summarizer.telemetry.export import set_up

    set_up((lambda _: None) if quiet else say)
    route = route_options(asked)
    summarizer = Summarizer(
        asked.model,
        schema=schema_of(schema),
        policy=asked.policy,
        repairs=asked.repair,
        passes=asked.passes,
        section_tokens=asked.section_tokens,
        base_url=asked.base_url,
        prompts=asked.prompts,
        published=published,
        options=options_of(asked, patience),
        judge=asked.judged_by,
        rpm=rpm,
        tpm=tpm,
        prices=split_prices(prices or (), asked.model),
        **route,
    )
    if asked.model is None and summarizer.model_name == "offline" and not quiet:
        say("no model is configured, so the offline rules answer (see `summarizer models`)")
    return summarizer


def route_options(asked: Asked) -> dict[str, Any]:
    """What the options say of further models, as `Summarizer` takes it. Raises `ConfigurationError`."""
    fallback, fallback_above = asked.fallback, asked.fallback_above
    escalate, escalate_above = asked.escalate, asked.escalate_above
    if fallback_above is not None and not fallback:
        raise ConfigurationError("--fallback-above goes with --fallback")
    if escalate_above is not None and escalate is None:
        raise ConfigurationError("--escalate-above goes with --escalate")
    if not fallback and escalate is None:
        return {}
    from summarizer.routing import ESCALATE_ABOVE, FALLBACK_ABOVE, Rules

    rules = Rules(
        FALLBACK_ABOVE if fallback_above is None else fallback_above,
        ESCALATE_ABOVE if escalate_above is None else escalate_above,
    )
    return {"fallback": fallback or (), "escalate": escalate, "rules": rules}


def options_of(asked: Asked, patience: float | None) -> Any:
    """How a chat model is asked, None where the options say nothing of it. `patience`: seconds, less where there is
    another model to ask and none are said."""
    if patience is None and asked.fallback:
        from summarizer.routing import FALLBACK_PATIENCE

        patience = FALLBACK_PATIENCE
    return chat_options(asked, patience)


def chat_options(asked: ModelAsked, patience: float | None = None) -> Any:
    """How a chat model is asked, None where the options say nothing of it. `patience`: seconds.

    A longer timeout gives an answer more time as a whole too: two requests of that length.
    """
    chosen: dict[str, Any] = {
        name: value
        for name in ("reasoning_effort", "temperature", "max_output_tokens")
        if (value := getattr(asked, name)) is not None
    }
    timeout = asked.timeout
    if timeout is None and patience is None and not chosen:
        return None
    from summarizer.models.chat import ChatOptions
    from summarizer.models.limits import Limits
    from summarizer.models.retries import RetryPolicy

    if patience is not None:
        chosen["limits"] = Limits(patience=patience)
    if timeout is not None:
        chosen["timeout"] = timeout
        chosen["retries"] = RetryPolicy(total_seconds=max(RetryPolicy.total_seconds, 2 * timeout))
    return ChatOptions(**chosen)


def schema_of(reference: str | None) -> Any:
    """The schema that `FILE.py:Class` names, the news schema where none is named."""
    from summarizer.schema import NEWS
    from summarizer.user_schemas import load_schema

    return load_schema(reference) if reference else NEWS
