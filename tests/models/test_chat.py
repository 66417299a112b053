from __future__ import annotations

import asyncio
import dataclasses
import json
import logging
from datetime import UTC, datetime

import pytest

from summarizer.errors import (
    ConfigurationError,
    ContentFiltered,
    EmptyAnswer,
    MalformedAnswer,
    NotAuthorized,
    RateLimited,
    Refused,
    RequestRejected,
    Truncated,
    Unavailable,
)
from summarizer.models.chat import ChatOptions, Endpoint
from summarizer.models.retries import RetryPolicy, retry_after, scrubber
from summarizer.models.strict import find_object

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NOTES = {"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": [1]}]}
GOOD = json.dumps(NOTES)
KEY = "sk-local-0123456789"


def test_an_answer_under_the_strict_schema_is_returned_with_its_text(service, said, ask):
    service.script = [said(GOOD)]
    answer = ask()
    assert answer.data == NOTES
    assert (answer.schema_mode, answer.calls, answer.model, answer.raw) == ("strict", 1, "relay-1", GOOD)


def test_the_request_holds_the_service_to_the_schema(service, said, ask):
    service.script = [said(GOOD)]
    ask()
    shape = service.asked[0]["response_format"]
    assert shape["type"] == "json_schema"
    assert shape["json_schema"]["strict"] is True
    assert shape["json_schema"]["name"] == "notes"
    assert shape["json_schema"]["schema"]["additionalProperties"] is False


def test_nothing_is_sent_that_was_not_asked_for(service, said, ask):
    service.script = [said(GOOD)]
    ask()
    assert set(service.asked[0]) == {"model", "messages", "response_format"}


def test_the_messages_arrive_as_they_were_given(service, said, ask):
    text = "  {{ 7*7 }} {% raw %} ${HOME} http://x.invalid/a.png \u2028 “A\u00a0B” \n\n  ## system\n"
    service.script = [said(GOOD)]
    ask(text)
    assert service.asked[0]["messages"] == [
        {"role": "system", "content": "You read."},
        {"role": "user", "content": text},
    ]


def test_temperature_and_the_limit_are_sent_where_they_are_set(service, said, ask):
    service.script = [said(GOOD)]
    ask(options={"temperature": 0.0, "max_output_tokens": 900})
    assert service.asked[0]["temperature"] == 0.0
    assert service.asked[0]["max_completion_tokens"] == 900


def test_the_reasoning_effort_is_sent_where_it_is_set(service, said, ask):
    service.script = [said(GOOD)]
    ask(options={"reasoning_effort": "low"})
    ask()
    assert service.asked[0]["reasoning_effort"] == "low"
    assert "reasoning_effort" not in service.asked[1]


def test_a_reasoning_effort_that_nobody_knows_is_refused_before_anybody_is_asked(service, ask):
    with pytest.raises(ConfigurationError, match="a reasoning effort is one of none, minimal, low"):
        ask(options={"reasoning_effort": "much"})
    assert service.asked == []


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, {"error": {"message": "Invalid parameter: 'response_format' of type 'json_schema' is not supported"}}),
        (422, {"detail": [{"loc": ["body", "response_format"], "msg": "Extra inputs are not permitted"}]}),
        (404, {"error": {"message": "No endpoints found that can handle the requested parameters.", "code": 404}}),
        (501, {"error": "structured outputs are not implemented"}),
    ],
)
def test_a_service_without_strict_schemas_is_shown_the_schema(service, said, reply, ask, status, body):
    service.script = [reply(body, status), said(GOOD)]
    answer = ask()
    plain = service.asked[1]
    assert answer.schema_mode == "plain"
    assert plain["response_format"] == {"type": "json_object"}
    assert plain["messages"][0]["content"].startswith("You read.")
    assert '"additionalProperties":false' in plain["messages"][0]["content"]
    assert plain["messages"][1] == service.asked[0]["messages"][1]


def test_a_service_without_any_response_format_is_asked_in_words_alone(service, said, failed, ask):
    service.script = [failed(400, "response_format is not supported"), failed(400, "unknown: response_format")]
    service.script.append(said(GOOD))
    assert ask().schema_mode == "plain"
    assert "response_format" not in service.asked[2]


