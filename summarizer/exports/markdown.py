"""A result as Markdown: a brief that reads like an analyst's note."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.escaping import markdown_text as text_of
from summarizer.exports.brief import Chapter, lay_out
from summarizer.exports.brief_entries import Entry
from summarizer.records import Result
from summarizer.verdicts import Verdict


def to_markdown(result: Result) -> str:
    """`result` as a Markdown document that ends with a line break.

    Numbers in brackets are those of the cited sentences. Records that are not verified are marked where they stand.
    Whatever the article, the model or a file's name holds is shown as text: it makes no heading, link, or HTML.
    """
    brief = lay_out(result)
    blocks = [f"# {text_of(brief.title)}{_cited(brief.headline)}"]
    if brief.headline and (mark := _mark(brief.headline)):
        blocks.append(mark)
    blocks.append(" · ".join(text_of(item) for item in brief.about))
    for chapter in brief.chapters:
        blocks.append(f"## {text_of(chapter.title)}")
        blocks += _CHAPTER[chapter.entries[0].shape](chapter)
    blocks.append(f"---\n\n{brief.tally}")
    return "\n\n".join(blocks) + "\n"


def _sentences(chapter: Chapter) -> Iterator[str]:
    """One paragraph, broken only where a sentence is doubtful."""
    run: list[str] = []
    for entry in chapter.entries:
        run.append(" ".join(text_of(words) for words in (entry.text, entry.aside) if words) + _cited(entry))
        if mark := _mark(entry):
            yield " ".join(run)
            yield mark
            run = []
    if run:
        yield " ".join(run)


def _cards(chapter: Chapter) -> Iterator[str]:
    for entry in chapter.entries:
        yield f"### {text_of(entry.text)}{_cited(entry)}"
        if entry.rows:
            rows = [f"| {text_of(label)} | {text_of(value)} |" for label, value in entry.rows]
            yield "\n".join(["| | |", "| --- | --- |", *rows])
        if mark := _mark(entry):
            yield mark


def _quotes(chapter: Chapter) -> Iterator[str]:
    for entry in chapter.entries:
        figures = "".join(f"\n> {line}" for line in _figures(entry))
        yield f"> {text_of(entry.text)}\n>\n> — {text_of(entry.aside)}{_cited(entry)}" + (figures and f"\n>{figures}")
        if mark := _mark(entry):
            yield mark


def _points(chapter: Chapter) -> Iterator[str]:
    lines = []
    for entry in chapter.entries:
        aside = f" — {text_of(entry.aside)}" if entry.aside else ""
        lines.append(f"- {text_of(entry.text)}{aside}{_cited(entry)}")
        lines += [f"  {line}" for line in _figures(entry)]
        if mark := _mark(entry):
            lines.append(f"\n  {mark}\n")
    yield "\n".join(lines).rstrip("\n")


def _figures(entry: Entry) -> Iterator[str]:
    for label, value in entry.rows:
        yield f"- {text_of(label)}" + (f": {text_of(value)}" if value else "")


_CHAPTER = {"sentence": _sentences, "card": _cards, "quote": _quotes, "point": _points}


def _cited(entry: Entry | None) -> str:
    numbers = ", ".join(str(number) for number in entry.citations) if entry else ""
    return f" \\[{numbers}\\]" if numbers else ""


def _mark(entry: Entry) -> str:
    """What to say of an entry that is not verified, in one line; nothing of one that is."""
    if entry.verdict in (None, Verdict.VERIFIED) or entry.marked:
        return ""
    why = " ".join(text_of(remark) for remark in entry.remarks)
    if entry.verdict is Verdict.INFERRED:
        return f"*Inferred.* {why}".rstrip()
    return f"**⚠ {entry.verdict.value.capitalize()}.** {why}".rstrip()
