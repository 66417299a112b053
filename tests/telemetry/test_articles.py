"""What an OpenTelemetry SDK is told of articles."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from summarizer import Summarizer, summarize, telemetry
from summarizer.batch import run
from summarizer.errors import ReadError, Refused
from summarizer.models.base import Answer, Question
from summarizer.telemetry import listening

ARTICLE = """Brackwell Marine buys Ostrava Rail

Brackwell Marine Ltd. agreed to buy Ostrava Rail for $340 million, the companies said on Tuesday.

"We have waited for this for years," said Ilse Corran, the chief executive of Brackwell Marine.
"""


class Wrong:
    """Says what the article does not."""

    name = "fake/wrong"
    needs_prompt = False

    async def answer(self, question: Question) -> Answer:
        headline = {"text": "Brackwell Marine buys Ostrava Rail for $900 million", "evidence": [1, 2]}
        lists: dict[str, list[object]] = {name: [] for name in ("abstract", "parties", "deals", "quotes", "claims")}
        assert question.article.text
        return Answer({"headline": headline, **lists}, model=self.name)

    async def close(self) -> None:
        return None


def counts(points: list[Any], *names: str) -> dict[tuple[Any, ...], int]:
    return {tuple(point.attributes[name] for name in names): point.value for point in points}


def test_an_article_is_a_span_with_its_verdicts(told: Any) -> None:
    summary = summarize(ARTICLE, model="offline")
    [span] = told.spans()
    assert span.name == "summarize article"
    assert span.attributes["summarizer.article.sha256"] == summary.source.sha256
    assert span.attributes["summarizer.article.characters"] == len(ARTICLE)
    assert span.attributes["summarizer.outcome"] == "done"
    assert (span.attributes["summarizer.model"], span.attributes["summarizer.models_asked"]) == ("offline", 1)
    assert summary.verification.records > 0
    for name, count in summary.verification.model_dump().items():
        assert span.attributes[f"summarizer.verification.{name}"] == count


def test_an_article_tells_whose_records_it_has_and_how_many_were_asked(told: Any) -> None:
    class Refusing(Wrong):
        name = "fake/refusing"

        async def answer(self, question: Question) -> Answer:
            raise Refused(f"no word on {question.article.sha256}")

    async def once() -> None:
        async with Summarizer(Refusing(), fallback="offline") as summarizer:
            await summarizer.summarize(ARTICLE)

    asyncio.run(once())
    [span] = told.spans()
    assert (span.attributes["summarizer.model"], span.attributes["summarizer.models_asked"]) == ("offline", 2)


def test_records_are_counted_by_section_and_verdict(told: Any) -> None:
    summary = summarize(ARTICLE, model="offline")
    expected = Counter((path.partition("[")[0], str(record.verdict)) for path, record in summary.records())
    found = counts(told.points("summarizer.records"), "summarizer.section", "summarizer.verdict")
    assert found == expected
    assert sum(found.values()) == summary.verification.records


def test_findings_are_counted_by_their_codes(told: Any) -> None:
    async def once() -> Any:
        async with Summarizer(Wrong()) as summarizer:
            return await summarizer.summarize(ARTICLE)

    summary = asyncio.run(once())
    codes = [str(finding.code) for finding in summary.headline.findings]
    assert codes
    found = counts(told.points("summarizer.findings"), "summarizer.section", "summarizer.finding.code")
    assert found == Counter(("headline", code) for code in codes)
    [point] = told.points("summarizer.article.duration")
    assert (point.count, dict(point.attributes)) == (1, {"summarizer.outcome": "done"})


def test_an_article_that_fails_is_told_with_the_class_of_its_error_alone(told: Any) -> None:
    async def once() -> None:
        async with Summarizer(Wrong(), policy="fail") as summarizer:
            await summarizer.summarize(ARTICLE)

    with pytest.raises(Exception, match="900 million"):
        asyncio.run(once())
    [span] = told.spans()
    assert span.attributes["error.type"] == "VerificationFailed"
    assert (span.status.status_code.name, span.status.description, span.events) == ("ERROR", None, ())
    [point] = told.points("summarizer.article.duration")
    assert dict(point.attributes) == {"summarizer.outcome": "failed", "error.type": "VerificationFailed"}


def test_an_article_that_cannot_be_read_is_counted(told: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")

    async def once() -> list[Any]:
        async with Summarizer("offline") as summarizer:
            return [outcome async for outcome in run(tmp_path, summarizer.pipeline)]

    assert sorted(type(outcome.error).__name__ for outcome in asyncio.run(once())) == ["NoneType", ReadError.__name__]
    outcomes = {
        point.attributes["summarizer.outcome"]: point.count for point in told.points("summarizer.article.duration")
    }
    assert outcomes == {"done": 1, "failed": 1}


def test_nothing_that_the_article_says_is_told(told: Any, tmp_path: Path) -> None:
    path = tmp_path / "brackwell-ostrava.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    summarize(path, model="offline")
    [span] = told.spans()
    written = json.loads(span.to_json())
    for drawn in ("context", "parent_id", "start_time", "end_time", "resource"):  # ids and times hold any digits
        del written[drawn]
    for word in ("Brackwell", "brackwell", "Ostrava", "340", "Corran"):
        assert word not in json.dumps(written)


def test_nothing_is_told_from_a_process_that_works_for_another(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening._Known, "off", False)
    telemetry.switch_off()
    summarize(ARTICLE, model="offline")
    assert told.spans() == []


def test_without_an_sdk_nothing_of_opentelemetry_is_imported() -> None:
    program = (
        "import sys; from summarizer import summarize, telemetry; "
        "summarize('Brackwell Marine bought Ostrava Rail for $3 million.\\n', model='offline'); "
        "print(telemetry.current(), [name for name in sys.modules if 'opentelemetry' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["None", "[]"]


def test_the_api_alone_is_no_listener(told: Any) -> None:
    """Other libraries import it without that anybody has set an SDK up."""
    del told
    program = (
        "from opentelemetry import trace; from summarizer import telemetry; print(telemetry.current()); "
        "from opentelemetry.sdk.trace import TracerProvider; trace.set_tracer_provider(TracerProvider()); "
        "print(type(telemetry.current()).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["None", "Telemetry"]
