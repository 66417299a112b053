"""One group of stories made an event: its parties, its fields side by side, its timeline, and who has it from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast

from summarizer.dossier.cast import Cast
from summarizer.dossier.citing import article_id, of_field, of_place, of_record
from summarizer.dossier.derivation import derivations, independent
from summarizer.dossier.drift import Pair, contradictions, find_drift, pairs_of
from summarizer.dossier.entities import Entity, same_entity, shown
from summarizer.dossier.grouping import Group
from summarizer.dossier.mentions import Mention
from summarizer.dossier.model import Citation, Event, EventParty, Row, RowValue, Stage
from summarizer.dossier.only import Others, said_by_one, sentences_of_one
from summarizer.dossier.outlets import outlet_key, own_outlet
from summarizer.dossier.reading import closings_of_text, money_of, rivals_of_text, value_of_text
from summarizer.dossier.rows import STAGES, Rows, Said, label
from summarizer.dossier.statements import statements_of
from summarizer.dossier.stories import Story
from summarizer.fields import Money
from summarizer.records import Deal, DealKind, DealStatus
from summarizer.text.patterns import pattern

_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_PARTY_FIELDS = ("takers", "objects", "givers", "partners")


def build_event(number: int, group: Group, stories: Mapping[int, Story], joined: Sequence[str] = ()) -> Event:
    """The event that a group's stories tell. `stories`: by place, those of the group and those that name it."""
    places = group.stories()
    of_event = {place: stories[place] for place in places}
    casts = {place: Cast(story) for place, story in of_event.items()}
    by_story: dict[int, list[Mention]] = {place: [] for place in places}
    families = Counter(mention.family for mention in group.mentions)
    for mention in sorted(group.mentions, key=lambda one: -families[one.family]):
        # What a story's records call otherwise than most (a purchase a partnership too) adds nothing to its fields.
        others = by_story[mention.story]
        if not others or others[0].family == mention.family:
            others.append(mention)
    takers = (one for mention in group.mentions for one in mention.principals())
    links = derivations(of_event, [form for one in takers for form in one.forms])
    ids = [article_id(place) for place in places]
    said = _said(by_story, of_event, casts)
    outlets = {article_id(place): own_outlet(story) for place, story in of_event.items()}
    sources = partial(independent, links=links, outlets=outlets)
    rows = Rows(ids, sources, _guess(of_event)).lay_out(said)
    speakers = {place: _speakers(story, casts[place]) for place, story in of_event.items()}
    statements = [one for place in places for one in statements_of(place, of_event[place], speakers[place])]
    days = {article_id(place): story.published for place, story in of_event.items()}
    pairs = pairs_of(statements)
    drift = find_drift(pairs, links, days)
    opposites = contradictions(pairs)
    rows += _odds(opposites, ids, sources, days)
    shown_already: set[tuple[str, str | int]] = {
        (one.citation.article, one.citation.text) for pair in drift for one in (pair.weaker, pair.stronger)
    } | {(told.citation.article, told.text) for pair in opposites for told in (pair.one, pair.other)}
    shown_already |= {(one.citation.article, number) for one in said for number in one.citation.sentences}
    parties = _parties(by_story)
    family = families.most_common(1)[0][0] if families else "other"
    names = [form for party in parties for form in party.forms]
    sentences = Others(of_event)
    kind = next((row.values[0].text for row in rows if row.field == "kind"), None)
    only = {
        article_id(place): said_by_one(place, of_event[place], sentences, shown_already, family, names)
        for place in places
    }
    for place in places:
        told = only[article_id(place)]
        told += sentences_of_one(place, of_event[place], casts[place], sentences, told, names, family)
    stages = _timeline(said)
    return Event(
        id=f"e{number}",
        title=_title(kind, parties, of_event, _latest(stages)),
        kind=cast("DealKind | None", kind),
        parties=parties,
        articles=ids,
        mentioned_in=[article_id(place) for place in group.passing],
        sources=sources(ids),
        rows=rows,
        timeline=stages,
        drift=drift,
        derivations=links,
        joined=list(joined),
        only=only,
    )


