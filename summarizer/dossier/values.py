"""What each article says of an event: every value with the words and the place that give it.

From the records, and for what a record of another article has also from the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarizer.dossier.cast import Cast
from summarizer.dossier.citing import of_field, of_place, of_record
from summarizer.dossier.comparing import money_of
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.mentions import Mention
from summarizer.dossier.model import Citation
from summarizer.dossier.outlets import outlet_key, own_outlet
from summarizer.dossier.reading import closings_of_text, rivals_of_text, value_of_text
from summarizer.dossier.rows import Said, label
from summarizer.dossier.stories import Story
from summarizer.fields import Money
from summarizer.records import Deal
from summarizer.verifier.wording import stems_of

_PARTY_FIELDS = ("takers", "objects", "givers", "partners")


def values_said(
    by_story: Mapping[int, Sequence[Mention]], stories: Mapping[int, Story], casts: Mapping[int, Cast]
) -> list[Said]:
    """Every value that the articles give of the event; what one article's record has, also from the others' texts."""
    said = list(_of_records(by_story, stories, casts))
    return [*said, *rivals_of_text(said, stories, casts), *closings_of_text(said, stories)]


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


def _of_deal(
    place: int, at: int, deal: Deal, mention: Mention, story: Story, people: Cast, *, primary: bool
) -> Iterator[Said]:
    path, day = f"deals[{at}]", story.published
    if primary:
        for field in ("kind", "status"):
            value = str(getattr(deal, field))
            yield Said(field, label(value), _judged(place, path, deal, field), day)
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
        empty = term.name.casefold() == "status" or stems_of(term.text) <= stems_of(term.name)
        if not empty and term.text not in dated:
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
