"""What one story tells, in short: all that grouping needs, so that the story itself can go."""

from __future__ import annotations

from summarizer.dossier.cast import Cast
from summarizer.dossier.clauses import lead_of
from summarizer.dossier.mentions import Mention, is_whole, mentions_of
from summarizer.dossier.news import News
from summarizer.dossier.stories import Story
from summarizer.dossier.triggers import CLOSING
from summarizer.text.patterns import pattern

_CAPITALS = pattern(r"\b[A-Z][\w-]{3,}")


class Telling:
    """What one story tells, in short: all that grouping needs, without the story."""

    __slots__ = (
        "amounts",
        "closing",
        "day",
        "headed",
        "lead",
        "mentions",
        "names",
        "place",
        "plain",
        "small",
        "small_title",
        "spoken",
        "titled",
    )

    def __init__(self, place: int, story: Story) -> None:
        self.place = place
        self.day = story.published
        cast = Cast(story)
        news = News(story, cast, lead_of(story))
        self.mentions = list(mentions_of(place, news))
        told = any(is_whole(mention) for mention in self.main)
        # Whoever tells both sides of the news is attached to nothing else, so that nothing more is kept of it.
        self.lead = [] if told else news.names()
        """Those who are named in the lead, each with the families whose words stand in a sentence beside them."""
        self.titled = [] if told else [entity for entity in cast.within(news.lead.title) if entity.can_trade]
        """Those of them who are named in the title or the first sentence."""
        self.plain = [] if told else news.plainly()
        """Those who are named in the lead outside of background and asides."""
        self.small = frozenset() if told else news.small_words()
        """The longer words of a lead that has no capitals."""
        self.small_title = frozenset() if told else news.small_words(news.lead.title)
        """Those of them in the title and the first sentence."""
        self.headed = frozenset() if told else news.headed()
        """The families whose words stand in a heading that names somebody."""
        self.spoken = frozenset() if told else news.spoken()
        """The families whose words stand anywhere in the lead."""
        self.amounts = [] if told else news.amounts()
        """The amounts of money in the lead."""
        self.names = [entity for entity in cast.entities if entity.can_trade] if self.mentions or self.spoken else []
        """Whoever the story names, where it may be about a deal at all."""
        capitals = frozenset(word for text in news.texts.values() for word in _CAPITALS.findall(text))
        for mention in self.mentions:
            mention.named = self.names
            mention.capitals = capitals if mention.main and not is_whole(mention) else frozenset()
        self.closing = any(CLOSING.search(text) for text in news.texts.values())
        """Whether it may tell of the later course of a deal."""

    @property
    def main(self) -> list[Mention]:
        """The mentions that are its news."""
        return [mention for mention in self.mentions if mention.main]
