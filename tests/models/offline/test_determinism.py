"""The rules write the same records of the same articles, however Python happens to order its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
READ_ALL = """
import sys
from pathlib import Path
from summarizer import summarize
for path in sorted(Path("benchmarks/data/offline/seen").glob("*.txt")):
    sys.stdout.write(summarize(path, model="offline").model_dump_json() + "\\n")
"""


def read_all(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_order_of_sets_changes_no_record() -> None:
    first = read_all("0")
    assert len(first.splitlines()) == 12
    assert all(read_all(seed) == first for seed in ("1", "77"))
