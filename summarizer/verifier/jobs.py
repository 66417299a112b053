"""In what job the speaker of a quote speaks."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.fields import FieldKind, Leaf
from summarizer.text.first_names import pronoun_of
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.job_letters import same_job
from summarizer.verifier.judgements import unproven
from summarizer.verifier.names import said_elsewhere_of, said_of_another, same, stands
from summarizer.verifier.notes import Note, find
from summarizer.verifier.quotes import quote_of
from summarizer.verifier.wording import stems_of


def check_job(case: Case) -> Iterator[Note]:
    """The role must be the speaker's and not that of a person named beside it."""
    record = quote_of(case)
    places = case.places.get("role")
    if record.role is None or not places:
        return
    index = case.index
    place = places[0][0], places[-1][1]
    told = index.directory.described(index.directory.fullest(record.speaker))[0]
    agrees = told and (stems_of(told) & stems_of(record.role) or same_job(told, record.role))
    other = said_of_another(place, [record.speaker], index)
    if (
        other is not None
        and (name_kind(other.text) == "person" or not _near_one(record.speaker, place, index))
        and name_kind(other.text) in ("person", "other")
        and not said_elsewhere_of(place, [record.speaker], index)
    ):
        yield _wrong_job(case, other.text, (min(place[0], other.start), max(place[1], other.end)))
    elif other is None and told and not agrees and not stands([record.speaker], index.sentences_of(place), index):
        if is_said_by_pronoun(place, record.speaker, index):
            yield unproven(Leaf("role", FieldKind.VERBATIM, record.role))
        else:
            yield _wrong_job(case, None, place, told)
    elif not agrees and not _is_beside(record.speaker, place, index):
        yield unproven(Leaf("role", FieldKind.VERBATIM, record.role))


_BY_PRONOUN = pattern(r"\b(?P<who>[Hh]e|[Ss]he)(?:['’]s|\s(?:is|became|was))\s(?:[a-z]+\s){0,3}\Z")
_NAMED_BEFORE = 6
"""Sentences before a pronoun in which whom it stands for may be named last."""


def is_said_by_pronoun(place: Place, person: str, index: Index) -> bool:
    """Whether "he is now" or the like leads on to these words, which may mean the person, named shortly before."""
    number = index.sentences_of(place)[0]
    found = _BY_PRONOUN.search(index.text, index.sentences[number - 1].start, place[0])
    if found is None or pronoun_of(index.directory.fullest(person)) not in (None, found["who"].lower()):
        return False
    return stands([person], range(max(1, number - _NAMED_BEFORE), number + 1), index)


_BESIDE = 30
"""Characters between a speaker's name and his job."""


def _is_beside(speaker: str, place: Place, index: Index) -> bool:
    """Whether the job stands near the speaker's name, with nobody else between."""
    near = index.names_in((max(0, place[0] - 4 * _BESIDE), place[1] + 4 * _BESIDE))
    before = [name for name in near if name.end <= place[0]][-1:]
    behind = [name for name in near if name.start >= place[1]][:1]
    return any(
        same(name.text, speaker, index) and max(name.start - place[1], place[0] - name.end) <= _BESIDE
        for name in (*before, *behind)
    )


def _near_one(said: str, place: Place, index: Index) -> bool:
    return stands([said], index.sentences_of(place), index)


def _wrong_job(case: Case, other: str | None, place: Place, told: str = "") -> Finding:
    record = quote_of(case)
    says = f"says {quoted(record.role)} of {quoted(other)}" if other else f"calls the speaker {quoted(told)}"
    return find(
        Code.JOB_ALTERED,
        "role",
        f"The article {says}; the record has {quoted(record.role)} of {quoted(record.speaker)}.",
        said=record.role,
        article=case.index.article,
        place=place,
    )
