"""Who a source is: the fullest name, the organisation, the job and the kind of speaker, from the words of a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.text.directory import (
    JOB,
    Directory,
    is_field,
    is_field_of_job,
    job_with_field,
    on_one_line,
    past_job,
    with_region,
)
from summarizer.text.name_forms import name_kind
from summarizer.text.names import NameSpan
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import (
    ANALYST_NOUNS,
    ANONYMOUS,
    BODY_NOUNS,
    COLLECTIVE,
    DETERMINERS,
    DOCUMENTS,
    GOVERNMENT_NOUNS,
    JOB_HEADS,
    MEDIA_WORDS,
    NAMELESS_BODIES,
    NO_FAMILY_NAMES,
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


_BODIES = ORGANISATION_NOUNS | word_set("companies firms banks boards board partners")
_MAKERS = _BODIES | BODY_NOUNS
_UNNAMED = ANONYMOUS | SPOKES | JOB_HEADS
_MARKS = ("“", "”", '"', "‘", "’")
_POSSESSIVES = ("'s ", "’s ", "' ", "’ ")
_SENT_TO = pattern(r"\s(?:before|to|with)\s(?:the\s)?\Z")
"""What stands before whom a text was sent to: "a filing with the SEC", "a letter to Keld"."""
_SEATED = GOVERNMENT_NOUNS | COLLECTIVE - {"group", "team", "unit"}
"""Bodies that are told by where they sit: "the government in Tarnhaven"."""
_INDEX = pattern(r"(?:FTSE|S&P|DAX|CAC|Dow|Nasdaq|Nikkei|Fortune)(?: (?:All-Share|Mib|\d+))*\Z")
"""Indices and lists by which news tells a company's size: "the FTSE 250 company said"."""
_RELATIVE = pattern(r"\b(?:that|which|who|whose)\s")
_LETTERS = pattern(r"\w+")
_JOB_ENDS = frozenset(head.rpartition("-")[2] for head in JOB_HEADS)
_ABOUT = pattern(r"\b(?:about|on)\s(?:the\s)?\Z")
_OTHERS_OF = pattern(
    r"['’]s (?:[\w-]+ ){0,2}(?:aunt|brother|children|competitors?|cousin|creditors|critics|customers|daughter|family|"
    r"father|friends?|husband|landlord|lenders|mother|neighbou?rs?|opponents?|parents|partners?|relatives|rivals?|"
    r"shareholders?|sister|son|suppliers?|uncle|widow|wife)\Z"
)
"""What stands behind the name of somebody whose kin, or whose rivals and customers, speak for themselves."""
_JOB_TO_NAME = pattern(r"(?: of(?: [a-z][\w-]*){1,4})?,?\s*")
_BELONGS = pattern(r"\s(?:of|at|from|with)\s")
_ELECTED = frozenset(
    {"congressman", "congresswoman", "lawmaker", "minister", "senator", "senators", "lawmakers", "mayor"}
)
"""Jobs that only governments and parliaments have."""
_OFFICIALS = frozenset({"official", "officials"})
"""Whom a firm has as well as a government."""
_MANAGED = ("fund manager", "money manager", "portfolio manager", "asset manager")
"""Managers of money, who comment on a company and do not lead one."""
_GOVERNMENT_TITLES = ("attorney general", "district attorney", "solicitor general", "surgeon general")
_GOVERNMENT = GOVERNMENT_NOUNS | word_set(
    "secretary president prime congressman representative senator king queen chancellor"
)


def identify(source: tuple[int, int], directory: Directory, previous: Speaker | None) -> Speaker | None:
    """The speaker that the words at `source` name, None where a pronoun or "the company" stays open.

    `previous` is the one that a pronoun here would refer to, None where that is not sure.
    """
    words = directory.text[source[0] : source[1]]
    lower = words.lower()
    names = directory.names_in(*source)
    first_word = lower.split()[0] if lower.split() else ""
    names = [name for name in _authors(names, words, lower, source[0]) if not _INDEX.match(name.text)]
    if not names:
        return _by_family_name(words, directory) or _unnamed(words, lower, first_word, previous)
    if _OTHERS_OF.match(words, names[0].end - source[0]):
        return Speaker(words)
    if all(_in_marks(directory.text, name) for name in names):
        # "Her book “Cheap Money” says": a title speaks as little as its quotation marks.
        return Speaker(words)
    job = job_in(directory.without_names(*source))
    people = [name for name in names if directory.is_person(directory.fullest(name.text))]
    if (
        not people
        and len(names) > 1
        and _BELONGS.match(words, names[0].end - source[0])
        and len(names[0].text.split()) in (2, 3)
    ):
        people = [names[0]] if name_kind(names[0].text) == "other" else []
    owned = _owned(words, names, source)
    if not people and owned is not None and _can_be_staff(directory.fullest(owned.text), directory):
        people = [owned]
    if not people and job:
        people = [name for name in names if _takes_the_job(words, name, source[0], job, names)]
    people = people or _named_behind_body(words, names, source[0], directory)
    if people:
        return _person(people, names, words, source, directory)
    if owned is not None and job is None:
        # "Keld's Fold Logistics": the unit speaks, and not who has it.
        names = [owned]
    return _organisation(names, words, lower, job, directory, source[0])


