"""The names of an article: fullest forms, who is a person, and which job and organisation the text gives to whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from summarizer.text.first_names import GENDERED_TITLES, pronoun_of
from summarizer.text.name_forms import has_legal_form, initials, may_refer, name_kind, strip_suffix
from summarizer.text.name_words import COMPANY_WORDS, FIRST_NAMES, GROUP_WORDS, NATIONALITIES, NOT_PARTY_HEADS
from summarizer.text.names import NameSpan
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import (
    BODY_NOUNS,
    JOB_FIELDS,
    JOB_HEADS,
    JOB_MODIFIERS,
    MEDIA_WORDS,
    ORGANISATION_NOUNS,
)

_ALTERNATIVES = alternatives(JOB_HEADS | JOB_MODIFIERS | JOB_FIELDS)
HEADS = alternatives(JOB_HEADS)
"""The nouns that end the name of a job, as alternatives of a pattern."""
JOB = pattern(
    rf"(?<![\w-])(?!(?:and|of)\b)(?:(?:{_ALTERNATIVES})(?:[ -]|\n *)){{0,6}}(?:{HEADS})(?:[ -]general)?(?![\w-])",
    re.IGNORECASE,
    look=True,
)
_JOB_ENDS = JOB_HEADS | {"general"}
_FIELD = pattern(
    r" (?:of|for) (?!an?\b|her\b|his\b|its\b|one\b|the\b|their\b|more\b)[a-z][\w-]*"
    r"(?:,? (?!(?:at|by|for|from|in|of|on|said|says|the|told|who|with)\b)[a-z][\w-]*){0,4}(?=[\s,.;]|$)"
)
"""What somebody is head of: "head of research", "vice president for sales and marketing"."""
_TITLED = pattern(
    r"[DGMRS](?<!\w.)(?:(?<=M)(?:rs?|s|iss)|(?<=D)r|(?<=S)(?:ir|en)|(?<=R)ep|(?<=G)ov)"
    r"\.? (?:[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)"
)
_PAST_JOB = pattern(r"(?:\b(?:[Ff]ormer|[Oo]ne-?time|[Rr]etired|[Ee]rstwhile)\s|\b[Ee]x-)(?:[^\s,;:.'’]+\s){0,5}\Z")
"""What stands before a job that its bearer no longer has, a house between them or not."""
_PAST_WITHIN = pattern(r"(?:former|one-?time|retired|erstwhile|ex)\b", re.IGNORECASE)
_NOW_AT = pattern(
    r"[^.;:“”\"]{0,60}?\bnow\s(?:(?:an?|the)\s)?(?:[a-z-]+\s){0,4}?"
    r"(?:at|for|heads|leads|of|runs|with)\s(?:the\s)?(?=[A-Z])"
)
"""What leads from a job of the past to the present house: "who is now at Tarn Insight"."""
_FIRMS_JOBS = word_set(
    "adviser advisor broker consultant designer host investor investors leader partner principal trader"
)
"""Jobs that companies have too."""
_ANYBODYS_JOBS = word_set("advisers advisors brokers consultants designers hosts investors partners traders")
"""What stands before the names of several firms: "existing investors Tarn Row and Lund"."""
_PERSONS_JOBS = alternatives(JOB_HEADS - ORGANISATION_NOUNS - BODY_NOUNS - _FIRMS_JOBS)
_OWNED_JOB = pattern(rf"['’]s? (?:[a-z-]+ ){{0,3}}(?:{HEADS})(?: of(?: [a-z][\w-]*){{1,4}})?$")
_ITS_JOB = pattern(
    rf"\b(?:his|her|its|our|the|their) (?:[a-z-]+ ){{0,3}}(?:{_PERSONS_JOBS})"
    r"(?: of(?: [a-z][\w-]*){1,4})?$",
    re.IGNORECASE,
)
"""A job before its bearer's name that no body has: "its general secretary, Jane Roe"."""
NAME_PARTICLES = word_set("al bin bint da das de del den der di dos du e el ibn la las le los te ten ter van von y")
"""Small words inside the names of people."""
_REGION = pattern(
    r"(?:\b(?:Africa|Americas?|APAC|Asia|Asia[ -]Pacific|Benelux|Central Europe|(?:East|South|Southeast|West) Asia|"
    r"Eastern Europe|EMEA|Europe|Latin America|Middle East|Nordics?|North America|Northern Europe|Scandinavia|"
    r"South America|(?:East|South|West) Africa|Western Europe)(?:,? (?:and|&) |, | ))+\Z"
)
"""What a job is told by where it is that of a region: "Middle East director"."""
_REGIONS_END = ("a ", "e ", "t ", "s ", "c ", "C ", "A ", "K ", "S ", ". ", "y ", "d ", "n ", "l ", "o ", "m ")
_COUNTRY = pattern(r"(?:\b[Ii]ts |[’']s |\A|[,“\"\n] ?)((?:[A-Z][a-z]+|U\.?[KS]\.?)) \Z")
_LOCAL_JOB = pattern(r"(?:[a-z]+ ){0,2}(?:boss|director|head|manager|managing director)\b")
"""Jobs that are told by a country: "its UK director", not "Norway's finance minister"."""
_FIELD_HEADS = word_set("chair chief director editor head manager officer president professor vice-president vp")
"""Jobs that are told by their field."""
_OF_FIELD = pattern(rf"\b(?:{HEADS})\s(?:of|for)\s\Z", re.IGNORECASE)
_AT_HOUSE = pattern(r"\s(?:at|with)\s(?:the\s)?[A-Z]")
_NEAR_NAME = 120
_LONGEST_TITLE = 200
"""Characters at the top within which the first line ends where it is a title."""
_BEFORE_NAME = 24
_PIECE_END = pattern(r"[.;:!?“”\"\n](?:(?<=[“”\"\n])|\s|$|[\"”])")
"""Where what stands behind a name ends: with a sentence, a line or a quotation."""
_SAID = pattern(r"\b(?:said|told|says|wrote|added)\b")
_SAYS = pattern(r"\s(?:adds|argues|insists|said|says|tells|told|warns)\b")
"""What a job does in a headline that closes with its bearer: "Acme will not bid for Roe, chairman says"."""
_SPEAKS = pattern(r",?\s(?:said|says|told)\b")
_APART = pattern(
    r"\b(?:a|about|after|an|are|as|by|for|from|had|has|have|in|is|its|on|said|than|that|their|to|was|were|which|who|will|with|"
    r"would)\b"
)
"""Words between a name and a job that is not at its house: "Acme was helped by chairman"."""
_LONGEST_HOUSE = 60
_BODY_BEFORE = pattern(rf"\b(?:{alternatives(ORGANISATION_NOUNS | BODY_NOUNS)}) \Z", re.IGNORECASE)
_BODY_ENDS = tuple(sorted(f"{word} " for word in ORGANISATION_NOUNS | BODY_NOUNS))
_BODY_BEHIND = pattern(
    rf"['’]s (?:[a-z-]+ ){{0,2}}(?:{HEADS}|board|shareholders|shares|subsidiary)\b|,? (?:shares|stock)\b"
)
_STAFF_BEHIND = pattern(
    r" (?:(?:chief|senior|lead|managing|media|industry|market|equity|research|portfolio) )?(?:analysts?|strategists?|"
    r"economists?|spokes\w+|employees)\b"
)
_STAFF_BEFORE = pattern(
    r"(?:\b(?:analysts?|strategists?|economists?|spokes\w+|bankers?|traders?|executives?) (?:of|with|from|for)"
    r"|\bat|[A-Z][a-z]+ [A-Z][a-z]+ of) \Z"
)
"""Who works for a body and what it has, on either side of its name: "Petrel Marr analyst", "economists at Petrel"."""
_STAFF_ENDS = ("at ", "for ", "from ", "of ", "with ")
_OWNED_NAME = pattern(r"['’]s ([A-Z][a-z]+) [A-Z]")
_BEHIND_PERSON = pattern(
    r",? (?:said|says|told|wrote|added|adds|noted|notes|believes|thinks|argued|argues|warned|who|is|was|has|had|will|"
    r"joined|resigned|stepped|founded|also|recently|and his|and her|himself|herself)\b|"
    r", (?:an?|the|its|\d\d|who|whose)\b|['’]s? [a-z]"
)
"""What follows the names of people, though not only theirs."""
_LIVING = pattern(r", (?:who|\d\d)\b|,? (?:himself|herself|joined|resigned|retired|stepped|and (?:his|her))\b")
"""What follows only the names of people."""
_DEGREE_BEHIND = pattern(r", who\b|, (?:M\.?D|Ph\.?D|J\.?D|CFA|CPA|Esq|MBA)\b")
_DEGREE = pattern(r"(?:, (?:M\.?D|Ph\.?D|J\.?D|D\.?Phil|M\.?B\.?A|M\.?Sc|CFA|CPA|Esq)\b\.?)+(?=,)")
"""What stands between a name and the job behind it."""
_LISTED = pattern(
    r"(?:, [A-Z][\w&’'-]*(?: (?:and|of|&|[A-Z][\w’'-]*))*){0,2}?"
    r", ([A-Z][\w&’'-]*(?: (?:of|&|[A-Z][\w’'-]*))*)(?=[.”\"\n]|\Z)"
)
"""A field, and the house behind it, at the end of a sentence."""
_ACRONYM = pattern(r"[A-Z]{3,}(?![a-z.])")
_TRADED_BEFORE = pattern(
    r"\b(?:acquir(?:e|ed|es|ing)|buy|buying|buys|bought|purchas(?:e|ed|es|ing)|merge(?:d|s)? with|merger with|"
    r"(?:acquisition|buyout|owner|parent|purchase|subsidiary|takeover) of|(?:shares|stake) in) \Z"
)
_TRADED_ENDS = ("e ", "ed ", "es ", "ing ", "y ", "ys ", "ght ", "of ", "with ", "in ")
_NO_OWNER = pattern(r"(?!['’]|\s(?:an?|her|his|the|\d)\b)")
"""What is bought and no person: nobody "bought Jane Roe a mill", "bought Jane Roe's mill"."""
_TRADES_BEHIND = pattern(
    r"(?:,[^.;,“”\"\n]{2,60},)?\s(?:said\s(?:\w+\s){0,3}?it\s(?:has|had|will|would|plans|agreed|bought|sold|expects|is)\b|"
    r"(?:(?:will|would|has|had|is|was|have|agreed|plans?|wants|to|been|be)\s){0,4}(?:acquired?|bought|buys?|merged?|"
    r"sells?|sold|taken\sover)\b(?=[^.;“”\"\n]{0,160}\bit(?:s|self)?\b)(?![^.;“”\"\n]{0,160}\b(?:he|her|him|his|she)\b))"
)
"""A buyer, seller or target that the sentence calls "it"."""
_WHOLE_ENDS = word_set("bank company corporation group holdings industries international")
"""Last words that a company's full name has beyond the one that it is known by."""
_ARMS = word_set("cloud foundation labs pay sports studios ventures")
"""Last words of the names of a company's arms, told of after the company itself."""
_MODEL_OF = pattern(r"[-‐‑](?:[A-Z]{1,2}\d{0,4}|\d{1,4}[A-Za-z]?)")
"""What makes a model's name of its maker's: "Vexler-R", "Vexler-9"."""
_SHORT_ACRONYM = 4
_SHORTEST_FAMILY = 4
_JOB_AFTER = pattern(rf", (?:(?:an?|the|its|his|her) )?(?:[\w’'-]+ ){{0,3}}?(?:{_PERSONS_JOBS})(?: [a-z]|,|\.)")
_JOB_AHEAD = pattern(rf"\b(?:(?:{_PERSONS_JOBS}),?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) \Z")
SURNAMES_TOO = word_set("""
    banks cable field fields forest grove hall homes house land lane mall park parks power powers steel stone street
    towers wells woods works
""")
"""Frequent family names that are words of places and companies as well."""
_NOT_AFFILIATION = word_set("new york london washington")


