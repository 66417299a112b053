"""Whose francs and crowns they are, by the countries that a text tells of."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.text.currency_context import likeliest


def currency(text: str) -> str | None:
    article = Article.from_text(text)
    return likeliest(article.readings.amounts[-1].currencies)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Swiss mill builder Tarn SA has sales of 3 billion francs.", "CHF"),
        ("French mill builder Tarn SA has sales of 3 billion francs.", "FRF"),
        ("Norwegian mill builder Tarn has sales of 3 billion crowns.", "NOK"),
        ("Tarn ASA has sales of 3 billion crowns.", "NOK"),
        ("Danish mill builder Tarn has sales of 3 billion crowns.", "DKK"),
        ("Tarn has a mill in Prague. It has sales of 3 billion crowns.", "CZK"),
        ("Tarn is the largest in Sweden. Its Norwegian unit has sales of 3 billion crowns.", "NOK"),
        ("Norwegian mill builder Tarn has sales of 3 billion kroner.", "NOK"),
        ("Philippine mill builder Tarn has sales of 3 billion pesos.", "PHP"),
        ("Tarn has sales of 3 billion Swiss francs in France.", "CHF"),
    ],
)
def test_the_country_tells_the_currency(text: str, code: str) -> None:
    assert currency(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Tarn has sales of 3 billion crowns.",
        "Swiss mill builder Tarn bought its French rival for 3 billion francs.",
        "Tarn is the largest in Sweden. Its rivals are Norwegian. It has sales of 3 billion crowns.",
    ],
)
def test_without_one_country_it_is_left_open(text: str) -> None:
    assert currency(text) is None


def test_dollars_and_pounds_are_not_left_open() -> None:
    assert currency("Tarn has sales of $3 billion.") == "USD"
    assert currency("Tarn has sales of 3 billion pounds.") == "GBP"


def test_deals_and_claims_have_it() -> None:
    text = (
        "Swiss mill builder Tarn SA agreed to buy Lund SE for 5.1 billion francs. Lund has sales of 2 billion crowns."
    )
    summary = summarize(Article.from_text(text), model="offline")

    assert [deal.value and deal.value.currency for deal in summary.deals] == ["CHF"]
    assert [(figure.text, figure.currency) for claim in summary.claims for figure in claim.figures] == [
        ("5.1 billion francs", "CHF"),
        ("2 billion crowns", None),
    ]
