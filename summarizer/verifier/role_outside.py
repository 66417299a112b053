"""Who has nothing to do with a deal: whom the article keeps out of it, and what is only the name of a place."""

from __future__ import annotations

import re

from summarizer.text.name_words import NATIONALITIES
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.case import Case
from summarizer.verifier.index import Place
from summarizer.verifier.names import same
from summarizer.verifier.same_party import alike
from summarizer.verifier.wording import behind


def kept_out(name: str, case: Case) -> Place | None:
    """Where the article says that somebody has no part: "Dell is not a party", "was not involved in the talks"."""
    index = case.index
    for number in case.cited.numbers:
        if not index.negations(number) and not _EXCLUDING.search(index.sentences[number - 1].text):
            continue
        for other in index.names_of(number):
            if not same(name, other.text, index):
                continue
            start = index.sentences[number - 1].start
            leading = _LEFT_OUT.search(index.text[max(start, other.start - _REACH) : other.start])
            if leading is not None:
                return other.start - len(leading.group()), other.end
            following = list(behind(index.words(number), other.end, 9))
            low = [word.low for word in following]
            if not low or low[0] not in _IS or not {"not", "no", "never", "t"} & set(low[:4]):
                own = _OF_ITSELF.search(index.text, other.end, index.sentences[number - 1].end)
                if own is not None and not index.names_in((other.end, own.start())):
                    return other.start, own.end()
                continue
            part = next((word for word in following[1:] if word.low in _PART), None)
            if part is not None and part.low in ("part", "role") and not _OF_DEAL.match(index.text, part.end):
                part = None
            if part is not None and not any(mark in index.text[other.end : part.start] for mark in ",;:"):
                return other.start, part.end
    return None


_OF_ITSELF = pattern(
    r"\b(?:said|says|added|insisted|stressed)(?:\s\w+)?\s(?:that\s)?(?:it|they|he|she)\s(?:is|was|are|were|had|has|have|would|will)\s?"
    r"(?:not|n['’]t|never|no)\s(?:\w+\s){0,2}(?:involve[d]?|participat\w+|bidding|bidder|part(?:y)?)\b",
)
"""Behind a name, what its bearer says of itself: "said it was not involved"."""
_IS = word_set(
    "has is was were are isn wasn aren weren hasn had hadn does doesn did didn play plays played take takes took taking"
)
_PART = word_set("bid bidder bidding included involved part participant participate participating party role")
_OF_DEAL = pattern(
    r"[,.;]|\s(?:in|of|to)\s(?:the|this|that|any|either|its|these|those|such)\s(?:\w+\s){0,2}?(?:accord|acquisition|agreement|auction|bid"
    r"|bidding|consortium|contract|deal|merger|negotiations|offer|order|process|project|purchase|sale|takeover|talks|transaction"
    r"|venture)\b",
    re.IGNORECASE,
)
"""Behind "part" or "role": it is one in the deal."""
_EXCLUDING = pattern(r"\b(?:exclud(?:es|ing)|without)\b", re.IGNORECASE)
_LEFT_OUT = pattern(
    r"(?:\b(?:without\s(?:the\s)?(?:\w+\s)?(?:involvement|participation|consent|backing)\sof"
    r"|(?:does|do|did|will|would)(?:\snot|n['’]t)\s(?:include|involve|cover|concern)|exclud(?:es|ing)))\s\Z",
    re.IGNORECASE,
)
"""Before the name of somebody with whom the deal has nothing to do."""
_REACH = 60
"""Characters before a name in which such words are looked for."""


_WHERE = pattern(
    r"\b(?:(?<!government\s)(?<!ministry\s)(?<!province\s)(?<!state\s)(?<!city\s)(?<!republic\s)(?<!bank\s)of|in|near|at|across"
    r"|outside|around|throughout)\s(?:(?:the|central|eastern|northern|southern|western|downtown|suburban)\s)*\Z",
    re.IGNORECASE,
)


def mere_place(name: str, case: Case) -> Place | None:
    """Where the article says "in Oregon", if the party has a place's name and the cited sentences have it only so."""
    index = case.index
    if name_kind(name) != "place":
        return None
    found: Place | None = None
    for number in case.cited.numbers:
        start = index.sentences[number - 1].start
        for other in index.names_of(number):
            if not alike(name, other.text, index):
                continue
            leading = _WHERE.search(index.text[max(start, other.start - _REACH) : other.start])
            if leading is None:
                return None
            found = found or (other.start - len(leading.group()), other.end)
    return found


_ADJECTIVE = pattern(r"[A-Z][a-z]{2,}(?:ian|ean|ese|ish)\Z")
_OF_THERE = pattern(
    r"\s(?:[a-z-]+\s){0,2}?(?:activities|arm|assets|branch|brands?|business(?:es)?|division|firm|mines?|network|operations?"
    r"|plants?|stores|subsidiar(?:y|ies)|units?)\b"
)


def mere_adjective(name: str, case: Case) -> Place | None:
    """Where the article says "its Zambian unit", if the party bears a nationality for a name and the cited sentences
    have it only so."""
    index = case.index
    if " " in name or not (name.lower() in NATIONALITIES or _ADJECTIVE.match(name)):
        return None
    found: Place | None = None
    for number in case.cited.numbers:
        sentence = index.sentences[number - 1]
        at = sentence.text.find(name)
        while at >= 0:
            start = sentence.start + at
            noun = _OF_THERE.match(index.text, start + len(name), sentence.end)
            if noun is None:
                return None
            found = found or (start, noun.end())
            at = sentence.text.find(name, at + 1)
    return found


_REGULATOR = pattern(
    r"\b(?:regulators?|commission|agency|authority|authorities|bureau|court|department|tribunal|attorney\sgeneral|watchdog|trustbusters|ministry)\b",
    re.IGNORECASE,
)
_CLEARS = pattern(
    r"\b(?:approv\w+|authori[sz]ation|backing|nod|waiver|blessing|clear\w*|consent|objections?|permission|probe|review\w*|scrutiny)\s(?:by|from|of)\s"
    r"(?:(?:the|[a-z]+(?:\sand)?)\s){0,4}(?-i:(?:[A-Z][\w.]*\s){0,3})\Z",
    re.IGNORECASE,
)


def clears_it(name: str, case: Case) -> Place | None:
    """Where the deal is subject to the approval of a public body, or of who heads one, whom the record has in it."""
    index = case.index
    for number in case.cited.numbers:
        start = index.sentences[number - 1].start
        for place in _places(name, number, case):
            leading = _CLEARS.search(index.text[max(start, place[0] - _REACH) : place[0]])
            if leading is not None and (_REGULATOR.search(name) or _REGULATOR.search(leading.group())):
                return place[0] - len(leading.group()), place[1]
    return None


def _places(name: str, number: int, case: Case) -> list[Place]:
    """Where a sentence has the name, be it read as a name or not ("antitrust regulators")."""
    index = case.index
    sentence = index.sentences[number - 1]
    found = [(other.start, other.end) for other in index.names_of(number) if same(name, other.text, index)]
    at = index.text.find(name, sentence.start, sentence.end)
    return found or ([(at, at + len(name))] if at >= 0 else [])
