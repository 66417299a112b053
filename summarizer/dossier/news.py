"""The top of an article, and whether a deal is what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from summarizer.dossier.asides import asides_of, stands_aside
from summarizer.dossier.cast import Cast
from summarizer.dossier.clauses import Lead
from summarizer.dossier.entities import Entity
from summarizer.dossier.stories import Story
from summarizer.dossier.triggers import ANNOUNCES, BACKGROUND, HEADLINE, MERGER, NEW, TRIGGER, Family
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern

if TYPE_CHECKING:
    from summarizer.dossier.mentions import Mention

_NEAR_TITLE = 5
"""Sentences behind a title that speaks of a deal within which its parties are named."""
_LARGE = 1_000_000
_OFTEN = 3
"""Times that the name of what an article is about stands in it at least."""
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
        self._away: dict[int, list[tuple[int, int]]] = {}
        self._most = max((entity.mentions for entity in cast.entities if entity.can_trade), default=1)

    def names(self) -> list[tuple[Entity, frozenset[Family]]]:
        """Who is named in the sentences that tell news, and beside words of which families."""
        found: dict[Entity, set[Family]] = {}
        before: set[Family] = set()
        for number, text in self.texts.items():
            here = {family for family, words in TRIGGER.items() if words.search(text)}
            # "It has bought many. Today it announced another one, Tarn": the news leans on the sentence before.
            told = here | before if self._is_new(number) else here
            before = here
            for entity in self.cast.within([number]):
                if entity.can_trade:
                    news = {family for family in told if self.is_about(family, [number], [entity], [])}
                    found.setdefault(entity, set()).update(news)
        return [(entity, frozenset(families)) for entity, families in found.items()]

    def plainly(self) -> list[Entity]:
        """Who is named in the lead outside of background, asides and relative clauses."""
        found: dict[Entity, None] = {}
        for number, text in self.texts.items():
            if number in self.lead.headings or BACKGROUND.search(text) is None:
                for entity in self.cast.within([number]):
                    if entity.can_trade and not entity.person and self._tells_of(entity, number):
                        found[entity] = None
        return list(found)

    def small_words(self, numbers: Iterable[int] | None = None) -> frozenset[str]:
        """The longer words of a lead whose sentences all begin in small letters, of all or of some; none of others."""
        if any(text[:1].isupper() for text in self.texts.values()):
            return frozenset()
        some = self.texts if numbers is None else self.texts.keys() & set(numbers)
        return frozenset(word for number in some for word in _LONG_WORDS.findall(self.texts[number]))

    def headed(self) -> frozenset[Family]:
        """The families of deals that the headings speak of, beside a name."""
        named = [self.texts[number] for number in self.lead.headings if self.cast.within([number])]
        return frozenset(family for family, words in HEADLINE.items() if any(map(words.search, named)))

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

    def spoken(self) -> frozenset[Family]:
        """The families of deals that the lead has words of."""
        return frozenset(
            family for family, words in TRIGGER.items() if any(words.search(text) for text in self.texts.values())
        )

    def amounts(self) -> list[Amount]:
        """The amounts of money that the lead names, those of background behind the first sentence aside."""
        lead = {
            number
            for number, text in self.texts.items()
            if number in self.lead.title or BACKGROUND.search(text) is None
        }
        small = bool(self.small_words())  # "paying 1.9 billion for": without capitals the currency is often left out
        found = (one for one in self.story.readings.amounts if one.kind == "money" or (small and one.value >= _LARGE))
        return [one for one in found if self.story.number_at(one.start) in lead]

    def is_about(
        self,
        family: Family,
        sentences: Iterable[int],
        things: Sequence[Entity],
        parties: Sequence[Entity],
        *,
        every: bool = False,
    ) -> bool:
        """Whether these sentences tell the article's news.

        So they do where they name what the deal is about and one of them is the title or the first sentence, or is told
        as new, or stands near a heading that speaks of such a deal of one of the parties; or where what the deal is
        about is what the article is about.

        every   whether all of `things` that a sentence names must be told of in it, and not only one of them
        """
        told = [
            number
            for number in sentences
            if number in self.texts
            and self._acts(number, family)
            and (not things or self._tells(things, number, every=every))
        ]
        fresh = [number for number in told if BACKGROUND.search(self.texts[number]) is None]
        if every and not set(things) <= set(self.cast.within({*fresh, *self.lead.title})):
            return False
        if any(self._titles(number, family, things, parties) or self._is_new(number) for number in told):
            return True
        if any(number in self.lead.rest[:_NEAR_TITLE] for number in fresh) and any(
            HEADLINE[family].search(self.texts[number]) and self._names(number, [*things, *parties])
            for number in self.lead.headings
            if number in self.texts
        ):
            return True
        named = [thing.mentions >= _OFTEN and thing.mentions * 2 >= self._most for thing in things]
        often = any(named) and (all(named) or not every)
        return often and bool(fresh)

    def _titles(self, number: int, family: Family, things: Sequence[Entity], parties: Sequence[Entity]) -> bool:
        """Whether a sentence is the title, or the first one, and tells of the deal: with a word of such deals, and the
        other side named in it or it being a heading."""
        if number not in self.lead.title:
            return False
        others = [party for party in parties if party not in things]
        if TRIGGER[family].search(self.texts[number]) and (not others or self._names(number, others)):
            return True
        return number in self.lead.headings and HEADLINE[family].search(self.texts[number]) is not None

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

    def _tells_of(self, entity: Entity, number: int) -> bool:
        """Whether a sentence names somebody, and not only in an aside on what was before: "after its bid for Tarn"."""
        sentence = self.story.sentence(number)
        if sentence is None:
            return False
        away = [] if number in self.lead.headings else self._asides(number)
        return any(
            not stands_aside(self.story.head, sentence.start, span.start)
            and not any(start <= span.start - sentence.start < end for start, end in away)
            for span, named in self.cast.spans_within(sentence.start, sentence.end)
            if named is entity
        )

    def _acts(self, number: int, family: Family) -> bool:
        """Whether a sentence behind the first has the words of such a deal outside of its asides, or in one that tells
        of their being announced, or has none of them at all."""
        if number in self.lead.title:
            return True
        text = self.texts[number]
        away = [place for place in self._asides(number) if ANNOUNCES.search(text, *place) is None]
        found = [found.start() for found in TRIGGER[family].finditer(self.texts[number])]
        return not found or any(not any(start <= at < end for start, end in away) for at in found)

    def _asides(self, number: int) -> list[tuple[int, int]]:
        if number not in self._away:
            self._away[number] = list(asides_of(self.texts.get(number, "")))
        return self._away[number]

    def _is_new(self, number: int) -> bool:
        text = self.texts[number]
        return all(cue.search(text) for cue in (NEW, ANNOUNCES)) and BACKGROUND.search(text) is None

    def titles_with(self, parties: Sequence[Entity], family: Family) -> list[int]:
        """The headings, and the first sentence, that name two of a deal's parties beside a word of such deals."""
        return [
            number
            for number in self.lead.title
            if number in self.texts
            and TRIGGER[family].search(self.texts[number])
            and sum(entity in parties for entity in self.cast.within([number])) > 1
        ]

    def is_headed(self, mention: Mention) -> bool:
        """Whether a heading names two of a deal's parties beside a word of such deals."""
        return not set(self.titles_with(mention.principals(), mention.family)).isdisjoint(self.lead.headings)

    def in_title(self, mention: Mention) -> bool:
        """Whether the title or the first sentence names what a deal is about."""
        things = mention.objects or mention.principals()
        return any(
            number in mention.sentences
            and self._tells(things, number, every=not mention.objects)
            and self._titles(number, mention.family, things, mention.principals())
            for number in self.lead.title
        )
