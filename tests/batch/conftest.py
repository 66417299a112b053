"""A model that answers from the article's first sentence, or fails as the article tells it to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import ConfigurationError, NotAuthorized, Refused
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline
from summarizer.records import Usage

FAULTS = {
    "REFUSE": Refused("the model declined"),
    "UNAUTHORIZED": NotAuthorized("the service did not accept the key: set OPENAI_API_KEY"),
    "MISCONFIGURED": ConfigurationError("the offline rules read business news only"),
    "BUG": ZeroDivisionError("division by zero"),
}


class FirstSentence:
    """Says the first sentence as the headline. An article that begins with a word of `FAULTS` raises that fault, one
    that begins with SLOW waits for `gate`."""

    name = "fake/first-sentence"
    needs_prompt = False

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.at_once = self.most_at_once = 0
        self.gate = asyncio.Event()

    async def answer(self, question: Question) -> Answer:
        text = question.article.text
        self.asked.append(text)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)
            if text.startswith("SLOW"):
                await self.gate.wait()
        finally:
            self.at_once -= 1
        word = text.split()[0].strip(".")
        if word in FAULTS:
            raise FAULTS[word]
        headline = {"text": question.article.sentences[0].text, "evidence": [1]}
        lists: dict[str, list[object]] = {name: [] for name in ("abstract", "parties", "deals", "quotes", "claims")}
        return Answer({"headline": headline, **lists}, model=self.name, usage=Usage(input_tokens=10), cost_usd=0.5)

    async def close(self) -> None:
        return None


@pytest.fixture
def model() -> FirstSentence:
    return FirstSentence()


@pytest.fixture
def pipeline(model: FirstSentence) -> Pipeline:
    return Pipeline(model)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of articles: `folder({"a.txt": "text", "deeper/b.txt": "text"})`."""

    def make(files: dict[str, str], name: str = "articles") -> Path:
        root = tmp_path / name
        root.mkdir(exist_ok=True)
        for relative, text in files.items():
            path = root / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return make
