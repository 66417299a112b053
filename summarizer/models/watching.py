"""What is told of the calls of one exchange: to the request log of the running article, and to telemetry.

Nearly always to neither of them: then an exchange has no `Watch` at all.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from summarizer import telemetry
from summarizer.models.completions import Completion
from summarizer.models.request_log import (
    REQUEST_LOG,
    LoggedRequest,
    RequestLog,
    body_scrubber,
    kept_headers,
    text_of,
)
from summarizer.models.retries import CallFailed
from summarizer.records import Usage

PROVIDER_NAMES: Mapping[str, str] = {
    "azure": "azure.ai.openai",
    "google": "gcp.gemini",
    "mistral": "mistral_ai",
    "openai-responses": "openai",
    "xai": "x_ai",
}
"""Ours in the words of the GenAI conventions, where those are others."""
OPERATIONS: Mapping[str, str] = {"google": "generate_content"}


@dataclass(frozen=True)
class Watched:
    """The model whose calls are told of."""

    name: str
    """`provider/model`, or the model's name alone behind a base url."""
    model: str
    """Its name as the service knows it."""
    url: str
    """Where requests go; empty where an SDK knows that."""
    task: str
    """What the question is for: extract, repair or judge."""
    secret: str = ""
    max_tokens: int | None = None
    temperature: float | None = None

    @property
    def provider(self) -> str:
        """The provider in our own words: a server of which nothing is known speaks like OpenAI's."""
        return self.name.removesuffix(self.model).rstrip("/") or "openai"


def watch(watched: Callable[[], Watched]) -> Watch | None:
    """Who is told of the calls of a model; None where nobody listens. `watched` is asked only where somebody does."""
    log, told = REQUEST_LOG.get(), telemetry.current()
    return None if log is None and told is None else Watch(watched(), log, told)


class Watch:
    """Is told of each request of an exchange and of what came for it, in the order in which that happens."""

    def __init__(self, watched: Watched, log: RequestLog | None, told: Any) -> None:
        self._watched = watched
        self._log = log
        self._telemetry = told
        self._target = None if told is None else _target(watched)
        self._scrub = body_scrubber(watched.secret)
        self._span: Any = None
        self._request: LoggedRequest | None = None
        """The one that was sent last, until it is written down."""
        self._began = 0.0
        self._attempts = 0

    def sends(self, body: bytes | str, url: str = "") -> None:
        """A request goes out; `url`: where to, if not to the model's own address."""
        self._write()
        self._attempts += 1
        if self._telemetry is not None and self._span is None:
            self._span = self._telemetry.call(self._target)
        if self._span is not None:
            self._span.sends()
        if self._log is not None:
            watched = self._watched
            self._began = time.perf_counter()
            self._request = LoggedRequest(
                watched.task,
                watched.name,
                self._scrub(url or watched.url),
                self._scrub(text_of(body)),
                time.time(),
                None,
                self._attempts,
            )

    def replied(self, body: bytes | str, status: int | None = None, headers: Mapping[str, str] | None = None) -> None:
        """Something came back for it."""
        if self._request is not None and self._request.seconds is None:
            self._request = replace(
                self._request,
                seconds=time.perf_counter() - self._began,
                status=status,
                headers={name: self._scrub(value) for name, value in kept_headers(headers or {}).items()},
                answer=self._scrub(text_of(body)),
            )

    def failed(self, failed: CallFailed, fault: BaseException | None = None) -> None:
        """The request failed: it is sent again, or the call ends. `fault` is what the SDK raised."""
        if (response := getattr(fault, "response", None)) is not None:
            self.replied(_content(response), getattr(response, "status_code", None), response.headers)
        self._write(failed.error)
        if self._span is not None:
            self._span.failed(_kind(failed), failed.status, again=failed.retried)

    def completed(self, outcome: Callable[[], telemetry.Outcome]) -> None:
        """The call is over, with an answer."""
        self._write()
        self._end(outcome())

    def broken_off(self, fault: BaseException) -> None:
        """The call is over, without one."""
        self._write(fault)
        self._end(None, fault)

    async def over(self, call: Awaitable[Completion]) -> Completion:
        """What `call` brings, told of as one call with all its requests."""
        try:
            completion = await call
        except BaseException as fault:
            self.broken_off(fault)
            raise
        self.completed(lambda: outcome_of(completion))
        return completion

    def _write(self, error: BaseException | None = None) -> None:
        request, self._request = self._request, None
        if request is None or self._log is None:
            return
        if error is not None:
            request = replace(request, error=self._scrub(f"{type(error).__name__}: {error}".removesuffix(": ")))
            if request.seconds is None:
                request = replace(request, seconds=time.perf_counter() - self._began)
        self._log.add(request)

    def _end(self, outcome: telemetry.Outcome | None, fault: BaseException | None = None) -> None:
        self._attempts = 0
        span, self._span = self._span, None
        if span is not None:
            span.end(outcome, None if fault is None else _kind(fault))


def outcome_of(completion: Completion) -> telemetry.Outcome:
    """What telemetry is told of a completion."""
    said, usage = completion.said, completion.usage
    choices = said.get("choices")
    reasons = [choice.get("finish_reason") for choice in choices or () if isinstance(choice, Mapping)]
    found = tuple(reason for reason in reasons if isinstance(reason, str))
    identity = said.get("id")
    return outcome_with(usage, completion.served_by, identity if isinstance(identity, str) else None, found)


def outcome_with(
    usage: Usage, model: str | None, identity: str | None = None, reasons: tuple[str, ...] = ()
) -> telemetry.Outcome:
    """The same of its parts."""
    return telemetry.Outcome(
        model, identity, reasons, usage.input_tokens, usage.output_tokens, usage.cached_input_tokens
    )


def _target(watched: Watched) -> telemetry.Target:
    provider = watched.provider
    operation = OPERATIONS.get(provider, "chat")
    common: dict[str, Any] = {
        "gen_ai.operation.name": operation,
        "gen_ai.provider.name": PROVIDER_NAMES.get(provider, provider),
        "gen_ai.request.model": watched.model,
    }
    if watched.url and (host := (parts := urlsplit(watched.url)).hostname):
        common["server.address"] = host
        common["server.port"] = parts.port or (443 if parts.scheme == "https" else 80)
    request: dict[str, Any] = {"gen_ai.output.type": "json", "summarizer.task": watched.task}
    if watched.max_tokens is not None:
        request["gen_ai.request.max_tokens"] = watched.max_tokens
    if watched.temperature is not None:
        request["gen_ai.request.temperature"] = watched.temperature
    return telemetry.Target(operation, watched.model, common, request)


def _kind(fault: BaseException) -> str:
    """What the conventions want as `error.type`: the status where one came, else the class of the error."""
    failed = fault if isinstance(fault, CallFailed) else None
    if failed is not None and failed.status is not None:
        return str(failed.status)
    if failed is not None and failed.trouble == "timeout":
        return "timeout"
    return type(failed.error if failed is not None else fault).__name__


def _content(response: Any) -> bytes | str:
    """The body of a failure; empty where it was not read."""
    try:
        content = response.content
    except Exception:  # a stream that nobody read
        return b""
    return content if isinstance(content, bytes | str) else b""
