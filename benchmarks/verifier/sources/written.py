from __future__ import annotations

from collections.abc import Iterator

from benchmarks.verifier.cases import Case


def cases() -> Iterator[Case]:
    yield from ()
