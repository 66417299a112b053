"""Prices: those of the list, and those that the user gives."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigurationError
from summarizer.models.pricing import Prices, cost_of, prices_of, read_prices, saved_by_cache
from summarizer.models.providers import open_model
from summarizer.records import Usage

MILLION = Usage(input_tokens=1_000_000, output_tokens=1_000_000, cached_input_tokens=250_000)


def test_prices_of_ones_own_hold_whatever_model_answers() -> None:
    prices = read_prices(" 0.4, 2 ,0.04")
    assert cost_of(MILLION, "some-deployment", prices) == pytest.approx(0.75 * 0.4 + 0.25 * 0.04 + 2)
    assert saved_by_cache(MILLION, "some-deployment", prices) == pytest.approx(0.25 * 0.36)


def test_without_a_price_for_it_what_is_cached_costs_what_the_rest_does() -> None:
    assert read_prices("1,2") == Prices(1e-6, 1e-6, 2e-6)
    assert saved_by_cache(MILLION, "x", read_prices("1,2")) == 0


def test_the_prices_of_the_list_can_be_named_for_another_server() -> None:
    prices = read_prices("openai/gpt-5-mini")
    assert prices == prices_of("gpt-5-mini", "openai")
    assert cost_of(MILLION, "deployment-7", prices) == pytest.approx(cost_of(MILLION, "gpt-5-mini", "openai"))


def test_a_name_that_the_list_does_not_know_goes_by_the_model_that_was_asked() -> None:
    """A service may call the model that answers otherwise."""
    assert cost_of(MILLION, "gpt-5-mini-of-tomorrow", "openai") is None
    asked = cost_of(MILLION, "gpt-5-mini-of-tomorrow", "openai", "gpt-5-mini")
    assert asked == cost_of(MILLION, "gpt-5-mini", "openai")
    assert cost_of(MILLION, "x", "openai", "y") is None


def test_provider_batches_have_a_price_where_the_list_has_another() -> None:
    usual, batch = prices_of("gpt-5-mini", "openai"), prices_of("gpt-5-mini", "openai", provider_batch=True)
    assert usual is not None
    assert batch is not None
    assert batch.output == pytest.approx(usual.output / 2)
    assert prices_of("gpt-5-mini", Prices(1, 1, 1), provider_batch=True) is None
    assert prices_of("relay", "openai", provider_batch=True) is None


def test_more_cached_tokens_than_there_are_cost_no_less_than_nothing() -> None:
    usage = Usage(input_tokens=100, cached_input_tokens=1_000)
    assert cost_of(usage, "x", Prices(1e-6, 1e-7, 0)) == pytest.approx(1e-5)


@pytest.mark.parametrize("text", ["", "1", "1,2,3,4", "-1,2", "inf,1", "a,b", "openai/relay", "nobody/gpt-5-mini"])
def test_what_is_no_price_is_told(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"like 0\.25,2"):
        read_prices(text)


def test_a_server_elsewhere_costs_what_its_user_says() -> None:
    prices = read_prices("1,2")
    model = open_model("any", base_url="http://127.0.0.1:9/v1", prices=prices)
    assert model.endpoint.price_list == prices  # type: ignore[attr-defined]
