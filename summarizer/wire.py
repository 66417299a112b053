"""The business-news answer as a model writes it: the least from which the records can be made.

`summarizer.mapping` makes the records of it. What the program can find or compute is not asked for (a party's other
names, ticker and sentences, how a quote is marked, amounts and dates), and nothing is asked for twice: what somebody
said stands under the speaker, who stands among those named in the article, and claims stand under who makes them.
Members are described in the prompt; every one is required, as strict structured outputs want it.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from summarizer.records import (
    AbstractSentence,
    Certainty,
    Claim,
    ClaimKind,
    Deal,
    DealEvent,
    DealKind,
    DealStatus,
    Headline,
    Party,
    PartyKind,
    Quote,
    Role,
    SpeakerKind,
)

OrganizationKind = Literal["company", "fund", "research_firm", "media", "government", "group", "other"]
PersonKind = Literal["analyst", "executive", "spokesperson", "official", "anonymous", "other"]


def _undescribed(schema: dict[str, Any]) -> None:
    """The prompt describes the members; what is said of the classes is for whoever reads them here."""
    schema.pop("description", None)


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra=_undescribed)


class Cited(_Wire):
    """Words with the numbers of their sentences: a sentence of the summary, or what somebody said."""

    evidence: list[int]
    text: str


class Organization(_Wire):
    """A company or another body that the article names, with what it is reported to have said."""

    name: str
    kind: OrganizationKind
    description: str | None
    said: list[Cited]


class Person(_Wire):
    """Somebody whom the article names or quotes, with what they said."""

    name: str
    kind: PersonKind
    role: str | None
    affiliation: str | None
    said: list[Cited]


class DealParty(_Wire):
    """Who takes part in a deal, and as what."""

    name: str
    role: Role


class DealDate(_Wire):
    """When something about a deal happened or will: the date words."""

    event: DealEvent
    when: str


class Term(_Wire):
    """One condition of a deal."""

    name: str
    text: str


class WireDeal(_Wire):
    """A deal; its value and dates are words that the program reads."""

    evidence: list[int]
    kind: DealKind
    status: DealStatus
    parties: list[DealParty]
    subject: str
    value: str | None
    currency: str | None
    dates: list[DealDate]
    terms: list[Term]


class Figure(_Wire):
    """A number of a claim, with what it measures."""

    text: str
    measures: str


class DatedFigure(Figure):
    """A number of a claim that holds for a period: its date words."""

    period: str


class Statement(_Wire):
    """A claim, whoever makes it."""

    evidence: list[int]
    statement: str
    kind: ClaimKind
    certainty: Certainty
    figures: list[Figure | DatedFigure]


class Claimed(_Wire):
    """The claims of one claimant; null: of the article itself."""

    claimant: str | None
    claims: list[Statement]


class BusinessNews(_Wire):
    """The whole answer."""

    headline: Cited
    abstract: list[Cited]
    organizations: list[Organization]
    people: list[Person]
    deals: list[WireDeal]
    claims: list[Claimed]


class WireParty(_Wire):
    """A party by itself, as a repair gives it."""

    name: str
    kind: PartyKind
    description: str | None


class WireQuote(_Wire):
    """A quote by itself, as a repair gives it."""

    evidence: list[int]
    text: str
    speaker: str
    affiliation: str | None
    role: str | None
    speaker_kind: SpeakerKind


class WireClaim(_Wire):
    """A claim by itself, as a repair gives it."""

    evidence: list[int]
    statement: str
    claimant: str | None
    kind: ClaimKind
    certainty: Certainty
    figures: list[Figure | DatedFigure]


SINGLE: dict[type[BaseModel], type[BaseModel]] = {
    AbstractSentence: Cited,
    Claim: WireClaim,
    Deal: WireDeal,
    Headline: Cited,
    Party: WireParty,
    Quote: WireQuote,
}
"""By a record's class, what a repair writes in its place: one record, in the words of its own members."""


def as_written(record: BaseModel) -> dict[str, Any]:
    """A business-news record in the shape of its class in `SINGLE`."""
    content = {name: getattr(record, name) for name in SINGLE[type(record)].model_fields if hasattr(record, name)}
    if isinstance(record, Deal):
        content |= {
            "parties": [{"name": party.name, "role": party.role} for party in record.parties],
            "value": record.value.text if record.value else None,
            "currency": record.value.currency if record.value else None,
            "dates": [{"event": one.event, "when": one.when.text} for one in record.dates],
            "terms": [{"name": term.name, "text": term.text} for term in record.terms],
        }
    if isinstance(record, Claim):
        content["figures"] = [
            {"text": figure.text, "measures": figure.measures}
            | ({"period": figure.period.text} if figure.period else {})
            for figure in record.figures
        ]
    return content
