"""Articles: numbered sentences with exact offsets, dates, and what is refused."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.errors import ReadError

TEXT = (
    "Halden Buys Pell Mills\n\n"
    "Halden Corp. agreed on Monday.  The price is $3.5 billion.\n"
    "“We’re done,” said J. P. Orr.\n"
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(["Pell Inc.", "U.S.", "“No.”", " ", "\n", "\r\n", "𝒜", "e\u0301", "\u200b", "3.5", "…"])
    ).map("".join),
)


@given(TEXTS)
def test_every_sentence_is_the_text_at_its_offsets(text: str) -> None:
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in Article(text).sentences)


@given(TEXTS)
def test_sentences_are_numbered_from_one_and_found_by_number(text: str) -> None:
    article = Article(text)
    assert [sentence.number for sentence in article.sentences] == list(range(1, len(article.sentences) + 1))
    assert all(article.sentence(sentence.number) is sentence for sentence in article.sentences)


@given(TEXTS)
def test_each_offset_belongs_to_the_sentence_around_it(text: str) -> None:
    article = Article(text)
    for offset in range(len(text)):
        holding = [sentence for sentence in article.sentences if sentence.start <= offset < sentence.end]
        assert article.sentence_at(offset) == (holding[0] if holding else None)


@pytest.mark.parametrize("number", [0, -1, 5, 10**9])
def test_a_number_without_a_sentence_gives_none(number: int) -> None:
    assert Article.from_text(TEXT).sentence(number) is None


def test_an_offset_outside_all_sentences_gives_none() -> None:
    article = Article.from_text(TEXT)
    assert article.sentence_at(len("Halden Buys Pell Mills")) is None
    assert article.sentence_at(len(TEXT) + 7) is None
    assert article.sentence_at(-1) is None


def test_an_article_is_split_into_the_sentences_a_reader_sees() -> None:
    assert [sentence.text for sentence in Article.from_text(TEXT).sentences] == [
        "Halden Buys Pell Mills",
        "Halden Corp. agreed on Monday.",
        "The price is $3.5 billion.",
        "“We’re done,” said J. P. Orr.",
    ]


def test_the_identity_is_the_hash_of_the_text() -> None:
    assert Article(TEXT, path="a").sha256 == Article(TEXT, path="b").sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Article(TEXT).text = "another"  # type: ignore[misc]


@given(st.text(alphabet=" \n\t\u3000\u2029", max_size=20))
def test_a_blank_text_is_refused(blank: str) -> None:
    with pytest.raises(ReadError, match="empty"):
        Article.from_text(blank)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ReadError, match="surrogate at character 3"):
        Article.from_text("Pel\ud800 rose.")


@given(st.text())
def test_any_unicode_text_that_is_not_blank_is_an_article(text: str) -> None:
    assume(text.strip())
    assert Article.from_text(text).text == text


def test_a_given_date_is_said_to_be_given() -> None:
    article = Article.from_text("LONDON, March 3, 2025 (Wire) - Pell rose.", published=date(2025, 3, 4))
    assert (article.published, article.published_from) == (date(2025, 3, 4), "flag")


def test_a_dateline_dates_an_article() -> None:
    article = Article.from_text("LONDON, March 3, 2025 (Wire) - Pell rose.")
    assert (article.published, article.published_from) == (date(2025, 3, 3), "dateline")


def test_an_article_without_a_date_says_so() -> None:
    article = Article.from_text(TEXT)
    assert (article.published, article.published_from) == (None, None)


def test_an_article_goes_to_another_process_without_what_was_read_of_it() -> None:
    article = Article.from_text("Orrin Foods bought Tessel Air. It paid $4 million.")
    before = len(pickle.dumps(article))
    assert [sentence.number for sentence in article.sentences] == [1, 2]
    assert article.readings.names
    sent = pickle.dumps(article)
    assert len(sent) == before
    again = pickle.loads(sent)  # noqa: S301
    assert again == article
    assert again.sentences == article.sentences
