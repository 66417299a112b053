"""Chat models reached by their service's own SDK, through instructor: Anthropic and Google.

The same limits, retries, re-asks and errors as in `exchange.py`; here instructor drives the SDK itself, so one retrying
serves both failed calls and answers that do not satisfy the schema. The service is shown the schema and promises
nothing. The headers of good answers are not seen here: of the limits, only a refusal and its `Retry-After` tell.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

from summarizer.errors import (
    ANOTHER_MODEL,
    KEEPS_SCHEMA,
    ContentFiltered,
    EmptyAnswer,
    MalformedAnswer,
    ModelError,
    Refused,
    Truncated,
)
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatOptions, limiter_of, quiet_instructor
from summarizer.models.finishing import finished
from summarizer.models.mending import Mended, read_answer
from summarizer.models.parsing import broken_words, said_of, wrapped
from summarizer.models.permits import NO_HEADERS, Permit
from summarizer.models.pricing import PriceList, cost_of, saved_by_cache
from summarizer.models.provider_table import PROVIDERS
from summarizer.models.recording import whole_answer
from summarizer.models.retries import CallFailed, read_failure, retrying, scrubber
from summarizer.models.salvaging import salvaged
from summarizer.models.sdk_answers import is_miss, shown, text_of, usage_of
from summarizer.models.secrets import answer_scrubber
from summarizer.models.tries import Tries
from summarizer.models.watching import Watched, outcome_with, watch
from summarizer.records import Usage

log = logging.getLogger(__name__)

MODES: Mapping[str, str] = {"anthropic": "TOOLS", "google": "JSON"}
"""The way of asking, in instructor's names, that holds each service best to the schema."""
DEFAULT_LIMIT: Mapping[str, int] = {"anthropic": 16_000}
"""The limit on output tokens where the service wants one to be named."""
CACHED = {"type": "ephemeral"}
"""Anthropic's mark behind what is kept for five minutes, at a quarter more, and then read at a tenth of the price."""
REFUSALS = frozenset({"refusal"})
FILTERS = frozenset({"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"})
LIMITS = frozenset({"max_tokens", "MAX_TOKENS"})


