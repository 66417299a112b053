"""What a speaker is and where a person belongs, by everything that the article says of him, not by one sentence alone.

Origin of the lists: jobs by the occupational classes of English press usage (lawyers, elected and appointed offices,
dealers and managers of money), verbs by which news tells who follows or runs something, and nouns for bodies.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from summarizer.models.offline.party_kinds import COMPANY_NOUNS, kind_of
from summarizer.models.offline.reading import Reading
from summarizer.text.directory import is_past
from summarizer.text.name_forms import name_kind
from summarizer.text.names import NameSpan
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import word_set
from summarizer.text.speakers import SpeakerKind, kind_of_person
from summarizer.text.speech import Speech
from summarizer.text.speech_words import (
    ANALYST_NOUNS,
    ANONYMOUS,
    BODY_NOUNS,
    DOCUMENTS,
    GOVERNMENT_NOUNS,
    OFFICERS,
    ORGANISATION_NOUNS,
)

_LAWYERS = word_set("attorney attorneys barrister lawyer lawyers solicitor solicitors")
_SPOKES = word_set("rep representative representatives spokesman spokesmen spokespeople spokesperson spokeswoman")
_OFFICES = word_set("""
    alderman assemblyman assemblywoman chancellor commissioner comptroller congressman congresswoman councillor
    councilman councilwoman governor judge justice lawmaker mayor minister ministers premier prosecutor regulator
    senator senators sheriff
""")
"""Offices of states and towns; a central bank's governor is a public officer too."""
_OUTSIDERS = word_set("""
    academic activist author campaigner columnist dealer dealing editor fellow journalist lecturer physician professor
    holder investor investors reporter scholar shareholder trader trading
""")
"""Who comments on a company from outside it, and studies it for nobody who trades its shares."""
_OFFICERS = OFFICERS | word_set("boss co-ceo controller counsel md publisher supervisor vice-chairman vice-president")
_STUDIES = word_set("economics forecasting insights research")
"""What the heads of such departments study is their own company only where the story is about it."""
_POSTS = _SPOKES | word_set(
    "ceo cfo chair chairman chairwoman chief coo counsel cto finance founder managing president"
)
"""Words of jobs whose bearer belongs to the company that the story speaks of."""
_LEFT = word_set("ex ex-ceo former onetime retired")
_BODIES = (
    ORGANISATION_NOUNS | BODY_NOUNS | COMPANY_NOUNS | word_set("board boards companies directors firms management")
)
_PUBLIC = GOVERNMENT_NOUNS | word_set(
    "administration agency bureau cabinet commission committee council department parliament watchdog"
)
_NO_COMPANIES = word_set("association charity consortium foundation newspaper office party platform union venture")
_COMPANY_TEXTS = word_set("announcement circular filing filings prospectus statement")
"""What a company says in writing."""
_ONE = word_set("a an another one someone somebody")
_SEVERAL = word_set("few many other others several some three two")
_PEOPLE = word_set("""
    aide aides colleague colleagues employee employees expert experts executive executives individual manager
    official officials resident residents staff
""")
_THINGS = word_set("""
    answer chapter factor factors letter letters matter matters newspaper newspapers number numbers offer offers order
    orders other others paper papers poster quarter quarters whatever
""")
"""Nouns that end as those for people do."""
_PERSONS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ant",
    "ants",
    "ent",
    "ents",
    "man",
    "men",
    "woman",
    "women",
    "eur",
    "eurs",
)
"""Ends of English nouns for people."""

