"""What earlier calls cost that were made without a price, by the prices of now."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.batch.forecast import Forecaster
from summarizer.batch.reading import Reading
from summarizer.batch.totals import UNPRICED
from summarizer.exports.brief import dollars, plural
from summarizer.models.pricing import prices_of


@dataclass(frozen=True)
class Unpriced:
    """Calls whose price was not known when they were made."""

    calls: int = 0
    cost_usd: float = 0.0
    """What they would cost now."""
    unknown: int = 0
    """Those of them of which that is not known either."""

    def words(self) -> str:
        """How they count, in a line; empty where there are none."""
        parts = []
        if known := self.calls - self.unknown:
            parts.append(
                f"{plural(known, 'earlier call')} {'was' if known == 1 else 'were'} made without a price and "
                f"{'counts' if known == 1 else 'count'} at that of now: {dollars(self.cost_usd)}"
            )
        if self.unknown:
            parts.append(
                f"{plural(self.unknown, 'earlier call')} {'has' if self.unknown == 1 else 'have'} no known price and "
                "no part in what is spent"
            )
        return "; ".join(parts)


def unpriced(reading: Reading, forecaster: Forecaster) -> Unpriced:
    """The calls of the store without a price, by the prices of the model or judge that answered; by the dearer one's,
    where the name says neither."""
    rows = reading.read(
        "SELECT model, sum(calls), sum(input_tokens), sum(cached_input_tokens), sum(output_tokens) FROM answers "  # noqa: S608
        f"WHERE {UNPRICED} GROUP BY model"
    )
    calls = unknown = 0
    cost = 0.0
    for model, count, *tokens in rows:
        calls += count
        named = [one for one in forecaster.asked if model in (one.name, one.model.name)]
        each = [prices_of(model, one.list) or one.prices for one in named or forecaster.asked]
        known = [prices.of(*tokens) for prices in each if prices is not None]
        if known:
            cost += max(known)
        else:
            unknown += count
    return Unpriced(calls, cost, unknown)
