"""Echoes: who credits whom, who repeats whom, and what is only said alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.dossier.outlets import credits_of
from summarizer.dossier.stories import Story

Make = Callable[[Sequence[str]], Dossier]

RELEASE = (
    "Ferroway to buy Brightlode\n\nLEEDS, May 4, 2026 (Coalwire) - Ferroway plc agreed to buy "
    "Brightlode Mining Ltd. for "
    "$700 million, it said on Monday. Brightlode digs tin from three flooded shafts which earlier "
    "owners had given up as "
    "too wet to work. Its pumps run on surplus power that a nearby wind farm would otherwise waste at night."
)


def test_a_formula_and_names_in_common_are_no_copy(dossier_of: Make) -> None:
    texts = [
        "Ferroway to buy Brightlode\n\nMay 4, 2026 - Ferroway plc agreed to buy Brightlode Mining "
        "Ltd. for $700 million, "
        "the companies said on Monday. The deal is expected to close in the fourth quarter.",
        "Ferroway buys Brightlode\n\nMay 5, 2026 - Ferroway plc agreed to buy Brightlode Mining Ltd. for $700 million, "
        "the companies said on Monday. The deal is expected to close in the fourth quarter, subject to approvals.",
    ]
    (event,) = dossier_of(texts).events
    assert event.derivations == []
    assert event.sources == 2


def test_sentences_in_the_same_words_are_a_copy_and_shown(dossier_of: Make) -> None:
    copy = (
        "Tin miner sold\n\nYORK, May 6, 2026 (The Beacon) - Brightlode Mining Ltd. has been bought "
        "by Ferroway plc for $700 "
        "million. Brightlode digs tin from three flooded shafts which earlier owners had given up "
        "as too wet to work. Its "
        "pumps run on surplus power that a nearby wind farm would otherwise waste at night."
    )
    (event,) = dossier_of([RELEASE, copy]).events
    (link,) = event.derivations
    assert (link.article, link.source, link.how) == ("a2", "a1", "copies")
    assert {one.article for one in link.evidence} == {"a1", "a2"}
    assert any("flooded shafts" in one.text for one in link.evidence)
    assert event.sources == 1


def test_an_agency_of_any_name_is_credited_by_its_dateline(dossier_of: Make) -> None:
    echo = (
        "Ferroway takes Brightlode\n\nYORK, May 5, 2026 (Orrin News) - Ferroway plc will buy "
        "Brightlode Mining Ltd. for $700 "
        "million, Coalwire reported on Monday."
    )
    rumor = (
        "Ferroway in talks with Brightlode\n\nYORK, April 30, 2026 (Orrin News) - Ferroway plc is "
        "in talks to buy Brightlode "
        "Mining Ltd., people familiar with the matter said on Thursday."
    )
    dossier = dossier_of([RELEASE, echo, rumor])
    (event,) = dossier.events
    assert dossier.article("a1").outlet == "Coalwire"
    assert [(one.article, one.source, one.outlet, one.how) for one in event.derivations] == [
        ("a2", "a1", "Coalwire", "cites")
    ]
    # The rumor is its outlet's own news, the echo the agency's.
    assert event.sources == 2


def test_a_bid_is_no_purchase_and_the_paper_no_rival(dossier_of: Make) -> None:
    texts = [
        "Ferroway bids for Brightlode\n\nLEEDS, May 4, 2026 (The Beacon) - Ferroway plc has offered "
        "to buy Brightlode Mining "
        "Ltd. for $700 million, it said on Monday.",
        "Brightlode studies offer\n\nLEEDS, May 5, 2026 (The Beacon) - Brightlode Mining Ltd. said "
        "on Tuesday it was studying "
        "a $700 million takeover offer from Ferroway plc.",
    ]
    (event,) = dossier_of(texts).events
    assert event.title.startswith("Ferroway plc bids for Brightlode")
    assert not any("Beacon" in value.text for row in event.rows for value in row.values)


def credited(sentence: str) -> list[str]:
    text = f"Ferroway plc agreed to buy Brightlode Mining Ltd. for $700 million. {sentence}\n"
    return [credit.outlet for credit in credits_of(Story(summarize(text, model="offline"), text))]


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("Gruvbladet reported on Tuesday, citing two bankers, that Ferroway had raised its offer.", "Gruvbladet"),
        ("Ferroway has raised its offer, Il Minatore reported on Tuesday.", "Il Minatore"),
        ("Gruvbladet, which first reported the talks, said Brightlode had hired bankers.", "Gruvbladet"),
        ("Brightlode has other suitors, according to the daily Gruvbladet.", "Gruvbladet"),
        ("The talks were first reported by Gruvbladet.", "Gruvbladet"),
        ("Brightlode keeps its name, its chief told Corrin Today in an interview.", "Corrin Today"),
    ],
)
def test_an_outlet_is_known_by_the_construction_that_credits_it(sentence: str, outlet: str) -> None:
    assert credited(sentence) == [outlet]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ferroway reported that Brightlode had sales of $90 million.",
        "Rival Sandoz Shafts reported on Tuesday that its sales fell.",
        "Ferroway, which reported the talks last week, said Brightlode will stay.",
    ],
    ids=["a party", "results", "a party of whom a clause tells"],
)
def test_a_company_that_reports_is_no_outlet(sentence: str) -> None:
    assert credited(sentence) == []
