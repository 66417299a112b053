"""The small protocol behind which every model stands: the hosted one, a local one, the offline rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from pydantic import BaseModel

from summarizer.article import Article
from summarizer.records import Usage
from summarizer.schema import Schema


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


Task = Literal["extract", "again", "overview", "repair", "judge", "match"]
"""What a model can be asked to do."""


@dataclass(frozen=True)
class Question:
    """What is asked of a model about one article.

    A chat model reads `messages` and answers with `wire`; the offline rules read `article` and `schema`.
    """

    task: Task
    article: Article
    schema: Schema
    wire: type[BaseModel]
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a model answered: `data` has the shape of the question's wire class, or of the schema's records."""

    data: Mapping[str, Any]
    model: str
    """The model that answered, as the service names it."""
    schema_mode: Literal["strict", "plain"] | None = None
    calls: int = 1
    usage: Usage = field(default_factory=Usage)
    cost_usd: float | None = None
    raw: str | None = None
    """The answer's text before it was parsed."""
    saved_usd: float | None = None
    """What the service's cache took off the price."""
    notes: tuple[str, ...] = ()
    """What went other than planned, for people to read."""


class Model(Protocol):
    """Whoever answers. One instance serves many articles at once."""

    name: str
    """`provider/model`, or `offline`."""
    needs_prompt: bool
    """False where the article alone is enough, so that no prompt is rendered."""

    async def answer(self, question: Question) -> Answer:
        """Answers, or raises a `ModelError`; `ConfigurationError` where the question is not for this model."""
        ...

    async def close(self) -> None:
        """Gives up connections; the model answers no more."""
        ...


@dataclass(frozen=True)
class Kept:
    """What came back for one request, before anybody has read it, and what it took."""

    raw: str | None
    """The service's JSON; None where there is nothing to answer with again, only something that was paid for."""
    model: str
    """The model that answered, as the service names it."""
    schema_mode: Literal["strict", "plain"] | None = None
    calls: int = 1
    usage: Usage = field(default_factory=Usage)
    cost_usd: float | None = None
    saved_usd: float | None = None
    """What the service's cache took off the price."""


@dataclass(frozen=True)
class Letter:
    """A request that may be sent with many others in a file, in place of a call of its own."""

    base_url: str | None
    model: str
    """The model's name as the service knows it."""
    body: Mapping[str, Any]
    schema_mode: Literal["strict", "plain"] = "strict"
    unsure: bool = False
    """Whether it shows the schema in words only because no other answer has kept to it yet."""
    task: str = ""
    """What the question is for: extract, repair or judge."""


@dataclass(frozen=True)
class Failure:
    """What came back for a request in place of an answer."""

    status: int
    """That of the HTTP answer, or the one that says the same."""
    body: Any = None


class Ledger(Protocol):
    """Remembers the answers that the work on one article takes, so that none is asked for twice.

    A `request` is the SHA-256 of what was asked, of whom and with which settings.
    """

    def begun(self, request: bytes) -> bytes:
        """The request by which a question is known that is asked now: its own the first time, and another each further
        time that the work on the article comes to the same question, which is asked for another answer then."""
        ...

    def recall(self, request: bytes) -> Kept | None:
        """What came back for this request before, None where it has to be asked."""
        ...

    async def put_off(self, request: bytes, letter: Letter) -> Failure | None:
        """None: the request is to be sent now. Otherwise it goes with a batch: what came of that if it has failed for
        good; raises `Deferred` where it is still to come."""
        ...

    async def sent(self, request: bytes) -> None:
        """Notes that the request goes out now: from here on it may be paid for."""
        ...

    async def keep(self, request: bytes, kept: Kept) -> None:
        """Returns when what came back is safe from a crash."""
        ...

    def came_to_nothing(self, requests: Sequence[bytes]) -> None:
        """Notes that nothing could be made of the answers to these."""
        ...

    async def landed(self, request: bytes) -> None:
        """Notes that nothing will come back: the call failed."""
        ...


LEDGER: ContextVar[Ledger | None] = ContextVar("ledger", default=None)
"""The ledger of the article that this task works on; None where nothing is kept."""
ASKED: ContextVar[str | None] = ContextVar("asked", default=None)
"""The name of the model that this task asks, where it is one of several that stand in for each other."""
