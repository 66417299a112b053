"""How long a second run of a shard takes, how long the shards take to be put together, and a run over the whole then.

    python -m benchmarks.shards [--articles 200000] [--shards 4] [--folder DIR]

Makes a folder of small files and a store for each shard, as runs leave them, then runs the commands over them, each in
a process of its own, and removes it all. 200,000 articles take some minutes and 4 GB of disk.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.store import CHUNK, MEASURED, TEXT, make_files
from summarizer.api import Summarizer, summarize
from summarizer.batch.folder import walk
from summarizer.batch.keys import service_of, settings_of
from summarizer.batch.output import prepare
from summarizer.batch.plan import encoded
from summarizer.batch.reading import Entry, Finished
from summarizer.batch.shards import FACT, Shard, number_of
from summarizer.batch.store import Store
from summarizer.exports.documents import document, dump_line


async def fill(folder: Path, outs: list[Path]) -> None:
    """Writes what a run of each shard would have."""
    pipeline = Summarizer("offline").pipeline
    result = summarize(TEXT, model="offline")
    finished = Finished(dump_line(document(result)), result.verification, 0, result.provenance)
    stores = []
    for number, out in enumerate(outs, start=1):
        prepare(out)
        stores.append(Store(out))
        facts = {FACT: str(Shard(len(outs), number))}
        stores[-1].begin(folder, service_of(pipeline.model), settings_of(pipeline, None), facts)
    waiting: list[asyncio.Future[None]] = []
    for relative, status in walk(folder):
        assert status
        digest = hashlib.sha256(encoded(relative))
        signature = (status.st_size, status.st_mtime_ns, status.st_ino)
        entry = Entry(relative, signature, digest.hexdigest(), digest.digest())
        own = number_of((folder / relative).read_bytes(), len(outs))
        for number, store in enumerate(stores, start=1):
            waiting.append(store.finish(entry, finished) if number == own else store.elsewhere(entry, own))
        if len(waiting) >= CHUNK:
            await asyncio.gather(*waiting)
            waiting.clear()
    await asyncio.gather(*waiting)
    for store in stores:
        store.end()
        store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="How long shards take to be run again, and to be put together.")
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--folder", type=Path, help="where to make them; a temporary folder otherwise")
    options = parser.parse_args()
    print(f"{options.articles:,} articles in {options.shards} shards, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        folder, merged = Path(scratch, "articles"), Path(scratch, "merged")
        outs = [Path(scratch, f"shard{number}") for number in range(1, options.shards + 1)]
        make_files(folder, options.articles)
        asyncio.run(fill(folder, outs))
        again = ["batch", str(folder), "--model", "offline", "-q", "-o"]
        for name, command in {
            "a shard again": [*again, str(outs[0]), "--shard", f"1/{options.shards}"],
            "a shard for the third time": [*again, str(outs[0]), "--shard", f"1/{options.shards}"],
            "put together": ["merge", "-q", *map(str, outs), "-o", str(merged)],
            "the whole again": [*again, str(merged)],
        }.items():
            done = subprocess.run(
                [sys.executable, "-c", MEASURED, *command], capture_output=True, text=True, check=True
            )
            print(f"{name}: {done.stdout.strip()}")


if __name__ == "__main__":
    main()
