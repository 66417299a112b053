"""Whom a phrase of a sentence means: names in their full form, pronouns, "the company", parties that have no name.

Origin of the lists: determiners and pronouns are closed classes of English grammar; the nouns for bodies that act for a
company or a state are those of newswire usage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Sentence
from summarizer.models.offline.deal_arguments import names_in, party_phrase
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_helpers import is_authority
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_signs import GROUPS, SELF_NOUNS
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.no_parties import is_no_party, is_seat
from summarizer.models.offline.reading import Reading
from summarizer.text.cached import cached_property
from summarizer.text.directory import on_one_line
from summarizer.text.name_forms import name_kind, strip_suffix
from summarizer.text.name_words import NATIONALITIES
from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set

_STATES = word_set("government ministry bank treasury")
"""What a place's name makes the name of a body: "Ostland's central bank"."""
_DEFINITE = word_set("any both each her his its no other our several some that the their these this those")
_OPENING = 3
"""Words within which the name that opens a sentence ends."""
_FORMED = (["formed"], ["controlled"], ["led"], ["owned"])
_AND_NAME = re.compile(r"(?:o[dx]{0,2}[kx])?cN(?![rBHVRGA'])")
_NOBODY = word_set("different interested possible potential prospective separate")
"""Adjectives of buyers of whom it is not told who they are."""
_OWN_GROUPS = (
    ["its", "management", "group"],
    ["its", "management"],
    ["its", "managers"],
    ["its", "employees"],
    ["its", "executives"],
)
"""Who buys what it runs, spoken of with the company's own possessive."""
_TWO = re.compile(r"(\S.* (?:AG|Corp|Corporation|Inc|Ltd|NV|PLC|Plc|SA))\.?\s+and\s+(\S.*)", re.DOTALL)
"""Two companies, since a legal form ends the first."""
_QUOTES = frozenset("\"'\u2018\u201c")
_PLURAL = re.compile(r"[A-Z]{2,}s")
"""Goods: "SUVs"."""
_UNIT_BEHIND = re.compile(r"x{0,2}n")
_WRITTEN_SHORT = {
    "bros": "brothers", "int'l": "international", "intl": "international", "lab": "laboratory",
    "labs": "laboratories", "mfg": "manufacturing", "mgmt": "management", "pharma": "pharmaceuticals",
    "svcs": "services", "tech": "technologies",
}  # fmt: skip
"""Words of companies' names as headlines shorten them, and in full (style guides of newswires)."""
_DEFINING = re.compile(r"\((?:[^()]{0,60}?\b(?:or|and) )?(?:the )?[\"\u201c](?:the )?Company[,.]?[\"\u201d]")
"""How a release says whom it calls "the Company"."""
_DEFINED_WITHIN = 30
_PRONOUN_FIRST = re.compile(r"(?:he|it|she|the (?:company|firm|group)|they|we)\b", re.IGNORECASE)
_RUNNING = re.compile(
    r"\s(?:(?:had|has)\s)?(?:chaired|chairs|(?:co-)?founded|headed|heads|joined|led|leads|ran|run|runs|set up"
    r"|started)\s"
)
"""What people do with a company, between their name and its."""
_PERSON = re.compile(r"[A-Z][^\W\d_]*[a-z](?: [A-Z]\.)?(?: [a-z]{2,3}){0,2} [A-Z][\w'-]*[a-z]")
_PARTS = word_set("affiliate board directors division management shareholders stockholders subsidiary unit")
"""What acts for a company: "its board"."""


