"""Anyone's extraction: JSON of any shape, with or without a mapping, and langextract's documents.

verify_foreign(article, document, mapping)   every value with its verdict
is_langextract(document)                     whether a document is one of langextract's
read_mapping(given)                          a mapping, read and found right

Names are loaded when they are first used: who verifies our own records needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.foreign.documents import verify_foreign
    from summarizer.foreign.langextract import is_langextract, own_text
    from summarizer.foreign.mapping import FieldMapping, read_mapping
    from summarizer.foreign.results import ForeignResult, ForeignValue, Unchecked

_HOME_OF = {
    "FieldMapping": "mapping",
    "ForeignResult": "results",
    "ForeignValue": "results",
    "Unchecked": "results",
    "is_langextract": "langextract",
    "own_text": "langextract",
    "read_mapping": "mapping",
    "verify_foreign": "documents",
}

__all__ = [
    "FieldMapping",
    "ForeignResult",
    "ForeignValue",
    "Unchecked",
    "is_langextract",
    "own_text",
    "read_mapping",
    "verify_foreign",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'summarizer.foreign' has no attribute {name!r}")
    value = getattr(import_module(f"summarizer.foreign.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value
