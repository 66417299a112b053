"""Deals about ownership in a sentence: who buys, sells or merges what, from the events that its clauses hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.article import Sentence
from summarizer.models.offline.deal_clauses import Event, Phrase, events_of
from summarizer.models.offline.deal_objects import Arguments, Object, names_in, party_phrase, read_arguments, read_object
from summarizer.models.offline.deal_signs import (
    COMMITTED,
    COUNTED,
    DOING,
    GOODS,
    GROUPS,
    LOOSE_LEMMAS,
    NUMBERS,
    SELF_NOUNS,
    STAKE_WORDS,
    STAKES,
    WHOLE,
)
from summarizer.models.offline.deal_stance import is_negated, status_of
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import VERBS
from summarizer.models.offline.reading import Reading
from summarizer.text.directory import on_one_line
from summarizer.text.name_forms import name_kind, strip_suffix
from summarizer.text.name_words import NATIONALITIES
from summarizer.text.phrases import word_set

_OFFERED = re.compile(r"(?:o?[dMxSp]{1,5}h?)?f")
"""What may stand between an offer and its target: "its offer of $3 a share for"."""
_ALL_SHARES = re.compile(r"\b(?:all|each|every|outstanding|remaining)\b.*\b(?:shares?|stock)\b")
_AMOUNTS = word_set("all both each half most several")
_STILL = word_set("existing present remaining")
"""Adjectives that are no part of what is sold."""
_WOULD_HAVE = re.compile(r"Vr*Hr*\Z")
"""What could have been done and was not."""
_REST = re.compile(r"\b(?:remaining|remainder|rest|balance|other)\b")
"""Words for the part that makes a holding the whole."""
_COUNTED_SHARES = re.compile(r"\b(?:\d[\d,.]*(?: mln| million)?|\w+ mln) (?:[\w\ue000 -]{1,30}? )?(?:shares|stock)\b")
_TOLD_BEHIND = re.compile(r"tr*A")
"""The verb of a deal behind an offer, which says more of it: "an offer from Tarn to buy"."""
_LEAD = 2
"""Sentences that make the top of a report."""
_MAJORITY = 50
"""Percent of a company below which a holding in it is an investment."""


@dataclass(slots=True)
class Mention:
    """One mention of a deal. Parties map a full name to its role, in the order of the text."""

    kind: str
    status: str | None
    parties: dict[str, str]
    subject: tuple[int, int]
    sentences: list[int]
    noun: bool
    cue: tuple[int, int]
    target: tuple[int, int] | None = None
    """The words of a target that has no name."""
    target_noun: str = ""
    """The noun of a target that has no name."""
    again: bool = False
    """Whether it speaks of "the shares" and so only of a deal that is known."""


@dataclass(slots=True)
class _Found:
    """The parties of one event, full names by role, and the sentences besides its own that name them."""

    buyers: list[str] = field(default_factory=list)
    sellers: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


class OwnershipReader:
    """Reads the ownership deals of one article, sentence by sentence.

    `focus` is the company, or the person, that "it" and "the company" mean, with the sentence that named it.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.focus: tuple[str, int] | None = None
        self.lead = False
        self._known: dict[str, str] = {}

    def mentions(self, sentence: Sentence, tokens: Tokens) -> list[Mention]:
        """The mentions of deals in `sentence`."""
        found = []
        self.lead = sentence.number <= _LEAD
        for event in events_of(tokens):
            mention = self._mention(event, tokens, sentence)
            if mention is not None:
                found.append(mention)
        return found

    def _mention(self, event: Event, tokens: Tokens, sentence: Sentence) -> Mention | None:
        act = event.act
        if not self._stands(event, tokens):
            return None
        item = self._object(event, tokens)
        if item is None and not event.passive and not (act in ("merge", "become", "tender") or event.phrase):
            return None
        if event.passive and act not in ("buy", "sell", "merge", "take", "transfer"):
            return None
        if event.passive and act == "take" and not _is_taken(tokens, event.at):
            return None
        if is_negated(event, tokens) or self._is_history(event, tokens):
            return None
        behind = event.phrase[1] if event.phrase else event.at + 1
        first = behind if event.phrase or tokens.tags[behind : behind + 1] == "m" else item.stop if item else behind
        arguments = read_arguments(tokens, first)
        found = _Found()
        if act == "merge":
            if not self._merged(event, item, arguments, tokens, found):
                return None
        elif not self._traded(event, item, arguments, tokens, found):
            return None
        if not self._is_deal(event, item, found, tokens):
            return None
        kind, parties = self._roles(event, item, found, tokens)
        subject = item.start if item else event.at, item.stop if item else event.at + 1
        status = status_of(event, tokens, item.stop if item else None)
        unnamed = item.phrase if item and not item.targets and not found.targets else None
        return Mention(
            kind,
            status,
            parties,
            tokens.span(*_trimmed(tokens, subject)),
            sorted({sentence.number, *found.sentences}),
            event.noun,
            tokens.span(event.at, event.at + 1),
            tokens.span(*_trimmed(tokens, unnamed)) if unnamed else None,
            tokens.words[unnamed[1] - 1] if unnamed else "",
            item is not None and (_is_again(tokens, item) or (_is_trade(tokens, item) and status in ("closed", None) and not (self.lead and event.speaker))),
        )

    @staticmethod
    def _stands(event: Event, tokens: Tokens) -> bool:
        """Refuses "for sale", "take over as chief", and a gerund that nobody is said to do."""
        words, at = tokens.words, event.at
        if event.noun:
            return not (words[at] in ("sale", "purchase") and at and words[at - 1] in ("for", "on"))
        if _WOULD_HAVE.search(tokens.tags[max(0, at - 6) : at]):
            return False
        if words[at] == "purchase" and at and words[at - 1] == "for":
            return False
        if event.subject is None and not event.passive and words[at].endswith("ing"):
            return False
        return not (words[at] in VERBS and VERBS[words[at]].lemma == "take" and "as" in words[at : at + 6])

    def _object(self, event: Event, tokens: Tokens) -> Object | None:
        """The object of an event's verb, or what its noun names."""
        tags, words = tokens.tags, tokens.words
        at = event.at + 1
        if event.noun:
            at = event.phrase[1] if event.phrase else at
            if tags[at : at + 1] in ("b", "m", "t") and (party := party_phrase(tokens, at + 1)):
                # "the offer by Tarn for Lund", "the sale to Tarn of Lund"
                at = party[1]
            if event.act == "offer":
                offered = _OFFERED.match(tags, at)
                return read_object(tokens, offered.end()) if offered else None
            wanted = "i" if event.act == "invest" else "o"
            return read_object(tokens, at + 1) if tags[at : at + 1] == wanted else None
        if event.passive or event.act in ("become", "tender"):
            return None
        if event.act == "offer":
            paid = tags.find("f", tags.find("M", at, at + 10), at + 20)
            return read_object(tokens, paid + 1) if paid > at else None
        lemma = VERBS[words[event.at]].lemma if words[event.at] in VERBS else "have"
        if tags[at : at + 1] == "m" and (source := party_phrase(tokens, at + 1)):
            # "buy from Orrin a stake in Lund"
            at = source[1]
        follows = words[at] if at < len(words) else ""
        if lemma == "take":
            if follows == "over" or (tags[at : at + 1] == "I" and words[at + 1 : at + 2] == ["over"]):
                return read_object(tokens, at + (follows == "over"))
            item = read_object(tokens, at)
            return item if item and item.holding and _has(tokens, item, STAKE_WORDS) else None
        if lemma in ("assume", "gain", "obtain", "seek", "win"):
            item = read_object(tokens, at)
            return item if item and "control" in words[at : item.stop] else None
        if lemma == "spin":
            return read_object(tokens, at + 1) if follows == "off" else None
        if lemma == "snap":
            return read_object(tokens, at + 1) if follows == "up" else None
        if lemma == "dispose":
            return read_object(tokens, at + 1) if follows == "of" else None
        if lemma in ("exchange", "issue"):
            paid = tags.find("f", at, at + 12)
            item = read_object(tokens, paid + 1) if paid >= 0 else None
            return item if item and item.targets and _has(tokens, item, _ALL_SHARES) else None
        if event.act == "pay":
            money = tags.find("M", at, at + 8)
            paid = tags.find("f", money, money + 4) if money >= 0 else -1
            return read_object(tokens, paid + 1) if paid >= 0 else None
        if event.act == "invest":
            into = tags.find("i", at, at + 6)
            return read_object(tokens, into + 1) if into >= 0 else None
        item = read_object(tokens, at)
        if event.act in ("gain", "cut", "hold"):
            return item if item and item.holding and _has(tokens, item, STAKE_WORDS) else None
        return item

    def _traded(self, event: Event, item: Object | None, arguments: Arguments, tokens: Tokens, found: _Found) -> bool:
        """Fills the parties of a purchase or sale; whether the words leave no doubt who is who."""
        if item is None and event.noun and event.act in ("offer", "invest"):
            return self._offered(event, arguments, tokens, found)
        if event.act in ("become", "tender") or (item is None and event.noun):
            return self._taken(event, arguments, tokens, found)
        subject = self._parties(event.subject, event, tokens, found)
        sold = event.act in ("sell", "cut", "transfer")
        if event.passive:
            found.targets += subject
            if event.subject and not subject:
                return False
            agent = arguments.agent or (arguments.leader if "a" in tokens.tags[event.at : event.at + 12] else None)
            found.buyers += self._parties(arguments.goal if sold else agent, event, tokens, found)
            if event.subject and not found.sellers:
                mark = tokens.tags.rfind("'", *event.subject)
                found.sellers += [n for n in self._names([mark - 1], tokens) if mark > 0 and n not in found.targets]
            found.sellers += self._parties(arguments.agent if sold else arguments.source, event, tokens, found)
            return bool(found.buyers)
        if item is None:
            return False
        owners = self._names(item.owners, tokens)
        if event.noun and arguments.agent:
            actors = self._parties(arguments.agent, event, tokens, found)
        elif event.noun and not event.own and not _is_done_by_subject(event, tokens):
            actors = []
        else:
            actors = subject
        named = self._names(item.targets, tokens)
        if not named and item.pronoun is not None:
            named = [name for name in self._parties(item.pronoun, event, tokens, found) if name not in actors]
            if not named:
                return False
        if item.own and item.holding and not named and event.act in ("buy", "offer") and event.speaker:
            named = self._parties(event.speaker, event, tokens, found)
            actors = self._parties(arguments.agent, event, tokens, found) or actors
        if item.own and not item.holding and not sold and not owners and event.speaker and event.speaker != event.subject:
            owners = [name for name in self._parties(event.speaker, event, tokens, found) if name not in actors]
        found.targets += [name for name in named if name not in actors]
        if sold:
            found.sellers += actors or owners
            goal = self._parties(arguments.goal, event, tokens, found)
            if goal and goal == found.sellers and arguments.goal and "N" not in tokens.tags[slice(*arguments.goal)]:
                goal = []
            found.buyers += goal or self._with(event, tokens, found)
        else:
            found.buyers += actors
            source = self._parties(arguments.source, event, tokens, found)
            if event.act in ("gain", "hold"):
                owners = []
            found.sellers += source or owners or ([] if event.noun else self._with(event, tokens, found))
        found.sellers = [name for name in found.sellers if name not in found.buyers + found.targets]
        found.buyers = [name for name in found.buyers if name not in found.targets]
        if found.buyers and found.sellers and item.holding:
            return True
        return bool(found.targets or item.phrase or _is_again(tokens, item)) and bool(found.buyers or found.sellers)

    def _taken(self, event: Event, arguments: Arguments, tokens: Tokens, found: _Found) -> bool:
        """What becomes a part of somebody, is bought "by" somebody as its own buyout, or is tendered to who says so."""
        found.targets += self._parties(event.subject, event, tokens, found)
        if event.act == "tender":
            if "e" in tokens.tags[event.at :]:
                found.buyers += self._parties(event.speaker, event, tokens, found)
        elif event.act == "become":
            behind = tokens.tags.find("o", event.at)
            found.buyers += self._parties(party_phrase(tokens, behind + 1), event, tokens, found)
        elif event.own and event.act == "buy":
            agent = arguments.agent or arguments.leader
            found.buyers += self._parties(agent, event, tokens, found)
        return bool(found.targets and found.buyers) and not set(found.targets) & set(found.buyers)

    def _offered(self, event: Event, arguments: Arguments, tokens: Tokens, found: _Found) -> bool:
        """An offer that somebody has got: "Orrin received a bid from Tarn"."""
        if event.phrase and _TOLD_BEHIND.search(tokens.tags, event.phrase[1], event.phrase[1] + 12):
            return False
        source = arguments.source or arguments.agent
        if event.phrase and tokens.tags[event.phrase[1] : event.phrase[1] + 1] == "o":
            source = party_phrase(tokens, event.phrase[1] + 1) or source
        if event.own and event.other is not None:
            # "Lund accepted its offer"
            found.targets += self._parties(event.other, event, tokens, found)
            found.buyers += self._parties(event.subject, event, tokens, found)
        elif source is None or event.own or event.subject is None:
            return False
        else:
            found.targets += self._parties(event.subject, event, tokens, found)
            found.buyers += self._parties(source, event, tokens, found)
        return bool(found.targets and found.buyers) and not set(found.targets) & set(found.buyers)

    def _merged(self, event: Event, item: Object | None, arguments: Arguments, tokens: Tokens, found: _Found) -> bool:
        """Fills the two sides of a merger, the one that is told of first as the buyer."""
        first = self._parties(event.subject, event, tokens, found)
        second = self._parties(arguments.partner or arguments.goal, event, tokens, found)
        behind = event.phrase[1] if event.phrase else event.at + 1
        into = tokens.tags[behind : behind + 1] == "i"
        if not second and (into or (item and tokens.tags[item.stop : item.stop + 1] == "i")):
            place = (item.stop if item and not into else behind) + 1
            second = self._parties(party_phrase(tokens, place), event, tokens, found)
            into = True
        if item is not None:
            named = self._names(item.targets, tokens)
            if len(named) > 1:
                first, second = named[:1], named[1:2]
            elif named and into and second:
                first, second = second, named
            elif named and event.noun:
                first = named if second else [name for name in first if name not in named]
                second = second or named
            elif named:
                first = named if second else []
        elif len(first) > 1 and not second:
            first, second = first[:1], first[1:2]
        elif into and second:
            first, second = second, first or self._parties(event.speaker, event, tokens, found)
        said = self._parties(event.speaker, event, tokens, found)
        if not first:
            first = said
        elif not second and said and said != first:
            first, second = said, first
        found.buyers += first[:1]
        found.targets += [name for name in second[:1] if name not in first]
        return bool(found.buyers and found.targets)

    def _with(self, event: Event, tokens: Tokens, found: _Found) -> list[str]:
        """Whom an agreement that leads to the act is made with."""
        tags = tokens.tags
        at = tags.rfind("w", event.chain, event.at)
        if at < 0 or "e" not in tags[event.chain : at]:
            return []
        return self._parties(party_phrase(tokens, at + 1), event, tokens, found)

    def _parties(self, phrase: Phrase | None, event: Event, tokens: Tokens, found: _Found) -> list[str]:
        """The full names that a phrase means, through pronouns too; none where it names nobody."""
        if phrase is None:
            return []
        names = self._names(names_in(tokens, phrase), tokens)
        if names:
            people = [name for name in names if self._is_person(name)]
            return [name for name in names if name not in people] or people
        if tokens.tags[phrase[1] : phrase[1] + 1] == "o" and tokens.tags[phrase[1] - 1] == "k":
            behind = party_phrase(tokens, phrase[1] + 1)
            if behind and (names := self._names(names_in(tokens, behind), tokens)):
                return names
        words = tokens.words[phrase[0] : phrase[1]]
        if words[-1] in _STATES and (words[-1] != "bank" or "central" in words) and "N" in tokens.tags[phrase[0] : phrase[1]]:
            start = phrase[0] + (tokens.tags[phrase[0]] == "d")
            return [self.reading.words(*tokens.span(start, phrase[1]))]
        if not _is_self(words):
            return self._unnamed(phrase, tokens)
        if event.speaker is not None and event.speaker != phrase and event.speaker[1] <= phrase[0]:
            said = self._names(names_in(tokens, event.speaker), tokens)
            if said:
                people = [name for name in said if self._is_person(name)]
                return people if words[0] in ("he", "she") and people else [n for n in said if n not in people] or people
            if unnamed := self._unnamed(event.speaker, tokens):
                return unnamed
        for behind in (event.other, event.subject if event.noun else None):
            if behind is not None and behind != phrase and behind[1] <= phrase[0]:
                told = self._names(names_in(tokens, behind), tokens)
                if told:
                    return told[:1]
        if self.focus is None:
            return []
        name, number = self.focus
        found.sentences.add(number)
        return [name]

    def _unnamed(self, phrase: Phrase, tokens: Tokens) -> list[str]:
        """The words for a party that has no name: "group of investors", "leveraged buyout firm"."""
        start, end = phrase
        if tokens.words[end - 1] not in GROUPS or tokens.words[start] in _DEFINITE:
            return []
        start += tokens.words[start] in ("a", "an", "one")
        if tokens.tags[end : end + 1] == "o":
            behind = party_phrase(tokens, end + 1)
            end = behind[1] if behind and tokens.tags[behind[1] - 1] == "k" else end
        return [self.reading.words(*tokens.span(start, end))] if end - start > 1 else []

    def _names(self, places: Sequence[int], tokens: Tokens) -> list[str]:
        """The full names at word positions, places left out."""
        full = []
        for place in places:
            span = tokens.skeleton.names.get(tokens.at[place])
            if span is None:
                continue
            name = self.full(span.text)
            if name_kind(name) != "place" and name.split()[-1].lower() not in NATIONALITIES and name not in full:
                full.append(name)
        return full

    def full(self, name: str) -> str:
        """The fullest form of a name. One with a legal form is full; else the company whose name without it is this."""
        name = on_one_line(name)
        if name not in self._known:
            self._known[name] = self._fullest(name)
        return self._known[name]

    def _fullest(self, name: str) -> str:
        if strip_suffix(name) != name:
            return name
        if name in self._formal and self._formal[name] != name:
            return self._formal[name]
        full = self.reading.directory.fullest(name)
        if full == name and " " not in name:
            # "Forge" for "Lund Forge Corp", once that has been named.
            first = self.reading.directory.first
            longer = [other for other in self._by_word.get(name, ()) if first[other] < first.get(name, 0)]
            return longer[0] if len(longer) == 1 else name
        return full

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
            if name_kind(name) == "company":
                for word in set(name.split()[1:]):
                    found.setdefault(word, []).append(name)
        return found

    def _is_person(self, name: str) -> bool:
        return self.reading.directory.is_person(name)

    def _is_history(self, event: Event, tokens: Tokens) -> bool:
        """Whether a year beside the event lies well before the article's own."""
        newest = self.reading.newest_year
        if not newest:
            return False
        low, high = tokens.at[max(0, event.at - 12)], tokens.end[min(len(tokens.end) - 1, event.at + 20)]
        for place, date in tokens.skeleton.dates.items():
            if low <= place <= high:
                years = re.findall(r"\b(?:19|20)\d\d\b", self.reading.text[date.start : date.end])
                if years and max(map(int, years)) < newest - 1:
                    return True
        return False

    def _is_deal(self, event: Event, item: Object | None, found: _Found, tokens: Tokens) -> bool:
        """Refuses goods that are bought, shares that are traded, and targets that are people."""
        if event.act == "merge":
            # "the combination of Tarn's drug with another"
            return item is None or tokens.tags[item.stop : item.stop + 1] != "x" or self._is_sure(found)
        if not found.targets and not item:
            return False
        if not found.sellers and any(self._is_person(name) for name in found.targets):
            return False
        if item is None:
            return True
        text = tokens.text(item.start, item.stop)
        around = tokens.text(max(0, event.chain - 2), min(len(tokens.words), item.stop + 30))
        share = _share(tokens, item)
        if _is_again(tokens, item):
            return bool(found.buyers or found.sellers)
        if item.holding and not item.unit and event.act in ("buy", "sell", "offer"):
            if event.act == "offer":
                return True
            if tokens.tags[item.stop : item.stop + 1] == "x" and not self._is_sure(found):
                return False
            return share is not None or bool(WHOLE.search(text) or STAKES.search(text) or _is_trade(tokens, item))
        goods = not item.unit and not self._is_sure(found) and GOODS.search(text)
        if not item.holding and (COUNTED.search(text) or goods):
            return False
        if event.act == "invest":
            money = tokens.tags[max(0, event.at - 3) : item.start]
            return self._is_sure(found) or "M" in money or share is not None or bool(item.holding)
        if item.targets and not item.holding and not item.unit:
            before = tokens.words[item.targets[0] - 1]
            if item.targets[0] > item.start and (before in NUMBERS or before[0].isdigit()):
                return False
        if event.act == "hold":
            return share is not None and self._is_news(event, tokens)
        if event.act in ("gain", "cut"):
            return share is not None
        if not item.targets and item.pronoun is None:
            if event.act == "invest" or tokens.words[item.start] in ("another", "any", "other"):
                return False
            if status_of(event, tokens, item.stop if item else None) == "rumored" and not (found.buyers and found.sellers):
                return False
            return item.unit or _is_company_phrase(tokens, item)
        if not event.noun and event.act != "offer" and VERBS[tokens.words[event.at]].lemma in LOOSE_LEMMAS and not item.unit and not item.pronoun:
            sure = self._is_sure(found)
            paid = "\ue001" in around or COMMITTED.search(around) is not None
            if tokens.tags[item.stop : item.stop + 1] == "x" and not sure:
                return False
            both = bool(found.sellers and found.buyers)
            told = self.lead and event.speaker is not None
            return sure or both or paid or told or item.own
        return True

    @staticmethod
    def _is_sure(found: _Found) -> bool:
        """Whether a target is a company by its name."""
        return any(name_kind(name) == "company" for name in found.targets)

    def _is_news(self, event: Event, tokens: Tokens) -> bool:
        """Whether a holding is told as news: one to come, or one that its owner says it has at the top of a report."""
        stance = tokens.text(event.chain, event.at)
        if re.search(r"\b(?:will|would|now)\b", stance):
            return True
        return self.lead and event.speaker is not None and event.subject != event.speaker

    def _roles(self, event: Event, item: Object | None, found: _Found, tokens: Tokens) -> tuple[str, dict[str, str]]:
        """The kind of deal and the roles of its parties."""
        roles: dict[str, str] = {}
        if event.act == "merge":
            for name in (*found.buyers, *found.targets):
                roles.setdefault(name, "partner")
            return "merger", roles
        share = _share(tokens, item) if item else None
        if event.act in ("sell", "cut", "transfer"):
            kind, buyer, target = "divestiture", "acquirer", "target"
        elif event.act == "invest" or (
            share is not None and share < _MAJORITY and item and item.holding and not _has(tokens, item, _REST)
        ):
            kind, buyer, target = "investment", "investor", "investee"
        else:
            kind, buyer, target = "acquisition", "acquirer", "target"
        order = [(found.sellers, "seller"), (found.targets, target), (found.buyers, buyer)]
        if kind != "divestiture":
            order.reverse()
        for names, role in order:
            for name in names[:4]:
                roles.setdefault(name, role)
        return kind, roles


