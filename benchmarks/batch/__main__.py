"""`python -m benchmarks.batch`: what a batch reaches, what it takes, and what is left of it when it is killed."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.batch import kills, memory, peers, stages, throughput

SHORT = ("throughput", "transport", "stages", "limited")
"""What is measured where nothing is said: five minutes."""
LONG = ("peers", "memory", "kills", "resume")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument(
        "--only", choices=[*SHORT, *LONG], action="append", help="may be repeated; all but the long ones"
    )
    parser.add_argument("--latency", type=float, nargs="+", default=[50, 200, 1000], metavar="MS")
    parser.add_argument("--concurrency", type=int, nargs="+", default=[8, 64, 256], metavar="N")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long articles are taken for each figure")
    parser.add_argument("--calls", type=int, default=500, help="calls of `transport`, `stages`, `limited` and `peers`")
    parser.add_argument("--articles", type=int, nargs="+", metavar="N", help="of `memory` and `resume`")
    parser.add_argument("--kills", type=int, default=200, help="of `kills`")
    parser.add_argument("--seed", type=int, default=1, help="of `kills`")
    parser.add_argument("--processes", type=int, default=1, help="of `memory` and `kills`")
    given = parser.parse_args()
    wanted = given.only or SHORT
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if "throughput" in wanted:
            throughput.throughput(folder, given.latency, given.concurrency, given.seconds)
        if "transport" in wanted:
            throughput.transport(folder, given.calls)
        if "stages" in wanted:
            stages.stages(folder, given.calls)
        if "limited" in wanted:
            throughput.limited(folder, given.calls)
        if "peers" in wanted:
            peers.compare(folder, given.calls)
        if "memory" in wanted:
            memory.memory(folder, given.articles or [1_000, 10_000], given.processes)
        if "kills" in wanted:
            kills.kills(folder, given.kills, given.seed, given.processes)
        if "resume" in wanted:
            memory.resume((given.articles or [1_000_000])[0])


if __name__ == "__main__":
    main()
