"""A service on this machine with files and batches, as OpenAI documents them, over the chat service that answers."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from summarizer.batch import Outcome, Shard, StoredRun
from summarizer.batch.provider import ProviderBatches
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.limits import Limits
from summarizer.models.retries import RetryPolicy
from summarizer.pipeline import Pipeline, Settings
from tests.loopback import Cut, Loopback, Reply, Request

Answer = Callable[[dict[str, Any]], tuple[int, dict[str, Any]]]
STEPS = ("validating", "in_progress", "finalizing")
"""What a batch is, one look after the other, before it has ended."""


@dataclass
class Fate:
    """What becomes of a batch: its last status, and how many of its lines are answered (None: all)."""

    status: str = "completed"
    answered: int | None = None
    errors: list[dict[str, Any]] = field(default_factory=list)
    """Why it was not taken, where it is `failed`."""
    silent: bool = False
    """The lines that are not answered are in no file."""


class BatchingService(Loopback):
    """Files and batches at `base_url`; `answer` says what a line comes to, as over a call of its own.

    `fates` are taken by the batches in turn, further ones are completed. `before` and `after` are called with the
    method and the address (`ID` for every id) of each request, before and after it is done; what `before` returns is
    answered in its place, a `Cut` raised there closes the connection. `queue` is how many lines may wait at once;
    `queue_says` where that is told.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer
        self.files: dict[str, dict[str, Any]] = {}
        self.contents: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.fates: list[Fate] = []
        self.lines: Counter[str] = Counter()
        """How often each request was answered in a batch, by its body."""
        self.sizes: list[int] = []
        """Lines of each batch that was begun."""
        self.asked: list[str] = []
        """The requests, as `GET /files/ID/content`."""
        self.steps = STEPS
        self.most_lines, self.most_bytes = 50_000, 200_000_000
        self.queue: int | None = None
        self.queue_says = "validation"
        self.pages = 100
        self.before: Callable[[str, str], tuple[int, Any] | None] = lambda *_: None
        self.after: Callable[[str, str], None] = lambda *_: None
        self.middle: Callable[[], None] | None = None
        """Is called when the first half of a file's content has been sent."""
        self.lock = threading.RLock()  # type: ignore[assignment]
        self._fate: dict[str, Fate] = {}
        self._at: dict[str, int] = {}
        self._number = 0

    def reply(self, request: Request) -> Reply:
        url = urlsplit(request.path)
        parts = url.path.removeprefix("/v1").split("/")
        shown = "/".join("ID" if part[-3:].isdigit() else part for part in parts)
        with self.lock:
            self.asked.append(f"{request.method} {shown}")
        said = self.before(request.method, shown)
        if said is None:
            kind = request.headers.get("content-type") or ""
            said = self.do(request.method, url.path, parse_qs(url.query), request.raw, kind)
            self.after(request.method, shown)
        status, answer = said
        return Reply(answer, status, middle=self.middle if isinstance(answer, bytes) else None)

    def count(self, request: str) -> int:
        """How often a request such as `POST /files` came."""
        return self.asked.count(request)

    @property
    def open(self) -> list[dict[str, Any]]:
        """The batches that have not ended."""
        return [batch for batch in self.batches.values() if batch["status"] in (*STEPS, "cancelling")]

    def of(self, kind: str) -> list[str]:
        """The names of the files that are there, of one purpose."""
        return [file["filename"] for file in self.files.values() if file["purpose"] == kind]

    def do(self, method: str, path: str, query: dict[str, list[str]], body: bytes, kind: str) -> tuple[int, Any]:
        """What a request comes to: its status, and an object or the bytes of a file."""
        parts = path.removeprefix("/v1/").split("/")
        with self.lock:
            if (method, parts) == ("POST", ["chat", "completions"]):
                return self.answer(json.loads(body))
            if (method, parts) == ("POST", ["files"]):
                return self._upload(body, kind)
            if (method, parts) == ("POST", ["batches"]):
                return self._create(json.loads(body))
            if method == "GET" and len(parts) == 1:
                kept = self.files if parts == ["files"] else self.batches
                return self._listed(list(kept.values())[::-1], query)
            there: Any = self.files if parts[0] == "files" else self.batches
            if parts[1] not in there:
                return _error(404, f"no such {parts[0]}: {parts[1]}")
            if parts[2:] == ["content"]:
                return 200, self.contents[parts[1]]
            if parts[2:] == ["cancel"]:
                self._fate[parts[1]] = Fate("cancelled", self._fate[parts[1]].answered or 0)
                self._at[parts[1]] = len(self.steps)
                return 200, {**self.batches[parts[1]], "status": "cancelling"}
            if method == "DELETE":
                del self.files[parts[1]], self.contents[parts[1]]
                return 200, {"id": parts[1], "object": "file", "deleted": True}
            if parts[0] == "batches":
                self._advance(parts[1])
            return 200, there[parts[1]]

    def _id(self, kind: str) -> str:
        self._number += 1
        return f"{kind}-{self._number:03}"

    def _store(self, name: str, purpose: str, content: bytes) -> str:
        file = self._id("file")
        self.contents[file] = content
        self.files[file] = {
            "id": file,
            "object": "file",
            "bytes": len(content),
            "created_at": int(time.time()),
            "filename": name,
            "purpose": purpose,
            "status": "processed",
        }
        return file

    def _upload(self, body: bytes, kind: str) -> tuple[int, Any]:
        fields = _form(body, kind)
        name, content = fields["file"]
        if len(content) > self.most_bytes:
            return _error(413, "the file is too large")
        return 200, self.files[self._store(name, fields["purpose"][1].decode(), content)]

    def _create(self, asked: dict[str, Any]) -> tuple[int, Any]:
        assert asked["endpoint"] == "/v1/chat/completions"
        assert asked["completion_window"] == "24h"
        if asked["input_file_id"] not in self.files:
            return _error(400, "no such file")
        lines = len(self.contents[asked["input_file_id"]].splitlines())
        if self.queue_says == "creation" and (full := self._queue_full(lines)):
            return _error(429, full["message"], full["code"])
        batch = self._id("batch")
        self.batches[batch] = {
            "id": batch,
            "object": "batch",
            **asked,
            "status": self.steps[0] if self.steps else "in_progress",
            "created_at": int(time.time()),
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
        }
        self._fate[batch] = self.fates.pop(0) if self.fates else Fate()
        self._at[batch] = 0
        self.sizes.append(lines)
        return 200, self.batches[batch]

    def _queue_full(self, lines: int) -> dict[str, Any] | None:
        waiting = sum(batch["request_counts"]["total"] for batch in self.open)
        if self.queue is None or waiting + lines <= self.queue:
            return None
        return {"code": "token_limit_exceeded", "message": "Enqueued token limit reached for relay", "line": None}

    def _listed(self, things: list[dict[str, Any]], query: dict[str, list[str]]) -> tuple[int, Any]:
        ids = [thing["id"] for thing in things]
        first = ids.index(query["after"][0]) + 1 if "after" in query else 0
        page = things[first : first + self.pages]
        return 200, {"object": "list", "data": page, "has_more": first + self.pages < len(things)}

    def _advance(self, batch: str) -> None:
        """A batch goes one step further each time it is looked at."""
        said, fate = self.batches[batch], self._fate[batch]
        if said["status"] not in (*STEPS, "cancelling"):
            return
        lines = [json.loads(line) for line in self.contents[said["input_file_id"]].splitlines()]
        self._at[batch] += 1
        if self._at[batch] == 1 and (errors := self._invalid(lines, fate)):
            said |= {"status": "failed", "errors": {"object": "list", "data": errors}}
            return
        said["request_counts"]["total"] = len(lines)
        if self._at[batch] < len(self.steps):
            said["status"] = self.steps[self._at[batch]]
            return
        self._end(said, fate, lines)

    def _invalid(self, lines: list[dict[str, Any]], fate: Fate) -> list[dict[str, Any]]:
        if fate.errors:
            return fate.errors
        if len(lines) > self.most_lines:
            return [{"code": "too_many_requests_in_file", "message": "more lines than a batch may have", "line": None}]
        if len({line["custom_id"] for line in lines}) < len(lines):
            return [{"code": "duplicate_custom_id", "message": "the custom_id is not the only one", "line": 2}]
        if len({line["body"]["model"] for line in lines}) > 1:
            return [{"code": "mismatched_model", "message": "all lines must be for one model", "line": 2}]
        full = self._queue_full(len(lines)) if self.queue_says == "validation" else None
        return [full] if full else []

    def _end(self, said: dict[str, Any], fate: Fate, lines: list[dict[str, Any]]) -> None:
        output, errors = [], []
        answered = len(lines) if fate.answered is None else fate.answered
        for line in lines[:answered]:
            status, body = self.answer(line["body"])
            self.lines[json.dumps(line["body"], sort_keys=True)] += status == 200
            response = {"status_code": status, "request_id": "req-1", "body": body}
            told = {"id": "line", "custom_id": line["custom_id"], "response": response, "error": None}
            (output if status == 200 else errors).append(told)
        if not fate.silent:
            error = {"code": f"batch_{fate.status}", "message": "not executed"}
            errors += [
                {"id": "line", "custom_id": line["custom_id"], "response": None, "error": error}
                for line in lines[answered:]
            ]
        said |= {"status": fate.status, "output_file_id": None, "error_file_id": None}
        said["request_counts"] |= {"completed": len(output), "failed": len(errors)}
        # Not in the order of the input, which nobody promises.
        for key, told_lines in (("output_file_id", output[::-1]), ("error_file_id", errors)):
            if told_lines:
                text = "".join(f"{json.dumps(one)}\n" for one in told_lines)
                said[key] = self._store(key, "batch_output", text.encode())


