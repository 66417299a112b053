"""Who denied something is not to be said to have admitted it, or to have said it."""

from __future__ import annotations

import pytest

from summarizer import Article, verify

TEXT = (
    "Norvane Brands denied on Thursday that it is in talks to be bought by Callow Reed. Finance chief Ada Moss said "
    "the group would keep its dividend, and denied that lenders had refused it credit. By Friday Hoshi Malt had issued "
    "a denial of the report.\n\n"
    "Osei said the bid, which a rival had rejected, valued the mill at $40 million. Pell Rubber admitted that its "
    "tyres had failed a test but denied a cover-up.\n"
)


def contradicted(statement: str, evidence: list[int]) -> bool:
    article = Article.from_text(TEXT)
    claim = {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": evidence,
    }  # fmt: skip
    found = verify(article, {"claims": [claim]}).claims[0].findings
    return any(finding.code in ("negation_altered", "direction_altered") for finding in found)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Norvane Brands said that it is in talks to be bought by Callow Reed.", [1]),
        ("Norvane admitted being in talks to be bought by Callow Reed.", [1]),
        ("Moss confirmed that lenders had refused the group credit.", [2]),
        ("Hoshi Malt admitted the report by Friday.", [3]),
    ],
)
def test_a_denial_is_not_left_out(statement: str, evidence: list[int]) -> None:
    assert contradicted(statement, evidence)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Norvane Brands denied being in talks with Callow Reed.", [1]),
        ("Ada Moss said the group would keep its dividend.", [2]),
        ("Osei said the bid valued the mill at $40 million.", [4]),
        ("Pell Rubber admitted that its tyres had failed a test.", [5]),
    ],
)
def test_what_was_said_beside_a_denial_is_right(statement: str, evidence: list[int]) -> None:
    assert not contradicted(statement, evidence)
