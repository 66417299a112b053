"""Every fault of a service that docs/faults.md names: what becomes of the article that meets it, and of the others.

First a run in Python over three articles, one at a time, of which the second meets the fault; then the command, over
one folder with all the faults in it, and over one folder for each fault that ends a run. No test waits: the sleep is
injected, and the clock goes on by what was slept.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import re
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer.article import Article
from summarizer.batch.runner import Job, Outcome, run_jobs
from summarizer.cli import app
from summarizer.errors import (
    ConfigurationError,
    ContentFiltered,
    EmptyAnswer,
    MalformedAnswer,
    NotAuthorized,
    OutOfQuota,
    RateLimited,
    Refused,
    RequestRejected,
    ServiceDown,
    Truncated,
    Unavailable,
)
from summarizer.fields import Record, Verbatim
from summarizer.models import answer_size, providers
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.exchange import Exchange
from summarizer.pipeline import Pipeline, Settings
from summarizer.schema import Schema

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

ARTICLES: Mapping[str, str] = {"a": "Orrin Rail rose.", "b": "FAULTY Foundry fell.", "c": "Tessel Mills rose."}
GOOD = json.dumps({"items": []})


class Note(Record):
    """What is said."""

    words: Verbatim


@dataclass(frozen=True)
class Fault:
    """One fault, always met by the second article, or `times` times.

    error   what the article fails with; None: it is done after all
    asked   requests that it takes
    waits   seconds that are waited for between them, each at least the lower and at most the upper bound
    ends    whether the run ends by it
    """

    name: str
    reply: dict[str, Any]
    error: type[Exception] | None = None
    says: str = ""
    asked: int = 1
    times: int | None = None
    waits: list[tuple[float, float]] = field(default_factory=list)
    ends: bool = False


def status(code: int, message: str = "no", error_code: str | None = None, **headers: str) -> dict[str, Any]:
    error = {"message": message, "type": "error", "param": None, "code": error_code}
    return {
        "body": {"error": error},
        "status": code,
        "headers": {name.replace("_", "-"): value for name, value in headers.items()},
    }


BACKOFF = [(1, 2), (2, 3), (4, 5), (8, 9), (16, 17)]
"""The waits between six tries: doubled, with up to a second more."""
REFUSED = [(1, 1.25), (2, 2.5), (4, 5), (8, 10), (16, 20), (2, 2.5)]
"""The waits of one that is refused six times where the service names none, and the second pause of everybody, which is
the next article's: nobody got an answer since the fifth."""


