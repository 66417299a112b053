"""Where the words beside a speaker leave open for whom he speaks: "the lawyer", "Their then chief executive".

All of this only keeps an organisation from being called wrong; it proves nothing.
"""

from __future__ import annotations

import re

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.slips import plain_words
from summarizer.text.speech_words import BODY_NOUNS, JOB_HEADS, ORGANISATION_NOUNS
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin
from summarizer.verifier.reach import BODY_PARTS, subject_of

_THE_JOB = pattern(r"\b[Tt]he\s(?:[a-z][\w-]*\s){0,3}?(?P<job>[a-z][\w-]*),\s\Z")
"""Before a name, words that take up somebody who was told of without it: "the lawyer, Jane Roe"."""
_THEIR_JOB = pattern(r"\b[Tt]heir\s(?:[a-z][\w-]*\s){1,4}\Z|\b[Tt]heir\s(?:[a-z][\w-]*\s){0,4}[a-z][\w-]*,\s\Z")
_BEFORE_NAME = 60
_TAKEN_UP = 12
"""Sentences before a name in which its bearer may have been told of first."""
_BACK = 5
"""Sentences that are gone back over those that name no organisation."""
_WHO = pattern(r",\swho(?:['’]s)?\s")


def names_only_organ(body: str) -> bool:
    """Whether the name is that of an organ which every company may have: "Supervisory Board"."""
    return set(plain_words(body)) <= BODY_PARTS


def is_no_house(body: str, index: Index) -> bool:
    """Whether the article uses the name as one of somebody who has the word in it, or who is a "who"."""
    mentions = index.occurrences_of(body)
    labels = [one for one in mentions if index.text[one.end : one.end + 1] == ":" and _opens_line(one, index)]
    return len(labels) >= _FEWEST_LABELS or any(_WHO.match(index.text, one.end) for one in mentions)


_FEWEST_LABELS = 3
"""Lines that begin with a name and a colon from which it is who asks or answers."""


def _opens_line(name: NameSpan, index: Index) -> bool:
    return index.text[max(0, name.start - 1) : name.start] in ("", "\n")


def takes_up(body: str, mention: Place, index: Index) -> bool:
    """Whether a mention of a person takes up somebody whom a sentence before has with the body: "Tarn's lawyer knew it.
    … The lawyer, Jane Roe, said", "Tarn said through a lawyer … The lawyer, Jane Roe, wrote"."""
    found = _THE_JOB.search(index.text, max(0, mention[0] - _BEFORE_NAME), mention[0])
    if found is None or (found["job"] not in JOB_HEADS and not found["job"].startswith("spokes")):
        return False
    number = index.sentences_of(mention)[0]
    job = re.escape(found["job"])
    theirs = re.compile(
        rf"['’]s?\s(?:[a-z][\w-]*\s){{0,2}}{job}\b|[\s,][^.;:“”\"]{{0,60}}\b(?:an?|its)\s(?:[a-z][\w-]*\s)?{job}\b"
    )
    return any(
        akin(body, name.text, index) and theirs.match(index.text, name.end)
        for near in range(max(1, number - _TAKEN_UP), number + 1)
        for name in index.names_of(near)
        if name.end <= mention[0]
    )


def is_of_theirs(body: str, mention: Place, index: Index) -> bool:
    """Whether "their" chief executive is told of, which can mean the body, named shortly before."""
    if _THEIR_JOB.search(index.text, max(0, mention[0] - _BEFORE_NAME), mention[0]) is None:
        return False
    number = index.sentences_of(mention)[0]
    near = range(max(1, number - _TAKEN_UP), number + 1)
    return any(akin(body, name.text, index) for one in near for name in index.names_of(one))


def is_told_of_before(body: str, mention: Place, index: Index) -> bool:
    """Whether the last sentence before the person's that names any organisation is about the body."""
    number = index.sentences_of(mention)[0]
    if any(_is_body(name, index) for name in index.names_of(number)):
        return False
    for near in range(number - 1, max(0, number - 1 - _BACK), -1):
        named = [name for name in index.names_of(near) if _is_body(name, index)]
        if named:
            subject = subject_of(near, index)
            return subject is not None and akin(body, subject.text, index)
    return False


def _is_body(name: NameSpan, index: Index) -> bool:
    return name_kind(name.text) not in ("person", "place") and not index.directory.is_person(
        index.directory.fullest(name.text)
    )


_THE_BODY = rf"\b[Tt]he\s(?:{'|'.join(sorted(ORGANISATION_NOUNS | BODY_NOUNS))})\b"
_OF_THE_BODY = pattern(_THE_BODY)


def may_be_the_one(body: str, mention: Place, index: Index) -> bool:
    """Whether the article is the story of the body, by whose name it goes on where it tells of a person: it is the
    first with which a sentence opens, or "the company" of the person's sentence is told to be that one."""
    if is_first_subject(body, index):
        return True
    sentence = index.sentences[index.sentences_of(mention)[0] - 1]
    return (
        _OF_THE_BODY.search(index.text, mention[1], sentence.end) is not None
        and re.search(rf"{_THE_BODY}[^.;:“”\"]{{0,80}},\s{re.escape(body)}[,.]", index.text) is not None
    )


def is_first_subject(body: str, index: Index) -> bool:
    """Whether no other organisation opens a sentence before the body does."""
    for number in range(1, len(index.sentences) + 1):
        subject = subject_of(number, index)
        if subject is not None and _is_body(subject, index) and not is_no_house(subject.text, index):
            return akin(body, subject.text, index)
    return False
