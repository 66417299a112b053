"""Right records that were marked for a number, a date, a degree of certainty or a stage, each beside a wrong one that
is marked still."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verdicts import Verdict
from summarizer.verifier import Code
from tests.verifier.makers import claim, quote

FIRST = "Nothing else happened on Monday.\n"


def deal(kind: str, status: str, parties: dict[str, str], *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "kind": kind, "status": status, "subject": "", "value": None, "dates": [], "terms": [],
        "parties": [{"name": name, "role": role} for name, role in parties.items()], "evidence": list(evidence),
        **fields,
    }  # fmt: skip


# Numbers that stand where the article has them

ASIDE = "By the cash it brings in, a share of Norvane sells for 11.2 times profit and not for 19.6 times earnings.\n"
ROW = (
    "In two trials of Halmox, 36% and 38% of patients, respectively, had clear skin after a dose, and 51% and 44%, "
    "respectively, felt a 60% or greater fall in pain.\n"
)
EACH = "Norvane's tolls grew by 6%.\nHalm Gas and Tern Line had respective 13% and -14% payouts in the same years.\n"
RUN = (
    "Sund said about 61,000 riders of Sund Islands who bought a ticket with coins at any of its 210 kiosks since 2011 "
    "may have been touched by the breach.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (ASIDE, claim("By the cash it brings in, a share of Norvane sells for 11.2 times profit", 1)),
        (ROW, claim("In two trials of Halmox, 51% and 44% of patients, respectively, felt a 60% or greater fall in "
                    "pain", 1)),
        (EACH, claim("Halm Gas had 13% payouts in the same years", 1, 2)),
        (RUN, claim("About 61,000 riders of Sund Islands who bought a ticket with coins at any of Sund's 210 kiosks "
                    "since 2011 may have been touched by the breach", 1,
                    certainty="hedged")),
    ],
)  # fmt: skip
def test_a_number_in_its_own_place(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.NUMBER_ALTERED not in faults(check("claims", record, article=text))


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (ROW, claim("In two trials of Halmox, 51% and 44% of patients, respectively, had clear skin after a dose", 1)),
        (RUN, claim("About 210 riders of Sund Islands who bought a ticket with coins may have been touched", 1,
                    certainty="hedged")),
        ("Halm Gas paid 13% while Tern Line paid 14% in the same years.\n",
         claim("Halm Gas paid 14% in the same years", 1)),
    ],
)  # fmt: skip
def test_a_number_in_anothers_place_is_still_marked(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert {Code.NUMBER_ALTERED, Code.UNIT_ALTERED} & set(faults(check("claims", record, article=text)))


HIGHER = (
    "That would equal around $600 million in sales, the broker said.\n"
    "The number may be even higher given that other speakers cost more.\n"
)


def test_a_bound_that_the_article_compares_with(check: Any, faults: Any) -> None:
    right = claim("The sales may be even higher than around $600 million", 1, 2, certainty="hedged")
    found = check("claims", right, article=HIGHER)
    assert (faults(found), found.verdict) == ([], Verdict.INFERRED)
    wrong = claim("Sales would equal less than $600 million", 1, certainty="hedged")
    assert Code.BOUND_ALTERED in faults(check("claims", wrong, article=HIGHER))


MONTH = (
    "Sundair, pushing hard after a storm closed its pier in April, finished May with a strong second place.\n"
    "Tally House reported that 80.1 percent of Sundair's boats reached the pier on time.\n"
)


def test_a_month_that_was_read_as_no_date(check: Any, faults: Any) -> None:
    right = claim("80.1 percent of Sundair's boats reached the pier on time in May", 1, 2, claimant="Tally House")
    found = check("claims", right, article=MONTH)
    assert (faults(found), found.verdict) == ([], Verdict.INFERRED)
    wrong = claim("80.1 percent of Sundair's boats reached the pier on time in August", 1, 2, claimant="Tally House")
    assert {Code.DATE_ALTERED, Code.DATE_UNSUPPORTED} & set(faults(check("claims", wrong, article=MONTH)))


# Certainty

WISH = (
    "Bo Moy, who runs the Bank of Ulm, wrote that his next wish is a smaller deposit for boat loans, with a fall "
    "from 20% to 10%.\n"
)
ABLE = "As a result, Norvane was able to deliver the first ferry to Tern Line on Tuesday, a day later than planned.\n"
BELIEF = (
    "Still, Nils Moss and his team believe N & V needs a shake-up in its ways and its structure, and so they ask.\n"
)
DATA = "Tally House toll data indicated lower traffic for the line's northern routes in the first weeks of May.\n"
WE_SEE = "Ida Moss covers ferries.\nShe writes: “With the right crews we see minimal harm to Norvane in 2028.”\n"


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (WISH, claim("Bo Moy wrote that his next wish is a deposit for boat loans reduced from 20% to 10%", 1)),
        (ABLE, claim("Norvane delivered the first ferry to Tern Line on Tuesday, a day later than planned", 1)),
        (BELIEF, claim("N & V needs a shake-up in its ways and its structure", 1, claimant="Nils Moss",
                       kind="opinion")),
        (DATA, claim("Traffic was lower for the line's northern routes in the first weeks of May", 1,
                     claimant="Tally House")),
        (WE_SEE, claim("With the right crews there will be minimal harm to Norvane in 2028", 1, 2, claimant="Ida Moss",
                       kind="forecast")),
    ],
)  # fmt: skip
def test_what_its_source_is_sure_of(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.CERTAINTY_ALTERED not in faults(check("claims", record, article=text))


def test_a_fact_that_its_source_only_indicates_is_not_proven(check: Any) -> None:
    told = claim(
        "Traffic was lower for the line's northern routes in the first weeks of May", 1, claimant="Tally House"
    )
    assert check("claims", told, article=DATA).verdict is Verdict.INFERRED


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (BELIEF, claim("N & V needs a shake-up in its ways and its structure", 1)),
        (ABLE.replace("was able to", "may be able to"),
         claim("Norvane delivered the first ferry to Tern Line on Tuesday", 1)),
        ("Norvane expects to carry 9,000 tonnes of rope this year.\n",
         claim("Norvane carried 9,000 tonnes of rope this year", 1, claimant="Norvane", kind="forecast")),
    ],
)  # fmt: skip
def test_what_is_open_is_still_marked(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.CERTAINTY_ALTERED in faults(check("claims", record, article=text))


TUMBLED = "Then Norvane's shares tumbled when broker Quill Moor pointed out that the stock might be dear.\n"


def test_a_possibility_that_only_explains_what_is_asserted(check: Any, faults: Any) -> None:
    right = claim("Norvane's shares tumbled when broker Quill Moor pointed out that the stock might be dear", 1)
    assert faults(check("claims", right, article=TUMBLED)) == []
    text = "Broker Quill Moor pointed out on Monday that Norvane's stock might be dear.\n"
    wrong = claim("Norvane's stock might be dear", 1)
    assert Code.CERTAINTY_ALTERED in faults(check("claims", wrong, article=text))


# What a copied quote leaves out

BETWEEN = (
    "Moss “has an eye for the right day and July is slow,” said Ib Ruud, a lawyer at Quill Moor, who is not involved.\n"
    "“Together with the state of the case, this points to July.”\n"
)


def test_a_negation_in_what_tells_who_speaks(check: Any, faults: Any) -> None:
    said = {"mode": "direct", "affiliation": "Quill Moor"}
    right = quote("July is slow … Together with the state of the case, this points to July", "Ib Ruud", 1, 2, **said)
    assert Code.NEGATION_ELIDED not in faults(check("quotes", right, article=BETWEEN))
    text = "“We have said that we did not plan to win the case this year,” said Ib Ruud of Quill Moor.\n"
    wrong = quote("We have said that we did … plan to win the case this year", "Ib Ruud", 1, **said)
    assert Code.NEGATION_ELIDED in faults(check("quotes", wrong, article=text))


# Deals

CLOSED = (
    "On Monday, Norvane shares fell, and closed the day down 3.3% after its partner Halm Gas told of a loss.\n"
    "Norvane and Halm Gas are developing a gas ferry together, with plans to start a trial in early 2028.\n"
)
STAKE = (
    "Tern Fund, which the chiefs of Norvane had refused in private, is asking owners for a seat.\n"
    "Tern Fund owns 2% of Norvane's shares.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (CLOSED, deal("partnership", "agreed", {"Norvane": "partner", "Halm Gas": "partner"}, 1, 2,
                      subject="gas ferry")),
        (STAKE, deal("investment", "closed", {"Tern Fund": "investor", "Norvane": "investee"}, 1, 2,
                     subject="Norvane's shares")),
    ],
)  # fmt: skip
def test_words_that_speak_of_no_stage(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.STATUS_ALTERED not in faults(check("deals", record, article=text))


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("Norvane and Halm Gas plan to form a venture to build a gas ferry.\n" + FIRST,
         deal("partnership", "closed", {"Norvane": "partner", "Halm Gas": "partner"}, 1, subject="gas ferry")),
        ("Tern Fund is in talks to buy a 2% stake in Norvane.\n" + FIRST,
         deal("investment", "closed", {"Tern Fund": "investor", "Norvane": "investee"}, 1, subject="a stake")),
    ],
)  # fmt: skip
def test_another_stage_is_still_marked(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.STATUS_ALTERED in faults(check("deals", record, article=text))


RESELLS = "Sund Foods, a chain, is going to carry La Miche's rolls.\nSund Foods will sell its soft rolls in 12 shops.\n"
PARENT = "Norvane runs ferries.\nThat is why it bought ferry line Halm Boats part of Tern Line in 2014.\n"


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (RESELLS, deal("supply", "agreed", {"La Miche": "supplier", "Sund Foods": "customer"}, 1, 2, subject="rolls")),
        (PARENT, deal("acquisition", "closed",
                      {"Norvane": "acquirer", "Halm Boats": "target", "Tern Line": "seller"}, 1, 2)),
    ],
)  # fmt: skip
def test_a_verb_that_gives_no_other_role(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.ROLE_ALTERED not in faults(check("deals", record, article=text))


def test_sides_exchanged_are_still_marked(check: Any, faults: Any) -> None:
    text = "Sund Foods agreed to sell its soft rolls to La Miche.\n" + FIRST
    wrong = deal("supply", "agreed", {"La Miche": "supplier", "Sund Foods": "customer"}, 1, subject="soft rolls")
    assert Code.ROLE_ALTERED in faults(check("deals", wrong, article=text))
