"""Who a source is: the fullest name, the organisation, the job and the kind of speaker, from the words of a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.text.name_forms import may_refer, name_kind, strip_suffix
from summarizer.text.name_words import NATIONALITIES
from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import (
    ANALYST_NOUNS,
    ANONYMOUS,
    DETERMINERS,
    DOCUMENTS,
    GOVERNMENT_NOUNS,
    JOB_HEADS,
    JOB_MODIFIERS,
    MEDIA_WORDS,
    OFFICERS,
    ORGANISATION_NOUNS,
    PERSON_PRONOUNS,
    RESEARCH_WORDS,
    SPOKES,
)

SpeakerKind = Literal["analyst", "executive", "company", "government", "anonymous", "other"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: `name` is the fullest form, or for unnamed sources their words."""

    name: str
    affiliation: str | None = None
    role: str | None = None
    kind: SpeakerKind = "other"
    person: bool = False


_ALTERNATIVES = "|".join(sorted((re.escape(word) for word in JOB_HEADS | JOB_MODIFIERS), key=len, reverse=True))
_HEADS = "|".join(sorted((re.escape(word) for word in JOB_HEADS), key=len, reverse=True))
_JOB = re.compile(rf"(?<![\w-])(?:(?:{_ALTERNATIVES})[ -]){{0,6}}(?:{_HEADS})(?![\w-])", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov)\.? (?:[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)")
_BELONGS = re.compile(r"\s(?:of|at|from|with)\s")
_AFTER_JOB = re.compile(r"\s?(?:of|at|for|with)\s(?:the\s)?")
_PLURAL = re.compile(r"s$")
_NEAR_NAME = 120
_GOVERNMENT = GOVERNMENT_NOUNS | word_set("secretary president prime congressman representative senator king queen chancellor")
_NOT_AFFILIATION = word_set("new york london washington")


class Directory:
    """The names of an article and what it says about the people: built once, asked for every source."""

    def __init__(self, text: str, names: Sequence[NameSpan], aliases: Sequence[tuple[str, str]]) -> None:
        self.text = text
        self.names = names
        self._known: dict[str, str] = {}
        self._aliases = {alias: name for name, alias in aliases}
        distinct: dict[str, int] = {}
        for name in names:
            distinct.setdefault(name.text, name.start)
        self.distinct = list(distinct)
        self.first = distinct
        self._titled = {match.group(1) for match in _TITLED.finditer(text)}
        self._by_word: dict[str, list[str]] = {}
        for candidate in self.distinct:
            for key in _keys(candidate):
                self._by_word.setdefault(key, []).append(candidate)
        self._described: dict[str, tuple[str | None, str | None]] = {}
        self._by_person: dict[str, list[NameSpan]] = {}
        for name in names:
            self._by_person.setdefault(name.text, []).append(name)

    def fullest(self, name: str) -> str:
        """The fullest name of the article that `name` can stand for; `name` itself where several differ."""
        if name not in self._known:
            self._known[name] = self._fullest(name)
        return self._known[name]

    def _fullest(self, name: str) -> str:
        plain = strip_suffix(name)
        near = {other for key in _keys(name) for other in self._by_word.get(key, [])[:40]}
        if plain.lower() in MEDIA_WORDS:
            near = {other for other in near if strip_suffix(other) == plain}
        fits = sorted(
            (other for other in near if len(other) > len(plain) and may_refer(name, other)),
            key=lambda other: (len(other), self.first[other]),
        )
        if not fits:
            alias = self._aliases.get(name)
            return self._fullest(alias) if alias and alias != name and self._aliases.get(alias) != name else name
        fullest = fits[-1]
        return fullest if all(may_refer(other, fullest) or other == fullest for other in fits) else name

    def is_person(self, name: str) -> bool:
        """Whether the article's words, or the name's own, show a person."""
        kind = name_kind(name)
        if kind != "other":
            return kind == "person"
        words = name.split()
        if not 1 < len(words) < 5:
            return False
        if self.described(name)[0] is not None:
            return True
        if words[0].lower() in NATIONALITIES or not all(word[0].isupper() for word in words):
            return False
        return words[-1] in self._titled or (words[-1] in self.first and words[0] not in self.first)

    def is_subject(self, name: str) -> bool:
        """Whether a name is a company's by its words, or named more than once."""
        return name_kind(name) == "company" or len(self._by_person.get(name, ())) > 1

    def described(self, name: str) -> tuple[str | None, str | None]:
        """(role, affiliation) that the article gives the person `name` at any of its mentions."""
        if name not in self._described:
            self._described[name] = (None, None)
            best: tuple[str | None, str | None] = (None, None)
            for mention in self._by_person.get(name, [])[:6]:
                found = self._description_at(mention)
                if found[0] and not best[0] or (found[1] and not best[1]):
                    best = (found[0] or best[0], found[1] or best[1])
                if all(best):
                    break
            self._described[name] = best
        return self._described[name]

    def _description_at(self, mention: NameSpan) -> tuple[str | None, str | None]:
        after = self.text[mention.end : mention.end + _NEAR_NAME]
        stop = re.search(r"[.;:!?](?:\s|$|[\"”])|[“”\"\n]", after)
        after = after[: stop.start()] if stop else after
        if after.startswith((", ", " (")):
            piece_end = after.find(",", 2)
            piece = after[2 : piece_end if piece_end > 0 else len(after)]
            job = _JOB.search(piece)
            if job and job.start() < 60 and not re.search(r"\b(?:said|told|says|wrote|added)\b", piece[: job.start()]):
                return job.group(), self._affiliation(mention.end + 2, mention.end + 2 + len(piece), job.group(), mention.text)
        before_start = max(0, mention.start - 90)
        before = self.text[before_start : mention.start]
        cut = max(before.rfind(mark) for mark in (". ", ", ", "\n", "“", "”", "; ", ": "))
        segment = before[cut + 1 :] if cut >= 0 else before
        jobs = list(_JOB.finditer(segment))
        if jobs and not segment[jobs[-1].end() :].strip(" ,"):
            job = jobs[-1]
            offset = before_start + (cut + 1 if cut >= 0 else 0)
            return job.group(), self._affiliation(offset, mention.start, job.group(), mention.text)
        return None, None

    def _affiliation(self, start: int, end: int, role: str, person: str) -> str | None:
        """The organisation named in [start, end), beside the job and the person."""
        for name in self.names_in(start, end):
            if name.text == person or may_refer(name.text, person) or name.text.lower() in _NOT_AFFILIATION:
                continue
            if name_kind(name.text) in ("person", "place") or name.text in role:
                continue
            return self.fullest(name.text)
        return None

    def names_in(self, start: int, end: int) -> list[NameSpan]:
        """The names inside [start, end)."""
        low, high = 0, len(self.names)
        while low < high:
            middle = (low + high) // 2
            if self.names[middle].start < start:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self.names) and self.names[low].end <= end:
            found.append(self.names[low])
            low += 1
        return found


