"""What a sentence says of each of its amounts, or of each of its dates: the words that label it, as against another's.

A sentence with several numbers gives each of them some words of its own ("profit of", "from", "in Graz", "of debt"),
and lets some stand for all ("Kestle has 1,900 employees in Turin and 640 in Graz"). A label holds both. Words are
compared as keys: stems, and for the words of business that have many forms one key for all ("~profit" for "earned",
"~base" for "compared with", "@quarter 3" for "in the third quarter").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.dates import DateSpan
from summarizer.text.numbers import Amount
from summarizer.text.phrases import word_set
from summarizer.verifier.clause import Clause
from summarizer.verifier.date_labels import labels as date_names
from summarizer.verifier.reading import ALIKE
from summarizer.verifier.slots import Fact
from summarizer.verifier.wording import STOP_WORDS, Word, stem

Keys = frozenset[str]
_NONE: Keys = frozenset()

MEASURES = {
    word: f"~{kind}"
    for kind, words in {
        "assets": "asset assets",
        "backlog": "backlog orders bookings",
        "buyback": "buyback buybacks repurchase repurchases",
        "cash": "cash",
        "cost": "cost costs costing expense expenses spending expenditure expenditures capex spend spends spent",
        "debt": "debt debts borrowing borrowings liabilities bonds loans borrowed borrows",
        "dividend": "dividend dividends payout",
        "employees": "employee employees worker workers staff workforce headcount employs employed employ jobs",
        "budget": "budget budgets",
        "fee": "fee fees",
        "fine": "fine fines fined penalty penalties",
        "holding": "stake stakes holding holdings holds hold held owns owned",
        "loss": "loss losses lost loses deficit",
        "margin": "margin margins",
        "premium": "premium",
        "profit": "profit profits earnings earned earns earn income ebitda ebit eps surplus",
        "revenue": "revenue revenues sales turnover takings",
        "tax": "tax taxes",
        "value": "value values valued valuing valuation worth capitalization capitalisation",
    }.items()
    for word in words.split()
}
"""Words that name what an amount measures, in lower case, by what they mean."""
_PLAIN_WORDS = {
    word: f"~{key}"
    for key, words in {
        "base": """previously previous prior earlier originally original initially initial formerly old before ago
            comparable corresponding topping""",
        "peak": "peak high touching touched record",
    }.items()
    for word in words.split()
}
_GOAL = frozenset(
    stem(word)
    for word in word_set("""
        aim analyst anticipate consensus estimate expect expectation forecast goal guidance hope outlook plan predict
        prediction project projection propose see seek target want
    """)
)
_NOW = word_set("current currently now")
_CHANGED = frozenset({"~base", "~change", "~level"})
"""Keys that one amount never lends to another."""
_LEVELS = frozenset({"at", "hit", "reach", "reached", "stood", "to"})
_BASES = frozenset({"against", "from", "versus", "vs"})
_MORE = frozenset({"better", "fewer", "higher", "less", "lower", "more"})
_PASSED = word_set("""
    a about almost an another approximately around as at be been being by estimated first for further had has have in is
    its just largely mainly more nearly of only other over roughly some the their total up was were
""")
"""Words between an amount and the noun or verb that governs it."""
_CLAUSE = word_set("although but though whereas while")
"""Words that begin a clause with a subject of its own."""
_CUT = word_set("after against and as but compared or that versus vs which while who whose where")
"""Words that part what belongs to the amount before from what belongs to the one behind."""
_LEADS = word_set("at by for from in of on to")
_SCALES = word_set("bln bn billion crore crores dozen hundred lakh lakhs million mln mn thousand trillion")
_AUXILIARIES = word_set("are can could had has have is may might now should was were will would")
_PRONOUNS = frozenset({"it", "its", "their", "they"})
_HARD = frozenset(";—–")
_IDLE = word_set("""
    accord article came come company compare compared comparison companies corp figure firm group inc
    including ltd half number period plc percent quarterly rate reach reached reaches said says share shares
    statement today told total worth year years
