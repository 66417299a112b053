"""Throughput against the ideal, beside openai's bare client; which transport; a service that grants 50 a second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.batch.service import Service
from benchmarks.batch.ways import (
    FEW,
    Bare,
    BareUntransformed,
    Batch,
    Measured,
    Model,
    Opened,
    default_client,
    measure,
    own_retries,
    recorded_answer,
    several,
)

CLIENTS: Mapping[str, Opened] = {"openai's client": Bare, "prompt, call, parsing": Model}
SEVERAL = "batch, 2 more processes"
BATCHES: Mapping[str, Opened] = {"batch, 1 process": Batch, SEVERAL: several}
TRANSPORTS: Mapping[str, Opened] = {
    "openai's default client, httpx2": default_client,
    "openai's aiohttp client": Bare,
    "the same, request as extra_body": BareUntransformed,
    "summarizer: prompt, call, parsing": Model,
}
LIMITED: Mapping[str, Opened] = {"openai's client, own retries": own_retries, "prompt, call, parsing": Model}

LIMIT = 50.0
"""Requests a second that the limited service grants."""
MOST_RATE = 900
"""More articles a second than any client here manages: so many are laid out."""
FEWEST_ROUNDS = 5
RAMP = 4
"""Rounds before the count: the limiter begins with 32 requests at once and doubles them."""


def throughput(folder: Path, latencies: Sequence[float], concurrencies: Sequence[int], seconds: float) -> None:
    """Prints a table of all latencies (ms) and requests at once."""
    print("articles a second, share of the ideal (requests at once / latency), CPU an article of the client")
    answers = {"short answer": answer_file(folder, FEW), "long answer": answer_file(folder, None)}
    for latency in latencies:
        for concurrency in concurrencies:
            ideal = concurrency / (latency / 1000)
            bare = 0.0
            print(f"\n{latency:.0f} ms, {concurrency} at once: ideal {ideal:,.0f} a second")
            for length, answer in answers.items():
                ways = {**CLIENTS, **BATCHES} if length == "short answer" else {SEVERAL: several}
                for name, way in ways.items():
                    found = _at(answer, way, latency / 1000, concurrency, seconds)
                    bare = bare or found.rate
                    shown = name if name in CLIENTS else f"{name}, {length}"
                    lost = f", {found.lost} lost" if found.lost else ""
                    print(
                        f"  {shown:40} {found.rate:8.1f}/s {found.rate / ideal:7.1%} of the ideal "
                        f"{found.rate / bare:7.1%} of openai's client {found.cpu_ms:7.2f} ms{lost}",
                        flush=True,
                    )


def _at(answer: Path, way: Opened, latency: float, concurrency: int, seconds: float) -> Measured:
    rounds = max(FEWEST_ROUNDS, round(seconds / latency))
    count = max(concurrency, min(concurrency * rounds, int(MOST_RATE * seconds) // concurrency * concurrency))
    warm = min(concurrency * RAMP, int(MOST_RATE * seconds / 2)) if concurrency > 32 else concurrency
    with Service(answer, latency=latency) as service:
        return measure(way, service.base_url, concurrency, count, warm=warm, seconds=max(seconds, 2 * latency))


def transport(folder: Path, calls: int) -> None:
    """Prints the CPU of a call by transport, and what is reached where the processor is the limit."""
    print(f"\n{calls} calls at the ceiling, 64 at once, 20 ms, best of three")
    answer = answer_file(folder, FEW)
    best: dict[str, Measured] = {}
    with Service(answer, latency=0.02) as service:
        for _ in range(3):
            for name, way in TRANSPORTS.items():
                found = measure(way, service.base_url, 64, calls, warm=200)
                if name not in best or found.cpu_ms < best[name].cpu_ms:
                    best[name] = found
    for name, found in best.items():
        print(f"  {name:40} {found.overall:8.1f}/s {found.cpu_ms:7.2f} ms CPU a call", flush=True)


def limited(folder: Path, calls: int) -> None:
    """Prints what a service that grants less than is asked for refused, lost and wasted."""
    print(f"\n{calls} articles, 64 at once, a service of 200 ms that grants {LIMIT:.0f} a second:")
    print(f"  {'':28} {'says its limit':>14} {'lost':>6} {'wasted':>8} {'articles/s':>10}")
    answer = answer_file(folder, FEW)
    for speaks in (True, False):
        for name, way in LIMITED.items():
            with Service(answer, latency=0.2, rate=LIMIT, headers=speaks) as service:
                found = measure(way, service.base_url, 64, calls)
                counts = service.counts()
            wasted = counts["limited"] / (counts["limited"] + counts["answered"])
            print(
                f"  {name:28} {'yes' if speaks else 'no':>14} {found.lost:>6} {wasted:>8.1%} {found.overall:>10.1f}",
                flush=True,
            )


def answer_file(folder: Path, few: int | None) -> Path:
    """The recorded answer as a file, whole or with few records."""
    path = folder / f"answer-{few}.json"
    if not path.exists():
        path.write_bytes(recorded_answer(few))
    return path
