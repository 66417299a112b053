"""Statements that were marked for a name or a negation on too little evidence, each beside a wrong one that is marked
still."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.verifier import Code
from summarizer.verifier.double_negations import double_negations
from summarizer.verifier.index import Index
from summarizer.verifier.short_names import is_ticker, may_abbreviate
from tests.verifier.makers import claim

FIRST = "Nothing else happened on Monday.\n"


# Names in statements

SPELT_SHORT = "RT Lund and RTLund are one.\nAnalysts at RTLund like Orlo.\nRT has not been keen on Orlo for a year.\n"
INSERTED = (
    "Sundair, which has a codesharing pact with Lund-based Norvane Airlines, already is a major presence at Kastrup "
    "with ferries that leave there for Munich, Germany, and Graz, Austria.\n"
)
CHAMPION = "Corvex is getting a double treat for its spending on its airline deal with the Harbor Cup champion Terns.\n"
NICKNAME = (
    "Meunier sold rolls to Orlo Coffee.\nOrlo Coffee was slow, and Meunier grew tired.\n"
    "So he parted ways with the Siren and took back five of his shops.\n"
)
HYPHEN = (
    "Aero Berlin has filed for protection, a move that could imperil its daily service between Lund's O'Dell "
    "International Airport and Berlin.\n"
)
LISTENER = (
    "Tilda Brandvold, a registered nurse at Sund told Netnytt the plan made it easier for nurses.\n"
    "The Pulse plan is new.\nPulse sells.\nPulse is in Lund.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (SPELT_SHORT, claim("RTLund has not been keen on Orlo for a year", 2, 3)),
        (
            INSERTED,
            claim(
                "Sundair already is a major presence at Kastrup with ferries that leave there for Munich and Graz", 1
            ),
        ),
        (CHAMPION, claim("Corvex is getting a double treat for its spending on its airline deal with the Terns", 1)),
        (NICKNAME, claim("Meunier parted ways with Orlo Coffee and took back five of his shops", 2, 3)),
        (HYPHEN, claim("Aero Berlin has filed for protection, which could imperil its O'Dell-Berlin service", 1)),
        (LISTENER, claim("The Pulse plan made it easier for nurses", 1)),
    ],
)
def test_a_name_in_another_place_is_no_rival(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.NAME_ALTERED not in faults(check("claims", record, article=text))


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (
            NICKNAME + FIRST * 4 + "Halm Tea is a shop.\n",
            claim("Meunier parted ways with Halm Tea and took back five of his shops", 2, 3),
        ),
        (
            HYPHEN + FIRST * 4 + "Oslo Harbor is shut.\n",
            claim("Aero Berlin has filed for protection, which could imperil its O'Dell-Graz service", 1),
        ),
    ],
)
def test_a_name_that_took_anothers_place_is_still_marked(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert {Code.NAME_ALTERED, Code.NAME_UNSUPPORTED} & set(faults(check("claims", record, article=text)))


def test_the_capitals_of_a_name_written_in_one_may_mean_it() -> None:
    index = Index(Article.from_text(SPELT_SHORT + "Norvane ' NRVN is up.\n"))
    assert may_abbreviate("RT", "RTLund", index)
    assert not may_abbreviate("RT", "RTLUND", index)
    assert not may_abbreviate("ST", "RTLund", index)
    assert is_ticker("NRVN", "Norvane", index)


# Negation


@pytest.mark.parametrize(
    ("text", "double"),
    [
        ("The strike did not stop Norvane from sailing", True),
        ("The strike didn't keep the line from sailing", True),
        ("It is hard to deny that sales fell", True),
        ("No one can deny it", True),
        ("The strike stopped Norvane from sailing", False),
        ("Norvane denied that sales fell", False),
        ("Norvane did not stop at Lund", False),
    ],
)  # fmt: skip
def test_double_negations(text: str, double: bool) -> None:
    assert bool(double_negations(text)) is double


STOPPED = "A find of faulty bolts didn't stop Norvane from handing over the first ferry to Tern Line on Tuesday.\n"
DENY = "It's hard to deny that the course of sales in Norvane's main region hasn't been good lately.\n"
PRONOUN = (
    "At this price, Norvane stock looks really dear right now.\nBut according to bank Quill Moor, it's not dear.\n"
)
WITHOUT = "Norvane would have paid $9 million in tolls if we factor out the rebates.\n"
BECAUSE = "That's freedom Norvane does not have because half of its cash will head to its owner each year.\n"
WHO_DONT = "Those who don't fear it argue that weak demand is what should worry ferry lines first.\n"
FIND = "You won't find most of last year's best boats on Norvane.\n"


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (STOPPED, claim("Norvane handed over the first ferry to Tern Line on Tuesday", 1)),
        (DENY, claim("The course of sales in Norvane's main region hasn't been good lately", 1)),
        (PRONOUN, claim("Norvane stock is not dear", 1, 2, claimant="Quill Moor", kind="opinion", certainty="denied")),
        (WITHOUT, claim("Norvane would have paid $9 million in tolls without the rebates", 1)),
        (BECAUSE, claim("Half of Norvane's cash will head to its owner each year", 1, kind="forecast")),
        (WHO_DONT, claim("Weak demand is the more pressing issue for ferry lines", 1, kind="opinion")),
        (FIND, claim("Most of last year's best boats are not on Norvane", 1)),
    ],
)
def test_a_negation_that_turns_nothing_round(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.NEGATION_ALTERED not in faults(check("claims", record, article=text))


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (STOPPED, claim("Norvane did not hand over the first ferry to Tern Line on Tuesday", 1)),
        (
            "Norvane stock looks dear right now.\nTern Line boats are old, and Tern's rival is not dear.\n",
            claim("Norvane stock does not look dear right now", 1),
        ),
        (
            BECAUSE.replace("does not have because half of its cash will", "denies, for half of its cash will not"),
            claim("Half of Norvane's cash will head to its owner each year", 1, kind="forecast"),
        ),
        (
            "Norvane does not see any need to sell boats.\n",
            claim("Norvane does see a need to sell boats", 1),
        ),
    ],
)
def test_what_is_turned_round_is_still_marked(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.NEGATION_ALTERED in faults(check("claims", record, article=text))
