"""Results written down: JSON documents, Markdown, the brief on a terminal, and the published JSON Schemas."""

from summarizer.exports.documents import to_json, to_jsonl
from summarizer.exports.markdown import to_markdown
from summarizer.exports.schemas import published_schemas, schema_of
from summarizer.exports.terminal import print_brief

__all__ = [
    "print_brief",
    "published_schemas",
    "schema_of",
    "to_json",
    "to_jsonl",
    "to_markdown",
]
