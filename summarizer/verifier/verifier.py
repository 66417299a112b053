"""One record's way through its checks: what they yield becomes its spans, findings, citation and verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.fields import FieldKind, Leaf, Record, leaves
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding, Span, worst
from summarizer.verifier.case import Case
from summarizer.verifier.checks import FIELD_CHECKS, left_to_the_record, record_checks
from summarizer.verifier.citations import mend_citation, read_citation
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.judgements import ABSTAINS, check_judgement, shown_choice, unproven
from summarizer.verifier.notes import Filled, Held, Note, Supported, span
from summarizer.verifier.wording import stems_of

_LATE = (FieldKind.STATEMENT, FieldKind.JUDGEMENT)
_STEP = pattern(r"(\w+)|\[(\d+)\]")


@dataclass
class _Ledger:
    """What the checks of one record have yielded so far."""

    index: Index
    given: Sequence[int]
    subjects: Sequence[str]
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, list[Place]] = field(default_factory=dict)
    added: set[int] = field(default_factory=set)
    filled: dict[str, Any] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    held: bool = False
    """Whether any field stands in a sentence that the record cites."""
    _cited: Cited | None = None

    def take(self, notes: Iterable[Note]) -> None:
        for note in notes:
            if isinstance(note, Finding):
                self.findings.append(note)
            elif isinstance(note, Held):
                self._hold(note)
            elif isinstance(note, Supported):
                self.added.update(note.sentences)
            elif isinstance(note, Filled):
                self.filled[note.path] = note.value
            else:
                self.settled.add(note.path)

    def _hold(self, note: Held) -> None:
        for place in note.places:
            if place[0] < place[1] and place not in self.places.setdefault(note.path, []):
                self.places[note.path].append(place)
        if note.cites:
            for place in note.places:
                numbers = self.index.sentences_of(place)
                self.held = self.held or any(number in self.given for number in numbers)
                self.added.update(numbers)

    @property
    def cited(self) -> Cited:
        """The citation as mended so far."""
        if self._cited is None or (self.added and not self.added.issubset(self._cited.numbers)):
            self._cited = Cited(self.index, (*self.given, *self.added), self.subjects)
        return self._cited

    def doubted(self, path: str) -> bool:
        return any(finding.field == path for finding in self.findings)


def verify_record(record: Record, index: Index, parties: Sequence[str] = ()) -> Record:
    """`record` with its spans, findings, verdict, read values and mended citation; the draft's own are ignored.

    `parties` are the names of all parties of the same extraction.
    """
    fields = list(leaves(record))
    given, remarks = read_citation(record.evidence, index)
    ledger = _Ledger(index, given, [str(leaf.value) for leaf in fields if leaf.kind is FieldKind.NAME], remarks)
    _check_fields(record, fields, ledger)
    for check in record_checks(type(record)):
        ledger.take(check(Case(record, ledger.cited, ledger.places, parties)))
    _check_judgements(record, fields, ledger)
    held = ledger.held or (not ledger.added.issubset(given) and _speaks_of_it(fields, given, index))
    evidence, said_of_it = mend_citation(given, ledger.added, held=held, index=index)
    findings = [*ledger.findings, *said_of_it]
    return record.model_copy(
        update={
            **_with_values(record, ledger.filled),
            "evidence": evidence,
            "spans": _spans(evidence, ledger.places, index),
            "verdict": worst([finding.verdict for finding in findings]),
            "findings": findings,
        }
    )


def _check_fields(record: Record, fields: Sequence[Leaf], ledger: _Ledger) -> None:
    """The checks by kind: copied fields first, then statements, each group against the citation as mended before."""
    left = left_to_the_record(type(record))
    checked = [leaf for leaf in fields if leaf.path.split("[")[0] not in left]
    for late in (False, True):
        cited = ledger.cited
        for leaf in checked:
            if (leaf.kind in _LATE) == late and leaf.kind is not FieldKind.JUDGEMENT:
                for check in FIELD_CHECKS[leaf.kind]:
                    ledger.take(check(leaf, cited))


def _check_judgements(record: Record, fields: Sequence[Leaf], ledger: _Ledger) -> None:
    own = bool(record_checks(type(record)))
    cited = ledger.cited
    for leaf in fields:
        if leaf.kind is not FieldKind.JUDGEMENT or leaf.path in ledger.settled or ledger.doubted(leaf.path):
            continue
        if not own:
            ledger.take(check_judgement(leaf, cited))
        elif shown_choice(leaf.value).casefold() not in ABSTAINS:
            ledger.take([unproven(leaf)])


def _speaks_of_it(fields: Sequence[Leaf], given: Sequence[int], index: Index) -> bool:
    """Whether the given sentences share a content word with one of the record's statements."""
    statements = [stems_of(str(leaf.value)) for leaf in fields if leaf.kind is FieldKind.STATEMENT]
    return any(not stems.isdisjoint(index.stems(number)) for stems in statements for number in given)


def _spans(evidence: Sequence[int], places: Mapping[str, Sequence[Place]], index: Index) -> list[Span]:
    spans = [index.evidence(number) for number in evidence]
    spans.extend(span(index.article, path, place) for path, found in places.items() for place in found)
    return spans


def _with_values(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `record` in which values are replaced, with those at these paths; a group before what is in it."""
    fields: dict[str, Any] = {}
    for path in sorted(values, key=len):
        first, *rest = [name or int(at) for name, at in _STEP.findall(path)]
        field = str(first)
        fields[field] = _replaced(fields.get(field, getattr(record, field)), rest, values[path])
    return fields


def _replaced(holder: Any, steps: Sequence[str | int], value: Any) -> Any:
    if not steps:
        return _merged(holder, value)
    first, rest = steps[0], steps[1:]
    if isinstance(holder, BaseModel):
        return holder.model_copy(update={str(first): _replaced(getattr(holder, str(first)), rest, value)})
    items = list(holder)
    items[int(first)] = _replaced(items[int(first)], rest, value)
    return items


def _merged(before: Any, after: Any) -> Any:
    """The new value; of a tuple of values the type is kept by the caller's list."""
    return after if type(before) is type(after) else before
