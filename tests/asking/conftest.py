"""A long document with planted records, and a model that finds those of the sentences that it is shown."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from benchmarks.long.document import Planted, long_document
from summarizer.article import Article
from summarizer.asking.chunks import Chunk, Divider
from summarizer.errors import ModelError
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Summary, Usage

NUMBER = re.compile(r"^\[(\d+)\] ", re.MULTILINE)
TO_READ = re.compile(r"sentences, \[(\d+)\] to \[(\d+)\] are to be read")


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
        self.by_sentence: dict[int, list[tuple[str, dict[str, Any]]]] = {}
        for at, section, record in planted.records:
            sentence = planted.article.sentence_at(at)
            assert sentence is not None
            self.by_sentence.setdefault(sentence.number, []).append((section, record))

    async def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        first, last = read_now(question)
        if fault := self.fails(question, first, last):
            raise fault
        usage = Usage(input_tokens=len(question.messages[-1].content) // 4, output_tokens=100)
        return Answer(self.found(question, first, last), "test/finder-1", "strict", 1, usage, 0.5)

    def found(self, question: Question, first: int, last: int) -> dict[str, Any]:
        answer: dict[str, Any] = {name: [] for name in question.wire.model_fields}
        if question.task == "repair":
            return answer
        named = [number for number in range(first, last + 1) if number in self.by_sentence] or [first]
        if "headline" in answer:
            answer["headline"], *answer["abstract"] = [self.sentence(number) for number in named[:3]]
        if question.task == "overview":
            return answer
        for number in named:
            for section, record in self.by_sentence.get(number, ()):
                if question.task == "again" or section not in self.skips:
                    answer[section].append({**record, "evidence": [number]})
        return answer

    def sentence(self, number: int) -> dict[str, Any]:
        return {"text": self.article.sentences[number - 1].text, "evidence": [number]}

    async def close(self) -> None:
        pass


def read_now(question: Question) -> tuple[int, int]:
    """The first and the last sentence that a question is about."""
    text = question.messages[-1].content
    if told := TO_READ.search(text):
        return int(told[1]), int(told[2])
    numbers = [int(number) for number in NUMBER.findall(text)]
    return numbers[0], numbers[-1]


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
