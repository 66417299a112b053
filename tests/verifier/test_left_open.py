"""What the article leaves open, beside what it says otherwise: kinds, stages, negations, numbers, conditions."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def found(check: Any, section: str, text: str, draft: dict[str, Any]) -> set[str]:
    return {finding.code for finding in check(section, draft, article=text).findings}


def claim(check: Any, text: str, statement: str, *at: int, **fields: Any) -> set[str]:
    draft = {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": list(at), **fields,
    }  # fmt: skip
    return found(check, "claims", text, draft)


def party(check: Any, text: str, name: str, kind: str, at: int = 1) -> set[str]:
    draft = {"name": name, "aliases": [], "kind": kind, "description": None, "ticker": None, "evidence": [at]}
    return found(check, "parties", text, draft)


def supply(check: Any, text: str, parties: dict[str, str], status: str, subject: str, *at: int) -> set[str]:
    draft = {
        "kind": "supply", "status": status, "parties": [{"name": name, "role": role} for name, role in parties.items()],
        "subject": subject, "value": None, "dates": [], "terms": [], "evidence": list(at),
    }  # fmt: skip
    return found(check, "deals", text, draft)


@pytest.mark.parametrize(
    ("who", "altered"),
    [
        ("a former employee of Moorland", False),
        ("a person close to Ines Gomal", False),
        ("Ines Gomal", True),
        ("a spokeswoman for Moorland", True),
    ],
)
def test_who_is_told_of_by_a_name_that_is_not_his_has_none(check: Any, who: str, altered: bool) -> None:
    text = f"Ines Gomal has left Moorland. {who[0].upper()}{who[1:]} said that the mast was known to be weak."
    draft = {
        "text": "the mast was known to be weak", "mode": "indirect", "speaker": who, "affiliation": None, "role": None,
        "speaker_kind": "anonymous", "evidence": [2],
    }  # fmt: skip
    codes = found(check, "quotes", text, draft)
    assert (Code.KIND_ALTERED in codes) is altered


def test_kinds_of_parties_by_more_than_one_word_of_their_names(check: Any) -> None:
    round_ = "Quill Health closed a round with the Osgard Family Office and the Osgard Patent Office."
    assert Code.KIND_ALTERED not in party(check, round_, "Osgard Family Office", "fund")
    assert Code.KIND_ALTERED in party(check, round_, "Osgard Patent Office", "fund")
    wire = "TBILISI, Aug 22 (Colchis Economic Agency) - The Batumi Harbour Agency has awarded a contract to Tarn Tolls."
    assert Code.KIND_ALTERED not in party(check, wire, "Colchis Economic Agency", "media")
    assert Code.KIND_ALTERED in party(check, wire, "Batumi Harbour Agency", "media")
    fund = "Colchis's road fund has awarded the bypass to Tarn Tolls plc, officials said."
    assert Code.KIND_ALTERED not in party(check, fund, "Colchis's road fund", "government")
    assert Code.KIND_ALTERED in party(check, fund, "Tarn Tolls plc", "government")


WAGONS = (
    "{winner} (KRR) has been awarded a contract for 900 wagons by the lessor Silk Lease. The order is firm. "
    "There was a lower offer. Traders named Hebei Long, which did not reply."
)


@pytest.mark.parametrize(("winner", "altered"), [("Karaman Rail", False), ("Hebei Long", True)])
def test_what_the_rival_was_awarded_is_not_the_losers_stage(check: Any, winner: str, altered: bool) -> None:
    parties = {"Hebei Long": "supplier", "Silk Lease": "customer", "Karaman Rail": "rival"}
    text = WAGONS.format(winner=winner) + " Karaman Rail builds wagons."
    assert (Code.STATUS_ALTERED in supply(check, text, parties, "terminated", "900 wagons", 1, 3, 4)) is altered


@pytest.mark.parametrize(
    ("words", "altered"),
    [
        ("the loss of an axle contract", False),
        ("an axle contract that was not renewed", False),
        ("the cost of an axle contract", True),
    ],
)
def test_a_contract_that_is_lost_or_not_given_again_is_ended(check: Any, words: str, altered: bool) -> None:
    text = f"Varnholm Guss will shut its works, blaming {words} with Ostwind."
    parties = {"Varnholm Guss": "supplier", "Ostwind": "customer"}
    assert (Code.STATUS_ALTERED in supply(check, text, parties, "terminated", "axle contract", 1)) is altered


@pytest.mark.parametrize(("now", "altered"), [("is off", False), ("is sound", True)])
def test_a_merger_that_is_off(check: Any, now: str, altered: bool) -> None:
    text = f"The agreed merger of Arkwell Labels and Finch Broom, announced in April, {now}."
    draft = {
        "kind": "merger", "status": "terminated",
        "parties": [{"name": "Arkwell Labels", "role": "partner"}, {"name": "Finch Broom", "role": "partner"}],
        "subject": "merger", "value": None, "dates": [], "terms": [], "evidence": [1],
    }  # fmt: skip
    assert (Code.STATUS_ALTERED in found(check, "deals", text, draft)) is altered


@pytest.mark.parametrize(
    ("source", "statement", "altered"),
    [
        ("We have shown all seven green books. This deal isn't in them.", "The deal isn't in the green books.", False),
        (
            "Tarn offered 8 million if other regions matched it. None had.",
            "No region had matched the 8 million.",
            False,
        ),
        (
            "Reiss said she could bring back the old press. The old press stands in the hall.",
            "Reiss could not bring back the old press.",
            True,
        ),
        (
            "I would be lying if I said I could bring back the old press.",
            "Reiss could not bring back the old press.",
            False,
        ),
        (
            "She said the firm wasn't planning a rights issue. A site had said that it was.",
            "The firm was planning a rights issue.",
            False,
        ),
        (
            "She said the firm wasn't planning a rights issue. A site had praised it.",
            "The firm was planning a rights issue.",
            True,
        ),
        (
            "The inspection should have taken place in the autumn, as first planned.",
            "The inspection did not take place in the autumn, as first planned.",
            False,
        ),
        (
            "The inspection has taken place in the autumn, as first planned.",
            "The inspection has not taken place in the autumn, as first planned.",
            True,
        ),
    ],
)
def test_negations_by_a_pronoun_or_a_might_have_been(check: Any, source: str, statement: str, altered: bool) -> None:
    numbers = range(1, source.count(". ") + 2)
    assert (Code.NEGATION_ALTERED in claim(check, source, statement, *numbers)) is altered


LEVERAGE = "Net debt would be north of four times earnings. It was less than {bare} at the end of May."


@pytest.mark.parametrize(("bare", "altered"), [("two", False), ("three", True)])
def test_a_number_whose_unit_is_told_before_it(check: Any, bare: str, altered: bool) -> None:
    codes = claim(
        check, LEVERAGE.format(bare=bare), "Net debt was less than two times earnings at the end of May", 1, 2
    )
    assert (Code.NUMBER_ALTERED in codes) is altered


SHARE = "The share was 41 per cent two years ago. Reiss says: “Below {number}.”"


@pytest.mark.parametrize(("number", "altered"), [("25", False), ("30", True), ("25 farms", True)])
def test_a_bare_number_is_of_what_was_counted_before(check: Any, number: str, altered: bool) -> None:
    codes = claim(check, SHARE.format(number=number), "The share will be below 25 per cent", 1, 2)
    assert bool({Code.NUMBER_ALTERED, Code.UNIT_ALTERED} & codes) is altered


def test_a_condition_that_the_statement_keeps_with_a_preposition(check: Any) -> None:
    text = "If you put the revaluation in it is 33 million and something."
    assert Code.CERTAINTY_ALTERED not in claim(check, text, "With the revaluation in it is 33 million and something", 1)
    assert Code.CERTAINTY_ALTERED in claim(check, text, "It is 33 million and something with certainty", 1)


@pytest.mark.parametrize(("who", "altered"), [("two people at other funds", False), ("Tarn Funds", True)])
def test_what_is_said_to_be_so_may_be_what_unnamed_people_say(check: Any, who: str, altered: bool) -> None:
    text = "The backers of Savane were said to be pressing for an exit. Two people at other funds and Tarn Funds spoke."
    codes = claim(check, text, "The backers of Savane were pressing for an exit", 1, 2, claimant=who)
    assert (Code.CERTAINTY_ALTERED in codes) is altered


@pytest.mark.parametrize(("name", "altered"), [("James River Agri", False), ("James Hartley", True)])
def test_a_firm_with_a_first_name_before_the_job_of_another(check: Any, name: str, altered: bool) -> None:
    text = (
        "James River Agri general manager Pete Kolar says his board is calm. "
        "James Hartley, chief executive of Tarn Mills, said it will rain."
    )
    assert (Code.KIND_ALTERED in party(check, text, name, "company", 2 if altered else 1)) is altered
