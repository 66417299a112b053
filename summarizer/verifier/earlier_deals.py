"""Acts that are told beside a deal and show nothing of it: an earlier purchase by who sells now, or one that only says
since when something is so, and what is told of somebody who is no party."""

from __future__ import annotations

import re

from summarizer.records import Deal, DealParty
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin

_ASIDE = pattern(
    r"(?:,\s(?:which|who)\s(?:had\s)?|\b(?:after|since|until)\s(?:it|they|he|she)\s(?:had\s(?:been\s)?|was\s|were\s)?)\Z"
)
"""Before an act that is told aside: "Tarn, which bought Lund in 2019", "the largest since it was bought by Tarn"."""
_BEFORE = 24
_YEAR = pattern(r"[^;:.—–]{0,100}?\bin\s(?:\w+\s)?((?:19|20)\d\d)\b")
_BOUGHT_BEFORE = pattern(r",\s(?:which|who)\s(?:had\s)?(?:acquired|bought|holds|owned|owns|purchased)\b")
_UNNAMED = pattern(r"(?:an?|another|one|some|several|the|two|three)\s[a-z]")


def is_earlier(cue: Place, deal: Deal, index: Index) -> bool:
    """Whether the act at `cue` is told aside, of a year in which nothing of the record's deal is dated."""
    if not _ASIDE.search(index.text, max(0, cue[0] - _BEFORE), cue[0]):
        return False
    year = _YEAR.match(index.text, cue[1])
    if year is None:
        return False
    dated = {day.year for date in deal.dates for day in (date.when.earliest, date.when.latest) if day is not None} | {
        int(found) for date in deal.dates for found in re.findall(r"\b(?:19|20)\d\d\b", date.when.text)
    }
    return int(year[1]) not in dated


def says_nothing_of(party: DealParty, place: Place, index: Index) -> bool:
    """Whether the act at `place` leaves the party's role open: it does not name one who has no name, or tells that the
    seller bought what it now sells."""
    text = index.text[slice(*place)]
    if party.role == "seller" and _BOUGHT_BEFORE.search(text):
        return True
    return (
        _UNNAMED.match(party.name) is not None
        and party.name not in text
        and not any(akin(party.name, name.text, index) for name in index.names_in(place))
    )
