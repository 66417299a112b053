"""A long article divided into sections of whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.long.document import Planted
from summarizer.article import Article
from summarizer.asking.chunks import CHUNK_TOKENS, LEAST_CUT_TOKENS, Chunk, Divider
from summarizer.batch.tokens import article_tokens
from summarizer.text.tokens import TOKENS_PER_SENTENCE, count_tokens

PARTS = ("Orrin sold a mill.", "It rained\n\n", "Mara Tolk: We agree.", "# Part", "7,5%")
WORDS = st.lists(st.sampled_from(PARTS), min_size=1)


def size(article: Article, chunk: Chunk) -> int:
    sentences = article.sentences[chunk.first - 1 : chunk.last]
    return sum(count_tokens(sentence.text) + TOKENS_PER_SENTENCE for sentence in sentences)


def test_an_article_that_is_short_enough_is_one_section() -> None:
    article = Article.from_text("Orrin Foods sold its mill. Tessel bought it.")
    assert Divider(article).chunks() == [Chunk(1, 2)]


def test_each_sentence_is_in_one_section_and_none_is_too_long(planted: Planted, chunks: list[Chunk]) -> None:
    article = planted.article
    assert [number for chunk in chunks for number in range(chunk.first, chunk.last + 1)] == [
        sentence.number for sentence in article.sentences
    ]
    assert len(chunks) > 3
    assert max(size(article, chunk) for chunk in chunks) <= CHUNK_TOKENS


@given(WORDS.map(" ".join), st.integers(min_value=1, max_value=60))
def test_whatever_the_text_no_sentence_is_lost(text: str, most: int) -> None:
    article = Article.from_text(text)
    chunks = Divider(article).chunks(most)
    assert [number for chunk in chunks for number in range(chunk.first, chunk.last + 1)] == [
        sentence.number for sentence in article.sentences
    ]
    for chunk in chunks:
        assert size(article, chunk) <= most or chunk.first == chunk.last


def test_a_sentence_that_is_too_long_is_a_section_of_its_own() -> None:
    article = Article.from_text(f"Orrin rose. It rose {'and rose ' * 400}for long. Tessel fell.")
    assert [(chunk.first, chunk.last) for chunk in Divider(article).chunks(300)] == [(1, 1), (2, 2), (3, 3)]


def test_a_section_begins_where_a_part_of_the_text_does() -> None:
    part = "Orrin Foods sold a mill in the valley, and nobody knew why it had done so. " * 12
    text = "\n\n".join(f"Question {name}\n\n{part}" for name in ("one", "two", "three", "four"))
    article = Article.from_text(text)
    chunks = Divider(article).chunks(article_tokens(article) // 2)
    assert [article.sentences[chunk.first - 1].text for chunk in chunks] == ["Question one", "Question three"]


def test_a_section_is_shown_with_the_beginning_and_with_what_came_just_before(
    planted: Planted, chunks: list[Chunk]
) -> None:
    first, second, third, *_ = chunks
    assert first.context == ()
    assert 1 in second.context
    assert second.first - 1 in second.context
    assert max(second.context) < second.first
    head = [number for number in second.context if number < 30]
    assert head == [number for number in third.context if number < 30]
    assert head == list(range(1, len(head) + 1))
    assert planted.article.sentences[0].text in planted.article.text[:200]


def test_a_section_in_the_midst_of_a_turn_is_shown_with_who_speaks() -> None:
    filler = "Orrin Foods sold a mill in the valley, and nobody at the company knew why it had done so then. "
    article = Article.from_text(f"{filler * 30}\n\nMara Tolk: {filler * 60}")
    turn = next(one.number for one in article.sentences if one.text.startswith("Mara Tolk"))
    chunks = Divider(article).chunks(800)
    inside = [chunk for chunk in chunks if turn < chunk.first <= turn + 30]
    assert inside
    assert all(turn in chunk.context for chunk in inside)


def test_a_section_is_halved_until_it_is_too_short_for_that(planted: Planted, chunks: list[Chunk]) -> None:
    divider = Divider(planted.article)
    halves = divider.halves(chunks[1])
    assert [halves[0].first, halves[-1].last] == [chunks[1].first, chunks[1].last]
    assert len(halves) in (2, 3)
    short = Divider(planted.article).chunks(LEAST_CUT_TOKENS - 100)[0]
    assert divider.halves(short) == []


def test_the_whole_can_be_halved_too() -> None:
    article = Article.from_text("Orrin Foods sold a mill in the valley, and nobody knew why. " * 100)
    [whole] = Divider(article).chunks()
    halves = Divider(article).halves(whole)
    assert halves[0].first == 1
    assert halves[-1].last == whole.last


@pytest.mark.parametrize(("chunk", "words"), [(Chunk(4, 4), "sentence 4"), (Chunk(812, 903), "sentences 812–903")])
def test_a_section_is_named_by_its_sentences(chunk: Chunk, words: str) -> None:
    assert chunk.words() == words
