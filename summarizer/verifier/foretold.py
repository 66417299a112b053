"""A statement must not foretell outright, with "will", what the article only expects, thinks possible or likely.

`certainty` compares verb with verb. Here the verbs need not be the same: all that a cited sentence has in common with
the statement, what it is about aside, stands behind one word that softens, as "expect to complete the merger in the
fourth quarter" does of "the merger will close in the fourth quarter".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarizer.text.certainty_words import Degree
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing, Reading

_WILL = frozenset({"will", "shall"})
_OUTRIGHT = word_set("""
    agree agreed agrees agreeing commit committed commits decided guarantee guaranteed must ordered pledge pledged
    promise promised promises shall vow vowed will
""")
"""Words of a sentence that let a statement say "will"."""
_TO_BE = (("is", "to"), ("are", "to"), ("was", "to"), ("were", "to"), ("due", "to"), ("set", "to"), ("poised", "to"))
_VIEWS = word_set("""
    belief expectation expectations fear fears forecast forecasts hope hopes opinion prediction predictions suggestion
    view views
""")
"""Nouns with which a statement calls what it foretells no more than that."""
_SOURCES = 4
"""Cited sentences up to which they are read together."""


def check_foretold(laid: Laid) -> Iterator[Finding]:
    """The finding that the statement says "will" of what every cited sentence that speaks of it softens."""
    said = laid.said.reading
    if len(laid.sources) > _SOURCES or said.hearsay or said.anonymous or not said.softenings:
        return
    if any(cue.text not in _WILL for cue in said.softenings):
        return
    will = said.softenings[0]
    if _only_a_view(said, will):
        return
    found: tuple[int, Bearing, int] | None = None
    for number in range(len(laid.sources)):
        told = laid.told(number)
        linked = sorted(there for source, there in laid.alignment.back if source == number)
        behind = [there for there in linked if laid.alignment.back[number, there] > will.last]
        if not behind:
            continue
        if not _OUTRIGHT.isdisjoint(told.low) or _is_to(told):
            return
        cue = next((cue for cue in told.softenings if _soft(cue) and cue.last < behind[0] < cue.reach), None)
        if cue is None or any(there >= cue.reach for there in behind):
            return
        found = found or (number, cue, behind[-1])
    if found is not None:
        number, cue, last = found
        yield laid.finding(
            Code.CERTAINTY_ALTERED,
            laid.told(number).place(cue.first, last),
            "The record says with more certainty what the article softens",
        )


def _only_a_view(said: Reading, will: Bearing) -> bool:
    """Whether the statement says "will" only in telling what somebody's view is: "her view that sales will fall"."""
    ahead = said.low[: will.first]
    return any(noun in _VIEWS and that == "that" for noun, that in pairwise(ahead))


def _soft(cue: Bearing) -> bool:
    return cue.degree is not None and cue.degree.allows < Degree.SETTLED


def _is_to(told: Reading) -> bool:
    """Whether the sentence has something settled: "is to step down", "due to open"."""
    return any(pair in _TO_BE for pair in zip(told.low, told.low[1:], strict=False))
