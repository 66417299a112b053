"""A result laid out for reading: what Markdown and the terminal then only have to draw.

Everything in a brief is plain text as the article, the model or the verifier wrote it; whoever draws it escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from summarizer.exports.brief_entries import NO_COMMENT, Entry, entry_of
from summarizer.exports.brief_repeats import Repeats
from summarizer.exports.brief_words import class_words, label
from summarizer.fields import Record
from summarizer.records import Claim, JudgeRun, Quote, Result, Verification
from summarizer.text.folding import folded
from summarizer.verdicts import Verdict


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
    "headline": "Headline",
    "abstract": "In short",
    "deals": "Deals",
    "quotes": "Who said what",
    "claims": "Claims",
    "parties": "Who is who",
}
"""The news sections in the order of reading; sections of other schemas follow under their own names.

The headline has one only where it does not hold, and so cannot be the title.
"""


def lay_out(result: Result) -> Brief:
    """`result` as a brief."""
    headline = getattr(result, "headline", None)
    repeats = Repeats(result)
    entry = entry_of(headline) if isinstance(headline, Record) and holds(headline) else None
    title = entry.text if entry else result.source.title or PurePath(result.source.path or "Article").name
    return Brief(title, entry, tuple(_about(result)), tuple(_chapters(result, repeats)), tally(result.verification))


def holds(record: Record) -> bool:
    """Whether the verifier found nothing in the record that the article says otherwise, or not at all."""
    return record.verdict not in (Verdict.ALTERED, Verdict.UNSUPPORTED)


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


def _chapters(result: Result, repeats: Repeats) -> Iterator[Chapter]:
    sections: dict[str, list[Record]] = {}
    for name in type(result).model_fields:
        value = getattr(result, name)
        if isinstance(value, Record) and (name != "headline" or not holds(value)):
            sections[name] = [value]
        elif isinstance(value, list) and value and all(isinstance(item, Record) for item in value):
            sections[name] = value
    for name in (*_CHAPTERS, *sections):
        records = [record for record in sections.pop(name, ()) if not repeats.told_elsewhere(record)]
        if name == "claims":
            records.sort(key=_weight)
        elif name == "quotes":
            records.sort(key=_is_silence)
        if records:
            title = _CHAPTERS.get(name) or _title_of(name, result)
            yield Chapter(title, tuple(_together(records, repeats)))


def _together(records: Sequence[Record], repeats: Repeats) -> Iterator[Entry]:
    """The entries of a section; all who declined to comment in the same words stand in one."""
    silent: dict[str, Entry] = {}
    for record, entry in zip(records, _entries(records, repeats), strict=True):
        if isinstance(record, Quote) and _is_silence(record) and record.verdict is Verdict.VERIFIED:
            words = folded(record.text)
            before = silent.get(words)
            who = f"{before.aside.removesuffix(NO_COMMENT)}, {record.speaker}{NO_COMMENT}" if before else entry.aside
            cited = dict.fromkeys([*(before.citations if before else ()), *entry.citations])
            silent[words] = replace(before or entry, aside=who, citations=tuple(cited))
        else:
            yield entry
    yield from silent.values()


def _entries(records: Sequence[Record], repeats: Repeats) -> Iterator[Entry]:
    before: tuple[str | None, ...] = ()
    for number, record in enumerate(records, start=1):
        speaker = (record.speaker, record.role, record.affiliation) if isinstance(record, Quote) else ()
        yield entry_of(record, str(number), repeats.of(record), introduced=bool(speaker) and speaker == before)
        before = speaker


def _is_silence(quote: Record) -> bool:
    """Whether it is a quote that only says that somebody did not comment: these come last."""
    return isinstance(quote, Quote) and quote.mode == "no_comment"


def _weight(claim: Record) -> int:
    """The place of a claim among others: what may not be so or not come so first, then figures, views, the rest."""
    if not isinstance(claim, Claim):
        return 0
    if claim.kind not in ("fact", "opinion") or claim.certainty == "denied":
        return 0
    return 2 if claim.kind == "opinion" else 1 if claim.figures else 3


def _title_of(section: str, result: Result) -> str:
    records_of: str | None = getattr(result, "records_of", None)
    return class_words(records_of) if records_of and section == "items" else label(section)
