"""A chat model behind any OpenAI-compatible endpoint, through openai and instructor.

Who does what: openai sends one request and never retries; `retries.py` tries again what is worth it; instructor parses
the answer and asks again, with the fault, where it does not satisfy the schema; everything else becomes a typed error.
The service is held to the schema (`strict`) where it takes one; where it does not, the schema is shown to it in words
(`plain`), and which of the two it was is said in the answer.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, Literal, get_args

from summarizer.errors import ConfigurationError
from summarizer.models.answer_size import cap
from summarizer.models.base import Answer, Question
from summarizer.models.dialect import Dialect
from summarizer.models.limits import Limiter, Limits
from summarizer.models.pricing import PriceList
from summarizer.models.requests import PATHS
from summarizer.models.retries import RetryPolicy, retrying, scrubber
from summarizer.models.watching import Watched

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = logging.getLogger(__name__)

ReasoningEffort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]
"""How much a model thinks before it answers, in OpenAI's words; not every model takes every one."""

MOST_CONNECTIONS = 10_000
"""Connections at once: more than there are articles at once, so that the pool is never what a call waits for."""
KEPT_SECONDS = 4.0
"""How long an idle connection is kept: less than the 5 s after which widespread servers close it, which would cost the
call that just took it."""


@dataclass(frozen=True)
class ChatOptions:
    """How a chat model is asked."""

    timeout: float = 180.0
    """Seconds that one request may take."""
    connect_timeout: float = 10.0
    """Seconds that a connection may take."""
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    limits: Limits = field(default_factory=Limits)
    reasks: int = 2
    """How often an answer that does not satisfy the schema is asked for again."""
    max_output_tokens: int | None = None
    """The limit on an answer's tokens; None leaves it to the service."""
    temperature: float | None = None
    """Sent only where it is set: some models take none."""
    reasoning_effort: ReasoningEffort | None = None
    """Sent only where it is set. What a model thinks is paid for as output."""

    def __post_init__(self) -> None:
        if self.reasoning_effort not in (None, *get_args(ReasoningEffort)):
            raise ConfigurationError(f"a reasoning effort is one of {', '.join(get_args(ReasoningEffort))}")
        if self.temperature is not None and not 0 <= self.temperature < inf:
            raise ConfigurationError("a temperature is 0 or more, and finite")
        if self.timeout <= 0 or self.connect_timeout <= 0:
            raise ConfigurationError("a timeout is more than 0 seconds")
        if self.reasks < 0 or (self.max_output_tokens is not None and self.max_output_tokens < 1):
            raise ConfigurationError("re-asks are 0 or more, and the limit on output tokens is 1 or more")


@dataclass(frozen=True)
class Endpoint:
    """Where a chat model is served."""

    base_url: str | None = None
    """None: OpenAI's own."""
    api_key: str = field(default="", repr=False)
    price_list: PriceList = None
    """The service's name in the price list, or the prices themselves; None where nobody lists them."""
    dialect: Dialect = field(default_factory=Dialect)
    """What the service is known to take; what else it does not is found out."""
    key_header: str | None = None
    """The header that holds the key; None: `Authorization`."""
    query: Mapping[str, str] = field(default_factory=dict)
    """What is put behind each address."""
    cached_by_key: bool = False
    """Whether requests that begin alike have to say so (`prompt_cache_key`) to be read from the service's cache."""
    requires_parameters: bool = False
    """Whether the service must be told to pass requests on only to those that take all of their parameters."""
    cuts_prompts: bool = False
    """Whether it leaves out the beginning of a prompt that is too long, and says nothing of it."""


