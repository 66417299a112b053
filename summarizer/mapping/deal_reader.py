"""Reads the status, the target's trade and its place for one deal of a model, in the sentences that the deal cites.

The reading is that of the offline rules. They are asked for the model's own deal: what they find of another, or of
another stage than the model has told, is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.article import Sentence
from summarizer.models.offline.deal_capitals import as_spelled
from summarizer.models.offline.deal_facets import Named, Unnamed, contexts_of_name, facet
from summarizer.models.offline.deal_lists import told_apart
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_mentions import MentionFinder
from summarizer.models.offline.deal_state import OWNERSHIP
from summarizer.models.offline.deal_status import Stage, stage_of
from summarizer.models.offline.deal_twins import are_twins
from summarizer.models.offline.deal_words import DEAL_NOUNS
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.target_business import business_in, business_of, businesses_of
from summarizer.models.offline.target_context import flat
from summarizer.models.offline.target_location import location_in, locations_of
from summarizer.records import Deal, Party
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate_cited

Found = tuple[str, int, int, int]
"""A term: its name, (start, end) in the article, the number of its sentence."""
Place = tuple[Sentence, int]
"""An offset in the article, with its sentence."""
_TARGETS = frozenset({"target", "investee"})
_BUYERS = frozenset({"acquirer", "investor"})
_SELLERS = frozenset({"seller"})
STATUS, BUSINESS, LOCATION = "status", "target business", "target location"
_FACETS: tuple[tuple[str, Named, Unnamed], ...] = (
    (BUSINESS, businesses_of, business_in),
    (LOCATION, locations_of, location_in),
)
_SAME = {STATUS: ("stage",), BUSINESS: ("business",), LOCATION: ("location",)}
"""Other names under which a model may give a term."""
_NO_TRADES = word_set(
    "costs dividend dividends forecast forecasts guidance outlook output profit profits results target"
)
"""What a company lifts or cuts, and does not deal in: "Tarn lifts outlook"."""
_MOST_TARGETS = 8


class DealReader:
    """The terms of an article's deals; each cited sentence is read once."""

    def __init__(self, index: Index, deals: Sequence[Deal], parties: Sequence[Party]) -> None:
        self._index = index
        self._reading = Reading(index.article)
        self._deals = deals
        self._parties = parties
        self._mentions = self._read({number for deal in deals for number in deal.evidence})

    def _read(self, numbers: set[int]) -> dict[int, list[Mention]]:
        """By sentence: the mentions of deals that the rules find there."""
        found: dict[int, list[Mention]] = {}
        reading, finder, last = self._reading, MentionFinder(self._reading), max(numbers, default=0)
        for sentence in reading.article.sentences[:last]:
            told = reading.is_prose(sentence) or reading.is_title(sentence)
            if not told:
                continue
            if sentence.number not in numbers or not finder.can_mention(sentence):
                finder.remember(sentence)
                continue
            if (skeleton := reading.skeleton(sentence)) is None:
                continue
            mentions = [
                one for told in finder.mentions(sentence, skeleton) for one in told_apart(told, skeleton, finder.full)
            ]
            found[sentence.number] = as_spelled(mentions, reading) if sentence.text.isupper() else mentions
        return found

    def of(self, deal: Deal) -> list[Found]:
        """The terms that are found for a deal and that it has not."""
        cited = [self._index.sentences[number - 1] for number in deal.evidence if self._exists(number)]
        targets = [party.name for party in deal.parties if party.role in _TARGETS][:_MOST_TARGETS]
        thing = self._thing(deal, cited)
        if not cited or not (targets or thing):
            return []
        found: list[Found] = []
        if self._lacks(deal, STATUS) and (status := self._status(deal, cited)) is not None:
            found.append(status)
        # Of partners alone neither is what changes hands.
        if deal.kind in OWNERSHIP and (targets or deal.kind != "merger"):
            found += self._facets(deal, cited, targets, thing)
        return [one for one in found if self._can_be_term(one)]

    def _can_be_term(self, found: Found) -> bool:
        words = self._reading.words(found[1], found[2])
        if found[0] == BUSINESS and words.lower().rpartition(" ")[2] in _NO_TRADES:
            return False
        return _is_whole(words) and not (found[0] != STATUS and _DENIED.match(words))

    def _exists(self, number: int) -> bool:
        return 0 < number <= len(self._index.sentences)

    @staticmethod
    def _lacks(deal: Deal, name: str) -> bool:
        return not any(term.name.lower() in (name, *_SAME[name]) for term in deal.terms)

    def _thing(self, deal: Deal, cited: Sequence[Sentence]) -> Place | None:
        """Where the words for what changes hands begin, in the first cited sentence that has them."""
        located = locate_cited(deal.subject, Cited(self._index, [sentence.number for sentence in cited]))
        if located is None:
            return None
        start = located.whole[0]
        return self._index.sentences[self._index.sentence_at(start) - 1], start

    def _told(self, deal: Deal, cited: Sequence[Sentence]) -> Place | None:
        """Where the words behind the verb of the deal begin, in the first cited sentence that tells it."""
        for sentence in cited:
            for mention in self._mentions.get(sentence.number, []):
                fitting = [other for other in self._deals if self._fit(mention, other)]
                if not sentence.text.isupper() and any(one is deal for one in fitting) and len(fitting) == 1:
                    return sentence, mention.cue[1]
        return None

    def _facets(
        self, deal: Deal, cited: Sequence[Sentence], targets: Sequence[str], thing: Place | None
    ) -> Iterator[Found]:
        wanted = [one for one in _FACETS if self._lacks(deal, one[0])]
        if not wanted:
            return
        reading, fullest = self._reading, self._reading.directory.fullest
        others, numbers = [party.name for party in deal.parties], frozenset(deal.evidence)
        contexts = [list(contexts_of_name(reading, fullest(target), others, numbers)) for target in targets]
        named_only = any(self._same(target, deal.subject) for target in targets)
        places = [None if named_only else thing, self._told(deal, cited)]
        for name, named, unnamed in wanted:
            found: list[Found] = []
            for place in places:
                found = found or facet(name, reading, contexts, named, unnamed, place)
            if not found and name == BUSINESS:
                found = [one for target in targets if (one := self._described(target)) is not None]
            yield from found

    def _described(self, target: str) -> Found | None:
        """The trade in the words that the model has copied for what the target is."""
        party = next((one for one in self._parties if self._same(one.name, target)), None)
        if party is None or party.description is None:
            return None
        located = locate_cited(party.description, Cited(self._index, party.evidence))
        if located is None or len(located.places) > 1:
            return None
        start, end = located.whole
        span = business_of(flat(self._index.text[start:end]), start)
        if span is None or _LEADS_ON.match(self._index.text, span[1]):
            return None
        words = self._reading.words(*span)
        return None if words.istitle() or words[:1].isupper() else (BUSINESS, *span, self._index.sentence_at(start))

    def _status(self, deal: Deal, cited: Sequence[Sentence]) -> Found | None:
        """The words for the stage that the model has told, in the first cited sentence that has them."""
        prose = [sentence for sentence in cited if self._reading.is_prose(sentence)]
        titles = [sentence for sentence in cited if not self._reading.is_prose(sentence)]
        for sentence in (*prose, *titles):
            if (span := self._stage_in(sentence, deal)) is not None:
                return STATUS, *span, sentence.number
        return None

    def _stage_in(self, sentence: Sentence, deal: Deal) -> tuple[int, int] | None:
        text, at = sentence.text, sentence.start
        mentions = self._mentions.get(sentence.number, [])
        own = [mention for mention in mentions if self._is_of(mention, deal, sentence.number)]
        for mention in own:
            if mention.denied:
                continue
            inside = [
                (other.cue[0] - at, other.cue[1] - at)
                for other in mentions
                if other not in own and other.cue != mention.cue
            ]
            stage = stage_of(text, (mention.cue[0] - at, mention.cue[1] - at), inside)
            if stage is not None and not stage.plain and _agree(stage, deal.status, text):
                return stage.start + at, stage.end + at
            if stage is None and mention.stage and mention.status == deal.status:
                return mention.stage
        if mentions or not self._speaks_of_it(sentence, deal):
            return None
        stage = stage_of(text)
        if stage is None or not stage.strong or not _agree(stage, deal.status, text):
            return None
        if _BY_OTHERS.match(text, stage.start):
            return None
        return stage.start + at, stage.end + at

    def _speaks_of_it(self, sentence: Sentence, deal: Deal) -> bool:
        """Whether a sentence in which no deal is found is about this one: no other cites it, and it says "the deal",
        or names a party.
        """
        if any(other is not deal and sentence.number in other.evidence for other in self._deals):
            return False
        if DEAL_NOUNS.search(sentence.text.lower()):
            return True
        names = [self._reading.full(name) for name in self._reading.names_of(sentence)]
        return any(self._same(party.name, name) for name in names for party in deal.parties)

    def _is_of(self, mention: Mention, deal: Deal, number: int) -> bool:
        """Whether a mention in sentence `number` is of this deal rather than of another that cites it too."""
        fit = self._fit(mention, deal)
        others = [self._fit(mention, one) for one in self._deals if one is not deal and number in one.evidence]
        most = max(others, default=0)
        return fit > most or (fit == most > 0 and deal.kind in OWNERSHIP)

    def _fit(self, mention: Mention, deal: Deal) -> int:
        """How many parties of a mention a deal has; 0 where it is another deal, by its kind or whom it has as what."""
        if (mention.kind in OWNERSHIP) != (deal.kind in OWNERSHIP):
            return 0
        for roles in (_TARGETS, _BUYERS, _SELLERS):
            ours = [party.name for party in deal.parties if party.role in roles]
            theirs = [name for name, role in mention.parties.items() if role in roles]
            if ours and theirs and not any(self._same(one, other) for one in ours for other in theirs):
                return 0
        names = [party.name for party in deal.parties]
        return sum(any(self._same(one, other) for one in names) for other in mention.parties)

    def _same(self, one: str, other: str) -> bool:
        fullest = self._reading.directory.fullest
        return are_twins(one, other) or are_twins(fullest(one), fullest(other))


