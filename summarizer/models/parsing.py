"""What instructor parses an answer with, and how the answer's faults are said to the model."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from summarizer.models.cut_answers import broken_off
from summarizer.models.mending import mended
from summarizer.models.strict import JsonSchema, wire_schema

log = logging.getLogger(__name__)

MOST_FAULTS = 12
"""Faults of one answer that a re-ask lists."""


@lru_cache(maxsize=64)
def response_class(wire: type[BaseModel]) -> type[BaseModel]:
    """What instructor parses the answers with: `wire`, behind a class that has no fields of its own.

    Instructor walks through all the fields of its class four times an answer, which took 2.5 ms of 3.4 here. Its schema
    is built once, and its faults are said in our words: those of Pydantic name its version and the input.
    """
    import instructor
    from instructor.core.exceptions import ResponseParsingError

    wrapped: Any = instructor.response_schema(create_model(wire.__name__))

    class Response(wrapped):  # type: ignore[misc]
        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> JsonSchema:
            return wire_schema(wire)

        @classmethod
        def model_validate_json(cls, text: str | bytes | bytearray, **options: Any) -> Any:
            try:
                return wire.model_validate_json(text, **options)
            except ValidationError as fault:
                raise ResponseParsingError(said_of(fault, broken_words(text, wire))) from None

    Response.__name__ = wire.__name__
    return Response


@lru_cache(maxsize=64)
def wrapped(wire: type[BaseModel]) -> type[BaseModel]:
    """`wire` as instructor wants it, wrapped once, with answers mended that miss it where that is safe; its faults stay
    Pydantic's, which the SDKs expect."""
    import instructor

    known: Any = instructor.response_schema(wire)

    def model_validate_json(_: type[BaseModel], /, text: str | bytes, **options: Any) -> BaseModel:
        try:
            parsed: BaseModel = known.model_validate_json(text, **options)
        except ValidationError:
            read = mended(text if isinstance(text, str) else text.decode("utf-8", "replace"), wire)
            if read is None:
                raise
            log.info("%s", "; ".join(read.notes))
            return read.parsed
        return parsed

    return type(wire.__name__, (known,), {"model_validate_json": classmethod(model_validate_json)})


async def through_instructor(
    create: Callable[..., Awaitable[Any]],
    wire: type[BaseModel],
    messages: list[dict[str, Any]],
    most: int,
    asked_again: Callable[[BaseException], bool],
) -> BaseModel:
    """An answer of `create` to `messages` that satisfies `wire`: after a fault that `asked_again` takes, instructor
    tells it to the model, for `most` answers. Raises `InstructorRetryException`, whose cause is the last fault."""
    import instructor
    from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt

    ask: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    retrying = AsyncRetrying(stop=stop_after_attempt(most), retry=retry_if_exception(asked_again), reraise=True)
    parsed: BaseModel = await ask(
        response_model=response_class(wire), max_retries=retrying, strict=False, messages=messages
    )
    return parsed


def broken_words(text: str | bytes | bytearray, wire: type[BaseModel]) -> str | None:
    """What is said of an answer that breaks off; None where it does not."""
    text = text if isinstance(text, str) else text.decode("utf-8", "replace")
    if broken_off(text, wire) is None:
        return None
    return f"the answer breaks off after {len(text):,} characters, in the middle of its JSON"


def said_of(fault: ValidationError, broken: str | None = None) -> str:
    """The faults of an answer, a line each, without Pydantic's version and the answer's own words; where the answer
    breaks off, what is said of that."""
    if broken is not None:
        return broken
    errors = fault.errors(include_url=False, include_input=False)
    lines = [f"{'.'.join(map(str, error['loc'])) or 'answer'}: {error['msg']}" for error in errors[:MOST_FAULTS]]
    if len(errors) > MOST_FAULTS:
        lines.append(f"and {len(errors) - MOST_FAULTS} more")
    return "\n".join(lines)