_STATES = word_set("government ministry bank treasury")
"""What a place's name makes the name of a body: "Ostland's central bank"."""
_DEFINITE = word_set("any both each her his its no other our several some that the their these this those")
_PARTS = word_set("affiliate board directors division management shareholders stockholders subsidiary unit")
"""What acts for a company: "its board"."""


def _is_self(words: Sequence[str]) -> bool:
    """Whether words stand for who is spoken of: a pronoun, "the company", a unit of its own."""
    if len(words) == 1:
        return words[0] in ("it", "he", "she", "they", "we")
    return (words[0] in ("the", "this") and len(words) < 4 and words[-1] in SELF_NOUNS) or (
        words[0] in ("its", "a", "one") and words[-1] in _PARTS
    )


def _is_done_by_subject(event: Event, tokens: Tokens) -> bool:
    """Whether a noun's act is the subject's: a verb of dealing leads to it, or the subject speaks of it as of its own."""
    if DOING.search(tokens.text(event.chain, event.at)):
        return True
    return event.phrase is not None and event.chain == event.phrase[0] and event.subject == event.speaker


def _is_taken(tokens: Tokens, at: int) -> bool:
    """Whether "taken" means a takeover."""
    return tokens.words[at] == "taken" and tokens.words[at + 1 : at + 2] in (["over"], ["private"])


