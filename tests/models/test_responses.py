"""The Responses API: the same answers, errors and re-asks as by chat completions."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, get_args

import pytest

from summarizer.errors import (
    ConfigurationError,
    ContentFiltered,
    EmptyAnswer,
    RateLimited,
    Refused,
    RequestRejected,
    Truncated,
    Unavailable,
)
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.dialect import Dialect
from summarizer.models.provider_table import needs_responses
from summarizer.models.providers import open_model
from summarizer.models.responses import read_response
from summarizer.models.retries import RetryPolicy

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NOTES = {"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": [1]}]}
GOOD = json.dumps(NOTES)
KEY = "sk-local-0123456789"
ONLY_HERE = "This model is only supported in v1/responses and not in v1/chat/completions."


@pytest.fixture
def responded(reply: Any) -> Callable[..., Any]:
    """Makes the reply of a response with this text, or these parts of its message."""

    def make(text: str | None = None, parts: list[dict[str, Any]] | None = None, **changed: Any) -> Any:
        parts = [{"type": "output_text", "text": text, "annotations": []}] if parts is None else parts
        message = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed", "content": parts}
        body = {
            "id": "resp_1",
            "object": "response",
            "created_at": 0,
            "model": "gpt-5-pro-2025-10-06",
            "status": "completed",
            "error": None,
            "incomplete_details": None,
            "output": [{"id": "rs_1", "type": "reasoning", "summary": []}, message],
            "usage": {"input_tokens": 100, "output_tokens": 20, "input_tokens_details": {"cached_tokens": 64}},
        }
        return reply({**body, **changed})

    return make


@pytest.fixture
def ask_responses(service: Any, question: Callable[..., Question], slept: list[float]) -> Callable[..., Answer]:
    """Asks the service by the Responses API."""

    def make(dialect: Dialect | None = None, **options: Any) -> Answer:
        async def sleep(seconds: float) -> None:
            slept.append(seconds)

        async def once() -> Answer:
            endpoint = Endpoint(service.base_url, KEY, dialect=dialect or Dialect(api="responses"))
            chosen = ChatOptions(retries=RetryPolicy(attempts=3), **options)
            model = ChatModel("openai-responses/x", "x", endpoint, chosen, sleep=sleep)
            try:
                return await model.answer(question())
            finally:
                await model.close()

        return asyncio.run(once())

    return make


def test_a_response_is_an_answer_like_any_other(service: Any, responded: Any, ask_responses: Any) -> None:
    service.script = [responded(GOOD)]
    answer = ask_responses()
    assert (answer.data, answer.calls, answer.schema_mode) == (NOTES, 1, "strict")
    assert answer.model == "gpt-5-pro-2025-10-06"
    assert (answer.usage.input_tokens, answer.usage.output_tokens, answer.usage.cached_input_tokens) == (100, 20, 64)


def test_the_request_holds_the_answer_to_the_schema_and_leaves_nothing_at_the_service(
    service: Any, responded: Any, ask_responses: Any
) -> None:
    service.script = [responded(GOOD)]
    ask_responses(max_output_tokens=900, temperature=0.0, reasoning_effort="low")
    body = service.asked[0]
    shape = body.pop("text")["format"]
    assert service.paths == ["/v1/responses"]
    assert body == {
        "model": "x",
        "input": [
            {"type": "message", "role": "system", "content": "You read."},
            {"type": "message", "role": "user", "content": "What does it say?"},
        ],
        "store": False,
        "max_output_tokens": 900,
        "temperature": 0.0,
        "reasoning": {"effort": "low"},
    }
    assert (shape["type"], shape["name"], shape["strict"]) == ("json_schema", "notes", True)
    assert shape["schema"]["additionalProperties"] is False


def test_a_fault_is_told_to_the_model(service: Any, responded: Any, ask_responses: Any) -> None:
    service.script = [responded('{"items": 3}'), responded(GOOD)]
    answer = ask_responses()
    assert (answer.data, answer.calls, answer.usage.output_tokens) == (NOTES, 2, 40)
    assert [message["role"] for message in service.asked[1]["input"]][-2:] == ["assistant", "user"]
    assert "items:" in service.asked[1]["input"][-1]["content"]


def test_a_service_without_strict_schemas_is_shown_the_schema(
    service: Any, responded: Any, failed: Any, ask_responses: Any
) -> None:
    service.script = [failed(400, "text.format json_schema is not supported"), responded(GOOD)]
    assert ask_responses().schema_mode == "plain"
    assert service.asked[1]["text"] == {"format": {"type": "json_object"}}
    assert "JSON Schema" in service.asked[1]["input"][0]["content"]


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}, Truncated),
        ({"status": "incomplete", "incomplete_details": {"reason": "content_filter"}}, ContentFiltered),
        ({"parts": [{"type": "refusal", "refusal": "I cannot."}]}, Refused),
        ({"parts": []}, EmptyAnswer),
        ({"output": []}, EmptyAnswer),
        ({"status": "failed", "error": {"code": "server_error", "message": "broke"}}, Unavailable),
        ({"status": "failed", "error": {"code": "rate_limit_exceeded", "message": "slow down"}}, RateLimited),
        ({"status": "failed", "error": {"code": "invalid_prompt", "message": "no"}}, RequestRejected),
    ],
)
def test_what_is_no_whole_answer_is_a_typed_error(
    service: Any, responded: Any, ask_responses: Any, changed: dict[str, Any], error: type[Exception]
) -> None:
    service.script = [responded(**changed)]
    with pytest.raises(error):
        ask_responses()


def test_a_passing_failure_under_status_200_is_tried_again(service: Any, responded: Any, ask_responses: Any) -> None:
    broken = responded(status="failed", error={"code": "server_error", "message": "broke"})
    service.script = [broken, responded(GOOD)]
    assert ask_responses().data == NOTES


@pytest.mark.parametrize("said", [None, [], "x", {}, {"output": "x"}, {"output": None, "choices": 3}])
def test_what_is_no_response_is_left_as_it_came(said: Any) -> None:
    assert read_response(said, {}) is said


def test_parts_of_any_type_are_read_without_a_crash() -> None:
    said = {"output": [None, {"type": "message", "content": [None, 3, {"text": 5}, {"text": "a"}]}], "usage": "much"}
    completion = read_response(said, {})
    assert (completion.said["choices"][0]["message"]["content"], completion.usage.input_tokens) == ("a", 0)


@pytest.mark.parametrize("status", [404, 400])
def test_a_model_that_answers_here_alone_is_asked_here(
    service: Any, responded: Any, failed: Any, ask_responses: Any, status: int
) -> None:
    service.script = [failed(status, ONLY_HERE), responded(GOOD)]
    assert ask_responses(Dialect()).data == NOTES
    assert service.paths == ["/v1/chat/completions", "/v1/responses"]


def test_a_service_that_has_it_nowhere_is_asked_once_at_each(service: Any, failed: Any, ask_responses: Any) -> None:
    service.script = [failed(404, ONLY_HERE)]
    with pytest.raises(RequestRejected):
        ask_responses(Dialect())
    assert service.paths == ["/v1/chat/completions", "/v1/responses"]


@pytest.mark.parametrize(
    ("name", "api"),
    [
        ("openai/gpt-5-mini", "chat"),
        ("openai/gpt-5.5", "chat"),
        ("openai/gpt-5-pro", "responses"),
        ("openai/gpt-5.5-pro-2026-04-23", "responses"),
        ("openai/gpt-5.1-codex-max", "responses"),
        ("openai/o3-pro", "responses"),
        ("openai/o3", "chat"),
        ("openai/o4-mini-deep-research", "responses"),
        ("openai-responses/gpt-5-mini", "responses"),
    ],
)
def test_the_api_follows_from_the_model(name: str, api: str) -> None:
    model = open_model(name, api_key=KEY)
    assert isinstance(model, ChatModel)
    assert model.dialect.api == api


def test_all_of_the_sdks_models_for_responses_alone_are_known() -> None:
    from openai.types.shared import ChatModel as ChatNames
    from openai.types.shared.responses_model import ResponsesModel

    known = {name for part in get_args(ResponsesModel) for name in get_args(part)}
    names = sorted(known - set(get_args(ChatNames)))
    assert "o1-pro" in names
    assert [name for name in names if not needs_responses("openai", name)] == []
    for name in ("gpt-4o", "gpt-4.1-nano", "gpt-5", "gpt-5-nano", "gpt-5.6-terra", "o1", "o3", "o4-mini"):
        assert not needs_responses("openai", name)


def test_a_server_elsewhere_is_asked_for_chat_completions() -> None:
    model = open_model("openai/o3-pro", base_url="http://127.0.0.1:9/v1", api_key=KEY)
    assert isinstance(model, ChatModel)
    assert model.dialect.api == "chat"


def test_a_store_tells_the_two_apis_apart() -> None:
    one, other = (open_model(f"{name}/gpt-5-mini", api_key=KEY) for name in ("openai", "openai-responses"))
    assert isinstance(one, ChatModel)
    assert isinstance(other, ChatModel)
    assert one.request_settings != other.request_settings
    assert one.request_settings == ("https://api.openai.com/v1", "gpt-5-mini", None, None)


def test_provider_batches_are_not_sent_by_it() -> None:
    from summarizer.batch.provider.services import services_of
    from summarizer.pipeline import Pipeline

    with pytest.raises(ConfigurationError, match="Responses API, whose batches are not spoken here"):
        services_of(Pipeline(open_model("openai/o3-pro", api_key=KEY)))


def test_a_call_by_the_responses_api_is_told_and_logged_like_any_other(
    told: Any, logged: list[Any], service: Any, responded: Any, ask_responses: Any
) -> None:
    service.script = [responded(GOOD)]
    ask_responses()
    [span] = told.spans()
    assert span.name == "chat x"
    assert span.attributes["gen_ai.provider.name"] == "openai"
    assert span.attributes["gen_ai.response.id"] == "resp_1"
    assert span.attributes["gen_ai.response.finish_reasons"] == ("stop",)
    assert span.attributes["gen_ai.usage.input_tokens"] == 100
    assert span.attributes["gen_ai.usage.cache_read.input_tokens"] == 64
    [one] = logged
    assert one.url == f"{service.base_url}/responses"
    assert json.loads(one.request) == service.asked[0]
    assert json.loads(one.answer)["object"] == "response"
