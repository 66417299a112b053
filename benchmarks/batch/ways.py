"""The ways of having articles answered that are measured beside each other, each on the same service.

A way is opened for a base url and so many requests at once, prepares its articles untimed, and is timed while it has
them answered.
"""

from __future__ import annotations

import asyncio
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from summarizer.article import Article
from summarizer.batch import StoredRun
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
FEW = 2
"""Records of each kind in the short answer."""

Counts = tuple[list[float], int]
"""When each article was done, in seconds of `time.perf_counter`, and how many were lost."""


class Way(Protocol):
    """One way, open."""

    def prepare(self, texts: Sequence[str]) -> Any:
        """What `run` takes, for these articles."""
        ...

    async def run(self, prepared: Any, stopped: Callable[[], bool], /) -> Counts:
        """Has the articles answered; begins none when `stopped()` is true."""
        ...

    async def close(self) -> None:
        """Gives up connections."""
        ...


Opened = Callable[[str, int], Way]
"""A way, by the base url of the service and the requests at once."""


@dataclass(frozen=True)
class Measured:
    """What a way came to."""

    times: list[float]
    """Seconds after which each article was done."""
    lost: int
    cpu_seconds: float
    """Of this process and those that it ended meanwhile."""

    @property
    def answered(self) -> int:
        """Articles that were done."""
        return len(self.times)

    @property
    def overall(self) -> float:
        """Articles a second, from the beginning to the last one."""
        return self.answered / max(self.times, default=1.0)

    @property
    def rate(self) -> float:
        """Articles a second: the slope of their number over the time, by least squares, so that neither the first
        answer's latency nor what is left to read behind the last one counts. It takes several rounds of answers."""
        middle, time = (self.answered - 1) / 2, sum(self.times) / max(1, self.answered)
        spread = sum((at - time) ** 2 for at in self.times)
        if self.answered < 3 or not spread:
            return self.overall
        return sum((number - middle) * (at - time) for number, at in enumerate(self.times)) / spread

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds of the client for an answer."""
        return 1000 * self.cpu_seconds / max(1, self.answered)


def recorded_answer(few: int | None = None) -> bytes:
    """The first recorded completion for the example article, as a service sends it; with at most `few` records of each
    kind."""
    recording: dict[str, Any] = yaml.load(CASSETTE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    completion = recording["interactions"][0]["response"]["body"]["$json"]
    message = completion["choices"][0]["message"]
    content = message["content"]
    records = content["$json"] if isinstance(content, dict) else json.loads(content)
    if few is not None:
        records = {name: items[:few] if isinstance(items, list) else items for name, items in records.items()}
    message["content"] = json.dumps(records, ensure_ascii=False)
    return json.dumps(completion, ensure_ascii=False).encode()


def texts(first: int, count: int) -> list[str]:
    """The example article under so many numbers from `first` on."""
    text = ARTICLE.read_text(encoding="utf-8")
    return [f"{text}\nReference {number:07d}.\n" for number in range(first, first + count)]


class Batch:
    """`summarizer batch`: reading, store, prompt, call, parsing, verification, documents."""

    def __init__(self, base_url: str, concurrency: int, processes: int = 1) -> None:
        self._model = ChatModel("loopback/x", "x", Endpoint(base_url, KEY))
        self._concurrency = concurrency
        self._processes = processes
        self._folder = tempfile.TemporaryDirectory()
        self._opened = ExitStack()
        self._runs = 0

    def prepare(self, texts: Sequence[str]) -> StoredRun:
        """Opens the run: looking through the folder is not counted, nor is writing the files when it is closed."""
        self._runs += 1
        folder = Path(self._folder.name, f"articles-{self._runs}")
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number:07}.txt").write_text(text, encoding="utf-8")
        pipeline = Pipeline(self._model, Settings(repairs=0))
        out = Path(self._folder.name, f"out-{self._runs}")
        return self._opened.enter_context(StoredRun(folder, out, pipeline, processes=self._processes))

    async def run(self, prepared: StoredRun, stopped: Callable[[], bool]) -> Counts:
        times, lost = [], 0
        async with aclosing(prepared.run(self._concurrency, stopped)) as outcomes:
            async for outcome in outcomes:
                if outcome.error is None:
                    times.append(time.perf_counter())
                lost += outcome.error is not None
        return times, lost

    async def close(self) -> None:
        await self._model.close()
        self._opened.close()
        self._folder.cleanup()


def several(base_url: str, concurrency: int) -> Batch:
    """The batch with a process that reads and verifies on each of two cores."""
    return Batch(base_url, concurrency, processes=2)


class Model:
    """What of it speaks to the service, with its limits and retries: prompt, call and parsing, no verification."""

    def __init__(self, base_url: str, concurrency: int) -> None:
        self._model = ChatModel("loopback/x", "x", Endpoint(base_url, KEY))
        self._concurrency = concurrency

    def prepare(self, texts: Sequence[str]) -> list[Article]:
        return [Article.from_text(text) for text in texts]

    async def run(self, prepared: list[Article], stopped: Callable[[], bool]) -> Counts:
        prompt = load_prompt("extract", None)

        async def one(article: Article) -> bool:
            messages = extract_messages(prompt, article, NEWS)
            try:
                await self._model.answer(Question("extract", article, NEWS, NEWS.wire, messages))
            except ArticleError:
                return False
            return True

        return await _work_off(prepared, one, self._concurrency, stopped)

    async def close(self) -> None:
        await self._model.close()


class Bare:
    """openai's client and nothing else: the same requests, each answered with the SDK's object."""

    def __init__(self, base_url: str, concurrency: int, transport: str = "aiohttp", retries: int = 0) -> None:
        import openai

        http = openai.DefaultAioHttpClient if transport == "aiohttp" else openai.DefaultAsyncHttpxClient
        limits = type(openai.DEFAULT_CONNECTION_LIMITS)(max_connections=10_000)
        self._error = openai.APIError
        self._client = openai.AsyncOpenAI(
            api_key=KEY,
            base_url=base_url,
            max_retries=retries,
            timeout=60,
            http_client=http(timeout=60, limits=limits),
        )
        self._concurrency = concurrency

    def prepare(self, texts: Sequence[str]) -> list[dict[str, Any]]:
        prompt = load_prompt("extract", None)
        requests = []
        for text in texts:
            rendered = extract_messages(prompt, Article.from_text(text), NEWS)
            messages = [{"role": message.role, "content": message.content} for message in rendered]
            requests.append(Dialect().request(messages, NEWS.wire))
        return requests

    async def run(self, prepared: list[dict[str, Any]], stopped: Callable[[], bool]) -> Counts:
        async def one(request: dict[str, Any]) -> bool:
            try:
                await self._send(request)
            except self._error:
                return False
            return True

        return await _work_off(prepared, one, self._concurrency, stopped)

    async def _send(self, request: dict[str, Any]) -> None:
        await self._client.chat.completions.create(model="x", **request)

    async def close(self) -> None:
        await self._client.close()


class BareUntransformed(Bare):
    """The same, the request given as `extra_body`, which the SDK does not walk through."""

    async def _send(self, request: dict[str, Any]) -> None:
        await self._client.chat.completions.create(model="x", messages=[], extra_body=request)


def default_client(base_url: str, concurrency: int) -> Bare:
    """openai's client as it comes, on httpx2."""
    return Bare(base_url, concurrency, "httpx")


