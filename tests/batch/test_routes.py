"""Runs with several models: a fallback, a better one, against a service on this machine that has them all."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer import Summarizer
from summarizer.batch import StoredRun
from summarizer.batch.estimate import estimate
from summarizer.batch.estimate_text import estimate_document, estimate_text
from summarizer.cli import app
from summarizer.errors import ConfigurationError, Refused
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.limits import Limits
from summarizer.models.offline import OfflineModel
from summarizer.models.pricing import Prices
from summarizer.pipeline import Settings
from summarizer.records import Usage
from summarizer.routing import Route, Rules

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

MakeFolder = Callable[..., Path]

NOT_ACCEPTED = (401, {"error": {"message": "no such key", "code": "invalid_api_key"}})
NO_QUOTA = (429, {"error": {"message": "quota", "code": "insufficient_quota"}})
OUT_OF_ORDER = (503, {"error": {"message": "out of order"}})


class Models:
    """The service's models: what one of them is set to answers all its requests; only `cheap` refuses and lies."""

    def __init__(self, service: Any) -> None:
        self.service = service
        self.fault: dict[str, tuple[int, dict[str, Any]]] = {}
        self.asked: Counter[str] = Counter()
        usual = service.answer

        def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
            name = body["model"]
            with service.lock:
                self.asked[name] += 1
            if name in self.fault:
                return self.fault[name]
            text = json.dumps(body)
            if name != "cheap":
                text = text.replace("DECLINE", "Decline").replace("LIE", "Lie")
            status, said = usual(json.loads(text))
            return status, {**said, "model": name}

        service.answer = answer


@pytest.fixture
def models(service: Any) -> Models:
    return Models(service)


@pytest.fixture
def route(service: Any) -> Callable[..., Route]:
    """Makes a route over the service's models, which wait for nothing."""

    def make(*fallbacks: str, better: str | None = None, rules: Rules | None = None, **settings: Any) -> Route:
        async def sleep(_: float) -> None:
            return None

        def chat(name: str) -> ChatModel:
            price = Prices(1e-5, 1e-5, 1e-5) if name == "cheap" else Prices(1e-3, 1e-3, 1e-3)
            options = ChatOptions(limits=Limits(patience=0.0))
            return ChatModel(name, name, Endpoint(service.base_url, "none", price), options, sleep=sleep)

        others = [OfflineModel() if name == "offline" else chat(name) for name in fallbacks]
        return Route(
            chat("cheap"),
            Settings(**settings),
            fallbacks=others,
            better=None if better is None else chat(better),
            rules=rules,
        )

    return make


def texts(number: int, word: str = "") -> dict[str, str]:
    return {
        f"{at:02}.txt": f"Orrin Foods opened {at + 2} shops in Velm. {word} It sells pasta." for at in range(number)
    }


def answered_by(ended: Any) -> Counter[str]:
    return Counter(document["provenance"]["model"] for document in ended.documents)


def test_what_one_model_refuses_another_answers_and_both_are_in_the_account(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route]
) -> None:
    root = folder({**texts(3), "no.txt": "Tessel Air bought two ships. DECLINE"})
    ended = go(root, route("spare"))
    assert answered_by(ended) == {"cheap": 3, "spare": 1}
    assert ended.failures == {}
    [provenance] = [one["provenance"] for one in ended.documents if one["provenance"]["model"] == "spare"]
    assert [(one["model"], one["role"], one["outcome"]) for one in provenance["attempts"]] == [
        ("cheap", "model", "failed"),
        ("spare", "fallback", "kept"),
    ]
    assert provenance["attempts"][0]["error"] == "Refused"
    assert (provenance["calls"], provenance["usage"]["input_tokens"]) == (2, 200)
    assert provenance["cost_usd"] == pytest.approx(120 * 1e-5 + 120 * 1e-3)
    assert ended.run.paid.cost_usd == pytest.approx(4 * 120 * 1e-5 + 120 * 1e-3)
    again = go(root, route("spare"))
    assert again.documents == ended.documents
    assert models.asked == {"cheap": 4, "spare": 1}


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("fault", [OUT_OF_ORDER, NOT_ACCEPTED, NO_QUOTA])
def test_an_outage_sends_the_articles_to_the_fallback_and_is_not_waited_for_again(
    folder: MakeFolder,
    go: Callable[..., Any],
    models: Models,
    route: Callable[..., Route],
    fault: tuple[int, dict[str, Any]],
    processes: int,
) -> None:
    models.fault["cheap"] = fault
    ended = go(folder(texts(30)), route("spare"), processes=processes)
    assert answered_by(ended) == {"spare": 30}
    assert ended.failures == {}
    # Those under way when it went out, with their retries; not the other articles.
    assert models.asked["cheap"] <= 7 * 6
    if fault is not OUT_OF_ORDER:
        assert models.asked["cheap"] <= 7
    assert models.asked["spare"] == 30
    again = go(folder(texts(30)), route("spare"), processes=processes)
    assert "30 unchanged" in again.run.words()


