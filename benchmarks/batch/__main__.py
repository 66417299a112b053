"""`python -m benchmarks.batch`: throughput against the ideal, CPU an article, and a service that grants 50 a second."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.batch.service import Service
from benchmarks.batch.work import Measured, Way, articles, bare, measure, model_alone, ours, recorded_answer

WAYS: Mapping[str, Way] = {
    "openai, default client": bare("httpx"),
    "openai, aiohttp client": bare("aiohttp"),
    "summarizer, the model alone": model_alone,
    "summarizer, verified": ours,
}
LIMITED: Mapping[str, Way] = {
    "openai, own retries": bare("aiohttp", retries=2),
    "summarizer, the model alone": model_alone,
}
RATE = 50.0
"""Requests a second that the limited service grants."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--latency", type=float, nargs="+", default=[50, 200, 1000], metavar="MS")
    parser.add_argument("--concurrency", type=int, nargs="+", default=[8, 64, 256], metavar="N")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long articles are taken for each figure")
    parser.add_argument("--calls", type=int, default=1500, help="articles of the limited service")
    parser.add_argument("--only", choices=["throughput", "limited"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        answer.write_bytes(recorded_answer())
        with Service(answer, latency=0.0) as service:
            for way in WAYS.values():  # everything is imported and compiled before the first figure
                measure(way, service.base_url, articles(16, 60), 4)
        if given.only != "limited":
            throughput(answer, given.latency, given.concurrency, given.seconds)
        if given.only != "throughput":
            limited(answer, given.calls)


def throughput(answer: Path, latencies: list[float], concurrencies: list[int], seconds: float) -> None:
    print(f"{'latency':>8} {'at once':>8}  {'':28} {'articles/s':>10} {'of the ideal':>12} {'CPU an article':>15}")
    for latency in latencies:
        for concurrency in concurrencies:
            ideal = concurrency / (latency / 1000)
            for name, way in WAYS.items():
                with Service(answer, latency=latency / 1000) as service:
                    found = measure(way, service.base_url, articles(None, seconds), concurrency)
                print(
                    f"{latency:>5.0f} ms {concurrency:>8}  {name:28} {found.rate:>10.1f} {found.rate / ideal:>12.1%} "
                    f"{found.cpu_ms:>12.2f} ms",
                    flush=True,
                )


def limited(answer: Path, calls: int) -> None:
    print(f"\n{calls} articles, 64 at once, a service of 200 ms that grants {RATE:.0f} a second:")
    print(f"{'':28} {'says its limit':>14} {'lost':>6} {'wasted':>8} {'articles/s':>10}")
    for speaks in (True, False):
        for name, way in LIMITED.items():
            with Service(answer, latency=0.2, rate=RATE, headers=speaks) as service:
                found: Measured = measure(way, service.base_url, articles(calls, 3600), 64)
                counts = service.counts()
            wasted = counts["limited"] / (counts["limited"] + counts["answered"])
            print(
                f"{name:28} {'yes' if speaks else 'no':>14} {found.lost:>6} {wasted:>8.1%} {found.rate:>10.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
