"""One run: every right record untouched and varied, and every corruption of it, through the verifier."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from benchmarks.verifier.cases import Case, Outcome, judge
from benchmarks.verifier.corruption import Operator
from benchmarks.verifier.variants import VARIANTS

UNTOUCHED = "untouched"


@dataclass(frozen=True)
class Plan:
    """What a run looks at."""

    seed: int = 1
    operators: Sequence[Operator] = ()
    a_record: int = 2
    """Drafts of one operator for one record at most; those written by hand are always all taken."""
    a_source: int = 150
    """Drafts of one operator for one source at most."""
    variants: bool = True


@dataclass
class Results:
    right: list[Outcome] = field(default_factory=list)
    """Untouched and harmlessly varied records."""
    wrong: list[Outcome] = field(default_factory=list)
    """Corruptions."""


def run(sources: Mapping[str, Sequence[Case]], plan: Plan) -> Results:
    """Everything that the plan asks for; the same for the same seed and sources."""
    results = Results()
    for cases in sources.values():
        results.right.extend(outcomes((case, UNTOUCHED, case.draft) for case in cases))
        if plan.variants:
            results.right.extend(outcomes(varied(cases, plan.seed)))
        for operator in plan.operators:
            results.wrong.extend(outcomes(corrupted(cases, operator, plan)))
    return results


def corrupted(cases: Sequence[Case], operator: Operator, plan: Plan) -> Iterator[tuple[Case, str, dict[str, object]]]:
    """The drafts of one operator over the cases of one source: a seeded sample of all that it can make."""
    made = [(case, operator.name, draft) for case in cases for draft in operator.drafts(case, plan.seed, plan.a_record)]
    if len(made) > plan.a_source:
        made = random.Random(f"{plan.seed}/{operator.name}").sample(made, plan.a_source)
    yield from made


def varied(cases: Sequence[Case], seed: int) -> Iterator[tuple[Case, str, dict[str, object]]]:
    for name, variant in VARIANTS.items():
        for case in cases:
            for draft in variant(case, random.Random(f"{seed}/{name}/{case.key}")):
                if draft != case.draft:
                    yield case, name, draft


def outcomes(drafts: Iterable[tuple[Case, str, dict[str, object]]]) -> Iterator[Outcome]:
    for case, label, draft in drafts:
        try:
            yield judge(case, label, draft)
        except ValidationError as fault:
            raise AssertionError(f"{label} of {case.key} makes no record: {fault}") from fault
