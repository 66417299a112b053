"""Citations: what an article says, and where, from the spans of a record or from a place in its text."""

from __future__ import annotations

from summarizer.dossier.model import Citation
from summarizer.dossier.stories import Story
from summarizer.fields import Record
from summarizer.verdicts import Span


def article_id(place: int) -> str:
    """What the story at a place is called in a dossier."""
    return f"a{place + 1}"


def of_field(place: int, path: str, record: Record, field: str, text: str) -> Citation:
    """A field of a record, at its own span and in the sentence there; with its text alone, and all sentences of the
    record, where it has none."""
    span = next((span for span in record.spans if span.field == field), None)
    return Citation(
        article=article_id(place),
        sentences=record.evidence if span is None else _holding(record, span),
        start=span.start if span else None,
        end=span.end if span else None,
        text=span.text if span else text,
        record=path,
        verdict=record.verdict,
    )


def _holding(record: Record, span: Span) -> list[int]:
    """The cited sentences that hold `span`; all that are cited where none does."""
    cited = [one for one in record.spans if one.field == "evidence"]
    if len(cited) != len(record.evidence):
        return record.evidence
    pairs = zip(record.evidence, cited, strict=True)
    return [number for number, one in pairs if one.start < span.end and span.start < one.end] or record.evidence


def of_record(place: int, path: str, record: Record, text: str) -> Citation:
    """A record by its first cited sentence; `text` is shown for it."""
    span = next((span for span in record.spans if span.field == "evidence"), None)
    return Citation(
        article=article_id(place),
        sentences=record.evidence,
        start=span.start if span else None,
        end=span.end if span else None,
        text=span.text if span else text,
        record=path,
        verdict=record.verdict,
    )


def of_place(place: int, story: Story, start: int, end: int) -> Citation:
    """Words of the text that no record holds."""
    number = story.number_at(start)
    return Citation(
        article=article_id(place),
        sentences=[] if number is None else [number],
        start=start,
        end=end,
        text=story.text[start:end],
    )


def of_sentence(place: int, story: Story, number: int) -> Citation | None:
    """A whole sentence, None where it is not known."""
    sentence = story.sentence(number)
    return None if sentence is None else of_place(place, story, sentence.start, sentence.end)
