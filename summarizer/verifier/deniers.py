"""Who denies: whether the claimant may be the subject of a word that denies."""

from __future__ import annotations

import re
from functools import partial

from summarizer.text.name_forms import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.case import Case
from summarizer.verifier.claim_proofs import Subject
from summarizer.verifier.clause import Clause
from summarizer.verifier.index import names_in
from summarizer.verifier.names import akin

_UNNAMED = pattern(
    r"\b(?:he|i|it|she|they|we|(?:a|an|both|her|his|its|the|their)\s[a-z]+)(?-i:\s[a-z]+){0,3}\s?\Z", re.IGNORECASE
)
"""A subject right before the verb that names nobody: "he has", "the company also"."""


def denier(claimant: str | None, case: Case) -> Subject:
    """The test whether `claimant` may be whom some words of a clause tell of; everybody may where he is not known."""
    return partial(_may_be, claimant, case)


def _may_be(claimant: str | None, case: Case, clause: Clause, start: int, end: int) -> bool:
    if claimant is None:
        return True
    index, at = case.index, clause.offset
    told = clause.text[start - at : end - at]
    if start == at and (dateline := DATELINE.match(clause.text)):
        told = clause.text[dateline.end() : end - at]
    if _UNNAMED.search(told) and not told.startswith("by "):
        return True
    named = [name.text for name in names_in(told) if name_kind(name.text) != "place"]
    return not named or any(
        akin(claimant, name, index) or index.belongs(claimant, name) or index.belongs(name, claimant) for name in named
    )
