"""Prompts rendered to messages: the article as numbered lines, the guide to the records, the records to mend or judge.

All that stands before the article is the same for every article, so that services that cache prefixes read it once.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union

from pydantic import BaseModel

from summarizer.article import Article
from summarizer.fields import FieldKind, Record, Value, own_fields
from summarizer.models.base import Message
from summarizer.prompt_files import Prompt, fill, load_prompt
from summarizer.schema import NEWS, Schema
from summarizer.wire import as_written

__all__ = [
    "Prompt",
    "again_messages",
    "extract_messages",
    "judge_messages",
    "load_prompt",
    "match_messages",
    "overview_messages",
    "repair_messages",
    "show_article",
    "show_section",
]

CLOSING_TAG = re.compile(r"</\s*article(?:-([0-9]+))?", re.IGNORECASE)

LONGEST_TITLE = 300
"""Characters of an article's title that are shown."""

KIND_WORDS: Mapping[FieldKind, str] = {
    FieldKind.VERBATIM: "words copied from the article",
    FieldKind.NAME: "a name, copied: the fullest form in the article",
    FieldKind.QUOTATION: "the words said, copied, without the outer quotation marks",
    FieldKind.STATEMENT: "a sentence or phrase of your own that the cited sentences bear out",
    FieldKind.LABEL: "a short label of your own",
    FieldKind.MONEY: "an amount of money: `text` copied with its bound, `currency` its ISO code or null",
    FieldKind.PERCENT: "a percentage, copied with its bound",
    FieldKind.QUANTITY: "a number with its unit or counted noun and its bound, copied",
    FieldKind.FIGURE: "a number: `text` copied with unit and bound, what it `measures`, the date words of its `period`",
    FieldKind.WHEN: "a day or time: the date words, copied",
    FieldKind.JUDGEMENT: "your judgement from what the article says",
    FieldKind.NUMBER: "a number that stands in the cited sentences",
}
"""What a model is told of a field of each kind, for records that the prompt file does not describe."""


def extract_messages(prompt: Prompt, article: Article, schema: Schema, shown: str | None = None) -> tuple[Message, ...]:
    """The messages that ask for all records of `article`. All that comes before it is the same for every article.

    `shown`: what is shown of it, by `show_section`; None: the whole.
    """
    values = {"article": show_article(article) if shown is None else shown}
    return (Message("system", _system(prompt, schema)), Message("user", fill(prompt.user, values)))


def again_messages(
    prompt: Prompt, article: Article, schema: Schema, found: Sequence[str], shown: str | None = None
) -> tuple[Message, ...]:
    """The messages that ask for the records that are missing among those `found`, each of which is one line."""
    values = {"article": show_article(article) if shown is None else shown, "found": "\n".join(found) or "none"}
    return (Message("system", _system(prompt, schema)), Message("user", fill(prompt.user, values)))


def repair_messages(
    prompt: Prompt,
    article: Article,
    schema: Schema,
    faulty: Mapping[str, Sequence[tuple[int, Record]]],
    shown: str | None = None,
) -> tuple[Message, ...]:
    """The messages that ask for another version of the records that did not hold.

    `faulty` gives, per section, the number that the model is to name in `record` and the verified record.
    """
    shown = show_article(article) if shown is None else shown
    values = {"article": shown, "records": _show_faulty(faulty, schema)}
    return (Message("system", _system(prompt, schema)), Message("user", fill(prompt.user, values)))


def overview_messages(prompt: Prompt, article: Article, numbers: Collection[int]) -> tuple[Message, ...]:
    """The messages that ask for the headline and the abstract of a long article from these sentences."""
    values = {"article": show_article(article, numbers)}
    return (Message("system", prompt.system), Message("user", fill(prompt.user, values)))


def judge_messages(
    prompt: Prompt, article: Article, numbers: Collection[int], statements: Sequence[str]
) -> tuple[Message, ...]:
    """The messages that ask whether sentences entail statements.

    `numbers` are those of the sentences to show; each of `statements` is one line.
    """
    values = {"article": show_article(article, numbers), "statements": "\n".join(statements)}
    return (Message("system", prompt.system), Message("user", fill(prompt.user, values)))


def match_messages(
    prompt: Prompt,
    article: Article,
    first: tuple[Collection[int], date | None],
    second: tuple[Collection[int], date | None],
) -> tuple[Message, ...]:
    """The messages that ask whether two articles tell one event.

    `article` holds the tops of both; `first` and `second` are the numbers of the sentences of each, and its date.
    """
    shown = [show_article(replace(article, title=None, published=day), numbers) for numbers, day in (first, second)]
    values = {"first": shown[0], "second": shown[1]}
    return (Message("system", prompt.system), Message("user", fill(prompt.user, values)))


