"""Models by name: `provider/model`, a bare name behind a base url, or `offline`."""

from __future__ import annotations

import importlib.util
import os
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from summarizer.errors import ConfigurationError
from summarizer.models.base import Model
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.dialect import Dialect
from summarizer.models.pricing import Prices
from summarizer.models.provider_table import (
    FORMAT_OF,
    Cache,
    Held,
    Provider,
    needs_responses,
    takes_temperature,
)
from summarizer.models.provider_table import PROVIDERS as PROVIDERS

DEFAULT_MODEL = "openai/gpt-5-mini"
OFFLINE = "offline"
BASE_URL_VARIABLE = "OPENAI_BASE_URL"
PLACEHOLDER_KEY = "none"
"""Sent to servers that want no key: the client refuses to send nothing."""
OPENAI_HOST = "api.openai.com"
OPENAI = ("openai", "openai-responses")
"""The providers whose address `OPENAI_BASE_URL` replaces."""
AZURE_VERSIONS = ("AZURE_OPENAI_API_VERSION", "OPENAI_API_VERSION")
"""Variables with the version of Azure's older API; without one, its v1 API is used, which has none."""
OTHER_NAMES = {
    "aistudio": "google",
    "azure-openai": "azure",
    "azure_openai": "azure",
    "claude": "anthropic",
    "gemini": "google",
    "google-genai": "google",
    "google_genai": "google",
    "grok": "xai",
    "llama.cpp": "llamacpp",
    "lm-studio": "lmstudio",
    "lm_studio": "lmstudio",
    "mistralai": "mistral",
    "together_ai": "together",
    "togetherai": "together",
    "x-ai": "xai",
}
"""What other programs call the providers, with what they are called here."""
MAKERS = {"claude": "anthropic", "deepseek": "deepseek", "gemini": "google", "grok": "xai", "mistral": "mistral"}
"""How the names of models begin, with the provider that has them."""
DATED = re.compile(r"\d{4}-\d\d-\d\d.*")


@dataclass(frozen=True)
class ModelStatus:
    """What a line of `summarizer models` says."""

    name: str
    """What to give as `--model`, with `…` where the model's own name goes."""
    configured: bool
    """Whether nothing is missing that can be told without the network."""
    note: str
    """What it is reached with, or what to set or install."""
    default: bool = False
    """Whether it answers where no model is named."""
    held: tuple[Held, ...] = ()
    """How its answers are held to the schema: as is asked first, then what is asked where it does not take that."""
    batches: bool = False
    """Whether `--provider-batch` can be used with it."""
    cache: Cache = "none"
    """How the part of the prompt that is the same for every article is read at a lower price."""


def open_model(
    name: str | None = None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    options: ChatOptions | None = None,
    prices: Prices | None = None,
) -> Model:
    """The model `name`: `provider/model`, `offline`, or any name that the server at `base_url` knows.

    `prices`: what its tokens cost, where that is not what the price list says of it.

    None: the default hosted model where `OPENAI_API_KEY` or a base url is set, the offline rules otherwise. Nothing is
    sent before the first question. Raises `ConfigurationError` that says what to set, install or write instead.
    """
    options = options or ChatOptions()
    own_url = base_url or _environment(BASE_URL_VARIABLE)
    if name is None:
        name = default_model(base_url, api_key)
    name = name.strip()
    if name == OFFLINE:
        return _offline(base_url, api_key)
    prefix, slash, rest = name.partition("/")
    if slash and prefix in PROVIDERS:
        if not rest:
            raise ConfigurationError(f"--model {name}: the model's own name is missing behind the stroke")
        return _of_provider(name, prefix, rest, base_url, api_key, options, prices)
    if not name:
        raise ConfigurationError("--model is empty: name a model, e.g. " + DEFAULT_MODEL)
    if own_url is None:
        raise ConfigurationError(
            f"--model {name}: write provider/model (perhaps {_hint(prefix, rest)}), or give the --base-url of the "
            f"server that has it; the providers are {', '.join(PROVIDERS)}, and `offline` needs none"
        )
    key = api_key or _environment("OPENAI_API_KEY")
    return ChatModel(name, name, _endpoint("openai", name, own_url, key, prices), options)


