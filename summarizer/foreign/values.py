"""Values as JSON has them, from whatever a caller hands over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from summarizer.errors import ConfigurationError
from summarizer.foreign.checking import DEEPEST
from summarizer.text.patterns import pattern

_SURROGATE = pattern(r"[\ud800-\udfff]")


def plain(value: Any, name: str, depth: int = 0) -> Any:
    """`value` as JSON values: lone surrogates replaced, what is no finite number as its words.

    Raises `ConfigurationError` for what JSON does not have, and for what is nested too deeply.
    """
    if value is None or (isinstance(value, bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return plain(value.value, name, depth)
    if isinstance(value, str):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return (int(value) if value == value.to_integral_value() else float(value)) if value.is_finite() else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if depth > DEEPEST:
        raise ConfigurationError(f"{name} is nested too deeply: more than {DEEPEST} levels")
    if isinstance(value, BaseModel):
        return plain(value.model_dump(mode="json"), name, depth)
    if isinstance(value, Mapping):
        return {plain(str(key), name): plain(below, name, depth + 1) for key, below in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(below, name, depth + 1) for below in value]
    raise ConfigurationError(f"{name} holds a {type(value).__name__}, which JSON does not have")
