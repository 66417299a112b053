"""Whether an OpenTelemetry SDK is set up in this process, and what is told to it then."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.telemetry.instruments import Telemetry

_SILENT = frozenset({"NoOpMeterProvider", "NoOpTracerProvider", "ProxyTracerProvider", "_ProxyMeterProvider"})
"""Classes of providers behind which there is nothing, or nothing yet."""


class _Known:
    """What was made for the providers that were set up when it was asked last."""

    providers: tuple[Any, Any] = (None, None)
    telemetry: Telemetry | None = None
    off = False


def current() -> Telemetry | None:
    """What tells the SDK that is set up in this process; None where there is none.

    Who set one up has imported the API, so that without it this is one look into `sys.modules`.
    """
    if "opentelemetry.trace" not in sys.modules or _Known.off:
        return None
    from opentelemetry import metrics, trace

    providers = trace.get_tracer_provider(), metrics.get_meter_provider()
    if providers != _Known.providers:
        _Known.telemetry = None
        if not all(type(provider).__name__ in _SILENT for provider in providers):
            from summarizer.telemetry.instruments import Telemetry

            _Known.telemetry = Telemetry(*providers)
        _Known.providers = providers
    return _Known.telemetry


def switch_off() -> None:
    """Tells nothing more from this process: for those that work for another one, which tells of all."""
    _Known.off = True
