"""Harmless variants: a reader would call each as right as the record it was made from."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from benchmarks.verifier.cases import Case, Draft

VARIANTS: dict[str, Callable[[Case, random.Random], Iterable[Draft]]] = {}
