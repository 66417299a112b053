"""Servers of others, started where `make servers` has installed them; the tests are skipped where it has not."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.readers import read_article
from summarizer.schema import NEWS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
INSTALLED = ROOT / ".servers"
PYTHON = INSTALLED / "venv" / "bin" / "python"
AIMOCK = INSTALLED / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"
START_SECONDS = 60.0

COMPANIES = ("Orrin Foods", "Tessel Air", "Dorrin Works", "Halden Rail", "Pell Mills", "Velm Energy", "Ostrava Rail")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example articles and 32 small ones."""
    folder = tmp_path_factory.mktemp("many") / "articles"
    folder.mkdir()
    for path in (ROOT / "examples" / "articles").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for at in range(32):
        buyer, target = COMPANIES[at % 7], COMPANIES[(at + 1 + at // 7) % 7]
        (folder / f"small{at:02}.txt").write_text(
            f"{buyer} agreed to buy {target} for ${at + 20} million, the companies said on Monday. “We are glad,” said "
            f"Mara Linde, the chief executive of {buyer}. Shares of {target} rose {at + 2}%.\n",
            "utf-8",
        )
    return folder


def free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def asked(address: str, method: str = "GET", body: Any = None) -> Any:
    """What the server at an address on this machine says."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"content-type": "application/json"}, method=method)  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        return json.loads(answer.read() or b"null")


def serving(command: list[str], port: int, log: Path) -> Iterator[str]:
    """The address of the server that a command starts, when it answers; ends it afterwards."""
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=file) as process:
        try:
            until = time.monotonic() + START_SECONDS
            while True:
                try:
                    asked(f"{address}/health")
                    break
                except OSError:
                    if process.poll() is not None or time.monotonic() > until:
                        raise AssertionError(f"the server did not start: {log.read_text()[-2000:]}") from None
                    time.sleep(0.05)
            yield address
        finally:
            process.kill()


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of llama.cpp's server over a model that writes nonsense."""
    yield from serving_llama(tmp_path_factory.mktemp("llama"))


@pytest.fixture(scope="module")
def nasty_llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same over a model that also writes control characters and broken UTF-8."""
    yield from serving_llama(tmp_path_factory.mktemp("nasty"), "--nasty")


def serving_llama(place: Path, *options: str) -> Iterator[str]:
    if not PYTHON.exists():
        pytest.skip("llama.cpp's server is not installed: `make servers` installs it and runs these tests")
    model, port = str(place / "model.gguf"), free_port()
    subprocess.run([PYTHON, HERE / "random_gguf.py", model, *options], check=True, capture_output=True)
    yield from serving([str(PYTHON), str(HERE / "llama_server.py"), model, str(port)], port, place / "log")


@pytest.fixture(scope="module")
def first_sentences(articles: Path) -> dict[str, str]:
    """The first sentence of each article, by its name."""
    return {path.name: read_article(path).sentences[0].text for path in articles.iterdir()}


@pytest.fixture
def aimock(first_sentences: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The address of aimock, which answers each article with its first sentence."""
    if not AIMOCK.exists():
        pytest.skip("aimock is not installed: `make servers` installs it, where there is npm, and runs these tests")
    lists: dict[str, list[object]] = {name: [] for name in NEWS.wire.model_fields if name != "headline"}
    fixtures = [
        {
            "match": {"userMessage": f"[1] {first}\n"},
            "response": {"content": json.dumps({"headline": {"text": first, "evidence": [1]}, **lists})},
        }
        for first in first_sentences.values()
    ]
    (tmp_path / "fixtures.json").write_text(json.dumps({"fixtures": fixtures}), "utf-8")
    port = free_port()
    command = ["node", str(AIMOCK), "-p", str(port), "-f", str(tmp_path / "fixtures.json")]
    yield from serving(command, port, tmp_path / "log")


@pytest.fixture
def chaos(aimock: str) -> Callable[..., None]:
    """Has aimock answer with faults: `chaos(dropRate=0.1)`; with none where nothing is said."""

    def make(**rates: float) -> None:
        asked(f"{aimock}/__aimock/chaos", "POST" if rates else "DELETE", rates or None)

    return make


@pytest.fixture
def statuses(aimock: str) -> Callable[[], list[int]]:
    """The status of each answer that aimock gave, 0 where it cut the connection."""

    def read() -> list[int]:
        return [entry["response"]["status"] for entry in asked(f"{aimock}/__aimock/journal?limit=1000")]

    return read


@pytest.fixture
def paths(aimock: str) -> Callable[[], set[str]]:
    """The paths that aimock was asked at, without what stands behind a question mark."""

    def read() -> set[str]:
        return {entry["path"].partition("?")[0] for entry in asked(f"{aimock}/__aimock/journal?limit=1000")}

    return read
