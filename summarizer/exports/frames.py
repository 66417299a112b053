"""Several results as pandas or polars frames."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.records import Result, Summary
from summarizer.tables import frames

if TYPE_CHECKING:
    import pandas
    import polars


def to_pandas(results: Iterable[Result]) -> dict[str, pandas.DataFrame]:
    """The tables of several results of one class, by name: `articles`, `deals`, `deal_parties`, `quotes`, …

    `record_id` and `article_id` join them. Columns have the same types whatever is in them; of no results at all they
    are those of `Summary`. Raises `ConfigurationError` where pandas is missing, or the results are of several classes.
    """
    cls, all_of_them = _with_class(results)
    return frames.to_pandas(all_of_them, cls)


def to_polars(results: Iterable[Result]) -> dict[str, polars.DataFrame]:
    """The same as polars frames. Raises `ConfigurationError` where polars is missing, or as `to_pandas` does."""
    cls, all_of_them = _with_class(results)
    return frames.to_polars(all_of_them, cls)


def _with_class(results: Iterable[Result]) -> tuple[type[Result], Iterable[Result]]:
    rest = iter(results)
    first = next(rest, None)
    return (Summary, ()) if first is None else (type(first), chain([first], rest))