class SdkModel:
    """A chat model of a service with an SDK of its own. One instance serves many articles at once."""

    needs_prompt = True

    def __init__(
        self,
        name: str,
        provider: str,
        model: str,
        api_key: str,
        price_list: PriceList,
        options: ChatOptions,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.provider = provider
        self.model = model
        self.price_list = price_list
        self.options = options
        self.scrub = scrubber(api_key)
        self.retrying = retrying(options.retries, sleep)
        self.limiter = limiter_of(options, name, sleep, clock)
        if options.reasoning_effort is not None:
            log.warning("%s: reached by its own SDK, it is asked without the reasoning effort", name)
        self._api_key = api_key
        self._client: Any = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def request_settings(self) -> tuple[object, ...]:
        """Whatever changes an answer besides the question: by these a store knows a request again."""
        return self.name, self.options.max_output_tokens, self.options.temperature, self.options.reasks

    def watched(self, task: str) -> Watched:
        """What is told of this model where its calls are logged or measured."""
        options = self.options
        limit = options.max_output_tokens or DEFAULT_LIMIT.get(self.provider)
        return Watched(self.name, self.model, "", task, self._api_key, limit, options.temperature)

    async def answer(self, question: Question) -> Answer:
        """Answers, or raises a `ModelError`."""
        return await whole_answer(self.request_settings, question, _SdkExchange(self, question).run)

    async def close(self) -> None:
        """Closes the connections."""
        client, loop, self._client = self._client, self._loop, None
        if client is not None and loop is asyncio.get_running_loop():
            google = getattr(client.client, "aio", None)
            await (google.aclose() if google is not None else client.client.close())

    def client(self) -> Any:
        """Instructor's client for the running event loop, with the SDK's own retries off."""
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            import instructor

            quiet_instructor()
            mode = instructor.Mode[MODES[self.provider]]
            if self.provider == "anthropic":
                self._client = instructor.from_anthropic(_anthropic(self._api_key), mode=mode, model=self.model)
            else:
                name = f"{self.provider}/{self.model}"
                self._client = instructor.from_provider(name, async_client=True, mode=mode, api_key=self._api_key)
            self._loop = loop
        return self._client


def _anthropic(api_key: str) -> Any:
    """Anthropic's client without its own retries, and, where it knows OpenTelemetry, without spans beside ours."""
    client = importlib.import_module("anthropic").AsyncAnthropic
    spans = "open_telemetry" in inspect.signature(client).parameters
    return client(api_key=api_key, max_retries=0, **({"open_telemetry": {"traces": False}} if spans else {}))


class _SdkExchange:
    """The calls that one question takes."""

    def __init__(self, model: SdkModel, question: Question) -> None:
        self.model = model
        self.question = question
        self.turn = model.limiter.begin(question.article)
        self.tries = Tries(model.options.retries, model.limiter, self.turn, self._failure)
        self.permit: Permit | None = None
        """What the request that is under way was sent with."""
        self.misses = 0
        self.calls = 0
        self.usage = Usage()
        self.served_by = model.model
        self.ended = ""
        self.texts: list[str] = []
        """What the model wrote each time, without the key."""
        self.watch = watch(lambda: model.watched(question.task))

    async def run(self) -> Answer:
        """The answer. Raises a `ModelError`."""
        try:
            return await self._answered()
        except BaseException as fault:
            if self.watch is not None:
                self.watch.broken_off(fault)
            raise

    async def _answered(self) -> Answer:
        from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
        from instructor.core.hooks import Hooks

        client = self.model.client()
        hooks = Hooks()
        if self.watch is not None:
            hooks.on("completion:kwargs", self._sends)
        hooks.on("completion:response", self._count)
        hooks.on("completion:error", self._failed)
        try:
            async with asyncio.timeout(None) as self.limit:
                parsed: BaseModel = await client.create(
                    response_model=wrapped(self.question.wire),
                    messages=self._messages(),
                    max_retries=self._retrying(),
                    strict=False,
                    hooks=hooks,
                    **self._settings(),
                )
            read = self._reading(parsed)
        except InstructorRetryException as fault:
            left = self._salvaged(fault.__cause__)
            if left is None:
                raise self._paid(self._error(fault.__cause__)) from None
            read = left
        except IncompleteOutputException as fault:
            raise self._paid(self._error(fault)) from None
        except TimeoutError as fault:
            self._failed(fault)
            raise self._paid(self._read(fault).error) from None
        finally:
            self._leave()
        data, notes = finished(read.parsed, read.notes)
        return Answer(
            data=data,
            model=self.served_by,
            schema_mode="plain",
            calls=self.calls,
            usage=self.usage,
            cost_usd=self._cost(),
            raw=read.text,
            saved_usd=saved_by_cache(self.usage, self.served_by, self.model.price_list, self.model.model),
            notes=notes,
        )

    def _reading(self, parsed: BaseModel) -> Mended:
        """The answer that instructor took for `parsed`, with what was mended in it and without the key."""
        scrubbed = json.dumps(answer_scrubber(self.model._api_key)(parsed.model_dump(mode="json")))
        for text in (*self.texts[-1:], scrubbed):
            if (read := read_answer(text, self.question.wire)) is not None:
                return replace(read, text=text)
        raise self._paid(self._error(None))

    def _salvaged(self, fault: BaseException | None) -> Mended | None:
        """What fits of the answers, where none did as a whole: as in `exchange.py`."""
        stopped = self.ended in REFUSALS | FILTERS | LIMITS
        return salvaged(self.texts, self.question) if fault is not None and is_miss(fault) and not stopped else None

    def _messages(self) -> list[dict[str, Any]]:
        """The messages; Anthropic caches the tool and the system message where that is marked."""
        messages: list[dict[str, Any]] = [
            {"role": message.role, "content": message.content} for message in self.question.messages
        ]
        if PROVIDERS[self.model.provider].cache == "marked" and messages and messages[0]["role"] == "system":
            text = {"type": "text", "text": messages[0]["content"], "cache_control": CACHED}
            messages[0] = {"role": "system", "content": [text]}
        return messages

    def _settings(self) -> dict[str, Any]:
        options = self.model.options
        settings: dict[str, Any] = {}
        if limit := options.max_output_tokens or DEFAULT_LIMIT.get(self.model.provider):
            settings["max_tokens"] = limit
        if options.temperature is not None:
            settings["temperature"] = options.temperature
        return settings

    def _retrying(self) -> AsyncRetrying:
        retrying = self.tries.retrying(self.model.retrying)
        return retrying.copy(retry=retry_if_exception(self._is_tried_again), before=self._enter)

    def _is_tried_again(self, fault: BaseException) -> bool:
        if self.ended in REFUSALS | FILTERS | LIMITS:
            return False
        if is_miss(fault):
            self.misses += 1
            return self.misses <= self.model.options.reasks
        failed = self._failure(fault)
        return failed is not None and failed.retried

    def _failure(self, fault: BaseException) -> CallFailed | None:
        """What a failed call means; None where it was none."""
        known = isinstance(fault, ModelError) or type(fault).__name__ == "IncompleteOutputException"
        return None if known or is_miss(fault) or not isinstance(fault, Exception) else self._read(fault)

    async def _enter(self, _: RetryCallState) -> None:
        """Waits until the limits of all calls let the next request go; the time for the answer is none of that."""
        self._leave()
        self.limit.reschedule(None)
        characters = sum(len(message.content) for message in self.question.messages)
        permit = self.model.limiter.permit(self.turn, characters, self.model.options.max_output_tokens)
        await self.model.limiter.enter(permit)
        self.permit = permit
        self.tries.deadline += permit.waited
        left = max(0.001, self.tries.deadline - self.model.limiter.clock())
        self.limit.reschedule(asyncio.get_running_loop().time() + left)

    def _sends(self, *_: Any, **given: Any) -> None:
        """Tells what the SDK is given for the request that goes out."""
        assert self.watch is not None  # noqa: S101
        self.watch.sends(json.dumps(given, ensure_ascii=False, default=str))

    def _failed(self, fault: Exception, **_: Any) -> None:
        """The request that is under way failed."""
        if self.permit is not None and not self.permit.told and (failed := self._failure(fault)) is not None:
            self.permit.failed(failed)
            if self.watch is not None:
                self.watch.failed(failed, fault)
        self._leave()

    def _leave(self) -> None:
        permit, self.permit = self.permit, None
        if permit is not None:
            self.model.limiter.leave(permit)

    def _count(self, response: Any) -> None:
        self.calls += 1
        name = getattr(response, "model", None) or getattr(response, "model_version", None)
        self.served_by = answer_scrubber(self.model._api_key)(name) if isinstance(name, str) else self.model.model
        candidates = getattr(response, "candidates", None) or [None]
        ended = getattr(response, "stop_reason", None) or getattr(candidates[0], "finish_reason", None)
        blocked = getattr(getattr(response, "prompt_feedback", None), "block_reason", None)
        self.ended = "SAFETY" if blocked else str(getattr(ended, "name", None) or ended or "")
        if text := text_of(response):
            self.texts.append(answer_scrubber(self.model._api_key)(text))
        usage = usage_of(response)
        self.usage += usage
        if self.permit is not None:
            self.permit.answered(NO_HEADERS, usage.input_tokens, usage.output_tokens)
        if self.watch is not None:
            self.watch.replied(shown(response))
            reasons = (self.ended,) if self.ended else ()
            self.watch.completed(lambda: outcome_with(usage, self.served_by, None, reasons))
        self._leave()

    def _cost(self) -> float | None:
        return cost_of(self.usage, self.served_by, self.model.price_list, self.model.model)

    def _paid(self, error: ModelError) -> ModelError:
        """`error` with what the answers before it took."""
        if self.calls:
            error.calls, error.usage, error.cost_usd = self.calls, self.usage, self._cost()
        return error

    def _read(self, fault: Exception) -> CallFailed:
        return read_failure(fault, self.model.name, self.model.scrub, self.tries.longest_wait)

    def _error(self, fault: BaseException | None) -> ModelError:
        name = self.model.name
        if isinstance(fault, ModelError):
            return fault
        if self.ended in REFUSALS:
            return Refused(f"{name}: the model declined to answer; {ANOTHER_MODEL}")
        if self.ended in FILTERS:
            return ContentFiltered(f"{name}: the service's content filter withheld the answer; {ANOTHER_MODEL}")
        if self.ended in LIMITS or type(fault).__name__ == "IncompleteOutputException":
            return Truncated(f"{name}: the answer ran into the limit on output tokens; raise it")
        if fault is not None and not is_miss(fault) and isinstance(fault, Exception):
            return self._read(fault).error
        broken = broken_words(self.texts[-1], self.question.wire) if self.texts else None
        said = said_of(fault, broken) if isinstance(fault, ValidationError) else str(fault)
        if not self.calls:
            return EmptyAnswer(f"{name}: an empty answer; try again later, or {ANOTHER_MODEL}")
        first = self.model.scrub(said).split("\n")[0][:300]
        return MalformedAnswer(
            f"{name}: none of {self.calls} answers satisfied the schema; the last: {first}; {KEEPS_SCHEMA}"
        )