def soon(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def passing(name: str, reply: dict[str, Any], wait: tuple[float, float] = (1, 2)) -> Fault:
    return Fault(name, reply, asked=2, times=1, waits=[wait])


FLOOD = b" " * 3_000_000
"""More than the most that is read in these tests, which is a megabyte."""
UNPACKING = {"body": gzip.compress(FLOOD), "headers": {"content-encoding": "gzip"}}
TIMED = ("no answer in time", "reply that never ends")
BRIEF = 0.25
"""Seconds that the service gets for these."""
UNTAKEN = "The model produced output that does not match the expected peg-native format"
TAKEN = "did not take what the model wrote: The model produced .*; take a model that keeps to a schema"

FAULTS = [
    passing("connection reset", {"reset": True}),
    passing("reset in mid-body", {"body": {"items": "x" * 9000}, "short": 5000, "reset": True}),
    passing("body cut short", {"body": {"items": "x" * 900}, "short": 40}),
    Fault("no answer in time", {"delay": 1.0}, Unavailable, "no answer in time; .*longer timeout", 6, waits=BACKOFF),
    Fault("reply that never ends", {"endless": True}, Unavailable, "no answer in time", 6, waits=BACKOFF),
    Fault("reply without end at full speed", {"body": FLOOD}, Unavailable, "has more than .* MB; check the base url"),
    Fault("reply that unpacks without end", UNPACKING, Unavailable, "has more than .* MB; check the base url"),
    Fault("400", status(400, "seed is not an integer"), RequestRejected, "400: seed is not an integer"),
    Fault("401", status(401), NotAuthorized, "check the key", ends=True),
    Fault("403", status(403), NotAuthorized, "check the key and what it is allowed to do", ends=True),
    Fault("404 model", status(404, "no model `x`", "model_not_found"), RequestRejected, "check the model's name"),
    passing("408", status(408)),
    passing("409", status(409)),
    Fault("413", status(413), RequestRejected, "the article is too long for this model"),
    Fault("422", status(422, "top_p: bad"), RequestRejected, "422: top_p: bad"),
    Fault("429", status(429), RateLimited, "fewer articles at once", 6, waits=REFUSED),
    passing("429, Retry-After in seconds", status(429, retry_after="7"), (7, 7)),
    passing("429, retry-after-ms", status(429, retry_after_ms="250", retry_after="7"), (0.25, 0.25)),
    passing("429, Retry-After as a date", {"late": 20}, (17, 20)),
    passing("429, Retry-After longer than one wait", status(429, retry_after="300"), (300, 300)),
    Fault("429, Retry-After of an hour", status(429, retry_after="3600"), RateLimited, "to wait 3600 s", ends=True),
    Fault("429, request too large", status(429, "Request too large for x"), RequestRejected, "limit on tokens"),
    Fault("insufficient quota", status(429, "no", "insufficient_quota"), OutOfQuota, "quota or credit", ends=True),
    Fault("402", status(402, "Insufficient Balance"), OutOfQuota, "quota or credit is used up", ends=True),
    Fault("500", status(500), Unavailable, "500: no; try again later", 6, waits=BACKOFF),
    passing("502", status(502)),
    passing("503", status(503)),
    passing("504", status(504)),
    passing("529", status(529, "overloaded")),
    passing("HTML in place of an error", {"body": "<html>Bad gateway", "status": 502, "content_type": "text/html"}),
    Fault(
        "HTML in place of JSON",
        {"body": "<!doctype html><p>Welcome", "content_type": "text/html"},
        RequestRejected,
        "check the base url, which usually ends in /v1",
    ),
    passing("truncated JSON", {"body": b'{"id": "x", "choices": ['}),
    Fault(
        "JSON of another kind", {"body": {}}, Unavailable, "no chat completion; check the base url", 2, waits=[(1, 2)]
    ),
    Fault("wrong schema", {"says": '{"items": 3}'}, MalformedAnswer, "none of 3 answers satisfied the schema", 3),
    Fault("output that the service does not take", status(500, UNTAKEN), MalformedAnswer, TAKEN, 3, waits=[(0, 0)] * 2),
    Fault(
        "output that the service does not take, with a 400",
        status(400, "See x", "json_validate_failed"),
        MalformedAnswer,
        "x; take",
        3,
        waits=[(0, 0)] * 2,
    ),
    Fault("empty choices", {"choices": []}, EmptyAnswer, "the answer was empty, twice", 2),
    Fault("empty answer", {"says": ""}, EmptyAnswer, "the answer was empty, twice", 2),
    Fault("refusal", {"says": None, "refusal": "I cannot."}, Refused, r"declined to answer: I cannot\."),
    Fault("content filter", {"says": "", "finish": "content_filter"}, ContentFiltered, "filter withheld the answer"),
    Fault("filtered request", status(400, "no", "content_filter"), ContentFiltered, "does not pass this article"),
    Fault("length", {"says": '{"items": [', "finish": "length"}, Truncated, "raise it, or take a model"),
    Fault("context length", status(400, "no", "context_length_exceeded"), RequestRejected, "too long for this model"),
]
AT_REPAIR = "fault of the service at a repair"
UNREACHED = {
    "connection refused": "(Connect call failed|refused)",
    "DNS failure": "Name or service not known",
    "TLS error": "(?i:ssl)",
}
"""What keeps a service from being reached, and how the operating system says it."""


@pytest.fixture
def run(open_chat: Callable[..., ChatModel]) -> Callable[..., tuple[dict[str, Outcome], Exception | None]]:
    """Runs the articles; what became of them, and what ended the run if something did."""

    def make(
        base_url: str | None = None, concurrency: int = 1, articles: Mapping[str, str] = ARTICLES, **settings: Any
    ) -> Any:
        async def work() -> tuple[dict[str, Outcome], Exception | None]:
            model = open_chat(**settings)
            if base_url:
                model.endpoint = Endpoint(base_url, model.endpoint.api_key)
            pipeline = Pipeline(model, Settings(schema=Schema.of(Note), repairs=0))
            jobs = [Job(name, Article.from_text(text)) for name, text in articles.items()]
            done: dict[str, Outcome] = {}
            try:
                async with aclosing(run_jobs(jobs, pipeline, concurrency=concurrency)) as outcomes:
                    async for outcome in outcomes:
                        done[outcome.path] = outcome
            except Exception as fault:
                return done, fault
            finally:
                await model.close()
            return done, None

        return asyncio.run(work())

    return make


@pytest.fixture(autouse=True)
def little_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_size, "LARGEST_ANSWER", 1_000_000)


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[str], bool]], None]:
    """Gives the service little time for the articles whose texts are such, and much for the others, however busy this
    machine is."""

    def make(is_such: Callable[[str], bool]) -> None:
        async def post(exchange: Exchange, request: dict[str, Any]) -> Any:
            seconds = BRIEF if is_such(exchange.question.article.text) else 60
            exchange.model.options = replace(exchange.model.options, timeout=seconds)
            return await real(exchange, request)

        monkeypatch.setattr(Exchange, "_post", post)

    real = Exchange._post
    return make


