"""What is asked of a service, in the words of a chat completion, and where it is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarizer.models.dialect import Api, Dialect
from summarizer.models.responses import RESPONSES

if TYPE_CHECKING:
    from summarizer.models.chat import ChatModel

PATHS: Mapping[Api, str] = {"chat": "/chat/completions", "responses": RESPONSES}
"""Behind the base url."""
REQUIRED = {"require_parameters": True}
"""OpenRouter's word for it: else a model may be reached at a host that ignores the response format."""


def request_of(
    model: ChatModel, dialect: Dialect, messages: list[dict[str, Any]], wire: type[BaseModel]
) -> dict[str, Any]:
    """The request for an answer of `model` to `messages`, as far as the service's `dialect` has words for it."""
    options, endpoint = model.options, model.endpoint
    request = {"model": model.model, **dialect.request(messages, wire)}
    if options.max_output_tokens is not None:
        request[dialect.limit] = options.max_output_tokens
    if options.temperature is not None:
        if dialect.temperature:
            request["temperature"] = options.temperature
        else:
            model.warn("the model takes no temperature; it is asked without one")
    if options.reasoning_effort is not None:
        if dialect.reasoning_effort:
            request["reasoning_effort"] = options.reasoning_effort
        else:
            model.warn("the model takes no reasoning effort; it is asked without one")
    if endpoint.requires_parameters and "response_format" in request:
        request["provider"] = REQUIRED
    if endpoint.cached_by_key:
        request["prompt_cache_key"] = _key_of(request["messages"])
    return request


def _key_of(messages: list[dict[str, Any]]) -> str:
    """The same for all requests that begin with the same system message."""
    first = messages[0]["content"] if messages else ""
    return hashlib.sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:32]
