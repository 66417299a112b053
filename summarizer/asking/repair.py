"""Faulty records that go back to the model, and what their replacements are worth."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any

from summarizer.asking.account import Account
from summarizer.errors import ANOTHER_MODEL, ConfigurationError, MalformedAnswer, SummarizerError
from summarizer.fields import Record
from summarizer.mapping import record_of, records_of
from summarizer.records import Dropped
from summarizer.schema import Schema, Sections
from summarizer.verdicts import Verdict
from summarizer.verifier import verify_records
from summarizer.verifier.index import Index

log = logging.getLogger(__name__)

Faulty = dict[str, list[tuple[int, Record]]]
"""Per section, the records that did not hold, each with its index in the section."""

Replacements = dict[tuple[str, int], Record | None]
"""By section and index: the model's new draft, or None where it takes the record back."""


def drafts_of(schema: Schema, data: Mapping[str, Any], index: Index) -> Sections:
    """The drafts of a model's answer. Raises `MalformedAnswer` where it does not fit the schema, or the program breaks
    on it."""
    # What a class of the user's own raises keeps its name and place.
    with told_of_answers() if schema.answer else nullcontext():
        try:
            return schema.drafts(records_of(data, index) if schema.answer else data)
        except ConfigurationError as fault:
            raise MalformedAnswer(f"the answer does not fit the schema: {fault}") from fault


@contextmanager
def told_of_answers(account: Account | None = None) -> Iterator[None]:
    """Where the program breaks on what a model wrote, that is told as a fault of the answer, with what is in the
    `account`: other sections and models are not touched, and the next time another answer is asked for."""
    try:
        yield
    except (SummarizerError, OSError):
        raise
    except Exception as fault:
        log.debug("an answer could not be read", exc_info=True)
        error = MalformedAnswer(
            f"the answer could not be read: {type(fault).__name__}: {fault} (a fault of this program; "
            f"SUMMARIZER_DEBUG=1 shows where); {ANOTHER_MODEL}"
        )
        if account is not None and account.answers:
            spent = account.provenance(None)
            error.calls, error.usage, error.cost_usd = spent.calls, spent.usage, spent.cost_usd
        raise error from fault


def faulty_records(sections: Sections) -> Faulty:
    """The altered and unsupported records of verified `sections`; a section without any is left out."""
    marked = {
        name: [(at, record) for at, record in enumerate(records) if record.verdict and record.verdict.faulty]
        for name, records in sections.items()
    }
    return {name: records for name, records in marked.items() if records}


def replacements_in(schema: Schema, faulty: Faulty, data: Mapping[str, Any], index: Index) -> Replacements:
    """What a repair's answer says of the records that it was asked about; the first word on each counts. Raises
    `MalformedAnswer` as `drafts_of` does."""
    with told_of_answers():
        return _replacements_in(schema, faulty, data, index)


def _replacements_in(schema: Schema, faulty: Faulty, data: Mapping[str, Any], index: Index) -> Replacements:
    found: Replacements = {}
    for name, records in faulty.items():
        asked = {at for at, _ in records}
        single = schema.sections[name].single
        for item in data.get(name) or []:
            key = (name, item["record"])
            if item["record"] in asked and key not in found:
                new = item["replacement"]
                if new is None:
                    found[key] = None
                    continue
                record = record_of(name, new, index) if schema.answer else new
                found[key] = drafts_of(schema, {name: record if single else [record]}, index)[name][0]
    return found


def mended(
    index: Index, sections: Sections, replacements: Replacements, account: Account, withdrawn: list[Dropped]
) -> dict[str, list[Record | None]]:
    """`sections` with each replacement in the place of its record where it holds better.

    A record that the model takes back, or mends to what another one of its section says already, lands in `withdrawn`;
    in its place stands None.
    """
    candidates = verify_records(
        {
            name: [replacements.get((name, at)) or record for at, record in enumerate(records)]
            for name, records in sections.items()
        },
        index.article,
        {key for key, record in replacements.items() if record is not None},
        index,
    )
    changed: dict[str, list[Record | None]] = {}
    for name, records in sections.items():
        changed[name] = []
        known = [_content(record) for at, record in enumerate(records) if (name, at) not in replacements]
        for at, record in enumerate(records):
            key = (name, at)
            if key not in replacements:
                changed[name].append(record)
            elif replacements[key] is None:
                withdrawn.append(Dropped(section=name, record=record.model_dump(mode="json")))
                changed[name].append(None)
            elif _badness(candidates[key]) < _badness(record):
                account.repaired += 1
                if (content := _content(candidates[key])) in known:
                    withdrawn.append(Dropped(section=name, record=record.model_dump(mode="json")))
                    changed[name].append(None)
                    continue
                known.append(content)
                changed[name].append(candidates[key])
            else:
                changed[name].append(record)
    return changed


def _content(record: Record) -> dict[str, Any]:
    """What a record says, without where it says so and how that holds."""
    return record.model_dump(exclude={"evidence", "spans", "verdict", "findings"})


def _badness(record: Record) -> tuple[int, int]:
    verdict = record.verdict or Verdict.UNSUPPORTED
    return verdict.rank, sum(finding.verdict.faulty for finding in record.findings)