def _named_behind_body(words: str, names: Sequence[NameSpan], offset: int, directory: Directory) -> list[NameSpan]:
    """The person named behind the body where he has his job: "Her counterpart at Acme, Jane Roe"."""
    if len(names) < 2 or _AND_ANOTHER.match(words, names[1].end - offset):
        return []
    body, name = names[:2]
    between = words[body.end - offset : name.start - offset]
    at_body = _HAS_JOB_AT.fullmatch(words[: body.start - offset])
    if between != ", " or at_body is None or name_kind(name.text) in ("company", "government", "place"):
        return []
    is_person = len(name.text.split()) in (2, 3) and _can_be_staff(directory.fullest(name.text), directory)
    return [name] if is_person else []


_AND_ANOTHER = pattern(r",?\s(?:and|&)\s")
_HAS_JOB_AT = pattern(
    r"(?:(?:an?|her|his|its|one|our|the|their)\s)?(?:[\w-]+\s){0,4}?"
    rf"(?:boss|colleague|counterpart|opposite\snumber|predecessor|successor|{alternatives(JOB_HEADS)})"
    r"\s(?:at|for|from|in|of)\s(?:the\s)?",
    re.IGNORECASE,
)


def _owned(words: str, names: Sequence[NameSpan], source: tuple[int, int]) -> NameSpan | None:
    """Who or what belongs to the body named right before it, at the end of the source: "Keld's Ina Wolf"."""
    if len(names) != 2 or names[-1].end != source[1] or name_kind(names[0].text) == "place":
        return None
    own = names[-1].text.split()
    if words[names[-2].end - source[0] : names[-1].start - source[0]] not in _POSSESSIVES or len(own) < 2:
        return None
    last = own[-1].lower()
    return None if last in NO_FAMILY_NAMES or last in _UNNAMED or last in DOCUMENTS else names[-1]


def _authors(names: list[NameSpan], words: str, lower: str, offset: int) -> list[NameSpan]:
    """The names without those that only tell where a body sits or whom a text was sent to."""
    text = not DOCUMENTS.isdisjoint(lower.replace(",", " ").split())
    for at, name in enumerate(names):
        before = words[: name.start - offset]
        if text and _SENT_TO.search(before):
            return names[:at]
        if before.endswith(" in ") and before.split()[-2].lower() in _SEATED and name_kind(name.text) != "company":
            return names[:at]
    return names


def _can_be_staff(name: str, directory: Directory) -> bool:
    return directory.can_be_person(name) and not directory.is_body(name)


def _in_marks(text: str, name: NameSpan) -> bool:
    """Whether a name stands right between quotation marks."""
    return (
        text[max(0, name.start - 1) : name.start] in _MARKS and text[name.end : name.end + 2].strip(",.")[:1] in _MARKS
    )


def _by_family_name(words: str, directory: Directory) -> Speaker | None:
    """The person whose family name is a plain word that the names of the text do not show alone: “A,” Field said."""
    if " " in words or not words[:1].isupper() or words.lower() in PERSON_PRONOUNS:
        return None
    people = directory.bearers(words)
    if len(people) != 1:
        return None
    role, affiliation = directory.described(people[0])
    return Speaker(people[0], affiliation, role, kind_of_person(role, affiliation), person=True)


def _unnamed(words: str, lower: str, first_word: str, previous: Speaker | None) -> Speaker | None:
    tokens = lower.split()
    if len(tokens) == 1:
        if first_word in PERSON_PRONOUNS:
            return previous if previous and previous.person else None
        if first_word in ("it", "they", "we", "i", "who"):
            return (
                previous
                if first_word == "it" and previous and previous.kind == "company" and not previous.person
                else None
            )
    held = {token.strip(",.") for token in tokens}
    if first_word in ("the", "its") and held & NAMELESS_BODIES and not held & _UNNAMED:
        return previous if previous and previous.kind == "company" and not previous.person else None
    job = job_in(words)
    role = job.group() if job else None
    kind: SpeakerKind = "other"
    if held & ANONYMOUS and not held & DOCUMENTS:
        kind = "anonymous"
    elif held & ANALYST_NOUNS:
        kind = "analyst"
    elif role is not None and _is_officer_of(role, tokens):
        kind = "executive"
    elif held & SPOKES or held & _BODIES:
        kind = "anonymous" if held & _OFFICIALS else "company"
    elif held & GOVERNMENT_NOUNS:
        kind = "government"
    elif held & OFFICERS:
        kind = "executive"
    return Speaker(words, None, role, kind)


