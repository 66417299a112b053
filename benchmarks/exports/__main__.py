"""Seconds, CPU seconds and peak memory of `summarizer export`, by format and number of results.

    python -m benchmarks.exports [--only FORMAT …] [--counts 1000 10000 100000] [--folder FOLDER]

Each export runs in a process of its own. `--folder` keeps the runs that are exported, and takes those that are there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.exports.summaries import count_of, make_run
from summarizer.exports.formats import FORMATS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(FORMATS), default=list(FORMATS))
    parser.add_argument("--counts", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        print(f"{'format':14}{'results':>9}{'seconds':>9}{'CPU':>8}{'peak MB':>9}{'written MB':>12}")
        for count in options.counts:
            out = folder / str(count)
            if not out.is_dir() or count_of(out) != count:
                shutil.rmtree(out, ignore_errors=True)  # begun and broken off
                make_run(out, count)
            for name in options.only:
                seconds, cpu, peak, written = measure(out, name, folder / "exported")
                print(f"{name:14}{count:>9,}{seconds:>9.1f}{cpu:>8.1f}{peak:>9,.0f}{written:>12,.0f}", flush=True)


def measure(out: Path, name: str, place: Path) -> tuple[float, float, float, float]:
    """Seconds, CPU seconds, peak resident megabytes and megabytes written of one export."""
    command = [sys.executable, "-m", "summarizer", "export", str(out), "--to", name, "-o", str(place), "--quiet"]
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name}: exit code {process.returncode}")
    files = list(place.iterdir()) if place.is_dir() else [place]
    written = sum(path.stat().st_size for path in files) / 1e6
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e3, written


if __name__ == "__main__":
    main()
