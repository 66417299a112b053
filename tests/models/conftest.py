"""A chat service on this machine that fails as it is told to."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, create_model

from summarizer.article import Article
from summarizer.models.base import LEDGER, Answer, Failure, Kept, Letter, Message, Question
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.request_log import REQUEST_LOG, LoggedRequest
from summarizer.models.retries import RetryPolicy
from summarizer.schema import NEWS
from tests.loopback import Loopback, Reply, Request, completion

KEY = "sk-local-0123456789"


class Service(Loopback):
    """The service: `script` is answered in turn, its last reply again and again; `asked` are the requests' bodies."""

    def __init__(self) -> None:
        super().__init__()
        self.script: list[Reply | Callable[[dict[str, Any]], Reply]] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.was_asked = threading.Event()

    def reply(self, request: Request) -> Reply:
        body = request.body
        with self.lock:
            self.asked.append(body)
            self.headers.append(dict(request.headers))
            self.paths.append(request.path)
            self.was_asked.set()
            turn = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return turn(body) if callable(turn) else turn


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as service:
        yield service


@pytest.fixture
def reply() -> type[Reply]:
    return Reply


@pytest.fixture
def wire() -> type[BaseModel]:
    """A small wire class: one list of short records."""
    strict = ConfigDict(extra="forbid")
    note = create_model("Note", __config__=strict, text=(str, ...), evidence=(list[int], ...))
    return create_model("notes", __config__=strict, items=(list[note], ...))  # type: ignore[valid-type]


@pytest.fixture
def said() -> Callable[..., Reply]:
    """Makes the reply of a chat completion with this text."""

    def make(content: Any, *, finish: str | None = "stop", usage: Any = (100, 20, 0), **message: Any) -> Reply:
        return Reply(completion(content, finish=finish, usage=usage, **message))

    return make


@pytest.fixture
def failed() -> Callable[..., Reply]:
    """Makes the reply of a failed call in OpenAI's shape."""

    def make(status: int, message: str = "no", code: str | None = None, **headers: str) -> Reply:
        error = {"message": message, "type": "error", "param": None, "code": code}
        return Reply({"error": error}, status, {name.replace("_", "-"): value for name, value in headers.items()})

    return make


@pytest.fixture
def slept() -> list[float]:
    """The waits between tries, in seconds, none of which is waited."""
    return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock jumps to the next thing that is due: waiting takes no time, and always the same."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0
        select = self._selector.select  # type: ignore[attr-defined]

        def at_once(timeout: float | None = None) -> Any:
            self.passed += timeout or 0.0
            return select(0)

        self._selector.select = at_once  # type: ignore[attr-defined]

    def time(self) -> float:
        return self.passed


@pytest.fixture
def in_virtual_time() -> Callable[..., Any]:
    """Runs a coroutine to its end; `asyncio.sleep` and the loop's clock are virtual."""

    def run(work: Awaitable[Any]) -> Any:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            return runner.run(work)  # type: ignore[arg-type]

    return run


@pytest.fixture
def open_chat(service: Service, slept: list[float]) -> Callable[..., ChatModel]:
    """Opens a chat model at the service."""

    def make(*, options: dict[str, Any] | None = None, **retries: Any) -> ChatModel:
        async def sleep(seconds: float) -> None:
            slept.append(seconds)
            await asyncio.sleep(0)

        def clock() -> float:
            return time.monotonic() + sum(slept)

        chosen = ChatOptions(retries=RetryPolicy(**retries), **(options or {}))
        return ChatModel("test/relay", "relay", Endpoint(service.base_url, KEY), chosen, sleep=sleep, clock=clock)

    return make


@pytest.fixture
def question(wire: type[BaseModel]) -> Callable[..., Question]:
    """Makes a question with this user message."""

    def make(user: str = "What does it say?", system: str | None = "You read.") -> Question:
        messages = (Message("system", system),) if system else ()
        article = Article.from_text("Ostrava Rail ordered 12 trains.")
        return Question("extract", article, NEWS, wire, (*messages, Message("user", user)))

    return make


@pytest.fixture
def with_chat(open_chat: Callable[..., ChatModel]) -> Callable[..., Any]:
    """Runs a coroutine function with a fresh model, which is closed behind it."""

    def run(work: Callable[[ChatModel], Awaitable[Any]], **settings: Any) -> Any:
        async def once() -> Any:
            model = open_chat(**settings)
            try:
                return await work(model)
            finally:
                await model.close()

        return asyncio.run(once())

    return run


@pytest.fixture
def ask(with_chat: Callable[..., Any], question: Callable[..., Question]) -> Callable[..., Answer]:
    """Asks the service one question with a fresh model."""

    def make(user: str = "What does it say?", **settings: Any) -> Answer:
        return with_chat(lambda model: model.answer(question(user)), **settings)

    return make


@pytest.fixture
def logged() -> Iterator[list[LoggedRequest]]:
    """What is logged of the calls of a test."""

    class Log(list[LoggedRequest]):
        def add(self, request: LoggedRequest) -> None:
            self.append(request)

    log = Log()
    token = REQUEST_LOG.set(log)
    yield log
    REQUEST_LOG.reset(token)


class Memory:
    """A ledger that holds what it is given, and what it was told, in order."""

    def __init__(self) -> None:
        self.kept: dict[bytes, Kept] = {}
        self.said: list[str] = []

    def begun(self, request: bytes) -> bytes:
        return request

    def recall(self, request: bytes) -> Kept | None:
        self.said.append("recall")
        return self.kept.get(request)

    async def put_off(self, request: bytes, letter: Letter) -> Failure | None:  # noqa: ARG002
        return None

    async def sent(self, request: bytes) -> None:  # noqa: ARG002
        self.said.append("sent")

    async def keep(self, request: bytes, kept: Kept) -> None:
        self.said.append("keep")
        self.kept[request] = kept

    async def landed(self, request: bytes) -> None:  # noqa: ARG002
        self.said.append("landed")

    def came_to_nothing(self, requests: Sequence[bytes]) -> None:  # noqa: ARG002
        self.said.append("came to nothing")


@pytest.fixture
def memory() -> Any:
    memory = Memory()
    token = LEDGER.set(memory)
    yield memory
    LEDGER.reset(token)