def _hint(prefix: str, rest: str) -> str:
    """What may have been meant by a name that no provider has."""
    if prefix in PROVIDERS:
        return f"{prefix}/…"
    if not rest:
        return next(
            (f"{maker}/{prefix}" for start, maker in MAKERS.items() if prefix.startswith(start)), f"openai/{prefix}"
        )
    provider = OTHER_NAMES.get(prefix.lower())
    return f"openrouter/{prefix}/{rest}" if provider is None else f"{provider}/{rest}"


def default_model(base_url: str | None = None, api_key: str | None = None) -> str:
    """The name of the model that answers where none is named."""
    known = base_url or api_key or _environment(BASE_URL_VARIABLE) or _environment("OPENAI_API_KEY")
    return DEFAULT_MODEL if known else OFFLINE


def default_base_url(name: str) -> str | None:
    """The address that the environment gives for the model `name`; None: none, or the model has its own."""
    prefix, slash, _ = name.partition("/")
    own = name == OFFLINE or (slash and prefix in PROVIDERS and prefix not in OPENAI)
    return None if own else _environment(BASE_URL_VARIABLE)


def model_statuses() -> list[ModelStatus]:
    """Every provider, and what is missing to use it; asks no network and imports no SDK."""
    own_url = _environment(BASE_URL_VARIABLE)
    hosted = bool(own_url or _environment("OPENAI_API_KEY"))
    lines = []
    if own_url:
        lines.append(
            ModelStatus("any name", True, f"{BASE_URL_VARIABLE} is {_shown(own_url)}", held=PROVIDERS["openai"].held)
        )
    for name, provider in PROVIDERS.items():
        shown = DEFAULT_MODEL if name == "openai" else f"{name}/…"
        missing = _missing(name, provider, own_url if name in OPENAI else None)
        note = " and ".join(missing) or _reached(name, provider, own_url)
        known = (hosted and name == "openai", provider.held, provider.batches, provider.cache)
        lines.append(ModelStatus(shown, not missing, note, *known))
    lines.sort(key=lambda line: (not line.configured, line.name))
    note = "built in: rules, no network, no key; business news only"
    return [ModelStatus(OFFLINE, True, note, default=not hosted), *lines]


def check_base_url(url: str) -> str:
    """`url` without a stroke or `/chat/completions` at its end.

    Raises `ConfigurationError` for what cannot be the address of a server.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as fault:
        raise ConfigurationError(f"the base url {url!r} is not an address: {fault}") from fault
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"the base url {url!r} is not an address: write it like http://localhost:8000/v1")
    if parts.username or parts.password:
        raise ConfigurationError("the base url holds a user name or password: give the key with OPENAI_API_KEY instead")
    if parts.query or parts.fragment or any(character.isspace() for character in url):
        raise ConfigurationError(f"the base url {_shown(url)} goes on after the path: leave that off")
    return url.rstrip("/").removesuffix("/chat/completions")


def _of_provider(
    name: str,
    prefix: str,
    model: str,
    base_url: str | None,
    api_key: str | None,
    options: ChatOptions,
    prices: Prices | None,
) -> Model:
    provider = PROVIDERS[prefix]
    key = api_key or _key(provider)
    if not provider.sdk:
        own_url = base_url or (_environment(BASE_URL_VARIABLE) if prefix in OPENAI else None)
        if own_url is None and (missing := _missing(prefix, provider, None, key)):
            raise ConfigurationError(f"--model {name}: {' and '.join(missing)}, or name another model")
        return ChatModel(name, model, _endpoint(prefix, model, own_url, key, prices), options)
    if base_url is not None:
        raise ConfigurationError(f"--model {name}: this provider is reached by its own SDK and takes no --base-url")
    if missing := _missing(prefix, provider, None, key):
        raise ConfigurationError(f"--model {name}: {' and '.join(missing)}")
    from summarizer.models.sdk import SdkModel

    return SdkModel(name, prefix, model, _sendable(key or ""), prices or provider.price_list, options)


def _endpoint(name: str, model: str, own_url: str | None, key: str | None, prices: Prices | None) -> Endpoint:
    """Where to send: the provider's own address, or the one that was given, whose prices nobody lists but `prices`."""
    provider = PROVIDERS[name]
    address, query = _address(provider, model, own_url)
    elsewhere = own_url is not None and (urlsplit(address).hostname != OPENAI_HOST or name not in OPENAI)
    return Endpoint(
        address,
        _sendable(key or PLACEHOLDER_KEY),
        prices or (None if elsewhere else provider.price_list),
        _dialect(name, provider, model, elsewhere=elsewhere),
        key_header="api-key" if query else None,
        query=query,
        cached_by_key=provider.cache == "by key",
        requires_parameters=provider.requires,
        cuts_prompts=provider.cuts,
    )


