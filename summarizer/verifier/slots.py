"""Where an amount or a date stands among the words around it, and whose place among several it has taken.

A statement may give a number that the article has, and give it to the wrong thing: "to $4 from $5" for "to $5 from
$4", one company's sales to the other, last year's profit to this year. The words right before and behind tell: if
they are those around another number of the article, and not those around the number's own, it stands in that one's
place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from summarizer.text.dates import DateSpan
from summarizer.text.numbers import Amount
from summarizer.text.phrases import word_set
from summarizer.verifier.wording import STOP_WORDS, Word

Fact = Amount | DateSpan
F = TypeVar("F", Amount, DateSpan)

_REACH = 6
"""Words to either side that are compared."""
_ENOUGH = 4.0
"""Score from which two places count as the same: two content words in a row, or one with its small words."""
_CLEARLY = 2.5
"""By how much another's place must fit better than the fact's own."""
_JOINTS = frozenset({"", "(", ",", ", and", ", or", "-", "/", "and", "or", "–"})
"""Between two facts that share the words around them: "16% and 17%", "$2 billion, or $1.19"."""
_EARLIER = word_set("from versus vs against than")
"""Words before the number of an earlier time: "up from $3 million", "compared with $3 million"."""


class Slot(NamedTuple):
    """The words on both sides of a fact, the nearest first; other facts stand as "#money" and the like."""

    fact: Fact
    left: tuple[str, ...]
    right: tuple[str, ...]
    joined_left: tuple[str, ...] = ()
    """The words before the first of several facts that it is joined with; () for one that stands alone."""
    joined_right: tuple[str, ...] = ()
    """The words behind the last of them."""
    rank: int = 0
    """Which of several joined facts it is, from 0."""

    @property
    def outer(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words around all the facts that it is joined with."""
        return self.joined_left or self.left, self.joined_right or self.right

    @property
    def near(self) -> frozenset[str]:
        """The content words around it, up to the facts before and behind."""
        found = set()
        for side in (self.left, self.right):
            for token in side:
                if token[0] == "#":
                    break
                if _weight(token) > 1:
                    found.add(token)
        return frozenset(found)

    @property
    def role(self) -> str | None:
        """Whether a change ends ("to") or begins ("from") with it."""
        first = self.left[0] if self.left else ""
        if first == "to":
            return "to"
        if first in _EARLIER or self.left[:2] in (("with", "compar"), ("to", "compar")):
            return "from"
        return None


def _mark(fact: Fact) -> str:
    return f"#{fact.kind}" if isinstance(fact, Amount) else "#date"


def read_slots(text: str, offset: int, words: Sequence[Word], facts: Iterable[Fact]) -> list[Slot]:
    """The slots of the facts of a text whose `words` and facts have places shifted by `offset`."""
    ordered = sorted(facts, key=lambda fact: (fact.start, -fact.end))
    kept: list[Fact] = []
    for fact in ordered:
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    starts = [word.start for word in words]
    tokens: list[str] = []
    at: list[int] = []
    word_at = 0
    for fact in kept:
        first = bisect_left(starts, fact.start)
        tokens.extend(_tokens(words[word_at:first]))
        at.append(len(tokens))
        tokens.append(_mark(fact))
        word_at = max(word_at, bisect_left(starts, fact.end))
    tokens.extend(_tokens(words[word_at:]))
    sides = [
        (tuple(reversed(tokens[max(0, here - _REACH) : here])), tuple(tokens[here + 1 : here + 1 + _REACH]))
        for here in at
    ]
    firsts = list(range(len(kept)))
    for nth in range(1, len(kept)):
        if _joined(text, offset, kept[nth - 1], kept[nth]):
            firsts[nth] = firsts[nth - 1]
    lasts = {first: nth for nth, first in enumerate(firsts)}
    slots = []
    for nth, fact in enumerate(kept):
        first, last = firsts[nth], lasts[firsts[nth]]
        slots.append(
            Slot(
                fact,
                *sides[nth],
                sides[first][0] if first < nth else (),
                sides[last][1] if last > nth else (),
                nth - first,
            )
        )
    return slots


def _joined(text: str, offset: int, one: Fact, other: Fact) -> bool:
    between = text[one.end - offset : other.start - offset]
    return len(between) < 16 and type(one) is type(other) and between.strip().lower() in _JOINTS


def _tokens(words: Sequence[Word]) -> list[str]:
    return [word.low if word.low in STOP_WORDS else word.stem for word in words]


def likeness(one: Slot, other: Slot) -> float:
    """How far the words around two facts are the same: those in a row from the fact outwards count most."""
    left = max(_side(one.left, other.left), _side(one.left, other.joined_left) if other.joined_left else 0.0)
    if one.joined_left:
        left = max(left, _side(one.joined_left, other.left))
    right = max(_side(one.right, other.right), _side(one.right, other.joined_right) if other.joined_right else 0.0)
    if one.joined_right:
        right = max(right, _side(one.joined_right, other.right))
    return left + right


def _side(one: Sequence[str], other: Sequence[str]) -> float:
    score, run = 0.0, 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        score += _weight(mine)
        run += 1
    rest = {token for token in other[run:] if _weight(token) > 1}
    return score + 0.5 * len(rest.intersection(one[run:]))


def _weight(token: str) -> float:
    return 1.0 if token[0] == "#" or token in STOP_WORDS or len(token) == 1 else 2.0


def usurped(mine: Slot, holders: Sequence[Slot], rivals: Sequence[Slot], others: Sequence[Slot]) -> Slot | None:
    """The rival whose place the fact has taken; None where its own place fits as well, or nothing tells.

    `holders`: the places of the article where the fact stands; `rivals`: those of other facts of its kind; `others`:
    the statement's other places, one of which may fit the rival better.
    """
    best: tuple[float, Slot] | None = None
    for rival in rivals:
        score = likeness(mine, rival)
        if best is None or score > best[0]:
            best = score, rival
    if best is None:
        return None
    score, rival = best
    own = max((likeness(mine, holder) for holder in holders), default=0.0)
    turned = (
        mine.role is not None
        and mine.role == rival.role
        and bool(holders)
        and all(holder.role is not None and holder.role != mine.role for holder in holders)
        and own < score
    )
    reordered = rival.rank == mine.rank and any(
        holder.rank != mine.rank and holder.outer == rival.outer == mine.outer for holder in holders
    )
    if reordered:
        return rival
    telling = mine.near - rival.near
    if not turned and any(telling & holder.near for holder in holders):
        return None
    if not turned and (score < _ENOUGH or score - own < _CLEARLY):
        return None
    if any(likeness(other, rival) >= score and other is not mine for other in others):
        return None
    return rival
