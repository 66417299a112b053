"""The two sides of a deal change places."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    sides = (
        ("acquirer", "target"),
        ("acquirer", "seller"),
        ("supplier", "customer"),
        ("investor", "investee"),
        ("licensor", "licensee"),
        ("lender", "borrower"),
        ("target", "seller"),
    )
    for one, other in sides:
        roles = [entry["role"] for entry in case.draft["parties"]]
        if one in roles and other in roles:
            turn = {one: other, other: one}
            yield case.having(
                parties=[{**entry, "role": turn.get(entry["role"], entry["role"])} for entry in case.draft["parties"]]
            )


OPERATOR = operator("roles_exchanged", "The two sides of a deal change places.", ("role_altered",), ("deals",))(make)