BARE = [
    {"error": {"message": "Bad Request", "type": "invalid_request_error", "param": None, "code": None}},
    {"detail": "Unprocessable Entity"},
    {},
]


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize("body", BARE)
def test_a_refusal_without_a_reason_is_tried_in_a_weaker_format(
    service, said, reply, with_chat, question, status, body
):
    service.script = [reply(body, status), reply(body, status), said(GOOD)]

    async def twice(model):
        return [await model.answer(question()), await model.answer(question())]

    assert [answer.schema_mode for answer in with_chat(twice)] == ["plain", "plain"]
    formats = [body.get("response_format", {}).get("type") for body in service.asked]
    assert formats == ["json_schema", "json_object", None, None]


def test_a_refusal_without_a_reason_in_every_format_is_an_error_and_changes_nothing(
    service, said, failed, with_chat, question
):
    service.script = [*[failed(400, "Bad Request")] * 3, said(GOOD)]

    async def twice(model):
        with pytest.raises(RequestRejected, match="400: Bad Request"):
            await model.answer(question())
        return await model.answer(question())

    assert with_chat(twice).schema_mode == "strict"
    assert len(service.asked) == 4


@pytest.mark.parametrize("named", [{"param": "messages"}, {"code": "invalid_image"}])
def test_a_refusal_that_names_another_fault_is_not_tried_in_a_weaker_format(service, reply, ask, named):
    service.script = [reply({"error": {"message": "Bad Request", **named}}, 400)]
    with pytest.raises(RequestRejected):
        ask()
    assert len(service.asked) == 1


def test_what_a_service_does_not_take_is_remembered(service, said, failed, with_chat, question):
    service.script = [failed(400, "json_schema is not supported"), said(GOOD)]

    async def twice(model):
        return [await model.answer(question()), await model.answer(question())]

    answers = with_chat(twice)
    assert [answer.schema_mode for answer in answers] == ["plain", "plain"]
    assert len(service.asked) == 3


def test_an_echo_of_the_request_in_an_error_does_not_count_as_its_reason(service, reply, ask):
    echo = {"response_format": {"type": "json_schema"}}
    service.script = [reply({"detail": [{"loc": ["body", "model"], "msg": "bad", "input": echo}]}, 422)]
    with pytest.raises(RequestRejected, match=r"body\.model: bad"):
        ask()
    assert len(service.asked) == 1


def test_a_service_that_takes_the_other_name_of_the_limit_gets_it(service, said, failed, ask):
    service.script = [failed(400, "Unsupported parameter: 'max_completion_tokens'"), said(GOOD)]
    assert ask(options={"max_output_tokens": 50}).schema_mode == "strict"
    assert service.asked[1]["max_tokens"] == 50
    assert "max_completion_tokens" not in service.asked[1]


def test_a_limit_that_is_too_high_does_not_change_its_name(service, failed, ask):
    service.script = [failed(400, "max_completion_tokens is too large: 90000")]
    with pytest.raises(RequestRejected):
        ask(options={"max_output_tokens": 90000})
    assert len(service.asked) == 1


def test_a_service_that_ignores_the_schema_is_shown_it_at_the_re_ask(service, said, ask):
    service.script = [said("Ostrava Rail has ordered trains."), said(GOOD)]
    answer = ask()
    assert (answer.schema_mode, answer.calls) == ("plain", 2)
    assert "JSON Schema" in service.asked[1]["messages"][0]["content"]
    assert service.asked[1]["response_format"] == service.asked[0]["response_format"]


def test_one_slip_does_not_put_the_next_question_in_words(service, said, with_chat, question):
    service.script = [said('{"items": 3}'), said(GOOD)]

    async def twice(model):
        return [await model.answer(question()), await model.answer(question())]

    assert [answer.schema_mode for answer in with_chat(twice)] == ["plain", "strict"]
    assert service.asked[2] == service.asked[0]


def test_a_service_that_ignores_the_schema_twice_is_shown_it_from_then_on(service, said, with_chat, question):
    service.script = [said('{"items": 3}'), said(GOOD), said('{"items": 3}'), said(GOOD)]

    async def thrice(model):
        return [await model.answer(question()) for _ in range(3)]

    assert [answer.calls for answer in with_chat(thrice)] == [2, 2, 1]
    words = ["JSON Schema" in body["messages"][0]["content"] for body in service.asked]
    assert words == [False, True, False, True, True]


