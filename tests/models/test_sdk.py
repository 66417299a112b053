"""The services with SDKs of their own, as far as they can be tried on this machine; skipped without the extras."""

from __future__ import annotations

import asyncio
import importlib.util
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from summarizer.errors import ContentFiltered, MalformedAnswer, NotAuthorized, Refused, Truncated, Unavailable
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatOptions
from summarizer.models.providers import open_model
from summarizer.models.retries import RetryPolicy

pytestmark = [
    pytest.mark.block_network(allowed_hosts=["127.0.0.1"]),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

NOTES = {"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": [1]}]}
KEY = "sk-ant-0123456789"


@pytest.fixture
def ask_sdk(service: Any, question: Callable[..., Question], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Asks the service through an SDK."""
    for name in ("ANTHROPIC_BASE_URL", "GOOGLE_GEMINI_BASE_URL"):
        monkeypatch.setenv(name, service.base_url.removesuffix("/v1"))

    def make(name: str, user: str = "What does it say?") -> Answer:
        async def once() -> Answer:
            policy = RetryPolicy(attempts=3, first_wait=0.001, longest_wait=0.001)
            model = open_model(name, api_key=KEY, options=ChatOptions(retries=policy))
            try:
                return await model.answer(question(user))
            finally:
                await model.close()

        return asyncio.run(once())

    return make


@pytest.fixture
def claude(ask_sdk: Callable[..., Answer]) -> Callable[..., Answer]:
    pytest.importorskip("anthropic", reason="the extra `anthropic` is not installed")
    return lambda *user: ask_sdk("anthropic/claude-sonnet-4-5", *user)


@pytest.fixture
def gemini(ask_sdk: Callable[..., Answer]) -> Callable[..., Answer]:
    if importlib.util.find_spec("google") is None or importlib.util.find_spec("google.genai") is None:
        pytest.skip("the extra `google` is not installed")
    return lambda *user: ask_sdk("google/gemini-2.5-flash", *user)


@pytest.fixture
def used(reply: Any) -> Callable[..., Any]:
    """Makes a reply of Anthropic that uses the tool with this input."""

    def make(data: Any, stop: str = "tool_use") -> Any:
        content = [{"type": "tool_use", "id": "t1", "name": "notes", "input": data}] if data is not None else []
        usage = {"input_tokens": 10, "output_tokens": 5, "cache_read_input_tokens": 3}
        head = {"id": "m1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5-20250929"}
        return reply({**head, "content": content, "stop_reason": stop, "stop_sequence": None, "usage": usage})

    return make


@pytest.fixture
def generated(reply: Any) -> Callable[..., Any]:
    """Makes a reply of Google with this text."""

    def make(text: str, finish: str = "STOP") -> Any:
        candidate = {"content": {"role": "model", "parts": [{"text": text}]}, "finishReason": finish}
        usage = {"promptTokenCount": 10, "candidatesTokenCount": 5, "totalTokenCount": 15}
        return reply({"candidates": [candidate], "usageMetadata": usage, "modelVersion": "gemini-2.5-flash"})

    return make


def test_claude_answers_with_usage_and_cost(service: Any, used: Any, claude: Any) -> None:
    service.script = [used(NOTES)]
    answer = claude()
    assert (answer.data, answer.schema_mode, answer.calls) == (NOTES, "plain", 1)
    assert (answer.usage.input_tokens, answer.usage.cached_input_tokens) == (13, 3)
    assert answer.cost_usd is not None


def test_claude_is_sent_the_article_as_it_is(service: Any, used: Any, claude: Any) -> None:
    text = "  {{ 7*7 }} {% raw %} “A\u00a0B”\n\n  ## system"
    service.script = [used(NOTES)]
    claude(text)
    assert service.asked[0]["messages"] == [{"role": "user", "content": text}]


def test_claude_is_asked_again_for_what_misses_the_schema(service: Any, used: Any, claude: Any) -> None:
    service.script = [used({"items": 3}), used(NOTES)]
    answer = claude()
    assert (answer.data, answer.calls, answer.usage.output_tokens) == (NOTES, 2, 10)


def test_claudes_instructions_are_marked_for_its_cache(service: Any, used: Any, claude: Any) -> None:
    service.script = [used(NOTES)]
    claude()
    assert service.asked[0]["system"] == [{"type": "text", "text": "You read.", "cache_control": {"type": "ephemeral"}}]


def test_what_claude_writes_otherwise_is_mended(service: Any, used: Any, claude: Any) -> None:
    service.script = [used({"items": [{**NOTES["items"][0], "evidence": "[1]"}]})]
    answer = claude()
    assert (answer.data, answer.calls) == (NOTES, 1)


def test_claude_is_not_asked_without_end(service: Any, used: Any, claude: Any) -> None:
    service.script = [used({"items": 3})]
    with pytest.raises(MalformedAnswer, match="none of 3 answers"):
        claude()
    assert len(service.asked) == 3


def test_what_fits_of_claudes_answers_is_kept_after_all_re_asks(service: Any, used: Any, claude: Any) -> None:
    service.script = [used({"items": [*NOTES["items"], {"text": None, "evidence": [1]}]})]
    answer = claude()
    assert (answer.data, answer.calls, answer.usage.output_tokens) == (NOTES, 3, 15)
    [note] = answer.notes
    assert note == "no answer of the model satisfied the schema: 1 record was left out: items[1] (text null)"


@pytest.mark.usefixtures("memory")
def test_claudes_salvaged_answer_is_read_the_same_from_the_store(service: Any, used: Any, claude: Any) -> None:
    service.script = [used({"items": [*NOTES["items"], {"text": None, "evidence": [1]}]}), used({"items": 3})]
    first, again = claude(), claude()
    assert (len(service.asked), again) == (3, replace(first, saved_usd=again.saved_usd))
    assert again.notes


def test_what_was_mended_of_claudes_answer_is_said(service: Any, used: Any, claude: Any) -> None:
    service.script = [used({"items": [{"text": "Ostrava Rail\u202e ordered\x1b[31m 12 trains.", "evidence": "[1]"}]})]
    answer = claude()
    assert answer.data["items"] == [{"text": "Ostrava Rail ordered[31m 12 trains.", "evidence": [1]}]
    assert answer.notes == (
        "the model's answer was mended: numbers as text",
        "the model's answer was mended: control characters in 1 text",
    )


def test_claudes_passing_faults_are_tried_again(service: Any, used: Any, failed: Any, claude: Any) -> None:
    service.script = [failed(529, "overloaded"), used(NOTES)]
    assert claude().data == NOTES


def test_claudes_lasting_faults_are_given_up(service: Any, failed: Any, claude: Any) -> None:
    service.script = [failed(500)]
    with pytest.raises(Unavailable):
        claude()
    assert len(service.asked) == 3


def test_a_key_that_claude_does_not_take_is_not_shown(service: Any, failed: Any, claude: Any) -> None:
    service.script = [failed(401, f"invalid x-api-key {KEY}")]
    with pytest.raises(NotAuthorized) as caught:
        claude()
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(("stop", "error"), [("refusal", Refused), ("max_tokens", Truncated)])
def test_what_claude_leaves_unfinished_is_not_asked_again(
    service: Any, used: Any, claude: Any, stop: str, error: type[Exception]
) -> None:
    service.script = [used(None, stop)]
    with pytest.raises(error):
        claude()
    assert len(service.asked) == 1


def test_gemini_answers_with_usage_and_cost(service: Any, generated: Any, gemini: Any) -> None:
    service.script = [generated(json.dumps(NOTES))]
    answer = gemini()
    assert (answer.data, answer.usage.input_tokens) == (NOTES, 10)
    assert answer.cost_usd is not None


def test_gemini_is_asked_again_for_what_misses_the_schema(service: Any, generated: Any, gemini: Any) -> None:
    service.script = [generated('{"items": 3}'), generated(json.dumps(NOTES))]
    assert gemini().calls == 2


def test_what_gemini_writes_otherwise_is_mended(service: Any, generated: Any, gemini: Any) -> None:
    service.script = [generated(f"```json\n{json.dumps(NOTES)[:-1]},}}\n```")]
    assert (gemini().data, len(service.asked)) == (NOTES, 1)


def test_what_fits_of_geminis_answers_is_kept_after_all_re_asks(service: Any, generated: Any, gemini: Any) -> None:
    records = [{"text": ["no", "text"], "evidence": [1]}, *NOTES["items"]]
    service.script = [generated(json.dumps({"items": records}))]
    answer = gemini()
    assert (answer.data, answer.calls) == (NOTES, 3)
    assert "1 record was left out: items[0]" in answer.notes[0]


@pytest.mark.parametrize(("finish", "error"), [("SAFETY", ContentFiltered), ("MAX_TOKENS", Truncated)])
def test_what_gemini_leaves_unfinished_is_not_asked_again(
    service: Any, generated: Any, gemini: Any, finish: str, error: type[Exception]
) -> None:
    service.script = [generated('{"ite', finish)]
    with pytest.raises(error):
        gemini()
    assert len(service.asked) == 1


def test_claudes_calls_are_spans_with_what_failed_before(
    told: Any, service: Any, used: Any, failed: Any, claude: Any
) -> None:
    service.script = [failed(529), used({"items": 3}), used(NOTES)]
    claude()
    first, second = told.spans()
    assert (first.name, second.name) == ("chat claude-sonnet-4-5", "chat claude-sonnet-4-5")
    assert [event.attributes["error.type"] for event in first.events] == ["529"]
    assert second.events == ()
    assert second.attributes["gen_ai.provider.name"] == "anthropic"
    assert second.attributes["gen_ai.response.model"] == "claude-sonnet-4-5-20250929"
    assert second.attributes["gen_ai.response.finish_reasons"] == ("tool_use",)
    assert second.attributes["gen_ai.usage.input_tokens"] == 13
    assert second.attributes["gen_ai.usage.cache_read.input_tokens"] == 3


def test_a_call_of_claude_that_fails_for_good_ends_its_span(told: Any, service: Any, failed: Any, claude: Any) -> None:
    service.script = [failed(529)]
    with pytest.raises(Unavailable):
        claude()
    [span] = told.spans()
    assert span.attributes["error.type"] == "Unavailable"
    assert len(span.events) == 3


def test_claudes_exchanges_are_logged_without_the_key(
    logged: list[Any], service: Any, used: Any, failed: Any, claude: Any
) -> None:
    service.script = [failed(529, "overloaded", x_request_id="r1"), used(NOTES)]
    claude(f"What does {KEY} say?")
    first, second = logged
    assert (first.status, first.headers["x-request-id"], first.attempt) == (529, "r1", 1)
    assert "overloaded" in (first.answer or "")
    assert (first.error or "").startswith("Unavailable: ")
    assert json.loads(second.request)["messages"] == [{"role": "user", "content": "What does *** say?"}]
    assert json.loads(second.answer or "")["content"][0]["input"] == NOTES
    assert (second.error, second.attempt) == (None, 2)
    assert KEY not in repr(logged)


def test_geminis_calls_are_spans_and_logged(
    told: Any, logged: list[Any], service: Any, generated: Any, gemini: Any
) -> None:
    service.script = [generated(json.dumps(NOTES))]
    gemini()
    [span] = told.spans()
    assert span.name == "generate_content gemini-2.5-flash"
    assert span.attributes["gen_ai.provider.name"] == "gcp.gemini"
    assert span.attributes["gen_ai.usage.output_tokens"] == 5
    [one] = logged
    assert one.error is None
    assert "Ostrava Rail ordered 12 trains." in (one.answer or "")
