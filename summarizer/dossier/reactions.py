"""Articles about what others make of a deal: its staff, its holders, a rating agency, a union.

Their main clause does not tell the deal, it only gives it as the reason: "The mood at Orrin was subdued, a day after it
was sold to Tarn". What tells them from other news of a party ("Tarn cuts its outlook because of the costs of the
takeover") is who acts: none of the two sides.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.dossier.entities import Entity
from summarizer.dossier.foreground import describes_of, in_background, reasons_of
from summarizer.dossier.news import News
from summarizer.dossier.triggers import POSSESSED, TRIGGER, Family
from summarizer.text.patterns import pattern

_GOVERNED = pattern(r"\b(?:at|by|for|from|in|of|on|with|within)\s(?:(?:an?|her|his|its|the|their)\s)?\Z")
_HOLDERS = pattern(
    r"\s(?:board|bondholders|bonds|creditors|customers|debt|directors|drivers|employees|engineers|growers|holders|investors|"
    r"managers|members|notes|nurses|partners|patients|pilots|ratings?|residents|retirees|shareholders?|shares|staff|stock|"
    r"stockholders|suppliers|tenants|union|unions|workers)\b"
)
"""Behind a name: those who are meant, and not the company itself."""


class Reaction(NamedTuple):
    """The reason that the opening gives for its news."""

    actor: Entity | None
    """Who acts in its main clause, where it is somebody by name."""
    families: frozenset[Family]
    """Of which the reason has words."""
    names: tuple[Entity, ...]
    """Who is named in the reason."""
    amounts: tuple[float, ...]
    """The amounts of money in the reason."""


def reaction_of(news: News) -> Reaction | None:
    """The reason that the last sentence of the opening gives, None where it gives none."""
    number = news.opening[-1] if news.opening else 0
    sentence = news.story.sentence(number)
    if sentence is None:
        return None
    text = news.texts.get(number, "")
    described = tuple(describes_of(text))
    for start, end in reasons_of(text):
        told = [
            (span.start - sentence.start, entity)
            for span, entity in news.cast.spans_within(sentence.start, sentence.end)
            if entity.can_trade
        ]
        names = [entity for at, entity in told if start <= at < end and not in_background(described, at)]
        families = frozenset(
            family
            for family, words in TRIGGER.items()
            if any(not in_background(described, found.start()) for found in words.finditer(text, start, end))
        )
        if names and families:
            amounts = [
                float(one.value)
                for one in news.story.readings.amounts
                if one.kind == "money" and start <= one.start - sentence.start < end
            ]
            return Reaction(_actor(news, number), families, tuple(names), tuple(amounts))
    return None


def _actor(news: News, number: int) -> Entity | None:
    """The first who is named in the foreground of a sentence, unless something or somebody of his is meant."""
    sentence = news.story.sentence(number)
    if sentence is None:
        return None
    away = news.background(number)
    text = news.story.head
    for span, entity in news.cast.spans_within(sentence.start, sentence.end):
        if in_background(away, span.start - sentence.start) or not entity.can_trade:
            continue
        governed = _GOVERNED.search(text, sentence.start, span.start)
        owned = POSSESSED.match(text, span.end) or _HOLDERS.match(text, span.end)
        return None if governed or owned else entity
    return None
