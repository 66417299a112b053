"""The walk over somebody else's JSON: each value to its check, and what was found told by its path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summarizer.errors import ConfigurationError
from summarizer.foreign.evidence import Evidence, no_offsets, offsets_of, read_evidence
from summarizer.foreign.leaf_checks import check_leaf, kind_of
from summarizer.foreign.mapping import FieldSpec, Group
from summarizer.foreign.own_records import checked, draft_of
from summarizer.foreign.paths import Steps, found, joined
from summarizer.foreign.plan import Matched, Plan
from summarizer.foreign.readings import why_unchecked
from summarizer.foreign.results import ForeignValue, Unchecked
from summarizer.foreign.source import SourceText
from summarizer.verdicts import Finding, worst
from summarizer.verifier.citations import mend_citation
from summarizer.verifier.index import Place
from summarizer.verifier.notes import Held, Note, Supported, span

DEEPEST = 200
"""Levels of objects and lists in one another."""
_NO_PLAN = Plan()
_EVIDENCE: Steps = ("evidence",)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a value has from what it lies in."""

    path: str = ""
    key: str = ""
    depth: int = 0
    spec: FieldSpec | None = None
    evidence: Evidence | None = None
    ignore: bool = False
    taken: frozenset[str] = frozenset()
    """Paths that are part of something already."""


