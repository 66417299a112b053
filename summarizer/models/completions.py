"""A chat completion as a service sends it: read as plain JSON, which takes a tenth of the SDK's own objects.

A completion need not be what the documentation says: every part of it may be missing or of another type.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.errors import ANOTHER_MODEL, ContentFiltered, Refused, RequestRejected, Truncated, Unavailable
from summarizer.models.retries import CallFailed, failure_in_body
from summarizer.models.service_words import one_line
from summarizer.models.surrogates import without_halves
from summarizer.records import Usage

MOST_TOKENS = 10**12
"""Of one answer: what is counted beyond that is no count."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What a service answered: the JSON object, its text in ASCII or UTF-8, and the headers that came with it."""

    said: Mapping[str, Any]
    text: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of_text(cls, text: str) -> Completion:
        """The one whose text this is. Raises `json.JSONDecodeError`."""
        return cls(json.loads(text), text)

    @classmethod
    def of_object(cls, said: Mapping[str, Any]) -> Completion:
        """The one that a line of a batch's file holds."""
        return cls(said, json.dumps(said))

    @property
    def served_by(self) -> str | None:
        """The model that answered, as the service names it; None where it does not."""
        name = self.said.get("model")
        return one_line(without_halves(name)) or None if isinstance(name, str) else None

    @property
    def usage(self) -> Usage:
        """The tokens that it took, as far as the service says."""
        usage = self.said.get("usage")
        return Usage(
            input_tokens=_tokens(usage, "prompt_tokens"),
            output_tokens=_tokens(usage, "completion_tokens"),
            cached_input_tokens=_tokens(_part(usage, "prompt_tokens_details"), "cached_tokens"),
        )

    def answer(self, name: str, scrub: Callable[[str], str], limit: int | None) -> str:
        """The answer's text, empty where there is none. Raises what a completion means that withholds or cuts it.

        `name` and `scrub` are the model's, for the messages; `limit` is that on output tokens, where one was set.
        """
        choices = self.said.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        message, finish = _part(choice, "message"), _part(choice, "finish_reason")
        if refusal := _part(message, "refusal"):
            raise Refused(f"{name}: the model declined to answer: {one_line(scrub(str(refusal)))}; {ANOTHER_MODEL}")
        if finish == "content_filter":
            raise ContentFiltered(f"{name}: the service's content filter withheld the answer; {ANOTHER_MODEL}")
        if finish == "length":
            cap = f"the limit of {limit} output tokens" if limit else "the model's limit on output tokens"
            cut = Truncated(f"{name}: the answer ran into {cap}; raise it, or take a model that writes longer answers")
            cut.written = _text_of(message)
            raise cut
        return _text_of(message)


def _text_of(message: Any) -> str:
    content = _part(message, "content")
    text = "".join(_texts(content)) if isinstance(content, list) else content
    return without_halves(text) if isinstance(text, str) and text.strip() else ""


def read_body(body: bytes, content_type: str, headers: Mapping[str, str]) -> Completion | Any:
    """What a service sent under status 200: a completion where it is an object with choices; else the JSON value, or
    the text where none was promised. Raises `json.JSONDecodeError` for JSON that is not whole."""
    try:
        said = json.loads(body)
    except ValueError as fault:
        if content_type.partition(";")[0].strip().endswith("json"):
            if isinstance(fault, json.JSONDecodeError):
                raise
            raise json.JSONDecodeError(str(fault), "", 0) from None
        return body.decode("utf-8", "replace")
    except RecursionError:
        raise json.JSONDecodeError("nested too deeply", "", 0) from None
    if not isinstance(said, dict) or not isinstance(said.get("choices"), list):
        return said
    try:
        text = body.decode("ascii")
    except UnicodeDecodeError:  # of another encoding, or with what no text may hold
        text = json.dumps(said)
    return Completion(said, text, headers)


def no_completion(said: Any, service: str, scrub: Callable[[str], str]) -> CallFailed:
    """What it means that this came, and no completion, under status 200; `service` names the model in messages."""
    if isinstance(said, str):
        return CallFailed(
            RequestRejected(
                f"{service}: the service answered with a page or text where JSON was due; "
                "check the base url, which usually ends in /v1"
            ),
            retried=False,
            status=200,
        )
    said = said.said if isinstance(said, Completion) else said
    if error := _part(said, "error"):
        return failure_in_body(error, service, scrub)
    words = "the service answered with JSON that is no chat completion; check the base url, or try again later"
    return CallFailed(Unavailable(f"{service}: {words}"), retried=True, trouble="failing")


def _part(whole: Any, name: str) -> Any:
    return whole.get(name) if isinstance(whole, Mapping) else None


def _texts(parts: list[Any]) -> list[str]:
    texts = (_part(part, "text") for part in parts)
    return [text for text in texts if isinstance(text, str)]


def _tokens(usage: Any, name: str) -> int:
    count = _part(usage, name)
    return count if isinstance(count, int) and 0 < count <= MOST_TOKENS else 0
