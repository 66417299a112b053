"""The HTML report of a run, derived from its store and from the articles' files where they are still there.

    OUT/report.html    the start page; with all articles in it where the whole is small enough to be sent by mail
    OUT/report/        otherwise a page for each article

Nothing is written into the store. The same store and files give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from urllib.parse import quote

from summarizer.batch.database import NAME
from summarizer.batch.files import Whole, unwritten
from summarizer.batch.reading import Reading
from summarizer.batch.report_events import events_of
from summarizer.batch.report_items import about, failures, folder_of, items, state_of
from summarizer.dossier import DossierData, Event
from summarizer.errors import ConfigurationError
from summarizer.exports.html import GENERATOR, HEAD, OURS
from summarizer.exports.html.article import Item, article_view
from summarizer.exports.html.event_parts import EventView
from summarizer.exports.html.events import Address, articles_of, event_view, repeats_of
from summarizer.exports.html.pages import Pages
from summarizer.exports.html.start import StartPage

LARGEST_FILE = 1_000_000
"""Bytes of a report in one file; what would be larger is paged."""
REPORT = "report.html"
_LEFT = re.compile(r"\.[0-9a-f]{16}\.pages")
_STEM = 60
"""Characters of an article's name in the name of its page."""
_Around = tuple[int, Item | None, Item, Item | None]
"""An article's number from 1, the one before it, it, and the one behind it."""


@dataclass(frozen=True)
class Written:
    """What was written."""

    path: Path
    """The start page."""
    pages: int
    """Pages of articles in the folder beside it; 0 where all is in one file."""
    articles: int
    without_text: int
    """Articles of which only the cited sentences are shown."""


def write_report(
    out: Path, target: Path | None = None, *, articles: Path | None = None, one_file: bool | None = None
) -> Written:
    """Writes the report of the run in `out`.

    target    the start page's file (`out/report.html`); pages go into the folder beside it that is called like it
    articles  the folder that the articles lie in, where that is not where the run found them
    one_file  whether all is in one file; None: where that has at most `LARGEST_FILE` bytes

    Raises `ConfigurationError` where there is no run, or the files cannot be written.
    """
    target = out / REPORT if target is None else target
    reading = Reading(out / NAME)
    try:
        report = _Report(reading, target, articles)
        try:
            report.check()
            written = report.whole(forced=one_file is True) if one_file is not False else None
            return written or report.paged()
        except OSError as fault:
            raise ConfigurationError(unwritten(fault, target)) from fault
    finally:
        reading.close()


def is_current(out: Path) -> bool:
    """Whether `out` has a report, and nothing has changed since it was written."""
    reading = Reading(out / NAME)
    try:
        with (out / REPORT).open("rb") as file:
            return f'content="{_version(reading)}"'.encode() in file.read(HEAD)
    except OSError:
        return False
    finally:
        reading.close()


def _version(reading: Reading) -> str:
    return f"{state_of(reading)} {Pages().look}"