def own_retries(base_url: str, concurrency: int) -> Bare:
    """The aiohttp client with the SDK's own two retries."""
    return Bare(base_url, concurrency, retries=2)


async def _work_off(given: Sequence[Any], one: Callable[[Any], Any], most: int, stopped: Callable[[], bool]) -> Counts:
    waiting: Iterator[Any] = iter(given)
    times: list[float] = []
    lost = 0

    async def worker() -> None:
        nonlocal lost
        for item in waiting:
            if stopped():
                return
            if await one(item):
                times.append(time.perf_counter())
            else:
                lost += 1

    await asyncio.gather(*(worker() for _ in range(most)))
    return times, lost


def measure(
    opened: Opened, base_url: str, concurrency: int, count: int, *, warm: int = 0, seconds: float = 3600.0
) -> Measured:
    """Has `count` articles answered in a way, for so many seconds at most, after `warm` others that are not counted:
    by then all is imported, connections are open, and the limiter knows what the service takes."""

    async def run() -> Measured:
        way = opened(base_url, concurrency)
        try:
            if warm:
                await way.run(way.prepare(texts(0, warm)), lambda: False)
            prepared = way.prepare(texts(1_000_000, count))
            cpu, began = used_cpu(), time.perf_counter()
            times, lost = await way.run(prepared, lambda: time.perf_counter() - began > seconds)
            return Measured([at - began for at in times], lost, used_cpu() - cpu)
        finally:
            await way.close()

    return asyncio.run(run())


def used_cpu() -> float:
    """Seconds of CPU that this process has taken, and those that it has seen the end of."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))
