"""Articles without capitals, or in nothing else, read with the names that the others have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.recasing import forms_of, is_caseless, recased
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

Make = Callable[[Sequence[str]], Dossier]

WIRE = (
    "Sallow to buy Danish radar maker Teasel\n\nDENVER, May 17, 2011 (Wirefeed) - Sallow Systems Corp. said on Tuesday "
    "it had agreed to buy Teasel Radar A/S, a maker of radars for ships, for $130 million in cash.\n\nTeasel, whose "
    "works are in Svendborg, was founded by Birthe Lindqvist. Sallow's chief executive, Omar Reyes, said it stays.\n"
)
RELEASE = (
    "Sallow Systems Announces Agreement to Acquire Teasel Radar\n\nDENVER, May 17, 2011 - Sallow Systems Corp. today "
    "announced that it has signed an agreement to acquire Teasel Radar A/S of Svendborg for $130 million. Birthe "
    "Lindqvist, the founder of Teasel Radar, will lead the unit and report to Omar Reyes.\n"
)
BLOG = (
    "well, that was quick\n\nmay 18, 2011\n\nso teasel goes to sallow. i sailed with one of their sets for nine years "
    "and birthe lindqvist once drove up from svendborg to mend it herself.\n\nwhat will the new owner do with it? omar "
    "reyes says nothing changes. they all say that.\n"
)
FLASH = (
    "SALLOW SYSTEMS CLEARED TO BUY TEASEL RADAR, NO CONDITIONS - WATCHDOG\n\nMAY 30, 2011\n\n-- DEAL SEEN CLOSING IN "
    "JUNE, SALLOW SAYS\n-- TEASEL WORKS IN SVENDBORG TO STAY\n-- REVIEW LOOKED AT RADARS FOR FERRIES\n"
)
OTHER = (
    "my garden in may\n\nmay 19, 2011\n\nthe teasel is up to my knee and the sallow has gone to seed. i let them both "
    "stand, as the finches like them.\n\nnext week i will move the compost, and that is all the news there is.\n"
)


def story(text: str) -> Story:
    return Story(summarize(Article.from_text(text), model="offline"), text)


@pytest.mark.parametrize("page", [BLOG, FLASH])
def test_an_article_without_case_is_put_to_the_purchase_whose_names_it_has(dossier_of: Make, page: str) -> None:
    assert [event.articles for event in dossier_of([WIRE, RELEASE, page]).events] == [["a1", "a2", "a3"]]


def test_plain_words_that_are_names_elsewhere_make_no_news(dossier_of: Make) -> None:
    assert [event.articles for event in dossier_of([WIRE, RELEASE, OTHER]).events] == [["a1", "a2"]]


def test_names_get_their_case_back_and_the_text_keeps_its_length() -> None:
    forms = forms_of(Telling(place, story(text)) for place, text in enumerate((WIRE, RELEASE)))
    blog, flash = recased(story(BLOG), forms).text, recased(story(FLASH), forms).text
    assert "So Teasel goes to Sallow." in blog
    assert "Birthe Lindqvist once drove up from Svendborg" in blog
    assert "Sallow Systems cleared to buy Teasel Radar" in flash
    assert (len(blog), len(flash)) == (len(BLOG), len(FLASH))
    assert (blog.lower(), flash.lower()) == (BLOG.lower(), FLASH.lower())


def test_one_word_with_which_two_parties_names_begin_is_neither() -> None:
    bank = WIRE.replace("Teasel Radar A/S, a maker of radars for ships", "Teasel Savings Bank").replace(
        "Teasel,", "It,"
    )
    forms = forms_of(Telling(place, story(text)) for place, text in enumerate((WIRE, RELEASE, bank)))
    assert "teasel goes" in recased(story(BLOG), forms).text


@pytest.mark.parametrize(("text", "without"), [(WIRE, False), (BLOG, True), (FLASH, True), ("Sallow rises.", False)])
def test_case_tells_nothing_where_most_sentences_begin_small_or_most_letters_are_capitals(
    text: str, without: bool
) -> None:
    assert is_caseless(story(text)) is without


def test_initials_are_known_where_two_articles_have_them_as_a_party() -> None:
    pages = [text.replace("Sallow Systems Corp.", "SBX").replace("Sallow", "SBX") for text in (WIRE, RELEASE)]
    forms = forms_of(Telling(place, story(text)) for place, text in enumerate(pages))
    assert "So Teasel goes to SBX." in recased(story(BLOG.replace("sallow", "sbx")), forms).text
    once = forms_of([Telling(0, story(pages[0]))])
    assert "goes to sbx." in recased(story(BLOG.replace("sallow", "sbx")), once).text
