"""One group of stories made an event: its parties, its fields side by side, its timeline, and who has it from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from typing import cast

from summarizer.dossier.cast import Cast
from summarizer.dossier.citing import article_id, of_field, of_place, of_record
from summarizer.dossier.comparing import compare_money
from summarizer.dossier.derivation import derivations, independent
from summarizer.dossier.drift import find_drift, statements_of
from summarizer.dossier.entities import Entity, same_entity, shown
from summarizer.dossier.grouping import Group
from summarizer.dossier.mentions import Mention
from summarizer.dossier.model import Citation, Event, EventParty, Stage
from summarizer.dossier.outlets import own_outlet
from summarizer.dossier.rows import STAGES, Rows, Said, label
from summarizer.dossier.stories import Story
from summarizer.dossier.triggers import TRIGGER
from summarizer.fields import Money, Record
from summarizer.records import Deal, DealKind, DealStatus, Summary
from summarizer.text.numbers import read_amount
from summarizer.text.patterns import pattern
from summarizer.verifier.wording import stems_of

_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_SAID_TOO = 0.6
"""The part of a statement's words that a sentence of another article has where that says it too."""
_FEWEST = 3
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
    links = derivations(of_event)
    ids = [article_id(place) for place in places]
    said = list(_said(by_story, of_event, casts))
    outlets = {article_id(place): own_outlet(story) for place, story in of_event.items()}
    sources = partial(independent, links=links, outlets=outlets)
    rows = Rows(ids, sources, _guess(of_event)).lay_out(said)
    speakers = {place: _speakers(story, casts[place]) for place, story in of_event.items()}
    statements = [one for place in places for one in statements_of(place, of_event[place], speakers[place])]
    days = {article_id(place): story.published for place, story in of_event.items()}
    drift = find_drift(statements, links, days)
    shown_already = {
        (one.citation.article, one.citation.text) for pair in drift for one in (pair.weaker, pair.stronger)
    } | {(one.citation.article, number) for one in said for number in one.citation.sentences}
    parties = _parties(by_story)
    kind = next((row.values[0].text for row in rows if row.field == "kind"), None)
    return Event(
        id=f"e{number}",
        title=_title(kind, parties, of_event),
        kind=cast("DealKind | None", kind),
        parties=parties,
        articles=ids,
        mentioned_in=[article_id(place) for place in group.passing],
        sources=sources(ids),
        rows=rows,
        timeline=_timeline(said),
        drift=drift,
        derivations=links,
        joined=list(joined),
        only={article_id(place): _only(place, of_event, shown_already) for place in places},
    )


def _title(kind: str | None, parties: Sequence[EventParty], stories: Mapping[int, Story]) -> str:
    names = {role: party.name for party in reversed(parties) for role in party.roles}
    for first, word, second in (
        ("acquirer", "buys", "target"),
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


def _said(
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
        yield from _value_of_text(place, by_story[place], stories[place], casts[place], values)


def _of_deal(
    place: int, at: int, deal: Deal, mention: Mention, story: Story, people: Cast, *, primary: bool
) -> Iterator[Said]:
    path, day = f"deals[{at}]", story.published
    if primary:
        for field in ("kind", "status"):
            value = str(getattr(deal, field))
            yield Said(field, label(value), of_record(place, path, deal, value).model_copy(update={"text": value}), day)
    if deal.value is not None:
        yield _valued(place, path, deal, deal.value, story)
    kept = [entity for side in _PARTY_FIELDS for entity in getattr(mention, side)]
    for index, party in enumerate(deal.parties):
        entity = people.among(party.name, deal.evidence)
        if party.role in ("adviser", "other", "regulator", "rival") or any(same_entity(entity, one) for one in kept):
            yield Said(
                f"role: {party.role}", entity, of_field(place, path, deal, f"parties[{index}].name", party.name), day
            )
    if primary and deal.subject:
        yield Said("subject", deal.subject, of_field(place, path, deal, "subject", deal.subject), day)
    dated = {one.when.text for one in deal.dates}
    for index, one in enumerate(deal.dates):
        ended = one.event == "announced" and deal.status in ("closed", "terminated")
        event = f"{deal.status}, announced" if ended else one.event
        citation = of_field(place, path, deal, f"dates[{index}].when", one.when.text)
        yield Said(f"date: {event}", one.when, citation, day)
    for index, term in enumerate(deal.terms):
        if term.name.casefold() != "status" and term.text not in dated:
            citation = of_field(place, path, deal, f"terms[{index}].text", term.text)
            yield Said(f"term: {term.name}", term.text, citation, day)


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
                return Said("value", _money(text), found.model_copy(update=told), story.published)
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


def _value_of_text(
    place: int, mentions: Sequence[Mention], story: Story, people: Cast, values: Sequence[Money]
) -> Iterator[Said]:
    """An amount beside the words of the deal, where another article's record gives the same: a reading of the text
    never makes a conflict."""
    families = {mention.family for mention in mentions} or {"ownership"}
    things = [entity for mention in mentions for entity in mention.principals()]
    for amount in story.readings.amounts:
        if amount.kind != "money":
            continue
        number = story.number_at(amount.start)
        sentence = None if number is None else story.sentence(number)
        if sentence is None or not any(TRIGGER[family].search(sentence.text) for family in families):
            continue
        here = people.within([sentence.number])
        if things and not any(same_entity(entity, thing) for entity in here for thing in things):
            continue
        text = story.text[amount.start : amount.end]
        said = read_amount(text)
        if said is None:
            continue
        money = _money(text)
        if any(compare_money(money, value) in ("same", "finer", "coarser") for value in values):
            yield Said("value", money, of_place(place, story, amount.start, amount.end), story.published)
            return


def _money(text: str) -> Money:
    said = read_amount(text)
    assert said is not None  # noqa: S101
    return Money(
        text=text,
        amount=int(said.value) if said.value == said.value.to_integral_value() else float(said.value),
        currency=said.currencies[0] if len(said.currencies) == 1 else None,
        bound=said.bound,
        high=None if said.high is None else float(said.high),
    )


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


def _only(
    place: int, stories: Mapping[int, Story], shown_already: AbstractSet[tuple[str, str | int]]
) -> list[Citation]:
    """The claims and quotes of a story that no sentence of the others makes in nearly the same words.

    shown_already   (article, statement) and (article, sentence) of what the rows and the drift show
    """
    others = [
        stems_of(sentence.text) for other, story in stories.items() if other != place for sentence in story.sentences
    ]
    article = article_id(place)
    found: dict[str, Citation] = {}
    for path, record, text in _statements(stories[place].summary):
        if record.verdict is not None and record.verdict.faulty:
            continue
        if (article, text) in shown_already or (
            record.evidence and all((article, number) in shown_already for number in record.evidence)
        ):
            continue
        words = stems_of(text)
        if len(words) < _FEWEST or any(len(words & sentence) >= _SAID_TOO * len(words) for sentence in others):
            continue
        key = text.casefold()
        if not any(key in other or other in key for other in found):
            found[key] = of_record(place, path, record, text).model_copy(update={"text": text})
    return list(found.values())


def _statements(summary: Summary) -> Iterator[tuple[str, Record, str]]:
    for at, claim in enumerate(summary.claims):
        yield f"claims[{at}]", claim, claim.statement
    for at, quote in enumerate(summary.quotes):
        if quote.mode != "no_comment":
            yield f"quotes[{at}]", quote, quote.text
