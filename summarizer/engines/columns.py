"""Batches of rows as engines hand them over, and as they take them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from summarizer.errors import ConfigurationError

COLUMNS: Mapping[str, str] = {
    "id": "string",
    "path": "string",
    "sha256": "string",
    "document": "string",
    "error": "string",
    "message": "string",
    "records": "int64",
    "verified": "int64",
    "inferred": "int64",
    "altered": "int64",
    "unsupported": "int64",
    "dropped": "int64",
    "faulty": "int64",
    "model": "string",
    "calls": "int64",
    "input_tokens": "int64",
    "output_tokens": "int64",
    "cached_input_tokens": "int64",
    "cost_usd": "float64",
}
"""The columns that come out, in this order, by the names that Arrow and pandas have for their types."""

Row = Mapping[str, Any]
"""The values of one row by column."""


def rows_of(batch: Any, text: str) -> list[Row]:
    """The rows of a batch: a mapping of columns (lists or arrays), a `pyarrow.Table` or `RecordBatch`, a
    `pandas.DataFrame`, or a sequence of mappings.

    Raises `ConfigurationError` for anything else, and where there is no column `text`.
    """
    if isinstance(batch, Sequence) and not isinstance(batch, str | bytes):
        rows = list(batch)
        if not all(isinstance(row, Mapping) for row in rows):
            raise ConfigurationError("a list of rows holds mappings of columns to values, such as {'text': …}")
        if rows and not any(text in row for row in rows):
            raise _without(text, rows[0])
        return rows
    kind = _library(batch)
    if isinstance(batch, Mapping):
        columns = {str(name): list(values) for name, values in batch.items()}
    elif kind == "pyarrow":
        columns = batch.to_pydict()
    elif kind == "pandas":
        columns = {str(name): batch[name].tolist() for name in batch.columns}
    else:
        raise ConfigurationError(
            f"a batch is a mapping of columns, a pyarrow table, a pandas frame or a list of rows, "
            f"not a {type(batch).__name__}"
        )
    if text not in columns:
        raise _without(text, columns)
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        raise ConfigurationError(f"the columns of a batch are of different lengths: {lengths}")
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def like(batch: Any, rows: Sequence[Row]) -> Any:
    """`rows`, which have the values of `COLUMNS`, as the kind of batch that `batch` is."""
    if isinstance(batch, Sequence):
        return [dict(row) for row in rows]
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    kind = _library(batch)
    if kind == "pyarrow":
        return table_of(rows)
    if kind == "pandas":
        pandas = import_module("pandas")  # whoever hands over a frame has it
        return pandas.DataFrame(
            {
                name: pandas.Series(columns[name], index=batch.index, dtype=_in_pandas(wanted))
                for name, wanted in COLUMNS.items()
            }
        )
    if any(_library(values) == "numpy" for values in batch.values()):
        numpy = import_module("numpy")
        return {
            name: numpy.array(columns[name], dtype=object if wanted == "string" else wanted)
            for name, wanted in COLUMNS.items()
        }
    return columns


def table_of(rows: Iterable[Row], more: Mapping[str, str] | None = None) -> Any:
    """`rows` as a `pyarrow.Table` of `COLUMNS`, and of those of `more`."""
    import pyarrow

    return pyarrow.Table.from_pylist([dict(row) for row in rows], schema=arrow_schema(more))


def arrow_schema(more: Mapping[str, str] | None = None) -> Any:
    """The `pyarrow.Schema` of `COLUMNS`, and of those of `more`: an empty or failed block has the same as any other."""
    import pyarrow

    return pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in _all(more)])


def _all(more: Mapping[str, str] | None) -> Iterator[tuple[str, str]]:
    yield from COLUMNS.items()
    yield from (more or {}).items()


def _in_pandas(kind: str) -> str:
    return "object" if kind == "string" else kind


def _library(value: Any) -> str:
    """The library that the class of `value` is from."""
    return type(value).__module__.partition(".")[0]


def _without(text: str, columns: Iterable[str]) -> ConfigurationError:
    return ConfigurationError(
        f"the batch has no column {text!r}, it has {', '.join(map(repr, columns)) or 'none'}: name the one with the "
        "articles' texts, SummarizeRows(text=…)"
    )
