"""Names of the article that stand where a statement has another one, and are nobody else all the same."""

from __future__ import annotations

import re

from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.speech_content import DATELINE
from summarizer.text.speech_words import BODY_NOUNS, NAMELESS_BODIES
from summarizer.verifier.index import Index
from summarizer.verifier.names import same
from summarizer.verifier.no_subjects import is_no_subject
from summarizer.verifier.reach import BODY_PARTS, is_generic, may_be_person

_TELLS = pattern(
    r",?\s(?:also\s)?(?:added|adds|argued|argues|believes|estimated|estimates|expects|noted|predicted|predicts|said|says"
    r"|told|warned|warns|wrote)\b"
)
_CALLED = pattern(
    r"\b(?:called|code-?named|dubbed|formerly|known\sas|named|renamed|rebranded|trading\sas)\s(?:as\s)?(?:the\s)?[“\"'‘]?\Z",
    re.IGNORECASE,
)
"""Before another name of what was named last: "the division, then known as Tarn"."""
_WHOSE_TOWN = pattern(
    rf"(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?(?:-based)?,?\s(?:[a-z-]+\s)?"
    rf"(?:{alternatives(BODY_NOUNS | NAMELESS_BODIES)})\b(?!['’-])"
)
_IN_TOWN = pattern(r"\b(?:at|from|in|near|of|outside)\s(?:the\s)?\Z", re.IGNORECASE)
_LEAST = 5
_BEFORE = 24
_MARKS = ("“", "”", '"', "‘", "’", "'")


def is_no_rival(said: str, name: NameSpan, rival: NameSpan, index: Index) -> bool:
    """Whether `rival`, a name of the article, takes nobody's place in the statement `said`, which has `name`.

    So it is with "the Board" beside a body, with Tarn beside "Board of Tarn", with the end of a title in quotation
    marks, with a dateline, with a town, with another name of a thing that is not spoken of, and with who only says what
    is told of his own house.
    """
    if is_organ_of(name.text, rival.text, index) or _is_its_end(name.text, rival.text, index):
        return True
    if _are_halves_of_one(said, name, rival, index):
        return True
    if is_no_subject(said, name, rival, index):
        return True
    if is_derived(name.text, rival.text) or only_tells(name.text, rival, index):
        return True
    if _leads_to(name, rival, index) or _in_his_clause(name, rival, index):
        return True
    if _LISTENS.search(index.text, max(0, rival.start - _BEFORE), rival.start) and not _LISTENS.search(
        said, 0, name.start
    ):
        return True
    if _is_a_town(rival, index) and name_kind(name.text) != "place":
        return True
    if is_generic(rival, index) and not may_be_person(name.text, surely=True):
        return True
    if index.text[rival.end : rival.end + 1] in _MARKS and any(
        quote.start < rival.start and quote.end - len(".") <= rival.end <= quote.end
        for quote in index.quoted_in((rival.start, rival.end))
    ):
        return True
    sentence = index.sentences[index.sentences_of((rival.start, rival.end))[0] - 1]
    dateline = DATELINE.match(index.text, sentence.start, sentence.end)
    if dateline is not None and rival.end <= dateline.end():
        return True
    if _CALLED.search(index.text, max(0, rival.start - _BEFORE), rival.start):
        return True
    return (
        _TELLS.match(index.text, rival.end) is not None
        and _TELLS.match(said, name.end) is None
        and index.belongs(rival.text, name.text)
    )


_LISTENS = pattern(r"\b(?:telling|tells|told)\s(?:the\s)?\Z")
"""Before whom somebody tells something, who takes part in nothing that is told."""
_MODIFIES = pattern(r"\s(?:[a-z][\w-]*\s){1,2}\Z")
_INSERTED = pattern(r",\s(?:which|who|whose)\s[^,;:]{1,120}\Z")


def _leads_to(name: NameSpan, rival: NameSpan, index: Index) -> bool:
    """Whether the rival and a common noun only describe the name behind them: "Canal Cup winner Tarn"."""
    return any(
        same(name.text, other.text, index) and _MODIFIES.match(index.text[rival.end : other.start]) is not None
        for other in index.names_in((rival.end, rival.end + 2 * _BEFORE))[:1]
    )


def _in_his_clause(name: NameSpan, rival: NameSpan, index: Index) -> bool:
    """Whether the rival stands within a clause that is inserted behind the name: "Tarn, which shares a pier with Lund,
    sails"."""
    sentence = index.sentences[index.sentences_of((rival.start, rival.end))[0] - 1]
    return index.text[rival.end : rival.end + 1] == "," and any(
        same(name.text, other.text, index) and _INSERTED.fullmatch(index.text[other.end : rival.start]) is not None
        for other in index.names_in((sentence.start, rival.start))
    )


def _are_halves_of_one(said: str, name: NameSpan, rival: NameSpan, index: Index) -> bool:
    """Whether the statement and the article both have one name that "and" parts: "Roe Savings and Loan Association"."""
    ahead = f"{rival.text} and "
    if not said[: name.start].endswith(ahead):
        return False
    whole = r"\s+".join(map(re.escape, f"{ahead}{name.text}".split()))
    return re.search(rf"\b{whole}\b", index.text) is not None


def _is_its_end(name: str, rival: str, index: Index) -> bool:
    """Whether the rival is the end of the name, which the article has whole: "Coast Bank" of "First Coast Bank"."""
    return folded(name).endswith(f" {folded(rival)}") and name in index.text


def only_tells(name: str, rival: NameSpan, index: Index) -> bool:
    """Whether `rival` is a person who says what the sentence tells, and `name` none who could be taken for him."""
    directory = index.directory
    if name_kind(name) == "person" or not (
        directory.is_person(directory.fullest(rival.text)) or _HAS_JOB.match(rival.text)
    ):
        return False
    return not directory.is_person(directory.fullest(name)) and any(
        speech.source is not None and speech.source[0] <= rival.start and rival.end <= speech.source[1]
        for speech in index.speeches_in(index.sentences_of((rival.start, rival.end)))
    )


_HAS_JOB = pattern(
    r"(?:Chair(?:man|woman)?|Chief\sExecutive|Co-?[Ff]ounder|Director|Founder|Owner|President|Spokes(?:man|woman|person))\s[A-Z]"
)
"""A name that was read with the job before it."""


def is_organ_of(name: str, body: str, index: Index) -> bool:
    """Whether a name only adds to a body's that it is an organ of it: "Supervisory Board of Tarn"."""
    head, _, whose = name.partition(" of ")
    return bool(whose) and BODY_PARTS.issuperset(head.lower().split()) and same(whose.removeprefix("the "), body, index)


def is_derived(one: str, other: str) -> bool:
    """Whether one of two names begins with all of the other: "North American" of "North America"."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return len(short) >= _LEAST and long.startswith(short)


def _is_a_town(name: NameSpan, index: Index) -> bool:
    """Whether the article only has somebody sit at the name: "the Elmsford brewer", "in Elmsford"."""
    mentions = index.occurrences_of(name.text)
    if not any(name.start == one.start for one in mentions):
        return False
    for one in mentions:
        ahead = index.text[max(0, one.start - _BEFORE) : one.start]
        of_body = ahead.lower().endswith("the ") and _WHOSE_TOWN.match(index.text, one.end)
        if not of_body and not _IN_TOWN.search(ahead):
            return False
    return index.text[max(0, name.start - len("the ")) : name.start].lower() == "the "
