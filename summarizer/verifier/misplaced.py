"""Whose label a number of a statement bears: its own in the article, or that of another number beside it.

The words that the statement says of the number are held against what the article says of it, and against what it says
of each other number of the kind. Only words tell that the one has and the other has not; a number is misplaced where
they speak for another and hardly any speaks for its own place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.verifier.fact_labels import Keys, Label
from summarizer.verifier.index import Index

_TELLING = frozenset("~@")
_ENOUGH = 2.0
_FAR = 3.0
"""Weight from which the words tell; where the other number stands in another sentence."""
_COMPARED = frozenset({"~base", "~change", "~goal", "@earlier"})
"""What shows in a statement that a number is no plain one of now."""
_PHASES = frozenset({"~base", "~change", "~level"})
_MARKS = frozenset({"~base", "~goal"})
"""What shows in the article that a number is of an earlier time, or a forecast."""


def _weight(keys: Iterable[str]) -> float:
    """What words weigh: twice where all forms of one meaning count as one word."""
    return sum(2.0 if key[0] in _TELLING else 1.0 for key in keys)


def misplaced(
    mine: Label,
    holders: Sequence[Label],
    rivals: Sequence[Label],
    others: Sequence[tuple[Label, Label]],
    index: Index,
    strange: int,
    *,
    far: bool,
) -> Label | None:
    """The rival whose place the number of the statement, labelled `mine`, has taken.

    `holders` are the places of the number in the article. `others`: other numbers of the statement, each with its
    place in the article. `strange`: content words of the statement
    that the article lacks; they may stand for the label that is missed.
    `far`: whether numbers of other sentences count.
    """
    best: tuple[float, Label] | None = None
    for rival in rivals:
        margin = min((_margin(mine, holder, rival, index, strange, far=far) for holder in holders), default=0.0)
        if margin > 0 and (best is None or margin > best[0]) and not _taken(rival, holders, others):
            best = margin, rival
    return best[1] if best else None


def _margin(label: Label, holder: Label, rival: Label, index: Index, strange: int, *, far: bool) -> float:
    # What the statement says of several numbers alike proves nothing against the place of one.
    mine, telling = label.all, label.own if label.shared else label.all
    here, there = index.sentence_at(holder.fact.start), index.sentence_at(rival.fact.start)
    if here != there:
        if not far or there == here - 1 or (mine & holder.sentence) - rival.sentence:
            return 0.0  # what the sentence before says may be what this one goes on about
        return _weight((mine & rival.held) - holder.sentence) - _FAR - strange + 0.5
    # What is said before a number holds for it too where it says more of the same; what is said behind need not.
    of_rival = rival.held if rival.fact.start < holder.fact.start else rival.own
    weight = _weight((telling & of_rival) - holder.all)
    for_holder = _weight((mine & holder.all) - rival.wide)
    if weight - 2 * for_holder - max(0, strange - 1) / 2 >= _ENOUGH:
        return weight - 2 * for_holder
    if not weight or for_holder or strange:
        return 0.0
    labelled = holder.held - mine - rival.all or any(key[0] not in _TELLING for key in holder.own - mine)
    return weight if labelled else 0.0


def at_home(mine: Label, holders: Sequence[Label], rival: Label) -> bool:
    """Whether the words speak for the number's own place, and hardly any for the rival's."""
    return any(
        _weight((mine.all & holder.all) - rival.all) > 1.5 * _weight((mine.all & rival.held) - holder.all)
        for holder in holders
    )


def unmarked(
    mine: Label, holders: Sequence[Label], rivals: Sequence[Label], index: Index, *, soft: bool, moves: bool
) -> Label | None:
    """The rival that the statement means, where it gives the number of an earlier time, or a mere forecast, as if it
    were that of now.

    `soft`: the statement softens; `moves`: it says that something rose or fell.
    """
    own = mine.all
    if not own.isdisjoint(_COMPARED) or (moves and "~level" not in mine.own):
        return None
    for rival in rivals:
        if all(_passed_off(own, holder, rival, index, soft=soft) for holder in holders):
            return rival
    return None


def _passed_off(mine: Keys, holder: Label, rival: Label, index: Index, *, soft: bool) -> bool:
    marks = (holder.own & _MARKS) - rival.own
    if not marks or (marks == {"~goal"} and soft) or rival.own & _MARKS:
        return False
    if index.sentence_at(holder.fact.start) != index.sentence_at(rival.fact.start):
        return False
    alike = mine & rival.held
    return bool(alike) and not ((mine & holder.all) - rival.all) and not (mine - rival.all - _PHASES - {"@now"})


def _taken(rival: Label, holders: Sequence[Label], others: Sequence[tuple[Label, Label]]) -> bool:
    """Whether the statement gives the rival as well, and in its own place."""
    for other, place in others:
        if place is rival and any(
            _weight((other.all & rival.all) - holder.all) > _weight((other.all & holder.held) - rival.all)
            for holder in holders
        ):
            return True
    return False
