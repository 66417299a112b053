"""Whether the sentences that tell of a deal speak for the stage that the record has, in whatever words.

Such a sentence settles nothing; but a word of another stage beside it, which may be of another deal or of an earlier
turn of this one, does not show the record to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.records import Deal
from summarizer.text.folding import folded
from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import PRINCIPALS
from summarizer.verifier.names import akin

_WORDS: Mapping[str, re.Pattern[str]] = {
    "closed": pattern(
        r"\b(?:(?:has|have|had|was|were)\s(?:since\s|later\s|just\s)?(?:acquired|bought|extended|invested|paid|put|raised|repaid|settled|sold"
        r"|taken)|it\s(?:acquired|bought|paid|sold)|later\ssold|paid\s[^\s]*\d|bought\sout|took\sits\s(?:holding|stake)"
        r"|(?:last|previous)\s(?:\w+\s)?(?:financing|refinancing|year[’']s\srefinancing))\b",
        re.IGNORECASE,
    ),
    "terminated": pattern(
        r"\b(?:abandon\w*|block\w*|cancel\w*|cold|collaps\w*|come\sto\snothing|could\snot|didn[’']t|dropp\w*|fail\w*|fend\w*\soff"
        r"|los(?:e|t)|passed|pull\w*|refus\w*|reject\w*|scrapp\w*|stopp\w*|turned\sdown|walk\w*\saway|with(?:drew|drawn))\b",
        re.IGNORECASE,
    ),
    "in_talks": pattern(
        r"\b(?:back\sat\sthe\stable|close\sto|in\sthe\scoming\sweeks|negotiat\w*|preferred\sbidder|talks|weigh\w*)\b",
        re.IGNORECASE,
    ),
    "agreed": pattern(
        r"\b(?:agreed|announced\sthe\s(?:purchase|sale)|awarded|(?:has|have)\s(?:ordered|signed|sold)|placed\san?\s(?:firm\s)?order"
        r"|will\s(?:acquire|be\s(?:bought|sold)|buy|pay|sell|set\sup))\b",
        re.IGNORECASE,
    ),
    "proposed": pattern(
        r"\b(?:bid|called\son|offer(?:ed|s)?|on\ssale|proposal|proposed|put\sup\sfor\ssale|will\spay|would)\b",
        re.IGNORECASE,
    ),
}


def may_be_at(case: Case, contrary: int) -> bool:
    """Whether a cited sentence that has the deal's target, its subject or its price has words for its stage, and is
    another one than that with the words that speak against it, at `contrary`."""
    deal = case.record
    assert isinstance(deal, Deal)  # noqa: S101
    spoken = _WORDS.get(deal.status)
    if spoken is None:
        return False
    index = case.index
    value = folded(deal.value.text) if deal.value is not None else ""
    parties = [party.name for party in deal.parties if party.role in PRINCIPALS]
    there = index.sentence_at(contrary)
    spoken_of = any(akin(name, one.text, index) for name in parties for one in index.names_of(there))
    for number in case.cited.numbers:
        if number == there and deal.status == "closed" and value:
            sentence = index.sentences[number - 1]
            ahead = index.text[sentence.start : contrary]
            if value in folded(ahead) and spoken.search(ahead) and ", and " in ahead:
                # "In 2019 it paid $9 million for Lund, and later it abandoned a bid for Tarn"
                return True
        if number == there or (number < there and spoken_of):
            # What comes after the deal's own sentence and speaks of its parties tells how it went on.
            continue
        sentence = index.sentences[number - 1]
        text = folded(sentence.text)
        own = (value and value in text) or (deal.subject and folded(deal.subject) in text)
        if not own:
            named = [name for name in parties if any(akin(name, one.text, index) for one in index.names_of(number))]
            own = len(named) > 1 or bool(named and deal.status == "terminated")
        if own and spoken.search(sentence.text):
            return True
    return False