def job_with_field(words: str, job: re.Match[str]) -> str:
    """The name of a job in `words` with the field that stands behind it."""
    field = _FIELD.match(words, job.end()) if job.group().rsplit(None, 1)[-1].lower() in _FIELD_HEADS else None
    return job.group() + (field.group() if field else "")


def with_region(text: str, low: int, job: int) -> int:
    """Where the name of a job that begins at `job` begins with its region, not before `low`."""
    if not text.startswith(_REGIONS_END, job - 2):
        return job
    if (place := _COUNTRY.search(text, max(low, job - _BEFORE_NAME), job)) is not None:
        local = name_kind(place[1]) == "place" and _LOCAL_JOB.match(text, job) is not None
        return place.start(1) if local else job
    found = _REGION.search(text, max(low, job - _BEFORE_NAME - _BEFORE_NAME), job)
    if found is None:
        return job
    before = text[max(low, found.start() - _BEFORE_NAME) : found.start()].rsplit(None, 1)[-1:]
    # "Bank of America chief executive": the region is a part of a name.
    part = before and (
        before[0] in ("&", "and", "of") or (before[0][0].isupper() and before[0][-2:] not in ("'s", "’s"))
    )
    return job if part else found.start()


def is_past(role: str | None) -> bool:
    """Whether a role is one that its bearer no longer has: "former chairman"."""
    return role is not None and _PAST_WITHIN.match(role) is not None


