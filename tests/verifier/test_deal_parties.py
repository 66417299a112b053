"""The sides of a deal: named where it is told, and not somebody who stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.records import Deal
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

TEXT = (
    "Veltrane Holdings Inc. has agreed to buy Morrow Quay Ltd., a maker of harbour cranes, from Sandrel Capital for "
    "$1.02 billion. "
    "The company said it would pay in cash. "
    "Lowick Brothers is advising Veltrane. "
    "The purchase is subject to the consent of the Fair Trade Board. "
    "Castor Lane plc, which has serviced Morrow Quay's cranes since 2009, is thought to have lost interest.\n\n"
    "Elsewhere on the exchange, Tarn Mills rose 3% after Gantry Ratings raised its outlook.\n\n"
    "Halden Rail and Ferrow Signals have together agreed to buy the depot of Ostrel AG."
)


def roles_at_fault(evidence: list[int], **roles: str) -> list[str]:
    """The parties whose roles are altered; names are written with underscores for spaces."""
    article = Article.from_text(TEXT)
    parties: list[Any] = [{"name": name.replace("_", " "), "role": role} for name, role in roles.items()]
    deal = Deal.model_validate(
        {"kind": "acquisition", "status": "agreed", "parties": parties, "subject": "Morrow Quay", "evidence": evidence}
        | {"value": None, "dates": [], "terms": []}
    )
    if "Halden_Rail" in roles:
        deal = deal.model_copy(update={"subject": "the depot"})
    faulty = [finding.field for finding in verify_record(deal, Index(article)).findings if finding.verdict.faulty]
    return [parties[int(field[8])]["name"] for field in faulty if field.endswith(".role")]


def test_the_parties_of_the_deal_are_not_marked() -> None:
    assert roles_at_fault([1], Veltrane_Holdings="acquirer", Morrow_Quay="target", Sandrel_Capital="seller") == []
    assert roles_at_fault([1, 2, 3, 4], Veltrane="acquirer", Morrow_Quay="target", Lowick_Brothers="adviser") == []


def test_who_is_only_meant_by_the_company_is_not_marked() -> None:
    assert roles_at_fault([2, 3], Veltrane_Holdings="acquirer") == []


def test_those_who_buy_together_are_not_marked() -> None:
    assert roles_at_fault([7], Halden_Rail="acquirer", Ferrow_Signals="acquirer", Ostrel_AG="seller") == []


@pytest.mark.parametrize("other", ["Tarn_Mills", "Gantry_Ratings"])
@pytest.mark.parametrize("role", ["acquirer", "seller"])
def test_somebody_of_whom_the_cited_sentences_do_not_speak_is_no_side_of_the_deal(other: str, role: str) -> None:
    rest = {"Morrow_Quay": "target", ("Veltrane" if role == "seller" else "Sandrel_Capital"): "acquirer"}
    if role == "acquirer":
        rest = {"Morrow_Quay": "target", "Sandrel_Capital": "seller"}
    assert roles_at_fault([1], **{other: role}, **rest) == [other.replace("_", " ")]


@pytest.mark.parametrize(
    ("other", "role"),
    [
        ("Lowick_Brothers", "acquirer"),
        ("Fair_Trade_Board", "target"),
        ("Fair_Trade_Board", "acquirer"),
        ("Castor_Lane", "acquirer"),
        ("Castor_Lane", "target"),
    ],
)
def test_somebody_beside_the_deal_does_not_share_a_side_that_another_has(other: str, role: str) -> None:
    sides = {"Veltrane_Holdings": "acquirer", "Morrow_Quay": "target", other: role}
    assert roles_at_fault([1, 2, 3, 4, 5], **sides) == [other.replace("_", " ")]
