"""What an article says that few others do: its specifics.

Amounts, counts, parts, days, people, other names, and words in a row that are quoted. Each weighs what it tells: a
number by its digits, a name as a word that few texts have. Origin: the weighting of terms by how seldom they are
(K. Spärck Jones, A statistical interpretation of term specificity, 1972), and who, when, where and how much as what
tells one event from the next (J. Allan, Topic Detection and Tracking, 2002).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from summarizer.dossier.cast import Cast
from summarizer.dossier.entities import Entity, plain
from summarizer.dossier.facts import LARGE
from summarizer.dossier.stories import Story
from summarizer.text.calendar_words import MONTHS
from summarizer.text.name_forms import strip_suffix
from summarizer.text.patterns import pattern

Kind = Literal["count", "day", "money", "name", "part", "person", "price", "quote"]

SENTENCES = 24
"""Sentences of an article of which specifics are read."""
_LEAST_COUNT = 10
_CODE = 2
"""Words of a name that is a code: letters and a number."""
_SHORTEST = 3
"""Letters of a word that tells a name by itself."""
_TOP = 6
"""Sentences in which a name is one of those that the news is about."""
_OFTEN = 3
"""Times that such a name may stand further down instead."""
_DIGIT = 3.3
"""What one digit tells, in bits."""
_BITS: dict[Kind, float] = {"day": 5.0, "name": 4.0, "person": 5.0, "quote": 12.0}
_NUMBERS: frozenset[Kind] = frozenset(("count", "money", "part", "price"))
_MOST = 10.0
"""Bits of a number at most: a long one is only told more exactly."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = pattern(
    rf"(?<!\w)(?=[ADFJMNOS\d])(?:(?P<month>(?i:{_MONTH}))\.? (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d)|"
    rf"(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?P<month_behind>(?i:{_MONTH}))\b)"
)


class Specific(NamedTuple):
    """One thing that few articles say."""

    kind: Kind
    what: float | str | int
    """A number by its value, a day by month and day in one number, a name by its telling word, words by a hash."""

    @property
    def bits(self) -> float:
        """What it tells by itself."""
        if self.kind in _NUMBERS:
            digits = len(f"{self.what:.10g}".partition("e")[0].replace(".", "").strip("0")) or 1
            whole = self.kind == "money" or (self.kind == "price" and digits > 1)
            return min(_DIGIT * (digits if whole else digits - 1), _MOST)
        return _BITS[self.kind]


def specifics_of(story: Story, cast: Cast, quoted: Iterable[int]) -> frozenset[Specific]:
    """The specifics of an article's first sentences.

    quoted      the hashes of words in a row that it quotes (`facts.quoted_in`)
    """
    found = {Specific("quote", one) for one in quoted}
    end = _end_of(story, SENTENCES)
    for entity in {entity for _, entity in cast.spans_within(0, end)}:
        if entity.can_trade and (name := telling_word(entity)):
            found.add(Specific("person" if entity.person else "name", name))
    for one in story.readings.amounts:
        if one.start >= end:
            break
        value = float(one.value)
        if one.kind == "money":
            found.add(Specific("money" if value >= LARGE else "price", value))
        elif one.kind == "quantity" and one.unit is None and value >= LARGE:
            found.add(Specific("money", value))  # "the other ninety million", among people who know of what
        elif one.kind != "quantity":
            found.add(Specific("part", value))
        elif value >= _LEAST_COUNT and one.unit and one.unit[0].islower() and not _FIRST_YEAR < value < _LAST_YEAR:
            # Without a noun in small letters it is a product's number: "737 MAX".
            found.add(Specific("count", value))
    published = story.published
    for day in _DAY.finditer(story.head, 0, end):
        month = MONTHS[(day["month"] or day["month_behind"]).lower()]
        number = int(day["day"] or day["day_first"])
        if published is None or published.month != month or abs(published.day - number) > 1:
            found.add(Specific("day", month * 100 + number))
    return frozenset(found)


def other_kind(one: Specific) -> Specific | None:
    """A name of one word as a person, a person as a name, nothing of all else."""
    if one.kind == "name" and not is_code(str(one.what)):
        return Specific("person", one.what)
    return Specific("name", one.what) if one.kind == "person" else None


def salient_in(story: Story, cast: Cast) -> list[Entity]:
    """Companies and other things, no people, that the first sentences name, or the text often."""
    there = {entity for _, entity in cast.spans_within(0, _end_of(story, _TOP))}
    return [
        one for one in cast.entities if one.can_trade and not one.person and (one in there or one.mentions >= _OFTEN)
    ]


def often_in(story: Story, cast: Cast) -> list[tuple[Entity, int]]:
    """Those that two of the first sentences name, or more, and how many do."""
    found: dict[Entity, int] = {}
    for sentence in islice(story.sentences, SENTENCES):
        for entity in {entity for _, entity in cast.spans_within(sentence.start, sentence.end)}:
            found[entity] = found.get(entity, 0) + 1
    return [(one, count) for one, count in found.items() if count > 1 and one.can_trade]


def _end_of(story: Story, most: int) -> int:
    """Where the first sentences end."""
    ends = [one.end for one in islice(story.sentences, most)]
    return min(ends[-1], len(story.head)) if ends else 0


def telling_word(entity: Entity) -> str:
    """The word by which a name is known in every form: a company's first one, a person's last; of letters and numbers
    ("C-90") all."""
    return word_of(entity.forms, entity.person)


@lru_cache(maxsize=1 << 14)
def word_of(forms: tuple[str, ...], person: bool = False) -> str:
    """The telling word of a name of some forms."""
    long = [form for form in forms if " " in strip_suffix(form)]
    words = plain(max(long or forms, key=len)).split()
    if not words:
        return ""
    if not person and len(words) == _CODE and words[1].isdigit():
        return " ".join(words)
    word = words[-1] if person else words[0]
    return word if len(word) >= _SHORTEST else " ".join(words)


def is_code(word: str) -> bool:
    """Whether a name is one of a thing, of letters and a number, and not of who deals in it."""
    _, space, number = word.partition(" ")
    return bool(space) and number.rstrip("s").isdigit()
