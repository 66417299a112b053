"""Sides of a deal that a noun tells: what becomes whose, who made an offer to whom, who merges with whom.

Origin of the lists: verbs of what is done with somebody else's offer, from newswire usage.
"""

from __future__ import annotations

import re

from summarizer.models.offline.deal_arguments import Arguments, party_phrase
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_helpers import is_authority
from summarizer.models.offline.deal_mention import Found
from summarizer.models.offline.deal_objects import Object
from summarizer.models.offline.deal_party_names import PartyNames
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_signs import DOING
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_TOLD_BEHIND = re.compile(r"tr*A")
"""The verb of a deal behind an offer, which says more of it: "an offer from Tarn to buy"."""
_TOLD_REACH = 12
_BETWEEN = re.compile(r"p[dxk]{0,3}Nc[dxk]{0,3}N")
_MATE = re.compile(r"c[dxk]{0,2}N(?='?(?:r*[BHVRGA]|[.,;]|$))")
_OF_WHOLES = word_set("buyout takeover take-over")
"""What somebody else does to a whole company: "fights a takeover by Orrin"."""
_MANAGERS = word_set("employees executives management managers")
_JUDGING = re.compile(r"\b(?:accept|consider|evaluat|got\b|rebuff|receiv|reject|review|spurn|stud|weigh)")
"""What is done with somebody else's offer."""
MAKING_BIDS = re.compile(
    r"\b(?:announc|boost|extend|increas|launch|lodg|ma[dk]e|making|mount|plan|prepar|propos|put|rais|start|submit|tabl)"
)
"""What only who makes an offer does with it."""


