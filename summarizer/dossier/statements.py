"""Statements of two articles, clause by clause: whether they say the same of the same, and how sure each is.

A clause is what stands between full stops, and where "but", "which" or a second verb begins anew. Two clauses are one
statement where their subjects may be the same and most words behind these are: names alone never make them one, and the
word that is hedged or negated in one stands in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.dossier.citing import of_field
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.model import Citation
from summarizer.dossier.statement_words import STRONG, SYNONYMS, VERBS, WEAK
from summarizer.dossier.stories import Story
from summarizer.fields import Record
from summarizer.text.certainty_words import HEARSAY, NEGATING, NOT_REALLY, SOFTENING, Degree
from summarizer.text.numbers import Amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase, PhraseList, word_set
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.wording import Word, content, stem, words

_SHARED_LEAST = 2
"""Words of the predicate that both clauses have, one of them no name."""
_SHARED_PART, _OF_LONGER = 0.6, 0.4
"""Their part of the shorter predicate, and of the longer one."""
_ACT = 2
"""Content words behind a hedge or a negation among which is what it speaks of."""
_WEIGHED = 2
"""Words behind a word that weighs within which it says so of something."""
_SUBJECT = 3
"""Content words that are taken for the subject where no verb is known to end it."""
_SOFT = PhraseList(
    {phrase: str(int(degrees.claims)) for phrase, degrees in SOFTENING.items() if degrees.claims <= Degree.LIKELY}
)
"""Hedges only: "plans to" and "agreed to" say as much as "will" of a deal."""
_SETTLED = PhraseList({phrase: "" for phrase, degrees in SOFTENING.items() if degrees.claims > Degree.LIKELY})
_HEARD = PhraseList(dict.fromkeys(HEARSAY, str(int(Degree.LIKELY))))
_WEIGHT = PhraseList({**dict.fromkeys(STRONG, "+"), **dict.fromkeys(WEAK, "-")})
_NOT = PhraseList({**dict.fromkeys(NEGATING, "not"), **dict.fromkeys(NOT_REALLY, "")})
_NO_CONTENT = frozenset(map(stem, word_set("certain company firm group plc inc corp sure said says say told")))
_NOT_NECESSARILY = pattern(r"\bnot necessarily\b")
"""It negates, and hedges what it negates."""
_IT_IS = pattern(r"\b(?:[Ii]t|[Tt]here) (?:is|was|remains|remained|seems|seemed)\b[^,;.]{0,40}?\bthat\b")
"""Behind it stands the clause that what it says is of: "it is possible that"."""
_BREAK = pattern(
    r"\s*(?:;|…|[.!?]['\"”’]?\s+(?=[\"“]?[A-Z])|,\s+(?:and|as|but|so|though|although|where|whereas|which|while|who)\b"
    r"|\s(?:although|but|whereas|while)\b"
    r"|\sand\s+(?=(?:also\s+)?(?:will|would|may|might|could|can|should|must|does|did|is|are|was|were|has|have|had)\b))"
)


@dataclass(frozen=True)
class Clause:
    """A piece of a statement that has one verb, by the stems of its words, those of one meaning made one."""

    text: str
    subject: frozenset[str]
    predicate: tuple[str, ...]
    names: frozenset[str]
    hedges: tuple[tuple[Phrase, tuple[str, ...]], ...]
    """With the stems of the words that each speaks of."""
    weights: tuple[tuple[Phrase, tuple[str, ...]], ...]
    negated: tuple[tuple[str, ...], ...]
    """The words behind each negation."""
    guessed: bool
    """Whether no verb is known to end its subject."""
    reported: bool
    """Whether it has a "would", which in reported speech is a "will" as well as an expectation."""

    def degree(self) -> int:
        """How sure it is, on the ladder of `text.certainty_words`."""
        return min((int(hedge.sense) for hedge, _ in self.hedges), default=int(Degree.SO))

    def weight(self, shared: frozenset[str]) -> int:
        """How much the words that both clauses have are made to weigh."""
        return sum(1 if one.sense == "+" else -1 for one, over in self.weights if not shared.isdisjoint(over))

    def cues(self, shared: frozenset[str]) -> list[str]:
        """The words that hedge it or make it weigh."""
        found = sorted(
            [hedge for hedge, _ in self.hedges] + [one for one, over in self.weights if not shared.isdisjoint(over)]
        )
        return list(dict.fromkeys(self.text[one.start : one.end] for one in found))

    @cached_property
    def amounts(self) -> list[Amount]:
        """Its numbers."""
        return read_amounts(self.text)


@dataclass(frozen=True)
class Told:
    """One statement of one story."""

    place: int
    text: str
    speaker: Entity | None
    citation: Citation
    """With the words of the statement."""
    source: Citation
    """With the words of the article."""
    clauses: tuple[Clause, ...]
    plain: str
    """Its stems in a row, with a space around each."""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of all its clauses."""
        return frozenset(word for clause in self.clauses for word in (*clause.subject, *clause.predicate))


