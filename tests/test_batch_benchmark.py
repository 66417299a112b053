"""The benchmark of batches, in small: what it counts is what was sent."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from benchmarks.batch import stages
from benchmarks.batch.kills import account
from benchmarks.batch.service import Service
from benchmarks.batch.ways import Bare, BareUntransformed, Batch, Measured, Model, measure, recorded_answer, several

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("answer") / "answer.json"
    file.write_bytes(recorded_answer(1))
    return file


def test_every_way_gets_the_recorded_answer(answer: Path) -> None:
    ways = (Batch, several, Model, Bare, BareUntransformed)
    with Service(answer, latency=0.01) as service:
        found = [measure(way, service.base_url, 2, 4, warm=1) for way in ways]
        assert [(each.answered, each.lost) for each in found] == [(4, 0)] * len(ways)
        assert service.counts()["answered"] == 5 * len(ways)
        assert service.counts()["peak"] <= 2
        assert all(each.cpu_ms > 0 for each in found)


def test_a_rate_is_the_slope_of_the_articles_over_the_time() -> None:
    # Four at once, every half second: eight a second, though the first ones come after half a second.
    bursts = [0.5 * (number // 4 + 1) for number in range(80)]
    assert Measured(bursts, 0, 1.0).rate == pytest.approx(8.0, rel=0.01)
    assert Measured([*range(1, 101)], 0, 1.0).rate == pytest.approx(1.0)
    assert Measured([2.0] * 10, 0, 1.0).rate == 5.0
    assert Measured([], 3, 1.0).rate == 0.0


def test_the_short_answer_has_few_records_of_each_kind() -> None:
    [long, short] = [
        json.loads(json.loads(recorded_answer(few))["choices"][0]["message"]["content"]) for few in (None, 2)
    ]
    assert long.keys() == short.keys()
    assert short["headline"] == long["headline"]
    assert short["claims"] == long["claims"][:2]
    assert len(long["claims"]) > 2


def test_a_limited_service_refuses_what_is_too_much(answer: Path) -> None:
    with Service(answer, latency=0.0, rate=20.0) as service:
        found = measure(Bare, service.base_url, 30, 60)
        counts = service.counts()
    # Twenty are there at the beginning, and some come back while the others are sent.
    assert counts["answered"] >= 20
    assert (found.answered, found.lost) == (counts["answered"], counts["limited"])
    assert found.answered + found.lost == 60


def test_the_service_counts_by_the_number_in_the_article(answer: Path) -> None:
    with Service(answer, latency=0.0, names=True) as service:
        measure(Bare, service.base_url, 2, 3)
        measure(Bare, service.base_url, 2, 2)
        assert service.asked() == {"1000000": 2, "1000001": 2, "1000002": 1}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_the_account_of_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    found = account(tmp_path, 2, 1)
    assert (found.articles, found.lost, found.doubled, found.asked_again) == (50, 0, 0, 0)
    assert found.kills <= 2
    assert found.paid_twice <= found.counted <= 2 * 8
    assert found.identical


def test_the_stages_are_those_of_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stages.stages(tmp_path, 3)
    lines = capsys.readouterr().out.splitlines()[3:]
    long = {line[2:42].strip(): float(line.split()[-1]) for line in lines}
    assert long.keys() == {*stages.STAGES, "the call and the runner", "all", "openai's client, its call"}
    assert long["verification"] > long["prompt"]
    parts = sum(figure for name, figure in long.items() if name not in ("all", "openai's client, its call"))
    assert parts == pytest.approx(long["all"], abs=0.1)
