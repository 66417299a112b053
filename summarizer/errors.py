"""Every error that this package raises on purpose.

    SummarizerError
    ├── ConfigurationError            the caller can mend it: an option, a key, a schema, a prompt file (exit 2)
    ├── Deferred                      no failure: the answer comes with a provider batch, the article waits for it
    └── ArticleError                  one article could not be done; others are not touched (exit 1)
        ├── ReadError                 its file is missing, empty, binary, too large, or not to be decoded
        ├── ModelError                the model gave no usable answer
        │   ├── Refused               it declined to answer
        │   ├── ContentFiltered       the service withheld the answer
        │   ├── Truncated             the answer ran into the limit on output tokens
        │   ├── EmptyAnswer           the answer had no content
        │   ├── MalformedAnswer       the answer never satisfied the schema, re-asks included
        │   ├── RequestRejected       the service took the request for wrong (400, 404, 413, 422)
        │   ├── NotAuthorized         the service did not accept the key (401, 403)
        │   ├── NoneAnswered          several models were asked one after the other, and each failed in its own way
        │   ├── RateLimited           still limited after all retries
        │   │   └── OutOfQuota        the account's quota or credit is used up (402, 429)
        │   └── Unavailable           not reached, timed out, or failing after all retries
        │       └── ServiceDown       down for longer than a run over several articles waits
        └── VerificationFailed        the policy is "fail" and a record is altered or unsupported

Catch `ConfigurationError` around the set-up and `ArticleError` around each article. Every message says what was
wrong and what to do about it; none holds a key.
"""

from __future__ import annotations

from typing import Any


class SummarizerError(Exception):
    """The root of every error of this package."""


class ConfigurationError(SummarizerError):
    """The program was asked for something that it cannot do as configured."""


class Deferred(SummarizerError):
    """The answer comes later, with a provider batch, or when a budget covers it; `request` is the hash of what was
    asked."""

    def __init__(self, request: bytes) -> None:
        super().__init__(request)  # so that it arrives whole in another process
        self.request = request

    def __str__(self) -> str:
        return "the answer comes with a provider batch"


class ArticleError(SummarizerError):
    """One article could not be summarized; the run goes on with the others."""


class ReadError(ArticleError):
    """The article's file could not be turned into text."""


class ModelError(ArticleError):
    """The model gave no usable answer."""

    calls: int = 0
    """Requests that were answered all the same, re-asks included."""
    usage: Any = None
    """Their tokens, a `summarizer.records.Usage`; None where there were none."""
    cost_usd: float | None = None
    """Their price in US dollars; None where it is not known."""
    not_found: bool = False
    """Whether the service knows no such model, or no such address: a mistake, which others would meet too."""


class Refused(ModelError):
    """The model declined to answer."""


class ContentFiltered(ModelError):
    """The service's content filter withheld the answer."""


class Truncated(ModelError):
    """The answer ended at the limit on output tokens."""

    written: str = ""
    """The answer as far as it came."""
    kept: Any = None
    """What is whole of it, a `summarizer.models.base.Answer`; None where nothing is."""


class EmptyAnswer(ModelError):
    """The answer had no content."""


class MalformedAnswer(ModelError):
    """No answer satisfied the schema, re-asks included."""


class RequestRejected(ModelError):
    """The service took the request for wrong."""


class NotAuthorized(ModelError):
    """The service did not accept the key."""


class NoneAnswered(ModelError):
    """None of the models that were asked one after the other gave a usable answer; the message names each."""


class RateLimited(ModelError):
    """The service still limited the calls after all retries, or the quota is used up."""


class OutOfQuota(RateLimited):
    """The account's quota or credit is used up, which no waiting mends."""


class Unavailable(ModelError):
    """The service was not reached, timed out, or kept failing after all retries."""


class ServiceDown(Unavailable):
    """The service was down, or asks to stay away, for longer than a run over several articles waits."""


class VerificationFailed(ArticleError):
    """The policy is "fail" and a record is altered or unsupported."""


ANOTHER_MODEL = "take another model, or leave the article out"
"""What to do about an article that a model or a filter does not take."""
KEEPS_SCHEMA = "take a model that keeps to a schema"
"""What to do about answers in no shape that was asked for."""
RUN_AGAIN = ": what is done is kept, run the same command again"
"""What to do where a run ends before all is done."""

ENDS_RUN = (ConfigurationError, NotAuthorized, OutOfQuota, ServiceDown)
"""What the other articles of a run would meet too: it ends, what was finished is kept."""
