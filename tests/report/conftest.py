"""A run over invented articles, one of them hostile, with records of every verdict, and a browser for its report."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch import StoredRun
from summarizer.batch.report import write_report
from summarizer.fields import Money, Name, Record, Verbatim
from summarizer.models.base import Answer, Question
from summarizer.models.providers import open_model
from summarizer.pipeline import Pipeline, Settings
from summarizer.schema import Schema

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
)

DATA = Path(__file__).parent / "data"
"""Articles, each with what a model says of it. Of the takeover it gives a wrong scale, a wrong direction and something
that nobody said; of the hostile one, and in it, whatever a page might obey."""
TOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.json"))}
ANSWERS = {told["text"]: told["answer"] for told in TOLD.values()}


class Scripted:
    """Answers what is written down for the article."""

    name = "fake/scripted"
    needs_prompt = False

    async def answer(self, question: Question) -> Answer:
        await asyncio.sleep(0)
        return Answer(ANSWERS[question.article.text], model=self.name)

    async def close(self) -> None:
        return None


class Loan(Record):
    """One loan."""

    borrower: Name
    amount: Money | None
    terms: list[Verbatim]


class ScriptedLoans(Scripted):
    """The same with records of a user's own class."""

    async def answer(self, question: Question) -> Answer:  # noqa: ARG002
        amount = {"text": "90 million euros", "currency": "EUR"}
        wrong = {"text": "19 million euros", "currency": "EUR"}
        loans = [
            {"borrower": "Corran Shipping NV", "amount": amount, "terms": ["on Monday"], "evidence": [2]},
            {"borrower": "Corran Shipping NV", "amount": wrong, "terms": [], "evidence": [2]},
        ]
        return Answer({"items": loans}, model=self.name)


ARTICLES = {f"{name}.txt" if name != "loan" else "deep/loan.txt": told["text"] for name, told in TOLD.items()}
EMPTY = {"<img src=x onerror=window.__pwned=1>.txt": " \n"}
"""An article that fails."""


def run_over(files: Mapping[str, str | bytes], place: Path, pipeline: Pipeline) -> Path:
    """Runs `pipeline` over these articles in `place`; returns where the results are."""
    for name, text in files.items():
        path = place / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    async def work_off(run: StoredRun) -> None:
        async for _ in run.run(2):
            pass

    with StoredRun(place / "articles", place / "out", pipeline, processes=1) as run:
        asyncio.run(work_off(run))
    return place / "out"


@pytest.fixture(scope="package")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a run over the four articles and one that fails; its file must not be changed."""
    place = tmp_path_factory.mktemp("report")
    return write_report(run_over({**ARTICLES, **EMPTY}, place, Pipeline(Scripted(), Settings(repairs=0)))).path


@pytest.fixture(scope="package")
def event_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the offline rules on the two example articles that tell of one event, and on a third."""
    folder = ROOT / "examples/articles"
    chosen = [*folder.glob("port_stake_*"), folder / "supply_contract.txt"]
    files = {path.name: path.read_text(encoding="utf-8") for path in chosen}
    return run_over(files, tmp_path_factory.mktemp("event"), Pipeline(open_model("offline")))


@pytest.fixture(scope="package")
def examples_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the offline rules on all example articles and on those of the dossier."""
    folders = [ROOT / "examples/articles", ROOT / "examples/dossier"]
    files = {
        path.name: path.read_bytes()
        for folder in folders
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".md", ".html", ".htm")
    }
    return run_over(files, tmp_path_factory.mktemp("examples"), Pipeline(open_model("offline")))


@pytest.fixture
def make_run(tmp_path: Path) -> Callable[..., Path]:
    """Runs over articles, the four above where none are given: `make_run({"a.txt": "text"}, policy="drop")`."""

    def make(files: dict[str, str] | None = None, *, loans: bool = False, **settings: Any) -> Path:
        if loans:
            settings["schema"] = Schema.of(Loan)
        pipeline = Pipeline(ScriptedLoans() if loans else Scripted(), Settings(repairs=0, **settings))
        return run_over({**ARTICLES, **EMPTY} if files is None else files, tmp_path, pipeline)

    return make


class Browser:
    """Debian's Chromium, driven from a thread of its own: Playwright keeps a loop running in the thread that it is used
    in, where no other test could run one."""

    def __init__(self) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._thread = ThreadPoolExecutor(1)
        self._playwright, self._browser = self._thread.submit(self._open).result()

    @staticmethod
    def _open() -> tuple[Any, Any]:
        from playwright.sync_api import sync_playwright

        playwright = sync_playwright().start()
        return playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))

    def close(self) -> None:
        def do() -> None:
            self._browser.close()
            self._playwright.stop()

        self._thread.submit(do).result()
        self._thread.shutdown()

    def look(self, file: Path, do: Callable[[Any], Any], fragment: str = "", **options: Any) -> Any:
        """What `do` returns for the page of `file` in a new profile. Fails where the page asked for anything, opened a
        dialog, broke its policy or threw."""

        def in_thread() -> Any:
            context = self._browser.new_context(**options)
            try:
                page = context.new_page()
                met: list[str] = []
                own = file.resolve().as_uri()
                page.on("dialog", lambda dialog: (met.append(f"dialog: {dialog.message}"), dialog.dismiss()))
                page.on("pageerror", lambda fault: met.append(f"error: {fault}"))
                page.on("console", lambda message: met.append(f"console: {message.text}"))
                folder = file.parent.resolve().as_uri()
                page.on("request", lambda asked: asked.url.startswith(f"{folder}/") or met.append(asked.url))
                page.goto(own + fragment)
                found = do(page)
                assert page.evaluate("window.__pwned") is None
                assert met == []
                return found
            finally:
                context.close()

        return self._thread.submit(in_thread).result()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    pytest.importorskip("playwright", reason="Playwright is not installed: pip install '.[test]'")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there: apt-get install chromium")
    opened = Browser()
    yield opened
    opened.close()
