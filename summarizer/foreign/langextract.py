"""langextract's JSON Lines: a document a line, its text, and extractions with the offsets they were aligned to.

{"document_id": …, "text": …, "extractions": [{"extraction_class": …, "extraction_text": …,
  "char_interval": {"start_pos": …, "end_pos": …}, "alignment_status": "match_exact", "attributes": {…}, …}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.errors import ConfigurationError
from summarizer.foreign.checking import Checking
from summarizer.foreign.evidence import no_offsets, offsets_of
from summarizer.foreign.mapping import FieldSpec
from summarizer.foreign.paths import joined
from summarizer.foreign.plan import Plan
from summarizer.foreign.readings import why_unchecked
from summarizer.foreign.results import Unchecked
from summarizer.verifier.findings import shown
from summarizer.verifier.notes import Note

_OF_THE_FORMAT = frozenset({
    "alignment_status",
    "attributes",
    "char_interval",
    "description",
    "extraction_class",
    "extraction_index",
    "extraction_text",
    "group_index",
    "token_interval",
})  # fmt: skip


def is_langextract(document: object) -> bool:
    """Whether an object has the shape of langextract's annotated documents."""
    if not isinstance(document, Mapping) or "extractions" not in document:
        return False
    extractions = document["extractions"]
    if not extractions:
        return extractions in (None, []) and "document_id" in document and "text" in document
    return isinstance(extractions, list) and all(
        isinstance(one, Mapping) and "extraction_class" in one and "extraction_text" in one for one in extractions
    )


def own_text(document: Mapping[str, Any]) -> str | None:
    """The text that the document's offsets count in."""
    text = document.get("text")
    return text if isinstance(text, str) and text else None


def check_langextract(
    document: Mapping[str, Any], checking: Checking, plan: Plan, classes: Mapping[str, FieldSpec]
) -> None:
    """Checks every extraction: its text as copied words where its interval says, its attributes as values.

    An attribute in small letters without a digit is a label that the model chose, and so a judgement.
    Raises `ConfigurationError` for offsets that are no numbers.
    """
    placed = own_text(document) in (None, checking.source.article.text)
    listed = plan.at("extractions")
    if listed is not None:
        checking.matched.seen.add(id(listed))
    if not document.get("extractions"):
        checking.matched.bare.add(id(listed or plan))
    for at, extraction in enumerate(document.get("extractions") or ()):
        path = f"extractions[{at}]"
        known = listed.at(at) if listed is not None else None
        known = known or Plan()
        checking.matched.seen.add(id(known))
        _check_text(extraction, path, known, checking, classes, placed=placed)
        _check_attributes(extraction.get("attributes"), f"{path}.attributes", known.at("attributes"), checking)
        for key in extraction:
            if key not in _OF_THE_FORMAT:
                checking.walk(extraction[key], known.at(str(key)) or Plan(), joined(path, str(key)))


def _check_text(
    extraction: Mapping[str, Any],
    path: str,
    known: Plan,
    checking: Checking,
    classes: Mapping[str, FieldSpec],
    *,
    placed: bool,
) -> None:
    text, where = extraction["extraction_text"], f"{path}.extraction_text"
    mapped = known.at("extraction_text")
    if mapped is not None:
        checking.matched.seen.add(id(mapped))
    if not isinstance(text, str):
        text = "" if text is None else shown(text)
    spec = (mapped.spec if mapped else None) or classes.get(str(extraction["extraction_class"]))
    spec = spec or FieldSpec("verbatim")
    why = "ignored" if spec.kind == "ignore" else why_unchecked(text, "")
    if why is not None:
        checking.unchecked.append(Unchecked(path=where, why=why))
        return
    interval = extraction.get("char_interval")
    place, remarks = None, list[Note]()
    if placed and interval is not None:
        if not isinstance(interval, Mapping):
            raise ConfigurationError(f"{checking.name}: {path}.char_interval is no object with start_pos and end_pos")
        start, end = interval.get("start_pos"), interval.get("end_pos")
        place = offsets_of(start, end, checking.source)
        if place is None and (start, end) != (None, None):
            remarks.append(no_offsets(where, start, end, checking.source))
    checking.check(where, text, spec, place=place, extra=remarks)


def _check_attributes(attributes: Any, path: str, plan: Plan | None, checking: Checking) -> None:
    if plan is not None:
        checking.matched.seen.add(id(plan))
        if not attributes:
            checking.matched.bare.add(id(plan))
    if not attributes:
        return
    if plan is not None and plan.spec is None and isinstance(attributes, Mapping):
        for key, value in attributes.items():
            mapped = plan.at(key)
            if mapped is not None:
                checking.walk(value, mapped, joined(path, str(key)))
            else:
                _check_labels(value, joined(path, str(key)), checking)
    elif plan is not None:
        checking.walk(attributes, plan, path)
    else:
        _check_labels(attributes, path, checking)


def _check_labels(value: Any, path: str, checking: Checking) -> None:
    for where, leaf in _labels(value, path):
        checking.walk(leaf, Plan(spec=FieldSpec("judgement")) if _is_label(leaf) else Plan(), where)


def _labels(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The labels of attributes one by one; anything else as the whole that it is."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield joined(path, str(key)), below
    elif isinstance(value, list):
        for at, below in enumerate(value):
            yield joined(path, at), below
    else:
        yield path, value


def _is_label(value: object) -> bool:
    return isinstance(value, str) and value == value.lower() and not any(character.isdigit() for character in value)
