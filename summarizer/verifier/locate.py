"""Where copied words stand in the article: exactly, folded, or with words left out; and what stands there instead.

Similarity never counts as a match here. `locate` answers only where the words themselves stand; `nearest` is asked
afterwards, for the sentence that tells a reader what the article has in their place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from summarizer.text.folding import bare, fold, folded
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Cited, Form, Index, Place
from summarizer.verifier.wording import stems_of

How = Literal["exact", "folded", "elided"]

_ELISION = pattern(r"(?:\[|\()?\s*(?:\.\s?\.\s?\.(?:\s?\.)*|…+)\s*(?:\]|\))?|\[([^\[\]]{0,200})\]")
_CASE_BRACKET = pattern(r"\[([^\W\d_])\](?=[^\W\d_])")
_WORD_CHARACTER = pattern(r"\w")
PLAIN_RUN = pattern(r"[a-z0-9]+|\[")
"""What folding never makes out of something else in a text that has an `Index.small`."""

_GAP_ELLIPSIS = 600
"""Characters that an ellipsis may stand for at most."""
_GAP_BRACKET = 80
"""Characters that an editor's bracketed words may replace at most."""
_AROUND = 64
"""Characters on either side of a stretch that count for what `may_stand` says of it."""
_CANDIDATES = 2048
"""Occurrences inside other words that are passed over before a string counts as absent."""
_FIRST_PIECES = 16
"""Places that are tried for the first piece of an elided passage."""
_ALIKE = 68
"""Rapidfuzz's partial ratio from which a stretch is shown as what the source says instead."""
_REGION = 6000
"""Characters of one sentence that are compared for likeness."""
_LONGEST = 2000
"""Characters of the sought words that are."""


@dataclass(slots=True)
class Located:
    """Words that stand in the article: one stretch, or several in order where words were left out."""

    places: tuple[Place, ...]
    how: How

    @property
    def whole(self) -> Place:
        """From the first stretch's start to the last one's end."""
        return self.places[0][0], self.places[-1][1]

    @property
    def gaps(self) -> list[Place]:
        """What was left out between the stretches."""
        return [(before[1], after[0]) for before, after in pairwise(self.places)]


def locate(needle: str, cited: Cited, *, name: bool = False) -> Located | None:
    """Where `needle` stands: in the cited sentences if they have it, else at the nearest place of the article.

    With `name`, a word with a capital letter is only found where the article has a capital letter too.
    """
    return locate_cited(needle, cited, name=name) or _locate_nearest(needle, cited, name=name)


def locate_cited(needle: str, cited: Cited, *, name: bool = False) -> Located | None:
    """Where `needle` stands in the cited sentences, `None` where they do not have it."""
    sought, text = needle.strip(), cited.index.text
    absent = True
    if sought and (sought[0].isalnum() or _WORD_CHARACTER.search(sought)):
        for start, end in cited.runs:
            at = text.find(sought, start, end)
            if at >= 0:
                if stands_alone(text, at, at + len(sought)):
                    return Located(((at, at + len(sought)),), "exact")
                absent = False
                break
    return _locate_in(needle, cited.index, cited.runs, name=name, absent=absent)


def _locate_nearest(needle: str, cited: Cited, *, name: bool) -> Located | None:
    text, middle = cited.index.text, cited.middle
    # From a little before the middle, so that what stands across it is found too.
    start = max(0, middle - 2 * len(needle) - _GAP_BRACKET)
    return _locate_in(needle, cited.index, [(start, len(text)), (middle, 0)], name=name)


def _locate_in(
    needle: str, index: Index, regions: Sequence[Place], *, name: bool, absent: bool = False
) -> Located | None:
    """In the first region that has it, folding ever more; a region whose end lies before its start is searched
    backwards. Of two that start at the same offset, the nearer occurrence is taken.

    `absent`: no region has the very words.
    """
    needle = needle.strip()
    if not _WORD_CHARACTER.search(needle) or not regions:
        return None
    capital = name and any(character.isupper() for character in needle) and not needle.count(" ")
    for form, sought, how in _forms(index, needle, regions, absent=absent):
        found = [
            place
            for start, end in regions
            if (place := _first(form, sought, start, end, capital, index.text)) is not None
        ]
        if found:
            middle = regions[0][0]
            nearest = (
                found[0]
                if len(regions) < 2 or regions[1][1] > regions[1][0]
                else min(found, key=lambda place: abs(place[0] - middle))
            )
            return Located((nearest,), how)
    if name:
        return None
    return _elided(needle, index, *_extent(regions))