def test_the_offline_rules_answer_what_no_model_does(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route]
) -> None:
    models.fault = {"cheap": NOT_ACCEPTED, "spare": NO_QUOTA}
    ended = go(folder(texts(6)), route("spare", "offline"))
    assert answered_by(ended) == {"offline": 6}
    # Without them the model is asked for what the rules answered, and for nothing that it has answered itself.
    models.fault = {}
    assert answered_by(go(folder(texts(6)), route("spare"))) == {"cheap": 6}


def test_an_article_that_all_refuse_fails_with_what_each_said(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route]
) -> None:
    models.fault["spare"] = (400, {"error": {"message": "too spicy", "code": "content_filter"}})
    root = folder({**texts(2), "no.txt": "Tessel Air bought two ships. DECLINE"})
    ended = go(root, route("spare"))
    assert ended.failures == {"no.txt": "NoneAnswered"}
    [line] = ended.run.failures.read_text("utf-8").splitlines()
    message = json.loads(line)["message"]
    assert "cheap: the model declined to answer" in message
    assert "spare: the service answered 400: too spicy" in message
    models.fault.clear()
    assert go(root, route("spare")).failures == {}


def test_a_lie_goes_to_the_better_model_whose_records_are_kept(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route]
) -> None:
    root = folder({**texts(3), "lie.txt": "Dunmore Labs has its mill in Velm. LIE"})
    ended = go(root, route(better="better", repairs=0))
    assert answered_by(ended) == {"cheap": 3, "better": 1}
    assert ended.headlines["lie.txt"] == "Dunmore Labs has its mill in Velm."
    assert models.asked == {"cheap": 4, "better": 1}
    assert ended.run.paid.cost_usd == pytest.approx(4 * 120 * 1e-5 + 120 * 1e-3)
    # A model that was there before answers from the store, and another share is another run.
    other = go(root, route(better="better", repairs=0, rules=Rules(escalate_above=1.0)))
    assert models.asked == {"cheap": 4, "better": 1}
    assert answered_by(other) == {"cheap": 4}


def test_what_the_better_model_could_not_be_asked_the_next_run_asks(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route], age: Callable[[Path], None]
) -> None:
    root = folder({**texts(3), "lie.txt": "Dunmore Labs has its mill in Velm. LIE"})
    age(root)
    models.fault["better"] = NOT_ACCEPTED
    ended = go(root, route(better="better", repairs=0))
    assert answered_by(ended) == {"cheap": 4}
    assert ended.failures == {}
    models.fault.clear()
    again = go(root, route(better="better", repairs=0))
    assert again.run.plan.unfinished == 1
    assert answered_by(again) == {"cheap": 3, "better": 1}
    assert models.asked == {"cheap": 4, "better": 2}


def test_a_repair_that_the_service_failed_is_asked_for_again_though_there_is_a_fallback(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route], age: Callable[[Path], None]
) -> None:
    usual = models.service.answer

    def no_repairs(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        repair = body["response_format"]["json_schema"]["name"].endswith("_repair")
        return (500, {"error": {"message": "broken"}}) if repair else usual(body)

    models.service.answer = no_repairs
    rules = Rules(fallback_above=1.0)
    root = folder({"lie.txt": "Dunmore Labs has its mill in Velm. LIE"})
    age(root)
    assert answered_by(go(root, route("spare", rules=rules))) == {"cheap": 1}
    models.service.answer = usual
    again = go(root, route("spare", rules=rules))
    assert again.run.plan.unfinished == 1
    assert models.asked["spare"] == 0


def test_articles_of_one_text_are_answered_with_one_question_to_each_model(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route]
) -> None:
    same = dict.fromkeys((f"{at}.txt" for at in range(8)), "Tessel Air bought two ships. DECLINE")
    ended = go(folder(same), route("spare"), concurrency=8)
    assert answered_by(ended) == {"spare": 8}
    assert models.asked == {"cheap": 1, "spare": 1}


