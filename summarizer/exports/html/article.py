"""One article with its records, laid out from its result's JSON and, where it is there, its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from summarizer.exports.brief import dollars, judge_words, plural
from summarizer.exports.html.cards import card, record_name, section_title, sections
from summarizer.exports.html.text import Marked, lay_out
from summarizer.exports.html.totals import VERDICTS
from summarizer.exports.html.view import ArticleView, Card, Chapter, Run
from summarizer.records import JudgeRun


@dataclass(frozen=True, slots=True)
class Item:
    """An article that is done: its path in its folder, its result as JSON, and its text where that could be had."""

    key: bytes
    """The path as the store has it, which tells all articles apart."""
    path: str
    """The path as it is shown."""
    document: Mapping[str, Any]
    text: str | None
    why_no_text: str = ""


def title_of(item: Item) -> str:
    """The headline where it holds, the article's own title, or its file's name."""
    headline = item.document.get("headline")
    holds = isinstance(headline, Mapping) and headline.get("verdict") not in ("altered", "unsupported")
    if isinstance(headline, Mapping) and holds and headline.get("text"):
        return str(headline["text"])
    return str(item.document["source"].get("title") or PurePosixPath(item.path).name or "Article")


def article_view(
    item: Item,
    prefix: str,
    previous: str | None = None,
    following: str | None = None,
    events: Sequence[tuple[str, str]] = (),
) -> ArticleView:
    """The article as the templates draw it; the ids of its elements begin with `prefix`."""
    document = item.document
    records_of = document.get("records_of")
    named: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    marked: list[Marked] = []
    for name, records in sections(document):
        for record in records:
            marked.append(Marked(record_name(name, len(marked)), record))
            named.setdefault(name, []).append((marked[-1].name, record))
    paragraphs = lay_out(item.text, marked)
    known = frozenset(run.sentence for runs in paragraphs for run in runs if run.sentence is not None)
    same = _Same(paragraphs)
    cards = {
        section: tuple(
            same.told(card(record, section, name, within, known, records_of))
            for within, (name, record) in enumerate(entries, start=1)
        )
        for section, entries in named.items()
    }
    dropped = [
        card(one["record"], one["section"], record_name(one["section"], len(marked) + at), at + 1, known, records_of)
        for at, one in enumerate(document.get("dropped") or [])
    ]
    source = document["source"]
    headline = cards.pop("headline", ())
    return ArticleView(
        prefix,
        title_of(item),
        item.path,
        tuple(_about(document)),
        url if str(url := source.get("url") or "").startswith(("https://", "http://")) else None,
        headline[0] if headline else None,
        cards.pop("abstract", ()),
        paragraphs,
        "" if item.text is not None else item.why_no_text or "the article is not there",
        tuple(Chapter(section_title(name, records_of), entries) for name, entries in cards.items()),
        tuple(dropped),
        _tally(document["verification"]),
        _counts(document, cards),
        previous,
        following,
        tuple(events),
    )


class _Same:
    """Finds texts that the page has already: claims are often a whole sentence, or what somebody is quoted with."""

    def __init__(self, paragraphs: tuple[tuple[Run, ...], ...]) -> None:
        sentences: dict[int, str] = {}
        for run in (run for runs in paragraphs for run in runs):
            if run.sentence is not None:
                text = "".join(segment.text for segment in run.segments)
                sentences[run.sentence] = f"{sentences[run.sentence]} {text}" if run.sentence in sentences else text
        self._sentences = {number: " ".join(text.split()) for number, text in sentences.items()}
        self._quotes: dict[str, str] = {}

    def told(self, one: Card) -> Card:
        """The card, with the place that has its text; cards of quotes are remembered."""
        text = " ".join(one.text.split())
        if one.letter == "q":
            self._quotes.setdefault(text.casefold(), one.name)
        elif one.letter == "c":
            for number, there in one.citations:
                if there and self._sentences[number] == text:
                    return replace(one, same=f"s{number}")
            if name := self._quotes.get(text.casefold()):
                return replace(one, same=name)
        return one


def _tally(count: Mapping[str, int]) -> str:
    """`34 records: 31 verified, 3 inferred`; verdicts that none has are left out."""
    verdicts = ", ".join(f"{count[verdict]:,} {verdict}" for verdict in VERDICTS if count[verdict])
    dropped = f" ({count['dropped']:,} of them dropped)" if count["dropped"] else ""
    return f"{plural(count['records'], 'record')}{': ' if verdicts else ''}{verdicts}{dropped}"


def _counts(document: Mapping[str, Any], cards: Mapping[str, tuple[Card, ...]]) -> dict[str, int]:
    verification = document["verification"]
    faulty = verification["altered"] + verification["unsupported"]
    return {
        **{name: len(entries) for name, entries in cards.items()},
        "records": verification["records"],
        "faulty": faulty,
    }


def _about(document: Mapping[str, Any]) -> Iterator[str]:
    source, provenance = document["source"], document["provenance"]
    if source.get("author"):
        yield f"by {source['author']}"
    if source.get("published") is None:
        yield "publication date unknown"
    else:
        origin = {"flag": "as given", "metadata": "from its metadata", "dateline": "from its dateline"}
        known = origin.get(source.get("published_from") or "")
        yield f"published {source['published']}" + (f" ({known})" if known else "")
    yield "read by the offline rules" if provenance["model"] == "offline" else f"read by {provenance['model']}"
    if provenance.get("judge"):
        yield judge_words(JudgeRun.model_validate(provenance["judge"]))
    if provenance.get("cost_usd") is not None:
        yield dollars(provenance["cost_usd"])
    yield from provenance.get("notes") or []
