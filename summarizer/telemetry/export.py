"""The SDK that the command sets up where the environment asks for telemetry; in a program, its own SDK is used.

The variables are OpenTelemetry's. What is read here: `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_PROTOCOL` and
theirs for one signal, `OTEL_TRACES_EXPORTER`, `OTEL_METRICS_EXPORTER` and `OTEL_SDK_DISABLED`; all others (headers,
time-outs, samplers, resource attributes, intervals) are read by the SDK itself.
"""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

SIGNALS = ("traces", "metrics")
EXPORTERS = ("console", "none", "otlp")
PROTOCOLS: Mapping[str, str] = {"grpc": "grpc", "http/protobuf": "http"}
"""By protocol: the package of its exporters, in `opentelemetry.exporter.otlp.proto`."""
EXTRA = "pip install '.[otel]'"


def wanted(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """By signal (traces, metrics): the exporter that the environment asks for; empty where it asks for none."""
    if _said(environ, "OTEL_SDK_DISABLED").lower() == "true":
        return {}
    found = {}
    for signal in SIGNALS:
        asked = _said(environ, f"OTEL_{signal.upper()}_EXPORTER")
        there = _said(environ, "OTEL_EXPORTER_OTLP_ENDPOINT") or _said(environ, _own("ENDPOINT", signal))
        if exporter := asked or ("otlp" if there else ""):
            found[signal] = exporter
    return {signal: exporter for signal, exporter in found.items() if exporter != "none"}


def set_up(say: Callable[[str], None], environ: Mapping[str, str] = os.environ) -> bool:
    """Sets the SDK up where the environment asks for it; returns whether it did.

    What keeps it from that is said to `say` in a line and stops nothing, and so is the first failure to deliver. What
    is still to be sent is sent when the program ends.
    """
    exporters = wanted(environ)
    if not exporters:
        return False
    if find_spec("opentelemetry") is None or find_spec("opentelemetry.sdk") is None:
        say(f"OpenTelemetry is asked for by the environment (OTEL_…) and not installed: {EXTRA}")
        return False
    from opentelemetry import metrics, trace
    from opentelemetry.sdk.resources import Resource

    if type(trace.get_tracer_provider()).__name__ != "ProxyTracerProvider":
        return False  # whoever started the program (`opentelemetry-instrument`) has set it up
    made = {}
    for signal, exporter in exporters.items():
        try:
            made[signal] = _exporter(signal, exporter, environ)
        except _Unusable as fault:
            say(f"no {signal} are exported: {fault}")
    _Lines.attach(say)
    named = _said(environ, "OTEL_SERVICE_NAME") or "service.name=" in _said(environ, "OTEL_RESOURCE_ATTRIBUTES")
    resource = Resource.create(None if named else {"service.name": "summarizer"})
    if "traces" in made:
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        tracers = TracerProvider(resource=resource)
        tracers.add_span_processor(BatchSpanProcessor(made["traces"]))
        trace.set_tracer_provider(tracers)
    if "metrics" in made:
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader

        metrics.set_meter_provider(MeterProvider([PeriodicExportingMetricReader(made["metrics"])], resource=resource))
    return bool(made)


class _Unusable(Exception):
    """An exporter cannot be made; the message says why."""


def _exporter(signal: str, exporter: str, environ: Mapping[str, str]) -> Any:
    """The exporter of a signal, which exports in this process and in none that is forked from it."""
    kind = "Span" if signal == "traces" else "Metric"
    if exporter == "console":
        import sys

        home = importlib.import_module(
            "opentelemetry.sdk.trace.export" if kind == "Span" else "opentelemetry.sdk.metrics.export"
        )
        return _here_only(getattr(home, f"Console{kind}Exporter")(out=sys.stderr))
    if exporter != "otlp":
        raise _Unusable(f"OTEL_{signal.upper()}_EXPORTER is {exporter}: it is {', '.join(EXPORTERS)} here")
    protocol = _said(environ, _own("PROTOCOL", signal)) or _said(environ, "OTEL_EXPORTER_OTLP_PROTOCOL")
    package = PROTOCOLS.get(protocol or "http/protobuf")
    if package is None:
        raise _Unusable(f"OTEL_EXPORTER_OTLP_PROTOCOL is {protocol}: it is {' or '.join(PROTOCOLS)} here")
    home_of = "trace_exporter" if kind == "Span" else "metric_exporter"
    try:
        home = importlib.import_module(f"opentelemetry.exporter.otlp.proto.{package}.{home_of}")
    except ImportError as fault:
        distribution = f"opentelemetry-exporter-otlp-proto-{package}"
        raise _Unusable(f"{protocol or 'http/protobuf'} needs its exporter: pip install {distribution}") from fault
    try:
        return _here_only(getattr(home, f"OTLP{kind}Exporter")())
    except Exception as fault:  # whatever an exporter makes of the environment
        raise _Unusable(f"{type(fault).__name__}: {fault}") from fault


def _here_only(exporter: Any) -> Any:
    """`exporter`, which in a process that is forked from this one exports nothing: the SDK's threads live on there,
    with all that was counted before the fork."""
    export, here = exporter.export, os.getpid()
    exporter.export = lambda *things, **options: export(*things, **options) if os.getpid() == here else None
    return exporter


class _Lines(logging.Handler):
    """Says the first error that the SDK logs: it logs one for each failure to deliver."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._say = say
        self._said = False

    @classmethod
    def attach(cls, say: Callable[[str], None]) -> None:
        """Hears what the SDK logs, which nobody else is shown."""
        log = logging.getLogger("opentelemetry")
        log.handlers, log.propagate = [cls(say)], False

    def emit(self, record: logging.LogRecord) -> None:
        if not self._said:
            self._said = True
            self._say(f"OpenTelemetry: {record.getMessage()} (the run goes on; nothing more is said of this)")


def _own(what: str, signal: str) -> str:
    return f"OTEL_EXPORTER_OTLP_{signal.upper()}_{what}"


def _said(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip()
