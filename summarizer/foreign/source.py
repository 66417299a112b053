"""The article as values of somebody else's extraction are held against it: whole, where no evidence is given."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from summarizer.article import Article
from summarizer.text.dates import DateSpan
from summarizer.text.numbers import Amount
from summarizer.verifier.amounts import mantissa
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import likely_sentences
from summarizer.verifier.wording import stems_of

ALIKE_SOUGHT = 2000
"""Missing values for which what the article has in their place is looked for; beyond, they are just missing."""
_ALIKE_AMOUNTS = 16
"""Amounts with the same digits that are compared."""
_FEW = 3
"""Sentences that a statement without evidence is held against."""
_WEEK = 6
"""Days between the first and the last of a stretch that may stand for one of its days: "this week"."""


class SourceText:
    """One article, what was read of it, and how much looking for likeness is left."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.index = Index(article)
        self.whole = Cited(self.index, ())
        self.left = ALIKE_SOUGHT

    def cited(self, numbers: Sequence[int]) -> Cited:
        """These sentences, or the whole article where there are none."""
        return Cited(self.index, numbers) if numbers else self.whole

    def look_alike(self) -> bool:
        """Whether what is missing may still be looked for by likeness; each yes is counted."""
        self.left -= 1
        return self.left >= 0

    @cached_property
    def amounts(self) -> list[Amount]:
        """Every amount of the article."""
        return [amount for one in self.index.sentences for amount in self.index.amounts(one.number)]

    @cached_property
    def _by_end(self) -> dict[Decimal, Amount]:
        found: dict[Decimal, Amount] = {}
        for amount in self.amounts:
            found.setdefault(abs(amount.value), amount)
            if amount.high is not None:
                found.setdefault(abs(amount.high), amount)
        return found

    @cached_property
    def _sizes(self) -> list[Decimal]:
        return sorted(self._by_end)

    def amount_of(self, value: Decimal) -> Amount | None:
        """The first amount that has this number, sign left aside."""
        return self._by_end.get(abs(value))

    def money_of(self, value: Decimal) -> Amount | None:
        """The first amount of money that has this number."""
        return next(
            (one for one in self.index.amounts_by_value.get(abs(value), ()) if one.kind == "money"),
            None,
        )

    @cached_property
    def _by_digits(self) -> dict[str, list[Amount]]:
        found: dict[str, list[Amount]] = {}
        for amount in self.amounts:
            alike = found.setdefault(mantissa(amount.value), [])
            if len(alike) < _ALIKE_AMOUNTS:
                alike.append(amount)
        return found

    def same_digits(self, value: Decimal) -> list[Amount]:
        """Amounts with the same digits at whatever scale; none for a single digit, which says too little."""
        wanted = mantissa(value)
        return self._by_digits.get(wanted, []) if len(wanted) > 1 else []

    def nearest_amount(self, value: Decimal) -> Amount | None:
        """The amount whose number is closest."""
        sizes = self._sizes
        at = bisect_left(sizes, abs(value))
        near = sizes[max(0, at - 1) : at + 1]
        return self._by_end[min(near, key=lambda size: abs(size - abs(value)))] if near else None

    @cached_property
    def usual_currency(self) -> str:
        """The currency that most amounts of the article are in."""
        counted = Counter(amount.currencies[0] for amount in self.amounts if amount.currencies)
        return counted.most_common(1)[0][0] if counted else "USD"

    @cached_property
    def days(self) -> list[DateSpan]:
        """Every date of the article that could be read."""
        return [
            span
            for one in self.index.sentences
            for span in self.index.dates(one.number)
            if span.earliest is not None and span.latest is not None
        ]

    @cached_property
    def _by_days(self) -> dict[tuple[date | None, date | None], DateSpan]:
        found: dict[tuple[date | None, date | None], DateSpan] = {}
        for span in self.days:
            found.setdefault((span.earliest, span.latest), span)
        return found

    def date_of(self, first: date, last: date) -> DateSpan | None:
        """The words that mean these very days, else those that mean the fewest days around them.

        Words that mean many more days ("in 2025" for the 4th of March) do not give these.
        """
        exact = self._by_days.get((first, last))
        if exact is not None:
            return exact
        widest = max(_WEEK, (last - first).days * 3 // 2)
        around = [
            span
            for (earliest, latest), span in self._by_days.items()
            if earliest and latest and earliest <= first and last <= latest and (latest - earliest).days <= widest
        ]
        return min(around, key=_length, default=None)

    def speaking_of(self, text: str) -> list[int]:
        """The few sentences that a statement without evidence is held against: those that have its words."""
        left, chosen = set(stems_of(text)), list[int]()
        for number in likely_sentences(text, self.index, _FEW):
            shared = left & self.index.stems(number)
            if not chosen or len(shared) >= 2:
                chosen.append(number)
                left -= shared
        return sorted(chosen)

    def naming(self, texts: Sequence[str]) -> list[int]:
        """The few sentences that have words of most of these texts, at least of two."""
        counted: Counter[int] = Counter()
        for text in texts:
            numbers = {
                number
                for stem in stems_of(text)
                if len(found := self.index.sentences_by_stem.get(stem, ())) <= 400
                for number in found
            }
            counted.update(numbers)
        most = max(counted.values(), default=0)
        return sorted(number for number, count in counted.items() if count >= 2 and count == most)[:_FEW]

    def sentences_at(self, places: Sequence[Place]) -> list[int]:
        """The numbers of the sentences that these places touch."""
        return sorted({number for place in places for number in self.index.sentences_of(place)})


def _length(span: DateSpan) -> int:
    return (span.latest - span.earliest).days if span.earliest and span.latest else 0
