"""What a statement must keep of an amount that it takes over: whether it is the change or the level, both ends of a
range, on which side of a bound it lies, whose dollars it is in, how many times something became larger.

Only plain words at both amounts are read: "fell by $5 billion" for "fell to $5 billion", "to $9 billion" for "to
between $9 billion and $9.5 billion", "nearly 300" for "more than 300", "$75 million" for "C$75 million" in an article
that has other sums in "$", "tripled" for "doubled".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from summarizer.text.number_words import SMALL
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.verdicts import Finding
from summarizer.verifier.bare_units import stands_bare
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.notes import differing
from summarizer.verifier.said import Said
from summarizer.verifier.slots import Slot
from summarizer.verifier.wording import stem

_MOVES = frozenset(
    stem(word)
    for word in word_set("""
        advance boost bring climb contract cut decline decrease dip drop ease edge expand fall gain grow increase jump
        lift lower narrow plunge raise reduce rise shrink sink slash slide slip soar surge swell trim tumble widen
    """)
)
"""Stems of verbs and nouns of change; irregular forms are listed with them below."""
_IRREGULAR = frozenset(stem(word) for word in word_set("brought fell fallen grew grown rose risen sank shrank slid"))
_CHANGE = _MOVES | _IRREGULAR
_NEAR = 6
"""Words before an amount among which the verb of its change stands."""
_BELOW = pattern(r"\A(?:nearly|almost|close\s+to|just\s+(?:under|below|short\s+of)|not\s+quite)\b", re.IGNORECASE)
_ABOVE = pattern(r"\A(?:more\s+than|over|above|exceeding|in\s+excess\s+of|well\s+over|at\s+least)\b", re.IGNORECASE)
_EXACT = pattern(r"\b(?:exactly|precisely)\s+\Z", re.IGNORECASE)
_ONE_END = pattern(
    r"\b(?:from|between|low(?:er|est)?|bottom|least|start(?:s|ing)?|min(?:imum)?|floor|top|upper|max(?:imum)?|high(?:er|est)?"
    r"|most|end|ends|ceiling|up|much|many|little|few|range[sd]?|ranging)\b[^.;]{0,24}\Z",
    re.IGNORECASE,
)
"""Before an amount that is told as one end of a range."""
_END_BEHIND = pattern(
    r"\A[^.;,]{0,16}\b(?:or\s+(?:more|less|so)|at\s+(?:the\s+)?(?:least|most|low|high|top|bottom)|to|and|-)\b", re.I
)
_TIMES = {"doubl": 2, "twice": 2, "trebl": 3, "tripl": 3, "thrice": 3, "quadrupl": 4, "quintupl": 5}
_MULTIPLE = pattern(
    r"\b(?P<verb>doubl|trebl|tripl|quadrupl|quintupl)(?:es|ed|ing|e)\b"
    r"(?![- ](?:digits?|figures?|bed|bill|deck|take|check|down|glaz))"
    r"|\b(?P<fold>two|three|four|five|six|seven|eight|nine|ten)-?fold\b"
    r"|\b(?P<times>two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)\s+times\b|\b(?P<twice>twice|thrice)\b",
    re.IGNORECASE,
)

_NUMBERS = "two three four five six seven eight nine ten"
_MULTIPLES = frozenset(
    (
        *(f"{verb}{ending}" for verb in _TIMES for ending in ("e", "ed", "es", "ing")),
        *(f"{number}fold" for number in _NUMBERS.split()),
        *("fold", "times", "twice", "thrice"),
    )
)
"""A text with none of these has no multiple."""


def check_kept(said: Said, mine: Amount, holders: Sequence[Amount], cited: Cited) -> Finding | None:
    """The finding that the statement has the very number, of `holders`, and not what the article says with it."""
    index = cited.index
    theirs = holders[0]
    text = said.text[mine.start : mine.end]
    code, what = None, ""
    if mine.high is None and mine.bound == "exactly" and all(holder.high is not None for holder in holders):
        others = {abs(amount.value) for amount in said.amounts if amount is not mine}
        ends = {abs(theirs.value), abs(theirs.high or theirs.value)} - {abs(mine.value)}
        if others.isdisjoint(ends) and not (
            _ONE_END.search(said.text[: mine.start]) or _END_BEHIND.match(said.text[mine.end : mine.end + 40])
        ):
            code, what = Code.BOUND_ALTERED, "the other end of the range"
    elif _BELOW.match(text) and all(_ABOVE.match(index.text[holder.start : holder.end]) for holder in holders):
        code, what = Code.BOUND_ALTERED, "the bound"
    elif all(_other_dollars(mine, holder, index) for holder in holders):
        code, what = Code.CURRENCY_ALTERED, "the currency"
    elif (slot := said.slot(mine)) is not None and (told := _moved(slot, text)) is not None:
        read = [_moved(place, index.text[place.fact.start : place.fact.end]) for place in index.slots_of(holders)]
        if read and all(other is not None and other != told for other in read):
            code, what = Code.UNIT_ALTERED, "whether it is the change or what it came to"
    if code is None:
        return None
    return differing(code, said.path, text, index.article, (theirs.start, theirs.end), said=said.text, what=what)


def asked_exactly(text: str, mine: Amount) -> bool:
    """Whether the statement says that the number is not rounded."""
    return _EXACT.search(text[max(0, mine.start - 12) : mine.start]) is not None


def _moved(slot: Slot, amount: str) -> str | None:
    """Whether the amount is a change ("by", or right behind its verb) or where one ends ("to", "fell below")."""
    if not slot.left:
        return None
    first = slot.left[0]
    if first in _CHANGE:
        return "level" if _CROSSED.match(amount) else "change"
    if first not in ("by", "to", "of") or (first == "of" and slot.left[1:2] and slot.left[1] not in _CHANGE):
        return None
    near = slot.left[1 : 1 + _NEAR]
    if not any(token in _CHANGE for token in near):
        return None
    return "level" if first == "to" else "change"


_CROSSED = pattern(r"(?:above|below|beneath)\b", re.IGNORECASE)
"""What right behind "fell" says how far: "over" and "under" may say by how much."""


def _other_dollars(mine: Amount, theirs: Amount, index: Index) -> bool:
    """Whether the statement has "$" for the dollars of another country, in an article that has had plain "$" before."""
    if len(mine.currencies) < 2 or len(theirs.currencies) != 1 or "USD" in theirs.currencies:
        return False
    if "$" not in index.text[theirs.start : theirs.end]:
        return False
    return any(
        amount.end < theirs.start and "USD" in amount.currencies
        for number in range(1, index.sentences_of((theirs.start, theirs.end))[-1] + 1)
        for amount in index.amounts(number)
        if amount.kind == "money" and index.text[amount.start : amount.end].lstrip()[:1] == "$"
    )


def check_multiples(said: Said, cited: Cited) -> Iterator[Finding]:
    """How many times as large something became must be what the cited sentences say, where they say it in a word."""
    mine = _multiple(said.text)
    if mine is None:
        return
    index = cited.index
    told = [
        (found, number) for number in cited.numbers for found in _MULTIPLE.finditer(index.sentences[number - 1].text)
    ]
    values = [_value(found) for found, _ in told]
    if not told or mine[0] in values or Decimal(mine[0]) in {abs(a.value) for a in cited.each(index.amounts)}:
        return
    if any(stands_bare(mine[1], index.sentences[number - 1].text) for number in cited.numbers):
        return
    found, number = told[0]
    start = index.sentences[number - 1].start
    place = start + found.start(), start + found.end()
    yield differing(Code.NUMBER_ALTERED, said.path, mine[1], index.article, place, said=said.text)


def _multiple(text: str) -> tuple[int, str] | None:
    """The only multiple of a statement, and its words."""
    if _MULTIPLES.isdisjoint(letters_of(text)):
        return None
    found = list(_MULTIPLE.finditer(text))
    return (_value(found[0]), found[0].group()) if len(found) == 1 else None


def _value(found: re.Match[str]) -> int:
    low = (found["verb"] or found["twice"] or "").lower()
    if low:
        return _TIMES[low]
    word = (found["fold"] or found["times"]).lower()
    return int(word) if word.isdecimal() else SMALL[word]