_LEADS_ON = pattern(r",?\s(?:and|or)\s(?=[A-Z])")
"""What shows that a row of goods goes on, in words with a capital letter: " and X-ray film"."""


_DENIED = pattern(r"(?:any|few(?:er)?|neither|never|no|none|not|nothing)\b", re.IGNORECASE)
"""How words begin for what somebody does not make or have: "shuts no plant" tells no trade."""


def _is_whole(words: str) -> bool:
    """Whether words hold both or neither of a pair of marks."""
    return words.count('"') % 2 == 0 and words.count("(") == words.count(")") and words.count("“") == words.count("”")


_OPEN = frozenset({"rumored", "in_talks", "proposed"})
"""Stages without an agreement, which writers tell apart by more than one word."""


_BY_OTHERS = pattern(r"(?:accept|approv|clear|ratif)", re.IGNORECASE)
"""What boards and regulators do with a deal, and with much else besides."""
_LETTERS = pattern(r"\b(?:letters?\sof\sintent|memorand(?:um|a)\sof\sunderstanding)\b", re.IGNORECASE)
"""What some call an agreement, and others a proposal."""


def _agree(stage: Stage, status: str, text: str) -> bool:
    if stage.status == status or {stage.status, status} <= _OPEN:
        return True
    return status in ("agreed", *_OPEN) and _LETTERS.search(text, stage.start, stage.end) is not None
