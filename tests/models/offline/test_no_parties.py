"""Names that are no side of a deal where they stand: seats, models, what "non-" keeps out."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.no_parties import is_no_party, is_seat
from summarizer.models.offline.reading import Reading


def parties(text: str) -> list[set[str]]:
    return [{party["name"] for party in deal["parties"]} for deal in find_deals(Reading(Article.from_text(text)))]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Redwick, Oregon-based brewer bought it.", "Redwick", True),
        ("the Redwick-based brewer", "Redwick", True),
        ("a Redwick - based brewer", "Redwick", True),
        ("Redwick Foods, Oregon-based and small, bought it.", "Redwick Foods", False),
        ("a small Redwick biotech", "Redwick", True),
        ("the Redwick company", "Redwick", False),
        ("a Redwick company's mill", "Redwick", False),
        ("about 1,000 non-Lund planes", "Lund", True),
        ("20 A350 jets", "A350", True),
        ("A350 maker", "A350", False),
        ("two Lund mills", "Lund", False),
        ("Lund", "Lund", False),
    ],
)
def test_what_stands_around_a_name_shows_that_it_is_no_party(text: str, name: str, expected: bool) -> None:
    start = text.index(name)
    assert is_no_party(text, start, start + len(name)) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The plant in Redwick, Oregon, opens in May.", "Redwick", True),
        ("Orrin, based in Redwick, makes valves.", "Redwick", True),
        ("REDWICK, Ore. (Wire) - Orrin makes valves.", "Redwick", True),
        ("Redwick said it would buy a plant in Redwick, Oregon.", "Redwick", False),
        ("Redwick Foods Inc, based in Redwick, makes valves.", "Redwick", False),
        ("Redwick makes valves.", "Redwick", False),
        ("", "Redwick", False),
    ],
)
def test_a_town_is_known_by_what_an_article_says_of_it(text: str, name: str, expected: bool) -> None:
    assert is_seat(text, name) is expected


def test_a_town_merges_with_nobody_and_still_orders_trams() -> None:
    about = " Redwick, in Oregon, is a town. Orrin Trams is based in Redwick."
    assert parties("Orrin Trams will merge with Redwick." + about) == []
    assert parties("Redwick has chosen Orrin Trams to supply 40 trams for $60 million." + about) == [
        {"Redwick", "Orrin Trams"}
    ]


def test_a_number_before_a_dash_is_no_dateline() -> None:
    text = "Dragnor Therapeutics, a 20 - employee Dunmore biotech, has struck a collaboration deal with Tarn Corp."
    assert parties(text) == [{"Dragnor Therapeutics", "Tarn Corp."}]


def test_a_new_model_is_no_partner() -> None:
    text = "Tarn Motors said its new Tarn Falcon would be built under a partnership with Lund Cars."
    assert all("Tarn Falcon" not in named for named in parties(text))