""")
"""Words that label nothing."""
_NEAR = 4


class Label(NamedTuple):
    """What is said of one fact of a sentence."""

    fact: Fact
    own: Keys
    """Said of this fact alone, as far as its place in the sentence tells."""
    held: Keys
    """Said of it, or said before of others and not replaced by words of its own."""
    all: Keys
    """Said of it as far as its own place in the sentence allows."""
    wide: Keys
    """Said of it by any reading of the sentence."""
    sentence: Keys
    """Everything that the sentence says."""
    shared: bool = False
    """Whether the sentence has several such facts."""


_MEASURE_KEYS = frozenset(MEASURES.values())


def read_labels(
    clause: Clause, facts: Sequence[Fact], dates: Sequence[DateSpan], amounts: Sequence[Amount]
) -> list[Label]:
    """The labels of `facts`, which are either the `amounts` or the `dates` of the sentence, in order."""
    if not facts:
        return []
    if facts is amounts:
        facts = [fact for fact in amounts if not any(date.start < fact.end and fact.start < date.end for date in dates)]
        return _Reader(clause, facts, dates, ()).labels() if facts else []
    return _Reader(clause, facts, (), amounts).labels()


def _keys_of_way(low: str) -> tuple[str, ...]:
    """What a word in small letters that says up or down labels besides."""
    return (MEASURES[low],) if low in MEASURES else ()


@lru_cache(maxsize=16384)
def _keys_of(low: str, stem: str) -> tuple[str, ...]:
    """What any other word labels, with its stem."""
    if low in _NOW:
        return ("@now",)
    found = tuple(table[low] for table in (MEASURES, _PLAIN_WORDS) if low in table)
    if found:
        return found
    if stem in _GOAL:
        return ("~goal",)
    if low in STOP_WORDS or len(low) < 2 or low.isdigit() or low in _IDLE:
        return ()
    return (ALIKE.get(stem, stem),)


class _Reader:
    def __init__(
        self, clause: Clause, facts: Sequence[Fact], dates: Sequence[DateSpan], amounts: Sequence[Amount]
    ) -> None:
        self.words = clause.words
        self.breaks = clause.reading.breaks
        self.starts = [word.start for word in self.words]
        self.facts = facts
        self.low = clause.reading.low
        self.directed = {cue.start for cue in clause.directions}
        self.keys: list[tuple[str, ...]] = [
            _keys_of_way(word.low) if word.start in self.directed else _keys_of(word.low, word.stem)
            for word in self.words
        ]
        for amount in (*amounts, *facts):
            for at in self._covered(amount):
                if not isinstance(amount, Amount) or amount.kind != "quantity" or self.low[at] in _SCALES:
                    self.keys[at] = ()
            if isinstance(amount, Amount):
                self._mute_rate(amount)
        for date in dates:
            covered = self._covered(date)
            for at in covered:
                self.keys[at] = ()
            if covered:
                text = clause.text[date.start - clause.offset : date.end - clause.offset]
                self.keys[covered[0]] = tuple(_date_keys(text, date))

    def _covered(self, fact: Fact) -> range:
        return range(bisect_left(self.starts, fact.start), bisect_left(self.starts, fact.end))

    def _mute_rate(self, amount: Amount) -> None:
        """The words behind it that say for each of what it is: "a tonne", "per share"."""
        at = bisect_left(self.starts, amount.end)
        if at + 1 < len(self.words) and self.low[at] in ("a", "an", "per") and not self.breaks[at]:
            self.keys[at] = self.keys[at + 1] = ()

    def labels(self) -> list[Label]:
        spans = [self._covered(fact) for fact in self.facts]
        edges: list[tuple[int, int]] = []
        """Per fact: first word of its left side, one past the last word of its right side."""
        first = 0
        for nth, span in enumerate(spans):
            if nth + 1 < len(spans):
                last, begin = self._border(span.stop, spans[nth + 1].start)
            else:
                last, begin = self._end(span.stop), len(self.words)
            edges.append((first, last))
            first = begin
        found: list[Label] = []
        context: set[str] = set()
        tail = self._set(edges[-1][1], len(self.words)) - _CHANGED
        lent: Keys = _NONE
        lost: set[str] = set()
        """What words of a later fact have replaced."""
        everything = frozenset(self._set(0, len(self.words)))
        chain: set[str] = set()
        """Kinds of the facts that say more and more of one thing."""
        for nth, (span, (left, right)) in enumerate(zip(spans, edges, strict=True)):
            ahead, behind = self._set(left, span.start), self._set(span.stop, right)
            own = ahead | behind | self._phase(left, span.start, span.stop, right)
            gap = edges[nth - 1][1] if nth else 0
            if nth and self._parted(gap, span.start):
                context = {key for key in context if key[0] in "~@"}
            if nth and self._hard(gap, span.start):
                context = {key for key in context if key in _MEASURE_KEYS}
            if nth and self._goes_on(gap, span.start):
                context = {key for key in context if key[0] != "@"}
            if "~base" in own and span.stop < right and self.low[span.stop] == "for" and any(map(_is_open, behind)):
                lost |= lent
                context -= lent
            if any(map(_is_open, ahead)):
                lost |= lent
                context -= lent
                lent = self._near(left, span.start)
            fresh, kind = set(own), getattr(self.facts[nth], "kind", "date")
            if (
                nth
                and kind not in chain
                and not any(not _kind(key) for key in ahead)
                and "~base" not in own
                and self._joined(spans[nth - 1].stop, span.start)
            ):
                own |= found[-1].own - _CHANGED - {key for key in found[-1].own if self._replaced(key, own)}
                chain.add(kind)
            else:
                chain = {kind}
            context = {key for key in context if not self._replaced(key, fresh)}
            loose = self._set(gap, left) if nth else set()
            later = self._set(right, edges[nth + 1][0]) if nth + 1 < len(spans) else set()
            before = self._set(spans[nth - 1].stop, edges[nth - 1][1]) if nth else set()
            shared, unsaid = set(context), _unsaid(behind, before)
            if not any(map(_is_open, ahead)):
                shared |= unsaid
            if nth + 1 < len(spans):
                behind_next = _unsaid(behind, self._set(spans[nth + 1].stop, edges[nth + 1][1]))
                shared |= {key for key in behind_next if key[0] == "@"}
            held = own | (context - _CHANGED)
            found.append(
                Label(
                    self.facts[nth],
                    frozenset(own),
                    frozenset(held),
                    whole := frozenset(held | (shared - _CHANGED) | loose | later | tail),
                    whole | ((unsaid | lost) - _CHANGED),
                    everything,
                    len(spans) > 1,
                )
            )
            context |= (ahead | loose) - _CHANGED
            context |= {key for key in behind if key in _MEASURE_KEYS}
        return found

    @staticmethod
    def _replaced(key: str, own: set[str]) -> bool:
        """Whether a fact has words of its own in place of what it would share with those before."""
        if key in _MEASURE_KEYS:
            return not _MEASURE_KEYS.isdisjoint(own)
        return key[0] == "@" and any(other[0] == "@" for other in own)

    def _joined(self, first: int, last: int) -> bool:
        """Whether a fact only says more of the one before: "up 5%, to $3 million", "$3 million ($2 million net)"."""
        return (
            self.breaks[last] in ("(", ",")
            or self.low[last - 1] == "to"
            or any(self.breaks[at] == "," for at in range(first, last))
        )

    def _set(self, first: int, last: int) -> set[str]:
        return {key for at in range(first, last) for key in self.keys[at]}

    def _hard(self, first: int, last: int) -> bool:
        return any(
            self.breaks[at] in _HARD and self.breaks[at] and self.low[at] not in _PRONOUNS
            for at in range(first, min(last + 1, len(self.words)))
        )

    def _parted(self, first: int, last: int) -> bool:
        return any(self.low[at] in _CLAUSE for at in range(first, last))

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether another predicate begins, with a time of its own: "and is selling", "and will add"."""
        return any(self.low[at] in ("and", "but") and self.low[at + 1] in _AUXILIARIES for at in range(first, last - 1))

    def _border(self, first: int, last: int) -> tuple[int, int]:
        """Where between two facts (words `first` to `last`) the words of the one end and those of the other begin."""
        marks = [at for at in range(first, last + 1) if self.breaks[at] or (at < last and self._cuts(at, last))]
        hard = [at for at in marks if self.breaks[at] in _HARD and self.breaks[at]]
        if hard:
            return hard[0], hard[-1]
        if marks:
            return marks[0], marks[-1]
        leads = [at for at in range(first, last) if self.low[at] in _LEADS]
        cut = leads[-1] if leads else last
        if cut < last and self.low[cut] == "of" and len(leads) > 1:
            cut = leads[-2]
        return cut, cut

    def _cuts(self, at: int, last: int) -> bool:
        """Whether the word begins what belongs to the fact at `last`; "from" and its like only right before it."""
        low = self.low[at]
        if low == "from":
            return all(self.low[there] in _PASSED for there in range(at + 1, last))
        return low in _CUT

    def _end(self, first: int) -> int:
        """Where the words behind the last fact end."""
        return next(
            (at for at in range(first, len(self.words)) if self.breaks[at] or self.low[at] in _CLAUSE), len(self.words)
        )

    def _near(self, first: int, last: int) -> Keys:
        """The words right before a fact, as the next fact's own words replace them."""
        at = last
        while at > first and self.low[at - 1] in _PASSED:
            at -= 1
        begin = at
        while begin > first and at - begin < _NEAR and self.low[begin - 1] not in STOP_WORDS:
            begin -= 1
            if self.breaks[begin]:
                break
        return frozenset(key for key in self._set(begin, at) if key not in _MEASURE_KEYS)

    def _phase(self, left: int, start: int, stop: int, right: int) -> Keys:
        """Whether it is what something changed by, or to."""
        near = start
        while (
            near > left
            and start - near < _NEAR
            and self.low[near - 1] in _PASSED
            and self.words[near - 1].start not in self.directed
        ):
            near -= 1
        led = self.low[near - 1] if near > left else ""
        if start > left + 1 and self.low[start - 2 : start] == ["used", "to"]:
            return frozenset({"~base"})
        if led in _BASES or (led in ("to", "with") and near > left + 1 and self.low[near - 2] == "compared"):
            return frozenset({"~base"})
        if led == "by" or (near > left and self.words[near - 1].start in self.directed):
            return frozenset({"~change"})
        if stop < right and (self.low[stop] in _MORE or self.words[stop].start in self.directed):
            return frozenset({"~change"})
        if led in _LEVELS:
            return frozenset({"~level"})
        return _NONE


