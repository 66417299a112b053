"""What a sentence says is done or not done, by its meaning, and about what: to be compared with another sentence.

An act is a phrase of `act_words` with its sign, turned round by whatever negates it, and the words of its own part of
the sentence: who does it, and to what. Two acts of one meaning agree or contradict each other as a whole, so that "did
not accept the offer" says the same as "turned down the bid".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.text.phrases import word_set
from summarizer.verifier.act_words import ACTS, CLASSES, PHRASES, Sense
from summarizer.verifier.reading import Bearing, Reading
from summarizer.verifier.wording import stem

_TURNS = word_set(
    """
    after although as because but despite except if once since so than that though unless until what when whereas
    whether which while who whom whose why
    """
)
_RELATIVES = word_set("that which who whom whose")
_SAYING = word_set("added adds argued insisted says said saying told warned warns")
_OPEN = word_set("if unless whether")
_AUXILIARIES = word_set(
    """
    am are can could did do does had has have is may might must not never shall should was were will would
    """
)
_DETERMINERS = frozenset({"no", "none", "neither", "nobody", "nothing", "few", "hardly"})
"""Negations that stand with a noun, whose verb they turn round."""
_CLAUSAL = word_set(
    """
    denied denies deny denying denial disputed disputes doubt doubted doubtful doubts refuted
    """
)
"""Negations that turn round the whole of what stands behind them."""
_KEEPING = frozenset(stem(word) for word in word_set("ban bar block deter discourage keep prevent prohibit stop"))
_BEFORE_FROM = 6
_NEXT_VERB = 7
"""Words behind "and" among which the verb of a further clause stands."""
_AS_VERBS = word_set(
    """
    advance attack back clear close cool count ease end engage fight firm float free hail honor honour land lag let
    light list name need open pass project secure top trail
    """
)
"""Words that are as often nouns or adjectives: read only where they stand as a verb."""
_BEFORE_VERBS = word_set("can could did do does may might must not should t they to we will would you i who")
_AS_NOUNS = word_set("forecast forecasts plan plans intention intentions expectation expectations offer offers")
_NEVER = word_set(
    """
    acquisition acquisitions contract contracts disposal disposals export exports import imports lease leases loss
    losses
    merger mergers ownership purchase purchases rent sale sales
    """
)
"""Nouns that name a thing, or leave open on which side of it somebody is."""
_BEFORE_NOUNS = word_set("a an any her his its our the their this your s")
_BEFORE_OPEN = word_set("are be been is keep keeps kept remain remained remains stay stayed stays was were")
_OPENING = 8
"""Words of a sentence's first part that are its subject at most."""
_COMMON = frozenset(
    stem(word)
    for word in word_set(
        """
        according also billion bln company day dlrs dollar euro first group last million mln month new next now per
        percent pct quarter still today trillion week year yesterday
        """
    )
)
"""Words that say nothing about what an act is about."""


class Act(NamedTuple):
    """A phrase that says that something is done, or how it is."""

    first: int
    last: int
    senses: tuple[Sense, ...]
    turned: bool
    """Whether an odd number of negations turns it round."""
    about: frozenset[str]
    """Its subject and objects, as stems; words that mean the same have one stem."""
    before: frozenset[str]
    """Those of them that stand before it in its part of the sentence."""
    open: bool
    """Whether it stands behind "if" or "whether"."""
    passive: bool
    part: tuple[int, int]
    """Its part of the sentence, as indexes of words."""
    beside: frozenset[str]
    """What else negates in its part of the sentence."""
    theme: frozenset[str]
    """Of these what goes up or down, where the act is a way: the object of "cut", the subject of "fell"."""

    @property
    def refuses(self) -> bool:
        """Whether the phrase itself says that something is not done: "rejected", "suspended"."""
        return not self.turned and any(sense.sign < 0 and sense.meaning.startswith(ACTS) for sense in self.senses)

    def sign(self, sense: Sense) -> int:
        """Whether it says (1) or negates (-1) a meaning."""
        return -sense.sign if self.turned else sense.sign


def key(word: str) -> str:
    """The stem that stands for all nouns that mean what a stem means."""
    return CLASSES.get(word, word)


_LONGEST = 1_000
"""Words of a sentence whose acts are read: what is longer is no sentence of prose, and its acts are too many."""