class OfferSides:
    """Reads the sides of offers, mergers and of what becomes a part of somebody; `names` knows whom "it" means."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = PartyNames(reading)

    def _taken(self, event: Event, arguments: Arguments, tokens: Tokens, found: Found) -> bool:
        """What becomes a part of somebody, is bought "by" somebody as its own buyout, or is tendered to who says so."""
        found.targets += self.names.parties(event.subject, event, tokens, found.sentences)
        if event.act == "tender":
            if "e" in tokens.tags[event.at :]:
                found.buyers += self.names.parties(event.speaker, event, tokens, found.sentences)
        elif event.act == "become":
            behind = tokens.tags.find("o", event.at)
            found.buyers += self.names.parties(party_phrase(tokens, behind + 1), event, tokens, found.sentences)
        elif event.act == "sell" and event.phrase and (event.own or is_done_by_subject(event, tokens)):
            # "Tarn's $4 million sale to Orrin", "agreed a sale to Orrin": of itself
            to = tokens.tags[event.phrase[1] : event.phrase[1] + 1] == "t" and "M" in tokens.tags[slice(*event.phrase)]
            goal = self.names.parties(arguments.goal, event, tokens, found.sentences) if to else []
            found.buyers += [name for name in goal if self.reading.is_company(name)]
            found.targets = [name for name in found.targets if self.reading.is_company(name)][:1]
        elif event.act == "buy" and (
            event.own or is_done_by_subject(event, tokens) or (arguments.agent and tokens.words[event.at] in _OF_WHOLES)
        ):
            # "its acquisition by Tarn", "agreed to a takeover by Tarn"
            agent = arguments.agent or arguments.leader
            found.buyers += self.names.parties(agent, event, tokens, found.sentences)
            if not found.buyers and len(found.targets) == 1 and tokens.words[event.at] in _OF_WHOLES:
                # "agreed with Lund on a takeover"
                found.buyers, found.targets = found.targets, self._with(event, tokens, found)
            if not found.buyers or not found.targets:
                self._managed(event, tokens, found)
        return bool(found.targets and found.buyers) and not set(found.targets) & set(found.buyers)

    def _managed(self, event: Event, tokens: Tokens, found: Found) -> None:
        """A buyout that a company's own managers propose: "Lund's management proposed a buyout"."""
        start, end = event.subject or (0, 0)
        mark = tokens.tags.rfind("'", start, end)
        if mark > start and tokens.words[end - 1] in _MANAGERS and tokens.words[event.at] in _OF_WHOLES:
            found.targets = self.names.names([mark - 1], tokens)
            found.buyers = [self.reading.words(*tokens.span(mark + 1, end))]

    def _offered(self, event: Event, arguments: Arguments, tokens: Tokens, found: Found) -> bool:
        """An offer that somebody has got: "Orrin received a bid from Tarn"."""
        if event.phrase and _TOLD_BEHIND.search(tokens.tags, event.phrase[1], _clause_end(tokens, event.phrase[1])):
            return False
        source = arguments.source or arguments.agent
        if source is None and event.phrase and tokens.words[event.phrase[1] : event.phrase[1] + 2] == ["made", "by"]:
            source = arguments.leader
        if source is None and not event.own and event.phrase and event.subject:
            source = self._bidder_in_front(event, tokens)
        if event.phrase and tokens.tags[event.phrase[1] : event.phrase[1] + 1] == "o":
            source = party_phrase(tokens, event.phrase[1] + 1) or source
        if event.own and event.other is not None:
            # "Lund accepted its offer"
            found.targets += self.names.parties(event.other, event, tokens, found.sentences)
            found.buyers += self.names.parties(event.subject, event, tokens, found.sentences)
        elif event.own and event.speaker and event.speaker != event.subject and source is None:
            # "Lund said Tarn increased its offer"
            found.targets += self.names.parties(event.speaker, event, tokens, found.sentences)
            found.buyers += self.names.parties(event.subject, event, tokens, found.sentences)
        elif source is None and not event.own and event.subject and DOING.search(tokens.text(event.chain, event.at)):
            # "Lund jumped after Tarn launched a bid"
            found.buyers += self.names.parties(event.subject, event, tokens, found.sentences)
            before = [place for place in range(event.subject[0]) if tokens.tags[place] == "N"]
            others = [name for name in self.names.names(before, tokens) if self.reading.is_company(name)]
            if not others and self.names.topic:
                others = [self.names.topic]
            found.targets += others if len(others) == 1 else []
        elif source is None or event.own or event.subject is None:
            return False
        elif tokens.words[event.subject[0]] in ("it", "that", "this") and "follow" in tokens.text(
            event.chain, event.at
        ):
            # "It follows a bid by Orrin": another bid for the same target
            found.targets += [self.names.topic] if self.names.topic else []
            found.buyers += self.names.parties(source, event, tokens, found.sentences)
        else:
            found.targets += self.names.parties(event.subject, event, tokens, found.sentences)
            if not found.targets:
                # "Lund said its holders should accept the bid from Tarn"
                found.targets += self.names.parties(event.speaker, event, tokens, found.sentences)
            found.buyers += self.names.parties(source, event, tokens, found.sentences)
        return bool(found.targets and found.buyers) and not set(found.targets) & set(found.buyers)

    def _bidder_in_front(self, event: Event, tokens: Tokens) -> Phrase | None:
        """Whose offer it is by the name in front: "reviewed a Tarn merger proposal", "rejected the Tarn bid"."""
        start, end = event.phrase or (event.at, event.at + 1)
        named = [place for place in range(start, event.at) if tokens.tags[place] == "N"]
        if len(named) != 1 or start == named[0] or event.subject == event.phrase or "'" in tokens.tags[start:end]:
            return None
        if not _JUDGING.search(tokens.text(event.chain, start)):
            return None
        return named[0], named[0] + 1

    def _merged(self, event: Event, item: Object | None, arguments: Arguments, tokens: Tokens, found: Found) -> bool:
        """Fills the two sides of a merger, the one that is told of first as the buyer."""
        first = self.names.parties(event.subject, event, tokens, found.sentences)
        second = self.names.parties(arguments.partner or arguments.goal, event, tokens, found.sentences)
        behind = event.phrase[1] if event.phrase else event.at + 1
        into = tokens.tags[behind : behind + 1] == "i"
        if not second and (into or (item and tokens.tags[item.stop : item.stop + 1] == "i")):
            place = (item.stop if item and not into else behind) + 1
            second = self.names.parties(party_phrase(tokens, place), event, tokens, found.sentences)
            into = True
        if item is not None:
            named = self.names.names(item.targets, tokens)
            if len(named) == 1 and event.noun and not second and (mate := _MATE.match(tokens.tags, item.stop)):
                # "the merger of Tarn and Lund would", where a verb follows
                named += self.names.names([mate.end() - 1], tokens)
            if len(named) > 1:
                first, second = named[:1], named[1:2]
            elif named and into and second:
                first, second = second, named
            elif named and event.noun:
                first = named if second else [name for name in first if name not in named]
                second = second or named
            elif named:
                first = named if second else []
        elif len(first) > 1 and not second:
            first, second = first[:1], first[1:2]
        elif into and second:
            first, second = second, first or self.names.parties(event.speaker, event, tokens, found.sentences)
        between = _BETWEEN.match(tokens.tags, behind) if tokens.words[behind : behind + 1] == ["between"] else None
        if event.phrase and not second and not first and (pair := _pair_in_front(event.phrase, tokens)):
            # "the Tarn-Lund merger"
            first, second = (self.names.names([place], tokens) for place in pair)
        if between:
            places = [place for place in range(behind, between.end()) if tokens.tags[place] == "N"]
            first, second = (self.names.names([place], tokens) for place in (places[0], places[-1]))
        if not second and (item is None or item.pronoun):
            # "talks with Lund on a merger"
            second = [name for name in self._with(event, tokens, found) if name not in first]
        first, second = ([name for name in side if not _judges_deals(name)] for side in (first, second))
        said = self.names.parties(event.speaker, event, tokens, found.sentences)
        said = [name for name in said if not _judges_deals(name)]
        if not first:
            first = said
        elif not second and said and said != first:
            first, second = said, first
        if len(first) == 2 and not second:
            # "Tarn and Lund said holders approved the merger of the two companies"
            first, second = first[:1], first[1:]
        found.buyers += first[:1]
        found.targets += [name for name in second[:1] if name not in first]
        return bool(found.buyers and found.targets)

    def _with(self, event: Event, tokens: Tokens, found: Found) -> list[str]:
        """Whom an agreement that leads to the act is made with."""
        tags = tokens.tags
        start = event.chain
        if event.subject and event.subject[1] == start and tags[start - 1] == "e":
            # "its talks with Orrin on a merger"
            start -= 1
        at = tags.rfind("w", start, event.at)
        if at < 0 or "e" not in tags[start:at]:
            return []
        return self.names.parties(party_phrase(tokens, at + 1), event, tokens, found.sentences)


