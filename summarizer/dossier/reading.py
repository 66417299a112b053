"""What an article says of an event outside of its records, read from its text where another article's record has it.

Such a reading fills a cell that would say "does not say"; but for the day of closing it only ever agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarizer.dossier.cast import Cast
from summarizer.dossier.citing import article_id, of_place
from summarizer.dossier.comparing import compare_money, money_of
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.mentions import Mention
from summarizer.dossier.rows import Said
from summarizer.dossier.stories import Story
from summarizer.dossier.triggers import TRIGGER
from summarizer.fields import Money, When
from summarizer.text.dates import read_dates
from summarizer.text.numbers import read_amount
from summarizer.text.patterns import pattern

_RIVALRY = pattern(
    r"\b(?:bidders?|bids?|bidding|compet\w+|contend\w*|in the running|outbid|rivals?|suitors?|vied|vying)\b"
)
_THEY_BID = pattern(r"\b(?:[Aa]fter|[Dd]espite|[Tt]hough|[Ww]hile) (?:bidding|competing|vying)\b")
"""Without a subject of its own: those do so of whom the sentence before speaks."""
_CLOSING = pattern(
    r"\b(?:expect(?:s|ed)?|anticipate[sd]?|should|will|scheduled|due|plans?|aims?)\b[^.;]{0,60}?"
    r"\b(?:clos(?:e|ed|ing)|complet(?:e|ed|ion))\b"
)
_OF_DEAL = pattern(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) "
    r"(?:acquisition|companies|deal|merger|parties|purchase|sale|takeover|transaction|two)\b"
)
_NEAR = 40
"""Characters between the word of closing and its day."""
_CLOSING_FIELD = "date: expected_close"


def value_of_text(
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
        money = money_of(text)
        if any(compare_money(money, value) in ("same", "finer", "coarser") for value in values):
            yield Said("value", money, of_place(place, story, amount.start, amount.end), story.published)
            return


def rivals_of_text(said: Sequence[Said], stories: Mapping[int, Story], casts: Mapping[int, Cast]) -> Iterator[Said]:
    """Rivals that one article's record has, in sentences of the others that speak of bidding or competing."""
    rivals: list[Entity] = []
    told: set[tuple[str, int]] = set()
    for one in said:
        if one.field == "role: rival" and isinstance(one.value, Entity):
            at = next((at for at, rival in enumerate(rivals) if same_entity(rival, one.value)), len(rivals))
            rivals += [one.value] if at == len(rivals) else []
            told.add((one.citation.article, at))
    for place, story in stories.items():
        for at, rival in enumerate(rivals):
            if (article_id(place), at) not in told and (found := _rival_in(story, casts[place], rival)):
                yield Said("role: rival", rival, of_place(place, story, *found), story.published)


def _rival_in(story: Story, people: Cast, rival: Entity) -> tuple[int, int] | None:
    for sentence in story.sentences:
        if not _RIVALRY.search(sentence.text):
            continue
        before = story.sentence(sentence.number - 1) if _THEY_BID.search(sentence.text) else None
        for name, entity in people.spans_within((before or sentence).start, sentence.end):
            if same_entity(entity, rival):
                return name.start, name.end
    return None


def closings_of_text(said: Sequence[Said], stories: Mapping[int, Story]) -> Iterator[Said]:
    """The day by which an article expects the deal to close, where another article's record gives one. Only a sentence
    with one date that says what is to close as "the deal", or who expects it as "the companies", is read."""
    told = {one.citation.article for one in said if one.field == _CLOSING_FIELD}
    if not told:
        return
    for place, story in stories.items():
        if article_id(place) in told:
            continue
        for sentence in story.sentences:
            found = _CLOSING.search(sentence.text)
            # Not by the readings, which go by the places of sentences in a whole article.
            dates = read_dates(sentence.text, story.published, sentence.start) if found else ()
            if found is None or len(dates) != 1 or not _OF_DEAL.search(sentence.text):
                continue
            day = dates[0]
            if 0 <= day.start - (sentence.start + found.end()) <= _NEAR:
                when = When(text=story.text[day.start : day.end], earliest=day.earliest, latest=day.latest)
                yield Said(_CLOSING_FIELD, when, of_place(place, story, day.start, day.end), story.published)
                break
