"""Deals about ownership in a sentence: who buys, sells or merges what, from the events that its clauses hold.

Origin of the lists: quantifiers of English grammar, and the words by which newswires call the rest of a holding.
"""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.deal_arguments import Arguments, party_phrase, read_arguments
from summarizer.models.offline.deal_clauses import Event, events_of
from summarizer.models.offline.deal_mention import Found, Mention
from summarizer.models.offline.deal_objects import Object, read_object
from summarizer.models.offline.deal_party_names import PartyNames
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_refusals import is_again, is_deal, is_trade, share_of
from summarizer.models.offline.deal_signs import DOING, STAKES, WHOLE
from summarizer.models.offline.deal_stance import is_denied, is_negated, is_supposed, status_of
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_verb_objects import is_taken, object_of, stands
from summarizer.models.offline.reading import Reading
from summarizer.text.phrases import word_set

_AMOUNTS = word_set("all both each half most several")
_STILL = word_set("existing present remaining")
"""Adjectives that are no part of what is sold."""
_REST = re.compile(r"\b(?:remaining|remainder|rest|balance|other)\b")
"""Words for the part that makes a holding the whole."""
_TOLD_BEHIND = re.compile(r"tr*A")
"""The verb of a deal behind an offer, which says more of it: "an offer from Tarn to buy"."""
_HOLDERS = re.compile(r"[hk]o[dx]{0,2}N")
_PART_HELD = re.compile(r"S[hx]{0,3}[oi][dx]{0,3}(?:ho[dx]{0,2})?N")
"""A part of a company: "42 pct of Lund", "a 42 pct stake in Lund"."""
_BETWEEN = re.compile(r"p[dxk]{0,3}Nc[dxk]{0,3}N")
_GAINS = re.compile(r",?(?:(?<=,)|V?r?[Gx])N")
_GIVING = word_set("allows brings gave give gives helps let lets made make makes enables")
"""Verbs by which a purchase does something for the buyer."""
_OF_WHOLES = word_set("buyout takeover take-over")
"""What somebody else does to a whole company: "fights a takeover by Orrin"."""
_JUDGING = re.compile(r"\b(?:accept|consider|evaluat|got\b|rebuff|receiv|reject|review|spurn|stud|weigh)")
"""What is done with somebody else's offer."""
_HELD = word_set("holders shareholders shares stock stockholders")
"""What "all the shares" are shares of, where it is told before: "shareholders of Lund"."""
_LEAD = 2
"""Sentences that make the top of a report."""
_WHOLE = 100
_MAJORITY = 50
"""Percent of a company below which a holding in it is an investment."""


