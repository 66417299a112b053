"""The record of a bid that lost: what the article tells of the deal that the winner made says nothing against it."""

from __future__ import annotations

import re

from summarizer.records import Deal
from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin, same

_BIDDERS = frozenset({"acquirer", "investor", "licensee", "supplier"})
_LOSES = pattern(
    r"\b(?:also\s(?:bid|competed|offered|tendered)|beat(?:en|ing|s)?|(?:had|which|who)\s(?:bid|offered|quoted)|lost|losing|other\sbidders?"
    r"|outbid(?:ding)?|(?:chosen|picked|preferred|prevailed|selected|won)\s(?:ahead\sof|over)|runner-?up|unsuccessful\w*)\b",
    re.IGNORECASE,
)
"""Beside the name of one who bid in vain."""


def of_the_winner(place: Place, case: Case) -> bool:
    """Whether the words for a stage at `place` are of the deal that a rival of the record's bidder made: their sentence
    does not name the bidder, and names the rival, or another cited one has the bidder bid in vain."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    bidders = [party.name for party in deal.parties if party.role in _BIDDERS]
    if deal.status != "terminated" or not bidders or all(party.role != "rival" for party in deal.parties):
        return False
    own = set(index.sentences_of(place))

    def names_him(number: int) -> bool:
        return any(same(name, other.text, index) for name in bidders for other in index.names_of(number))

    if any(map(names_him, own)):
        return False
    rivals = [party.name for party in deal.parties if party.role == "rival"]
    if any(_is_given_to(rival, place, index) for rival in rivals):
        return True
    return any(names_him(number) and _LOSES.search(index.sentences[number - 1].text) for number in deal.evidence)


_PASSIVE = pattern(
    r"(?:\s\([^)]{1,20}\))?,?\s(?:(?:ha[ds]|have)\sbeen|was|were)\s"
    r"(?:(?:awarded|given|granted|handed)\s(?:an?|the)\s(?:[\w-]+\s){0,3})?\Z"
)
_TO = pattern(r"[^.;:]{0,120}\bto\s(?:the\s)?(?:[\w’'-]+\s){0,3}\Z")


def _is_given_to(rival: str, place: Place, index: Index) -> bool:
    """Whether the words tell what the rival was given: "Tarn has been awarded", "awarded the order to Tarn"."""
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    return any(
        akin(rival, name.text, index)
        and (
            _PASSIVE.fullmatch(index.text, name.end, place[0])
            if name.end <= place[0]
            else name.start >= place[1] and _TO.fullmatch(index.text, place[1], name.start)
        )
        for name in index.names_in((sentence.start, sentence.end))
    )
