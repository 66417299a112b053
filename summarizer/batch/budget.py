"""A budget in US dollars: no article is begun that it might not cover."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from summarizer.article import Article
from summarizer.batch.forecast import HIGH, LIKELY, Case, Forecaster
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
    free: bool = False
    """Nothing is kept for it: it is done with what the store has, and is not to ask anybody."""


@dataclass
class Tally:
    """Articles of one kind, those that were paid for and those that were left."""

    excess: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """Of the last that were paid for: what they took, in what the forecast said."""
    paid: int = 0
    paid_usd: float = 0.0
    left: int = 0
    left_usd: float = 0.0
    """What the forecast says of those that were left."""

    @property
    def each(self) -> float:
        """US dollars that one takes, by those that were paid for, or else by the forecast."""
        if self.paid:
            return self.paid_usd / self.paid
        return self.left_usd / self.left if self.left else 0.0


class Budget:
    """Holds a run to `limit` US dollars, of which `before` were spent by earlier runs.

    An article is begun where what is spent, what is set aside for those that are under way, and what it may take
    itself come to no more than the limit. What an article may take is what the forecast says of its length, times the
    most by which one of the last hundred exceeded that. Where it does not fit now but something is under way, it waits:
    most turn out cheaper than what was set aside for them. Where nothing is, it is left; a shorter one may fit.

    Where the store has the first answer and the budget does not cover the article, it is begun for nothing; should a
    repair, a re-ask or the judge have to be paid for, it stops there, and is admitted as any other or left.

    Raises `ConfigurationError` where nobody knows what a model costs, and for a limit that is none.
    """

    def __init__(self, limit: float, pipeline: Pipeline) -> None:
        if not (math.isfinite(limit) and limit >= 0):
            raise ConfigurationError(f"a budget is a number of US dollars, 0 or more, not {limit}")
        self.limit = limit
        self.before = 0.0
        self.spending = Spending()
        self.refused: float | None = None
        """The least of what articles that were left would have taken, in US dollars; None where none was left."""
        self.forecaster = Forecaster(pipeline)
        if unknown := self.forecaster.unpriced():
            advice = "give it with --price, in US dollars for a million tokens of input and output, like --price 0.25,2"
            if pipeline.model.name not in unknown:
                of_route = {model.name for model in pipeline.models}.intersection(unknown)
                option = "model to fall back or to escalate to" if of_route else "--judge-model"
                advice = f"name another {option}, one that the price list knows"
            raise ConfigurationError(
                f"a budget needs the price of every model, and that of {' and '.join(unknown)} is not known: {advice}"
            )
        self._several = len(pipeline.models) > 1
        self._set_aside = 0.0
        self._under_way = 0
        self._whole, self._rest = Tally(), Tally()
        """The articles that are asked about from the beginning, and those of which the store has the first answers."""
        self._waiting: set[asyncio.Future[None]] = set()

    def begin(self, spending: Spending, before: float) -> None:
        """Counts from here on what `spending` counts, on top of what was spent before."""
        self.spending, self.before = spending, before

    @property
    def spent(self) -> float:
        """US dollars that are spent, those of earlier runs included."""
        return self.before + self.spending.cost_usd

    async def admit(
        self, article: Article, is_answered: Callable[[], bool] | None, stopped: Callable[[], bool]
    ) -> Reservation | None:
        """What is set aside for `article`, which may be begun; None where it must be left.

        `is_answered` tells whether the store has the first answer; it is asked where that makes a difference. None: it
        has, and what follows must be paid for; that is taken for no more than the whole. Waits as long as neither can
        be said.
        """
        forecast, kind = self._dollars(article), self._whole if is_answered else self._rest
        while not stopped():
            amount = forecast * self._caution(article, kind)
            if self.spent + self._set_aside + amount <= self.limit:
                self._set_aside += amount
                self._under_way += 1
                return Reservation(forecast, amount)
            if is_answered and is_answered():
                return Reservation(0.0, 0.0, free=True)
            if not self._under_way:
                self.refused = amount if self.refused is None else min(self.refused, amount)
                kind.left += 1
                kind.left_usd += self._dollars(article, rest=kind is self._rest)
                return None
            await self._change()
        return None

    def settle(self, reservation: Reservation, cost: float, *, recalled: bool = False) -> None:
        """The article took `cost` US dollars, and perhaps what was `recalled` from the store: what was set aside for it
        is free again."""
        if reservation.free:
            return
        self._set_aside = max(0.0, self._set_aside - reservation.amount)
        self._under_way -= 1
        if reservation.forecast and cost:
            kind = self._rest if recalled else self._whole
            kind.excess.append(cost / reservation.forecast)
            kind.paid += 1
            kind.paid_usd += cost
        for changed in self._waiting:
            if not changed.done():
                changed.set_result(None)

    def to_come(self, left: int) -> float:
        """US dollars that so many articles will take about, which were left."""
        return self._rest.left * self._rest.each + max(0, left - self._rest.left) * self._whole.each

    def _dollars(self, article: Article, case: Case = LIKELY, *, rest: bool = False) -> float:
        # Each model of a route may have to be asked.
        case = replace(case, fallen_back=1.0, escalated=1.0)
        forecast = self.forecaster.of(self.forecaster.lengths(article_tokens(article)), case)
        return self.forecaster.dollars(forecast.rest if rest else forecast) or 0.0

    def _caution(self, article: Article, kind: Tally) -> float:
        """By how much an article may exceed its forecast."""
        # However many were answered by the first model of a route alone: the next may go the whole way.
        seen = max([*kind.excess, 1.0 if self._several else 0.0])
        if len(kind.excess) >= FEWEST:
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