class OwnershipReader:
    """Reads the ownership deals of one article, sentence by sentence; `names` knows whom "it" means."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = PartyNames(reading)
        self.lead = False

    def mentions(self, sentence: Sentence, tokens: Tokens) -> list[Mention]:
        """The mentions of deals in `sentence`."""
        found = []
        self.lead = sentence.number <= _LEAD
        for event in events_of(tokens):
            mention = self._mention(event, tokens, sentence)
            if mention is not None:
                found.append(mention)
                targets = [name for name, role in mention.parties.items() if role in ("target", "investee")]
                self.names.topic = targets[0] if len(targets) == 1 else self.names.topic
        return found

    def _mention(self, event: Event, tokens: Tokens, sentence: Sentence) -> Mention | None:
        act = event.act
        if not stands(event, tokens):
            return None
        item = object_of(event, tokens)
        if item is None and not event.passive and not (act in ("merge", "become", "tender") or event.phrase):
            return None
        if event.passive and act not in ("buy", "sell", "merge", "take", "transfer"):
            return None
        if event.passive and act == "take" and not is_taken(tokens, event.at):
            return None
        passive_item = _unnamed_subject(event, tokens)
        if is_negated(event, tokens):
            return None
        behind = event.phrase[1] if event.phrase else event.at + 1
        first = behind if event.phrase or tokens.tags[behind : behind + 1] == "m" else item.stop if item else behind
        arguments = read_arguments(tokens, first)
        found = Found()
        item = item or passive_item
        if act == "merge":
            if not self._merged(event, item, arguments, tokens, found):
                return None
        elif not self._traded(event, item, arguments, tokens, found):
            return None
        if not is_deal(event, item, found, tokens, lead=self.lead, is_person=self.names.is_person):
            return None
        kind, parties = self._roles(event, item, found, tokens)
        subject = item.start if item else event.at, item.stop if item else event.at + 1
        if item and not found.targets:
            subject = item.start, _with_complement(tokens, item.stop)
        denied = is_denied(event, tokens)
        behind_item = item.stop if item and not event.passive else None
        status = "rumored" if denied else status_of(event, tokens, behind_item)
        told = event.speaker is not None or (item is not None and "R" in tokens.tags[item.stop :])
        fresh = status not in ("closed", None) or (self.lead and told)
        share = share_of(tokens, item) if item else None
        unnamed = item.phrase if item and not item.targets and not found.targets else None
        return Mention(
            kind,
            status,
            parties,
            tokens.span(*(_trimmed(tokens, subject) if item is None or item.targets else subject)),
            sorted({sentence.number, *found.sentences}),
            event.noun,
            tokens.span(event.at, event.at + 1),
            tokens.span(*_trimmed(tokens, unnamed)) if unnamed else None,
            tokens.words[unnamed[1] - 1] if unnamed else "",
            is_supposed(event, tokens)
            or (item is not None and (is_again(tokens, item) or (is_trade(tokens, item) and not fresh))),
            item is not None
            and ((share is not None and share < _WHOLE) or (item.holding and item.has(tokens, STAKES))),
            denied,
        )

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
        if event.noun and arguments.agent:
            actors = self.names.parties(arguments.agent, event, tokens, found.sentences)
        elif event.noun and not event.own and not _is_done_by_subject(event, tokens):
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
            if event.act in ("gain", "hold"):
                owners = []
            found.sellers += (
                source or owners or ([] if event.noun and not item.own else self._with(event, tokens, found))
            )
        found.sellers = [name for name in found.sellers if name not in found.buyers + found.targets]
        found.buyers = [name for name in found.buyers if name not in found.targets]
        if found.buyers and found.sellers and item.holding:
            return True
        return bool(found.targets or item.phrase or is_again(tokens, item)) and bool(found.buyers or found.sellers)

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
        if not item.has(tokens, _REST):
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

    def _taken(self, event: Event, arguments: Arguments, tokens: Tokens, found: Found) -> bool:
        """What becomes a part of somebody, is bought "by" somebody as its own buyout, or is tendered to who says so."""
        found.targets += self.names.parties(event.subject, event, tokens, found.sentences)
        if event.act == "tender":
            if "e" in tokens.tags[event.at :]:
                found.buyers += self.names.parties(event.speaker, event, tokens, found.sentences)
        elif event.act == "become":
            behind = tokens.tags.find("o", event.at)
            found.buyers += self.names.parties(party_phrase(tokens, behind + 1), event, tokens, found.sentences)
        elif event.act == "buy" and (
            event.own
            or _is_done_by_subject(event, tokens)
            or (arguments.agent and tokens.words[event.at] in _OF_WHOLES)
        ):
            # "its acquisition by Tarn", "agreed to a takeover by Tarn"
            agent = arguments.agent or arguments.leader
            found.buyers += self.names.parties(agent, event, tokens, found.sentences)
        return bool(found.targets and found.buyers) and not set(found.targets) & set(found.buyers)

    def _offered(self, event: Event, arguments: Arguments, tokens: Tokens, found: Found) -> bool:
        """An offer that somebody has got: "Orrin received a bid from Tarn"."""
        if event.phrase and _TOLD_BEHIND.search(tokens.tags, event.phrase[1], event.phrase[1] + 12):
            return False
        source = arguments.source or arguments.agent
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
        said = self.names.parties(event.speaker, event, tokens, found.sentences)
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

    def _roles(self, event: Event, item: Object | None, found: Found, tokens: Tokens) -> tuple[str, dict[str, str]]:
        """The kind of deal and the roles of its parties."""
        roles: dict[str, str] = {}
        if event.act == "merge":
            for name in (*found.buyers, *found.targets):
                roles.setdefault(name, "partner")
            return "merger", roles
        share = share_of(tokens, item) if item else None
        if event.act in ("sell", "cut", "transfer"):
            kind, buyer, target = "divestiture", "acquirer", "target"
        elif event.act == "invest" or (
            share is not None and share < _MAJORITY and item and item.holding and not item.has(tokens, _REST)
        ):
            kind, buyer, target = "investment", "investor", "investee"
        else:
            kind, buyer, target = "acquisition", "acquirer", "target"
        order = [(found.sellers, "seller"), (found.targets, target), (found.buyers, buyer)]
        if kind != "divestiture":
            order.reverse()
        for names, role in order:
            for name in names[:4]:
                roles.setdefault(name, role)
        return kind, roles


def _is_done_by_subject(event: Event, tokens: Tokens) -> bool:
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


def _unnamed_subject(event: Event, tokens: Tokens) -> Object | None:
    """What is sold as the subject of a passive, where it has an owner and no name: "its steel unit was sold"."""
    if not event.passive or event.reduced or event.subject is None or event.act not in ("buy", "sell"):
        return None
    item = read_object(tokens, event.subject[0])
    if item is None or item.targets or not item.phrase or not (item.owners or item.own):
        return None
    return item if tokens.tags[item.phrase[1] - 1] == "n" else None


def _is_stake(item: Object, tokens: Tokens) -> bool:
    """Whether an object is "a 30 pct stake", with nothing that says in what."""
    return tokens.words[item.start] in ("a", "an") and tokens.words[item.stop - 1] in ("holding", "interest", "stake")


def _with_complement(tokens: Tokens, end: int) -> int:
    """Where a noun phrase ends with the "of", "on" or "in" that belongs to it: "its lease on the pier"."""
    if tokens.words[end : end + 1] not in (["of"], ["on"], ["in"]):
        return end
    behind = party_phrase(tokens, end + 1)
    return behind[1] if behind and "D" not in tokens.tags[slice(*behind)] else end


def _trimmed(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase without the determiners and possessives before it."""
    start, end = phrase
    while start < end - 1 and (
        (tokens.tags[start] in "dr'" and tokens.words[start] not in _AMOUNTS) or tokens.words[start] in _STILL
    ):
        start += 1
    return start, end


__all__ = ["Mention", "OwnershipReader"]
