"""The words that tell a deal's stage, where they stand, and whether a statement has the deal at another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from summarizer.text.patterns import pattern
from summarizer.text.phrases import PhraseList, word_set
from summarizer.verdicts import Finding
from summarizer.verifier.deal_words import (
    ACT_EXCLUDES,
    DEALING,
    PENDING,
    STATUS,
    STRONG,
)
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import likely_sentences
from summarizer.verifier.notes import find
from summarizer.verifier.relations import Joined, kindred
from summarizer.verifier.same_party import alike
from summarizer.verifier.wording import stems_of

_OF_PAYMENTS = frozenset({"charge", "charges", "clause", "fee", "fees", "payment", "payments", "right", "rights"})
"""Behind "termination" these make it one that may come."""
_OF_SHARES = frozenset({"at", "down", "higher", "lower", "unchanged", "up"})
"""Words behind "closed" that make it the close of trading."""


@lru_cache(maxsize=64)
def _list(phrases: tuple[str, ...]) -> PhraseList:
    return PhraseList(dict.fromkeys(phrases, "cue"))


def cues(phrases: Iterable[str], index: Index, numbers: Iterable[int]) -> list[Place]:
    """Where these sentences have one of the phrases; negated ones and the close of trading are left out."""
    found = []
    listed = _list(tuple(phrases))
    for number in numbers:
        sentence = index.sentences[number - 1]
        for place in index.phrases(listed, number):
            following = index.text[place[1] : min(sentence.end, place[1] + 16)].split()[:1]
            if index.text[place[0] : place[1]].lower() == "closed" and _OF_SHARES.issuperset(following or "?"):
                continue
            if following and following[0].strip(",.;").lower() in _OF_PAYMENTS:
                continue
            if _is_no_act(place, sentence.start, index):
                continue
            softened = (*index.negations(number), *(cue for cue in index.hedges(number) if cue.sense == "possible"))
            if not any(0 <= place[0] - cue.end <= (24 if cue.sense != "possible" else 8) for cue in softened):
                found.append(place)
    return found


_SIGNS = frozenset({"sign", "signs"})
_OF_A_SIGN = pattern(r"\s(?:of|that)\b", re.IGNORECASE)
_OBLIGED = pattern(r"\b(?:(?:has|have|having|had|needs?|required|yet)\sto|must)\s(?:\w+ly\s)?\Z", re.IGNORECASE)
_SHUT = pattern(
    r"\s(?:(?!(?:of|on)\b)[\w-]+\s){1,3}?(?:branch(?:es)?|deficits?|depots?|doors?|factor(?:y|ies)|farms?|gaps?|mills?|mines?"
    r"|offices?|plants?|refiner(?:y|ies)|restaurants?|shops?|sites?|stores?|warehouses?|yards?)\b"
    r"(?!\s(?:acquisition|deal|disposal|purchase|sale|takeover|transaction)\b)",
    re.IGNORECASE,
)
"""What is closed and no deal: "will close a depot"."""
_CONSENTING = frozenset({"agree", "sign", "win"})
_PARTICIPLES = frozenset({"abandoned", "canceled", "cancelled", "collapsed", "completed", "scrapped", "withdrawn"})
_ATTRIBUTIVE = pattern(r"(?:\b(?:its|their|his|her|the|an?|of|for|from|some|\d+)|['’]s?)\s\Z", re.IGNORECASE)
_NOUNS_OF_DEALS = word_set(
    "acquisition alliance float flotation ipo listing merger plan plans partnership sale takeover talks tie-up"
)


def _is_no_act(place: Place, start: int, index: Index) -> bool:
    """Whether the word is no act of a deal: "a sign of strength", what somebody "would have to agree" to, the things
    that a participle describes ("its scrapped cars"), a factory that is closed."""
    word = index.text[slice(*place)].lower()
    if word in _SIGNS:
        return bool(_OF_A_SIGN.match(index.text, place[1])) or bool(_obliged(place, start, index))
    if word in _CONSENTING:
        return _obliged(place, start, index)
    if word.endswith(("close", "closed", "closes")) and _SHUT.match(index.text, place[1]):
        return True
    if word in _PARTICIPLES and _ATTRIBUTIVE.search(index.text, max(start, place[0] - 12), place[0]):
        described = index.text[place[1] : place[1] + _DESCRIBED].partition(",")[0].split()[:_NOUN_PHRASE]
        return (
            bool(described)
            and described[0][:1].islower()
            and not (_NOUNS_OF_DEALS.intersection(described) or DEALING.intersection(stems_of(" ".join(described))))
        )
    return False


_DESCRIBED, _NOUN_PHRASE = 40, 4
"""Characters, and words, behind a participle in which the thing that it describes is named."""


def _obliged(place: Place, start: int, index: Index) -> bool:
    """Whether it is only said that somebody must still do it."""
    return bool(_OBLIGED.search(index.text, max(start, place[0] - 24), place[0]))


def done(places: Sequence[Place], pending: Sequence[Place]) -> list[Place]:
    """Those that are not part of a closing still ahead ("expected to close")."""
    return [place for place in places if not any(start <= place[0] < end for start, end in pending)]


_AHEAD = ("to be ", "will be ", "should be ", "expected")
_FINISHED = ("completed", "concluded", "consummated", "finalised", "finalized", "has closed", "was closed")
_DEALT = ("acquired", "bought", "merged", "purchased", "sold", "took over")
_EARLY = ("in principle", "in talks", "letter of intent", "preliminary agreement", "tentative agreement", "tentatively")
_NEAR = 8
"""Uncited sentences, the likeliest, that may still say that the deal is done."""
_CALLED_OFF = ("abandoned", "called off", "calls off", "canceled", "cancelled", "scrapped", "terminated", "withdrew")
_CONTRACTED = pattern(
    r"\b(?:accord|agreement|contract|pact|treaty)s?\b[^.;]{0,40}?\bconcluded|\bconcluded\b[^.;]{0,30}?\b(?:accord|"
    r"agreement|contract|pact|treaty)",
    re.IGNORECASE,
)
"""A contract that is concluded is signed, not done."""
_REASONED = pattern(r"\bconcluded\sthat\b", re.IGNORECASE)
_STAGING = (*_FINISHED, *_CALLED_OFF, *_EARLY)
_STAGED = pattern("|".join(sorted(_STAGING)), re.IGNORECASE)


def check_told_stage(path: str, text: str, cited: Cited) -> Iterator[Finding]:
    """A statement must not have a deal done that is still to close, nor one called off of which nothing says so."""
    if not any(_list(_STAGING).find(text)) or not _STAGED.search(text):
        return
    index, numbers = cited.index, cited.numbers
    finished, called_off, early = (any(_list(words).find(text)) for words in (_FINISHED, _CALLED_OFF, _EARLY))
    if finished and _REASONED.search(text):
        finished = any(_list(_FINISHED).find(_REASONED.sub(" ", text)))
    if finished and _CONTRACTED.search(text):
        finished = any(_list(_FINISHED).find(_CONTRACTED.sub(" ", text)))
    called_off = called_off and not DEALING.isdisjoint(stems_of(text))
    if not finished and not called_off and not early:
        return
    pending = cues(PENDING, index, numbers)
    behind_it = done(cues((*STATUS["closed"], *_DEALT), index, numbers), pending)
    before = [place for stage in ("agreed", "proposed", "in_talks") for place in cues(STATUS[stage], index, numbers)]
    ahead = any(_list(PENDING).find(text)) or any(word in text for word in _AHEAD)
    if finished and not ahead and not behind_it and (pending or before):
        near = likely_sentences(text, index, _NEAR)
        if not done(cues(STATUS["closed"], index, near), cues(PENDING, index, near)):
            yield told_stage(path, text, cited, (pending or before)[0])
    elif called_off and not cues(STATUS["terminated"], index, numbers) and (behind_it or before):
        yield told_stage(path, text, cited, (behind_it or before)[0])
    elif early and behind_it and not before and not pending:
        yield told_stage(path, text, cited, behind_it[0])


def other_stage(told: Joined, sources: Sequence[Joined], cited: Cited) -> Place | None:
    """Where the article has what the statement tells at another stage, and nothing cited at the statement's."""
    if told.stage not in ACT_EXCLUDES:
        return None
    index = cited.index
    same_act = [
        source
        for source in kindred(told, sources)
        if alike(told.doer.text, source.doer.text, index) and alike(told.other.text, source.other.text, index)
    ]
    return against(same_act, told.stage, cited)


def against(acts: Sequence[Joined], stage: str, cited: Cited) -> Place | None:
    """The first of these acts, if all of them are at a stage that excludes `stage` and no other word bears it out."""
    staged = [act for act in acts if act.stage]
    if not staged or not all(act.stage in ACT_EXCLUDES[stage] for act in staged):
        return None
    reached = {act.stage for act in staged}
    if stage == "off" and reached <= {"proposed", "talks"} and cited.each(cited.index.negations):
        return None
    if reached != {"off"} and cues(STRONG[stage], cited.index, cited.numbers):
        return None
    return staged[0].whole


def told_stage(path: str, text: str, cited: Cited, place: Place) -> Finding:
    """The finding that the article has the deal at another stage than the statement."""
    return find(
        Code.STATUS_ALTERED,
        path,
        f"The article has the deal at another stage: {quoted(cited.index.text[slice(*place)])}.",
        said=text,
        article=cited.index.article,
        place=place,
    )
