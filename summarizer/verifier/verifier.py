"""One record's way through its checks: what they yield becomes its spans, findings, citation and verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from summarizer.fields import FieldKind, Leaf, Record, leaves
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding, Span, Verdict, with_fields, worst
from summarizer.verifier.case import Case
from summarizer.verifier.checks import FIELD_CHECKS, left_to_the_record, record_checks
from summarizer.verifier.citations import mend_citation, read_citation
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.judgements import ABSTAINS, check_judgement, shown_choice, unproven
from summarizer.verifier.notes import Filled, Held, Note, Supported
from summarizer.verifier.wording import stems_of

_STEP = pattern(r"(\w+)|\[(\d+)\]")


class _Ledger:
    """What the checks of one record have yielded so far."""

    __slots__ = (
        "added", "cited", "cited_first", "filled", "findings", "given", "held", "index", "places", "settled", "subjects"
    )  # fmt: skip

    def __init__(self, index: Index, given: Sequence[int], subjects: Sequence[str], findings: list[Finding]) -> None:
        self.index = index
        self.given = given
        self.cited_first = frozenset(given)
        self.subjects = subjects
        self.findings = findings
        self.places: dict[str, list[Place]] = {}
        self.added: set[int] = set()
        self.filled: dict[str, Any] = {}
        self.settled: set[str] = set()
        self.held = False
        """Whether any field stands in a sentence that the record cites."""
        self.cited = Cited(index, given, subjects)
        """The citation as mended so far."""

    def take(self, notes: Iterable[Note]) -> None:
        for note in notes:
            # By class, for these are many and have no subclasses.
            kind = type(note)
            if kind is Held:
                self._hold(note)  # type: ignore[arg-type]
            elif kind is Finding:
                self.findings.append(note)  # type: ignore[arg-type]
            elif kind is Filled:
                self.filled[note.path] = note.value  # type: ignore[union-attr]
            elif kind is Supported:
                self._add(note.sentences)  # type: ignore[union-attr]
            else:
                self.settled.add(note.path)  # type: ignore[union-attr]

    def _hold(self, note: Held) -> None:
        path, cites = note.path, note.cites
        for place in note.places:
            if place[0] < place[1]:
                found = self.places.get(path)
                if found is None:
                    self.places[path] = [place]
                elif place not in found:
                    found.append(place)
            if cites:
                numbers = self.index.sentences_of(place)
                if not self.held:
                    self.held = not self.cited_first.isdisjoint(numbers)
                if not self.added.issuperset(numbers):
                    self._add(numbers)

    def _add(self, numbers: Iterable[int]) -> None:
        """Takes sentences into the citation."""
        added = self.added
        added.update(numbers)
        if not added.issubset(self.cited.numbers):
            self.cited = Cited(self.index, (*self.given, *added), self.subjects)

    def doubted(self, path: str) -> bool:
        return any(finding.field == path for finding in self.findings)


def verify_record(record: Record, index: Index, parties: Sequence[str] = ()) -> Record:
    """`record` with its spans, findings, verdict, read values and mended citation; the draft's own are ignored.

    `parties` are the names of all parties of the same extraction.
    """
    cls = type(record)
    checks, left = record_checks(cls), left_to_the_record(cls)
    copied: list[Leaf] = []
    statements: list[Leaf] = []
    judgements: list[Leaf] = []
    subjects: list[str] = []
    for leaf in leaves(record):
        path, kind, value = leaf
        if kind is FieldKind.JUDGEMENT:
            judgements.append(leaf)
            continue
        if kind is FieldKind.NAME:
            subjects.append(str(value))
        if left and (path in left or ("[" in path and path.partition("[")[0] in left)):
            continue
        (statements if kind is FieldKind.STATEMENT else copied).append(leaf)
    given, remarks = read_citation(record.evidence, index)
    ledger = _Ledger(index, given, subjects, remarks)
    # The copied fields first, then the statements, each group against the citation as mended before.
    take = ledger.take
    for group in (copied, statements):
        cited = ledger.cited
        for leaf in group:
            for field_check in FIELD_CHECKS[leaf[1]]:
                take(field_check(leaf, cited))
    case = None
    for check in checks:
        if case is None or case.cited is not ledger.cited:
            case = Case(record, ledger.cited, ledger.places, parties)
        take(check(case))
    if judgements:
        _check_judgements(judgements, ledger, own=bool(checks))
    held = ledger.held or (not ledger.added.issubset(given) and _speaks_of_it(record, given, index))
    evidence, said_of_it = mend_citation(given, ledger.added, held=held, index=index)
    findings = [*ledger.findings, *said_of_it]
    update: dict[str, Any] = _with_values(record, ledger.filled) if ledger.filled else {}
    update["evidence"] = evidence
    update["spans"] = _spans(evidence, ledger.places, index)
    update["verdict"] = worst([finding.verdict for finding in findings]) if findings else Verdict.VERIFIED
    update["findings"] = findings
    return with_fields(record, update)


def _check_judgements(judgements: Sequence[Leaf], ledger: _Ledger, *, own: bool) -> None:
    """What no check has settled or doubted yet; `own`: the record's class has checks of its own."""
    cited = ledger.cited
    for leaf in judgements:
        if leaf.path in ledger.settled or (ledger.findings and ledger.doubted(leaf.path)):
            continue
        if not own:
            ledger.take(check_judgement(leaf, cited))
        elif shown_choice(leaf.value).casefold() not in ABSTAINS:
            ledger.take([unproven(leaf)])


def _speaks_of_it(record: Record, given: Sequence[int], index: Index) -> bool:
    """Whether the given sentences share a content word with one of the record's statements."""
    statements = [stems_of(str(leaf.value)) for leaf in leaves(record) if leaf.kind is FieldKind.STATEMENT]
    return any(not stems.isdisjoint(index.stems(number)) for stems in statements for number in given)


def _spans(evidence: Sequence[int], places: Mapping[str, Sequence[Place]], index: Index) -> list[Span]:
    spans = [index.evidence(number) for number in evidence]
    text = index.text
    for path, found in places.items():
        for start, end in found:
            spans.append(Span.of(path, start, end, text))
    return spans


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[str | int, ...]:
    """The fields and the places in lists that lead to a value: "parties[0].name" as parties, 0, name."""
    return tuple(name or int(at) for name, at in _STEP.findall(path))


def _with_values(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `record` in which values are replaced, with those at these paths; a group before what is in it."""
    fields: dict[str, Any] = {}
    for path in sorted(values, key=len):
        first, *rest = _steps(path)
        field = str(first)
        before = fields[field] if field in fields else getattr(record, field)
        fields[field] = _replaced(before, rest, values[path])
    return fields


def _replaced(holder: Any, steps: Sequence[str | int], value: Any) -> Any:
    if not steps:
        return _merged(holder, value)
    first, rest = steps[0], steps[1:]
    if isinstance(holder, BaseModel):
        return with_fields(holder, {str(first): _replaced(getattr(holder, str(first)), rest, value)})
    items = list(holder)
    items[int(first)] = _replaced(items[int(first)], rest, value)
    return items


def _merged(before: Any, after: Any) -> Any:
    """The new value; of a tuple of values the type is kept by the caller's list."""
    return after if type(before) is type(after) else before
