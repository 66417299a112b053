"""One extraction in any shape but ours, every value of it checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.foreign.checking import Checking
from summarizer.foreign.langextract import check_langextract, is_langextract, own_text
from summarizer.foreign.mapping import FieldMapping
from summarizer.foreign.plan import plan_of, plan_of_class
from summarizer.foreign.results import ForeignResult
from summarizer.foreign.source import SourceText
from summarizer.foreign.values import plain
from summarizer.records import Provenance, Source, Verification
from summarizer.verdicts import Verdict


def verify_foreign(
    article: Article,
    document: Any,
    mapping: FieldMapping | type[BaseModel] | None = None,
    *,
    name: str = "the extraction",
    notes: Sequence[str] = (),
) -> ForeignResult:
    """Checks every value of `document`: an object or a list of JSON values.

    mapping   what its fields are: a mapping, or a Pydantic class that it was made after; without one, strings are
              looked up as copied words and numbers as numbers that the article gives
    name      what the extraction is called in messages
    notes     what is to be said of it in the provenance

    Raises `ConfigurationError` where the mapping leads nowhere, or the document holds what JSON does not.
    """
    document = plain(document, name)
    if not isinstance(document, dict | list):
        raise ConfigurationError(f"{name} must hold an object or a list")
    checking = Checking(SourceText(article), name)
    plan = plan_of_class(mapping) if isinstance(mapping, type) else plan_of(mapping or FieldMapping())
    shape: Any = "json"
    if isinstance(document, dict) and not isinstance(mapping, type) and is_langextract(document):
        shape = "langextract"
        check_langextract(document, checking, plan, mapping.classes if mapping else {})
        if own_text(document) not in (None, article.text):
            notes = [*notes, "made from another text than the one it was verified against: its offsets were left out"]
    elif isinstance(mapping, type) and isinstance(document, list):
        for at, one in enumerate(document):
            checking.walk(one, plan, f"[{at}]")
    else:
        checking.walk(document, plan)
    if isinstance(mapping, FieldMapping):
        checking.matched.check(plan, name)
        if mapping.classes and shape != "langextract":
            raise ConfigurationError(f"the mapping's `classes` are of langextract's documents; {name} is none")
    verdicts = [item.verdict for item in checking.items]
    return ForeignResult(
        source=Source.of(article),
        provenance=Provenance(model="unknown", notes=list(notes)),
        shape=shape,
        items=checking.items,
        unchecked=checking.unchecked,
        verification=Verification(
            records=len(verdicts), **{verdict.value: verdicts.count(verdict) for verdict in Verdict}
        ),
    )
