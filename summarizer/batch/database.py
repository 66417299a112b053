"""The store's file: its tables, and how it is opened.

    articles   one row an article, in the order of the walk; what it is known by, how it ended, what it came to
    texts      the large texts, compressed with zlib: the documents of articles, the raw answers
    answers    what came back for each request, and what it took; written before anybody reads it
    flights    requests that were sent and not yet answered
    runs       one row a run
    elsewhere  files of the folder that belong to other shards, so that they are not read each time
    facts      what the derived files were written from
    batches    one row a provider batch: its files, its id at the service, how far it is
    requests   requests that went or will go with a batch and are not answered yet
    exchanges  one row a request that was sent, with what came back, where a run was to log them

Paths are relative to the folder of articles, in UTF-8 with surrogates passed, so that their bytes sort as the walk
does. Times are seconds since 1970.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.errors import ConfigurationError

NAME = "run.sqlite"
APPLICATION_ID = 0x534D5A52
"""`SMZR`: by this a file is known to be a store of ours."""
VERSION = 3
"""Of the tables; a file of a later version is left alone, one of an earlier version is given what it lacks."""
BUSY_SECONDS = 30.0
"""How long another program that looks into the file is waited for."""

_TABLES = """
CREATE TABLE articles (
    path BLOB PRIMARY KEY,
    size INTEGER, mtime_ns INTEGER, inode INTEGER,
    settings BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
    sha256 BLOB, key BLOB,
    document INTEGER,
    error TEXT, message TEXT,
    records INTEGER NOT NULL DEFAULT 0, verified INTEGER NOT NULL DEFAULT 0, inferred INTEGER NOT NULL DEFAULT 0,
    altered INTEGER NOT NULL DEFAULT 0, unsupported INTEGER NOT NULL DEFAULT 0, dropped INTEGER NOT NULL DEFAULT 0,
    faulty INTEGER NOT NULL DEFAULT 0,
    model TEXT, schema_mode TEXT, calls INTEGER NOT NULL DEFAULT 0, input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0, cached_input_tokens INTEGER NOT NULL DEFAULT 0, cost_usd REAL,
    attempts INTEGER NOT NULL DEFAULT 1, finished REAL NOT NULL, run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_by_key ON articles (key) WHERE key IS NOT NULL;
CREATE TABLE texts (id INTEGER PRIMARY KEY, zlib BLOB NOT NULL);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY, request BLOB, path BLOB NOT NULL, run INTEGER NOT NULL, text INTEGER,
    model TEXT NOT NULL, schema_mode TEXT, calls INTEGER NOT NULL, input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL, cached_input_tokens INTEGER NOT NULL, cost_usd REAL, saved_usd REAL,
    spent INTEGER NOT NULL DEFAULT 0, received REAL NOT NULL
);
CREATE INDEX answers_by_request ON answers (request) WHERE request IS NOT NULL;
CREATE TABLE flights (request BLOB NOT NULL, path BLOB NOT NULL, run INTEGER NOT NULL, sent REAL NOT NULL);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started REAL NOT NULL, ended REAL, host TEXT NOT NULL, pid INTEGER NOT NULL,
    folder TEXT NOT NULL, model TEXT NOT NULL, settings BLOB NOT NULL, lost INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""
_ADDED = """
CREATE TABLE batches (
    id INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, base_url TEXT, model TEXT NOT NULL, name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('uploading', 'uploaded', 'open', 'collected', 'done')),
    run INTEGER NOT NULL, requests INTEGER NOT NULL, bytes INTEGER NOT NULL, began REAL NOT NULL, ended REAL,
    input_file TEXT, batch TEXT, status TEXT, output_file TEXT, error_file TEXT,
    completed INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX batches_not_done ON batches (id) WHERE state <> 'done';
CREATE TABLE requests (
    request BLOB PRIMARY KEY, path BLOB NOT NULL, batch INTEGER, line INTEGER, body BLOB NOT NULL, schema_mode TEXT,
    tries INTEGER NOT NULL, status INTEGER, failure TEXT
) WITHOUT ROWID;
CREATE INDEX requests_by_batch ON requests (batch, line) WHERE batch IS NOT NULL;
CREATE INDEX requests_by_path ON requests (path) WHERE batch IS NOT NULL;
CREATE TABLE elsewhere (
    path BLOB PRIMARY KEY, size INTEGER, mtime_ns INTEGER, inode INTEGER, shard INTEGER NOT NULL
) WITHOUT ROWID;
"""
_LOGGED = """
CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY, path BLOB NOT NULL, run INTEGER NOT NULL, task TEXT NOT NULL, model TEXT NOT NULL,
    url TEXT NOT NULL, attempt INTEGER NOT NULL, sent REAL NOT NULL, seconds REAL, status INTEGER, headers TEXT,
    request INTEGER NOT NULL, answer INTEGER, error TEXT, batch INTEGER, line BLOB
);
CREATE INDEX exchanges_by_path ON exchanges (path);
CREATE INDEX exchanges_in_batches ON exchanges (batch, line) WHERE batch IS NOT NULL;
"""
_SINCE = {1: _ADDED, 2: _LOGGED}
"""By version: what the tables of that version lack."""


