"""spaCy: articles as `Doc`s of a blank English pipeline, in `DocBin` files that `spacy train` takes.

    docs-0001.spacy …    at most `DOCS` articles a file, as a `DocBin` is read and written whole

The spans of fields are in `doc.spans["sc"]`, where spaCy's span categorizer looks, the cited sentences in
`doc.spans["evidence"]`; `span.id_` is the record's path. A span that does not begin and end with tokens of spaCy's is
widened to them, and told in `doc.user_data["summarizer"]["widened"]`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from summarizer.exports.formats.items import Item, Job
from summarizer.exports.formats.spans import EVIDENCE, Labelled, fits, spans_of

FIELDS = "sc"
DOCS = 1000


def write(items: Iterable[Item], job: Job, folder: Path) -> None:
    """Writes the files into `folder`. An article whose text is not to be had is skipped."""
    import spacy
    from spacy.tokens import DocBin

    pipeline = spacy.blank("en")
    pipeline.max_length = 1 << 31  # a limit for parsers, and nothing is parsed
    sections = job.sections
    docs, files, widened = DocBin(store_user_data=True), 0, 0

    def put_away() -> None:
        nonlocal docs, files
        files += 1
        docs.to_disk(folder / f"docs-{files:04}.spacy")
        docs = DocBin(store_user_data=True)

    for item in items:
        text = item.text()
        spans = list(spans_of(item, sections))
        if text is None:
            job.skip(item, "its text is not to be had; name the folder of the articles with --articles")
        elif not fits(spans, text):
            job.skip(item, "its spans are not where they say in its text; summarize it again")
        else:
            doc = _doc(pipeline, item, text, spans)
            widened += len(doc.user_data["summarizer"]["widened"])
            docs.add(doc)
            if len(docs) == DOCS:
                put_away()
    if len(docs) or not files:
        put_away()
    if widened:
        job.notes.append(f"{widened:,} spans end within a token of spaCy's, and were widened to whole tokens")


def _doc(pipeline: Any, item: Item, text: str, spans: list[Labelled]) -> Any:
    doc = pipeline.make_doc(text)
    groups: dict[str, list[Any]] = {FIELDS: [], EVIDENCE: []}
    widened: list[dict[str, Any]] = []
    verdicts: dict[str, str | None] = {}
    for span in spans:
        found = doc.char_span(span.start, span.end, label=span.label, span_id=span.record)
        if found is None:
            found = doc.char_span(span.start, span.end, label=span.label, span_id=span.record, alignment_mode="expand")
            widened.append({"record": span.record, "field": span.field, "start": span.start, "end": span.end})
        if found is not None:
            groups[EVIDENCE if span.field == EVIDENCE else FIELDS].append(found)
        verdicts[span.record] = span.verdict
    for name, group in groups.items():
        doc.spans[name] = group
    source = item.document["source"]
    told = {name: source.get(name) for name in ("path", "title", "url", "published", "sha256")}
    doc.user_data["summarizer"] = {**told, "verdicts": verdicts, "widened": widened}
    return doc
