"""What the article says of a party that a model has named: its other names, its ticker, the sentences that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from summarizer.article import Article
from summarizer.mapping.sure_aliases import is_sure
from summarizer.text.cached import cached_property
from summarizer.text.directory import on_one_line
from summarizer.text.name_forms import initials, may_refer, name_kind, strip_suffix
from summarizer.text.name_words import COURTESY_TITLES
from summarizer.text.patterns import pattern
from summarizer.text.speech_words import JOB_HEADS
from summarizer.text.tickers import ticker_behind

_UNLISTED = ("person", "government", "media")
"""Kinds of parties that have no ticker."""
_SHORTENED = ("company", "fund", "person", "research_firm")
"""Kinds of parties that are called by the first words of their names; those of a paper or an authority are a place's or
its trade's: "Tarn Port Gazette", "Federal Grain Board"."""
_LISTING = pattern(r"[A-Z0-9]{1,6}\.[A-Z]{1,3}")
"""A ticker that the article states as another name: "HPE.N"."""
_OF_ANY = frozenset({"company", "group", "holding", "holdings", "the"})
"""Words that a body's name may have or not."""
_NUMBERED = frozenset({"Flight", "Flights", "Line", "Platform", "Terminal", "Unit"})
_NUMBER = pattern(r"\s#?\d")
_LEAD = 2
"""Sentences at the top of an article that name in short who is named in full behind them."""
_FAR = 3
"""Sentences from one that names a party to one whose words may describe it."""
_REACH = 20
"""Characters before a form in which a small word that belongs to it stands."""
_MENTIONS = 3
"""Mentions of a form behind which a ticker is looked for."""