def statements_of(place: int, story: Story, speaker_of: Mapping[str, Entity]) -> list[Told]:
    """What a story says on somebody's word, and what it claims itself; faulty records are left out."""
    found: dict[str, Told] = {}
    for path, record, field, text, speaker in _told(story):
        if record.verdict is not None and record.verdict.faulty:
            continue
        key = f"{speaker}|{text}"
        if key in found:
            continue
        source = of_field(place, path, record, field, text)
        found[key] = Told(
            place,
            text,
            None if speaker is None else speaker_of.get(speaker) or Entity((speaker,)),
            source.model_copy(update={"text": text}),
            source,
            clauses_of(text),
            f" {' '.join(word.stem for word in words(text))} ",
        )
    return list(found.values())


def _told(story: Story) -> Iterator[tuple[str, Record, str, str, str | None]]:
    for at, quote in enumerate(story.summary.quotes):
        if quote.mode != "no_comment":
            yield f"quotes[{at}]", quote, "text", quote.text, quote.speaker
    for at, claim in enumerate(story.summary.claims):
        yield f"claims[{at}]", claim, "statement", claim.statement, claim.claimant


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a statement or a sentence; one that begins with its verb has the subject of the one before."""
    found: list[Clause] = []
    for piece in _BREAK.split(text):
        if piece.strip():
            found.append(_clause(piece.strip(), found[-1].subject if found else frozenset()))
    return tuple(found)


def _clause(text: str, subject_before: frozenset[str]) -> Clause:
    over = _IT_IS.search(text)
    every = [word for word in words(text) if over is None or word.start >= over.end()]
    unsure = [Phrase(one.start(), one.end(), str(int(Degree.OPEN))) for one in _NOT_NECESSARILY.finditer(text)]
    hedges = [one for one in (*_SOFT.find(text), *_HEARD.find(text), *unsure) if text[one.start].islower()]
    weights = [one for one in _WEIGHT.find(text) if text[one.start].islower()]
    sure = [(one.start, one.end) for one in (*hedges, *weights, *_SETTLED.find(text)) if text[one.start].islower()]
    telling = [
        word
        for word in content(every)
        if word.stem not in _NO_CONTENT and not any(start <= word.start < end for start, end in sure)
    ]
    negations = [*(one for one in _NOT.find(text) if one.sense), *unsure]
    ends = [word.start for word in every if word.low in VERBS] + [one.start for one in (*hedges, *negations)]
    third = telling[_SUBJECT].start if len(telling) > _SUBJECT else len(text)
    end = min([*(one for one in ends if over is None or one >= over.end()), third])
    subject = frozenset(_one(word) for word in telling if word.start < end)
    if not subject and every and every[0].start >= end:
        subject = subject_before
    predicate = tuple(_one(word) for word in telling if word.start >= end)
    return Clause(
        text,
        subject,
        predicate,
        frozenset(_one(word) for word in telling if word.text[0].isupper() and word.start > 0),
        tuple(
            (one, predicate[:_ACT] if over is not None and one.start < over.end() else _behind(telling, one, _ACT))
            for one in hedges
        ),
        tuple((one, _behind(telling, one, _WEIGHED)) for one in weights),
        tuple(_behind(telling, one, _ACT) for one in negations),
        not ends,
        any(word.low == "would" for word in every),
    )


def _one(word: Word) -> str:
    return SYNONYMS.get(word.stem, word.stem)


def _behind(telling: list[Word], phrase: Phrase, count: int) -> tuple[str, ...]:
    return tuple([_one(word) for word in telling if word.start >= phrase.end][:count])


def may_be_one(one: Told, other: Told) -> bool:
    """Whether enough words of two statements are the same for them to be compared at all."""
    return len(one.stems & other.stems) >= _SHARED_LEAST


def same_speaker(one: Told, other: Told) -> bool:
    """Whether one person, one company, or nobody but the two articles says them."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    return same_entity(one.speaker, other.speaker)


