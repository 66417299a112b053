"""What `verify` makes of somebody else's extraction: every value with its verdict, and what was not checked and why."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from summarizer.fields import FieldKind, Label, Record
from summarizer.records import Result
from summarizer.verdicts import Frozen

Shape = Literal["json", "langextract"]


class ForeignValue(Record):
    """One value of somebody else's extraction, or several that were checked together as one of our records."""

    path: Annotated[Label, Field(description="where it stands in the extraction: `items[3].price`")]
    kind: Annotated[Label, Field(description="what it was checked as: `verbatim`, `money`, …, `deal`")]
    value: Annotated[Any, FieldKind.LABEL, Field(description="as the extraction has it")]


class Unchecked(Frozen):
    """A value that was not checked."""

    path: str
    why: Annotated[str, Field(description="`null`, `empty`, `true or false`, `an identifier`, `ignored`, …")]


class ForeignResult(Result):
    """Somebody else's extraction, verified value by value. Findings and spans go by the paths of the extraction."""

    shape: Annotated[Shape, Field(description="how the extraction was read")]
    items: list[ForeignValue] = Field(default_factory=list)
    unchecked: list[Unchecked] = Field(default_factory=list)