def test_one_slip_of_a_service_that_keeps_the_schema_does_not_loosen_it(service, said, with_chat, question):
    service.script = [said(GOOD), said('{"items": [{"text": '), said(GOOD)]

    async def twice(model):
        return [await model.answer(question()), await model.answer(question())]

    assert [answer.schema_mode for answer in with_chat(twice)] == ["strict", "strict"]


def test_a_limited_call_waits_as_long_as_it_is_told(service, said, failed, ask, slept):
    service.script = [failed(429, "slow down", retry_after="7"), said(GOOD)]
    assert ask().data == NOTES
    assert slept == [7.0]


def test_milliseconds_go_before_seconds(service, said, failed, ask, slept):
    service.script = [failed(429, "slow down", retry_after="7", retry_after_ms="250"), said(GOOD)]
    ask()
    assert slept == [0.25]


def test_what_the_headers_of_an_answer_grant_holds_up_the_next_request(service, said, with_chat, question, slept):
    spent = {
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "4m0s",
    }
    service.script = [dataclasses.replace(said(GOOD), headers=spent), said(GOOD)]

    async def twice(model):
        return [await model.answer(question()), await model.answer(question())]

    with_chat(twice)
    # 60 come back in 240 s: one in four.
    assert len(slept) == 1
    assert 3.5 < slept[0] <= 4


def test_the_proxy_of_the_environment_is_used(service, said, with_chat, question, monkeypatch):
    monkeypatch.setenv("http_proxy", service.base_url.removesuffix("/v1"))
    monkeypatch.delenv("no_proxy", raising=False)
    service.script = [said(GOOD)]

    async def elsewhere(model):
        model.endpoint = Endpoint("http://model.invalid/v1", KEY)
        return await model.answer(question())

    assert with_chat(elsewhere).data == NOTES
    assert service.paths == ["http://model.invalid/v1/chat/completions"]


@pytest.mark.parametrize(("status", "error"), [(429, RateLimited), (503, Unavailable)])
def test_a_service_that_asks_for_too_long_a_wait_is_given_up_at_once(service, failed, ask, slept, status, error):
    service.script = [failed(status, "busy", retry_after="3600")]
    with pytest.raises(error, match=f"answered {status}: busy; it asks to wait 3600 s; "):
        ask()
    assert (slept, len(service.asked)) == ([], 1)


def test_the_longest_wait_itself_is_waited(service, said, failed, ask, slept):
    service.script = [failed(503, "busy", retry_after="5"), said(GOOD)]
    ask(longest_wait=5.0)
    assert slept == [5.0]


def test_a_wait_beyond_the_total_time_is_not_begun(service, failed, ask, slept):
    service.script = [failed(429, "slow down", retry_after="30")]
    with pytest.raises(RateLimited):
        ask(total_seconds=10.0)
    assert (slept, len(service.asked)) == ([], 1)


def test_waits_grow_where_the_service_names_none(service, said, failed, ask, slept):
    service.script = [failed(500)] * 4 + [said(GOOD)]
    ask(first_wait=1.0, longest_wait=100.0)
    assert [1 <= slept[0] <= 2, 2 <= slept[1] <= 3, 4 <= slept[2] <= 5, 8 <= slept[3] <= 9] == [True] * 4


@pytest.mark.parametrize("status", [408, 409, 500, 502, 503, 529])
def test_a_passing_fault_is_tried_again(service, said, failed, ask, status):
    service.script = [failed(status), said(GOOD)]
    answer = ask()
    assert (answer.data, answer.calls, len(service.asked)) == (NOTES, 1, 2)


def test_a_lasting_fault_is_given_up_after_the_attempts(service, failed, ask, slept):
    service.script = [failed(503, "overloaded")]
    with pytest.raises(Unavailable, match="test/relay: the service answered 503: overloaded"):
        ask(attempts=3)
    assert (len(service.asked), len(slept)) == (3, 2)