def show_section(prompt: Prompt, article: Article, numbers: Collection[int], first: int, last: int) -> str:
    """The sentences `numbers` of a long article, and that `first` to `last` of them are to be read."""
    values = {"count": str(len(article.sentences)), "first": str(first), "last": str(last)}
    return f"{show_article(article, numbers)}\n\n{fill(prompt.user, values)}"


def show_article(article: Article, numbers: Collection[int] | None = None) -> str:
    """The article as the model sees it: a line a sentence, each with its number, between two tags.

    `numbers`: those of the sentences to show, None for all.
    A sentence's own line breaks become spaces, so that no sentence can begin a line, and the tag gets a number
    that the text does not use, so that no sentence can close it.
    """
    shown = article.sentences if numbers is None else filter(None, map(article.sentence, sorted(numbers)))
    lines = [f"[{sentence.number}] {_one_line(sentence.text)}" for sentence in shown]
    title = f"title: {_one_line(article.title)[:LONGEST_TITLE]}" if article.title else None
    published = f"published: {article.published.isoformat()}" if article.published else None
    body = [line for line in (published, title) if line] + lines
    taken = {int(digits[:9] or 1) for line in body for digits in CLOSING_TAG.findall(line)}
    number = next(number for number in range(1, len(taken) + 2) if number not in taken)
    tag = "article" if number == 1 else f"article-{number}"
    return "\n".join([f"<{tag}>", *body, f"</{tag}>"])


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def _system(prompt: Prompt, schema: Schema) -> str:
    guide = prompt.guides["news"] if schema is NEWS else fill(prompt.guides["records"], {"fields": _fields_of(schema)})
    return fill(prompt.system, {"guide": guide})


@cache
def _fields_of(schema: Schema) -> str:
    """The record of a user's schema, in words: its name, what its class says of it, and its fields."""
    return "\n\n".join(
        f"{record.__name__}{_sentence(record.__doc__)}\n" + "\n".join(_field_lines(record, "- "))
        for record in (section.record for section in schema.sections.values())
    )


def _sentence(doc: str | None) -> str:
    first = (doc or "").strip().split("\n\n")[0]
    return f": {_one_line(first)}" if first else "."


def _field_lines(cls: type[BaseModel], bullet: str) -> Iterator[str]:
    for name, info in own_fields(cls).items():
        annotation = info.rebuild_annotation()
        kinds, parts = _told(annotation)
        words = info.description or "; ".join(KIND_WORDS[kind] for kind in kinds)
        if info.description and kinds:
            words = f"{info.description} ({'; '.join(KIND_WORDS[kind] for kind in kinds)})"
        yield f"{bullet}`{name}`{': ' + words if words else ''}"
        for part in parts:
            yield from _field_lines(part, f"  {bullet}")


def _told(annotation: Any) -> tuple[list[FieldKind], list[type[BaseModel]]]:
    """The kinds of value that an annotation asks for, and the nested models in it."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *marks = typing.get_args(annotation)
        kinds = [mark for mark in marks if isinstance(mark, FieldKind)]
        return (kinds, []) if kinds else _told(inner)
    if origin in (Union, types.UnionType, list, tuple):
        found = [_told(inner) for inner in typing.get_args(annotation) if inner not in (type(None), Ellipsis)]
        return [kind for kinds, _ in found for kind in kinds], [part for _, parts in found for part in parts]
    if isinstance(annotation, type):
        if issubclass(annotation, Value):
            return [annotation.kind], []
        if issubclass(annotation, BaseModel):
            return [], [annotation]
        if issubclass(annotation, str) and annotation is str:
            return [FieldKind.STATEMENT], []
        if issubclass(annotation, int | float) and annotation is not bool:
            return [FieldKind.NUMBER], []
    return [FieldKind.JUDGEMENT], []


def _show_faulty(faulty: Mapping[str, Sequence[tuple[int, Record]]], schema: Schema) -> str:
    shown = {
        section: [
            {
                "record": number,
                "content": as_written(record) if schema.answer else _as_asked(record),
                "found": [
                    {"field": finding.field, "said": finding.said, "article": finding.source, "why": finding.message}
                    for finding in record.findings
                    if finding.verdict.faulty
                ],
            }
            for number, record in records
        ]
        for section, records in faulty.items()
    }
    return json.dumps(shown, ensure_ascii=False, indent=1)


def _as_asked(value: Any) -> Any:
    """A record's content in the shape in which a model writes it."""
    if isinstance(value, Value):
        if value.wire == ("text",):
            return value.text
        return {name: _as_asked(getattr(value, name)) for name in value.wire}
    if isinstance(value, BaseModel):
        content = {"evidence": value.evidence} if isinstance(value, Record) else {}
        return content | {name: _as_asked(getattr(value, name)) for name in own_fields(type(value))}
    if isinstance(value, list | tuple):
        return [_as_asked(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int | float | bool | None) else str(value)