def met(fault: Fault, reply: Any, said: Any) -> Any:
    """What the service answers in place of an answer."""
    words = dict(fault.reply)
    if "late" in words:
        return reply(**status(429, retry_after=soon(words["late"])))
    if "choices" in words:
        return reply({**said(GOOD).body, **words})
    return said(words.pop("says"), **words) if "says" in words else reply(**words)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_costs_its_own_article_and_no_other(
    service: Any, reply: Any, said: Any, run: Any, slept: list[float], brief: Any, fault: Fault
) -> None:
    asked = []

    def answer(body: dict[str, Any]) -> Any:
        if "FAULTY" not in body["messages"][1]["content"]:
            return said(GOOD)
        asked.append(body)
        if fault.times is not None and len(asked) > fault.times:
            return said(GOOD)
        return met(fault, reply, said)

    service.script = [answer]
    brief(lambda text: fault.name in TIMED and "FAULTY" in text)
    done, ended = run()
    assert done["a"].error is None
    if fault.ends:
        error = done["b"].error if "b" in done else ended
        assert isinstance(ended, fault.error if "b" not in done else ServiceDown)
        assert "c" not in done
    else:
        assert ended is None
        assert done["c"].error is None
        error = done["b"].error
    assert type(error) is (fault.error or type(None))
    assert re.search(fault.says, str(error))
    assert len(asked) == fault.asked
    assert len(slept) == len(fault.waits)
    # On a busy machine a pause has begun a while before the next article comes to wait for it.
    assert all(0.75 * low <= wait <= high + 0.001 for wait, (low, high) in zip(slept, fault.waits, strict=True))


