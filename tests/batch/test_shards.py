"""A folder in several shards, put together again: the same as one run over it."""

from __future__ import annotations

import asyncio
import fcntl
import io
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer import Summarizer
from summarizer.batch import Shard, StoredRun
from summarizer.batch.merging import merge
from summarizer.batch.shards import number_of
from summarizer.batch.usage import write_usage
from summarizer.cli import app
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Pipeline
from summarizer.readers.files import read_bytes

MakeFolder = Callable[..., Path]
Go = Callable[..., Any]

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

DERIVED = ("summaries.jsonl", "failures.jsonl")


def texts() -> dict[str, str]:
    """Articles of every kind: plain, doubled, re-asked, repaired, refused, empty."""
    plain = {f"{number % 3}/{number:02}.txt": f"Orrin Foods opened mill {number} in Velm." for number in range(24)}
    doubled = {f"same/{number}.txt": "Orrin Foods opened mill 3 in Velm." for number in range(3)}
    odd = {"w.txt": "WOBBLE Tessel fell.", "l.txt": "LIE Velkamp.", "d.txt": "DECLINE Dorrin.", "empty.txt": ""}
    return {**plain, **doubled, **odd}


def shards(root: Path, tmp_path: Path, go: Go, pipeline: Callable[[], Pipeline], of: int = 3) -> list[Path]:
    outs = [tmp_path / f"shard{number}" for number in range(1, of + 1)]
    for number, out in enumerate(outs, start=1):
        go(root, pipeline(), out, shard=Shard(of, number))
    return outs


def usage(out: Path, form: Any) -> str:
    stream = io.StringIO()
    write_usage(out, form, stream)
    return stream.getvalue()


