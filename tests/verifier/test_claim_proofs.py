"""A label of a claim is proven only by a word that bears on what is claimed; else it is a judgement."""

from __future__ import annotations

from typing import Any

import pytest

SAID = "Mara Lindholm, chief executive of Harrow Cable, "


def _claim(statement: str, **labels: Any) -> dict[str, Any]:
    return {"statement": statement, "claimant": "Mara Lindholm", "kind": "fact", "certainty": "asserted",
            "figures": [], "evidence": [1], **labels}  # fmt: skip


def _unproven(record: Any) -> list[str]:
    return [finding.field for finding in record.findings if finding.code == "judgement_unproven"]


@pytest.mark.parametrize(
    ("told", "statement", "unproven"),
    [
        ("said the plant would recover most of the copper.", "The plant would recover most of the copper.", True),
        ("said the plant may recover most of the copper.", "The plant may recover most of the copper.", False),
        ("said the plant would probably recover the copper.", "The plant would probably recover the copper.", False),
        ("said she expects the plant to recover the copper.", "The plant should recover the copper.", False),
    ],
)
def test_would_behind_a_verb_of_saying_leaves_nothing_open(
    check: Any, faults: Any, told: str, statement: str, unproven: bool
) -> None:
    draft = _claim(statement, kind="forecast", certainty="hedged")
    record = check("claims", draft, article=SAID + told)
    assert faults(record) == []
    assert ("certainty" in _unproven(record)) is unproven


@pytest.mark.parametrize(
    ("told", "statement", "unproven"),
    [
        ("said Harrow would not appeal the ruling.", "Harrow would not appeal the ruling.", True),
        ("said Harrow does not intend to sell the mill.", "Harrow does not intend to sell the mill.", True),
        ("denied that Harrow would sell the mill.", "Harrow would sell the mill.", False),
        ("said Harrow is not in talks with Brandt.", "Harrow is not in talks with Brandt.", True),
        ("said Harrow has no plans to sell the mill.", "Harrow has no plans to sell the mill.", True),
        ("said there is no certainty of an offer.", "There is no certainty that an offer will be made.", True),
        ("turned down the bid and said no rival exists.", "No rival of Harrow exists.", True),
        ("rejected the bid and said Harrow has no debt.", "Harrow has no debt.", True),
        (
            "denied a report of a fire and said Brandt has no plans to sell the mill.",
            "Brandt has no plans to sell the mill.",
            True,
        ),
        ("rejected the offer for Harrow of $4 million.", "Mara Lindholm rejected the offer for Harrow.", True),
        ("rejected the allegation that Harrow hid debt.", "Harrow hid debt.", False),
        ("said reports that Harrow would not pay were false.", "Harrow would not pay.", False),
        ("said the report is false, and Harrow will sue.", "The report is false.", False),
        ("said the bid, which a rival had rejected, has no backers.", "The bid has no backers.", True),
        ("said Harrow is not in talks, contrary to a report.", "Harrow is in talks.", False),
        ("said sales did not fall, contrary to expectations.", "Sales did not fall.", True),
        ("said it is not true that Harrow hid debt.", "Harrow hid debt.", False),
        ("said there was no truth in the report of talks with Brandt.", "Harrow was in talks with Brandt.", False),
        ("ruled out a sale of the mill.", "Harrow will sell the mill.", False),
        ("disputed the figure of $4 million.", "Mara Lindholm disputed the figure of $4 million.", False),
    ],
)
def test_only_a_word_that_denies_what_is_claimed_proves_a_denial(
    check: Any, faults: Any, told: str, statement: str, unproven: bool
) -> None:
    record = check("claims", _claim(statement, certainty="denied"), article=SAID + told)
    assert faults(record) == []
    assert ("certainty" in _unproven(record)) is unproven
    record = check("claims", _claim(statement, kind="denial", certainty="denied"), article=SAID + told)
    assert ("kind" in _unproven(record)) is unproven