def open_store(path: Path) -> sqlite3.Connection:
    """A connection that may write; makes the file and its tables where there are none.

    Raises `ConfigurationError` for a file of something else, of a later version, that is damaged, or that cannot be
    written.
    """
    with faults_told(path):
        connection = _connect(f"file:{_quoted(path)}?mode=rwc")
        try:
            _check(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                # All at once, so that no crash leaves a file with half of the tables.
                connection.executescript(
                    f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
                    f"{_TABLES} {_ADDED} {_LOGGED} COMMIT;"
                )
            else:
                _bring_up(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _lacking(connection: sqlite3.Connection) -> str:
    """Statements that make what the tables of an earlier version lack; empty for this version and where none are."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return " ".join(_SINCE[number] for number in range(version, VERSION)) if version else ""


def _bring_up(connection: sqlite3.Connection) -> None:
    """Gives the tables of an earlier version what they lack; a crash leaves them as they were."""
    if lacking := _lacking(connection):
        connection.executescript(f"BEGIN IMMEDIATE; {lacking} PRAGMA user_version = {VERSION}; COMMIT;")


def _stand_in(connection: sqlite3.Connection) -> None:
    """Gives a connection that only reads empty tables of its own for those that an earlier version lacks."""
    if lacking := _lacking(connection):
        connection.executescript(
            f"PRAGMA query_only = OFF; {lacking.replace('CREATE TABLE', 'CREATE TEMP TABLE')} PRAGMA query_only = ON;"
        )


def new_store(path: Path) -> sqlite3.Connection:
    """A connection to a new store at `path`, that nobody else opens before it is closed.

    It is not safe from a crash until then: it is to be made again. Raises what SQLite raises.
    """
    connection = _connect(f"file:{_quoted(path)}?mode=rwc")
    try:
        connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {APPLICATION_ID};"
            f"PRAGMA user_version = {VERSION}; {_TABLES} {_ADDED} {_LOGGED}"
        )
    except BaseException:
        connection.close()
        raise
    return connection


def address_to_read(path: Path) -> str:
    """What a store is attached by to be read, also where its folder cannot be written and nobody writes it."""
    needs_no_file = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"file:{_quoted(path)}?{'mode=ro&immutable=1' if needs_no_file else 'mode=rw'}"


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads; a run may be writing meanwhile.

    Raises `ConfigurationError` where there is no store, or as `open_store` does.
    """
    if not path.is_file():
        raise ConfigurationError(f"{path.parent} holds no run: name the folder that `summarizer batch` wrote")
    with faults_told(path):
        # Not `mode=ro`: who closes the file last folds its log in, and only who may write can do that.
        connection = _connect(f"file:{_quoted(path)}?mode=rw")
        try:
            try:
                connection.execute("PRAGMA query_only = ON")
                _check(connection, path)
                _stand_in(connection)
            except sqlite3.OperationalError:
                # A folder that cannot be written takes no file beside the store; if nobody writes, none is needed.
                if path.with_name(f"{path.name}-wal").exists():
                    raise
                connection.close()
                connection = _connect(f"file:{_quoted(path)}?mode=ro&immutable=1")
                _check(connection, path)
                _stand_in(connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turns what SQLite raises within it into a `ConfigurationError` that says what to do."""
    try:
        yield
    except sqlite3.Error as fault:
        raise told(fault, path) from fault


def told(fault: Exception, path: Path) -> ConfigurationError:
    """What a fault of the store means for whoever runs this."""
    if isinstance(fault, ConfigurationError):
        return fault
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        why = "the disk is full; make room and run the same command again: what was finished before is kept"
    elif code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        why = f"it cannot be written ({fault}); check the permissions of the folder"
    elif code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        why = "another program holds it; close that and run again"
    elif code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        why = (
            f"it is no SQLite database, or a damaged one ({fault}); move it away, or save what can be read with "
            f"`sqlite3 {path.name} .recover`"
        )
    else:
        why = f"{fault}; the disk may be full or failing"
    return ConfigurationError(f"{path}: {why}")


def _connect(uri: str) -> sqlite3.Connection:
    # Each connection is used by one thread at a time, which need not be the one that opened it.
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    def pragma(name: str) -> int:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application, version = pragma("application_id"), pragma("user_version")
    if application != APPLICATION_ID and (application or version or tables):
        raise ConfigurationError(f"{path} is a database of something else: move it away, or give another folder")
    if version > VERSION:
        raise ConfigurationError(
            f"{path} was written by a later version of summarizer (its tables are version {version}, this one knows "
            f"{VERSION}): use that version, or give another folder"
        )


def _quoted(path: Path) -> str:
    """`path` for a `file:` address."""
    from urllib.parse import quote

    return quote(str(path.absolute()).encode(errors="surrogateescape"))


def close(connection: sqlite3.Connection) -> None:
    """Closes a connection; a fault then tells nothing new."""
    with suppress(sqlite3.Error):
        connection.close()