def _error(status: int, message: str, code: str | None = None) -> tuple[int, Any]:
    return status, {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": code}}


def _form(body: bytes, kind: str) -> dict[str, tuple[str, bytes]]:
    """The fields of a multipart form, by their names: the file's name, and the content."""
    mark = b"--" + kind.partition("boundary=")[2].strip('"').encode()
    fields = {}
    for part in body.split(mark)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        words = dict(piece.split("=", 1) for piece in head.decode().replace("\r\n", "; ").split("; ") if "=" in piece)
        name = words.get("filename", "").strip('"')
        fields[words["name"].strip('"')] = (name, content.removesuffix(b"\r\n"))
    return fields


@pytest.fixture
def batching(service: Any) -> Iterator[BatchingService]:
    """The service with batches; `service` is the chat service that answers for it."""
    with BatchingService(service.answer) as batching:
        yield batching


@pytest.fixture
def relay(batching: BatchingService) -> Callable[..., Pipeline]:
    """Makes a pipeline whose model is the service with batches."""

    def make(*, model: str = "relay", judge: str | None = None, patience: float = 600.0, **settings: Any) -> Pipeline:
        async def sleep(_: float) -> None:
            await asyncio.sleep(0)

        options = ChatOptions(retries=RetryPolicy(attempts=2), limits=Limits(patience=patience))

        def chat(name: str) -> ChatModel:
            return ChatModel(name, name, Endpoint(batching.base_url, "none"), options, sleep=sleep)

        return Pipeline(chat(model), Settings(**settings), None if judge is None else chat(judge))

    return make


@dataclass
class Round:
    """A run by batches that is over."""

    run: StoredRun
    outcomes: dict[str, Outcome]
    said: list[str]
    slept: list[float]
    fault: BaseException | None = None

    @property
    def documents(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run.summaries.read_text("utf-8").splitlines()]

    @property
    def failures(self) -> dict[str, tuple[str, str]]:
        lines = [json.loads(line) for line in self.run.failures.read_text("utf-8").splitlines()]
        return {line["path"]: (line["error"], line["message"]) for line in lines}


@pytest.fixture
def by_batch(tmp_path: Path) -> Callable[..., Round]:
    """Makes a run by provider batches, in which waiting takes no time; what it raises is its `fault`."""

    def make(
        root: Path,
        pipeline: Pipeline,
        out: Path | None = None,
        *,
        wait: bool = True,
        stop_after: int | None = None,
        most_looks: int = 200,
        shard: Shard | None = None,
        log_requests: bool = False,
    ) -> Round:
        said: list[str] = []
        slept: list[float] = []
        outcomes: dict[str, Outcome] = {}

        async def sleep(seconds: float) -> None:
            slept.append(seconds)
            assert len(slept) < most_looks, "the run waits for ever"
            await asyncio.sleep(0)

        async def collect(run: StoredRun) -> None:
            def stopped() -> bool:
                return stop_after is not None and len(slept) >= stop_after

            try:
                async with contextlib.aclosing(run.run(4, stopped)) as found:
                    async for outcome in found:
                        assert outcome.path not in outcomes, f"{outcome.path} came out twice"
                        outcomes[outcome.path] = outcome
            finally:
                await pipeline.close()

        options = ProviderBatches(wait=wait, say=said.append, sleep=sleep)
        fault: BaseException | None = None
        given: dict[str, Any] = {"batches": options, "shard": shard, "log_requests": log_requests}
        with StoredRun(root, out or tmp_path / "out", pipeline, **given) as run:
            try:
                asyncio.run(collect(run))
            except Exception as raised:
                fault = raised
        return Round(run, outcomes, said, slept, fault)

    return make


@pytest.fixture
def fate() -> type[Fate]:
    return Fate


@pytest.fixture
def cut() -> type[Cut]:
    return Cut
