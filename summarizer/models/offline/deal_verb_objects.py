"""Where the object of each verb and noun of a deal stands, and which of their uses are no deal.

Origin: the patterns over tags follow English word order behind each verb of `deal_triggers`; quantifiers are a closed
class.
"""

from __future__ import annotations

import re

from summarizer.models.offline.deal_arguments import party_phrase
from summarizer.models.offline.deal_clauses import BUYERS_SOUGHT, Event
from summarizer.models.offline.deal_objects import Object, read_object
from summarizer.models.offline.deal_signs import LOOSE_LEMMAS, STAKE_WORDS
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import VERBS
from summarizer.text.phrases import word_set

_OFFERED = re.compile(r"(?:o?[dMxSp]{1,5}h?)?f")
"""What may stand between an offer and its target: "its offer of $3 a share for"."""
_ADJECTIVAL_BEHIND = word_set("climax interest pace power pressure price prices spree")
"""Nouns before which a verb of a deal only describes: "selling price", "buying power"."""
_OBJECT_STARTS = frozenset("dNnhkSMI")
_TO_WHOM = re.compile(r"N(?=d[^;.,VRGHB]{0,6}?[hnN])")
"""A buyer right behind the verb, before what is sold: "sold Orrin its mill"."""
_OUTDOING = word_set("beat beating beats besting outdoing over topped topping tops trumped trumping trumps")
_EVERYDAY = word_set("capital continued further heavy increased more ongoing steady")
"""Words before an investment that is spending, and no deal."""
_PRICE = re.compile(r"d?x?M[dp]h")
"""A price for each share, where a target could stand: "its bid for 22 dlrs a share"."""
_ASIDE = re.compile(r",[fibmwp][^,;.]{1,10},(?=o)")
"""What commas set off between an act and its object: "the sale, for about $3 million, of"."""
_ASIDE_OF_VERB = re.compile(r",[fibmwptu][^,;.]{1,12},(?=[dN])")
"""What commas set off between a verb and its object."""
_PAID_FIRST = re.compile(r"fd?[xM]{1,3}(?=[dN])")
_INVESTED = re.compile(r"o[dpx]{0,3}M(?=i)")
"""The money between an investment and where it goes: "an investment of $3 million in"."""
_PAID_IN = re.compile(r"Mi[xhrd]{1,2}(?:c[xhrd]{1,2})?f")
"""Money with what it is paid in: "$3 million in cash and stock for"."""
_OTHER_HOLDERS = re.compile(r"d?[dx]{0,2}[kx][io](?=[dx]{0,3}N)")
_HELD_BY = word_set("holders owners partners shareholders stockholders")
"""Who holds the rest of a company that is bought out."""
_GROWN = re.compile(r"t[xr]?S(?:m[xr]?S)?(?=d)")
"""How far a holding has grown, before its name."""
_ALL_SHARES = re.compile(r"\b(?:all|each|every|outstanding|remaining)\b.*\b(?:shares?|stock)\b")
_WOULD_HAVE = re.compile(r"Vr*Hr*\Z")
"""What could have been done and was not."""


_ATTRIBUTIVE = re.compile(r"[fmoiwbp]r*\Z")
"""A preposition before a participle, which then describes what follows."""
_DONE_BY = word_set("acquisition buyout merger purchase takeover")
"""A deal by which somebody gets to something: "used the purchase to acquire know-how"."""


def stands(event: Event, tokens: Tokens) -> bool:
    """Refuses "for sale", "take over as chief", and a gerund that nobody is said to do."""
    words, at = tokens.words, event.at
    if at + 1 < len(words) and words[at + 1] in _ADJECTIVAL_BEHIND and tokens.tags[at] == "A":
        return False
    if event.noun and event.act == "offer" and _is_outdone(event, tokens):
        return False
    if (
        event.noun
        and event.act == "invest"
        and event.phrase
        and at + 1 < event.phrase[1]
        and tokens.tags[at + 1] == "x"
    ):
        # "investment banking"
        return False
    if event.noun and event.act == "invest" and at and words[at - 1] in _EVERYDAY:
        return False
    if event.noun:
        return not (words[at] in ("sale", "purchase") and at and words[at - 1] in ("for", "on"))
    if words[at].endswith(("ed", "ought", "old")) and _ATTRIBUTIVE.search(tokens.tags, max(0, at - 4), at):
        # "from recently acquired companies"
        return False
    if at > 1 and words[at - 1] == "to" and words[at - 2] in _DONE_BY:
        return False
    if words[at].startswith("unload") and words[at + 1 : at + 2] == ["on"]:
        # "unloaded on Roe": in words
        return False
    if _WOULD_HAVE.search(tokens.tags[max(0, at - 6) : at]):
        return False
    if words[at] == "purchase" and at and words[at - 1] == "for":
        return False
    if event.subject is None and not event.passive and words[at].endswith("ing"):
        # "By buying Lund, Tarn gains": who acts follows.
        return at == 1 and words[0] in ("after", "before", "by", "in", "through")
    return not (words[at] in VERBS and VERBS[words[at]].lemma == "take" and "as" in words[at : at + 6])


