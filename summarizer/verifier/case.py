"""One record under examination, as the checks of whole records see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.fields import Record
from summarizer.verifier.index import Cited, Index, Place


class Case:
    """A record with its citation as mended so far, and where its fields were found."""

    __slots__ = ("cited", "index", "parties", "places", "record")

    def __init__(
        self, record: Record, cited: Cited, places: Mapping[str, Sequence[Place]], parties: Sequence[str] = ()
    ) -> None:
        self.record = record
        self.cited = cited
        self.index: Index = cited.index
        """What is read of the article."""
        self.places = places
        """By the path of a field: where it stands in the article; no entry where it was not found."""
        self.parties = parties
        """The names of all parties in the same extraction."""
