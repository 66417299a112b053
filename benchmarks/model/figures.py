"""The figures that a model is judged by, with what is to be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.model.pairs import same_part, sides
from benchmarks.model.runs import Done
from summarizer.evaluation import Evaluation
from summarizer.evaluation.comparing import Names, words_of
from summarizer.evaluation.fields import compared, score_field
from summarizer.fields import Record

DEAL_FIELDS = ("kind", "status", "parties", "subject", "value")
TOLD = 0.6
"""The share of a claim's words from which the records that cite its sentences are taken to tell it."""


@dataclass(frozen=True)
class Figure:
    """A share, of how many, and the least that is wanted of it."""

    name: str
    right: int
    of: int
    target: float | None = None
    exact: int | None = None
    """Those of `right` that are the same and not only near."""

    @property
    def share(self) -> float | None:
        """None where there is nothing to be right."""
        return self.right / self.of if self.of else None


def of_gold(evaluation: Evaluation, runs: Iterable[Done]) -> Iterator[Figure]:
    """What own gold says of the runs."""
    runs = list(runs)
    kinds = evaluation.kinds
    found = {name: kinds[name].records for name in ("deals", "quotes", "claims") if name in kinds}
    if "deals" in found:
        yield Figure("deals found", found["deals"].right, found["deals"].gold, 0.98)
        yield _deal_fields(runs)
    if "quotes" in found:
        yield Figure("quotes found", found["quotes"].right, found["quotes"].gold, 0.97)
        speaker = kinds["quotes"].fields.get("speaker")
        if speaker is not None:
            yield Figure("speakers right", speaker.close, speaker.exact.gold, 0.98, speaker.exact.right)
    if "claims" in found:
        yield Figure("claims found", found["claims"].right, found["claims"].gold, 0.9)
        told = Counter(_told(runs))
        yield Figure("claims told", told[True], told.total(), 0.9)


def _deal_fields(runs: Iterable[Done]) -> Figure:
    """Fields of the deals that were found: kind, status, subject, value, and each party with its role.

    Right is what is the same in substance: a name that can stand for gold's, half of the subject's words, the number
    and the currency of the value. What gold has and the output lacks counts as wrong, and so does a party too many.
    """
    right = exact = total = 0
    for done in runs:
        if done.summary is None:
            continue
        for side in sides(done.item.gold, done.summary):
            if side.section != "deals":
                continue
            for column, row in side.pairs.items():
                for field, compare in _deal_comparisons(side.gold[row]):
                    wanted, given = getattr(side.gold[row], field), getattr(side.output[column], field)
                    score = score_field(wanted, given, compare, side.names)
                    right += score.close
                    exact += score.exact.right
                    total += max(score.exact.gold, score.exact.output)
    return Figure("deal fields right", right, total, 0.95, exact)


def _deal_comparisons(deal: Record) -> Iterator[tuple[str, Callable[[Any, Any, Names], Any]]]:
    for field, compare in compared("deals", deal, same_text=True).items():
        if field in DEAL_FIELDS:
            yield field, same_part if field == "parties" else compare


def _told(runs: Iterable[Done]) -> Iterator[bool]:
    """For each claim of gold whether the output's records tell it.

    They may cut it otherwise: as two claims, as a deal's terms, or as a quote. So it counts as told where it was
    paired with a claim, or where the records that cite one of its sentences have most of its words and every word with
    a digit.
    """
    for done in runs:
        for claim_side in () if done.summary is None else sides(done.item.gold, done.summary):
            if claim_side.section != "claims":
                continue
            assert done.summary is not None
            words = [(set(record.evidence), _all_words(record)) for _, record in done.summary.records()]
            found = set(claim_side.pairs.values())
            for row, claim in enumerate(claim_side.gold):
                wanted = set(words_of(claim.statement))  # type: ignore[attr-defined]
                said = set().union(*(each for cited, each in words if cited & set(claim.evidence)))
                numbers = {word for word in wanted if any(letter.isdigit() for letter in word)}
                yield row in found or (numbers <= said and len(wanted & said) >= TOLD * len(wanted))
        if done.summary is None:
            yield from (False for _ in done.item.gold.get("claims") or ())


def _all_words(record: Record) -> frozenset[str]:
    """The words of all the texts of a record, whatever field they are in; not those of its spans."""
    texts: list[str] = []
    stack: list[Any] = [record.model_dump(mode="json", exclude={"spans", "findings", "verdict"})]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return frozenset(words_of(" ".join(texts)))
