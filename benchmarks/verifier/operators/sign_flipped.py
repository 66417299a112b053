"""A figure's value has the other sign than its words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import PERCENT, with_path


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    up = r"\b(?:rose|rise|rises|climbed|gained|jumped|grew|increased|increase|surged|up|added)\b"
    down = r"\b(?:fell|fall|falls|dropped|declined|slid|lost|sank|decline|down|slumped|decreased|shrank|slipped)\b"
    for place, figure in enumerate(case.draft.get("figures", ())):
        match = PERCENT.search(figure["text"])
        if not match or len(PERCENT.findall(case.statement)) != 1:
            continue
        rising, falling = re.search(up, case.statement), re.search(down, case.statement)
        if bool(rising) == bool(falling):
            continue
        amount = float(match[1].replace(",", "")) * (-1 if rising else 1)
        if falling:
            # The words of a fall hold no sign: a bare positive value is the size of the fall. A plus sign is a rise.
            yield with_path(case.draft, ("figures", place), {**figure, "text": "+" + figure["text"].lstrip("+")})
        else:
            yield with_path(case.draft, ("figures", place), {**figure, "type": "percent", "amount": amount})


OPERATOR = operator(
    "sign_flipped",
    "A figure's value has the other sign than its words.",
    ("sign_altered", "number_altered", "direction_altered", "text_altered", "text_unsupported"),
    ("claims",),
)(make)
