"""Names that are no side of a deal where they stand: seats of companies, makes and models, what "non-" keeps out.

Origin: the ways in which newswires say where a company sits, and the determiners with which goods stand and companies
do not.
"""

from __future__ import annotations

import re

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
_STATE = r",\s(?:[A-Z][a-z]+|[A-Z]{2}|(?:[A-Z]\.){2})\b"
_FORM = r"(?:AG|Co|Corp|Group|Inc|Ltd|NV|Plc|PLC|SA)\b"
_DATELINE = r"(?:,[^\n]{2,40}?)? ?(?:\([A-Z][^()\n]{1,20}\) ?)?(?:--?|[\u2013\u2014]) "
_DOES = r"(?:agreed|announced|bought|merged|reported|said|says|sold|will)\b"


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
    told = re.escape(name)
    town = rf"\b(?:(?:based|headquartered|located) in {told}\b|(?:in|near|outside) {told}{_STATE}|{told}-based\b)"
    dateline = rf"(?:\A|\n){re.escape(name.upper())}{_DATELINE}"
    if not re.search(town, text) and not re.search(dateline, text):
        return False
    company = rf"\b{told}(?:'s (?:board|chief|shares|stock)\b| {_DOES}| (?:[A-Z][\w&]*\s){{0,3}}{_FORM})"
    return not re.search(company, text)
