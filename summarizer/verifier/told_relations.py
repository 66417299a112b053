"""Who did what to whom in statements: not the other way round, and not by or to somebody else.

A statement and a cited sentence are compared where both are read with the same predicate: the verbs and nouns of
deals by what they mean (bought, was sold to, its acquisition by), any other verb by its stem and preposition. As soon
as one cited sentence has it the statement's way, nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.text.names import NameSpan
from summarizer.verdicts import Finding
from summarizer.verifier.argument_words import COMMITS, SAYING
from summarizer.verifier.arguments import Argument, Reading
from summarizer.verifier.deal_words import BUYS, SELLS
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.names import akin
from summarizer.verifier.notes import find
from summarizer.verifier.relations import Joined, kindred, relations
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
    told = relations(said.text, said.clause.words, said.names)
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
    for source, (doer, other) in zip(sources_alike, ends, strict=True):
        if _crossed(told, source, index):
            return _turned(said, source.whole, index)
        if not source.sure or not told.sure or doer == other or told.relation is not source.relation:
            continue
        stranger, mine = (source.other, told.other) if doer else (source.doer, told.doer)
        if not (_named(mine, said.names) and _named(stranger, index.names_in((stranger.start, stranger.end)))):
            continue
        if not akin(mine.text, stranger.text, index) and not _names_near(mine.text, source.whole, index):
            return wrong_name(said, mine, stranger, index)
    return None


def _contrary(told: Joined, sources: Sequence[Joined], index: Index) -> Joined | None:
    """Where the one who buys something in the statement sells it in the article, or the reverse."""
    opposite = SELLS if told.relation is BUYS else BUYS if told.relation is SELLS else None
    for source in sources:
        doers = source.relation is opposite and means(told.doer.text, source.doer.text, index)
        if doers and means(told.other.text, source.other.text, index):
            return source
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


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb with the two it joins."""

    key: tuple[str, str]
    doer: NameSpan
    other: NameSpan


def _other_verbs(said: Said, cited: Cited) -> Iterator[Finding]:
    """The same verb between the same two, exchanged."""
    if len(said.names) < 2:
        return
    told = list(_read(Reading(said.text, said.clause.words, said.names), None))
    if not told:
        return
    index = cited.index
    wanted = {stem for one in told for stem in (one.key[0], CONVERSES.get(one.key[0], one.key[0]))}
    found: list[_Told] = []
    for number in cited.numbers:
        if len(index.names_of(number)) >= 1 and not wanted.isdisjoint(index.stems(number)):
            reading = Reading(index.text, index.words(number), index.names_of(number), index.topic(number))
            found.extend(_read(reading, wanted))
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


def _as(one: _Told, other: _Told) -> _Told | None:
    """What the article has, put with the statement's own verb; None where it is another one."""
    if one.key == other.key:
        return other
    if CONVERSES.get(one.key[0]) == other.key[0]:
        return _Told(one.key, other.other, other.doer)
    return None


def _read(reading: Reading, wanted: set[str] | None) -> Iterator[_Told]:
    """The verbs of a sentence between two names; with `wanted`, only those of these stems."""
    tried = 0
    for at, word in enumerate(reading.words):
        if wanted is not None and word.stem not in wanted:
            continue
        low = reading.low[at]
        if reading.name_at(at) is not None or word.stem in SYMMETRIC or len(low) < 3:
            continue
        if low in SAYING or (low in COMMITS and wanted is None and reading.low[at + 1 : at + 2] == ["to"]):
            continue
        tried += 1
        if tried > _MOST_VERBS:
            return
        yield from _joins(reading, at)


def _joins(reading: Reading, at: int) -> Iterator[_Told]:
    frame = reading.frame(at)
    preposition, others = frame.preposition, frame.others
    if not any(_is_name(reading, one) for one in others):
        # "raised its stake in Norvane": the verb's own object is a thing.
        for place in range(at + 1, min(len(reading.words), at + 8)):
            if reading.broken(place):
                break
            name = reading.name_at(place)
            if name is not None:
                leader = reading.low[reading.first_of(name) - 1]
                if not reading.owns(name):
                    preposition, others = leader, (Argument(name),)
                break
    for doer in frame.doers:
        for other in others:
            if _is_name(reading, doer) and _is_name(reading, other) and doer.span != other.span:
                yield _Told((reading.words[at].stem, preposition), doer.span, other.span)


def _is_name(reading: Reading, one: Argument) -> bool:
    return any(one.span == name for name in reading.names)