def read_acts(reading: Reading) -> list[Act]:
    """The acts of a sentence, in order; none of one that is longer than any sentence of prose."""
    places = list(_phrases(reading)) if len(reading.low) <= _LONGEST else []
    if not places:
        return []
    edges = _edges(reading, {first for first, _, _ in places})
    keys = [
        key(word.stem) if anchored and word.stem not in _COMMON else ""
        for word, anchored in zip(reading.words, reading.anchors, strict=True)
    ]
    turned = [False] * len(places)
    loose: set[int] = set()
    listed = any(cue.text == "neither" for cue in reading.negations)
    for cue in reading.negations:
        if listed and cue.text == "nor":
            continue
        hit = list(_turned_by(cue, reading, places, edges))
        for at in hit:
            turned[at] = not turned[at]
        for at, (first, _, _) in enumerate(places):
            if cue.last < first < cue.reach and at not in hit and _is_infinitive(reading, first):
                loose.add(at)
        if not hit and cue.text in _DETERMINERS:
            loose.update(at for at, (first, _, _) in enumerate(places) if first > cue.last)
    for at, (first, _, _) in enumerate(places):
        if _kept_from(reading, first):
            governs = at > 0 and first - places[at - 1][0] <= _BEFORE_FROM and turned[at - 1]
            turned[at] = turned[at] == governs
    found = []
    for at, (first, last, senses) in enumerate(places):
        low, high = _part(edges, first)
        ahead = _said(keys[low:first]) or _subject(reading, keys, low, places, edges)
        behind = _said(keys[last + 1 : high])
        is_open = at in loose or not _OPEN.isdisjoint(reading.low[max(0, low - 1) : first])
        part = [cue for cue in reading.negations if low <= cue.first < high]
        beside = frozenset(
            cue.text for cue in part if first > cue.last or cue.first > last if not turned[at] or len(part) > 1
        )
        passive = reading.low[first].endswith(_PARTICIPLES) and first > 0 and _is_passive(reading, first)
        found.append(
            Act(
                first,
                last,
                senses,
                turned[at],
                ahead | behind,
                ahead,
                is_open,
                passive,
                (low, high),
                beside,
                _theme(reading, keys, first, last, high, ahead),
            )
        )
    return found


def _phrases(reading: Reading) -> Iterator[tuple[int, int, tuple[Sense, ...]]]:
    words, at, count = reading.words, 0, len(reading.words)
    while at < count:
        entries = PHRASES.get(words[at].stem)
        if entries and not _is_act(reading, at):
            entries = None
        step = 1
        for rest, senses in entries or ():
            end = at + len(rest)
            if end >= count or any(words[at + 1 + place].stem != one for place, one in enumerate(rest)):
                continue
            if not any(reading.breaks[at + 1 : end + 1]):
                yield at, end, senses
                step = end - at + 1
                break
        else:
            if entries:
                found = _parted(reading, at, entries)
                if found is not None:
                    yield found
        at += step


def _is_act(reading: Reading, at: int) -> bool:
    """Whether a word that can mean an act does: no noun that merely looks like it, nor whoever does such things."""
    low, before = reading.low[at], reading.low[at - 1] if at else ""
    if low in _AS_VERBS:
        return before in _BEFORE_VERBS or (low == "open" and before in _BEFORE_OPEN)
    if low in _AS_NOUNS and before in _BEFORE_NOUNS:
        return False
    if low in _NEVER:
        return False
    if low in ("end", "ends"):
        return before in _BEFORE_VERBS or low == "ends"
    doer = low.removesuffix("s")
    return not (
        doer.endswith(("er", "or")) and len(reading.words[at].stem) < len(doer) - 1 and doer not in _COMPARATIVES
    )


def _parted(
    reading: Reading, at: int, entries: Sequence[tuple[tuple[str, ...], tuple[Sense, ...]]]
) -> tuple[int, int, tuple[Sense, ...]] | None:
    """A verb whose particle stands behind its object: "turned the offer down"."""
    words = reading.words
    for rest, senses in entries:
        if len(rest) != 1 or rest[0] not in _PARTICLES:
            continue
        for there in range(at + 2, min(len(words), at + 6)):
            if reading.breaks[there]:
                break
            if words[there].stem == rest[0] and reading.low[there + 1 : there + 2] not in (["to"], ["from"]):
                return at, at, senses
    return None


_COMPARATIVES = word_set(
    """
    bigger better cheaper dearer earlier faster greater healthier heavier higher larger later lighter lower offer poorer
    recover slower smaller softer stronger weaker worse deliver discover enter
    """
)
_PARTICLES = frozenset({"down", "off", "out", "back"})


def _edges(reading: Reading, heads: set[int]) -> list[int]:
    """Where the parts of the sentence begin."""
    low, found = reading.low, [0]
    for at in range(1, len(low)):
        word = low[at]
        if (
            (reading.breaks[at] and not (word[0].isdigit() and low[at - 1][-1].isdigit()))
            or word in _TURNS
            or low[at - 1] in _SAYING
        ):
            found.append(at)
        elif word in ("and", "or", "nor") and at + 1 < len(low):
            there = at + 1
            while there + 1 < len(low) and (low[there].endswith("ly") or low[there] in ("also", "then")):
                there += 1
            begun = any(found[-1] <= head < at for head in heads)
            if low[there] in _AUXILIARIES or there in heads or (begun and _goes_on(reading, at, heads)):
                found.append(at)
    return found


