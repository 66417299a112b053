"""Whose offer a sum is: "Acme's bid of $3 million", "a $3 million offer from Acme", "Acme put $3 million on the table".

Only plain forms count, with the name right at the offer; whatever else stands between leaves the sum nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index

_OFFER = r"(?:offer|bid|proposal|approach)"
_LITTLE = (
    r"(?:about\s|around\s|some\s|roughly\s|nearly\s|just\s|over\s|under\s|more\sthan\s|less\sthan\s|up\sto\s|an?\s)*"
)
_OWN = pattern(rf"['’]s?\s(?:[\w-]+\s){{0,3}}?{_OFFER}\s(?:of|at|worth|valued\sat)\s{_LITTLE}\Z", re.IGNORECASE)
_DOES = pattern(
    rf"(?:\s(?:had|has|have|previously|earlier|also|itself|then|first|who|which|had\sbeen|only))*,?\s(?:offered|bid|proposed|tabled"
    rf"|put|submitted|made\san?\s(?:\w+\s)?{_OFFER}\sof)\s{_LITTLE}\Z",
    re.IGNORECASE,
)
_BEHIND = pattern(
    rf"\A[- ](?:[\w-]+\s){{0,3}}?{_OFFER}\s(?:(?:made|tabled|submitted)\s)?(?:from|by)\s(?:[a-z-]+\s){{0,3}}\Z",
    re.IGNORECASE,
)
_BEFORE = pattern(rf"\b{_OFFER}\s(?:of|at|worth|valued\sat)\s{_LITTLE}\Z", re.IGNORECASE)
_FROM = pattern(r"\A\s(?:in\scash\s)?(?:(?:made|tabled|submitted)\s)?(?:from|by)\s(?:[a-z-]+\s){0,3}\Z", re.IGNORECASE)
_FARTHEST = 60
"""Characters between the sum and the name."""


def bidder_of(amount: Amount, index: Index) -> NameSpan | None:
    """The name of the one whose offer the amount is; None where nothing says so outright."""
    names: Sequence[NameSpan] = [
        name
        for number in index.sentences_of((amount.start, amount.end))
        for name in index.names_of(number)
        if name.end > amount.start - _FARTHEST and name.start < amount.end + _FARTHEST
    ]
    text, start = index.text, min(amount.start, amount.core[0])
    for name in reversed(names):
        if name.end <= start:
            between = _spaced(text[name.end : start])
            if _OWN.match(between) or _DOES.match(between):
                return name
    sentence = index.sentences[index.sentences_of((amount.start, amount.end))[0] - 1]
    ahead = _spaced(text[max(sentence.start, start - _FARTHEST) : start])
    seat: tuple[int, int] | None = None
    for name in names:
        if name.start >= amount.end:
            if name_kind(name.text) == "place" and (led := _SEAT.match(text, name.end)):
                # "from the U.S. buyout firm Tarn", "by Denmark's Tarn"
                seat = name.start, led.end()
                continue
            between = _spaced(text[amount.end : name.start])
            if seat is not None:
                between = _spaced(text[amount.end : seat[0]] + text[seat[1] : name.start])
            if _BEHIND.match(between) or (_BEFORE.search(ahead) and _FROM.match(between)):
                return name
            return None
    return None


_SEAT = pattern(r"(?:['’]s\s(?:[a-z][\w-]*\s){0,3}|\s(?:[a-z][\w-]*\s){1,3})(?=[A-Z])")


def _spaced(text: str) -> str:
    return " ".join(text.split()).join((" " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""))
