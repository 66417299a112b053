"""The skeleton of a sentence, and its way back to the article."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.models.offline.reading import DATE, MONEY, NAME, Reading, Skeleton


def skeleton_of(text: str) -> Skeleton:
    article = Article.from_text(text)
    skeleton = Reading(article).skeleton(article.sentences[0])
    assert skeleton is not None
    return skeleton


def test_each_name_amount_and_date_is_one_character_that_leads_back() -> None:
    text = "Last week the board of Velkamp Rail\nagreed to pay $40 million in 2009 for Dorrin."
    skeleton = skeleton_of(text)
    assert skeleton.text == f"{DATE} the board of {NAME} agreed to pay {MONEY} in {DATE} for {NAME}."
    places = {text[slice(*skeleton.span(at, at + 1))] for at, mark in enumerate(skeleton.text) if mark > "\ue000"}
    assert places == {"Last week", "$40 million", "2009"}
    assert [text[slice(*skeleton.span(at, at + 1))] for at in skeleton.names] == ["Velkamp Rail", "Dorrin"]
    start = skeleton.text.index("board")
    assert text[slice(*skeleton.span(start, skeleton.text.index("pay") + 3))] == "board of Velkamp Rail\nagreed to pay"


def test_marks_of_markdown_and_wide_white_space_are_passed_over() -> None:
    text = "Shares of **Velkamp**   fell\t sharply, [people](https://velkamp.example/a) at the mill’s gate said."
    skeleton = skeleton_of(text)
    assert skeleton.text == f"Shares of {NAME} fell sharply, people at the mill's gate said."
    fell = skeleton.text.index("fell")
    assert text[slice(*skeleton.span(fell - 1, fell + 4))] == "   fell"
    people = skeleton.text.index("people")
    assert text[slice(*skeleton.span(people, people + 9))] == "people](https://velkamp.example/a) at"
    assert text[slice(*skeleton.span(len(skeleton.text) - 5, len(skeleton.text)))] == "said."
