"""Business-news articles as records that can be trusted.

from summarizer import Summarizer, summarize, verify

Names are loaded when they are first used, so that `import summarizer` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.api import Summarizer, judge, summarize
    from summarizer.article import Article, Sentence
    from summarizer.dossier import Dossier
    from summarizer.engines import SummarizeRows
    from summarizer.errors import ArticleError, ConfigurationError, ModelError, ReadError, SummarizerError
    from summarizer.evaluation import Evaluation, evaluate
    from summarizer.exports.frames import to_pandas, to_polars
    from summarizer.extractions import verify
    from summarizer.fields import (
        Figure,
        Label,
        Money,
        Name,
        Part,
        Percent,
        Quantity,
        Quotation,
        Record,
        Statement,
        Verbatim,
        When,
    )
    from summarizer.foreign import ForeignResult
    from summarizer.readers import read_article
    from summarizer.records import Claim, Deal, Extraction, Party, Quote, Result, Summary
    from summarizer.verdicts import Finding, Span, Verdict

_HOMES = {
    "api": ("Summarizer", "judge", "summarize"),
    "article": ("Article", "Sentence"),
    "dossier": ("Dossier",),
    "engines": ("SummarizeRows",),
    "errors": ("ArticleError", "ConfigurationError", "ModelError", "ReadError", "SummarizerError"),
    "evaluation": ("Evaluation", "evaluate"),
    "exports.frames": ("to_pandas", "to_polars"),
    "extractions": ("verify",),
    "fields": (
        "Figure",
        "Label",
        "Money",
        "Name",
        "Part",
        "Percent",
        "Quantity",
        "Quotation",
        "Record",
        "Statement",
        "Verbatim",
        "When",
    ),
    "foreign": ("ForeignResult",),
    "readers": ("read_article",),
    "records": ("Claim", "Deal", "Extraction", "Party", "Quote", "Result", "Summary"),
    "verdicts": ("Finding", "Span", "Verdict"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "ArticleError",
    "Claim",
    "ConfigurationError",
    "Deal",
    "Dossier",
    "Evaluation",
    "Extraction",
    "Figure",
    "Finding",
    "ForeignResult",
    "Label",
    "ModelError",
    "Money",
    "Name",
    "Part",
    "Party",
    "Percent",
    "Quantity",
    "Quotation",
    "Quote",
    "ReadError",
    "Record",
    "Result",
    "Sentence",
    "Span",
    "Statement",
    "SummarizeRows",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "Verbatim",
    "Verdict",
    "When",
    "evaluate",
    "judge",
    "read_article",
    "summarize",
    "to_pandas",
    "to_polars",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value = getattr(import_module(f"summarizer.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
