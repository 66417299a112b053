"""The verifier: holds records against the article and says what is borne out, where, and what differs.

    verify_sections(sections, article)      drafts → records with spans, findings, verdict, read values
    verify_records(sections, article, …)    some of them
    verify(article, extraction, schema)     anyone's extraction in our shape → a result
    Code                                    every finding's stable code, its verdict and its meaning

Pure: no network, no model, no clock; the same article and draft always give the same records. Linear in the length
of the article. What is read of an article (names, amounts, speeches) is read once for all its records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.fields import Record
from summarizer.input_faults import field_fault
from summarizer.records import Party, Provenance, Result, Source
from summarizer.schema import NEWS, Schema, Sections
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

__all__ = ["Code", "verify", "verify_records", "verify_sections"]


def verify_sections(sections: Sections, article: Article, index: Index | None = None) -> Sections:
    """Drafts by section, verified against `article`; never raises for what a draft says.

    index   that of the article, where something of it has been read already
    """
    index, parties = index or Index(article), _party_names(sections)
    return {name: [verify_record(record, index, parties) for record in records] for name, records in sections.items()}


def verify_records(
    sections: Sections, article: Article, places: Iterable[tuple[str, int]], index: Index | None = None
) -> dict[tuple[str, int], Record]:
    """The records of `sections` at these places (section and index) as `verify_sections` would leave them there."""
    index, parties = index or Index(article), _party_names(sections)
    return {(name, at): verify_record(sections[name][at], index, parties) for name, at in places}


def _party_names(sections: Sections) -> list[str]:
    return [record.name for records in sections.values() for record in records if isinstance(record, Party)]


def verify(article: Article, extraction: Result | Mapping[str, Any], schema: Schema = NEWS) -> Result:
    """Verifies anyone's extraction in our shape: a result, its JSON, or the records alone.

    Whatever a verifier said of the records before is left out. The result's `source` is the given article; the
    provenance is kept where the extraction has one, with a note where it was made from another text.

    Raises `ConfigurationError` where the extraction does not have the schema's shape.
    """
    data = extraction.model_dump(mode="json") if isinstance(extraction, Result) else extraction
    _check_shape(data, schema)
    sections = verify_sections(schema.drafts(data), article)
    return schema.assemble(sections, Source.of(article), _provenance(data, article))


def _check_shape(data: object, schema: Schema) -> None:
    names = ", ".join(f"`{name}`" for name in schema.sections)
    if not isinstance(data, Mapping):
        raise ConfigurationError(f"an extraction is a JSON object with {names}, not a {type(data).__name__}")
    known = {*schema.sections, *schema.result.model_fields}
    unknown = [str(name) for name in data if name not in known]
    if unknown:
        raise ConfigurationError(f"unknown section `{unknown[0][:80]}`: the schema {schema.name} has {names}")
    if not any(name in data for name in schema.sections):
        raise ConfigurationError(f"nothing to verify: the extraction has none of {names}")


def _provenance(data: Mapping[str, Any], article: Article) -> Provenance:
    given = data.get("provenance")
    try:
        provenance = Provenance.model_validate(given) if given is not None else Provenance(model="unknown")
    except ValidationError as fault:
        raise ConfigurationError(field_fault(fault, given, "provenance")) from fault
    if provenance.judge is not None:
        note = "what a judge had found was left out, with all verdicts of before"
        provenance = provenance.model_copy(update={"judge": None, "notes": [*provenance.notes, note]})
    source = data.get("source")
    sha256 = source.get("sha256") if isinstance(source, Mapping) else None
    if sha256 is not None and sha256 != article.sha256:
        note = "made from another text than the one it was verified against (the SHA-256 differs)"
        return provenance.model_copy(update={"notes": [*provenance.notes, note]})
    return provenance
