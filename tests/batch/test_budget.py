"""A run that may cost so much and no more, against a service whose answers take what the test says."""

from __future__ import annotations

import asyncio
import itertools
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer import Summarizer
from summarizer.batch import Outcome, StoredRun
from summarizer.batch.budget import FEWEST, Budget
from summarizer.batch.progress import refusal
from summarizer.cli import app
from summarizer.errors import ConfigurationError
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.pricing import Prices
from summarizer.models.retries import RetryPolicy
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Usage

MakeFolder = Callable[..., Path]

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

PRICES = Prices(0.0, 0.0, 0.001)
"""A dollar for a thousand tokens of an answer, so that what an article takes is what its answers take."""


@pytest.fixture(autouse=True)
def _forecast(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article of these tests is expected to take just over a dollar, whatever the recordings say of answers."""
    monkeypatch.setattr("summarizer.batch.forecast.ANSWER", 544.0)
    monkeypatch.setattr("summarizer.batch.forecast.ANSWER_PER_TOKEN", 2.95)


@pytest.fixture
def taking(service: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has the service's answers take so many tokens, one after the other, the last for all that follow."""

    def set_up(*tokens: int) -> None:
        usual, numbers = service.answer, itertools.chain(tokens, itertools.repeat(tokens[-1]))

        def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
            status, said = usual(body)
            with service.lock:
                said["usage"] = {"prompt_tokens": 100, "completion_tokens": next(numbers), "total_tokens": 0}
            return status, said

        monkeypatch.setattr(service, "answer", answer)

    return set_up


@pytest.fixture
def priced(service: Any) -> Callable[..., Pipeline]:
    """Makes a pipeline whose model is the chat service, at `PRICES`."""

    def make(judged: bool = False, prices: Prices | None = PRICES, **settings: Any) -> Pipeline:
        options = ChatOptions(retries=RetryPolicy(attempts=1))
        model = ChatModel("relay", "relay", Endpoint(service.base_url, "none", prices), options)
        return Pipeline(model, Settings(**settings), model if judged else None)

    return make


@pytest.fixture
def numbered(folder: MakeFolder, age: Callable[[Path], None]) -> Callable[[int], Path]:
    """Makes a folder of so many articles, all of one length."""

    def make(count: int) -> Path:
        root = folder({f"{number:03}.txt": f"Orrin opened mill {100 + number}." for number in range(count)})
        age(root)
        return root

    return make


def go(
    root: Path,
    pipeline: Pipeline,
    budget: float | None,
    concurrency: int = 8,
    stopped: Any = lambda: False,
    processes: int = 1,
) -> tuple[StoredRun, list[Outcome]]:
    outcomes: list[Outcome] = []

    async def collect(run: StoredRun) -> None:
        async for outcome in run.run(concurrency, stopped):
            outcomes.append(outcome)
        await pipeline.close()

    with StoredRun(root, root.parent / "out", pipeline, budget=budget, processes=processes) as run:
        asyncio.run(asyncio.wait_for(collect(run), 60))
    return run, outcomes


def answers(out: Path) -> tuple[int, float]:
    """The answers that the store has, and what they cost."""
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        count, cost = store.execute("SELECT count(*), coalesce(sum(cost_usd), 0) FROM answers").fetchone()
    return count, cost


def test_no_more_is_spent_than_the_budget_and_what_is_paid_is_kept(
    service: Any, taking: Any, priced: Any, numbered: Any, tmp_path: Path
) -> None:
    taking(1000)
    run, outcomes = go(numbered(60), priced(), 20.0)
    assert run.budget.refused is not None
    assert 19.0 <= run.budget.spent <= 20.0
    assert answers(tmp_path / "out") == (service.calls, pytest.approx(run.budget.spent))
    assert len(outcomes) == service.calls == run.totals.done
    assert run.totals.failed == 0


def test_articles_that_vary_stay_within_the_budget_once_some_are_seen(
    taking: Any, priced: Any, numbered: Any, service: Any
) -> None:
    """Every fifth is twice as long: the next ones are judged by the dearest."""
    taking(*([400, 400, 400, 400, 800] * 30))
    run, _ = go(numbered(120), priced(), 20.0)
    assert 19.0 <= run.budget.spent <= 20.0
    assert service.calls < 120


def test_answers_far_beyond_the_forecast_are_only_those_that_were_under_way(
    taking: Any, priced: Any, numbered: Any, service: Any
) -> None:
    """Each takes 30 dollars where less than one was forecast: none is begun after the first has shown that."""
    service.seconds = 0.2
    taking(30_000)
    run, outcomes = go(numbered(40), priced(), 5.0)
    assert 1 <= service.calls <= 8
    assert len(outcomes) == service.calls
    assert run.budget.refused == pytest.approx(30.0)


def test_a_larger_budget_goes_on_to_the_files_of_one_run(
    taking: Any, priced: Any, numbered: Any, service: Any, tmp_path: Path
) -> None:
    taking(1000)
    root = numbered(12)
    first, outcomes = go(root, priced(), 5.0)
    assert 4 <= len(outcomes) <= 5
    second, more = go(root, priced(), 9.0)
    assert second.budget.before == pytest.approx(first.budget.spent)
    assert second.budget.spent <= 9.0
    assert {one.path for one in outcomes}.isdisjoint(one.path for one in more)
    third, _ = go(root, priced(), 100.0)
    assert third.budget.refused is None
    assert third.budget.spent == pytest.approx(12.0)
    assert service.calls == 12
    in_parts = third.summaries.read_bytes()
    (tmp_path / "out").rename(tmp_path / "in parts")
    at_once, _ = go(root, priced(), None)
    assert at_once.summaries.read_bytes() == in_parts


def test_the_same_budget_again_asks_nothing(taking: Any, priced: Any, numbered: Any, service: Any) -> None:
    taking(1000)
    root = numbered(12)
    go(root, priced(), 5.0)
    calls = service.calls
    again, outcomes = go(root, priced(), 5.0)
    assert (service.calls, outcomes) == (calls, [])
    assert again.budget.refused is not None


def test_what_the_store_can_answer_is_done_though_nothing_is_left(
    taking: Any, priced: Any, numbered: Any, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking(1000)
    root = numbered(12)
    _, outcomes = go(root, priced(), 5.0)
    calls = service.calls
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "another program")
    again, told_anew = go(root, priced(), 5.0)
    assert service.calls == calls
    assert {one.path for one in told_anew} == {one.path for one in outcomes}
    assert all(one.result is not None for one in told_anew)
    assert again.totals.done == len(outcomes)


def test_repairs_reasks_failures_and_the_judge_count(
    taking: Any, priced: Any, folder: MakeFolder, service: Any, tmp_path: Path
) -> None:
    taking(100)
    root = folder({"a.txt": "LIE of 4 shops.", "b.txt": "WOBBLE of 3.", "c.txt": "DECLINE it.", "d.txt": "Orrin rose."})
    run, _ = go(root, priced(judged=True), 100.0)
    assert service.calls >= 6
    assert run.budget.spent == pytest.approx(0.1 * service.calls)
    assert run.spending.calls == service.calls
    assert answers(tmp_path / "out") == (service.calls, pytest.approx(run.budget.spent))


@pytest.fixture
def judging(service: Any, taking: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Has the service judge too, and every answer take 500 tokens; returns the names of the schemas it is asked for."""
    taking(500)
    usual, asked = service.answer, []

    def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        status, said = usual(body)
        name = body["response_format"]["json_schema"]["name"]
        asked.append(name)
        if name == "Judgements":
            judged = {"statement": 101, "difference": None, "sentence": None, "label": "entailed"}
            said["choices"][0]["message"]["content"] = json.dumps({"judgements": [judged]})
        return status, said

    monkeypatch.setattr(service, "answer", answer)
    return asked


@pytest.mark.parametrize("processes", [1, 2])
def test_a_judge_after_answers_of_the_store_is_held_to_the_budget(
    processes: int, judging: list[str], priced: Any, numbered: Any, service: Any
) -> None:
    """Half a dollar each: twenty are spent for the answers, and six more are for the judge."""
    root = numbered(40)
    first, _ = go(root, priced(), None)
    assert (service.calls, first.spending.cost_usd) == (40, pytest.approx(20.0))
    second, outcomes = go(root, priced(judged=True), 26.0, processes=processes)
    assert 24.0 < second.budget.spent <= 26.0
    assert judging.count("Judgements") == len(outcomes) == service.calls - 40
    assert second.budget.refused is not None
    left = 40 - len(outcomes)
    assert second.to_come(left) == pytest.approx(0.5 * left)
    third, rest = go(root, priced(judged=True), 100.0, processes=processes)
    assert third.budget.refused is None
    assert third.budget.spent == pytest.approx(40.0)
    assert len(rest) == left
    assert service.calls == 80


@pytest.mark.usefixtures("judging")
def test_repairs_after_answers_of_the_store_are_held_to_the_budget(
    priced: Any, folder: MakeFolder, age: Any, service: Any
) -> None:
    root = folder({f"{number:03}.txt": f"LIE of {number} shops." for number in range(20)})
    age(root)
    go(root, priced(repairs=0), None)
    assert service.calls == 20
    run, outcomes = go(root, priced(repairs=1), 10.0)
    assert (service.calls, outcomes) == (20, [])
    assert run.budget.refused is not None
    run, outcomes = go(root, priced(repairs=1), 14.0)
    assert 12.0 < run.budget.spent <= 14.0
    assert len(outcomes) == service.calls - 20


@pytest.mark.usefixtures("judging")
def test_what_follows_is_paid_where_new_articles_are_among_those_of_the_store(priced: Any, numbered: Any) -> None:
    """The rest of an article is cheaper than a whole one, and says nothing of what that takes."""
    root = numbered(20)
    go(root, priced(), None)
    for number in range(20):
        (root / f"new{number:03}.txt").write_text(f"Orrin closed mill {300 + number}.", "utf-8")
    run, _ = go(root, priced(judged=True), 25.0)
    assert 23.0 < run.budget.spent <= 25.0
    run, _ = go(root, priced(judged=True), 100.0)
    assert run.budget.refused is None
    assert run.budget.spent == pytest.approx(40.0)


@pytest.mark.usefixtures("judging")
def test_a_judge_of_ones_own_is_not_begun_for_nothing(priced: Any, numbered: Any) -> None:
    """It keeps no ledger that could stop it: the article is admitted as a whole."""

    class Own:
        name = "own/judge"
        needs_prompt = True
        price_list = PRICES
        asked = 0

        async def answer(self, _: Question) -> Answer:
            self.asked += 1
            return Answer({"judgements": []}, model="own", usage=Usage(output_tokens=500), cost_usd=0.5)

        async def close(self) -> None:
            return None

    root, own = numbered(10), Own()
    go(root, priced(), None)
    run, outcomes = go(root, Pipeline(priced().model, judge=own), 5.1)
    assert (own.asked, outcomes) == (0, [])
    assert run.budget.refused is not None


def test_calls_without_a_price_count_at_that_of_now(
    taking: Any, priced: Any, numbered: Any, service: Any, caplog: pytest.LogCaptureFixture
) -> None:
    taking(500)
    root = numbered(4)
    go(root, priced(prices=None), None)
    for number in range(8):
        (root / f"new{number}.txt").write_text(f"Orrin closed mill {300 + number}.", "utf-8")
    run, _ = go(root, priced(), 4.0)
    assert "4 earlier calls were made without a price and count at that of now: $2.00" in caplog.text
    assert run.budget.before == pytest.approx(2.0)
    assert 4 < service.calls <= 8
    assert run.budget.spent == pytest.approx(0.5 * service.calls)


def test_calls_of_which_no_price_is_known_now_are_told(
    taking: Any, priced: Any, numbered: Any, caplog: pytest.LogCaptureFixture
) -> None:
    from summarizer.models.offline import OfflineModel

    taking(500)
    root = numbered(1)
    go(root, priced(prices=None), None)
    run, _ = go(root, Pipeline(OfflineModel()), 1.0)
    assert "1 earlier call has no known price and no part in what is spent" in caplog.text
    assert run.budget.before == 0


def test_what_is_left_goes_by_the_articles_that_were_paid_for(
    taking: Any, priced: Any, numbered: Any, service: Any
) -> None:
    """Copies of the first cost nothing, and do not make the others cheaper."""
    taking(1000)
    root = numbered(8)
    for number in range(6):
        (root / f"000-{number}.txt").write_bytes((root / "000.txt").read_bytes())
    run, outcomes = go(root, priced(), 4.5, concurrency=1)
    assert (service.calls, len(outcomes)) == (4, 10)
    assert run.to_come(4) == pytest.approx(4.0)


@pytest.mark.parametrize("limit", [-1.0, float("nan"), float("inf")])
def test_a_budget_that_is_none_is_refused(limit: float, priced: Any, numbered: Any, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="a budget is a number of US dollars, 0 or more"):
        StoredRun(numbered(1), tmp_path / "out", priced(), budget=limit)
    assert not (tmp_path / "out").exists()


def test_a_price_that_nobody_knows_is_told_before_anything_is_made(
    priced: Any, numbered: Any, service: Any, tmp_path: Path
) -> None:
    root = numbered(3)
    with pytest.raises(ConfigurationError, match=r"that of relay is not known: give it with --price"):
        StoredRun(root, tmp_path / "out", priced(prices=None), budget=5.0)
    assert not (tmp_path / "out").exists()
    assert service.calls == 0


def test_a_judge_without_a_price_is_told_too(priced: Any, service: Any) -> None:
    pipeline = priced()
    judge = ChatModel("other/judge", "judge", Endpoint(service.base_url, "none"))
    with pytest.raises(ConfigurationError, match="that of other/judge is not known: name another --judge-model"):
        Budget(5.0, Pipeline(pipeline.model, judge=judge))


def test_a_budget_below_one_article_asks_nothing_and_says_what_one_takes(
    priced: Any, numbered: Any, service: Any
) -> None:
    run, outcomes = go(numbered(3), priced(), 0.01)
    assert (service.calls, outcomes) == (0, [])
    assert "the budget of $0.0100 does not cover one article, which may take $1.0" in refusal(run, 3)


def test_articles_wait_where_those_under_way_may_turn_out_cheaper(
    taking: Any, priced: Any, numbered: Any, service: Any
) -> None:
    """What is set aside for two fills the budget; each takes a hundredth of it."""
    taking(10)
    service.seconds = 0.01
    run, outcomes = go(numbered(30), priced(), 2.0)
    assert len(outcomes) == 30
    assert run.budget.refused is None
    assert run.budget.spent == pytest.approx(0.3)


def test_a_shorter_article_is_done_where_a_longer_one_must_be_left(
    taking: Any, priced: Any, folder: MakeFolder, age: Callable[[Path], None]
) -> None:
    taking(10)
    long = "Orrin opened a mill. " * 400
    files = {"a.txt": long, "b.txt": "Orrin rose.", "c.txt": long + "It is new.", "d.txt": "Tessel fell."}
    root = folder(files)
    age(root)
    for concurrency in (1, 8):
        run, outcomes = go(root, priced(), 2.0, concurrency)
        assert {one.path for one in outcomes} <= {"b.txt", "d.txt"}
        assert run.totals.done == 2
        assert run.budget.refused > 2.0


def test_articles_of_the_same_text_as_one_that_is_left_are_left_too(
    priced: Any, folder: MakeFolder, service: Any
) -> None:
    _, outcomes = go(folder(dict.fromkeys(["a.txt", "b.txt", "c.txt"], "Orrin rose.")), priced(), 0.01)
    assert (service.calls, outcomes) == (0, [])


def test_who_is_stopped_begins_none_that_waits(taking: Any, priced: Any, numbered: Any, service: Any) -> None:
    taking(10)
    run, outcomes = go(numbered(30), priced(), 1.1, stopped=lambda: service.calls > 0)
    assert len(outcomes) == service.calls == 1
    assert run.budget.refused is None


def test_caution_goes_by_the_dearest_of_the_last_articles(priced: Any) -> None:
    from summarizer.article import Article

    budget = Budget(1_000.0, priced())
    article = Article.from_text("Orrin opened mill 100.")

    async def reserve() -> float:
        reservation = await budget.admit(article, lambda: False, lambda: False)
        assert reservation is not None
        budget.settle(reservation, 0.2)
        return reservation.amount

    async def several() -> list[float]:
        return [await reserve() for _ in range(FEWEST + 1)]

    first, *_, last = asyncio.run(several())
    assert first > 0.5
    assert last == pytest.approx(0.2)


def test_the_offline_rules_need_no_price(numbered: Any) -> None:
    from summarizer.models.offline import OfflineModel

    run, outcomes = go(numbered(3), Pipeline(OfflineModel()), 0.0)
    assert len(outcomes) == 3
    assert run.budget.refused is None


def test_a_summarizer_holds_to_a_budget_and_says_that_articles_are_left(
    taking: Any, numbered: Any, service: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    taking(1000)
    root = numbered(12)

    async def run(**options: Any) -> int:
        async with Summarizer("relay", base_url=service.base_url, prices="0,1000") as summarizer:
            return len([one async for one in summarizer.batch(root, **options)])

    assert 4 <= asyncio.run(run(out=tmp_path / "out", budget=5.0)) <= 5
    assert "the budget of $5.00 is used up, and articles are left" in caplog.text
    with pytest.raises(ConfigurationError, match="a budget needs `out`"):
        asyncio.run(run(budget=5.0))


@pytest.fixture
def command(service: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    import logging

    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)

    def call(folder: Path, *options: str) -> Any:
        where = ["batch", str(folder), "-o", str(tmp_path / "out"), "-m", "relay", "--base-url", service.base_url]
        return CliRunner().invoke(app, [*where, *options])

    yield call
    root.handlers[:], ours.handlers[:] = handlers


def test_the_command_stops_as_if_interrupted_and_says_how_to_go_on(
    command: Any, taking: Any, numbered: Any, tmp_path: Path
) -> None:
    taking(1000)
    root = numbered(12)
    done = command(root, "--budget", "5.1", "--price", "0,1000")
    assert done.exit_code == 130
    assert "the budget of $5.10 is used up: $5.00 is spent, and 7 articles are left, which will take about $7.00" in (
        done.stderr
    )
    assert "the same command with a larger --budget goes on from here" in done.stderr
    assert len((tmp_path / "out/summaries.jsonl").read_text("utf-8").splitlines()) == 5
    done = command(root, "--budget", "100", "--price", "0,1000")
    assert done.exit_code == 0
    assert "cost      $7.00, $12.00 with the runs before" in done.stderr
    usage = CliRunner().invoke(app, ["usage", str(tmp_path / "out"), "--format", "json"])
    assert json.loads(usage.stdout)["total"]["cost_usd"] == pytest.approx(12.0)


@pytest.mark.usefixtures("judging")
def test_the_command_holds_a_judge_to_the_budget_and_estimates_it_before(command: Any, numbered: Any) -> None:
    root = numbered(12)
    assert command(root, "--price", "0,1000").exit_code == 0
    told = command(root, "--price", "0,1000", "--judge", "--estimate", "--budget", "6.01").stdout
    assert "articles    0 to do, 12 answered in the store" in told
    assert "for repairs and the judge, which may still be asked about 12 of those answered in the store" in told
    assert "nothing to ask" not in told
    assert "is enough for about 0 of 12" in told
    done = command(root, "--price", "0,1000", "--judge", "--budget", "6.01")
    assert done.exit_code == 130
    assert (
        "the budget of $6.01 is used up: $6.00 ($0.0000 in this run) is spent, and 12 articles are left" in done.stderr
    )
    assert command(root, "--price", "0,1000", "--judge").exit_code == 0
    assert "nothing: there is nothing to ask" in command(root, "--judge", "--estimate").stdout


def test_the_command_says_that_a_budget_is_below_one_article(command: Any, numbered: Any, service: Any) -> None:
    done = command(numbered(3), "--budget", "0.01", "--price", "0,1000")
    assert done.exit_code == 2
    assert "does not cover one article" in done.stderr
    assert service.calls == 0


def test_a_model_of_ones_own_is_held_to_its_prices(folder: MakeFolder, tmp_path: Path) -> None:
    class Own:
        name = "own/model"
        needs_prompt = True
        price_list = PRICES
        asked = 0

        async def answer(self, question: Question) -> Answer:
            self.asked += 1
            lists: dict[str, list[object]] = {name: [] for name in ("abstract", "parties", "deals", "quotes", "claims")}
            headline = {"text": question.article.sentences[0].text, "evidence": [1]}
            return Answer({"headline": headline, **lists}, model="own", usage=Usage(output_tokens=1000))

        async def close(self) -> None:
            return None

    model = Own()
    root = folder({f"{number}.txt": f"Orrin opened mill {number}." for number in range(9)})
    run, _ = go(root, Pipeline(model), 5.1)
    assert model.asked == 5
    assert answers(tmp_path / "out") == (5, pytest.approx(5.0))
    assert run.budget.refused is not None


@pytest.mark.parametrize("price", ["free", "1", "1,2,3,4", "-1,2", "nan,1", "ollama/llama", "openai/"])
def test_a_price_that_is_none_is_refused(price: str, command: Any, numbered: Any, tmp_path: Path) -> None:
    done = command(numbered(1), "--price", price)
    assert done.exit_code == 2
    assert f"--price {price}" in done.stderr
    assert not (tmp_path / "out").exists()
