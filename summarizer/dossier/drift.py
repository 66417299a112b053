"""Drift: the same statement by the same speaker, more certain in one article than in another.

Two statements are the same where they share most of their content words. How sure each is follows the ladder of
`text.certainty_words` (may, likely, expected, settled, so); words that make it weigh more ("a key role") count a step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

from summarizer.dossier.citing import of_field
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.model import Citation, Derivation, Drift, DriftStatement
from summarizer.dossier.stories import Story
from summarizer.fields import Record
from summarizer.text.certainty_words import HEARSAY, NEGATING, SOFTENING, Degree
from summarizer.text.numbers import read_amounts
from summarizer.text.phrases import Phrase, PhraseList, phrase_set, word_set
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.wording import content, stem, stems_of, words

_SHARED_LEAST = 3
"""Content words that the same statement by a named speaker has in both articles."""
_SHARED_PART = 0.5
"""And their part of the shorter one's."""
_OWN_LEAST, _OWN_PART = 5, 0.7
"""The same for what the articles say themselves, where no speaker speaks for it."""
_STRONG = phrase_set("""
    big, central, certainly, clear, considerable, critical, crucial, decisive, definite, definitely, enormous,
    essential, huge, instrumental, key, main, major, massive, pivotal, primary, prime, sharply, significant,
    significantly, strongly, substantial, substantially, surely, sweeping, undoubtedly, vital, without doubt
""")
"""Words that make a statement weigh more."""
_WEAK = phrase_set(
    "a little, limited, marginal, marginally, minor, modest, modestly, partly, slight, slightly, small, somewhat"
)
"""Words that make it weigh less."""
_SOFT = PhraseList(
    {phrase: str(int(degrees.claims)) for phrase, degrees in SOFTENING.items() if degrees.claims <= Degree.LIKELY}
)
"""Hedges only: "plans to" and "agreed to" say as much as "will" of a deal."""
_HEARD = PhraseList(dict.fromkeys(HEARSAY, str(int(Degree.LIKELY))))
_REACH, _WEIGHED = 4, 2
"""Words behind a hedge, and behind a word that weighs, within which it says so of something."""
_LONGER = 1.5
"""Times as long as the shorter one is a statement that has all its words and so only quotes more."""
_QUOTED_MORE = 0.9
"""The part of a statement's words that stand in the other one in one row where that only quotes more."""
_WEIGHT = PhraseList({**dict.fromkeys(_STRONG, "+"), **dict.fromkeys(_WEAK, "-")})
_NOT = PhraseList(dict.fromkeys(NEGATING, "not"))
_NO_CONTENT = frozenset(
    stem(word) for phrase in (*SOFTENING, *HEARSAY, *_STRONG, *_WEAK) for word in phrase.split()
) | frozenset(map(stem, word_set("company firm said told")))


@dataclass(frozen=True)
class Told:
    """One statement of one story, with how sure it is."""

    place: int
    text: str
    speaker: Entity | None
    citation: Citation
    stems: frozenset[str]
    hedges: tuple[Phrase, ...]
    weights: tuple[Phrase, ...]
    negated: bool

    def degree(self, shared: frozenset[str]) -> int:
        """How sure it is, by the hedges before the words that both statements have."""
        return min((int(one.sense) for one in self._over(self.hedges, shared, _REACH)), default=int(Degree.SO))

    def weight(self, shared: frozenset[str]) -> int:
        """How much those words are made to weigh."""
        return sum(1 if one.sense == "+" else -1 for one in self._over(self.weights, shared, _WEIGHED))

    def cues(self, shared: frozenset[str]) -> list[str]:
        """What hedges them or makes them weigh."""
        found = sorted((*self._over(self.hedges, shared, _REACH), *self._over(self.weights, shared, _WEIGHED)))
        return list(dict.fromkeys(self.text[one.start : one.end] for one in found))

    def _over(self, phrases: Sequence[Phrase], shared: frozenset[str], reach: int) -> list[Phrase]:
        return [
            one
            for one in phrases
            if any(word.stem in shared and word.text.islower() for word in words(self.text[one.end :])[:reach])
        ]


def statements_of(place: int, story: Story, speaker_of: Mapping[str, Entity]) -> list[Told]:
    """What a story says on somebody's word, and what it claims itself; faulty records are left out."""
    found: dict[str, Told] = {}
    for path, record, field, text, speaker in _told(story):
        if record.verdict is not None and record.verdict.faulty:
            continue
        key = f"{speaker}|{text}"
        if key in found:
            continue
        citation = of_field(place, path, record, field, text).model_copy(update={"text": text})
        hedges, weights = _certainty(text)
        found[key] = Told(
            place,
            text,
            None if speaker is None else speaker_of.get(speaker) or Entity((speaker,)),
            citation,
            stems_of(text) - _NO_CONTENT,
            hedges,
            weights,
            any(True for _ in _NOT.find(text)),
        )
    return list(found.values())


def _told(story: Story) -> Iterator[tuple[str, Record, str, str, str | None]]:
    for at, quote in enumerate(story.summary.quotes):
        if quote.mode != "no_comment":
            yield f"quotes[{at}]", quote, "text", quote.text, quote.speaker
    for at, claim in enumerate(story.summary.claims):
        yield f"claims[{at}]", claim, "statement", claim.statement, claim.claimant


