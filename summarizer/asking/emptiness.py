"""Answers without a record about text that plainly has news: a weak model's, which would pass for good ones."""

from __future__ import annotations

from collections.abc import Collection

from summarizer.article import Article
from summarizer.asking.asker import Asker
from summarizer.asking.gathered import Gathered
from summarizer.fields import Record
from summarizer.models.base import Question
from summarizer.schema import NEWS, Sections
from summarizer.verifier import verify_sections

TELLING = ("deals", "quotes")
"""The sections of the news schema in which the offline rules are seldom wrong."""
NOT_COUNTED = "headline"
"""Taken from the article where the answer has none."""


async def found_by_rules(article: Article, sections: Collection[str]) -> Sections:
    """What the offline rules find of these sections of the news schema, verified."""
    from summarizer.models.offline import OfflineModel

    answer = await OfflineModel().answer(Question("extract", article, NEWS, NEWS.wire))
    drafts = NEWS.drafts(answer.data)
    return verify_sections({name: drafts[name] for name in sections}, article)


async def note_empty(asker: Asker, gathered: Gathered) -> None:
    """Notes each section of the article about which the model wrote no record though the offline rules find deals or
    words of somebody in it that hold."""
    if asker.prompts is None or asker.schema != NEWS:
        return
    counted = [name for name in gathered.sections if name != NOT_COUNTED]
    written = gathered.by_home(counted)
    empty = [chunk for home, chunk in enumerate(gathered.chunks) if not written[home]]
    if not empty:
        return
    found = await found_by_rules(asker.article, TELLING)
    for chunk in empty:
        numbers = set(chunk.numbers)
        missed = {
            name: count
            for name, records in found.items()
            if (count := sum(_holds(one) and not numbers.isdisjoint(one.evidence) for one in records))
        }
        if missed:
            where = "" if asker.is_whole(chunk) else f" about {chunk.words()}"
            what = " and ".join(f"{count} {name if count > 1 else name[:-1]}" for name, count in missed.items())
            asker.note(
                f"the model's answer{where} has no record, though the offline rules find {what} there: "
                "take another model, or name one with `--fallback`, which is asked then"
            )


def _holds(record: Record) -> bool:
    return record.verdict is not None and not record.verdict.faulty
