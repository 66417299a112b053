"""What a run would take, before it: counted from the articles' texts, corrected by what the store has seen.

Nobody is asked and nothing is written. A folder of any size is walked through; up to `MOST_READ` of the articles that
are to be done are read, evenly spread over them, and stand for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from summarizer.batch.database import NAME
from summarizer.batch.folder import check_folder, left_out
from summarizer.batch.forecast import CASES, Forecast, Forecaster, Taken
from summarizer.batch.keys import settings_in, settings_of
from summarizer.batch.look import Counts, Look
from summarizer.batch.observed import Observed, observe
from summarizer.batch.plan import Plan, Todo, plan_run
from summarizer.batch.provider.tables import open_batches, open_words
from summarizer.batch.reading import Reading
from summarizer.batch.shards import Shard, check_shard
from summarizer.batch.totals import paid
from summarizer.batch.unpriced import Unpriced, unpriced
from summarizer.pipeline import Pipeline

MOST_READ = 10_000
"""Articles: of so many, the mean of all is known to a per cent or so."""


@dataclass(frozen=True)
class Range:
    """A figure that is not known for sure."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True)
class Estimate:
    """What a run would take. Numbers of articles are those of all, where a part of them was read in proportion."""

    model: str
    judge: str | None
    others: tuple[tuple[str, str], ...]
    """The further models of a route, each with what it is asked as."""
    asked: int
    """Articles that would be asked about."""
    unchanged: int
    """Articles that are done and would not be done again."""
    answered: int
    """Articles that would be done again from answers that the store has."""
    later: int
    """Of these, those for which repairs or the judge may have to be asked all the same; not among the `requests`."""
    later_requests: float
    later_usd: float | None
    """What that takes at most, about; None where a price is not known."""
    at_service: str
    """What is in provider batches already, whose cost is part of the figures: `1 batch with 163 requests`."""
    doubled: int
    """Articles of the same text as another one, with which they would be answered."""
    unreadable: int
    """Articles that would fail, since they cannot be read."""
    elsewhere: int
    """Files that belong to other shards."""
    failures: tuple[tuple[str, Exception], ...]
    """The first of these, each with its path and what is wrong."""
    read: int
    """Articles that were read for this."""
    sampling_error: float
    """By which share the figures may be off for not having read the others, in 19 cases of 20; 0 where all were."""
    observed: int
    """Articles in the store by which the figures go; 0: by what is usual."""
    thinks: bool
    """Whether the model thinks before it answers, at a length that nobody can tell beforehand."""
    unpriced: tuple[str, ...]
    """The models whose price nobody knows."""
    requests: Range
    repairs: float
    """Of the likely requests, those for repairs; unknown, 0, where the figures go by the store."""
    input_tokens: Range
    cached_input_tokens: Range
    """Of the input tokens, those that come from the service's cache; the dear case has the fewest."""
    output_tokens: Range
    cost_usd: Range | None
    """None where a price is not known."""
    provider_batch_usd: Range | None
    """The same in the service's batches; None where the price list has no other price for them."""
    spent_usd: float
    """What the runs into the folder have cost before, as far as that is known."""
    unpriced_before: Unpriced
    """Calls of these runs that were made without a price; what they cost by the prices of now is in `spent_usd`."""

    @property
    def free(self) -> bool:
        """Whether nothing would be asked of anybody who wants money for it."""
        return not self.requests.likely and not self.later_requests


@dataclass(frozen=True)
class _Before:
    """What earlier runs have left behind."""

    spent: float = 0.0
    unpriced: Unpriced = field(default_factory=Unpriced)
    at_service: str = ""


def estimate(
    folder: Path, out: Path | None, pipeline: Pipeline, *, published: date | None = None, shard: Shard | None = None
) -> Estimate:
    """What a run of `pipeline` over `folder`, or this `shard` of it, into `out` would take; `out` need not be there.

    Raises `ConfigurationError` where the run would: there is no article, or what is in `out` cannot be read.
    """
    exclude = None if out is None else left_out(folder, out)
    check_folder(folder, exclude=exclude)
    with ExitStack() as opened:
        reading = None
        if out is not None and (out / NAME).exists():
            reading = Reading(out / NAME)
            opened.callback(reading.close)
            check_shard(reading, out, shard)
        program = settings_of(pipeline, published)
        known = reading.known() if reading else iter(())
        plan = plan_run(folder, exclude, known, settings_in(program, folder))
        opened.callback(plan.close)
        forecaster = Forecaster(pipeline)
        look = Look(folder, pipeline, program, published, reading, forecaster, shard)
        for todo in spread(plan.todo(), plan.total, MOST_READ):
            look.at(todo)
        observed = observe(reading, pipeline, forecaster) if reading else None
        before = _Before()
        if reading:
            earlier = unpriced(reading, forecaster)
            before = _Before(paid(reading).cost_usd + earlier.cost_usd, earlier, open_words(open_batches(reading)))
        return _estimate(plan, look.counts, forecaster, observed, pipeline, before)


