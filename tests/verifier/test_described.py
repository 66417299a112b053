"""Descriptions, modes and kinds of speakers that stand beside a name and are not proven of it."""

from __future__ import annotations

from typing import Any

import pytest


def _unproven(record: Any) -> list[str]:
    return [finding.field for finding in record.findings if finding.code == "judgement_unproven"]


@pytest.mark.parametrize(
    ("article", "description", "unproven"),
    [
        ("Mara Lindholm will be chief executive of the merged company.", "chief executive", True),
        ("Mara Lindholm is set to become chief executive of Harrow Cable.", "chief executive", True),
        ("Mara Lindholm, chief executive of Harrow Cable, will be in Oslo.", "chief executive", False),
        ("Mara Lindholm is chief executive of Harrow Cable.", "chief executive", False),
        ("Harrow Cable Ltd (Nominated Adviser), contact: Mara Lindholm.", "Nominated Adviser", True),
        ("At Harrow Cable Ltd, chief executive Mara Lindholm spoke.", "chief executive", False),
        ("Ada Roe will be chairman of the new group and Mara Lindholm its chief executive.", "chief executive", True),
        ("Ada Roe is chairman of the group and Mara Lindholm its chief executive.", "chief executive", False),
        ("The unit will be sold; Mara Lindholm, its chief executive, stays.", "chief executive", False),
        ("the tarn Ord (Nominated Adviser)   Mara Lindholm", "Nominated Adviser", True),
        ("Mara Lindholm, a fund manager, sold.", "a fund manager", False),
        ("Mara Lindholm, a cable company, sold.", "a cable company", True),
    ],
)
def test_a_job_to_come_or_a_firms_is_not_proven_of_a_person(
    check: Any, faults: Any, article: str, description: str, unproven: bool
) -> None:
    draft = {"name": "Mara Lindholm", "aliases": [], "kind": "person", "description": description, "ticker": None,
             "evidence": [1]}  # fmt: skip
    record = check("parties", draft, article=article)
    assert faults(record) == []
    assert ("description" in _unproven(record)) is unproven


@pytest.mark.parametrize(
    ("article", "text", "unproven"),
    [
        ("Harrow Cable confirmed its outlook for next year.", "its outlook for next year", True),
        ("Harrow Cable confirmed its outlook was unchanged.", "its outlook was unchanged", False),
        ("Harrow Cable said its outlook was unchanged.", "its outlook was unchanged", False),
    ],
)
def test_the_bare_object_of_a_verb_is_nobodys_words(
    check: Any, faults: Any, article: str, text: str, unproven: bool
) -> None:
    draft = {"text": text, "mode": "indirect", "speaker": "Harrow Cable", "affiliation": None, "role": None,
             "speaker_kind": "company", "evidence": [1]}  # fmt: skip
    record = check("quotes", draft, article=article)
    assert faults(record) == []
    assert ("mode" in _unproven(record)) is unproven


@pytest.mark.parametrize(
    ("speaker", "unproven"), [("the two companies", True), ("the companies", True), ("the unions", False)]
)
def test_several_companies_are_no_speaker_of_another_kind(check: Any, speaker: str, unproven: bool) -> None:
    article = f"The price was fair, {speaker} said."
    draft = {"text": "The price was fair", "mode": "indirect", "speaker": speaker, "affiliation": None, "role": None,
             "speaker_kind": "other", "evidence": [1]}  # fmt: skip
    assert ("speaker_kind" in _unproven(check("quotes", draft, article=article))) is unproven


@pytest.mark.parametrize(
    ("article", "description", "unproven"),
    [
        ("Harrow Cable chief executive Mara Lindholm spoke.", "chief executive", False),
        ("Harrow Cable, a maker of wire, has a new president.", "a maker of wire", False),
        ("Harrow Cable, chairman of the trade body this year, spoke.", "chairman of the trade body", True),
    ],
)
def test_a_firm_is_not_called_what_persons_are(check: Any, article: str, description: str, unproven: bool) -> None:
    draft = {"name": "Harrow Cable", "aliases": [], "kind": "company", "description": description, "ticker": None,
             "evidence": [1]}  # fmt: skip
    record = check("parties", draft, article=article)
    assert ("description" in _unproven(record)) is unproven
