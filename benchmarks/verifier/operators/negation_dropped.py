"""A statement loses its negation."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import NEGATIONS
from benchmarks.verifier.texts import WORD, swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft.get("certainty") == "denied":
        # Beside "denied" the statement may be what is denied, without a negation of its own.
        return
    text = case.statement
    pairs = (
        (
            r"(will|would|is|are|was|were|has|have|had|did|does|do|can|could|should) not"
            r"(?! (?:only|just|all|every))",
            r"\1",
        ),
        (r"(is|are|was|were|has|have|had|did|does|do|could|would)n['’]t", r"\1"),
        (r"cannot", "can"),
        (r"no longer", "still"),
        (r"never", "always"),
        (r"[Nn]obody", "everybody"),
        (r"neither (\w+) nor", r"both \1 and"),
        (r"without", "with"),
        (r"no (\w+s) (are|were)", r"\1 \2"),
        (r"declined to", "agreed to"),
        (r"failed to", "managed to"),
        (r"refused to", "agreed to"),
    )
    words = [word for word in WORD.findall(text.lower()) if word in NEGATIONS or word.endswith(("n't", "n’t"))]
    if len(words) == 1:
        yield from (case.with_statement(new) for new in swapped(text, pairs))


OPERATOR = operator(
    "negation_dropped",
    "A statement loses its negation.",
    ("negation_altered", "statement_unsupported", "certainty_altered"),
)(make)
