"""An event as its page shows it: the fields of its articles side by side, each with a link to where it is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from summarizer.dossier.model import Citation, Derivation, DossierData, Drift, DriftStatement, Event, Statement
from summarizer.dossier.model import Row as EventField
from summarizer.exports.brief import plural
from summarizer.exports.brief_words import label
from summarizer.exports.html.event_parts import Beside, DriftView, EventView, FieldRow, Link, Said, Told, Wording
from summarizer.exports.html.many import MOST_BESIDE, alike, first_of, more
from summarizer.exports.html.tables import Cell, Column, Row
from summarizer.exports.shared_words import shared_words

EVENTS = (
    Column("Event"),
    Column("Kind", choice=True),
    Column("Articles", kind="number"),
    Column("Independent sources", kind="number"),
    Column("Conflicts", kind="number"),
    Column("Drift", kind="number"),
)
_STATES = {
    "agreed": "= agree",
    "complementary": "+ complete each other",
    "conflicting": "≠ conflict",
    "superseded": "→ superseded",
}

_DEAL = re.compile(r"deals\[(\d+)\]")

Address = Callable[[str, int | None], str]
"""Where an article, by its id, or a sentence of it is shown."""


Cells = dict[str, list[Said]]
"""What each article gives for one field."""


def event_row(event: Event, href: str) -> Row:
    """The row of an event in the table of the start page."""
    conflicts = sum(row.state == "conflicting" for row in event.rows)
    numbers = (len(event.articles), event.sources, conflicts, len(event.drift))
    return (
        Cell(event.title, href=href),
        Cell(label(event.kind) if event.kind else ""),
        *(Cell(f"{number:,}" if number else "", number) for number in numbers),
    )


def event_view(event: Event, data: DossierData, address: Address) -> EventView:
    """The event as its page shows it."""
    articles = {article.id: article for article in data.articles}
    names = {article: _letters(at) for at, article in enumerate(event.articles)}

    def links(citation: Citation) -> tuple[Link, ...]:
        name = names.get(citation.article, citation.article)
        if not citation.sentences:
            return (Link(name, address(citation.article, None)),)
        return tuple(Link(f"{name} {number}", address(citation.article, number)) for number in citation.sentences)

    def link(citation: Citation) -> Link:
        return links(citation)[0]

    derived_from = {one.article: one for one in event.derivations}
    copies = {one.article for one in event.derivations if one.how == "copies"}
    told = []
    for identifier in first_of(event.articles, copies.__contains__):
        article = articles[identifier]
        about = [str(article.published or "undated"), article.outlet or ""]
        if identifier in derived_from:
            about.append(_derivation(derived_from[identifier], names))
        title = article.title or article.path or identifier
        shares = shared_words(event.shared.get(identifier, ()), len(event.articles) - 1)
        told.append(Told(names[identifier], title, address(identifier, None), " · ".join(filter(None, about)), shares))
    fields = [_cells(row, event.articles, links) for row in event.rows]
    columns = alike(event.articles, lambda article: tuple(_said(cells[article]) for cells in fields))
    columns.sort(key=len, reverse=True)
    beside = columns[:MOST_BESIDE]
    stages = alike(event.timeline, lambda stage: (stage.day, stage.status, stage.citation.text.casefold()))
    derived = alike(event.derivations, lambda one: _derivation(one, names))
    only = [(article, said) for article, said in event.only.items() if said and article in names]
    return EventView(
        event.id,
        event.title,
        f"{plural(len(event.articles), 'article')}, {plural(event.sources, 'independent source')}",
        tuple(told),
        tuple(
            FieldRow(
                _field(row.field),
                "one only" if _is_told_once(row) else _STATES[row.state],
                row.state,
                tuple(tuple(cells[column[0]]) for column in beside),
                row.note or "",
            )
            for row, cells in zip(event.rows, fields, strict=True)
        ),
        tuple(
            (
                str(stage.day or "undated"),
                label(stage.status).lower(),
                stage.citation.text,
                link(stage.citation),
                more(len(others), "more say so"),
            )
            for stage, *others in first_of(stages)
        ),
        tuple(_drift(one, link, names, event.derivations) for one in first_of(event.drift)),
        tuple(Beside(names[column[0]], more(len(column) - 1, "more say the same")) for column in beside),
        tuple(
            (f"{_who(some, names)}: {_derivation(some[0], names)}", tuple(map(link, some[0].evidence)))
            for some in first_of(derived)
        ),
        tuple(
            (f"{names[article]}: {articles[article].title or ''}", tuple((_worded(one), link(one)) for one in said))
            for article, said in first_of(only)
        ),
        tuple(
            Link(articles[one].title or articles[one].path or one, address(one, None))
            for one in first_of(event.mentioned_in)
        ),
        {
            "told": more(len(event.articles) - len(told), "more articles"),
            "beside": more(sum(map(len, columns[MOST_BESIDE:])), "more articles, which say something else"),
            "timeline": more(len(stages) - len(first_of(stages))),
            "drift": more(len(event.drift) - len(first_of(event.drift))),
            "derived": more(sum(map(len, derived)) - sum(map(len, first_of(derived)))),
            "only": more(len(only) - len(first_of(only)), "more articles"),
            "mentioned": more(len(event.mentioned_in) - len(first_of(event.mentioned_in)), "more articles"),
        },
    )


def _who(some: Sequence[Derivation], names: Mapping[str, str]) -> str:
    """The articles that have it from one source."""
    first = [names.get(one.article, one.article) for one in some[:MOST_BESIDE]]
    return " ".join(filter(None, (", ".join(first), more(len(some) - len(first)))))


def _said(cell: Iterable[Said]) -> tuple[tuple[str, str], ...]:
    return tuple((said.text, said.verdict) for said in cell)


def _cells(row: EventField, articles: Iterable[str], links: Callable[[Citation], tuple[Link, ...]]) -> Cells:
    cells: Cells = {article: [] for article in articles}
    for value in row.values:
        for citation in value.citations:
            if citation.article in cells:
                # The reading is of the first citation's words, and of others that say the same.
                own = citation.text == value.citations[0].text
                reading = value.reading if own and value.reading != citation.text else None
                said = Said(
                    label(value.text).lower() if row.field in ("kind", "status") else citation.text,
                    reading or "",
                    links(citation),
                    "" if citation.decides or citation.verdict is None else citation.verdict.value,
                )
                if said not in cells[citation.article]:
                    cells[citation.article].append(said)
    return cells


def _field(field: str) -> str:
    if field.startswith("statement: "):
        return f"Said by {field.removeprefix('statement: ')}"
    return label(field.removeprefix("role: ").removeprefix("date: ").removeprefix("term: "))


def _drift(
    one: Drift, link: Callable[[Citation], Link], names: Mapping[str, str], derivations: Sequence[Derivation]
) -> DriftView:
    return DriftView(
        one.speaker or "The articles themselves",
        _direction(one, names, derivations),
        Wording(link(one.weaker.citation), _cued(one.weaker)),
        Wording(link(one.stronger.citation), _cued(one.stronger)),
    )


def _direction(one: Drift, names: Mapping[str, str], derivations: Sequence[Derivation]) -> str:
    """Which of the two articles came behind the other, and what became of the statement there."""
    if one.direction == "unknown":
        return "Which of them was first is not known."
    first, second = one.weaker.citation.article, one.stronger.citation.article
    outcome = "surer"
    if one.direction == "softened":
        first, second, outcome = second, first, "less sure"
    derived = any((link.article, link.source) == (second, first) for link in derivations)
    source, other = names.get(first, first), names.get(second, second)
    return (
        f"{other} has it from {source}, and is {outcome}."
        if derived
        else f"{other} is later than {source}, and {outcome}."
    )


def _cued(statement: DriftStatement) -> tuple[tuple[str, bool], ...]:
    """The statement in pieces, with its cues apart."""
    cues = sorted({cue for cue in statement.cues if cue}, key=len, reverse=True)
    if not cues:
        return ((statement.citation.text, False),)
    pieces = re.split(rf"\b({'|'.join(map(re.escape, cues))})\b", statement.citation.text, flags=re.IGNORECASE)
    return tuple((piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def _worded(one: Statement) -> str:
    return f"{one.text} ({one.speaker})" if one.speaker else one.text


def _derivation(one: Derivation, names: Mapping[str, str]) -> str:
    how = "copied from" if one.how == "copies" else "has it from"
    sources = [names.get(one.source, "")] if one.source else []
    return f"{how} {' and '.join(filter(None, [*sources, one.outlet or ''])) or 'another article'}"


def _letters(at: int) -> str:
    """`A` to `Z`, then `AA`."""
    return chr(ord("A") + at) if at < 26 else _letters(at // 26 - 1) + _letters(at % 26)


def repeats_of(events: Iterable[Event]) -> dict[str, frozenset[int]]:
    """By article: the places of its deals that are an event's, and for which another record of that event stands.

    The record that stands for all is the first that gives a value and holds, or the first that holds where none does.
    """
    found: dict[str, set[int]] = {}
    for event in events:
        rows = sorted(event.rows, key=lambda row: row.field != "value")
        citations = [citation for row in rows for value in row.values for citation in value.citations]
        citations.sort(key=lambda one: not one.decides)
        deals = [(one.article, int(at[1])) for one in citations if (at := _DEAL.fullmatch(one.record or ""))]
        for article, place in deals:
            if (article, place) != deals[0]:
                found.setdefault(article, set()).add(place)
    return {article: frozenset(places) for article, places in found.items()}


def articles_of(events: Iterable[Event]) -> dict[str, Sequence[Event]]:
    """By article: the events that it tells of."""
    found: dict[str, list[Event]] = {}
    for event in events:
        for article in event.articles:
            found.setdefault(article, []).append(event)
    return dict(found)


def _is_told_once(row: EventField) -> bool:
    """Whether one article alone gives a field, which completes no other's."""
    told = {citation.article for value in row.values for citation in value.citations}
    return row.state == "complementary" and len(told) == 1
