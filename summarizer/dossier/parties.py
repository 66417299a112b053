"""Who takes part in an event, how far it has come, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from summarizer.dossier.entities import Entity, same_entity, shown
from summarizer.dossier.mentions import Mention
from summarizer.dossier.model import EventParty, Stage
from summarizer.dossier.rows import STAGES, Said
from summarizer.dossier.stories import Story
from summarizer.records import DealStatus

_BUYS: Mapping[str | None, str] = {
    "rumored": "said to buy",
    "in_talks": "in talks to buy",
    "proposed": "bids for",
    "terminated": "no longer to buy",
}


def parties_of(by_story: Mapping[int, Sequence[Mention]]) -> list[EventParty]:
    """The principals of all stories, each once."""
    roles: list[tuple[str, list[Entity]]] = []
    for mentions in by_story.values():
        for mention in mentions:
            for role, entities in _roles(mention):
                for entity in entities:
                    _add(roles, role, entity)
    parties: list[tuple[list[Entity], list[str]]] = []
    for role, entities in roles:
        same = next((one for one in parties if any(same_entity(mine, entities[0]) for mine in one[0])), None)
        if same is None:
            parties.append((list(entities), [role]))
        else:
            same[0].extend(entities)
            same[1].extend([role] if role not in same[1] else [])
    found = []
    for entities, names in sorted(parties, key=lambda one: -len(one[0])):
        forms = shown(entities)
        found.append(EventParty(name=_fullest(forms, entities), forms=forms, roles=names))
    return found


def _add(roles: list[tuple[str, list[Entity]]], role: str, entity: Entity) -> None:
    for named, entities in roles:
        if named == role and same_entity(entities[0], entity):
            entities.append(entity)
            return
    roles.append((role, [entity]))


def _roles(mention: Mention) -> Iterator[tuple[str, list[Entity]]]:
    names = {
        "ownership": ("acquirer", "target", "seller"),
        "supply": ("customer", "target", "supplier"),
        "financing": ("investor", "investee", "seller"),
        "alliance": ("licensee", "target", "licensor"),
        "other": ("acquirer", "target", "seller"),
    }[mention.family]
    yield names[0], mention.takers
    yield names[1], mention.objects
    yield names[2], mention.givers
    yield "partner", mention.partners


def _fullest(forms: Sequence[str], entities: Sequence[Entity]) -> str:
    """The form to show: the fullest that at least a third of the stories' fullest forms have, else the commonest."""
    fullest: dict[str, int] = {}
    for entity in entities:
        fullest[entity.name] = fullest.get(entity.name, 0) + 1
    often = [form for form, count in fullest.items() if count * 3 >= len(entities)]
    return max(often, key=len) if often else forms[0]


def timeline_of(said: Sequence[Said]) -> list[Stage]:
    """The stages as the articles tell them, each article's once, by their days."""
    found = [
        Stage(day=one.day, status=cast("DealStatus", str(one.value)), citation=one.citation)
        for one in said
        if one.field == "status" and one.citation.decides
    ]
    found = list({(one.citation.article, one.status): one for one in reversed(found)}.values())
    return sorted(
        found,
        key=lambda one: (
            one.day or date.max,
            STAGES.index(one.status),
            len(one.citation.article),
            one.citation.article,
        ),
    )


def latest_of(stages: Sequence[Stage]) -> DealStatus | None:
    """How far it has come: the furthest stage, or the end, or what began anew after it; a later article may still call
    a rumor what was agreed."""
    status: DealStatus | None = None
    for stage in stages:
        anew = status == "terminated" and stage.status not in ("rumored", "in_talks")
        if status is None or anew or (status != "terminated" and STAGES.index(stage.status) > STAGES.index(status)):
            status = stage.status
    return status


def title_of(
    kind: str | None, parties: Sequence[EventParty], stories: Mapping[int, Story], status: DealStatus | None
) -> str:
    """What happened, by the latest stage of it: a bid is no purchase."""
    names = {role: party.name for party in reversed(parties) for role in party.roles}
    for first, word, second in (
        ("acquirer", _BUYS.get(status, "buys"), "target"),
        ("supplier", "supplies", "customer"),
        ("investor", "invests in", "investee"),
        ("licensor", "licenses to", "licensee"),
        ("lender", "lends to", "borrower"),
        ("seller", "sells to", "acquirer"),
    ):
        if first in names and second in names:
            return f"{names[first]} {word} {names[second]}"
    partners = [party.name for party in parties if "partner" in party.roles]
    if len(partners) > 1:
        return " and ".join(partners[:3]) + (f": {kind.replace('_', ' ')}" if kind else "")
    headlines = (story.summary.headline.text for story in stories.values() if story.summary.headline)
    if len(parties) == 1 and (headline := next(headlines, None)):
        return headline
    if parties:
        what = kind.replace("_", " ").capitalize() if kind else "News"
        return f"{what}: {', '.join(party.name for party in parties[:3])}"
    return next(headlines, "News")
