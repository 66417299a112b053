"""`summarizer verify`: anyone's extraction against its article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarizer.commands.asked import ModelAsked, takes_asked
from summarizer.commands.opening import chat_options
from summarizer.errors import ConfigurationError
from summarizer.options import (
    JudgeModelOption,
    JudgeOption,
    MapOption,
    PublishedOption,
    QuietOption,
    SchemaOption,
)
from summarizer.reporting import FAULTY, FINE, MISUSED, reporting, say, say_failed

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.records import Result


@reporting
@takes_asked(after="judge_model")
def verify(
    asked: ModelAsked,
    article: Annotated[
        str,
        typer.Argument(
            help="The article's file, or -; may be left out where the extraction holds the text.", metavar="ARTICLE"
        ),
    ],
    extraction: Annotated[
        str | None,
        typer.Argument(help="JSON or JSON Lines, ours or anyone's; or -.", metavar="EXTRACTION", show_default=False),
    ] = None,
    schema: SchemaOption = None,
    mapping: MapOption = None,
    published: PublishedOption = None,
    form: Annotated[
        Literal["text", "json", "md"], typer.Option("--format", "-f", help="A list of findings, the JSON, or Markdown.")
    ] = "text",
    judge: JudgeOption = False,
    judge_model: JudgeModelOption = None,
    quiet: QuietOption = False,
) -> int:
    """Check anyone's extraction against its article.

    Exit code 1 if a record is altered or unsupported.
    """
    from summarizer.exports.stream import print_verified
    from summarizer.extractions import is_of_other_text, open_extractions, verify_document

    records, fields = _schema_or_model(schema), _mapping(mapping)
    day = published.date() if published else None
    name, pairs, unread = open_extractions(article, extraction, day, items=records is not None)
    if not quiet and any(is_of_other_text(document, source) for document, source in pairs):
        say(f"{name} was made from another text than {article} now holds; it is verified against the latter")
    results: list[tuple[Result, Article]] = []
    for document, source in pairs:
        try:
            results.append((verify_document(document, source, records, name, fields), source))
        except ConfigurationError as fault:
            unread.append(fault)
    for unreadable in unread if results else unread[:1]:
        say_failed(name, unreadable)
    if not results:
        return MISUSED
    if judge or judge_model is not None:
        judged = _judged(results, judge_model, asked)
        results = [(result, source) for result, (_, source) in zip(judged, results, strict=True)]
    print_verified(results, form, sys.stdout)
    if unread:
        return MISUSED
    return FAULTY if any(result.faulty() for result, _ in results) else FINE


def _judged(results: list[tuple[Result, Article]], model: str | None, asked: ModelAsked) -> list[Result]:
    import asyncio

    from summarizer.api import judge_results

    options = chat_options(asked)
    return asyncio.run(judge_results(results, model, base_url=asked.base_url, prompts=asked.prompts, options=options))


def _schema_or_model(reference: str | None) -> Any:
    if reference is None:
        return None
    from summarizer.user_schemas import load_schema_or_model

    return load_schema_or_model(reference)


def _mapping(given: list[str] | None) -> Any:
    if not given:
        return None
    from summarizer.foreign import read_mapping

    return read_mapping(given)
