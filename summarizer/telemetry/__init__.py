"""OpenTelemetry: a span for each article, one for each call of a model, and metrics, by the GenAI conventions.

listening.py     whether somebody listens in this process
calls.py         what is told of a call
instruments.py   the spans and metrics, and their names
export.py        the SDK that the command sets up where the environment asks for it

A program that uses this package sets its own SDK up. Where none is, nothing is imported and nothing is measured.
Nothing that an article says is told, no path, no key, and no message of an error, which may quote a service.
"""

from summarizer.telemetry.calls import Outcome, Target
from summarizer.telemetry.listening import current, switch_off

__all__ = ["Outcome", "Target", "current", "switch_off"]
