"""Quotes, claims and a user's own records that are told twice."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from rapidfuzz.fuzz import token_sort_ratio

from summarizer.asking.merging.parties import Names
from summarizer.asking.merging.uniting import R, United, badness
from summarizer.fields import Record, leaves
from summarizer.records import Claim, Quote
from summarizer.text.folding import folded
from summarizer.verdicts import with_fields

SAME_WORDS = 90.0
"""Likeness of two statements from which on they say the same, of 100: rapidfuzz's `token_sort_ratio`."""
OVERLAP = 0.6
"""The part of the longer of two quotes that the shorter has to cover to be the same utterance."""


def distinct_quotes(quotes: Sequence[Quote], names: Names) -> list[United]:
    """The quotes by their places, each utterance once: the same words of the same speaker, or most of them."""
    found: list[tuple[tuple[int, int] | None, Quote]] = []
    for quote in sorted(quotes, key=_start):
        place = _place(quote)
        twin = next(
            (
                at
                for at in range(len(found) - 1, max(-1, len(found) - 9), -1)
                if _is_same(place, quote, found[at][0], found[at][1], names)
            ),
            None,
        )
        if twin is None:
            found.append((place, quote))
        elif _is_better(quote, found[twin][1]):
            found[twin] = (place, quote)
    return [_in_full(quote, "speaker", names) for _, quote in found]


def _in_full(record: Quote | Claim, field: str, names: Names) -> United:
    """The record with the fullest name of whoever says it."""
    said = getattr(record, field)
    name = names.renamed(said) if said else said
    return United(record if name == said else with_fields(record, {field: name}), record)


def _place(quote: Quote) -> tuple[int, int] | None:
    places = [(span.start, span.end) for span in quote.spans if span.field == "text"]
    return (min(start for start, _ in places), max(end for _, end in places)) if places else None


def _start(quote: Quote) -> tuple[int, int]:
    """Where a quote stands: by its words, or else by the first sentence that it cites."""
    place = _place(quote)
    cited = min((span.start for span in quote.spans if span.field == "evidence"), default=0)
    return (place or (cited, cited))[0], cited


def _is_same(
    one_place: tuple[int, int] | None, one: Quote, place: tuple[int, int] | None, other: Quote, names: Names
) -> bool:
    if names.who(one.speaker) != names.who(other.speaker):
        return False
    if one_place is None or place is None:
        return folded(one.text) == folded(other.text)
    common = min(one_place[1], place[1]) - max(one_place[0], place[0])
    return common >= OVERLAP * max(one_place[1] - one_place[0], place[1] - place[0])


def _is_better(one: Record, other: Record) -> bool:
    """Whether a record is to stand in place of its twin: it holds better, or as well and tells more."""
    left, right = badness(one), badness(other)
    return left < right or (left == right and _length(one) > _length(other))


def _length(record: Record) -> int:
    return sum(len(str(getattr(leaf.value, "text", leaf.value))) for leaf in leaves(record))


def distinct_claims(claims: Sequence[Claim], names: Names) -> list[United]:
    """The claims, each once: the same statement, or nearly the same of a sentence that both cite, of one claimant and
    with the same figures."""
    kept: list[Claim] = []
    by_words: dict[Hashable, int] = {}
    by_sentence: dict[int, list[int]] = {}
    for claim in claims:
        who = names.who(claim.claimant)
        words = (names.in_full(claim.statement).rstrip(". "), who)
        twin = by_words.get(words)
        if twin is None:
            near = dict.fromkeys(at for number in claim.evidence for at in by_sentence.get(number, ()))
            twin = next((at for at in near if _say_the_same(claim, kept[at], names)), None)
        if twin is None:
            twin = len(kept)
            kept.append(claim)
        elif _is_better(claim, kept[twin]):
            kept[twin] = claim
        by_words.setdefault(words, twin)
        for number in claim.evidence:
            ones = by_sentence.setdefault(number, [])
            if twin not in ones:
                ones.append(twin)
    return [_in_full(claim, "claimant", names) for claim in kept]


def _say_the_same(one: Claim, other: Claim, names: Names) -> bool:
    return (
        names.who(one.claimant) == names.who(other.claimant)
        and one.certainty == other.certainty
        and {folded(figure.text) for figure in one.figures} == {folded(figure.text) for figure in other.figures}
        and token_sort_ratio(names.in_full(one.statement), names.in_full(other.statement)) >= SAME_WORDS
    )


def distinct_records(records: Sequence[R]) -> list[United]:
    """Records of a user's own class, each once: those with the same content are one, whatever they cite."""
    found: dict[Hashable, Record] = {}
    for record in records:
        key = _content(record)
        if key not in found or _is_better(record, found[key]):
            found[key] = record
    return [United(record, record) for record in found.values()]


def _content(record: Record) -> Hashable:
    return tuple((leaf.path, _said(leaf.value)) for leaf in leaves(record))


def _said(value: Any) -> Hashable:
    text = getattr(value, "text", value)
    return folded(text) if isinstance(text, str) else text
