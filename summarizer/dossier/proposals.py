"""Matches that somebody else proposes, a model or a program, where names differ; the rules decide.

A proposer is shown the groups that the rules have made and names pairs of them that it takes for one event ("Big Blue"
is the company that another article calls by its name). A pair is joined only where the rules find nothing against it:
one family of deals, near in time, no other value, sides not exchanged, something in common, and no article that names
the two parties beside one another, since these are two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.dossier.comparing import same_amount, words_overlap
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.grouping import Group
from summarizer.dossier.matching import ATTACH_DAYS
from summarizer.dossier.mentions import Mention
from summarizer.dossier.telling import Telling


@dataclass(frozen=True)
class GroupView:
    """What a proposer is shown of a group: what one may know of it without its articles."""

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


@dataclass(frozen=True)
class Proposal:
    """Two groups that are said to be one event, and why."""

    one: str
    other: str
    reason: str


Proposer = Callable[[Sequence[GroupView]], Iterable[Proposal]]


def apply_proposals(groups: list[Group], tellings: Sequence[Telling], proposer: Proposer) -> dict[int, list[str]]:
    """Joins the groups that `proposer` names and the rules allow, in place; why, by the place of the joined group.

    Proposals that name unknown groups, or one and the same, are passed over: what a model says is not trusted.
    """
    views = [_view(at, one) for at, one in enumerate(groups) if one.mentions]
    places = {view.id: int(view.id[1:]) - 1 for view in views}
    into = dict(zip(places.values(), places.values(), strict=True))
    reasons: dict[int, list[str]] = {}
    for proposal in proposer(views):
        if proposal.one not in places or proposal.other not in places:
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


def _view(at: int, one: Group) -> GroupView:
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
    )


def allowed(one: Group, other: Group, tellings: Sequence[Telling]) -> bool:
    """Whether the rules find nothing against two groups' being one event."""
    first = max(one.mentions, key=lambda mention: len(mention.principals()))
    second = max(other.mentions, key=lambda mention: len(mention.principals()))
    if first.family != second.family or not _near(one, other):
        return False
    values = {same_amount(mine.value, theirs.value) for mine in one.mentions for theirs in other.mentions}
    if False in values:
        return False
    shared = [entity for entity in first.principals() if _among(entity, second.principals())]
    if not shared and not (True in values and words_overlap(first.subject, second.subject)):
        return False
    if _exchanged(first, second):
        return False
    return not any(
        _names_apart(tellings[story], _differing(first, second), _differing(second, first))
        for story in {*one.stories(), *other.stories()}
    )


def _near(one: Group, other: Group) -> bool:
    first, second = one.first_day(), other.first_day()
    return first is None or second is None or abs((first - second).days) <= ATTACH_DAYS


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