def unreached(service: Any, kind: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The base url of a service that is not reached."""
    address = f"127.0.0.1:{service.server.server_port}"
    if kind == "TLS error":
        return f"https://{address}/v1"
    if kind == "connection refused":
        service.server.server_close()
        return f"http://{address}/v1"

    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    return "http://model.invalid/v1"


@pytest.mark.parametrize("kind", UNREACHED)
def test_a_service_that_nobody_reaches_ends_the_run_after_the_patience(
    service: Any, run: Any, slept: list[float], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    done, ended = run(unreached(service, kind, monkeypatch), concurrency=3)
    assert done == {}
    assert isinstance(ended, ServiceDown)
    assert re.search(f"was not reached .*{UNREACHED[kind]}.*check the address and the network", str(ended))
    assert "down for 10 minutes: what is done is kept, run the same command again later" in str(ended)
    assert sum(slept) >= 600


@pytest.mark.parametrize("found", [{"status": 404, "body": {"error": {"message": "no model"}}}, {"body": "<html>"}])
def test_what_the_first_three_articles_do_not_find_ends_the_run(
    service: Any, reply: Any, run: Any, found: dict[str, Any]
) -> None:
    service.script = [reply(content_type="application/json" if "status" in found else "text/html", **found)]
    done, ended = run()
    assert isinstance(ended, ConfigurationError)
    assert re.search("check the (model's name|base url).*so it is for the first 3 articles", str(ended))
    assert [type(outcome.error) for outcome in done.values()] == [RequestRejected] * 2
    assert len(service.asked) == 3


def test_an_article_that_is_always_refused_is_given_up_though_others_are_answered(
    service: Any, said: Any, failed: Any, run: Any
) -> None:
    refused = []

    def answer(body: dict[str, Any]) -> Any:
        if "FAULTY" in body["messages"][1]["content"]:
            refused.append(body)
            return failed(429, "slow down", retry_after_ms="1")
        return said(GOOD)

    service.script = [answer]
    done, ended = run(
        concurrency=2, articles={"bad": "FAULTY Foundry fell."} | {f"{at}": f"Mill {at} rose." for at in range(60)}
    )
    assert ended is None
    assert [name for name, outcome in done.items() if outcome.error] == ["bad"]
    # Six that count, and twenty that the answers of others excuse.
    assert 6 <= len(refused) <= 26


HEADLINE = re.compile(r"^\[1\] (.*)$", re.MULTILINE)


@pytest.fixture
def command(
    service: Any, slept: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Result]]:
    """Runs `summarizer batch` over `tmp_path / "articles"`; the model waits as the others here do."""

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await asyncio.sleep(0)

    def chat(*arguments: Any, **options: Any) -> ChatModel:
        clock = lambda: time.monotonic() + sum(slept)  # noqa: E731
        return ChatModel(*arguments, **options, sleep=sleep, clock=clock)

    def run(*options: str, base_url: str = service.base_url) -> Result:
        folder, out = str(tmp_path / "articles"), str(tmp_path / "out")
        return CliRunner().invoke(app, ["batch", folder, "-o", out, "-m", "relay", "--base-url", base_url, *options])

    monkeypatch.setattr(providers, "ChatModel", chat)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)
    yield run
    root.handlers[:], ours.handlers[:] = handlers


def write(folder: Path, articles: Mapping[str, str]) -> None:
    folder.mkdir()
    for name, text in articles.items():
        (folder / name).write_text(text, "utf-8")


def summary(body: dict[str, Any]) -> str:
    """An answer that says the article's first sentence."""
    lists: dict[str, list[object]] = {name: [] for name in ("abstract", "organizations", "people", "deals", "claims")}
    first = HEADLINE.findall(body["messages"][-1]["content"])[-1]
    return json.dumps({"headline": {"text": first, "evidence": [1]}, **lists})


def told(out: Path) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """What the files of a run say: headlines, and failures with their class and message, by the article's name."""
    done = [json.loads(line) for line in (out / "summaries.jsonl").read_text("utf-8").splitlines()]
    failed = [json.loads(line) for line in (out / "failures.jsonl").read_text("utf-8").splitlines()]
    return (
        {Path(one["source"]["path"]).name: one["headline"]["text"] for one in done},
        {one["path"]: (one["error"], one["message"]) for one in failed},
    )


def test_a_folder_with_every_fault_in_it_loses_nothing_else(
    service: Any, reply: Any, said: Any, command: Any, brief: Any, tmp_path: Path
) -> None:
    faults = {f"{at:02}.txt": fault for at, fault in enumerate(FAULTS) if not fault.ends}
    articles = {name: f"FAULTY Foundry fell {name}." for name in faults}
    # A good one behind each, by whose answer the service shows that it is not down.
    good = {name.replace(".txt", "-good.txt"): f"Orrin Rail rose {name}." for name in faults}
    write(tmp_path / "articles", articles | good)
    mended, asked = False, Counter[str]()

    def answer(body: dict[str, Any]) -> Any:
        words = HEADLINE.findall(body["messages"][1]["content"])[-1]
        asked[words] += 1
        name = words.split()[-1].rstrip(".")
        fault = faults[name] if "FAULTY" in words and not mended else None
        if fault is None or (fault.times is not None and asked[words] > fault.times):
            return said(summary({"messages": body["messages"][1:2]}))
        return met(fault, reply, said)

    service.script = [answer]
    brief(lambda text: "FAULTY" in text and faults[text.split()[-1].rstrip(".")].name in TIMED)
    first = command("-j", "1")
    assert first.exit_code == 1
    done, failed = told(tmp_path / "out")
    failing = {name: fault for name, fault in faults.items() if fault.error is not None}
    assert failed.keys() == failing.keys()
    assert done == {name: text for name, text in (articles | good).items() if name not in failing}
    for name, fault in failing.items():
        kind, message = failed[name]
        assert fault.error
        assert kind == fault.error.__name__
        assert re.search(fault.says, message), name
    lines = first.stderr.splitlines()
    named = [name for name in failing if any(line.startswith(f"summarizer: {name}: relay: ") for line in lines)]
    assert named == list(failing)[:10]
    assert f"summarizer: further failures are listed in {tmp_path / 'out' / 'failures.jsonl'} only" in lines

    mended = True
    asked.clear()
    assert command("--quiet").exit_code == 0
    assert told(tmp_path / "out") == (articles | good, {})
    assert asked == {articles[name]: 1 for name in failing}


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.ends], ids=lambda fault: fault.name)
def test_a_fault_that_ends_the_command_keeps_what_was_done(
    service: Any, reply: Any, said: Any, command: Any, tmp_path: Path, fault: Fault
) -> None:
    write(tmp_path / "articles", {f"{name}.txt": text for name, text in ARTICLES.items()})
    mended, asked = False, Counter[str]()

    def answer(body: dict[str, Any]) -> Any:
        words = HEADLINE.findall(body["messages"][1]["content"])[-1]
        asked[words] += 1
        return met(fault, reply, said) if "FAULTY" in words and not mended else said(summary(body))

    service.script = [answer]
    ended = command("-j", "1")
    assert ended.exit_code == (130 if fault.error is RateLimited else 2)
    [line] = [line for line in ended.stderr.splitlines() if "the service answered" in line and "b.txt" not in line]
    assert re.search(fault.says, line)
    assert "1 done" in ended.stderr
    assert told(tmp_path / "out")[0] == {"a.txt": ARTICLES["a"]}

    mended = True
    asked.clear()
    assert command("--quiet").exit_code == 0
    assert asked == {ARTICLES["b"]: 1, ARTICLES["c"]: 1}


