"""What an amount measures: profit or revenue, a price or a debt; per share, per year or in all.

Only what stands at the amount itself is read, between the amount before it and the one behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.plain import GAP
from summarizer.verifier.slots import Slot
from summarizer.verifier.wording import stem

_NOUNS = {
    stem(word): kind
    for kind, words in {
        "assets": "assets",
        "backlog": "backlog",
        "cash": "cash",
        "cost": "cost costs expense expenses spending expenditure expenditures capex",
        "debt": "debt debts borrowing borrowings liabilities",
        "dividend": "dividend dividends payout",
        "fee": "fee fees penalty penalties fine fines",
        "margin": "margin margins",
        "profit": "profit profits earnings earned income ebitda ebit eps surplus",
        "loss": "loss losses lost deficit",
        "revenue": "revenue revenues sales turnover",
        "tax": "tax taxes",
        "valuation": "valuation capitalization capitalisation",
    }.items()
    for word in words.split()
}
"""Stems of nouns that name what a sum measures, by what they mean."""

_SHARE = pattern(
    rf"{GAP}?(?:,{GAP})?(?:for{GAP})?(?:(?:a|an|per|each|every|/){GAP}?(?:[\w'’.-]+{GAP}){{0,3}}?(?:share|adr|ads)\b(?!s)|a?piece\b|/share)",
    re.IGNORECASE,
)
_YEAR = pattern(
    rf"{GAP}?(?:,{GAP})?(?:(?:a|per|each|every){GAP}(?:year|annum)\b(?!{GAP}(?:ago|earlier|before(?!{GAP}(?:I|we|you|they|he|she|it|any|tax|taxes|interest)\b)|later|from|to|and)|-)|annually\b|yearly\b)",
    re.IGNORECASE,
)
_TELLING = {
    "share": frozenset(
        stem(word)
        for word in word_set("""
            adr ads apiece bid close dividend each eps offer per piece price share shares shr stock target trade
        """)
    ),
    "year": frozenset(stem(word) for word in word_set("annual annualized annum each every per year yearly years")),
}
"""Words near an amount that tell its rate in another way: "earnings per share of $1.19"."""
_PASSED = frozenset({"to", "and", "or", "from", "about"})
_TO_OTHERS = frozenset({"against", "compar", "from", "on", "than", "versus", "vs", "with"})
_LINKS = frozenset({"about", "at", "be", "is", "of", "reach", "to", "total", "was", "were"})
"""Words between a noun and the amount that it governs."""

_BEFORE = stem("before")
_MOVES = frozenset(
    stem(word)
    for word in word_set("""
        advance climb decline drop fall grow increase jump narrow rise shrink sink slide slip soar surge swell tumble
        widen
    """)
)
"""Verbs of change between them: "profit climbed to $64 million"."""


def rate(text: str, end: int) -> str | None:
    """Whether the amount that ends at `end` is for each share or each year."""
    return "share" if _SHARE.match(text, end) else "year" if _YEAR.match(text, end) else None


def named_rate(stems: frozenset[str], name: str) -> bool:
    """Whether a sentence, by its stems, speaks of what the rate is for."""
    return not _TELLING[name].isdisjoint(stems)


def told_rate(slot: Slot, name: str) -> bool:
    """Whether the words at the amount tell the rate in any way."""
    behind = _until_next(slot.right)
    if set(behind) <= _PASSED:  # "$95 to $105 a share": the rate behind the second is the first one's too
        behind = [token for token in slot.right if token[0] != "#" and token not in _PASSED][:2]
    before = _until_next(slot.left) or list(slot.left[1:])
    return not _TELLING[name].isdisjoint([*before, *behind])


def _until_next(tokens: Sequence[str]) -> list[str]:
    found: list[str] = []
    for token in tokens:
        if token[0] == "#":
            break
        found.append(token)
    return found


def _until_other(tokens: Sequence[str]) -> Sequence[str]:
    """The words behind an amount up to one that leads to another amount: "against a profit of"."""
    return tokens[: next((at for at, token in enumerate(tokens) if token in _TO_OTHERS), len(tokens))]


def kinds(slot: Slot) -> frozenset[str]:
    """What the nouns right at an amount say that it measures; those before it count first."""
    for side in (_ahead(slot), _until_other(slot.right)):
        found = frozenset(_NOUNS[token] for token in _until_next(side) if token in _NOUNS)
        if found:
            return found
    return frozenset()


def _ahead(slot: Slot) -> Sequence[str]:
    """The words before an amount; those before the change that leads to it: "margin widened by 70 points to 35%"."""
    near = _until_next(slot.left)
    if len(near) < len(slot.left) and near == ["to"]:
        return [token for token in slot.left if token[0] != "#"]
    return slot.left


def governed(slot: Slot) -> str | None:
    """What the noun directly before the amount says that it measures: "revenue of $5 billion"."""
    for at, token in enumerate(slot.left[:4]):
        if token in _NOUNS:
            before_tax = _NOUNS[token] == "tax" and _BEFORE in slot.left[at + 1 :]
            return "profit" if before_tax else _NOUNS[token]
        if token not in _LINKS and token not in _MOVES:
            return None
    return None


def kinds_named(tokens: Sequence[str]) -> frozenset[str]:
    """What the words (as stems) of a label name: {"revenue"} of "quarterly revenue"."""
    return frozenset(_NOUNS[token] for token in tokens if token in _NOUNS)


def rate_lost(said_text: str, mine: Amount, slot: Slot, text: str, theirs: Amount, place: Slot) -> str | None:
    """The rate that one side gives the amount and the other in no way: "$1.19" for "$1.19 per share"."""
    if mine.kind != "money":
        return None
    own, other = rate(said_text, mine.end), rate(text, theirs.end)
    if own == other:
        return None
    if other is not None and own is None and not told_rate(slot, other):
        return other
    if own is not None and other is None and not told_rate(place, own):
        return own
    return None
