"""What each service is asked in its own words: addresses, headers and parameters, against a server on this machine."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.errors import ConfigurationError, RequestRejected
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatOptions
from summarizer.models.cut_prompts import fewest_tokens
from summarizer.models.providers import open_model

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NOTES = {"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": [1]}]}
GOOD = json.dumps(NOTES)
KEY = "sk-local-0123456789"
AZURE = ("AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_API_VERSION", "OPENAI_API_VERSION")
PROSE = "The company said on Monday that it had agreed to sell its rail division to a rival. "


@pytest.fixture
def ask_of(service: Any, question: Callable[..., Question]) -> Callable[..., Answer]:
    """Asks a model by its name, at the service unless `base_url` says otherwise."""

    def make(name: str, user: str = "What does it say?", times: int = 1, **settings: Any) -> Answer:
        async def asked() -> Answer:
            options = ChatOptions(**settings.pop("options", {}))
            model = open_model(name, **{"base_url": service.base_url, "api_key": KEY, **settings}, options=options)
            try:
                return [await model.answer(question(user)) for _ in range(times)][-1]
            finally:
                await model.close()

        return asyncio.run(asked())

    return make


@pytest.fixture
def azure(service: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets what names a resource at Azure: the service."""

    def make(**variables: str) -> None:
        for name in AZURE:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", service.base_url.removesuffix("/v1") + "/")
        monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return make


def sent(service: Any) -> dict[str, str]:
    """The headers of the first request."""
    return {name.lower(): value for name, value in service.headers[0].items()}


def test_azure_is_asked_by_its_v1_api(service: Any, said: Any, ask_of: Any, azure: Any) -> None:
    azure()
    service.script = [said(GOOD)]
    assert ask_of("azure/news", base_url=None, api_key=None).data == NOTES
    assert service.paths == ["/openai/v1/chat/completions"]
    assert service.asked[0]["model"] == "news"
    assert sent(service)["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("behind", ["", "/openai", "/openai/v1", "/openai/v1/"])
def test_azures_address_may_end_anywhere(service: Any, said: Any, ask_of: Any, azure: Any, behind: str) -> None:
    azure(AZURE_OPENAI_ENDPOINT=service.base_url.removesuffix("/v1") + behind)
    service.script = [said(GOOD)]
    ask_of("azure/news", base_url=None, api_key=None)
    assert service.paths == ["/openai/v1/chat/completions"]


def test_azure_is_asked_by_a_dated_version_where_one_is_set(service: Any, said: Any, ask_of: Any, azure: Any) -> None:
    azure(OPENAI_API_VERSION="2024-10-21")
    service.script = [said(GOOD)]
    ask_of("azure/news desk", base_url=None, api_key=None)
    assert service.paths == ["/openai/deployments/news%20desk/chat/completions?api-version=2024-10-21"]
    assert sent(service)["api-key"] == KEY
    assert "authorization" not in sent(service)


def test_azures_missing_settings_are_named(ask_of: Any, azure: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    azure()
    monkeypatch.delenv("AZURE_OPENAI_ENDPOINT")
    monkeypatch.delenv("AZURE_OPENAI_API_KEY")
    with pytest.raises(ConfigurationError, match="set AZURE_OPENAI_ENDPOINT and set AZURE_OPENAI_API_KEY"):
        ask_of("azure/news", base_url=None, api_key=None)


def test_openrouter_is_told_to_keep_the_parameters(service: Any, said: Any, ask_of: Any) -> None:
    service.script = [said(GOOD)]
    ask_of("openrouter/acme/tiny")
    assert service.asked[0]["provider"] == {"require_parameters": True}
    assert service.asked[0]["response_format"]["type"] == "json_schema"


def test_openrouter_has_nothing_to_keep_where_words_are_all(service: Any, said: Any, failed: Any, ask_of: Any) -> None:
    none = failed(404, "No endpoints found that can handle the requested parameters.")
    service.script = [none, none, said(GOOD)]
    assert ask_of("openrouter/acme/tiny").schema_mode == "plain"
    assert "provider" not in service.asked[2]


def test_mistrals_cache_is_asked_for_by_what_is_the_same(service: Any, said: Any, ask_of: Any) -> None:
    service.script = [said(GOOD)]
    ask_of("mistral/mistral-small-latest", times=2)
    ask_of("mistral/mistral-small-latest", user="And this?")
    keys = {body["prompt_cache_key"] for body in service.asked}
    assert len(keys) == 1
    assert KEY not in keys.pop()


def test_deepseek_is_not_asked_for_what_it_does_not_take(service: Any, said: Any, ask_of: Any) -> None:
    service.script = [said(GOOD)]
    assert ask_of("deepseek/deepseek-chat").schema_mode == "plain"
    assert service.asked[0]["response_format"] == {"type": "json_object"}
    assert "JSON Schema" in service.asked[0]["messages"][0]["content"]


@pytest.mark.parametrize("name", ["openai/gpt-5-mini", "vllm/x", "llamacpp/x", "groq/x", "together/x", "xai/x"])
def test_the_others_are_asked_what_openai_is_asked(service: Any, said: Any, ask_of: Any, name: str) -> None:
    service.script = [said(GOOD)]
    assert ask_of(name).schema_mode == "strict"
    assert set(service.asked[0]) == {"model", "messages", "response_format"}


def test_a_temperature_that_a_model_does_not_take_is_left_off(
    service: Any, said: Any, failed: Any, ask_of: Any, caplog: pytest.LogCaptureFixture
) -> None:
    refused = "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default is supported."
    service.script = [failed(400, refused, "unsupported_value"), said(GOOD)]
    assert ask_of("acme-reasoner", times=2, options={"temperature": 0.2}).schema_mode == "strict"
    assert ["temperature" in body for body in service.asked] == [True, False, False]
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "acme-reasoner: the model takes no temperature; it is asked without one"
    ]


@pytest.mark.parametrize(
    "refused",
    [
        "Unrecognized request argument supplied: reasoning_effort",
        "Unsupported parameter: 'reasoning_effort' is not supported with this model.",
        "Unsupported parameter: 'reasoning.effort' is not supported with this model.",
    ],
)
def test_a_reasoning_effort_that_a_model_does_not_take_is_left_off(
    service: Any, said: Any, failed: Any, ask_of: Any, caplog: pytest.LogCaptureFixture, refused: str
) -> None:
    service.script = [failed(400, refused), said(GOOD)]
    assert ask_of("acme", times=2, options={"reasoning_effort": "low"}).schema_mode == "strict"
    assert ["reasoning_effort" in body for body in service.asked] == [True, False, False]
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "acme: the model takes no reasoning effort; it is asked without one"
    ]


