"""Who did what to whom in statements: not the other way round, and not by or to somebody else.

A statement and a cited sentence are compared where both are read with the same predicate: the verbs and nouns of
deals by what they mean (bought, was sold to, its acquisition by), any other verb by its stem and preposition. As soon
as one cited sentence has it the statement's way, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.argument_words import COMMITS, SAYING
from summarizer.verifier.arguments import Argument, Reading
from summarizer.verifier.deal_words import BUYS, SELLS, SELLS_TO
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.names import akin
from summarizer.verifier.notes import find
from summarizer.verifier.relations import Joined, kindred
from summarizer.verifier.said import Said
from summarizer.verifier.same_party import alike, means, telling
from summarizer.verifier.stages import other_stage, told_stage
from summarizer.verifier.statement_names import wrong_name
from summarizer.verifier.told_words import CONVERSES, SYMMETRIC

_MOST_VERBS = 12
"""Words of a statement that are tried as verbs."""
_MOST_SENTENCES = 60
"""Cited sentences in which a verb of the statement is looked for."""


def check_told_relations(said: Said, cited: Cited) -> Iterator[Finding]:
    """Who does what to whom: not the other way round, and not to somebody else."""
    told = said.relations
    if told:
        sources = cited.each(cited.index.relations)
        for one in told:
            if any(other.cue == one.cue and _borne_out(other, sources, cited.index) for other in told):
                if not said.clause.negations and (place := other_stage(one, sources, cited)):
                    yield told_stage(said.path, said.text, cited, place)
                    return
                continue
            if fault := _deal_fault(one, sources, said, cited):
                yield fault
                return
    yield from _other_verbs(said, cited)


def _borne_out(told: Joined, sources: Sequence[Joined], index: Index) -> bool:
    return any(
        alike(told.doer.text, one.doer.text, index) and alike(told.other.text, one.other.text, index)
        for one in kindred(told, sources)
    )


def _deal_fault(told: Joined, sources: Sequence[Joined], said: Said, cited: Cited) -> Finding | None:
    index = cited.index
    sources_alike = kindred(told, sources)
    ends = [
        (alike(told.doer.text, one.doer.text, index), alike(told.other.text, one.other.text, index))
        for one in sources_alike
    ]
    if contrary := _contrary(told, sources, index):
        return find(
            Code.DIRECTION_ALTERED,
            said.path,
            f"The record has it the contrary of what the article says: {quoted(index.text[slice(*contrary.whole)])}.",
            said=said.text,
            article=index.article,
            place=contrary.whole,
        )
    if seller := _seller(told, said.text, sources, index):
        return find(
            Code.ROLE_ALTERED,
            said.path,
            f"The article has {quoted(told.other.text)} as the seller: {quoted(index.text[slice(*seller.whole)])}.",
            said=said.text,
            article=index.article,
            place=seller.whole,
        )
    for source, (doer, other) in zip(sources_alike, ends, strict=True):
        if _crossed(told, source, index):
            return _turned(said, source.whole, index)
        if not source.sure or not told.sure or doer == other or told.relation is not source.relation:
            continue
        stranger, mine = (source.other, told.other) if doer else (source.doer, told.doer)
        if not (_named(mine, said.names) and _named(stranger, index.names_in((stranger.start, stranger.end)))):
            continue
        if _stands_alike(said.text, mine, stranger):
            # "the contract for the ferries to Lund to Tarn": the statement has him too, in the same part.
            continue
        if not akin(mine.text, stranger.text, index) and not _names_near(mine.text, source.whole, index):
            return wrong_name(said, mine, stranger, index)
    return None


_LEAD = pattern(
    r"\b(?P<word>by|from|to|with)\s(?:the\s)?(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}(?:,?\sand|,)\s){0,4}\Z"
)
"""The small word before a name, or before a list that it ends."""
_AHEAD = 120


def _stands_alike(text: str, mine: NameSpan, stranger: NameSpan) -> bool:
    """Whether the statement has the stranger behind the same small word as `mine`."""
    lead = _LEAD.search(text, max(0, mine.start - _AHEAD), mine.start)
    return (
        lead is not None and re.search(rf"\b{lead['word']}\s(?:the\s)?{re.escape(stranger.text)}\b", text) is not None
    )


_PART_BEHIND = pattern(r"\s(?:arm|business|division|holding|interest|operations?|shares|stake|unit)\b")


def _contrary(told: Joined, sources: Sequence[Joined], index: Index) -> Joined | None:
    """Where the one who buys something in the statement sells it in the article, or the reverse."""
    opposite = SELLS if told.relation is BUYS else BUYS if told.relation is SELLS else None
    for source in sources:
        doers = source.relation is opposite and means(told.doer.text, source.doer.text, index)
        if doers and means(told.other.text, source.other.text, index):
            return source
    return None


def _seller(told: Joined, text: str, sources: Sequence[Joined], index: Index) -> Joined | None:
    """Where the one who is bought in the statement sells something else to the very buyer in the article."""
    if told.relation is not BUYS or not told.sure or _PART_BEHIND.match(text, told.other.end):
        # "the sale of the Tarn stake to Lund": a stake is sold, whosesoever.
        return None
    sold = [
        source
        for source in sources
        if source.relation is SELLS_TO
        and source.sure
        and means(told.other.text, source.doer.text, index)
        and means(told.doer.text, source.other.text, index)
    ]
    bought = (
        source for source in sources if source.relation is BUYS and means(told.doer.text, source.doer.text, index)
    )
    if sold and any(not alike(told.other.text, source.other.text, index) for source in bought):
        return sold[0]
    return None


def _crossed(told: Joined, source: Joined, index: Index) -> bool:
    """Whether the two parties stand in exchanged places; of one of them it is enough that the sentence has it."""
    doer_there, other_there = (
        means(told.doer.text, source.other.text, index),
        means(told.other.text, source.doer.text, index),
    )
    if doer_there and other_there:
        return not (means(told.doer.text, source.doer.text, index) or means(told.other.text, source.other.text, index))
    if not (doer_there or other_there):
        return False
    rest, met = (told.other, source.doer) if doer_there else (told.doer, source.other)
    if means(rest.text, (source.other if doer_there else source.doer).text, index) or not source.sure:
        return False
    number = index.sentences_of(source.cue)[0]
    return telling(rest.text) <= index.stems(number) and not alike(
        met.text, (told.doer if doer_there else told.other).text, index
    )


def _named(span: NameSpan, names: Sequence[NameSpan]) -> bool:
    return any(name.start <= span.start and span.end <= name.end for name in names)


def _names_near(name: str, place: Place, index: Index) -> bool:
    """Whether the sentence around `place` names it."""
    return any(
        akin(name, other.text, index) for number in index.sentences_of(place) for other in index.names_of(number)
    )


def _turned(said: Said, place: Place, index: Index) -> Finding:
    return find(
        Code.ROLE_ALTERED,
        said.path,
        f"The article has it the other way round: {quoted(index.text[slice(*place)])}.",
        said=said.text,
        article=index.article,
        place=place,
    )


# Any other verb


class _Told(NamedTuple):
    """A verb with the two it joins."""

    key: tuple[str, str]
    doer: NameSpan
    other: NameSpan


class _Verbs:
    """The verbs of one sentence, each with whom it joins, read when it is first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._joined: dict[int, tuple[_Told, ...]] = {}
        self.stems = frozenset(word.stem for word in reading.words)
        self._tried = [
            (at, word.stem)
            for at, (word, low) in enumerate(zip(reading.words, reading.low, strict=True))
            if len(low) >= 3 and low not in SAYING and word.stem not in SYMMETRIC and reading.name_at(at) is None
        ]

    @staticmethod
    def of(index: Index, number: int) -> _Verbs:
        """Those of a sentence of the article."""

        def read(_text: str, _offset: int) -> Sequence[_Verbs]:
            return (_Verbs(index.arguments(number)),)

        return index.read("verbs", number, read)[0]

    def of_any(self, wanted: set[str]) -> list[tuple[int, str]]:
        """Its verbs of these stems, those that are read and one more."""
        return list(islice((one for one in self._tried if one[1] in wanted), _MOST_VERBS + 1))

    def of_stems(self, wanted: set[str]) -> Iterator[_Told]:
        """Whom the verbs of these stems join."""
        for at, _ in self.of_any(wanted)[:_MOST_VERBS]:
            yield from self.joining(at)

    def among(self, stems: frozenset[str]) -> list[tuple[int, str]]:
        """Its verbs that have, or that say from the other side what has, one of these stems: each with its own."""
        low = self._reading.low
        plain = ((at, stem) for at, stem in self._tried if low[at] not in COMMITS or low[at + 1 : at + 2] != ["to"])
        return [(at, stem) for at, stem in islice(plain, _MOST_VERBS) if stem in stems or CONVERSES.get(stem) in stems]

    def joining(self, at: int) -> tuple[_Told, ...]:
        """Whom one of its verbs joins."""
        if at not in self._joined:
            self._joined[at] = tuple(_joins(self._reading, at)) if _may_join(self._reading, at) else ()
        return self._joined[at]


