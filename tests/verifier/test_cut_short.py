"""Quotes that begin behind what turns them round, or whose ellipsis skips to another clause, are not proven."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.makers import quote

SALES = "“Sales rose 4 per cent in Spain and fell 9 per cent in Chile,” said Ines Colby, head of Marl Copper."
BID = "Marl Copper said it had agreed to buy Dunfold for €412 million, beating a £350 million offer from Asker."
NEVER = "“We never cheated, and whoever says that we cheated lies,” said Ines Colby."
PRICE = "“We did not want to win at any price, and the mill, which we bought in 2011, is full,” said Ines Colby."
UNION = "The dockers said they had not been consulted."
DENIED = "Marl Copper denied that it planned to close the Perth mill."
HOPES = "Marl Copper said it hopes to open a pit unless Chile objects."
DOUBT = "Ines Colby said she did not think Marl Copper would cut jobs."


def _doubts(check: Any, article: str, words: str, speaker: str) -> list[str]:
    mode = "direct" if "“" in article else "indirect"
    record = check("quotes", quote(words, speaker, 1, mode=mode), article=article)
    return [finding.code for finding in record.findings if finding.field == "text"]


@pytest.mark.parametrize(
    ("article", "words", "speaker"),
    [
        (SALES, "Sales rose … 9 per cent in Chile", "Ines Colby"),
        (BID, "it had agreed to buy Dunfold for … £350 million", "Marl Copper"),
        (NEVER, "we cheated", "Ines Colby"),
        (PRICE, "want to win at any price", "Ines Colby"),
        (UNION, "been consulted", "The dockers"),
        (DENIED, "planned to close the Perth mill", "Marl Copper"),
        (DENIED, "close the Perth mill", "Marl Copper"),
        (DOUBT, "Marl Copper would cut jobs", "Ines Colby"),
        (HOPES, "open a pit", "Marl Copper"),
        (HOPES, "it hopes to open a pit", "Marl Copper"),
        ("Marl Copper said prices in Spain would rise.", "would rise", "Marl Copper"),
        ("The board of Marl Copper recommends that owners accept.", "owners accept", "Marl Copper"),
    ],
)
def test_a_quote_cut_to_another_sense_is_not_proven(check: Any, article: str, words: str, speaker: str) -> None:
    assert _doubts(check, article, words, speaker) == ["statement_unproven"]


@pytest.mark.parametrize(
    ("article", "words", "speaker"),
    [
        (SALES, "Sales … fell 9 per cent in Chile", "Ines Colby"),
        (SALES, "fell 9 per cent in Chile", "Ines Colby"),
        (BID, "it had agreed to buy Dunfold for €412 million", "Marl Copper"),
        (NEVER, "We never cheated", "Ines Colby"),
        (PRICE, "We did not want to win at any price", "Ines Colby"),
        (PRICE, "the mill … is full", "Ines Colby"),
        (UNION, "they had not been consulted", "The dockers"),
        (HOPES, "it hopes to open a pit unless Chile objects", "Marl Copper"),
        ("Marl Copper said prices rose, and costs will fall.", "costs will fall", "Marl Copper"),
    ],
)
def test_a_quote_that_keeps_its_sense_is_proven(check: Any, article: str, words: str, speaker: str) -> None:
    assert _doubts(check, article, words, speaker) == []
