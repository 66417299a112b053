"""Mentions that are told in just the same way, as the copies of one article are, put together to be compared as one.

An agency's text is printed by hundreds: what two of its copies have to do with the mentions of other articles is the
same, so that one of them is compared for all.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from summarizer.dossier.entities import Entity
from summarizer.dossier.matching import Strength, matches
from summarizer.dossier.mentions import Mention

_COMPARED = 24
"""Mentions told in one way of which the names beside the deal's own are looked at."""


@dataclass(slots=True, eq=False)
class Echo:
    """Mentions of one kind, sides, value, subject, stage and day. The first stands for all."""

    mentions: list[Mention]
    places: list[int]
    """Of each among the mentions that were given, rising."""

    @property
    def head(self) -> Mention:
        """The one that is compared."""
        return self.mentions[0]

    @property
    def whole(self) -> bool:
        """Whether it says both who gets something and what, so that no other name of the story counts."""
        return _tells_both(self.head)

    def may_meet(self, other: Echo) -> bool:
        """Whether a mention of each may be compared: two of one story are so only where both are of its records."""
        if self.head.records and other.head.records:
            return True
        first, second = self.head.story, other.head.story
        return any(one.story != second for one in self.mentions) or any(one.story != first for one in other.mentions)

    def strength(self, other: Echo) -> Strength:
        """How well the mentions of the two go together."""
        mine = self.mentions if self.whole and not other.whole else self.mentions[:1]
        theirs = other.mentions if other.whole and not self.whole else other.mentions[:1]
        return max(matches(one, two) for one in islice(mine, _COMPARED) for two in islice(theirs, _COMPARED))

    @property
    def holds(self) -> bool:
        """Whether those told in this way are of one deal for that alone: orders without a day may be several."""
        first = self.head
        second = next((one for one in self.mentions if one.story != first.story), self.mentions[-1])
        return second is first or matches(first, second) > Strength.NONE


def echoes_of(mentions: Iterable[Mention]) -> list[Echo]:
    """The mentions by how they are told, in the order of the first ones."""
    found: dict[Hashable, Echo] = {}
    for at, mention in enumerate(mentions):
        echo = found.setdefault(_told_as(mention), Echo([], []))
        echo.mentions.append(mention)
        echo.places.append(at)
    return list(found.values())


def _told_as(mention: Mention) -> Hashable:
    value = mention.value
    named = () if _tells_both(mention) else (_forms(mention.named), mention.capitals)
    return (
        mention.family,
        _forms(mention.takers),
        _forms(mention.objects),
        _forms(mention.givers),
        _forms(mention.partners),
        None if value is None else (value.text, value.amount, value.currency, value.bound, value.high),
        mention.subject,
        mention.status,
        mention.day,
        mention.again,
        mention.counts,
        mention.instruments,
        bool(mention.records),
        named,
    )


def _forms(entities: Sequence[Entity]) -> tuple[tuple[str, ...], ...]:
    return tuple(entity.forms for entity in entities)


def _tells_both(mention: Mention) -> bool:
    if mention.family != "ownership":
        return True
    return bool(mention.objects and (mention.takers or mention.givers or mention.partners))
