"""A dossier as Markdown: each event as a side-by-side table, a timeline, drift, and who has it from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.dossier.model import Citation, DossierArticle, DossierData, Drift, Event, Row, RowValue, Statement
from summarizer.escaping import markdown_text as text_of
from summarizer.exports.brief import plural
from summarizer.exports.shared_words import shared_words
from summarizer.verdicts import Verdict

_OURS = re.compile(rb'# Dossier\r?\n\r?\n[\d,]+ articles?: [\d,]+ about |\s*\{\s*"dossier_version"\s*:')
_HEAD = 200
"""Bytes by which a dossier is known."""
_COLUMNS = 5
"""Articles that have a column each; of more, the table names them behind each value."""
_LONGEST = 240
"""Characters of a statement that are shown."""
_LISTED = ("kind", "status")
"""Fields whose values are words of a closed list, not of the article."""
_STEPS = {"hardened": "became stronger", "softened": "became weaker", "unknown": "is stronger in one than in the other"}


def dossier_markdown(dossier: DossierData) -> str:
    """`dossier` as a Markdown document that ends with a line break. Whatever the articles hold is shown as text."""
    names = {article.id: article for article in dossier.articles}
    several = sum(len(event.articles) for event in dossier.events)
    blocks = [
        "# Dossier",
        f"{plural(len(dossier.articles), 'article')}: {several} about {plural(len(dossier.events), 'event')}, "
        f"{len(dossier.alone)} about something else each.",
    ]
    for event in dossier.events:
        blocks += _event(event, names)
    if dossier.alone:
        blocks.append("## Articles that share no event")
        blocks.append("\n".join(f"- {_called(names[identifier])}" for identifier in dossier.alone))
    return "\n\n".join(blocks) + "\n"


def is_dossier(path: Path) -> bool:
    """Whether `path` is a file, and one that holds a dossier as Markdown or JSON."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _OURS.match(file.read(_HEAD)) is not None


def _event(event: Event, names: dict[str, DossierArticle]) -> Iterator[str]:
    yield f"## {text_of(event.title)}"
    kind = f"{event.kind.replace('_', ' ').capitalize()} · " if event.kind else ""
    sources = plural(event.sources, "independent source")
    yield f"{kind}{plural(len(event.articles), 'article')} · {sources}"
    yield _articles(event, names)
    if any(event.shared.values()):
        yield "### What they have in common"
        others = len(event.articles) - 1
        yield "\n".join(
            f"- {article}: {text_of(words)}"
            for article, shared in event.shared.items()
            if (words := shared_words(shared, others))
        )
    if event.rows:
        yield "### Side by side"
        yield _side_by_side(event) if len(event.articles) <= _COLUMNS else _by_value(event)
    if len({stage.status for stage in event.timeline}) > 1:
        yield "### Timeline"
        yield "\n".join(
            f"- {stage.day.isoformat() if stage.day else 'no date'}: {stage.status.replace('_', ' ')} "
            f"({_places(stage.citation)})"
            for stage in event.timeline
        )
    if event.drift:
        yield "### Drift"
        yield "A step is a degree of certainty (may, likely, is so) or a word that weighs (key)."
        yield "\n".join(map(_drift, event.drift))
    if any(event.only.values()):
        yield "### Said by one article only"
        yield "\n".join(
            f"- {identifier}: {_short(citation.text)}{_whose(citation)}{_numbers(citation)}"
            for identifier, citations in event.only.items()
            for citation in citations
        )
    if event.mentioned_in:
        yield f"Named in passing by {', '.join(_called(names[one]) for one in event.mentioned_in)}."
    for reason in event.joined:
        yield f"Joined on a proposal: {text_of(reason)}"


def _articles(event: Event, names: dict[str, DossierArticle]) -> str:
    """The articles with where each has its news from."""
    lines = ["| | Article | Published | Outlet | Has it from |", "| --- | --- | --- | --- | --- |"]
    for identifier in event.articles:
        article = names[identifier]
        origins = []
        for link in event.derivations:
            if link.article == identifier:
                whom = link.source or "elsewhere"
                outlet = f" ({text_of(link.outlet)})" if link.outlet else ""
                cited = sorted(
                    {number for one in link.evidence for number in one.sentences if one.article == identifier}
                )
                where = f" \\[{', '.join(map(str, cited))}\\]" if cited else ""
                origins.append(f"{link.how} {whom}{outlet}{where}")
        day = article.published.isoformat() if article.published else ""
        title = text_of(article.title or article.path or article.sha256[:12])
        partly = "" if article.whole else " *(cited sentences only)*"
        lines.append(
            f"| {identifier} | {title}{partly} | {day} | {text_of(article.outlet or '')} | {'; '.join(origins)} |"
        )
    return "\n".join(lines)


