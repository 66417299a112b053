"""Stories that tell of an event without a mention of their own that says so, put to it.

Two things are asked for at least: both sides of the deal at the top of the story, and a word of such deals beside them
or the deal's value. A story that two events fit is put to neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.matching import ATTACH_DAYS, ONE_SIDE_DAYS, REPEATED_DAYS, any_same, contradict
from summarizer.dossier.mentions import Mention
from summarizer.dossier.telling import Telling

if TYPE_CHECKING:
    from summarizer.dossier.grouping import Group

_LARGE = 1_000_000
"""From which on an amount is not one of a share or a ticket."""
_OTHERS = 3
"""Names beside those of the deal at most: a survey of deals has more."""
_TWO = 2


def attach(tellings: Sequence[Telling], groups: list[Group]) -> None:
    """Attaches each story that shares no event to the one group whose two sides its top names beside a deal's words."""
    sizes = [len(one.stories()) for one in groups]
    shared = {story for one, size in zip(groups, sizes, strict=True) if size > 1 for story in one.stories()}
    by_key: dict[str, list[int]] = {}
    for at, one in enumerate(groups):
        for key in {key for mention in one.mentions for entity in _sides(mention) for key in entity.keys}:
            by_key.setdefault(key, []).append(at)
    for telling in tellings:
        if telling.place in shared or any(_complete(mention) for mention in telling.main):
            continue
        fitting: dict[int, int] = {}
        told = dict(telling.lead)
        for entity in dict.fromkeys((*told, *telling.titled)):
            families = told.get(entity, frozenset())
            for at in sorted({at for key in entity.keys for at in by_key.get(key, ())}):
                if telling.place not in groups[at].stories() and _fits(telling, entity, families, groups[at]):
                    fitting.setdefault(at, entity.first)
        if not fitting and telling.small:
            fitting = dict.fromkeys(_in_small_letters(telling, groups, by_key), 0)
            valued = {at: first for at, first in fitting.items() if _has_value(telling, groups[at])}
            fitting = valued or fitting
        if len(fitting) == 1:
            groups[next(iter(fitting))].attached.append(telling.place)


def _complete(mention: Mention) -> bool:
    return len(mention.principals()) > 1


def _fits(telling: Telling, entity: Entity, families: Iterable[str], one: Group) -> bool:
    """Whether a story names what the group is about beside a word of deals, the other side too, and at its time; or, in
    that very week and with its value, under a heading about such a deal or with both sides in the title."""
    model = max(one.mentions, key=lambda mention: len(mention.principals()))
    if not _complete(model) or not any(same_entity(entity, target) for target in _sides(model)):
        return False
    others = [party for party in model.principals() if party not in model.objects and not same_entity(party, entity)]
    beside = model.family in families
    if not any(any_same(others, named) for named in _named_with(telling, entity, families, one, model)):
        return False
    if any(contradict(mention, model) for mention in telling.main if mention.family == model.family):
        return False
    first = one.first_day()
    if first is None or telling.day is None:
        return True
    apart = abs((telling.day - first).days)
    if not model.objects:
        return apart <= REPEATED_DAYS
    return apart <= (ATTACH_DAYS if beside else ONE_SIDE_DAYS) or (beside and telling.day > first and telling.closing)


def _named_with(
    telling: Telling, entity: Entity, families: Iterable[str], one: Group, model: Mention
) -> Iterator[list[Entity]]:
    """Whom a story names together with somebody as the parties of such a deal, in each way that it may tell of it."""
    if model.family in families:
        yield [name for name, told in telling.lead if told and name is not entity]
    if not _has_value(telling, one):
        return
    if model.family in telling.headed and entity in telling.plain:
        yield [name for name in telling.plain if name is not entity]
    others = [name for name, told in telling.lead if model.family in told and not any_same([name], model.principals())]
    if entity in telling.titled and (entity in telling.plain or not others) and model.family in telling.spoken:
        yield [name for name in telling.titled if name is not entity and name in telling.plain]
    strangers = sum(not any_same([name], model.principals()) for name in telling.plain)
    if entity in telling.plain and strangers <= _OTHERS and any_same(model.principals(), telling.titled):
        yield [name for name in telling.plain if name is not entity and _is_told_by_value(telling, model.family)]


def _sides(mention: Mention) -> list[Entity]:
    """By whom an article can be attached: what is bought, or else any party."""
    return mention.objects or mention.principals()


def _has_value(telling: Telling, one: Group) -> bool:
    """Whether the lead of a story names the value of a group's deal."""
    values = {mention.value.amount for mention in one.mentions if mention.value is not None and mention.value.amount}
    return any(float(amount.value) in values for amount in telling.amounts)


def _is_told_by_value(telling: Telling, family: str) -> bool:
    """Whether the lead of a story names one large amount only, and the story has no news of another kind."""
    large = {float(amount.value) for amount in telling.amounts if amount.value >= _LARGE}
    return len(large) == 1 and all(mention.family == family for mention in telling.main)


def _in_small_letters(telling: Telling, groups: list[Group], by_key: dict[str, list[int]]) -> Iterator[int]:
    """The groups whose two sides, by first words, a story without capitals names in its title, or with the value."""
    names = [Entity((word.capitalize(),)) for word in sorted(telling.small)]
    in_title = [name for name in names if name.name.lower() in telling.small_title]
    for at in sorted({at for name in names for key in name.keys for at in by_key.get(key, ())}):
        one = groups[at]
        model = max(one.mentions, key=lambda mention: len(mention.principals()))
        sides = [party for party in model.principals() if any_same([party], names)]
        titled = [party for party in sides if any_same([party], in_title)]
        told = _has_value(telling, one) or (len(titled) >= _TWO and model.family in telling.spoken)
        if len(sides) < _TWO or not told:
            continue
        first = one.first_day()
        if first is None or telling.day is None or abs((telling.day - first).days) <= ATTACH_DAYS:
            yield at
