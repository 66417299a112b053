"""What several words together say of a deal's stage: that it is near, taken up, refused, paid for or brought down.

A list of cue words sees "agreement" in "nearing an agreement" and "purchase" in "blocked the purchase". Here the verb
and the noun for the deal are read as one stretch. Origin: the verbs with which business news begins and ends deals,
from the development articles, completed from the synonyms that dictionaries give for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.verifier.index import Index

Place = tuple[int, int]

_DEAL = (
    r"(?:accord|acquisition|agreement|buyout|combination|contract|deal|merger|pact|purchase|pursuit|sale|takeover"
    r"|tie-?up|transaction|venture|partnership|alliance)"
)
_OFFER = r"(?:offer|bid|proposal|approach|takeover|buyout|tender)"
_DOING = (
    r"(?:acquiring|buying|combining|investing|merging|purchasing|reaching|sealing|selling|signing|striking"
    r"|taking\sover)"
)
_INNER_PLAIN = (
    r"(?:(?!\b(?:and|bid|collapse|end|offer|plan|planned|possible|potential|proposal|proposed|talks|termination)\b)"
    r"[^;:,.]){0,40}?"
)
_WORD = r"(?:[\w$€£%.,&'’-]+\s)"

_NEARING = pattern(
    r"\b(?:(?:close|closer|near|nearer)\sto|nearing|nears|near|approaching|closing\sin\son|homing\sin\son"
    r"|(?:at|on)\s(?:the\s)?(?:verge|cusp|brink|point)\sof|within\s(?:reach|sight)\sof"
    rf"|working\s(?:on|toward|towards)|hammering\sout|negotiating|discussing)\s{_WORD}{{0,4}}?"
    rf"(?:{_DEAL}s?\b|{_DOING}\b)[^.;:,]*",
    re.IGNORECASE,
)
"""A deal that is near is not made."""
_TALKING = pattern(
    r"\b(?:talks|negotiations|discussions)\s(?:with\s[^.;:,]{1,50}?\s)?(?:to|on|about|over|for|regarding|toward|towards"
    r"|aimed\sat)\s(?:(?!\sand\s(?:ha[sd]|have|is|was|will|said)\b)[^;:,]){0,60}",
    re.IGNORECASE,
)
"""What talks are about is not made."""
_MEANT_TO = pattern(
    r"\b(?:aim|approach|attempt|bid|bidding|chance|consider|effort|favou?rite|front-?runner|hope|intend|intent|intention"
    r"|interest|interested|look|looking|may|might|need|offer|option|plan|planned|planning|position|proposal|propose"
    r"|propos(?:ed|ing)|right|seek|seeking|sought|tender|tried|try|trying|vie|vying|want|wish|wishes)(?:s|ed|ing)?\s"
    r"(?:\w+\s){0,3}?(?:to|in|of|at)\s(?:\w+ly\s)?(?:acquire|acquiring|buy|buying|purchase|purchasing|sell|selling|supply"
    r"|take\sover)\b",
    re.IGNORECASE,
)
"""What is only meant: "plans to sell" has sold nothing, nor agreed to."""
_ANNOUNCED = pattern(
    r"\b(?:announc(?:ed|es|ing)|approv(?:ed|es)|clear(?:ed|s))\s(?:an?|the|its|their|[\w. ]{2,30}['’]s?)\s"
    rf"{_INNER_PLAIN}\b(?:acquisition|agreement|collaboration|contract|deal|merger|partnership|purchase|sale|takeover)\b"
    r"(?!\s(?:bid|offer|plans?|proposal|talks))",
    re.IGNORECASE,
)
"""A deal that is announced or approved is more than spoken about."""
_PAST_TALKS = pattern(
    r"\b(?:after|following|capp\w+|conclud\w+|ended)\s(?:\w+\s){0,3}(?:talks|negotiations|discussions)\b", re.IGNORECASE
)
"""Talks that led to something, or to nothing."""
_AUTHORITY = (
    r"annulled|barred|block(?:s|ed)|derail(?:s|ed)|forb[ai]d(?:s|den)?|halt(?:s|ed)|kill(?:s|ed)|overturn(?:s|ed)"
    r"|prohibit(?:s|ed)|quash(?:es|ed)|scupper(?:s|ed)|scuttled?|struck\sdown|thwart(?:s|ed)|torpedo(?:es|ed)"
    r"|veto(?:es|ed)|voided"
)
_PARTY = (
    r"abandon(?:s|ed)|axe[ds]|back(?:s|ed)\sout\sof|call(?:s|ed)\soff|cancel(?:s|led|ed)|ditch(?:es|ed)|drop(?:s|ped)"
    r"|end(?:s|ed)|nix(?:es|ed)|pull(?:s|ed)\s(?:out\sof|the\splug\son)|rescind(?:s|ed)|scrap(?:s|ped)|shelve[ds]"
    r"|unw(?:inds|ound)|walk(?:s|ed)\saway\sfrom|withdr(?:aws|ew|awn)|terminate[ds]"
)
_STOPS = (
    r"and|but|that|which|who|while|after|when|as|ban|block|decision|ruling|veto|injunction|objections?|challenge"
    r"|attempts?|efforts?|hurdles?|opposition|order|suit|lawsuit|talks|to|on|against|from|with|unless|if|announcement|at|by|for|in|pending|trading|until"
)
_INNER = rf"(?:(?!\b(?:{_STOPS})\b)[^;:,]){{0,60}}?"
"""What may stand between the verb and the noun: one noun phrase, whatever names are in it."""
_TO_VERB = (
    r"(?:(?!\b(?:(?-i:and\s[a-z])|but|that|which|who|while|after|when|as|talks|may|might|could|would|can|will|not|never|\w+n['’]t|if"
    r"|unless|a\schallenge|an?\sattempt)\b)[^;:,]){0,70}?"
)
"""The same between the noun and its verb: "the agreement to buy … lapsed"."""
_ENDED = pattern(
    rf"\b(?:(?P<authority>{_AUTHORITY})|(?:{_PARTY}))\s{_INNER}"
    rf"\b(?:{_DEAL}|offer|bid|proposal|plans?|{_DOING})\b(?!\s(?:ban|fee|costs?|price|target|rules?|review|talks))",
    re.IGNORECASE,
)
"""Who ends or forbids what: "scrapped its plan to buy", "regulators blocked the purchase"."""
_FELL = pattern(
    rf"\b(?:{_DEAL}|float|flotation|listing|offer|bid|spin-?off|talks|negotiations|discussions|plans?)\b{_TO_VERB}\s"
    rf"(?:(?:was|were|been|is|are|got)\s(?:\w+ly\s)?(?P<authority>{_AUTHORITY}|{_PARTY}|off\b|dead\b)"
    r"|(?:has\s|have\s|had\s)?(?:lapse[ds]?|collapse[ds]?|fell\s(?:through|apart)|fallen\s(?:through|apart)|br(?:oke|oken)\s"
    r"(?:down|off|up)|unravel(?:s|led|ed)|founder(?:s|ed)|came\sto\snothing))\b",
    re.IGNORECASE,
)
"""What has come to an end: "the agreement to buy … lapsed", "the sale … was blocked"."""
_AGREED_OFF = pattern(
    r"\bagree(?:[ds]|ing)?\sto\s(?:\w+ly\s)?(?:abandon|axe|break\soff|call\soff|cancel|ditch|drop|end|halt|pull\sout\sof"
    r"|rescind|scrap|terminate|unwind|walk\saway\sfrom|withdraw)\s(?:(?!\b(?:and|but|that|which)\b)[^;:,]){0,60}?"
    rf"\b(?:{_DEAL}|offer|bid|proposal|plans?|talks|negotiations|discussions)\b",
    re.IGNORECASE,
)
"""What is agreed is the end of it: "agreed to end merger talks"."""
_GIVEN_UP = pattern(
    r"\b(?:no\slonger\s(?:intends?|plans?|wants?|seeks?|pursu\w+|interested|bidding|trying)"
    rf"|let(?:s|ting)?\s{_INNER}\blapse|(?:will|would|does|do|did)\snot\s(?:proceed|go\sahead|pursue)"
    r"|(?:ceased|discontinued|halted|stopped|suspended)\s(?:discussing|negotiating|seeking|soliciting)"
    r"|fail(?:s|ed)\s(?:in\s(?:its|their|an|the)\s(?:\w+\s){1,2})?to\s(?:acquire|agree|buy|merge|purchase|reach|take\sover|win)"
    r"|(?:end(?:s|ed)|expire[ds]|lapse[ds])\swithout\s(?:an?\s|any\s)?(?:accord|agreement|deal))\b",
    re.IGNORECASE,
)
_HANDED_BACK = pattern(
    r"\b(?:gave|given|gives|handed|hands|returned)\s(?:back\s)?(?:it|them|(?:all|its|the|their|those)\s(?:[\w-]+\s){0,2}(?:licen[cs]es?|rights))"
    r"(?:(?<=s)|\sback)\b",
    re.IGNORECASE,
)
"""What was licensed goes back: "returned the rights", "handed them back"."""
_REFUSED = pattern(
    r"\b(?:reject(?:s|ed)|rebuff(?:s|ed)|spurn(?:s|ed)|snub(?:s|bed)|turn(?:s|ed)\sdown|dismiss(?:es|ed)|refused"
    rf"|declined|not\saccept(?:ed)?)\s(?:as\s(?:\w+ly\s|too\s)?\w+\s)?{_INNER}\b{_OFFER}s?\b"
    rf"|\b{_OFFER}\b{_INNER}(?:,[^,;:]{{1,60}},)?\s(?:was|were|been)\s(?:rejected|rebuffed|spurned|turned\sdown)\b",
    re.IGNORECASE,
)
"""An offer that the other side does not take is no agreement."""
_ACCEPTED = pattern(rf"\baccept(?:s|ed)\s{_INNER}\b(?:{_OFFER}|deal|terms)s?\b", re.IGNORECASE)
_PAID = pattern(
    r"\b(?:paid|spent|shelled\sout|forked\sout|laid\sout)\s[^.;:,]{0,60}?(?:\.\d[^.;:,]{0,60}?)?"
    r"(?:\b(?:to\s(?:acquire|buy|purchase|take\s(?:over|control))|acquiring|buying|purchasing)\b"
    r"|\b(?:billion|million|bn|mln|m|crore)\sfor\s(?:the\s)?(?-i:[A-Z])\w+)",
    re.IGNORECASE,
)
"""Who paid to acquire, or paid millions for somebody, has acquired."""
_NOT_YET = pattern(
    r"\b(?:to|may|might|could|can|would|will|should|if|unless|whether|threaten\w*|risk\w*|not|never|n['’]t|without|before"
    r"|offer(?:s|ed)?|be|being|is|are|was|were)\s(?:have\s|be\s|been\s|yet\s|\w+ly\s)?\Z",
    re.IGNORECASE,
)
_EXERCISES = pattern(r"\bexercis(?:e|ed|es|ing)\s(?:an?|her|his|its|the|their)\s\Z", re.IGNORECASE)
"""What makes a right to buy more than a wish."""
_OF_ANOTHER = pattern(
    r"\b(?:earlier|previous(?:ly)?|prior|first|initial|original|past|rival|competing|another|other)\b", re.IGNORECASE
)
_TALKS = word_set("discussions negotiations talks")
_ENDINGS = word_set("""
    abandoned abandons annulled axed axes backed backs barred blocked blocks called calls canceled cancelled cancels
    derailed derails ditched ditches dropped drops ended ends forbad forbadden forbads forbid forbidden forbids halted
    halts killed kills nixed nixes overturned overturns prohibited prohibits pulled pulls quashed quashes rescinded
    rescinds scrapped scraps scuppered scuppers scuttle scuttled shelved shelves struck terminated terminates thwarted
    thwarts torpedoed torpedoes unwinds unwound vetoed vetoes voided walked walks withdrawn withdraws withdrew