def test_a_budget_needs_the_price_of_each_model_and_reserves_for_all(
    folder: MakeFolder,
    go: Callable[..., Any],
    models: Models,
    route: Callable[..., Route],
    service: Any,
    tmp_path: Path,
) -> None:
    enough = go(folder(texts(20)), route(better="better", repairs=0), budget=20.0)
    assert len(enough.documents) == 20
    # One that would go to the better model might cost more than this, though those before took a cent each.
    left = go(folder({"more.txt": "Velm Oil drilled two wells."}), route(better="better", repairs=0), budget=1.0)
    assert left.run.budget.refused is not None
    assert models.asked["cheap"] == 20
    unpriced = Route(
        route().model, better=ChatModel("better", "better", Endpoint(service.base_url, "none")), settings=Settings()
    )
    with pytest.raises(ConfigurationError, match="that of better is not known: name another model to fall back or to"):
        StoredRun(folder(texts(2)), tmp_path / "other", unpriced, budget=10.0)
    assert models.asked["better"] == 0


def test_the_estimate_leaves_fallbacks_out_and_gives_escalation_a_range(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route], tmp_path: Path
) -> None:
    root = folder({**texts(8), "lie.txt": "Dunmore Labs has its mill in Velm. LIE"})
    plain = estimate(root, None, route())
    spare = estimate(root, None, route("spare"))
    better = estimate(root, None, route(better="better"))
    assert plain.cost_usd is not None
    assert spare.cost_usd is not None
    assert better.cost_usd is not None
    assert spare.cost_usd == plain.cost_usd
    assert "fallback spare, which the figures leave out" in estimate_text(spare)
    assert "better model better, for one article of five" in estimate_text(better)
    assert estimate_document(better)["others"] == [{"role": "escalation", "model": "better"}]
    assert "others" not in estimate_document(plain)
    assert better.cost_usd.low == plain.cost_usd.low
    assert better.cost_usd.likely > 10 * plain.cost_usd.likely
    assert better.cost_usd.high > 3 * better.cost_usd.likely
    assert better.provider_batch_usd is None
    go(root, route(better="better", repairs=0), tmp_path / "seen")
    more = folder({"more.txt": "Velm Oil drilled two wells."})
    seen = estimate(more, tmp_path / "seen", route(better="better", repairs=0))
    assert seen.observed == 9
    assert seen.cost_usd is not None
    # One article of nine was escalated.
    assert seen.cost_usd.likely == pytest.approx(120 * 1e-5 + 120 * 1e-3 / 9, rel=0.35)
    assert models.asked["better"] == 1


def test_the_estimate_says_what_an_escalation_of_finished_articles_may_cost(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route], tmp_path: Path
) -> None:
    root = folder({**texts(8), "lie.txt": "Dunmore Labs has its mill in Velm. LIE"})
    go(root, route(repairs=0))
    found = estimate(root, tmp_path / "out", route("spare", better="better", repairs=0))
    assert (found.answered, found.later, round(found.later_requests)) == (9, 1, 1)
    assert found.later_usd is not None
    assert found.later_usd > 1.0
    assert models.asked["better"] == 0


def test_a_summarizer_opens_the_route_by_its_names(service: Any, models: Models) -> None:
    summarizer = Summarizer("cheap", base_url=service.base_url, fallback=["spare", "offline"], escalate="better")
    pipeline = summarizer.pipeline
    assert isinstance(pipeline, Route)
    assert [model.name for model in pipeline.models] == ["cheap", "spare", "offline", "better"]
    assert {model.options.limits.patience for model in pipeline.models if isinstance(model, ChatModel)} == {60.0}
    models.fault["cheap"] = NOT_ACCEPTED

    async def once() -> str:
        async with summarizer:
            return (await summarizer.summarize("Orrin Foods opened 12 shops in Velm.")).provenance.model

    assert asyncio.run(once()) == "spare"


