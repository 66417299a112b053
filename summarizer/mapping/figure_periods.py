"""Whether date words are the period of a figure: only where they stand right behind it, and are no other figure's.

A day is the period of what is quoted by the day, or of a price's move; a stretch behind two joined figures is that of
both only where they measure what is told by the stretch.
"""

from __future__ import annotations

from summarizer.mapping.measure_words import FLOWS, MOVES, PRICES
from summarizer.mapping.measures import head_of, is_bounded
from summarizer.text.patterns import pattern

_CONNECTED = pattern(r"(?:\s(?:a|per)\s\w+)?,?\s(?:(?:as of|at|by|during|for|in|on|over|through|to)\s)?(?:the\s)?")
"""What may stand between a number and its date words."""
_RUNS_TO = pattern(
    r"\s(?:through|to|until|and|or|vs\.?|versus)\s(?:FY\s?|fiscal\s)?['’]?\d|\s(?:to\sdate|so\sfar)\b|\s?[-–—/]\s?\d"
)
"""A period goes on behind its first half: "through FY 2016 to FY 2018"."""
_EARLIER = pattern(r"\b(?:ago|before|earlier|preceding|previous|prior)\b")
"""Of a time with which something is compared."""
_SEVERAL = pattern(r"(?:days|weeks|months|quarters|years)\Z")
_LISTED = pattern(r"\d[^\s,;]*,?\sand\s\Z")
"""Another number before the number, with which it is listed."""
_DAY = pattern(
    r"\b(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|morning|afternoon|night)\b"
    r"|\b[A-Z][a-z]{2,8}\.?\s\d\d?(?:st|nd|rd|th)?\b"
    r"|\b\d\d?\s[A-Z][a-z]{2,8}\b",
)
_HYPHEN = pattern(r"\s-\s[a-z]")
_ADVERBIAL = pattern(
    r"(?:last|this|next|today|tonight|yesterday|since|by|through|until|before|after|from|between|during|over|at|in|on|for|early|late|(?:Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur|Sun)day)\b"
)
"""How date words begin that need no preposition before them, or have it in them."""
_STRETCH = pattern(r"\b(?:days|weeks?|months?|quarters?|half|years?|decade|to|through|between|ended|ending)\b")
_MOVED = pattern(rf"\b(?:{MOVES}|up|down|off)\s(?:(?:by|just|only|another|up|down)\s)?\Z")
_AIMED = pattern(r"\b(?:target|forecast|guidance|outlook|estimate)s?\b")


def is_period_of(words: str, start: int, end: int, period: str, measures: str | None, *, joined: bool) -> bool:
    """Whether `period` is that of the figure at `words[start:end]`, which measures `measures` as far as is known.

    joined   the figure goes on from another one: "rose 3% to $40"
    """
    if _SEVERAL.search(period) and _LISTED.search(words[:start]):
        return False  # "2%, 5% and 7% in the three quarters": each has one of them
    at = words.find(period, end)
    if at < 0 or not _CONNECTED.fullmatch(words, end, at) or _EARLIER.search(period):
        return False
    behind = at + len(period)
    if not words[end:at].strip() and not _ADVERBIAL.match(period):
        return False  # "the $9 million Fri-Sun takings"
    if period[-1:].isdigit() and _HYPHEN.match(words, behind):
        return False  # "for the 2048 - bit version"
    if words[behind : behind + 1] in ("'", "’", "-") or _RUNS_TO.match(words, behind) or not is_bounded(words, behind):
        return False
    head = head_of(measures) if measures else ""
    if _DAY.search(period) and not _STRETCH.search(period):
        return (
            head in PRICES
            or (head in _BALANCES and not joined)
            or (not joined and _MOVED.search(words, 0, start) is not None)
        )
    if measures and _AIMED.search(measures) and not words.startswith((" for ", ", for "), end):
        return False
    return not joined or head in FLOWS


_BALANCES = frozenset(("assets", "cash", "debt", "debts", "deposits", "headcount", "loans", "inventories", "inventory"))
