"""Who buys what, as the top of an article says it: a plain reading for articles in which no record does.

Each verb or noun of buying in a sentence gives a vote for a buyer and for what is bought, by where names stand around
it: behind a verb what is bought and before it who buys, in the passive the other way round. The title's votes weigh
most. This finds less exactly than the records do, and is asked only where they leave it open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.article import Sentence
from summarizer.dossier.cast import Cast, is_where
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.foreground import background_of, in_background
from summarizer.dossier.stories import Story
from summarizer.dossier.triggers import (
    BOUGHT_BY,
    BREAK,
    BUYS,
    LED_BY,
    NOUN_AFTER,
    NOUN_OF,
    PAYS,
    POSSESSED,
    SELLS,
    SOLD_TO,
    TRIGGER,
)
from summarizer.text.name_runs import NameSpan
from summarizer.text.patterns import pattern

LEAD = 7
"""Sentences behind the title and the first one within which an article tells its news."""
_HEADINGS = 3
"""Lines of headings at most."""
_FEWEST_WORDS = 3
_LONG = 8
"""Words of a sentence that is no headline."""
_MANY_SMALL = 6
"""Words without a capital that no headline in title case has."""
_STOPS = (".", "!", "?", "”", '"', "’", "'", "…", ":")
_NUMBERS = 2
"""Numbers in a line from which on it is taken for a date."""
_NUMBER = pattern(r"\d+")
_WORD = pattern(r"[^\W\d_]{2,}")
_TITLE_WEIGHT, _LEAD_WEIGHT = 3, 1
_REACH = 140
"""Characters behind a verb within which what is bought is named."""
_PROSE = pattern(r"\b[a-z]{3,}\b")
_ASSETS = pattern(
    r"['’]s?\s+(?:[\w-]+\s+){0,4}?(?:arm|assets|bank|business|businesses|division|operations|plants?|portfolio|shares|stake|"
    r"stock|unit|units)\b"
)
_PART_OF = pattern(
    r"\b(?:arms?|assets|business(?:es)?|divisions?|operations|plants?|portfolio|units?)\s(?:of|from)\s"
    r"(?:[\w-]+['’]s?\s)?\Z"
)
"""Before a name: a part of that company is meant."""

Named = tuple[NameSpan, Entity]


class Reading(NamedTuple):
    """What the top of an article says of a purchase: the likeliest buyer and what it buys, where votes are clear."""

    buyer: Entity | None
    bought: Entity | None
    sentences: tuple[int, ...]
    """Numbers of the sentences that were read so."""


class Lead(NamedTuple):
    """The top of an article, where it tells its news."""

    headings: tuple[int, ...]
    """Numbers of the lines over the first sentence of prose."""
    title: tuple[int, ...]
    """These and that sentence."""
    rest: tuple[int, ...]
    """Numbers of the sentences behind them."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """All of them."""
        return (*self.title, *self.rest)


def lead_of(story: Story) -> Lead:
    """The first sentences of prose with the headings over them; lines of addresses, dates and names are left out."""
    title: list[int] = []
    rest: list[int] = []
    opened = False
    for sentence in story.sentences:
        text = story.head[sentence.start : sentence.end].strip()
        if not text and sentence.end > len(story.head):
            break
        if len(_WORD.findall(text)) < _FEWEST_WORDS or not (_PROSE.search(text) or _is_heading(text)):
            continue
        if opened:
            rest.append(sentence.number)
        else:
            title.append(sentence.number)
            opened = (text.endswith(_STOPS) and len(title) > 1) or len(title) > _HEADINGS or _is_prose(text)
        if len(rest) == LEAD:
            break
    return Lead(tuple(title[:-1] if opened else title), tuple(title), tuple(rest))


def top_of(story: Story, most: int = 6) -> list[str]:
    """The headings and the first sentences of an article, each on one line, `most` in all."""
    numbers = lead_of(story).numbers[:most]
    return [" ".join(one.text.split()) for number in numbers if (one := story.sentence(number)) is not None]


def _is_heading(line: str) -> bool:
    """Whether a line without small words is a headline in title case or capitals, and no date and no address."""
    small = any(map(str.islower, line)) or not line.endswith(_STOPS)
    return small and len(_NUMBER.findall(line)) < _NUMBERS and len(line.split()) > _FEWEST_WORDS


def _is_prose(line: str) -> bool:
    """Whether a line with a full stop at its end is a sentence: many of its words, or most, have no capital."""
    words = _WORD.findall(line)
    small = sum(map(str.islower, words))
    return line.endswith(_STOPS) and (small >= _MANY_SMALL or (small * 2 > len(words) >= _LONG))


def read_purchase(story: Story, cast: Cast, lead: Lead) -> Reading:
    """The purchase that the title and the first sentences tell of."""
    buyers: Counter[Entity] = Counter()
    bought: Counter[Entity] = Counter()
    where: dict[Entity, list[int]] = {}
    spans = [(span, entity) for span, entity in cast.spans if entity.can_trade and not entity.person]
    starts = [span.start for span, _ in spans]
    for number in lead.numbers:
        sentence = story.sentence(number)
        if sentence is None:
            continue
        weight = _TITLE_WEIGHT if number in lead.title else _LEAD_WEIGHT
        away = () if number in lead.headings else background_of(sentence.text)
        names = [
            one
            for one in spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if not is_where(story.head, sentence.start, one[0])
            and not in_background(away, one[0].start - sentence.start)
        ]
        for buyer, target in _votes(_blanked(story.head, sentence, away), sentence.start, sentence.end, names):
            if buyer is not None and buyer is not target:
                buyers[buyer] += weight
            if target is not None and buyer is not target:
                bought[target] += weight
                where.setdefault(target, []).append(number)
    for entity in set(buyers) & set(bought):
        del (buyers if bought[entity] > buyers[entity] else bought)[entity]
    target, buyer = _most(bought), _most(buyers)
    if target is not None and buyer is not None and same_entity(target, buyer):
        buyer = None
    return Reading(buyer, target, tuple(dict.fromkeys(where.get(target, ()))) if target else ())


def _blanked(text: str, sentence: Sentence, away: Sequence[tuple[int, int]]) -> str:
    """`text` up to the end of a sentence, whose background is blanked out."""
    known = text[: sentence.end]
    for first, last in away:
        start, end = sentence.start + first, min(sentence.start + last, len(known))
        known = known[:start] + " " * (end - start) + known[end:]
    return known


def read_leaders(story: Story, cast: Cast, sentences: Iterable[int]) -> list[Entity]:
    """Who leads a round of financing, as some sentences say it."""
    found: dict[Entity, None] = {}
    for number in sentences:
        sentence = story.sentence(number)
        if sentence is None or not TRIGGER["financing"].search(sentence.text):
            continue
        names = [(span, one) for span, one in cast.spans_within(sentence.start, sentence.end) if one.can_trade]
        for cue in LED_BY.finditer(story.head, sentence.start, sentence.end):
            passive = cue.group().lower().endswith("by")
            leader = _first(story.head, cue.end(), sentence.end, names) if passive else _last(cue.start(), names)
            if leader is not None and not leader.person:
                found[leader] = None
    return list(found)


def _most(votes: Counter[Entity]) -> Entity | None:
    """Who has the most votes, those for other forms of the name counted in; of two with as many, who is named first."""
    if not votes:
        return None
    total = {one: sum(count for other, count in votes.items() if same_entity(one, other)) for one in votes}
    return min(votes, key=lambda one: (-total[one], -votes[one], one.first))


def _votes(text: str, start: int, end: int, names: Sequence[Named]) -> Iterator[tuple[Entity | None, Entity | None]]:
    """(buyer, bought) for each word of buying in a sentence."""
    for found in BOUGHT_BY.finditer(text, start, end):
        yield _first(text, found.end(), end, names), _last(found.start(), names)
    for cue in (BUYS, PAYS):
        for found in cue.finditer(text, start, end):
            if BOUGHT_BY.match(text, found.start(), end):
                continue
            target = _first(text, found.end(), end, names)
            yield _last(found.start(), names, apart=target), target
    for found in NOUN_OF.finditer(text, start, end):
        target = _first(text, found.end(), end, names)
        yield _owner(text, found.start(), names, apart=target), target
    for found in SELLS.finditer(text, start, end):
        target = _first(text, found.end(), end, names)
        if target is None:
            continue
        to = SOLD_TO.search(text, found.end(), end)
        yield _first(text, to.end(), end, names) if to else None, target
    for span, entity in names:
        if after := NOUN_AFTER.match(text, span.end, end):
            if after["owner"]:
                yield entity, None
            else:
                yield None, entity


def _first(text: str, at: int, end: int, names: Sequence[Named]) -> Entity | None:
    """The first name behind a verb, where nothing breaks the clause and the name does not only own what is meant."""
    for span, entity in names:
        if span.start < at:
            continue
        if span.start - at > _REACH or BREAK.search(text, at, span.start) or _PART_OF.search(text, at, span.start):
            return None
        if POSSESSED.match(text, span.end, end):
            return None if _ASSETS.match(text, span.end, end) else entity
        return entity
    return None


def _last(at: int, names: Sequence[Named], apart: Entity | None = None) -> Entity | None:
    """The last name before a verb."""
    before = [entity for span, entity in names if span.end <= at and entity is not apart]
    return before[-1] if before else None


def _owner(text: str, at: int, names: Sequence[Named], apart: Entity | None) -> Entity | None:
    """Whose acquisition it is: the name in the possessive before it, else the first one of the sentence."""
    before = [(span, entity) for span, entity in names if span.end <= at and entity is not apart]
    for span, entity in reversed(before):
        if POSSESSED.match(text, span.end, at) and not BREAK.search(text, span.end, at):
            return entity
    return before[0][1] if before else None
