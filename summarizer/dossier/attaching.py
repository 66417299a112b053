"""Stories that tell of an event without a mention of their own that says so, put to it.

Both sides of the deal must stand at the top of the story, and something more must speak for it: a word of such deals
in the foreground, both sides in a heading, or the event's value. A story that two events fit is put to neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.facts import LARGE
from summarizer.dossier.matching import ATTACH_DAYS, ONE_SIDE_DAYS, OWNERSHIP_DAYS, REPEATED_DAYS, any_same, contradict
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.telling import Telling

if TYPE_CHECKING:
    from summarizer.dossier.grouping import Group

_STRANGERS = 3
"""Companies beside the two sides at most: a survey of deals names more."""
_TWO = 2
_REACTION_DAYS = 14
"""Between a deal and what others make of it."""


def attach(tellings: Sequence[Telling], groups: list[Group]) -> None:
    """Attaches each story that shares no event to the one group that it tells of without saying so by a mention."""
    sizes = [len(one.stories()) for one in groups]
    shared = {story for one, size in zip(groups, sizes, strict=True) if size > 1 for story in one.stories()}
    models = [max(one.mentions, key=lambda mention: len(mention.principals())) for one in groups]
    by_key: dict[str, list[int]] = {}
    for at, model in enumerate(models):
        if is_whole(model):
            for key in {key for entity in model.principals() for key in entity.keys}:
                by_key.setdefault(key, []).append(at)
    for telling in tellings:
        if telling.place in shared or any(is_whole(mention) for mention in telling.main):
            continue
        named: dict[int, set[Entity]] = {}
        for entity in (*telling.there, *telling.near):
            for at in {at for key in entity.keys for at in by_key.get(key, ())}:
                named.setdefault(at, set()).add(entity)
        found = [at for at, some in named.items() if len(some) > 1]
        fitting = [
            at for at in sorted(found) if not groups[at].holds(telling.place) and _fits(telling, groups[at], models[at])
        ]
        if not fitting and telling.small:
            fitting = list(_in_small_letters(telling, groups, by_key))
        fitting = [at for at in fitting if _has_value(telling.amounts, groups[at])] or fitting
        if len(fitting) > 1:
            told = {at: set(groups[at].stories()) for at in fitting}
            fitting = [at for at in fitting if not any(told[at] < told[other] for other in fitting)]
        if len(fitting) == 1:
            groups[fitting[0]].attached.append(telling.place)


def _fits(telling: Telling, one: Group, model: Mention) -> bool:
    """Whether a story names both sides of a group's deal where it tells its news, and something speaks for it."""
    if not _both(model, telling.there) and not _both(model, telling.near):
        return False
    if any(contradict(mention, model) for mention in telling.main if mention.family == model.family):
        return False
    if not model.objects and _is_another(telling, one):
        return False
    if model.instruments and telling.instruments and model.instruments.isdisjoint(telling.instruments):
        return False
    first = one.first_day()
    apart = min((abs((day - first).days) for day in telling.days), default=0) if first is not None else 0
    later = first is not None and telling.day is not None and telling.day > first and telling.closing
    near = REPEATED_DAYS if not model.objects else OWNERSHIP_DAYS if later else ATTACH_DAYS
    strangers = _strangers(model, telling.companies)
    if apart <= near and strangers <= 1 and _both(model, (*telling.heads, *telling.opening)):
        if model.family in telling.strong:
            return True
        if model.family in telling.weak and _both(model, telling.headed):
            return True
    if _reacts(telling, one, model) and apart <= _REACTION_DAYS:
        return True
    if apart > ATTACH_DAYS or not _has_value(telling.amounts, one) or not _has_one_amount(telling):
        return False
    if not strangers and _both(model, telling.headed):
        return True
    if telling.spoken and _both(model, telling.near) and _strangers(model, telling.near) <= _STRANGERS:
        return True
    plain = any_same(model.principals(), (*telling.heads, *telling.opening))
    return plain and not strangers and apart <= ONE_SIDE_DAYS and _has_value(telling.news_amounts, one)


def _is_another(telling: Telling, one: Group) -> bool:
    """Whether a story on a deal that may be made again says so, or names another value."""
    if _has_value(telling.amounts, one):
        return False
    valued = any(mention.value is not None and mention.value.amount for mention in one.mentions)
    return telling.again or (valued and any(amount >= LARGE for amount in telling.amounts))


def _reacts(telling: Telling, one: Group, model: Mention) -> bool:
    """Whether the opening gives a group's deal, by its value too, as the reason for what somebody else does."""
    told = telling.reaction
    if told is None or model.family not in told.families or not _has_value(told.amounts, one):
        return False
    acts = told.actor is not None and (told.actor.person or any_same([told.actor], model.principals()))
    return not acts and not _strangers(model, telling.present) and any_same(told.names, model.principals())


def _both(model: Mention, names: Iterable[Entity]) -> bool:
    """Whether both sides of a deal are among some names: what is bought and somebody else, or two of its parties."""
    listed = list(names)
    things = [name for name in listed if any_same([name], model.objects or model.principals())]
    return any(
        not same_entity(name, thing) and any_same([name], model.principals()) for thing in things for name in listed
    )


def _strangers(model: Mention, names: Iterable[Entity]) -> int:
    return sum(not name.person and not any_same([name], model.principals()) for name in dict.fromkeys(names))


def _has_value(amounts: Iterable[float], one: Group) -> bool:
    """Whether one of some amounts is the value of a group's deal."""
    values = {mention.value.amount for mention in one.mentions if mention.value is not None and mention.value.amount}
    return any(amount in values for amount in amounts)


def _has_one_amount(telling: Telling) -> bool:
    return len({amount for amount in telling.amounts if amount >= LARGE}) == 1


def _in_small_letters(telling: Telling, groups: list[Group], by_key: dict[str, list[int]]) -> Iterator[int]:
    """The groups whose two sides, by first words, a story without capitals names in its title, or with the value."""
    names = [Entity((word.capitalize(),)) for word in sorted(telling.small)]
    in_title = [name for name in names if name.name.lower() in telling.small_title]
    for at in sorted({at for name in names for key in name.keys for at in by_key.get(key, ())}):
        one = groups[at]
        model = max(one.mentions, key=lambda mention: len(mention.principals()))
        sides = [party for party in model.principals() if any_same([party], names)]
        titled = [party for party in sides if any_same([party], in_title)]
        told = _has_value(telling.amounts, one) or (len(titled) >= _TWO and model.family in telling.spoken)
        if len(sides) < _TWO or not told:
            continue
        first = one.first_day()
        if first is None or telling.day is None or abs((telling.day - first).days) <= ATTACH_DAYS:
            yield at
