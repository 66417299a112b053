"""Words that one passes on from another: "“He told us, ‘It is sold’”", "assured by the bank that", "its owner called".

All of this only keeps a record from being called wrong; it proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.first_names import pronoun_of
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech import Speech
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin
from summarizer.verifier.open_houses import is_first_subject
from summarizer.verifier.reach import is_main, may_be_person, stands_for, subject_of

_SAID = (
    r"(?:added|admitted|answer(?:ed|s)|asked|asks|called|claim(?:ed|s)|explained|insist(?:ed|s)|promised|repeated|replie[ds]|reply|"
    r"said|saying|says?|telling|tells?|told|warned|writ(?:es|ing)|wrote)"
)
_RETOLD = pattern(
    rf"\b{_SAID}(?:\s(?:(?:to\s)?(?:her|him|me|them|us|you)|publicly|openly|later|then))?(?:,|:|\s[—–-])?\s(?:that\s)?[‘'“\"]?\Z"
)
"""A word of saying that leads on to words within what somebody else says."""
_MINE = pattern(r"\b(?:I|[Ww]e)(?:['’](?:d|ve))?(?:\s(?:also|had|have|just|once|then))*\s\Z")
_WHO = pattern(r"\b(?P<who>[Hh]e|[Ss]he)(?:['’]d)?(?:\s(?:also|had|has|just|once|then))*\s\Z")
_ITS_WORDS = pattern(r"\b(?:answer|line|phrase|reply|words?|wording)\s(?:is|was|were)\s[‘'“\"]?\Z")
_NESTED = frozenset("‘'")
_BACK, _ON = 8, 2
"""Sentences before and behind the words in which who said them first is named."""


def is_retold(said: str, places: Sequence[Place], index: Index) -> bool:
    """Whether the words are told within what another one says, as those of somebody whom no name there tells to be
    another one than `said`, who is named near or whom the article is about."""
    if not places:
        return False
    start = places[0][0]
    number = index.sentence_at(start)
    passage = next((one for one in index.quoted_in(places[0]) if one.start < start - 1), None)
    if passage is None:
        return (
            index.turns.at(start) is not None
            and _ITS_WORDS.search(index.text, index.sentences[number - 1].start, start) is not None
            and _is_near(said, number, index)
        )
    low = max(passage.start, index.sentences[number - 1].start)
    ahead = _RETOLD.search(index.text, low, start) or _ITS_WORDS.search(index.text, low, start)
    nested = index.text[start - 1] in _NESTED
    if nested and ahead is None and number > 1:
        # "“Roe said it. ‘It is sold.’ I have it here.”"
        before = index.sentences[number - 2]
        ahead = _SAID_IT.search(index.text, max(passage.start, before.start), start - 1)
    if ahead is None or _MINE.search(index.text, low, ahead.start()):
        return False
    who = _WHO.search(index.text, low, ahead.start())
    full = index.directory.fullest(said)
    if who is not None and pronoun_of(full) not in (None, who["who"].lower()):
        return False
    beside = index.names_in((max(low, ahead.start() - _BESIDE), ahead.start()))
    if beside and re.fullmatch(r"(?:\s(?:has|had|also))*\s?", index.text[beside[-1].end : ahead.start()]):
        return akin(said, beside[-1].text, index)
    return said[:1].isupper() and (is_main(said, index) or _is_near(said, number, index))


_SAID_IT = pattern(rf"\b{_SAID}\s(?:it|so|this|that)[.:]\s[‘'“\"]?\Z")
_BESIDE = 60
"""Characters before a word of saying in which its subject stands."""


def _is_near(said: str, number: int, index: Index) -> bool:
    near = range(max(1, number - _BACK), min(len(index.sentences), number + _ON) + 1)
    words = set(said.split())
    return any(
        akin(said, name.text, index) or (" " in said and words > set(name.text.split()) and len(words) > 1)
        for one in near
        for name in index.names_of(one)
    )


_TOLD_BY = pattern(r"\b(?:advised|assured|informed|promised|told|warned)\sby\s[^.;:“”\"]{2,120}\Z")


def is_told_by(said: str, places: Sequence[Place], index: Index) -> bool:
    """Whether somebody tells what `said` had told him: "Roe said she was assured by the bank that it would pay"."""
    if not places:
        return False
    sentence = index.sentences[index.sentence_at(places[0][0]) - 1]
    told = _TOLD_BY.search(index.text, sentence.start, places[0][0])
    return told is not None and re.search(rf"\bby\s(?:the\s)?{re.escape(said)}\b", told[0]) is not None


_GIVES = (
    r"(?:accus(?:ed|es|ing)|called|claim(?:ed|s)|held|holds|insist(?:ed|s)|maintain(?:ed|s)|said|says?)"
    r"\s(?:(?:it|that|them|this)\s)?"
)
_BY_NOUN = pattern(
    r"(?:\b(?:its|[Tt]he|their|whose)\s(?P<noun>(?:[a-z][\w-]*\s){0,2}?[a-z][\w-]*)(?:,\swhich\s[^,]{2,60},)?"
    rf"\s(?:(?:also|always|had|has|have)\s)*{_GIVES}"
    r"|\b[Aa]ccording\sto\s(?:its|the|their)\s(?P<other>(?:[a-z][\w-]*\s){0,2}?[a-z][\w-]*),?\s)[‘'“\"]?\Z"
)
"""Right before the words: who says them, by a noun."""
_UNIONS = word_set("""
    association brotherhood employees federation guild labor labour staff syndicate teamsters trade union workers
