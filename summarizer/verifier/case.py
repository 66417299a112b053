"""One record under examination, as the checks of whole records see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.fields import Record
from summarizer.verifier.index import Cited, Index, Place


@dataclass(frozen=True, slots=True)
class Case:
    """A record with its citation as mended so far, and where its fields were found."""

    record: Record
    cited: Cited
    places: Mapping[str, Sequence[Place]]
    """By the path of a field: where it stands in the article; no entry where it was not found."""
    parties: Sequence[str] = ()
    """The names of all parties in the same extraction."""

    @property
    def index(self) -> Index:
        """What is read of the article."""
        return self.cited.index