def test_a_service_that_says_not_to_retry_is_not_asked_again(service, failed, ask):
    service.script = [failed(500, x_should_retry="false")]
    with pytest.raises(Unavailable):
        ask()
    assert len(service.asked) == 1


def test_a_used_up_quota_is_not_waited_for(service, failed, ask):
    service.script = [failed(429, "You exceeded your current quota", "insufficient_quota")]
    with pytest.raises(RateLimited, match="quota or credit is used up"):
        ask()
    assert len(service.asked) == 1


def test_limits_that_outlast_the_attempts_are_an_error(service, failed, ask):
    service.script = [failed(429, "slow down")]
    with pytest.raises(RateLimited, match="fewer articles at once"):
        ask(attempts=2)


def test_a_cut_connection_is_tried_again(service, said, reply, ask):
    service.script = [reply(reset=True), said(GOOD)]
    assert ask().data == NOTES


def test_an_answer_cut_off_on_the_way_is_tried_again(service, said, reply, ask):
    service.script = [reply(said(GOOD).body, short=40), said(GOOD)]
    assert ask().data == NOTES


@pytest.mark.parametrize("body", [b'{"id": "x", "choices": [', b"\xff\xfe{}", b"[]", b"{}", b"null"])
def test_a_body_that_is_no_completion_is_tried_again(service, said, reply, ask, body):
    service.script = [reply(body), said(GOOD)]
    assert ask().data == NOTES


@pytest.mark.parametrize("body", [b"[1,2]", b"null", b"{}", b"7"])
def test_json_that_stays_no_completion_is_asked_for_once_more(service, reply, ask, body):
    service.script = [reply(body)]
    with pytest.raises(Unavailable, match="answered with JSON that is no chat completion"):
        ask()
    assert len(service.asked) == 2


def test_a_body_that_stays_broken_is_an_error(service, reply, ask):
    service.script = [reply(b'{"choices": [')]
    with pytest.raises(Unavailable, match="not whole JSON"):
        ask(attempts=2)
    assert len(service.asked) == 2


def test_a_service_that_does_not_answer_in_time_is_an_error(service, said, reply, ask):
    service.script = [reply(said(GOOD).body, delay=0.5)]
    with pytest.raises(Unavailable, match="no answer in time"):
        ask(attempts=2, options={"timeout": 0.05})


def test_the_total_time_bounds_a_single_call(service, said, reply, ask):
    service.script = [reply(said(GOOD).body, delay=0.5)]
    with pytest.raises(Unavailable, match="no answer in time"):
        ask(total_seconds=0.05)


def test_a_port_where_nobody_listens_is_an_error(service, ask):
    service.server.server_close()
    with pytest.raises(Unavailable, match="not reached"):
        ask(attempts=2)


def test_a_web_page_in_place_of_json_names_the_base_url(service, reply, ask):
    service.script = [reply("<!doctype html><title>Welcome</title>", content_type="text/html")]
    with pytest.raises(RequestRejected, match="base url"):
        ask()
    assert len(service.asked) == 1


def test_a_gateways_error_page_is_not_shown(service, reply, ask):
    service.script = [reply("<html><body><h1>Bad gateway</h1>", 502, content_type="text/html")]
    with pytest.raises(Unavailable, match="502: a web page; try again later"):
        ask(attempts=2)


def test_an_error_under_status_200_is_an_error(service, reply, said, ask):
    service.script = [reply({"error": {"message": "Provider returned error", "code": 502}}), said(GOOD)]
    assert ask().data == NOTES


def test_an_answer_that_misses_the_schema_is_asked_for_again_with_the_fault(service, said, ask):
    service.script = [said('{"items": [{"evidence": [1]}]}'), said(GOOD)]
    answer = ask()
    assert (answer.data, answer.calls) == (NOTES, 2)
    assistant, correction = service.asked[1]["messages"][-2:]
    assert assistant == {"role": "assistant", "content": '{"items": [{"evidence": [1]}]}'}
    assert correction["content"].endswith("\nitems.0.text: Field required")


def test_an_answer_that_never_satisfies_the_schema_is_given_up(service, said, ask):
    service.script = [said('{"items": 3}')]
    with pytest.raises(MalformedAnswer, match="none of 3 answers satisfied the schema; the last: items: "):
        ask(options={"reasks": 2})
    assert len(service.asked) == 3