""")


def is_by_noun(said: str, job: str | None, places: Sequence[Place], index: Index) -> bool:
    """Whether "the union" or "its owner", right before the words, gives them to somebody who is called so."""
    if not places:
        return False
    sentence = index.sentences[index.sentence_at(places[0][0]) - 1]
    found = _BY_NOUN.search(index.text, sentence.start, places[0][0])
    return found is not None and is_called(said, job, str(found["noun"] or found["other"]), index)


def is_called(said: str, job: str | None, told: str, index: Index) -> bool:
    """Whether `said` goes by the noun with which the words `told` end: as his job, before his name, or in it."""
    noun = told.strip(" ,").rsplit(" ", 1)[-1].lower()
    if len(noun) < _SHORTEST:
        return False
    role = job or index.directory.described(index.directory.fullest(said))[0] or ""
    if noun in role.lower().split():
        return True
    if noun == "union" and not _UNIONS.isdisjoint(said.lower().split()):
        return True
    if noun in ("judge", "justice") and re.search(rf"\b(?:Judge|Justice)\s{re.escape(said)}\b", index.text):
        return True
    short = re.escape(said.rsplit(" ", 1)[0]) if " " in said and name_kind(said) == "company" else re.escape(said)
    return re.search(rf"\b{noun}\s(?:{re.escape(said)}|{short})\b", index.text) is not None


_SHORTEST = 3
_HERE = 3


def is_spokesman_in_town(said: str, speech: Speech, index: Index) -> bool:
    """Whether "a spokesman in Leeds" gives the speaker, or a pronoun for him, while `said` is named shortly before."""
    if speech.source is None or speech.speaker is None or index.directory.is_person(index.directory.fullest(said)):
        return False
    number = index.sentences_of(speech.source)[0]
    low = index.sentences[max(1, number - 1) - 1].start
    towns = [
        one for one in re.finditer(r"\bspokes\w+\sin\s([A-Z][\w’'-]*)", index.text[low : speech.source[1]])
        if one[1] == speech.speaker
    ]  # fmt: skip
    near = range(max(1, number - _HERE), number + 1)
    return bool(towns) and any(akin(said, name.text, index) for one in near for name in index.names_of(one))


_PAPERS = word_set("email e-mail filing letter memo memorandum message note report statement")


def is_document(said: str, speech: Speech, index: Index) -> bool:
    """Whether "it" gives the words, and `said` is a letter or the like that is told of shortly before."""
    if speech.source is None or index.text[slice(*speech.source)].lower() != "it":
        return False
    kinds = _PAPERS.intersection(re.findall(r"[a-z-]+", said.lower())[:3])
    number = index.sentences_of(speech.source)[0]
    ahead = index.text[index.sentences[max(1, number - _HERE) - 1].start : speech.source[0]].lower()
    return any(re.search(rf"\b{kind}\b", ahead) for kind in kinds)


_IT_WROTE = pattern(r"(?:It|They)\s[^.;:“”\"]{2,160}\bto\ssay\s(?:that\s)?[^.;:“”\"]{0,6}[“\"]?\Z")


def is_written_by_it(said: str, places: Sequence[Place], index: Index) -> bool:
    """Whether "It wrote to Roe to say" leads on to the words, and a sentence shortly before opens with `said`."""
    if not places or index.directory.is_person(index.directory.fullest(said)):
        return False
    number = index.sentence_at(places[0][0])
    if _IT_WROTE.match(index.text, index.sentences[number - 1].start, places[0][0]) is None:
        return False
    openings = (subject_of(near, index) for near in range(max(1, number - 2), number))
    return any(one is not None and akin(said, one.text, index) for one in openings)


_WE_SAID = pattern(
    r"\b[Ww]e(?:['’](?:d|ve))?\s(?:(?:had|have)\s)?(?:announced|guided|promised|said|told)\b[^.;:“”\"]{0,20}[“\"‘']?\Z"
)


def is_ours(said: str, places: Sequence[Place], index: Index) -> bool:
    """Whether "we said" leads on to the words, and `said` is the company that it is all about."""
    if not places or index.directory.is_person(index.directory.fullest(said)) or not is_main(said, index):
        return False
    sentence = index.sentences[index.sentence_at(places[0][0]) - 1]
    return _WE_SAID.search(index.text, sentence.start, places[0][0]) is not None


def leaves_words_open(
    said: str, job: str | None, spoken: Sequence[Speech], places: Sequence[Place], index: Index
) -> bool:
    """Whether the words may be those of `said`, whose job is `job`, though another one passes them on."""
    return (
        is_retold(said, places, index)
        or is_told_by(said, places, index)
        or is_by_noun(said, job, places, index)
        or is_written_by_it(said, places, index)
        or is_ours(said, places, index)
        or any(
            is_spokesman_in_town(said, speech, index)
            or is_document(said, speech, index)
            or _is_the_company(said, speech, index)
            or (speech.source is not None and is_called(said, job, _noun_of(speech.source, index), index))
            for speech in spoken[:1]
        )
    )


def _is_the_company(said: str, speech: Speech, index: Index) -> bool:
    """Whether "it" takes up "the company" with which the sentence before opens, and the article is the story of `said`:
    "The company denies this. It says Roe resigned"."""
    if speech.source is None or index.text[slice(*speech.source)].lower() != "it":
        return False
    number = index.sentences_of(speech.source)[0]
    return number > 1 and is_the_company(said, number - 1, index)


def is_the_company(said: str, number: int, index: Index) -> bool:
    """Whether a sentence opens with "the company" or the like, and the article is the story of `said`."""
    opening = index.sentences[number - 1].text.lower().split(None, 3)[:3]
    return (
        opening[:1] == ["the"]
        and stands_for(opening) is False
        and not may_be_person(said, surely=True)
        and (is_main(said, index) or is_first_subject(said, index))
    )


def _noun_of(source: Place, index: Index) -> str:
    told = index.text[slice(*source)]
    return told if told[1:].islower() and told.lower().startswith("the ") else ""


_NOUN_GIVES = pattern(
    r"\b(?:[Tt]he|its|their)\s(?P<noun>(?:[a-z][\w-]*\s){0,2}?[a-z][\w-]*)(?:,\swhich\s[^,]{2,60},)?"
    rf"\s(?:(?:also|always|had|has|have)\s)*{_GIVES}"
)


def leaves_claim_open(said: str, sayer: Speech | None, numbers: Sequence[int], index: Index) -> bool:
    """Whether the cited sentences may have `said` make a claim that was read as another one's, by a noun, by a letter,
    from before what is inserted ("Roe, for the owners of Tarn, said"), or because all of it is one's interview."""
    if is_interviewed(said, index):
        return True
    if sayer is not None and (is_document(said, sayer, index) or _opens_before(said, sayer, index)):
        return True
    if any(
        speech.source is not None and is_called(said, None, _noun_of(speech.source, index), index)
        for speech in index.speeches_in(numbers)
    ):
        return True
    for number in numbers:
        sentence = index.sentences[number - 1]
        if _REPORT.search(index.text, sentence.start, sentence.end) and _is_paper(said, index):
            # "Tarn denied a magazine report that it is for sale": what the magazine says.
            return True
        for found in _NOUN_GIVES.finditer(index.text, sentence.start, sentence.end):
            if is_called(said, None, found["noun"], index):
                return True
    return False


