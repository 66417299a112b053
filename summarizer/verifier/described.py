"""Words that stand with a name and yet do not say what its bearer is: a job to come, that of the firm beside him,
or what only one of another sort can be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin
from summarizer.verifier.wording import STOP_WORDS

_TO_BE = pattern(
    r"\b(?:will|would|shall|(?:is|are|was|were|due|expected|set|slated)\s+to)\s+(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:be|become|serve\s+as|be\s+named|take\s+over\s+as)\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_IS_TO_BE = pattern(
    r"\b(?:will|would|shall|(?:is|are|was|were|due|expected|set|slated)\s+to)\s+(?:be|become|serve\s+as|be\s+named)\b"
    r"(?![^,;:]*(?:\bis\b|\bwas\b|\bwho\b|\bsa(?:id|ys)\b))",
    re.IGNORECASE,
)
_BARE_LINK = pattern(r"\s+(?:as\s+)?(?:an?|its|the|their)\s+(?:[\w’'-]+\s+){0,2}", re.IGNORECASE)
"""Between a name and what its bearer is to be, where the verb is not said again."""
_OPENS_PARENTHESIS = pattern(r"[A-Z][\w&.’'-]*\s*\(\Z")
_CLOSES_PARENTHESIS = pattern(r"\)[\s:,–—-]*")
_OF_WHAT = pattern(r"\s(?:at|for|from|in|of|to|that|which|who|with)\s|,")
_OF_PERSONS = word_set("""
    analyst ceo cfo chairman chairwoman chairperson chief cio cmo coo cto director economist officer president spokesman
    spokesperson spokeswoman strategist treasurer
""")
_OF_BODIES = word_set("""
    airline arm bank brokerage company consultancy division firm fund group insurer manufacturer retailer
    subsidiary unit
""")
_BEHIND_FIRM = pattern(r"\s*[,(–—-]\s*(?:the\s|its\s)?\Z")
_BODIES = frozenset({"company", "fund", "government", "media", "research_firm"})
_PAUSE = pattern(r"[;:.]\s|,\s(?!and\b)")
_LETTERS = pattern(r"[^\W\d_]+")
_SHORTEST, _BESIDE = 3, 120
_BEFORE_NAME = pattern(
    r"(?:,\s|\s|:\s|\s[–—-]\s|\s?\()(?:[“\"‘'<]|(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Judge)\.?\s){0,2}(?:the\s)?"
    r"(?:[A-Z][\w.’'-]*\s){0,2}"
)
_BEHIND_NAME = pattern(
    r"[”\"’'>]?(?:\s\([^()]{1,60}\))?(?:,\s\d{2})?(?:,|\s[–—-]|\s?\(|:|,?\s(?:is|was|are|were|became|remains|has\sbeen|its|their"
    r"|which|who|that|as|acted\sas|its|their)\b)[^;:.!?]{0,70}?\s?"
)
"""What stands between a name and what it is: an age, a bracket, then a comma, a copula or a relative pronoun, and words
that lead up to it: "Tarn (LSE: TRN), one of the oldest"."""
_REACH = 80
"""Characters before the words that are read."""


def tells_what_it_is(place: Place, forms: Sequence[str], index: Index) -> bool:
    """Whether words stand beside the party as what it is, in the form of such words: right before its name ("wire maker
    Tarn"), or behind it set off by a comma, a bracket or a copula ("Tarn, the wire maker,", "Tarn is a wire maker")."""
    said = index.text[slice(*place)]
    if not any(len(word) >= _SHORTEST and word.lower() not in STOP_WORDS for word in _LETTERS.findall(said)):
        return False
    for form in forms:
        at = index.text.find(form, max(0, place[0] - _BESIDE - len(form)))
        while 0 <= at < place[1] + _BESIDE:
            end = at + len(form)
            if at >= place[1] and _BEFORE_NAME.fullmatch(index.text, place[1], at):
                return True
            if end <= place[0] and _BEHIND_NAME.fullmatch(index.text, end, place[0]):
                return True
            at = index.text.find(form, end)
    return False


def lies_ahead(place: Place, forms: Sequence[str], index: Index) -> bool:
    """Whether the words say what somebody will be: "will be chief executive of the merged company"; "Roe will be
    chairman and Lund its chief executive"."""
    start = index.sentences[index.sentences_of(place)[0] - 1].start
    before = index.text[start : place[0]]
    if _TO_BE.search(before[-_REACH:]) is not None:
        return True
    for form in forms:
        at = before.rfind(form)
        if at >= 0 and _BARE_LINK.fullmatch(before, at + len(form)):
            verb = next(iter(_IS_TO_BE.finditer(before, max(0, at - 2 * _REACH), at)), None)
            return verb is not None and not _PAUSE.search(before, verb.end(), at)
    return False


def of_another_sort(description: str, kind: str) -> bool:
    """Whether a person is described as a firm is, or a firm as a person is: "chief executive", "a grain company"."""
    head = _OF_WHAT.split(description.strip(), maxsplit=1)[0].split()
    noun = head[-1].lower().strip("\"'’”") if head else ""
    return noun in (_OF_BODIES if kind == "person" else _OF_PERSONS if kind in _BODIES else ())


def stands_in_parentheses(place: Place, forms: Sequence[str], index: Index) -> bool:
    """Whether the words stand in parentheses behind somebody else and before the party: "Tarn (Broker) Ada Roe"."""
    text = index.text
    if not _OPENS_PARENTHESIS.search(text, max(0, place[0] - _REACH), place[0]):
        return False
    closing = _CLOSES_PARENTHESIS.match(text, place[1])
    return closing is not None and any(text.startswith(form, closing.end()) for form in forms)


def describes_firm(place: Place, forms: Sequence[str], index: Index) -> str | None:
    """The firm right before the words, which are set off from it and from the person's own name behind them."""
    text = index.text
    before = index.names_in((max(0, place[0] - _REACH), place[0]))
    if not before or not _BEHIND_FIRM.fullmatch(text, before[-1].end, place[0]):
        return None
    firm = before[-1]
    if name_kind(firm.text) == "place" or any(akin(form, firm.text, index) for form in forms):
        return None
    behind = text[place[1] :].lstrip(" ")[: max(map(len, forms))]
    if any(behind.startswith(form) for form in forms) or index.directory.is_person(firm.text):
        return None
    return firm.text
