"""A speaker gets the job of another, or one that nobody has."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import JOBS
from benchmarks.verifier.texts import key_words


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    role = case.draft.get("role")
    if not role:
        return
    jobs = {
        draft["role"]
        for section, draft in case.siblings
        if section == "quotes"
        and draft.get("role")
        and not key_words(draft["speaker"]) & key_words(case.draft["speaker"])
    }
    for other in sorted(jobs):
        if not key_words(other) & key_words(role):
            yield case.having(role=other)
    yield case.having(role=chance.choice([job for job in JOBS if job not in case.article.text.lower()]))


OPERATOR = operator(
    "job",
    "A speaker gets the job of another, or one that nobody has.",
    ("job_altered", "text_altered", "text_unsupported"),
    ("quotes",),
)(make)
