"""Words that were read as the speaker, and name nobody of whom it could be shown that he is another one.

A town of a dateline, a plain word with a capital, a pronoun or a common noun ("the agency", "a commission spokeswoman")
may stand where the record's speaker is meant, if the cited sentences name him.
"""

from __future__ import annotations

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.names import akin
from summarizer.verifier.no_subjects import is_plain_word

_DATELINE = pattern(r"[A-Z]{3,}(?:,\s[A-Z][\w.]*)?\s?(?:[:—–-]|\()")
_TOWN_BEFORE = pattern(r"(?:\b(?:from|in|of)\s(?:[A-Z][\w’'-]*,\s)?|\bRep\.\s[^.;]{0,40}\s)\Z")
_PARTY = pattern(r"[RD]-[A-Z]")
_MODIFIES = pattern(r"(?:['’]s)?\s(?:[\w-]+\s){0,2}[a-z][\w-]*\Z")
"""Behind a name that only tells whose or of what sort somebody is: "Tarn founder", "Sofa chain"."""
_BEFORE = 40


def may_be_anybody(said: str, place: Place, cited: Cited) -> bool:
    """Whether the words at `place` name nobody, while the cited sentences name `said`."""
    index = cited.index
    text = index.text[slice(*place)]
    named = [name for name in index.names_in(place) if not _is_no_name(name, place, index)]
    if named:
        return False
    if index.names_in(place) or text[:1].islower() or " " not in text or text.split()[0] in ("A", "The"):
        return any(akin(said, name.text, index) for name in cited.names)
    return False


def _is_no_name(name: NameSpan, place: Place, index: Index) -> bool:
    """Whether a name within the words is a town, a party or a plain word, or only describes who is meant."""
    line = index.text.rfind("\n", 0, name.start) + 1
    return (
        name_kind(name.text) == "place"
        or is_plain_word(name, index)
        or _PARTY.match(name.text) is not None
        or (_DATELINE.match(index.text, line, name.end + _BEFORE) is not None and name.start == line)
        or _TOWN_BEFORE.search(index.text, max(0, name.start - _BEFORE), name.start) is not None
        or (
            _MODIFIES.fullmatch(index.text, name.end, place[1]) is not None
            and not index.directory.is_person(index.directory.fullest(name.text))
        )
    )