def _side_by_side(event: Event) -> str:
    """A column for each article."""
    head = " | ".join(event.articles)
    lines = [f"| | | {head} |", "| --- | --- |" + " --- |" * len(event.articles)]
    for row in event.rows:
        cells: dict[str, dict[str, None]] = {identifier: {} for identifier in event.articles}
        for value in row.values:
            for citation in value.citations:
                cells[citation.article].setdefault(_cell(citation, value, row.field), None)
        lines.append(f"| {_label(row)} | {_state(row)} | {' | '.join('; '.join(cell) for cell in cells.values())} |")
    return "\n".join(lines)


def _by_value(event: Event) -> str:
    """A line for each value, with the articles that give it."""
    lines = ["| | | | Said by | Sources |", "| --- | --- | --- | --- | --- |"]
    for row in event.rows:
        for at, value in enumerate(row.values):
            label, state = (_label(row), _state(row)) if at == 0 else ("", "")
            said = ", ".join(dict.fromkeys(f"{_places(one)}{_mark(one)}" for one in value.citations))
            words = text_of(value.text.replace("_", " ")) if row.field in _LISTED else _words(value)
            lines.append(f"| {label} | {state} | {words} | {said} | {value.sources} |")
    return "\n".join(lines)


def _label(row: Row) -> str:
    if row.field.startswith("statement: "):
        return text_of(f"Said by {row.field.removeprefix('statement: ')}")
    return text_of(row.field.removeprefix("role: ").replace("_", " ").capitalize())


def _state(row: Row) -> str:
    state = f"**{row.state}**" if row.state == "conflicting" else row.state
    return f"{state}: {text_of(row.note)}" if row.note else state


def _words(value: RowValue) -> str:
    reading = f" ({text_of(value.reading)})" if value.reading and value.reading != value.text else ""
    return f"{_short(value.text)}{reading}"


def _cell(citation: Citation, value: RowValue, field: str) -> str:
    reading = ""
    if len(value.citations) == 1 or citation is value.citations[0]:
        reading = f" ({text_of(value.reading)})" if value.reading and value.reading != citation.text else ""
    text = value.text.replace("_", " ") if field in _LISTED else citation.text
    return f"{_short(text)}{reading}{_numbers(citation)}{_mark(citation)}"


def _mark(citation: Citation) -> str:
    """What is to be said of a record that does not decide; nothing of one that does."""
    return f" ⚠ {citation.verdict.value}" if citation.verdict in (Verdict.ALTERED, Verdict.UNSUPPORTED) else ""


def _places(citation: Citation) -> str:
    return f"{citation.article}{_numbers(citation)}"


def _whose(statement: Statement) -> str:
    return f" ({text_of(statement.speaker)})" if statement.speaker else ""


def _numbers(citation: Citation) -> str:
    return f" \\[{', '.join(map(str, citation.sentences))}\\]" if citation.sentences else ""


def _drift(drift: Drift) -> str:
    who = text_of(drift.speaker) if drift.speaker else "The articles themselves"
    cues: Sequence[str] = drift.stronger.cues or ["no hedge"]
    return (
        f"- **{who}**: {_STEPS[drift.direction]} ({plural(drift.strength, 'step')}).\n"
        f"  - {_places(drift.weaker.citation)}: {_short(drift.weaker.citation.text)} "
        f"({text_of(', '.join(drift.weaker.cues) or 'no hedge')})\n"
        f"  - {_places(drift.stronger.citation)}: {_short(drift.stronger.citation.text)} ({text_of(', '.join(cues))})"
    )


def _called(article: DossierArticle) -> str:
    return f"{article.id} {text_of(article.title or article.path or article.sha256[:12])}"


def _short(text: str) -> str:
    return text_of(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …")
