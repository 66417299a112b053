"""A batch and its requests as the store has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.models.base import Failure, Kept

Mode = Literal["strict", "plain"]


@dataclass(frozen=True)
class Row:
    """A batch as the store has it."""

    id: int
    token: str
    """By which the batch, and its file's name, are known at the service."""
    base_url: str | None
    model: str
    name: str
    """The model as it is named here: `provider/model`."""
    state: str
    requests: int
    run: int
    began: float
    input_file: str | None
    batch: str | None
    """Its id at the service."""
    status: str | None
    """What the service last said of it."""
    output_file: str | None
    error_file: str | None
    completed: int
    failed: int

    @property
    def service(self) -> str:
        """Who does it, in words."""
        return f"{self.name} at {self.base_url}"

    @property
    def at_service(self) -> bool:
        """Whether it may cost something that is not in the store yet."""
        return self.state in ("uploaded", "open")


@dataclass(frozen=True)
class Waiting:
    """A request without an answer."""

    path: bytes
    """Of the article that asked first."""
    batch: int | None
    body: bytes
    """The SHA-256 of what was sent."""
    schema_mode: Mode | None
    tries: int
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class Written:
    """A request as it stands in a file that is to be sent."""

    request: bytes
    path: str
    body: bytes
    schema_mode: Mode
    task: str = ""


@dataclass(frozen=True)
class Settled:
    """What came of one request: an answer, or a failure that is final; neither: it is to be sent again."""

    request: bytes
    kept: Kept | None = None
    failure: Failure | None = None
    counted: bool = True
    """Whether it counts as a try."""
