"""Every fault of a service that docs/faults.md names: what becomes of the article that meets it, and of the others.

A run over three articles, one at a time; the second one meets the fault. No test waits: the sleep is injected, and the
clock goes on by what was slept.
"""

from __future__ import annotations

import asyncio
import json
import re
import socket
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.batch.runner import Job, Outcome, run_jobs
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
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.pipeline import Pipeline, Settings
from summarizer.schema import Schema

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
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
SHARED = [(1, 1.25), (2, 2.5), (4, 5), (8, 10), (16, 20), (32, 40)]
"""The pauses of everybody after six refusals where the service names none; the last is the next article's."""


def soon(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def passing(name: str, reply: dict[str, Any], wait: tuple[float, float] = (1, 2)) -> Fault:
    return Fault(name, reply, asked=2, times=1, waits=[wait])


FAULTS = [
    passing("connection reset", {"reset": True}),
    passing("reset in mid-body", {"body": {"items": "x" * 9000}, "short": 5000, "reset": True}),
    passing("body cut short", {"body": {"items": "x" * 900}, "short": 40}),
    Fault("no answer in time", {"delay": 0.4}, Unavailable, "no answer in time; .*longer timeout", 6, waits=BACKOFF),
    Fault("reply that never ends", {"endless": True}, Unavailable, "no answer in time", 6, waits=BACKOFF),
    Fault("400", status(400, "seed is not an integer"), RequestRejected, "400: seed is not an integer"),
    Fault("401", status(401), NotAuthorized, "check the key", ends=True),
    Fault("403", status(403), NotAuthorized, "check the key and what it is allowed to do", ends=True),
    Fault("404 model", status(404, "no model `x`", "model_not_found"), RequestRejected, "check the model's name"),
    passing("408", status(408)),
    passing("409", status(409)),
    Fault("413", status(413), RequestRejected, "the article is too long for this model"),
    Fault("422", status(422, "top_p: bad"), RequestRejected, "422: top_p: bad"),
    Fault("429", status(429), RateLimited, "fewer articles at once", 6, waits=SHARED),
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
    Fault("empty choices", {"choices": []}, EmptyAnswer, "the answer was empty, twice", 2),
    Fault("empty answer", {"says": ""}, EmptyAnswer, "the answer was empty, twice", 2),
    Fault("refusal", {"says": None, "refusal": "I cannot."}, Refused, r"declined to answer: I cannot\."),
    Fault("content filter", {"says": "", "finish": "content_filter"}, ContentFiltered, "filter withheld the answer"),
    Fault("filtered request", status(400, "no", "content_filter"), ContentFiltered, "does not pass this article"),
    Fault("length", {"says": '{"items": [', "finish": "length"}, Truncated, "raise it, or take a model"),
    Fault("context length", status(400, "no", "context_length_exceeded"), RequestRejected, "too long for this model"),
]
UNREACHED = ["connection refused", "DNS failure", "TLS error"]


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


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_costs_its_own_article_and_no_other(
    service: Any, reply: Any, said: Any, run: Any, slept: list[float], fault: Fault
) -> None:
    asked = []

    def answer(body: dict[str, Any]) -> Any:
        if "FAULTY" not in body["messages"][1]["content"]:
            return said(GOOD)
        asked.append(body)
        if fault.times is not None and len(asked) > fault.times:
            return said(GOOD)
        words = dict(fault.reply)
        if "late" in words:
            return reply(**status(429, retry_after=soon(words["late"])))
        if "choices" in words:
            return reply({**said(GOOD).body, **words})
        return said(words.pop("says"), **words) if "says" in words else reply(**words)

    service.script = [answer]
    done, ended = run(options={"timeout": 0.15} if fault.name in ("no answer in time", "reply that never ends") else {})
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
    assert all(low <= wait <= high + 0.001 for wait, (low, high) in zip(slept, fault.waits, strict=True))


@pytest.mark.parametrize("kind", UNREACHED)
def test_a_service_that_nobody_reaches_ends_the_run_after_the_patience(
    service: Any, run: Any, slept: list[float], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    address, why = f"127.0.0.1:{service.server.server_port}", "(Connect call failed|refused)"
    if kind == "DNS failure":

        def unknown(*_: Any, **__: Any) -> Any:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        address, why = "model.invalid", "Name or service not known"
    elif kind == "TLS error":
        why = "(?i:ssl)"
    else:
        service.server.server_close()
    scheme = "https" if kind == "TLS error" else "http"
    done, ended = run(f"{scheme}://{address}/v1", concurrency=3)
    assert done == {}
    assert isinstance(ended, ServiceDown)
    assert re.search(f"was not reached .*{why}.*check the address and the network", str(ended))
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


def test_every_row_of_the_document_is_tested() -> None:
    rows = re.findall(r"^\| ([^|`]+?) \|", DOCUMENT.read_text(encoding="utf-8").partition("\n## ")[0], re.MULTILINE)
    tested = [*UNREACHED, *(fault.name for fault in FAULTS)]
    assert sorted(set(rows) - {"what happens", "---"}) == sorted(tested)
