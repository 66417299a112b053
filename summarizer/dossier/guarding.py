"""What keeps an article out of an event that it only names: guards over all that puts articles together.

An article is of an event if the event is what it is about. What says that it is about something else, though names,
days and figures are in common:

    another deal     its own purchase is of something that no article of the event names at its top, and what the event
                     is about is named once at most, further down
    another subject  a company that no article of the event names is named at its top and in several sentences, and what
                     the event is about once at most
    another person   both are on who gets an office, and of different people
    another month    it is of a month long before or after an event that is no deal
    years            of a purchase from which it is more than a year apart it does not name what is bought
    results          it tells how a company did, and what was bought is named once at most, further down
    before           it is of months before a purchase, and speaks of none: a product, a contract, an earlier quarter
    another quarter  the event's articles are on results, and it is on those of another time
    a round-up       it tells one thing each of companies that no article of the event names, and those of the event
                     are named in one sentence

The guards compare an article with others of one event, two at least. They were counted on all invented articles and the
reference events, each against the others of its own event and of such as it might be put to: docs/dossier.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import inf
from typing import Literal

from summarizer.dossier.entities import Entity
from summarizer.dossier.matching import any_same
from summarizer.dossier.mentions import is_whole
from summarizer.dossier.profiles import ACTS
from summarizer.dossier.purchases import buys_other
from summarizer.dossier.specifics import telling_word
from summarizer.dossier.telling import Telling
from summarizer.dossier.triggers import AUTHORITY
from summarizer.dossier.units import Unit, days_apart, long_before
from summarizer.text.name_words import COMPANY_WORDS, TRADE_ENDS

Reason = Literal[
    "a round-up",
    "another deal",
    "another month",
    "another person",
    "another quarter",
    "another subject",
    "before",
    "results",
    "years",
]

FEWEST = 2
"""Articles of an event from which on one is compared with them."""
_MOST = 24
"""Articles of an event that one is compared with."""
_OWNING = 0.3
"""The part of an event's articles that have a purchase for their news, from which on it is one."""
_SEVERAL = 4
"""Articles of a purchase that are enough to know when it began."""
_LEADING = 0.6
"""The part of an event's articles whose top names whom it is about."""
_TRADES = COMPANY_WORDS | TRADE_ENDS
"""Words that are no name by themselves: "the Brewery"."""
NUMBERS = ("count", "money", "part", "price")
_MOVERS, _MARKET_MOVERS = 3, 1
"""Companies of which a round-up, or a market's report, tells one thing each, and the event's articles nothing."""
_COURSE = 150
"""Days from an event that is no deal, beyond which the month of a story lies apart from it."""
_QUARTER, _YEAR = 45, 400
"""Days between articles on results of one quarter at most, and on the course of a purchase that do not name it."""
_RESULTS_TOLD = 0.5
"""Words of results in a thousand characters."""
_RESULTS, _PURCHASE = ACTS.index("results"), ACTS.index("purchase")


