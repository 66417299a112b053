"""What is measured: articles with a recorded answer, and the ways of having them answered."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from summarizer.article import Article
from summarizer.batch import Job, run_jobs
from summarizer.errors import ArticleError
from summarizer.models.base import Question
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.dialect import Dialect
from summarizer.pipeline import Pipeline, Settings
from summarizer.prompts import extract_messages, load_prompt
from summarizer.schema import NEWS

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = ROOT / "examples" / "articles" / "supply_contract.txt"
CASSETTE = ROOT / "cassettes" / "test_recordings" / "test_an_article_becomes_a_summary[supply_contract.txt].yaml"
KEY = "sk-loopback-0000000000"


@dataclass(frozen=True)
class Measured:
    """What a way came to."""

    answered: int
    lost: int
    seconds: float
    cpu_seconds: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answered / self.seconds

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds of the client for an answer."""
        return 1000 * self.cpu_seconds / max(1, self.answered)


def recorded_answer() -> bytes:
    """The first recorded completion for the example article, as a service sends it."""
    recording: dict[str, Any] = yaml.load(CASSETTE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    completion = recording["interactions"][0]["response"]["body"]["$json"]
    message = completion["choices"][0]["message"]
    if isinstance(message["content"], dict):
        message["content"] = json.dumps(message["content"]["$json"], ensure_ascii=False)
    return json.dumps(completion, ensure_ascii=False).encode()


def articles(most: int | None, seconds: float) -> Iterator[Article]:
    """The example article under ever new numbers: so many, and none after so many seconds."""
    text = ARTICLE.read_text(encoding="utf-8")
    end = time.monotonic() + seconds
    number = 0
    while (most is None or number < most) and time.monotonic() < end:
        number += 1
        yield Article.from_text(f"{text}\nReference {number:07d}.\n")


Way = Callable[[str, Iterator[Article], int], Awaitable[tuple[int, int]]]
"""Has the articles answered at a base url, so many at once; returns how many were answered and lost."""


async def ours(base_url: str, given: Iterator[Article], concurrency: int) -> tuple[int, int]:
    """The whole way of an article but the disk: prompt, call, parse, verification."""
    model = ChatModel("loopback/x", "x", Endpoint(base_url, KEY))
    pipeline = Pipeline(model, Settings(repairs=0))
    answered = lost = 0
    jobs = (Job(str(number), article) for number, article in enumerate(given))
    async with aclosing(run_jobs(jobs, pipeline, concurrency=concurrency)) as outcomes:
        async for outcome in outcomes:
            answered += outcome.result is not None
            lost += outcome.result is None
            assert outcome.error is None or isinstance(outcome.error, ArticleError), outcome.error
    await pipeline.close()
    return answered, lost


async def model_alone(base_url: str, given: Iterator[Article], concurrency: int) -> tuple[int, int]:
    """What speaks to the service, with its limits, retries and instructor: no verification."""
    model = ChatModel("loopback/x", "x", Endpoint(base_url, KEY))
    prompt = load_prompt("extract", None)
    answered = lost = 0

    async def worker() -> None:
        nonlocal answered, lost
        for article in given:
            messages = extract_messages(prompt, article, NEWS)
            try:
                await model.answer(Question("extract", article, NEWS, NEWS.wire, messages))
                answered += 1
            except ArticleError:
                lost += 1

    await asyncio.gather(*(worker() for _ in range(concurrency)))
    await model.close()
    return answered, lost


def bare(transport: str, retries: int = 0) -> Way:
    """openai's client and nothing else: the request is sent, the completion comes back as the SDK's object."""

    async def way(base_url: str, given: Iterator[Article], concurrency: int) -> tuple[int, int]:
        import openai

        http = openai.DefaultAioHttpClient if transport == "aiohttp" else openai.DefaultAsyncHttpxClient
        client = openai.AsyncOpenAI(
            api_key=KEY, base_url=base_url, max_retries=retries, timeout=60, http_client=http(timeout=60)
        )
        prompt = load_prompt("extract", None)
        answered = lost = 0

        async def worker() -> None:
            nonlocal answered, lost
            for article in given:
                rendered = extract_messages(prompt, article, NEWS)
                messages = [{"role": message.role, "content": message.content} for message in rendered]
                try:
                    await client.chat.completions.create(model="x", **Dialect().request(messages, NEWS.wire))
                    answered += 1
                except openai.APIError:
                    lost += 1

        await asyncio.gather(*(worker() for _ in range(concurrency)))
        await client.close()
        return answered, lost

    return way


def measure(way: Way, base_url: str, given: Iterator[Article], concurrency: int) -> Measured:
    """Runs a way in an event loop of its own; what it needs is imported and opened before."""
    cpu, began = time.process_time(), time.perf_counter()
    answered, lost = asyncio.run(way(base_url, given, concurrency))
    return Measured(answered, lost, time.perf_counter() - began, time.process_time() - cpu)
