"""Two deals of one party, of which one is off: each keeps its own status and its own price."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd"


def by_other(text: str, one: str) -> dict[str, dict[str, Any]]:
    """The deals by the name of the party beside `one`."""
    found = {}
    for deal in find_deals(Reading(Article.from_text(text))):
        [other] = [party["name"] for party in deal["parties"] if party["name"] != one]
        found[other] = deal
    return found


@pytest.mark.parametrize("dropping", ["abandoning", "ending", "scrapping", "terminating"])
@pytest.mark.parametrize("opening", ["The deal", "The offer"])
def test_the_deal_is_the_one_that_is_on(dropping: str, opening: str) -> None:
    text = (
        f"{LUND} accepted a $47 per share offer from {TARN}, {dropping} an agreement to merge with {ORRIN}. "
        f"{opening} values Lund at $3.9 billion, a premium of 52 percent to its price the day before Orrin's approach."
    )
    deals = by_other(text, LUND)

    assert {name: (deal["kind"], deal["status"]) for name, deal in deals.items()} == {
        TARN: ("acquisition", "agreed"),
        ORRIN: ("merger", "terminated"),
    }
    assert deals[TARN]["value"]["text"] == "$3.9 billion"
    assert deals[ORRIN]["value"] is None


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} agreed to buy {LUND}, abandoning an earlier agreement to merge with {ORRIN}.",
        f"{TARN} agreed to buy {LUND}, scrapping a plan to merge with {ORRIN}.",
        f"{TARN} has agreed to be bought by {LUND} and has scrapped its merger with {ORRIN}.",
    ],
)
def test_the_verifier_bears_both_out(text: str) -> None:
    summary = summarize(Article.from_text(text), model="offline")

    assert {deal.status for deal in summary.deals} == {"agreed", "terminated"}
    assert "altered" not in {deal.verdict for deal in summary.deals}


def test_a_merger_that_is_called_off_alone_keeps_its_price() -> None:
    [deal] = find_deals(
        Reading(Article.from_text(f"{TARN} has called off its merger with {LUND}. The deal was worth $3 billion."))
    )

    assert deal["status"] == "terminated"
    assert deal["value"]["text"] == "$3 billion"


@pytest.mark.parametrize(
    "lost",
    [
        f"Tarn last year lost a 900 million euro order from {ORRIN}, which cancelled the contract.",
        f"Tarn lost a similar order from {ORRIN} last year, when Orrin cancelled the 900 million euro contract.",
    ],
)
def test_a_lost_order_is_a_deal_of_its_own(lost: str) -> None:
    deals = by_other(f"{TARN} has won a 600 million euro contract to supply rails to {LUND}. {lost}", TARN)

    assert {name: (deal["status"], deal["value"]["text"]) for name, deal in deals.items()} == {
        LUND: ("agreed", "600 million euro"),
        ORRIN: ("terminated", "900 million euro"),
    }
    assert deals[ORRIN]["parties"][0] == {"name": TARN, "role": "supplier"}


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (f"{ORRIN} last year cancelled the contract that it had given Tarn.", "agreed"),
        ("Lund later cancelled the contract.", "terminated"),
    ],
)
def test_a_contract_ends_with_who_gave_it(behind: str, status: str) -> None:
    [deal] = find_deals(
        Reading(Article.from_text(f"{TARN} won a contract worth $600 million from {LUND} for rails.\n\n{behind}"))
    )

    assert deal["status"] == status


@pytest.mark.parametrize(
    "text", [f"{TARN} lost a $900 million order to {LUND}.", f"{TARN} could lose an order from {LUND}."]
)
def test_an_order_that_went_to_another_or_may_be_lost_is_none(text: str) -> None:
    assert find_deals(Reading(Article.from_text(text))) == []
