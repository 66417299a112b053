"""What a call cost, from the price list that the package genai-prices ships (no network), or at the caller's prices."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.errors import ConfigurationError
from summarizer.records import Usage

MILLION = 1_000_000


@dataclass(frozen=True)
class Prices:
    """US dollars for one token."""

    input: float
    cached_input: float
    """Of the input, what the service has in its cache."""
    output: float

    def of(self, input_tokens: float, cached_input_tokens: float, output_tokens: float) -> float:
        """US dollars for these tokens; `cached_input_tokens` are among `input_tokens`."""
        cached = min(cached_input_tokens, input_tokens)
        return (input_tokens - cached) * self.input + cached * self.cached_input + output_tokens * self.output


PriceList = str | Prices | None
"""A service by its name in the price list, or prices that hold whatever the model; None: nobody knows them."""


def cost_of(
    usage: Usage, model: str, prices: PriceList, asked: str | None = None, *, batch: bool = False
) -> float | None:
    """US dollars for `usage`; None where nobody knows the price.

    `model` is who answered; where the list does not know it by that name, `asked`, who was asked, is looked up.
    `batch`: at the price of the service's batches, where that is listed.
    """
    if isinstance(prices, Prices):
        cost = prices.of(usage.input_tokens, usage.cached_input_tokens, usage.output_tokens)
        return round(cost, 9)
    if prices is None:
        return None
    tokens = (usage.input_tokens, min(usage.cached_input_tokens, usage.input_tokens), usage.output_tokens)
    cost_listed = _listed(*tokens, model, prices, batch=batch)
    if cost_listed is None and asked is not None and asked != model:
        cost_listed = _listed(*tokens, asked, prices, batch=batch)
    return None if cost_listed is None else round(cost_listed, 9)


def saved_by_cache(
    usage: Usage, model: str, prices: PriceList, asked: str | None = None, *, batch: bool = False
) -> float | None:
    """US dollars that the service's cache took off the price of `usage`; None where it took nothing off that is known
    of."""
    if not usage.cached_input_tokens:
        return None
    cost = cost_of(usage, model, prices, asked, batch=batch)
    full = cost_of(usage.model_copy(update={"cached_input_tokens": 0}), model, prices, asked, batch=batch)
    return None if cost is None or full is None else max(0.0, full - cost)


def prices_of(model: str, prices: PriceList, *, provider_batch: bool = False) -> Prices | None:
    """The price of a token of `model` now, in requests that are not extraordinarily long; None where nobody knows it.

    `provider_batch`: in the service's batches, None where the list has no other price for them.
    """
    if isinstance(prices, Prices):
        return None if provider_batch else prices
    if prices is None:
        return None

    def found(batch: bool) -> Prices | None:
        each = [_listed(*tokens, model, prices, batch=batch) for tokens in ((1, 0, 0), (1, 1, 0), (0, 0, 1))]
        known = [cost for cost in each if cost is not None]
        return Prices(*known) if len(known) == len(each) else None

    usual = found(batch=False)
    if not provider_batch:
        return usual
    batch = found(batch=True)
    return None if batch == usual else batch


def context_of(model: str, prices: PriceList) -> int | None:
    """The tokens of prompt and answer together that `model` takes, as the price list has it; None where it does not."""
    if not isinstance(prices, str):
        return None
    from genai_prices import Usage as Tokens
    from genai_prices import calc_price

    try:
        found = calc_price(Tokens(input_tokens=1, output_tokens=1), model_ref=model, provider_id=prices).model
    except (LookupError, ValueError):
        return None
    return found.context_window


def read_prices(text: str) -> Prices:
    """The prices that `--price` gives: `0.25,2` or `0.25,2,0.025`, US dollars for a million tokens of the input, the
    output and the cached input, or `provider/model` for those of the price list.

    Raises `ConfigurationError`.
    """
    text = text.strip()
    parts = text.split(",")
    try:
        numbers = [float(part) / MILLION for part in parts]
    except ValueError:
        return _prices_named(text)
    if len(numbers) not in (2, 3) or not all(math.isfinite(number) and number >= 0 for number in numbers):
        raise ConfigurationError(
            f"--price {text}: give US dollars for a million tokens of input and output, and of cached input where that "
            "is cheaper, like 0.25,2 or 0.25,2,0.025"
        )
    return Prices(numbers[0], numbers[2] if len(numbers) == 3 else numbers[0], numbers[1])


def prices_by_name(given: Prices | str | Mapping[str, Prices | str] | None, model: str) -> dict[str, Prices]:
    """The prices that are given, by the names of their models; those that come without one are those of `model`.

    Raises `ConfigurationError`.
    """
    named = {model: given} if isinstance(given, Prices | str) else given or {}
    return {name: read_prices(one) if isinstance(one, str) else one for name, one in named.items()}


def split_prices(texts: Sequence[str], model: str | None) -> str | dict[str, str] | None:
    """What `--price` gives, be it several times: `0.25,2` for `model`, `NAME=2,8` for another one of its name.

    Raises `ConfigurationError` where one is given twice.
    """
    if not texts:
        return None
    if len(texts) == 1 and "=" not in texts[0]:
        return texts[0]
    named: dict[str, str] = {}
    for text in texts:
        name, _, price = text.rpartition("=")
        name = name.strip() or model or ""
        if not name:
            raise ConfigurationError(f"--price {text}: say whose price it is, as in openai/gpt-5={text}")
        if name in named:
            raise ConfigurationError(f"--price {text}: that of {name} is given twice")
        named[name] = price
    return named


def _prices_named(name: str) -> Prices:
    from summarizer.models.providers import PROVIDERS

    provider, _, model = name.partition("/")
    found = prices_of(model, PROVIDERS[provider].price_list) if provider in PROVIDERS and model else None
    if found is None:
        raise ConfigurationError(
            f"--price {name}: the price list does not know it; give provider/model as for --model, or US dollars for a "
            "million tokens, like 0.25,2"
        )
    return found


def _listed(
    input_tokens: int, cached: int, output_tokens: int, model: str, service: str, *, batch: bool = False
) -> float | None:
    from genai_prices import Usage as Tokens
    from genai_prices import calc_price

    tokens = Tokens(input_tokens=input_tokens, output_tokens=output_tokens, cache_read_tokens=cached)
    context = {"processing": "batch"} if batch else None
    try:
        price = calc_price(tokens, model_ref=model, provider_id=service, price_context=context)
    except (LookupError, ValueError):
        return None
    return float(price.total_price)
