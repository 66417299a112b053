"""The rows of the start page's tables: deals, records of a user's own class, articles, failures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from summarizer.exports.brief_words import label
from summarizer.exports.html.amounts import compact_money
from summarizer.exports.html.article import Item, title_of
from summarizer.exports.html.cards import VERIFIER_KEYS, record_name, sections, value_text
from summarizer.exports.html.tables import Cell, Column, Row, Table

_SHOWN_PARTIES = 4
_LONGEST = 160
"""Characters of a cell."""
_MOST_COLUMNS = 7
"""Fields of a user's own records that have a column."""
_MARKS = {"verified": "✓ verified", "inferred": "○ inferred", "altered": "≠ altered", "unsupported": "✕ unsupported"}

DEALS = (
    Column("Parties"),
    Column("Kind", choice=True),
    Column("Status", choice=True),
    Column("Value", kind="ranked"),
    Column("Subject", minor=True),
    Column("Reported"),
    Column("Verdict", choice=True),
)
ARTICLES = (
    Column("Article"),
    Column("Published"),
    Column("Deals", kind="number"),
    Column("Quotes", kind="number", minor=True),
    Column("Claims", kind="number", minor=True),
    Column("Do not hold", kind="number"),
    Column("File", minor=True),
)
OTHER_ARTICLES = (ARTICLES[0], ARTICLES[1], Column("Records", kind="number"), ARTICLES[5], ARTICLES[6])
FAILURES = (Column("Article"), Column("Error", choice=True), Column("What to do"))


def marked(verdict: str) -> str:
    """A verdict with its sign: `≠ altered`."""
    return _MARKS.get(verdict, verdict)


def add_deals(table: Table, item: Item, address: str) -> None:
    """Adds the deals of an article; their ids begin with `address`. The largest values come first, by currency."""
    number = 0
    published = item.document["source"].get("published") or ""
    forms = [
        {form for form in (party["name"], *party["aliases"], party.get("ticker")) if form}
        for party in item.document.get("parties") or []
    ]
    for section, records in sections(item.document):
        for record in records:
            link = f"{address}{record_name(section, number)}"
            if section == "deals":
                value = record.get("value") or {}
                amount = value.get("amount")
                table.add(
                    (
                        Cell(
                            _parties(record["parties"]) or record["subject"],
                            href=link,
                            also=_also(record["parties"], forms),
                        ),
                        Cell(label(record["kind"])),
                        Cell(label(record["status"])),
                        Cell(compact_money(value)),
                        Cell(_cut(record["subject"])),
                        Cell(published),
                        Cell(marked(record.get("verdict") or "")),
                    ),
                    group=value.get("currency") or "?" if isinstance(amount, int | float) else "",
                    rank=float(amount) if isinstance(amount, int | float) else 0.0,
                )
            number += 1


def own_columns(record: Mapping[str, Any]) -> tuple[Column, ...]:
    """The columns for records of a user's own class, from one of them."""
    names = [name for name in record if name not in VERIFIER_KEYS][:_MOST_COLUMNS]
    return (*(Column(label(name), minor=at > 2) for at, name in enumerate(names)), Column("Verdict", choice=True))


def add_own(table: Table, item: Item, address: str, names: Sequence[str]) -> None:
    """Adds an article's records of a user's own class."""
    number = 0
    for section, records in sections(item.document):
        for record in records:
            link = f"{address}{record_name(section, number)}"
            if section == "items":
                first, *others = [_cut(value_text(record.get(name))) for name in names]
                cells = [
                    Cell(first or "(nothing)", href=link),
                    *map(Cell, others),
                ]
                table.add((*cells, Cell(marked(record.get("verdict") or ""))))
            number += 1


def own_names(record: Mapping[str, Any]) -> list[str]:
    """The fields that `own_columns` has columns for."""
    return [name for name in record if name not in VERIFIER_KEYS][:_MOST_COLUMNS]


def article_row(item: Item, href: str, *, news: bool) -> Row:
    """The row of an article."""
    document = item.document
    verification = document["verification"]
    faulty = verification["altered"] + verification["unsupported"]
    counts: list[int] = (
        [len(document.get(name) or []) for name in ("deals", "quotes", "claims")] if news else [verification["records"]]
    )
    return (
        Cell(_cut(title_of(item)), href=href),
        Cell(document["source"].get("published") or ""),
        *(Cell(f"{count:,}" if count else "", count) for count in counts),
        Cell(f"{faulty:,}" if faulty else "", faulty),
        Cell(item.path),
    )


def _parties(parties: Sequence[Mapping[str, Any]]) -> str:
    shown = [
        f"{party['name']} ({party['role'].replace('_', ' ')})" if party["role"] != "other" else str(party["name"])
        for party in parties[:_SHOWN_PARTIES]
    ]
    more = len(parties) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _also(parties: Sequence[Mapping[str, Any]], forms: Sequence[AbstractSet[str]]) -> str | None:
    """The other forms of the parties' names, by which a reader may look for them."""
    names = {party["name"] for party in parties}
    others = {form for known in forms if known & names for form in known} - names
    return " ".join(sorted(others)) or None


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
