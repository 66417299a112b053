"""The corruptions, an operator a file: each makes wrong drafts of right records."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from benchmarks.verifier.corruption import Operator


@cache
def load_operators() -> tuple[Operator, ...]:
    """Every operator of this folder, by name."""
    modules = [import_module(f"{__name__}.{entry.name}") for entry in iter_modules(__path__)]
    found: list[Operator] = [module.OPERATOR for module in modules]
    return tuple(sorted(found, key=lambda operator: operator.name))
