"""Statements about something else than the article, and right ones that use other words."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

TEXT = (
    "Velmora Rail said on Monday it would shut its repair depot at Ashby and move the work to Lund. "
    "About 340 fitters are affected. The company declined to comment on pay."
)


def abstract(text: str, evidence: tuple[int, ...]) -> dict[str, Any]:
    return {"text": text, "evidence": list(evidence)}


@pytest.mark.parametrize("evidence", [(1,), (2, 3), ()])
@pytest.mark.parametrize(
    "text",
    [
        "The vineyard harvested its grapes a fortnight early.",
        "Nurses at the hospital voted to accept the new rota.",
        "Heavy snow kept the ski lifts closed for three days.",
    ],
)
def test_a_statement_of_another_article_is_unsupported(
    check: Any, faults: Any, text: str, evidence: tuple[int, ...]
) -> None:
    assert Code.STATEMENT_UNSUPPORTED in faults(check("abstract", abstract(text, evidence), article=TEXT))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Velmora Rail is closing the Ashby depot.", (1,)),
        ("340 jobs are at risk.", (2,)),
        ("The repair work will move to Lund.", (3,)),
    ],
)
def test_a_statement_in_other_words_is_not_foreign(
    check: Any, faults: Any, text: str, evidence: tuple[int, ...]
) -> None:
    assert Code.STATEMENT_UNSUPPORTED not in faults(check("abstract", abstract(text, evidence), article=TEXT))
