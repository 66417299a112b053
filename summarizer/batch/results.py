"""The results of a run, or of a file, read one after the other."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from pydantic import ValidationError
from pydantic_core import from_json

from summarizer.batch.database import NAME
from summarizer.batch.output import PARQUET_PREFIX, PARQUET_SUFFIX, SUMMARIES
from summarizer.batch.reading import Reading
from summarizer.errors import ConfigurationError
from summarizer.exports.documents import document
from summarizer.extractions import read_documents
from summarizer.fields import Record
from summarizer.foreign.results import ForeignResult
from summarizer.input_faults import field_fault
from summarizer.records import Extraction, Result, Summary
from summarizer.schema import Schema
from summarizer.tables.shapes import sections_of, shape_of

Document = dict[str, Any]
_MOST_NAMED = 1000
"""Lines that cannot be read of which it is said why."""


class Results:
    """The results in `source`: the folder of a run, a file of JSON Lines or JSON, or `-`, standard input.

    schema  the class of a user's own records, which gives them columns of their own

    Use it with `with`. `documents` gives each result's JSON with its size in bytes; `cls`, the class of them all, is
    known from the first. Raises `ConfigurationError` where nothing can be read.
    """

    def __init__(self, source: str, schema: Schema | None = None) -> None:
        self.cls: type[Result] = schema.result if schema else Summary
        self.folders: list[Path] = []
        """Where the articles were when they were read."""
        self.unread: list[str] = []
        """A line for each document that could not be read."""
        self._schema = schema
        self._source = source
        self._stack = ExitStack()
        self._first: tuple[Document, int] | None = None

    def __enter__(self) -> Self:
        path = Path(self._source)
        try:
            if self._source != "-" and path.is_dir():
                self._documents = self._of_run(path)
            else:
                self._documents = self._of_file(self._stack.enter_context(_opened(self._source)))
            self._first = next(self._documents, None)
        except OSError as fault:
            self._stack.close()
            raise ConfigurationError(f"{self._source}: {fault.strerror}") from fault
        except BaseException:
            self._stack.close()
            raise
        if self._first is not None:
            self.cls = self._class_of(self._first[0])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def documents(self) -> Iterator[tuple[Document, int]]:
        """The results, once. Raises `ConfigurationError` where one is of another class than the first."""
        if self._first is None:
            return
        yield self._first
        for found, size in self._documents:
            if (cls := self._class_of(found)) is not self.cls:
                raise ConfigurationError(
                    f"{self._source} has {_called(self.cls)} and {_called(cls)}: export them apart"
                )
            yield found, size

    def _of_run(self, out: Path) -> Iterator[tuple[Document, int]]:
        if not (out / NAME).is_file():
            if next(out.glob(f"{PARQUET_PREFIX}*{PARQUET_SUFFIX}"), None) is not None:
                raise ConfigurationError(
                    f"{out} holds a run on Ray, whose results are Parquet already: the column `document` of "
                    f"{PARQUET_PREFIX}*{PARQUET_SUFFIX} has them as JSON (docs/cluster.md); give a file with a line "
                    "for each"
                )
            if (out / SUMMARIES).is_file():
                yield from self._of_file(self._stack.enter_context((out / SUMMARIES).open("rb")))
                return
        reading = Reading(out / NAME)
        self._stack.callback(reading.close)
        last = reading.read("SELECT folder FROM runs WHERE folder <> '' ORDER BY id DESC LIMIT 1")
        self.folders = [Path(folder) for (folder,) in last]
        for _, _, data in reading.documents():
            yield _parsed(data), len(data)

    def _of_file(self, file: BinaryIO) -> Iterator[tuple[Document, int]]:
        line = file.readline()
        if not _is_one_document(line):
            rest = line + file.read()
            if not rest.strip():
                return
            broken: list[ConfigurationError] = []
            for given in read_documents(rest, self._source, unread=broken):
                yield from self._checked(given, len(rest), "a document")
            self.unread += map(str, broken)
            return
        number = 1
        while line:
            if line.strip():
                try:
                    yield from self._checked(_parsed(line), len(line), f"line {number}")
                except ValueError as fault:
                    self._miss(f"line {number}: not JSON: {fault}")
            line = file.readline()
            number += 1

    def _checked(self, given: Any, size: int, where: str) -> Iterator[tuple[Document, int]]:
        """The document, if it is a result; what it is not is noted."""
        if not isinstance(given, dict) or not {"source", "provenance"} <= given.keys():
            self._miss(f"{where}: no result of this program (see `summarizer schema`)")
            return
        try:
            written = _as_written(self._class_of(given), given)
        except ValidationError as fault:
            self._miss(f"{where}: {field_fault(fault, given)} (see `summarizer schema`)")
            return
        yield written, size

    def _miss(self, why: str) -> None:
        if len(self.unread) < _MOST_NAMED:
            self.unread.append(f"{self._source}: {why}")

    def _class_of(self, given: Document) -> type[Result]:
        if "records_of" not in given:
            if self._schema is not None:
                raise ConfigurationError(
                    f"the records of {self._source} are not of {self._schema.name}: leave --schema away"
                )
            return ForeignResult if "shape" in given else Summary
        if self._schema is None:
            return Extraction
        if given["records_of"] != self._schema.name:
            raise ConfigurationError(
                f"the records of {self._source} are of {given['records_of']}, not of {self._schema.name}"
            )
        return self._schema.result


def _opened(source: str) -> AbstractContextManager[BinaryIO]:
    return _standard_input() if source == "-" else Path(source).open("rb")


@contextmanager
def _standard_input() -> Iterator[BinaryIO]:
    yield sys.stdin.buffer


def _is_one_document(line: bytes) -> bool:
    """Whether a file's first line is a whole JSON object, so that the file is read by lines."""
    try:
        return isinstance(_parsed(line), dict)
    except ValueError:
        # A broken first line of several: told from a document that is laid out over lines by how it begins.
        return line.startswith(b'{"')


def _parsed(data: bytes) -> Any:
    """The value of a JSON text. Raises `ValueError` where it is none."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return from_json(data, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        # Lone surrogates, which a model may write and JSON may hold as escapes.
        try:
            return _without_surrogates(json.loads(data, parse_constant=_refuse))
        except RecursionError as fault:
            raise ValueError("it is nested too deeply") from fault


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    return {key: _without_surrogates(item) for key, item in value.items()} if isinstance(value, dict) else value


def _as_written(cls: type[Result], given: Document) -> Document:
    """The document as this program writes it. Raises `ValidationError` where it has not the shape of its class."""
    open_sections = [name for name, struct in sections_of(shape_of(cls)).items() if struct.open]
    result = document(cls.model_validate({**given, **{name: [] for name in open_sections}}))
    for name in open_sections:
        result[name] = [_open_record(record) for record in given.get(name) or ()]
    return result


def _open_record(record: Document) -> Document:
    """A record whose class is not known: its own fields as they are."""
    known = {name: value for name, value in record.items() if name in Record.model_fields}
    own = {name: value for name, value in record.items() if name not in known}
    return {**own, **Record.model_validate(known).model_dump(mode="json")}


def _called(cls: type[Result]) -> str:
    return {"Extraction": "records of users' own classes", "Summary": "business news"}.get(cls.__name__, cls.__name__)
