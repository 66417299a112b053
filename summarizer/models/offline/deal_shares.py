"""Which of several deals in one sentence words belong to: "sold its mill for $3 million and bought a kiln".

Words in a deal's own noun phrase are that deal's ("a $9 million bid"), others those of the deal that was told last
before them, unless it was told in a relative clause that is over ("which bought a kiln, agreed to sell …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]
_UP_TO_NOUN = re.compile(
    r"\s?(?:(?!(?:after|and|before|but|by|from|if|it|of|on|or|that|then|when|where|which|while|who|with)\s)"
    r"[\w'-]+\s+){0,3}"
)
"""Words between an amount and the noun that it belongs to: "$9 million all-cash takeover {bid}"."""
_GENERIC = re.compile(r"\s?(?:[\w-]+ ){0,2}(?:deal|transaction)\b(?! (?:for|to) )")
"""A noun behind an amount by which a sentence comes back to the deal that it tells first: "the $9 million deal"."""
_RELATIVE = re.compile(r",\s(?:which|who|whose)\s[^,;]{0,80}$")
_REACH = 90
_RELATIVE_AHEAD = re.compile(r",\s(?:which|who|whose)\s[^,;]*\Z")
_RELATIVE_REACH = 160
_OF_A_DEAL = re.compile(
    r"\b(?:acqui\w+|bids?|bought|buy\w*|combination|merge\w*|offer\w*|purchas\w+|sale|sell\w*|sold|stake|takeover|talks"
    r"|venture)\b"
)
_NEW_CLAUSE = re.compile(r";\s|,\s(?:and|but|whereas|while)\s(?=[A-Z])")


def belongs(text: str, words: Span, cue: Span, others: Sequence[Span]) -> bool:
    """Whether `words` belong to the deal at `cue` and not to one at `others`; all are (start, end) in `text`."""
    if not others:
        return True
    start, end = words
    cues = sorted({cue, *others})
    behind = next((one for one in cues if one[0] >= end), None)
    if behind is None and _GENERIC.match(text, end):
        return cue == cues[0]
    if behind is not None and _UP_TO_NOUN.fullmatch(text, end, behind[0]):
        return behind == cue
    before = [one for one in cues if one[1] <= start and not _is_aside(text, one, start)]
    if before:
        return before[-1] == cue
    return behind is None or behind == cue


def _is_aside(text: str, cue: Span, at: int) -> bool:
    """Whether a relative clause with the deal at `cue` is over at `at`."""
    return "," in text[cue[1] : at] and bool(_RELATIVE.search(text, max(0, cue[0] - _REACH), cue[0]))


def in_clause_before(text: str, words: Span, cue: Span) -> bool:
    """Whether `words` stand in a relative clause about a deal that ends before this one: "whose bid failed in May,"."""
    start, end = words
    if end > cue[0] or "," not in text[end : cue[0]]:
        return False
    clause = _RELATIVE_AHEAD.search(text, max(0, start - _RELATIVE_REACH), start)
    return clause is not None and _OF_A_DEAL.search(text, clause.start(), text.index(",", end)) is not None


def clause_of(text: str, cue: Span, others: Sequence[Span]) -> int:
    """Where the clause with the deal at `cue` begins in `text`, if one with another deal stands before it; else 0."""
    last = max((one[1] for one in others if one[1] <= cue[0]), default=None)
    if last is None:
        return 0
    return max((match.end() for match in _NEW_CLAUSE.finditer(text, last, cue[0])), default=0)