def _is_officer_of(role: str, tokens: Sequence[str]) -> bool:
    """Whether the words begin with an officer's job, a body only behind it: "the chief executive of one insurer"."""
    heads = role.lower().split()
    body = next((at for at, token in enumerate(tokens) if token.strip(",.") in _BODIES), len(tokens))
    return heads[-1] in OFFICERS and heads[-1] in tokens[:body]


def _takes_the_job(words: str, name: NameSpan, offset: int, job: re.Match[str], names: Sequence[NameSpan]) -> bool:
    """Whether `name` is the person whose job is named: right behind it, or before it with a comma between."""
    start, end = name.start - offset, name.end - offset
    if name_kind(name.text) in ("company", "government", "place"):
        return False
    if job.end() <= start and _JOB_TO_NAME.fullmatch(words[job.end() : start]):
        return not job.group().lower().endswith("s")
    comma = words[end : end + 2] == ", " and job.start() > end
    return comma and len(name.text.split()) > 1 and name is names[0]


def _person(
    people: Sequence[NameSpan], names: Sequence[NameSpan], words: str, source: tuple[int, int], directory: Directory
) -> Speaker:
    person = people[-1] if len(people) > 1 and not words[people[0].end - source[0] :].startswith(",") else people[0]
    full = directory.fullest(person.text)
    own = directory.without_names(*source)
    job = _last_job(own) if person.end == source[1] else job_in(own)
    role = job_with_field(own, job) if job else None
    if job and role:
        begin = with_region(directory.text, source[0], source[0] + job.start())
        role = directory.text[begin : source[0] + job.start()] + role
    affiliation = None
    past = past_job(own, job.start()) if job else None
    if job and past is not None:
        role = on_one_line(directory.text[source[0] + past : source[0] + job.end()])
    for name in names if past is None else ():
        if name in people or name_kind(name.text) == "place" or directory.fullest(name.text) == full:
            continue
        if words[person.end - source[0] : name.start - source[0]] == " and ":
            # "Jane Roe and Ann Lund" speak together.
            continue
        if (role and name.text in role) or is_field(name.text):
            # "Energy economist Jane Roe": the first word of a sentence is no firm for its capital.
            continue
        if is_field_of_job(directory.text, name):
            continue
        affiliation = directory.fullest(name.text)
        break
    if role is None or affiliation is None:
        told_role, told_affiliation = directory.described(full)
        if told_role is None and person.text != full:
            told_role, told_affiliation = directory.described(person.text)
        if role is None or (told_role or "").endswith(f" {role}"):
            role = told_role
        affiliation = affiliation or told_affiliation
    return Speaker(full, affiliation, role, kind_of_person(role, affiliation), person=True)


def _may_hold_job(words: str) -> bool:
    """Whether one of the nouns that end the name of a job is among the words, which is quicker to see than a job."""
    return not _JOB_ENDS.isdisjoint(_LETTERS.findall(words.lower()))


def job_in(words: str) -> re.Match[str] | None:
    """The first name of a job among the words."""
    return JOB.search(words) if _may_hold_job(words) else None


def _last_job(words: str) -> re.Match[str] | None:
    jobs = list(JOB.finditer(words)) if _may_hold_job(words) else []
    return jobs[-1] if jobs else None


def kind_of_person(role: str | None, affiliation: str | None) -> SpeakerKind:
    """The kind of speaker that somebody with this job is."""
    held = set((role or "").lower().replace("-", " ").split())
    if (role or "").lower().endswith(_MANAGED):
        return "other"
    if any(title in (role or "").lower() for title in _GOVERNMENT_TITLES):
        return "government"
    if held & ANALYST_NOUNS:
        return "analyst"
    if held & _ELECTED:
        return "government"
    if held & SPOKES and not held & {"representative", "rep"}:
        return "company" if affiliation is None or name_kind(affiliation) != "government" else "government"
    if (
        held & _GOVERNMENT
        and (affiliation is None or name_kind(affiliation) in ("government", "place"))
        and not held & {"vice"}
        and (role or "").lower().split(" of ")[0].split(" for ")[0] != "president"
    ):
        return "government"
    if held & OFFICERS:
        return "executive"
    return "other"


