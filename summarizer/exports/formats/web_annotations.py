"""W3C Web Annotations: a line of JSON Lines an article, which is an `AnnotationPage` in JSON-LD.

Of each record one annotation describes the sentences that it cites, and one more a span tags the words that a field
was copied from. A target has a `TextPositionSelector` and a `TextQuoteSelector`, both in Unicode code points, as the
recommendation demands (https://www.w3.org/TR/annotation-model/#text-position-selector); spans count the same.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from summarizer.exports.brief import plural
from summarizer.exports.documents import dump_line
from summarizer.exports.formats.items import Item, Job
from summarizer.exports.formats.jsonl import first_line_has
from summarizer.exports.formats.spans import EVIDENCE, Labelled, labelled
from summarizer.tables.rows import json_text
from summarizer.tables.shapes import Struct

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a span that help to find it again in a text that has changed."""
_GENERATOR = {"type": "Software", "name": "summarizer"}

Json = dict[str, Any]


def write(items: Iterable[Item], job: Job, stream: BinaryIO) -> None:
    """Writes a page an article. Without its text, prefix and suffix reach no further than the cited sentence."""
    sections = job.sections
    without = 0
    for item in items:
        text = item.text()
        without += text is None
        stream.write(dump_line(page(item, text, sections)).encode())
        stream.write(b"\n")
    if without:
        job.notes.append(
            f"the text of {plural(without, 'article')} was not found, so that prefixes and suffixes end with the cited "
            "sentence; name the folder of the articles with --articles"
        )


def is_ours(path: Path) -> bool:
    """Whether the file's first line is an annotation page."""
    return first_line_has(path, {"@context", "id", "type", "items"})


def page(item: Item, text: str | None, sections: Mapping[str, Struct]) -> Json:
    """The `AnnotationPage` of one article; `text` is the article's, None where it is not to be had."""
    source, scope = source_of(item.document["source"])
    items: list[Json] = []
    for path, kind, record in item.records(sections):
        items += _annotations(path, kind, record, text, (source, scope))
    return {
        "@context": CONTEXT,
        "id": _identifier(source, scope, ""),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def source_of(source: Mapping[str, Any]) -> tuple[str, str | None]:
    """The IRI of the text that is annotated, and that of the page it was taken from.

    A file that is its text is annotated itself, by its path. The text of a page is another resource than the page:
    it goes by its hash, as RFC 6920 names things, and the page's address or path is the `scope`.
    """
    path = source.get("path")
    place = None if path is None else _path_iri(path)
    if place is not None and source.get("text") is None:
        return place, None
    digest = base64.urlsafe_b64encode(_digest(source)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}", source.get("url") or place


def _digest(source: Mapping[str, Any]) -> bytes:
    """The SHA-256 of the text; of what is said to be it, where that is none and the text is not there."""
    if source.get("text") is not None:
        return hashlib.sha256(source["text"].encode()).digest()
    try:
        return bytes.fromhex(source["sha256"])
    except ValueError:
        return hashlib.sha256(source["sha256"].encode()).digest()


def _annotations(path: str, kind: str, record: Json, text: str | None, iris: tuple[str, str | None]) -> Iterator[Json]:
    spans = [labelled(path, kind, record, span) for span in record.get("spans") or ()]
    sentences = [span for span in spans if span.field == EVIDENCE]
    bodies = [_text("tagging", kind)]
    if record.get("verdict") is not None:
        bodies.append(_text("classifying", record["verdict"]))
    content = {name: value for name, value in record.items() if name != "spans"}
    bodies.append({**_text("describing", json_text(content)), "format": "application/json"})
    whole = _identifier(*iris, path)
    yield {
        "id": whole,
        "type": "Annotation",
        "motivation": "describing",
        "generator": _GENERATOR,
        "body": bodies,
        "target": [_target(span, text, sentences, iris) for span in sentences] or iris[0],
    }
    for at, span in enumerate(spans):
        if span.field != EVIDENCE:
            yield {
                "id": _identifier(*iris, f"{path}.{span.field}#{at}"),
                "type": "Annotation",
                "motivation": "tagging",
                "generator": _GENERATOR,
                "body": [
                    _text("tagging", span.label),
                    {"type": "SpecificResource", "purpose": "linking", "source": whole},
                ],
                "target": _target(span, text, sentences, iris),
            }


def _text(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(span: Labelled, text: str | None, sentences: list[Labelled], iris: tuple[str, str | None]) -> Json:
    source, scope = iris
    prefix, suffix = _around(span, text, sentences)
    target: Json = {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {"type": "TextQuoteSelector", "exact": span.text, "prefix": prefix, "suffix": suffix},
        ],
    }
    return target if scope is None else {**target, "scope": scope}


def _around(span: Labelled, text: str | None, sentences: list[Labelled]) -> tuple[str, str]:
    """What stands before and after a span: in the article, or as far as the cited sentence around it shows."""
    start = 0
    if text is None:
        around = next((one for one in sentences if one.start <= span.start and span.end <= one.end), None)
        if around is None:
            return "", ""
        text, start = around.text, around.start
    begin, end = span.start - start, span.end - start
    return text[max(0, begin - AROUND) : begin], text[end : end + AROUND]


def _identifier(source: str, scope: str | None, what: str) -> str:
    """The same for the same record of the same article, whenever it is exported."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, json_text([source, scope, what]))}"


def _path_iri(path: str) -> str:
    """A file's path as an IRI; one that is not absolute is relative to the folder that the program ran in."""
    quoted = quote(path.replace("\\", "/"), safe="/", errors="surrogateescape")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
