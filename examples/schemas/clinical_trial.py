"""A schema of one's own: clinical trials, from the notes that clinics, companies and reporters write about them.

    summarizer extract --schema examples/schemas/clinical_trial.py:ClinicalTrial examples/notes/trial_note.txt

The type of a field says how it is verified, so there is no further code. It needs a chat model: the offline rules
answer the business-news records only.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator

from summarizer import Label, Money, Name, Part, Percent, Quantity, Record, Statement, Verbatim, When

PHASE = re.compile(r"(I|II|III|IV)(/(II|III|IV))?")


class Arm(Part):
    """A group of patients who get the same treatment."""

    treatment: Annotated[Verbatim, Field(description='what they get, copied: "400 mg every four weeks", "placebo"')]
    patients: Annotated[Quantity | None, Field(description='how many they are, copied: "88 patients"')] = None
    responded: Annotated[Percent | None, Field(description="the share that reached the main endpoint, copied")] = None


class ClinicalTrial(Record):
    """One clinical trial of one drug, finished or planned."""

    name: Annotated[Name | None, Field(description="the trial's name or acronym")] = None
    drug: Annotated[Name, Field(description="by the name that the note uses")]
    sponsor: Annotated[Name | None, Field(description="who runs the trial")] = None
    condition: Annotated[Verbatim, Field(description="the disease or complaint, copied")]
    phase: Annotated[Label | None, Field(description='in Roman numerals: "III", "I/II"')] = None
    status: Literal["planned", "recruiting", "running", "completed", "stopped"]
    enrolled: Annotated[Quantity | None, Field(description='all patients, copied: "roughly 250 children"')] = None
    arms: Annotated[list[Arm], Field(description="empty where they are not told apart")] = Field(default_factory=list)
    endpoint: Annotated[Verbatim | None, Field(description="what is measured first of all, copied")] = None
    endpoint_met: Annotated[bool | None, Field(description="null where there is no result yet")] = None
    started: Annotated[When | None, Field(description="when the first patient was treated, or will be, copied")] = None
    results: Annotated[When | None, Field(description="when results came or are expected, copied")] = None
    cost: Annotated[Money | None, Field(description="what the trial costs, copied")] = None
    safety: Annotated[list[Statement], Field(description="what is said of side effects, a sentence each")] = Field(
        default_factory=list
    )

    @field_validator("phase")
    @classmethod
    def _roman(cls, phase: str | None) -> str | None:
        if phase is not None and not PHASE.fullmatch(phase):
            raise ValueError(f'write the phase in Roman numerals alone, as in "II" or "I/II", not {phase!r}')
        return phase