""")
"""The first words of `_AUTHORITY` and `_PARTY`."""


class Stretch(NamedTuple):
    """What such words say, and where."""

    stage: str
    """`talks`, `past talks`, `meant`, `announced`, `off`, `refused`, `accepted`, `paid` or `returned`."""
    place: Place
    forbidden: bool = False
    """Whether somebody beside the deal ends it: a regulator, a court."""


def stretches(index: Index, numbers: Sequence[int]) -> list[Stretch]:
    """Those of these sentences."""
    return [one for number in numbers for one in index.read("stage phrases", number, _read)]


def hands_back(cue: Place, index: Index) -> bool:
    """Whether the act at `cue` is that of a licensee who gives a licence back."""
    return _HANDED_BACK.match(index.text, cue[0]) is not None


_STRETCHES: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = (
    ("talks", _NEARING, word_set("""
        approaching brink close closer closing cusp discussing hammering homing near nearer nearing nears negotiating
        point reach sight verge working
    """)),
    ("talks", _TALKING, _TALKS),
    ("past talks", _PAST_TALKS, _TALKS),
    ("meant", _MEANT_TO, word_set("""
        acquire acquiring buy buying purchase purchasing sell selling supply take
    """)),
    ("announced", _ANNOUNCED, word_set("announced announces announcing approved approves cleared clears")),
    ("off", _ENDED, _ENDINGS),
    ("off", _FELL, _ENDINGS | word_set("""
        broke broken came collapse collapsed collapses dead fallen fell foundered founders lapse lapsed lapses off
        unraveled unravelled unravels
    """)),
    ("off", _GIVEN_UP, word_set("""
        ceased discontinued ended ends expired expires failed fails halted lapse lapsed lapses longer not stopped
        suspended
    """)),
    ("returned", _HANDED_BACK, word_set("gave given gives handed hands returned")),
    ("off", _AGREED_OFF, word_set("agree agreed agreeing agrees")),
    ("refused", _REFUSED, word_set("""
        accept accepted declined dismissed dismisses rebuffed rebuffs refused rejected rejects snubbed snubs spurned
        spurns turned turns
    """)),
    ("accepted", _ACCEPTED, word_set("accepted accepts")),
    ("paid", _PAID, word_set("forked laid paid shelled spent")),
)  # fmt: skip
"""What such a stretch says, how it is written, and words of which it has one; a text without any is passed over."""


def _read(text: str, offset: int) -> Sequence[Stretch]:
    letters = letters_of(text)
    found = []
    for stage, written, telling in _STRETCHES:
        if telling.isdisjoint(letters):
            continue
        for match in written.finditer(text):
            ahead = text[max(0, match.start() - 40) : match.start()]
            if stage == "meant" and _EXERCISES.search(ahead):
                continue
            if stage in ("off", "refused", "accepted", "paid", "returned"):
                if written not in (_GIVEN_UP, _AGREED_OFF) and _NOT_YET.search(ahead):
                    continue
                if stage in ("off", "refused") and _OF_ANOTHER.search(f"{ahead[-16:]}{match.group()}"):
                    continue
            forbidden = bool(match.groupdict().get("authority"))
            found.append(Stretch(stage, (match.start() + offset, match.end() + offset), forbidden))
    return found
