"""Parquet and Arrow: a row a result, nested as its JSON is.

A text is a `string`, an integer an `int64`, a date a `date32`; what JSON leaves open is its JSON in a `string`. Amounts
are `float64`: in the JSON they are numbers without a scale of their own, which every reader takes for doubles, whole to
2**53; a decimal would need one scale for shares of a cent and for trillions of yen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from summarizer.errors import ConfigurationError
from summarizer.exports.formats.items import LAYOUT_VERSION, Item, Job
from summarizer.exports.formats.published import ARROW_TYPES
from summarizer.records import SCHEMA_VERSION, Result
from summarizer.tables.rows import json_text
from summarizer.tables.shapes import OPEN_FIELDS, ListOf, Scalar, Shape, Struct, shape_of

T = TypeVar("T")

_BATCH_BYTES = 4 << 20
"""Bytes of JSON that are turned into columns at once."""
_GROUP_BYTES = 32 << 20
"""Bytes in memory of a row group, about."""
_MARK = b"summarizer.layout_version"


def write_parquet(items: Iterable[Item], job: Job, stream: BinaryIO) -> None:
    """Writes Parquet, compressed with zstd, in row groups of about 32 MB in memory."""
    import pyarrow
    from pyarrow import parquet

    schema = arrow_schema(job)
    # Compressing needs no interpreter: one group is written while the next is read.
    with (
        parquet.ParquetWriter(stream, schema, compression="zstd", store_schema=True) as writer,
        ThreadPoolExecutor(max_workers=1) as beside,
    ):
        writing = None
        for group in _grouped(_batches(items, schema, job.cls), attrgetter("nbytes"), _GROUP_BYTES):
            if writing is not None:
                writing.result()
            writing = beside.submit(writer.write_table, pyarrow.Table.from_batches(group), row_group_size=1 << 30)
        if writing is not None:
            writing.result()


def write_arrow(items: Iterable[Item], job: Job, stream: BinaryIO) -> None:
    """Writes an Arrow IPC file (Feather version 2), compressed with zstd."""
    import pyarrow

    schema = arrow_schema(job)
    options = pyarrow.ipc.IpcWriteOptions(compression="zstd")
    with pyarrow.ipc.new_file(stream, schema, options=options) as writer:
        for batch in _batches(items, schema, job.cls):
            writer.write_batch(batch)


def arrow_schema(job: Job) -> Any:
    """The `pyarrow.Schema` of what is written, the same for all results of a class."""
    import pyarrow

    metadata = {
        "summarizer.layout_version": LAYOUT_VERSION,
        "summarizer.schema_version": SCHEMA_VERSION,
        "summarizer.records": job.records_of,
    }
    fields = [pyarrow.field(name, _arrow_type(shape)) for name, shape in shape_of(job.cls).fields]
    return pyarrow.schema(fields, metadata=metadata)


def is_ours(path: Path) -> bool:
    """Whether a file is Parquet or Arrow that was written here."""
    import pyarrow
    from pyarrow import parquet

    readers: tuple[Callable[[Path], Any], ...] = (parquet.read_schema, lambda file: pyarrow.ipc.open_file(file).schema)
    for read in readers:
        try:
            return _MARK in (read(path).metadata or {})
        except (pyarrow.ArrowException, OSError):
            continue
    return False


def _arrow_type(shape: Shape) -> Any:
    import pyarrow

    match shape:
        case Scalar():
            return pyarrow.type_for_alias(ARROW_TYPES[shape.kind])
        case ListOf():
            return pyarrow.list_(pyarrow.field("element", _arrow_type(shape.item)))
        case Struct():
            return pyarrow.struct([pyarrow.field(name, _arrow_type(field)) for name, field in shape.fields])


def _grouped(some: Iterable[T], size_of: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """`some` in lists that are full with the one by which they come to `most` bytes."""
    group: list[T] = []
    size = 0
    for one in some:
        group.append(one)
        size += size_of(one)
        if size >= most:
            yield group
            group, size = [], 0
    if group:
        yield group


def _batches(items: Iterable[Item], schema: Any, cls: type[Result]) -> Iterator[Any]:
    import pyarrow

    whole = pyarrow.struct(list(schema))
    convert = _converter(shape_of(cls)) or (lambda document: document)
    for group in _grouped(items, attrgetter("size"), _BATCH_BYTES):
        try:
            columns = pyarrow.array([convert(item.document) for item in group], type=whole)
        except (pyarrow.ArrowException, ArithmeticError, AttributeError, TypeError, ValueError) as fault:
            raise ConfigurationError(f"{group[0].name} or an article after it cannot be written: {fault}") from fault
        yield pyarrow.RecordBatch.from_struct_array(columns).replace_schema_metadata(schema.metadata)


Converter = Callable[[Any], Any]


def _converter(shape: Shape) -> Converter | None:
    """What makes of JSON values what Arrow takes: dates, and JSON as text; None where they are the same."""
    match shape:
        case Scalar(kind="date"):
            return lambda value: None if value is None else date.fromisoformat(value)
        case Scalar(kind="json"):
            return lambda value: None if value is None else json_text(value)
        case Scalar():
            return None
        case ListOf():
            of_item = _converter(shape.item)
            return None if of_item is None else lambda value: None if value is None else [of_item(one) for one in value]
        case Struct():
            return _struct_converter(shape)


def _struct_converter(shape: Struct) -> Converter | None:
    converters = [(name, converter) for name, field in shape.fields if (converter := _converter(field)) is not None]
    known = {name for name, _ in shape.fields}

    def convert(value: Any) -> Any:
        if value is None:
            return None
        changed = dict(value)
        if shape.open:
            changed[OPEN_FIELDS] = {name: item for name, item in value.items() if name not in known - {OPEN_FIELDS}}
        for name, converter in converters:
            if (item := changed.get(name)) is not None:
                changed[name] = converter(item)
        return changed

    return convert if converters or shape.open else None
