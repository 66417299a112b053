"""CPU time by stage: each function that the program calls for an article is timed in its place.

What several stages read and the first of them keeps (the names of a sentence, its amounts) is the first one's time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

_RULES = "summarizer.models.offline"
STAGES = {
    "cutting sentences": ("summarizer.article", "split_sentences"),
    "reading": (_RULES, "Reading"),
    "rules: deals": (_RULES, "find_deals"),
    "rules: quotes": (_RULES, "find_quotes"),
    "rules: headline": (_RULES, "find_headline"),
    "rules: abstract": (_RULES, "find_abstract"),
    "rules: parties": (_RULES, "find_parties"),
    "rules: claims": (_RULES, "find_claims"),
    "verification": ("summarizer.pipeline", "verify_sections"),
}
"""The module that calls each stage and what it calls it, in the order in which an article goes through."""
REST = "the rest"
"""What lies between: drafts of the answer's records, the result's assembly."""


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """While this lasts, each call of a stage adds its CPU seconds to the dictionary.

    Raises `AttributeError` where the program no longer calls a stage so.
    """
    seconds = dict.fromkeys(STAGES, 0.0)
    places = {name: (import_module(module), called) for name, (module, called) in STAGES.items()}
    before = {name: getattr(module, called) for name, (module, called) in places.items()}
    try:
        for name, (module, called) in places.items():
            setattr(module, called, _timed(before[name], name, seconds))
        yield seconds
    finally:
        for name, (module, called) in places.items():
            setattr(module, called, before[name])


def _timed(call: Callable[..., Any], name: str, seconds: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return call(*arguments, **named)
        finally:
            seconds[name] += time.process_time() - began

    return run
