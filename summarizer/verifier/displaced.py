"""Who stands in the source where a statement has a name: another name between the same words, or a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.modality import directions
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ORGANISATION_NOUNS
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.names import akin, known_as, same
from summarizer.verifier.reach import antecedents, stands_for, subject_of, within_reach
from summarizer.verifier.said import Said
from summarizer.verifier.wording import STOP_WORDS, Word, before, behind, content, stem

MOST = 200
"""Names of the cited sentences that are compared with one of the statement's."""
_INSERTION = pattern(r",[^,]{1,60},")
_FRAME = 4
"""Words on either side of a name that are compared."""
_ACT = 4
"""Words behind a name among which what it does is looked for."""
_OWNING = ("'s", "’s")
_BE = word_set("be been being is are was were")
_ANY_BODY = word_set("company firm group it its they their")
"""Stand-ins for whatever company the article is about."""
_SHARES = word_set("share shares stock stocks")


def displacing(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """The name that stands in the source where the statement has `name`: between the same words."""
    own = said.clause.words
    mine, leader = company(said.text, own, name.end), _leader(own, name.start)
    for other in strangers(said, cited)[:MOST]:
        number = cited.index.sentences_of((other.start, other.end))[0]
        around = cited.index.words(number)
        theirs = company(cited.index.text, around, other.end)
        if (mine[:1] and mine[:1] == theirs[:1]) or (leader is not None and leader == _leader(around, other.start)):
            return other
        if _same_act(said.text, own, name, cited.index.text, around, other):
            return other
    for other in cited.names[:MOST]:
        number = cited.index.sentences_of((other.start, other.end))[0]
        if same(name.text, other.text, cited.index) or not _same_frame(own, name, cited.index.words(number), other):
            continue
        if _count(other.text, said.names, cited.index) < _count(other.text, cited.names, cited.index):
            return other
    return None


def _count(name: str, names: Sequence[NameSpan], index: Index) -> int:
    return sum(same(name, other.text, index) for other in names)


def strangers(said: Said, cited: Cited) -> list[NameSpan]:
    """The names of the cited sentences that the statement does not mean."""
    own = frozenset[str]().union(*(known_as(name.text, cited.index) for name in said.names))
    return [other for other in cited.names if other.text not in own]


def _same_act(
    text: str, own: Sequence[Word], name: NameSpan, source: str, around: Sequence[Word], other: NameSpan
) -> bool:
    """Whether both names do the same: "Acme trades in Oslo" beside "Bolt shares, which trade in Oslo"."""
    if (text[name.end : name.end + 2] in _OWNING) != (source[other.end : other.end + 2] in _OWNING):
        return False
    if name_kind(other.text) == "place" != name_kind(name.text):
        return False
    one, passive = _act(text, own, name.end)
    ends = [other.end]
    if insertion := _INSERTION.match(source, other.end):
        ends.append(insertion.end())
    return any(_alike_acts(one, passive, *_act(source, around, end)) for end in ends)


def _act(text: str, words_of: Sequence[Word], end: int) -> tuple[str | None, bool]:
    """The first telling word behind a name, shares passed over, and whether it is a passive."""
    passive = False
    for word in behind(words_of, end, _ACT):
        if any(mark in text[end : word.start] for mark in ";:—"):
            break
        lower = word.low
        passive = passive or lower in _BE
        if lower not in STOP_WORDS and len(lower) > 1 and lower not in _SHARES:
            return lower, passive and lower.endswith(("ed", "en"))
    return None, False


def _alike_acts(one: str | None, passive: bool, two: str | None, theirs: bool) -> bool:
    if not one or not two or passive != theirs:
        return False
    if stem(one) == stem(two):
        return True
    senses = {cue.sense for cue in directions(one)}
    return bool(senses) and senses == {cue.sense for cue in directions(two)}


def _same_frame(own: Sequence[Word], name: NameSpan, around: Sequence[Word], other: NameSpan) -> bool:
    """Whether at least two of the words right around both names are the same, one of them no stop word."""
    shared: list[Word] = []
    left = before(own, name.start, _FRAME), before(around, other.start, _FRAME)
    right = behind(own, name.end, _FRAME), behind(around, other.end, _FRAME)
    for mine, theirs in ((reversed(left[0]), reversed(left[1])), (iter(right[0]), iter(right[1]))):
        for one, two in zip(mine, theirs, strict=False):
            if one.stem != two.stem:
                break
            shared.append(one)
    return len(shared) >= 2 and bool(content(shared))


def _leader(words_of: Sequence[Word], start: int) -> str | None:
    """The stem of the content word right before a name."""
    leader = content(before(words_of, start, 1))
    return leader[0].stem if leader else None


def company(text: str, words_of: Sequence[Word], end: int) -> list[str]:
    """The stems of the two content words right behind a name and what is inserted there between commas."""
    if insertion := _INSERTION.match(text, end):
        end = insertion.end()
    stems: list[str] = []
    for word in content(behind(words_of, end, 4)):
        if any(mark in text[end : word.start] for mark in ",;:.—"):
            break
        stems.append(word.stem)
    return stems[:2]


def meant(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """Whom the pronoun means that stands in the source where the statement has `name`, if it cannot be `name`."""
    index = cited.index
    for number in cited.numbers:
        around = index.words(number)
        for at in range(len(around)):
            personal = stands_for([one.low for one in around[at : at + 3]])
            if personal is None or not _in_place(said, name, number, at, index):
                continue
            word = around[at].low
            noun = around[at + 1].low if word in ("the", "this", "that") and at + 1 < len(around) else word
            if at == 0 and word == "it" and (bearer := _subject_before(name.text, number, index)):
                return bearer
            if within_reach(name.text, (number,), index, behind=0, main=noun in _ANY_BODY):
                return None
            return next(antecedents(number, index, personal=personal), None)
    return None


def _in_place(said: Said, name: NameSpan, number: int, at: int, index: Index) -> bool:
    """Whether the statement goes on behind `name` as the sentence does behind the stand-in at its word `at`."""
    around = index.words(number)
    end = around[at].end
    if around[at].low in ("the", "this", "that"):
        end = next((word.end for word in around[at + 1 : at + 3] if word.low in ORGANISATION_NOUNS), end)
    mine, theirs = company(said.text, said.clause.words, name.end), company(index.text, around, end)
    if not mine or not theirs:
        return False
    return mine[0] in theirs or theirs[0] in mine


def _subject_before(name: str, number: int, index: Index) -> NameSpan | None:
    """The company that the sentence before opens with, which "it" means, where it names `name` not, or only aside."""
    if number < 2:
        return None
    subject = subject_of(number - 1, index)
    if subject is None or name_kind(subject.text) == "person" or akin(name, subject.text, index):
        return None
    insertion = _INSERTION.match(index.text, subject.end)
    aside = insertion.span() if insertion else (0, 0)
    for other in index.names_of(number - 1):
        if akin(name, other.text, index) and not aside[0] <= other.start < aside[1]:
            return None
    return None if index.directory.is_person(index.directory.fullest(subject.text)) else subject
