"""Which routes make sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from summarizer.errors import ConfigurationError
from summarizer.models.base import Model
from summarizer.pipeline import Settings
from summarizer.schema import NEWS

Role = Literal["model", "fallback", "escalation"]
OFFLINE = "offline"


def check_route(roles: Sequence[tuple[Role, Model]], settings: Settings) -> None:
    """Raises `ConfigurationError` for a route that makes no sense."""
    names = [one.name for _, one in roles]
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        also = "; no other model is named or configured" if twice == [OFFLINE] == names[:1] else ""
        raise ConfigurationError(f"{twice[0]} is asked twice: name each model once{also}")
    for at, (role, one) in enumerate(roles):
        if one.name != OFFLINE:
            continue
        if role == "escalation":
            raise ConfigurationError("the offline rules are no better model to escalate to: name a chat model")
        if at + 1 < len(roles) and roles[at + 1][0] == "fallback":
            raise ConfigurationError("the offline rules never fail: name them as the last fallback")
        if settings.schema != NEWS:
            raise ConfigurationError("the offline rules know business news only: leave them out of the route")
