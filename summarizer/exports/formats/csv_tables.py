"""CSV: a file for each table of `summarizer.tables.layout`, as RFC 4180 has it, in UTF-8.

A cell of text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises on CSV
injection: articles and models are not trusted, and a spreadsheet runs what begins with an equals sign.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from summarizer.exports.formats.items import Item, Job
from summarizer.tables.layout import Table
from summarizer.tables.rows import Row, Rows

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a formula begins, with the wide forms that some locales take for the same, and what a spreadsheet cuts off."""

Writer = Callable[[Row], Any]


def write(items: Iterable[Item], job: Job, folder: Path) -> None:
    """Writes the files into `folder`. A missing value is an empty cell, as an empty text is."""
    rows = Rows(job.cls)
    with ExitStack() as files:
        writers = [_open(folder, table, job, files) for table in rows.tables]
        for item in items:
            for write_row, added in zip(writers, rows.of(item.document), strict=True):
                for row in added:
                    write_row(row)


def _open(folder: Path, table: Table, job: Job, files: ExitStack) -> Writer:
    encoding = "utf-8-sig" if job.bom else "utf-8"
    path = folder / f"{table.name}.csv"
    file = files.enter_context(path.open("w", encoding=encoding, errors="backslashreplace", newline=""))
    writer = csv.writer(file)
    writer.writerow(table.kinds)
    texts = [at for at, kind in enumerate(table.kinds.values()) if kind in ("json", "text") and not job.formulas]
    truths = [at for at, kind in enumerate(table.kinds.values()) if kind == "boolean"]

    def write_row(row: Row) -> None:
        cells = list(row)
        for at in texts:
            if (text := cells[at]) is not None and _FORMULA.match(text):
                cells[at] = f"'{text}"
        for at in truths:
            if cells[at] is not None:
                cells[at] = "true" if cells[at] else "false"
        writer.writerow(cells)

    return write_row
