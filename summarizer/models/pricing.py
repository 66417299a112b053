"""What a call cost, from the price list that the package genai-prices ships: no network."""

from __future__ import annotations

from summarizer.records import Usage


def cost_of(usage: Usage, model: str, provider: str | None, *, batch: bool = False) -> float | None:
    """US dollars for `usage` at the list price; None where the provider or the model has none.

    `provider` is the price list's name of the service; None for a server whose prices nobody lists. `batch`: at the
    price of its batches, where that is listed.
    """
    if provider is None:
        return None
    from genai_prices import Usage as Tokens
    from genai_prices import calc_price

    tokens = Tokens(
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cache_read_tokens=min(usage.cached_input_tokens, usage.input_tokens),
    )
    try:
        context = {"processing": "batch"} if batch else None
        price = calc_price(tokens, model_ref=model, provider_id=provider, price_context=context)
    except (LookupError, ValueError):
        return None
    return round(float(price.total_price), 9)