def past_job(words: str, job: int) -> int | None:
    """Where "former" stands that goes with the job that begins at `job`, None where the job is a present one.

    `words` have their names replaced by marks (`Directory.without_names`), so that a house stands as one word.
    """
    if _PAST_WITHIN.match(words, job):
        return job
    found = _PAST_JOB.search(words, 0, job)
    return found.start() if found else None


def is_field(name: str) -> bool:
    """Whether capitalised words are the field of a job and no organisation: "Energy economist Jane Roe"."""
    return all(word.lower() in JOB_MODIFIERS or word.lower() in JOB_FIELDS for word in name.split())


def is_field_of_job(text: str, name: NameSpan) -> bool:
    """Whether a name is the field of a job that is at a house named behind it: "director of Fleet Strategy at Roe"."""
    return (
        _OF_FIELD.search(text, max(0, name.start - _BEFORE_NAME), name.start) is not None
        and _AT_HOUSE.match(text, name.end) is not None
    )


def on_one_line(name: str) -> str:
    """`name` with single spaces, where lines broke inside it too."""
    return name if name.isalpha() else " ".join(name.split())


class Directory:
    """The names of an article and what it says about the people: built once, asked for every source."""

    def __init__(self, text: str, names: Sequence[NameSpan], aliases: Sequence[tuple[str, str]]) -> None:
        self.text = text
        self.names = names
        self._starts = [name.start for name in names]
        self._known: dict[str, str] = {}
        self._persons: dict[str, bool] = {}
        self._aliases = {alias: name for name, alias in aliases}
        forms = [on_one_line(name.text) for name in names]
        distinct: dict[str, int] = {}
        for name, form in zip(names, forms, strict=True):
            distinct.setdefault(form, name.start)
        self.distinct = list(distinct)
        self.first = distinct
        self._title_end = max(text.find("\n", len(text) - len(text.lstrip()), _LONGEST_TITLE), 0)
        self._titled = {match.group(1) for match in _TITLED.finditer(text)}
        self._by_word: dict[str, list[str]] = {}
        for candidate in self.distinct:
            for key in _keys(candidate):
                self._by_word.setdefault(key, []).append(candidate)
        self._described: dict[str, tuple[str | None, str | None]] = {}
        self._roles: dict[str, tuple[int, int]] = {}
        self._bodies: dict[str, bool] = {}
        self.kinds: dict[str, str | None] = {}
        """By a noun such as "bank": the only one of that kind, kept by who looks for it."""
        self._by_person: dict[str, list[NameSpan]] = {}
        for name, form in zip(names, forms, strict=True):
            self._by_person.setdefault(form, []).append(name)
        self.pronouns = _pronouns(self.distinct)
        """By family name: the pronoun that the title before it tells, where all its bearers have one: "Mr Roe"."""
        self._namesakes = {name.split()[-1]: name for name in self.distinct if self._is_introduced(name)}

    def fullest(self, name: str) -> str:
        """The fullest name of the article that `name` can stand for; `name` itself where several differ."""
        found = self._known.get(name)
        if found is None:
            line = on_one_line(name)
            found = self._known[name] = self._known[line] = self._known.get(line) or self._fullest(line)
        return found

    def bearers(self, family: str) -> list[str]:
        """The people of the text with this family name who are named in full."""
        near = self._by_word.get(family.lower(), [])[:40]
        found = {self.fullest(name) for name in near if name.split()[-1] == family != name}
        return sorted(name for name in found if self.can_be_person(name))

    def _is_introduced(self, name: str) -> bool:
        """Whether a job at a mention shows that the name is a person's, though its last word is a company's too."""
        words = name.split()
        if not 1 < len(words) < 4 or words[-1].lower() not in SURNAMES_TOO or not _capitalised(words):
            return False
        return any(
            _JOB_AFTER.match(self.text, mention.end)
            or _JOB_AHEAD.search(self.text, max(0, mention.start - _BEFORE_NAME), mention.start)
            for mention in self._by_person.get(name, ())[:3]
        )

    def _fullest(self, name: str) -> str:
        if name in self._namesakes:
            return self._namesakes[name]
        if name_kind(name) == "place":
            return name
        if name.islower():
            # A brand in small letters has no other forms than itself and itself with a legal form.
            return next((other for other in self.distinct if other != name and strip_suffix(other) == name), name)
        plain = strip_suffix(name)
        near = {other for key in _keys(name) for other in self._by_word.get(key, [])[:40]}
        if plain.lower() in MEDIA_WORDS:
            near = {other for other in near if strip_suffix(other) == plain}
        fits = sorted(
            (other for other in near if len(other) > len(plain) and may_refer(name, other)),
            key=lambda other: (len(other), self.first[other]),
        )
        fits = [other for other in fits if not self._is_part_of_it(name, other)]
        if name.isupper() and (expanded := [other for other in fits if name in initials(other)]):
            fits = expanded
        if not fits:
            alias = self._aliases.get(name)
            if alias and alias != name and self._aliases.get(alias) != name:
                return self._fullest(alias)
            fits = self._by_last_word(name, near)
            if not fits:
                return name
        fullest = fits[-1]
        if not all(_agree(other, fullest) for other in fits):
            fits = [other for other in fits if has_legal_form(other)]
            fullest = fits[-1] if fits else name
        return fullest if all(_agree(other, fullest) for other in fits) else name

    def _is_part_of_it(self, name: str, other: str) -> bool:
        """Whether the longer name is no fuller form, but the name of a product or a unit: it comes after the shorter
        one, which stands in the prose by itself and more often."""
        short, long = strip_suffix(name).split(), strip_suffix(other).split()
        if has_legal_form(name) and len(short) != len(long) and not other.endswith(")"):
            return True
        if other.startswith(name) and _MODEL_OF.fullmatch(other, len(name)):
            return True
        pair = other.replace("/", "-").split("-") if name in other else []
        if len(pair) == 2 and name in pair and all(one in self.first for one in pair):
            # "Vexler-Dorn" for two
            return True
        if len(long) <= len(short) or long[: len(short)] != short or name_kind(other) == "person":
            return False
        if any(map(str.isdigit, "".join(long[len(short) :]))) and not has_legal_form(other):
            return True
        counts = [len(self._by_person.get(form, ())) for form in (name, other)]
        own = next(
            (mention.start for mention in self._by_person.get(name, ()) if mention.start >= self._title_end), None
        )
        whole = has_legal_form(other) or long[-1].lower() in COMPANY_WORDS
        if own is not None and name.isupper() and len(name) <= _SHORT_ACRONYM and not has_legal_form(other):
            # "VXL Services", "VXL Opteron": what VXL has, where the report tells of VXL first
            told = (mention.start for mention in self._by_person.get(other, ()) if mention.start >= self._title_end)
            if own < next(told, own + 1) and long[-1].lower() not in _WHOLE_ENDS:
                return True
        if own is None or own > self.first[other]:
            return counts[0] >= 3 * counts[1] and not whole
        if len(short) > 1:
            return long[-1].lower() not in _WHOLE_ENDS
        if len(long) == len(short) + 1 and long[-1].lower() in _ARMS:
            return True
        return counts[0] >= 2 * counts[1] and not whole

    def _by_last_word(self, name: str, near: set[str]) -> list[str]:
        """The company whose founder's family name is used alone: "Lorne" for "Ada Lorne Co." """
        if " " in name or len(name) < _SHORTEST_FAMILY or name.lower() in COMPANY_WORDS:
            return []
        return sorted(
            (
                other
                for other in near
                if has_legal_form(other) and len(plain := strip_suffix(other).split()) > 1 and plain[-1] == name
            ),
            key=len,
        )

    def is_person(self, name: str) -> bool:
        """Whether the article's words, or the name's own, show a person."""
        found = self._persons.get(name)
        if found is None:
            found = self._persons[name] = self._is_person(name)
        return found

    def _is_person(self, name: str) -> bool:
        if name in self._namesakes.values():
            return True
        kind = name_kind(name)
        if kind == "person":
            return not self._has_staff(name) and (
                not (_of_first_names(name) or self._is_traded(name)) or self._lives(name)
            )
        if kind != "other":
            return False
        words = name.split()
        if not 1 < len(words) < 6 or self.is_body(name) or _ACRONYM.match(words[0]):
            return False
        if words[-1].lower() in NOT_PARTY_HEADS or any(word.lower() in GROUP_WORDS for word in words):
            return False
        role = self.described(name)[0]
        if role is not None and role.rpartition(" ")[2].lower() not in _ANYBODYS_JOBS:
            return True
        if words[0].lower() in NATIONALITIES or not _capitalised(words):
            return False
        family = [word for word in words[1:] if word[0].isupper()]
        if words[-1] in self._titled or any(
            _DEGREE_BEHIND.match(self.text, mention.end) for mention in self._by_person.get(name, ())[:3]
        ):
            return True
        return (
            any(word in self.first for word in family)
            and words[0] not in self.first
            and not any(word.isupper() and len(word) > 2 for word in words)
            and any(
                _BEHIND_PERSON.match(self.text, mention.end)
                for form in (name, *family)
                for mention in self._by_person.get(form, [])[:8]
            )
        )

    def is_body(self, name: str) -> bool:
        """Whether a mention of the name shows a body: "the utility Ebro", "Ebro's head of sales"."""
        if not name.strip():
            return False
        if name not in self._bodies:
            self._bodies[name] = any(
                (
                    self.text[max(0, mention.start - _BEFORE_NAME) : mention.start].lower().endswith(_BODY_ENDS)
                    and _BODY_BEFORE.search(self.text, max(0, mention.start - _BEFORE_NAME), mention.start)
                )
                or _BODY_BEHIND.match(self.text, mention.end)
                for form in (name, name.split()[-1])
                for mention in self._by_person.get(form, [])[:6]
            ) or self._has_staff(name)
        return self._bodies[name]

    def _has_staff(self, name: str) -> bool:
        """Whether somebody is said to work there, though the name looks like a person's: "Morgan Brandt analysts"."""
        return any(
            _STAFF_BEHIND.match(self.text, mention.end)
            or (
                self.text.endswith(_STAFF_ENDS, max(0, mention.start - _BEFORE_NAME), mention.start)
                and _STAFF_BEFORE.search(self.text, max(0, mention.start - _BEFORE_NAME), mention.start)
            )
            or ((owned := _OWNED_NAME.match(self.text, mention.end)) and owned[1].lower() in FIRST_NAMES)
            for mention in self._by_person.get(name, ())[:6]
        )

    def _is_traded(self, name: str) -> bool:
        """Whether a name that begins as a person's is bought, or trades as "it": "bought Rose Aldersea"."""
        return any(
            (
                self.text.endswith(_TRADED_ENDS, 0, mention.start)
                and _TRADED_BEFORE.search(self.text, max(0, mention.start - _BEFORE_NAME), mention.start)
                and _NO_OWNER.match(self.text, mention.end)
            )
            or _TRADES_BEHIND.match(self.text, mention.end)
            for mention in self._by_person.get(name, ())[:6]
        )

    def _lives(self, name: str) -> bool:
        """Whether the text has a name that may be a firm's too, as it is made of first names, as a person's."""
        return (
            self.described(name)[0] is not None
            or name.split()[-1] in self.first
            or name.split()[-1] in self._titled
            or any(_LIVING.match(self.text, mention.end) for mention in self._by_person.get(name, ())[:3])
        )

    def can_be_person(self, name: str) -> bool:
        """Whether nothing speaks against a person: two to four capitalised words that are no company's or place's."""
        words = name.split()
        return self.is_person(name) or (
            name_kind(name) == "other" and 1 < len(words) < 5 and _capitalised(words) and words[0] not in self.first
        )

    def is_subject(self, name: str) -> bool:
        """Whether a name is a company's by its words, or named more than once."""
        return name_kind(name) == "company" or len(self._by_person.get(name, ())) > 1

    def mentions_of(self, form: str) -> Sequence[NameSpan]:
        """Where this very form of a name stands, in order."""
        return self._by_person.get(form, ())

    def role_at(self, name: str) -> tuple[int, int] | None:
        """Where the role stands that `described` gives."""
        self.described(name)
        return self._roles.get(name)

    def described(self, name: str) -> tuple[str | None, str | None]:
        """(role, affiliation) that the article gives the person `name` at any of its mentions."""
        if name not in self._described:
            self._described[name] = (None, None)
            best: tuple[str | None, str | None] = (None, None)
            for mention in self._by_person.get(name, [])[:6]:
                *found, at = self._description_at(mention)
                if at is not None and found[0] and not best[0]:
                    self._roles[name] = at, at + len(found[0])
                if (found[0] and not best[0]) or (found[1] and not best[1]):
                    best = (found[0] or best[0], found[1] or best[1])
                if all(best):
                    break
            self._described[name] = best
        return self._described[name]

    def _description_at(self, mention: NameSpan) -> tuple[str | None, str | None, int | None]:
        degree = _DEGREE.match(self.text, mention.end)
        behind = degree.end() if degree else mention.end
        after = self.text[behind : behind + _NEAR_NAME]
        stop = _PIECE_END.search(after)
        after = after[: stop.start()] if stop else after
        if after.startswith((", ", " (")):
            piece_end = after.find(",", 2)
            piece = after[2 : piece_end if piece_end > 0 else len(after)]
            job = (
                JOB.search(self.without_names(behind + 2, behind + 2 + len(piece)))
                if not JOB_HEADS.isdisjoint(piece.lower().replace("-", " ").split()) or "founder" in piece
                else None
            )
            if (
                job
                and job.start() < 60
                and not self._names_next(behind + 2 + job.end())
                and not _SAYS.match(piece, job.end())
                and not self._is_the_next_ones(behind + 2 + job.end())
                and not _SAID.search(piece, 0, job.start())
            ):
                low = behind + 2
                plain = self.without_names(low, low + len(piece))
                if (past := past_job(plain, job.start())) is not None:
                    role = on_one_line(self.text[low + past : low + job.end()])
                    return role, self._house_now(low + job.end(), mention.text), low + past
                begin = with_region(self.text, low, low + job.start())
                role = on_one_line(self.text[begin : low + job.start()] + job_with_field(plain, job))
                whose = self._affiliation(low, low + len(piece), role, mention.text)
                return role, whose or self._listed(low + job.end(), mention.text), begin
        before_start = max(0, mention.start - 90)
        before = self.text[before_start : mention.start]
        ended = before.rstrip(" ,").rsplit(None, 1)[-1:]
        if not ended or not before[-1:].isspace() or ended[0].lower().rsplit("-", 1)[-1] not in _JOB_ENDS:
            return None, None, None
        # In "Acme's chairman, Jane Roe" the job stands before the comma.
        apposed = before.endswith(", ") and (_OWNED_JOB.search(before[:-2]) or _ITS_JOB.search(before[:-2]))
        within = len(before) - 2 if apposed else len(before)
        cut = max(before.rfind(mark, 0, within) for mark in (". ", ", ", "\n", "“", "”", '"', "; ", ": "))
        segment = before[cut + 1 :] if cut >= 0 else before
        low = before_start + (cut + 1 if cut >= 0 else 0)
        plain = self.without_names(low, mention.start)
        jobs = list(JOB.finditer(plain))
        if jobs and not segment[jobs[-1].end() :].strip(" ,"):
            job = jobs[-1]
            if (past := past_job(plain, job.start())) is not None:
                role = on_one_line(self.text[low + past : low + job.end()])
                return role, self._house_now(mention.end, mention.text), low + past
            begin = with_region(self.text, low, low + job.start())
            role = on_one_line(self.text[begin : low + job.end()])
            start = self._house_start(low, begin)
            whose = None if start is None else self._affiliation(start, mention.start, role, mention.text)
            return role, whose, begin
        return None, None, None

    def _house_start(self, low: int, job: int) -> int | None:
        """Where the house begins that stands before a job at `job`, or the job where it is not that of the name before.

        "The deal between Acme and Keld was welcomed by the energy minister" makes no minister of Acme's. None where the
        job is a place's: "Oman's energy minister".
        """
        before = self.names_in(low, job)
        if not before:
            return low
        between = self.text[before[-1].end : job]
        if _APART.search(between):
            return job
        if name_kind(before[-1].text) == "place" and between.startswith(("'s ", "’s ")):
            return None
        return (
            low
            if len(before) == 1 or not _APART.search(self.text[before[0].end : before[-1].start])
            else before[-1].start
        )

    def _listed(self, at: int, person: str) -> str | None:
        """The house at the end of a list behind a job that ends at `at`: "Jane Roe, Vice President, Sales, Acme."."""
        if not self.text.startswith(", ", at) or (listed := _LISTED.match(self.text, at)) is None:
            return None
        last = self.names_in(listed.start(1), listed.end())[-1:]
        if not last or last[0].start != listed.start(1) or is_field(last[0].text):
            return None
        # "Vice President, Sales": what stands alone may be the field that the job is in.
        alone = listed.start(1) == at + 2
        known = " " in last[0].text and (not alone or name_kind(last[0].text) == "company")
        known = known or len(self.mentions_of(last[0].text)) > 1
        return self._affiliation(listed.start(1), listed.end(), "", person) if known else None

    def _is_the_next_ones(self, at: int) -> bool:
        """Whether the job that ends at `at` is the next name's: "to sell to Roe, its chairman, Ada Lund, said"."""
        following = self.names_in(at + 2, at + _NEAR_NAME) if self.text.startswith(", ", at) else []
        return bool(following) and following[0].start == at + 2 and bool(_SPEAKS.match(self.text, following[0].end))

    def _house_now(self, at: int, person: str) -> str | None:
        """The house that somebody works for now who is called by a job of the past."""
        link = _NOW_AT.match(self.text, at, at + _NEAR_NAME)
        return self._affiliation(link.end(), link.end() + _LONGEST_HOUSE, "", person) if link else None

    def _names_next(self, at: int) -> bool:
        """Whether a name stands right behind `at`: the job before it is then its bearer's."""
        return bool(self.names_in(at + 1, at + 60)) and self.names_in(at + 1, at + 60)[0].start == at + 1

    def _affiliation(self, start: int, end: int, role: str, person: str) -> str | None:
        """The organisation named in [start, end), beside the job and the person."""
        for name in self.names_in(start, end):
            if name.text == person or may_refer(name.text, person) or name.text.lower() in _NOT_AFFILIATION:
                continue
            if name_kind(name.text) in ("person", "place") or name.text in role or is_field(name.text):
                continue
            if is_field_of_job(self.text, name):
                continue
            return self.fullest(name.text)
        return None

    def without_names(self, start: int, end: int) -> str:
        """The text in [start, end), each name in it replaced by marks of the same length."""
        pieces = []
        at = start
        for name in self.names_in(start, end):
            if is_field(name.text):
                # "Energy Minister Jane Roe": a capital makes no house of it.
                continue
            pieces += [self.text[at : name.start], "\0" * (name.end - name.start)]
            at = name.end
        return "".join((*pieces, self.text[at:end]))

    def names_in(self, start: int, end: int) -> list[NameSpan]:
        """The names inside [start, end)."""
        low = bisect_left(self._starts, start)
        found = []
        while low < len(self.names) and self.names[low].end <= end:
            found.append(self.names[low])
            low += 1
        return found


