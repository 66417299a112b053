"""A deal term under a false name, a rival's price as the deal's value, somebody who says that it is not involved."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Article, verify

TEXT = (
    "TULSA, June 17, 2025 - Hartwell Pumps Inc. has agreed to buy Lindqvist Valve Ltd. for $1.02 billion in cash, or "
    "$41.50 per share, the companies said on Tuesday. Hartwell will also take on $310 million of debt. Rival bidder "
    "Castor Reef plc had offered 38 pounds a share, valuing Lindqvist at 940 million pounds. Lindqvist would owe a "
    "break-up fee of $30 million. Dunmere Group, which had been linked to the auction, said it was not involved.\n"
)
SIDES = [("Hartwell Pumps Inc.", "acquirer"), ("Lindqvist Valve Ltd.", "target")]


def checked(*, more: tuple[str, str] | None = None, **fields: Any) -> Any:
    article = Article.from_text(TEXT)
    deal = {
        "kind": "acquisition", "status": "agreed", "subject": "Lindqvist Valve Ltd.",
        "value": {"text": "$1.02 billion"},
        "parties": [{"name": name, "role": role} for name, role in (*SIDES, *([more] if more else []))],
        "dates": [], "terms": [], "evidence": [sentence.number for sentence in article.sentences], **fields,
    }  # fmt: skip
    return verify(article, {"deals": [deal]}).deals[0]


def wrong(record: Any) -> set[str]:
    return {finding.code for finding in record.findings if finding.verdict in ("altered", "unsupported")}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("price per share", "$41.50 per share"),
        ("assumed debt", "$310 million of debt"),
        ("break fee", "break-up fee of $30 million"),
        ("breakup fee", "$30 million"),
        ("closing terms", "in cash"),
    ],
)
def test_terms_under_their_own_name_are_right(name: str, text: str) -> None:
    record = checked(terms=[{"name": name, "text": text}])
    assert wrong(record) == set()
    assert not [finding for finding in record.findings if finding.field == "terms[0].name"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("break fee", "$310 million"),
        ("price per share", "$1.02 billion"),
        ("debt", "$30 million"),
        ("royalty", "$41.50 per share"),
        ("premium", "$1.02 billion"),
        ("upfront payment", "$30 million"),
        ("closing condition", "in cash"),
    ],
)
def test_terms_under_another_name_are_altered(name: str, text: str) -> None:
    assert "unit_altered" in wrong(checked(terms=[{"name": name, "text": text}]))


def test_a_name_for_which_nothing_speaks_is_a_judgement() -> None:
    record = checked(terms=[{"name": "milestones", "text": "take on"}])
    assert record.verdict == "inferred"
    assert [finding.field for finding in record.findings] == ["terms[0].name"]


def test_what_a_rival_offered_is_not_the_value() -> None:
    assert wrong(checked(value={"text": "940 million pounds"})) == {"number_altered"}
    assert wrong(checked()) == set()


def test_who_says_that_it_is_not_involved_has_no_part() -> None:
    assert wrong(checked(more=("Dunmere Group", "other"))) == {"role_altered"}
    assert wrong(checked(more=("Castor Reef plc", "rival"))) == set()


@pytest.mark.parametrize("name", ["Lowick Brothers", "Senn Partners", "Moss & Hale"])
def test_who_advises_is_no_buyer(name: str) -> None:
    text = (
        "Hartwell Pumps has agreed to buy Lindqvist Valve for $1.02 billion. Lowick Brothers and Senn Partners are "
        "advising on the sale. Lindqvist has hired Moss & Hale to look at options for its foundry.\n"
    )
    article = Article.from_text(text)
    for role, faulty in (("adviser", False), ("acquirer", True), ("seller", True)):
        parties = [("Hartwell Pumps", "acquirer"), ("Lindqvist Valve", "target"), (name, role)]
        deal = {
            "kind": "acquisition", "status": "agreed", "subject": "Lindqvist Valve", "value": None, "dates": [],
            "terms": [], "parties": [{"name": party, "role": part} for party, part in parties], "evidence": [1, 2, 3],
        }  # fmt: skip
        assert ("role_altered" in wrong(verify(article, {"deals": [deal]}).deals[0])) is faulty, role