def _forms(
    index: Index, needle: str, regions: Sequence[Place], *, absent: bool
) -> Iterator[tuple[Form | None, str, How]]:
    if not absent:
        yield None, needle, "exact"
    sought = folded(_CASE_BRACKET.sub(r"\1", needle) if "[" in needle else needle).strip()
    for start, end in regions:
        if may_stand(sought, index, start, end):
            break
    else:
        return
    form = index.form(*_extent(regions))
    yield form, sought, "folded"
    stripped = _bare(sought)
    if stripped:
        yield form.bare, stripped, "folded"


def _extent(regions: Sequence[Place]) -> Place:
    """From the first offset of all regions to the last."""
    return min(map(min, regions)), max(map(max, regions))


def may_stand(sought: str, index: Index, start: int, end: int) -> bool:
    """False where a folded text can stand nowhere in a stretch of the article, for a word of it is not there.

    Most of what is not found as it stands is not there at all, and need not be looked for in the folded article.
    """
    small = index.small
    if small is None:
        return True
    low, high = max(0, min(start, end) - _AROUND), max(start, end) + _AROUND
    for run in PLAIN_RUN.findall(sought):  # noqa: SIM110 (a third of the time of `all`)
        if small.find(run, low, high) < 0:
            return False
    return True


@lru_cache(maxsize=512)
def _bare(text: str) -> str:
    """`text` as `Form.bare` has it, trimmed."""
    return trimmed(bare(fold(text)).text)


def trimmed(text: str) -> str:
    """A bare text without the marks at its edges, which inside a text would stand between words."""
    return text.strip().lstrip("\"'(").rstrip("\"',;:!?.)").strip()


