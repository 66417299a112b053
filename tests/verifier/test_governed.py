"""A claimant must be said to state it: that the article names him somewhere proves nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.makers import claim

DEAL = (
    "Ambrel Tyres has bought Quorra Rubber. The price is 9.5 times operating profit. Staff at Quorra Rubber fear cuts."
)
REPORTED = "Ambrel Tyres said on Monday that it had bought Quorra Rubber. The price is 9.5 times operating profit."
HOUSE = (
    "Analysts at Denholm & Reeve said Ambrel Tyres had overpaid. Ambrel Tyres disagreed. The shares fell 4 per cent."
)
TOLD = "Quorra Rubber was told in May that it would be sold. Ambrel Tyres lost 4,000 customers in May."


@pytest.mark.parametrize(
    ("article", "statement", "evidence", "claimant"),
    [
        (DEAL, "The price is 9.5 times operating profit.", [2], "Ambrel Tyres"),
        (DEAL, "The price is 9.5 times operating profit.", [2], "Quorra Rubber"),
        (DEAL, "The price is 9.5 times operating profit.", [1, 2], "Ambrel Tyres"),
        (DEAL, "Staff at Quorra Rubber fear cuts.", [3], "Ambrel Tyres"),
        (REPORTED, "The price is 9.5 times operating profit.", [1, 2], "Ambrel Tyres"),
        (HOUSE, "The shares fell 4 per cent.", [3], "Denholm & Reeve"),
        (TOLD, "Ambrel Tyres lost 4,000 customers in May.", [1, 2], "Quorra Rubber"),
    ],
)
def test_a_name_alone_makes_nobody_the_claimant(
    check: Any, article: str, statement: str, evidence: list[int], claimant: str
) -> None:
    record = check("claims", claim(statement, *evidence, claimant=claimant), article=article)
    assert record.verdict.value in ("inferred", "altered")
    assert [finding.field for finding in record.findings if finding.verdict.value != "verified"] == ["claimant"]
    assert check("claims", claim(statement, *evidence), article=article).verdict.value == "verified"


def test_what_analysts_say_is_neither_the_companys_nor_the_articles(check: Any) -> None:
    for claimant in ("Ambrel Tyres", None):
        record = check("claims", claim("Ambrel Tyres had overpaid.", 1, claimant=claimant), article=HOUSE)
        assert record.verdict.value in ("inferred", "altered"), claimant


def test_a_sentence_that_only_names_the_claimant_is_not_added_as_proof(check: Any) -> None:
    record = check(
        "claims", claim("The price is 9.5 times operating profit.", 2, claimant="Ambrel Tyres"), article=DEAL
    )
    assert record.evidence == [2]


def test_who_is_told_by_another_is_not_the_claimant(check: Any, faults: Any) -> None:
    article = "According to Oxbow Research, Ambrel Tyres lost 4,000 customers in May."
    statement = "Ambrel Tyres lost 4,000 customers in May."
    assert faults(check("claims", claim(statement, 1, claimant="Ambrel Tyres"), article=article)) == [
        "claimant_altered"
    ]
    assert check("claims", claim(statement, 1, claimant="Oxbow Research"), article=article).verdict.value == "verified"


@pytest.mark.parametrize(
    ("article", "statement", "evidence", "claimant"),
    [
        (HOUSE, "Ambrel Tyres had overpaid.", [1], "Denholm & Reeve"),
        ("Ambrel Tyres reported a loss of $4 million.", "Ambrel Tyres made a loss of $4 million.", [1], "Ambrel Tyres"),
        ("Denholm & Reeve kept its buy rating.", "Denholm & Reeve kept its buy rating.", [1], "Denholm & Reeve"),
        ("Sales fell 4 per cent, Ambrel Tyres data show.", "Sales fell 4 per cent.", [1], "Ambrel Tyres"),
        ("Ambrel Tyres was sold in May. It expects to hire.", "Ambrel Tyres expects to hire.", [2], "Ambrel Tyres"),
        (
            "Ambrel Tyres was sold in May. Sales fell 4 per cent, it said.",
            "Sales fell 4 per cent.",
            [2],
            "Ambrel Tyres",
        ),
        ("Ms Iddon runs a mill. According to her, sales fell.", "Sales fell.", [2], "Ms Iddon"),
        ("The mill is full, retail buyers said.", "The mill is full.", [1], "retail buyers"),
    ],
)
def test_whoever_tells_it_is_the_claimant(
    check: Any, article: str, statement: str, evidence: list[int], claimant: str
) -> None:
    record = check("claims", claim(statement, *evidence, claimant=claimant), article=article)
    assert [finding.message for finding in record.findings if finding.field == "claimant"] == []
