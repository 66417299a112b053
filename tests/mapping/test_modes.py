"""How a quote is reported, read off the article."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.mapping.modes import mode_of
from summarizer.verifier.index import Index

TEXT = """\
"We sold the yard," said Moira Stent. She said buyers "came in droves" after the fire. Stent expects prices to rise.
Her paper on the yard, "The Long Slip," has sold 300 copies, she said. Lorne Ltd. called the price "steep".
Lorne Ltd. declined to comment on the bid. A spokeswoman would not say who had bid. Calls to Varn were not returned.
"No comment," said Ole Varn. The board does not discuss offers, it said. Neither side would reveal the price.
Stent said she would not sell the second yard. The union did not say that it would strike.
"""
INDEX = Index(Article.from_text(TEXT))


@pytest.mark.parametrize(
    ("text", "evidence", "mode"),
    [
        ("We sold the yard", 1, "direct"),
        ('buyers "came in droves" after the fire', 2, "mixed"),
        ("prices to rise", 3, "indirect"),
        ('Her paper on the yard, "The Long Slip," has sold 300 copies', 4, "indirect"),
        ("steep", 5, "direct"),
        ("declined to comment on the bid", 6, "no_comment"),
        ("would not say who had bid", 7, "no_comment"),
        ("Calls to Varn were not returned", 8, "no_comment"),
        ("No comment", 9, "no_comment"),
        ("The board does not discuss offers", 10, "no_comment"),
        ("Neither side would reveal the price", 11, "no_comment"),
        ("she would not sell the second yard", 12, "indirect"),
        ("The union did not say that it would strike", 13, "indirect"),
    ],
)
def test_the_mode_is_read_off_the_marks_and_the_words(text: str, evidence: int, mode: str) -> None:
    assert mode_of(text, [evidence], INDEX) == mode


def test_words_that_stand_nowhere_have_a_mode_all_the_same() -> None:
    assert mode_of("the moon is sold", [1], INDEX) == "direct"
    assert mode_of("refused to comment on the moon", [], INDEX) == "no_comment"
    assert mode_of("", [99], INDEX) == "direct"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("would neither confirm nor deny that Varn had emerged the winner", "no_comment"),
        ("gave no reason for doing so", "no_comment"),
        ("not immediately available for comment", "no_comment"),
        ("gave no guarantee of jobs", "indirect"),
        ("does not offer small savers any other products", "indirect"),
        ("did not give further details", "no_comment"),
        ("would not confirm that figure", "no_comment"),
        ("did not confirm that its mill was for sale", "indirect"),
        ("never comments on bids", "no_comment"),
    ],
)
def test_silence_in_further_words_is_no_comment(text: str, mode: str) -> None:
    article = Article.from_text(f"Orrin Paper Ltd {text}.")
    assert mode_of(text, [1], Index(article)) == mode


def test_the_closing_mark_of_what_stands_before_makes_nothing_direct() -> None:
    article = Article.from_text(
        '"It is sound," said Ole Stent. "We stay." Stent said the pier is open. "We do," he said.'
    )
    assert mode_of("Stent said the pier is open", [3], Index(article)) == "indirect"
    slip = Article.from_text('Ole Stent said: "The pier is open, and we stay.')
    assert mode_of("The pier is open, and we stay", [1], Index(slip)) == "direct"