def _dialect(name: str, provider: Provider, model: str, *, elsewhere: bool) -> Dialect:
    """What the table says that the model takes; a server elsewhere, behind OpenAI's name, is asked as any server is."""
    responses = provider.responses or (not elsewhere and needs_responses(name, model))
    return Dialect(
        FORMAT_OF[provider.held[0]],
        limit=provider.limit,
        temperature=elsewhere or takes_temperature(name, model),
        api="responses" if responses else "chat",
    )


def _address(provider: Provider, model: str, own_url: str | None) -> tuple[str, dict[str, str]]:
    """The base url, and what is put behind each address: Azure's older API names its version there."""
    if own_url is not None:
        return check_base_url(own_url), {}
    if provider.address is None:
        return provider.base_url or f"https://{OPENAI_HOST}/v1", {}
    resource = check_base_url(_environment(provider.address) or "")
    if resource.endswith("/openai/v1"):
        return resource, {}
    resource = resource.removesuffix("/openai")
    version = next((value for name in AZURE_VERSIONS if (value := _environment(name))), "")
    if DATED.fullmatch(version):
        return f"{resource}/openai/deployments/{quote(model, safe='')}", {"api-version": version}
    return f"{resource}/openai/v1", {}


def _offline(base_url: str | None, api_key: str | None) -> Model:
    if base_url is not None or api_key is not None:
        raise ConfigurationError("the offline rules take no base url and no key: leave them off, or name a model")
    from summarizer.models.offline import OfflineModel

    return OfflineModel()


def _environment(name: str) -> str | None:
    return os.environ.get(name, "").strip() or None


def _key(provider: Provider) -> str | None:
    return next((value for name in provider.keys if (value := _environment(name))), None)


def _sendable(key: str) -> str:
    key = key.strip()
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise ConfigurationError("the key holds a space, a line break or a character that no key has: copy it again")
    return key


def _how_to_set(provider: Provider) -> str:
    return f"set {' or '.join(provider.keys)}"


def _missing(name: str, provider: Provider, own_url: str | None, key: str | None = None) -> list[str]:
    missing = []
    if not all(map(_is_installed, provider.sdk)):
        missing.append(f"pip install '.[{name}]'")
    if provider.address and own_url is None and not _environment(provider.address):
        missing.append(f"set {provider.address}")
    if provider.keys and own_url is None and not (key or _key(provider)):
        missing.append(_how_to_set(provider))
    return missing


def _reached(name: str, provider: Provider, own_url: str | None) -> str:
    if name in OPENAI and own_url is not None:
        return f"at {_shown(own_url)}"
    if not provider.keys:
        return f"no key; a server is expected at {provider.base_url}, or give --base-url"
    return f"{next(name for name in provider.keys if _environment(name))} is set"


def _shown(url: str) -> str:
    """`url` as a message may show it: without what could be a secret."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "not an address"
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _is_installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
