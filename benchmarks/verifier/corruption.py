"""What an operator is, and how its drafts are chosen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.texts import squeezed
from summarizer.verifier.findings import Code

Make = Callable[[Case, random.Random], Iterable[Draft]]

NUMBER_CODES = ("number_altered", "number_unsupported", "text_altered", "text_unsupported")
DATE_CODES = ("date_altered", "date_unsupported", "text_altered", "text_unsupported")
NAME_CODES = ("name_altered", "name_unsupported")
QUOTE_CODES = ("quote_altered", "quote_unsupported")


@dataclass(frozen=True)
class Operator:
    """One way to make a right record wrong."""

    name: str
    does: str
    """What it does, in a sentence."""
    codes: frozenset[str]
    """The codes that name what is wrong; any of them is right."""
    make: Make
    """The wrong drafts of a case; none where the operator does not apply."""
    sections: frozenset[str]

    def drafts(self, case: Case, seed: int, most: int) -> Iterator[Draft]:
        """At most `most` wrong drafts of `case`, those written by hand first; the same for the same seed."""
        written = [{**case.draft, **fields} for name, fields in case.wrong if name == self.name]
        yield from written
        if case.section not in self.sections:
            return
        chance = random.Random(f"{seed}/{self.name}/{case.key}")
        made = [draft for draft in self.make(case, chance) if squeezed(str(draft)) != squeezed(str(case.draft))]
        made = [draft for place, draft in enumerate(made) if draft not in made[:place] and draft not in written]
        yield from chance.sample(made, min(len(made), max(0, most - len(written))))


STATEMENTS = ("headline", "abstract", "claims")


def operator(
    name: str, does: str, codes: Sequence[str], sections: Sequence[str] = STATEMENTS
) -> Callable[[Make], Operator]:
    """Makes an operator of a function that yields wrong drafts."""
    known = {str(code) for code in Code}
    assert set(codes) <= known, set(codes) - known

    def made(make: Make) -> Operator:
        return Operator(name, does, frozenset(codes), make, frozenset(sections))

    return made
