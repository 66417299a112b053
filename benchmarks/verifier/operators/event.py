"""A deal's date is given for another event: expected for done, signed for closed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import with_path


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    other = {"expected_close": "closed", "closed": "expected_close", "terminated": "signed", "signed": "terminated"}
    for place, entry in enumerate(case.draft.get("dates", ())):
        if entry["event"] in other:
            yield with_path(case.draft, ("dates", place, "event"), other[entry["event"]])


OPERATOR = operator(
    "event",
    "A deal's date is given for another event: expected for done, signed for closed.",
    ("event_altered",),
    ("deals",),
)(make)
