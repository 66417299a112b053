"""What is asked for: the sections of an answer, the wire class that a model fills, and the way back to a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from summarizer.errors import ConfigurationError
from summarizer.fields import Record, own_fields, wire_model
from summarizer.input_faults import field_fault
from summarizer.records import (
    AbstractSentence,
    Claim,
    Deal,
    Dropped,
    Extraction,
    Headline,
    Party,
    Provenance,
    Quote,
    Result,
    Source,
    Summary,
    Verification,
)
from summarizer.verdicts import Verdict
from summarizer.wire import SINGLE, BusinessNews

Sections = dict[str, list[Record]]
"""Draft or verified records by the section they stand in; a single one (the headline) is a list of one."""


_VERIFIER_FIELDS = frozenset(Record.verifier_fields)


@dataclass(frozen=True)
class Section:
    """A list of records in the answer, or one record."""

    record: type[Record]
    single: bool = False


@dataclass(frozen=True)
class Schema:
    """A set of sections; `NEWS` is the business-news one, `Schema.of` makes one from a user's record class."""

    name: str
    sections: Mapping[str, Section]
    result: type[Result]
    answer: type[BaseModel] | None = None
    """The wire class of a whole answer, where it is not that of the records; `summarizer.mapping` then reads it."""

    def __hash__(self) -> int:
        return hash((self.name, self.result))

    @classmethod
    def of(cls, record: type[Record]) -> Schema:
        """The schema that asks for any number of `record`s.

        Raises `ConfigurationError` where the class cannot be asked for.
        """
        if not (isinstance(record, type) and issubclass(record, Record)):
            raise ConfigurationError(
                f"{getattr(record, '__name__', record)!r} is not a record class: derive it from summarizer.Record"
            )
        if not own_fields(record):
            raise ConfigurationError(
                f"{record.__name__} has no fields of its own: add some of summarizer's field types"
            )
        wire_model(record)
        return cls(record.__name__, {"items": Section(record)}, Extraction[record])  # type: ignore[valid-type]

    @cached_property
    def wire(self) -> type[BaseModel]:
        """The class that a model answers with: a strict OpenAI structured output."""
        if self.answer is not None:
            return self.answer
        fields: dict[str, Any] = {}
        for name, section in self.sections.items():
            item = wire_model(section.record)
            fields[name] = (item if section.single else list[item], ...)  # type: ignore[valid-type]
        return create_model(self.name, __config__=ConfigDict(extra="forbid"), **fields)

    def record_wire(self, record: type[Record]) -> Any:
        """The class that a model writes one record of this class with, where it stands by itself."""
        return wire_model(record) if self.answer is None else SINGLE[record]

    def repair_wire(self, sections: Sequence[str]) -> type[BaseModel]:
        """The class of a repair's answer: per faulty section a list of {record, replacement or null}."""
        return _repair_wire(self, tuple(sections))

    def drafts(self, answer: Mapping[str, Any]) -> Sections:
        """The records of an answer, or of somebody else's extraction in the same shape; unverified.

        `answer` has the shape of the records, as a result's JSON has it: what a verifier said of it before is left out.
        Raises `ConfigurationError` naming the first fault where the shape is not this schema's.
        """
        drafts: Sections = {}
        for name, section in self.sections.items():
            given = answer.get(name)
            items = [] if given is None else [given] if section.single else given
            if not isinstance(items, list):
                raise ConfigurationError(f"`{name}` must be a list of {section.record.__name__} records")
            drafts[name] = [self._draft(f"{name}[{at}]", section.record, item) for at, item in enumerate(items)]
        return drafts

    @staticmethod
    def _draft(where: str, record: type[Record], item: Any) -> Record:
        if isinstance(item, dict) and not _VERIFIER_FIELDS.isdisjoint(item):
            item = {key: value for key, value in item.items() if key not in _VERIFIER_FIELDS}
        try:
            return record.model_validate(item)
        except ValidationError as fault:
            raise ConfigurationError(f"{field_fault(fault, item, where)} (see `summarizer schema`)") from fault

    def assemble(
        self, sections: Sections, source: Source, provenance: Provenance, dropped: Sequence[Dropped] = ()
    ) -> Result:
        """The result that holds these verified records, with their count by verdict."""
        records = [record for items in sections.values() for record in items]
        verdicts = [record.verdict for record in records] + [Verdict(drop.record["verdict"]) for drop in dropped]
        count = {verdict.value: verdicts.count(verdict) for verdict in Verdict}
        fields: dict[str, Any] = {
            name: (next(iter(sections.get(name, [])), None) if section.single else sections.get(name, []))
            for name, section in self.sections.items()
        }
        if issubclass(self.result, Extraction):
            fields["records_of"] = self.name
        return self.result(
            source=source,
            provenance=provenance,
            verification=Verification(records=len(verdicts), dropped=len(dropped), **count),
            dropped=list(dropped),
            **fields,
        )


@cache
def _repair_wire(schema: Schema, sections: tuple[str, ...]) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for name in sections:
        record = schema.sections[name].record
        members: dict[str, Any] = {"record": (int, ...), "replacement": (schema.record_wire(record) | None, ...)}
        replacement = create_model(f"{record.__name__}Repair", __config__=ConfigDict(extra="forbid"), **members)
        fields[name] = (list[replacement], ...)
    return create_model(f"{schema.name}_repair", __config__=ConfigDict(extra="forbid"), **fields)


NEWS = Schema(
    "business_news",
    {
        "headline": Section(Headline, single=True),
        "abstract": Section(AbstractSentence),
        "parties": Section(Party),
        "deals": Section(Deal),
        "quotes": Section(Quote),
        "claims": Section(Claim),
    },
    Summary,
    BusinessNews,
)
