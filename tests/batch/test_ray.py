"""`summarizer batch --engine ray` on a cluster of this machine, with workers and drivers that are killed.

Run them with `python -m pytest -m ray` where the extra `ray` is installed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

MakeFolder = Callable[..., Path]
Go = Callable[..., Any]

pytestmark = [
    pytest.mark.block_network(allowed_hosts=["127.0.0.1"]),
    pytest.mark.ray,
    pytest.mark.skipif(find_spec("ray") is None, reason="Ray comes with the extra `ray`: pip install '.[ray]'"),
]

ACTORS, BLOCK, CONCURRENCY = 2, 5, 4


class Driver:
    """A command of ours in a process of its own, with all that it starts."""

    def __init__(self, *arguments: object, **environment: str) -> None:
        own = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "summarizer", "batch", *map(str, arguments), "--engine", "ray"],
            stderr=subprocess.PIPE,
            text=True,
            env={**own, "OPENAI_API_KEY": "none", "NO_COLOR": "1", **environment},
        )

    def end(self) -> tuple[int, str]:
        """Its exit code, and what it said."""
        _, said = self.process.communicate(timeout=120)
        return self.process.returncode, said

    def kill(self) -> None:
        """Kills it, and waits until all that it had started is gone too."""
        self.process.kill()
        self.process.wait()
        wait_for(lambda: not self.workers())

    def workers(self) -> list[int]:
        """The processes of the actors."""
        parents: dict[int, int] = {}
        titles: dict[int, str] = {}
        for place in Path("/proc").iterdir():
            if place.name.isdigit():
                try:
                    status = (place / "stat").read_text()
                    titles[int(place.name)] = (place / "cmdline").read_text()
                    parents[int(place.name)] = int(status.rpartition(")")[2].split()[1])
                except OSError:
                    continue
        found = []
        for number, title in titles.items():
            above = number
            while above in parents and above != self.process.pid:
                above = parents[above]
            if above == self.process.pid and title.startswith("ray::") and "BlockWorker" in title:
                found.append(number)
        return sorted(found)


@pytest.fixture
def start() -> Iterator[Callable[..., Driver]]:
    started: list[Driver] = []

    def make(*arguments: object, **environment: str) -> Driver:
        started.append(Driver(*arguments, **environment))
        return started[-1]

    yield make
    for driver in started:
        driver.kill()
        assert driver.process.stderr
        driver.process.stderr.close()


def texts(number: int) -> dict[str, str]:
    return {f"{at % 3}/{at:02}.txt": f"Orrin Foods opened mill {at} in Velm." for at in range(number)}


def arguments(root: object, out: object, service: Any, *more: object) -> list[object]:
    sizes = ["--actors", ACTORS, "--block", BLOCK, "-j", CONCURRENCY * ACTORS]
    return [root, "-o", out, "-m", "relay", "--base-url", service.base_url, *sizes, *more]


def rows(out: Path) -> list[dict[str, Any]]:
    from pyarrow import dataset

    shards = sorted(str(path) for path in out.glob("part-*.parquet"))
    table = dataset.dataset(shards).to_table()
    found: list[dict[str, Any]] = table.sort_by("path").to_pylist()
    return found


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 90
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.01)


def shards(out: Path) -> int:
    return len(list(out.glob("part-*.parquet")))


def test_a_folder_comes_out_as_it_does_without_ray(
    folder: MakeFolder, tmp_path: Path, start: Any, go: Go, chat: Any, service: Any, age: Any
) -> None:
    root = folder({**texts(11), "w.txt": "WOBBLE Tessel fell.", "d.txt": "DECLINE Dorrin.", "empty.txt": ""})
    age(root)
    lines = go(root, chat(), tmp_path / "local").run.summaries.read_text("utf-8").splitlines()
    once = service.asked.copy()
    service.asked.clear()
    out = tmp_path / "out"
    code, said = start(*arguments(root, out, service)).end()
    assert code == 1, said  # one is refused, one empty
    assert "articles  12 done, 2 failed" in said
    assert "d.txt: " in said
    done = rows(out)
    assert [row["document"] for row in done if row["error"] is None] == lines
    assert {row["id"]: row["error"] for row in done if row["error"]} == {"d.txt": "Refused", "empty.txt": "ReadError"}
    assert service.asked == once

    # The second run does what is new or changed, and what failed.
    service.asked.clear()
    folder({"0/00.txt": "Orrin Foods closed mill 0 in Velm.", "new.txt": "Velkamp stood still."})
    (root / "0/03.txt").unlink()
    code, said = start(*arguments(root, out, service)).end()
    assert code == 1, said
    assert "10 unchanged, 1 changed, 1 new, 2 failed before, 1 gone" in said
    assert service.calls == 3
    names = [row["id"] for row in rows(out)]
    assert sorted(names) == sorted(path.relative_to(root).as_posix() for path in root.rglob("*.txt"))


def test_a_worker_that_is_killed_costs_only_what_it_had_under_way(
    folder: MakeFolder, tmp_path: Path, start: Any, service: Any
) -> None:
    service.seconds = 0.2
    root, out = folder(texts(60)), tmp_path / "out"
    driver = start(*arguments(root, out, service))
    wait_for(lambda: shards(out) >= 2 and service.calls >= 20)
    finished = {row["path"] for row in rows(out)}
    before = service.asked.copy()
    workers = driver.workers()
    assert len(workers) == ACTORS
    os.kill(workers[0], signal.SIGKILL)
    code, said = driver.end()
    assert code == 0, said
    assert "articles  60 done, 0 failed" in said
    assert len(rows(out)) == len({row["path"] for row in rows(out)}) == 60
    # What it had been answered is among the answers of the machine; what was under way is asked about again.
    twice = [body for body, number in service.asked.items() if number > 1]
    assert len(twice) <= CONCURRENCY
    assert set(twice) <= before.keys()
    assert not any(path in body for body in twice for path in finished)


def test_a_driver_that_is_killed_is_carried_on(folder: MakeFolder, tmp_path: Path, start: Any, service: Any) -> None:
    service.seconds = 0.2
    root, out = folder(texts(60)), tmp_path / "out"
    driver = start(*arguments(root, out, service))
    wait_for(lambda: shards(out) >= 4)
    driver.kill()
    time.sleep(0.5)  # what was under way at the service
    finished = len(rows(out))
    service.seconds = 0
    asked = service.asked.copy()
    code, said = start(*arguments(root, out, service)).end()
    assert code == 0, said
    assert f"{finished} unchanged, 0 changed, {60 - finished} new" in said
    assert len({row["path"] for row in rows(out)}) == len(rows(out)) == 60
    assert sum((service.asked - Counter(dict.fromkeys(service.asked, 1))).values()) <= CONCURRENCY * ACTORS
    assert asked <= service.asked


def test_without_a_cache_a_driver_that_is_killed_costs_its_blocks(
    folder: MakeFolder, tmp_path: Path, start: Any, service: Any
) -> None:
    """An address has no folder of answers: the shards alone are what a run goes on from."""
    service.seconds = 0.2
    root, out = folder(texts(40)), tmp_path / "out"
    driver = start(*arguments(root, out.as_uri(), service))
    wait_for(lambda: shards(out) >= 3)
    driver.kill()
    time.sleep(0.5)
    finished = {row["document"] for row in rows(out)}
    assert len(finished) >= 3 * BLOCK
    service.seconds = 0
    code, said = start(*arguments(root, out.as_uri(), service)).end()
    assert code == 0, said
    assert len({row["path"] for row in rows(out)}) == len(rows(out)) == 40
    assert finished <= {row["document"] for row in rows(out)}
    assert not (out / "answers").exists()
    assert service.calls <= 40 + ACTORS * BLOCK
    assert len(service.asked) == 40


def test_an_interrupt_keeps_what_is_finished(folder: MakeFolder, tmp_path: Path, start: Any, service: Any) -> None:
    service.seconds = 0.2
    driver = start(*arguments(folder(texts(60)), tmp_path / "out", service))
    wait_for(lambda: shards(tmp_path / "out") >= 2)
    driver.process.send_signal(signal.SIGINT)
    code, said = driver.end()
    assert code == 130, said
    finished = len(rows(tmp_path / "out"))
    assert 10 <= finished < 60
    assert f"articles  {finished} done, 0 failed" in said
    assert "left: the same command goes on from here" in said


def test_a_key_that_is_missing_or_a_quota_that_is_used_up_ends_the_run(
    folder: MakeFolder, tmp_path: Path, start: Any, service: Any
) -> None:
    service.answer = lambda _: (429, {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}})
    code, said = start(*arguments(folder(texts(12)), tmp_path / "out", service)).end()
    assert code == 2, said
    assert "quota" in said
    assert "Traceback" not in said


def test_a_cluster_that_is_not_there_is_told(folder: MakeFolder, tmp_path: Path, start: Any, service: Any) -> None:
    code, said = start(
        *arguments(folder(texts(2)), tmp_path / "out", service),
        RAY_ADDRESS="127.0.0.1:1",
    ).end()
    assert code == 2, said
    assert "Ray cannot be started or reached (RAY_ADDRESS)" in said


def test_parquet_files_come_in_by_their_rows(tmp_path: Path, start: Any, service: Any) -> None:
    import pyarrow
    from pyarrow import parquet

    source = tmp_path / "news"
    source.mkdir()
    for part in range(2):
        table = {
            "body": [f"Orrin Foods opened mill {part}{at} in Velm." for at in range(9)],
            "id": [f"{part}-{at}" for at in range(9)],
            "published": ["2026-03-04"] * 9,
        }
        parquet.write_table(pyarrow.table(table), source / f"{part}.parquet", row_group_size=4)
    code, said = start(*arguments(source, tmp_path / "out", service, "--text-column", "body")).end()
    assert code == 0, said
    done = rows(tmp_path / "out")
    assert sorted(row["id"] for row in done) == [f"{part}-{at}" for part in range(2) for at in range(9)]
    for row in done:
        document = json.loads(row["document"])
        assert document["headline"]["text"] == f"Orrin Foods opened mill {row['id'].replace('-', '')} in Velm."
        assert document["source"]["published"] == "2026-03-04"