class Own:
    """A model of the caller's own, which keeps no ledger: it refuses, or answers for half a dollar."""

    needs_prompt = False

    def __init__(self, name: str, *, refuses: bool) -> None:
        self.name = name
        self.refuses = refuses

    async def answer(self, question: Question) -> Answer:
        if self.refuses:
            fault = Refused(f"{self.name}: no")
            fault.calls, fault.usage, fault.cost_usd = 1, Usage(input_tokens=10), 0.25
            raise fault
        headline = {"text": question.article.sentences[0].text, "evidence": [1]}
        lists: dict[str, list[object]] = {name: [] for name in ("abstract", "parties", "deals", "quotes", "claims")}
        return Answer({"headline": headline, **lists}, self.name, None, 1, Usage(input_tokens=10), 0.5)

    async def close(self) -> None:
        pass


def test_what_models_of_ones_own_took_is_in_the_account_beside_chat_models(
    folder: MakeFolder, go: Callable[..., Any], models: Models, route: Callable[..., Route]
) -> None:
    chat = route().model
    after = go(folder(texts(2)), Route(Own("own", refuses=True), fallbacks=[chat]))
    assert answered_by(after) == {"cheap": 2}
    assert after.run.paid.cost_usd == pytest.approx(2 * (0.25 + 120 * 1e-5))
    models.fault["cheap"] = NOT_ACCEPTED
    before = go(folder({"new.txt": "Velm Oil drilled two wells."}), Route(chat, fallbacks=[Own("own", refuses=False)]))
    assert before.run.paid.cost_usd == 0.5


@pytest.fixture
def command(service: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    """Runs a command over the service's models."""
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)

    def run(*options: str) -> Result:
        return CliRunner().invoke(app, [*options, "--model", "cheap", "--base-url", service.base_url])

    yield run
    root.handlers[:], ours.handlers[:] = handlers


def test_the_command_says_which_model_is_left_out_and_shows_what_each_took(
    command: Callable[..., Result], folder: MakeFolder, models: Models, tmp_path: Path
) -> None:
    models.fault["cheap"] = NOT_ACCEPTED
    out = str(tmp_path / "out")
    done = command("batch", str(folder(texts(4))), "-o", out, "--fallback", "spare", "--no-report")
    assert done.exit_code == 0, done.stderr
    assert done.stderr.count("it is left out from now on, and others answer in its place") == 1
    assert re.search(r"^ +4 by spare$", done.stderr, re.M)
    usage = CliRunner().invoke(app, ["usage", out, "--format", "json"])
    assert {name: one["articles"] for name, one in json.loads(usage.stdout)["models"].items()} == {"spare": 4}


def test_a_run_ends_where_all_models_are_out_and_another_carries_on(
    command: Callable[..., Result], folder: MakeFolder, models: Models, tmp_path: Path
) -> None:
    run = ["batch", str(folder(texts(6))), "-o", str(tmp_path / "out"), "--fallback", "spare", "--no-report"]
    models.fault = {"cheap": NOT_ACCEPTED, "spare": NO_QUOTA}
    ended = command(*run)
    assert ended.exit_code == 2
    assert re.search(r"no model can be asked: cheap: .*no such key.*; spare: .*quota", ended.stderr)
    models.fault = {"cheap": NOT_ACCEPTED}
    assert command(*run).exit_code == 0
    assert (tmp_path / "out" / "summaries.jsonl").read_text("utf-8").count("\n") == 6


def test_a_model_that_is_not_found_ends_the_run_though_there_is_a_fallback(
    command: Callable[..., Result], folder: MakeFolder, models: Models, tmp_path: Path
) -> None:
    models.fault["cheap"] = (404, {"error": {"message": "no such model"}})
    ended = command("batch", str(folder(texts(6))), "-o", str(tmp_path / "out"), "--fallback", "spare", "--no-report")
    assert ended.exit_code == 2
    assert "no such model" in ended.stderr
    assert "so it is for the first 3 articles" in ended.stderr


