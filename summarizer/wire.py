"""The business-news answer as a model writes it: the least from which the records can be made.

`summarizer.mapping` makes the records of it. What the program can find or compute is not asked for (a party's other
names, ticker and sentences, how a quote is marked, amounts and dates), and nothing is asked for twice: what somebody
said stands under the speaker, who stands among those named in the article, and claims stand under who makes them and
of what kind they are. A record that is one text has the numbers of its sentences behind it: `Margins will narrow [7]`.
Members are described in the prompt; every one is required, as strict structured outputs want it.
"""

from __future__ import annotations

import re
import typing
from functools import cache
from typing import Annotated, Any, Final, Literal, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict

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
StatedAs = Literal[
    "fact",
    "forecast",
    "estimate",
    "opinion",
    "allegation",
    "denial",
    "hedged fact",
    "hedged forecast",
    "hedged estimate",
    "hedged opinion",
    "hedged allegation",
    "denied fact",
    "denied forecast",
    "denied estimate",
    "denied opinion",
    "denied allegation",
]
"""A claim's kind, with its certainty before it where it is not asserted; a denial is denied."""


def _undescribed(schema: dict[str, Any]) -> None:
    """The prompt describes the members; what is said of the classes is for whoever reads them here."""
    schema.pop("description", None)


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra=_undescribed)


class Cited(_Wire):
    """Words with the numbers of their sentences: a sentence of the summary, or what somebody said."""

    evidence: list[int]
    text: str


CITED_TEXT: Final = "cited text"
"""What marks a member that is a text with its numbers behind it."""


def cited_text(written: Any) -> Any:
    """A text and its numbers that came as an object, as one text; anything else as it is."""
    if not isinstance(written, dict) or len(written) != 2:
        return written
    texts = [value for value in written.values() if isinstance(value, str)]
    lists = [value for value in written.values() if isinstance(value, list)]
    if len(texts) != 1 or len(lists) != 1 or not all(type(number) is int for number in lists[0]):
        return written
    text, numbers = texts[0], lists[0]
    return f"{text} [{','.join(map(str, numbers))}]" if numbers else text


CitedText = Annotated[str, BeforeValidator(cited_text), CITED_TEXT]
"""`Cited` as one text: "Margins will narrow [7]", "Two makers could promise it [2,3]"."""
_BEHIND = re.compile(r"\[([\d\s,;&–-]*\d[\s,]*)\](?=[.”\"’'\s]*\Z)")
_OTHERWISE = (
    re.compile(r"\A\[([\d\s,;&–-]*\d[\s,]*)\][:.]?\s+(?=\S)"),
    re.compile(r"\A\((\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\)[:.]?\s+(?=[^\W\d_]|[“\"‘'$€£])"),
    re.compile(r"(?<=[\w.”\"’'%)])\s+\((\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\)(?=[.”\"’'\s]*\Z)"),
    re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.”\"’'%)\s]))([¹²³⁰⁴-⁹]{1,3}(?:[\s,]{1,2}[¹²³⁰⁴-⁹]{1,3})*)(?=[.”\"’'\s]*\Z)"),
)
"""How weak models write the numbers in place of brackets behind; not the power of "400 km²"."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBERS = re.compile(r"(\d{1,9})(?:\s*[–-]\s*(\d{1,9}))?")
_LONGEST_RANGE = 50
"""Numbers from the first to the last of a range: more is taken for a slip."""


def cited(written: Any) -> tuple[str, list[int]]:
    """The words and the numbers of a `CitedText`, or of a `Cited` as its class dumps it.

    Several brackets in a row count as one, "[2-4]" means 2, 3 and 4, and a full stop or a mark may stand behind them.
    Without any, numbers in brackets before the words count, and round or raised ones ("(3)", "³") behind them. Without
    those the list is empty.
    """
    if not isinstance(written, str):
        return written["text"], list(written["evidence"])
    text, numbers = written.strip(), list[int]()
    while found := _BEHIND.search(text):
        text, numbers = text[: found.start()].rstrip() + text[found.end() :].strip(), [*_listed(found[1]), *numbers]
    for form in () if numbers else _OTHERWISE:
        if found := form.search(text):
            text = text[: found.start()].rstrip() + text[found.end() :].strip()
            return text, list(dict.fromkeys(_listed(found[1].translate(_RAISED))))
    return text, list(dict.fromkeys(numbers))


def _listed(words: str) -> list[int]:
    numbers: list[int] = []
    for first, last in _NUMBERS.findall(words):
        low, high = int(first), int(last or first)
        numbers += range(low, high + 1) if low <= high < low + _LONGEST_RANGE else (low, high)
    return numbers


@cache
def cited_lists(wire: type[BaseModel]) -> frozenset[str]:
    """The names of the lists of `CitedText` in a wire class, however deep: each text in them is a record."""
    found, inside = set[str](), list[Any]()
    for name, info in wire.model_fields.items():
        items = [info.annotation]
        while items:
            item = items.pop()
            if typing.get_origin(item) is list and CITED_TEXT in getattr(typing.get_args(item)[0], "__metadata__", ()):
                found.add(name)
            items += typing.get_args(item) if typing.get_origin(item) is not Literal else ()
            if isinstance(item, type) and issubclass(item, BaseModel):
                inside.append(item)
    return frozenset(found).union(*map(cited_lists, inside))


class Organization(_Wire):
    """A company or another body that the article names, with what it is reported to have said."""

    name: str
    kind: OrganizationKind
    description: str | None
    said: list[CitedText]


class Person(_Wire):
    """Somebody whom the article names or quotes, with what they said."""

    name: str
    kind: PersonKind
    role: str | None
    affiliation: str | None
    said: list[CitedText]


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


class Claimed(_Wire):
    """The claims of one claimant that are of one kind; claimant null: of the article itself."""

    claimant: str | None
    kind: StatedAs
    claims: list[CitedText]


class BusinessNews(_Wire):
    """The whole answer."""

    headline: CitedText | None
    abstract: list[CitedText]
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


SINGLE: dict[type[BaseModel], type[BaseModel]] = {
    AbstractSentence: Cited,
    Claim: WireClaim,
    Deal: WireDeal,
    Headline: Cited,
    Party: WireParty,
    Quote: WireQuote,
}
"""By a record's class, what a repair writes in its place: one record, in the words of its own members."""


def stated_as(kind: StatedAs) -> tuple[ClaimKind, Certainty]:
    """A claim's kind and its certainty."""
    first, _, second = kind.partition(" ")
    if second:
        return cast(ClaimKind, second), cast(Certainty, first)
    return cast(ClaimKind, first), "denied" if first == "denial" else "asserted"


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
    return content
