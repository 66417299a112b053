"""What articles that are done already took of the same model, asked in the same way: better than any forecast."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from summarizer.batch.forecast import LIKELY, Case, Forecaster, Lengths, Taken
from summarizer.batch.keys import services_asked
from summarizer.batch.reading import Reading
from summarizer.batch.tokens import TOKENS_PER_CHARACTER
from summarizer.pipeline import Pipeline
from summarizer.schema import NEWS

MOST_LOOKED_AT = 1_000
"""Articles."""
FEWEST = 5
"""Fewer say nothing."""
LEAST_ERROR = 0.05
"""However many were looked at: the articles to come are others."""


@dataclass(frozen=True)
class Observed:
    """What articles took, beside what was forecast for their lengths in characters."""

    articles: int
    taken: Taken
    forecast: Taken
    case: Case
    """The likely one with the shares of these articles that a fallback and the better model were asked about."""
    spread: float
    """How far the output of one article lies off the forecast as it is corrected here: standard deviation, as a share
    of the mean."""

    def corrected(self, forecast: Taken) -> Taken:
        """The forecast for other articles, as it would have been right for these."""
        inputs = forecast.input * _ratio(self.taken.input, self.forecast.input)
        return Taken(
            forecast.requests * _ratio(self.taken.requests, self.forecast.requests),
            inputs,
            inputs * _ratio(self.taken.cached, self.taken.input),
            forecast.output * _ratio(self.taken.output, self.forecast.output),
        )

    def error(self, articles: float) -> float:
        """By which share so many other articles may take more or less, in 19 cases of 20."""
        return max(LEAST_ERROR, 2 * self.spread * sqrt(1 / self.articles + 1 / max(1.0, articles)))


def lengths_of_characters(characters: int, forecaster: Forecaster) -> Lengths:
    """The lengths of an article of which no more is known than its characters."""
    return forecaster.lengths(characters * TOKENS_PER_CHARACTER)


def observe(reading: Reading, pipeline: Pipeline, forecaster: Forecaster) -> Observed | None:
    """What the store has seen of the pipeline's model with the pipeline's prompt and schema; None where that is too
    little."""
    rows = reading.read(
        "SELECT calls, input_tokens, cached_input_tokens, output_tokens, zlib FROM articles "
        "CROSS JOIN texts ON texts.id = document WHERE state = 'done' AND output_tokens > 0 "
        "AND run IN (SELECT id FROM runs WHERE model = ?) LIMIT ?",
        (services_asked(pipeline), MOST_LOOKED_AT),
    )
    found: list[tuple[Taken, Lengths]] = []
    roles: Counter[str] = Counter()
    for calls, *tokens, packed in rows:
        said: dict[str, Any] = json.loads(zlib.decompress(packed))
        if _is_alike(said, pipeline):
            found.append((Taken(calls, *tokens), lengths_of_characters(said["source"]["characters"], forecaster)))
            roles.update({one["role"] for one in said["provenance"].get("attempts", ())})
    if len(found) < FEWEST:
        return None
    taken = sum((one for one, _ in found), Taken())
    case = replace(LIKELY, fallen_back=roles["fallback"] / len(found), escalated=roles["escalation"] / len(found))
    forecast = forecaster.of(sum((lengths for _, lengths in found), Lengths()), case).total
    ratio, mean = _ratio(taken.output, forecast.output), taken.output / len(found)
    off = sum((one.output - ratio * forecaster.of(lengths, case).total.output) ** 2 for one, lengths in found)
    return Observed(len(found), taken, forecast, case, sqrt(off / (len(found) - 1)) / mean)


def _is_alike(said: dict[str, Any], pipeline: Pipeline) -> bool:
    """Whether a document was made as the pipeline would make it."""
    provenance, schema = said["provenance"], pipeline.settings.schema
    return (
        provenance.get("prompt") == pipeline.prompt_label
        and (provenance.get("judge") is None) == (pipeline.judge is None)
        and said.get("records_of") == (None if schema is NEWS else schema.name)
    )


def _ratio(one: float, other: float) -> float:
    return one / other if other else 1.0
