"""One request over the network: sent in the dialect of the service, its answer read, its failure said."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from summarizer.errors import MalformedAnswer
from summarizer.models.completions import Completion, no_completion, read_body
from summarizer.models.requests import PATHS
from summarizer.models.responses import read_response
from summarizer.models.retries import read_failure
from summarizer.models.secrets import scrubbed

if TYPE_CHECKING:
    from summarizer.models.exchange import Exchange

STRANGE_RETRIES = 1
"""How often a request is sent again whose answer was JSON but no chat completion."""


async def posted(exchange: Exchange, request: dict[str, Any]) -> Completion:
    """What came for a request of `exchange`, with its headers. Raises `CallFailed`."""
    service, scrub = exchange.model.name, exchange.model.scrub
    left = max(0.001, exchange.tries.deadline - exchange.model.limiter.clock())
    post = await exchange.model.post()  # loads the SDK, for which no service is to blame
    watch = exchange.watch
    try:
        content = exchange.dialect.encoded(request, exchange.question.wire)
        if watch is not None:
            watch.sends(content, exchange.model.address(exchange.dialect))
        async with asyncio.timeout(min(exchange.model.options.timeout, left)):
            reply = await post(PATHS[exchange.dialect.api], content=content)
        headers = reply.response.headers
        if watch is not None:
            watch.replied(reply.content, reply.response.status_code, headers)
        said = read_body(reply.content, headers.get("content-type", ""), headers)
        if exchange.dialect.api == "responses":
            said = read_response(said, headers)
    except Exception as fault:
        failed = read_failure(fault, service, scrub, exchange.tries.longest_wait)
        if isinstance(failed.error, MalformedAnswer):
            exchange.misshapen += 1
            failed.retried = exchange.misshapen <= exchange.model.options.reasks
        if watch is not None:
            watch.failed(failed, fault)
        raise failed from None
    if isinstance(said, Completion) and not said.said.get("error"):
        return scrubbed(said, exchange.model.endpoint.api_key)
    failed = no_completion(said, service, scrub)
    if failed.status is None:  # JSON of another kind, which may have been a slip
        exchange.strange += 1
        failed.retried = exchange.strange <= STRANGE_RETRIES
    if watch is not None:
        watch.failed(failed)
    raise failed
