"""Long articles in a batch: a request for each section, none asked twice, and those that failed made up for."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from benchmarks.long.answers import Finder, read_now
from benchmarks.long.document import long_document
from summarizer.article import Article
from summarizer.asking.chunks import Chunk, Divider
from summarizer.asking.wires import again_wire, overview_wire
from summarizer.batch import StoredRun
from summarizer.batch.estimate import estimate
from summarizer.cli import app
from summarizer.errors import NotAuthorized
from summarizer.fields import Name, Record
from summarizer.pipeline import Pipeline
from summarizer.schema import NEWS, Schema
from tests.batch.conftest import ChatService, Ended

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Go = Callable[..., Ended]
MakeFolder = Callable[..., Path]
MOST = 400
"""Tokens of a section in these tests."""


class Sale(Record):
    """A mill that was sold."""

    mill: Name


TEXT = "\n\n".join(
    f"Mill Orrin{number} was sold. " + "It had stood idle for years, and nobody had looked after the roof. " * 9
    for number in range(12)
)
LINE = re.compile(r"^\[(\d+)\] Mill (Orrin\d+) was sold\.$", re.MULTILINE)
TO_READ = re.compile(r"sentences, \[(\d+)\] to \[(\d+)\] are to be read")


class Sales:
    """The service's answers: the sales in the sentences that are to be read. `fault` may answer in its place."""

    def __init__(self) -> None:
        self.sections: list[tuple[int, int]] = []
        self.fault: Callable[[int, int], tuple[int, dict[str, Any]] | None] = lambda _first, _last: None
        self.finds: Callable[[dict[str, Any], str], bool] = lambda _item, _told: True
        """Whether a sale is found; told is what stands behind the article."""
        self.under_way = self.most_under_way = 0
        self.lock = threading.Lock()

    def __call__(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        shown = body["messages"][1]["content"]
        part = TO_READ.search(shown)
        first, last = (int(part[1]), int(part[2])) if part else (1, 10**9)
        with self.lock:
            self.sections.append((first, last))
            self.under_way += 1
            self.most_under_way = max(self.most_under_way, self.under_way)
        threading.Event().wait(0.01)
        with self.lock:
            self.under_way -= 1
        if failed := self.fault(first, last):
            return failed
        items = [
            {"mill": mill, "evidence": [int(number)]}
            for number, mill in LINE.findall(shown)
            if first <= int(number) <= last
        ]
        told = shown.rpartition("</article>")[2]
        return said({"content": json.dumps({"items": [item for item in items if self.finds(item, told)]})})


def said(message: dict[str, Any], finish: str = "stop") -> tuple[int, dict[str, Any]]:
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": None, **message}}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    answer = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice], "usage": usage}
    return 200, answer


@pytest.fixture
def sales(service: ChatService, monkeypatch: pytest.MonkeyPatch) -> Sales:
    answers = Sales()
    monkeypatch.setattr(service, "answer", answers)
    return answers


@pytest.fixture
def pipeline(chat: Callable[..., Pipeline]) -> Callable[[], Pipeline]:
    return lambda: chat(schema=Schema.of(Sale), section_tokens=MOST, repairs=0)


@pytest.fixture
def root(folder: MakeFolder) -> Path:
    return folder({"long.txt": TEXT})


@pytest.fixture
def chunks() -> list[Chunk]:
    return Divider(Article.from_text(TEXT)).chunks(MOST)


def mills(ended: Ended) -> list[str]:
    return [item["mill"] for item in ended.documents[0]["items"]]


async def broken_off(pipeline: Pipeline, root: Path, out: Path) -> None:
    try:
        with StoredRun(root, out, pipeline) as run:
            async with aclosing(run.run(2)) as outcomes:
                async for _ in outcomes:
                    pass
    finally:
        await pipeline.close()


ALL = [f"Orrin{number}" for number in range(12)]


def test_each_section_is_a_request_and_is_asked_once(
    go: Go, pipeline: Any, sales: Sales, root: Path, chunks: list[Chunk]
) -> None:
    ended = go(root, pipeline())
    assert mills(ended) == ALL
    assert sorted(sales.sections) == [(chunk.first, chunk.last) for chunk in chunks]
    assert ended.documents[0]["provenance"]["calls"] == len(chunks)
    go(root, pipeline())
    assert len(sales.sections) == len(chunks)


def test_no_more_questions_are_under_way_than_the_run_allows(
    go: Go, pipeline: Any, sales: Sales, folder: MakeFolder
) -> None:
    root = folder({"one.txt": TEXT, "two.txt": TEXT.replace("Orrin", "Orrin9"), "three.txt": TEXT + " It rained."})
    go(root, pipeline(), concurrency=3)
    assert sales.most_under_way == 3


def test_several_processes_write_the_same(
    go: Go, pipeline: Any, sales: Sales, folder: MakeFolder, tmp_path: Path, chunks: list[Chunk]
) -> None:
    root = folder({"one.txt": TEXT, "two.txt": TEXT.replace("Orrin", "Orrin9")})
    one = go(root, pipeline(), tmp_path / "one")
    two = go(root, pipeline(), tmp_path / "two", processes=2)
    assert two.run.summaries.read_bytes() == one.run.summaries.read_bytes()
    assert len(sales.sections) == 4 * len(chunks)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_section_that_the_service_fails_on_is_made_up_for_by_the_next_run(
    go: Go, pipeline: Any, sales: Sales, root: Path, chunks: list[Chunk], processes: int
) -> None:
    lost = chunks[2]
    sales.fault = lambda first, _: (500, {"error": {"message": "out of order"}}) if first == lost.first else None
    ended = go(root, pipeline(), processes=processes)
    assert ended.run.in_part == 1
    [document] = ended.documents
    assert document["provenance"]["unread"] == [{"first": lost.first, "last": lost.last}]
    assert document["provenance"]["notes"][0].startswith(f"sentences {lost.first}–{lost.last} were not read: ")
    assert set(mills(ended)) < set(ALL)

    sales.fault = lambda _first, _last: None
    sales.sections.clear()
    ended = go(root, pipeline(), processes=processes)
    assert sales.sections == [(lost.first, lost.last)]
    assert mills(ended) == ALL
    assert "unread" not in ended.documents[0]["provenance"]
    assert ended.run.in_part == 0


def test_a_section_that_is_declined_is_asked_about_anew_by_itself(
    go: Go, pipeline: Any, sales: Sales, root: Path, chunks: list[Chunk]
) -> None:
    lost = chunks[1]
    sales.fault = lambda first, _: said({"refusal": "no"}) if first == lost.first else None
    assert go(root, pipeline()).run.in_part == 1
    sales.sections.clear()
    assert go(root, pipeline()).run.in_part == 1
    assert sales.sections == [(lost.first, lost.last)]


def test_an_article_none_of_whose_sections_is_answered_fails(
    go: Go, pipeline: Any, sales: Sales, root: Path, chunks: list[Chunk]
) -> None:
    sales.fault = lambda _first, _last: said({"refusal": "no"})
    ended = go(root, pipeline())
    assert ended.failures == {"long.txt": "Refused"}
    assert ended.run.in_part == 0
    assert ended.run.paid.calls == len(chunks)


def test_a_run_that_is_broken_off_in_a_document_goes_on_where_it_was(
    go: Go, pipeline: Any, sales: Sales, root: Path, chunks: list[Chunk], tmp_path: Path
) -> None:
    def no_more(_first: int, _last: int) -> tuple[int, dict[str, Any]] | None:
        return (401, {"error": {"message": "no such key"}}) if len(sales.sections) > 4 else None

    sales.fault = no_more
    with pytest.raises(NotAuthorized):
        asyncio.run(broken_off(pipeline(), root, tmp_path / "out"))
    answered = set(sales.sections[:4])
    sales.fault = lambda _first, _last: None
    sales.sections.clear()
    ended = go(root, pipeline())
    assert mills(ended) == ALL
    assert answered.isdisjoint(sales.sections)
    assert len(sales.sections) == len(chunks) - 4


def test_an_answer_that_is_cut_costs_its_halves_and_no_more_when_the_run_is_repeated(
    go: Go, chat: Callable[..., Pipeline], sales: Sales, root: Path
) -> None:
    whole = Divider(Article.from_text(TEXT)).chunks()
    assert len(whole) == 1
    sales.fault = lambda _, last: said({"content": '{"items": ['}, "length") if last == 10**9 else None
    ended = go(root, chat(schema=Schema.of(Sale), repairs=0))
    assert mills(ended) == ALL
    calls = len(sales.sections)
    assert calls >= 3
    # Other settings, for which the article is done anew from what the store has.
    ended = go(root, chat(schema=Schema.of(Sale), repairs=0, policy="drop"))
    assert len(sales.sections) == calls
    assert mills(ended) == ALL


def test_the_command_says_that_a_part_is_lacking_and_exits_with_1(
    command: Callable[..., Any], sales: Sales, root: Path, chunks: list[Chunk], tmp_path: Path, service: ChatService
) -> None:
    schema = tmp_path / "sale.py"
    schema.write_text("from summarizer import Name, Record\nclass Sale(Record):\n    mill: Name\n")
    sales.fault = lambda first, _: said({"refusal": "no"}) if first == chunks[1].first else None
    asked = ["-m", "relay", "--base-url", service.base_url, "--schema", f"{schema}:Sale", "--section-tokens", str(MOST)]
    result = command(root, tmp_path / "out", *asked, "--repair", "0", "--no-report")
    assert result.exit_code == 1
    assert "1 long article was read in part only: run the same command again for the rest" in result.stderr
    result = CliRunner().invoke(app, ["extract", str(root / "long.txt"), *asked, "--repair", "0", "--format", "json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["provenance"]["unread"]


def test_the_estimate_counts_the_questions_about_sections_and_further_passes(
    chat: Callable[..., Pipeline], root: Path, chunks: list[Chunk]
) -> None:
    asked = {
        passes: estimate(root, None, chat(schema=Schema.of(Sale), section_tokens=MOST, repairs=0, passes=passes))
        for passes in (1, 3)
    }
    whole = estimate(root, None, chat(schema=Schema.of(Sale), repairs=0))
    assert (asked[1].asked, whole.asked) == (1, 1)
    assert whole.requests.likely == 1
    assert asked[1].requests.likely == pytest.approx(len(chunks), abs=1)
    assert asked[3].requests.likely == 3 * asked[1].requests.likely
    assert whole.input_tokens.likely < asked[1].input_tokens.likely < asked[3].input_tokens.likely


@pytest.mark.parametrize("processes", [1, 2])
def test_further_passes_ask_for_what_is_missing(
    go: Go, chat: Callable[..., Pipeline], sales: Sales, root: Path, chunks: list[Chunk], processes: int
) -> None:
    def half(item: dict[str, Any], told: str) -> bool:
        """At first every other mill, then those that are not told to be known."""
        return item["mill"] not in told if "That was done already" in told else item["evidence"][0] % 20 == 1

    sales.finds = half
    ended = go(root, chat(schema=Schema.of(Sale), section_tokens=MOST, repairs=0, passes=2), processes=processes)
    assert mills(ended) == ALL
    assert len(sales.sections) <= 2 * len(chunks)


@pytest.mark.parametrize("processes", [1, 2])
def test_news_of_several_sections_has_one_headline(
    go: Go,
    chat: Callable[..., Pipeline],
    service: ChatService,
    folder: MakeFolder,
    processes: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    planted = long_document(30_000)
    finder = Finder(planted)
    wires = {"overview": overview_wire(NEWS), "again": again_wire(NEWS)}

    def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        task = body["response_format"]["json_schema"]["name"].rpartition("_")[2]
        first, last = read_now(body["messages"][1]["content"])
        skipped = tuple(NEWS.sections) if task == "overview" else ()
        found = finder.answer(wires.get(task, NEWS.wire), first, last, skipped)
        return said({"content": json.dumps(found)})

    monkeypatch.setattr(service, "answer", answer)
    ended = go(folder({"meeting.txt": planted.article.text}), chat(passes=2), processes=processes)
    [document] = ended.documents
    # The finder gives a sentence of the text, which stands below a title.
    assert document["headline"]["verdict"] == "inferred"
    assert len(document["abstract"]) == 2
    kinds = ("deals", "quotes", "claims")
    assert sum(len(document[name]) for name in kinds) == sum(name in kinds for _, name, _ in planted.records)
    assert document["verification"]["altered"] == document["verification"]["unsupported"] == 0
