"""Names of companies that hold "and": "Orrin Savings and Loan Association", "Tarn and Lund Inc" of one company.

Two names beside "and" are one where the second would be no name alone: it is a legal form, or begins with a trade that
firms are called by after another ("Oil and Gas", "Tire and Rubber"); or where the first has no legal form, means nobody
else in the article, and what follows speaks of one ("Tarn and Lund Inc said it").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.name_forms import name_kind, strip_suffix
from summarizer.text.name_words import LEGAL_FORMS
from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set

_BETWEEN = re.compile(r"\s+(?:and|&|und|et|y|e)\s+")
_SECOND_TRADES = word_set("""
    beverage casualty chemical chemicals co communication communications company development equipment exchange
    exploration foods forwarding gas house iron light loan machine management metals minerals oil paper pipeline power
    production products protective publishers publishing refining research rubber shipping smelting sons steel
    telegraph telephone tobacco trading transport trust water
""")
"""The second word of firms' names with "and" (newswire usage, lists of quoted companies)."""
_ONE = re.compile(r",?\s+(?:said|says|reported|announced|told [\w\s]{2,60}?|agreed|has|is|was)\s+(?:it\b|its\b)|\s+(?:has|is|was)\b")
_NEVER_ENDS = frozenset(("association", "group"))


def join_names(text: str, names: Sequence[NameSpan]) -> list[NameSpan]:
    """`names` with those that "and" makes one name put together."""
    if not any(_is_formal(name.text) for name in names):
        return list(names)
    joined: list[NameSpan] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and _BETWEEN.fullmatch(text, last.end, name.start) and _are_one(text, last, name, names):
            joined[-1] = NameSpan(last.start, name.end, text[last.start : name.end])
        else:
            joined.append(name)
    return joined


def _is_formal(name: str) -> bool:
    """Whether a name ends in a legal form, or in a noun that ends a company's name in the same way."""
    end = name.split()[-1].strip(".,").lower()
    return strip_suffix(name) != name or end in LEGAL_FORMS or end in _NEVER_ENDS or "association" in name.lower().split()


def _are_one(text: str, first: NameSpan, second: NameSpan, names: Sequence[NameSpan]) -> bool:
    if _is_formal(first.text) or name_kind(first.text) in ("place", "person"):
        return False
    opening = second.text.split()[0].strip(".,").lower()
    if not _is_formal(second.text):
        return False
    if opening in _SECOND_TRADES:
        return True
    if _ONE.match(text, second.end) is None:
        return False
    alone = [first.text, strip_suffix(second.text)]
    return not any(
        other not in (first, second) and other.text in alone or strip_suffix(other.text) in alone
        for other in names
        if other not in (first, second)
    )