def _goes_on(reading: Reading, at: int, heads: set[int]) -> bool:
    """Whether another clause with a verb of its own begins at "and": "rose 4% and Tessel's fell"."""
    for there in range(at + 1, min(len(reading.low), at + _NEXT_VERB)):
        if reading.breaks[there] or reading.low[there] in _TURNS:
            return False
        if there in heads and reading.low[there] not in _COMPARATIVES:
            return True
    return False


def _part(edges: Sequence[int], at: int) -> tuple[int, int]:
    place = bisect_right(edges, at)
    return edges[place - 1], edges[place] if place < len(edges) else 10**6


def _turned_by(
    cue: Bearing,
    reading: Reading,
    places: Sequence[tuple[int, int, tuple[Sense, ...]]],
    edges: Sequence[int],
) -> Iterator[int]:
    """Which acts a negation turns round."""
    borne = {cue.target, *cue.through} if cue.target >= 0 else set()
    at = cue.target
    while 0 <= at < cue.reach - 1 and reading.words[at].stem not in PHRASES and reading.anchors[at + 1]:
        # "not job cuts": what is negated is the noun at the end.
        at += 1
        borne.add(at)
    low, high = _part(edges, cue.first)
    hit = False
    for at, (first, last, _) in enumerate(places):
        if first <= cue.last and cue.first <= last:
            continue
        if any(first <= one <= last for one in borne):
            hit = True
            yield at
        elif cue.text in _CLAUSAL and cue.last < first < cue.reach:
            yield at
    if hit or cue.text not in _DETERMINERS:
        return
    # "imposed no conditions", "no conditions were imposed"
    inside = [at for at, (first, last, _) in enumerate(places) if low <= first < high]
    leading = [at for at in inside if 0 <= cue.first - places[at][1] <= 2]
    following = [at for at in inside if places[at][0] > cue.last]
    yield from (leading or following)[:1]


def _is_infinitive(reading: Reading, at: int) -> bool:
    return "to" in reading.low[max(0, at - 2) : at]


def _kept_from(reading: Reading, at: int) -> bool:
    """Whether somebody is kept from doing it: "prevents Solway from appealing"."""
    if not reading.low[at].endswith("ing") or not at or reading.low[at - 1] != "from":
        return False
    if any(cue.first <= at - 1 <= cue.last for cue in reading.negations):
        return False
    return any(word.stem in _KEEPING for word in reading.words[max(0, at - 1 - _BEFORE_FROM) : at - 1])


_INTRANSITIVE = frozenset(
    stem(word)
    for word in word_set(
        """
        advance climb crash decline dip drop fall gain jump plummet plunge rally rebound rise sink slide slip slump soar
        surge tumble
        """
    )
)
_UNTIL = word_set("about after against as at before by during for from in of on since than to when while with within")


def _theme(
    reading: Reading, keys: Sequence[str], first: int, last: int, high: int, ahead: frozenset[str]
) -> frozenset[str]:
    high = min(high, len(reading.low))
    start = last + 1
    if start < high and reading.low[start] in ("in", "of"):
        start += 1
    elif reading.words[first].stem in _INTRANSITIVE:
        return ahead
    end = start
    while end < high and reading.low[end] not in _UNTIL and not reading.low[end][0].isdigit():
        end += 1
    return _said(keys[start:end]) or ahead


_PARTICIPLES = ("ed", "en", "wn", "ht", "ld", "t")
_BE = word_set("are be been being get gets got is was were")


def _is_passive(reading: Reading, at: int) -> bool:
    before = at - 1
    while before > 0 and (reading.low[before].endswith("ly") or reading.low[before] in ("not", "also", "now")):
        before -= 1
    return reading.low[before] in _BE


def _said(keys: Sequence[str]) -> frozenset[str]:
    """What the words of a stretch say: the keys of those that say something."""
    return frozenset(filter(None, keys))


def _subject(
    reading: Reading,
    keys: Sequence[str],
    low: int,
    places: Sequence[tuple[int, int, tuple[Sense, ...]]],
    edges: Sequence[int],
) -> frozenset[str]:
    """Who does an act that begins its part of the sentence: what stands before "which", else what opens it all."""
    if not low:
        return frozenset()
    if reading.low[low] in _RELATIVES:
        return _said(keys[max(_part(edges, low - 1)[0], low - 3) : low])
    end = min(places[0][0], _part(edges, 0)[1], _OPENING)
    return _said(keys[:end])
