"""A result laid out for reading: what Markdown and the terminal then only have to draw.

Everything in a brief is plain text as the article, the model or the verifier wrote it; whoever draws it escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from pydantic import BaseModel

from summarizer.exports.values import value_words
from summarizer.fields import Record, Value, own_fields
from summarizer.records import Claim, Deal, Headline, JudgeRun, Party, Quote, Result, Verification
from summarizer.verdicts import Verdict

Shape = Literal["sentence", "card", "quote", "point"]


@dataclass(frozen=True)
class Entry:
    """One record: what it says, how sure that is."""

    shape: Shape
    text: str
    """The sentence, the title of a card, the words of a quote, or the point made."""
    aside: str = ""
    """Who said it, or what else belongs behind the text."""
    rows: tuple[tuple[str, str], ...] = ()
    """A card's table: label and value."""
    citations: tuple[int, ...] = ()
    """Numbers of the cited sentences."""
    verdict: Verdict | None = None
    remarks: tuple[str, ...] = ()
    """Why the verdict is not better: the messages of the findings that made it so."""


@dataclass(frozen=True)
class Chapter:
    """The records of one section."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Brief:
    """A result, laid out."""

    title: str
    headline: Entry | None
    about: tuple[str, ...]
    """Where it comes from: the file, the day, who answered, at what cost."""
    chapters: tuple[Chapter, ...]
    tally: str


_CHAPTERS = {
    "abstract": "In short",
    "deals": "Deals",
    "quotes": "Who said what",
    "claims": "Claims",
    "parties": "Who is who",
}
"""The news sections in the order of reading; sections of other schemas follow under their own names."""

_DEAL_TITLES = {
    "licensing": "Licensing deal",
    "other": "Deal",
    "supply": "Supply deal",
}
"""Where the kind alone does not name the deal."""

_MODES = {
    "direct": "quoted",
    "indirect": "paraphrased",
    "mixed": "partly quoted",
    "no_comment": "no comment",
}

_SHORT = 24
"""Characters of an item of a list that may share a row with others."""


def lay_out(result: Result) -> Brief:
    """`result` as a brief."""
    headline = getattr(result, "headline", None)
    entry = _entry(headline, "") if isinstance(headline, Record) else None
    title = entry.text if entry else result.source.title or PurePath(result.source.path or "Article").name
    return Brief(title, entry, tuple(_about(result)), tuple(_chapters(result)), tally(result.verification))


def tally(count: Verification) -> str:
    """`34 records: 31 verified, 2 inferred, 1 altered, 0 unsupported`."""
    return f"{plural(count.records, 'record')}: {verdict_words(count)}"


def verdict_words(count: Verification) -> str:
    """`31 verified, 2 inferred, 1 altered, 0 unsupported`, and how many of these were dropped."""
    verdicts = ", ".join(f"{getattr(count, verdict.value):,} {verdict.value}" for verdict in Verdict)
    return f"{verdicts} ({count.dropped:,} of them dropped)" if count.dropped else verdicts


def judge_words(run: JudgeRun) -> str:
    """`12 statements judged by gpt-5-mini, 1 record lowered`."""
    return f"{plural(run.statements, 'statement')} judged by {run.model}, {plural(run.lowered, 'record')} lowered"


def plural(count: int, noun: str) -> str:
    """`1 record`, `1,204 records`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def dollars(cost: float) -> str:
    """`$0.0042`: small costs keep two significant digits or so."""
    return f"${cost:,.2f}" if cost >= 1 else f"${cost:.4f}"


def _about(result: Result) -> Iterator[str]:
    source, provenance = result.source, result.provenance
    if source.path:
        yield source.path
    if source.published is None:
        yield "publication date unknown"
    else:
        origin = {"flag": "as given", "metadata": "from its metadata", "dateline": "from its dateline"}
        known = origin.get(source.published_from or "")
        yield f"published {source.published.isoformat()}" + (f" ({known})" if known else "")
    if provenance.model != "unknown":
        yield "read by the offline rules" if provenance.model == "offline" else f"read by {provenance.model}"
    if provenance.judge is not None:
        yield judge_words(provenance.judge)
    if provenance.cost_usd is not None:
        yield dollars(provenance.cost_usd)
    yield from provenance.notes


def _chapters(result: Result) -> Iterator[Chapter]:
    sections: dict[str, list[Record]] = {}
    for name in type(result).model_fields:
        value = getattr(result, name)
        if isinstance(value, Record) and name != "headline":
            sections[name] = [value]
        elif isinstance(value, list) and value and all(isinstance(item, Record) for item in value):
            sections[name] = value
    for name in (*_CHAPTERS, *sections):
        if records := sections.pop(name, None):
            title = _CHAPTERS.get(name) or _title_of(name, result)
            yield Chapter(title, tuple(_entry(record, str(at)) for at, record in enumerate(records, start=1)))


