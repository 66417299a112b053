"""The words of the verifier: where something stands, what was found about it, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

M = TypeVar("M", bound=BaseModel)

# Pydantic keeps four things of a model; to set them this way is what `model_construct` and `model_copy` come to.
_set_values = BaseModel.__dict__["__dict__"].__set__
_set_given = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_set_extra = BaseModel.__dict__["__pydantic_extra__"].__set__
_set_private = BaseModel.__dict__["__pydantic_private__"].__set__


class Verdict(StrEnum):
    """What the verifier says of a record, from best to worst."""

    VERIFIED = "verified"
    """Every checkable field is borne out by the cited sentences."""
    INFERRED = "inferred"
    """No fault found, but a field is a judgement that no span can prove."""
    ALTERED = "altered"
    """The source says something like it, but something that matters differs."""
    UNSUPPORTED = "unsupported"
    """The source does not say it."""

    @property
    def faulty(self) -> bool:
        """Whether a record with this verdict must not be trusted as it stands."""
        return self in _FAULTY

    @property
    def rank(self) -> int:
        """0 for the best verdict, 3 for the worst."""
        return list(Verdict).index(self)


_FAULTY = (Verdict.ALTERED, Verdict.UNSUPPORTED)


class Frozen(BaseModel):
    """The base of everything that is passed along: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def with_fields(model: M, update: Mapping[str, Any]) -> M:
    """`model.model_copy(update=update)` in a third of the time; values are not validated there either.

    Thirty models are copied for every article. A model with private attributes or fields of its own invention goes
    Pydantic's way.
    """
    if model.__pydantic_private__ is not None or model.__pydantic_extra__ is not None:
        return model.model_copy(update=update)
    return _made(type(model), {**model.__dict__, **update}, model.__pydantic_fields_set__ | update.keys())


def _made(cls: type[M], values: dict[str, Any], given: set[str]) -> M:
    """The model with these values, as `model_construct` makes it of values that are known to be good."""
    model = cls.__new__(cls)
    _set_values(model, values)
    _set_given(model, given)
    _set_extra(model, None)
    _set_private(model, None)
    return model


class Span(Frozen):
    """A stretch of the article: `article.text[start:end] == text` always holds."""

    field: Annotated[str, Field(description="path of the field it supports, `evidence` for a cited sentence")]
    start: Annotated[int, Field(ge=0, description="first character, counted in code points from 0")]
    end: Annotated[int, Field(ge=0, description="one past the last character")]
    text: str

    @classmethod
    def of(cls, field: str, start: int, end: int, text: str) -> Span:
        """The span of `field` at `text[start:end]` of an article; its offsets are the caller's to answer for."""
        return _made(cls, {"field": field, "start": start, "end": end, "text": text[start:end]}, _SPAN.copy())


_SPAN = set(Span.model_fields)


class Finding(Frozen):
    """One thing that the verifier noticed about one field."""

    code: Annotated[str, Field(description="stable code, see summarizer.verifier.findings")]
    field: Annotated[str, Field(description="path of the field inside the record, e.g. `parties[0].name`")]
    verdict: Annotated[Verdict, Field(description="what this finding alone makes of the record")]
    said: Annotated[str | None, Field(description="what the record says")] = None
    source: Annotated[str | None, Field(description="what the article says instead, where it says something")] = None
    start: Annotated[int | None, Field(description="where the article says it: first character")] = None
    end: Annotated[int | None, Field(description="one past its last character")] = None
    message: Annotated[str, Field(description="why, in one plain sentence")]

    @classmethod
    def of(
        cls,
        code: str,
        field: str,
        verdict: Verdict,
        said: str | None,
        source: str | None,
        start: int | None,
        end: int | None,
        message: str,
    ) -> Finding:
        """The finding of just these values, which are the caller's to answer for."""
        values = {
            "code": code,
            "field": field,
            "verdict": verdict,
            "said": said,
            "source": source,
            "start": start,
            "end": end,
            "message": message,
        }
        return _made(cls, values, set(values))


def worst(verdicts: list[Verdict]) -> Verdict:
    """The worst of `verdicts`; `verified` where there are none."""
    if not verdicts:
        return Verdict.VERIFIED
    return next((verdict for verdict in _FROM_WORST if verdict in verdicts), Verdict.VERIFIED)


_FROM_WORST = tuple(reversed(Verdict))
