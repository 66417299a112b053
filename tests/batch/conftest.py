"""A model that answers from the article's first sentence, or fails as the article tells it to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import re
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer.batch import Outcome, StoredRun
from summarizer.cli import app
from summarizer.errors import ConfigurationError, NotAuthorized, Refused
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.retries import RetryPolicy
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Usage
from tests.loopback import Loopback, Reply, Request, completion

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


class ChatService(Loopback):
    """A chat service on this machine that answers with the first sentence it is shown, always the same to the same.

    An article with WOBBLE in it gets an answer without the schema's fields first, one with LIE a headline that it does
    not bear out, one with DECLINE a refusal, one with BUSY an error 500 as long as `busy` is set.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[str] = Counter()
        """How often each request came, by its body."""
        self.answered: Counter[str] = Counter()
        self.seconds = 0.0
        """How long an answer takes."""
        self.busy = False
        self.was_asked = threading.Event()

    def reply(self, request: Request) -> Reply:
        body = request.raw.decode()
        with self.lock:
            self.asked[body] += 1
        self.was_asked.set()
        time.sleep(self.seconds)
        status, answer = self.answer(request.body)
        with self.lock:
            self.answered[body] += status == 200
        return Reply(answer, status)

    @property
    def calls(self) -> int:
        """Requests that came, all in all."""
        return sum(self.asked.values())

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        messages = [message["content"] for message in body["messages"]]
        shown = next(text for text in messages if "<article>" in text)
        first = re.findall(r"^\[1\] (.*)$", shown, re.M)[-1]
        if "BUSY" in shown and self.busy:
            return 500, {"error": {"message": "out of order"}}
        message: dict[str, Any] = {"content": None}
        if "DECLINE" in shown:
            message["refusal"] = "no"
        elif body["response_format"]["json_schema"]["name"].endswith("_repair"):
            message["content"] = json.dumps({"headline": [{"record": 0, "replacement": None}]})
        elif "items" in body["response_format"]["json_schema"]["schema"]["properties"]:
            message["content"] = json.dumps({"items": [{"note": first, "evidence": [1]}]})
        elif "WOBBLE" in shown and len(messages) == 2:
            message["content"] = "{}"
        else:
            text = "Tessel Air bought the moon for $9 trillion." if "LIE" in shown else first
            lists: dict[str, list[object]] = {
                name: [] for name in ("abstract", "organizations", "people", "deals", "claims")
            }
            message["content"] = json.dumps({"headline": {"text": text, "evidence": [1]}, **lists})
        return 200, completion(**message)


@pytest.fixture
def service() -> Iterator[ChatService]:
    with ChatService() as service:
        yield service


@dataclass
class Ended:
    """A run that is over."""

    run: StoredRun
    outcomes: dict[str, Outcome]

    @property
    def documents(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run.summaries.read_text("utf-8").splitlines()]

    @property
    def headlines(self) -> dict[str, str]:
        """By the article's name in the folder."""
        return {
            str(Path(document["source"]["path"]).relative_to(self.run.folder)): document["headline"]["text"]
            for document in self.documents
        }

    @property
    def failures(self) -> dict[str, str]:
        lines = [json.loads(line) for line in self.run.failures.read_text("utf-8").splitlines()]
        return {line["path"]: line["error"] for line in lines}


@pytest.fixture
def go(tmp_path: Path) -> Callable[..., Ended]:
    """Makes a run from begin to end: `go(folder, pipeline)`; into `tmp_path / "out"` where no `out` is given."""

    def make(root: Path, pipeline: Pipeline, out: Path | None = None, concurrency: int = 4, **options: Any) -> Ended:
        outcomes: dict[str, Outcome] = {}

        async def collect(run: StoredRun) -> None:
            async for outcome in run.run(concurrency):
                outcomes[outcome.path] = outcome
            await pipeline.close()

        with StoredRun(root, out or tmp_path / "out", pipeline, **options) as run:
            asyncio.run(collect(run))
        return Ended(run, outcomes)

    return make


@pytest.fixture
def chat(service: ChatService) -> Callable[..., Pipeline]:
    """Makes a pipeline whose model is the chat service."""

    def make(**settings: Any) -> Pipeline:
        async def sleep(_: float) -> None:
            await asyncio.sleep(0)

        options = ChatOptions(retries=RetryPolicy(attempts=2))
        model = ChatModel("relay", "relay", Endpoint(service.base_url, "none"), options, sleep=sleep)
        return Pipeline(model, Settings(**settings))

    return make


@pytest.fixture
def age() -> Callable[[Path], None]:
    """Makes all files below a folder look as if they had been written an hour ago."""

    def make(root: Path) -> None:
        for path in root.rglob("*"):
            if path.is_file():
                then = path.stat().st_mtime_ns - 3_600_000_000_000
                os.utime(path, ns=(then, then))

    return make


NOBODY = 65534
"""The user who owns nothing; root may read and write everything, so that its runs meet no permission."""


@contextlib.contextmanager
def without_privileges() -> Iterator[None]:
    """As a user whom permissions bind, in all threads."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def anyone(
    command: Callable[..., Result], service: ChatService
) -> Iterator[tuple[Path, Callable[[], contextlib.AbstractContextManager[None]]]]:
    """A folder that everybody may write into, and what makes this process somebody whom permissions bind."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o777)
    # Whatever a run loads must be loaded before: somebody else may not read the environment.
    with tempfile.TemporaryDirectory() as other:
        (Path(other) / "a.txt").write_text("Orrin rose.")
        command(Path(other), Path(other), "-m", "relay", "--base-url", service.base_url)
    service.asked.clear()
    yield place, without_privileges
    for path in place.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def command() -> Iterator[Callable[..., Result]]:
    """Runs `summarizer batch` in this process: `command(folder, out, "--documents")`, offline where no model is given.

    Returns what it wrote and its exit code; whatever it met, no traceback and nothing that a terminal obeys.
    """

    def run(folder: Path, out: Path, *options: str) -> Result:
        model = () if "-m" in options else ("-m", "offline")
        done = CliRunner().invoke(app, ["batch", str(folder), "-o", str(out), *model, *options])
        assert "Traceback" not in done.stderr
        assert "fault of this program" not in done.stderr
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", done.stderr)
        return done

    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("OPENAI_API_KEY", raising=False)
        yield run
    root.handlers[:], ours.handlers[:] = handlers
