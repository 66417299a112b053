"""One group of stories made an event: its parties, its fields side by side, its timeline, and who has it from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast

from summarizer.dossier.cast import Cast
from summarizer.dossier.citing import article_id
from summarizer.dossier.derivation import derivations, independent
from summarizer.dossier.drift import Pair, contradictions, find_drift, pairs_of
from summarizer.dossier.entities import Entity
from summarizer.dossier.grouping import Group
from summarizer.dossier.matching import any_same
from summarizer.dossier.mentions import Mention
from summarizer.dossier.model import Event, Row, RowValue
from summarizer.dossier.only import Others, said_by_one, sentences_of_one
from summarizer.dossier.outlets import own_outlet
from summarizer.dossier.parties import latest_of, parties_of, timeline_of, title_of
from summarizer.dossier.rows import Rows
from summarizer.dossier.sharing import Thing, worded
from summarizer.dossier.statements import statements_of
from summarizer.dossier.stories import Story
from summarizer.dossier.values import values_said
from summarizer.records import DealKind
from summarizer.text.patterns import pattern

_YEAR = pattern(r"\b(?:19|20)\d\d\b")


def build_event(
    number: int,
    group: Group,
    stories: Mapping[int, Story],
    joined: Sequence[str] = (),
    shared: Mapping[int, Sequence[Thing]] | None = None,
) -> Event:
    """The event that a group's stories tell. `stories`: by place, those of the group and those that name it; `shared`:
    by place, what a story has in common with the others."""
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
    said = values_said(by_story, of_event, casts)
    outlets = {article_id(place): own_outlet(story) for place, story in of_event.items()}
    sources = partial(independent, links=links, outlets=outlets)
    people = {article_id(place): casts[place].entities for place in places}
    rows = Rows(ids, sources, _guess(of_event), lambda one, who: any_same([who], people[one])).lay_out(said)
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
    parties = parties_of(by_story)
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
    stages = timeline_of(said)
    return Event(
        id=f"e{number}",
        title=title_of(kind, parties, of_event, latest_of(stages)),
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
        shared={
            article_id(place): worded(things, of_event[place], casts[place]) for place, things in (shared or {}).items()
        },
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


def _guess(stories: Mapping[int, Story]) -> date | None:
    """The day by which words of an undated article are read: that of another article, else the latest year that any of
    the articles names, in its middle."""
    days = [story.published for story in stories.values() if story.published is not None]
    if days:
        return min(days)
    years = [int(year) for story in stories.values() for year in _YEAR.findall(story.text)]
    return date(max(years), 7, 1) if years else None


def _speakers(story: Story, people: Cast) -> dict[str, Entity]:
    names = {quote.speaker for quote in story.summary.quotes}
    names |= {claim.claimant for claim in story.summary.claims if claim.claimant}
    return {name: people.of(name) for name in names}
