"""What changes hands is something that the article does not name."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    yield case.having(
        subject=chance.choice(
            ("its cold-storage warehouses in Antwerp", "the bottling plant near Lucerne", "a fleet of nine ferries")
        )
    )


OPERATOR = operator(
    "subject",
    "What changes hands is something that the article does not name.",
    ("text_altered", "text_unsupported", "name_altered", "name_unsupported"),
    ("deals",),
)(make)
