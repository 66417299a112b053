"""Negation: what a statement asserts must not be what the article negates, nor the reverse.

Words of the statement are compared with the words of the article that they go back to. A negation counts where it
bears on such a word; other negating words around it are weighed on both sides, so that "refused to" may stand for
"would not". A paraphrase that shares no word with the article is judged only where the article negates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.modality import Cue
from summarizer.verdicts import Finding
from summarizer.verifier.clause import NEGATIVE, Clause, negates_by_prefix
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing, Reading
from summarizer.verifier.wording import before, behind

_AHEAD, _BEHIND = 8, 6
"""Words before and behind a word among which negating words are counted."""
_FEWEST_TOLD = 2
"""Content words, names aside, that a statement shares with what the article negates before it counts as denied."""
_SAME = 0.5
"""Share of a statement's words that go back to the article, for a negation without any counterpart to be a fault."""
_NOT_SO_SOON = frozenset({"before", "beyond", "except", "only", "than", "unless", "until", "without"})
"""With these a negation asserts something: "not until 2027"."""
_SURE_SENSES = frozenset({"possible", "likely", "reported"})
_NO_HEDGE = frozenset(
    """
    anticipated believe believed believes can estimate estimates expectation expectations forecast forecasts guidance
    hints if indicate indicated indicates indicating intention outlook planned possible potential preliminary probable
    proposal proposed reported rumors rumours should suggest suggested suggesting suggests tentative think thinks would
    would-be
    """.split()
) | {"according to"}
"""Soft only before a noun, or too weak to tell: "a potential acquisition" asserts no acquisition in either text."""


def sentences(cited: Cited) -> list[Clause]:
    """The cited sentences as clauses."""
    return [cited.index.clause(number) for number in cited.numbers]


def strong_hedge(clause: Clause) -> Cue | None:
    """The first hedge in it that leaves open whether it is so: "may", "likely", "reportedly"."""
    return next(
        (cue for cue in clause.hedges if cue.sense in _SURE_SENSES and cue.text.lower() not in _NO_HEDGE),
        None,
    )


def check_negation(laid: Laid) -> Iterator[Finding]:
    """What the statement negates must be negated in the source, and the reverse, where both have the word."""
    found = next(_faults(laid), None)
    if found is not None:
        yield found


def _faults(laid: Laid) -> Iterator[Finding]:
    yield from _negated_though_asserted(laid)
    yield from _dropped(laid)
    yield from _asserted_though_negated(laid)


def _negated_though_asserted(laid: Laid) -> Iterator[Finding]:
    said, alignment = laid.said.reading, laid.alignment
    loose = []
    for cue in said.negations:
        at = next((at for at in _borne(cue) if at in alignment.of), None)
        if at is None or not alignment.supported(at):
            loose.append(cue)
            continue
        match = alignment.of[at]
        told = laid.told(match.source)
        if _weight(said, at) > _weight(told, match.there) and not _governed(told, match.there, said, at):
            yield laid.finding(
                Code.NEGATION_ALTERED, _around(told, match.there), "The record negates what the article asserts"
            )
    for gap in alignment.gaps:
        cues = [cue for cue in loose if gap.said[0] <= cue.first < gap.said[1]]
        told = laid.told(gap.source)
        if cues and not _negative_within(told, gap.told[0] - 2, gap.told[1] + 2):
            near = min(gap.told[0], len(told.low) - 1)
            yield laid.finding(
                Code.NEGATION_ALTERED, _around(told, near), "The record negates what the article asserts"
            )
    anchors = sum(said.anchors)
    if loose and anchors and len(alignment.of) >= _SAME * anchors:
        if not any(_negative_within(source.reading, 0, len(source.reading.low)) for source in laid.sources):
            match = next(iter(alignment.of.values()))
            told = laid.told(match.source)
            yield laid.finding(
                Code.NEGATION_ALTERED, _around(told, match.there), "The record negates what the article asserts"
            )


def _dropped(laid: Laid) -> Iterator[Finding]:
    said, alignment = laid.said.reading, laid.alignment
    for number, source in enumerate(laid.sources):
        told = source.reading
        for cue in told.negations:
            there = next((there for there in _borne(cue) if (number, there) in alignment.back), None)
            if there is None or _NOT_SO_SOON.intersection(told.low[cue.last + 1 : cue.reach + 1]):
                continue
            at = alignment.back[number, there]
            if not alignment.supported(at) or _weight(said, at) >= _weight(told, there):
                continue
            yield laid.finding(
                Code.NEGATION_ALTERED, told.place(cue.first, there), "The article negates it"
            )


def _asserted_though_negated(laid: Laid) -> Iterator[Finding]:
    """A statement must not assert, word for word, what stands behind a negation: "denied that it is in talks"."""
    said, sources = laid.said, laid.sources
    told = {word.stem for word in said.content if not word.text[0].isupper()}
    if len(told) < _FEWEST_TOLD or said.negative:
        return
    if any(not source.negations and told <= source.stems for source in sources):
        return
    for source in sources:
        for cue in source.negations:
            scope = source.scope(cue)
            if told <= {word.stem for word in scope} and not any(word.text.lower() in _NOT_SO_SOON for word in scope):
                yield laid.finding(Code.NEGATION_ALTERED, (cue.start, scope[-1].end), "The article negates it")
                return


def _borne(cue: Bearing) -> Sequence[int]:
    return () if cue.target < 0 else (cue.target, *cue.through)


def _weight(reading: Reading, at: int) -> int:
    """How many words negate around the word `at`, in its part of the sentence."""
    low, high = _part(reading, at)
    cues = [cue for cue in reading.negations if low <= cue.first < high and cue.first != at]
    taken = {index for cue in cues for index in range(cue.first, cue.last + 1)}
    return len(cues) + sum(1 for index in range(low, high) if index != at and index not in taken and _negative(reading, index))


def _part(reading: Reading, at: int) -> tuple[int, int]:
    low = at
    while low > max(0, at - _AHEAD) and not reading.breaks[low]:
        low -= 1
    high = at + 1
    while high < min(len(reading.low), at + _BEHIND) and not reading.breaks[high]:
        high += 1
    return low, high


def _governed(told: Reading, there: int, said: Reading, at: int) -> bool:
    """Whether a negation that stands farther off reaches the article's word, and none such the statement's."""
    far = sum(1 for cue in told.negations if cue.last < there < cue.reach)
    return far > 0 and far >= sum(1 for cue in said.negations if cue.last < at < cue.reach)


def _negative(reading: Reading, index: int) -> bool:
    return reading.words[index].stem in NEGATIVE or negates_by_prefix(reading.low[index])


def _negative_within(reading: Reading, low: int, high: int) -> bool:
    low, high = max(0, low), min(high, len(reading.low))
    return any(low <= cue.first < high for cue in reading.negations) or any(
        _negative(reading, index) for index in range(low, high)
    )


def _around(told: Reading, there: int) -> tuple[int, int]:
    start = told.words[there].start
    around = [*before(told.words, start, 3), *behind(told.words, start, 4)]
    return around[0].start, around[-1].end
