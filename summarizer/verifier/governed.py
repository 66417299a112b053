"""Whether a named claimant governs what a claim states: it stands in his speech, or behind a word of telling that is
his ("Tarn expects", "according to Tarn", "Tarn data show"), or he is its own subject and tells it of himself ("Tarn
hopes to"). That a sentence only names him proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.records import Claim
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.speech import Speech
from summarizer.text.speech_words import ORGANISATION_NOUNS
from summarizer.verifier.case import Case
from summarizer.verifier.index import Index, names_in
from summarizer.verifier.names import akin
from summarizer.verifier.open_sources import only_describes
from summarizer.verifier.reach import within_reach
from summarizer.verifier.said import compared
from summarizer.verifier.speakers import names_its_speaker, spoken_by
from summarizer.verifier.wording import stems_of

_SHARE = 0.5
"""Share of a statement's words in the cited sentences that stand in what the claimant says, from which he says it."""
_TELLS = (
    r"announcements?|(?:article|data|estimates?|filing|forecasts?|letter|memo|note|poll|report|statement|study|survey)\b"
    r"|(?:acknowledg|admit|advis|aim|announc|anticipat|appeal|argu|assert|assum|blam|caution|claim|complain"
    r"|conced|conclud|consider|confirm|contend|criticis|criticiz|declar|declin|demand|deni|deny|disagre|disclos|dismiss|disput"
    r"|doubt|downgrad|estimat|expect|explain|fear|forecast|forese|hop|indicat|insist|intend|maintain|not|plan|plead"
    r"|pledg|predict|project|promis|propos|reckon|recommend|refus|reiterat|reject|remain|reveal|show|stat|stress|suggest"
    r"|think|upgrad|urg|view|vow|want|warn|welcom|worr)(?:e?d|e?s|ing)?|believed?s?|counts?|feels?|felt|finds?|found|held"
    r"|initiat(?:e[ds]?|ing)|report(?:ed|s|ing)|rul(?:ed|es)|said|saw|say(?:s|ing)?|sees?|set|signed|thought|told|tells?"
    r"|writ(?:es?|ing)|wrote"
)
_JUDGES = (
    r"(?:cut|increas|keep|kept|lift|lower|maintain|rais|slash|trim)\w*\s(?:[\w’']+\s){0,3}[“\"‘']?[\w-]*[”\"’']?\s?"
    r"(?:estimates?|forecasts?|guidance|outlook|projections?|rating|target|view)"
)
_TELLING = pattern(rf"\b(?:{_TELLS}|{_JUDGES})\b", re.IGNORECASE)
_ACCORDING = pattern(
    r"(?:\b(?:according\sto|as\sper|estimates?\s(?:by|from|of)|cited|cited\sby)|[,”\"’]\s(?:says?|said|argued|added))\s(?:the\s)?(?:[\w’'-]+\s){0,4}\Z",
    re.IGNORECASE,
)
"""What may stand right before whoever tells it."""
_STANDS_IN = pattern(
    rf"\b(?:according\sto\s(?:her|him|it|them)|he|his|it|its|she|her|they|their|the\s(?:[\w-]+\s)?"
    rf"(?:{'|'.join(sorted(ORGANISATION_NOUNS))}))\b",
    re.IGNORECASE,
)
_DONE_TO = pattern(r"\b(?:are|be|been|being|is|was|were)(?:\s\w+ly)?\s\Z", re.IGNORECASE)
"""Before what is said of somebody, and not by him: "Tarn was told"."""
_NEAR = 90
"""Characters between a name, or what stands for it, and its word of telling."""
_OPENING = 24
"""Characters of a statement within which its own subject begins."""


def governs(claim: Claim, speeches: Sequence[Speech], case: Case) -> bool:
    """Whether the cited sentences have the claimant tell what the claim states."""
    claimant, index = str(claim.claimant), case.index
    statement = compared(claim.statement)
    numbers = case.cited.numbers
    names = names_in(statement)
    there = _stems(index.sentences[number - 1].text for number in numbers)
    wanted = (stems_of(statement) & there) - stems_of(claimant) - _stems(name.text for name in names)
    wanted = wanted or stems_of(statement) & there
    if not wanted:
        return False
    fewest = _SHARE * len(wanted)

    def told_in(speech: Speech) -> bool:
        return len(wanted & _stems(index.text[slice(*piece)] for piece in speech.content)) >= fewest

    his = [speech for speech in speeches if speech.source is not None and spoken_by(claimant, speech, case)]
    if len(wanted & _stems(index.text[slice(*piece)] for speech in his for piece in speech.content)) >= fewest:
        return True
    others = [speech for speech in speeches if speech not in his and told_in(speech)]
    if any(_is_by_another(claimant, speech, case) for speech in others):
        return False
    if any(within_reach(claimant, speech.sentences, index) for speech in others):
        return True
    own = names and names[0].start <= _OPENING and akin(claimant, names[0].text, index)
    if own and _TELLING.search(statement, names[0].end):
        return True
    return any(len(wanted & index.stems(number)) >= fewest and _tells(claimant, number, case) for number in numbers)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(stems_of, texts))


def _is_by_another(claimant: str, speech: Speech, case: Case) -> bool:
    """Whether the words that give the speaker name somebody who is neither the claimant nor of his house."""
    index = case.index
    named = []
    if speech.source and not only_describes(speech.source, index):
        named = [name.text for name in index.names_in(speech.source) if name_kind(name.text) != "place"]
    if names_its_speaker(speech, case):
        named.append(str(speech.speaker))
    if speech.affiliation is not None and named:
        named.append(speech.affiliation)
    return bool(named) and not any(
        akin(claimant, one, index) or index.belongs(claimant, one) or index.belongs(one, claimant) for one in named
    )


def _tells(claimant: str, number: int, case: Case) -> bool:
    """Whether a word of telling stands behind the claimant's name in the sentence, or behind a word that may stand for
    him, or right before it."""
    index = case.index
    sentence = index.sentences[number - 1]
    named = [name for name in index.names_of(number) if akin(claimant, name.text, index)]
    if any(_is_telling(name.end, min(sentence.end, name.end + _NEAR), index) for name in named) or any(
        _ACCORDING.search(index.text, max(sentence.start, name.start - _NEAR), name.start) for name in named
    ):
        return True
    at = sentence.text.lower().find(claimant.lower())
    if at >= 0 and not any(name.text == claimant for name in named):
        start = sentence.start + at
        return (
            _is_telling(start + len(claimant), min(sentence.end, start + len(claimant) + _NEAR), index)
            or _ACCORDING.search(index.text, max(sentence.start, start - _NEAR), start) is not None
        )
    if named or not within_reach(claimant, (number,), index):
        return False
    return any(
        word.group().lower().startswith("according")
        or _is_telling(word.end(), min(sentence.end, word.end() + _NEAR // 2), index)
        for word in _STANDS_IN.finditer(index.text, sentence.start, sentence.end)
    )


def _is_telling(start: int, end: int, index: Index) -> bool:
    """Whether a word of telling stands there, of what somebody does and not of what is done to him."""
    return any(
        not _DONE_TO.search(index.text, max(0, word.start() - _NEAR), word.start())
        for word in _TELLING.finditer(index.text, start, end)
    )
