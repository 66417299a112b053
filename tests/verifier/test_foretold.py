"""What the article expects or thinks possible is not to be foretold with "will", in whatever words."""

from __future__ import annotations

import pytest

from summarizer import Article, verify


def findings_of(text: str, statement: str) -> set[str]:
    article = Article.from_text(text)
    claim = {
        "statement": statement, "claimant": None, "kind": "forecast", "certainty": "asserted", "figures": [],
        "evidence": [sentence.number for sentence in article.sentences],
    }  # fmt: skip
    found = verify(article, {"claims": [claim]}).claims[0].findings
    return {finding.code for finding in found if finding.verdict in ("altered", "unsupported")}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Pellmoor still expects to complete the purchase in the fourth quarter.",
         "The acquisition will close in the fourth quarter."),
        ("The offer papers could be ready by February.", "The documents will be finished by February."),
        ("Analysts say the plant may reopen on March 3.", "Production at the plant will resume on March 3."),
    ],
)  # fmt: skip
def test_foretold_outright(text: str, statement: str) -> None:
    assert "certainty_altered" in findings_of(text, statement)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Pellmoor is to complete the purchase in the fourth quarter.",
         "The acquisition will close in the fourth quarter."),
        ("Pellmoor has agreed to hand over the mill by February, and it could fetch $3 million.",
         "The mill will change hands by February."),
        ("Edda Moss, who may be fined, starts as chairman on March 3.", "Moss will take the chair on March 3."),
        ("The plant, which could be sold, reopens on March 3.", "Production at the plant will resume on March 3."),
    ],
)  # fmt: skip
def test_what_is_settled_may_be_foretold(text: str, statement: str) -> None:
    assert "certainty_altered" not in findings_of(text, statement)