_REPORT = pattern(r"\bden(?:ied|ies|ying)\s(?:an?|the)\s(?:[\w-]+\s){0,3}reports?\s(?:of|that)\b")


_PAPER_NOUNS = ("agency", "broadcaster", "daily", "magazine", "newspaper", "paper", "site", "website", "weekly")


def _is_paper(said: str, index: Index) -> bool:
    return re.search(rf"\b(?:{'|'.join(_PAPER_NOUNS)})\s{re.escape(said)}\b", index.text) is not None


def goes_on_with(said: str, number: int, index: Index) -> bool:
    """Whether a sentence is the midst or the end of a quotation before which `said` is named last."""
    sentence = index.sentences[number - 1]
    passage = next((one for one in index.quoted_in((sentence.start, sentence.end)) if one.start < sentence.start), None)
    if passage is None:
        return False
    first = index.sentence_at(passage.start)
    for near in range(first, max(0, first - 2), -1):
        named = [name for name in index.names_of(near) if name.end <= passage.start]
        if named:
            return akin(said, named[-1].text, index)
    return False


_INSERTED = pattern(r"(?:\s[A-Z]{2,3})?,\s(?:acting\s|appearing\s)?(?:for|on\sbehalf\sof)\s[^.;:“”\"]{2,160}\Z")


def _opens_before(said: str, speech: Speech, index: Index) -> bool:
    if speech.source is None:
        return False
    number = index.sentences_of(speech.source)[0]
    first = next(iter(index.names_of(number)), None)
    return (
        first is not None
        and akin(said, first.text, index)
        and _INSERTED.match(index.text, first.end, max(first.end, speech.source[1])) is not None
    )


_INTERVIEW = pattern(
    r"\b(?:conversation|interview)\s(?:has\sbeen|was|is)\s(?:[a-z]+\s)?(?:abridged|condensed|cut|edited|shortened)\b|\bQ\s?&\s?A\swith\b"
)
_AT_HEAD = 6
"""Sentences with which an interview opens, and tells whose it is."""


def is_interviewed(said: str, index: Index) -> bool:
    """Whether the article is an interview without labels, and is headed by the name of `said`."""
    if index.turns.turns:
        return False
    head = index.sentences[:_AT_HEAD][-1].end if index.sentences else 0
    if _INTERVIEW.search(index.text, 0, head) is None:
        return False
    people = [name for name in index.names_in((0, head)) if may_be_person(name.text)]
    return any(akin(said, name.text, index) for name in people)
