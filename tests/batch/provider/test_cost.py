"""What batches cost, as the documents, `summarizer usage` and the end of a run tell it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.estimate import estimate
from summarizer.batch.estimate_text import estimate_text
from summarizer.batch.usage import write_usage
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.pricing import cost_of
from summarizer.pipeline import Pipeline
from summarizer.records import Usage

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Run = Callable[..., Any]


@pytest.fixture
def priced(batching: Any) -> Callable[[], Pipeline]:
    """Makes a pipeline whose model has a listed price."""
    answer = batching.answer

    def named(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        status, answered = answer(body)
        return status, {**answered, "model": "gpt-5-mini-2025-08-07"}

    batching.answer = named
    endpoint = Endpoint(batching.base_url, "none", "openai")
    return lambda: Pipeline(ChatModel("openai/gpt-5-mini", "gpt-5-mini", endpoint))


def usage(out: Path) -> tuple[dict[str, Any], str]:
    document, text = io.StringIO(), io.StringIO()
    write_usage(out, "json", document)
    write_usage(out, "text", text)
    return json.loads(document.getvalue()), text.getvalue()


def test_what_is_in_batches_is_counted_at_their_price_when_it_is_collected(
    folder: Any, by_batch: Run, priced: Callable[[], Pipeline], go: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Ostrava Rail ordered twelve trains.", "w.txt": "WOBBLE Works ordered nine boilers."})
    by_batch(root, priced(), wait=False)
    document, text = usage(tmp_path / "out")
    assert (document["total"]["calls"], document["requests_in_batches"]) == (0, 2)
    assert "2 requests in provider batches: not counted before they are collected" in text

    found = estimate(root, tmp_path / "out", priced())
    assert found.at_service == "1 batch with 2 requests"
    assert "of these, 1 batch with 2 requests at the service already, whose cost is part of" in estimate_text(found)

    ended = by_batch(root, priced())
    document, text = usage(tmp_path / "out")
    call = cost_of(Usage(input_tokens=100, output_tokens=20), "gpt-5-mini", "openai")
    assert call is not None
    assert document["total"]["calls"] == 3  # w is asked twice
    assert document["total"]["cost_usd"] == pytest.approx(3 * call / 2)
    assert (document["calls_lost"], document["requests_in_batches"]) == (0, 0)
    assert "provider batches" not in text
    assert [said["provenance"]["cost_usd"] for said in ended.documents] == [
        pytest.approx(call / 2),
        pytest.approx(2 * call / 2),
    ]
    go(root, priced(), tmp_path / "direct")
    assert usage(tmp_path / "direct")[0]["total"]["cost_usd"] == pytest.approx(3 * call)


def test_answers_of_a_batch_keep_their_price_when_single_calls_go_on_from_them(
    folder: Any, by_batch: Run, priced: Callable[[], Pipeline], go: Any, batching: Any
) -> None:
    root = folder({"a.txt": "Ostrava Rail ordered twelve trains."})
    by_batch(root, priced())
    (root / "a.txt").write_text("Ostrava Rail ordered twelve trains.\n\n")  # another file, the same question
    asked = len(batching.asked)
    pipeline = priced()
    pipeline.settings = type(pipeline.settings)(policy="drop")
    [document] = go(root, pipeline).documents
    assert len(batching.asked) == asked
    call = cost_of(Usage(input_tokens=100, output_tokens=20), "gpt-5-mini", "openai")
    assert call is not None
    assert document["provenance"]["cost_usd"] == pytest.approx(call / 2)