@pytest.mark.parametrize(
    ("article", "statement", "claimant", "unproven"),
    [
        (
            "Harrow has denied that any buyers were misled, and the Fjord Council has said it is not investigating.",
            "The Fjord Council is not investigating.",
            "Fjord Council",
            True,
        ),
        (
            "Harrow has denied that any buyers were misled, and the Fjord Council has said it is not investigating.",
            "Buyers were misled.",
            "Harrow",
            False,
        ),
        (
            "Harrow has denied that any buyers were misled, and the Fjord Council has said it is not investigating.",
            "Buyers were misled.",
            "Fjord Council",
            True,
        ),
        ("Harrow denied the report, and Brandt is not paying.", "Brandt is not paying.", "Brandt", True),
        ("Harrow denied the report while Brandt said it will not pay.", "Brandt will not pay.", "Brandt", True),
        ("Harrow denied the report; Brandt would not pay.", "Brandt would not pay.", "Brandt", True),
        ("Brandt is not paying, and Harrow denied the report.", "Brandt is not paying.", "Brandt", True),
        ("Brandt said it is not paying, and Harrow called the report false.", "Brandt is paying.", "Brandt", True),
        ("Harrow denied that it hid debt, and that Brandt knew.", "Brandt knew of hidden debt.", "Harrow", False),
        ("Harrow denied that it hid debt and that Brandt was told.", "Brandt was told.", "Harrow", False),
        ("The charge was denied by Harrow.", "The charge was denied.", "Harrow", False),
        ("Brandt hid debt, a charge denied by Harrow on a report.", "Brandt hid debt.", "Brandt", True),
        ("In an interview with Nordwire, she denied that Harrow hid debt.", "Harrow hid debt.", "Mara Lindholm", False),
        ("OSLO, March 4 (Nordwire) - Harrow denied that it hid debt.", "Harrow hid debt.", "Harrow", False),
        ("Harrow denied that it hid debt.", "Harrow hid debt.", None, False),
        ("Reports that Harrow hid debt are false, she said.", "Harrow hid debt.", "Mara Lindholm", False),
        (
            "“Brandt's claims are false, and we will prove it,” said Mara Lindholm.",
            "Brandt's claims are false, and we will prove it.",
            "Mara Lindholm",
            False,
        ),
        ("Harrow denied that it hid debt, but Brandt has said it did not pay.", "Brandt did not pay.", "Brandt", True),
    ],
)
def test_a_word_that_denies_proves_nothing_for_another_clause_or_subject(
    check: Any, faults: Any, article: str, statement: str, claimant: str | None, unproven: bool
) -> None:
    article = f"{article} Mara Lindholm runs Harrow Cable. Brandt Steel and the Fjord Council are in Oslo."
    record = check("claims", _claim(statement, claimant=claimant, certainty="denied"), article=article)
    assert faults(record) == []
    assert ("certainty" in _unproven(record)) is unproven


@pytest.mark.parametrize(
    ("told", "statement", "unproven"),
    [
        ("raised her target for Brandt to $60 from $50.", "Mara Lindholm raised her target for Brandt.", True),
        ("kept her strong buy rating on Brandt.", "Mara Lindholm kept her strong buy rating on Brandt.", True),
        ("acknowledged that the mill is still unfinished.", "The mill is still unfinished.", True),
        ("said the price for Brandt was too generous.", "The price for Brandt was too generous.", False),
        ("said the board was too slow to sell.", "The board was too slow to sell.", False),
        ('called the offer "a long way short".', 'The offer is "a long way short".', False),
        ('said 40 homes are "wired up".', '40 homes are "wired up".', True),
        ("thinks the mill has no equal in Europe.", "The mill has no equal in Europe.", False),
    ],
)
def test_an_act_or_a_state_is_no_opinion(check: Any, faults: Any, told: str, statement: str, unproven: bool) -> None:
    record = check("claims", _claim(statement, kind="opinion"), article=SAID + told)
    assert faults(record) == []
    assert ("kind" in _unproven(record)) is unproven
