"""The spans of a result, as annotation tools want them: each with a label, and the record it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.escaping import one_line
from summarizer.exports.formats.items import Item
from summarizer.tables.shapes import Struct, copied_paths

EVIDENCE = "evidence"
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One span. `start` and `end` count code points of the article's text, half open."""

    record: str
    """The record's path, `deals[0]`."""
    field: str
    """The field's path in the record, `parties[0].name`; `evidence` for a cited sentence."""
    label: str
    """The kind of the record and the field, without places: `deal.parties.name`."""
    start: int
    end: int
    text: str
    verdict: str | None
    """The record's."""


def spans_of(item: Item, sections: Mapping[str, Struct]) -> Iterator[Labelled]:
    """Every span of a result, in the order of its records."""
    for path, kind, record in item.records(sections):
        for span in record.get("spans") or ():
            yield labelled(path, kind, record, span)


def labelled(path: str, kind: str, record: Mapping[str, Any], span: Mapping[str, Any]) -> Labelled:
    """A span of the record at `path` with its label."""
    field = span["field"]
    label = one_line(f"{kind}.{_INDEX.sub('', field)}")  # which XML can hold
    return Labelled(path, field, label, span["start"], span["end"], span["text"], record.get("verdict"))


def fits(spans: list[Labelled], text: str) -> bool:
    """Whether every span stands in `text` where it says."""
    return all(text[span.start : span.end] == span.text for span in spans)


def labels_of(sections: Mapping[str, Struct]) -> list[str]:
    """The labels that spans of these sections can have, as far as their records' fields are known."""
    found: dict[str, None] = {}
    for section, struct in sections.items():
        kind = section if struct.open else struct.singular
        for path in (EVIDENCE, *copied_paths(struct)):
            found.setdefault(f"{kind}.{path}")
    return list(found)
