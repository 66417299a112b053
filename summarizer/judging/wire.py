"""What a judge answers: strict, every field required."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Label = Literal["entailed", "contradicted", "not_stated"]


class Judged(BaseModel):
    """What the sentences make of one statement."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # The difference comes before the label, so that the label is given with the difference in view.
    statement: Annotated[int, Field(description="the statement's number")]
    difference: Annotated[
        str | None, Field(description="what differs or is not said, at most 25 words; null where nothing that matters")
    ]
    sentence: Annotated[
        int | None, Field(description="the number of the sentence in `rests_on` where it shows, null where in none")
    ]
    label: Label


class Judgements(BaseModel):
    """One judgement for each statement."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    judgements: list[Judged]
