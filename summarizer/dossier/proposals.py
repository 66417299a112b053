"""Matches that somebody else proposes, a model or a program, where names differ; the rules decide.

A proposer is shown the groups that the rules have made, each with those that it might be one with, and names pairs that
it takes for one event ("Big Blue" is the company that another article calls by its name). A pair is joined only where
the rules find nothing against it: one family of deals, near in time, no other value, sides not exchanged, something in
common, and no article that names the two parties beside one another, since these are two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.dossier.comparing import same_amount, words_overlap
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.grouping import Group
from summarizer.dossier.matching import ATTACH_DAYS
from summarizer.dossier.mentions import Mention
from summarizer.dossier.telling import Telling

_OPEN_TO = 8
"""Groups that one might be one with, the nearest in time, of which a proposer is told."""
_COMPARED = 400
"""Groups with a name or an amount in common that one is compared with at most."""


@dataclass(frozen=True)
class GroupView:
    """What a proposer is shown of a group."""

    id: str
    """`g1`, `g2`, …"""
    kind: str
    """The family of deals: ownership, supply, alliance, financing, other."""
    takers: tuple[str, ...]
    """Who buys, orders, invests."""
    objects: tuple[str, ...]
    """What is bought by its name."""
    givers: tuple[str, ...]
    """Who sells or supplies."""
    partners: tuple[str, ...]
    value: str | None
    day: date | None
    """Of the first article."""
    articles: int
    open_to: tuple[str, ...] = ()
    """The groups against which the rules find nothing, though they do not join them."""
    top: tuple[str, ...] = ()
    """The first lines and sentences of its first article, where it is open to another group."""


@dataclass(frozen=True)
class Proposal:
    """Two groups that are said to be one event, and why."""

    one: str
    other: str
    reason: str
    cited: tuple[str, ...] = ()
    """The sentences of each that are said to show it; where there are any, each must name what its group is about."""


Proposer = Callable[[Sequence[GroupView]], Iterable[Proposal]]
Tops = Callable[[int], Sequence[str]]
"""The first lines and sentences of the story at a place."""


def apply_proposals(
    groups: list[Group], tellings: Sequence[Telling], proposer: Proposer, tops: Tops = lambda _: ()
) -> dict[int, list[str]]:
    """Joins the groups that `proposer` names and the rules allow, in place; why, by the place of the joined group.

    Proposals that name unknown groups, or one and the same, are passed over: what a model says is not trusted.
    """
    views = list(_views(groups, tellings, tops))
    places = {view.id: int(view.id[1:]) - 1 for view in views}
    into = dict(zip(places.values(), places.values(), strict=True))
    reasons: dict[int, list[str]] = {}
    for proposal in proposer(views):
        if proposal.one not in places or proposal.other not in places:
            continue
        if not _is_shown(proposal, groups[places[proposal.one]], groups[places[proposal.other]]):
            continue
        first, second = sorted((into[places[proposal.one]], into[places[proposal.other]]))
        if first == second or not allowed(groups[first], groups[second], tellings):
            continue
        moved = groups[second]
        groups[first].mentions += moved.mentions
        groups[first].attached += moved.attached
        groups[first].passing = sorted({*groups[first].passing, *moved.passing} - set(groups[first].stories()))
        moved.mentions, moved.attached, moved.passing = [], [], []
        for place, home in into.items():
            if home == second:
                into[place] = first
        reasons[first] = [*reasons.pop(first, []), *reasons.pop(second, []), " ".join(str(proposal.reason).split())]
    return reasons


def _is_shown(proposal: Proposal, one: Group, other: Group) -> bool:
    """Whether the sentences that a proposal cites, if any, name a party of the group or its value."""
    if not proposal.cited:
        return True
    return len(proposal.cited) == len((one, other)) and all(
        any(form in text for form in _forms(group)) for text, group in zip(proposal.cited, (one, other), strict=True)
    )


def _forms(one: Group) -> Iterator[str]:
    for mention in one.mentions:
        yield from (form for entity in mention.principals() for form in entity.forms)
        if mention.value is not None:
            yield mention.value.text


def _views(groups: Sequence[Group], tellings: Sequence[Telling], tops: Tops) -> Iterator[GroupView]:
    near = _open_pairs(groups, tellings)
    for at, one in enumerate(groups):
        if one.mentions:
            top = tuple(tops(one.stories()[0])) if at in near else ()
            yield _view(at, one, tuple(f"g{other + 1}" for other in near.get(at, ())), top)


def _open_pairs(groups: Sequence[Group], tellings: Sequence[Telling]) -> dict[int, list[int]]:
    """By group: those with a name or a value in common against which the rules find nothing, the nearest first."""
    postings: dict[object, list[int]] = {}
    for at, one in enumerate(groups):
        keys: set[object] = {key for mention in one.mentions for entity in mention.principals() for key in entity.keys}
        keys |= {mention.value.amount for mention in one.mentions if mention.value and mention.value.amount}
        for key in keys:
            postings.setdefault(key, []).append(at)
    seen: dict[int, set[int]] = {}
    for shared in postings.values():
        for at, place in enumerate(shared):
            seen.setdefault(place, set()).update(shared[at + 1 : at + 1 + _COMPARED])
    found: dict[int, list[int]] = {}
    for place, others in seen.items():
        for other in sorted(others):
            if allowed(groups[place], groups[other], tellings):
                found.setdefault(place, []).append(other)
                found.setdefault(other, []).append(place)
    return {
        place: sorted(others, key=lambda other: (_apart(groups[place], groups[other]) or 0, other))[:_OPEN_TO]
        for place, others in found.items()
    }


def _view(at: int, one: Group, open_to: tuple[str, ...], top: tuple[str, ...]) -> GroupView:
    fullest = max(one.mentions, key=lambda mention: len(mention.principals()))
    value = next((mention.value.text for mention in one.mentions if mention.value is not None), None)

    def names(entities: Iterable[Entity]) -> tuple[str, ...]:
        return tuple(entity.name for entity in entities)

    return GroupView(
        id=f"g{at + 1}",
        kind=fullest.family,
        takers=names(fullest.takers),
        objects=names(fullest.objects),
        givers=names(fullest.givers),
        partners=names(fullest.partners),
        value=value,
        day=one.first_day(),
        articles=len(one.stories()),
        open_to=open_to,
        top=top,
    )


def allowed(one: Group, other: Group, tellings: Sequence[Telling]) -> bool:
    """Whether the rules find nothing against two groups' being one event."""
    first = max(one.mentions, key=lambda mention: len(mention.principals()))
    second = max(other.mentions, key=lambda mention: len(mention.principals()))
    if first.family != second.family or (_apart(one, other) or 0) > ATTACH_DAYS:
        return False
    values = {same_amount(mine.value, theirs.value) for mine in one.mentions for theirs in other.mentions}
    if False in values:
        return False
    shared = [entity for entity in first.principals() if _among(entity, second.principals())]
    if not shared and not (True in values and words_overlap(first.subject, second.subject)):
        return False
    if _exchanged(first, second):
        return False
    mine, theirs = _differing(first, second), _differing(second, first)
    return not any(_names_apart(tellings[story], mine, theirs) for story in {*one.stories(), *other.stories()})


def _apart(one: Group, other: Group) -> int | None:
    """Days between the first articles of two groups, None where one has no date."""
    first, second = one.first_day(), other.first_day()
    return None if first is None or second is None else abs((first - second).days)


def _among(entity: Entity, others: Iterable[Entity]) -> bool:
    return any(same_entity(entity, other) for other in others)


def _exchanged(one: Mention, other: Mention) -> bool:
    return any(_among(entity, [*other.objects, *other.givers]) for entity in one.takers) or any(
        _among(entity, [*one.objects, *one.givers]) for entity in other.takers
    )


def _differing(one: Mention, other: Mention) -> list[Entity]:
    return [entity for entity in one.principals() if not _among(entity, other.principals())]


def _names_apart(telling: Telling, some: Iterable[Entity], others: Iterable[Entity]) -> bool:
    """Whether a story names parties of both as two."""
    mine = [name for name in telling.names if _among(name, some)]
    theirs = [name for name in telling.names if _among(name, others)]
    return any(one is not another for one in mine for another in theirs)
