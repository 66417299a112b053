"""The events of a store's articles for the report: its results as a shelf that a dossier is made of."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from summarizer.batch.reading import Reading
from summarizer.batch.report_items import item_at, items
from summarizer.dossier import Dossier, DossierData
from summarizer.dossier.stories import Story
from summarizer.exports.html.article import Item
from summarizer.input_faults import field_fault
from summarizer.records import Summary

log = logging.getLogger(__name__)

MOST_ARTICLES = 2_000
"""Articles that are grouped by event: what is known of all of them is in memory then. `summarizer dossier` has
no limit."""


class StoreShelf:
    """The results of a store, in the order of their paths."""

    def __init__(self, reading: Reading, articles: Path | None) -> None:
        self._reading = reading
        self._articles = articles
        self._paths: list[bytes] = []

    def stories(self) -> Iterator[Story]:
        """All of them, in order."""
        self._paths = []
        for item in items(self._reading, self._articles):
            self._paths.append(item.key)
            yield _story(item)

    def story(self, place: int) -> Story:
        """The one at a place, read again."""
        return _story(item_at(self._reading, self._paths[place], self._articles))


def _story(item: Item) -> Story:
    return Story(Summary.model_validate(item.document), item.text)


def events_of(reading: Reading, articles: Path | None) -> DossierData | None:
    """The events that several articles of the store tell of; article `a1` is the first in the order of the paths.

    None where the records are a user's own, or the articles are more than `MOST_ARTICLES`.
    """
    [(done,)] = reading.read("SELECT count(*) FROM articles WHERE state = 'done'")
    if not 1 < done <= MOST_ARTICLES:
        return None
    if "records_of" in next(items(reading, articles)).document:
        return None
    try:
        return Dossier.of_shelf(StoreShelf(reading, articles)).data
    except (ValidationError, RecursionError, ValueError) as fault:
        why = field_fault(fault) if isinstance(fault, ValidationError) else fault
        log.warning("the report is without events: %s", why)
        return None
