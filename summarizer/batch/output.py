"""The files that people and other programs read, derived from the store.

    OUT/summaries.jsonl      the documents of all articles that are done, a line each, in the order of their paths
    OUT/failures.jsonl       {"path", "error", "message"} for each article that failed, in the order of their paths
    OUT/summaries/<path of the article>.json      a document each, where they are asked for

Files appear whole or not at all: they are written beside their place and then renamed; where nothing has changed since
they were written, they are left as they are.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterable
from pathlib import Path

from summarizer.batch.documents import Documents
from summarizer.batch.files import Whole, unwritten
from summarizer.batch.folder import shown_name
from summarizer.batch.plan import decoded
from summarizer.batch.store import Store
from summarizer.errors import ConfigurationError
from summarizer.exports.documents import dump_line

SUMMARIES, FAILURES = "summaries.jsonl", "failures.jsonl"
PARQUET_PREFIX, PARQUET_SUFFIX = "part-", ".parquet"
"""What the shards of a run on Ray are called."""
_WRITTEN = "documents"
"""The fact that says whether each article has a file of its own."""


def prepare(out: Path) -> None:
    """Makes the folder `out`. Raises `ConfigurationError` where it cannot be written into."""
    try:
        if out.is_symlink() and not out.exists():
            raise ConfigurationError(f"cannot write {out}: it is a link that leads nowhere; mend or remove it")
        if out.exists() and not out.is_dir():
            raise ConfigurationError(f"cannot write {out}: it is a file; name a folder")
        out.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryFile(dir=out):
                pass
        except OSError as fault:  # which names a file that nobody knows
            raise OSError(fault.errno, fault.strerror) from fault
        for name in (SUMMARIES, FAILURES):
            if (out / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, "a folder is where a file must go", str(out / name))
    except OSError as fault:
        raise ConfigurationError(unwritten(fault, out)) from fault


def refuse_parquet(out: Path) -> None:
    """Raises `ConfigurationError` where `out` holds a run on Ray, which could not be carried on beside a store."""
    if next(out.glob(f"{PARQUET_PREFIX}*{PARQUET_SUFFIX}"), None) is not None:
        raise ConfigurationError(f"{out} holds a run on Ray: go on with --engine ray, or give another folder")


def derive(store: Store, out: Path, documents: bool | None) -> bool:
    """Writes the files anew where the store has changed since, or somebody has changed them.

    `documents`: whether each article has a file of its own; None leaves it as it was. Returns whether they have. Raises
    `ConfigurationError` where the folder cannot be written.
    """
    facts = dict(store.reading.facts())
    had = bool(facts.get(_WRITTEN))
    wanted = had if documents is None else documents
    changes = facts.get("changes", 0)
    try:
        for name, lines in ((SUMMARIES, _summaries), (FAILURES, _failures)):
            path = out / name
            if facts.get(name) == f"{changes} {_state(path)}":
                continue
            with Whole(path, durable=True) as file:
                for block in lines(store):
                    file.write(block)
            store.remember({name: f"{changes} {_state(path)}"})
        if wanted or had or documents is False:
            Documents(store, out, since=int(facts.get("documents_run", 0)) if had else 0).write(wanted=wanted)
            store.remember({_WRITTEN: int(wanted), "documents_run": store.run})
    except OSError as fault:
        if not store.path.exists():
            raise ConfigurationError(
                f"{out} was taken away while the run went on: what it did is lost; run the same command again"
            ) from fault
        raise ConfigurationError(f"{unwritten(fault, out)}; what was done is kept") from fault
    return wanted


def _summaries(store: Store) -> Iterable[bytes]:
    for _, _, text in store.reading.documents():
        yield text
        yield b"\n"


def _failures(store: Store) -> Iterable[bytes]:
    ask = "SELECT path, error, message FROM articles WHERE path > ? AND state = 'failed' ORDER BY path LIMIT ?"
    for path, error, message in store.reading.rows(ask):
        yield dump_line({"path": shown_name(decoded(path)), "error": error, "message": message}).encode() + b"\n"


def _state(path: Path) -> str:
    """By what a file is known to be as it was written."""
    try:
        status = path.stat()
    except OSError:
        return "missing"
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