def _keys(name: str) -> set[str]:
    """Look-up keys that two forms of one name share: words without marks, initials, the words run together."""
    words = [word.strip(".,()").lower() for word in name.replace("-", " ").split()]
    words = [word for word in words if word]
    keys = {word for word in (*words[:1], *words[-1:]) if len(word) > 1 or len(words) == 1}
    plain = [word.strip(".,()").lower() for word in strip_suffix(name).replace("-", " ").split()]
    if plain:
        keys.update((plain[0], plain[-1], "".join(plain[:2])))
        keys.add("".join(word[0] for word in plain if word))
        keys.add("".join(word[0] for word in plain if word and word not in ("of", "and", "the", "for", "&")))
        keys.add("".join(word[0] for word in words))
    return {key for key in keys if key}


def identify(source: tuple[int, int], directory: Directory, previous: Speaker | None) -> Speaker | None:
    """The speaker that the words at `source` name, None where a pronoun or "the company" stays open.

    `previous` is the one that a pronoun here would refer to, None where that is not sure.
    """
    words = directory.text[source[0] : source[1]]
    lower = words.lower()
    names = directory.names_in(*source)
    first_word = lower.split()[0] if lower.split() else ""
    if not names:
        return _unnamed(words, lower, first_word, previous)
    job = _JOB.search(words)
    people = [name for name in names if directory.is_person(directory.fullest(name.text))]
    if not people and len(names) > 1 and _BELONGS.match(words, names[0].end - source[0]) and len(names[0].text.split()) in (2, 3):
        people = [names[0]] if name_kind(names[0].text) == "other" else []
    if not people and job:
        people = [name for name in names if _takes_the_job(words, name, source[0], job, names)]
    if people:
        return _person(people, names, words, source, directory)
    return _organisation(names, words, lower, job, directory)


def _unnamed(words: str, lower: str, first_word: str, previous: Speaker | None) -> Speaker | None:
    tokens = lower.split()
    if len(tokens) == 1:
        if first_word in PERSON_PRONOUNS:
            return previous if previous and previous.person else None
        if first_word in ("it", "they", "we", "i", "who"):
            return previous if first_word == "it" and previous and previous.kind == "company" and not previous.person else None
    held = {token.strip(",.") for token in tokens}
    if first_word in ("the", "its") and held & ORGANISATION_NOUNS and not held & (ANONYMOUS | SPOKES | JOB_HEADS):
        return previous if previous and previous.kind == "company" and not previous.person else None
    job = _JOB.search(words)
    role = job.group() if job else None
    kind: SpeakerKind = "other"
    if held & ANONYMOUS:
        kind = "anonymous"
    elif held & ANALYST_NOUNS:
        kind = "analyst"
    elif held & SPOKES:
        kind = "company"
    elif held & GOVERNMENT_NOUNS:
        kind = "government"
    elif held & OFFICERS:
        kind = "executive"
    return Speaker(words, None, role, kind)


