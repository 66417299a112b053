"""Sides of a purchase or sale: who buys, who sells, what, from the parts of its clause.

Origin of the lists: the words by which newswires call holders and what a purchase does for the buyer.
"""

from __future__ import annotations

import re

from summarizer.models.offline.deal_arguments import Arguments, party_phrase, read_arguments
from summarizer.models.offline.deal_clauses import BUYERS_SOUGHT, Event
from summarizer.models.offline.deal_mention import Found
from summarizer.models.offline.deal_objects import Object
from summarizer.models.offline.deal_offers import MAKING_BIDS, OfferSides, is_done_by_subject
from summarizer.models.offline.deal_refusals import is_again
from summarizer.models.offline.deal_signs import REST, WHOLE
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_verb_objects import buyer_behind
from summarizer.text.phrases import word_set

_HOLDERS = re.compile(r"[hk]o[dx]{0,2}N")
_PART_HELD = re.compile(r"S[hx]{0,3}[oi][dx]{0,3}(?:ho[dx]{0,2})?N")
"""A part of a company: "42 pct of Lund", "a 42 pct stake in Lund"."""
_NAMED_BEHIND = re.compile(r";N(?=[.,(]|$)")
_GAINS = re.compile(r",?(?:(?<=,)|V?r?[Gx])N")
_IN_RELATIVE = re.compile(r",?q")
_GIVING = word_set("allows brings gave give gives helps let lets made make makes enables")
"""Verbs by which a purchase does something for the buyer."""
_HELD = word_set("holders shareholders shares stock stockholders")
"""What "all the shares" are shares of, where it is told before: "shareholders of Lund"."""