def _odds(
    pairs: Sequence[Pair],
    articles: Sequence[str],
    sources: Callable[[Iterable[str]], int],
    days: Mapping[str, date | None],
) -> list[Row]:
    """A row for each statement that its speaker makes in one article and denies in another."""
    rows = []
    for pair in pairs:
        told = (pair.one, pair.other)
        speaker = pair.one.speaker or pair.other.speaker
        rows.append(
            Row(
                field=f"statement: {speaker.name if speaker is not None else 'the articles themselves'}",
                state="conflicting",
                values=[
                    RowValue(
                        text=one.text,
                        citations=[one.source],
                        sources=sources([one.source.article]),
                        latest=days.get(one.source.article),
                    )
                    for one in told
                ],
                silent=[one for one in articles if one not in {each.source.article for each in told}],
                note="said here, denied there",
            )
        )
    return rows


_BUYS: Mapping[str | None, str] = {
    "rumored": "said to buy",
    "in_talks": "in talks to buy",
    "proposed": "bids for",
    "terminated": "no longer to buy",
}


def _latest(stages: Sequence[Stage]) -> DealStatus | None:
    """How far it has come: the furthest stage, or the end, or what began anew after it; a later article may still call
    a rumor what was agreed."""
    status: DealStatus | None = None
    for stage in stages:
        anew = status == "terminated" and stage.status not in ("rumored", "in_talks")
        if status is None or anew or (status != "terminated" and STAGES.index(stage.status) > STAGES.index(status)):
            status = stage.status
    return status


