"""What a check can yield, and how a finding is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summarizer.article import Article
from summarizer.verdicts import Finding, Span
from summarizer.verifier.findings import Code, quoted, shown

# Not frozen, though nobody changes them: a frozen dataclass takes three times as long to make, and a hundred of these
# are made for every article.


@dataclass(slots=True)
class Held:
    """The field stands at these places of the article, each (start, end); the sentences that hold them support it."""

    path: str
    places: tuple[tuple[int, int], ...]
    cites: bool = True
    """Whether those sentences belong into the citation; False for what may stand anywhere, such as an alias."""


@dataclass(slots=True)
class Supported:
    """These sentences support the field besides the cited ones, though no single stretch of them is its place."""

    path: str
    sentences: tuple[int, ...]


@dataclass(slots=True)
class Filled:
    """The field's value, with what was read from its words."""

    path: str
    value: Any


@dataclass(slots=True)
class Settled:
    """The judgement in this field is borne out by the article's words; no other check need doubt it."""

    path: str


Note = Finding | Held | Supported | Filled | Settled


def find(
    code: Code,
    path: str,
    message: str,
    *,
    said: object = None,
    article: Article | None = None,
    place: tuple[int, int] | None = None,
) -> Finding:
    """The finding `code` about the field at `path`; `place` is where in `article` the source's side stands."""
    start, end = place if place else (None, None)
    return Finding.of(
        code.value,
        path,
        code.verdict,
        None if said is None else shown(said),
        shown(article.text[start:end]) if article is not None and place else None,
        start,
        end,
        message,
    )


def differing(
    code: Code,
    path: str,
    words: str,
    article: Article,
    place: tuple[int, int],
    *,
    said: str | None = None,
    what: str = "",
) -> Finding:
    """The finding that `article` has other words at `place` than the record, which has `words`.

    `said`: the record's side, where that is more than `words`. `what`: the part that differs, such as "the currency".
    """
    start, end = place
    message = f"The article has {quoted(article.text[start:end])} where the record has {quoted(words)}"
    message += f": {what} differs." if what else "."
    return find(code, path, message, said=words if said is None else said, article=article, place=place)


def span(article: Article, path: str, place: tuple[int, int]) -> Span:
    """The span of `path` at `place`."""
    start, end = place
    return Span(field=path, start=start, end=end, text=article.text[start:end])
