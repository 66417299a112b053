"""How long a second run takes over articles that are all done.

    python -m benchmarks.store [--articles 1000000] [--folder DIR]

Makes a folder of small files and a store that holds a row and a document for each, as a run leaves it, then runs
`summarizer batch` over them, twice, in processes of their own, and removes it all. A million articles take some minutes
and 10 GB of disk.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from summarizer.api import Summarizer, summarize
from summarizer.batch.folder import walk
from summarizer.batch.keys import service_of, settings_of
from summarizer.batch.output import derive, prepare
from summarizer.batch.plan import encoded
from summarizer.batch.reading import Entry, Finished
from summarizer.batch.store import Store
from summarizer.exports.documents import document, dump_line

TEXT = (
    "Ostrava Rail ordered 12 trains from Dorrin Works for $40 million. “They run,” said Mira Okonjo, who runs Ostrava."
)
CHUNK = 5000
MEASURED = """
import resource, sys, time
from summarizer.cli import app
began = time.time()
try:
    app(sys.argv[1:])
except SystemExit:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{time.time() - began:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of CPU, {used.ru_maxrss // 1024} MB")
"""


def make_files(folder: Path, articles: int) -> None:
    folder.mkdir()
    for number in range(articles):
        (folder / f"{number * 7919 % articles:07}.txt").write_text(f"Ostrava Rail ordered {number} trains.")


async def fill(folder: Path, out: Path) -> None:
    """Writes what a run would have: through the store's own writer, many articles at a time."""
    pipeline = Summarizer("offline").pipeline
    result = summarize(TEXT, model="offline")
    finished = Finished(dump_line(document(result)), result.verification, 0, result.provenance)
    prepare(out)
    store = Store(out)
    store.begin(folder, service_of(pipeline.model), settings_of(pipeline, None))
    waiting = []
    for relative, status in walk(folder):
        digest = hashlib.sha256(encoded(relative))
        assert status
        signature = (status.st_size, status.st_mtime_ns, status.st_ino)
        waiting.append(store.finish(Entry(relative, signature, digest.hexdigest(), digest.digest()), finished))
        if len(waiting) >= CHUNK:
            await asyncio.gather(*waiting)
            waiting.clear()
    await asyncio.gather(*waiting)
    began = time.time()
    derive(store, out, None)
    size = (out / "summaries.jsonl").stat().st_size
    print(f"derived files: {time.time() - began:.1f} s for {size / 1e9:.1f} GB")
    store.end()
    store.close()


def second_runs(articles: int, where: Path | None = None) -> None:
    """Prints how long a second run, and a third, take over so many finished articles, made in the folder `where`."""
    print(f"{articles:,} articles, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory(dir=where) as scratch:
        folder, out = Path(scratch, "articles"), Path(scratch, "out")
        make_files(folder, articles)
        asyncio.run(fill(folder, out))
        for _ in range(2):
            command = [sys.executable, "-c", MEASURED, "batch", str(folder), "-o", str(out), "--model", "offline", "-q"]
            run = subprocess.run(command, capture_output=True, text=True, check=True)
            print("second run:", run.stdout.strip(), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a second run takes over articles that are all done.")
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to make them; a temporary folder otherwise")
    options = parser.parse_args()
    second_runs(options.articles, options.folder)


if __name__ == "__main__":
    main()