def test_an_effort_that_a_model_does_not_know_is_the_callers_fault(service: Any, failed: Any, ask_of: Any) -> None:
    said = (
        "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model. Supported values are: 'low'."
    )
    service.script = [failed(400, said, "unsupported_value")]
    with pytest.raises(RequestRejected, match="Supported values are"):
        ask_of("acme", options={"reasoning_effort": "minimal"})
    assert len(service.asked) == 1


def test_a_temperature_that_is_too_high_is_the_callers_fault(service: Any, failed: Any, ask_of: Any) -> None:
    service.script = [failed(400, "temperature must be between 0 and 2")]
    with pytest.raises(RequestRejected):
        ask_of("acme", options={"temperature": 9.0})
    assert len(service.asked) == 1


def test_a_prompt_that_ollama_has_cut_fails_and_says_what_to_do(service: Any, said: Any, ask_of: Any) -> None:
    article = PROSE * 300
    service.script = [said(GOOD, usage=(2050, 20, 0))]
    with pytest.raises(RequestRejected, match=r"read 2050 tokens of a prompt of at least \d+.*OLLAMA_CONTEXT_LENGTH"):
        ask_of("ollama/llama3.2", user=article)


def test_a_prompt_that_ollama_may_have_cut_is_warned_of(
    service: Any, said: Any, ask_of: Any, caplog: pytest.LogCaptureFixture
) -> None:
    service.script = [said(GOOD, usage=(2050, 20, 0))]
    ask_of("ollama/llama3.2", user=PROSE * 120, times=2)
    warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(warnings) == 1
    assert "read 2050 tokens, as it does of a prompt that it cuts" in warnings[0]


@pytest.mark.parametrize("tokens", [5600, 0])
def test_a_prompt_that_ollama_has_read_is_an_answer(service: Any, said: Any, ask_of: Any, tokens: int) -> None:
    service.script = [said(GOOD, usage=(tokens, 20, 0))]
    assert ask_of("ollama/llama3.2", user=PROSE * 300).data == NOTES


def test_other_services_may_count_as_they_like(service: Any, said: Any, ask_of: Any) -> None:
    service.script = [said(GOOD, usage=(10, 20, 0))]
    assert ask_of("vllm/x", user=PROSE * 300).data == NOTES


def test_a_line_of_dashes_is_not_many_tokens() -> None:
    assert fewest_tokens(["-" * 100_000]) == 0
