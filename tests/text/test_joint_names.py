"""Names with "and" in them, brands in 's, and places before a name that are no part of it."""

from __future__ import annotations

import pytest

from summarizer.text.joint_names import join_names
from summarizer.text.names import find_names


def names(text: str) -> list[str]:
    return [" ".join(name.text.split()) for name in join_names(text, find_names(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shares of Orrin Oil and Gas Plc rose.", "Orrin Oil and Gas Plc"),
        ("It bought Dorn Savings and Loan Association in May.", "Dorn Savings and Loan Association"),
        ("It sold a mill to Brim and Co Ltd in May.", "Brim and Co Ltd"),
        ("Vell and Brim Inc said it agreed to the plan.", "Vell and Brim Inc"),
        ("It is selling its unit Brinkum und Tholen GmbH now.", "Brinkum und Tholen GmbH"),
        ("Vandera's Corp said it agreed to the plan.", "Vandera's Corp"),
        ("It bought Heddle's Nursery Inc in May. Heddle's Nursery owns land.", "Heddle's Nursery Inc"),
        ("It raised its stake in Vell and Brim Inc to 8 pct.", "Vell and Brim Inc"),
        ("Its banker, Vell and Brim Inc, got a letter.", "Vell and Brim Inc"),
        ("It owns part of Westmoor Energy Limited Partnership.", "Westmoor Energy Limited Partnership"),
        ("It bought Port Dorn-based Lund Forge Corp in May.", "Lund Forge Corp"),
        ("The Housing and Planning Tribunal objected.", "Housing and Planning Tribunal"),
        ("The Ministry of Ports and Fisheries objected.", "Ministry of Ports and Fisheries"),
        ("Vell and Brim Inc, a maker of pumps, said it agreed to the plan.", "Vell and Brim Inc"),
    ],
)
def test_one_company_has_one_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel Inc and Lund Forge Corp said they agreed.",
        "Tarn and Lund Forge Corp agreed. Tarn makes rails and Lund Forge Corp pumps.",
        "Oskar Vell and Brim Inc said they agreed.",
        "It sold mills to Vell and Brim Inc in May.",
    ],
)
def test_two_companies_stay_two(text: str) -> None:
    assert not any(" and " in name for name in names(text))


def test_an_owner_stays_out_of_the_name_of_what_it_owns() -> None:
    found = names("It bought Heddle's Nursery Inc in May. Heddle said Heddle's Nursery owns land.")
    assert "Heddle's Nursery Inc" not in found


def test_the_verb_of_a_question_is_no_first_name() -> None:
    text = "Will Vell Brim Corp cut jobs? It will not."
    assert names(text) == ["Vell Brim Corp"]
    assert names("Will Brim Corp makes pumps.") == ["Will Brim Corp"]
