"""The lines of a batch's files: what goes in, and what came back for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from summarizer.models.base import Failure, Kept, Letter
from summarizer.models.batches import PATH
from summarizer.models.completions import Completion
from summarizer.models.pricing import PriceList, cost_of, saved_by_cache
from summarizer.models.service_words import words_of

STATUS_OF_CODE: Mapping[str, int] = {
    "batch_cancelled": 408,
    "batch_expired": 408,
    "content_filter": 400,
    "context_length_exceeded": 400,
    "insufficient_quota": 429,
    "invalid_api_key": 401,
    "invalid_request": 400,
    "invalid_request_error": 400,
    "model_not_found": 404,
    "rate_limit_exceeded": 429,
    "request_timeout": 408,
}
"""The status that says the same as the code of a line without an answer; any other code is the service's own fault."""
OWN_FAULT = 500
LONGEST_FAILURE = 4000
"""Characters of a failure that are kept."""


@dataclass(frozen=True)
class Reply:
    """What came back for one request."""

    request: bytes
    completion: dict[str, Any] | None = None
    failure: Failure | None = None


def written(request: bytes, letter: Letter) -> bytes:
    """The line of an input file that asks for this, with its end."""
    line = {"custom_id": request.hex(), "method": "POST", "url": PATH, "body": letter.body}
    try:
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # a lone surrogate
        text = json.dumps(line, separators=(",", ":")).encode()
    return text + b"\n"


def read_reply(line: bytes) -> Reply | None:
    """What a line of an output or error file says; None where it is not such a line."""
    try:
        said = json.loads(line)
        request = bytes.fromhex(said["custom_id"])
        response, error = said.get("response"), said.get("error")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if isinstance(response, dict):
        status, body = response.get("status_code"), response.get("body")
        status = status if isinstance(status, int) else 200 if isinstance(body, dict) else OWN_FAULT
        if status == 200:
            return _completed(request, body)
        return Reply(request, failure=Failure(status, _short(body if body else {"error": error})))
    code = str(error.get("code") or "") if isinstance(error, dict) else ""
    return Reply(request, failure=Failure(STATUS_OF_CODE.get(code, OWN_FAULT), _short({"error": error})))


def _completed(request: bytes, body: Any) -> Reply:
    if isinstance(body, dict) and isinstance(body.get("choices"), list):
        return Reply(request, body)
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, dict):
        code = error.get("code")
        status = code if isinstance(code, int) and 400 <= code <= 599 else 502
        return Reply(request, failure=Failure(status, _short({"error": error})))
    return Reply(request, failure=Failure(502, {"error": {"message": "an answer that is no chat completion"}}))


def kept_of(
    completion: Mapping[str, Any], mode: Literal["strict", "plain"] | None, model: str, price_list: PriceList
) -> Kept:
    """A completion as it is kept, at the price of a batch, as the same one would be that came over a call of its own.

    `model` is the one that was asked.
    """
    read = Completion.of_object(completion)
    usage, name = read.usage, read.served_by or model
    cost = cost_of(usage, name, price_list, model, batch=True)
    saved = saved_by_cache(usage, name, price_list, model, batch=True)
    return Kept(read.text, name, mode, 1, usage, cost, saved)


def _short(body: Any) -> Any:
    """`body`, or its words alone where it is long: some services echo the whole request."""
    if len(json.dumps(body, default=str)) <= LONGEST_FAILURE:
        return body
    return {"error": {name: value[:LONGEST_FAILURE] for name, value in dict(words_of(body)).items()}}
