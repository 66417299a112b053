"""What may still be asked about articles whose first answer is in the store: repairs, the judge, a better model."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from summarizer.article import Article
from summarizer.batch.forecast import LIKELY, Forecast, Forecaster, Lengths, Taken
from summarizer.batch.reading import Row
from summarizer.batch.tokens import article_tokens
from summarizer.models.base import Model
from summarizer.pipeline import Pipeline
from summarizer.routing import Route

ALL_REPAIRED = replace(LIKELY, repaired=1.0)
ALL_ESCALATED = replace(LIKELY, escalated=1.0)


@dataclass
class Later:
    """The articles that more may be asked about, at most. What that is, only their answers tell."""

    articles: float = 0.0
    repaired: Lengths = field(default_factory=Lengths)
    judged: Lengths = field(default_factory=Lengths)
    escalated: Lengths = field(default_factory=Lengths)

    def note(self, article: Article, pipeline: Pipeline, row: Row | None, forecaster: Forecaster) -> None:
        """Counts an article; `row`: how what was at its path ended before, where that is known."""
        said: dict[str, Any] | None = None
        if row is not None and row.finished.document is not None:
            document = json.loads(row.finished.document)
            said = document["provenance"] if document["source"]["sha256"] == article.sha256 else None
        lengths = forecaster.lengths(article_tokens(article))
        first = lengths.questions * pipeline.settings.passes + lengths.long
        repaired = pipeline.settings.repairs > 0 and (said is None or row is None or _is_unrepaired(said, row, first))
        judged = pipeline.judge is not None and (said is None or not _is_judged(said, pipeline))
        escalated = isinstance(pipeline, Route) and pipeline.better is not None
        if isinstance(pipeline, Route) and said is not None and row is not None:
            escalated = escalated and _is_bad(said, row, pipeline.rules.escalate_above)
        self.articles += repaired or judged or escalated
        if repaired:
            self.repaired += lengths
        if judged:
            self.judged += lengths
        if escalated:
            self.escalated += lengths

    def times(self, factor: float) -> Later:
        """As many times as many of them."""
        each = (self.repaired, self.judged, self.escalated)
        return Later(self.articles * factor, *(lengths.times(factor) for lengths in each))

    def forecast(self, forecaster: Forecaster) -> Forecast:
        """What they take if each has a record to be repaired."""
        repairs = forecaster.of(self.repaired, ALL_REPAIRED).repairs
        others = forecaster.of(self.escalated, ALL_ESCALATED).others
        return Forecast(Taken(), repairs, forecaster.of(self.judged).judge, others)


def _is_unrepaired(said: dict[str, Any], row: Row, first: float) -> bool:
    """Whether an article has faulty records and was asked no more than the `first` questions about it."""
    count = row.finished.verification
    calls = said["calls"] - (said["judge"] or {}).get("calls", 0)
    return bool(calls <= first and count.altered + count.unsupported + count.dropped)


def _is_bad(said: dict[str, Any], row: Row, above: float) -> bool:
    """Whether an article has so many faulty records that it is escalated, and has not been; whether the rules find what
    the model did not, is not looked for."""
    count = row.finished.verification
    faulty = count.altered + count.unsupported
    return faulty > above * count.records and all(one["role"] != "escalation" for one in said.get("attempts", ()))


def _is_judged(said: dict[str, Any], pipeline: Pipeline) -> bool:
    """Whether the pipeline's judge has seen the records, as far as the names tell."""
    judge, before = pipeline.judge, said["judge"]
    if judge is None or before is None or before["prompt"] != judge.prompt.label:
        return False
    served: str = before["model"]
    return _is_called(judge.model, served) or (judge.model.name == pipeline.model.name and served == said["model"])


def _is_called(model: Model, served: str) -> bool:
    return served == model.name or served.startswith(getattr(model, "model", model.name))