def spread(todo: Iterator[Todo], total: int, most: int) -> Iterator[Todo]:
    """At most `most` of the `total` articles, at equal distances."""
    for number, one in enumerate(todo):
        if total <= most or number * most // total != (number - 1) * most // total:
            yield one


def _estimate(
    plan: Plan,
    counts: Counts,
    forecaster: Forecaster,
    observed: Observed | None,
    pipeline: Pipeline,
    before: _Before,
) -> Estimate:
    times = plan.total / counts.read if counts.read else 0.0
    error = counts.error(plan.total)
    lengths = counts.lengths.times(times)
    forecasts = [forecaster.of(lengths, case) for case in CASES]
    if observed is None:
        taken = [one.total for one in forecasts]
        repairs = forecasts[1].repairs.requests
    else:
        forecasts = [forecaster.of(lengths, observed.case)] * len(CASES)
        likely = observed.corrected(forecaster.of(counts.by_characters.times(times), observed.case).total)
        off = observed.error(lengths.articles)
        taken = [likely.times(max(0.0, 1 - off)), likely, likely.times(1 + off)]
        repairs = 0.0
    taken = [taken[0].times(max(0.0, 1 - error)), taken[1], taken[2].times(1 + error)]

    later = counts.later.times(times)
    asked_later = later.forecast(forecaster)

    def cost(*, provider_batch: bool = False) -> Range | None:
        priced = [
            forecaster.dollars(_as(forecast, one), provider_batch=provider_batch)
            for forecast, one in zip(forecasts, taken, strict=True)
        ]
        known = [one for one in priced if one is not None]
        return Range(*known) if len(known) == len(priced) else None

    return Estimate(
        model=pipeline.model.name,
        judge=pipeline.judge.model.name if pipeline.judge else None,
        others=tuple(zip(forecaster.roles, (model.name for model in pipeline.models[1:]), strict=True)),
        asked=round(lengths.articles),
        unchanged=plan.unchanged + round(counts.unchanged * times),
        answered=round(counts.answered * times),
        later=round(later.articles),
        later_requests=asked_later.total.requests,
        later_usd=forecaster.dollars(asked_later),
        at_service=before.at_service,
        doubled=round(counts.doubled * times),
        unreadable=round(counts.unreadable * times),
        elsewhere=plan.elsewhere + round(counts.elsewhere * times),
        failures=tuple(counts.failures),
        read=counts.read,
        sampling_error=error,
        observed=observed.articles if observed else 0,
        thinks=forecaster.thinks,
        unpriced=tuple(forecaster.unpriced()),
        requests=_range(taken, lambda one: one.requests),
        repairs=repairs,
        input_tokens=_range(taken, lambda one: one.input),
        cached_input_tokens=_range(taken, lambda one: one.cached),
        output_tokens=_range(taken, lambda one: one.output),
        cost_usd=cost(),
        provider_batch_usd=cost(provider_batch=True) if forecaster.asked and len(pipeline.models) == 1 else None,
        spent_usd=before.spent,
        unpriced_before=before.unpriced,
    )


def _as(forecast: Forecast, taken: Taken) -> Forecast:
    """`forecast` brought to what is taken in all; what the judge and further models have of it stays in proportion."""
    total = forecast.total

    def part(of: Taken) -> Taken:
        return Taken(
            of.requests * _share(taken.requests, total.requests),
            of.input * _share(taken.input, total.input),
            of.cached * _share(taken.cached, total.cached),
            of.output * _share(taken.output, total.output),
        )

    judged, others = part(forecast.judge), tuple(map(part, forecast.others))
    return Forecast(taken + sum(others, judged).times(-1), Taken(), judged, others)


def _share(one: float, other: float) -> float:
    return one / other if other else 0.0


def _range(taken: list[Taken], part: Callable[[Taken], float]) -> Range:
    return Range(*(part(one) for one in taken))
