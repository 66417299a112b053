"""The services whose models can be named, and what each of them takes: docs/models.md says where that was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.models.dialect import Format, Limit

Held = Literal["strict", "json", "tools", "words"]
"""How an answer is held to the schema: by a strict JSON Schema; to JSON, by a tool's parameters or by nothing at all,
where the schema is shown in words."""
Cache = Literal["automatic", "by key", "marked", "server", "none"]
"""How the part of a prompt that is the same for every article is read at a lower price: by itself; where requests share
a key; where it is marked as such; in the server's memory, where tokens have no price; not at all."""
FORMAT_OF: Mapping[Held, Format] = {"strict": "json_schema", "json": "json_object", "words": "none"}


@dataclass(frozen=True)
class Provider:
    """A service whose models can be named, what it takes to reach it, and what it takes of a request."""

    keys: tuple[str, ...] = ()
    """Environment variables that may hold its key, the first that is set counts; none: it needs no key."""
    base_url: str | None = None
    """Its OpenAI-compatible address; None for OpenAI's own, and for services reached by an SDK."""
    price_list: str | None = None
    """Its name in the price list."""
    limit: Limit = "max_completion_tokens"
    """What it calls the limit on output tokens, in chat completions."""
    sdk: tuple[str, ...] = ()
    """The modules of its own SDK, through which instructor reaches it; they come with the extra of its name."""
    held: tuple[Held, ...] = ("strict", "json", "words")
    """How it holds answers to the schema: as is asked first, then as is asked where it does not take that."""
    cache: Cache = "none"
    batches: bool = False
    """Whether it has files and batches by OpenAI's protocol."""
    responses: bool = False
    """Whether it is asked by OpenAI's Responses API in place of chat completions."""
    address: str | None = None
    """The environment variable that holds the address of one's own resource there."""
    requires: bool = False
    """Whether it has to be told to pass requests on only to those that take all of their parameters: OpenRouter."""
    cuts: bool = False
    """Whether it leaves out the beginning of a prompt that is too long, and says nothing of it: Ollama."""


OPENAI_KEY = ("OPENAI_API_KEY",)
AZURE = "azure"
PROVIDERS: Mapping[str, Provider] = {
    "anthropic": Provider(
        ("ANTHROPIC_API_KEY",), price_list="anthropic", sdk=("anthropic",), held=("tools",), cache="marked"
    ),
    AZURE: Provider(("AZURE_OPENAI_API_KEY",), price_list="azure", cache="automatic", address="AZURE_OPENAI_ENDPOINT"),
    "deepseek": Provider(
        ("DEEPSEEK_API_KEY",),
        "https://api.deepseek.com/v1",
        "deepseek",
        "max_tokens",
        held=("json", "words"),
        cache="automatic",
    ),
    "google": Provider(
        ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        price_list="google",
        sdk=("google.genai", "jsonref"),
        held=("json",),
        cache="automatic",
    ),
    "groq": Provider(("GROQ_API_KEY",), "https://api.groq.com/openai/v1", "groq", cache="automatic", batches=True),
    "llamacpp": Provider(base_url="http://localhost:8080/v1", limit="max_tokens", cache="server"),
    "lmstudio": Provider(base_url="http://localhost:1234/v1", limit="max_tokens", cache="server"),
    "mistral": Provider(("MISTRAL_API_KEY",), "https://api.mistral.ai/v1", "mistral", "max_tokens", cache="by key"),
    "ollama": Provider(base_url="http://localhost:11434/v1", limit="max_tokens", cache="server", cuts=True),
    "openai": Provider(OPENAI_KEY, price_list="openai", cache="automatic", batches=True),
    "openai-responses": Provider(OPENAI_KEY, price_list="openai", cache="automatic", responses=True),
    "openrouter": Provider(
        ("OPENROUTER_API_KEY",),
        "https://openrouter.ai/api/v1",
        "openrouter",
        "max_tokens",
        cache="automatic",
        requires=True,
    ),
    "together": Provider(("TOGETHER_API_KEY",), "https://api.together.xyz/v1", "together", "max_tokens", batches=True),
    "vllm": Provider(base_url="http://localhost:8000/v1", limit="max_tokens", cache="server"),
    "xai": Provider(("XAI_API_KEY",), "https://api.x.ai/v1", "x-ai", cache="automatic"),
}

RESPONSES_ONLY = re.compile(
    r"(?:codex-mini|computer-use-preview|gpt-daybreak-\w+|o[13]-pro|o[34](?:-mini)?-deep-research"
    r"|gpt-5(?:\.\d+)?-(?:codex|cyber|pro)\b.*)(?:-latest|-\d{4}-\d\d-\d\d)?"
)
"""OpenAI's models that answer by the Responses API alone: those that the SDK's `ResponsesModel` lists beside the chat
models, and others of their families. Where this table is behind, the service says so with a 404, and is asked there."""
NO_TEMPERATURE = re.compile(r"o[1-9]\b.*|gpt-5(?!.*chat).*|gpt-[6-9].*|codex-.*|computer-use.*")
"""OpenAI's reasoning models, which answer a request with a temperature with 400."""


def takes_temperature(provider: str, model: str) -> bool:
    """Whether a model takes a temperature, as far as the table knows."""
    return provider not in ("openai", "openai-responses") or NO_TEMPERATURE.fullmatch(model) is None


def needs_responses(provider: str, model: str) -> bool:
    """Whether a model is asked by the Responses API."""
    own = PROVIDERS[provider].responses
    return own or (provider == "openai" and RESPONSES_ONLY.fullmatch(model) is not None)