class Bounds:
    """What the articles of one event are about, as far as it tells others from them."""

    def __init__(self, stories: Sequence[Telling]) -> None:
        self.stories = stories[:_MOST]
        self._mentions = [mention for one in self.stories for mention in one.main]
        self.unit = Unit(self.stories, self._mentions)
        self.naming: Counter[str] = Counter()
        self._people: set[str] = set()
        for one in self.stories:
            self.naming.update(one.name_words)
            self._people |= one.profile.people
        first = Counter(word for one in self.stories for word in one.named_first)
        self._first = {word: count for word, count in first.items() if word not in self._people}
        """How many name somebody at their top."""
        self._names = [entity for one in self.stories for entity in one.names]
        self._things = [thing for one in self.unit.mentions for thing in one.objects or one.partners]
        told = Counter(map(telling_word, self._things))
        told.subtract(telling_word(taker) for one in self.unit.mentions for taker in one.takers)
        most = max(told.values(), default=0)
        self.things = {
            word
            for word, count in told.items()
            if count > 0 and (count * 2 >= most or self.naming[word] * 2 >= len(self.stories))
        }
        """The words of what is bought."""
        self._core = self.things | {
            word for word, count in self.naming.items() if count * 2 >= len(self.stories) and word not in self._people
        }
        """These, and the names that half of the articles have."""
        owning = sum(any(one.family == "ownership" for one in story.main) for story in self.stories)
        whole = self.unit.mentions
        self._deals = bool(whole)
        self.buys = (
            sum(one.family == "ownership" for one in whole) * 2 >= max(1, len(whole))
            and owning >= _OWNING * len(self.stories)
            and bool(self.things)
        )
        self._on_results = sum(one.results for one in self.stories) * 2 >= len(self.stories)

    def is_thing(self, one: Entity) -> bool:
        """Whether somebody may be what is bought; a full name is compared with full ones, where there are any."""
        if not any_same([one], self._things):
            return False
        full = [thing for thing in self._things if thing.long and telling_word(thing) == telling_word(one)]
        return not one.long or not full or any_same([one], full)

    def keep_out(self, story: Telling) -> bool:
        """Whether a story is about something else. Nothing is said of short ones, which go by other rules."""
        return self.reason(story) is not None

    def reason(self, story: Telling) -> Reason | None:
        """Why a story is not of the event."""
        if len(self.stories) < FEWEST or story.profile.is_short:
            return None
        if self._is_other_quarter(story):
            return "another quarter"
        if not self._deals and self._is_other_month(story):
            return "another month"
        if hire_apart([story], self.stories):
            return "another person"
        if self._is_round_up(story):
            return "a round-up"
        if self._is_other_order(story):
            return "another deal"
        found = self._of_purchase(story) if self.buys else None
        return "another subject" if found is None and self._is_other_subject(story) else found

    def _of_purchase(self, story: Telling) -> Reason | None:
        """Why a story is not of this purchase."""
        if len(self.stories) >= _SEVERAL and long_before(story, self.unit) and not story.buying and story.speaking <= 1:
            return "before"
        if (count := self._told_of_things(story)) > 1:
            return None
        if _YEAR < days_apart(story, self.unit) < inf and not count:
            return "years"
        if story.results and not story.buying and not _buys(story):
            return "results"
        own = [thing for mention in story.main for thing in mention.objects]
        if own and not any_same(own, self._names) and buys_other(story, self.unit):
            return "another deal"
        if any(
            is_whole(one) and not any_same(one.principals(), self._things)
            for one in story.main
            if one.family != "ownership"
        ):
            return "another deal"
        return None

    def is_beside(self, story: Telling, others: Iterable[Bounds]) -> bool:
        """Whether a story without a purchase for its own news names what is bought here in one sentence that is no
        heading, and also what is bought in another event of the same buyer or seller, which most articles of this
        one do not name."""
        if _bought(story) or not self.things.isdisjoint(map(telling_word, story.headings)):
            return False
        if sum(story.named.get(word, 0) for word in self.things) != 1:
            return False
        ends = self._core - self.things
        return any(
            other.things.isdisjoint(self._core)
            and not other.things.isdisjoint(story.named)
            and not ends.isdisjoint(other._core - other.things)
            for other in others
        )

    def _is_strange(self, word: str) -> bool:
        return word not in self.naming

    def _is_other_order(self, story: Telling) -> bool:
        """Whether both have an order for their news, and no number in common."""
        if self.buys or not all(any(one.family == "supply" for one in some) for some in (story.main, self._mentions)):
            return False
        return not any(one.kind in NUMBERS for one in story.told & self.unit.told)

    def _is_other_subject(self, story: Telling) -> bool:
        """Whether the headings of a story name a party that no article of the event does, and it speaks oftener of that
        party than of what is bought, which it names once at most (or never, in other events, whom most name at their
        top)."""
        most = max(self._first.values(), default=0)
        if most < _LEADING * len(self.stories):
            return False
        leading = {word for word, count in self._first.items() if count == most}
        times = self._told_of_things(story) if self.buys else sum(story.named.get(word, 0) for word in leading)
        if times > (1 if self.buys else 0):
            return False
        heading = [one for one in story.parties if one in story.headings and not any_same([one], self._names)]
        return any(
            story.named.get(word, 0) > times + 1
            and self._is_strange(word)
            and word not in story.common | _TRADES
            and not AUTHORITY.search(one.name)
            for one in heading
            for word in (telling_word(one),)
        )

    def _told_of_things(self, story: Telling) -> int:
        """How many sentences of a story name what is bought; two at least where one of its first ones does."""
        words = self.things | {telling_word(one) for one in story.names if any_same([one], self._things)}
        count = sum(story.named.get(word, 0) for word in words)
        return count if words.isdisjoint(story.named_first) else max(2, count)

    def _is_other_quarter(self, story: Telling) -> bool:
        """Whether both are on results, and of different times."""
        if self.unit.buys or not self._on_results or any(map(_buys, (story, *self.stories))):
            return False
        told = story.results or story.profile.acts[_RESULTS] > _RESULTS_TOLD
        return told and _QUARTER < days_apart(story, self.unit) < inf

    def _is_other_month(self, story: Telling) -> bool:
        """Whether a story of which only the month is known is far from all of those."""
        days = [day for one in self.stories for day in one.days]
        return story.month is not None and bool(days) and min(abs((story.month - day).days) for day in days) > _COURSE

    def _is_round_up(self, story: Telling) -> bool:
        """Whether a story tells of many, and of the event in one sentence that is no heading."""
        strange = [word for word in story.movers if self._is_strange(word)]
        if len(strange) < (_MARKET_MOVERS if story.on_market else _MOVERS):
            return False
        if not self._core.isdisjoint(map(telling_word, story.headings)):
            return False
        return max((story.named.get(word, 0) for word in self._core), default=0) == 1


def buy_apart(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether two sets of stories have different purchases for their news: of those stories that have one, none names
    what is bought in the other set."""
    mine, theirs = ([one for one in stories[:_MOST] if _bought(one)] for stories in (some, others))
    return bool(mine and theirs) and not any(
        any_same(_bought(one), other.names) or any_same(_bought(other), one.names) for one in mine for other in theirs
    )


def _dwelt_on(story: Telling) -> frozenset[str]:
    """The people whom several sentences of a story name."""
    return frozenset(word for word in story.profile.people if story.named.get(word, 0) > 1)


def hire_apart(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether two sets of stories tell of different people who get an office: neither dwells on one of whom the
    other does, and one of these is somebody whom no story of the other set names."""
    mine, theirs = (
        [one for one in stories[:_MOST] if one.hiring and not one.buying and not _bought(one)]
        for stories in (some, others)
    )
    if not (mine and theirs) or len(mine) * 2 < len(some) or len(theirs) * 2 < len(others):
        return False
    first, second = (frozenset().union(*map(_dwelt_on, stories)) for stories in (mine, theirs))
    if not (first and second) or not first.isdisjoint(second):
        return False
    return any(
        all(word not in one.name_words for one in stories for word in people)
        for people, stories in ((first, others), (second, some))
    )


def _bought(story: Telling) -> list[Entity]:
    """What is bought in the purchases that are a story's news."""
    return [thing for one in story.main if one.family == "ownership" and is_whole(one) for thing in one.objects]


def _buys(story: Telling) -> bool:
    """Whether a story speaks more of a purchase than of results."""
    acts = story.profile.acts
    return bool(acts) and acts[_PURCHASE] > acts[_RESULTS]
