"""The record of a bid that lost: what the article tells of the deal that the winner made says nothing against it."""

from __future__ import annotations

import re

from summarizer.records import Deal
from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.index import Place
from summarizer.verifier.names import akin

_BIDDERS = frozenset({"acquirer", "investor", "licensee", "supplier"})
_LOSES = pattern(
    r"\b(?:also\s(?:bid|competed|offered|tendered)|beat(?:en|ing|s)?|(?:had|which|who)\s(?:bid|offered|quoted)|lost|losing|other\sbidders?"
    r"|outbid(?:ding)?|(?:chosen|picked|preferred|prevailed|selected|won)\s(?:ahead\sof|over)|runner-?up|unsuccessful\w*)\b",
    re.IGNORECASE,
)
"""Beside the name of one who bid in vain."""


def of_the_winner(place: Place, case: Case) -> bool:
    """Whether the words for a stage at `place` are of the deal that a rival of the record's bidder made: their sentence
    does not name the bidder, and another cited one has him bid in vain."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    bidders = [party.name for party in deal.parties if party.role in _BIDDERS]
    if deal.status != "terminated" or not bidders or all(party.role != "rival" for party in deal.parties):
        return False
    own = set(index.sentences_of(place))

    def names_him(number: int) -> bool:
        return any(akin(name, other.text, index) for name in bidders for other in index.names_of(number))

    if any(map(names_him, own)):
        return False
    return any(names_him(number) and _LOSES.search(index.sentences[number - 1].text) for number in deal.evidence)