class TradeSides(OfferSides):
    """Reads the sides of purchases and sales."""

    def _traded(self, event: Event, item: Object | None, arguments: Arguments, tokens: Tokens, found: Found) -> bool:
        """Fills the parties of a purchase or sale; whether the words leave no doubt who is who."""
        if item is None and event.noun and event.act in ("offer", "invest"):
            return self._offered(event, arguments, tokens, found)
        if event.act in ("become", "tender") or (item is None and event.noun):
            return self._taken(event, arguments, tokens, found)
        subject = self.names.parties(event.subject, event, tokens, found.sentences)
        sold = event.act in ("sell", "cut", "transfer")
        if event.passive:
            if item is not None:
                # "Lund's steel unit was bought by", "its assets will be sold to"
                owners = self.names.names(item.owners, tokens)
                found.sellers += owners or self.names.parties(event.speaker, event, tokens, found.sentences)
                subject = []
            elif event.subject and not subject:
                return False
            found.targets += subject
            agent = arguments.agent or (arguments.leader if "a" in tokens.tags[event.at : event.at + 12] else None)
            found.buyers += self.names.parties(arguments.goal if sold else agent, event, tokens, found.sentences)
            if event.subject and not found.sellers:
                mark = tokens.tags.rfind("'", *event.subject)
                found.sellers += [
                    n for n in self.names.names([mark - 1], tokens) if mark > 0 and n not in found.targets
                ]
                if not found.sellers and mark < 0 and tokens.tags[event.subject[1] - 1] == "n":
                    # "the Lund unit of Orrin was bought"
                    behind = re.compile(r"o[dx]{0,2}N").match(tokens.tags, event.subject[1])
                    found.sellers += self.names.names([behind.end() - 1] if behind else [], tokens)
            found.sellers += self.names.parties(
                arguments.agent if sold else arguments.source, event, tokens, found.sentences
            )
            found.sellers += self.names.parties(arguments.second, event, tokens, found.sentences)
            if (
                sold
                and not found.sellers
                and event.subject
                and event.speaker
                and tokens.words[event.subject[0]] == "its"
            ):
                found.sellers += self.names.parties(event.speaker, event, tokens, found.sentences)
            if sold and not found.sellers and not found.buyers and tokens.words[event.at] == "spun":
                found.sellers += self.names.parties(arguments.source, event, tokens, found.sentences)
                return bool(found.sellers)
            return bool(found.buyers)
        if item is None:
            return False
        owners = self.names.names(item.owners, tokens)
        if event.noun and event.act == "offer" and (bidders := self._bidders(event, arguments, tokens, found)):
            # "urged holders to accept a bid for its mill from Tarn"
            return self._is_bid_from(bidders, subject, item, event, tokens, found)
        if event.noun and arguments.agent:
            actors = self.names.parties(arguments.agent, event, tokens, found.sentences)
        elif (
            event.noun
            and not event.own
            and tokens.words[event.at] not in BUYERS_SOUGHT
            and not is_done_by_subject(event, tokens)
        ):
            actors = []
        else:
            actors = subject
        named = self.names.names(item.targets, tokens)
        if sold and item.pronoun is not None and (itself := self._itself(event, item, actors, tokens, found)):
            found.targets += itself
            goal = self.names.parties(arguments.goal, event, tokens, found.sentences)
            buyers = goal or self._with(event, tokens, found)
            found.buyers += [name for name in buyers if name not in itself]
            return True
        if (
            not named
            and item.holding
            and item.pronoun is None
            and not sold
            and (whose := _HOLDERS.search(tokens.tags, 0, event.at))
            and tokens.words[whose.start()] in _HELD
            and WHOLE.search(tokens.text(item.start, item.stop))
        ):
            # "an offer to shareholders of Lund to acquire all its shares"
            named = self.names.names([whose.end() - 1], tokens)
        if not named and item.holding and item.pronoun is None and item.phrase is None and not sold:
            named = self._held_rest(event, item, tokens)
        if not named and item.pronoun is not None:
            named = [
                name for name in self.names.parties(item.pronoun, event, tokens, found.sentences) if name not in actors
            ]
            topic = self.names.topic
            if topic and _IN_RELATIVE.match(tokens.tags, event.subject[1] if event.subject else len(tokens.tags)):
                # "bought Lund from Orrin, which had acquired it"
                told = tokens.words[slice(*item.pronoun)] == ["it"] and topic not in actors
                named = [topic] if told and self._is_named_before(topic, event, tokens) else named
            if item.pronoun[1] - item.pronoun[0] > 2 and topic and topic not in actors and not item.holding:
                # "the Dorn-based company"
                named = [topic]
            if not named and actors:
                # "Lund was halted after Tarn made a bid for the company"
                before = [place for place in range(event.at) if tokens.tags[place] == "N"]
                others = [name for name in self.names.names(before, tokens) if name not in actors]
                named = others if len(others) == 1 and not self.names.is_person(others[0]) else []
            if not named:
                return False
            if event.subject is None and not event.noun and event.act == "buy" and event.speaker:
                # "received proposals to acquire the company"
                found.targets += named
                return True
        if item.own and item.holding and not named and event.act in ("buy", "offer") and event.speaker:
            named = self.names.parties(event.speaker, event, tokens, found.sentences)
            actors = self.names.parties(arguments.agent, event, tokens, found.sentences) or actors
        if item.holding and not (named or item.own or sold or item.pronoun or item.phrase) and _is_stake(item, tokens):
            # "Lund said Tarn will buy a 30 pct stake"
            said = self.names.parties(event.speaker, event, tokens, found.sentences)
            named = [name for name in said if name not in actors] if event.speaker != event.subject else []
        if (
            item.own
            and not item.holding
            and not sold
            and not owners
            and event.speaker
            and event.speaker != event.subject
        ):
            owners = [
                name for name in self.names.parties(event.speaker, event, tokens, found.sentences) if name not in actors
            ]
        if item.own and not item.holding and not sold and not owners and not event.noun and event.other:
            # "Orrin gave Tarn an option to buy its mill"
            others = self.names.parties(event.other, event, tokens, found.sentences)
            owners = [name for name in others if name not in actors]
        found.targets += [name for name in named if name not in actors]
        if event.noun and event.act == "offer" and item.own and not item.holding and actors and not event.own:
            # "would consider offers for its Lund division"
            found.sellers += actors
            found.buyers += self.names.parties(arguments.source, event, tokens, found.sentences)
            return bool(found.targets or item.phrase)
        if sold:
            found.sellers += actors or owners
            if not found.sellers and item.own and event.noun and event.speaker:
                found.sellers += self.names.parties(event.speaker, event, tokens, found.sentences)
            to = arguments.goal
            if tokens.words[event.at].startswith("receiv"):
                to = read_arguments(tokens, event.at + 1).source
            goal = self.names.parties(to, event, tokens, found.sentences)
            if goal and goal == found.sellers and arguments.goal and "N" not in tokens.tags[slice(*arguments.goal)]:
                goal = []
            if not goal and item.start > event.at + 1 and buyer_behind(event, tokens):
                goal = self.names.names([event.at + 1], tokens)
            if not goal and tokens.words[event.at] in BUYERS_SOUGHT and _NAMED_BEHIND.match(tokens.tags, item.stop):
                # "found a buyer for its mill: Orrin"
                goal = self.names.names([item.stop + 1], tokens)
            found.buyers += goal or self._with(event, tokens, found)
        else:
            if event.act == "pay" and not event.noun and (whom := party_phrase(tokens, event.at + 1)):
                # "pay Orrin $3 million for its mill"
                paid = self.names.parties(whom, event, tokens, found.sentences)
                owners = owners or [name for name in paid if name not in actors + named]
            if not actors and event.act == "buy" and (event.noun or event.subject is None):
                actors = self._gainer(event, item, tokens)
            found.buyers += actors
            source = self.names.parties(arguments.source, event, tokens, found.sentences)
            source += self.names.parties(arguments.second, event, tokens, found.sentences)
            if event.act in ("gain", "hold"):
                owners = []
            found.sellers += (
                source or owners or ([] if event.noun and not item.own else self._with(event, tokens, found))
            )
        if event.act == "invest" and arguments.source and tokens.words[arguments.source[0] - 2] == "participation":
            # "led an investment in Lund, with participation from Orrin"
            found.buyers += found.sellers
            found.sellers = []
        found.sellers = [name for name in found.sellers if name not in found.buyers + found.targets]
        found.buyers = [name for name in found.buyers if name not in found.targets]
        if found.buyers and found.sellers and item.holding:
            return True
        return bool(found.targets or item.phrase or is_again(tokens, item)) and bool(found.buyers or found.sellers)

    def _is_named_before(self, name: str, event: Event, tokens: Tokens) -> bool:
        places = [place for place in range(event.at) if tokens.tags[place] == "N"]
        return name in self.names.names(places, tokens)

    def _bidders(self, event: Event, arguments: Arguments, tokens: Tokens, found: Found) -> list[str]:
        """From whom somebody else's offer comes; none where the subject makes it or the possessor has made it."""
        if event.own or arguments.source is None or MAKING_BIDS.search(tokens.text(event.chain, event.at)):
            return []
        bidders = self.names.parties(arguments.source, event, tokens, found.sentences)
        return [name for name in bidders if self.reading.is_company(name)]

    def _is_bid_from(
        self, bidders: list[str], subject: list[str], item: Object, event: Event, tokens: Tokens, found: Found
    ) -> bool:
        """Fills the sides of an offer that `bidders` make to the subject, or for what is the subject's."""
        spoken = subject or self._front_owner(event, tokens)
        named = self.names.names(item.targets, tokens)
        if not named and item.pronoun is not None:
            named = self.names.parties(item.pronoun, event, tokens, found.sentences)
        if not named and item.holding and not item.phrase:
            named = spoken
        found.buyers += bidders
        found.targets += [name for name in named if name not in bidders]
        owners = self.names.names(item.owners, tokens)
        beside = owners or (spoken if item.own or item.phrase or item.unit else [])
        found.sellers += [name for name in beside if name not in bidders and name not in found.targets]
        return bool(found.targets or item.phrase)

    def _front_owner(self, event: Event, tokens: Tokens) -> list[str]:
        """Whose people a subject is: "Tarn members will vote on an offer"."""
        start, end = event.subject or (0, 0)
        places = [place for place in range(start, end) if tokens.tags[place] == "N"]
        return self.names.names(places[-1:], tokens)

    def _gainer(self, event: Event, item: Object, tokens: Tokens) -> list[str]:
        """Who buys by what it gets: "the purchase of Lund gives Tarn a port", "with the purchase of Lund, Tarn"."""
        gains = _GAINS.match(tokens.tags, item.stop)
        if gains is None or (gains.group()[0] != "," and tokens.words[gains.end() - 2] not in _GIVING):
            return []
        front = event.phrase[0] if event.phrase else event.at
        if gains.group()[0] == "," and tokens.tags[:front] not in ("w", "b", "p", "u", "i"):
            return []
        named = [name for name in self.names.names([gains.end() - 1], tokens) if self.reading.is_company(name)]
        return [name for name in named if name not in self.names.names(item.targets, tokens)]

    def _held_rest(self, event: Event, item: Object, tokens: Tokens) -> list[str]:
        """Whose rest is meant: "Tarn, which owns 42 pct of Lund, offered to buy the rest"."""
        if not item.has(tokens, REST):
            return []
        held = [match.end() - 1 for match in _PART_HELD.finditer(tokens.tags, 0, event.at)]
        item.targets.extend(held[-1:])
        return self.names.names(held[-1:], tokens)

    def _itself(self, event: Event, item: Object, actors: list[str], tokens: Tokens, found: Found) -> list[str]:
        """Who sells itself: "agreed to sell itself", "said it would explore a sale of the company"."""
        start, end = item.pronoun or (0, 0)
        if tokens.words[start:end] in (["itself"], ["themselves"]):
            return actors[:1]
        if not event.noun or item.holding:
            return []
        said = self.names.parties(event.speaker or event.subject, event, tokens, found.sentences)
        meant = self.names.parties(item.pronoun, event, tokens, found.sentences)
        return meant if meant and meant == said and actors in ([], meant) else []


def _is_stake(item: Object, tokens: Tokens) -> bool:
    """Whether an object is "a 30 pct stake", with nothing that says in what."""
    return tokens.words[item.start] in ("a", "an") and tokens.words[item.stop - 1] in ("holding", "interest", "stake")
