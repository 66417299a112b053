"""A loopback service that speaks chat completions: one recorded answer, after a set latency, within a set limit.

Runs in a process of its own (`Service` starts and ends it), so that its time is not the client's. It is a bare
`asyncio.Protocol` that parses no JSON: about 30 µs a request, so that the client is what is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import re
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent.parent
WINDOW = 1.0
"""Seconds over which a limit of `rate` requests a second is counted, in a bucket that refills steadily."""

NUMBER = re.compile(rb"Reference ([0-9]{7})")


class Service:
    """The service, for the length of a `with`.

    latency   seconds before each answer
    rate      requests a second that are granted, the others get a 429; 0: all
    headers   whether answers say the limit by `x-ratelimit-*` headers, and a 429 by `retry-after-ms`
    names     whether it counts how often it was asked about each article, by the number in its text
    """

    def __init__(
        self, answer: Path, *, latency: float, rate: float = 0.0, headers: bool = True, names: bool = False
    ) -> None:
        self._command = [sys.executable, "-m", "benchmarks.batch.service", str(answer), str(latency), str(rate)]
        if headers:
            self._command.append("--headers")
        if names:
            self._command.append("--names")

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.base_url = f"http://127.0.0.1:{int(self._process.stdout.readline())}/v1"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate()

    def counts(self) -> dict[str, int]:
        """Requests that were `answered` and `limited` so far, and the most that were in flight at once (`peak`)."""
        return self._read("counts")

    def asked(self) -> dict[str, int]:
        """How often it was asked about each article so far, by the number in the article's text."""
        return self._read("asked")

    def _read(self, what: str) -> dict[str, int]:
        with urllib.request.urlopen(f"{self.base_url}/{what}", timeout=10) as reply:
            found: dict[str, int] = json.load(reply)
        return found


class _Connection(asyncio.Protocol):
    def __init__(self, state: _State) -> None:
        self.state = state
        self.buffer = bytearray()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = bytes(self.buffer[:end]).lower()
            length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
            if len(self.buffer) < end + 4 + length:
                return
            body = bytes(self.buffer[end + 4 : end + 4 + length])
            del self.buffer[: end + 4 + length]
            if head.startswith(b"get"):
                found = self.state.asked if head.split()[1].endswith(b"/asked") else self.state.counts
                self.write(_reply(200, json.dumps(found).encode()))
            else:
                self.state.ask(self.write, body)

    def write(self, reply: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(reply)


class _State:
    def __init__(self, answer: bytes, latency: float, rate: float, headers: bool, names: bool) -> None:
        self.names = names
        self.asked: Counter[str] = Counter()
        self.answer, self.latency, self.rate, self.headers = answer, latency, rate, headers
        self.plain = _reply(200, answer)
        self.granted = self.full = max(1.0, rate * WINDOW)
        self.filled = time.monotonic()
        self.busy = 0
        self.counts = {"answered": 0, "limited": 0, "peak": 0}

    def ask(self, write: Any, body: bytes) -> None:
        if self.names:
            self.asked.update(number.decode() for number in NUMBER.findall(body)[-1:])
        loop = asyncio.get_running_loop()
        reply = self.plain
        if self.rate:
            now = time.monotonic()
            self.granted = min(self.full, self.granted + (now - self.filled) * self.rate)
            self.filled = now
            if self.granted < 1:
                self.counts["limited"] += 1
                wait = math.ceil((1 - self.granted) / self.rate * 1000)
                asked = [f"retry-after-ms: {wait}"] if self.headers else []
                write(_reply(429, b'{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}', asked))
                return
            self.granted -= 1
            if self.headers:
                reset = (self.full - self.granted) / self.rate
                reply = _reply(
                    200,
                    self.answer,
                    [
                        f"x-ratelimit-limit-requests: {self.full:.0f}",
                        f"x-ratelimit-remaining-requests: {self.granted:.0f}",
                        f"x-ratelimit-reset-requests: {reset * 1000:.0f}ms",
                    ],
                )
        self.busy += 1
        self.counts["peak"] = max(self.counts["peak"], self.busy)
        loop.call_later(self.latency, self.done, write, reply)

    def done(self, write: Any, reply: bytes) -> None:
        self.busy -= 1
        self.counts["answered"] += 1
        write(reply)


def _reply(status: int, body: bytes, headers: list[str] | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status} X", "content-type: application/json", f"content-length: {len(body)}", *(headers or [])]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def _serve(state: _State) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(state), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("answer", type=Path)
    parser.add_argument("latency", type=float)
    parser.add_argument("rate", type=float)
    parser.add_argument("--headers", action="store_true")
    parser.add_argument("--names", action="store_true")
    given = parser.parse_args()
    asyncio.run(_serve(_State(given.answer.read_bytes(), given.latency, given.rate, given.headers, given.names)))
