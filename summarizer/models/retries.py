"""What a failed call means: which error it becomes, whether another try is worth it, and how long to wait.

Works on the errors of any SDK by their common shape (`status_code`, `body`, `response.headers`), so that no SDK need
be imported.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_exponential, wait_random

from summarizer.errors import (
    ANOTHER_MODEL,
    KEEPS_SCHEMA,
    ConfigurationError,
    ContentFiltered,
    MalformedAnswer,
    ModelError,
    NotAuthorized,
    OutOfQuota,
    RateLimited,
    RequestRejected,
    Unavailable,
)
from summarizer.models.answer_size import LARGEST_ANSWER, AnswerTooLong
from summarizer.models.base import Failure
from summarizer.models.breaker import Trouble
from summarizer.models.secrets import forms_of
from summarizer.models.service_words import LONGEST_SAID, is_page, one_line, words_of

RETRIED_STATUS = frozenset({408, 409, 425, 429})
"""Below 500; from 500 on all but `LASTING_STATUS` are retried too."""
LASTING_STATUS = frozenset({501, 505, 511})
QUOTA_CODES = frozenset(
    {
        "account_deactivated",
        "billing_hard_limit_reached",
        "billing_not_active",
        "credit_balance_too_low",
        "insufficient_balance",
        "insufficient_quota",
        "quota_exceeded",
    }
)
"""Codes of a 429 or 402 that no waiting mends: OpenAI's, and those of services that speak like it."""
FILTER_CODES = frozenset({"content_filter", "content_policy_violation", "responsibleaipolicyviolation"})
LENGTH_CODES = frozenset({"context_length_exceeded", "string_above_max_length"})
LENGTH_WORDS = re.compile(
    r"context (?:length|window|size)|too (?:long|many tokens)|input tokens? exceed", re.IGNORECASE
)
CONNECTION_NAMES = frozenset({"APIConnectionError", "ClientConnectionError", "ClientPayloadError", "NetworkError"})
"""Classes, by name, of the errors by which openai, anthropic, aiohttp and httpx2 say that a connection failed.

openai's aiohttp transport calls every one of these a time-out; what it was stands in the causes.
"""
TOO_LARGE_WORDS = re.compile(r"request too large|tokens must be reduced", re.IGNORECASE)
"""By these OpenAI's 429 says that this one request is more than the account is granted in a minute."""
OVERLOAD_WORDS = re.compile(r"overload|capacity|slow down|too busy|too many", re.IGNORECASE)
"""By these a 503 says that it is the number of requests: OpenAI's, Anthropic's and Google's words for it."""
OUTPUT_CODES = frozenset({"json_validate_failed", "output_parse_failed"})
OUTPUT_WORDS = re.compile(
    r"model produced output that does not match|failed to (?:generate|validate) json", re.IGNORECASE
)
"""By these (llama.cpp with a 500, Groq with a 400) a service says that what the model wrote is not in the shape that
was asked for: no fault of the service or of the request, so that the model is asked once more."""
KEY_LIKE = re.compile(r"\b(?:(?:gsk|key|pk|sk|xai)[-_]|AIza)[A-Za-z0-9_\-*]{12,}|(?i:bearer)\s+\S+")
DURATION = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(ms|s)?", re.IGNORECASE)


@dataclass(frozen=True)
class RetryPolicy:
    """How a call that failed is tried again."""

    attempts: int = 6
    """Requests for one answer at most, re-asks counted apart."""
    first_wait: float = 1.0
    """Seconds before the second try; doubled each time, with jitter."""
    longest_wait: float = 60.0
    """Seconds that one wait lasts at most; a service that asks for more is given up at once."""
    total_seconds: float = 600.0
    """Seconds after which an answer is given up, all tries, waits and re-asks included."""

    def __post_init__(self) -> None:
        if self.attempts < 1 or min(self.first_wait, self.longest_wait) < 0 or self.total_seconds <= 0:
            raise ConfigurationError("retries need at least one attempt, waits of 0 s or more, and a total above 0 s")


