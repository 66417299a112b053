"""What is known of one model without asking anybody: the table of the services, and the bundled price list."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from summarizer.errors import ConfigurationError
from summarizer.models.pricing import MILLION, Prices, context_of, prices_of
from summarizer.models.provider_table import PROVIDERS, Cache, Held, needs_responses, takes_temperature

OFFLINE = "offline"
RULES = "the built-in rules: no network, no key; business news only"
NOTHING = {"input": 0.0, "output": 0.0, "cached_input": 0.0}
"""What the rules cost."""


@dataclass(frozen=True)
class ModelDetails:
    """What `summarizer models NAME` says. Prices are in US dollars for a million tokens; None where nobody lists it."""

    name: str
    asked_by: str
    held: tuple[Held, ...]
    limit: str
    """What the limit on output tokens is called in a request."""
    temperature: bool
    """Whether it is sent where one is set."""
    batches: bool
    """Whether `--provider-batch` can be used."""
    cache: Cache
    context: int | None
    """Tokens that prompt and answer may have together, as the price list has it."""
    price: dict[str, float] | None
    batch_price: dict[str, float] | None


def details_of(name: str) -> ModelDetails:
    """What is known of the model `name`, `provider/model` or `offline`. Raises `ConfigurationError` where that names
    none."""
    if name.strip() == OFFLINE:
        return ModelDetails(OFFLINE, RULES, (), "-", False, False, "none", None, dict(NOTHING), None)
    prefix, _, model = name.strip().partition("/")
    if prefix not in PROVIDERS or not model:
        raise ConfigurationError(
            f"{name}: write provider/model, e.g. openai/gpt-5-mini, or offline; "
            f"the providers are {', '.join(PROVIDERS)}"
        )
    provider = PROVIDERS[prefix]
    responses = needs_responses(prefix, model)
    sdk = f"its own SDK ({provider.sdk[0]})" if provider.sdk else None
    listed = provider.price_list
    return ModelDetails(
        f"{prefix}/{model}",
        sdk or ("the Responses API" if responses else "chat completions"),
        provider.held,
        "max_output_tokens" if responses else "max_tokens" if provider.sdk else provider.limit,
        takes_temperature(prefix, model),
        provider.batches and not responses,
        provider.cache,
        context_of(model, listed),
        _in_millions(prices_of(model, listed)),
        _in_millions(prices_of(model, listed, provider_batch=True)) if provider.batches and not responses else None,
    )


def _in_millions(prices: Prices | None) -> dict[str, float] | None:
    if prices is None:
        return None
    return {name: round(price * MILLION, 6) for name, price in asdict(prices).items()}