def _title_of(section: str, result: Result) -> str:
    records_of: str | None = getattr(result, "records_of", None)
    return _class_words(records_of) if records_of and section == "items" else _label(section)


def _entry(record: Record, number: str) -> Entry:
    """A record as an entry; `number` tells records apart that have no name of their own."""
    match record:
        case Deal():
            entry = _deal(record)
        case Quote():
            entry = _quote(record)
        case Claim():
            entry = _claim(record)
        case Party():
            entry = _party(record)
        case Headline():
            entry = Entry("sentence", record.text)
        case _:
            entry = _any_record(record, number)
    marks = record.findings if record.verdict is not Verdict.VERIFIED else []
    remarks = dict.fromkeys(finding.message for finding in marks if finding.verdict is record.verdict)
    return Entry(
        entry.shape, entry.text, entry.aside, entry.rows, tuple(record.evidence), record.verdict, tuple(remarks)
    )


def _deal(deal: Deal) -> Entry:
    roles: dict[str, list[str]] = {}
    for party in deal.parties:
        roles.setdefault(party.role, []).append(party.name)
    rows = [(_label(role) if role != "other" else "Also in it", ", ".join(names)) for role, names in roles.items()]
    rows.append(("Subject", deal.subject))
    if deal.value:
        rows.append(("Value", value_words(deal.value)))
    rows += [(_label(day.event) if day.event != "other" else "Date", value_words(day.when)) for day in deal.dates]
    rows += [(_label(term.name), term.text) for term in deal.terms]
    kind = _DEAL_TITLES.get(deal.kind) or _label(deal.kind)
    return Entry("card", f"{kind}, {_words(deal.status)}", rows=tuple(rows))


def _quote(quote: Quote) -> Entry:
    who = quote.speaker
    for detail in (quote.role, quote.affiliation):
        if detail and detail.casefold() not in who.casefold():
            who += f", {detail}"
    marks = quote.mode in ("direct", "mixed") and not any(mark in quote.text for mark in '“”"')
    return Entry("quote", f"“{quote.text}”" if marks else quote.text, aside=f"{who} ({_MODES[quote.mode]})")


def _claim(claim: Claim) -> Entry:
    kind = claim.kind if claim.certainty == "asserted" else f"{claim.kind}, {claim.certainty}"
    rows = []
    for figure in claim.figures:
        measures = figure.measures or ""
        period = value_words(figure.period) if figure.period else ""
        news = [words for words in (measures, period) if words and words.casefold() not in figure.text.casefold()]
        rows.append((value_words(figure), ", ".join(news)))
    return Entry("point", claim.statement, aside=f"{claim.claimant or 'the article'}: {kind}", rows=tuple(rows))


def _party(party: Party) -> Entry:
    also = [*party.aliases, *([party.ticker] if party.ticker else [])]
    name = f"{party.name} ({', '.join(dict.fromkeys(also))})" if also else party.name
    kind = [] if party.kind == "other" else [_words(party.kind)]
    return Entry("point", name, aside=", ".join([*kind, *([party.description] if party.description else [])]))


def _any_record(record: Record, number: str) -> Entry:
    fields = own_fields(type(record))
    if len(fields) == 1 and isinstance(text := getattr(record, next(iter(fields))), str):
        return Entry("sentence", text)
    rows = tuple(row for name in fields for row in _rows(_label(name), getattr(record, name)))
    return Entry("card", f"{_class_words(type(record).__name__)} {number}".strip(), rows=rows)


def _rows(label: str, value: Any) -> Iterator[tuple[str, str]]:
    """The rows of one field of any record: one, none where it is empty, one an item where a list's items are long."""
    if value is None or value == []:
        return
    items = [_plain(item) for item in value] if isinstance(value, list | tuple) else [_plain(value)]
    if max(map(len, items)) <= _SHORT:
        yield label, "; ".join(items)
    else:
        yield label, items[0]
        yield from (("", item) for item in items[1:])


def _plain(value: Any) -> str:
    match value:
        case Value():
            return value_words(value)
        case BaseModel():
            pairs = [
                f"{_words(name)}: {_plain(item)}" for name in own_fields(type(value)) if (item := getattr(value, name))
            ]
            return "; ".join(pairs)
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(_plain(item) for item in value)
        case _:
            return str(getattr(value, "value", value))


def _words(name: str) -> str:
    return name.replace("_", " ").strip()


def _class_words(name: str) -> str:
    """`ClinicalTrial` → `Clinical trial`."""
    return _label(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize())


def _label(name: str) -> str:
    words = _words(name)
    return words[:1].upper() + words[1:]
