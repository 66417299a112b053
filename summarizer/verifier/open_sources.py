"""Words that give a speaker without naming him, so that another name for him contradicts nothing: "the nominee"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.first_names import pronoun_of
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech import Speech
from summarizer.text.speech_words import JOB_HEADS, MEDIA_WORDS, ORGANISATION_NOUNS
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin, known_as
from summarizer.verifier.reach import subject_of, within_reach
from summarizer.verifier.wording import stems_of

_DESCRIBED = pattern(r"(?:[Tt]he|[Tt]his)\s(?:[\w.&’'-]+\s){1,4}(?P<head>[a-z][\w-]+)")
_OWNED = pattern(r"['’]s?\s")
_INDEFINITE = pattern(r"(?:[Aa]n?|[Oo]ne)\s")
_PAPERS = word_set("complaint decision filing judgment lawsuit petition prospectus ruling suit verdict")
"""Papers that are called by where they are filed, or by nothing: whose they are, the words do not say."""
_HE_OR_SHE = word_set("he she")
_MASKED = word_set("he it she they")
_TELLS = pattern(
    r"(?:['’]s)?\s(?:(?:also|earlier|had|has|later|once|then)\s)*"
    r"(?:accused|branded|called|complained|denied|described|informed|told|warned|wrote)\s[^.;:“”\"]{0,120}[“\"]?\Z"
)
"""What makes a name the one whose words follow, where another one passes them on: "Roe had told police that she"."""
_ITS_WORD = pattern(
    r"['’]s?\s(?:[\w-]+\s){0,2}(?:accusation|allegation|argument|assertion|belief|charge|claim|contention|finding|suggestion|"
    r"view|warning)s?\s(?:that\s)?[“\"]?\Z"
)
"""The same in a noun: "Tarn's claims that tolls are too high are wrong, Roe said"."""
LEADS_TO_CUE = pattern(
    r"\s(?:(?:yesterday|today|tonight|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,?\s?(?:also|however|too),?\s"
    r"|(?:at|from|of|with)\s(?:the\s)?(?:[a-z]+\s){0,2}(?:[A-Z][\w.&’'-]*\s){1,4}(?:also\s)?)"
)
"""What may stand between a name and its word of saying: "yesterday, however, said", "of brokers Roe Lund noted"."""
_PASSED_ON = pattern(
    r"[,”\"]\s(?:the|that)\s(?:agency|broadcaster|daily|magazine|newspaper|paper|site|weekly|website)\s"
    r"(?:added|reported|said|says|wrote)\b"
)
_BEHIND = 3
"""Sentences behind an unnamed person in which he may get his name."""


def only_describes(source: Place, index: Index) -> bool:
    """Whether the words that give the speaker say what he is by a name that is not his: "the GOP nominee", "the Oslo
    company". Not where he speaks for that name: "the Acme chairman"."""
    text = " ".join(index.text[slice(*source)].split())
    found = _DESCRIBED.fullmatch(text)
    if found is None or _OWNED.search(text):
        return False
    head = found["head"].lower()
    return head in ORGANISATION_NOUNS or not (head in JOB_HEADS or head.startswith("spokes"))


def may_be_described(said: str, job: str | None, speech: Speech, index: Index) -> bool:
    """Whether a description gives the speaker that may be `said`, of the job `job`: "the GOP nominee" one named near,
    "a former manager at Acme" one of that job who is named behind it, "chief" (of a headline) whoever is one."""
    if speech.source is None:
        return False
    numbers = index.sentences_of(speech.source)
    if only_describes(speech.source, index):
        return within_reach(said, numbers, index)
    told = job or index.directory.described(index.directory.fullest(said))[0]
    text = index.text[slice(*speech.source)]
    if told and text.islower() and stems_of(text) and stems_of(text) <= stems_of(told):
        return True
    if not told or not _INDEFINITE.match(text) or not stems_of(told) <= stems_of(text):
        return False
    forms = known_as(said, index)
    behind = range(numbers[-1] + 1, min(len(index.sentences), numbers[-1] + _BEHIND) + 1)
    return any(name.text in forms for number in behind for name in index.names_of(number))


def is_paper(source: Place, index: Index) -> bool:
    """Whether a paper gives the words, and not its author: "according to the SEC filing"."""
    return index.text[slice(*source)].lower().split()[-1] in _PAPERS


def may_mean(said: str, speech: Speech, index: Index) -> bool:
    """Whether a pronoun or "the company" gives the speaker that was read as somebody else, though its own sentence or
    one of the two before opens with `said`, or though it is no pronoun for whom it was read as."""
    if speech.source is None or speech.speaker is None:
        return False
    text = index.text[slice(*speech.source)].lower()
    if text in _HE_OR_SHE and any(
        pronoun_of(" ".join(words)) not in (None, text) for words in _endings(speech.speaker.split())
    ):
        return True
    if text not in _MASKED - _HE_OR_SHE and text not in ("the company", "the firm", "the group"):
        return False
    number = index.sentences_of(speech.source)[0]
    openings = [subject_of(near, index) for near in (number, number - 1, number - 2) if near > 0]
    first = next((name for name in openings if name is not None and name.end <= speech.source[0]), None)
    if first is not None and akin(said, first.text, index):
        return True
    ahead = [name for name in index.names_of(number) if name.end <= speech.source[0]]
    return any(akin(said, name.text, index) for name in ahead) and not any(
        akin(speech.speaker, name.text, index) for name in ahead
    )


