"""Statements that say the contrary of the article in other words than a plain "not"."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verdicts import Verdict
from summarizer.verifier import Code

NOTE = (
    "Kestrel Mills said on Monday it would acquire its rival Nordmark for about $2.3 billion. "
    "Kestrel has agreed to sell its frozen pizza unit. "
    "Sorano terminated its planned $6.8 billion merger. "
    "Varnholt, which has supplied the port since 2011, denied on Friday that it is in talks to be acquired. "
    "Sorano did not expect to need new equity to finance the work. "
    "It had sales of $3.4 billion in the year ended Jan. 31 and its shares rose as much as 4.3%."
)


@pytest.mark.parametrize(
    ("text", "sentence", "code"),
    [
        ("Kestrel Mills will sell its rival Nordmark.", 1, Code.DIRECTION_ALTERED),
        ("Kestrel has agreed to buy its frozen pizza unit.", 2, Code.DIRECTION_ALTERED),
        ("Sorano closed its planned $6.8 billion merger.", 3, Code.DIRECTION_ALTERED),
        ("Varnholt is in talks to be acquired.", 4, Code.NEGATION_ALTERED),
        ("Sorano will need new equity to finance the work.", 5, Code.NEGATION_ALTERED),
        ("Kestrel Mills said on Tuesday it would acquire Nordmark.", 1, Code.DATE_ALTERED),
        ("Varnholt has supplied the port since 2009.", 4, Code.DATE_ALTERED),
        ("Sorano had sales of $3.4 billion in the year ended Jan. 30.", 6, Code.DATE_ALTERED),
        ("Sorano had a loss of $3.4 billion.", 6, Code.DIRECTION_ALTERED),
        ("Its shares rose as much as 4.6%.", 6, Code.NUMBER_ALTERED),
    ],
)
def test_the_contrary_is_found(check: Any, faults: Any, text: str, sentence: int, code: Code) -> None:
    assert code in faults(check("headline", {"text": text, "evidence": [sentence]}, article=NOTE))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Kestrel Mills is buying its rival Nordmark for about $2.3 billion.", 1),
        ("Nordmark will be bought by Kestrel Mills.", 1),
        ("Sorano scrapped its planned $6.8 billion merger.", 3),
        ("Varnholt said it is not in talks to be acquired.", 4),
        ("Sorano expects to finance the work without new equity.", 5),
    ],
)
def test_the_same_in_other_words_is_no_fault(check: Any, faults: Any, text: str, sentence: int) -> None:
    assert faults(check("headline", {"text": text, "evidence": [sentence]}, article=NOTE)) == []


def test_a_name_for_which_the_cited_sentence_leaves_no_room_is_not_proven(check: Any) -> None:
    record = check("headline", {"text": "Kestrel terminated its planned merger.", "evidence": [3]}, article=NOTE)
    assert record.verdict is not Verdict.VERIFIED