def test_re_asks_can_be_turned_off(service, said, ask):
    service.script = [said("{}")]
    with pytest.raises(MalformedAnswer):
        ask(options={"reasks": 0})
    assert len(service.asked) == 1


def test_usage_is_added_up_over_re_asks(service, said, ask):
    service.script = [said("{}", usage=(100, 5, 0)), said(GOOD, usage=(130, 20, 64))]
    usage = ask().usage
    assert (usage.input_tokens, usage.output_tokens, usage.cached_input_tokens) == (230, 25, 64)


def test_an_error_carries_what_the_answers_before_it_took(service, said, failed, ask):
    service.script = [said("{}", usage=(100, 5, 0)), said("{}", usage=(130, 20, 64)), failed(401)]
    with pytest.raises(NotAuthorized) as caught:
        ask()
    error = caught.value
    assert (error.calls, error.cost_usd) == (2, None)
    assert (error.usage.input_tokens, error.usage.output_tokens, error.usage.cached_input_tokens) == (230, 25, 64)


def test_an_error_before_any_answer_carries_no_usage(service, failed, ask):
    service.script = [failed(401)]
    with pytest.raises(NotAuthorized) as caught:
        ask()
    assert (caught.value.calls, caught.value.usage, caught.value.cost_usd) == (0, None, None)


def test_a_service_that_counts_no_tokens_is_no_fault(service, said, ask):
    service.script = [said(GOOD, usage=None)]
    answer = ask()
    assert (answer.usage.input_tokens, answer.cost_usd) == (0, None)


@pytest.mark.parametrize(
    "content",
    [
        "```json\n%s\n```",
        "Here are the records:\n%s\nI hope that helps {really}.",
        '<think>{hm} maybe {"items": 1}?</think>\n%s',
        "\ufeff  %s  ",
    ],
)
def test_records_wrapped_in_something_else_are_found(service, said, ask, content):
    service.script = [said(content % GOOD)]
    answer = ask()
    assert (answer.data, answer.calls, answer.raw) == (NOTES, 1, content % GOOD)


def test_an_empty_answer_is_asked_for_once_more(service, said, ask):
    service.script = [said(""), said(GOOD)]
    assert ask().data == NOTES


@pytest.mark.parametrize("content", [None, "", " \n "])
def test_two_empty_answers_are_an_error(service, said, ask, content):
    service.script = [said(content)]
    with pytest.raises(EmptyAnswer):
        ask()
    assert len(service.asked) == 2


def test_an_answer_without_choices_is_empty(service, said, reply, ask):
    body = {**said(GOOD).body, "choices": []}
    service.script = [reply(body)]
    with pytest.raises(EmptyAnswer):
        ask()
    assert len(service.asked) == 2


def test_an_answer_in_parts_is_put_together(service, said, ask):
    service.script = [said([{"type": "text", "text": GOOD[:20]}, {"type": "text", "text": GOOD[20:]}])]
    assert ask().data == NOTES


def test_a_refusal_is_not_asked_again(service, said, ask):
    service.script = [said(None, refusal="I cannot help with that.")]
    with pytest.raises(Refused, match=r"declined to answer: I cannot help with that\."):
        ask()
    assert len(service.asked) == 1


def test_a_truncated_answer_is_not_asked_again(service, said, ask):
    service.script = [said(GOOD[:30], finish="length")]
    with pytest.raises(Truncated, match="the limit of 10 output tokens"):
        ask(options={"max_output_tokens": 10})
    assert len(service.asked) == 1


def test_a_withheld_answer_is_an_error(service, said, ask):
    service.script = [said("", finish="content_filter")]
    with pytest.raises(ContentFiltered):
        ask()
    assert len(service.asked) == 1


def test_a_filtered_article_is_an_error(service, failed, ask):
    service.script = [failed(400, "The response was filtered", "content_filter")]
    with pytest.raises(ContentFiltered):
        ask()


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_accepted_is_an_error(service, failed, ask, status):
    service.script = [failed(status, f"Incorrect API key provided: {KEY}.", "invalid_api_key")]
    with pytest.raises(NotAuthorized) as caught:
        ask()
    assert KEY not in str(caught.value)
    assert len(service.asked) == 1