def _endings(words: Sequence[str]) -> list[Sequence[str]]:
    return [words[at:] for at in range(max(1, len(words) - 1))]


def tells_within(said: str, places: Sequence[Place], index: Index) -> bool:
    """Whether the sentence of the words has `said` tell them, though another one passes that on: "Roe had told police
    that she fell, a person said"."""
    for place in places[:1]:
        sentence = index.sentences[index.sentences_of(place)[0] - 1]
        for name in index.names_in((sentence.start, place[0])):
            told = _TELLS.match(index.text, name.end, place[0]) or _ITS_WORD.match(index.text, name.end, place[0])
            if told and (akin(said, name.text, index) or _has_letters(name.text, said)):
                return True
    return False


def _has_letters(letters: str, name: str) -> bool:
    """Whether the one is made of the capitals that begin the words of the other: "EU"."""
    return letters.isupper() and letters == "".join(word[0] for word in name.split() if word[0].isupper())


def passed_on_by(said: str, speech: Speech, index: Index) -> bool:
    """Whether "the newspaper" passes on what another one said, and `said` is a paper's name."""
    if speech.source is None or MEDIA_WORDS.isdisjoint(said.lower().split()):
        return False
    sentence = index.sentences[index.sentences_of(speech.source)[0] - 1]
    return _PASSED_ON.search(index.text, speech.source[1], sentence.end) is not None


_CITES = r"\b(?:cit(?:ed|es|ing)|quot(?:ed|es|ing)|spok(?:e|en)\sto)\s(?:[a-z]+\s){0,2}?"


def is_its_source(said: str, speech: Speech, index: Index) -> bool:
    """Whether a paper passes on what `said` told it, by the rest of its sentence or one of the two behind it: "the
    Herald reported that … The paper cited two people"."""
    if speech.source is None:
        return False
    first = index.sentences_of(speech.source)[0]
    cites = re.compile(rf"{_CITES}{re.escape(said)}\b")
    start, last = speech.source[1], min(len(index.sentences), first + _CITED_BEHIND)
    return said.islower() and cites.search(index.text, start, index.sentences[last - 1].end) is not None


_CITED_BEHIND = 2
_AND_THE = pattern(r"\sand\sthe\s(?P<noun>[a-z]+)\Z")


def is_half_of(said: str, speech: Speech, index: Index) -> bool:
    """Whether two give the words, one of them by a noun only that may mean `said`: "Roe and the bank declined"."""
    if speech.source is None or index.directory.is_person(index.directory.fullest(said)):
        return False
    half = _AND_THE.search(index.text[slice(*speech.source)])
    return (
        half is not None
        and half["noun"] in ORGANISATION_NOUNS
        and (half["noun"] in said.lower() or name_kind(said) == "company")
        and within_reach(said, index.sentences_of(speech.source), index, main=False)
    )


def is_only_beside(said: str, source: Place, index: Index) -> bool:
    """Whether the words read as the speaker's only tell where `said`, named beside them, belongs or is quoted:
    "Acme's finance director, Jane Roe", "Roe, quoted by the Herald, thinks"."""
    if _QUOTED_BY.search(index.text, max(0, source[0] - _NEAR), source[0]):
        named = index.names_in((max(0, source[0] - _NEAR), source[0]))
        return any(akin(said, name.text, index) for name in named[-1:])
    if not index.text[slice(*source)].endswith(("'s", "’s")):
        return False
    following = index.names_in((source[1], source[1] + _NEAR))
    return any(
        akin(said, name.text, index) and _HIS_JOB.fullmatch(index.text, source[1], name.start) is not None
        for name in following[:1]
    )


_QUOTED_BY = pattern(r",\s(?:cited|interviewed|quoted)\sby\s(?:the\s)?\Z")
_HIS_JOB = pattern(r"\s[\w\s-]{2,50},?\s")
_NEAR = 60


def is_no_name(speech: Speech, index: Index) -> bool:
    """Whether the one who is read as the speaker may be an ordinary word that only opens a sentence, a verb or a noun
    before another: "Title insurers said"."""
    if speech.source is None or speech.speaker is None or speech.cue is None:
        return False
    text = index.text[slice(*speech.source)]
    if " " in text.strip() or text != speech.speaker or len(index.occurrences_of(text)) != 1:
        return False
    sentence = index.sentences[index.sentences_of(speech.source)[0] - 1]
    following = index.text[speech.source[1] : speech.source[1] + 2]
    return (
        speech.source[0] == sentence.start
        and not speech.source[1] <= speech.cue[0] <= speech.source[1] + _BESIDE
        and following[:1] == " "
        and following[1:].islower()
    )


_BESIDE = 14
"""Characters between a name and its verb of saying: "also", "has"."""
