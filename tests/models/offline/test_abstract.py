"""Headline and abstract by the offline rules: the sentences that carry the news, without what surrounds them."""

from __future__ import annotations

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline import read_news

_NEWS = "Orvane Inc. agreed to buy Lund Forge Corp. for $40 million."
_MORE = "Lund Forge Corp. has three mills and 400 employees in the north of Corvania."
_SHARES = "Shares of Orvane Inc. fell 3% to $12.50 on the exchange in Corvane."


def abstract(*lines: str) -> list[str]:
    answer = read_news(Article.from_text("\n\n".join(lines)))
    return [sentence["text"] for sentence in answer["abstract"]]


def headline(*lines: str) -> str:
    return str(read_news(Article.from_text("\n\n".join(lines)))["headline"]["text"])


def test_a_question_in_the_first_line_is_the_headline() -> None:
    assert headline("Is Orvane Still a Bargain?", _NEWS, _MORE, _SHARES) == "Is Orvane Still a Bargain?"


def test_a_headline_of_two_sentences_is_taken_whole() -> None:
    title = "Orvane Is Running out of Room... What's Next?"
    assert headline(title, _NEWS, _MORE, _SHARES) == title


def test_without_a_headline_the_sentence_with_the_deal_stands_for_it() -> None:
    lead = "It has been a long year for the makers of pumps in the north of Corvania."
    assert headline(lead, _NEWS, _MORE) == _NEWS


def test_the_deal_is_told_wherever_it_stands() -> None:
    lines = ["Orvane Buys Lund Forge", "It was a quiet week for the makers of pumps in the north."]
    lines += [f"Nothing much happened at mill number {nth} of the old works by the river." for nth in range(8)]
    assert _NEWS in abstract(*lines, _NEWS)


def test_the_headline_is_not_told_again() -> None:
    assert "Is Orvane Still a Bargain?" not in abstract("Is Orvane Still a Bargain?", _NEWS, _MORE, _SHARES)


def test_questions_captions_and_links_are_no_part_of_it() -> None:
    found = abstract(
        "Orvane Buys Lund Forge",
        "Will Orvane Inc. be glad of Lund Forge Corp. and its mills?",
        _NEWS,
        "Above, the mill of Lund Forge Corp. at dawn in Corvane.",
        "Read more: Orvane Inc. and its mills.",
        _MORE,
        _SHARES,
    )
    assert found == [_NEWS, _MORE, _SHARES]


def test_a_caption_that_is_repeated_is_left_out() -> None:
    caption = "Orvane Inc. has mills in the north of Corvania and in Lorne."
    assert caption not in abstract("Orvane Buys Lund Forge", caption, _NEWS, caption, _MORE, _SHARES)


def test_a_sentence_that_leans_on_another_gives_way() -> None:
    leaning = "It also has $5 million in cash and will keep the mills of Lund Forge Corp. for now."
    found = abstract("Orvane Buys Lund Forge", _NEWS, leaning, _MORE, _SHARES)
    assert found == [_NEWS, _MORE, _SHARES]


def test_the_dateline_is_cut_off() -> None:
    found = abstract("Orvane Buys Lund Forge", f"CORVANE, March 4 (Gazette) - {_NEWS}", _MORE, _SHARES)
    assert found[0] == _NEWS


def test_an_article_without_a_word_has_no_headline_and_no_abstract() -> None:
    summary = summarize(Article.from_text('"' * 5000 + "\n((("), model="offline")
    assert summary.headline is None
    assert list(summary.records()) == []


def test_a_line_of_marks_is_neither_headline_nor_abstract() -> None:
    marks = "* * * * * * * * * * * * * * * * * * * * * * * * * *"
    assert headline(marks, "the mill is shut.") == "the mill is shut."
    assert abstract(marks, "the mill is shut.") == ["the mill is shut."]


def test_the_headline_is_the_cited_sentence_that_names_most_of_the_deal() -> None:
    scene = ["It was a dry autumn in the Tarn valley. Goats lay by the road, and the forge was quiet."]
    told = "On Friday Orvane Inc. said it would sell its forge to Lund Homes for $20 million."
    assert headline(*scene, told) == told


def test_a_sentence_that_sets_the_scene_gives_way_to_one_with_names_or_figures() -> None:
    scene = "It had been a long and quiet week for the makers of pumps by the river."
    assert scene not in abstract("Orvane Buys Lund Forge", scene, _NEWS, _MORE, _SHARES)


def test_what_becomes_of_the_deal_is_told_before_another_deal_of_long_ago() -> None:
    outcome = "The companies expect to complete the sale in the third quarter of 2026, subject to a vote of holders."
    old = "Last year Orvane Inc. bought Brask Kettles Inc. for $12 million."
    fill = [f"It is quiet at the mill by bend number {nth} of the river in the winter months." for nth in range(4)]
    found = abstract("Orvane Buys Lund Forge", _NEWS, *fill, outcome, _SHARES, old)
    assert found == [_NEWS, outcome, _SHARES]
