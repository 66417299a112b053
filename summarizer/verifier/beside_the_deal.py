"""Words for a stage that are not of the deal at hand: talks that are agreed to, a bid that failed, a rival's end."""

from __future__ import annotations

import re

from summarizer.records import Deal
from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import PRINCIPALS
from summarizer.verifier.index import Index, Place
from summarizer.verifier.same_party import means

_TO_TALK = pattern(
    r"agree(?:d|s)?(?:\sto)?\s(?:(?:\w+\s)?to\s)?(?:\w+ly\s)?(?:allow|continue|discuss|explore|hold|let|meet|negotiate|open|permit"
    r"|resume|start|talk)\b",
    re.IGNORECASE,
)
_FENDED = pattern(
    r"\b(?:beat|beats|beating|beaten|fend(?:s|ed|ing)?|fights?|fighting|fought|stav(?:es|ed|ing)|ward(?:s|ed|ing)?)"
    r"(?:\s(?:back|off))?\s(?:an?|its|the|their)?\s?(?:[\w-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_ENDS = pattern(r"(?:br(?:oke|eak|oken)|call(?:ed|s)?)\soff|ended\stalks", re.IGNORECASE)
_WITH = pattern(r"[^.;:,]{0,40}\bwith\s(?:the\s)?\Z")
_DATING = pattern(
    r"\b(?:close[ds]?|closing|day|month|price|session|week)\b[^.;:]{0,60}?"
    r"\b(?:ahead\sof|before|prior\sto|since|until)\s(?:(?:any|first|its|news|of|public|reports|such|takeover|the|their|word)\s)*\Z",
    re.IGNORECASE,
)
"""Before the name of a stage that only says which day's price is meant: "the day before talks were reported"."""
_WITHIN = 80
"""Characters behind the words for an end within which those are named with whom it ends."""
_FAR = 140


def agrees_to_talk(place: Place, index: Index) -> bool:
    """Whether what is agreed is to talk or to look at the books, and no deal: "agreed to permit a review"."""
    return _TO_TALK.match(index.text, place[0]) is not None


def fended_off(place: Place, index: Index) -> bool:
    """Whether a bid is named as one that has failed: "fought off a hostile takeover bid"."""
    return _FENDED.search(index.text, max(0, place[0] - _WITHIN), place[0]) is not None


def dates_a_price(place: Place, index: Index) -> bool:
    """Whether an earlier stage is named only to say since when, or which day's price: "the close before the bid"."""
    start = index.sentences[index.sentences_of(place)[0] - 1].start
    return _DATING.search(index.text, max(start, place[0] - _FAR), place[0]) is not None


def ended_with_others(place: Place, case: Case) -> bool:
    """Whether talks end with somebody who is no side of the deal, as with a rival: "broke off talks with Roe"."""
    deal, index = case.record, case.index
    if not isinstance(deal, Deal) or not _ENDS.match(index.text, place[0]):
        return False
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    following = index.names_in((place[1], min(sentence.end, place[1] + _WITHIN)))
    if not following or not _WITH.match(index.text[place[1] : following[0].start]):
        return False
    sides = [party.name for party in deal.parties if party.role in PRINCIPALS]
    return bool(sides) and not any(means(name, following[0].text, index) for name in sides)


def is_apposition(name: NameSpan, place: Place, index: Index) -> bool:
    """Whether a name only says who the one before it is, who does what `place` says: "a rival, Roe, dropped out"."""
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    return index.text[name.end : place[0]] == ", " and "," in index.text[sentence.start : name.start]