class _Report:
    """The report of a store at `target`."""

    def __init__(self, reading: Reading, target: Path, articles: Path | None) -> None:
        self._reading = reading
        self._target = target
        self._folder = target.with_suffix("") if target.suffix else target.with_name(f"{target.name}-pages")
        self._articles = articles
        self._pages = Pages(_version(reading))

    def check(self) -> None:
        """Raises `ConfigurationError` where something stands in the way that this program did not write."""
        if not self._target.parent.is_dir():
            raise ConfigurationError(f"{self._target.parent} is no folder: make it, or name another file")
        folder, out = folder_of(self._reading), self._reading.path.parent
        if folder is not None and folder.is_dir() and _is_among(self._target, folder, out):
            raise ConfigurationError(
                f"{self._target} would lie among the articles, where the next run takes it for one: "
                "name a file elsewhere"
            )
        with suppress(FileNotFoundError), self._target.open("rb") as file:
            if GENERATOR not in file.read(HEAD):
                raise ConfigurationError(f"{self._target} is no report of ours: move it away, or name another file")

    def whole(self, *, forced: bool) -> Written | None:
        """Writes all into one file; None, and nothing, where that is too large and not `forced`."""
        with ExitStack() as opened:
            start = opened.enter_context(StartPage())
            spool = opened.enter_context(TemporaryFile("w+", encoding="utf-8", newline=""))
            size = 0
            for number, before, item, after in self._around():
                view = article_view(
                    item,
                    f"{number}",
                    f"#{number - 1}" if before else None,
                    f"#{number + 1}" if after else None,
                    self._told_by(number, lambda event: f"#{event.id}"),
                )
                fragment = self._pages.fragment(view)
                size += len(fragment)
                if size > LARGEST_FILE and not forced:
                    return None
                spool.write(fragment)
                start.add(item, f"#{number}", f"#{number}", *self._events_of(number))
            for event, told in self._event_views(_within):
                spool.write(self._pages.event_fragment(told))
                start.add_event(event, f"#{event.id}")
            spool.seek(0)
            self._finish(start)
            pieces = self._pages.start(start.page(), iter(lambda: spool.read(1 << 16), ""))
            if not forced:
                found = "".join(pieces)
                if len(found.encode()) > LARGEST_FILE:
                    return None
                pieces = iter((found,))
            self._write(pieces)
            self._remove_pages()
            return Written(self._target, 0, start.totals.articles, start.without_text)

    def paged(self) -> Written:
        """Writes a page for each article and the start page."""
        if self._folder.exists() and not self._is_ours():
            raise ConfigurationError(f"{self._folder} is no folder of ours: move it away, or name another file")
        self._sweep()
        made = self._target.with_name(f".{secrets.token_hex(8)}.pages")
        home, folder = f"../{quote(self._target.name)}", quote(self._folder.name)
        names: dict[str, str] = {}

        def write(name: str, page: str) -> None:
            (made / name).write_text(page, encoding="utf-8", newline="")

        def address(article: str, sentence: int | None) -> str:
            return names[article] if sentence is None else f"{names[article]}#s{sentence}"

        try:
            made.mkdir()
            (made / OURS).touch()
            with StartPage() as start:
                for number, before, item, after in self._around():
                    name, told_by = _page(item), self._told_by(number, _event_page)
                    around = _page(before) if before else None, _page(after) if after else None
                    write(name, self._pages.page(article_view(item, "", *around, told_by), home))
                    start.add(item, f"{folder}/{name}", f"{folder}/{name}#", *self._events_of(number))
                    if f"a{number}" in self._in_events:
                        names[f"a{number}"] = name
                for event, told in self._event_views(address):
                    write(_event_page(event), self._pages.event_page(told, home))
                    start.add_event(event, f"{folder}/{_event_page(event)}")
                self._finish(start)
                self._remove_pages()
                made.rename(self._folder)
                self._write(self._pages.start(start.page()))
                return Written(self._target, start.totals.articles, start.totals.articles, start.without_text)
        finally:
            shutil.rmtree(made, ignore_errors=True)

    @cached_property
    def _events(self) -> DossierData | None:
        return events_of(self._reading, self._articles)

    @cached_property
    def _by_article(self) -> Mapping[str, Sequence[Event]]:
        return articles_of(self._events.events) if self._events else {}

    @cached_property
    def _repeats(self) -> Mapping[str, frozenset[int]]:
        return repeats_of(self._events.events) if self._events else {}

    @cached_property
    def _in_events(self) -> frozenset[str]:
        """The articles that events lead to."""
        events = self._events.events if self._events else []
        return frozenset(article for event in events for article in (*event.articles, *event.mentioned_in))

    def _events_of(self, number: int) -> tuple[frozenset[int], list[str]]:
        article = f"a{number}"
        return self._repeats.get(article, frozenset()), [event.id for event in self._by_article.get(article, ())]

    def _told_by(self, number: int, address: Callable[[Event], str]) -> list[tuple[str, str]]:
        return [(event.title, address(event)) for event in self._by_article.get(f"a{number}", ())]

    def _event_views(self, address: Address) -> Iterator[tuple[Event, EventView]]:
        if self._events is not None:
            for event in self._events.events:
                yield event, event_view(event, self._events, address)

    def _around(self) -> Iterator[_Around]:
        before: Item | None = None
        item: Item | None = None
        for number, after in enumerate(items(self._reading, self._articles)):
            if item is not None:
                yield number, before, item, after
            before, item = item, after
        if item is not None:
            yield number + 1, before, item, None

    def _finish(self, start: StartPage) -> None:
        for path, error, message in failures(self._reading):
            start.add_failure(path, error, message)
        start.about = about(self._reading)
        start.grouped = self._events is not None
        if (folder := folder_of(self._reading)) is not None:
            start.folder = folder.name if folder.is_absolute() else str(folder)

    def _write(self, pieces: Iterator[str]) -> None:
        with Whole(self._target) as file:
            for piece in pieces:
                file.write(piece.encode())

    def _is_ours(self) -> bool:
        return self._folder.is_dir() and ((self._folder / OURS).is_file() or not any(self._folder.iterdir()))

    def _remove_pages(self) -> None:
        """Takes the pages of an earlier report away, if there are any."""
        if not self._folder.is_symlink() and self._folder.is_dir() and self._is_ours():
            # Renamed first: what is broken off in the middle leaves no folder with some of the pages.
            gone = self._target.with_name(f".{secrets.token_hex(8)}.pages")
            self._folder.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)

    def _sweep(self) -> None:
        """Removes what a report that was broken off left."""
        with os.scandir(self._target.parent) as entries:
            for entry in entries:
                if _LEFT.fullmatch(entry.name) and (Path(entry.path) / OURS).is_file():
                    shutil.rmtree(entry.path, ignore_errors=True)


def _is_among(target: Path, folder: Path, out: Path) -> bool:
    """Whether a run over `folder` would take `target` for an article; what is beside a store is known to be none."""
    place, articles, results = (Path(os.path.realpath(path)) for path in (target.parent, folder, out))
    return place != results and place.is_relative_to(articles)


def _within(article: str, sentence: int | None) -> str:
    """Where an article, or a sentence of it, is in the one file that holds all."""
    number = article.removeprefix("a")
    return f"#{number}" if sentence is None else f"#{number}s{sentence}"


def _event_page(event: Event) -> str:
    return f"event-{event.id.removeprefix('e')}.html"


def _page(item: Item) -> str:
    """The name of an article's page: it stays the same when others come and go."""
    stem = re.sub(r"[^0-9A-Za-z]+", "-", PurePosixPath(item.path).stem)[:_STEM].strip("-").lower()
    digest = hashlib.sha256(item.key).hexdigest()[:12]
    return f"{stem}-{digest}.html" if stem else f"{digest}.html"
