"""What batches cost, as the documents, `summarizer usage` and the end of a run tell it."""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.batch import StoredRun
from summarizer.batch.estimate import estimate
from summarizer.batch.estimate_text import estimate_text
from summarizer.batch.progress import Account
from summarizer.batch.provider.cancelling import cancel_batches
from summarizer.batch.provider.services import ProviderBatches
from summarizer.batch.usage import write_usage
from summarizer.cli import app
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.pricing import Prices, cost_of
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


TWO = {"a.txt": "Ostrava Rail ordered twelve trains.", "b.txt": "Tarnwick Power hired a new treasurer."}
GIVEN = Prices(1e-6, 1e-6, 2e-6)
CALL = 100 * 1e-6 + 20 * 2e-6
"""What a call takes at these prices."""


def at_prices(batching: Any, prices: Prices | None) -> Pipeline:
    """A pipeline whose model nobody lists a price for, and these prices."""
    return Pipeline(ChatModel("relay", "relay", Endpoint(batching.base_url, "none", prices)))


async def without_waiting(_: float) -> None:
    """Stands in for a pause."""


def test_what_cancelling_keeps_counts_at_the_prices_that_the_run_was_given(
    folder: Any, by_batch: Run, go: Any, batching: Any, fate: Any, tmp_path: Path
) -> None:
    root, out = folder(TWO), tmp_path / "out"
    batching.fates = [fate("completed", answered=2)]
    by_batch(root, at_prices(batching, GIVEN), wait=False)
    asyncio.run(cancel_batches(out, lambda _: None, without_waiting))
    document, text = usage(out)
    assert document["total"]["cost_usd"] == pytest.approx(2 * CALL)
    assert "price is not known" not in text
    documents = go(root, at_prices(batching, GIVEN)).documents
    assert [said["provenance"]["cost_usd"] for said in documents] == [pytest.approx(CALL)] * 2


def test_a_later_run_without_prices_collects_at_those_of_the_run_that_sent(
    folder: Any, by_batch: Run, batching: Any, tmp_path: Path
) -> None:
    root = folder(TWO)
    by_batch(root, at_prices(batching, GIVEN), wait=False)
    by_batch(root, at_prices(batching, None))
    assert usage(tmp_path / "out")[0]["total"]["cost_usd"] == pytest.approx(2 * CALL)


def test_prices_that_are_given_later_hold_instead(folder: Any, by_batch: Run, batching: Any, tmp_path: Path) -> None:
    root = folder(TWO)
    by_batch(root, at_prices(batching, GIVEN), wait=False)
    by_batch(root, at_prices(batching, Prices(3e-6, 3e-6, 6e-6)))
    assert usage(tmp_path / "out")[0]["total"]["cost_usd"] == pytest.approx(3 * 2 * CALL)


def test_cancelling_takes_a_price_where_the_run_had_none(
    folder: Any, by_batch: Run, batching: Any, fate: Any, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    batching.fates = [fate("completed", answered=2)]
    batching.steps = ()
    by_batch(folder(TWO), at_prices(batching, None), wait=False)
    alone = CliRunner().invoke(app, ["batches", str(out), "--price", "1,2"])
    assert (alone.exit_code, batching.count("POST /batches/ID/cancel")) == (2, 0)
    assert "--price goes with --cancel" in alone.stderr
    assert CliRunner().invoke(app, ["batches", str(out), "--cancel", "--price", "1,2"]).exit_code == 0
    assert usage(out)[0]["total"]["cost_usd"] == pytest.approx(2 * CALL)


def test_a_judge_has_prices_of_its_own(folder: Any, by_batch: Run, batching: Any, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = at_prices(batching, None)
    endpoint = Endpoint(batching.base_url, "none")
    both = Pipeline(asked.model, asked.settings, ChatModel("arbiter", "arbiter", endpoint))
    batching.steps = ()
    root = folder(TWO)
    by_batch(root, both, wait=False)
    by_batch(root, both, wait=False)
    assert batching.sizes == [2, 2]  # the judge's batch is begun when the model's is collected
    assert CliRunner().invoke(app, ["batches", str(out), "--cancel", "--price", "1,2"]).exit_code == 0
    total = usage(out)[0]["total"]
    assert (total["calls"], total["cost_usd"]) == (4, 0)


def test_the_progress_says_what_is_in_batches_and_what_came_back(folder: Any, tmp_path: Path, batching: Any) -> None:
    prices = Prices(0.0, 0.0, 0.001)
    model = ChatModel("relay", "relay", Endpoint(batching.base_url, "none", prices))
    root = folder({f"{number}.txt": f"Ostrava Rail ordered {number} trains." for number in range(4)})
    said: list[tuple[int, str]] = []

    def say(_: str) -> None:
        said.append((run.spending.pending, Account(run.spending).cost()))

    async def collect() -> None:
        async for _ in run.run(4):
            pass
        await model.close()

    async def sleep(_: float) -> None:
        await asyncio.sleep(0)

    with StoredRun(root, tmp_path / "out", Pipeline(model), batches=ProviderBatches(say=say, sleep=sleep)) as run:
        asyncio.run(collect())
        pending, words = said[0]
        assert pending == 4
        assert re.fullmatch(r"\$0\.0000 of about \$\d\.\d+", words)
        assert run.spending.pending == 0
        assert run.spending.cost_usd == pytest.approx(run.spending.usage.output_tokens / 1000)
        assert run.spending.projected_usd == run.spending.cost_usd > 0
