"""What is told of articles and of the calls that they take: spans, metrics and their names.

The names that begin with `gen_ai` are those of OpenTelemetry's semantic conventions for generative AI (read in 2026,
where every one of them is still in development); those that begin with `summarizer` are our own.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from summarizer.telemetry.calls import Outcome, Target

SCOPE = "summarizer"
TOKEN_BUCKETS = [4**power for power in range(14)]
SECOND_BUCKETS = [0.01 * 2**power for power in range(14)]
"""The bounds that the conventions name for the histograms of tokens and of seconds."""
ARTICLE_BUCKETS = [0.001 * 2**power for power in range(21)]
"""From a millisecond, which the offline rules need, to a quarter of an hour."""


class Telemetry:
    """Tells the SDK behind `tracers` and `meters`, the providers of the API, what becomes of articles and calls."""

    def __init__(self, tracers: Any, meters: Any) -> None:
        self._tracer = tracers.get_tracer(SCOPE, _version())
        meter = meters.get_meter(SCOPE, _version())
        self._tokens = meter.create_histogram(
            "gen_ai.client.token.usage",
            unit="{token}",
            description="Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=TOKEN_BUCKETS,
        )
        self._calls = meter.create_histogram(
            "gen_ai.client.operation.duration",
            unit="s",
            description="GenAI operation duration.",
            explicit_bucket_boundaries_advisory=SECOND_BUCKETS,
        )
        self._retries = meter.create_counter(
            "summarizer.client.retries", unit="{request}", description="Requests that failed and were sent again."
        )
        self._articles = meter.create_histogram(
            "summarizer.article.duration",
            unit="s",
            description="Articles by their outcome, and how long each took.",
            explicit_bucket_boundaries_advisory=ARTICLE_BUCKETS,
        )
        self._records = meter.create_counter(
            "summarizer.records", unit="{record}", description="Records by section and verdict."
        )
        self._findings = meter.create_counter(
            "summarizer.findings", unit="{finding}", description="Findings by section and code."
        )

    @contextmanager
    def article(self, characters: int, sha256: str) -> Iterator[ArticleSpan]:
        """The span of the work on one article; told of its result, or of what is raised within."""
        attributes = {"summarizer.article.characters": characters, "summarizer.article.sha256": sha256}
        began = time.perf_counter()
        with self._tracer.start_as_current_span(
            "summarize article", attributes=attributes, record_exception=False, set_status_on_exception=False
        ) as span:
            told = ArticleSpan(span, self._records, self._findings)
            try:
                yield told
            except BaseException as fault:
                told.failed(fault)
                raise
            finally:
                self._articles.record(time.perf_counter() - began, told.outcome)

    def unread(self, fault: Exception) -> None:
        """Counts an article whose file could not be read; nothing was begun for it."""
        self._articles.record(0.0, {"summarizer.outcome": "failed", "error.type": type(fault).__name__})

    def call(self, target: Target) -> CallSpan:
        """The span of a call that begins now."""
        from opentelemetry.trace import SpanKind

        span = self._tracer.start_span(
            f"{target.operation} {target.model}",
            kind=SpanKind.CLIENT,
            attributes={**target.common, **target.request},
        )
        return CallSpan(span, target, self._tokens, self._calls, self._retries)


class ArticleSpan:
    """The span of one article."""

    def __init__(self, span: Any, records: Any, findings: Any) -> None:
        self._span = span
        self._records = records
        self._findings = findings
        self.outcome: dict[str, str] = {"summarizer.outcome": "done"}

    def failed(self, fault: BaseException) -> None:
        """Tells what ended the work. An answer that is still to come with a provider batch is no error."""
        kind = type(fault).__name__
        if kind == "Deferred":
            self.outcome = {"summarizer.outcome": "deferred"}
        elif isinstance(fault, Exception):
            self.outcome = {"summarizer.outcome": "failed", "error.type": kind}
            _mark(self._span)
        else:
            self.outcome = {"summarizer.outcome": "given_up", "error.type": kind}
        self._span.set_attributes(self.outcome)

    def result(self, result: Any) -> None:
        """Tells of a `Result`."""
        marked = (
            (path.partition("[")[0], record.verdict, [finding.code for finding in record.findings])
            for path, record in result.records()
        )
        self._told(result.verification.model_dump(), result.provenance, marked)

    def document(self, line: str | None, verification: Any, provenance: Any) -> None:
        """Tells of a result that is at hand as its JSON only; None: there is none."""
        self._told(verification.model_dump(), provenance, _marked(json.loads(line)) if line else ())

    def _told(
        self, counts: Mapping[str, int], provenance: Any, marked: Iterable[tuple[str, str | None, list[str]]]
    ) -> None:
        attributes: dict[str, Any] = {f"summarizer.verification.{name}": count for name, count in counts.items()}
        attributes.update(self.outcome)
        if provenance is not None:
            attributes["summarizer.model"] = provenance.model
            attributes["summarizer.models_asked"] = len(provenance.attempts) or 1
            attributes["summarizer.calls"] = provenance.calls
            attributes["summarizer.repaired"] = provenance.repaired
            attributes["gen_ai.usage.input_tokens"] = provenance.usage.input_tokens
            attributes["gen_ai.usage.output_tokens"] = provenance.usage.output_tokens
            if provenance.cost_usd is not None:
                attributes["summarizer.cost_usd"] = provenance.cost_usd
        self._span.set_attributes(attributes)
        records: Counter[tuple[str, str]] = Counter()
        findings: Counter[tuple[str, str]] = Counter()
        for section, verdict, codes in marked:
            if verdict is not None:
                records[section, str(verdict)] += 1
            findings.update((section, str(code)) for code in codes)
        for (section, verdict), count in records.items():
            self._records.add(count, {"summarizer.section": section, "summarizer.verdict": verdict})
        for (section, code), count in findings.items():
            self._findings.add(count, {"summarizer.section": section, "summarizer.finding.code": code})


class CallSpan:
    """The span of one answer of a model, all the requests that it took included. It is the current one until `end`."""

    def __init__(self, span: Any, target: Target, tokens: Any, calls: Any, retries: Any) -> None:
        self._span = span
        self._target = target
        self._tokens = tokens
        self._calls = calls
        self._retries = retries
        self._began = time.perf_counter()
        self._failure: tuple[dict[str, Any], bool, int] | None = None
        """The request that failed last: what is told of it, whether it is worth another try, when (ns since 1970)."""
        from opentelemetry import context, trace

        self._attached = context.attach(trace.set_span_in_context(span))

    def failed(self, kind: str, status: int | None, *, again: bool) -> None:
        """Notes a request that failed; `again`: whether it is worth another try, which the attempts may not allow."""
        self._tell(sent=False)
        attributes: dict[str, Any] = {"error.type": kind}
        if status is not None:
            attributes["http.response.status_code"] = status
        self._failure = attributes, again, time.time_ns()

    def sends(self) -> None:
        """A request goes out: the one before, if it failed, is sent again."""
        self._tell(sent=True)

    def _tell(self, *, sent: bool) -> None:
        failure, self._failure = self._failure, None
        if failure is None:
            return
        attributes, again, at = failure
        attributes["summarizer.retried"] = again and sent
        self._span.add_event("summarizer.request.failed", attributes, at)
        if again and sent:
            self._retries.add(1, {**self._target.common, "error.type": attributes["error.type"]})

    def end(self, outcome: Outcome | None, error: str | None = None) -> None:
        """Ends the call with what it brought, or with the class of the error, or the status, that it ended in."""
        from opentelemetry import context

        self._tell(sent=False)
        common = dict(self._target.common)
        if error is not None:
            common["error.type"] = error
            self._span.set_attribute("error.type", error)
            _mark(self._span)
        if outcome is not None:
            if outcome.model is not None:
                common["gen_ai.response.model"] = outcome.model
            self._span.set_attributes(_attributes_of(outcome))
            for kind, count in (("input", outcome.input_tokens), ("output", outcome.output_tokens)):
                if count:
                    self._tokens.record(count, {**common, "gen_ai.token.type": kind})
        self._calls.record(time.perf_counter() - self._began, common)
        context.detach(self._attached)
        self._span.end()


def _mark(span: Any) -> None:
    """Marks a span as that of an error, without its message, which may quote a service or an article."""
    from opentelemetry.trace import Status, StatusCode

    span.set_status(Status(StatusCode.ERROR))


def _attributes_of(outcome: Outcome) -> dict[str, Any]:
    attributes: dict[str, Any] = {
        "gen_ai.usage.input_tokens": outcome.input_tokens,
        "gen_ai.usage.output_tokens": outcome.output_tokens,
        "gen_ai.usage.cache_read.input_tokens": outcome.cached_input_tokens,
        "gen_ai.response.finish_reasons": outcome.finish_reasons,
        "gen_ai.response.id": outcome.response_id,
        "gen_ai.response.model": outcome.model,
    }
    return {name: value for name, value in attributes.items() if value}


def _marked(document: Mapping[str, Any]) -> Iterator[tuple[str, str | None, list[str]]]:
    """(section, verdict, codes of findings) of each record in the JSON of a result."""
    for section, value in document.items():
        for record in value if isinstance(value, list) else [value]:
            if isinstance(record, dict) and "verdict" in record:
                codes = [finding["code"] for finding in record.get("findings") or ()]
                yield section, record["verdict"], codes


def _version() -> str | None:
    try:
        return version(SCOPE)
    except PackageNotFoundError:
        return None