def _first(form: Form | None, sought: str, start: int, end: int, capital: bool, text: str) -> Place | None:
    """The first whole-word occurrence in the region, the last one in a region that runs backwards."""
    haystack = text if form is None else form.text
    backwards = end < start
    low, high = (end, start) if backwards else (start, end)
    if form is not None:
        low, high = form.at(low), form.at(high)
    for _ in range(_CANDIDATES):
        at = haystack.rfind(sought, low, high) if backwards else haystack.find(sought, low, high)
        if at < 0:
            return None
        stop = at + len(sought)
        if stands_alone(haystack, at, stop):
            place = (at, stop) if form is None else form.span(at, stop)
            if not capital or any(character.isupper() for character in text[place[0] : place[1]]):
                return place
        if backwards:
            high = stop - 1
        else:
            low = at + 1
    return None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of a longer word, number or compound name there."""
    # Between spaces, as nearly everything stands, any stretch does.
    return (text[start - 1 : start] == " " or _edge(text, start - 1, -1, text[start], end - start)) and (
        text[end : end + 1] == " " or _edge(text, end, 1, text[end - 1], end - start)
    )


def _edge(text: str, at: int, step: int, inner: str, length: int) -> bool:
    """Whether the character at `at`, just outside a stretch, leaves its edge character `inner` free."""
    if not 0 <= at < len(text) or not (inner.isalnum() or inner == "_"):
        return True
    outer = text[at]
    if outer.isalnum() or outer == "_":
        return False
    beyond = text[at + step] if 0 <= at + step < len(text) else " "
    if not beyond.isalnum():
        return True
    if outer in ".," and inner.isdigit() and beyond.isdigit():
        return False
    if outer == "&":
        return False
    if outer in "'’" and step < 0 and length <= 2:
        return False
    return not (outer in "-‐‑" and length <= 2)


def _elided(needle: str, index: Index, low: int, high: int) -> Located | None:
    """The passage with words left out or replaced at its ellipses and brackets, all pieces in order."""
    needle = _CASE_BRACKET.sub(r"\1", needle)
    pieces: list[str] = []
    gaps: list[int] = []
    read = 0
    gap = 0
    for match in _ELISION.finditer(needle):
        piece = _bare(needle[read : match.start()])
        gap = max(gap, _GAP_BRACKET if match.group(1) is not None else _GAP_ELLIPSIS)
        if piece:
            pieces.append(piece)
            gaps.append(gap)
            gap = 0
        read = match.end()
    if read == 0:
        return None
    last = _bare(needle[read:])
    if last:
        pieces.append(last)
    if not pieces or sum(len(piece.split()) for piece in pieces) < 2:
        return None
    if not all(may_stand(piece, index, low, high) for piece in pieces):
        return None
    form = index.form(low, high).bare
    low, high = form.at(low), form.at(high)
    for _ in range(_FIRST_PIECES):
        first = _next(form.text, pieces[0], low, high)
        if first is None:
            return None
        chain = _chain(form.text, pieces, gaps, first, high)
        if chain is not None:
            return Located(tuple(form.span(start, end) for start, end in chain), "elided")
        low = first[0] + 1
    return None


def _chain(text: str, pieces: list[str], gaps: list[int], first: Place, high: int) -> list[Place] | None:
    chain = [first]
    for at, piece in enumerate(pieces[1:], start=1):
        limit = min(high, chain[-1][1] + gaps[min(at, len(gaps)) - 1] + len(piece))
        following = _next(text, piece, chain[-1][1], limit)
        if following is None:
            return None
        chain.append(following)
    return chain


def _next(text: str, piece: str, low: int, high: int) -> Place | None:
    for _ in range(_CANDIDATES):
        at = text.find(piece, low, high)
        if at < 0:
            return None
        if stands_alone(text, at, at + len(piece)):
            return at, at + len(piece)
        low = at + 1
    return None


def nearest(needle: str, cited: Cited, *, alike: float = _ALIKE) -> Place | None:
    """The stretch of the article that is most like `needle`, at word bounds; `None` where nothing is alike.

    Looked for in the cited sentences first, then in those that share most words with it.
    """
    from rapidfuzz import fuzz

    sought = folded(needle)[:_LONGEST]
    if len(sought) < 3:
        return None
    index = cited.index
    best: tuple[float, Place] | None = None
    for regions in (cited.runs, [_around(index, number) for number in likely_sentences(needle, index)]):
        for start, end in regions:
            region = fold(index.text[start : min(end, start + _REGION)])
            aligned = fuzz.partial_ratio_alignment(sought, region.text, score_cutoff=alike)
            if aligned is not None and len(region.text) < len(sought):
                aligned = None if fuzz.ratio(sought, region.text) < alike else aligned
            if aligned is not None and aligned.score > (best[0] if best else 0):
                first, last = _to_words(region.text, *_destination(sought, region.text, aligned))
                if last > first:
                    inside = region.span(first, last)
                    best = aligned.score, (start + inside[0], start + inside[1])
        if best:
            return best[1]
    return None


def _destination(sought: str, text: str, aligned: object) -> Place:
    if len(text) < len(sought):
        return 0, len(text)
    return aligned.dest_start, aligned.dest_end  # type: ignore[attr-defined]


def _around(index: Index, number: int) -> Place:
    first, last = max(1, number - 1), min(len(index.sentences), number + 1)
    return index.sentences[first - 1].start, index.sentences[last - 1].end


def likely_sentences(text: str, index: Index, count: int = 3) -> list[int]:
    """The numbers of the sentences that share most content words with `text`, rare words counting more."""
    shared: Counter[int] = Counter()
    for stem in stems_of(text):
        numbers = index.sentences_by_stem.get(stem, [])
        if len(numbers) <= 400:
            weight = max(1, round(64 / len(numbers))) if numbers else 0
            for number in numbers:
                shared[number] += weight
    return [number for number, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:count]]


def _to_words(text: str, start: int, end: int) -> Place:
    """The stretch with words that it cuts taken in whole, white space and stray marks at its ends left out."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and not (text[start].isalnum() or text[start] in "$€£¥+-("):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%)"):
        end -= 1
    return start, end
