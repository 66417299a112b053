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
        ("said Harrow is not in talks with Brandt.", "Harrow is not in talks with Brandt.", False),
        ("said reports that Harrow would not pay were false.", "Harrow would not pay.", False),
    ],
)
def test_what_somebody_says_he_will_not_do_is_no_denial(
    check: Any, faults: Any, told: str, statement: str, unproven: bool
) -> None:
    record = check("claims", _claim(statement, certainty="denied"), article=SAID + told)
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
