"""Acts of a cited sentence that show nothing of a party's part in the deal of the record: they do not name the party,
or tell that it bought what it now sells."""

from __future__ import annotations

from summarizer.records import DealParty
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin

_BOUGHT_BEFORE = pattern(r",\s(?:which|who)\s(?:had\s)?(?:acquired|bought|holds|owned|owns|purchased)\b")

_UNNAMED = pattern(r"(?:an?|another|one|some|several|the|two|three)\s[a-z]")


def says_nothing_of(party: DealParty, place: Place, index: Index) -> bool:
    """Whether the act at `place` leaves the party's role open."""
    text = index.text[slice(*place)]
    if party.role == "seller" and _BOUGHT_BEFORE.search(text):
        return True
    return (
        _UNNAMED.match(party.name) is not None
        and party.name not in text
        and not any(akin(party.name, name.text, index) for name in index.names_in(place))
    )
