"""What a request is foreseen to cost that goes with a batch, as long as no answer has come back."""

from __future__ import annotations

from dataclasses import replace

from summarizer.batch.forecast import LIKELY, Forecast, Forecaster, Lengths, Taken
from summarizer.batch.tokens import TOKENS_PER_CHARACTER
from summarizer.models.base import Letter
from summarizer.pipeline import Pipeline

ASKED_FOR_SURE = replace(LIKELY, fallen_back=1.0, escalated=1.0)
"""A request that is sent to a further model is sent."""


class Foreseen:
    """The forecast for single requests of `pipeline`."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._forecaster = Forecaster(pipeline)
        self._models = [getattr(model, "model", model.name) for model in pipeline.models]

    def dollars(self, letter: Letter) -> float | None:
        """US dollars, at the price of batches where there is one; None where nobody knows a price."""
        shown = letter.body["messages"][-1]["content"]
        forecast, none = self._forecaster.of(Lengths.of(TOKENS_PER_CHARACTER * len(shown)), ASKED_FOR_SURE), Taken()
        if letter.model == self._models[0]:
            forecast = Forecast(forecast.extraction, none, none)
        elif letter.model in self._models:
            at = self._models.index(letter.model) - 1
            others = (taken if place == at else none for place, taken in enumerate(forecast.others))
            forecast = Forecast(none, none, none, tuple(others))
        else:
            forecast = Forecast(none, none, forecast.judge)
        dollars = self._forecaster.dollars(forecast, provider_batch=True)
        return self._forecaster.dollars(forecast) if dollars is None else dollars
