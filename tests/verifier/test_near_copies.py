"""Names exchanged, or one put for another, in a statement that nearly copies a sentence."""

from __future__ import annotations

import pytest

from summarizer import Article, verify

TEXT = (
    "Orsted Kabel has won an order worth more than $640 million to equip Tarn Grid with "
    "cables for its northern network, the utility said on Wednesday.\n\n"
    "Pell Harbour and Quill Line agreed to merge their tug fleets in June, analyst Mira Holt of Dray Hollis "
    "said.\n\n"
    "Bolt Freight, a unit of Acre Holdings, said it had leased nine barges to Senn Oil for three years.\n"
)


def altered(statement: str) -> bool:
    article = Article.from_text(TEXT)
    claim = {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": [sentence.number for sentence in article.sentences],
    }  # fmt: skip
    return any(finding.code == "name_altered" for finding in verify(article, {"claims": [claim]}).claims[0].findings)


@pytest.mark.parametrize(
    "statement",
    [
        "Tarn Grid has won an order worth more than $640 million to equip Orsted Kabel with cables for its "
        "network, the utility said on Wednesday.",
        "Pell Harbour has won an order worth more than $640 million to equip Tarn Grid with cables for its network.",
        "Senn Oil, a unit of Acre Holdings, said it had leased nine barges to Bolt Freight for three years.",
    ],
)
def test_names_in_each_others_place(statement: str) -> None:
    assert altered(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Orsted Kabel has won an order worth more than $640 million to equip Tarn Grid with cables for its network.",
        "Quill Line and Pell Harbour agreed to merge their tug fleets in June, Dray Hollis analyst Mira Holt said.",
        "Acre Holdings unit Bolt Freight said it had leased nine barges to Senn Oil for three years.",
    ],
)
def test_the_same_names_in_another_order(statement: str) -> None:
    assert not altered(statement)
