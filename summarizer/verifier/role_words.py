"""Words right before or behind a name that put its bearer beside a deal: a rival, an adviser, a regulator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.records import DealParty
from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import BESIDE, PRINCIPALS
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import same
from summarizer.verifier.wording import before, behind

_JOINING = ("", "and", "or", "&")
_APPOSITION = 50
"""Characters behind a name within which an inserted "a rival bidder" is looked for."""
_GOVERNING = word_set("advise advised advises advising counseled represented outbid")
"""Verbs among these words: who stands behind one is its object."""
_GAPPED = pattern(r"\s+by\b")
_REACH = 60
"""Characters before a name in which "adviser to" is looked for."""


def beside(party: DealParty, case: Case) -> tuple[str, Place] | None:
    """What words beside the name make of the party. That it competes with another says nothing of a bid: a competitor
    is a rival for the deal where its sentence speaks of bidding, or where the record calls it one."""
    found = _stands_beside(party.name, case)
    if found is None or found[0] != "competitor":
        return found
    numbers = case.index.sentences_of(found[1])
    bidding = any(word.low in _BIDDING for number in numbers for word in case.index.words(number))
    return ("rival", found[1]) if bidding or party.role == "rival" else None


_BIDDING = word_set("""
    auction beat beating bid bidder bidders bidding bids compete competed contender contest lost offer offered offers
    outbid outbidding suitor topped topping withdrew
""")


def _stands_beside(name: str, case: Case) -> tuple[str, Place] | None:
    """Whether words right before or behind the name put it beside the deal: a rival, an adviser, a regulator."""
    index = case.index
    for number in case.cited.numbers:
        names = index.names_of(number)
        for at, found in enumerate(names):
            if not same(name, found.text, index):
                continue
            first = at
            if _GAPPED.match(index.text, found.end):
                continue  # "Tarn is advised by Roe and Lund by Moss": Lund advises nobody
            while first > 0 and index.text[names[first - 1].end : names[first].start].strip(" ,") in _JOINING:
                first -= 1
            last = at
            while last + 1 < len(names) and index.text[names[last].end : names[last + 1].start].strip(" ,") in _JOINING:
                last += 1
            cue = _cue_beside(number, names[first], found, index) or _advises(number, names[first], names[last], index)
            if cue is not None and not (cue[0] == "adviser" and _is_client(names, at, first, last, index)):
                return cue
    return None


def _is_client(names: Sequence[NameSpan], at: int, first: int, last: int, index: Index) -> bool:
    """Whether the name is what "advised" before the list governs, though "advised" follows the list as well: "Roe
    advised Tarn and Moss advised Lund" has Tarn advise nobody. The last of such a list is who does."""
    if first != at and at == last:
        return False
    start = index.sentences[index.sentences_of((names[first].start, names[first].end))[0] - 1].start
    leading = _CLIENT.search(index.text[max(start, names[first].start - _REACH) : names[first].start])
    return leading is not None and not leading.group().rstrip().endswith(" by")


_ADVISES = pattern(
    r"\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:advising|acting\s(?:for|on)|working\s(?:for|with|on)|handling|representing"
    r"|running\sthe\s(?:auction|process|sale))\b|\s(?:advised|acted\s(?:for|on)|represented|handled)\b"
)
_HIRED = pattern(
    r"\b(?:hired|hires|retained|engaged|tapped|mandated|appointed)\s(?:(?:the|investment|law|bank|bankers?|firm|adviser|advisers)\s)*\Z"
)
_TO_ADVISE = pattern(
    r",?\s(?:to\s(?:advise|look|explore|find|handle|run|review|help|sell|work)|as\s(?:its\s|an?\s|financial\s)*advis)"
)


_CLIENT = pattern(
    r"\b(?:(?:advis[eo]rs?|counsel)\s(?:to|for|of)|advis(?:ing|es|ed)|representing|represents|represented|acting\sfor)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
"""Before the name of somebody who is advised; "advised by" is before who advises."""


def advised(name: str, case: Case) -> Place | None:
    """Where the article has somebody as the one who is advised, if nowhere beside his name as one who advises."""
    index = case.index
    beside = _stands_beside(name, case)
    if beside is not None and beside[0] == "adviser":
        return None
    for number in case.cited.numbers:
        start = index.sentences[number - 1].start
        for other in index.names_of(number):
            if not same(name, other.text, index):
                continue
            client = _CLIENT.search(index.text[max(start, other.start - _REACH) : other.start])
            if client is not None and not client.group().rstrip().endswith(" by"):
                return other.start - len(client.group()), other.end
    return None


def _advises(number: int, head: NameSpan, last: NameSpan, index: Index) -> tuple[str, Place] | None:
    """Whether those listed from `head` to `last` advise: by the verb behind the list, or by who hired them for what."""
    sentence = index.sentences[number - 1]
    behind_list = _ADVISES.match(index.text, last.end, sentence.end)
    if behind_list is not None:
        return "adviser", (head.start, behind_list.end())
    hired = _HIRED.search(index.text[max(sentence.start, head.start - 48) : head.start])
    if hired is not None and (aim := _TO_ADVISE.match(index.text, last.end, sentence.end)) is not None:
        return "adviser", (head.start, aim.end())
    return None


def _cue_beside(number: int, head: NameSpan, name: NameSpan, index: Index) -> tuple[str, Place] | None:
    """The word that does so: right before the first of the names listed together, or inserted right behind."""
    words = index.words(number)
    leading = before(words, head.start, 2)
    inserted = index.text[name.end : name.end + 2] == ", "
    following = behind(words, name.end, 4)
    comma = index.text.find(",", name.end + 2, name.end + _APPOSITION)
    for kind, telling in BESIDE.items():
        definite = kind not in PRINCIPALS or "the" in (word.low for word in before(words, head.start, 3)[:2])
        if kind in PRINCIPALS and leading and leading[-1].low == "of":
            # "the buyer of Norvane" is somebody else.
            definite = False
        if kind == "adviser" and leading and leading[-1].low in ("for", "of", "to"):
            definite = False  # "the adviser to Norvane" is somebody else
        if kind == "rival" and leading and leading[-1].low in ("for", "of", "to"):
            definite = False  # "the preferred bidder for Norvane": Norvane is what is bid for
        if kind == "adviser" and [word.low for word in leading[1:]] == ["by"] and leading[0].low in telling:
            return kind, (leading[0].start, name.end)
        for word in leading if definite else ():
            if word.low in telling - _GOVERNING and not any(
                mark in index.text[word.end : head.start] for mark in (",’'" if kind not in PRINCIPALS else "’'")
            ):
                return kind, (word.start, name.end)
        for at, word in enumerate(following):
            if word.low not in telling:
                continue
            passive = [one.low for one in following[at + 1 : at + 2]] == ["by"]
            apposed = inserted and comma > word.start and kind != "regulator" and not passive
            advising = kind == "adviser" and at <= 2 and following[min(at + 1, len(following) - 1)].low != "by"
            advising = advising and index.text[name.end : name.end + 1] not in ("'", "’")
            if kind in PRINCIPALS and (at != 1 or following[0].low != "the"):
                continue
            if apposed or advising:
                return kind, (name.start, word.end)
    return None
