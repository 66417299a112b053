"""What a service says of a batch, and what one may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

RUNNING = frozenset({"validating", "in_progress", "finalizing", "cancelling"})
"""The statuses of a batch that has not ended; every other one is an end."""


@dataclass(frozen=True)
class FileLimits:
    """What one input file may hold."""

    requests: int = 50_000
    bytes: int = 200_000_000


FILE_LIMITS: Mapping[str, FileLimits] = {"api.together.xyz": FileLimits(50_000, 100_000_000)}
"""By host, where it is not OpenAI's own limit."""


class QueueFull(Exception):
    """The service takes no more requests until some of those that wait are done."""


class NotThere(Exception):
    """The service has no such file or batch."""


@dataclass(frozen=True)
class Fault:
    """Why a service did not take a batch."""

    code: str
    message: str
    line: int | None = None
    """The line of the input file, counted from 1."""


@dataclass(frozen=True)
class Batch:
    """A batch as its service tells of it."""

    id: str
    status: str
    input_file: str
    output_file: str | None = None
    error_file: str | None = None
    completed: int = 0
    failed: int = 0
    total: int = 0
    """Requests: answered, failed, and in all."""
    faults: tuple[Fault, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status not in RUNNING


def batch_of(said: Any) -> Batch:
    """A batch of the SDK's, which checks nothing of what the service says, as one of ours."""
    count = getattr(said, "request_counts", None)
    errors = getattr(getattr(said, "errors", None), "data", None) or []
    return Batch(
        str(said.id),
        str(said.status),
        str(getattr(said, "input_file_id", None) or ""),
        getattr(said, "output_file_id", None) or None,
        getattr(said, "error_file_id", None) or None,
        completed=_number(getattr(count, "completed", None)),
        failed=_number(getattr(count, "failed", None)),
        total=_number(getattr(count, "total", None)),
        faults=tuple(map(_fault, errors)),
    )


def _fault(error: Any) -> Fault:
    code, message, line = (getattr(error, name, None) for name in ("code", "message", "line"))
    return Fault(str(code or ""), str(message or ""), line if isinstance(line, int) else None)


def _number(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0