_AT = pattern(
    r"(?:, (?:now )?)?\s?\b(?:at|from|of|with)\s(?:the\s)?"
    r"(?:(?:[a-z][a-z-]+\s){0,3}(?:agency|bank|broker|brokerage|company|consultancy|firm|fund|group|house|institute|"
    r"insurer|think[\s-]tank|union)\s)?"
)
"""What leads from a person's name to where he works."""
_FOLLOWS = pattern(
    r",\swho\s(?:also\s)?(?:analy[sz]es|covers?|follows?|rates?|studies|tracks?)\s[^.;“”\"\n]{2,80}?\s(?:at|for)\s(?:the\s)?"
)
_FOLLOWS_ONLY = pattern(r",\swho\s(?:also\s)?(?:analy[sz]es|covers?|follows?|rates?|tracks?)\s")
_LEADS = pattern(
    r",\s(?:who\s)?(?:also\s)?(?:has\s|have\s)?(?:chairs?|co-?founded|founded|heads?|leads?|led|owns?|run|runs|took\sover)\s"
    r"(?:the\s)?"
)
_POST_AT = pattern(
    r"(?:,?\s(?:and\s|&\s)?(?!(?:has|is|said|says|that|told|was|who|will)\b)"
    r"(?:[a-z-]+|C[A-Z]O|Chief|Executive|Officer|Chair\w*|President|Founder|Director)){0,6}?"
    r"\s(?:at|for|from|of|with)\s(?:the\s)?(?=[A-Z])"
)
"""What stands between a job and its house, other jobs with it: "founder, chairman and CEO at"."""
_LONGEST_POST = 70
_ITS = pattern(r"\b[Ii]ts (?:[\w’'.-]+ ){0,2}\Z")
_AT_THE_BODY = pattern(
    rf",? (?:at|for|of|with) the (?:{alternatives(ORGANISATION_NOUNS | {'company', 'consultancy'})})\b"
)
"""What gives a job to a body that was named before."""
_NEAR = 4
"""Sentences, the one with the job included, in which that body is looked for."""
_COUNTERPART = pattern(r"\bcounterpart\s(?:at|from)\s(?:the\s)?\Z")
_OWNED = ("’s ", "'s ", "’ ", "' ")
_LINK = 40
"""Characters within which the words of such a link stand."""
_US_ATTORNEY = pattern(r"\bU\.?S\.?\s(?:[A-Z]\w+\s)?\Z")
_LEFT_BEFORE = pattern(r"\b(?:[Ee]x-|[Ff]ormer |[Oo]netime |[Rr]etired )(?:[\w-]+ ){0,2}\Z")
_MENTIONS = 6
"""Mentions of a person whose surroundings are read."""
_BACK = 4
"""Sentences, the last one included, in which the company of an officer is looked for."""
_FEW = 3
"""Times that a house is named at least whose own people are heard as such."""


