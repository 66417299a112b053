"""How much memory a batch takes after few and after many articles, and how long a second run over a million takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.batch.service import Service
from benchmarks.batch.throughput import answer_file
from benchmarks.batch.ways import KEY, texts
from benchmarks.store import second_runs

MEASURED = """
import json, resource, sys, time
from summarizer.cli import app
began = time.time()
try:
    app(sys.argv[1:])
except SystemExit as ended:
    first, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = sum(used.ru_utime + used.ru_stime for used in (first, others))
    print(json.dumps([ended.code, time.time() - began, cpu, first.ru_maxrss // 1024, others.ru_maxrss // 1024]))
"""
CHUNK = 10_000
"""Articles that are written at once."""


def memory(folder: Path, counts: Sequence[int], processes: int) -> None:
    """Prints, for each count, the peak of the resident memory of `summarizer batch` over so many articles."""
    print("\nmemory of `summarizer batch`, 64 at once, a service without latency, answers of one record")
    with Service(answer_file(folder, 0), latency=0.0) as service:
        for count in counts:
            with tempfile.TemporaryDirectory(dir=folder) as scratch:
                articles = Path(scratch, "articles")
                articles.mkdir()
                for first in range(0, count, CHUNK):
                    for number, text in enumerate(texts(first, min(CHUNK, count - first)), start=first):
                        (articles / f"{number:07}.txt").write_text(text, encoding="utf-8")
                options = ["-o", str(Path(scratch, "out")), "--model", "x", "--base-url", service.base_url, "-q"]
                options += ["-j", "64", "--repair", "0", "--processes", str(processes)]
                run = subprocess.run(
                    [sys.executable, "-c", MEASURED, "batch", str(articles), *options],
                    env={**os.environ, "OPENAI_API_KEY": KEY},
                    capture_output=True,
                    text=True,
                    check=True,
                )
                code, seconds, cpu, first, others = json.loads(run.stdout)
                assert code in (0, 1), run.stderr
                more = f", {others} MB the largest of the others" if processes > 1 else ""
                print(
                    f"  {count:>8,} articles: {first} MB{more}; {seconds:.0f} s, {1000 * cpu / count:.1f} ms CPU each",
                    flush=True,
                )


def resume(articles: int) -> None:
    """Prints how long a second run over so many finished articles takes."""
    print()
    second_runs(articles)