def _organisation(
    names: Sequence[NameSpan], words: str, lower: str, job: re.Match[str] | None, directory: Directory, offset: int
) -> Speaker:
    """A body that speaks, or unnamed people of it ("analysts at Acme", "an Acme spokesman").

    `offset` is where `words` begin in the text.
    """
    held = {word.strip(",.") for word in lower.split()}
    named = names[0]
    if len(names) > 1 and (held & DOCUMENTS or _describes_next(words[names[0].end - offset : names[1].start - offset])):
        named = names[-1] if held & DOCUMENTS else names[1]
    body = directory.fullest(named.text)
    if name_kind(body) == "place":
        return Speaker(words, None, None, "company" if held & ORGANISATION_NOUNS else "other")
    kind = _kind_of_body(body)
    if held & ANONYMOUS:
        return Speaker(words, None, None, "anonymous")
    if (
        job is not None
        and words[names[0].end - offset :].startswith(",")
        and not words[: names[0].start - offset].strip()
    ):
        # "Keld Management Inc, an investment adviser": the job is the firm's.
        job = None
    if job is not None and _is_named_behind(words, job.end(), names[0].start - offset, names[0].end - offset):
        # "Its owner, Keld Capital": the body has the part that the noun tells, and no job.
        job = None
    if not held.isdisjoint(("reps", "representatives")) and kind == "company" and name_kind(body) == "company":
        return Speaker(body, body, job.group() if job else None, "company")
    if len(names) == 2 and _speak_together(words, names, offset) and not _is_one_firm(words, offset, directory):
        return Speaker(on_one_line(words), None, None, "company")
    if job is not None and not held & SPOKES:
        role = job.group()
        heads = set(role.lower().split())
        if _RELATIVE.search(words[job.end() : names[0].start - offset]):
            # "A fund manager who holds Keld stock": what he holds is not where he works.
            return Speaker(words, None, role, "analyst" if heads & ANALYST_NOUNS else "other")
        if _ABOUT.search(words[: names[0].start - offset]):
            # "Experts on Ruritania" belong to nobody.
            return Speaker(words, None, None, "analyst" if heads & ANALYST_NOUNS else "other")
        if heads & ANALYST_NOUNS:
            return Speaker(words, body, role, "analyst")
        if heads & _OFFICIALS and not held & GOVERNMENT_NOUNS - _OFFICIALS and name_kind(body) == "company":
            return Speaker(words, body, role, "anonymous")
        if heads & (GOVERNMENT_NOUNS | {"senators", "lawmakers"}):
            return Speaker(words, body, role, "government")
        if heads & OFFICERS or heads & JOB_HEADS:
            return Speaker(words, body, role, "executive" if heads & OFFICERS else "other")
    if held & SPOKES:
        return Speaker(body, body, job.group() if job else None, "government" if kind == "government" else "company")
    if (
        kind == "company"
        and name_kind(body) == "other"
        and len(body.split()) > 1
        and body.split()[0] not in directory.first
    ):
        return Speaker(body, None, None, "other")
    return Speaker(body, None, None, kind)


def _is_named_behind(words: str, job: int, start: int, end: int) -> bool:
    """Whether a body's name is all that follows a noun and a comma: "its lawyer, Keld & Lund"."""
    return words[job:start] == ", " and end == len(words) and words.partition(" ")[0].lower() in DETERMINERS


def _speak_together(words: str, names: Sequence[NameSpan], offset: int) -> bool:
    """Whether the source is two bodies and nothing else: "Keld Ltd and Orvane AG"."""
    start, middle, behind, end = (at - offset for name in names for at in (name.start, name.end))
    return (
        not start
        and end == len(words)
        and words[middle:behind].split() == ["and"]
        and all(name_kind(name.text) in ("company", "other") for name in names)
    )


def _is_one_firm(words: str, offset: int, directory: Directory) -> bool:
    """Whether "Keld and Tarn" is what the text calls one firm: it says "it", or is named in full elsewhere."""
    together = on_one_line(words)
    return _SAYS_IT.match(directory.text, offset + len(words)) is not None or any(
        together in name for name in directory.distinct
    )


_SAYS_IT = pattern(r"\s\w+\s(?:that\s)?(?:it|its)\b")


def _describes_next(between: str) -> bool:
    """Whether the words between two names make the first one describe the second: "FTSE 250 operator Acme plc"."""
    words = between.split()
    return bool(words) and words[-1] in _MAKERS and all(word.isalnum() and word == word.lower() for word in words)


def _kind_of_body(name: str) -> SpeakerKind:
    words = {word.strip(".,").lower() for word in name.split()}
    if name_kind(name) == "government":
        return "government"
    if words & RESEARCH_WORDS:
        return "analyst"
    if words & MEDIA_WORDS and not words & DETERMINERS:
        return "other"
    return "company" if name_kind(name) in ("company", "other") else "other"
