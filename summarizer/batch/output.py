"""The folder of a run: one JSON document an article, all of them as lines, and what failed.

    OUT/summaries/<path of the article>.json
    OUT/summaries.jsonl      the documents of OUT/summaries, in the order of their paths
    OUT/failures.jsonl       {"path", "error", "message"} for each article that failed, in the order of their paths

Files appear whole or not at all: they are written beside their place and then renamed.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, BinaryIO, Self

from summarizer.batch.folder import SUFFIX, document_path
from summarizer.batch.runner import Outcome
from summarizer.errors import ConfigurationError
from summarizer.escaping import one_line
from summarizer.exports.documents import dump_line, to_json
from summarizer.records import Usage, Verification

_NAME_FAULTS = (errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL)
"""What the operating system says of a name that it cannot write: the fault of one article, not of the folder."""


@dataclass
class Tally:
    """What a run comes to, counted as its outcomes are written."""

    done: int = 0
    failed: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    """Records by verdict, besides `records` in all and `dropped`."""
    faulty: int = 0
    """Records that are altered or unsupported and stand in the output."""
    usage: Usage = field(default_factory=Usage)
    cost_usd: float = 0.0
    """The sum over the articles whose cost is known."""
    unpriced: int = 0
    """Articles that took calls at a price that is not known."""

    def add(self, outcome: Outcome) -> None:
        """Counts one outcome."""
        if outcome.result is None:
            self.failed += 1
            return
        self.done += 1
        self.verdicts.update(outcome.result.verification.model_dump())
        self.faulty += len(outcome.result.faulty())
        provenance = outcome.result.provenance
        self.usage += provenance.usage
        self.cost_usd += provenance.cost_usd or 0.0
        self.unpriced += provenance.cost_usd is None and provenance.usage != Usage()

    @property
    def verification(self) -> Verification:
        """The records of all articles by verdict."""
        return Verification(**self.verdicts)


class RunFolder:
    """The folder that a run writes into. Use it with `with`: leaving it writes the files that cover all articles.

    A run over the same folder again replaces what the earlier one wrote. A complete run leaves nothing else of it;
    one that was broken off leaves the earlier documents of the articles that it did not come to.
    """

    def __init__(self, out: Path) -> None:
        """Makes the folder, and raises `ConfigurationError` where it cannot be written."""
        self.out = out
        self.tally = Tally()
        self._summaries = out / "summaries"
        self._written: set[PurePosixPath] = set()
        self._failures: dict[str, Exception] = {}
        self._prepare()

    @property
    def summaries(self) -> Path:
        """The file with all documents as lines."""
        return self.out / "summaries.jsonl"

    @property
    def failures(self) -> Path:
        """The file that lists the articles that failed."""
        return self.out / "failures.jsonl"

    def _prepare(self) -> None:
        try:
            self._summaries.mkdir(parents=True, exist_ok=True)
            for folder in (self.out, self._summaries):
                with tempfile.TemporaryFile(dir=folder):
                    pass
            for file in (self.summaries, self.failures):
                if file.is_dir():
                    raise IsADirectoryError(errno.EISDIR, "a folder is where a file must go", str(file))
        except OSError as fault:
            raise ConfigurationError(
                f"cannot write into {self.out}: {fault.filename or ''}: {fault.strerror}"
            ) from fault
        self._inside(self._summaries)

    def _inside(self, folder: Path) -> None:
        if not folder.resolve().is_relative_to(self.out.resolve()):
            raise ConfigurationError(f"{folder} is a link that leads out of {self.out}: remove the link")

    def write(self, outcome: Outcome) -> Outcome:
        """Writes down one outcome; returns it, or the failure that it became because its name cannot be written.

        Raises `ConfigurationError` where the folder cannot be written any more.
        """
        place = document_path(outcome.path)
        try:
            if outcome.result is None:
                self._remove(place)
            else:
                self._write_document(place, to_json(outcome.result))
        except OSError as fault:
            if fault.errno not in _NAME_FAULTS:
                raise ConfigurationError(f"cannot write {self._summaries / place}: {fault.strerror}") from fault
            outcome = Outcome(outcome.path, error=fault)
        if outcome.error is not None:
            self._failures[outcome.path] = outcome.error
        self.tally.add(outcome)
        return outcome

    def _write_document(self, place: PurePosixPath, text: str) -> None:
        path = self._summaries / place
        path.parent.mkdir(parents=True, exist_ok=True)
        self._inside(path.parent)
        with _Whole(path) as file:
            file.write(text.encode())
        self._written.add(place)

    def _remove(self, place: PurePosixPath) -> None:
        """Removes the document at `place`, if an earlier run wrote one, and the folders that it leaves empty."""
        path = self._summaries / place
        if _document(path) is None:
            return
        self._inside(path.parent)
        path.unlink()
        for parent in place.parents[:-1]:
            with suppress(OSError):
                (self._summaries / parent).rmdir()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                for place in [place for place, _ in self._documents() if place not in self._written]:
                    self._remove(place)
            self._write_lines(self.failures, (self._failure(path) for path in sorted(self._failures)))
            self._write_lines(self.summaries, (dump_line(document) for _, document in self._documents()))
        except OSError as error:
            raise ConfigurationError(f"cannot write into {self.out}: {error.strerror}") from error

    def _documents(self) -> Iterator[tuple[PurePosixPath, dict[str, Any]]]:
        """The documents in the folder, in the order of their articles' paths; other files there are not ours."""
        places = []
        for folder, _, names in os.walk(self._summaries):
            inside = PurePosixPath(Path(folder).relative_to(self._summaries).as_posix())
            places += [inside / name for name in names if name.endswith(SUFFIX)]
        for place in sorted(places, key=lambda place: str(place).removesuffix(SUFFIX)):
            if document := _document(self._summaries / place):
                yield place, document

    def _failure(self, path: str) -> str:
        error = self._failures[path]
        return dump_line({"path": path, "error": type(error).__name__, "message": one_line(str(error))})

    @staticmethod
    def _write_lines(path: Path, lines: Iterator[str]) -> None:
        with _Whole(path) as file:
            for line in lines:
                file.write(f"{line}\n".encode())


def _document(path: Path) -> dict[str, Any] | None:
    """What a file of ours holds, None for a file that this program did not write."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and {"schema_version", "source", "provenance"} <= value.keys() else None


class _Whole:
    """A file that takes its place only when it is written to the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f".{secrets.token_hex(8)}.part")
        self._file = self._temporary.open("xb")

    def __enter__(self) -> BinaryIO:
        return self._file

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
            if kind is None:
                self._temporary.replace(self._path)
        finally:
            self._temporary.unlink(missing_ok=True)