class ChatModel:
    """A chat model that answers with the question's wire class. One instance serves many articles at once.

    name        `provider/model`, for messages and the output
    model       the model's name as the service knows it
    sleep       what waits between tries and for the limits; tests put their own in
    clock       the seconds by which it does
    """

    needs_prompt = True

    def __init__(
        self,
        name: str,
        model: str,
        endpoint: Endpoint | None = None,
        options: ChatOptions | None = None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.model = model
        self.endpoint = endpoint or Endpoint()
        self.options = options or ChatOptions()
        self.dialect = self.endpoint.dialect
        self.kept_schema = False
        """Whether an answer that was held to the schema has satisfied it: then the service does hold to it."""
        self.misses = 0
        """Questions whose first answer did not satisfy the schema that it was held to."""
        self.not_found = 0
        """Articles for which there was no such model or address."""
        self.scrub = scrubber(self.endpoint.api_key)
        self.retrying = retrying(self.options.retries, sleep)
        self.limiter = limiter_of(self.options, name, sleep, clock)
        self._client: AsyncOpenAI | None = None
        self._post: Callable[..., Awaitable[Any]] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._warned: set[str] = set()

    @property
    def request_settings(self) -> tuple[object, ...]:
        """Whatever changes an answer besides the question: by these a store knows a request again."""
        options, endpoint = self.options, self.endpoint
        settings = (endpoint.base_url, self.model, options.max_output_tokens, options.temperature)
        # Further ones only where they are set: by all of them, answers of before are known again.
        effort = () if options.reasoning_effort is None else ("reasoning effort", options.reasoning_effort)
        return (*settings, *effort) if endpoint.dialect.api == "chat" else (*settings, endpoint.dialect.api, *effort)

    def watched(self, task: str) -> Watched:
        """What is told of this model where its calls are logged or measured."""
        options, url = self.options, self.address(self.dialect)
        return Watched(
            self.name, self.model, url, task, self.endpoint.api_key, options.max_output_tokens, options.temperature
        )

    def address(self, dialect: Dialect) -> str:
        """Where requests in this dialect go."""
        return f"{(self.endpoint.base_url or '').rstrip('/')}{PATHS[dialect.api]}"

    async def answer(self, question: Question) -> Answer:
        """Answers, or raises a `ModelError`."""
        from summarizer.models.exchange import Exchange

        return await Exchange(self, question).run()

    async def close(self) -> None:
        """Closes the connections."""
        client, loop, self._client, self._post = self._client, self._loop, None, None
        if client is not None and loop is not None and (loop is asyncio.get_running_loop() or loop.is_closed()):
            with suppress(RuntimeError):  # connections of a loop that is closed went with it
                await client.close()

    async def post(self) -> Callable[..., Awaitable[Any]]:
        """What sends a request to one of `PATHS`, given as `content`, with the client for the running event loop, and
        returns the HTTP answer as it came.

        The SDK's own `chat.completions.create` walks through the request and builds objects of the answer: a third of
        what a call takes (docs/limits.md).
        """
        client = await self.client()
        if self._post is None:
            from openai import HttpxBinaryResponseContent, Omit

            # Where the key has a header of its own, the SDK's would be taken for a token of another kind.
            headers = {"Authorization": Omit()} if self.endpoint.key_header else {}
            self._post = partial(client.post, cast_to=HttpxBinaryResponseContent, options={"headers": headers})
        return self._post

    async def client(self) -> AsyncOpenAI:
        """The client for the running event loop: connections belong to the loop that opened them."""
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            await self.close()
            self._client, self._loop = self._opened(), loop
        return self._client

    def _opened(self) -> AsyncOpenAI:
        from openai import DEFAULT_CONNECTION_LIMITS, AsyncOpenAI, DefaultAioHttpClient, Timeout

        quiet_instructor()
        timeout = Timeout(self.options.timeout, connect=self.options.connect_timeout)
        pool = type(DEFAULT_CONNECTION_LIMITS)(max_connections=MOST_CONNECTIONS, keepalive_expiry=KEPT_SECONDS)
        return AsyncOpenAI(
            api_key=self.endpoint.api_key,
            base_url=self.endpoint.base_url,
            max_retries=0,
            timeout=timeout,
            default_headers={header: self.endpoint.api_key} if (header := self.endpoint.key_header) else None,
            default_query=dict(self.endpoint.query) or None,
            # aiohttp's connections take half of the CPU time of the default ones (docs/limits.md). Without a client of
            # its own, the SDK closes forgotten ones from whatever loop runs next, noisily.
            http_client=DefaultAioHttpClient(timeout=timeout, limits=pool, event_hooks={"response": [cap]}),
        )

    def adapt(self, used: Dialect, simpler: Dialect) -> None:
        """Goes over to `simpler`, unless another call already left the dialect `used`."""
        if self.dialect == used:
            self.dialect = simpler

    def warn(self, message: str) -> None:
        """Logs a warning, once."""
        if message not in self._warned:
            self._warned.add(message)
            log.warning("%s: %s", self.name, message)


def limiter_of(
    options: ChatOptions, name: str, sleep: Callable[[float], Awaitable[None]], clock: Callable[[], float]
) -> Limiter:
    """The limiter of all calls of a model."""
    waits = options.retries
    return Limiter(
        options.limits,
        name=name,
        first_wait=waits.first_wait,
        longest_wait=waits.longest_wait,
        clock=clock,
        sleep=sleep,
    )


def quiet_instructor() -> None:
    """Keeps instructor from logging each failed call as an error of its own, unless somebody set its level."""
    log = logging.getLogger("instructor")
    if log.level == logging.NOTSET:
        log.setLevel(logging.CRITICAL)
