"""How far a statement departs from the sentences it cites: a word alignment that pays for what it cannot follow.

The statement's words are led through the cited words in order, by dynamic programming (a Viterbi alignment after
Vogel, Ney and Tillmann, 1996, with costs in place of probabilities). Words left out of the source are cheap where
they are a parenthesis or a prepositional phrase, as the compression of a sentence leaves them out (Knight and Marcu,
2002), and dear where they tear a clause; words of the statement that the source lacks, words put in another order and
leaps to another sentence are dear. Words of one direction ("rose", "went up") count as one, and a participle behind a
form of "be" may stand before its place in the source, as the passive puts it. A summary that can be followed so is as
a rule borne out; one that joins pieces of several sentences, or says a thing in other words, may be right, but its
words do not prove it.

Names, amounts and dates are passed over: they have checks of their own, which know their other forms.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from summarizer.text.phrases import word_set
from summarizer.verifier.index import Cited
from summarizer.verifier.said import Said
from summarizer.verifier.wording import STOP_WORDS, Word, before

# What a step costs. Learnt from labelled summaries of news; a word that carries content costs 1.
_NEW = 1.0
_NEW_LIGHT = 0.2
_SHORT_GAP = 0.5
_GAP = 0.5
_PHRASE_GAP = 0.1
_BACK = 1.2
_LEAP = 1.3
_PASSIVE = 0.45

_SHORT = 2
"""Words that a short gap leaves out at most."""
_PLACES = 32
"""Places of one word that are tried at most."""
_WORDS = 120
"""Words of a statement that are aligned at most."""
_NOWHERE = -1

_PREPOSITIONS = word_set("""
    about above after against among around as at because before behind below beneath beside between beyond by despite
    during following for from in including inside into like near of off on onto over past per since than that though
    through throughout to toward towards under until up upon via when where which while who whose with within without
""")
_BE = frozenset({"are", "be", "been", "being", "is", "was", "were"})
_PAUSES = frozenset(',;:.!?()[]"“”„«»—–')


class _Token(NamedTuple):
    start: int
    stem: str
    sentence: int
    preposition: bool
    pause: bool
    """Whether a mark of punctuation stands before it, or it begins its sentence."""


_token = partial(tuple.__new__, _Token)
"""A `_Token` of its five values in a tuple; a named tuple's own call takes twice as long."""


def departure(said: Said, cited: Cited, enough: float = inf) -> float:
    """The cost of following the statement through the cited sentences, 0 where it is theirs word for word and 1 for
    each word with content that they lack. At most linear in the words cited, for statements of bounded length.

    `enough`: any cost above it will do, so that what is far away is not followed to its end.
    """
    words = said.clause.words[:_WORDS]
    if not words:
        return 0.0
    source: list[_Token] = []
    places: dict[str, list[int]] = {}
    wanted = {word.stem for word in words}
    for number in cited.numbers:
        there, before_it = cited.index.clause(number).reading.places, len(source)
        for stem in wanted & there.keys():
            places.setdefault(stem, []).extend([before_it + at for at in there[stem]])
        source.extend(_tokens(cited, number))
    auxiliary = _same_way(said, cited, source, places)
    checked = {word.start for word in said.clause.content}.difference(word.start for word in said.content)
    costs = [_NEW_LIGHT if word.start in checked or word.start in auxiliary or _light(word) else _NEW for word in words]
    lacking = sum(cost for word, cost in zip(words, costs, strict=True) if word.stem not in places)
    # What the source lacks must be paid on any way through it.
    return lacking if lacking > enough else _align(words, costs, source, places, enough)


def _same_way(said: Said, cited: Cited, source: Sequence[_Token], places: dict[str, list[int]]) -> set[int]:
    """Words that go the same way count as one: "rose" is where "up" of "went up" is looked for. Where those words of
    the statement stand that only lead up to such a word: "went"."""
    auxiliary: set[int] = set()
    if not said.clause.directions:
        return auxiliary
    told = {cue.start: cue.sense for cue in cited.each(cited.index.directions)}
    senses = {at: told[token.start] for at, token in enumerate(source) if token.start in told}
    for cue in said.clause.directions if senses else ():
        same = [at for at, sense in senses.items() if sense == cue.sense]
        own = [word for word in said.clause.words if cue.start <= word.start < cue.end]
        if not same or not own:
            continue
        auxiliary.update(word.start for word in own[:-1])
        auxiliary.update(word.start for word in before(said.clause.words, cue.start, 1) if word.stem == "go")
        places[own[-1].stem] = sorted({*places.get(own[-1].stem, ()), *same})
    return auxiliary


def _tokens(cited: Cited, number: int) -> Sequence[_Token]:
    return cited.index.read(
        "tokens", number, lambda text, offset: _read(cited.index.words(number), number, text, offset)
    )


def _read(words: Sequence[Word], number: int, text: str, offset: int) -> list[_Token]:
    tokens: list[_Token] = []
    end = offset
    for word in words:
        start, last, _, stem, low = word
        between = text[end - offset : start - offset]
        pause = not tokens or (between != " " and (" - " in between or not _PAUSES.isdisjoint(between)))
        tokens.append(_token((start, stem, number, low in _PREPOSITIONS, pause)))
        end = last
    return tokens


def _light(word: Word) -> bool:
    return len(word.text) == 1 or word.low in STOP_WORDS


def _align(
    claim: Sequence[Word], costs: Sequence[float], source: Sequence[_Token], places: dict[str, list[int]], enough: float
) -> float:
    """The least cost. A state is the place in the source that was followed last."""
    states: dict[int, float] = {_NOWHERE: 0.0}
    last = ""
    for word, new in zip(claim, costs, strict=True):
        least = min(states.values())
        if least > enough:
            return least
        # Nobody who is this far behind can be overtaken: the others could leap here and go on from there.
        farthest = least + _LEAP
        live = [(at, cost) for at, cost in states.items() if cost <= farthest]
        fresh = {at: cost + new for at, cost in live}
        back = _PASSIVE if last in _BE else _BACK
        tried = places.get(word.stem, ())
        for there in tried if len(tried) <= _PLACES else _near(tried, [at for at, _ in live]):
            best = farthest + _LEAP
            for at, cost in live:
                if cost < best:
                    # What goes straight on costs nothing.
                    step = 0.0 if at == there - 1 or at == _NOWHERE else _step(source, at, there, back)
                    if cost + step < best:
                        best = cost + step
            if there not in fresh or best < fresh[there]:
                fresh[there] = best
        states = fresh
        last = word.low
    return min(states.values())


def _near(places: Sequence[int], followed: Sequence[int]) -> Sequence[int]:
    """The places to try: of a word that stands everywhere, those nearest to where the alignment has come."""
    nearest = (bisect_left(places, at) for at in followed)
    return sorted({at for first in nearest for at in places[max(0, first - 1) : first + 2]})


def _step(source: Sequence[_Token], here: int, there: int, back: float) -> float:
    if source[here].sentence != source[there].sentence:
        return _LEAP
    if there <= here:
        return back
    first = source[here + 1]
    if first.pause and source[there].pause:
        return 0.0
    if first.preposition:
        return _PHRASE_GAP
    if there - here - 1 <= _SHORT and not any(token.preposition for token in source[here + 2 : there]):
        return _SHORT_GAP
    return _GAP