class PartyNames:
    """The names of one article as parties."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._focus: tuple[str, int] | None = None
        self._openers: list[tuple[str, int]] = []
        """The names that sentences began with since `_focus` was looked up."""
        self._between: tuple[list[str], int] = [], 0
        """The names of the last sentence that has some, with its number."""
        self.topic: str | None = None
        """The target that was last told of."""
        self._known: dict[str, str] = {}
        self._seats: dict[str, bool] = {}

    def parties(
        self, phrase: Phrase | None, event: Event, tokens: Tokens, cited: set[int], *, people: bool = False
    ) -> list[str]:
        """The full names that a phrase means, through pronouns too; none where it names nobody.

        Those of people beside companies are left out unless `people` is set. Sentences that name who a pronoun means
        are added to `cited`.
        """
        if phrase is None:
            return []
        words = tokens.words[phrase[0] : phrase[1]]
        if body := self._body(phrase, tokens):
            return body
        names = self.names(names_in(tokens, phrase), tokens)
        if len(names) == 1 and self._is_seat(names[0], words):
            # "The Dorn company" is who is spoken of.
            names, words = [], [words[0], words[-1]]
        if names and words[0] in ("it", "they") and len(words) > 2:
            # "it and Tarn"
            self_named = self.parties((phrase[0], phrase[0] + 1), event, tokens, cited)
            names = [*self_named, *(name for name in names if name not in self_named)]
        if names:
            persons = [] if people else [name for name in names if self.is_person(name)]
            return [name for name in names if name not in persons] or persons
        if tokens.tags[phrase[1] : phrase[1] + 1] == "o" and tokens.tags[phrase[1] - 1] == "k":
            behind = party_phrase(tokens, phrase[1] + 1)
            if behind and (names := self.names(names_in(tokens, behind), tokens)):
                return names
        if not _is_self(words):
            found = self._unnamed(phrase, tokens)
            if found and (more := _AND_NAME.match(tokens.tags, phrase[1])):
                # "a group of managers and Tarn"
                found += self.names([more.end() - 1], tokens)
            return found
        if words == ["the", "company"] and (defined := self._defined(phrase, tokens)):
            return [defined]
        he = words[0] in ("he", "she")
        reported = event.speaker is not None and tokens.words[event.speaker[1] : event.speaker[1] + 1] == ["reported"]
        if (
            event.speaker is not None
            and event.speaker != phrase
            and event.speaker[1] <= phrase[0]
            # "the company" of which a newspaper reports is not the newspaper.
            and not (reported and len(words) > 1)
        ):
            said = self._body(event.speaker, tokens) or self.names(names_in(tokens, event.speaker), tokens)
            if said and all(is_authority(name) for name in said):
                # "The commission said Tarn must sell its mill before it can buy Lund"
                before = [at for at in range(event.speaker[1], phrase[0]) if tokens.tags[at] == "N"]
                return [name for name in self.names(before, tokens) if self._can_trade(name)][-1:]
            if said:
                persons = [name for name in said if self.is_person(name)]
                firms = [name for name in said if name not in persons]
                return persons if words[0] in ("he", "she") and persons else firms or persons
            if unnamed := self._unnamed(event.speaker, tokens):
                return unnamed
        for behind in (event.other, event.subject if event.noun else None):
            if behind is not None and behind != phrase and behind[1] <= phrase[0]:
                told = self.names(names_in(tokens, behind), tokens)
                if told:
                    return told[:1]
        if not reported and not he and (opener := self._opener(phrase, tokens)):
            return [opener]
        focus = self._focused()
        if focus is None or he:
            # "he" is no company
            return []
        name, number = focus
        if self._is_blurred(name, number):
            return []
        cited.add(number)
        return [name]

    def _defined(self, phrase: Phrase, tokens: Tokens) -> str | None:
        """Whom a release has named "the Company"."""
        if (
            self.reading.text[tokens.span(*phrase)[1] - 1 :][:1]
            and self.reading.text[tokens.span(phrase[1] - 1, phrase[1])[0]].islower()
        ):
            return None
        return self._the_company

    @cached_property
    def _the_company(self) -> str | None:
        match = _DEFINING.search(self.reading.text)
        if match is None:
            return None
        before = [name for name in self.reading.names if name.end <= match.start()]
        return self.full(before[-1].text) if before and match.start() - before[-1].end < _DEFINED_WITHIN else None

    def remember(self, sentence: Sentence) -> None:
        """Notes the company that the sentence begins with as the one that "it" and "the company" mean next."""
        names = self.reading.names_of(sentence)
        if (
            names
            and names[0].start - sentence.start < 30
            and not _PRONOUN_FIRST.match(sentence.text)
            and not (sentence.text[0] in _QUOTES and names[0].start - sentence.start == 1 and " " not in names[0].text)
        ):
            # The first word of what is quoted has its capital from that.
            led = self._led_by(names)
            self._openers.append(((led or names[0]).text, sentence.number))
        if names:
            self._between = [name.text for name in names], sentence.number

    def _led_by(self, names: Sequence[NameSpan]) -> NameSpan | None:
        """The company of the person with whom a sentence begins: "Ada Roe has run Tarn since 2017"."""
        if len(names) < 2 or not _RUNNING.fullmatch(self.reading.text, names[0].end, names[1].start):
            return None
        first = names[0].text
        person = self.is_person(first) or (self.reading.directory.can_be_person(first) and _PERSON.fullmatch(first))
        return names[1] if person and self.reading.is_company(names[1].text) else None

    def _can_trade(self, name: str) -> bool:
        """Whether a name can be that of somebody who buys and sells companies: no person, no body of a state."""
        return self.reading.is_company(name) and name_kind(name) != "government" and not is_authority(name)

    def _is_blurred(self, name: str, number: int) -> bool:
        """Whether a sentence since the one that `name` opens ends with another company, which "it" may mean as well."""
        names, since = self._between
        if since <= number:
            return False
        sentence = self.reading.article.sentences[since - 1]
        if not sentence.text.rstrip(".").endswith(f", {names[-1]}"):
            return False
        return self.reading.is_company(names[-1]) and self.full(names[-1]) != name

    def _focused(self) -> tuple[str, int] | None:
        """The last company that a sentence began with, with that sentence; looked up where it is asked for, seldom."""
        while self._openers:
            name, number = self._openers.pop()
            full = self.full(name)
            if self.reading.is_company(full) and name_kind(full) != "government":
                self._focus = full, number
                self._openers.clear()
        return self._focus

    def _opener(self, phrase: Phrase, tokens: Tokens) -> str | None:
        """The company whose name opens the sentence of a pronoun: "Lund shares rose after the company said"."""
        at = tokens.tags[:_OPENING].find("N")
        if not 0 <= at < phrase[0] or (tokens.tags[:at].strip("dx") and tokens.tags[:at] not in ("hi", "ho")):
            # "Shares in Lund rose after it said" too
            return None
        if not set("Ruq,;") & set(tokens.tags[at : phrase[0]]):
            # "Tarn bought it": in one clause a pronoun means somebody else.
            return None
        names = [name for name in self.names([at], tokens) if self.reading.is_company(name)]
        return names[0] if names and name_kind(names[0]) != "government" else None

    def _is_seat(self, name: str, words: Sequence[str]) -> bool:
        """Whether a name before "company" only says where it is: no company is called so."""
        return (
            len(words) == 3
            and words[0] == "the"
            and words[-1] in ("company", "firm", "concern")
            and name_kind(name) != "company"
            and not any(other != name and other.startswith(name) for other in self.reading.directory.distinct)
        )

    def _body(self, phrase: Phrase, tokens: Tokens) -> list[str]:
        """The words for a body of a state that the state's name is a part of."""
        start, end = phrase
        words = tokens.words[start:end]
        if words[-1] not in _STATES or "N" not in tokens.tags[start:end]:
            return []
        if words[-1] == "bank" and "central" not in words:
            return []
        start += tokens.tags[start] == "d"
        return [self.reading.words(*tokens.span(start, end))]

    def _unnamed(self, phrase: Phrase, tokens: Tokens) -> list[str]:
        """The words for a party that has no name: "group of investors", "leveraged buyout firm"."""
        start, end = phrase
        formed = tokens.words[end - 1] in ("company", "group") and tokens.words[end : end + 1] in _FORMED
        if tokens.words[end - 1] not in GROUPS or (formed and end - start == 2):
            # "a company formed by its management"
            if not formed or tokens.words[start] not in ("a", "an"):
                return []
            behind = party_phrase(tokens, end + 2) if tokens.words[end + 1 : end + 2] == ["by"] else None
            return [self.reading.words(*tokens.span(start + 1, behind[1]))] if behind else []
        if tokens.words[start:end] in _OWN_GROUPS:
            return [self.reading.words(*tokens.span(start + 1, end))]
        if tokens.words[start] in _DEFINITE or tokens.words[start] in _NOBODY:
            return []
        start += tokens.words[start] in ("a", "an", "one")
        if tokens.tags[end : end + 1] == "o":
            behind = party_phrase(tokens, end + 1)
            if behind and (tokens.tags[behind[1] - 1] == "k" or tokens.words[behind[1] - 1].endswith("s")):
                end = behind[1]
        return [self.reading.words(*tokens.span(start, end))] if end - start > 1 else []

    def names(self, places: Sequence[int], tokens: Tokens) -> list[str]:
        """The full names at word positions, places left out."""
        full = []
        for place in places:
            span = tokens.skeleton.names.get(tokens.at[place])
            if span is None:
                continue
            if "and" in span.text and (pair := _TWO.fullmatch(span.text)):
                # "Tarn Corp and Orrin Co", read as one name
                full += [name for name in map(self.full, pair.groups()) if name not in full]
                continue
            name = self.full(span.text)
            if name != span.text and self._is_units(place, name, tokens):
                name = on_one_line(span.text)
            if _PLURAL.fullmatch(name) or is_no_party(self.reading.text, span.start, span.end):
                continue
            if name_kind(name) != "place" and name.split()[-1].lower() not in NATIONALITIES and name not in full:
                full.append(name)
        return full

    @staticmethod
    def _is_units(place: int, full: str, tokens: Tokens) -> bool:
        """Whether a name is that of somebody's unit, and the sentence names its namesake beside it: "sold its Dorn
        brewing division and bought a stake in Dorn Foods"."""
        owned = tokens.tags[place - 1 : place] == "'" or tokens.words[place - 1] in ("her", "his", "its", "their")
        if not (place and owned and _UNIT_BEHIND.match(tokens.tags, place + 1)):
            return False
        return any(on_one_line(other.text) == full for other in tokens.skeleton.names.values())

    def is_seat(self, name: str) -> bool:
        """Whether the article shows that a name is a town's, which deals in no companies."""
        if name not in self._seats:
            self._seats[name] = is_seat(self.reading.text, name)
        return self._seats[name]

    def full(self, name: str) -> str:
        """The fullest form of a name. One with a legal form is full; else the company whose name without it is this."""
        name = on_one_line(name)
        if name not in self._known:
            self._known[name] = self._fullest(name)
        return self._known[name]

    @cached_property
    def _written_out(self) -> dict[str, str]:
        """The names that headlines shorten, with the form that the report has: "Lund Labs", "Lund Laboratories"."""
        distinct = self.reading.directory.distinct
        short = [name for name in distinct if name.rpartition(" ")[2].lower().rstrip(".") in _WRITTEN_SHORT]
        found = {}
        for name in short:
            first, _, last = name.rpartition(" ")
            long = f"{first} {_WRITTEN_SHORT[last.lower().rstrip('.')]}".lower()
            fits = [other for other in distinct if other.lower() == long or strip_suffix(other).lower() == long]
            if first and len(fits) == 1:
                found[name] = fits[0]
        return found

    def _fullest(self, name: str) -> str:
        if name in self._written_out:
            return self._written_out[name]
        if strip_suffix(name) != name:
            return name
        if name in self._formal and self._formal[name] != name:
            return self._formal[name]
        if name_kind(name) == "place":
            # "Dorn" for "Dorn Petroleum Ltd", once that has been named.
            longer = [other for other in self._by_first.get(name, ()) if self._stands_before(other, name)]
            return longer[0] if len(longer) == 1 else name
        full = self.reading.directory.fullest(name)
        if " " in name and full.startswith(name) and strip_suffix(full) != name and self._stands_before(name, full):
            # "Tarn Steel" is not "Tarn Steel Trading Ltd", which it will call what it buys.
            return name
        if full.endswith(f" {name}") and strip_suffix(full) == full:
            formal = [other for other in self._by_word.get(name, ()) if strip_suffix(other).endswith(f" {name}")]
            if formal or not self.is_person(full):
                # "Tarn" is not "Euro Tarn", but "Ada Tarn Co." where that is named.
                return formal[0] if len(formal) == 1 else name
        if full == name and " " not in name:
            # "Forge" for "Lund Forge Corp", once that has been named.
            longer = [other for other in self._by_word.get(name, ()) if self._stands_before(other, name)]
            if not longer and self._written_out:
                # "Dorn" for both "Dorn Labs" and "Dorn Laboratories"
                begun = [short for short in self._written_out if short.startswith(f"{name} ")]
                longer = list({self._written_out[short] for short in begun})
            return longer[0] if len(longer) == 1 else name
        return full

    def _stands_before(self, name: str, other: str) -> bool:
        first = self.reading.directory.first
        return first.get(name, 0) < first.get(other, 0)

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """The names of companies by their first word."""
        found: dict[str, list[str]] = {}
        for name in self.reading.directory.distinct:
            if name_kind(name) == "company" and " " in name:
                found.setdefault(name.split()[0], []).append(name)
        return found

    @cached_property
    def _formal(self) -> dict[str, str]:
        """The first name with a legal form for each name without it."""
        found: dict[str, str] = {}
        for name in self.reading.directory.distinct:
            plain = strip_suffix(name)
            if plain != name:
                found.setdefault(plain, name)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The names of companies by each of their words but the first."""
        found: dict[str, list[str]] = {}
        for name in self.reading.directory.distinct:
            if name_kind(name) == "company" and strip_suffix(name) != name:
                for word in set(name.split()[1:]):
                    found.setdefault(word, []).append(name)
        return found

    def is_person(self, name: str) -> bool:
        """Whether the article shows a person by that name."""
        return self.reading.directory.is_person(name)


def _is_self(words: Sequence[str]) -> bool:
    """Whether words stand for who is spoken of: a pronoun, "the company", a unit of its own."""
    if len(words) == 1:
        return words[0] in ("it", "he", "she", "they", "we")
    return (words[0] in ("the", "this") and len(words) < 4 and words[-1] in SELF_NOUNS) or (
        words[0] in ("its", "a", "one") and words[-1] in _PARTS
    )
