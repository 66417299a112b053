"""A statement is negated."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import PAST_TO_BASE, THIRD_TO_BASE
from benchmarks.verifier.texts import negated, once, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    text = case.statement
    if negated(text):
        return
    for word in ("will", "would", "is", "are", "was", "were"):
        match = once(text, word)
        if match:
            yield case.with_statement(replaced(text, *match.span(), f"{word} not"))
    for match in re.finditer(
        r"\b(has|have|had)(?= \w+ed\b| (?:won|sold|bought|been|taken|made|given|spent|cut|begun|lost)\b)", text
    ):
        yield case.with_statement(replaced(text, *match.span(), f"{match[1]} not"))
    for past, base in PAST_TO_BASE.items():
        match = re.match(rf"((?:[A-Z][\w&.’'-]*,? ){{1,5}}){past}\b(?! (?:by|from)\b)", text)
        if match:
            yield case.with_statement(f"{match[1]}did not {base}{text[match.end() :]}")
    for third, base in THIRD_TO_BASE.items():
        match = re.match(rf"((?:[A-Z][\w&.’'-]*,? ){{1,5}}){third}\b", text)
        if match:
            yield case.with_statement(f"{match[1]}does not {base}{text[match.end() :]}")


OPERATOR = operator(
    "negation_inserted", "A statement is negated.", ("negation_altered", "statement_unsupported", "certainty_altered")
)(make)
