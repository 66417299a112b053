"""A second run into the same folder: what it does again, what it leaves, what it says of both."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import shutil
import sqlite3
import weakref
from collections.abc import Callable
from contextlib import aclosing, closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarizer import Summarizer
from summarizer.article import Article
from summarizer.batch import StoredRun
from summarizer.batch.lock import Lock
from summarizer.errors import ENDS_RUN, ConfigurationError, NotAuthorized
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Result, Usage
from summarizer.schema import Schema
from summarizer.user_schemas import load_schema

MakeFolder = Callable[..., Path]
Go = Callable[..., Any]

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

THREE = {"a.txt": "Orrin rose.", "b.txt": "Tessel fell.", "deep/c.txt": "Velkamp stood still."}


def rows(out: Path, ask: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        return store.execute(ask).fetchall()


def test_a_second_run_asks_nothing_and_leaves_the_files_alone(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, age: Callable[[Path], None]
) -> None:
    root = folder(THREE)
    age(root)
    first = go(root, pipeline)
    before = {path.name: path.stat() for path in (first.run.summaries, first.run.failures)}
    second = go(root, pipeline)
    assert len(model.asked) == 3
    assert second.outcomes == {}
    assert second.run.words() == "3 unchanged, 0 changed, 0 new"
    assert second.run.totals.done == 3
    assert {path.name: path.stat() for path in (first.run.summaries, first.run.failures)} == before


def test_a_folder_with_a_run_on_ray_is_refused(folder: MakeFolder, tmp_path: Path, pipeline: Pipeline) -> None:
    out = tmp_path / "parquet"
    out.mkdir()
    (out / "part-00000-1.parquet").write_bytes(b"PAR1")
    with pytest.raises(
        ConfigurationError, match="parquet holds a run on Ray: go on with --engine ray, or give another"
    ):
        StoredRun(folder(THREE), out, pipeline)
    assert not (out / "run.sqlite").exists()


def test_only_what_changed_is_done_and_what_is_gone_is_left_out(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, age: Callable[[Path], None]
) -> None:
    root = folder(THREE)
    age(root)
    go(root, pipeline)
    model.asked.clear()
    folder({"a.txt": "Orrin rose again.", "b2.txt": "Dorrin opened."})
    (root / "deep/c.txt").unlink()
    second = go(root, pipeline)
    assert sorted(model.asked) == ["Dorrin opened.", "Orrin rose again."]
    assert second.run.words() == "1 unchanged, 1 changed, 1 new, 1 gone"
    assert second.headlines == {"a.txt": "Orrin rose again.", "b.txt": "Tessel fell.", "b2.txt": "Dorrin opened."}


def test_an_unchanged_file_is_not_read(
    folder: MakeFolder, go: Go, pipeline: Pipeline, age: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(THREE)
    age(root)
    go(root, pipeline)
    read: list[str] = []
    monkeypatch.setattr("summarizer.batch.read_todo.read_article", lambda path, **_: read.append(str(path)))
    go(root, pipeline)
    assert read == []


def test_a_file_that_was_only_touched_is_read_and_found_to_be_the_same(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, age: Callable[[Path], None]
) -> None:
    root = folder(THREE)
    go(root, pipeline)
    age(root)
    second = go(root, pipeline)
    assert len(model.asked) == 3
    assert second.run.words() == "3 unchanged, 0 changed, 0 new"
    assert go(root, pipeline).outcomes == {}


def test_a_file_written_just_before_the_run_is_read_again_by_the_next(
    folder: MakeFolder, go: Go, pipeline: Pipeline
) -> None:
    """It could have changed since without its time's changing."""
    root = folder(THREE)
    go(root, pipeline)
    path = root / "a.txt"
    status = path.stat()
    path.write_text("Orrin fell.")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert go(root, pipeline).headlines["a.txt"] == "Orrin fell."


def test_a_renamed_article_is_answered_from_the_store_under_its_new_name(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any
) -> None:
    root = folder(THREE)
    go(root, pipeline)
    (root / "a.txt").rename(root / "z.txt")
    second = go(root, pipeline)
    assert len(model.asked) == 3
    assert second.headlines == {"b.txt": "Tessel fell.", "deep/c.txt": "Velkamp stood still.", "z.txt": "Orrin rose."}