class CallFailed(Exception):
    """A call failed; `error` is what to raise if it stays so."""

    def __init__(
        self,
        error: ModelError,
        *,
        retried: bool,
        status: int | None = None,
        said: str = "",
        trouble: Trouble | None = None,
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.retried = retried
        """Whether another try is worth it."""
        self.wait: float | None = None
        """Seconds that the service asked to wait."""
        self.headers: Mapping[str, str] = {}
        """Those of the answer, where one came."""
        self.trouble: Trouble | None = trouble
        """What it says of the service; None where the fault is the request's."""
        self.status = status
        self.said = said
        """The service's own words, codes and named parameters; nothing that it merely echoed."""


def retrying(policy: RetryPolicy, sleep: Callable[[float], Any]) -> AsyncRetrying:
    """The retrying that `policy` describes; `Tries.retrying` makes that of one call of it."""
    jitter = min(policy.first_wait, 1.0)
    return AsyncRetrying(
        sleep=sleep,
        # Google's SDK wants tenacity below 9.2, from which on the wait of one piece for both warns of its arguments.
        wait=wait_exponential(multiplier=policy.first_wait, max=max(0.0, policy.longest_wait - jitter))
        + wait_random(0.0, jitter),
        stop=stop_after_attempt(policy.attempts),
        retry=retry_if_exception(lambda fault: isinstance(fault, CallFailed) and fault.retried),
        reraise=True,
    )


def read_failure(fault: Exception, service: str, scrub: Callable[[str], str], longest_wait: float) -> CallFailed:
    """What the exception of an SDK means. `service` names the model in messages, `scrub` takes keys out of them.

    longest_wait    seconds; a failure whose service asks to stay away for longer is not retried
    """
    status = _status(fault)
    if status is not None:
        return _of_status(fault, status, service, scrub, longest_wait)
    if isinstance(fault, json.JSONDecodeError | UnicodeDecodeError):
        return CallFailed(
            Unavailable(f"{service}: the service's answer was not whole JSON; try again later"),
            retried=True,
            trouble="failing",
        )
    causes = list(_causes(fault))
    if any(isinstance(cause, AnswerTooLong) for cause in causes):
        much = f"the service's answer has more than {LARGEST_ANSWER / 1e6:.3g} MB"
        return CallFailed(
            Unavailable(f"{service}: {much}; check the base url, or try again later"), retried=False, trouble="failing"
        )
    unconnected = [cause for cause in causes if _is_connection(cause)]
    if any(isinstance(cause, TimeoutError) for cause in causes) or (
        "Timeout" in type(fault).__name__ and not unconnected
    ):
        return CallFailed(
            Unavailable(f"{service}: no answer in time; try again later, or allow a longer timeout"),
            retried=True,
            trouble="timeout",
        )
    if unconnected:
        reason = scrub(one_line(str(unconnected[-1]) or type(unconnected[-1]).__name__))
        return CallFailed(
            Unavailable(f"{service}: the service was not reached ({reason}); check the address and the network"),
            retried=True,
            trouble="unreachable",
        )
    reason = scrub(one_line(f"{type(fault).__name__}: {fault}"))
    return CallFailed(Unavailable(f"{service}: the call failed ({reason})"), retried=False)


def failure_in_body(said: Any, service: str, scrub: Callable[[str], str]) -> CallFailed:
    """The same for an error object that came where an answer should be, under status 200."""
    code = said.get("code") if isinstance(said, Mapping) else None
    status = code if isinstance(code, int) and 400 <= code <= 599 else 502
    return _ofwords(status, dict(words_of(said)), service, scrub)


def failure_of_reply(failure: Failure, service: str, scrub: Callable[[str], str]) -> CallFailed:
    """The same for an answer that did not come over a call of its own, but in the file of a batch."""
    words = dict(words_of(failure.body)) or {"message": ""}
    return _ofwords(failure.status, words, service, scrub)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that the headers ask to wait: `retry-after-ms`, or `Retry-After` in seconds or as an HTTP date."""
    milliseconds = DURATION.fullmatch(headers.get("retry-after-ms", "").strip())
    if milliseconds:
        return float(milliseconds[1]) / 1000
    value = headers.get("retry-after", "").strip()
    if found := DURATION.fullmatch(value):
        return float(found[1]) / (1000 if (found[2] or "").lower() == "ms" else 1)
    try:
        when = parsedate_to_datetime(value)
    except (OverflowError, TypeError, ValueError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())


def scrubber(*secrets: str | None) -> Callable[[str], str]:
    """A function that takes these secrets, and whatever looks like a key, out of a text."""
    known = sorted({form for secret in secrets for form in forms_of(secret)}, key=len, reverse=True)

    def scrub(text: str) -> str:
        for secret in known:
            text = text.replace(secret, "***")
        return KEY_LIKE.sub("***", text)

    return scrub


def _causes(fault: BaseException | None) -> Iterator[BaseException]:
    """`fault`, what it was raised from, and so on."""
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__


def _is_connection(fault: BaseException) -> bool:
    """Whether a connection failed; openai's time-out is one of its connection errors, and says nothing of it."""
    names = {base.__name__ for base in type(fault).__mro__}
    return "APITimeoutError" not in names and (isinstance(fault, OSError) or not names.isdisjoint(CONNECTION_NAMES))


def _status(fault: Exception) -> int | None:
    for name in ("status_code", "code"):
        value = getattr(fault, name, None)
        if isinstance(value, int) and not isinstance(value, bool) and 100 <= value <= 599:
            return value
    return None


def _of_status(
    fault: Exception, status: int, service: str, scrub: Callable[[str], str], longest_wait: float
) -> CallFailed:
    headers = getattr(getattr(fault, "response", None), "headers", None) or {}
    body = getattr(fault, "body", None) or getattr(fault, "details", None)
    words = dict(words_of(body))
    if not words:
        text = body if isinstance(body, str) else str(getattr(fault, "message", ""))
        words = {"message": "a web page" if is_page(text) else text[:LONGEST_SAID]}
    wait = retry_after(headers)
    failed = _ofwords(status, words, service, scrub, wait if wait is not None and wait > longest_wait else None)
    # Another answer of the model needs no waiting.
    failed.wait, failed.headers = 0.0 if isinstance(failed.error, MalformedAnswer) else wait, headers
    if failed.trouble == "failing" and status == 503 and wait is not None:
        failed.trouble = "overloaded"
    failed.retried = failed.retried and headers.get("x-should-retry") != "false"
    return failed


def _ofwords(
    status: int,
    words: Mapping[str, str],
    service: str,
    scrub: Callable[[str], str],
    too_long: float | None = None,
) -> CallFailed:
    """`too_long` is the wait, in seconds, that the service asks for where it is not worth it."""
    message = scrub(one_line(words.get("message", "")))
    said = scrub(" ".join(words.values()))
    codes = {value.lower() for key, value in words.items() if key in ("code", "type", "status")}
    retried = status in RETRIED_STATUS or (status >= 500 and status not in LASTING_STATUS)
    if status in (402, 429) and (codes & QUOTA_CODES or TOO_LARGE_WORDS.search(said)):
        retried = False
    if (400 <= status < 500 or status == 500) and (codes & OUTPUT_CODES or OUTPUT_WORDS.search(said)):
        error = MalformedAnswer(f"{service}: the service did not take what the model wrote: {message}; {KEEPS_SCHEMA}")
        return CallFailed(error, retried=True)
    answered = f"{service}: the service answered {status}{': ' + message if message else ''}"
    if retried and too_long is not None:
        retried = False
        answered += f"; it asks to wait {math.ceil(too_long)} s"
    trouble = _trouble(status, said) if retried or too_long is not None else None
    return CallFailed(_error(status, codes, said, answered), retried=retried, status=status, said=said, trouble=trouble)


def _trouble(status: int, said: str) -> Trouble | None:
    """What a status that may pass says of the service; a conflict (409) or an early request (425) says nothing."""
    if status == 429:
        return "limited"
    if status == 529 or (status == 503 and OVERLOAD_WORDS.search(said)):
        return "overloaded"
    if status == 408:
        return "timeout"
    return "failing" if status >= 500 else None


def _error(status: int, codes: set[str], said: str, message: str) -> ModelError:
    if codes & FILTER_CODES:
        return ContentFiltered(f"{message}; the service's content filter does not pass this article; {ANOTHER_MODEL}")
    if status in (401, 403):
        return NotAuthorized(f"{message}; check the key and what it is allowed to do (`summarizer models`)")
    if status == 402 or (status == 429 and codes & QUOTA_CODES):
        return OutOfQuota(f"{message}; the account's quota or credit is used up; run again when it is renewed")
    if status == 429 and TOO_LARGE_WORDS.search(said):
        return RequestRejected(f"{message}; the article is too long for this account's limit on tokens; split it")
    if status == 429:
        return RateLimited(f"{message}; ask for fewer articles at once, or try again later")
    if status in RETRIED_STATUS or (status >= 500 and status not in LASTING_STATUS):
        return Unavailable(f"{message}; try again later")
    if status == 413 or codes & LENGTH_CODES or LENGTH_WORDS.search(said):
        return RequestRejected(f"{message}; the article is too long for this model; split it, or take another one")
    if status == 404:
        error = RequestRejected(f"{message}; check the model's name and the base url")
        error.not_found = True
        return error
    return RequestRejected(f"{message}; check the model and its options")
