"""Drift and contradiction: one statement of one speaker, more certain in one article than in another, or denied there.

How sure each is follows the ladder of `text.certainty_words` (may, likely, expected, settled, so); words that make it
weigh more ("a key role") count a step. What is the same statement is told by `statements`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import Literal

from summarizer.dossier.model import Derivation, Drift, DriftStatement
from summarizer.dossier.statements import Clause, Told, likeness, may_be_one, opposed, same_speaker, same_words
from summarizer.text.certainty_words import Degree
from summarizer.text.patterns import pattern
from summarizer.verifier.wording import content, words

_LETTERS = pattern(r"\w+")
_ALIKE = 24
"""Articles of one wording that are compared with those of another: of a text that hundreds print, the first."""


@dataclass(frozen=True)
class Pair:
    """The clauses of two articles that are the same statement, or the one the other's opposite."""

    one: Told
    other: Told
    clauses: tuple[Clause, Clause]
    shared: frozenset[str]
    opposed: bool
    likeness: float


def pairs_of(statements: Sequence[Told]) -> list[Pair]:
    """The statements of two articles that are one, each with the one that is most like it, the likest first."""
    found: list[Pair] = []
    worded: dict[tuple[str, tuple[str, ...] | None], list[Told]] = {}
    for one in statements:
        worded.setdefault((one.text, None if one.speaker is None else one.speaker.forms), []).append(one)
    # The costly ones last: an event has as many pairs of wordings as the square of them.
    for first, second in combinations(worded.values(), 2):
        one, other = first[0], second[0]
        if one.text == other.text or not may_be_one(one, other) or not same_speaker(one, other):
            continue
        if same_words(one, other) or (best := _likest(one, other)) is None:
            continue
        found += [_between(best, *pair) for pair in product(first[:_ALIKE], second[:_ALIKE])]
    order = {id(one): at for at, one in enumerate(statements)}
    found = [pair for pair in found if pair.one.place != pair.other.place]
    found.sort(
        key=lambda pair: (
            -pair.likeness,
            pair.one.place,
            pair.other.place,
            order[id(pair.one)],
            order[id(pair.other)],
        )
    )
    kept: list[Pair] = []
    used: set[tuple[int, int]] = set()
    for pair in found:
        keys = {(id(pair.one), pair.other.place), (id(pair.other), pair.one.place)}
        if used.isdisjoint(keys):
            kept.append(pair)
            used |= keys
    return kept


def _between(pair: Pair, one: Told, other: Told) -> Pair:
    """The same pair of clauses between two other articles, that of the earlier place first."""
    if one.place <= other.place:
        return replace(pair, one=one, other=other)
    return replace(pair, one=other, other=one, clauses=(pair.clauses[1], pair.clauses[0]))


def _likest(one: Told, other: Told) -> Pair | None:
    best: Pair | None = None
    spoken = one.speaker is not None
    for mine in one.clauses:
        for theirs in other.clauses:
            how, shared = likeness(mine, theirs, spoken=spoken)
            if how and (best is None or how > best.likeness):
                best = Pair(one, other, (mine, theirs), shared, opposed(mine, theirs, shared), how)
    return best


def contradictions(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of which one says what the other denies; a "may" and a "may not" are none."""
    found: list[Pair] = []
    told: set[tuple[int, str]] = set()
    for pair in pairs:
        used = {(said.place, said.text) for said in (pair.one, pair.other)}
        if pair.opposed and told.isdisjoint(used) and max(clause.degree() for clause in pair.clauses) > Degree.OPEN:
            found.append(pair)
            told |= used
    return found


def find_drift(pairs: Sequence[Pair], links: Sequence[Derivation], days: Mapping[str, date | None]) -> list[Drift]:
    """The statements that are stronger in one article than in another, the strongest drift first."""
    found: list[Drift] = []
    told: set[tuple[int, str]] = set()
    for pair in pairs:
        # A quotation and what a claim makes of it are one statement.
        used = {(said.place, _bare(said.text)) for said in (pair.one, pair.other)}
        used |= {
            (said.place, _bare(clause.text)) for said, clause in zip((pair.one, pair.other), pair.clauses, strict=True)
        }
        if not pair.opposed and told.isdisjoint(used) and (drift := _drift(pair, links, days)):
            found.append(drift)
            told |= used
    return sorted(found, key=lambda one: (-one.strength, one.speaker or "", one.weaker.citation.text))


def _bare(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _drift(pair: Pair, links: Sequence[Derivation], days: Mapping[str, date | None]) -> Drift | None:
    first, second = pair.clauses
    certainty = 0 if first.reported is not second.reported else second.degree() - first.degree()
    step = certainty + second.weight(pair.shared) - first.weight(pair.shared)
    if step == 0 or certainty * step < 0:
        return None
    weaker, stronger = (pair.one, first), (pair.other, second)
    if step < 0:
        weaker, stronger = stronger, weaker
    speaker = next((said.speaker.name for said, _ in (weaker, stronger) if said.speaker is not None), None)
    return Drift(
        speaker=speaker,
        weaker=_shown(*weaker, pair.shared),
        stronger=_shown(*stronger, pair.shared),
        direction=_direction(weaker[0].citation.article, stronger[0].citation.article, links, days),
        strength=abs(step),
        shared=_words_of(stronger[1].text, weaker[1].text),
    )


def _words_of(text: str, other: str) -> list[str]:
    """The words of a clause that the other one has too, in their order."""
    stems = {word.stem for word in content(words(other))}
    return list(dict.fromkeys(word.text for word in content(words(text)) if word.stem in stems))


def _shown(one: Told, clause: Clause, shared: frozenset[str]) -> DriftStatement:
    return DriftStatement(citation=one.citation, degree=clause.degree(), cues=clause.cues(shared))


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