def same_words(one: Told, other: Told) -> bool:
    """Whether one has a clause of the other in the same words, so that it only quotes more of them. What is hedged from
    without ("it is possible that") is not the same."""
    shorter, longer = sorted((one, other), key=lambda told: len(told.plain))
    if shorter.plain in longer.plain:
        return not _IT_IS.search(longer.text) or bool(_IT_IS.search(shorter.text))
    pieces = (f" {' '.join(word.stem for word in words(clause.text))} " for clause in shorter.clauses)
    return any(piece in longer.plain for piece in pieces if piece.count(" ") > _LONG)


_LONG = 7
"""Spaces around the words of a clause that stands elsewhere by no chance."""


def likeness(one: Clause, other: Clause, *, spoken: bool) -> tuple[float, frozenset[str]]:
    """The part of the shorter predicate that both clauses have, and the words; 0 where they are not one statement.

    spoken      whether one speaker says both; otherwise the subjects have to be named alike
    """
    nothing = 0.0, frozenset[str]()
    if one.guessed is not other.guessed:
        one, other = _with_subject_of(one, other), _with_subject_of(other, one)
    if one.subject and other.subject:
        if one.subject.isdisjoint(other.subject):
            return nothing
    elif not spoken:
        return nothing
    mine, theirs = frozenset(one.predicate), frozenset(other.predicate)
    shared = mine & theirs
    subjects = one.subject & other.subject
    # "Hundreds of jobs go": one word is enough where it is all, and two of whom or what it is said are the same.
    least = 1 if mine == theirs and len(subjects) >= _SHARED_LEAST else _SHARED_LEAST
    if len(shared) < least or shared <= (one.names | other.names):
        return nothing
    fewer, more = sorted((len(mine), len(theirs)))
    if len(shared) < _SHARED_PART * fewer or len(shared) < _OF_LONGER * more or not same_numbers(one, other):
        return nothing
    acts = shared - one.names - other.names
    if any(acts.isdisjoint(act) for clause in (one, other) for _, act in clause.hedges):
        return nothing
    return len(shared) / fewer + len(shared) / 1000, shared


def _with_subject_of(one: Clause, other: Clause) -> Clause:
    """A clause whose verb is not known, with what it has of another one's subject for its own: "the price reflects" by
    "the price could reflect"."""
    every = (*(word for word in one.subject), *one.predicate)
    if not one.guessed or not other.subject & set(every):
        return one
    return replace(
        one,
        subject=other.subject & set(every),
        predicate=tuple(dict.fromkeys(word for word in every if word not in other.subject)),
    )


def opposed(one: Clause, other: Clause, shared: frozenset[str]) -> bool:
    """Whether just one of two clauses that are else one statement negates what both say."""
    mine, theirs = ([act for act in clause.negated if not shared.isdisjoint(act)] for clause in (one, other))
    return len(mine) % 2 != len(theirs) % 2


def same_numbers(one: Clause, other: Clause) -> bool:
    """Whether the numbers of two clauses go together; those that only one has are none to compare."""
    first, second = one.amounts, other.amounts
    if not first or not second:
        return True
    return any(borne_out(mine, theirs) or borne_out(theirs, mine) for mine in first for theirs in second)
