"""Whom a pronoun or "the company" most likely means, where the words leave more than one open.

What `find_speech` leaves open is settled here the way a reader does it: by who spoke last, who the sentences before
are about, and who can be a "she". It is a guess, for those who would rather have a likely speaker than none.
Origin of the lists: pronouns and courtesy titles of English grammar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from summarizer.text.directory import Directory, on_one_line
from summarizer.text.first_names import pronoun_of
from summarizer.text.name_forms import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.speakers import SpeakerKind, job_in, kind_of_person
from summarizer.text.speech_bodies import goes_with, noun_of, turns_on
from summarizer.text.speech_content import DATELINE
from summarizer.text.speech_references import is_another, may_be_person
from summarizer.text.speech_sources import COUNT_WORDS, subject_of_clause
from summarizer.text.speech_statements import Speech
from summarizer.text.speech_tokens import words_of
from summarizer.text.speech_words import (
    ANALYST_NOUNS,
    ANONYMOUS,
    JOB_HEADS,
    MEDIA_WORDS,
    NAMELESS_BODIES,
    NO_FAMILY_NAMES,
    PRONOUNS,
    SPOKES,
)

_FARTHEST = 6
"""Sentences that are gone back at most."""
_TITLE_BEFORE = pattern(r"\b(Mr|Ms|Mrs|Miss|Sir|Lord|Lady|Dame)\.? \Z")
_PERSONAL, _IMPERSONAL = pattern(r"\b(?:he|she|his|her|him)\b"), pattern(r"\bits?\b")
_NEAR_PLURAL = 3
"""Sentences over which "they" may mean those who spoke last."""
_MENTIONS = 12
"""Mentions of a name that are looked at."""
_BEHIND = 120
"""Characters behind a mention in which a pronoun can mean the same one."""
_HE_TITLES, _SHE_TITLES = frozenset({"Mr", "Sir", "Lord"}), frozenset({"Ms", "Mrs", "Miss", "Lady", "Dame"})
_BODY_KINDS = ("place", "person")


_AS_JOB = pattern(
    r",? (?:as|to be|becomes?|became|is|was named|was appointed) (?:its|the|their|a|an|new) ([\w -]{2,60})"
)
"""Who has a job told by a verb: "Jane Roe as its chief executive", "Jane Roe is the chairman"."""
_PEOPLE = frozenset(
    word for word in ANALYST_NOUNS | ANONYMOUS | COUNT_WORDS | JOB_HEADS if word.endswith(("s", "people"))
)
"""Plural nouns for people who can speak together."""
_LONGEST_SENTENCE = 600
"""Characters of a sentence whose subject is looked for."""
_SAME_JOBS = {
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
    "cfo": "finance chief",
    "chief financial officer": "finance chief",
    "finance director": "finance chief",
    "coo": "chief operating officer",
    "chair": "chairman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
}
"""Names of one job."""


def _same_job(role: str) -> str:
    lower = role.lower()
    return _SAME_JOBS.get(lower, lower)


class Salience:
    """The names of a text by how near they stand.

    sentences   the (start, end) of `split_sentences(text)`
    """

    def __init__(self, directory: Directory, sentences: Sequence[tuple[int, int]]) -> None:
        self._directory = directory
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._pronouns: dict[str, str | None] = {}
        self._personal: dict[str, bool] = {}
        self._jobs: dict[str, set[str]] | None = None

    def settle(self, speeches: Sequence[Speech]) -> list[Speech]:
        """The statements in the order they came, each open speaker replaced by the likeliest one if there is one."""
        order = sorted(range(len(speeches)), key=lambda at: (speeches[at].source or speeches[at].content[0])[0])
        settled = list(speeches)
        said: list[Speech] = []
        for at in order:
            speech = settled[at]
            if speech.source is not None and (name := self._meant(speech, said)) is not None:
                speech = settled[at] = self._named(speech, name)
                if self._is_of_spokesman(speech) and not self._is_person(name):
                    # A body that speaks through its spokesman has no job.
                    speech = settled[at] = replace(speech, affiliation=name)
            if speech.speaker is not None:
                said.append(speech)
        return settled

    def _meant(self, speech: Speech, said: Sequence[Speech]) -> str | None:
        assert speech.source is not None  # noqa: S101
        words = self._directory.text[slice(*speech.source)].lower().replace("’", "'").split()
        opener = words[0].split("'")[0]
        if speech.speaker is None and len(words) == 1 and opener in ("he", "she", "who"):
            return self._person(speech, said, opener)
        if self._is_of_spokesman(speech):
            return self._same_spokesman(said)
        if speech.speaker is None and len(words) == 1 and opener == "they":
            return self._plural(speech, said)
        if speech.speaker is None and (opener == "it" or words[-1] in NAMELESS_BODIES):
            if is_another(self._directory, speech.source[0], " ".join(words)):
                return None
            return self._body(speech, said)
        own = not any(word.endswith("'s") for word in words)
        if (
            opener == "the"
            and own
            and speech.speaker
            and len(words) < 6
            and not self._directory.names_in(*speech.source)
        ):
            return self._by_job(speech)
        return None

    def _person(self, speech: Speech, said: Sequence[Speech], pronoun: str) -> str | None:
        """Who spoke last, unless somebody else has been named since; else the only one of the sentence nearest by."""
        outside = self._outside(speech)
        here = bisect_right(self._starts, outside) - 1
        if said and not self._is_person(said[-1].speaker) and self._may_be_somebody(said[-1], here):
            return said[-1].speaker if self._is_unnamed(said[-1]) else None
        last = next((one for one in reversed(said) if self._is_person(one.speaker)), None)
        spoken = bisect_right(self._starts, (last.source or last.content[0])[0]) - 1 if last else -1
        for number in range(here, max(-1, here - _FARTHEST), -1):
            start, end = self._sentences[number]
            named = self._people(start, min(end, outside), pronoun)
            if last is not None and number == spoken and self._can_be(last.speaker, pronoun):
                return last.speaker
            if named:
                # Of two whom the pronoun fits neither is likelier.
                return named[0] if len(set(named)) == 1 else None
        return None

    def _may_be_somebody(self, last: Speech, here: int) -> bool:
        """Whether the last speaker, though not known as a person, may be whom "he" means right behind his words."""
        if last.speaker is None or last.source is None or here - (bisect_right(self._starts, last.source[0]) - 1) > 2:
            return False
        if last.role or self._is_unnamed(last):
            return not (last.role or "").endswith("s")
        return len(self._directory.names_in(*last.source)) > 1 or (
            " " not in last.speaker and name_kind(last.speaker) == "other"
        )

    def _is_unnamed(self, last: Speech) -> bool:
        """Whether the words name no one: "a trader", whom "he" can mean as he stands."""
        named = last.source is None or self._directory.names_in(*last.source)
        return bool(not named and last.role and not last.role.endswith("s"))

    def _outside(self, speech: Speech) -> int:
        """Where the statement begins: who is named in it is not who says it."""
        assert speech.source is not None  # noqa: S101
        return min(speech.source[0], *(start for start, _ in speech.content))

    def _people(self, start: int, end: int, pronoun: str) -> list[str]:
        found = []
        for name in self._directory.names_in(start, end):
            full = self._directory.fullest(name.text)
            if may_be_person(full, self._directory) and self._can_be(full, pronoun):
                found.append(full)
        return found

    def _is_person(self, name: str | None) -> bool:
        return name is not None and (may_be_person(name, self._directory) or self._spoke_alone(name))

    def _spoke_alone(self, name: str) -> bool:
        """Whether it is the single name of somebody: no company's or place's, and none with an article."""
        return (
            " " not in name
            and name[:1].isupper()
            and not name.isupper()
            and name_kind(name) == "other"
            and name.lower() not in NO_FAMILY_NAMES
            and not any(name in other.split() for other in self._directory.distinct if other != name)
            and (self._look_up(name) is not None or self._is_personal(name))
        )

    def _is_personal(self, name: str) -> bool:
        """Whether "he" or "her" follows the name more often than "it"."""
        if name not in self._personal:
            balance = 0
            for mention in [found for found in self._directory.names if found.text == name][:_MENTIONS]:
                behind = self._directory.text[mention.end : mention.end + _BEHIND].partition("\n")[0]
                balance += len(_PERSONAL.findall(behind)) - len(_IMPERSONAL.findall(behind))
            self._personal[name] = balance > 0
        return self._personal[name]

    def _can_be(self, name: str | None, pronoun: str) -> bool:
        if name is None or not self._is_person(name):
            return False
        known = self._pronoun_of(name)
        return known is None or pronoun == "who" or known == pronoun

    def _pronoun_of(self, name: str) -> str | None:
        if name not in self._pronouns:
            self._pronouns[name] = self._look_up(name)
        return self._pronouns[name]

    def _look_up(self, name: str) -> str | None:
        words = name.split()
        for mention in self._directory.names:
            if mention.text in (name, words[-1]):
                before = self._directory.text[max(0, mention.start - 8) : mention.start]
                if title := _TITLE_BEFORE.search(before):
                    return "he" if title.group(1) in _HE_TITLES else "she" if title.group(1) in _SHE_TITLES else None
        return self._directory.pronouns.get(words[-1]) or pronoun_of(name)

    def _is_of_spokesman(self, speech: Speech) -> bool:
        assert speech.source is not None  # noqa: S101
        words = self._directory.text[slice(*speech.source)].lower().split()
        return len(words) == 2 and words[0] == "the" and words[1] in SPOKES

    def _same_spokesman(self, said: Sequence[Speech]) -> str | None:
        """Whom "the spokeswoman" speaks for: those for whom one spoke just before."""
        last = said[-1] if said else None
        if last is None or last.source is None or last.speaker is None:
            return None
        words = self._directory.text[slice(*last.source)].lower().split()
        return last.speaker if not SPOKES.isdisjoint(words) and words[0] != "the" else None

    def _plural(self, speech: Speech, said: Sequence[Speech]) -> str | None:
        """Several people or a body that spoke last, near by."""
        assert speech.source is not None  # noqa: S101
        for one in reversed(said[-3:]):
            if one.source is None:
                continue
            apart = bisect_right(self._starts, speech.source[0]) - bisect_right(self._starts, one.source[0])
            if apart > _NEAR_PLURAL:
                return None
            together = " and " in self._directory.text[slice(*one.source)]
            if self._is_person(one.speaker) and not together:
                continue
            if self._directory.text.count("\n\n", one.source[1], speech.source[0]) <= 1:
                return on_one_line(self._directory.text[slice(*one.source)]) if together else one.speaker
            return None
        return self._several(bisect_right(self._starts, speech.source[0]) - 1)

    def _several(self, here: int) -> str | None:
        """The people whom the sentence before this one begins with: "Analysts at Keld cut their target. They said"."""
        if not here:
            return None
        text, (start, end) = self._directory.text, self._sentences[here - 1]
        if text.count("\n\n", end, self._starts[here]) > 1 or end - start > _LONGEST_SENTENCE:
            return None
        found = subject_of_clause(words := words_of(text, start, end), 0, len(words))
        if found is None or words[found[0]].lower in PRONOUNS:
            return None
        held = [word.lower for word in words[found[0] : found[1] + 1]]
        if not any(word in _PEOPLE or word.endswith("team") for word in held):
            return None
        return on_one_line(text[words[found[0]].start : words[found[1]].end])

    def _body(self, speech: Speech, said: Sequence[Speech]) -> str | None:
        """The body that spoke last unless another one has been the first named of a sentence since; else that one."""
        outside = self._outside(speech)
        here = bisect_right(self._starts, outside) - 1
        assert speech.source is not None  # noqa: S101
        words = self._directory.text[slice(*speech.source)].lower()
        last = next(
            (
                one
                for one in reversed(said)
                if one.speaker
                and self._can_be_body(one.speaker)
                and goes_with(noun_of(self._directory.text, one.source or (0, 0)), words) is not False
            ),
            None,
        )
        spoken = bisect_right(self._starts, (last.source or last.content[0])[0]) - 1 if last else -1
        for number in range(here, max(-1, here - _FARTHEST), -1):
            start, end = self._sentences[number]
            if last is not None and number == spoken:
                return None if words != "it" and self._quarrels(last, end) else last.speaker
            if head := DATELINE.match(self._directory.text, start, end):
                start = head.end()
            names = self._directory.names_in(start, min(end, outside))
            for at, name in enumerate(names):
                full = self._directory.fullest(name.text)
                if self._can_be_body(full) and (name_kind(full) != "other" or self._directory.is_subject(full)):
                    following = names[at + 1] if at + 1 < len(names) and words != "it" else name
                    quarrel = turns_on(self._directory.text[name.end : following.start])
                    return None if quarrel else full
        return None

    def _quarrels(self, last: Speech, end: int) -> bool:
        """Whether the last speaker does something to another body in his sentence: "Acme accused Keld of theft"."""
        stop = last.source[1] if last.source else end
        following = next(iter(self._directory.names_in(stop, end)), None)
        return following is not None and turns_on(self._directory.text[stop : following.start])

    def _can_be_body(self, name: str) -> bool:
        kind = name_kind(name)
        if kind in _BODY_KINDS or not name[0].isupper() or self._directory.is_person(name):
            return False
        if set(name.lower().split()) & MEDIA_WORDS:
            return False
        return kind in ("company", "government") or not (self._directory.can_be_person(name) or self._spoke_alone(name))

    def _by_job(self, speech: Speech) -> str | None:
        """The only person whom the text gives the job that the words name: "the chief executive"."""
        assert speech.source is not None  # noqa: S101
        job = job_in(self._directory.text[slice(*speech.source)])
        if job is None:
            return None
        if self._jobs is None:
            self._jobs = {}
            for name in self._directory.distinct:
                full = self._directory.fullest(name)
                role = (self._directory.described(name)[0] or self._named_as(name)) if full == name else None
                if role:
                    self._jobs.setdefault(_same_job(role), set()).add(name)
        people = self._jobs.get(_same_job(job.group()), set())
        return next(iter(people)) if len(people) == 1 else None

    def _named_as(self, name: str) -> str | None:
        """The job that somebody is named to: "named Jane Roe as its chief executive"."""
        for mention in self._directory.mentions_of(name)[:_MENTIONS]:
            if match := _AS_JOB.match(self._directory.text, mention.end):
                job = job_in(match[1])
                return job.group() if job else None
        return None

    def _namer_of(self, name: str) -> str | None:
        """The only company before the name in the sentence that gives him his job: "Keld named Jane Roe as its"."""
        for mention in self._directory.mentions_of(name)[:_MENTIONS]:
            if _AS_JOB.match(self._directory.text, mention.end):
                number = bisect_right(self._starts, mention.start) - 1
                found = {
                    self._directory.fullest(other.text)
                    for other in self._directory.names_in(self._sentences[number][0], mention.start)
                    if self._can_be_body(self._directory.fullest(other.text))
                }
                return found.pop() if len(found) == 1 else None
        return None

    def _named(self, speech: Speech, name: str) -> Speech:
        if name not in self._directory.first and " " in name and not self._is_person(name):
            return replace(speech, speaker=name)
        if self._is_person(name):
            role, affiliation = self._directory.described(name)
            if role is None and self._named_as(name):
                role, affiliation = speech.role, affiliation or self._namer_of(name)
            return replace(
                speech,
                speaker=name,
                affiliation=affiliation,
                role=" ".join(role.split()) if role else None,
                speaker_kind=kind_of_person(role, affiliation),
            )
        kind: SpeakerKind = "other"
        if name[0].isupper():
            kind = "government" if name_kind(name) == "government" else "company"
        return replace(speech, speaker=name, speaker_kind=kind)
