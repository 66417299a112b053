"""A long article by provider batches: a line for each section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.pipeline import Pipeline
from summarizer.schema import Schema
from tests.batch.test_long import MOST, TEXT, Sale, Sales

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def test_the_sections_go_with_one_batch_and_come_to_the_same(
    folder: Any,
    relay: Callable[..., Pipeline],
    by_batch: Any,
    go: Any,
    batching: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sales = Sales()
    monkeypatch.setattr(batching, "answer", sales)
    root = folder({"long.txt": TEXT})
    settings: dict[str, Any] = {"schema": Schema.of(Sale), "section_tokens": MOST, "repairs": 0}
    go(root, relay(**settings), tmp_path / "direct")
    direct = len(sales.sections)
    ended = by_batch(root, relay(**settings))
    assert ended.fault is None
    name = "summaries.jsonl"
    assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "direct" / name).read_bytes()
    assert batching.sizes == [direct]