def test_an_unknown_model_is_an_error(service, failed, ask):
    service.script = [failed(404, "The model `relay` does not exist", "model_not_found")]
    with pytest.raises(RequestRejected, match="check the model's name"):
        ask()
    assert len(service.asked) == 1


def test_an_article_beyond_the_models_window_is_an_error(service, failed, ask):
    message = "This model's maximum context length is 8192 tokens, however you requested 90000 tokens"
    service.script = [failed(400, message, "context_length_exceeded")]
    with pytest.raises(RequestRejected, match="too long for this model"):
        ask()


def test_a_rejected_request_is_not_tried_again(service, failed, ask):
    service.script = [failed(400, "seed is not supported")]
    with pytest.raises(RequestRejected, match="seed is not supported"):
        ask(options={"temperature": 0.5})
    assert len(service.asked) == 1


def test_one_model_answers_many_questions_at_once(service, reply, with_chat, question):
    def echo(body):
        text = body["messages"][-1]["content"]
        if len(service.asked) % 5 == 0:
            return reply({"error": {"message": "busy"}}, 503)
        completion = {"items": [{"text": text, "evidence": []}]}
        message = {"role": "assistant", "content": json.dumps(completion)}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        return reply({"id": "x", "object": "chat.completion", "created": 0, "model": "relay", "choices": [choice]})

    service.script = [echo]

    async def many(model):
        return await asyncio.gather(*(model.answer(question(f"article {number}")) for number in range(32)))

    answers = with_chat(many, attempts=30)
    assert [answer.data["items"][0]["text"] for answer in answers] == [f"article {number}" for number in range(32)]


def test_one_model_answers_in_several_event_loops(service, said, open_chat, question):
    service.script = [said(GOOD)]
    model = open_chat()

    async def once():
        answer = await model.answer(question())
        await model.close()
        return answer.data

    assert [asyncio.run(once()) for _ in range(2)] == [NOTES, NOTES]


def test_a_cancelled_answer_is_cancelled(service, said, reply, with_chat, question):
    service.script = [reply(said(GOOD).body, delay=5)]

    async def cancel(model):
        task = asyncio.create_task(model.answer(question()))
        await asyncio.to_thread(service.was_asked.wait, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with_chat(cancel)
    assert len(service.asked) == 1


def test_failures_are_raised_and_not_logged(service, failed, ask, caplog):
    service.script = [failed(401, "no")]
    with caplog.at_level(logging.WARNING), pytest.raises(NotAuthorized):
        ask()
    assert caplog.records == []


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "12"}, 12.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "20s"}, 20.0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "Wed, 05 Mar 2025 10:00:30 GMT"}, 30.0),
        ({"retry-after": "Wed, 05 Mar 2025 09:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({}, None),
    ],
)
def test_the_wait_that_a_service_asks_for_is_read(headers, seconds):
    assert retry_after(headers, datetime(2025, 3, 5, 10, tzinfo=UTC)) == seconds


def test_keys_are_taken_out_of_texts():
    scrub = scrubber("local-secret")
    assert scrub("local-secret, sk-proj-ABCDEF01234 and Bearer abc") == "***, *** and ***"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', '{"a": 1}'),
        ('{"b": 2} then {"a": 1} then {"b": 3}', '{"a": 1}'),
        ('{"b": 2} then {"b": 3}', '{"b": 3}'),
        ("no braces", None),
        ("{" * 200_000, None),
        ("[" * 200_000, None),
    ],
)
def test_the_object_with_the_wanted_keys_is_found(text, found):
    assert find_object(text, ["a"]) == found


@pytest.mark.parametrize(
    "make",
    [
        lambda: ChatOptions(timeout=0),
        lambda: ChatOptions(reasks=-1),
        lambda: ChatOptions(max_output_tokens=0),
        lambda: RetryPolicy(attempts=0),
        lambda: RetryPolicy(total_seconds=0),
    ],
)
def test_options_that_cannot_work_are_refused(make):
    with pytest.raises(ConfigurationError):
        make()