def _judges_deals(name: str) -> bool:
    """Whether a name is that of a body of a state, which merges with no company."""
    return name_kind(name) == "government" or is_authority(name)


def _clause_end(tokens: Tokens, at: int) -> int:
    """Where a participle behind a comma opens what follows from an offer: "an offer from Tarn, ending talks to"."""
    stop = min(len(tokens.tags), at + _TOLD_REACH)
    comma = tokens.tags.find(",", at, stop)
    while comma >= 0:
        if tokens.words[comma + 1 : comma + 2] and tokens.words[comma + 1].endswith("ing"):
            return comma
        comma = tokens.tags.find(",", comma + 1, stop)
    return stop


def is_done_by_subject(event: Event, tokens: Tokens) -> bool:
    """Whether a noun's act is the subject's: a verb of dealing leads to it, or who does it speaks of it."""
    if DOING.search(tokens.text(event.chain, event.at)):
        return True
    return event.phrase is not None and event.chain == event.phrase[0] and event.subject == event.speaker


def _pair_in_front(phrase: Phrase, tokens: Tokens) -> Phrase | None:
    """Two names that a dash joins before a noun, as positions of words."""
    start, end = phrase
    named = [place for place in range(start, end) if tokens.tags[place] == "N"]
    if len(named) == 2:
        return named[0], named[1]
    joined = start > 1 and tokens.tags[start - 2 : start] == "N," and tokens.words[start - 1] != ","
    return (start - 2, named[0]) if joined and named[:1] == [start] else None
