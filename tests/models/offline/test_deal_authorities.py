"""Who cannot be a buyer or a target: authorities that judge deals, and people who run companies."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND = "Tarn Steel Inc", "Lund Forge Corp"
BOUGHT = {TARN: "acquirer", LUND: "target"}


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def roles(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"].rstrip("."): party["role"] for party in deal["parties"]}


@pytest.mark.parametrize(
    "text",
    [
        f"The FTC said it would require {TARN} to sell 12 quarries before it can buy {LUND} for $3 billion.",
        f"The European Commission cleared {TARN} to buy {LUND}.",
        f"The Commerce Department said it may block {TARN} from buying {LUND}.",
        f"The FTC moved to block {TARN} from buying {LUND} for $3 billion.",
        f"The Competition Bureau will let {TARN} buy {LUND}.",
    ],
)
def test_an_authority_that_judges_a_deal_does_not_buy(text: str) -> None:
    assert roles(deals(text)[-1]) == BOUGHT


def test_a_treasury_still_sells_and_a_department_still_takes_a_stake() -> None:
    [sale] = deals(f"The Treasury agreed to sell its 20% stake in Havik Bank to {TARN} for $3 billion.")
    [stake] = deals(f"The Commerce Department said it will take a 10% stake in {LUND}.")

    assert roles(sale) == {"Treasury": "seller", "Havik Bank": "target", TARN: "acquirer"}
    assert roles(stake) == {"Commerce Department": "investor", LUND: "investee"}


@pytest.mark.parametrize("runs", ["has run", "joined", "founded", "co-founded", "has led"])
@pytest.mark.parametrize("it", ["the company", "it"])
def test_the_company_behind_a_sentence_about_who_runs_it_is_hers(runs: str, it: str) -> None:
    text = f"Odalys Brenneke {runs} {LUND} in 2017. In March {it} agreed to be bought by {TARN} for $2.2 billion."

    assert roles(deals(text)[-1]) == BOUGHT


def test_a_company_that_founded_another_is_still_the_company() -> None:
    text = f"{LUND} founded Orrin Tools in 1990. In March the company agreed to be bought by {TARN}."

    assert roles(deals(text)[-1]) == BOUGHT
