"""Several models in turn: another one where one fails, a better one where the records do not hold."""

from __future__ import annotations

from summarizer.routing.opening import FALLBACK_PATIENCE, open_beside, open_route
from summarizer.routing.route import Route
from summarizer.routing.rules import ESCALATE_ABOVE, FALLBACK_ABOVE, Rules

__all__ = ["ESCALATE_ABOVE", "FALLBACK_ABOVE", "FALLBACK_PATIENCE", "Route", "Rules", "open_beside", "open_route"]
