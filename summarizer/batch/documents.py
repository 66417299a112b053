"""A file for each article, below `OUT/summaries`: written where asked for, kept current, and taken away again."""

from __future__ import annotations

import errno
import json
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from summarizer.batch.files import FULL, Whole, sweep, unwritten
from summarizer.batch.folder import SUFFIX, document_path
from summarizer.batch.plan import decoded
from summarizer.batch.store import Store
from summarizer.errors import ConfigurationError
from summarizer.exports.brief import plural
from summarizer.exports.documents import dump

log = logging.getLogger(__name__)

DOCUMENTS = "summaries"
_NAME_FAULTS = (errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL)
"""What the operating system says of a name that it cannot write, which nobody can mend."""
_OF_ALL = (*FULL, errno.EROFS, errno.EIO)
"""What the other documents would meet too."""


class Documents:
    """The documents in `out`, of which those that no run after `since` has changed are there already.

    Raises `ConfigurationError` where a link would lead out of `out`.
    """

    def __init__(self, store: Store, out: Path, since: int) -> None:
        self._store = store
        self._out = out
        self._folder = out / DOCUMENTS
        self._since = since
        self._unwritten = 0
        self._why = ""

    def write(self, *, wanted: bool) -> None:
        """Writes what is missing or has changed, and removes what is there and should not be; all where not `wanted`.

        Files that this program did not write stay. Raises `ConfigurationError` where something is in the way of some of
        them, which costs none of the others.
        """
        expected = sqlite3.connect("", isolation_level=None)
        try:
            expected.executescript("PRAGMA journal_mode = OFF; CREATE TABLE place (name BLOB PRIMARY KEY); BEGIN;")
            if wanted:
                self._folder.mkdir(exist_ok=True)
                self._inside(self._folder)
                for path, run, text in self._store.reading.documents():
                    place = document_path(decoded(path))
                    expected.execute("INSERT INTO place VALUES (?)", (os.fsencode(str(place)),))
                    if run > self._since or not (self._folder / place).is_file():
                        self._write(place, text)
            if self._folder.is_dir():
                self._inside(self._folder)
                for place in self._files(PurePosixPath()):
                    name = os.fsencode(str(place))
                    if not expected.execute("SELECT 1 FROM place WHERE name = ?", (name,)).fetchone():
                        self._remove(place)
                with suppress(OSError):
                    self._folder.rmdir()
        finally:
            expected.close()
        if self._unwritten:
            missing = plural(self._unwritten, "document")
            raise ConfigurationError(f"{missing} could not be written, and {DOCUMENTS}.jsonl has all: {self._why}")

    def _write(self, place: PurePosixPath, text: bytes) -> None:
        path = self._folder / place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._inside(path.parent)
            with Whole(path) as file:
                file.write(f"{dump(json.loads(text))}\n".encode())
        except OSError as fault:
            if fault.errno in _OF_ALL:
                raise
            if fault.errno in _NAME_FAULTS:
                log.warning("%s: %s: it is in %s.jsonl only", path, fault.strerror, DOCUMENTS)
                return
            self._miss(unwritten(fault, path))
        except ConfigurationError as fault:
            self._miss(str(fault))

    def _miss(self, why: str) -> None:
        self._unwritten += 1
        self._why = self._why or why

    def _remove(self, place: PurePosixPath) -> None:
        """Removes the document at `place`, if it is one of ours, and the folders that it leaves empty."""
        path = self._folder / place
        if _document(path) is None:
            return
        self._inside(path.parent)
        path.unlink()
        for parent in place.parents[:-1]:
            with suppress(OSError):
                (self._folder / parent).rmdir()

    def _files(self, inside: PurePosixPath) -> Iterator[PurePosixPath]:
        sweep(self._folder / inside)
        with os.scandir(self._folder / inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from self._files(inside / entry.name)
                elif entry.name.endswith(SUFFIX) and entry.is_file():
                    yield inside / entry.name

    def _inside(self, folder: Path) -> None:
        # Not `Path.resolve`, which raises where links lead in a circle.
        if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(self._out)):
            raise ConfigurationError(f"{folder} is a link that leads out of {self._out}: remove the link")


def _document(path: Path) -> dict[str, Any] | None:
    """What a file of ours holds, None for a file that this program did not write."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and {"schema_version", "source", "provenance"} <= value.keys() else None