class Speakers:
    """The speakers of one article, each looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._settled: dict[tuple[int, str], tuple[Speech, Speech]] = {}
        """By the object and the speaker: a statement, kept so that its number stays its own, and as it is settled."""
        self._kinds: dict[str, str] = {}
        self._employers: dict[str, str | None] = {}
        self._most: str | None = None
        self._belongs: dict[str, tuple[str | None, SpeakerKind | None]] = {}

    def settle(self, speech: Speech, speaker: str) -> Speech:
        """`speech` with the kind and the affiliation that the whole article gives its `speaker`."""
        # For the quotes and for the claims: a statement stays the same object as long as its reading.
        known = self._settled.get((id(speech), speaker))
        if known is None:
            known = self._settled[id(speech), speaker] = speech, self._settle(speech, speaker)
        return known[1]

    def _settle(self, speech: Speech, speaker: str) -> Speech:
        if speaker not in self._reading.directory.first:
            return replace(speech, speaker_kind=self._of_description(speech, speaker))
        spokesman = speech.affiliation == speaker
        if not spokesman and self._is_person(speech, speaker):
            return self._of_person(speech, speaker)
        return replace(speech, speaker_kind=self._of_body(speech, speaker))

    def party_kind(self, name: str) -> str:
        """The kind of party that a name of the article is."""
        if name not in self._kinds:
            self._kinds[name] = kind_of(name, self._mentions(name), self._reading)
        return self._kinds[name]

    def _mentions(self, name: str) -> list[int]:
        return self._reading.mentions.get(name, [])

    def _is_person(self, speech: Speech, speaker: str) -> bool:
        return (
            self._reading.directory.is_person(speaker)
            or speech.role is not None
            or self.party_kind(speaker) == "person"
            or (self._reading.directory.can_be_person(speaker) and speech.affiliation is not None)
        )

    def _of_person(self, speech: Speech, speaker: str) -> Speech:
        affiliation, told = self._where(speaker)
        affiliation = speech.affiliation or affiliation
        left = is_past(speech.role)
        if affiliation is None and not left:
            affiliation = self._behind_role(speaker) or self._its_house(speaker)
        kind = self._by_role(speech, speaker, affiliation) if speech.role and not (left and affiliation) else None
        if kind is None:
            kind = told or self._by_house(affiliation)
        if (
            affiliation is None
            and not left
            and _is_post(speech.role)
            and kind in ("executive", "company")
            and " " in speaker
        ):
            affiliation = self._employer(speaker)
        return replace(speech, affiliation=affiliation, speaker_kind=kind)

    def _by_role(self, speech: Speech, speaker: str, affiliation: str | None) -> SpeakerKind | None:
        """The kind that a job gives; None where the job alone tells nothing."""
        role = (speech.role or "").lower()
        held = set(role.replace("-", " ").split()) | set(role.split())
        house = self.party_kind(affiliation) if affiliation else None
        before = self._before_role(speaker)
        if held & _LEFT or _LEFT_BEFORE.search(before):
            return "other"
        if speech.speaker_kind == "government" and not held & {"chief", "executive", "president", "secretary"}:
            return "government"
        if held & _LAWYERS:
            return "government" if "general" in held or "district" in held or _US_ATTORNEY.search(before) else "other"
        if held & _OFFICES and house not in ("company", "fund"):
            return "government"
        if held & ANALYST_NOUNS:
            return "analyst"
        if held & _SPOKES and _is_public(self._reading.directory.described(speaker)[0]):
            # Who speaks for a minister is named as the minister.
            return "government"
        if held & _SPOKES:
            return "government" if house == "government" else "company"
        if house == "government":
            return "government"
        if house in ("group", "media") or "union" in held or before.endswith("union ") or role == "general secretary":
            return "other"
        if held & _OUTSIDERS:
            return "other"
        if house == "research_firm" or (held & _STUDIES and affiliation and not self._is_of_the_story(affiliation)):
            return "analyst"
        if speech.speaker_kind == "other" and role.endswith("manager"):
            # Managers of money: they hold shares, and neither lead the company nor study it for others.
            return "other"
        if held & _OFFICERS:
            return "executive"
        return None

    def _behind_role(self, speaker: str) -> str | None:
        """The house named behind a job, other jobs of the same person between them or not."""
        span = self._reading.directory.role_at(speaker)
        named = _POST_AT.match(self._reading.text, span[1], span[1] + _LONGEST_POST) if span else None
        return self._house(named.end()) if named else None

    def _its_house(self, speaker: str) -> str | None:
        """The body that the sentence before begins with, of "its analyst" and of "a partner at the firm"."""
        reading = self._reading
        span = reading.directory.role_at(speaker)
        if span is None:
            return None
        begin = max(0, span[0] - _LINK)
        if not (_ITS.search(reading.text, begin, span[0]) or _AT_THE_BODY.match(reading.text, span[1])):
            return None
        here = reading.article.sentence_at(span[0])
        if here is not None and any(self._house(name.start) for name in reading.names_of(here) if name.end <= span[0]):
            # "Tarn hired a chairman, and its director": the sentence may mean its own.
            return None
        for number in range(here.number - 1, max(0, here.number - _NEAR), -1) if here else ():
            sentence = reading.article.sentences[number - 1]
            if "\n\n" in reading.text[sentence.end : span[0]]:
                return None
            for name in reading.names_of(sentence):
                house = self._house(name.start)
                if house is not None and self.party_kind(house) not in ("other", "person"):
                    return house
        return None

    def _before_role(self, speaker: str) -> str:
        span = self._reading.directory.role_at(speaker)
        return self._reading.text[max(0, span[0] - _LINK) : span[0]] if span else ""

    def _by_house(self, affiliation: str | None) -> SpeakerKind:
        """The kind of somebody of whom no more is told than where he works."""
        if affiliation is None:
            return "other"
        house = self.party_kind(affiliation)
        if house == "research_firm":
            return "analyst"
        if house == "government":
            return "government"
        if house in ("company", "fund", "other") and name_kind(affiliation) != "place":
            return "executive" if house == "fund" or self._is_of_the_story(affiliation) else "analyst"
        return "other"

    def _is_of_the_story(self, house: str) -> bool:
        """Whether a house is among those most named, and does not only lend somebody's judgement to the story."""
        times = len(self._mentions(house))
        mentions = self._reading.mentions
        most = max((len(places) for name, places in mentions.items() if name_kind(name) != "place"), default=0)
        return times >= _FEW and times * 3 >= most

    def _where(self, speaker: str) -> tuple[str | None, SpeakerKind | None]:
        """The house beside a person's name at any mention, and the kind that the words between them give."""
        if speaker not in self._belongs:
            self._belongs[speaker] = next(
                (
                    found
                    for mention in self._reading.directory.mentions_of(speaker)[:_MENTIONS]
                    if (found := self._beside(mention)) is not None
                ),
                (None, None),
            )
        return self._belongs[speaker]

    def _beside(self, mention: NameSpan) -> tuple[str | None, SpeakerKind | None] | None:
        text, end = self._reading.text, mention.end
        if (link := _FOLLOWS.match(text, end)) and (house := self._house(link.end())):
            return house, "analyst"
        if _FOLLOWS_ONLY.match(text, end):
            return None, "analyst"
        if (link := _LEADS.match(text, end)) and (house := self._house(link.end())):
            return house, "executive"
        if (link := _AT.match(text, end)) and (house := self._house(link.end())):
            return house, None
        for joint in _OWNED:
            if text.endswith(joint, 0, mention.start):
                before = self._reading.name_over(mention.start - len(joint) - 1)
                if before is not None and (house := self._house(before.start)):
                    return house, None
        if text.endswith(", ", 0, mention.start):
            before = self._reading.name_over(mention.start - 3)
            if before is not None and _COUNTERPART.search(text, max(0, before.start - _LINK), before.start):
                house = self._house(before.start)
                return (house, "executive") if house else None
        return None

    def _employer(self, speaker: str) -> str | None:
        """The company whose officer somebody is who is only called "the chief executive": the one of the sentence, or
        the first named of a sentence before in the same paragraph; else the one that the story is about."""
        if speaker not in self._employers:
            span = self._reading.directory.role_at(speaker)
            mentions = self._reading.directory.mentions_of(speaker)
            at = span[0] if span else mentions[0].start if mentions else None
            self._employers[speaker] = None if at is None else self._company_before(at)
        return self._employers[speaker]

    def _company_before(self, at: int) -> str | None:
        reading = self._reading
        here = reading.article.sentence_at(at)
        if here is None:
            return None
        firms: list[str] = []
        openers: dict[str, None] = {}
        for number in range(here.number, max(0, here.number - _BACK), -1):
            sentence = reading.article.sentences[number - 1]
            if "\n\n" in reading.text[sentence.end : at]:
                break
            named = [
                full
                for name in reading.names_of(sentence)
                if name.start < at and self._is_firm(full := reading.full(name)) and not self._is_quoted(name.start)
            ]
            firms += named
            openers.update(dict.fromkeys(named[:1]))
        subject = self._subject()
        if subject is not None and (subject in firms or not firms) and len(self._mentions(subject)) >= _FEW:
            return subject
        # Where the paragraph goes over from one to another, a job alone does not tell whose it is.
        if firms:
            return next(iter(openers)) if len(openers) == 1 else None
        return self._only_opener(here.number)

    def _only_opener(self, number: int) -> str | None:
        """The company that is the first named of every sentence before `number` that names any."""
        reading = self._reading
        openers: set[str] = set()
        for sentence in reading.article.sentences[: number - 1]:
            first = next(
                (full for name in reading.names_of(sentence) if self._is_firm(full := reading.full(name))), None
            )
            if first is not None and not self._is_quoted(reading.names_of(sentence)[0].start):
                openers.add(first)
            if len(openers) > 1:
                return None
        return openers.pop() if openers else None

    def _is_quoted(self, at: int) -> bool:
        """Whether a name stands between quotation marks: whom somebody speaks of is not therefore his own house."""
        quoted = self._reading.article.readings.quoted
        nth = bisect_right(quoted, at, key=lambda stretch: stretch.start) - 1
        return nth >= 0 and at < quoted[nth].end

    def _is_firm(self, name: str) -> bool:
        return name_kind(name) != "place" and self.party_kind(name) in ("company", "fund")

    def _subject(self) -> str | None:
        """The company that the story names twice as often as any other, None where there is none."""
        if self._most is None:
            mentions = self._reading.mentions
            counts = sorted(((len(places), name) for name, places in mentions.items() if len(places) > 1), reverse=True)
            firms = [(count, name) for count, name in counts if self._is_firm(name)][:2]
            alone = firms and (len(firms) == 1 or firms[0][0] >= 2 * firms[1][0])
            self._most = firms[0][1] if alone else ""
        return self._most or None

    def _house(self, at: int) -> str | None:
        """The organisation whose name begins at `at`."""
        name = self._reading.name_at(at)
        if name is None or name_kind(name.text) in ("person", "place"):
            return None
        full = self._reading.full(name)
        return None if self._reading.directory.is_person(full) or name_kind(full) == "place" else full

    def _of_body(self, speech: Speech, speaker: str) -> SpeakerKind:
        party = self.party_kind(speaker)
        if party == "research_firm":
            return "analyst"
        if party in ("company", "fund"):
            return "company"
        if party == "government":
            return "government"
        if party in ("group", "media"):
            return "other"
        return speech.speaker_kind

    def _of_description(self, speech: Speech, speaker: str) -> SpeakerKind:
        """The kind of somebody who is given by his own words: "people familiar with it", "the chain"."""
        words = [word.strip(".,'’\"“”").lower() for word in speaker.split()]
        words = [word for word in words if word]
        if words[:1] in (["one"], ["another"]) and words[1:] in ([], ["of", "them"]):
            return "anonymous"
        if len(words) < 2:
            return "company" if words and words[0] == "management" else speech.speaker_kind
        if words[:1] == ["a"] and words[-2:-1] == ["of"]:
            # "A number of airlines", "a handful of analysts": those are the head.
            words = words[-1:]
        head = words[: next((nth for nth, word in enumerate(words) if nth and word in _ENDS_HEAD), len(words))]
        held, last = set(head), head[-1]
        if set(words) & ANONYMOUS and not held & DOCUMENTS:
            return "anonymous"
        if speech.speaker_kind == "anonymous":
            return "anonymous"
        if {"identified", "named", "anonymity"} & set(words):
            return "anonymous"
        if held & ANALYST_NOUNS:
            return "analyst"
        if last in _PUBLIC:
            return "anonymous" if last in ("official", "officials") and "company" in held else "government"
        if last in _SPOKES:
            return "government" if held & _PUBLIC or speech.speaker_kind == "government" else "company"
        if last in _BODIES:
            return "other" if last in _NO_COMPANIES else "company"
        if last in _COMPANY_TEXTS:
            return "company"
        if last in DOCUMENTS:
            return speech.speaker_kind
        if (
            speaker.rsplit(None, 1)[-1][0].isupper()
            or not _is_people(last)
            or (words[0] not in _ONE | _SEVERAL and (words[0] != "the" or last in OFFICERS))
        ):
            return speech.speaker_kind
        return "anonymous"


def _is_public(role: str | None) -> bool:
    return role is not None and kind_of_person(role, None) == "government"


def _is_post(role: str | None) -> bool:
    """Whether a job is one of those that a company has once: "chief executive", not "owner"."""
    held = set((role or "").lower().replace("-", " ").split())
    return bool(held & _POSTS) and held != {"chief"}


def _is_people(noun: str) -> bool:
    """Whether a noun is one for people, by its end or by a table."""
    return noun in _PEOPLE or (noun.endswith(_PERSONS) and noun not in _THINGS and not noun.endswith(("ment", "ments")))


_ENDS_HEAD = word_set(
    "about asked at briefed close familiar for from in inside involved near of on that there to which who with"
)
"""Words behind which a phrase only tells more about its head."""
