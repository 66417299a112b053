"""What a request is foreseen to cost that goes with a batch, as long as no answer has come back."""

from __future__ import annotations

from summarizer.batch.forecast import Forecast, Forecaster, Lengths, Taken
from summarizer.batch.tokens import TOKENS_PER_CHARACTER
from summarizer.models.base import Letter
from summarizer.pipeline import Pipeline


class Foreseen:
    """The forecast for single requests of `pipeline`."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._forecaster = Forecaster(pipeline)
        self._main = getattr(pipeline.model, "model", pipeline.model.name)

    def dollars(self, letter: Letter) -> float | None:
        """US dollars, at the price of batches where there is one; None where nobody knows a price."""
        shown = letter.body["messages"][-1]["content"]
        forecast, none = self._forecaster.of(Lengths.of(TOKENS_PER_CHARACTER * len(shown))), Taken()
        if letter.model == self._main:
            forecast = Forecast(forecast.extraction, none, none)
        else:
            forecast = Forecast(none, none, forecast.judge)
        dollars = self._forecaster.dollars(forecast, provider_batch=True)
        return self._forecaster.dollars(forecast) if dollars is None else dollars