def ask(out: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        return store.execute(query).fetchall()


def table(out: Path, name: str) -> list[tuple[Any, ...]]:
    return ask(out, f"SELECT * FROM {name}")


def paths(out: Path) -> set[str]:
    return {path.decode() for (path,) in ask(out, "SELECT path FROM articles")}


@pytest.mark.parametrize("written", ["0/4", "5/4", "1/0", "4", "a/b", "-1/4", "1/2/3", "", "1.5/4", "٢/4"])
def test_what_is_no_shard_is_told(written: str) -> None:
    with pytest.raises(ConfigurationError, match="--shard"):
        Shard.parse(written)


def test_a_shard_is_written_as_it_is_read() -> None:
    assert str(Shard.parse(" 2 / 8 ")) == "2/8"


def test_every_content_is_in_one_shard() -> None:
    for number in range(50):
        content = b"%d" % number
        assert [shard for shard in range(1, 8) if Shard(7, shard).holds(content)] == [number_of(content, 7)]
    assert Shard(1, 1).holds(b"anything")


def test_shards_put_together_are_one_run_over_the_folder(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, service: Any
) -> None:
    root = folder(texts())
    whole = go(root, chat(), tmp_path / "whole").run.out
    once = service.asked.copy()
    service.asked.clear()
    outs = shards(root, tmp_path, go, chat)
    assert service.asked == once  # doubled articles are in one shard: nothing is asked twice
    parts = [paths(out) for out in outs]
    assert set.union(*parts) == set(texts())
    assert sum(map(len, parts)) == len(texts())
    assert all(parts)

    merged = merge(outs, tmp_path / "merged")
    assert (merged.totals.done, merged.totals.failed, merged.missing, merged.undone) == (29, 2, (), 0)
    for name in DERIVED:
        assert (tmp_path / "merged" / name).read_bytes() == (whole / name).read_bytes()
    for form in ("text", "json"):
        assert usage(tmp_path / "merged", form) == usage(whole, form)
    assert ask(tmp_path / "merged", "PRAGMA integrity_check") == [("ok",)]
    # Each text belongs to an article or an answer, and each of these finds its own.
    assert ask(tmp_path / "merged", "SELECT count(*) FROM texts") == ask(whole, "SELECT count(*) FROM texts")


def test_a_run_goes_on_from_what_was_put_together(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, service: Any, age: Callable[[Path], None]
) -> None:
    root = folder(texts())
    age(root)
    merge(shards(root, tmp_path, go, chat), tmp_path / "merged")
    service.asked.clear()
    ended = go(root, chat(), tmp_path / "merged")
    assert ended.run.words() == "29 unchanged, 0 changed, 0 new, 2 failed before"
    assert service.calls == 1  # the refusal; an empty file asks nothing
    with pytest.raises(ConfigurationError, match="a run of its own"):
        merge([tmp_path / "shard1"], tmp_path / "merged", partial=True)


def test_putting_together_again_changes_nothing(folder: MakeFolder, tmp_path: Path, go: Go, chat: Any) -> None:
    root = folder(texts())
    outs = shards(root, tmp_path, go, chat)
    first = merge(outs, tmp_path / "merged")
    files = {name: (tmp_path / "merged" / name).read_bytes() for name in DERIVED}
    tables = {name: table(tmp_path / "merged", name) for name in ("articles", "answers", "runs")}
    assert merge(outs, tmp_path / "merged") == first
    assert {name: (tmp_path / "merged" / name).read_bytes() for name in DERIVED} == files
    assert {name: table(tmp_path / "merged", name) for name in tables} == tables
    assert sorted(path.name for path in (tmp_path / "merged").iterdir()) == [
        "failures.jsonl",
        "run.lock",
        "run.sqlite",
        "summaries.jsonl",
    ]


def test_a_shard_that_was_run_again_is_put_together_as_it_is_now(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any
) -> None:
    root = folder(texts())
    outs = shards(root, tmp_path, go, chat)
    merge(outs, tmp_path / "merged")
    for out in outs:
        (root / "0/00.txt").unlink(missing_ok=True)
        go(root, chat(), out, shard=Shard.parse(ask(out, "SELECT value FROM facts WHERE name = 'shard'")[0][0]))
    assert merge(outs, tmp_path / "merged").totals.done == 28


def test_shards_that_are_missing_are_named(folder: MakeFolder, tmp_path: Path, go: Go, chat: Any) -> None:
    root = folder(texts())
    outs = shards(root, tmp_path, go, chat, of=4)
    with pytest.raises(ConfigurationError, match=r"shards 2/4, 4/4 are missing: .*--partial"):
        merge([outs[0], outs[2]], tmp_path / "merged")
    assert not (tmp_path / "merged").exists()
    part = merge([outs[0], outs[2]], tmp_path / "part", partial=True)
    assert part.missing == (Shard(4, 2), Shard(4, 4))
    assert part.undone == len(texts()) - len(paths(outs[0])) - len(paths(outs[2]))
    # What was put together in part can be put together with the rest.
    assert merge([tmp_path / "part", outs[1], outs[3]], tmp_path / "all").missing == ()
    assert paths(tmp_path / "all") == set(texts())


def test_articles_of_a_shard_that_was_broken_off_are_counted(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, service: Any
) -> None:
    root = folder(texts())
    outs = shards(root, tmp_path, go, chat, of=2)
    shutil.rmtree(outs[1])

    async def some(run: StoredRun) -> None:
        async for _ in run.run(1, lambda: True):
            pass

    with StoredRun(root, outs[1], chat(), shard=Shard(2, 2)) as run:
        asyncio.run(some(run))
    merged = merge(outs, tmp_path / "merged")
    assert merged.missing == ()
    assert merged.undone == len(texts()) - len(paths(outs[0]))
    service.asked.clear()
    assert go(root, chat(), tmp_path / "merged").run.totals.done == 29


def test_a_second_run_of_a_shard_reads_no_file_of_another(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, age: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(texts())
    age(root)
    [out, _, _] = shards(root, tmp_path, go, chat)
    read: list[str] = []
    monkeypatch.setattr(
        "summarizer.batch.read_todo.read_bytes", lambda path: (read.append(path.name), read_bytes(path))[1]
    )
    failed = {Path(path).name for path in paths(out) & {"d.txt", "empty.txt"}}
    again = go(root, chat(), out, shard=Shard(3, 1))
    assert set(read) == failed
    assert again.run.elsewhere == len(texts()) - len(paths(out))


def test_an_article_that_changes_goes_over_to_the_shard_of_its_new_text(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, age: Callable[[Path], None]
) -> None:
    here = {number_of(f"Orrin rose {n}.".encode(), 2): f"Orrin rose {n}." for n in range(20)}
    root = folder({"a.txt": here[1], "b.txt": "Tessel fell."})
    age(root)
    outs = shards(root, tmp_path, go, chat, of=2)
    assert "a.txt" in paths(outs[0])
    folder({"a.txt": here[2]})
    first = go(root, chat(), outs[0], shard=Shard(2, 1))
    second = go(root, chat(), outs[1], shard=Shard(2, 2))
    assert "a.txt" not in paths(outs[0])
    assert "a.txt" in paths(outs[1])
    assert "1 gone" in first.run.words()
    assert "1 new" in second.run.words()
    folder({"a.txt": here[1]})
    go(root, chat(), outs[0], shard=Shard(2, 1))
    assert "a.txt" in paths(outs[0])
    with pytest.raises(ConfigurationError, match=r"a\.txt has one result in .*shard1 and another in .*shard2"):
        merge(outs, tmp_path / "merged")
    assert not (tmp_path / "merged" / "run.sqlite").exists()
    go(root, chat(), outs[1], shard=Shard(2, 2))
    assert merge(outs, tmp_path / "merged").totals.done == 2


def test_what_cannot_be_read_is_in_one_shard_all_the_same(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any
) -> None:
    root = folder({"a.txt": "Orrin rose."})
    for number in range(6):
        (root / f"gone{number}.txt").symlink_to(root / "nowhere")
    outs = shards(root, tmp_path, go, chat)
    whole = go(root, chat(), tmp_path / "whole").run.out
    merge(outs, tmp_path / "merged")
    assert (tmp_path / "merged/failures.jsonl").read_bytes() == (whole / "failures.jsonl").read_bytes()
    assert len((whole / "failures.jsonl").read_text().splitlines()) == 6


def test_a_store_stays_of_the_shard_that_it_was_begun_as(folder: MakeFolder, tmp_path: Path, go: Go, chat: Any) -> None:
    root = folder({"a.txt": "Orrin rose."})
    go(root, chat(), tmp_path / "shard", shard=Shard(2, 1))
    go(root, chat(), tmp_path / "whole")
    with pytest.raises(ConfigurationError, match="holds shard 1/2, and this is shard 2/2"):
        go(root, chat(), tmp_path / "shard", shard=Shard(2, 2))
    with pytest.raises(ConfigurationError, match="is shard 1/2 of a folder: run it with --shard 1/2"):
        go(root, chat(), tmp_path / "shard")
    with pytest.raises(ConfigurationError, match="holds a run over a whole folder, and this is shard 1/2"):
        go(root, chat(), tmp_path / "whole", shard=Shard(2, 1))


def test_shards_that_do_not_belong_together_are_told(folder: MakeFolder, tmp_path: Path, go: Go, chat: Any) -> None:
    root, other = folder({"a.txt": "Orrin rose."}), folder({"a.txt": "Orrin rose."}, "others")
    outs = {
        "first": go(root, chat(), tmp_path / "first", shard=Shard(2, 1)).run.out,
        "policy": go(root, chat(policy="drop"), tmp_path / "policy", shard=Shard(2, 2)).run.out,
        "folder": go(other, chat(), tmp_path / "folder", shard=Shard(2, 2)).run.out,
        "thirds": go(root, chat(), tmp_path / "thirds", shard=Shard(3, 2)).run.out,
        "whole": go(root, chat(), tmp_path / "whole").run.out,
    }
    for name, words in {
        "policy": "other settings: the prompts, policy, schema or another option differ",
        "folder": "the folder is called .*articles in .*first and .*others in .*folder",
        "thirds": "is a shard of 2, and .* one of 3",
        "whole": "whole is a run over a whole folder, .*first one over a shard",
        "first": "named twice",
    }.items():
        with pytest.raises(ConfigurationError, match=words):
            merge([outs["first"], outs[name]], tmp_path / "merged")
    with pytest.raises(ConfigurationError, match="is read and cannot be written"):
        merge([outs["first"]], outs["first"], partial=True)
    with pytest.raises(ConfigurationError, match="holds no run"):
        merge([outs["first"], root], tmp_path / "merged")
    with pytest.raises(ConfigurationError, match="a run of its own"):
        merge([outs["first"]], outs["whole"], partial=True)


def test_a_shard_that_is_being_written_is_waited_for(folder: MakeFolder, tmp_path: Path, go: Go, chat: Any) -> None:
    out = go(folder({"a.txt": "Orrin rose."}), chat(), tmp_path / "shard", shard=Shard(1, 1)).run.out
    with (out / "run.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ConfigurationError, match=r"a run writes into .*shard: wait for its end"):
            merge([out], tmp_path / "merged")
    assert merge([out], tmp_path / "merged").totals.done == 1


def test_a_shard_that_was_killed_is_put_together_as_far_as_it_came(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any
) -> None:
    root = folder(texts())
    outs = shards(root, tmp_path, go, chat)
    shutil.rmtree(outs[0])
    out = tmp_path / "killed"

    async def work(run: StoredRun) -> None:
        async for _ in run.run(4):
            pass
        await run._store.sent(b"a request that was under way", "0/00.txt")
        await pipeline.close()

    pipeline = chat()
    with StoredRun(root, tmp_path / "live", pipeline, shard=Shard(3, 1)) as run:
        asyncio.run(work(run))
        shutil.copytree(tmp_path / "live", out)  # with its log beside it, as a kill leaves them
    assert (out / "run.sqlite-wal").stat().st_size > 0
    assert merge([out, *outs[1:]], tmp_path / "merged").totals.done == 29
    assert json.loads(usage(tmp_path / "merged", "json"))["calls_lost"] == 1


def test_the_same_run_in_two_stores_counts_once(folder: MakeFolder, tmp_path: Path, go: Go, chat: Any) -> None:
    out = go(folder(texts()), chat(), tmp_path / "one").run.out
    shutil.copytree(out, tmp_path / "copy")
    assert merge([out, tmp_path / "copy"], tmp_path / "merged").totals.done == 29
    assert usage(tmp_path / "merged", "json") == usage(out, "json")
    assert (tmp_path / "merged/summaries.jsonl").read_bytes() == (out / "summaries.jsonl").read_bytes()


def test_a_store_from_before_there_were_shards_is_taken(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, age: Callable[[Path], None]
) -> None:
    root = folder(texts())
    age(root)
    out = go(root, chat(), tmp_path / "old").run.out
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        for table in ("elsewhere", "batches", "requests", "exchanges"):
            store.execute(f"DROP TABLE {table}")
        store.execute("PRAGMA user_version = 1")
    assert merge([out], tmp_path / "merged").totals.done == 29
    assert go(root, chat(), out).run.words() == "29 unchanged, 0 changed, 0 new, 2 failed before"


def test_what_one_store_has_done_counts_more_than_what_failed_in_another(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, service: Any
) -> None:
    root = folder({"a.txt": "BUSY Orrin rose.", "b.txt": "Tessel fell."})
    service.busy = True
    failed = go(root, chat(), tmp_path / "failed").run.out
    service.busy = False
    done = go(root, chat(), tmp_path / "done").run.out
    for order in ([failed, done], [done, failed]):
        assert merge(order, tmp_path / "merged").totals.done == 2
        assert (tmp_path / "merged/summaries.jsonl").read_bytes() == (done / "summaries.jsonl").read_bytes()


def test_documents_are_written_where_the_shards_have_them(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell."})
    outs = [
        go(root, chat(), tmp_path / f"{number}", shard=Shard(2, number), documents=True).run.out for number in (1, 2)
    ]
    assert merge(outs, tmp_path / "merged").documents
    assert sorted(path.name for path in (tmp_path / "merged/summaries").iterdir()) == ["a.txt.json", "b.txt.json"]


def test_a_disk_that_is_full_leaves_what_was_there(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(texts())
    outs = shards(root, tmp_path, go, chat, of=2)
    merge(outs, tmp_path / "merged")
    before = (tmp_path / "merged/run.sqlite").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("summarizer.batch.merging.os.fsync", full)
    with pytest.raises(ConfigurationError, match="No space left"):
        merge(outs, tmp_path / "merged")
    assert (tmp_path / "merged/run.sqlite").read_bytes() == before
    assert not list((tmp_path / "merged").glob(".*"))


def test_a_shard_in_python_comes_with_a_folder_to_write_into(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({f"{number}.txt": f"Orrin Foods opened mill {number}." for number in range(6)})

    async def go(**options: Any) -> list[str]:
        async with Summarizer("offline") as summarizer:
            return [str(result.source.path) async for result in summarizer.batch(root, **options)]

    found = [asyncio.run(go(out=tmp_path / f"{number}", shard=f"{number}/2")) for number in (1, 2)]
    assert sorted(found[0] + found[1]) == sorted(str(path) for path in root.iterdir())
    with pytest.raises(ConfigurationError, match="give its `out` too"):
        asyncio.run(go(shard="1/2"))


def test_the_commands(folder: MakeFolder, tmp_path: Path, age: Callable[[Path], None]) -> None:
    root = folder({f"{number}.txt": f"Orrin Foods opened mill {number} in Velm." for number in range(8)})
    age(root)

    def command(*arguments: object) -> Any:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    for number in (1, 2):
        out = tmp_path / f"out{number}"
        done = command("batch", root, "-o", out, "-m", "offline", "--shard", f"{number}/2")
        assert done.exit_code == 0, done.stderr
        assert f"shard {number}/2: {8 - len(paths(out))} other files in the others" in done.stderr
    missing = command("merge", tmp_path / "out1", "-o", tmp_path / "all")
    assert missing.exit_code == 2
    assert "shard 2/2 is missing" in missing.stderr
    part = command("merge", tmp_path / "out1", "-o", tmp_path / "part", "--partial")
    assert part.exit_code == 0
    assert "without 1 shard of 2" in part.stderr
    assert f"{8 - len(paths(tmp_path / 'out1'))} files of the folder that no shard has done" in part.stderr
    both = command("merge", tmp_path / "out1", tmp_path / "out2", "-o", tmp_path / "all")
    assert both.exit_code == 0
    assert "articles  8 done, 0 failed" in both.stderr
    assert f"report    {tmp_path / 'all/report.html'}" in both.stderr
    assert "8 articles" in (tmp_path / "all/report.html").read_text("utf-8")
    bare = command("merge", tmp_path / "out1", tmp_path / "out2", "-o", tmp_path / "bare", "--no-report", "--quiet")
    assert (bare.exit_code, bare.stderr) == (0, "")
    assert not (tmp_path / "bare/report.html").exists()
    (tmp_path / "blocked/report.html").mkdir(parents=True)
    blocked = command("merge", tmp_path / "out1", tmp_path / "out2", "-o", tmp_path / "blocked")
    assert blocked.exit_code == 0
    assert "no report: cannot write" in blocked.stderr
    again = command("batch", root, "-o", tmp_path / "all", "-m", "offline")
    assert "8 unchanged, 0 changed, 0 new" in again.stderr
    lines = (tmp_path / "all/summaries.jsonl").read_text("utf-8").splitlines()
    assert [Path(json.loads(line)["source"]["path"]).name for line in lines] == [f"{number}.txt" for number in range(8)]


def test_what_cannot_be_read_and_is_of_another_shard_is_not_new_each_time(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any, age: Callable[[Path], None]
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell."})
    age(root)
    names = [f"link{number}.txt" for number in range(8)]
    for name in names:
        (root / name).symlink_to(root / "nowhere")
    outs = shards(root, tmp_path, go, chat, of=2)
    assert {name for out in outs for name in paths(out)} == {"a.txt", "b.txt", *names}
    for number, out in enumerate(outs, start=1):
        assert not set(names) <= paths(out)  # or nothing is shown here
        again = go(root, chat(), out, shard=Shard(2, number))
        assert (again.run.plan.new, again.run.plan.elsewhere) == (0, 10 - len(paths(out)))
    # One that can be read now is looked at, wherever its text belongs.
    missed = next(name for name in names if name not in paths(outs[0]))
    ours = next(text for n in range(20) if number_of((text := f"Velm rose {n}.").encode(), 2) == 1)
    (root / missed).unlink()
    (root / missed).write_text(ours)
    assert go(root, chat(), outs[0], shard=Shard(2, 1)).run.words().endswith(" 1 new, " + failed_words(outs[0], names))


def failed_words(out: Path, names: list[str]) -> str:
    return f"{len(paths(out) & set(names)) - 1} failed before"


def test_the_first_of_many_articles_with_two_results_is_named(
    folder: MakeFolder, tmp_path: Path, go: Go, chat: Any
) -> None:
    ones, twos = (
        [f"Orrin rose {n}." for n in range(40) if number_of(f"Orrin rose {n}.".encode(), 2) == of] for of in (1, 2)
    )
    names = ["a.txt", "b.txt", "c.txt"]
    root = folder(dict(zip(names, ones, strict=False)))
    first = go(root, chat(), tmp_path / "one", shard=Shard(2, 1)).run.out
    folder(dict(zip(names, twos, strict=False)))
    second = go(root, chat(), tmp_path / "two", shard=Shard(2, 2)).run.out
    with pytest.raises(ConfigurationError, match=r"a\.txt has one result in .*one and another in .*two"):
        merge([first, second], tmp_path / "merged")


def test_the_estimates_of_the_shards_are_those_of_the_whole(
    folder: MakeFolder, service: Any, tmp_path: Path, go: Go, chat: Any, age: Callable[[Path], None]
) -> None:
    root = folder(texts())
    age(root)
    summarizer = Summarizer("relay", base_url=service.base_url, prices="1,1", api_key="none")
    whole = summarizer.estimate(root)
    parts = [summarizer.estimate(root, shard=f"{number}/3") for number in (1, 2, 3)]
    for name in ("asked", "doubled", "unreadable"):
        assert sum(getattr(part, name) for part in parts) == getattr(whole, name)
    assert sum(part.cost_usd.likely for part in parts if part.cost_usd) == pytest.approx(whole.cost_usd.likely)
    assert [part.elsewhere for part in parts] == [
        len(texts()) - part.asked - part.doubled - part.unreadable for part in parts
    ]
    [out, *_] = shards(root, tmp_path, go, chat)
    again = summarizer.estimate(root, out=out, shard="1/3")
    assert again.elsewhere == parts[0].elsewhere
    assert again.read < len(texts())
    with pytest.raises(ConfigurationError, match="is shard 1/3 of a folder"):
        summarizer.estimate(root, out=out)


def test_files_that_are_not_read_yet_count_for_a_shard_by_its_share(
    folder: MakeFolder, tmp_path: Path, chat: Any
) -> None:
    root = folder({f"{number:03}.txt": f"Orrin opened mill {number}." for number in range(90)})
    expected: list[int] = []

    async def half(run: StoredRun) -> None:
        found = 0
        async for outcome in run.run(1, lambda: len(expected) >= 45):
            found += not outcome.elsewhere
            expected.append(found + run.articles_in(89 - len(expected)))
        await pipeline.close()

    pipeline = chat()
    with StoredRun(root, tmp_path / "out", pipeline, shard=Shard(3, 2)) as run:
        assert run.articles_in(run.plan.total) == 30
        asyncio.run(half(run))
    own = sum(Shard(3, 2).holds(path.read_bytes()) for path in root.iterdir())
    assert abs(expected[-1] - own) < 10
    with StoredRun(root, tmp_path / "whole", chat()) as run:
        assert run.articles_in(90) == 90


def test_the_command_estimates_a_shard(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({f"{number:03}.txt": f"Orrin opened mill {number}." for number in range(30)})
    own = sum(Shard(3, 1).holds(path.read_bytes()) for path in root.iterdir())
    words = ["batch", str(root), "-o", str(tmp_path / "out"), "-m", "x", "--base-url", "http://127.0.0.1:9/v1"]
    done = CliRunner().invoke(app, [*words, "--estimate", "--shard", "1/3"])
    assert done.exit_code == 0
    assert f"articles    {own} to do, {30 - own} of other shards" in done.stdout
    assert not (tmp_path / "out").exists()