def test_a_folder_under_another_name_gives_the_documents_of_that_name(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, tmp_path: Path
) -> None:
    go(folder(THREE), pipeline)
    moved = folder(THREE, "moved")
    second = go(moved, pipeline)
    assert len(model.asked) == 3
    assert second.run.summaries.read_bytes() == go(moved, pipeline, tmp_path / "fresh").run.summaries.read_bytes()


def test_articles_of_the_same_text_are_asked_about_once(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any
) -> None:
    root = folder({f"{number}.txt": "Orrin rose." for number in range(9)})
    done = go(root, pipeline, concurrency=3)
    assert model.asked == ["Orrin rose."]
    assert [document["source"]["path"] for document in done.documents] == [f"{root}/{n}.txt" for n in range(9)]
    assert done.run.paid.usage.input_tokens == 10


def test_the_title_and_the_date_make_an_article_another(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any
) -> None:
    root = folder({"a.txt": "Orrin rose."})
    go(root, pipeline, published=date(2031, 3, 4))
    assert go(root, pipeline, published=date(2031, 3, 5)).documents[0]["source"]["published"] == "2031-03-05"
    assert len(model.asked) == 2


def test_a_failure_is_shared_by_articles_of_the_same_text(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any
) -> None:
    root = folder({f"{number}.txt": "REFUSE this." for number in range(6)})
    done = go(root, pipeline, concurrency=2)
    assert model.asked == ["REFUSE this."]
    assert done.failures == {f"{number}.txt": "Refused" for number in range(6)}
    assert {str(outcome.error) for outcome in done.outcomes.values()} == {"the model declined"}


