"""The offline rules as a model: the shape of the answer, what it refuses, any input."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.fields import Name, Record
from summarizer.models.base import Answer, Question
from summarizer.models.offline import OfflineModel, read_news
from summarizer.schema import NEWS, Schema

RECORDS = Schema(NEWS.name, NEWS.sections, NEWS.result).wire
"""The shape of the records themselves, which the rules write."""

TEXT = "Tarn Steel Inc. agreed to buy Lund Forge Corp. for $40 million, Ines Varga said."


class Ship(Record):
    """A ship."""

    name: Name


def answer(schema: Schema = NEWS, task: str = "extract") -> Answer:
    question = Question(task, Article.from_text(TEXT), schema, schema.wire)  # type: ignore[arg-type]
    return asyncio.run(OfflineModel().answer(question))


def check_shape(text: str) -> dict[str, Any]:
    """The rules' answer, held to the shape of records; only a text without a word may lack a headline, and all else."""
    found = read_news(Article.from_text(text))
    if any(map(str.isalnum, text)):
        RECORDS.model_validate(found)
    else:
        assert not any(found.values())
        assert found.keys() == RECORDS.model_fields.keys()
    return found


def test_the_answer_has_the_shape_of_the_records() -> None:
    assert RECORDS.model_validate(answer().data)


def test_the_answer_costs_nothing_and_calls_nobody() -> None:
    found = answer()
    assert (found.model, found.calls, found.usage.input_tokens, found.schema_mode) == ("offline", 0, 0, None)
    assert not found.cost_usd


def test_another_schema_is_refused_with_what_to_do() -> None:
    with pytest.raises(ConfigurationError, match="--model or set OPENAI_API_KEY"):
        answer(Schema.of(Ship))


def test_a_repair_is_refused_with_what_to_do() -> None:
    with pytest.raises(ConfigurationError, match="--model or set OPENAI_API_KEY"):
        answer(task="repair")


def test_it_needs_no_prompt() -> None:
    assert not OfflineModel.needs_prompt


@pytest.mark.parametrize(
    "text",
    ["x", "…", "“", '"' * 5000 + "\n(((", "Tarn", "1.", "\u200b.", "A\n\n\nB", "🙂 Tarn 🙂 bought Lund 🙂.", "ﬁ" * 50],
)
def test_the_shortest_and_oddest_texts_have_an_answer(text: str) -> None:
    assert check_shape(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "“" * 20_000 + "a",
        TEXT.strip() * 500,
        (TEXT + " ") * 2000,
        "Tarn said, " * 5000,
        "(" * 50_000 + ")",
    ],
)
def test_huge_and_repetitive_texts_have_an_answer(text: str) -> None:
    assert check_shape(text)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip()))
def test_any_text_has_an_answer_whose_citations_exist(text: str) -> None:
    text = text if text.isprintable() else text.replace("\0", " ") + "."
    article = Article.from_text(text)
    for name, records in check_shape(text).items():
        for record in [records] if name == "headline" and records else records or []:
            assert record["evidence"]
            assert all(1 <= number <= len(article.sentences) for number in record["evidence"])