def _pronouns(names: Sequence[str]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        if len(words) > 1 and words[0].rstrip(".").lower() in GENDERED_TITLES and (told := pronoun_of(name)):
            found.setdefault(words[-1], set()).add(told)
    return {family: told.pop() for family, told in found.items() if len(told) == 1}


def _of_first_names(name: str) -> bool:
    words = name.lower().split()
    return len(words) == 2 and all(word in FIRST_NAMES for word in words)


def _agree(other: str, fullest: str) -> bool:
    """Whether two names that a short form fits are one's: "Orvane Co." is not "Orvane Media Services"."""
    if other == fullest:
        return True
    if has_legal_form(other) and strip_suffix(other).lower() != strip_suffix(fullest).lower():
        return False
    return may_refer(other, fullest)


def _capitalised(words: Sequence[str]) -> bool:
    """Whether all of `words` have a capital, particles of family names aside."""
    return all(word[0].isupper() or (at and word in NAME_PARTICLES) for at, word in enumerate(words))


@lru_cache(maxsize=8192)
def _keys(name: str) -> frozenset[str]:
    """Look-up keys that two forms of one name share: words without marks, initials, the words run together."""
    if name.isalpha():
        return frozenset((name.lower(),))
    words = [word.strip(".,()").lower() for word in name.replace("-", " ").split()]
    words = [word for word in words if word]
    keys = {word for word in words[:1] if len(word) > 1 or len(words) == 1}
    plain = [word.strip(".,()").lower() for word in strip_suffix(name).replace("-", " ").split()]
    if plain:
        keys.update((plain[0], plain[-1], "".join(plain[:2])))
        # Of two family names the first is used alone.
        keys.update(word for word in plain[1:-1] if len(plain) < 6 and len(word) > 2)
        letters = (
            "".join(word[0] for word in plain if word),
            "".join(word[0] for word in plain if word and word not in ("of", "and", "the", "for", "&")),
            "".join(word[0] for word in words) if len(words) > 2 else "",
        )
        keys.update(key for key in letters if len(key) > 1)
    return frozenset(key for key in keys if key)
