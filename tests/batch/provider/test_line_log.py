"""The lines of provider batches in the log of the exchanges."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.exchanges import Exchange, exchanges
from summarizer.batch.reading import Reading

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def kept(out: Path) -> list[tuple[Exchange, dict[str, Any], dict[str, Any] | None]]:
    with closing(Reading(out / "run.sqlite")) as reading:
        return [
            (
                one,
                json.loads(reading.text(one.request)),
                None if one.answer is None else json.loads(reading.text(one.answer)),
            )
            for one in exchanges(reading)
        ]


def test_the_lines_of_a_batch_are_kept_with_those_that_came_back(
    folder: Any, by_batch: Any, relay: Any, tmp_path: Path
) -> None:
    by_batch(folder({"a.txt": "Orrin rose.", "b.txt": "LIE Orrin fell."}), relay(), log_requests=True)
    found = kept(tmp_path / "out")
    assert sorted((one.path, one.task, one.status) for one, _, _ in found) == [
        ("a.txt", "extract", 200),
        ("b.txt", "extract", 200),
        ("b.txt", "repair", 200),
    ]
    for one, sent, came in found:
        assert came is not None
        assert sent["custom_id"] == came["custom_id"]
        assert came["response"]["body"]["model"] == "relay-1"
        assert one.batch is not None


def test_lines_without_an_answer_say_so_and_go_with_the_next_batch(
    folder: Any, by_batch: Any, relay: Any, batching: Any, fate: Any, tmp_path: Path
) -> None:
    batching.fates = [fate("expired", answered=0, silent=True)]
    by_batch(folder({"a.txt": "Orrin rose."}), relay(), log_requests=True)
    first, second = kept(tmp_path / "out")
    assert (first[0].status, first[2], first[0].error) == (None, None, "no answer: the batch is expired")
    assert (second[0].status, second[0].error) == (200, None)
    assert first[1] == second[1]


def test_a_line_that_failed_is_kept_with_its_failure(
    folder: Any, by_batch: Any, relay: Any, batching: Any, tmp_path: Path
) -> None:
    batching.answer = lambda _: (400, {"error": {"message": "too long", "code": "context_length_exceeded"}})
    by_batch(folder({"a.txt": "Orrin rose."}), relay(), log_requests=True)
    [(one, _, came)] = kept(tmp_path / "out")
    assert one.status == 400
    assert came is not None
    assert came["response"]["body"]["error"]["message"] == "too long"


def test_nothing_is_kept_unasked(folder: Any, by_batch: Any, relay: Any, tmp_path: Path) -> None:
    by_batch(folder({"a.txt": "Orrin rose."}), relay())
    assert kept(tmp_path / "out") == []
