"""A claim of another article cites sentences of this one."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    foreign = (
        "The regulator fined the airline for cancelling flights without notice.",
        "Ostravane Partners hired a former minister to lead its lobbying.",
        "Farmers protested against the new tax on fertiliser.",
        "The festival sold all its tickets within an hour.",
        "The bottling plant near Lucerne employs 735 people.",
        "Castrell Energy postponed its bond sale by three weeks.",
        "The strike at the shipyard ended after the union accepted a bonus.",
    )
    fields = {"figures": []} if case.section == "claims" else {}
    for text in chance.sample(foreign, 3):
        yield case.having(**{str(case.statement_field): text}, **fields)


OPERATOR = operator(
    "contents_foreign",
    "A claim of another article cites sentences of this one.",
    (
        "statement_unsupported",
        "name_unsupported",
        "number_unsupported",
        "name_altered",
        "number_altered",
        "date_unsupported",
        "date_altered",
    ),
)(make)