def _other_verbs(said: Said, cited: Cited) -> Iterator[Finding]:
    """The same verb between the same two, exchanged."""
    if len(said.names) < 2:
        return
    index = cited.index
    sources = [_Verbs.of(index, number) for number in cited.numbers if len(index.names_of(number)) > 1]
    there = frozenset[str]().union(*(source.stems for source in sources))
    verbs = _Verbs(said.arguments)
    tried = verbs.among(there)
    joining = _joining_stems({form for _, stem in tried for form in _forms(stem)}, sources)
    told = [
        one
        for at, stem in tried
        if joining is None or not joining.isdisjoint(_forms(stem))
        for one in verbs.joining(at)
    ]
    if not told:
        return
    wanted = {stem for one in told for stem in _forms(one.key[0])}
    found: list[_Told] = []
    for number in cited.numbers:
        if index.names_of(number) and not wanted.isdisjoint(index.stems(number)):
            found.extend(_Verbs.of(index, number).of_stems(wanted))
            if len(found) > _MOST_SENTENCES:
                break
    for one in told:
        same_verb = [turned for other in found if (turned := _as(one, other)) is not None]
        if any(
            alike(one.doer.text, other.doer.text, index) and alike(one.other.text, other.other.text, index)
            for other in same_verb
        ):
            continue
        for other in same_verb:
            if means(one.doer.text, other.other.text, index) and means(one.other.text, other.doer.text, index):
                place = min(other.doer.start, other.other.start), max(other.doer.end, other.other.end)
                yield _turned(said, place, index)
                return


