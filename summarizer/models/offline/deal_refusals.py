"""What is worded like a deal and is none: goods bought, shares traded, holdings of long ago, deals of other years.

Origin of the lists: comparatives of English grammar, and the ways in which newswires count shares.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_mention import Found
from summarizer.models.offline.deal_objects import Object
from summarizer.models.offline.deal_signs import (
    COMMITTED,
    COUNTED,
    GOODS,
    LOOSE_LEMMAS,
    NO_UNITS,
    NOT_OWNED,
    NUMBERS,
    SELF_NOUNS,
    STAKES,
    WHOLE,
    YEAR,
)
from summarizer.models.offline.deal_stance import status_of
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import VERBS
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_LICENSED = re.compile(
    r"\b(?:licen[cs]e|permission|rights?)(?: \w+){0,2} to(?: \w+,?)?(?: (?:and|or|\w+,)(?: \w+)?){0,3}$"
    r"|\b(?:commerciali[sz]|design|develop|distribut|mak|manufactur|market|produc|promot)(?:e|es|s|ing)?,? (?:and|or)$"
)
_COMPARING = word_set("above below higher less lower more over premium under")
"""Words behind a percentage that make it a comparison."""
_DESCRIBED = re.compile(r",(?:d[^,;.VHBGAR]{1,7}|q)")
"""The head of an apposition or of a relative clause behind a name."""
_WHOSE = frozenset(["whose"])
_FIRMS = word_set("""
    broker builder business designer developer distributor division grower importer miner operator processor provider
    publisher refiner rival start-up startup subsidiary supplier unit wholesaler
""")
"""Nouns for a company beside those that stand for the one that is spoken of."""
_MADE_BY_DEAL = re.compile(
    r"\b(?:combined|enlarged|merged|new|newly[ -]formed|resulting|surviving) (?:bank|business|compan(?:y|ies)|concern"
    r"|entity|firm|group|lender|partnership)\b|\b(?:joint )?venture\b"
)
"""What comes to be by a merger or a joint venture, whose parts are shared out and not bought."""
_COUNTED_SHARES = re.compile(r"\b(?:\d[\d,.]*(?: mln| million)?|\w+ mln) (?:[\w\ue000 -]{1,30}? )?(?:shares|stock)\b")


def is_deal(
    event: Event, item: Object | None, found: Found, tokens: Tokens, *, lead: bool, is_person: Callable[[str], bool]
) -> bool:
    """Refuses goods that are bought, shares that are traded, and targets that are people."""
    if event.act == "merge":
        # "the combination of Tarn's drug with another"
        return item is None or tokens.tags[item.stop : item.stop + 1] != "x" or is_sure(found)
    if not found.targets and not item:
        return False
    if not found.sellers and any(is_person(name) for name in found.targets):
        return False
    if item is None:
        return True
    text = tokens.text(item.start, item.stop)
    around = tokens.text(max(0, event.chain - 2), min(len(tokens.words), item.stop + 30))
    share = share_of(tokens, item)
    if _MADE_BY_DEAL.search(tokens.text(item.start, item.stop + 2)) and (event.act == "hold" or "combined" in text):
        # "will own 54 pct of the combined company"
        return False
    if is_again(tokens, item):
        return bool(found.buyers or found.sellers)
    if item.holding and not item.unit and event.act in ("buy", "sell", "offer"):
        if event.act == "offer":
            return True
        if not item.targets and item.phrase and tokens.tags[item.phrase[1] - 1] not in "nkh":
            # "most of their chips"
            return False
        if tokens.tags[item.stop : item.stop + 1] == "x" and not is_sure(found):
            return False
        whole = WHOLE.search(text) or NOT_OWNED.search(tokens.text(item.stop, item.stop + 8))
        return share is not None or bool(whole or STAKES.search(text) or is_trade(tokens, item))
    goods = not item.unit and not is_sure(found) and GOODS.search(text)
    if not item.holding and (COUNTED.search(text) or goods):
        return False
    if event.act == "invest":
        money = tokens.tags[max(0, event.at - 3) : item.start]
        return is_sure(found) or "M" in money or share is not None or bool(item.holding)
    if item.targets and not item.holding and not item.unit:
        before = tokens.words[item.targets[0] - 1]
        if item.targets[0] > item.start and (before in NUMBERS or before[0].isdigit()):
            return False
    if event.act == "hold":
        named = bool(item.targets) or item.pronoun is not None
        return share is not None and named and _is_news(event, tokens, lead)
    if event.act in ("gain", "cut"):
        return share is not None or (item.own and STAKES.search(text) is not None and is_sure(found))
    if not item.targets and item.pronoun is None:
        if tokens.words[event.at] == "selling" and _are_any(tokens, item) and not found.buyers:
            # "by selling systems"
            return False
        if tokens.words[item.start] in ("another", "any", "other"):
            return False
        rumored = status_of(event, tokens, item.stop) == "rumored"
        if rumored and not (found.buyers and found.sellers) and not item.own:
            return False
        if found.buyers and found.sellers and tokens.words[event.at].startswith("acqui") and item.phrase:
            # "acquired six tankers from Orrin"
            return True
        return item.unit or _is_company_phrase(tokens, item) or _is_own_thing(tokens, item, found)
    if (
        not event.noun
        and event.act != "offer"
        and (verb := VERBS.get(tokens.words[event.at])) is not None
        and verb.lemma in LOOSE_LEMMAS
        and not item.unit
        and not item.pronoun
    ):
        sure = is_sure(found)
        paid = "\ue001" in around or COMMITTED.search(around) is not None
        if tokens.tags[item.stop : item.stop + 1] == "x" and not sure:
            return False
        both = bool(found.sellers and found.buyers)
        told = lead and (
            event.speaker is not None or (found.buyers and (_is_full_name(item, tokens) or _is_described(item, tokens)))
        )
        return sure or both or paid or told or item.own
    return True


def _are_any(tokens: Tokens, item: Object) -> bool:
    """Whether an object is one plural word, with nothing that says which."""
    return item.phrase is not None and item.phrase[1] - item.phrase[0] == 1 and tokens.words[item.phrase[0]][-1] == "s"


def _is_full_name(item: Object, tokens: Tokens) -> bool:
    """Whether the target is named with several words, none a number: "Lund Bakeries", not "Lund" or "Lund 8"."""
    names = [tokens.skeleton.names.get(tokens.at[place]) for place in item.targets]
    return all(name is not None and " " in name.text and not any(map(str.isdigit, name.text)) for name in names)


def _is_described(item: Object, tokens: Tokens) -> bool:
    """Whether words around a target's name say that it is a company: "payments start-up Lund", "Lund, a lender"."""
    first = item.targets[0]
    before = tokens.words[item.start : first]
    if any(_is_firm(word) for word in before[-1:]) or any(word.endswith("-based") for word in before):
        return True
    behind = _DESCRIBED.match(tokens.tags, item.targets[-1] + 1)
    return behind is not None and any(
        _is_firm(word) or word in _WHOSE for word in tokens.words[behind.start() : behind.end()]
    )


