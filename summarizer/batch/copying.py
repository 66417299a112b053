"""Stores copied one after the other into a new one: what is in several of them is taken once."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from summarizer.batch.database import NAME, address_to_read
from summarizer.batch.plan import decoded
from summarizer.errors import ConfigurationError

_RUN = ("started", "host", "pid", "folder", "model", "settings")
"""By these a run is the same in two stores."""
_FRESH = "run IN (SELECT old FROM run_of WHERE fresh)"
_NEW_RUN = {"run": "(SELECT new FROM run_of WHERE old = run)"}


class Copying:
    """Fills the new store behind `connection`, which nobody else uses."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._from: dict[int, Path] = {}
        """By the number of a run: the folder that it comes from."""
        connection.executescript(
            "CREATE TEMP TABLE run_of (old INTEGER PRIMARY KEY, new INTEGER, fresh INTEGER);"
            "CREATE TEMP TABLE twice (path BLOB PRIMARY KEY) WITHOUT ROWID;"
            "CREATE TEMP TABLE seen (path BLOB PRIMARY KEY) WITHOUT ROWID;"
        )

    def add(self, out: Path) -> None:
        """Copies the store of `out`. Raises `ConfigurationError` where an article has another result there."""
        ask = self._connection.execute
        ask("ATTACH ? AS source", (address_to_read(out / NAME),))
        try:
            ask("BEGIN")
            ask("DELETE FROM run_of")
            ask("DELETE FROM twice")
            self._runs(out)
            self._twice(out)
            [(behind,)] = ask("SELECT coalesce(max(id), 0) FROM main.texts")
            self._articles(behind)
            self._answers(behind)
            self._exchanges(behind)
            if self._columns("source", "batches"):
                # None is at a service any more; what has been answered is in the store.
                self._copy("batches", _NEW_RUN, f"state IN ('collected', 'done') AND {_FRESH} ORDER BY id", but="id")
            if self._columns("source", "elsewhere"):
                ask("INSERT OR IGNORE INTO seen SELECT path FROM source.elsewhere")
            ask("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                ask("ROLLBACK")
            raise
        finally:
            ask("DETACH source")

    def undone(self) -> int:
        """Files that a shard knows to be another's, and that no store has a result or a failure for."""
        ask = "SELECT count(*) FROM seen WHERE path NOT IN (SELECT path FROM main.articles)"
        return int(self._connection.execute(ask).fetchone()[0])

    def _runs(self, out: Path) -> None:
        ask = self._connection.execute
        names = [name for name in self._shared("runs") if name != "id"]
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        same = " AND ".join(f"{name} IS ?" for name in _RUN)
        for old, *values in ask(f"SELECT id, {columns} FROM source.runs ORDER BY id").fetchall():  # noqa: S608
            told = dict(zip(names, values, strict=True))
            found = ask(f"SELECT id FROM main.runs WHERE {same}", [told[name] for name in _RUN]).fetchone()  # noqa: S608
            if found is None:
                new = ask(f"INSERT INTO main.runs ({columns}) VALUES ({marks})", values).lastrowid or 0  # noqa: S608
                self._from[new] = out
            else:
                new = found[0]
            ask("INSERT INTO run_of VALUES (?, ?, ?)", (old, new, found is None))

    def _twice(self, out: Path) -> None:
        """Notes which articles are there already, and makes sure that they are the same."""
        ask = self._connection.execute
        both = (
            "SELECT a.path, a.key, a.sha256, a.state, a.document, a.run, b.key, b.sha256, b.state, b.document "
            "FROM source.articles b CROSS JOIN main.articles a ON a.path = b.path ORDER BY a.path"
        )
        better: list[bytes] = []
        # What is open still would keep the store from being let go, and that fault hide the one that is told here.
        with closing(ask(both)) as rows:
            for path, key, sha256, state, document, run, other_key, other_sha256, other_state, other_document in rows:
                if (key, sha256) != (other_key, other_sha256) or (
                    state == other_state == "done"
                    and self._text("main", document) != self._text("source", other_document)
                ):
                    raise ConfigurationError(
                        f"{decoded(path)} has one result in {self._from.get(run, 'one store')} and another in {out}: "
                        "it was changed between the runs, or its name stands for two articles; run the older one again"
                    )
                if state == "failed" and other_state == "done":
                    better.append(path)
                else:
                    ask("INSERT INTO twice VALUES (?)", (path,))
        for path in better:
            ask("DELETE FROM main.articles WHERE path = ?", (path,))

    def _articles(self, behind: int) -> None:
        changed = {"document": f"document + {behind}", **_NEW_RUN}
        self._copy("articles", changed, "path NOT IN (SELECT path FROM twice) ORDER BY path")
        self._connection.execute(
            "INSERT INTO main.texts SELECT t.id + ?, t.zlib FROM source.articles a "
            "CROSS JOIN source.texts t ON t.id = a.document WHERE a.path NOT IN (SELECT path FROM twice)",
            (behind,),
        )

    def _answers(self, behind: int) -> None:
        """Copies what came back in runs that were not there: those of others are complete, since they are over."""
        self._copy("answers", {**_NEW_RUN, "text": f"text + {behind}"}, f"{_FRESH} ORDER BY id", but="id")
        self._connection.execute(
            "INSERT INTO main.texts SELECT t.id + ?, t.zlib FROM source.answers a "  # noqa: S608 (our own names)
            f"CROSS JOIN source.texts t ON t.id = a.text WHERE {_FRESH}",
            (behind,),
        )
        self._copy("flights", _NEW_RUN, _FRESH)

    def _exchanges(self, behind: int) -> None:
        if not self._columns("source", "exchanges"):
            return
        # Their provider batches have other numbers here, and none of them waits for an answer.
        changed = {
            **_NEW_RUN,
            "request": f"request + {behind}",
            "answer": f"answer + {behind}",
            "batch": "NULL",
            "line": "NULL",
        }
        self._copy("exchanges", changed, f"{_FRESH} ORDER BY id", but="id")
        for text in ("request", "answer"):
            self._connection.execute(
                "INSERT OR IGNORE INTO main.texts SELECT t.id + ?, t.zlib FROM source.exchanges e "  # noqa: S608
                f"CROSS JOIN source.texts t ON t.id = e.{text} WHERE {_FRESH}",
                (behind,),
            )

    def _copy(self, table: str, changed: Mapping[str, str], where: str, but: str = "") -> None:
        names = [name for name in self._shared(table) if name != but]
        values = ", ".join(changed.get(name, name) for name in names)
        self._connection.execute(
            f"INSERT INTO main.{table} ({', '.join(names)}) SELECT {values} FROM source.{table} WHERE {where}"  # noqa: S608
        )

    def _shared(self, table: str) -> list[str]:
        """The columns that both stores have: they may be of different versions."""
        theirs = self._columns("source", table)
        return [name for name in self._columns("main", table) if name in theirs]

    def _columns(self, store: str, table: str) -> list[str]:
        return [row[1] for row in self._connection.execute(f"PRAGMA {store}.table_info({table})")]

    def _text(self, store: str, number: int) -> bytes:
        ask = f"SELECT zlib FROM {store}.texts WHERE id = ?"  # noqa: S608
        return zlib.decompress(self._connection.execute(ask, (number,)).fetchone()[0])
