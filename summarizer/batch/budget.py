"""A budget in US dollars: no article is begun that it might not cover."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.batch.forecast import HIGH, LIKELY, Case, Forecaster, Lengths
from summarizer.batch.spending import Spending
from summarizer.batch.tokens import article_tokens
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Pipeline

REMEMBERED = 100
"""Articles by which the next ones are judged."""
FEWEST = 8
"""As long as fewer have been seen, the forecast's dear case counts too."""


@dataclass(frozen=True)
class Reservation:
    """What is set aside for an article that is under way."""

    forecast: float
    """US dollars that it would cost if it took what the forecast says."""
    amount: float
    """US dollars that are kept for it."""


class Budget:
    """Holds a run to `limit` US dollars, of which `before` were spent by earlier runs.

    An article is begun where what is spent, what is set aside for those that are under way, and what it may take
    itself come to no more than the limit. What an article may take is what the forecast says of its length, times the
    most by which one of the last hundred exceeded that. Where it does not fit now but something is under way, it waits:
    most turn out cheaper than what was set aside for them. Where nothing is, it is left; a shorter one may fit.

    Raises `ConfigurationError` where nobody knows what a model costs.
    """

    def __init__(self, limit: float, pipeline: Pipeline) -> None:
        self.limit = limit
        self.before = 0.0
        self.spending = Spending()
        self.refused: float | None = None
        """The least of what articles that were left would have taken, in US dollars; None where none was left."""
        self._forecaster = Forecaster(pipeline)
        if unknown := self._forecaster.unpriced():
            advice = "give it with --price, in US dollars for a million tokens of input and output, like --price 0.25,2"
            if pipeline.model.name not in unknown:
                advice = "name another --judge-model, one that the price list knows"
            raise ConfigurationError(
                f"a budget needs the price of every model, and that of {' and '.join(unknown)} is not known: {advice}"
            )
        self._set_aside = 0.0
        self._under_way = 0
        self._excess: deque[float] = deque(maxlen=REMEMBERED)
        """Of the last articles: what they took, in what the forecast said."""
        self._waiting: set[asyncio.Future[None]] = set()

    def begin(self, spending: Spending, before: float) -> None:
        """Counts from here on what `spending` counts, on top of what was spent before."""
        self.spending, self.before = spending, before

    @property
    def spent(self) -> float:
        """US dollars that are spent, those of earlier runs included."""
        return self.before + self.spending.cost_usd

    async def admit(
        self, article: Article, is_answered: Callable[[], bool], stopped: Callable[[], bool]
    ) -> Reservation | None:
        """What is set aside for `article`, which may be begun; None where it must be left.

        `is_answered` tells whether it costs nothing; it is asked where that makes a difference. Waits as long as
        neither can be said.
        """
        forecast = self._dollars(article)
        while not stopped():
            amount = forecast * self._caution(article)
            if self.spent + self._set_aside + amount <= self.limit:
                self._set_aside += amount
                self._under_way += 1
                return Reservation(forecast, amount)
            if is_answered():
                self._under_way += 1
                return Reservation(0.0, 0.0)
            if not self._under_way:
                self.refused = amount if self.refused is None else min(self.refused, amount)
                return None
            await self._change()
        return None

    def settle(self, reservation: Reservation, cost: float) -> None:
        """The article took `cost` US dollars: what was set aside for it is free again."""
        self._set_aside = max(0.0, self._set_aside - reservation.amount)
        self._under_way -= 1
        if reservation.forecast and cost:
            self._excess.append(cost / reservation.forecast)
        for changed in self._waiting:
            if not changed.done():
                changed.set_result(None)

    def _dollars(self, article: Article, case: Case = LIKELY) -> float:
        forecast = self._forecaster.of(Lengths.of(article_tokens(article)), case)
        return self._forecaster.dollars(forecast) or 0.0

    def _caution(self, article: Article) -> float:
        """By how much an article may exceed its forecast."""
        seen = max(self._excess, default=0.0)
        if len(self._excess) >= FEWEST:
            return seen
        return max(seen, self._dollars(article, HIGH) / (self._dollars(article) or 1.0))

    async def _change(self) -> None:
        """Waits until an article that was under way is not any more."""
        changed = asyncio.get_running_loop().create_future()
        self._waiting.add(changed)
        try:
            await changed
        finally:
            self._waiting.discard(changed)
