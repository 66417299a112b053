"""An SQLite file: the tables of `summarizer.tables.layout` with foreign keys and indexes, and views on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from summarizer.errors import ConfigurationError
from summarizer.exports.formats.items import LAYOUT_VERSION, Item, Job
from summarizer.exports.formats.views import VIEWS
from summarizer.tables.layout import ARTICLE_ID, RECORD_ID, RECORDS, Table, tables_of
from summarizer.tables.rows import Row, Rows
from summarizer.tables.shapes import Kind

APPLICATION_ID = 0x534D5A45
"""`SMZE`: by this a file is known to be an export of ours."""
_APPLICATION_ID_AT = 68
"""The byte of an SQLite file's header where the application id begins, https://www.sqlite.org/fileformat.html."""
_TYPES: dict[Kind, str] = {
    "boolean": "INTEGER",
    "date": "TEXT",
    "integer": "INTEGER",
    "json": "TEXT",
    "number": "REAL",
    "text": "TEXT",
}
_INDEXED = (
    ("articles", ("path",)),
    ("articles", ("sha256",)),
    ("records", ("article_id",)),
    ("records", ("verdict",)),
    ("deals", ("kind", "status")),
    ("deal_parties", ("name", "role")),
    ("parties", ("name",)),
    ("quotes", ("speaker",)),
    ("claims", ("claimant",)),
    ("findings", ("code",)),
)
"""What is looked up by more than its key."""
_AT_ONCE = 50_000
"""Rows that are gathered before they are inserted."""


def write(items: Iterable[Item], job: Job, path: Path) -> None:
    """Writes the file at `path`, which does not exist yet."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # A crash leaves a temporary file that nobody reads: there is nothing to be made safe.
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            f"application_id = {APPLICATION_ID}",
            f"user_version = {int(LAYOUT_VERSION)}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for statement in table_statements(job.cls):
            connection.execute(statement)
        _fill(connection, items, Rows(job.cls))
        for statement in late_statements(job.cls):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    except sqlite3.Error as fault:
        raise ConfigurationError(f"cannot write the database: {fault}; is the disk full?") from fault
    finally:
        connection.close()


def is_ours(path: Path) -> bool:
    """Whether a file is such an export."""
    with path.open("rb") as file:
        header = file.read(_APPLICATION_ID_AT + 4)
    return header.startswith(b"SQLite format 3\0") and header[_APPLICATION_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")


def table_statements(cls: type[BaseModel]) -> Iterator[str]:
    """The statements that make the tables for results of `cls`."""
    by_section = {table.section: table.name for table in tables_of(cls) if table.per == "record"}
    for table in tables_of(cls):
        columns = [f"{_quoted(name)} {_TYPES[kind]}" for name, kind in table.kinds.items()]
        key = ", ".join(_quoted(name) for name in table.primary_key)
        lines = [*columns, f"PRIMARY KEY ({key})"]
        for name, target in table.references.items():
            owner = by_section[table.section] if table.per == "item" else target
            lines.append(f"FOREIGN KEY ({_quoted(name)}) REFERENCES {_quoted(owner)} ({_quoted(name)})")
        body = ",\n".join(f"    {line}" for line in lines)
        rowid = " WITHOUT ROWID" if len(table.primary_key) > 1 else ""
        yield f"CREATE TABLE {_quoted(table.name)} (\n{body}\n){rowid};"


def late_statements(cls: type[BaseModel]) -> Iterator[str]:
    """The statements that make the indexes and the views, which are quicker made when the rows are in."""
    tables = {table.name: table for table in tables_of(cls)}
    news = cls.__name__ == "Summary"
    for name, columns in _INDEXED:
        if name in tables and (news or name in ("articles", RECORDS, "findings")):
            listed = ", ".join(map(_quoted, columns))
            yield f"CREATE INDEX {_quoted('_'.join(('index', name, *columns)))} ON {_quoted(name)} ({listed});"
    for table in tables.values():
        if table.per == "record" and table.name != RECORDS:
            index = _quoted(f"index_{table.name}_{ARTICLE_ID}")
            yield f"CREATE INDEX {index} ON {_quoted(table.name)} ({ARTICLE_ID});"
    for view in VIEWS:
        if view.for_any or news:
            yield f"CREATE VIEW {view.name} AS {view.query};"


def schema_text(cls: type[BaseModel]) -> str:
    """All these statements, as `schemas/` publishes them."""
    return "\n\n".join((*table_statements(cls), *late_statements(cls))) + "\n"


def _fill(connection: sqlite3.Connection, items: Iterable[Item], rows: Rows) -> None:
    statements = [_insert(table) for table in rows.tables]
    waiting: list[list[Row]] = [[] for _ in rows.tables]
    count = 0
    for item in items:
        for held, added in zip(waiting, rows.of(item.document), strict=True):
            held.extend(added)
            count += len(added)
        if count >= _AT_ONCE:
            _insert_all(connection, statements, waiting, item)
            count = 0
    _insert_all(connection, statements, waiting, None)


def _insert_all(
    connection: sqlite3.Connection, statements: list[str], waiting: list[list[Row]], item: Item | None
) -> None:
    for statement, held in zip(statements, waiting, strict=True):
        try:
            connection.executemany(statement, held)
        except (OverflowError, UnicodeEncodeError) as fault:
            where = f"{item.name} or an article before it" if item else "one of the last articles"
            raise ConfigurationError(f"{where} cannot be written: {fault}") from fault
        held.clear()


def _insert(table: Table) -> str:
    marks = ", ".join("?" * len(table.kinds))
    return f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"  # noqa: S608 (our own names, quoted)


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"' if name not in (ARTICLE_ID, RECORD_ID) else name
