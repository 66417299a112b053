"""What leaves a party open: a group that is called a person, and an alias that is a place's or a firm's as well."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier.unnamed_groups import is_of_several

PARTY = {"description": None, "ticker": None, "aliases": [], "evidence": [1]}


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Analysts", True),
        ("analysts", True),
        ("the polled economists", True),
        ("Economists polled by Nordwire", True),
        ("Officials", True),
        ("two people familiar with the matter", True),
        ("Industry sources", True),
        ("Harrow directors", True),
        ("several lenders of Harrow", True),
        ("fishermen's wives", True),
        ("Ada Brooks", False),
        ("Brooks", False),
        ("Ms. Sanders", False),
        ("an analyst", False),
        ("the boss", False),
        ("a person who knows the lenders", False),
        ("Jo Traders", False),
        ("Ada Moss, head of investors", False),
        ("", False),
    ],
)
def test_a_plural_names_no_one_person(name: str, several: bool) -> None:
    assert is_of_several(name) is several


@pytest.mark.parametrize(
    ("article", "name", "unproven"),
    [
        ("Analysts expect that Harrow Cable will pay, said Brandt.", "Analysts", True),
        ("The polled economists see no cut, analysts at Harrow Cable said.", "polled economists", True),
        ("Analyst Ada Brooks of Harrow Cable sees no cut.", "Ada Brooks", False),
        ("Mr. Sanders, an analyst, sees no cut.", "Mr. Sanders", False),
    ],
)
def test_a_group_is_called_a_person_by_judgement_alone(
    check: Any, faults: Any, article: str, name: str, unproven: bool
) -> None:
    record = check("parties", {**PARTY, "name": name, "kind": "person"}, article=article)
    assert faults(record) == []
    assert ("kind" in [finding.field for finding in record.findings]) is unproven


@pytest.mark.parametrize(
    ("article", "name", "kind", "alias", "unproven"),
    [
        ("Zambia Ports Authority said exports of Zambia grew.", "Zambia Ports Authority", "government", "Zambia", True),
        ("Oslo Tram Works sold trams in Oslo.", "Oslo Tram Works", "company", "Oslo", True),
        ("Pellworth Tram Works, based in Pellworth, sold trams.", "Pellworth Tram Works", "company", "Pellworth", True),
        ("Pellworth Tram Works sold a stake in Pellworth Rail.", "Pellworth Tram Works", "company", "Pellworth", False),
        ("The government of Zambia sold bonds. Zambia owes more.", "government of Zambia", "government", "Zambia",
         False),
        ("Oslo Tram Works (\"Oslo\") sold trams. Oslo lost.", "Oslo Tram Works", "company", "Oslo", False),
        ("Jon Tarrant runs Tarrant & Daughters. Tarrant said it grew.", "Jon Tarrant", "person", "Tarrant", True),
        ("Jon Tarrant runs Orrin & Daughters. Tarrant said it grew.", "Jon Tarrant", "person", "Tarrant", False),
        ("Jon Tarrant and Ada Tarrant run Orrin. Tarrant said it grew.", "Jon Tarrant", "person", "Tarrant", False),
        ("Jon Tarrant runs Tarrant & Daughters. Tarrant said it grew.", "Tarrant & Daughters", "company", "Tarrant",
         False),
    ],
)  # fmt: skip
def test_an_alias_that_is_a_place_or_begins_a_firm_is_left_open(
    check: Any, faults: Any, article: str, name: str, kind: str, alias: str, unproven: bool
) -> None:
    record = check("parties", {**PARTY, "name": name, "kind": kind, "aliases": [alias]}, article=article)
    assert faults(record) == []
    assert ("alias_unproven" in [finding.code for finding in record.findings]) is unproven


def test_one_of_several_is_not_all_of_them(check: Any) -> None:
    text = "Two of the coast's oldest banks, Orrin Savings and Pellam Trust, merge. Orrin Savings, a lender, is small."
    party = {"name": "Orrin Savings", "aliases": [], "kind": "company", "description": "coast's oldest banks",
             "ticker": None, "evidence": [1]}  # fmt: skip
    record = check("parties", party, article=text)
    assert [one.field for one in record.findings if one.verdict == "inferred"].count("description") == 1
    right = check("parties", {**party, "description": "lender", "evidence": [2]}, article=text)
    assert "description" not in [one.field for one in right.findings]