def _forms(stem: str) -> tuple[str, str]:
    """A verb, and the one that says it from the other side, by their stems; itself where there is none."""
    return stem, CONVERSES.get(stem, stem)


def _joining_stems(stems: set[str], sources: Sequence[_Verbs]) -> set[str] | None:
    """Those of the stems whose verbs join anybody in the cited sentences: what joins nobody there need not be read in
    the statement. None where there are so many that not all will be read."""
    found: set[str] = set()
    joined = 0
    for source in sources if stems else ():
        places = source.of_any(stems)
        if len(places) > _MOST_VERBS:
            return None
        for at, stem in places:
            if there := source.joining(at):
                found.add(stem)
                joined += len(there)
    return found if joined <= _MOST_SENTENCES else None


def _as(one: _Told, other: _Told) -> _Told | None:
    """What the article has, put with the statement's own verb; None where it is another one."""
    if one.key == other.key:
        return other
    if CONVERSES.get(one.key[0]) == other.key[0]:
        return _Told(one.key, other.other, other.doer)
    return None


def _may_join(reading: Reading, at: int) -> bool:
    """False where a verb has no two names to join: one must stand before it and one behind, but for a passive, and
    but for a stand-in behind it that means somebody named before."""
    names, verb = reading.names, reading.words[at]
    if len(names) < 2:
        return False
    before, behind = names[0].end <= verb.start, names[-1].start >= verb.end
    if before:
        return behind or reading.low[at + 1 : at + 2] == ["itself"] or reading.last_stand_in > at
    return "by" in reading.low[at + 1 : at + _BY]


_BY = 9
"""Words behind a passive up to "by"."""


def _joins(reading: Reading, at: int) -> Iterator[_Told]:
    if at and reading.low[at - 1] == "s":
        return
    frame = reading.frame(at)
    preposition, others = frame.preposition, frame.others
    if not any(reading.is_name(one) for one in others):
        # "raised its stake in Norvane": the verb's own object is a thing.
        for place in range(at + 1, min(len(reading.words), at + 8)):
            if reading.broken(place):
                break
            name = reading.name_at(place)
            if name is not None:
                leader = reading.low[reading.first_of(name) - 1]
                preposition, others = ("'s" if reading.owns(name) else leader), (Argument(name),)
                break
    for doer in frame.doers:
        for other in others:
            if reading.is_name(doer) and reading.is_name(other) and doer.span != other.span:
                yield _Told((reading.words[at].stem, preposition), doer.span, other.span)
