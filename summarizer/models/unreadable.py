"""An answer on which the program that reads it breaks: one that cannot be read, of many that can."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


def none_where_unreadable(read: Callable[P, T | None]) -> Callable[P, T | None]:
    """`read`, which returns None where it raises: then the model is asked again, or another one.

    A model may write anything, and what nobody thought of must not lose an article, a long document or a run.
    """

    @wraps(read)
    def guarded(*args: P.args, **given: P.kwargs) -> T | None:
        try:
            return read(*args, **given)
        except Exception as fault:
            log.warning("an answer could not be read: %s (a fault of this program)", type(fault).__name__)
            log.debug("an answer could not be read", exc_info=True)
            return None

    return guarded
