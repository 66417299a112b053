"""A long document with planted records, and a model that finds those of the sentences that it is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from benchmarks.long import answers
from benchmarks.long.document import Planted, long_document
from summarizer.article import Article
from summarizer.asking.chunks import Chunk, Divider
from summarizer.errors import ModelError
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Summary, Usage
from summarizer.schema import NEWS


class Finder:
    """Answers with the planted records of the sentences that it is to read, and cites them; `fails` is asked first.

    skips   sections of the schema of which it finds nothing at the first time
    """

    name = "test/finder"
    needs_prompt = True

    def __init__(self, planted: Planted) -> None:
        self.asked: list[Question] = []
        self.at_once = self.most_at_once = 0
        self.fails: Callable[[Question, int, int], ModelError | None] = lambda _question, _first, _last: None
        self.skips: Sequence[str] = ()
        self.article = planted.article
        self._records = answers.Finder(planted)
        self.by_sentence = self._records.by_sentence

    async def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        first, last = answers.read_now(question.messages[-1].content)
        if fault := self.fails(question, first, last):
            raise fault
        usage = Usage(input_tokens=len(question.messages[-1].content) // 4, output_tokens=100)
        return Answer(self.found(question, first, last), "test/finder-1", "strict", 1, usage, 0.5)

    def found(self, question: Question, first: int, last: int) -> dict[str, Any]:
        if question.task == "repair":
            return {name: [] for name in question.wire.model_fields}
        if question.task == "overview":
            return self._records.answer(question.wire, first, last, skipped=tuple(NEWS.sections))
        return self._records.answer(question.wire, first, last, () if question.task == "again" else self.skips)

    async def close(self) -> None:
        pass


@pytest.fixture(scope="session")
def planted() -> Planted:
    """About 60 kB: half a dozen sections."""
    return long_document(60_000)


@pytest.fixture
def finder(planted: Planted) -> Finder:
    return Finder(planted)


@pytest.fixture
def run() -> Callable[..., Summary]:
    def make(model: Finder, article: Article | None = None, **settings: Any) -> Summary:
        result = asyncio.run(Pipeline(model, Settings(**settings)).run(article or model.article))
        assert isinstance(result, Summary)
        return result

    return make


@pytest.fixture
def chunks(planted: Planted) -> list[Chunk]:
    return Divider(planted.article).chunks()