class Checking:
    """One extraction against one article; `items` and `unchecked` fill as it is walked."""

    def __init__(self, source: SourceText, name: str) -> None:
        self.source = source
        self.name = name
        self.items: list[ForeignValue] = []
        self.unchecked: list[Unchecked] = []
        self.matched = Matched()
        self._known: dict[tuple[object, ...], tuple[list[Finding], list[tuple[str, Place]], list[int]]] = {}

    def walk(self, document: Any, plan: Plan, path: str = "") -> None:
        """Checks every value of `document`.

        Raises `ConfigurationError` where it is nested too deeply.
        """
        stack: list[tuple[Any, Plan, _Setting]] = [(document, plan, _Setting(path))]
        self.matched.seen.add(id(plan))
        while stack:
            value, known, setting = stack.pop()
            if setting.depth > DEEPEST:
                raise ConfigurationError(f"{self.name} is nested too deeply: more than {DEEPEST} levels")
            if isinstance(value, Mapping | list):
                stack.extend(reversed(self._below(value, known, setting)))
            elif known.group is None or not known.group.kind or not self._record(value, known.group, setting):
                self._leaf(value, known.spec or setting.spec, setting)

    def _below(
        self, value: Mapping[str, Any] | list[Any], plan: Plan, setting: _Setting
    ) -> list[tuple[Any, Plan, _Setting]]:
        """What lies right below an object or a list and is not part of something already."""
        if not value:
            self.matched.bare.add(id(plan))
            self.unchecked.append(Unchecked(path=setting.path or "the document", why="empty"))
            return []
        group = plan.group
        spec = plan.spec or setting.spec
        taken: set[str] = set()
        if isinstance(value, Mapping):
            setting = self._with_evidence(value, group, setting, taken)
            if group is not None:
                setting = replace(setting, ignore=group.ignore_rest)
                if group.kind and (spec is None or spec.kind != "ignore"):
                    taken |= self._record(value, group, setting)
            taken |= self._beside(value, plan, setting)
        if taken:
            setting = replace(setting, taken=setting.taken | taken)
        steps: Iterable[str | int] = value if isinstance(value, Mapping) else range(len(value))
        below = []
        for step in steps:
            path = joined(setting.path, step if isinstance(step, int) else str(step))
            child = plan.at(step)
            if child is not None:
                self.matched.seen.add(id(child))
            if path not in setting.taken:
                key = str(step) if isinstance(value, Mapping) else setting.key
                inner = replace(setting, path=path, key=key, depth=setting.depth + 1, spec=spec)
                below.append((value[step], child or _NO_PLAN, inner))  # type: ignore[index]
        return below

    def _with_evidence(
        self, value: Mapping[str, Any], group: Group | None, setting: _Setting, taken: set[str]
    ) -> _Setting:
        steps = group.evidence if group is not None and group.evidence else _EVIDENCE
        for path, given in found(value, steps, setting.path):
            evidence = read_evidence(given, path, self.source)
            if evidence is None:
                if group is not None and group.evidence and given not in (None, "", []):
                    raise ConfigurationError(
                        f"{self.name}: {path} holds no evidence: sentence numbers, words of the article, "
                        'or offsets such as {"start": 0, "end": 9}'
                    )
                continue
            taken.add(path)
            if evidence.notes:
                self._add(path, "evidence", given, evidence.notes, None)
            return replace(setting, evidence=evidence)
        return setting

    def _record(self, value: Any, group: Group, setting: _Setting) -> set[str]:
        """Checks `value` as one of our records; the paths that it takes up, none where it is no such record."""
        numbers = setting.evidence.numbers if setting.evidence else ()
        draft = draft_of(value, setting.path, group, numbers, self.source)
        self.matched.slots.setdefault(id(group), set()).update(draft.filled)
        if draft.record is None:
            return set()
        self.unchecked.extend(draft.unchecked)
        path = setting.path or "the document"
        self.items.append(
            checked(draft.record, draft.paths, path, str(group.kind), value, self.source, cited=bool(numbers))
        )
        return draft.taken

    def _beside(self, value: Mapping[str, Any], plan: Plan, setting: _Setting) -> set[str]:
        """The paths of fields that are read together with others: a currency, a speaker, offsets."""
        return {
            path
            for key in value
            if (child := plan.at(key)) is not None and child.spec is not None and child.spec.beside
            if not isinstance(value[key], Mapping | list)
            for path in self._read_together(key, value, child.spec, setting)
        }

    def _read_together(self, key: str, value: Mapping[str, Any], spec: FieldSpec, setting: _Setting) -> set[str]:
        """Checks one field with those that are named beside it."""
        places = {
            option: next(found(value, steps, setting.path), None)
            for option in ("speaker", "affiliation", "currency", "unit", "start", "end")
            if (steps := getattr(spec, option)) is not None
        }
        there = {option: given for option, given in places.items() if given is not None}
        missing = next((option for option in places if option not in there), None)
        path = joined(setting.path, key)
        if missing is not None and not there:
            # None of them in this record: the field stands for itself.
            self._leaf(value[key], FieldSpec(spec.kind, scale=spec.scale), replace(setting, path=path, key=key))
            return {path}
        if spec.speaker is not None and "speaker" in there and isinstance(value[key], str):
            names = {"text": (path, value[key]), **there}
            self._quotation(names, setting)
        else:
            self._leaf(
                value[key],
                spec,
                replace(setting, path=path, key=key),
                {option: given for option, (_, given) in there.items()},
            )
        return {path, *(where for where, _ in there.values())}

    def _quotation(self, names: Mapping[str, tuple[str, Any]], setting: _Setting) -> None:
        path, text = names["text"]
        slots = {slot: ((slot,), slot) for slot in names}
        group = Group(kind="quote", slots=slots)
        numbers = setting.evidence.numbers if setting.evidence else ()
        draft = draft_of({slot: given for slot, (_, given) in names.items()}, "", group, numbers, self.source)
        if draft.record is None:
            self._leaf(text, FieldSpec("quotation"), replace(setting, path=path))
            return
        paths = {ours: names[theirs][0] for ours, theirs in draft.paths.items()}
        self.items.append(checked(draft.record, paths, path, "quotation", text, self.source, cited=bool(numbers)))

    def _leaf(
        self, value: Any, spec: FieldSpec | None, setting: _Setting, beside: Mapping[str, Any] | None = None
    ) -> None:
        path = setting.path or "the document"
        if spec is None and setting.ignore:
            self.unchecked.append(Unchecked(path=path, why="ignored"))
            return
        why = "ignored" if spec is not None and spec.kind == "ignore" else _why(value, spec, setting.key)
        if why is not None:
            self.unchecked.append(Unchecked(path=path, why=why))
            return
        self.check(path, value, spec, setting.evidence, beside or {})

    def check(
        self,
        path: str,
        value: Any,
        spec: FieldSpec | None,
        evidence: Evidence | None = None,
        beside: Mapping[str, Any] | None = None,
        place: Place | None = None,
        extra: Sequence[Note] = (),
    ) -> None:
        """Checks one value and notes what was found. The same value is looked up once."""
        mapped = spec is not None
        spec = spec or FieldSpec(kind_of(value))
        beside = dict(beside or {})
        notes: list[Note] = list(extra)
        if "start" in beside:
            place = offsets_of(beside["start"], beside["end"], self.source) if "end" in beside else None
            if place is None and beside["start"] is not None:
                notes.append(no_offsets(path, beside["start"], beside.get("end"), self.source))
        numbers = evidence.numbers if evidence else ()
        known = None if notes else _key(value, spec, beside, numbers, place, mapped)
        if known is not None and known in self._known:
            self._again(path, spec.kind, value, known)
            return
        cited = self.source.cited(numbers)
        notes += check_leaf(path, value, spec, beside, cited, self.source, place=place, mapped=mapped)
        self._add(path, spec.kind, value, notes, evidence)
        if known is not None:
            item = self.items[-1]
            self._known[known] = (
                item.findings,
                [(one.field, (one.start, one.end)) for one in item.spans],
                item.evidence,
            )

    def _again(self, path: str, kind: str, value: Any, known: tuple[object, ...]) -> None:
        findings, places, evidence = self._known[known]
        self.items.append(
            ForeignValue.model_construct(
                path=path,
                kind=kind,
                value=value,
                evidence=evidence,
                spans=[span(self.source.article, path, place) for _, place in places],
                findings=[one.model_copy(update={"field": path}) for one in findings],
                verdict=worst([one.verdict for one in findings]),
            )
        )

    def _add(self, path: str, kind: str, value: Any, notes: Iterable[Note], evidence: Evidence | None) -> None:
        """One more value with what its check noted; where evidence was given, the citation is mended."""
        findings, places, more = list[Finding](), list[Place](), set[int]()
        for note in notes:
            if isinstance(note, Finding):
                findings.append(note)
            elif isinstance(note, Held):
                places.extend(place for place in note.places if place not in places)
            elif isinstance(note, Supported):
                more.update(note.sentences)
        more.update(self.source.sentences_at(places))
        given = evidence.numbers if evidence else ()
        numbers = sorted(more)
        if given and not any(one.verdict.faulty for one in findings):
            held = bool(more & set(given)) or not more
            numbers, remarks = mend_citation(given, more, held=held, index=self.source.index)
            findings += [one.model_copy(update={"field": path}) for one in remarks]
        elif given:
            numbers = sorted({*given, *more})
        self.items.append(
            ForeignValue.model_construct(
                path=path,
                kind=kind,
                value=value,
                evidence=numbers,
                spans=[span(self.source.article, path, place) for place in places],
                findings=findings,
                verdict=worst([one.verdict for one in findings]),
            )
        )


def _why(value: object, spec: FieldSpec | None, key: str) -> str | None:
    """Why a value is not checked. What somebody mapped is, unless there is nothing in it."""
    if spec is None:
        return why_unchecked(value, key)
    if isinstance(value, bool) and spec.kind == "judgement":
        return None
    return why_unchecked(value, "") if not isinstance(value, str) or not value.strip() else None


def _key(
    value: Any, spec: FieldSpec, beside: Mapping[str, Any], numbers: Sequence[int], place: Place | None, mapped: bool
) -> tuple[object, ...] | None:
    try:
        key = (type(value), value, spec, tuple(sorted(beside.items())), tuple(numbers), place, mapped)
        hash(key)
    except TypeError:
        return None
    return key
