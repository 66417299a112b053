"""A deal is of another kind."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    other = {
        "acquisition": ("licensing", "supply"),
        "supply": ("acquisition", "financing"),
        "merger": ("supply", "licensing"),
        "investment": ("supply", "licensing"),
        "partnership": ("acquisition", "financing"),
        "licensing": ("merger",),
        "financing": ("supply", "licensing"),
        "divestiture": ("supply", "licensing"),
        "joint_venture": ("financing", "licensing"),
    }
    for kind in other.get(case.draft["kind"], ()):
        yield case.having(kind=kind)


OPERATOR = operator("deal_kind", "A deal is of another kind.", ("kind_altered", "role_altered"), ("deals",))(make)