def test_each_model_may_be_given_its_price(
    command: Callable[..., Result], folder: MakeFolder, models: Models, tmp_path: Path
) -> None:
    root, out = folder({"no.txt": "Tessel Air bought two ships. DECLINE"}), str(tmp_path / "out")
    run = ["batch", str(root), "-o", out, "--fallback", "spare", "--no-report", "--budget", "100"]
    unpriced = command(*run, "--price", "1,1")
    assert unpriced.exit_code == 2
    assert "that of spare is not known" in unpriced.stderr
    assert not models.asked
    done = command(*run, "--price", "1,1", "--price", "spare=10,10")
    assert done.exit_code == 0, done.stderr
    usage = json.loads(CliRunner().invoke(app, ["usage", out, "--format", "json"]).stdout)["models"]
    assert {name: one["cost_usd"] for name, one in usage.items()} == {"cheap": 120e-6, "spare": 1200e-6}


@pytest.mark.parametrize(
    ("prices", "words"),
    [
        (["--price", "other=1,1"], "a price is given for other, which is not asked"),
        (["--price", "1,1", "--price", "cheap=2,2"], "that of cheap is given twice"),
        (["--price", "spare=free"], "--price free"),
    ],
)
def test_a_price_that_makes_no_sense_is_refused(
    command: Callable[..., Result], folder: MakeFolder, tmp_path: Path, prices: list[str], words: str
) -> None:
    done = command("batch", str(folder(texts(2))), "-o", str(tmp_path / "out"), "--fallback", "spare", *prices)
    assert done.exit_code == 2
    assert words in done.stderr


def test_extract_falls_back_and_says_so(command: Callable[..., Result], models: Models, folder: MakeFolder) -> None:
    root = folder({"a.txt": "Tessel Air bought two ships. DECLINE"})
    done = command("extract", str(root / "a.txt"), "--fallback", "spare", "--format", "json")
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["provenance"]["model"] == "spare"
    assert "spare was asked" in document["provenance"]["notes"][0]
    assert models.asked == {"cheap": 1, "spare": 1}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--fallback", "cheap"], "cheap is asked twice"),
        (["--escalate", "cheap"], "cheap is asked twice"),
        (["--fallback", "anthropic/claude-sonnet-4-5"], "the fallback: --model anthropic/claude-sonnet-4-5: "),
        (["--fallback", "mistral/small"], "the fallback: --model mistral/small: set MISTRAL_API_KEY"),
        (["--escalate", "openai/"], "the model to escalate to: --model openai/: the model's own name is missing"),
        (["--escalate", "offline"], "no better model"),
        (["--fallback", "offline", "--fallback", "spare"], "name them as the last fallback"),
        (["--fallback-above", "0.3"], "--fallback-above goes with --fallback"),
        (["--escalate-above", "0.3"], "--escalate-above goes with --escalate"),
    ],
)
def test_a_route_that_cannot_work_is_said_before_anything_is_asked(
    command: Callable[..., Result], folder: MakeFolder, models: Models, tmp_path: Path, options: list[str], words: str
) -> None:
    out = tmp_path / "out"
    done = command("batch", str(folder(texts(2))), "-o", str(out), *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert not models.asked
    assert not out.exists()


def test_a_run_that_is_killed_asks_no_model_again_for_what_it_answered(
    folder: MakeFolder, models: Models, tmp_path: Path
) -> None:
    service = models.service
    words = ("", "DECLINE", "LIE")
    articles = {f"{at:02}.txt": f"Orrin Foods opened {at + 2} shops. {words[at % 3]} It sells." for at in range(40)}
    options = ["--fallback", "spare", "--escalate", "better", "-q", "-j", "4", "--no-report"]
    base = [str(folder(articles)), "--model", "cheap", "--base-url", service.base_url, *options]
    environment = {**os.environ, "OPENAI_API_KEY": "none"}

    def start(out: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "summarizer", "batch", *base, "-o", str(out)]
        return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    service.seconds = 0.02
    assert start(tmp_path / "whole").wait() in (0, 1)
    once = service.asked.copy()
    service.asked.clear()
    killed = start(tmp_path / "killed")
    until = time.monotonic() + 60
    while service.calls < 25 and time.monotonic() < until:
        time.sleep(0.002)
    killed.send_signal(signal.SIGKILL)
    assert killed.wait() == -signal.SIGKILL
    assert start(tmp_path / "killed").wait() in (0, 1)
    assert service.asked.keys() == once.keys()
    assert sum(service.asked.values()) - len(service.asked) <= 4
    whole, resumed = (tmp_path / name / "summaries.jsonl" for name in ("whole", "killed"))
    assert resumed.read_bytes() == whole.read_bytes()