def _certainty(text: str) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The words that hedge a statement, and those that make it weigh more or less; none that are parts of names."""
    hedges = [one for one in (*_SOFT.find(text), *_HEARD.find(text)) if text[one.start].islower()]
    return tuple(hedges), tuple(one for one in _WEIGHT.find(text) if text[one.start].islower())


def find_drift(statements: Sequence[Told], links: Sequence[Derivation], days: Mapping[str, date | None]) -> list[Drift]:
    """The statements that are stronger in one article than in another, the strongest drift first."""
    best: dict[tuple[int, int], tuple[float, Told, Told]] = {}
    for at, one in enumerate(statements):
        for other in statements[at + 1 :]:
            if one.place == other.place:
                continue
            shared = _likeness(one, other)
            if not shared:
                continue
            for mine, theirs in ((one, other), (other, one)):
                key = (id(mine), theirs.place)
                if key not in best or shared > best[key][0]:
                    best[key] = (shared, mine, theirs)
    pairs = sorted(best.values(), key=lambda one: (-one[0], one[1].place, one[2].place))
    found: list[Drift] = []
    told: set[tuple[int, str]] = set()
    for _, one, other in pairs:
        back = best.get((id(other), one.place))
        used = {(said.place, said.text) for said in (one, other)}
        if back is None or back[2] is not one or not told.isdisjoint(used):
            continue
        if drift := _drift(one, other, links, days):
            found.append(drift)
            told |= used
    return sorted(found, key=lambda one: (-one.strength, one.speaker or "", one.weaker.citation.text))


def _likeness(one: Told, other: Told) -> float:
    """The part of the shorter statement's words that both have; 0 where the two cannot be the same."""
    named = one.speaker is not None and other.speaker is not None
    if one.speaker is not None and other.speaker is not None and not same_entity(one.speaker, other.speaker):
        return 0.0
    if one.negated != other.negated or one.text == other.text:
        return 0.0
    least, part = (_SHARED_LEAST, _SHARED_PART) if named else (_OWN_LEAST, _OWN_PART)
    shared = len(one.stems & other.stems)
    fewer = min(len(one.stems), len(other.stems))
    if shared < least or shared < part * fewer:
        return 0.0
    # The costly ones last: an event has as many pairs of statements as the square of its articles.
    if _quotes_more(one.text, other.text) or not _same_numbers(one.text, other.text):
        return 0.0
    return shared / fewer + shared / 1000


def _quotes_more(one: str, other: str) -> bool:
    """Whether one statement is the other, or a part of it, in the same words."""
    first, second = (f" {' '.join(word.stem for word in words(text))} " for text in (one, other))
    shorter, longer = sorted((first, second), key=len)
    match = SequenceMatcher(None, shorter, longer, autojunk=False).find_longest_match()
    return match.size >= _QUOTED_MORE * len(shorter) or (
        len(longer) > _LONGER * len(shorter) and stems_of(one) | stems_of(other) in (stems_of(one), stems_of(other))
    )


def _same_numbers(one: str, other: str) -> bool:
    first, second = read_amounts(one), read_amounts(other)
    if not first or not second:
        return True
    return any(borne_out(mine, theirs) or borne_out(theirs, mine) for mine in first for theirs in second)


def _drift(one: Told, other: Told, links: Sequence[Derivation], days: Mapping[str, date | None]) -> Drift | None:
    shared = one.stems & other.stems
    degrees = one.degree(shared), other.degree(shared)
    step = (degrees[1] - degrees[0]) + (other.weight(shared) - one.weight(shared))
    if step == 0 or (degrees[1] - degrees[0]) * step < 0:
        return None
    weaker, stronger = (one, other) if step > 0 else (other, one)
    if degrees[0] != degrees[1] and min(degrees) > Degree.LIKELY:
        return None
    speaker = next((said.speaker.name for said in (weaker, stronger) if said.speaker is not None), None)
    return Drift(
        speaker=speaker,
        weaker=_shown(weaker, shared),
        stronger=_shown(stronger, shared),
        direction=_direction(weaker.citation.article, stronger.citation.article, links, days),
        strength=abs(step),
        shared=_words_of(stronger.text, shared),
    )


def _words_of(text: str, stems: frozenset[str]) -> list[str]:
    """The words of a statement that have these stems, in their order."""
    return list(dict.fromkeys(word.text for word in content(words(text)) if word.stem in stems))


def _shown(one: Told, shared: frozenset[str]) -> DriftStatement:
    return DriftStatement(citation=one.citation, degree=one.degree(shared), cues=one.cues(shared))


def _direction(
    weaker: str, stronger: str, links: Sequence[Derivation], days: Mapping[str, date | None]
) -> Literal["hardened", "softened", "unknown"]:
    for link in links:
        if (link.article, link.source) == (stronger, weaker):
            return "hardened"
        if (link.article, link.source) == (weaker, stronger):
            return "softened"
    first, second = days.get(weaker), days.get(stronger)
    if first is None or second is None or first == second:
        return "unknown"
    return "hardened" if first < second else "softened"
