"""Shortened copies: written out where the cited sentences leave one way to do so, else left as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.mapping.abbreviated import written_out
from summarizer.text.folding import folded
from summarizer.verifier.index import Index

TEXT = """\
"We had a plan and we had the money for two new ferries," said Tova Brisk of Skarnes Lines. "We did not have a pier."
"The port is what it was," answered Rolf Amdal, who runs the port. Mr. Amdal said that the pier would be mended before \
the winter, and that the winter before it would not have been.
Skarnes will pay 40 million kronor on signing, 20 million kronor on delivery of the first ferry and 20 million kronor \
on delivery of the second ferry. Brisk said the ferries are late, and Amdal said the ferries are cheap at the price.
The order, he noted, covers two ferries with room for ninety cars and an option for one more.
"""
INDEX = Index(Article.from_text(TEXT))
"""Sentences: 1 and 2 Brisk's, 3 Amdal's, 4 the pier, 5 the payments, 6 late and cheap, 7 the order."""


@pytest.mark.parametrize(
    ("shortened", "evidence", "whole"),
    [
        (
            "We had a plan ~ two new ferries",
            [1],
            "We had a plan and we had the money for two new ferries",
        ),
        (
            "We had a plan ~ have a pier.",
            [1, 2],
            "We had a plan and we had the money for two new ferries … We did not have a pier.",
        ),
        (
            "We had a plan ~ two new ferries … We did not have a pier.",
            [1, 2],
            "We had a plan and we had the money for two new ferries … We did not have a pier.",
        ),
        (
            "The order ~ one more",
            [7],
            "The order … covers two ferries with room for ninety cars and an option for one more",
        ),
        ("the pier would ~ before the winter", [4], "the pier would be mended before the winter"),
        ("the pier would ~ before the winter", [7], "the pier would be mended before the winter"),
    ],
)
def test_words_are_written_out_between_their_ends(shortened: str, evidence: list[int], whole: str) -> None:
    assert written_out(shortened, evidence, INDEX, said=True) == whole


@pytest.mark.parametrize(
    ("shortened", "evidence", "why"),
    [
        ("on delivery ~ second ferry", [5], "the beginning stands there twice"),
        ("20 million kronor ~ ferry", [5], "an end of one word may be any"),
        ("We had a plan ~ have a pier", [1], "the end stands in no cited sentence"),
        ("We had a plan ~ have a pier", [], "nothing is cited"),
        ("We had a plan ~ what it was", [1, 2, 3], "it would run into another's words"),
        ("the ferries are late ~ at the price", [6], "two say it"),
        ("Mr. Amdal said ~ new ferries", [1, 2, 3, 4], "the end stands before the beginning"),
        ("the pier would be ~ on signing", [4, 5], "outside of quotation marks it would leave the sentence"),
        ("the pier would ~ ninety cars", [5], "no sentence has both"),
        ("on delivery ~ second ferry", [7], "where it stands, the beginning stands twice"),
        ("the moon would be ~ before the winter", [4], "the beginning is invented"),
        (" ~ ", [1], "no words"),
    ],
)
def test_what_cannot_be_told_stays_as_it_is(shortened: str, evidence: list[int], why: str) -> None:
    assert written_out(shortened, evidence, INDEX, said=True) == shortened, why


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        ('"The pier is sound," said Tova Brisk, who added that it may be mended in the end.', "The pier ~ in the end"),
        ('"We waited for years," said Tova Brisk, the head of Skarnes Lines.', "We waited ~ of Skarnes Lines"),
        (
            'Bookings were "very strong" in May, said Tova Brisk, but few expect that they will last through the year.',
            "Bookings were ~ through the year",
        ),
        (
            "Brisk said fares will fall this year, though Rolf Amdal disputes this and expects more by next spring.",
            "fares will fall ~ by next spring",
        ),
    ],
)
def test_words_do_not_run_on_past_the_last_of_the_speaker(text: str, shortened: str) -> None:
    assert written_out(shortened, [1], Index(Article.from_text(text)), said=True) == shortened


@pytest.mark.parametrize(
    ("text", "shortened", "whole"),
    [
        (
            'Bookings were "very strong" in May, said Tova Brisk, but few expect that they will last.',
            "Bookings were ~ in May",
            'Bookings were "very strong" in May',
        ),
        (
            "Tova Brisk said fares will fall this year by a tenth, though Rolf Amdal disputes this.",
            "fares will ~ a tenth",
            "fares will fall this year by a tenth",
        ),
        (
            '"The pier is sound and will stay so," said Tova Brisk, who runs the line.',
            "The pier ~ stay so",
            "The pier is sound and will stay so",
        ),
    ],
)
def test_words_up_to_the_last_of_the_speaker_are_written_out(text: str, shortened: str, whole: str) -> None:
    assert written_out(shortened, [1], Index(Article.from_text(text)), said=True) == whole


def test_terms_are_written_out_whoever_says_them() -> None:
    assert (
        written_out("40 million kronor ~ delivery of the first ferry", [5], INDEX)
        == "40 million kronor on signing, 20 million kronor on delivery of the first ferry"
    )


def test_words_without_the_mark_stay_as_they_are() -> None:
    for text in ("We did not have a pier.", "~40 kronor", "", "nowhere in the article"):
        assert written_out(text, [1, 2], INDEX, said=True) == text


def test_an_article_with_the_mark_in_it_is_no_puzzle() -> None:
    index = Index(Article.from_text("The menu said soup ~ bread. Nobody ordered the soup with the bread."))
    assert written_out("soup ~ bread", [1], index) == "soup ~ bread"


@given(st.text(alphabet="We had a plan~ …\"'.,", max_size=60), st.lists(st.integers(-2, 9), max_size=4))
def test_any_words_come_out_whole_or_unchanged(text: str, numbers: list[int]) -> None:
    found = written_out(text, numbers, INDEX, said=True)
    assert found == text or all(folded(piece) in folded(TEXT) for piece in found.split(" … "))


@pytest.mark.parametrize(
    ("text", "evidence", "shortened", "whole"),
    [
        (
            "Tova Brisk predicted that by next spring there will be 40 ferries and 90 crews at sea.",
            [1],
            "by next spring there ~ crews at sea",
            "by next spring there will be 40 ferries and 90 crews at sea",
        ),
        (
            "The rules, which touch what Rolf Amdal called “idle slips,” are expected to cost little, Tova Brisk said.",
            [1],
            "The rules, which touch ~ to cost little",
            "The rules, which touch what Rolf Amdal called “idle slips,” are expected to cost little",
        ),
        (
            "Brisk's picks:\n- Skarnes, which has two new ferries and no debt.\nYou get paid to wait for the pier.",
            [2, 3],
            "Skarnes, which has two ~ for the pier",
            "Skarnes, which has two new ferries and no debt. You get paid to wait for the pier",
        ),
        (
            '"We began small... and then the ferries came to us from all sides," said Tova Brisk.',
            [1],
            "We began small... ~ from all sides",
            "We began small... and then the ferries came to us from all sides",
        ),
    ],
)
def test_what_nobody_else_says_is_written_out(text: str, evidence: list[int], shortened: str, whole: str) -> None:
    assert written_out(shortened, evidence, Index(Article.from_text(text)), said=True) == whole


@pytest.mark.parametrize(
    ("text", "shortened", "rest"),
    [
        (
            "Brisk expects fares to fall by a tenth this year, but only if oil stays below 70 kronor.",
            "fares to fall by a ~ stays below 70 kronor",
            "tenth this year, but only if oil",
        ),
        (
            "Brisk thinks that fares will fall on all nine lines by the winter, though not on the one to Ystad.",
            "fares will fall on all ~ the one to Ystad",
            "nine lines by the winter, though not on",
        ),
        (
            "The line said bookings rose to 90,000, while costs, which leave out the pier, fell by a fifth.",
            "bookings rose to ~ the pier, fell by a fifth",
            "90,000, while costs, which leave out",
        ),
        (
            "The crews said talks would go on, though they saw no end before Friday, when a strike is due.",
            "talks would go on ~ a strike is due",
            ", though they saw no end before Friday, when",
        ),
        (
            "Brisk said a ferry could sail within days but cautioned that it may still be sold for scrap.",
            "a ferry could sail ~ be sold for scrap",
            "within days but cautioned that it may still",
        ),
        (
            "Captain Ona Lund called the pier “a ruin” and said it failed her ships in May, when two ran aground.",
            "the pier “a ruin” and ~ when two ran aground",
            "said it failed her ships in May,",
        ),
    ],
)
def test_a_turn_in_the_speakers_own_words_is_written_out(text: str, shortened: str, rest: str) -> None:
    head, _, tail = shortened.partition(" ~ ")
    whole = f"{head}{'' if rest.startswith(',') else ' '}{rest} {tail}"
    assert written_out(shortened, [1], Index(Article.from_text(text)), said=True) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "The ferries failed their trials in May, Brisk said, and the yard had promised new ones by March.",
            "The ferries failed their trials in May … and the yard had promised new ones by March",
        ),
        (
            "The ferries failed their trials in May, crews of Skarnes said, as the yard had no new ones by March.",
            "The ferries failed their trials in May … as the yard had no new ones by March",
        ),
    ],
)
def test_who_says_it_in_the_middle_is_left_out(text: str, whole: str) -> None:
    shortened = "The ferries failed ~ new ones by March"
    assert written_out(shortened, [1], Index(Article.from_text(text)), said=True) == whole


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        (
            "Brisk said fares will fall by a tenth this year, but analysts at the bank doubt that they will fall.",
            "fares will fall by ~ that they will fall",
        ),
        (
            "Brisk said fares will fall this year, while some investors worry about the cost of the ships.",
            "fares will fall ~ cost of the ships",
        ),
        (
            "Fares will fall by a tenth, Brisk said, but the line has broken such promises three times.",
            "Fares will fall ~ promises three times",
        ),
        (
            "Fares will fall by a tenth, Brisk said, and Rolf Amdal of the port agreed that they were too high.",
            "Fares will fall ~ they were too high",
        ),
        (
            "Brisk told a paper the port would stay, whereas Rolf Amdal told it that half the piers must go.",
            "the port would stay ~ half the piers must go",
        ),
        (
            "Fares will fall by a tenth, Brisk said, as she showed guests around the new ship in Ystad.",
            "Fares will fall ~ the new ship in Ystad",
        ),
    ],
)
def test_a_turn_to_what_another_says_stays_as_it_is(text: str, shortened: str) -> None:
    assert written_out(shortened, [1], Index(Article.from_text(text)), said=True) == shortened