def _takes_the_job(words: str, name: NameSpan, offset: int, job: re.Match[str], names: Sequence[NameSpan]) -> bool:
    """Whether `name` is the person whose job is named: right behind it, or before it with a comma between."""
    start, end = name.start - offset, name.end - offset
    if name_kind(name.text) in ("company", "government", "place"):
        return False
    if job.end() <= start and not words[job.end() : start].strip(" ,"):
        return not _PLURAL.search(job.group()) or job.group().lower().endswith("s") is False
    comma = words[end : end + 2] == ", " and job.start() > end
    return comma and len(name.text.split()) > 1 and name is names[0]


def _person(
    people: Sequence[NameSpan], names: Sequence[NameSpan], words: str, source: tuple[int, int], directory: Directory
) -> Speaker:
    person = people[-1] if len(people) > 1 and not words[people[0].end - source[0] :].startswith(",") else people[0]
    full = directory.fullest(person.text)
    own = words[: person.start - source[0]] + " " * (person.end - person.start) + words[person.end - source[0] :]
    job = _last_job(own) if person.end == source[1] else _JOB.search(own)
    role = job.group() if job else None
    affiliation = None
    for name in names:
        if name in people or name_kind(name.text) == "place":
            continue
        if role and name.text in role:
            continue
        affiliation = directory.fullest(name.text)
        break
    if role is None or affiliation is None:
        told_role, told_affiliation = directory.described(full)
        if told_role is None and person.text != full:
            told_role, told_affiliation = directory.described(person.text)
        role = role or told_role
        affiliation = affiliation or told_affiliation
    return Speaker(full, affiliation, role, kind_of_person(role, affiliation), person=True)


def _last_job(words: str) -> re.Match[str] | None:
    jobs = list(_JOB.finditer(words))
    return jobs[-1] if jobs else None


def kind_of_person(role: str | None, affiliation: str | None) -> SpeakerKind:
    """The kind of speaker that somebody with this job is."""
    held = set((role or "").lower().replace("-", " ").split())
    if held & ANALYST_NOUNS:
        return "analyst"
    if held & SPOKES and not held & {"representative", "rep"}:
        return "company" if affiliation is None or name_kind(affiliation) != "government" else "government"
    if held & _GOVERNMENT and (affiliation is None or name_kind(affiliation) in ("government", "place")) and not held & {"vice"}:
        return "government"
    if held & OFFICERS:
        return "executive"
    return "other"


def _organisation(
    names: Sequence[NameSpan], words: str, lower: str, job: re.Match[str] | None, directory: Directory
) -> Speaker:
    """A body that speaks, or unnamed people of it ("analysts at Acme", "an Acme spokesman")."""
    held = {word.strip(",.") for word in lower.split()}
    body = directory.fullest(names[-1].text if held & DOCUMENTS and len(names) > 1 else names[0].text)
    kind = _kind_of_body(body)
    if held & ANONYMOUS:
        return Speaker(words, None, None, "anonymous")
    if job is not None and not held & SPOKES:
        role = job.group()
        heads = set(role.lower().split())
        if heads & ANALYST_NOUNS:
            return Speaker(words, body, role, "analyst")
        if heads & (GOVERNMENT_NOUNS | {"senators", "lawmakers"}):
            return Speaker(words, body, role, "government")
        if heads & OFFICERS or heads & JOB_HEADS:
            return Speaker(words, body, role, "executive" if heads & OFFICERS else "other")
    if held & SPOKES:
        return Speaker(body, body, job.group() if job else None, "government" if kind == "government" else "company")
    if kind == "company" and name_kind(body) == "other" and len(body.split()) > 1 and body.split()[0] not in directory.first:
        return Speaker(body, None, None, "other")
    return Speaker(body, None, None, kind)


def _kind_of_body(name: str) -> SpeakerKind:
    words = {word.strip(".,").lower() for word in name.split()}
    if name_kind(name) == "government":
        return "government"
    if words & RESEARCH_WORDS:
        return "analyst"
    if words & MEDIA_WORDS and not words & DETERMINERS:
        return "other"
    return "company" if name_kind(name) in ("company", "other") else "other"
