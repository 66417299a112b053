"""Names that are no side of a deal where they stand: seats of companies, makes and models, what "non-" keeps out.

Origin: the ways in which newswires say where a company sits, and the determiners with which goods stand and companies
do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.name_forms import name_kind
from summarizer.text.patterns import pattern

_BASED = pattern(r"\s?-\s?based\b")
_STATE_BASED = pattern(r",? [A-Z][\w.]*(?: [A-Z][\w.]*)?\s?-\s?based\b")
_DETERMINER = pattern(r"\b(?:an?|the) \Z", re.IGNORECASE)
"""What stands before a town with its state: "the Dunmore, Oregon-based brewer"."""
_NOT_OF = ("non-", "non‑", "Non-")
_SOME_FIRM = pattern(r"\ban? (?:(?!company|firm)[\w-]+ ){0,3}\Z")
_FIRM_BEHIND = pattern(
    r" (?:(?:airline|bakery|bank|biotech|brewer|broker|carmaker|chipmaker|company|developer|distributor|drugmaker|firm"
    r"|insurer|lender|maker|manufacturer|producer|refiner|retailer|start-?up|supplier|utility)\b)(?!['’])"
)
"""A company told by where it is or whose it is: "a Dunmore biotech"."""
_NUMERAL_BEFORE = pattern(r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|dozens of) \Z")
_MODEL = pattern(r"(?:[A-Z]+-?\d|\d{2,}|.*\s\d{2,}\b)")
"""Letters with a number, as makers name their models."""
_REACH = 40
_SHORTEST = 3
_TOWN_BEFORE = pattern(r"\b(?:based|headquartered|located) in \Z")
_IN_BEFORE = pattern(r"\b(?:in|near|outside) \Z")
_STATE_BEHIND = pattern(r",\s(?:[A-Z][a-z]+|[A-Z]{2}|(?:[A-Z]\.){2})\b")
_DATELINE = pattern(r"(?:,[^\n]{2,40}?)? ?(?:\([A-Z][^()\n]{1,20}\) ?)?(?:--?|[\u2013\u2014]) ")
_COMPANY_BEHIND = pattern(
    r"['’]s (?:board|chief|shares|stock)\b| (?:agreed|announced|bought|merged|reported|said|says|sold|will)\b"
    r"| (?:[A-Z][\w&]*\s){0,3}(?:AG|Co|Corp|Group|Inc|Ltd|NV|Plc|PLC|SA)\b"
)
_MOST_MENTIONS = 20


def is_no_party(text: str, start: int, end: int) -> bool:
    """Whether the name at [start, end) stands there for a seat, a model that is counted, or what is left out."""
    before = text[max(0, start - _REACH) : start]
    if before.endswith(_NOT_OF) or _BASED.match(text, end):
        return True
    if text[end : end + 1] in (",", " ") and _STATE_BASED.match(text, end) and _DETERMINER.search(before):
        return True
    if _NUMERAL_BEFORE.search(before):
        return _MODEL.match(text, start, end) is not None
    return _FIRM_BEHIND.match(text, end) is not None and _SOME_FIRM.search(before) is not None


def is_seat(text: str, name: str) -> bool:
    """Whether a mention in `text` shows that a name is a town's, and none that it is a company's."""
    if len(name) < _SHORTEST or name.count(" ") > 1 or name_kind(name) != "other":
        return False
    town = False
    for at in _places(text, name):
        end = at + len(name)
        if _COMPANY_BEHIND.match(text, end):
            return False
        before = text[max(0, at - _REACH) : at]
        town = town or _TOWN_BEFORE.search(before) is not None
        town = town or (_STATE_BEHIND.match(text, end) is not None and _IN_BEFORE.search(before) is not None)
        town = town or text.startswith("-based", end)
    return town or any(
        (not at or text[at - 1] == "\n") and _DATELINE.match(text, at + len(name)) for at in _places(text, name.upper())
    )


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text as a whole one, as often as tells what it is."""
    at, count = text.find(word), 0
    while at >= 0 and count < _MOST_MENTIONS:
        if not (text[at - 1 : at].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()):
            count += 1
            yield at
        at = text.find(word, at + len(word))
