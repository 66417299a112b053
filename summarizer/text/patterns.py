"""Regular expressions that are compiled at their first use, so that starting costs nothing for the others."""

from __future__ import annotations

import re
from typing import Any, cast


class _Pending:
    """Stands for a pattern until it is asked for one of its methods, and then keeps that method as its own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(written, flags)`, put off to the first use; `re` itself keeps the compiled pattern for the others."""
    return cast("re.Pattern[str]", _Pending(written, flags))
