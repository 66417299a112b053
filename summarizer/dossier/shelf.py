"""Where summaries are kept: in memory, or in files too large for it, which are read by the places of their lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from summarizer.dossier.stories import Story, article_text
from summarizer.errors import ConfigurationError
from summarizer.extractions.reading import read_documents
from summarizer.input_faults import field_fault
from summarizer.records import Summary


class Shelf(Protocol):
    """Summaries that can be walked, and had again by their place."""

    def stories(self) -> Iterator[Story]:
        """All of them, in order."""

    def story(self, place: int) -> Story:
        """The one at a place, counted from 0 in the order of `stories`."""


class ListShelf:
    """Summaries in memory."""

    def __init__(
        self, summaries: Sequence[Summary], texts: Sequence[str | None] | None = None, *, roots: tuple[Path, ...] = ()
    ) -> None:
        if texts is not None and len(texts) != len(summaries):
            raise ValueError(f"{len(summaries)} summaries and {len(texts)} texts: give a text, or None, for each")
        for at, one in enumerate(summaries, start=1):
            if not isinstance(one, Summary):
                raise TypeError(
                    f"number {at} is a {type(one).__name__} and no Summary: Dossier.of takes what summarize() returns; "
                    "for files there is Dossier.read"
                )
        self._summaries = summaries
        self._texts = texts
        self._roots = roots

    def stories(self) -> Iterator[Story]:
        """All of them, in order."""
        return map(self.story, range(len(self._summaries)))

    def story(self, place: int) -> Story:
        """The one at a place."""
        summary = self._summaries[place]
        text = self._texts[place] if self._texts is not None else None
        return Story(summary, text if text is not None else article_text(summary, self._roots))


LINES = "summaries.jsonl"
"""What a batch's output folder has."""


class FileShelf:
    """Summaries in files: the outputs of `summarizer batch`, JSON Lines, or JSON documents and lists of them.

    Lines of JSON Lines are read one at a time, and found again by their places, so that memory does not grow with them.
    What cannot be read is left out and listed in `unread`.
    """

    def __init__(self, paths: Sequence[Path], *, roots: tuple[Path, ...] = ()) -> None:
        """Raises `ConfigurationError` for a path that is missing, or that holds no summaries."""
        self.unread: list[str] = []
        self._files = [file for path in paths for file in _files(path)]
        self._roots = (*roots, *dict.fromkeys(path if path.is_dir() else path.parent for path in paths))
        self._places: list[tuple[Path, int, int]] = []

    @property
    def files(self) -> list[Path]:
        """The files that the summaries are in."""
        return self._files

    def articles(self, paths: Iterable[str]) -> Iterator[Path]:
        """Where the articles of these paths may be."""
        for path in paths:
            yield from (root / path for root in (*self._roots, Path()))

    def stories(self) -> Iterator[Story]:
        """All of them, file by file."""
        self._places = []
        self.unread = []
        for file in self._files:
            for start, size, summary in self._read(file):
                self._places.append((file, start, size))
                yield self._story(summary)

    def story(self, place: int) -> Story:
        """The one at a place, read again."""
        file, start, size = self._places[place]
        if size < 0:
            return self._story(next(summary for at, _, summary in self._documents(file) if at == start))
        with file.open("rb") as lines:
            lines.seek(start)
            return self._story(Summary.model_validate_json(lines.read(size)))

    def _story(self, summary: Summary) -> Story:
        return Story(summary, article_text(summary, self._roots))

    def _read(self, file: Path) -> Iterator[tuple[int, int, Summary]]:
        try:
            yield from self._lines(file) if file.suffix == ".jsonl" else self._documents(file)
        except OSError as fault:
            self.unread.append(f"{file}: {fault.strerror or fault}")

    def _lines(self, file: Path) -> Iterator[tuple[int, int, Summary]]:
        """(place in bytes, length in bytes, summary) of each line."""
        with file.open("rb") as lines:
            start = 0
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    summary = self._summary(f"{file}, line {number}", line)
                    if summary is not None:
                        yield start, len(line), summary
                start += len(line)

    def _documents(self, file: Path) -> Iterator[tuple[int, int, Summary]]:
        """(number in the file, -1, summary) of each document."""
        try:
            documents = read_documents(file.read_bytes(), str(file))
        except ConfigurationError as fault:
            self.unread.append(str(fault))
            return
        for at, document in enumerate(documents):
            summary = self._summary(str(file), json.dumps(document))
            if summary is not None:
                yield at, -1, summary

    def _summary(self, name: str, text: str | bytes) -> Summary | None:
        try:
            return Summary.model_validate_json(text)
        except ValidationError as fault:
            self.unread.append(f"{name} is no summary of business news: {field_fault(fault)}")
            return None


def _files(path: Path) -> list[Path]:
    """The files of summaries that a path stands for."""
    if path.is_dir():
        if (path / LINES).is_file():
            return [path / LINES]
        found = sorted(file for file in path.iterdir() if file.suffix in (".json", ".jsonl") and file.is_file())
        if found:
            return found
        raise ConfigurationError(
            f"{path} has no {LINES} and no JSON file: name the output of `summarizer batch`, or files of summaries"
        )
    if not path.is_file():
        raise ConfigurationError(f"{path} is not there: name the output folder of `summarizer batch`")
    return [path]
