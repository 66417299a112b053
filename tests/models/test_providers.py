from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from summarizer.errors import ConfigurationError
from summarizer.models import providers
from summarizer.models.base import Model
from summarizer.models.chat import ChatModel, ChatOptions
from summarizer.models.describing import details_of
from summarizer.models.pricing import cost_of
from summarizer.models.provider_table import FORMAT_OF
from summarizer.models.providers import DEFAULT_MODEL, PROVIDERS, check_base_url, model_statuses, open_model
from summarizer.records import Usage

KEY = "sk-test-0123456789"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    for provider in PROVIDERS.values():
        for name in provider.keys:
            monkeypatch.delenv(name, raising=False)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes an SDK look as if it were not installed."""

    def hide(module: str) -> None:
        installed = providers._is_installed
        monkeypatch.setattr(providers, "_is_installed", lambda name: name != module and installed(name))

    return hide


def chat(model: Model) -> ChatModel:
    assert isinstance(model, ChatModel)
    return model


def test_without_a_key_and_a_name_the_offline_rules_answer() -> None:
    assert open_model().name == "offline"


def test_offline_answers_by_its_name_even_with_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert open_model("offline").needs_prompt is False


def test_with_a_key_the_default_model_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    model = chat(open_model())
    assert (model.name, model.model) == (DEFAULT_MODEL, "gpt-5-mini")
    assert model.endpoint.base_url == "https://api.openai.com/v1"
    assert model.endpoint.price_list == "openai"


def test_a_key_of_blanks_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "  ")
    assert open_model().name == "offline"


def test_a_base_url_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    model = chat(open_model())
    assert (model.name, model.endpoint.base_url) == (DEFAULT_MODEL, "http://127.0.0.1:9/v1")
    assert model.endpoint.api_key == "none"


def test_a_bare_name_goes_to_the_base_url() -> None:
    model = chat(open_model("relay", base_url="http://127.0.0.1:9/v1/"))
    assert (model.name, model.model, model.endpoint.base_url) == ("relay", "relay", "http://127.0.0.1:9/v1")
    assert model.endpoint.price_list is None


def test_a_name_with_a_stroke_of_no_provider_goes_whole_to_the_base_url() -> None:
    assert chat(open_model("acme/tiny-7b", base_url="http://127.0.0.1:9/v1")).model == "acme/tiny-7b"


def test_a_server_elsewhere_has_no_list_price() -> None:
    assert chat(open_model("openai/gpt-5-mini", base_url="http://127.0.0.1:9/v1")).endpoint.price_list is None


def test_openais_own_address_keeps_its_price(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert chat(open_model(base_url="https://api.openai.com/v1")).endpoint.price_list == "openai"


def test_a_local_server_needs_no_key() -> None:
    model = chat(open_model("ollama/llama3.2"))
    assert (model.model, model.endpoint.base_url) == ("llama3.2", "http://localhost:11434/v1")


def test_only_the_first_stroke_divides_provider_and_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", KEY)
    model = chat(open_model("openrouter/acme/tiny-7b:free"))
    assert (model.name, model.model) == ("openrouter/acme/tiny-7b:free", "acme/tiny-7b:free")


def test_a_providers_key_is_sent_to_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert chat(open_model("ollama/llama3.2")).endpoint.api_key == "none"
    with pytest.raises(ConfigurationError, match="set MISTRAL_API_KEY"):
        open_model("mistral/mistral-small-latest")


def test_options_reach_the_model() -> None:
    options = ChatOptions(temperature=0.0)
    assert chat(open_model("ollama/x", options=options)).options is options


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("openai/gpt-5-mini", "set OPENAI_API_KEY"),
        ("openai/", "own name is missing"),
        ("gpt-5-mini", "perhaps openai/gpt-5-mini"),
        ("ollama", "perhaps ollama/…"),
        ("acme/tiny-7b", "perhaps openrouter/acme/tiny-7b"),
        ("gemini/gemini-2.5-flash", "perhaps google/gemini-2.5-flash"),
        ("claude-sonnet-4-5", "perhaps anthropic/claude-sonnet-4-5"),
        ("", "--model is empty"),
        (" ", "--model is empty"),
    ],
)
def test_a_name_that_leads_nowhere_says_what_to_write(name: str, fault: str) -> None:
    with pytest.raises(ConfigurationError, match=fault):
        open_model(name)


@pytest.mark.parametrize(("name", "sdk"), [("anthropic", "anthropic"), ("google", "google.genai")])
def test_a_missing_sdk_names_the_extra(without: Callable[[str], None], name: str, sdk: str) -> None:
    without(sdk)
    with pytest.raises(ConfigurationError, match=rf"pip install '\.\[{name}\]' and set [A-Z]+_API_KEY"):
        open_model(f"{name}/some-model")


def test_a_provider_with_its_own_sdk_takes_no_base_url() -> None:
    with pytest.raises(ConfigurationError, match="takes no --base-url"):
        open_model("anthropic/some-model", base_url="http://127.0.0.1:9/v1")


def test_the_offline_rules_take_no_base_url() -> None:
    with pytest.raises(ConfigurationError, match="take no base url"):
        open_model("offline", base_url="http://127.0.0.1:9/v1")


@pytest.mark.parametrize("key", ["sk one two", "sk-ключ-0123456789", "sk-1\nX-Evil: 1"])
def test_a_key_that_cannot_be_a_header_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_model("openai/gpt-5-mini", api_key=key)
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://localhost:8000/v1", "http://localhost:8000/v1"),
        (" https://llm.example.org/v1/ ", "https://llm.example.org/v1"),
        ("http://[::1]:8000/v1/chat/completions", "http://[::1]:8000/v1"),
    ],
)
def test_a_base_url_is_tidied(url: str, kept: str) -> None:
    assert check_base_url(url) == kept


@pytest.mark.parametrize(
    "url",
    ["localhost:8000/v1", "ftp://h/v1", "http://", "http://h:port/v1", "http://h/v1?key=abc", "http://a b/v1", "x"],
)
def test_what_is_no_base_url_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base url"):
        check_base_url(url)


def test_a_password_in_a_base_url_is_refused_without_being_shown() -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_model("relay", base_url="http://me:hunter22@localhost/v1")
    assert "hunter22" not in str(caught.value)


def test_the_statuses_say_what_is_missing(without: Callable[[str], None]) -> None:
    without("anthropic")
    lines = {line.name: line for line in model_statuses()}
    assert lines["offline"].default
    assert not lines[DEFAULT_MODEL].configured
    assert lines[DEFAULT_MODEL].note == "set OPENAI_API_KEY"
    assert lines["anthropic/…"].note == "pip install '.[anthropic]' and set ANTHROPIC_API_KEY"
    assert "http://localhost:11434/v1" in lines["ollama/…"].note


def test_the_statuses_name_the_variable_and_never_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://user:hunter22@localhost:8000/v1?token=abc")
    statuses = model_statuses()
    assert [line.name for line in statuses if line.default] == [DEFAULT_MODEL]
    for secret in (KEY, "hunter22", "abc"):
        assert secret not in repr(statuses)


def test_a_models_repr_holds_no_key() -> None:
    model = chat(open_model("openai/gpt-5-mini", api_key=KEY))
    assert KEY not in repr(model.endpoint)


def test_opening_a_model_imports_no_sdk() -> None:
    code = (
        "import sys; from summarizer.models.providers import open_model, model_statuses; "
        "open_model('openai/gpt-5-mini', api_key='k'); model_statuses(); "
        "print(sorted({'openai', 'instructor', 'anthropic', 'genai_prices'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_price_is_the_list_price_less_for_cached_tokens() -> None:
    full = cost_of(Usage(input_tokens=1_000_000, output_tokens=0), "gpt-5-mini", "openai")
    cached = cost_of(Usage(input_tokens=1_000_000, cached_input_tokens=1_000_000), "gpt-5-mini", "openai")
    assert full is not None
    assert cached is not None
    assert 0 < cached < full


@pytest.mark.parametrize(("model", "provider"), [("relay", "openai"), ("gpt-5-mini", None), ("x", "nobody")])
def test_an_unknown_price_is_none(model: str, provider: str | None) -> None:
    assert cost_of(Usage(input_tokens=10), model, provider) is None


def test_the_table_says_what_a_service_takes() -> None:
    lines = {line.name: line for line in model_statuses()}
    assert lines[DEFAULT_MODEL].held == ("strict", "json", "words")
    assert (lines[DEFAULT_MODEL].batches, lines["openai-responses/…"].batches) == (True, False)
    assert (lines["anthropic/…"].held, lines["anthropic/…"].cache) == (("tools",), "marked")
    assert lines["mistral/…"].cache == "by key"
    assert (lines["offline"].held, lines["offline"].cache) == ((), "none")


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_that_is_reached_by_a_base_url_is_asked_as_the_table_says(name: str) -> None:
    provider = PROVIDERS[name]
    if provider.sdk:
        pytest.skip("reached by its own SDK")
    model = chat(open_model(f"{name}/x", base_url="http://127.0.0.1:9/v1", api_key=KEY))
    assert model.dialect.format == FORMAT_OF[provider.held[0]]
    assert model.dialect.limit == provider.limit
    assert model.dialect.api == ("responses" if provider.responses else "chat")
    assert model.dialect.temperature


@pytest.mark.parametrize(
    ("name", "taken"),
    [("gpt-5-mini", False), ("gpt-5-chat-latest", True), ("gpt-4.1", True), ("o3", False), ("gpt-4o", True)],
)
def test_openais_reasoning_models_take_no_temperature(name: str, taken: bool) -> None:
    assert chat(open_model(f"openai/{name}", api_key=KEY)).dialect.temperature is taken
    assert chat(open_model(f"openai/{name}", base_url="http://127.0.0.1:9/v1")).dialect.temperature


def test_the_details_of_a_model_are_those_of_the_table_and_the_price_list() -> None:
    known = details_of("openai/gpt-5-mini")
    assert (known.asked_by, known.limit, known.temperature) == ("chat completions", "max_completion_tokens", False)
    assert known.context is not None
    assert known.context > 100_000
    assert known.price is not None
    assert known.batch_price is not None
    assert known.batch_price["input"] == pytest.approx(known.price["input"] / 2)
    assert known.price["cached_input"] < known.price["input"] < known.price["output"]


def test_the_details_follow_the_api_that_is_asked() -> None:
    known = details_of("openai/gpt-5-pro")
    assert (known.asked_by, known.limit, known.batches) == ("the Responses API", "max_output_tokens", False)
    assert known.batch_price is None


def test_what_nobody_lists_is_none() -> None:
    known = details_of("ollama/llama3.2")
    assert (known.context, known.price, known.batch_price, known.cache) == (None, None, None, "server")


@pytest.mark.parametrize("name", ["", "gpt-5-mini", "openai/", "acme/tiny-7b", "offline/rules"])
def test_details_of_what_names_no_model_say_what_to_write(name: str) -> None:
    with pytest.raises(ConfigurationError, match="write provider/model"):
        details_of(name)


def test_the_offline_rules_have_details_too() -> None:
    known = details_of("offline")
    assert known.price is not None
    assert (known.held, known.batches, known.context, set(known.price.values())) == ((), False, None, {0.0})
