"""The stores of several shards put together into one, as one run over the whole folder would have left it."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

from summarizer.batch.copying import Copying
from summarizer.batch.database import NAME, faults_told, new_store, open_store
from summarizer.batch.files import sweep
from summarizer.batch.lock import Lock, held_still
from summarizer.batch.output import derive, prepare
from summarizer.batch.provider.tables import open_batches, open_words
from summarizer.batch.reading import Reading
from summarizer.batch.shards import FACT, Shard
from summarizer.batch.store import Store
from summarizer.batch.totals import Totals, totals
from summarizer.errors import ConfigurationError

MERGED, MERGED_SHARDS = "merged", "merged_shards"
"""Facts of a store that was put together: the number of its last run then, and the shards that are in it."""
_NAMED = 5
"""Shards that a message names."""


@dataclass(frozen=True)
class Merged:
    """What came of it."""

    totals: Totals
    missing: tuple[Shard, ...]
    """Shards that were not given."""
    undone: int
    """Files that a shard has seen and none has done, since it was broken off or never begun."""
    documents: bool
    """Whether each article has a file of its own."""


@dataclass(frozen=True)
class _Source:
    """A store that is to be put together with others."""

    out: Path
    shards: frozenset[Shard]
    """Those that it holds; none for a run over a whole folder."""
    settings: bytes
    asked: tuple[str, str]
    """The folder and the model of its last run."""
    documents: bool


def merge(outs: Sequence[Path], out: Path, *, partial: bool = False) -> Merged:
    """Puts the stores of the folders `outs` together in the folder `out`, and writes its files.

    The store is made anew from theirs and takes its place whole, so that doing it again changes nothing. Memory does
    not grow with the number of articles. Where shards are missing it is done only if `partial`.

    Raises `ConfigurationError` where the stores do not belong together: other settings, another division into shards,
    a shard that is missing, one article with two results; where one is being written; and where `out` holds a run of
    its own.
    """
    if len({folder.resolve() for folder in outs}) < len(outs):
        raise ConfigurationError("a folder is named twice: name each shard's once")
    if out.resolve() in {folder.resolve() for folder in outs}:
        raise ConfigurationError(f"{out} is read and cannot be written as well: give a folder of its own")
    with ExitStack() as opened:
        for folder in outs:
            opened.callback(held_still(folder))
        sources = [_look(folder) for folder in outs]
        _check_settings(sources)
        missing = _missing(sources)
        if missing and not partial:
            raise ConfigurationError(
                f"{_named(missing)} missing: name {'its folder' if len(missing) == 1 else 'their folders'} too, or say "
                "--partial to put together what is there"
            )
        prepare(out)
        opened.callback(Lock(out).release)
        sweep(out)
        _check_place(out)
        undone = _build(sources, out)
        store = Store(out)
        opened.callback(store.close)
        store.run = store.reading.read("SELECT max(id) FROM runs")[0][0]
        documents = derive(store, out, True if any(source.documents for source in sources) else None)
        return Merged(totals(store.reading), missing, undone, documents)


def _look(out: Path) -> _Source:
    reading = Reading(out / NAME)
    try:
        runs = reading.read("SELECT folder, model, settings FROM runs ORDER BY id DESC LIMIT 1")
        facts = reading.facts()
        waiting = open_words(open_batches(reading))
    finally:
        reading.close()
    if waiting:
        raise ConfigurationError(
            f"{out} has {waiting} at the service: collect them with --provider-batch, or give them up with "
            "`summarizer batches OUT --cancel`, and put the shards together then"
        )
    if not runs:
        raise ConfigurationError(f"{out} holds a store without a run: run its shard first")
    folder, model, settings = runs[0]
    written = [facts[FACT]] if FACT in facts else str(facts.get(MERGED_SHARDS, "")).split()
    shards = frozenset(map(Shard.parse, written))
    return _Source(out, shards, settings, (folder, model), bool(facts.get("documents")))


def _check_settings(sources: Sequence[_Source]) -> None:
    first = sources[0]
    for other in sources[1:]:
        if other.settings == first.settings:
            continue
        told = [
            f"{label} {was} in {first.out} and {now} in {other.out}"
            for label, was, now in zip(("the folder is called", "the model is"), first.asked, other.asked, strict=True)
            if was != now
        ]
        why = "; ".join(told) or "the prompts, policy, schema or another option differ, or the version of this program"
        raise ConfigurationError(
            f"{first.out} and {other.out} were made with other settings: {why}. Run one of them again as the other"
        )


def _missing(sources: Sequence[_Source]) -> tuple[Shard, ...]:
    """The shards that none of the sources holds. Raises `ConfigurationError` where they are not of one division."""
    for source in sources:
        if bool(source.shards) != bool(sources[0].shards):
            whole, part = (source, sources[0]) if sources[0].shards else (sources[0], source)
            raise ConfigurationError(f"{whole.out} is a run over a whole folder, {part.out} one over a shard")
    there = frozenset(shard for source in sources for shard in source.shards)
    divisions = {shard.of: source.out for source in sources for shard in source.shards}
    if len(divisions) > 1:
        (one, of), (other, others) = list(divisions.items())[:2]
        raise ConfigurationError(f"{of} is a shard of {one}, and {others} one of {other}: they are no whole")
    return tuple(shard for of in divisions for number in range(1, of + 1) if (shard := Shard(of, number)) not in there)


def _named(missing: Sequence[Shard]) -> str:
    shown = [str(shard) for shard in missing[:_NAMED]]
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return (
        f"{'shard' if len(missing) == 1 else 'shards'} {', '.join(shown)}{more} {'is' if len(missing) == 1 else 'are'}"
    )


def _check_place(out: Path) -> None:
    """Makes sure that a store in `out` may be replaced: it was put together, and nothing has been added since."""
    path = out / NAME
    if not path.exists():
        return
    reading = Reading(path)
    try:
        [(last,)] = reading.read("SELECT max(id) FROM runs")
        merged = reading.facts().get(MERGED)
    finally:
        reading.close()
    if last is not None and last != merged:
        raise ConfigurationError(
            f"{out} holds a run of its own, which would be lost: put the shards together in another folder"
        )


def _make_room(path: Path) -> None:
    """Folds the log of an old store in and takes it away: it must not be found beside a new one."""
    if path.exists():
        with closing(open_store(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")


def _build(sources: Sequence[_Source], out: Path) -> int:
    """Makes the store of `out`; returns how many files no shard has done."""
    temporary = out / f".{secrets.token_hex(8)}.part"
    try:
        with faults_told(out / NAME):
            with closing(new_store(temporary)) as connection:
                copying = Copying(connection)
                for source in sources:
                    copying.add(source.out)
                undone = copying.undone()
                shards = sorted(shard for source in sources for shard in source.shards)
                _note(connection, shards)
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            _make_room(out / NAME)
            temporary.replace(out / NAME)
    except OSError as fault:
        raise ConfigurationError(f"cannot write into {out}: {fault.strerror}") from fault
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return undone


def _note(connection: sqlite3.Connection, shards: Sequence[Shard]) -> None:
    [(last,)] = connection.execute("SELECT max(id) FROM runs")
    [(changes,)] = connection.execute("SELECT count(*) FROM articles")
    facts = {MERGED: last, "changes": changes, MERGED_SHARDS: " ".join(map(str, dict.fromkeys(shards)))}
    connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
