"""The work on articles for engines that spread it over processes and machines: Ray Data, Dask, Spark."""

from summarizer.engines.rows import SummarizeRows

__all__ = ["SummarizeRows"]
