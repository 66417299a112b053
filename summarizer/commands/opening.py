"""What several commands do with their options: a summarizer that is set up as they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from summarizer.errors import ConfigurationError
from summarizer.options import SECTION_TOKENS
from summarizer.reporting import say

if TYPE_CHECKING:
    from summarizer.api import Summarizer


def open_summarizer(
    *,
    model: str | None,
    base_url: str | None,
    schema: str | None,
    policy: Literal["flag", "drop", "fail"],
    repair: int,
    judge: bool | str,
    prompts: Path | None,
    published: date | None,
    timeout: float | None,
    quiet: bool,
    reasoning_effort: str | None = None,
    temperature: float | None = None,
    max_output_tokens: int | None = None,
    rpm: float | None = None,
    tpm: float | None = None,
    patience: float | None = None,
    prices: Sequence[str] | None = None,
    passes: int = 1,
    section_tokens: int = SECTION_TOKENS,
    fallback: Sequence[str] | None = None,
    fallback_above: float | None = None,
    escalate: str | None = None,
    escalate_above: float | None = None,
) -> Summarizer:
    """A summarizer for the options of a command; where the offline rules answer unasked, that is said.

    Raises `ConfigurationError` where an option does not do.
    """
    from summarizer.api import Summarizer
    from summarizer.models.pricing import split_prices
    from summarizer.telemetry.export import set_up

    set_up((lambda _: None) if quiet else say)
    route = route_options(fallback, fallback_above, escalate, escalate_above)
    if patience is None and fallback:
        from summarizer.routing import FALLBACK_PATIENCE

        patience = FALLBACK_PATIENCE
    summarizer = Summarizer(
        model,
        schema=schema_of(schema),
        policy=policy,
        repairs=repair,
        passes=passes,
        section_tokens=section_tokens,
        base_url=base_url,
        prompts=prompts,
        published=published,
        options=chat_options(
            timeout,
            patience,
            reasoning_effort=reasoning_effort,
            temperature=temperature,
            max_output_tokens=max_output_tokens,
        ),
        judge=judge,
        rpm=rpm,
        tpm=tpm,
        prices=split_prices(prices or (), model),
        **route,
    )
    if model is None and summarizer.model_name == "offline" and not quiet:
        say("no model is configured, so the offline rules answer (see `summarizer models`)")
    return summarizer


def route_options(
    fallback: Sequence[str] | None, fallback_above: float | None, escalate: str | None, escalate_above: float | None
) -> dict[str, Any]:
    """What the options say of further models, as `Summarizer` takes it. Raises `ConfigurationError`."""
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


def chat_options(timeout: float | None, patience: float | None = None, **asked: Any) -> Any:
    """How a chat model is asked, None where the options say nothing of it. Both in seconds.

    `asked`: further members of `ChatOptions`, of which those that are None count for nothing. A longer `timeout` gives
    an answer more time as a whole too: two requests of that length.
    """
    chosen: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
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
