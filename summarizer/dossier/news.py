"""The top of an article, and whether a deal is what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.dossier.cast import Cast
from summarizer.dossier.clauses import Lead
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.foreground import background_of, explains, in_background
from summarizer.dossier.stories import Story
from summarizer.dossier.triggers import ANNOUNCES, BACKGROUND, HEADLINE, MERGER, NOUN, POSSESSED, TODAY, TRIGGER, Family
from summarizer.fields import Money
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern

if TYPE_CHECKING:
    from summarizer.dossier.mentions import Mention

_NEAR_TITLE = 5
"""Sentences behind a title that speaks of a deal within which its parties are named."""
_OPENING = 3
"""Sentences of prose at most that make the opening."""
_SURVEY = 3
"""Companies in the foreground of the opening beside the parties of a deal, from which on it surveys several."""
_LARGE = 1_000_000
_ROUNDED = 0.05
"""The part by which a heading may round an amount."""
_SAID_TOO = pattern(r"\band (?:added|also|said|says|that)\b")
"""Behind it stands what somebody said beside his news."""
_FIRST_LETTERS = 5
"""Within which a name that begins a sentence begins: "The Tarn group"."""
_LONG_WORDS = pattern(r"\b[a-z]{4,}\b")
_WORDS = pattern(r"[^\W_]+")


class News:
    """What an article has at its top, and whether a deal is what it is about."""

    def __init__(self, story: Story, cast: Cast, lead: Lead) -> None:
        self.story = story
        self.cast = cast
        self.lead = lead
        self.texts = {
            number: sentence.text for number in lead.numbers if (sentence := story.sentence(number)) is not None
        }
        self.opening = tuple(self._opening())
        """The first sentence of prose, and those behind it up to the first that names somebody or has a figure."""
        self._away: dict[int, tuple[tuple[int, int], ...]] = {}

    def _opening(self) -> Iterator[int]:
        first = [number for number in self.lead.title if number not in self.lead.headings]
        for number in (*first, *self.lead.rest)[:_OPENING]:
            yield number
            if self.texts.get(number, "").rstrip().endswith("?"):
                continue
            if self._has_figure(number) or any(
                entity.can_trade and not entity.person for entity in self.cast.within([number])
            ):
                return

    def _has_figure(self, number: int) -> bool:
        """Whether a sentence has an amount, and so news of its own though it may name nobody."""
        sentence = self.story.sentence(number)
        return sentence is not None and any(
            sentence.start <= one.start < sentence.end for one in self.story.readings.amounts
        )

    def plainly(self) -> list[Entity]:
        """Who is named in the foreground of the headings, the opening, and what else at the top is no reminder."""
        return self.plainly_in(number for number in self.texts if not self.is_old(number))

    def plainly_in(self, numbers: Iterable[int], *, owners: bool = True) -> list[Entity]:
        """Who is named in the foreground of some sentences; `owners`: also by what they own, "Tarn's chief"."""
        found: dict[Entity, None] = {}
        for number in numbers:
            named = (
                one
                for one in self.cast.within([number])
                if one.can_trade and self._tells_of(one, number, owners=owners)
            )
            found.update(dict.fromkeys(named))
        return list(found)

    def acting(self) -> list[Entity]:
        """Who begins a sentence of the lead that is no reminder, and not the last of the article, where background is
        put."""
        found: dict[Entity, None] = {}
        last = self.story.sentences[-1].number if self.story.sentences else 0
        for number in self.texts:
            sentence = self.story.sentence(number)
            if sentence is None or number == last or self.is_old(number):
                continue
            for span, entity in self.cast.spans_within(sentence.start, sentence.start + _FIRST_LETTERS):
                if entity.can_trade and not in_background(self.background(number), span.start - sentence.start):
                    found[entity] = None
        return list(found)

    def small_words(self, numbers: Iterable[int] | None = None) -> frozenset[str]:
        """The longer words of a lead whose sentences all begin in small letters, of all or of some; none of others."""
        if any(text[:1].isupper() for text in self.texts.values()):
            return frozenset()
        some = self.texts if numbers is None else self.texts.keys() & set(numbers)
        return frozenset(word for number in some for word in _LONG_WORDS.findall(self.texts[number]))

    def says(self, words: re.Pattern[str], number: int) -> bool:
        """Whether a sentence has one of some words outside of its names."""
        sentence = self.story.sentence(number)
        if sentence is None:
            return False
        names = [span for span, _ in self.cast.spans_within(sentence.start, sentence.end)]
        found = [one.start() for one in words.finditer(self.story.head, sentence.start, sentence.end)]
        return any(not any(span.start <= at < span.end for span in names) for at in found)

    def has_merger(self) -> bool:
        """Whether the lead has a word that is said of no alliance."""
        return any(MERGER.search(text) for text in self.texts.values())

    def spoken(self, numbers: Iterable[int]) -> frozenset[Family]:
        """The families of deals that the foreground of some sentences has words of."""
        listed = list(numbers)
        return frozenset(
            family for family, words in TRIGGER.items() if any(self.speaks(words, number) for number in listed)
        )

    def worded(self, numbers: Iterable[int]) -> frozenset[Family]:
        """The families of deals that some sentences have words of anywhere."""
        texts = [self.texts[number] for number in numbers if number in self.texts]
        return frozenset(family for family, words in TRIGGER.items() if any(map(words.search, texts)))

    def amounts(self, numbers: Iterable[int] | None = None) -> list[Amount]:
        """The amounts of money that the lead names, but for reminders; or those in the foreground of some sentences."""
        plain = None if numbers is None else set(numbers)
        lead = {number for number in self.texts if not self.is_old(number)} if plain is None else plain
        small = bool(self.small_words())  # "paying 1.9 billion for": without capitals the currency is often left out
        found = []
        for one in self.story.readings.amounts:
            number = self.story.number_at(one.start)
            if number not in lead or not (one.kind == "money" or (small and one.value >= _LARGE)):
                continue
            sentence = self.story.sentence(number)
            if plain is None or (
                sentence is not None and not in_background(self.background(number), one.start - sentence.start)
            ):
                found.append(one)
        return found

    def is_about(
        self,
        family: Family,
        sentences: Iterable[int],
        things: Sequence[Entity],
        parties: Sequence[Entity],
        *,
        value: Money | None = None,
        every: bool = False,
    ) -> bool:
        """Whether these sentences tell the article's news.

        So they do where one of them is a heading or the opening, and names in its foreground what the deal is about
        beside a word of such deals; or where a heading speaks of such a deal of one of the parties, or names two of
        them, and one close behind it names in its foreground what it is about.

        value   of the deal: a heading with another amount is not about it
        every   whether all of `things` that a sentence names must stand in its foreground, and not only one of them
        """
        told = [
            number
            for number in dict.fromkeys(sentences)
            if number in self.texts and (not things or self._tells(things, number, every=every))
        ]
        known = {number for number in told if not self.is_old(number)}
        if every and not set(things) <= set(self.cast.within({*known, *self.lead.headings, *self.opening})):
            return False
        if any(self._titles(number, family, things, parties, value) for number in told):
            return True
        near = {*self.opening, *self.lead.rest[:_NEAR_TITLE]}
        return any(number in near for number in known) and any(
            self._heads(number, family, [*things, *parties]) for number in self.lead.headings
        )

    def _may_value(self, number: int, value: Money) -> bool:
        """Whether a sentence has no amount of money, or one that may be this."""
        sentence = self.story.sentence(number)
        if sentence is None or not value.amount:
            return True
        told = [
            float(one.value)
            for one in self.story.readings.amounts
            if one.kind == "money" and sentence.start <= one.start < sentence.end and one.value >= _LARGE
        ]
        return not told or any(abs(one - value.amount) <= _ROUNDED * value.amount for one in told)

    def _titles(
        self,
        number: int,
        family: Family,
        things: Sequence[Entity],
        parties: Sequence[Entity],
        value: Money | None = None,
    ) -> bool:
        """Whether a sentence is a heading or in the opening, and tells of the deal: with both sides in its foreground,
        or with a word of such deals and the other side somewhere in it or in a heading."""
        others = [party for party in parties if party not in things]
        if number in self.lead.headings:
            if value is not None and not self._may_value(number, value):
                return False
            both = bool(others) and self._tells(others, number, every=False)
            return self.speaks((TRIGGER if both else HEADLINE)[family], number)
        if number not in self.opening and not (self.says(TODAY, number) and self.says(ANNOUNCES, number)):
            return False
        both = sum(self._tells_of(one, number) for one in dict.fromkeys((*things, *parties))) > 1
        if both and number in self.opening:
            return True
        if self.speaks(TRIGGER[family], number):
            return not others or any(self._names(at, others) for at in (number, *self.lead.headings))
        return False

    def _heads(self, number: int, family: Family, some: Sequence[Entity]) -> bool:
        """Whether a heading speaks of such a deal of one of these, or names two of them."""
        plain = [entity for entity in self.cast.within([number]) if self._tells_of(entity, number)]
        if sum(entity in some for entity in plain) > 1:
            return True
        return self.speaks(HEADLINE[family], number) and self._names(number, some)

    def speaks(self, words: re.Pattern[str], number: int) -> bool:
        """Whether the foreground of a sentence has one of some words, and not as a noun that only explains another."""
        text = self.texts.get(number, "")
        away = self.background(number)
        for found in words.finditer(text):
            at = found.start()
            if in_background(away, at):
                continue
            if number in self.lead.headings or not NOUN.match(found.group()):
                return True
            if not explains(text, at) and _SAID_TOO.search(text, 0, at) is None:
                return True
        return False

    def _names(self, number: int, some: Sequence[Entity]) -> bool:
        """Whether a sentence names one of these, be it in small letters."""
        if not set(self.cast.within([number])).isdisjoint(some):
            return True
        words = f" {' '.join(_WORDS.findall(self.texts[number].lower()))} "
        return any(f" {' '.join(_WORDS.findall(form.lower()))} " in words for one in some for form in one.forms)

    def _tells(self, things: Sequence[Entity], number: int, *, every: bool) -> bool:
        """Whether a sentence tells of one of these, or of all of them that it names."""
        if not every:
            return any(self._tells_of(thing, number) for thing in things)
        here = [entity for entity in self.cast.within([number]) if entity in things]
        return bool(here) and all(self._tells_of(thing, number) for thing in here)

    def _tells_of(self, entity: Entity, number: int, *, owners: bool = True) -> bool:
        """Whether a sentence names somebody in its foreground."""
        sentence = self.story.sentence(number)
        if sentence is None:
            return False
        away = self.background(number)
        return any(
            named is entity
            and not in_background(away, span.start - sentence.start)
            and (owners or not POSSESSED.match(self.story.head, span.end))
            for span, named in self.cast.spans_within(sentence.start, sentence.end)
        )

    def background(self, number: int) -> tuple[tuple[int, int], ...]:
        """The stretches of background of a sentence; none of a heading that names nobody outside of them, which is
        about these: "Unions fear for jobs after Orrin sale"."""
        if number not in self._away:
            heading = number in self.lead.headings
            found = background_of(self.texts.get(number, ""), heading=heading)
            if heading and found and (sentence := self.story.sentence(number)) is not None:
                names = self.cast.spans_within(sentence.start, sentence.end)
                if all(in_background(found, span.start - sentence.start) for span, _ in names):
                    found = ()
            self._away[number] = found
        return self._away[number]

    def is_old(self, number: int) -> bool:
        """Whether a sentence behind the opening tells what was known before."""
        return number not in self.opening and BACKGROUND.search(self.texts[number]) is not None

    def titles_with(self, parties: Sequence[Entity], family: Family) -> list[int]:
        """The headings, and the sentences of the opening, whose foreground names two of a deal's parties beside a word
        of such deals."""
        return [
            number
            for number in (*self.lead.headings, *self.opening)
            if self.speaks(TRIGGER[family], number)
            and sum(entity in parties and self._tells_of(entity, number) for entity in self.cast.within([number])) > 1
        ]

    def is_headed(self, mention: Mention) -> bool:
        """Whether a heading names two of a deal's parties beside a word of such deals."""
        return not set(self.titles_with(mention.principals(), mention.family)).isdisjoint(self.lead.headings)

    def is_survey(self, mention: Mention) -> bool:
        """Whether the opening names so many beside a deal's parties, and no heading one of these, that the article is
        about a trade and not about the deal."""
        parties = mention.principals()
        if any(self._names(number, parties) for number in self.lead.headings):
            return False
        told = [one for one in self.plainly_in(self.opening) if self.cast.may_deal(one)]
        return sum(not any(same_entity(one, party) for party in parties) for one in told) >= _SURVEY

    def in_title(self, mention: Mention) -> bool:
        """Whether a heading or the opening names what a deal is about."""
        things = mention.objects or mention.principals()
        return any(
            number in mention.sentences
            and self._tells(things, number, every=not mention.objects)
            and self._titles(number, mention.family, things, mention.principals(), mention.value)
            for number in (*self.lead.headings, *self.opening)
        )
