"""Exchanges with a service as they went over the line, for whoever wants to look at them later.

Keys do not get this far: the headers of requests are left out, and what looks like one is taken out of the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.models.secrets import forms_of

KEPT_HEADERS = re.compile(
    r"(?:anthropic-)?(?:x-)?ratelimit-[\w-]+|content-type|date|openai-(?:model|processing-ms|version)|retry-after(?:-ms)?"
    r"|server-timing|x-should-retry|(?:x-|apim-|cf-)?(?:request-id|ray)"
)
"""Headers of an answer that tell of limits, of time, and by what the service knows the request."""
LONGEST_HEADER = 500
"""Characters of a header that are kept."""
TOKEN_LIKE = re.compile(
    r"(?:\b(?:gsk|key|pk|sk|xai)[-_](?=[a-z_\-]*[0-9*])|\bAIza)[a-z0-9_\-*]{12,}"
    r"|(?<=\bbearer )(?=[a-z._~+/\-]*[0-9])[a-z0-9._~+/\-]{16,}=*",
    re.IGNORECASE,
)
"""What looks like a key in a body. Unlike what is taken out of messages, never a word of prose ("bearer bonds",
"key-stakeholders"), nor a quotation mark, so that JSON stays JSON."""


@dataclass(frozen=True)
class LoggedRequest:
    """One request, and what came for it."""

    task: str
    """What it was for: extract, repair or judge."""
    model: str
    """`provider/model`."""
    url: str
    request: str
    """The body, or what an SDK was given in its place."""
    sent: float
    """Seconds since 1970."""
    seconds: float | None
    """Until the answer was there, or the failure; None where that is not known."""
    attempt: int
    """1 for the first request of a call, 2 for the first time that it was sent again."""
    status: int | None = None
    """That of HTTP; None where no answer came."""
    headers: Mapping[str, str] = field(default_factory=dict)
    answer: str | None = None
    """The body of the answer."""
    error: str | None = None
    """What it was taken for where it was no answer: the class and the message."""


class RequestLog(Protocol):
    """Takes what went over the line for one article."""

    def add(self, request: LoggedRequest) -> None:
        """Has it written down; does not wait."""
        ...


REQUEST_LOG: ContextVar[RequestLog | None] = ContextVar("request_log", default=None)
"""The log of the article that this task works on; None where nothing is logged."""


def body_scrubber(*secrets: str | None) -> Callable[[str], str]:
    """A function that takes these secrets, and what looks like a key, out of a body, whose JSON stays JSON."""
    known = {form for secret in secrets for form in forms_of(secret)}
    known |= {json.dumps(form)[1:-1] for form in known}
    ordered = sorted(known, key=len, reverse=True)

    def scrub(text: str) -> str:
        for secret in ordered:
            text = text.replace(secret, "***")
        return TOKEN_LIKE.sub("***", text)

    return scrub


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of an answer that matter later, by their names in small letters."""
    return {
        name.lower(): value[:LONGEST_HEADER] for name, value in headers.items() if KEPT_HEADERS.fullmatch(name.lower())
    }


def text_of(body: bytes | str) -> str:
    """A body as text that is UTF-8; what is not is shown escaped."""
    data = body.encode("utf-8", "backslashreplace") if isinstance(body, str) else body
    return data.decode("utf-8", "backslashreplace")