def _is_outdone(event: Event, tokens: Tokens) -> bool:
    """Whether a bid is only told of as the one that the deal's buyer beat: "won the auction, beating a bid from"."""
    start = event.phrase[0] if event.phrase else event.at
    if _OUTDOING.isdisjoint(tokens.words[max(0, start - 1) : start + 1]):
        return False
    # "topping a $3 million bid for Lund by Orrin" tells of that bid too, "topping Orrin's $3 million bid" does not.
    return "M" not in tokens.tags[start : event.at] or tokens.tags[event.at + 1 : event.at + 2] not in ("f", "b", "m")


def object_of(event: Event, tokens: Tokens) -> Object | None:
    """The object of an event's verb, or what its noun names."""
    if (
        event.gap
        and not event.passive
        and event.act in ("buy", "sell")
        and tokens.tags[event.at + 1] not in _OBJECT_STARTS
    ):
        return read_object(tokens, event.gap[0])
    if event.gap and event.act in ("gain", "cut"):
        return read_object(tokens, event.gap[0])
    tags, words = tokens.tags, tokens.words
    at = event.at + 1
    if event.noun:
        at = event.phrase[1] if event.phrase else at
        if aside := _ASIDE.match(tags, at):
            at = aside.end()
        if tags[at : at + 1] in ("b", "m", "t") and (party := party_phrase(tokens, at + 1)):
            # "the offer by Tarn for Lund", "the sale to Tarn of Lund"
            at = party[1]
        if event.act == "offer":
            offered = _OFFERED.match(tags, at)
            if offered is None or _PRICE.match(tags, offered.end()):
                return None
            return read_object(tokens, offered.end())
        if event.act == "invest" and (put := _INVESTED.match(tags, at)):
            at = put.end()
        wanted = (
            "i" if event.act == "invest" else "f" if words[event.at] in BUYERS_SOUGHT and event.act == "sell" else "o"
        )
        return read_object(tokens, at + 1) if tags[at : at + 1] == wanted else None
    if event.passive or event.act in ("become", "tender"):
        return None
    if event.act == "offer" and words[event.at].startswith("approach"):
        return read_object(tokens, at)
    if event.act == "offer" and words[event.at] == "outbid":
        return read_object(tokens, tags.find("f", at) + 1)
    if event.act == "offer" and tags[at : at + 1] == "f":
        return read_object(tokens, at + 1)
    if event.act == "offer":
        paid = tags.find("f", tags.find("M", at, at + 10), at + 20)
        return read_object(tokens, paid + 1) if paid > at else None
    if event.act == "sell" and tokens.tags[event.at] == "G" and "m" in tags[at : at + 8] and "M" in tags[at : at + 4]:
        # "will receive $3 million from Orrin for its mill"
        return read_object(tokens, tags.find("f", tags.find("m", at)) + 1)
    lemma = VERBS[words[event.at]].lemma if words[event.at] in VERBS else "have"
    if lemma == "buy" and words[at : at + 1] == ["out"]:
        at += 1
        holders = _OTHER_HOLDERS.match(tags, at)
        if holders and words[holders.end() - 2] in _HELD_BY:
            # "buy out the other shareholders in Lund": Lund's shares
            item = read_object(tokens, holders.end())
            return item if item and item.targets else None
    if lemma == "buy" and words[at : at + 1] == ["back"]:
        # one's own shares; a mill that was sold before is bought
        item = read_object(tokens, at + 1)
        return item if item and not item.holding else None
    if event.act in ("gain", "cut") and (grown := _GROWN.match(tags, at)):
        # "raised to 40 pct from 31 pct its stake in Lund"
        at = grown.end()
    if lemma in LOOSE_LEMMAS and (paid_first := _PAID_FIRST.match(tags, at)):
        # "bought for cash the operations of"
        at = paid_first.end()
    if lemma == "sell" and buyer_behind(event, tokens):
        at += 1
    if aside := _ASIDE_OF_VERB.match(tags, at):
        # "acquired, for undisclosed terms, the assets of"
        at = aside.end()
    if words[at : at + 1] in (["itself"], ["themselves"]):
        return Object(at, at + 1, pronoun=(at, at + 1)) if event.act == "sell" else None
    if tags[at : at + 1] == "m" and (source := party_phrase(tokens, at + 1)):
        # "buy from Orrin a stake in Lund"
        at = source[1]
    follows = words[at] if at < len(words) else ""
    if lemma == "take":
        if private := _taken_private(tokens, at):
            return private
        if follows == "over" or (tags[at : at + 1] == "I" and words[at + 1 : at + 2] == ["over"]):
            return read_object(tokens, at + (follows == "over"))
        item = read_object(tokens, at)
        return item if item and item.holding and item.has(tokens, STAKE_WORDS) else None
    if lemma in ("assume", "gain", "obtain", "seek", "win"):
        item = read_object(tokens, at)
        if item is None:
            return None
        if lemma == "assume" and "deposits" in words[at : item.stop] and (item.targets or item.owners):
            # who takes over the deposits of a bank takes over the bank
            return Object(at, item.stop, targets=item.targets or item.owners)
        part = lemma == "seek" and item.holding and "S" in tags[at : item.stop]
        return item if part or "control" in words[at : item.stop] else None
    if lemma == "get":
        # "gets Lund for $3 million"
        item = read_object(tokens, at)
        if item is not None and item.holding and words[at] == "control" and item.targets:
            return item
        is_paid = item is not None and re.match(r"fd?[xr]{0,3}M", tokens.tags[item.stop :]) is not None
        return item if item and item.targets and is_paid else None
    if lemma == "spin":
        return read_object(tokens, at + 1) if follows == "off" else None
    if lemma in ("gobble", "pick", "scoop", "snap"):
        return read_object(tokens, at + 1) if follows == "up" else None
    if lemma == "dispose":
        return read_object(tokens, at + 1) if follows == "of" else None
    if lemma in ("exchange", "issue", "swap"):
        paid = tags.find("f", at, at + 12)
        item = read_object(tokens, paid + 1) if paid >= 0 else None
        if item and lemma != "issue" and item.owners and item.unit:
            # "swap its mine for Orrin's depot"
            return item
        if item is None or not item.targets:
            return None
        return item if item.has(tokens, _ALL_SHARES) or "S" in tags[paid : item.stop] else None
    if event.act == "pay":
        money = tags.find("M", at, at + 8)
        paid = tags.find("f", money, money + 4) if money >= 0 else -1
        if paid < 0 <= money and (kind := _PAID_IN.match(tags, money)):
            paid = kind.end() - 1
        if words[paid + 1 : paid + 2] in (["each"], ["every"]):
            return None
        return read_object(tokens, paid + 1) if paid >= 0 else None
    if event.act == "invest":
        into = tags.find("i", at, at + 6)
        return read_object(tokens, into + 1) if into >= 0 else None
    item = read_object(tokens, at)
    if event.act in ("gain", "cut", "hold"):
        return item if item and item.holding and item.has(tokens, STAKE_WORDS) else None
    return item


def buyer_behind(event: Event, tokens: Tokens) -> bool:
    """Whether who buys stands right behind the verb of selling, as its indirect object."""
    return event.act == "sell" and not event.noun and _TO_WHOM.match(tokens.tags, event.at + 1) is not None


def _taken_private(tokens: Tokens, at: int) -> Object | None:
    """What is taken private, "the company private" too."""
    if tokens.words[at + 1 : at + 3] in (["company", "private"], ["firm", "private"], ["group", "private"]):
        return Object(at, at + 2, pronoun=(at, at + 2))
    item = read_object(tokens, at)
    return item if item and tokens.words[item.stop : item.stop + 1] == ["private"] else None


def is_taken(tokens: Tokens, at: int) -> bool:
    """Whether "taken" means a takeover."""
    return tokens.words[at] == "taken" and tokens.words[at + 1 : at + 2] in (["over"], ["private"])
