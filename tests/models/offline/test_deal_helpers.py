"""Who stands beside a deal: advisers of its parties and authorities, and who does not."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

BUYS = "Tarn Steel Inc agreed to buy Lund Forge Corp for $3 billion."


def beside(text: str) -> dict[str, str]:
    """Name to role of those in the deal's parties that do not make it."""
    (deal,) = find_deals(Reading(Article.from_text(f"{BUYS}\n\n{text}")))
    return {party["name"]: party["role"] for party in deal["parties"] if party["role"] in ("adviser", "regulator")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Orrin Bank advised Tarn Steel.", ["Orrin Bank"]),
        (
            "Orrin Bank and Vell Partners are acting as financial advisers to Tarn Steel.",
            ["Orrin Bank", "Vell Partners"],
        ),
        ("Lund Forge was advised by Vell Partners LLC.", ["Vell Partners LLC"]),
        ("Tarn Steel hired Orrin Bank to advise on the deal.", ["Orrin Bank"]),
    ],
)
def test_who_advises_a_party_is_an_adviser(text: str, names: list[str]) -> None:
    assert beside(text) == dict.fromkeys(names, "adviser")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Federal Trade Commission approved the deal.", "Federal Trade Commission"),
        ("The European Commission has cleared the proposed merger.", "European Commission"),
    ],
)
def test_an_authority_that_judges_the_deal_is_a_regulator(text: str, name: str) -> None:
    assert beside(text) == {name: "regulator"}


@pytest.mark.parametrize(
    "text",
    [
        "Orrin Bank advised Brindle Rail.",
        "Orrin Bank praised the deal.",
        "Brindle Rail approved the deal.",
        "The Federal Trade Commission moved to a new building.",
    ],
)
def test_who_has_nothing_to_do_with_the_deal_stands_not_beside_it(text: str) -> None:
    assert beside(text) == {}


def test_the_sentence_that_names_an_adviser_is_evidence() -> None:
    (deal,) = find_deals(Reading(Article.from_text(f"{BUYS}\n\nOrrin Bank advised Tarn Steel.")))
    assert deal["evidence"] == [1, 2]
