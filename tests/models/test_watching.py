"""What telemetry and the request log are told of calls."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from summarizer.errors import MalformedAnswer, Refused, Unavailable
from summarizer.models.request_log import LoggedRequest, body_scrubber, kept_headers
from summarizer.models.watching import Watched
from tests.models.conftest import KEY

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NOTES = json.dumps({"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": [1]}]})


def test_a_call_is_a_span_by_the_genai_conventions(told: Any, service: Any, said: Any, ask: Any) -> None:
    service.script = [said(NOTES, usage=(100, 20, 60))]
    ask(options={"max_output_tokens": 900, "temperature": 0.25})
    [span] = told.spans()
    assert (span.name, span.kind.name, span.status.status_code.name) == ("chat relay", "CLIENT", "UNSET")
    assert dict(span.attributes) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "test",
        "gen_ai.request.model": "relay",
        "gen_ai.request.max_tokens": 900,
        "gen_ai.request.temperature": 0.25,
        "gen_ai.output.type": "json",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.response.id": "chatcmpl-1",
        "gen_ai.response.model": "relay-1",
        "gen_ai.usage.cache_read.input_tokens": 60,
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 20,
        "server.address": "127.0.0.1",
        "server.port": service.server.server_port,
        "summarizer.task": "extract",
    }


def test_tokens_and_seconds_are_measured_by_the_genai_conventions(told: Any, service: Any, said: Any, ask: Any) -> None:
    service.script = [said(NOTES, usage=(100, 20, 0))]
    ask()
    common = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "test",
        "gen_ai.request.model": "relay",
        "gen_ai.response.model": "relay-1",
        "server.address": "127.0.0.1",
        "server.port": service.server.server_port,
    }
    tokens = {point.attributes["gen_ai.token.type"]: point for point in told.points("gen_ai.client.token.usage")}
    assert {kind: (point.count, point.sum) for kind, point in tokens.items()} == {"input": (1, 100), "output": (1, 20)}
    assert dict(tokens["input"].attributes) == {**common, "gen_ai.token.type": "input"}
    assert tokens["input"].explicit_bounds[:3] == (1, 4, 16)
    [seconds] = told.points("gen_ai.client.operation.duration")
    assert (seconds.count, dict(seconds.attributes)) == (1, common)
    assert seconds.explicit_bounds[:3] == (0.01, 0.02, 0.04)


def test_what_is_sent_again_is_one_span_with_an_event_for_each_failure(
    told: Any, service: Any, said: Any, failed: Any, ask: Any
) -> None:
    service.script = [failed(500), failed(429, code="rate_limit_exceeded"), said(NOTES)]
    ask()
    [span] = told.spans()
    assert [(event.name, dict(event.attributes)) for event in span.events] == [
        (
            "summarizer.request.failed",
            {"error.type": kind, "http.response.status_code": int(kind), "summarizer.retried": True},
        )
        for kind in ("500", "429")
    ]
    assert {point.attributes["error.type"]: point.value for point in told.points("summarizer.client.retries")} == {
        "500": 1,
        "429": 1,
    }


def test_a_call_that_fails_for_good_is_an_error_with_its_class(told: Any, service: Any, failed: Any, ask: Any) -> None:
    service.script = [failed(500, "the text of the article")]
    with pytest.raises(Unavailable):
        ask(attempts=2)
    [span] = told.spans()
    assert span.attributes["error.type"] == "Unavailable"
    assert (span.status.status_code.name, span.status.description) == ("ERROR", None)
    assert "the text of the article" not in span.to_json()
    assert [event.attributes["summarizer.retried"] for event in span.events] == [True, False]
    assert [point.value for point in told.points("summarizer.client.retries")] == [1]
    assert len(service.asked) == 2
    [seconds] = told.points("gen_ai.client.operation.duration")
    assert seconds.attributes["error.type"] == "Unavailable"
    assert told.points("gen_ai.client.token.usage") == []


def test_each_answer_that_misses_the_schema_is_a_call_of_its_own(told: Any, service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": 3}'), said(NOTES)]
    assert ask().calls == 2
    assert [span.attributes["gen_ai.usage.output_tokens"] for span in told.spans("chat")] == [20, 20]


def test_a_refusal_shows_in_how_the_answer_ended(told: Any, service: Any, said: Any, ask: Any) -> None:
    service.script = [said(None, finish="content_filter")]
    with pytest.raises(Exception, match="content filter"):
        ask()
    [span] = told.spans()
    assert span.attributes["gen_ai.response.finish_reasons"] == ("content_filter",)


def test_a_call_that_is_given_up_ends_its_span(
    told: Any, service: Any, said: Any, with_chat: Any, question: Any
) -> None:
    slow = said(NOTES)
    service.script = [type(slow)(slow.body, delay=0.5)]

    async def work(model: Any) -> None:
        asking = asyncio.create_task(model.answer(question()))
        await asyncio.to_thread(service.was_asked.wait)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    with_chat(work)
    [span] = told.spans()
    assert span.attributes["error.type"] == "CancelledError"


@pytest.mark.parametrize(
    ("name", "model", "provider"),
    [
        ("openai/gpt-5-mini", "gpt-5-mini", "openai"),
        ("openrouter/vendor/model", "vendor/model", "openrouter"),
        ("some/model-of-a-server", "some/model-of-a-server", "openai"),
    ],
)
def test_the_provider_is_told_by_the_name(name: str, model: str, provider: str) -> None:
    assert Watched(name, model, "", "extract").provider == provider


def test_an_exchange_is_logged_as_it_went_over_the_line(
    logged: list[LoggedRequest], service: Any, said: Any, ask: Any
) -> None:
    service.script = [said(NOTES)]
    service.script[0].headers.update({"x-request-id": "r1", "x-ratelimit-remaining-requests": "9", "set-cookie": "c=1"})
    ask("What does it say?")
    [one] = logged
    assert json.loads(one.request) == service.asked[0]
    assert json.loads(one.answer or "")["choices"][0]["message"]["content"] == NOTES
    assert (one.task, one.model, one.status, one.attempt, one.error) == ("extract", "test/relay", 200, 1, None)
    assert one.url == f"{service.base_url}/chat/completions"
    assert one.headers["x-request-id"] == "r1"
    assert one.headers["x-ratelimit-remaining-requests"] == "9"
    assert "set-cookie" not in one.headers
    assert one.seconds is not None
    assert one.seconds >= 0


def test_failures_are_logged_with_what_came_and_what_it_was_taken_for(
    logged: list[LoggedRequest], service: Any, said: Any, failed: Any, reply: Any, ask: Any
) -> None:
    service.script = [failed(503, "busy"), reply(reset=True), reply("{", content_type="application/json"), said(NOTES)]
    ask()
    assert [(one.attempt, one.status) for one in logged] == [(1, 503), (2, None), (3, 200), (4, 200)]
    assert [(one.error or "").partition(":")[0] for one in logged] == ["Unavailable", "Unavailable", "Unavailable", ""]
    assert json.loads(logged[0].answer or "")["error"]["message"] == "busy"
    assert logged[1].answer is None
    assert logged[2].answer == "{"


def test_a_request_that_is_given_up_is_logged(
    logged: list[LoggedRequest], service: Any, said: Any, with_chat: Any, question: Any
) -> None:
    slow = said(NOTES)
    service.script = [type(slow)(slow.body, delay=0.5)]

    async def work(model: Any) -> None:
        asking = asyncio.create_task(model.answer(question()))
        await asyncio.to_thread(service.was_asked.wait)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    with_chat(work)
    [one] = logged
    assert (one.status, one.answer, one.error) == (None, None, "CancelledError")


def test_the_attempts_of_a_re_ask_are_counted_from_one(
    logged: list[LoggedRequest], service: Any, said: Any, ask: Any
) -> None:
    service.script = [said('{"items": 3}')]
    with pytest.raises(MalformedAnswer):
        ask()
    assert [one.attempt for one in logged] == [1, 1, 1]


def test_a_key_is_logged_nowhere(logged: list[LoggedRequest], service: Any, said: Any, failed: Any, ask: Any) -> None:
    echo = f"Incorrect API key provided: {KEY}"
    service.script = [failed(500, echo, x_request_id=KEY), said(None, refusal=f"no {KEY}")]
    with pytest.raises(Refused):
        ask(f"An article that quotes {KEY} and gsk_0123456789abcdef0123")
    assert len(logged) == 2
    for one in logged:
        assert KEY not in repr(one)
        assert "gsk_0123456789abcdef" not in repr(one)
        json.loads(one.request)
        json.loads(one.answer or "")


def test_what_is_taken_out_of_a_body_leaves_prose_and_json_as_they_are() -> None:
    scrub = body_scrubber('se"cret', None, "")
    prose = json.dumps({"text": 'Bearer bonds of Sk-Rail; key-stakeholders; a "bearer certificateholder" of 2024'})
    assert scrub(prose) == prose
    secret = {"a": 'se"cret', "b": "Bearer abcdefghij0123456789", "c": "sk-" + "proj-abc0123456789"}
    assert json.loads(scrub(json.dumps(secret))) == {"a": "***", "b": "Bearer ***", "c": "***"}


def test_headers_are_kept_by_name_alone() -> None:
    kept = kept_headers(
        {"Content-Type": "a", "Retry-After": "3", "Authorization": "x", "Set-Cookie": "y", "X-Request-ID": "z" * 900}
    )
    assert kept == {"content-type": "a", "retry-after": "3", "x-request-id": "z" * 500}


def test_nobody_is_told_where_nobody_listens(service: Any, said: Any, with_chat: Any, question: Any) -> None:
    from summarizer.models.exchange import Exchange

    service.script = [said(NOTES)]

    async def work(model: Any) -> None:
        exchange = Exchange(model, question())
        assert exchange.watch is None
        await exchange.run()

    with_chat(work)
