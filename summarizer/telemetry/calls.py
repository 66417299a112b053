"""What is told of a call of a model: which one was called, and what it brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Attributes = Mapping[str, Any]


@dataclass(frozen=True)
class Target:
    """Which model is called, where, and how: attributes by the conventions."""

    operation: str
    model: str
    common: Attributes
    """Those of the spans and of the metrics."""
    request: Attributes = field(default_factory=dict)
    """Those of the spans alone."""


@dataclass(frozen=True)
class Outcome:
    """What a call brought. None and empty where the service did not say."""

    model: str | None = None
    """The model that answered, as the service names it."""
    response_id: str | None = None
    finish_reasons: tuple[str, ...] = ()
    input_tokens: int = 0
    output_tokens: int = 0
    cached_input_tokens: int = 0