def test_what_failed_is_tried_again_and_counts_its_attempts(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, tmp_path: Path, age: Callable[[Path], None]
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": "REFUSE this.", "c.txt": ""})
    age(root)
    go(root, pipeline)
    second = go(root, pipeline)
    assert model.asked.count("REFUSE this.") == 2
    assert model.asked.count("Orrin rose.") == 1
    assert second.run.words() == "1 unchanged, 0 changed, 0 new, 2 failed before"
    attempts = dict(rows(tmp_path / "out", "SELECT CAST(path AS TEXT), attempts FROM articles"))
    assert attempts == {"a.txt": 1, "b.txt": 2, "c.txt": 2}


def test_one_bad_article_leaves_the_others_alone(folder: MakeFolder, go: Go, pipeline: Pipeline) -> None:
    done = go(folder({"a.txt": "REFUSE this.", "b.txt": "", "c.txt": "BUG here.", "d.txt": "Orrin rose."}), pipeline)
    assert done.failures == {"a.txt": "Refused", "b.txt": "ReadError", "c.txt": "ZeroDivisionError"}
    assert done.headlines == {"d.txt": "Orrin rose."}


@pytest.mark.parametrize("word", ["UNAUTHORIZED", "MISCONFIGURED"])
def test_what_every_article_would_meet_ends_the_run_and_keeps_what_is_done(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path, word: str
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": f"{word}.", "c.txt": "Tessel fell."})
    with pytest.raises(ENDS_RUN):
        go(root, pipeline, concurrency=1)
    assert (tmp_path / "out/summaries.jsonl").read_text().count("\n") == 1
    assert (tmp_path / "out/failures.jsonl").read_text() == ""
    (root / "b.txt").unlink()
    assert go(root, pipeline).headlines == {"a.txt": "Orrin rose.", "c.txt": "Tessel fell."}


def test_articles_that_wait_for_one_that_meets_a_bad_key_are_not_lost(
    folder: MakeFolder, go: Go, pipeline: Pipeline
) -> None:
    root = folder(dict.fromkeys(["a.txt", "b.txt", "c.txt"], "UNAUTHORIZED."))
    with pytest.raises(NotAuthorized):
        go(root, pipeline, concurrency=3)


def test_a_folder_that_cannot_be_listed_loses_none_of_its_articles(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(THREE)
    go(root, pipeline)
    real = os.scandir

    def scandir(path: str) -> Any:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    second = go(root, pipeline)
    assert second.failures == {"deep": "ReadError"}
    assert "deep/c.txt" in second.headlines
    assert "gone" not in second.run.words()
    monkeypatch.undo()
    third = go(root, pipeline)
    assert third.failures == {}
    assert len(third.headlines) == len(model.asked) == 3


def test_names_that_are_not_utf8_or_hold_line_breaks_are_done_once(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, age: Callable[[Path], None]
) -> None:
    root = folder({})
    for number, name in enumerate(
        [b"caf\xe9.txt", b"two\nlines.txt", "\U0001f3ed.txt".encode(), "\ufb01.txt".encode()]
    ):
        (root / os.fsdecode(name)).write_text(f"Orrin opened {number} shops.")
    age(root)
    assert len(go(root, pipeline).documents) == 4
    assert go(root, pipeline).outcomes == {}
    assert len(model.asked) == 4


def test_two_runs_into_one_folder_are_one_too_many(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    root, out = folder(THREE), tmp_path / "out"
    out.mkdir()
    held = Lock(out)
    with pytest.raises(ConfigurationError, match=rf"another run writes into .*out: process {os.getpid()} on .*, since"):
        go(root, pipeline)
    held.release()
    assert len(go(root, pipeline).headlines) == 3


def test_the_files_come_back_where_somebody_took_or_changed_them(
    folder: MakeFolder, go: Go, pipeline: Pipeline, age: Callable[[Path], None]
) -> None:
    root = folder(THREE)
    age(root)
    first = go(root, pipeline)
    right = first.run.summaries.read_bytes()
    first.run.summaries.write_bytes(right.replace(b"Orrin", b"Orren"))
    first.run.failures.unlink()
    go(root, pipeline)
    assert first.run.summaries.read_bytes() == right
    assert first.run.failures.read_bytes() == b""


# what a chat service is asked again


def test_another_program_makes_of_the_kept_answers_what_it_can_and_asks_nothing(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(
        {"a.txt": "Orrin opened 2 shops.", "b.txt": "Orrin opened 3 shops. WOBBLE", "c.txt": "LIE of 4 shops."}
    )
    first = go(root, chat(), concurrency=1)
    calls = service.calls
    assert calls == 5  # b is asked again, c is repaired
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "a mended verifier")
    second = go(root, chat(), concurrency=1)
    assert second.run.words() == "0 unchanged, 3 changed, 0 new"
    assert service.calls == calls
    assert second.documents == first.documents
    assert second.run.paid.calls == 0


def test_another_policy_asks_nothing_of_the_service(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any
) -> None:
    root = folder({"a.txt": "LIE of 4 shops."})
    assert go(root, chat(repairs=0)).documents[0]["verification"]["dropped"] == 0
    assert go(root, chat(repairs=0, policy="drop")).documents[0]["verification"]["dropped"] == 1
    assert service.calls == 1


REMARK = """
from pydantic import field_validator
from summarizer import Record, Statement

class Remark(Record):
    note: Statement
"""
MENDED = """
    @field_validator("note")
    @classmethod
    def loud(cls, note: str) -> str:
        return note.upper()
"""


def test_a_schema_that_is_mended_but_asks_the_same_asks_nothing(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    root, file = folder({"a.txt": "Orrin opened 2 shops."}), tmp_path / "remark.py"
    file.write_text(REMARK)
    assert go(root, chat(schema=load_schema(str(file)))).documents[0]["items"][0]["note"] == "Orrin opened 2 shops."
    file.write_text(REMARK + MENDED)
    assert go(root, chat(schema=load_schema(str(file)))).documents[0]["items"][0]["note"] == "ORRIN OPENED 2 SHOPS."
    assert service.calls == 1


def test_a_schema_that_asks_for_more_is_another_question(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    root, file = folder({"a.txt": "Orrin opened 2 shops."}), tmp_path / "remark.py"
    for more in ("", "    tone: Statement | None = None\n"):
        file.write_text(REMARK + more)
        go(root, chat(schema=load_schema(str(file))))
    assert len(service.asked) > 1


def test_a_refusal_is_asked_anew_and_what_was_answered_is_kept_where_the_service_failed(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any
) -> None:
    root = folder({"a.txt": "DECLINE to speak.", "b.txt": "BUSY with 2 shops.", "c.txt": "Orrin opened 3 shops."})
    service.busy = True
    assert go(root, chat()).failures == {"a.txt": "Refused", "b.txt": "Unavailable"}
    service.busy = False
    service.asked.clear()
    assert go(root, chat()).failures == {"a.txt": "Refused"}
    assert service.calls == 2
    assert not any("Orrin opened" in body for body in service.asked)


def test_a_refusal_that_another_program_finds_is_not_paid_for_again(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"a.txt": "DECLINE to speak."})
    go(root, chat())
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "reads refusals otherwise")
    assert go(root, chat()).failures == {"a.txt": "Refused"}
    assert service.calls == 1
    go(root, chat())
    assert service.calls == 2


def test_an_answer_is_kept_before_it_is_read(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"a.txt": "Orrin opened 2 shops."})
    monkeypatch.setattr("summarizer.models.exchange.Exchange._text", lambda *_: 1 / 0)
    assert go(root, chat()).failures == {"a.txt": "MalformedAnswer"}
    monkeypatch.undo()
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "reads answers as it should")
    assert go(root, chat()).failures == {}
    assert service.calls == 1


def test_a_judge_and_a_repair_are_recalled_too(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": "LIE of 4 shops."})
    first = go(root, chat())
    shutil.copytree(tmp_path / "out", tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy/run.sqlite")) as store, store:
        store.execute("DELETE FROM articles")
    again = go(root, chat(), tmp_path / "copy")
    assert service.calls == 2
    assert again.run.summaries.read_bytes() == first.run.summaries.read_bytes()


def test_what_a_service_has_shown_is_known_to_the_next_run(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], tmp_path: Path
) -> None:
    """A miss of one that has kept the schema before is told of the fault only; else it is told the schema in words."""
    root = folder({"a.txt": "Orrin opened 2 shops."})
    go(root, chat())
    folder({"b.txt": "Orrin opened 3 shops. WOBBLE"})
    second = go(root, chat())
    assert [document["provenance"]["schema_mode"] for document in second.documents] == ["strict", "strict"]
    at_once = go(root, chat(), tmp_path / "fresh", concurrency=1)
    assert second.run.summaries.read_bytes() == at_once.run.summaries.read_bytes()


# in Python


def test_a_summarizer_yields_what_is_known_and_what_is_new(
    folder: MakeFolder, model: Any, tmp_path: Path, age: Callable[[Path], None]
) -> None:
    root = folder(THREE)
    age(root)

    async def names() -> list[str]:
        async with Summarizer(model) as summarizer:
            found = [result async for result in summarizer.batch(root, out=tmp_path / "out", documents=True)]
            return [Path(result.source.path or "").name for result in found]

    assert sorted(asyncio.run(names())) == ["a.txt", "b.txt", "c.txt"]
    folder({"d.txt": "Dorrin opened."})
    assert asyncio.run(names()) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert len(model.asked) == 4
    assert (tmp_path / "out/summaries/deep/c.txt.json").is_file()


def test_a_result_from_the_store_equals_the_one_that_went_in(
    folder: MakeFolder, pipeline: Pipeline, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin rose."})

    async def both() -> None:
        async for outcome in run.run():
            assert run.result("a.txt") == outcome.result is not None

    with StoredRun(root, tmp_path / "out", pipeline) as run:
        asyncio.run(both())
        assert run.result("b.txt") is None


def test_a_consumer_that_leaves_ends_the_run_in_order(folder: MakeFolder, model: Any, tmp_path: Path) -> None:
    root = folder({f"{number}.txt": f"Orrin opened {number} shops." for number in range(20)})

    async def first() -> None:
        async with Summarizer(model) as summarizer:
            results = summarizer.batch(root, out=tmp_path / "out", concurrency=1)
            await anext(results)
            await results.aclose()  # type: ignore[attr-defined]

    asyncio.run(first())
    done = (tmp_path / "out/summaries.jsonl").read_text().count("\n")
    assert 1 <= done < 20
    assert rows(tmp_path / "out", "SELECT count(*) FROM runs WHERE ended IS NOT NULL") == [(1,)]


def test_a_call_that_is_given_up_counts_as_lost(
    folder: MakeFolder, pipeline: Pipeline, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin opened 2 shops."})
    service.seconds = 0.3

    async def leave() -> None:
        asking = chat()
        with StoredRun(root, tmp_path / "out", asking) as run:
            work = asyncio.ensure_future(anext(run.run()))
            while not service.calls:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            await asking.close()

    asyncio.run(leave())
    with StoredRun(root, tmp_path / "out", pipeline) as run:
        assert run.lost == 1


def test_a_model_of_ones_own_is_accounted_for(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    class Paid:
        name = "own/model"
        needs_prompt = False

        async def answer(self, question: Question) -> Answer:
            headline = {"text": question.article.sentences[0].text, "evidence": [1]}
            empty: dict[str, list[object]] = {n: [] for n in ("abstract", "parties", "deals", "quotes", "claims")}
            return Answer({"headline": headline, **empty}, model="own-1", usage=Usage(input_tokens=7), cost_usd=0.25)

        async def close(self) -> None:
            return None

    done = go(folder({"a.txt": "Orrin rose.", "b.txt": "Orrin fell."}), Pipeline(Paid()))
    assert (done.run.paid.calls, done.run.paid.usage.input_tokens, done.run.paid.cost_usd) == (2, 14, 0.5)
    assert rows(tmp_path / "out", "SELECT count(*) FROM answers WHERE text IS NOT NULL") == [(0,)]


def test_a_service_may_say_anything_of_itself(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    class Strange:
        name = "own/model"
        needs_prompt = False

        async def answer(self, question: Question) -> Answer:
            if "Tessel" in question.article.text:
                raise ZeroDivisionError("lone \ud800 and \udce9")
            empty: dict[str, list[object]] = {n: [] for n in ("abstract", "parties", "deals", "quotes", "claims")}
            return Answer({"headline": None, **empty}, model="own \ud800", usage=Usage(input_tokens=10**30))

        async def close(self) -> None:
            return None

    done = go(folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell."}), Pipeline(Strange()))
    assert done.failures == {"b.txt": "ZeroDivisionError"}
    assert len(done.documents) == 1
    assert rows(tmp_path / "out", "SELECT model, input_tokens FROM answers") == [("own \\ud800", 10**12)]
    assert rows(tmp_path / "out", "SELECT message FROM articles WHERE error IS NOT NULL") == [
        ("lone \ufffd and \ufffd",)
    ]


def test_as_many_questions_are_under_way_as_concurrency_says(folder: MakeFolder, tmp_path: Path, model: Any) -> None:
    """No answer is given before three are asked at once, and none of the seventeen others is asked beside them."""
    three = asyncio.Event()

    class Watched(Pipeline):
        async def run(self, article: Article) -> Result:
            if model.at_once == 2:
                asyncio.get_running_loop().call_later(0.05, three.set)
            return await super().run(article)

    root = folder({f"{number}.txt": f"SLOW Orrin opened {number} shops." for number in range(20)})

    async def held_up() -> int:
        async with aclosing(run.run(3)) as outcomes:
            first = asyncio.ensure_future(anext(outcomes))
            await three.wait()
            assert len(model.asked) == 3
            model.gate.set()
            await first
            return 1 + len([outcome async for outcome in outcomes])

    with StoredRun(root, tmp_path / "out", Watched(model)) as run:
        assert asyncio.run(asyncio.wait_for(held_up(), 30)) == 20
    assert model.most_at_once == 3


def test_articles_are_read_while_others_wait_for_their_answers(folder: MakeFolder, tmp_path: Path, model: Any) -> None:
    """With two questions held up, the next article is there already when one of them is answered."""
    read: list[str] = []
    three = asyncio.Event()

    class Watched(Pipeline):
        async def run(self, article: Article) -> Result:
            read.append(article.text)
            if len(read) == 3:
                three.set()
            return await super().run(article)

    root = folder({f"{number}.txt": f"SLOW Orrin opened {number} shops." for number in range(5)})

    async def held_up() -> None:
        async with aclosing(run.run(2)) as outcomes:
            first = asyncio.ensure_future(anext(outcomes))
            await three.wait()
            assert len(model.asked) == 2
            model.gate.set()
            await first
            async for _ in outcomes:
                pass

    with StoredRun(root, tmp_path / "out", Watched(model)) as run:
        asyncio.run(asyncio.wait_for(held_up(), 30))
    assert len(read) == 5


def test_questions_that_wait_go_out_before_answers_are_read(
    folder: MakeFolder, tmp_path: Path, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of four articles two are asked about, and answered at once: then the others are, before any answer is read."""
    asked_before: list[int] = []
    assemble = Schema.assemble

    def watched(*arguments: Any) -> Result:
        asked_before.append(len(model.asked))
        return assemble(*arguments)

    monkeypatch.setattr(Schema, "assemble", watched)
    root = folder({f"{number}.txt": f"SLOW Orrin opened {number} shops." for number in range(4)})

    async def held_up() -> None:
        async with aclosing(run.run(2)) as outcomes:
            first = asyncio.ensure_future(anext(outcomes))
            while len(model.asked) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0)
            model.gate.set()
            await first
            async for _ in outcomes:
                pass

    with StoredRun(root, tmp_path / "out", Pipeline(model)) as run:
        asyncio.run(asyncio.wait_for(held_up(), 30))
    assert len(asked_before) == 4
    assert asked_before[0] >= 3


def test_nothing_of_an_article_is_left_to_the_collector(chat: Callable[..., Pipeline]) -> None:
    async def answered() -> weakref.ref[Article]:
        pipeline = chat(repairs=0)
        article = Article.from_text("Orrin Foods opened 2 shops in Velm.")
        await pipeline.run(article)
        await pipeline.close()
        return weakref.ref(article)

    gc.disable()
    try:
        assert asyncio.run(answered())() is None
    finally:
        gc.enable()


def test_a_repair_on_which_the_service_failed_is_made_by_the_next_run(
    folder: MakeFolder, go: Go, chat: Any, service: Any, age: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"a.txt": "LIE Velkamp.", "twin.txt": "LIE Velkamp.", "b.txt": "Tessel fell."})
    age(root)
    usual = service.answer

    def without_repairs(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        repair = body["response_format"]["json_schema"]["name"].endswith("_repair")
        return (500, {"error": {"message": "out of order"}}) if repair else usual(body)

    monkeypatch.setattr(service, "answer", without_repairs)
    first = go(root, chat())
    assert first.run.totals.faulty == 2
    service.asked.clear()
    again = go(root, chat())
    words = "1 unchanged, 0 changed, 0 new, 2 to be repaired or judged after a fault of the service"
    assert again.run.words() == words
    assert service.calls == 2  # two tries of the repair, for both
    monkeypatch.setattr(service, "answer", usual)
    service.asked.clear()
    mended = go(root, chat())
    assert (
        mended.run.words() == "1 unchanged, 0 changed, 0 new, 2 to be repaired or judged after a fault of the service"
    )
    assert service.calls == 1
    assert mended.run.totals.faulty == 0
    assert [document["provenance"]["notes"] for document in mended.documents] == [[]] * 3
    assert go(root, chat()).run.words() == "3 unchanged, 0 changed, 0 new"
    assert service.calls == 1


def test_a_judge_that_leaves_something_open_is_asked_once_more_and_both_answers_are_kept(
    folder: MakeFolder, go: Go, chat: Any, service: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual, judged = service.answer, []

    def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if "judgements" not in body["response_format"]["json_schema"]["schema"]["properties"]:
            return usual(body)
        judged.append(body)
        word = {"statement": 101, "label": "entailed", "sentence": 1, "difference": None}
        _, said = usual({**body, "messages": [{"content": "<article>\n[1] x"}]})
        content = {"judgements": [] if len(judged) == 1 else [word]}
        said["choices"][0]["message"]["content"] = json.dumps(content)
        return 200, said

    monkeypatch.setattr(service, "answer", answer)
    root = folder({"a.txt": "Orrin rose."})
    model = chat().model
    done = go(root, Pipeline(model, judge=model))
    assert len(judged) == 2
    assert done.documents[0]["provenance"]["judge"]["statements"] == 1
    (tmp_path / "out" / "summaries.jsonl").unlink()
    recalled = go(root, Pipeline(model, Settings(policy="drop"), model))
    assert len(judged) == 2
    assert recalled.documents[0]["provenance"]["judge"]["statements"] == 1
