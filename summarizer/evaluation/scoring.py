"""One article's output against its gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summarizer.evaluation.comparing import Names
from summarizer.evaluation.documents import Document
from summarizer.evaluation.fields import compared, score_field, shown
from summarizer.evaluation.likeness import pair_up
from summarizer.evaluation.results import Count, Difference, DocumentScore, FieldScore, KindScore, Unmatched
from summarizer.fields import Record
from summarizer.schema import NEWS


def score_document(gold: Document, output: Document | None) -> DocumentScore:
    """The score of the sections that `gold` has; without an output all its records count as missed."""
    names = Names([party.name, *party.aliases] for party in _parties(gold) if party.name)
    same_text = output is None or not (gold.sha256 and output.sha256 and gold.sha256 != output.sha256)
    kinds: dict[str, KindScore] = {}
    missed: list[Unmatched] = []
    spurious: list[Unmatched] = []
    different: list[Difference] = []
    for section, wanted in gold.sections.items():
        given = output.sections.get(section, []) if output else []
        pairs = pair_up(section, wanted, given, names, same_text=same_text)
        scores: dict[str, FieldScore] = {}
        for row, column in pairs:
            path = _path(section, column)
            for field, compare in compared(section, wanted[row], same_text=same_text).items():
                one, other = getattr(wanted[row], field), getattr(given[column], field)
                score = score_field(one, other, compare, names)
                scores[field] = scores.get(field, FieldScore()) + score
                if not score.agreed:
                    near = score.close == score.exact.gold == score.exact.output
                    different.append(Difference(gold.article, f"{path}.{field}", shown(one), shown(other), near=near))
        rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
        counted = Count(len(wanted), len(given), len(pairs))
        kinds[section] = KindScore(counted, _in_order(section, scores), _by_verdict(given, columns))
        missed += _unmatched(gold.article, section, wanted, rows)
        spurious += _unmatched(gold.article, section, given, columns)
    return DocumentScore(
        gold.article,
        gold.name,
        output.name if output else None,
        kinds,
        tuple(missed),
        tuple(spurious),
        tuple(different),
    )


def _parties(gold: Document) -> Sequence[Any]:
    return gold.sections.get("parties", [])


def _path(section: str, at: int) -> str:
    return section if NEWS.sections[section].single else f"{section}[{at}]"


def _in_order(section: str, scores: Mapping[str, FieldScore]) -> dict[str, FieldScore]:
    """The fields in the order of the record, whichever of its pairs had which."""
    order = list(NEWS.sections[section].record.model_fields)
    names = [name for name in order if name != "evidence"] + ["evidence"]
    return {name: scores[name] for name in names if name in scores}


def _by_verdict(records: Sequence[Record], matched: set[int]) -> dict[str, Count]:
    """How many records have which verdict, and how many of them were matched."""
    counts: dict[str, Count] = {}
    for at, record in enumerate(records):
        if record.verdict:
            name = record.verdict.value
            counts[name] = counts.get(name, Count()) + Count(output=1, right=int(at in matched))
    return counts


def _unmatched(article: str, section: str, records: Sequence[Record], matched: set[int]) -> list[Unmatched]:
    return [
        Unmatched(article, _path(section, at), _words(record), record.verdict.value if record.verdict else None)
        for at, record in enumerate(records)
        if at not in matched
    ]


def _words(record: Any) -> str:
    """What a record says, in short."""
    if hasattr(record, "statement"):
        return str(record.statement)
    if hasattr(record, "speaker"):
        return f"“{record.text}” — {record.speaker or 'nobody'}"
    if hasattr(record, "subject"):
        parties = ", ".join(f"{party.role} {party.name}" for party in record.parties or [])
        rest = [words for words in (shown(record.value), record.subject) if words]
        return f"{record.kind or 'deal'}: {'; '.join([parties, *rest])}"
    return str(record.name if hasattr(record, "name") else record.text)