class KnownParties:
    """The parties of one answer, looked up in the article.

    names    the names of all parties, as the model writes them
    people   those of them that are people's
    """

    def __init__(self, article: Article, names: Iterable[str], people: Iterable[str] = ()) -> None:
        self._article = article
        self._directory = article.readings.directory
        names = [on_one_line(name) for name in names]
        self._names = tuple(dict.fromkeys(names))
        self._people_named = frozenset(map(on_one_line, people))
        self._owners: dict[str, str | None] = {}
        self._mentioned: dict[str, list[int]] = {}
        """By the name: where all its forms stand."""
        for name in self._names:
            full = self._directory.fullest(name)
            # What two parties' names may both be short for is nobody's other name.
            self._owners[full] = name if full not in self._owners else None

    @cached_property
    def _forms(self) -> Mapping[str, list[str]]:
        """By the fullest name: all forms that the article uses for it, in their order."""
        forms: dict[str, dict[str, None]] = {}
        for form in self._directory.distinct:
            forms.setdefault(self._directory.fullest(form), {}).setdefault(form)
        for name, alias in self._article.readings.aliases:
            forms.setdefault(self._directory.fullest(name), {}).setdefault(alias)
        return {full: list(known) for full, known in forms.items()}

    def forms(self, name: str) -> list[str]:
        """The names by which the article calls the party `name`, this one among them where it stands there."""
        full = self._directory.fullest(on_one_line(name))
        return list(self._forms.get(full, ())) if self._owners.get(full) == on_one_line(name) else [on_one_line(name)]

    def aliases(self, name: str, ticker: str | None, kind: str = "company") -> list[str]:
        """Its names in the article other than `name` and its ticker, without courtesy titles and headline capitals."""
        name = on_one_line(name)
        plain = {form.casefold() for form in (name, strip_suffix(name))}
        found: dict[str, None] = {}
        for form in self.forms(name):
            alias = _untitled(form)
            symbol = ticker is not None and alias == ticker and alias not in initials(name)
            shouted = alias.isupper() and len(alias) > 1 and alias.casefold() in plain
            other = alias in self._owners.values() or name_kind(alias) == "place"
            other = other or self._runs_on(alias, name) or self._is_cut(alias, name) or self._is_of_another(alias, name)
            other = (
                other or self._is_earlier(alias, name) or self._is_label(alias) or not self._is_sure(alias, name, kind)
            )
            if alias != name and not symbol and not shouted and not other:
                found.setdefault(alias)
        return list(found)

    def _is_sure(self, alias: str, name: str, kind: str) -> bool:
        """Whether the article states the form as another name of the party, or it can be nobody else's."""
        full, stated = self._directory.fullest(name), self._article.readings.aliases
        if self._is_person(name) and not JOB_HEADS.isdisjoint(alias.lower().split()):
            # "formerly Chief Operating Officer of Tarn" tells a job.
            return False
        if any(alias == short and self._directory.fullest(known) == full for known, short in stated):
            return True
        return is_sure(
            alias,
            name,
            person=self._is_person(name),
            shortened=kind in _SHORTENED,
            people=self._people,
            others=self._names,
            text=self._article.text,
        )

    def _is_person(self, name: str) -> bool:
        return name in self._people_named or (not self._people_named and name_kind(name) == "person")

    @cached_property
    def _people(self) -> tuple[str, ...]:
        """The full names of people in the answer and in the article."""
        return tuple(
            dict.fromkeys([*self._people_named, *(name for names in self._surnames.values() for name in names)])
        )

    def _is_label(self, alias: str) -> bool:
        """Whether a number stands behind the form wherever it does: "Tarn Air Flight 311" is a flight."""
        return alias.rpartition(" ")[2] in _NUMBERED and all(
            _NUMBER.match(self._article.text, at + len(alias)) for at in self._places(alias)
        )

    def _runs_on(self, alias: str, name: str) -> bool:
        """Whether a form has a word of the name and others that are none of it, as where capitals of a headline run on
        ("Derelict Obama", "Obama Was Headed") or what somebody is stands before ("Founder Ole Stent"): unless the
        article states it as another name."""
        if alias.endswith(f" {name}"):
            return True
        own, words = _words(name), _words(alias)
        if not own & words or words <= own or (name, alias) in self._article.readings.aliases:
            return False
        return name_kind(name) != "company" or any(word[0].islower() for word in alias.split())

    def _is_cut(self, alias: str, name: str) -> bool:
        """Whether a form is an end of a name and stands behind the word before it in the name alone: "Laden" of "bin
        Laden", "Tarn Hospital" of "St. Tarn Hospital"."""
        at = name.find(f" {alias}")
        before = name[:at].split() if at > 0 else []
        if not before or (not before[-1].islower() and not before[-1].endswith(".") and " " not in alias):
            return False
        ahead = (self._article.text[max(0, at - _REACH) : at].rstrip().lower() for at in self._places(alias))
        return all(words.endswith(before[-1].lower()) for words in ahead)

    def _is_of_another(self, alias: str, name: str) -> bool:
        """Whether a single word of the name is the surname of somebody else in the article: alone it may mean either.
        What the article states as another name stays."""
        if " " in alias or (name, alias) in self._article.readings.aliases:
            return False
        return any(whose != name for whose in self._surnames.get(alias, ())) or (
            name_kind(name) != "person" and any(not may_refer(whose, name) for whose in self._begun.get(alias, ()))
        )

    @cached_property
    def _begun(self) -> Mapping[str, set[str]]:
        """By their first word: the names of companies and bodies in the article, of the answer too."""
        found: dict[str, set[str]] = {}
        for form in (*self._directory.distinct, *(name for name in self._owners.values() if name)):
            if " " in form and name_kind(form) == "company":
                found.setdefault(form.partition(" ")[0], set()).add(form)
        return found

    def _is_earlier(self, alias: str, name: str) -> bool:
        """Whether a short form of a company stands long before the name that it would be short for: then it may be
        another's, which the name only resembles."""
        if name_kind(name) == "person" or not name.startswith(f"{alias} "):
            return False
        first, full = self._numbers(self._mentions(alias)[:1]), self._numbers(self._places(name)[:1])
        return bool(first and full) and first[0] > _LEAD and full[0] - first[0] > _LEAD

    @cached_property
    def _surnames(self) -> Mapping[str, set[str]]:
        """By the surname: those in the article who have it, by their full names."""
        found: dict[str, set[str]] = {}
        for form in self._directory.distinct:
            person = _untitled(form)
            if " " in person and name_kind(person) == "person":
                found.setdefault(person.rpartition(" ")[2], set()).add(person)
        return found

    def ticker(self, name: str, kind: str) -> str | None:
        """The symbol that stands right behind one of its names; None where there is none."""
        if kind in _UNLISTED:
            return None
        for form in self.forms(name):
            for mention in self._directory.mentions_of(form)[:_MENTIONS]:
                if symbol := ticker_behind(self._article.text, mention.end, on_one_line(name), form):
                    return symbol
        return next(filter(_LISTING.fullmatch, self.forms(name)), None)

    def evidence(self, name: str, description: str | None) -> list[int]:
        """The first sentence that names the party in full, and the one with the words that describe it."""
        mentions = self._all_mentions(name)
        first = self._numbers(mentions[:1])
        told = self._describing(mentions, description)
        return sorted({*first, told} if told else set(first))

    def described(self, name: str, description: str | None) -> str | None:
        """The describing words; None where the article has them only far from any mention of the party."""
        mentions = self._all_mentions(name)
        if not description or not mentions or self._describing(mentions, description) is not None:
            return description
        return None if self._places(description) else description

    def _all_mentions(self, name: str) -> list[int]:
        found = self._mentioned.get(name)
        if found is None:
            forms = dict.fromkeys([name, *self.forms(name)])
            found = self._mentioned[name] = [place for form in forms for place in self._mentions(form)]
        return found

    def _describing(self, mentions: list[int], description: str | None) -> int | None:
        """The sentence with the words that describe a party: one that names it, else one near to such."""
        if not description:
            return None
        named = sorted(set(self._numbers(mentions)))
        beside = next((number for number in named if self._holds(number, description)), None)
        return beside or self._near(self._numbers(self._places(description)), named)

    @staticmethod
    def _near(numbers: list[int], named: list[int]) -> int | None:
        """The sentence nearest to one that names the party, not more than `_FAR` from it; any, where none names it."""
        if not named:
            return next(iter(numbers), None)
        near = min(numbers, key=lambda number: min(abs(number - name) for name in named), default=None)
        return near if near is not None and min(abs(near - name) for name in named) <= _FAR else None

    def _holds(self, number: int, words: str) -> bool:
        sentence = self._article.sentences[number - 1]
        return re.search(_sought(words), sentence.text) is not None

    def _mentions(self, form: str) -> list[int]:
        return [mention.start for mention in self._directory.mentions_of(form)] or self._places(form)

    def _places(self, words: str) -> list[int]:
        """Where these words stand, over line ends too."""
        return [match.start() for match in re.finditer(_sought(words), self._article.text)] if words.strip() else []

    def _numbers(self, places: Sequence[int]) -> list[int]:
        sentences = (self._article.sentence_at(at) for at in places)
        return [sentence.number for sentence in sentences if sentence]


def _sought(words: str) -> str:
    """The pattern of these words as whole ones, with any white space between them."""
    sought = r"\s+".join(map(re.escape, words.split()))
    return rf"(?<!\w){sought}(?!\w)"


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,'’").lower() for word in strip_suffix(name).split()) - _OF_ANY


def _untitled(form: str) -> str:
    """`form` without a courtesy title before it."""
    first, _, rest = form.partition(" ")
    return rest if rest and first.lower() in COURTESY_TITLES else form
