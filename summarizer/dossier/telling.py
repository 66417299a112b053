"""What one story tells, in short: all that grouping needs, so that the story itself can go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from summarizer.dossier.cast import Cast
from summarizer.dossier.clauses import lead_of
from summarizer.dossier.facts import facts_of, figures_of, money_in, periods_at, quoted_in, stems_at
from summarizer.dossier.foreground import background_of, in_background
from summarizer.dossier.mentions import Mention, is_whole, mentions_of
from summarizer.dossier.movers import is_market_report, movers_in
from summarizer.dossier.news import News
from summarizer.dossier.profiles import Profile
from summarizer.dossier.reactions import reaction_of
from summarizer.dossier.specifics import SENTENCES, often_in, other_kind, salient_in, specifics_of, telling_word
from summarizer.dossier.stories import Story
from summarizer.dossier.things import instruments_in
from summarizer.dossier.triggers import AGAIN, CLOSING, ENDING, HEADLINE, PURCHASE
from summarizer.text.patterns import pattern

_TRAIL = pattern(r"[›»]|(?:\s[>|/]\s.*){2}")
"""The trail of a page: "Home › Deals"."""
_RESULTS = pattern(
    r"\b(?:earnings|ebitda|like-for-likes?|net (?:income|loss)|profits?|results|revenues?|sales|same-store|turnover)\b",
    re.IGNORECASE,
)
_HIRING = pattern(
    r"\b(?:appoint(?:s|ed|ment)?|becom(?:es|ing)|hir(?:es|ed|ing)|names|named|promot(?:es|ed)|succeed(?:s|ed)?|"
    r"takes over)\b|\b(?:chief|officer|president|chair(?:man|woman)?|head)['’]s (?:chair|job|post|seat)\b",
    re.IGNORECASE,
)
"""Who gets an office: more than that is asked of what it is compared with (`guarding`)."""
_FIRST = 5
"""Sentences in which an article on results says so."""
_CAPITALS = pattern(r"\b[A-Z][\w-]{3,}")


class Telling:
    """What one story tells, in short: all that grouping needs, without the story."""

    __slots__ = (
        "acting",
        "actors",
        "again",
        "amounts",
        "another",
        "bodies",
        "buying",
        "capitals",
        "closing",
        "common",
        "companies",
        "day",
        "days",
        "ending",
        "facts",
        "figures",
        "hash",
        "head_money",
        "headed",
        "headings",
        "heads",
        "hiring",
        "instruments",
        "mentions",
        "money",
        "month",
        "movers",
        "name_words",
        "named",
        "named_first",
        "names",
        "near",
        "news_amounts",
        "numbers",
        "often",
        "on_market",
        "opening",
        "other_kind",
        "parties",
        "periods",
        "place",
        "present",
        "profile",
        "quoted",
        "reaction",
        "results",
        "results_headed",
        "salient",
        "salient_words",
        "small",
        "small_title",
        "speaking",
        "spoken",
        "stems",
        "strong",
        "there",
        "title",
        "told",
        "weak",
        "words",
    )

    def __init__(self, place: int, story: Story) -> None:
        self.place = place
        self.day = story.published
        self.days = story.open_days
        """The day, or the days that it may be."""
        self.month = story.month
        """The middle of its month, where no more is known: it only says how far it is from others."""
        self.hash = story.summary.source.sha256
        """Of the article's text."""
        cast = Cast(story)
        self.profile = Profile(story, cast)
        self.named, self.named_first = self.profile.ents, self.profile.head_ents
        """How many sentences of a long story name somebody, by the telling word; and who is named in the first ones."""
        self.movers = movers_in(story, cast)
        """Those of whom it tells one thing each."""
        self.on_market = bool(self.movers) and is_market_report(story)
        news = News(story, cast, lead_of(story))
        self.mentions = list(mentions_of(place, news))
        # Whoever tells both sides of the news is attached to nothing else, so that nothing more is kept of it.
        told = any(is_whole(mention) for mention in self.main)
        whole_top = (*news.lead.headings, *news.opening)
        top = () if told else whole_top
        self.heads = news.plainly_in(() if told else news.lead.headings)
        """Those who are named in the foreground of the headings."""
        self.headed = news.plainly_in(() if told else news.lead.headings, owners=False)
        """Those of them of whom it is not something they own that is spoken of."""
        self.opening = news.plainly_in(() if told else news.opening)
        """Those who are named in the foreground of the opening."""
        self.actors = news.plainly_in(whole_top)
        """Those who are named in the foreground of the headings or the opening."""
        self.acting = [] if told else news.acting()
        """Those with whom a sentence of the lead begins that is no reminder, and not the article's last."""
        self.companies = [one for one in self.actors if cast.may_deal(one)]
        """Whoever of them may be a company by how the article names it."""
        self.there = [entity for entity in cast.within(top) if entity.can_trade]
        """Those who are named anywhere in the headings and the opening."""
        self.parties = [one for one in self.companies if one in cast.bodies]
        """Those of them that the summary has among its parties."""
        self.bodies = self.parties if cast.bodies else self.companies
        """The same, or all of them where the summary has no such parties."""
        self.present = [one for one in self.there if cast.may_deal(one)]
        """The same of those who are named there at all, be it in background."""
        self.facts = facts_of(news)
        """The numbers in the foreground of the lead, small ones aside."""
        self.numbers = facts_of(news, background=True)
        """These and those in background."""
        self.figures = figures_of(news, whole_top)
        """Those in the foreground of the headings and the opening, by what they count."""
        self.stems, self.words = stems_at(news, whole_top)
        """The stems of the words there that are no names; and these with those in background."""
        self.periods = periods_at(news, whole_top)
        """The quarters and halves that are named there."""
        self.instruments = instruments_in(news.texts.get(number, "") for number in whole_top)
        """Whether a bond, a loan or equity is named there."""
        self.quoted = quoted_in(news)
        """The hashes of every few words in a row that the article quotes."""
        self.again = any(AGAIN.search(news.texts.get(number, "")) for number in top)
        """Whether it calls what it tells a second one, or another."""
        self.near = [] if told else news.plainly()
        """Those who are named in the foreground of the lead, reminders left out."""
        self.reaction = None if told else reaction_of(news)
        """The reason that the opening gives for its news."""
        self.small = frozenset() if told else news.small_words()
        """The longer words of a lead that has no capitals."""
        self.small_title = frozenset() if told else news.small_words(news.lead.title)
        """Those of them in the title and the first sentence."""
        self.strong = news.spoken(top)
        """The families whose words stand in the foreground of the headings or the opening."""
        self.weak = news.worded(top)
        """The families whose words stand anywhere in them."""
        self.spoken = frozenset() if told else news.spoken(news.texts)
        """The families whose words stand in the foreground of the lead."""
        self.amounts = [] if told else [float(one.value) for one in news.amounts()]
        """The amounts of money in the lead, those of reminders left out."""
        self.news_amounts = [float(one.value) for one in news.amounts(top)] if top else []
        """Those in the foreground of the headings and the opening."""
        known = {*cast.bodies, *(party for mention in self.main for party in mention.principals())}
        self.title = next(
            (
                " ".join(news.texts[number].split())
                for number in news.lead.headings
                if not known.isdisjoint(cast.within([number])) and not _TRAIL.search(news.texts[number])
            ),
            None,
        )
        """The first heading that names a party, as no page's trail, no paper's name and no picture's caption does."""
        self.names = [entity for entity in cast.entities if entity.can_trade]
        """Whoever the story names."""
        self.common = frozenset(
            word
            for one in self.names
            for form in one.forms
            if (word := form.partition(" ")[0].lower()) in story.readings.lower_words
        )
        """First words of these that its text has in small letters too."""
        self.told = specifics_of(story, cast, self.quoted)
        """What it says that few others do."""
        self.other_kind = frozenset(other for one in self.told if (other := other_kind(one)) is not None)
        """The names of it as people, and its people as names."""
        self.headings = [entity for entity in cast.within(news.lead.headings) if entity.can_trade]
        """Whoever its headings name."""
        self.hiring = any(_HIRING.search(news.texts.get(number, "")) for number in whole_top)
        """Whether its headings or its opening tell who gets an office."""
        self.another = any(AGAIN.search(news.texts.get(number, "")) for number in whole_top)
        """Whether its headings or its opening call what it tells a second one, or another."""
        self.money = money_in(news)
        """The large amounts of money in its first sentences, with their currencies."""
        self.head_money = money_in(news, news.lead.headings) or money_in(news, news.opening)
        """Those in the foreground of its headings, else of its opening."""
        self.often = [] if told else often_in(story, cast)
        """Whoever several sentences name, and how many."""
        self.salient = salient_in(story, cast)
        """Whoever is named where it tells its news, or often."""
        self.salient_words = frozenset(map(telling_word, self.salient))
        self.name_words = frozenset(map(telling_word, self.names))
        self.capitals = frozenset(word for text in news.texts.values() for word in _CAPITALS.findall(text))
        """The words of the lead that have a capital."""
        for mention in self.mentions:
            mention.named = self.names
            mention.capitals = self.capitals if mention.main and not is_whole(mention) else frozenset()
        self.closing = any(CLOSING.search(text) for text in news.texts.values())
        """Whether it may tell of the later course of a deal."""
        self.ending = any(ENDING.search(news.texts.get(number, "")) for number in whole_top)
        """Whether its headings or its opening tell the end of one, or a change."""
        self.results = _has_results(news)
        """Whether its first sentences tell how a company does in a quarter or a year."""
        self.results_headed = self.results and _heads_results(news)
        """Whether a heading tells that, and none a deal."""
        self.buying = any(news.speaks(PURCHASE, number) for number in whole_top)
        """Whether the foreground of its headings or its opening has a word of purchases."""
        self.speaking = 0 if told else sum(_speaks(story))
        """Sentences whose foreground speaks of a purchase."""

    @property
    def main(self) -> list[Mention]:
        """The mentions that are its news."""
        return [mention for mention in self.mentions if mention.main]


def _speaks(story: Story) -> Iterator[bool]:
    """Of each of the first sentences: whether its foreground has a word of purchases."""
    for sentence in islice(story.sentences, SENTENCES):
        found = [one.start() - sentence.start for one in PURCHASE.finditer(story.head, sentence.start, sentence.end)]
        if found:
            away = background_of(sentence.text)
            yield not all(in_background(away, at) for at in found)


def _heads_results(news: News) -> bool:
    """Whether a heading has words of how a company does, and none of a deal."""
    texts = [news.texts.get(number, "") for number in news.lead.headings]
    return any(map(_RESULTS.search, texts)) and not any(map(HEADLINE["ownership"].search, texts))


def _has_results(news: News) -> bool:
    """Whether the foreground of the first sentences has words of how a company does in a quarter or a year."""
    return any(
        not in_background(news.background(number), found.start())
        for number, text in islice(news.texts.items(), _FIRST)
        for found in _RESULTS.finditer(text)
    )
