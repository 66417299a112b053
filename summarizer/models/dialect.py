"""What a service takes of a request: the API, the response format, the name of the limit on output tokens."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel

from summarizer.models.responses import body_of, format_of
from summarizer.models.retries import CallFailed
from summarizer.models.strict import plain_words, schema_name, wire_schema

Message = dict[str, Any]
Format = Literal["json_schema", "json_object", "none"]
Limit = Literal["max_completion_tokens", "max_tokens"]
Api = Literal["chat", "responses"]

WEAKER: Mapping[Format, Format] = {"json_schema": "json_object", "json_object": "none"}
"""What to ask for where the service does not take a response format."""
OTHER_LIMIT: Mapping[Limit, Limit] = {"max_completion_tokens": "max_tokens", "max_tokens": "max_completion_tokens"}
ADAPTABLE_STATUS = frozenset({400, 404, 415, 422, 501})
FORMAT_WORDS = re.compile(
    r"response.?format|json.?schema|json.?object|json.?mode|structured.?output|\bstrict\b|grammar"
    r"|requested parameters|additionalProperties",
    re.IGNORECASE,
)
"""By these a service says that it does not take the response format, or this schema in it."""
UNKNOWN_WORDS = re.compile(
    r"extra inputs|extra fields|instead|not (?:allowed|permitted|recogni[sz]ed|supported)"
    r"|un(?:expected|known|recogni[sz]ed|supported)",
    re.IGNORECASE,
)
"""By these a service says that it does not know a parameter by this name."""
UNSUPPORTED_WORDS = re.compile(r"un(?:expected|known|recogni[sz]ed|supported)|not support", re.IGNORECASE)
"""By these a service says that it does not take a parameter, or this value of it."""
VALUE_WORDS = re.compile(r"unsupported value|invalid value|supported values|does not support '", re.IGNORECASE)
"""By these a service says that it takes the parameter, but not this value of it."""
RESPONSES_WORDS = re.compile(r"v1/responses|responses api|not a chat model", re.IGNORECASE)
"""By these OpenAI says, with a 404 or 400, that a model answers by the Responses API alone."""
BARE_STATUS = frozenset({400, 422})
BARE_WORDS = re.compile(
    r"(?:(?:an?|bad|client|code|entity|error|failed|http|invalid|page|provider|request|returned|status|type"
    r"|unprocessable(?:[\W_]+content)?|upstream|validation|web|400|422)(?![^\W_])|[\W_])*",
    re.IGNORECASE,
)
"""A refusal of these words alone names no fault, so that the response format may be it."""


@dataclass(frozen=True)
class Dialect:
    """What the service has shown to take; it only ever gets simpler."""

    format: Format = "json_schema"
    told: bool = False
    """Whether the schema is shown in words too, since answers came that do not keep to it."""
    limit: Limit = "max_completion_tokens"
    limit_changed: bool = False
    temperature: bool = True
    """Whether it takes one."""
    reasoning_effort: bool = True
    """Whether it takes one."""
    api: Api = "chat"

    def after(self, failed: CallFailed) -> Dialect | None:
        """The dialect to try next after this failure; None where the dialect was not the fault."""
        if failed.status not in ADAPTABLE_STATUS:
            return None
        if not self.limit_changed and self.limit in failed.said and UNKNOWN_WORDS.search(failed.said):
            return replace(self, limit=OTHER_LIMIT[self.limit], limit_changed=True)
        if self.temperature and "temperature" in failed.said and UNSUPPORTED_WORDS.search(failed.said):
            return replace(self, temperature=False)
        if self.reasoning_effort and "reasoning" in failed.said and _is_unknown(failed.said):
            return replace(self, reasoning_effort=False)
        if self.api == "chat" and RESPONSES_WORDS.search(failed.said):
            return replace(self, api="responses")
        if self.format in WEAKER and FORMAT_WORDS.search(failed.said):
            return replace(self, format=WEAKER[self.format])
        return None

    def guess(self, failed: CallFailed) -> Dialect | None:
        """The dialect to try after a refusal that says nothing of its reason; None where it does, or none is left."""
        if failed.status in BARE_STATUS and self.format in WEAKER and BARE_WORDS.fullmatch(failed.said):
            return replace(self, format=WEAKER[self.format])
        return None

    def request(self, messages: list[Message], wire: type[BaseModel]) -> dict[str, Any]:
        """The part of a request that depends on the dialect: the messages and the response format."""
        if self.schema_mode == "plain":
            messages = _with_words(messages, plain_words(wire))
        if self.format == "none":
            return {"messages": messages}
        return {"messages": messages, "response_format": _shape(self.format, wire)}

    def encoded(self, request: Mapping[str, Any], wire: type[BaseModel]) -> bytes:
        """The JSON of a `request` in this dialect. The response format, which is most of it, is encoded once."""
        if self.api == "responses":
            if self.format == "none":
                return _json(body_of(request)).encode()
            return f'{_json(body_of(request))[:-1]},"text":{_encoded_text(self.format, wire)}}}'.encode()
        if self.format == "none":
            return _json(request).encode()
        others = {name: value for name, value in request.items() if name != "response_format"}
        return f'{_json(others)[:-1]},"response_format":{_encoded_shape(self.format, wire)}}}'.encode()

    @property
    def schema_mode(self) -> Literal["strict", "plain"]:
        """Whether the service is held to the schema or only shown it."""
        return "strict" if self.format == "json_schema" and not self.told else "plain"


def _is_unknown(said: str) -> bool:
    """Whether a service says that it does not know a parameter; not where it only does not take this value of it."""
    return UNSUPPORTED_WORDS.search(said) is not None and VALUE_WORDS.search(said) is None


@lru_cache(maxsize=64)
def _shape(format_: Format, wire: type[BaseModel]) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": format_}
    if format_ == "json_schema":
        shape["json_schema"] = {"name": schema_name(wire), "strict": True, "schema": wire_schema(wire)}
    return shape


@lru_cache(maxsize=64)
def _encoded_shape(format_: Format, wire: type[BaseModel]) -> str:
    return _json(_shape(format_, wire))


@lru_cache(maxsize=64)
def _encoded_text(format_: Format, wire: type[BaseModel]) -> str:
    return _json(format_of(_shape(format_, wire)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _with_words(messages: list[Message], words: str) -> list[Message]:
    """`messages` with `words` at the end of the system message, where they are the same for every article."""
    if messages and messages[0]["role"] == "system":
        return [{**messages[0], "content": messages[0]["content"] + words}, *messages[1:]]
    return [{"role": "system", "content": words.strip()}, *messages]