def _unsaid(own: set[str], other: set[str]) -> set[str]:
    """Of the words behind another fact those of a kind that this one has none of behind it."""
    kinds = {_kind(key) for key in own}
    return {key for key in other if _kind(key) not in kinds}


def _is_open(key: str) -> bool:
    """Whether it is a word of no table."""
    return key[0] not in "~@"


def _kind(key: str) -> str:
    return key[0] if key[0] in "~@" else ""


def _date_keys(text: str, date: DateSpan) -> Iterable[str]:
    named: Mapping[str, frozenset[str]] = date_names(text)
    low = text.lower()
    if "earlier" in low or "ago" in low or "previous" in low or "prior" in low or "before" in low:
        yield "~base"
        yield "@earlier"
    for kind, values in named.items():
        if kind in ("ago", "part", "span"):
            continue
        for value in values:
            yield f"@{kind} {value}"
    if date.earliest and date.latest and "year" not in named and date.earliest.year == date.latest.year:
        days = (date.latest - date.earliest).days
        if days > 360:
            yield f"@year {date.earliest.year}"


def unknown(words: Sequence[Word], known: Keys) -> int:
    """How many of the content words are none that the article has, numbers and idle words left aside."""
    return sum(
        word.stem not in known and ALIKE.get(word.stem, word.stem) not in known and word.low not in _KNOWN
        for word in words
        if len(word.text) > 1 and not word.text.isdigit() and word.low not in STOP_WORDS
    )


_KNOWN = frozenset({*MEASURES, *_PLAIN_WORDS, *_IDLE, *_NOW, *_SCALES})
_FORMS = frozenset({*ALIKE, *ALIKE.values()})
