"""The start page as it grows, by one article at a time."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from summarizer.dossier import Event
from summarizer.exports.brief import plural
from summarizer.exports.brief_words import class_words
from summarizer.exports.html.article import Item
from summarizer.exports.html.events import EVENTS, event_row
from summarizer.exports.html.pages import Shown, Start
from summarizer.exports.html.rows import (
    ARTICLES,
    DEALS,
    FAILURES,
    OTHER_ARTICLES,
    add_deals,
    add_own,
    article_row,
    own_columns,
    own_names,
)
from summarizer.exports.html.tables import Cell, Table
from summarizer.exports.html.totals import Totals


class StartPage:
    """The tables and totals of the articles that were added. Use it with `with`."""

    def __init__(self) -> None:
        self.totals = Totals()
        self.without_text = 0
        self.about: Sequence[str] = ()
        self.folder = ""
        self.grouped = False
        self._opened = ExitStack()
        self._deals = self._opened.enter_context(Table("deals", DEALS))
        self._events = self._opened.enter_context(Table("events", EVENTS))
        self._failures = self._opened.enter_context(Table("failures", FAILURES))
        self._articles: Table | None = None
        self._own: Table | None = None
        self._names: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.close()

    def add(
        self,
        item: Item,
        href: str,
        ids: str,
        repeats: AbstractSet[int] = frozenset(),
        events: Sequence[str] = (),
    ) -> None:
        """Adds an article that is found at `href`, and its records at `ids` with their own ids behind it.

        repeats, events     as `Totals.add` has them
        """
        self.totals.add(item.document, repeats, events)
        self.without_text += item.text is None
        news = "records_of" not in item.document
        if self._articles is None:
            columns = ARTICLES if news else OTHER_ARTICLES
            self._articles = self._opened.enter_context(Table("articles", columns))
        self._articles.add(article_row(item, href, news=self._articles.columns is ARTICLES))
        add_deals(self._deals, item, ids)
        records = item.document.get("items") or []
        if records and self._own is None:
            self._names = own_names(records[0])
            self._own = self._opened.enter_context(Table("records", own_columns(records[0])))
        if self._own is not None:
            add_own(self._own, item, ids, self._names)

    def add_event(self, event: Event, href: str) -> None:
        """Adds an event that is found at `href`."""
        self._events.add(event_row(event, href))

    def add_failure(self, path: str, error: str, message: str) -> None:
        """Adds an article that failed."""
        self._failures.add((Cell(path), Cell(error), Cell(message)))

    def page(self) -> Start:
        """What the start page shows."""
        first: list[Shown] = []
        if self._deals.count:
            first.append((self._deals, "Deals", "The largest first, by currency; each leads to its article."))
        if self._events.count:
            said = "What several articles tell of: their fields side by side, what became surer, who has it from whom."
            first.append((self._events, "Events", said))
        if self._own is not None:
            first.append((self._own, class_words(self.totals.records_of or "Records"), ""))
        last: list[Shown] = []
        if self._articles is not None:
            last.append((self._articles, "Articles", ""))
        if self._failures.count:
            said = "Nothing is known of these; the same command tries them again."
            last.append((self._failures, "Failed", said))
        title = plural(self.totals.articles, "article")
        return Start(
            f"{title} from {self.folder}" if self.folder else title,
            self.about,
            self.totals,
            self._failures.count,
            self.grouped,
            first,
            last,
        )
