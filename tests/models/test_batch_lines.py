"""The lines of a batch's files."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.models.base import LEDGER, Answer, Failure, Kept, Letter
from summarizer.models.batch_lines import Reply, kept_of, read_reply, written
from summarizer.models.pricing import cost_of
from summarizer.models.retries import failure_of_reply
from summarizer.records import Usage

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

REQUEST = bytes(range(32))


def line(**said: Any) -> bytes:
    return json.dumps({"id": "line-1", "custom_id": REQUEST.hex(), **said}).encode()


def answered(status: int, body: Any) -> bytes:
    return line(response={"status_code": status, "request_id": "r", "body": body}, error=None)


def test_a_request_is_one_line_known_by_its_hash() -> None:
    text = written(REQUEST, Letter("http://relay/v1", "relay", {"model": "relay", "messages": ["two\nlines, “é”"]}))
    assert text.count(b"\n") == 1
    assert json.loads(text) == {
        "custom_id": REQUEST.hex(),
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": {"model": "relay", "messages": ["two\nlines, “é”"]},
    }
    assert len(REQUEST.hex()) == 64  # what a custom_id may have


def test_half_a_surrogate_pair_can_be_sent() -> None:
    letter = Letter(None, "relay", {"messages": ["\ud83d"]})
    assert json.loads(written(REQUEST, letter).decode())["body"] == {"messages": ["\ud83d"]}


def test_an_answer_is_its_completion() -> None:
    body = {"choices": [{"message": {"content": "x"}}]}
    assert read_reply(answered(200, body)) == Reply(REQUEST, body)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (answered(400, {"error": {"message": "no"}}), 400),
        (answered(500, None), 500),
        (answered(200, {"error": {"message": "no", "code": 429}}), 429),
        (answered(200, {"error": {"message": "no", "code": "x"}}), 502),
        (answered(200, {"object": "list"}), 502),
        (answered(200, None), 502),
        (line(response=None, error={"code": "batch_expired", "message": "late"}), 408),
        (line(response=None, error={"code": "batch_cancelled", "message": "stopped"}), 408),
        (line(response=None, error={"code": "strange", "message": "?"}), 500),
        (line(response=None, error="out of order"), 500),
        (line(response=None, error=None), 500),
        (line(), 500),
    ],
)
def test_what_is_no_answer_is_a_failure_with_the_status_that_says_the_same(text: bytes, status: int) -> None:
    reply = read_reply(text)
    assert reply is not None
    assert reply.completion is None
    assert reply.failure is not None
    assert reply.failure.status == status


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"1", b'{"custom_id": 7}', b'{"custom_id": "not hex"}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_line_is_none(text: bytes) -> None:
    assert read_reply(text) is None


def test_a_long_failure_is_kept_by_its_words_alone() -> None:
    reply = read_reply(answered(422, {"error": {"message": "too long"}, "input": "x" * 100_000}))
    assert reply is not None
    assert reply.failure == Failure(422, {"error": {"message": "too long"}})


def test_a_failure_is_the_error_that_a_call_would_have_met() -> None:
    error = {"error": {"message": "too many tokens", "code": "context_length_exceeded"}}
    failed = failure_of_reply(Failure(400, error), "relay", str)
    assert type(failed.error).__name__ == "RequestRejected"
    assert str(failed.error) == (
        "relay: the service answered 400: too many tokens; the article is too long for this model; split it, or take "
        "another one"
    )
    assert not failed.retried
    assert failure_of_reply(Failure(500), "relay", str).retried


def test_a_completion_is_kept_as_one_that_came_over_a_call_of_its_own(
    ask: Callable[..., Answer], service: Any, said: Any
) -> None:
    body = said(json.dumps({"items": []}), usage=(1000, 100, 600)).body
    body["service_tier"], body["something new"] = "batch", {"of": "theirs"}
    service.script = [said("").__class__(body)]
    held: list[Kept] = []

    class Ledger:
        def begun(self, request: bytes) -> bytes:
            return request

        def recall(self, _: bytes) -> None:
            return None

        async def put_off(self, *_: Any) -> None:
            return None

        async def sent(self, _: bytes) -> None:
            return None

        async def keep(self, _: bytes, kept: Kept) -> None:
            held.append(kept)

    token = LEDGER.set(Ledger())  # type: ignore[arg-type]
    ask()
    LEDGER.reset(token)
    [direct] = held
    assert kept_of(body, "strict", "relay", None) == direct


def test_a_batch_costs_half() -> None:
    usage = {
        "prompt_tokens": 1_000_000,
        "completion_tokens": 100_000,
        "prompt_tokens_details": {"cached_tokens": 400_000},
    }
    kept = kept_of({"model": "gpt-5-mini", "choices": [], "usage": usage}, "strict", "gpt-5-mini", "openai")
    tokens = Usage(input_tokens=1_000_000, output_tokens=100_000, cached_input_tokens=400_000)
    direct = cost_of(tokens, "gpt-5-mini", "openai")
    assert direct is not None
    assert kept.cost_usd == pytest.approx(direct / 2)
    # 400,000 tokens from the cache, at $0.0125 a million in place of $0.125.
    assert kept.saved_usd == pytest.approx(0.4 * (0.125 - 0.0125))


def test_a_service_without_listed_prices_for_batches_costs_what_is_listed() -> None:
    usage = Usage(input_tokens=1_000_000)
    assert cost_of(usage, "x", None, batch=True) is None
    model = "meta-llama/Llama-3.3-70B-Instruct-Turbo"
    assert cost_of(usage, model, "together", batch=True) == cost_of(usage, model, "together")
