"""The stretches of a sentence that do not tell its news, and what they name only places or describes something else.

They are known by the word that opens them: relative clauses, clauses of time and cause, purposes of a loan, a first
"with … buying …", and who somebody is ("an investor in Tarn"). In headings only a few count: "CEO to leave after Tarn
takeover" is about the takeover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.patterns import pattern

_REACH = 90
"""Characters before a name within which an aside begins."""
ASIDE = pattern(
    r"\b(?:(?:days?|hours?|months?|weeks?|years?) (?:after|before)\b[^.;:!?]{0,60}|"
    r"(?:after|besides|following|since|separate from|than|unlike)\s(?:an?|his|it|its|the|their|they|[a-z]+ing)\b"
    r"[^,.;:!?]{0,40}|"
    r"(?:because of|citing|due to|excluding|(?:boosted|driven|helped|hurt|lifted) by|including|owing to|reflecting|"
    r"thanks to)\b[^,.;:!?]{0,70})\Z",
    re.IGNORECASE,
)
"""Before a name: it is told of only to place the news."""

_TOLD = (
    r"(?:acquisition|agree[ds]?|agreement|announc\w+|bid|confirm\w*|contract|deal|disclos\w+|investment|merger|offer|"
    r"order|plans?|proposal|purchase|re(?:port|veal)\w*|round|sa(?:id|ys?)|so|stake|takeover|tie-?up|transaction)"
)
"""Before "that", or before a clause about the deal itself, which is no aside."""
_CLAUSE = pattern(
    rf"(?<!\w)(?:(?P<told>{_TOLD}(?:\s(?:on\s)?\w+day)?,?\s)?"
    r"(?:that\b(?!\s(?:an?|he|it|its|she|the|there|they|we)\b)|which\b|who(?:m|se)?\b)"
    r"(?:(?:\s[^\s,;:!?]+){2}[^,;:!?]*?(?=\s(?:have|has|are|will|said)\b|[,;:!?]|\Z))?|(?:"
    r"(?:after|because|before|since|when|where|while|now that|once)\s|"
    r"to (?:fund|finance|help (?:fund|finance|pay for)|pay for|refinance|repay)\b)[^,;:!?]*)"
)
_WITH = pattern(
    r"\AWith (?:[\w&.’'-]+ ){1,4}(?:acquiring|buying|combining|merging|selling|taking over)\b.*(?=,)", re.DOTALL
)
_WHO = pattern(
    r",\s(?:an?|one of|the|its)\s(?:[\w-]+\s){0,4}?(?:backer|buyer|customer|investor|lender|owner|parent|partner|rival|"
    r"shareholder|supplier)s?\s(?:at|in|of|to)\s[^,;:]*"
)
"""In apposition: whose owner, customer or investor somebody is."""


def asides_of(sentence: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of the stretches of a sentence of prose that do not tell its news."""
    for found in _CLAUSE.finditer(sentence):
        if found["told"] is None:
            yield found.span()
    for cue in (_WITH, _WHO):
        for found in cue.finditer(sentence):
            yield found.span()


def stands_aside(text: str, start: int, at: int) -> bool:
    """Whether the name at a place is in an aside that the words before it, from `start` on, open."""
    return ASIDE.search(text, max(start, at - _REACH), at) is not None