def _title(
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
    if parties:
        what = kind.replace("_", " ").capitalize() if kind else "News"
        return f"{what}: {', '.join(party.name for party in parties[:3])}"
    headlines = (story.summary.headline.text for story in stories.values() if story.summary.headline)
    return next(headlines, "News")


def _of_records(
    by_story: Mapping[int, Sequence[Mention]], stories: Mapping[int, Story], casts: Mapping[int, Cast]
) -> Iterator[Said]:
    """Every value that the articles give of the event, from the records and, for a missing value, from the text."""
    values: list[Money] = []
    unvalued: list[int] = []
    for place, mentions in by_story.items():
        story = stories[place]
        given = False
        for mention in mentions:
            for at in mention.records:
                deal = story.summary.deals[at]
                primary = at == mention.records[0] or not given
                for one in _of_deal(place, at, deal, mention, story, casts[place], primary=primary):
                    if isinstance(one.value, Money):
                        if given:
                            continue
                        given = True
                        values.append(one.value)
                    yield one
        if not given:
            unvalued.append(place)
        if not any(mention.records for mention in mentions):
            yield from _of_text(place, mentions, story)
    for place in unvalued:
        yield from value_of_text(place, by_story[place], stories[place], casts[place], values)


def _said(
    by_story: Mapping[int, Sequence[Mention]], stories: Mapping[int, Story], casts: Mapping[int, Cast]
) -> list[Said]:
    """Every value that the articles give of the event; what one article's record has, also from the others' texts."""
    said = list(_of_records(by_story, stories, casts))
    return [*said, *rivals_of_text(said, stories, casts), *closings_of_text(said, stories)]


def _of_deal(
    place: int, at: int, deal: Deal, mention: Mention, story: Story, people: Cast, *, primary: bool
) -> Iterator[Said]:
    path, day = f"deals[{at}]", story.published
    if primary:
        for field in ("kind", "status"):
            value = str(getattr(deal, field))
            yield Said(field, label(value), _judged(place, path, deal, field).model_copy(update={"text": value}), day)
    if deal.value is not None:
        yield _valued(place, path, deal, deal.value, story)
    taking = () if mention.takers == mention.givers else mention.takers
    kept = [entity for side in _PARTY_FIELDS for entity in getattr(mention, side)]
    for index, party in enumerate(deal.parties):
        entity = people.among(party.name, deal.evidence)
        if _is_outlet(party.name, story) or (
            party.role == "seller" and any(same_entity(entity, one) for one in taking)
        ):
            continue
        if party.role in ("adviser", "other", "regulator", "rival") or any(same_entity(entity, one) for one in kept):
            yield Said(
                f"role: {party.role}", entity, of_field(place, path, deal, f"parties[{index}].name", party.name), day
            )
    if primary and deal.subject:
        yield Said("subject", deal.subject, of_field(place, path, deal, "subject", deal.subject), day)
    dated = {one.when.text for one in deal.dates}
    for index, one in enumerate(deal.dates):
        ended = one.event == "announced" and deal.status != "agreed"
        event = f"{deal.status}, announced" if ended else one.event
        citation = of_field(place, path, deal, f"dates[{index}].when", one.when.text)
        yield Said(f"date: {event}", one.when, citation, day)
    for index, term in enumerate(deal.terms):
        if term.name.casefold() != "status" and term.text not in dated:
            citation = of_field(place, path, deal, f"terms[{index}].text", term.text)
            yield Said(f"term: {term.name}", term.text, citation, day)


def _is_outlet(name: str, story: Story) -> bool:
    """Whether a name is that of the paper or agency of the article, as its dateline has it."""
    outlet = own_outlet(story)
    return outlet is not None and outlet[0].isupper() and outlet_key(name) == outlet_key(outlet)


def _judged(place: int, path: str, deal: Deal, field: str) -> Citation:
    """The kind or the status of a deal: the status in the words of the term that tells it, if one does."""
    for index, term in enumerate(deal.terms):
        if term.name.casefold() == field == "status":
            return of_field(place, path, deal, f"terms[{index}].text", term.text)
    return of_record(place, path, deal, field)


def _valued(place: int, path: str, deal: Deal, value: Money, story: Story) -> Said:
    """The value of a deal, in the fullest words that the article has for the number: a headline's "$420 million" is the
    text's "more than $420 million"."""
    citation = of_field(place, path, deal, "value", value.text)
    if value.bound in (None, "exactly") and value.amount is not None:
        for amount in story.readings.amounts:
            same = amount.kind == "money" and float(amount.value) == value.amount and amount.high is None
            if same and amount.bound != "exactly":
                text = story.text[amount.start : amount.end]
                found = of_place(place, story, amount.start, amount.end)
                told = {"record": citation.record, "verdict": citation.verdict}
                return Said("value", money_of(text), found.model_copy(update=told), story.published)
    return Said("value", value, citation, story.published)


def _of_text(place: int, mentions: Sequence[Mention], story: Story) -> Iterator[Said]:
    """The two sides as the top of the article names them, where no record does."""
    for mention in mentions:
        for role, entities in (("acquirer", mention.takers), ("target", mention.objects)):
            for entity in entities:
                found = _place_of(entity, mention.sentences, story)
                if found is not None:
                    yield Said(f"role: {role}", entity, of_place(place, story, *found), story.published)


def _place_of(entity: Entity, sentences: Sequence[int], story: Story) -> tuple[int, int] | None:
    for number in sentences:
        sentence = story.sentence(number)
        if sentence is None:
            continue
        for form in entity.forms:
            at = story.text.find(form, sentence.start, sentence.end)
            if at >= 0:
                return at, at + len(form)
    return None


def _guess(stories: Mapping[int, Story]) -> date | None:
    """The day by which words of an undated article are read: that of another article, else the latest year that any of
    the articles names, in its middle."""
    days = [story.published for story in stories.values() if story.published is not None]
    if days:
        return min(days)
    years = [int(year) for story in stories.values() for year in _YEAR.findall(story.text)]
    return date(max(years), 7, 1) if years else None


def _parties(by_story: Mapping[int, Sequence[Mention]]) -> list[EventParty]:
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


def _timeline(said: Sequence[Said]) -> list[Stage]:
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


def _speakers(story: Story, people: Cast) -> dict[str, Entity]:
    names = {quote.speaker for quote in story.summary.quotes}
    names |= {claim.claimant for claim in story.summary.claims if claim.claimant}
    return {name: people.of(name) for name in names}
