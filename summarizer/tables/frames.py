"""Results as pandas or polars frames, one for each table of their class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarizer.errors import ConfigurationError
from summarizer.tables.layout import Table
from summarizer.tables.rows import Row, Rows

if TYPE_CHECKING:
    import pandas
    import polars

_PANDAS = {
    "text": "string",
    "json": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}
"""By kind of column, pandas' types that know a missing value. Seconds hold every year from 1 to 9999."""
_POLARS = {
    "text": "String",
    "json": "String",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "Boolean",
    "date": "Date",
}


def to_pandas(results: Iterable[BaseModel], cls: type[BaseModel]) -> dict[str, pandas.DataFrame]:
    """The tables of results of one class, by name, with the columns of `summarizer.tables.layout`.

    Columns have the same types whatever is in them, also where there are no rows. Raises `ConfigurationError` where
    pandas is missing, or a result is of another class.
    """
    return {table.name: _pandas_frame(table, rows) for table, rows in _collected(results, cls, "pandas")}


def to_polars(results: Iterable[BaseModel], cls: type[BaseModel]) -> dict[str, polars.DataFrame]:
    """The same as polars frames, with the same errors."""
    return {table.name: _polars_frame(table, rows) for table, rows in _collected(results, cls, "polars")}


def needed(library: str, extra: str | None = None) -> Any:
    """The module of a library that comes with an extra. Raises `ConfigurationError` where it is missing."""
    try:
        return import_module(library)
    except ImportError as fault:
        raise ConfigurationError(f"{library} is not installed here: pip install '.[{extra or library}]'") from fault


def _collected(results: Iterable[BaseModel], cls: type[BaseModel], library: str) -> list[tuple[Table, list[Row]]]:
    needed(library)
    rows = Rows(cls)
    collected: list[list[Row]] = [[] for _ in rows.tables]
    for result in results:
        if not isinstance(result, cls):
            raise ConfigurationError(
                f"these are {cls.__name__} results, and a {type(result).__name__} among them: make frames of each apart"
            )
        for found, added in zip(collected, rows.of(result.model_dump(mode="json")), strict=True):
            found.extend(added)
    return list(zip(rows.tables, collected, strict=True))


def _columns(table: Table, rows: list[Row]) -> Mapping[str, list[Any]]:
    names = list(table.kinds)
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}


def _pandas_frame(table: Table, rows: list[Row]) -> pandas.DataFrame:
    library = needed("pandas")
    series: Callable[..., Any] = library.Series
    return library.DataFrame(
        {name: series(values, dtype=_PANDAS[table.kinds[name]]) for name, values in _columns(table, rows).items()}
    )


def _polars_frame(table: Table, rows: list[Row]) -> polars.DataFrame:
    library = needed("polars")
    series = []
    for name, values in _columns(table, rows).items():
        kind = table.kinds[name]
        if kind == "date":
            series.append(library.Series(name, values, dtype=library.String).str.to_date("%Y-%m-%d"))
        else:
            series.append(library.Series(name, values, dtype=getattr(library, _POLARS[kind]), strict=False))
    return library.DataFrame(series)
