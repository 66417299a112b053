"""Words by their stems, so that "won" and "winning" are one, for comparing statements with sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_PART = pattern(r"[^\W_]+")
LONGEST_WORD = 64
"""Characters of a word; what is longer is none."""


class Word(NamedTuple):
    """A word of a text with its place in it and its stem."""

    start: int
    end: int
    text: str
    stem: str
    low: str
    """The word in small letters."""


# The closed word classes of English, and the verbs of news prose that carry no content of their own.
STOP_WORDS = word_set("""
    a about above after again against all also although am among an and another any are as at be because been before
    being below between both but by can could did do does doing down during each either else ever every few for from
    further get gets getting got had has have having he her here hers herself him himself his how however i if in
    into is it its itself just let like made make makes making many may me might more most much must my myself near
    neither new no nor not now of off on once one only onto or other others our ours ourselves out over own per put
    puts rather s said same say saying says several shall she should since so some such t take taken takes taking
    than that the their theirs them themselves then there these they this those though through thus to together too
    toward towards two under until up upon us use used uses using very via was we were what when where whether which
    while who whom whose why will with within without would yet you your yours yourself
""")

# Verbs and nouns of business news whose forms no suffix rule brings together, and a few that mean the same.
_IRREGULAR = {
    form: forms.split()[0]
    for forms in """
    buy bought buys buying buyer buyers|sell sold sells selling sale sales seller sellers|win won wins winning winner
    rise rose risen rises rising|fall fell fallen falls falling|grow grew grown grows growing growth
    lose lost loses losing loss losses|hold held holds holding|lead led leads leading leader leaders
    build built builds building|pay paid pays paying payment payments|give gave given gives giving
    take took taken takes taking|go went gone goes going|see saw seen sees seeing|find found finds finding
    spend spent spends spending|send sent sends sending|shrink shrank shrunk shrinks|sink sank sunk sinks sinking
    begin began begun begins beginning|know knew known knows knowing|choose chose chosen chooses choice
    break broke broken breaks breaking|speak spoke spoken speaks|write wrote written writes writing
    drive drove driven drives driving|withdraw withdrew withdrawn withdraws withdrawal
    overtake overtook overtaken overtakes overtaking
    meet met meets meeting|keep kept keeps keeping|bring brought brings bringing|leave left leaves leaving
    lend lent lends lending lender|become became becomes becoming|seek sought seeks seeking|bid bids bidding bidder
    company companies|pare pared pares|close closed closes closing closure|raise raised raises raising
    acquire acquired acquires acquiring acquisition acquisitions acquirer|merge merged merges merging merger mergers
    agree agreed agrees agreeing agreement agreements|expect expected expects expecting expectation expectations
    approve approved approves approval approvals|invest invested invests investing investment investments investor
    supply supplied supplies supplying supplier suppliers|provide provided provides providing provider
    announce announced announces announcing announcement|complete completed completes completing completion
    develop developed develops developing development|decide decided decision decisions
    deny denied denies denying denial|finalize finalized finalise finalised|optimize optimized optimise optimised
    negotiate negotiated negotiation negotiations negotiating|propose proposed proposes proposal proposals
    share shares stock stocks|server servers|deal deals|child children|man men|woman women
    person people persons employee employees worker workers staff staffers
    shareholder shareholders stockholder stockholders|terminate terminated terminates termination
    reduce reduced reduces reducing reduction|produce produced produces producing production
    """.replace("\n", "|").split("|")
    if forms.strip()
    for form in forms.split()
}

_SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("iveness", "ive"), ("fulness", "ful"),
    ("ousness", "ous"), ("ations", "ate"), ("ation", "ate"), ("ments", ""), ("ities", "ity"), ("ingly", ""),
    ("ment", ""), ("edly", ""), ("ness", ""), ("ings", ""), ("ions", ""), ("ies", "y"), ("ied", "y"), ("ing", ""),
    ("ion", ""), ("ers", ""), ("ors", ""), ("ely", ""), ("ed", ""), ("er", ""), ("or", ""), ("ly", ""), ("es", ""),
    ("s", ""),
)  # fmt: skip
"""Longest first; what is left must have at least three letters. After Porter, much reduced."""
_BY_END = {
    last: tuple(
        (suffix, instead, len(suffix) + (4 if len(suffix) > 3 else 3))
        for suffix, instead in _SUFFIXES
        if suffix.endswith(last)
    )
    for last in {suffix[-1] for suffix, _ in _SUFFIXES}
}
"""By the last letter of a word: the suffixes that it may have, what stands instead, letters of the word at least."""


def words(text: str, offset: int = 0) -> list[Word]:
    """The words of `text`, compounds at hyphens taken apart; places are shifted by `offset`."""
    find, end = text.find, 0
    # Between two words stands nothing that the second one could be found in.
    return [
        _new(Word, (offset + at, offset + end, word, stem(word), word.lower()))
        for word in _PART.findall(text)
        if (end := (at := find(word, end)) + len(word)) - at <= LONGEST_WORD
    ]


_new = tuple.__new__
"""Makes a `Word` of its five values in a tuple; a named tuple's own call takes twice as long."""


def word_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the `words` of a stretch of `text` stand."""
    return [
        (first, last)
        for first, last in map(re.Match.span, _PART.finditer(text, start, end))
        if last - first <= LONGEST_WORD
    ]


def first_word(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first of `word_places`, None where there is no word."""
    for match in _PART.finditer(text, start, end):
        if match.end() - match.start() <= LONGEST_WORD:
            return match.span()
    return None


@lru_cache(maxsize=256)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the content words of a short text, such as a statement."""
    return stems_in(text)


def stems_in(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(map(_stem_of_content, set(_PART.findall(text)))) - _NO_CONTENT


_NO_CONTENT = frozenset({""})


@lru_cache(maxsize=16384)
def _stem_of_content(word: str) -> str:
    """The stem of a word that carries content, "" of any other."""
    return stem(word) if 1 < len(word) <= LONGEST_WORD and word.lower() not in STOP_WORDS else ""


def behind(words_of: Sequence[Word], offset: int, count: int) -> Sequence[Word]:
    """The next words from `offset` on, at most `count`."""
    at = bisect_left(words_of, offset, key=_start)
    return words_of[at : at + count]


def before(words_of: Sequence[Word], offset: int, count: int) -> Sequence[Word]:
    """The last words that begin before `offset`, at most `count`, in their order."""
    at = bisect_left(words_of, offset, key=_start)
    return words_of[max(0, at - count) : at]


def _start(word: Word) -> int:
    return word.start


def content(words_of: Sequence[Word]) -> list[Word]:
    """Those of the words that carry content: no stop words, no single letters."""
    return [word for word in words_of if len(word.text) > 1 and word.low not in STOP_WORDS]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What the forms of a word have in common. No word of its own: only for comparing with other stems. What would come
    out as a small word is kept from it: "note" and "noted" are not "not"."""
    word = word.casefold()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isalpha():
        return word
    shortened = word
    for _ in range(3):
        shorter = _without_suffix(shortened)
        if shorter == shortened:
            break
        shortened = _IRREGULAR.get(shorter, shorter)
    return f"{shortened}e" if shortened in STOP_WORDS and word not in STOP_WORDS else shortened


def _without_suffix(word: str) -> str:
    for suffix, instead, least in _BY_END.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) >= least:
            if suffix == "s" and word.endswith(("ss", "us", "is")):
                continue
            word = word[: -len(suffix)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word