def _is_again(tokens: Tokens, item: Object) -> bool:
    """Whether an object is "the shares", "the stake" that were spoken of."""
    return (
        not item.targets
        and item.phrase is None
        and item.pronoun is None
        and item.holding
        and item.stop - item.start < 4
        and tokens.words[item.start] in ("the", "these", "those")
        and tokens.tags[item.stop - 1] == "h"
    )


def _is_trade(tokens: Tokens, item: Object) -> bool:
    """Whether an object is a number of shares with no word that makes them a part of the company."""
    text = tokens.text(item.start, item.stop)
    return (
        item.holding
        and _share(tokens, item) is None
        and _COUNTED_SHARES.search(text) is not None
        and not WHOLE.search(text)
        and not STAKES.search(text)
    )


def _has(tokens: Tokens, item: Object, pattern: re.Pattern[str]) -> bool:
    return pattern.search(tokens.text(item.start, item.stop)) is not None


def _is_company_phrase(tokens: Tokens, item: Object) -> bool:
    phrase = item.phrase
    return phrase is not None and tokens.tags[phrase[1] - 1] in "nk"


def _share(tokens: Tokens, item: Object) -> float | None:
    """The percentage that an object names, or that stands right behind it; 100 for all of it, None without one."""
    for place in range(item.start, min(item.stop + 12, len(tokens.tags))):
        if tokens.tags[place] in ".;" or (place >= item.stop and tokens.tags[place] in "fmq"):
            break
        if tokens.tags[place] == "S":
            amount = tokens.skeleton.amounts.get(tokens.at[place])
            return float(amount.value) if amount else None
    return None


def _trimmed(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase without the determiners and possessives before it."""
    start, end = phrase
    while start < end - 1 and (
        (tokens.tags[start] in "dr'" and tokens.words[start] not in _AMOUNTS) or tokens.words[start] in _STILL
    ):
        start += 1
    return start, end


__all__ = ["Mention", "OwnershipReader"]