def _is_firm(word: str) -> bool:
    return word in SELF_NOUNS or word in _FIRMS or word.endswith(("maker", "makers"))


def is_sure(found: Found) -> bool:
    """Whether a target is a company by its name."""
    return any(name_kind(name) == "company" for name in found.targets)


def _is_news(event: Event, tokens: Tokens, lead: bool) -> bool:
    """Whether a holding is told as news: one to come, or one that its owner says it has at the top of a report."""
    stance = tokens.text(event.chain, event.at)
    if re.search(r"\b(?:will|would|now)\b", stance):
        return True
    if event.speaker is None or event.subject is None or event.subject == event.speaker:
        return False
    return lead or tokens.tags[slice(*event.subject)] == "I"


def is_history(event: Event, tokens: Tokens, reading: Reading) -> bool:
    """Whether a year beside the event lies well before the article's own."""
    low, high = tokens.at[max(0, event.at - 12)], tokens.end[min(len(tokens.end) - 1, event.at + 20)]
    for place, date in tokens.skeleton.dates.items():
        if low <= place <= high:
            years = YEAR.findall(reading.text[date.start : date.end])
            if years and (newest := reading.newest_year) and max(map(int, years)) < newest - 1:
                return True
    return False


def is_made(event: Event, tokens: Tokens) -> bool:
    """Whether what is sold is what somebody makes: "rights to make and sell a drug", "will develop and sell a drug"."""
    return event.act == "sell" and _LICENSED.search(tokens.text(max(0, event.at - 9), event.at)) is not None


def is_again(tokens: Tokens, item: Object) -> bool:
    """Whether an object is "the shares", "the stake" that were spoken of."""
    return (
        not item.targets
        and item.phrase is None
        and item.pronoun is None
        and item.holding
        and item.stop - item.start < 4
        and tokens.words[item.start] in ("the", "these", "those")
        and tokens.tags[item.stop - 1] == "h"
    )


def is_trade(tokens: Tokens, item: Object) -> bool:
    """Whether an object is a number of shares with no word that makes them a part of the company."""
    text = tokens.text(item.start, item.stop)
    return (
        item.holding
        and share_of(tokens, item) is None
        and _COUNTED_SHARES.search(text) is not None
        and not WHOLE.search(text)
        and not STAKES.search(text)
    )


def _is_company_phrase(tokens: Tokens, item: Object) -> bool:
    phrase = item.phrase
    return phrase is not None and tokens.tags[phrase[1] - 1] in "nk"


def _is_own_thing(tokens: Tokens, item: Object, found: Found) -> bool:
    """Whether somebody sells one thing of its own to somebody who is named: "its foundry", not "its chips"."""
    if not (item.own and item.phrase and found.buyers and found.sellers):
        return False
    head = tokens.words[item.phrase[1] - 1]
    return tokens.tags[item.phrase[1] - 1] == "x" and not head.endswith("s") and head not in NO_UNITS


def share_of(tokens: Tokens, item: Object) -> float | None:
    """The percentage that an object names, or that stands right behind it; 100 for all of it, None without one."""
    for place in range(item.start, min(item.stop + 12, len(tokens.tags))):
        if tokens.tags[place] in ".;" or (place >= item.stop and tokens.tags[place] in "fmq"):
            break
        if tokens.tags[place] == "S":
            if tokens.words[place + 1 : place + 2] and tokens.words[place + 1] in _COMPARING:
                return None
            amount = tokens.skeleton.amounts.get(tokens.at[place])
            return float(amount.value) if amount else None
    return None
