"""What stands beside a name that tells what its bearer is: appositions, nouns before it, verbs of people's lives.

Origin of the lists: what newswires call funds, research houses, unions and people at their first mention; verbs that
only people do; kin. General English, none of them an article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.models.offline.reading import Reading
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, JOB_HEADS, ORGANISATION_NOUNS

_APPOSED = r"(?:\s[IVX]{1,4})?,\s(?:an?|another|the|its|one\sof(?:\sthe)?)\s(?:(?!(?:by|from|of)\s)[\w’'&-]+\s){0,5}?"
_NUMERALS = frozenset({" i", " v", " x"})
"""How the number behind a name begins, before the comma: "Tarn Row IV, a fund"."""
_FUND_NOUNS = (
    r"(?:activist\s(?:fund|investor|shareholder)|asset\smanager|buyout\s(?:firm|fund|group|house)|family\soffice|fund|"
    r"hedge\sfund|investment\s(?:firm|fund|manager|trust|vehicle)|money\smanager|pension\s(?:fund|manager|plan|scheme)|"
    r"private[\s-]equity\s(?:firm|fund|group|house|investor)|venture(?:[\s-]capital)?\s(?:firm|fund|investor))\b"
)
_RESEARCH_NOUNS = (
    r"(?:advisory\sfirm|analytics\s(?:company|firm)|consultancy|consulting\sfirm|data\s(?:company|firm|provider)|forecaster|"
    r"market\sresearcher|proxy\sadvis[eo]r|rat(?:ing|er)s?\s(?:agency|firm)|"
    r"research\s(?:company|firm|group|house|institute|provider)|think[\s-]tank)\b"
)
_GROUP_NOUNS = (
    r"(?:advocacy\sgroup|association|charity|coalition|consortium|federation|industry\s(?:body|group)|lobby(?:\sgroup)?|"
    r"non-?profit|trade\s(?:association|body|group|union)|union)\b"
)
_BEHIND = {
    "fund": pattern(_APPOSED + _FUND_NOUNS, re.IGNORECASE),
    "research_firm": pattern(_APPOSED + _RESEARCH_NOUNS, re.IGNORECASE),
    "group": pattern(_APPOSED + _GROUP_NOUNS, re.IGNORECASE),
}
_AHEAD = {
    "fund": pattern(_FUND_NOUNS + r"\s\Z", re.IGNORECASE),
    "research_firm": pattern(_RESEARCH_NOUNS + r"\s\Z", re.IGNORECASE),
    "group": pattern(_GROUP_NOUNS + r"\s\Z", re.IGNORECASE),
}
_AHEAD_ENDS = word_set("""
    adviser advisor agency association body charity coalition company consultancy consortium federation firm forecaster
    fund group house institute investor lobby manager nonprofit office plan provider researcher scheme shareholder tank
    trust union vehicle
""")
"""What the phrases end in: looked at first."""
_BACKERS = pattern(
    r"\b(?:[Ee]xisting|[Nn]ew|other|previous|returning)\s(?:backers?|investors?)\s(?:[A-Z][\w&’'-]*,?\s(?:and\s)?){0,6}\Z"
)
"""Who puts money into rounds: "existing investors Tarn Row and Lund"."""
_LIVES = pattern(
    r",\swho\b|,\s\d\d,|,\s(?:now|formerly|then)\s(?:an?|at|of|the|with)\b|,?\s(?:himself|herself)\b"
    r"|\s(?:joined|left|pleaded|resigned|retired|stepped|succeed(?:ed|s)|took\sover|testified)\b"
    r"|\s(?:was|were|has\sbeen|will\sbe)\s(?:appointed|arrested|charged|convicted|fired|hired|named|ousted|promoted|"
    r"sentenced)\b|\swill\s(?:become\s(?:chair|chief|its|president|the)|join|serve|step|succeed)\b"
)
"""What only people do, behind a name."""
_KIN = r"aunt|brother|daughter|father|heir|heiress|husband|mother|nephew|niece|sister|son|uncle|widow|wife"
_CALLED = (
    r"actor|actress|arbitrageur|billionaire|celebrity|convener|driver|entrepreneur|farmer|financier|magnate|millionaire|"
    r"mogul|nurse|pilot|raider|singer|teacher|tycoon|worker"
)
_FIRMS_JOBS = word_set(
    "adviser advisor broker consultant host investor investors leader owner partner principal trader"
)
"""Jobs that firms have too."""
_PERSON_AHEAD = pattern(
    rf"(?:\b(?:{alternatives(JOB_HEADS - ORGANISATION_NOUNS - BODY_NOUNS - _FIRMS_JOBS)}|{_KIN}|{_CALLED}),?"
    r"|\b(?:appointed|named|ousted|promoted|succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|took\sover(?:\s\w+){0,4}\sfrom|"
    r"the\slate))\s\Z",
    re.IGNORECASE,
    look=True,
)
"""What leads to a person's name."""
_WINDOW = 60
_LOOKED_AT = 8
_PRONOUNS, _IT = pattern(r"\b(?:he|she)\b"), pattern(r"\bits?\b")
_FAR = 120
_SURE = 2
"""By how many "he" and "she" must outnumber "it" behind a name."""


def kind_beside(places: Sequence[int], reading: Reading) -> str | None:
    """ "fund", "research_firm" or "group" where words beside a mention say so, else None."""
    text = reading.text
    for at in places[:_LOOKED_AT]:
        end = reading.end_of(at)
        if text[end : end + 1] == "," or text[end : end + 2].lower() in _NUMERALS:
            for kind, behind in _BEHIND.items():
                if behind.match(text, end, end + _FAR):
                    return kind
        before = text[max(0, at - _WINDOW) : at]
        last = before.rsplit(None, 1)[-1:] if before[-1:].isspace() else []
        if last and last[0].rpartition("-")[2].lower() in _AHEAD_ENDS:
            for kind, ahead in _AHEAD.items():
                if ahead.search(before):
                    return kind
        if "nvestor" in before or "acker" in before:
            return "fund" if _BACKERS.search(before) else None
    return None


def lives(places: Sequence[int], reading: Reading) -> bool:
    """Whether words beside a name that may be a person's show that it is one's."""
    balance = 0
    for at in places[:_LOOKED_AT]:
        end = reading.end_of(at)
        if _LIVES.match(reading.text, end) or _PERSON_AHEAD.search(reading.text, max(0, at - _WINDOW), at):
            return True
        behind = reading.text[end : end + _FAR].partition("\n")[0]
        balance += len(_PRONOUNS.findall(behind)) - len(_IT.findall(behind))
    return balance >= _SURE
