"""The benchmark of batches, in small: what it counts is what was sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.batch.service import Service
from benchmarks.batch.work import articles, bare, measure, model_alone, ours, recorded_answer

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("answer") / "answer.json"
    file.write_bytes(recorded_answer())
    return file


def test_every_way_gets_the_recorded_answer(answer: Path) -> None:
    with Service(answer, latency=0.01) as service:
        found = [measure(way, service.base_url, articles(6, 60), 2) for way in (ours, model_alone, bare("aiohttp"))]
        assert [(each.answered, each.lost) for each in found] == [(6, 0)] * 3
        assert service.counts()["answered"] == 18
        assert service.counts()["peak"] <= 2


def test_a_limited_service_refuses_what_is_too_much(answer: Path) -> None:
    with Service(answer, latency=0.0, rate=20.0) as service:
        found = measure(bare("aiohttp"), service.base_url, articles(60, 60), 30)
        counts = service.counts()
    # Twenty are there at the beginning, and some come back while the others are sent.
    assert counts["answered"] >= 20
    assert (found.answered, found.lost) == (counts["answered"], counts["limited"])
    assert found.answered + found.lost == 60