@pytest.mark.parametrize("kind", UNREACHED)
def test_a_service_that_nobody_reaches_ends_the_command(
    service: Any, command: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    write(tmp_path / "articles", {f"{name}.txt": text for name, text in ARTICLES.items()})
    ended = command("-j", "3", base_url=unreached(service, kind, monkeypatch))
    assert ended.exit_code == 130
    assert ended.stderr.count("the service is down, it is waited for") == 1
    assert "check the address and the network" in ended.stderr
    assert "run the same command again later" in ended.stderr
    assert told(tmp_path / "out") == ({}, {})


@pytest.mark.parametrize("found", [{"status": 404, "body": {"error": {"message": "no model"}}}, {"body": "<html>"}])
def test_a_model_or_address_that_is_not_found_ends_the_command(
    service: Any, reply: Any, command: Any, tmp_path: Path, found: dict[str, Any]
) -> None:
    write(tmp_path / "articles", {f"{number}.txt": f"Mill {number} rose." for number in range(9)})
    service.script = [reply(content_type="application/json" if "status" in found else "text/html", **found)]
    ended = command("-j", "1")
    assert ended.exit_code == 2
    assert re.search("check the (model's name|base url).*so it is for the first 3 articles", ended.stderr)
    assert len(service.asked) == 3


def test_a_fault_at_the_repair_keeps_the_records_as_they_are(
    service: Any, said: Any, failed: Any, command: Any, tmp_path: Path
) -> None:
    write(tmp_path / "articles", {f"{name}.txt": text for name, text in ARTICLES.items()})

    def answer(body: dict[str, Any]) -> Any:
        if "FAULTY" not in body["messages"][1]["content"]:
            return said(summary(body))
        if body["response_format"]["json_schema"]["name"].endswith("_repair"):
            return failed(400, "seed is not an integer")
        lists: dict[str, list[object]] = {
            name: [] for name in ("abstract", "organizations", "people", "deals", "claims")
        }
        return said(json.dumps({"headline": {"text": "Tessel Mills bought the moon.", "evidence": [1]}, **lists}))

    service.script = [answer]
    ended = command("-j", "1")
    assert ended.exit_code == 1
    assert "b.txt: the repair failed, the records stay as they are: relay: the service answered 400" in ended.stderr
    lines = (tmp_path / "out" / "summaries.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["headline"]["verdict"] for line in lines] == ["verified", "unsupported", "verified"]


def test_records_that_are_dropped_after_a_repair_that_failed_are_said_to_be(
    service: Any, said: Any, command: Any, tmp_path: Path
) -> None:
    write(tmp_path / "articles", {"a.txt": ARTICLES["a"]})

    def answer(body: dict[str, Any]) -> Any:
        if body["response_format"]["json_schema"]["name"].endswith("_repair"):
            return said("no JSON")
        data = json.loads(summary(body))
        return said(json.dumps({**data, "abstract": ["Tessel Mills bought the moon for $9 million. [1]"]}))

    service.script = [answer]
    ended = command("-j", "1", "--policy", "drop")
    assert ended.exit_code == 0
    assert "a.txt: the repair failed, the records that do not hold are dropped as they were: relay: " in ended.stderr
    (line,) = (tmp_path / "out" / "summaries.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["abstract"] == []
    assert json.loads(line)["verification"]["dropped"] == 1


@pytest.mark.parametrize("place", ["verify_sections", "faulty_records"])
def test_an_answer_on_which_the_program_breaks_is_asked_for_anew_by_the_next_run(
    service: Any, said: Any, command: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    from summarizer import pipeline

    works = getattr(pipeline, place)
    write(tmp_path / "articles", {f"{name}.txt": text for name, text in ARTICLES.items()})

    def odd_once(body: dict[str, Any]) -> Any:
        data = json.loads(summary(body))
        is_odd = "FAULTY" in body["messages"][1]["content"] and len(service.asked) < len(ARTICLES) + 1
        return said(json.dumps({**data, "abstract": ["Odd [1]"]} if is_odd else data))

    def breaks(sections: Any, *given: Any) -> Any:
        if any(record.text == "Odd" for record in sections["abstract"]):
            raise ZeroDivisionError("by zero")
        return works(sections, *given)

    monkeypatch.setattr(pipeline, place, breaks)
    service.script = [odd_once]
    ended = command("-j", "1", "--repair", "0")
    assert (ended.exit_code, len(service.asked)) == (1, len(ARTICLES))
    assert "ZeroDivisionError: by zero (a fault of this program" in ended.stderr
    ended = command("-j", "1", "--repair", "0")
    assert (ended.exit_code, len(service.asked)) == (0, len(ARTICLES) + 1)


def test_every_row_of_the_document_is_tested(rows: Callable[[str], list[str]]) -> None:
    assert sorted(rows("The service")) == sorted([*UNREACHED, AT_REPAIR, *(fault.name for fault in FAULTS)])
