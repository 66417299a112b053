"""The parts of the Ray engine that need no cluster: what a source holds, a block, what a run goes on from."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from summarizer import SummarizeRows
from summarizer.engines.blocks import BlockDone, BlockWorker, in_blocks, packed, read_done, unpacked
from summarizer.engines.checkpoint import Checkpoint, shard_schema
from summarizer.engines.items import Item, Reader, items
from summarizer.engines.places import Place
from summarizer.engines.ray_run import RayRun
from summarizer.errors import ConfigurationError, OutOfQuota, ReadError

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is missing: pip install '.[ray]'")
parquet = pytest.importorskip("pyarrow.parquet")

MakeFolder = Callable[..., Path]

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def table(path: Path, texts: Iterable[str | None], group: int = 4, **columns: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pyarrow.table({"text": pyarrow.array(texts, "string"), **columns}), path, row_group_size=group)
    return path


def found(source: Path | str, out: Path | None = None) -> list[tuple[str, int]]:
    exclude = None if out is None else Place(str(out))
    return [(item.file, item.row) for item in items(Place(str(source)), "text", exclude)]


def shards(out: Path) -> list[Path]:
    return sorted(out.glob("part-*.parquet"))


def rows(out: Path) -> list[dict[str, Any]]:
    return [row for path in shards(out) for row in parquet.read_table(path).to_pylist()]


class Run:
    """A run of the Ray engine without Ray: its blocks are done here, one after the other."""

    def __init__(self, source: Path | str, out: Path, summarize: SummarizeRows, settings: str = "s", block: int = 2):
        out.mkdir(exist_ok=True)
        self.place = Place(str(out))
        self.checkpoint = Checkpoint(self.place, settings)
        self.words = self.checkpoint.plan(items(Place(str(source)), summarize.text, self.place)).words()
        self.worker = BlockWorker(summarize, Place(str(source)), self.place, settings)
        self.blocks = [packed(one) for one in in_blocks(self.checkpoint.todo(), block)]

    def go(self, most: int | None = None) -> list[BlockDone]:
        done = [self.worker.do(block) for block in self.blocks[:most]]
        self.totals = self.checkpoint.tidy()
        self.checkpoint.close()
        return done


@pytest.fixture
def ask(service: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., SummarizeRows]]:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    made: list[SummarizeRows] = []

    def make(**settings: Any) -> SummarizeRows:
        made.append(SummarizeRows("relay", base_url=service.base_url, **settings))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_the_articles_of_a_folder_are_those_of_a_batch(folder: MakeFolder) -> None:
    root = folder({"b.txt": "x", "a/c.md": "x", ".hidden.txt": "x", "n.csv": "x", "out/part.txt": "x"})
    assert found(root, root / "out") == [("a/c.md", -1), ("b.txt", -1)]
    assert found(root / "b.txt") == [("", -1)]


def test_the_rows_of_parquet_files_are_articles(tmp_path: Path) -> None:
    table(tmp_path / "in/b.parquet", ["x", "y"])
    table(tmp_path / "in/a/c.PARQUET", ["x"])
    table(tmp_path / "in/.hidden/c.parquet", ["x"])
    table(tmp_path / "in/out/part-1.parquet", ["x"])
    assert found(tmp_path / "in", tmp_path / "in/out") == [("a/c.PARQUET", 0), ("b.parquet", 0), ("b.parquet", 1)]
    assert found(tmp_path / "in/b.parquet") == [("", 0), ("", 1)]
    assert found((tmp_path / "in/a").as_uri()) == [("c.PARQUET", 0)]


def test_a_source_with_nothing_to_read_says_so(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({"a.txt": "x"})
    for source, words in {
        str(tmp_path / "nowhere"): "does not exist",
        "gopher://somewhere/x": "Arrow has no file system for it",
        str(folder({"n.csv": "x"}, "others")): "holds no article",
        (tmp_path / "others").as_uri(): "holds no article and no Parquet file",
    }.items():
        with pytest.raises(ConfigurationError, match=words):
            found(source)
    table(root / "a.parquet", ["x"])
    with pytest.raises(ConfigurationError, match=r"holds Parquet files and articles \(a\.txt\)"):
        found(root)
    (tmp_path / "bad.parquet").write_bytes(b"no such thing")
    with pytest.raises(ConfigurationError, match=r"bad\.parquet cannot be read"):
        found(tmp_path / "bad.parquet")
    parquet.write_table(pyarrow.table({"body": ["x"]}), tmp_path / "body.parquet")
    with pytest.raises(ConfigurationError, match=r"no column 'text', it has 'body': .*--text-column"):
        found(tmp_path / "body.parquet")


@pytest.mark.parametrize("wanted", [range(20), [0, 1, 7, 8, 19], [19, 0, 12, 11], [5], [3, 3]])
@pytest.mark.parametrize("group", [1, 4, 7, 100])
def test_any_rows_of_a_file_are_read_in_any_order(tmp_path: Path, wanted: Iterable[int], group: int) -> None:
    path = table(tmp_path / "a.parquet", [f"text {at}" for at in range(20)], group, other=list(range(20)))
    reader = Reader(Place(str(path)), "text")
    for at in wanted:
        assert reader.row(Item("", at, "")) == {"text": f"text {at}"}


def test_what_cannot_be_read_stands_for_the_text(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({"a.txt": "x"})
    path = table(tmp_path / "a.parquet", ["x"])
    for reader, item, words in (
        (Reader(Place(str(root)), "text"), Item("gone.txt", -1, ""), "does not exist"),
        (Reader(Place(root.as_uri()), "text"), Item("gone.txt", -1, ""), "cannot be read"),
        (Reader(Place(str(path)), "text"), Item("", 5, ""), "fewer rows than before"),
        (Reader(Place(str(tmp_path)), "text"), Item("gone.parquet", 0, ""), "cannot be read"),
        (Reader(Place(str(root)), "text"), Item("sub", -1, "-"), "cannot be listed"),
    ):
        text = reader.row(item)["text"]
        assert isinstance(text, ReadError)
        assert words in str(text)


def test_blocks_are_sent_as_they_are() -> None:
    block = [Item("a\udce9.txt", -1, "1 2"), Item("b.parquet", 3, "1 2")]
    assert unpacked(packed(block)) == block
    rows_of_two = [Item(name, row, "") for name in "ab" for row in range(3)]
    assert [len(block) for block in in_blocks(rows_of_two, 2)] == [2, 1, 2, 1]
    assert [len(block) for block in in_blocks([Item(name, -1, "") for name in "abcde"], 2)] == [2, 2, 1]


def test_a_block_is_one_shard_of_the_same_columns_whatever_is_in_it(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({"a.txt": "", "b.txt": "", "c.txt": "Orrin rose.", "d.txt": "Tessel fell."})
    done = Run(root, tmp_path / "out", SummarizeRows("offline")).go()
    assert [(one.articles, one.failed) for one in done] == [(2, 2), (2, 0)]
    assert {one.shard for one in done} == {path.name for path in shards(tmp_path / "out")}
    assert done[0].failures[0][0] == "a.txt"
    assert "empty" in done[0].failures[0][1]
    assert all(parquet.read_schema(path).remove_metadata() == shard_schema() for path in shards(tmp_path / "out"))
    assert sorted(row["id"] for row in rows(tmp_path / "out")) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_what_a_worker_tells_comes_through(folder: MakeFolder, tmp_path: Path) -> None:
    run = Run(folder({"a.txt": ""}), tmp_path / "out", SummarizeRows("offline"))
    [told] = run.worker({"block": run.blocks})["done"]
    assert read_done(told) == BlockDone(
        shards(tmp_path / "out")[0].name, 1, 1, (("a.txt", json.loads(told)["failures"][0][1]),)
    )
    read_done(told).check()


def test_what_all_would_meet_is_raised_where_the_run_is(
    folder: MakeFolder, tmp_path: Path, ask: Any, service: Any
) -> None:
    service.answer = lambda _: (429, {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}})
    run = Run(folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell."}), tmp_path / "out", ask())
    [done] = run.go()
    assert shards(tmp_path / "out") == []
    with pytest.raises(OutOfQuota, match="quota"):
        done.check()


def test_a_block_that_comes_again_is_not_done_again(folder: MakeFolder, tmp_path: Path, ask: Any, service: Any) -> None:
    run = Run(folder({"a.txt": "Orrin rose.", "b.txt": "DECLINE."}), tmp_path / "out", ask())
    first = run.worker.do(run.blocks[0])
    asked = service.calls
    assert run.worker.do(run.blocks[0]).shard == first.shard
    assert service.calls == asked


def test_a_run_goes_on_from_the_shards(folder: MakeFolder, tmp_path: Path, ask: Any, service: Any) -> None:
    root = folder({f"{at}.txt": f"Orrin opened mill {at}." for at in range(6)} | {"7.txt": "DECLINE."})
    out = tmp_path / "out"
    Run(root, out, ask()).go(most=2)
    assert len(rows(out)) == 4
    second = Run(root, out, ask())
    assert second.words == "4 unchanged, 0 changed, 3 new"
    second.go()
    assert (second.totals.done, second.totals.failed, second.totals.shards) == (6, 1, 4)
    assert service.calls == 7

    service.asked.clear()
    folder({"0.txt": "Orrin closed mill 0.", "8.txt": "Velkamp."})
    (root / "1.txt").unlink()
    (root / "2.txt").unlink()
    (root / "3.txt").unlink()
    third = Run(root, out, ask())
    assert third.words == "2 unchanged, 1 changed, 1 new, 1 failed before, 3 gone"
    third.go()
    assert service.calls == 3
    assert sorted(row["id"] for row in rows(out)) == ["0.txt", "4.txt", "5.txt", "7.txt", "8.txt"]
    assert (third.totals.done, third.totals.failed) == (4, 1)
    assert third.totals.sums["calls"] == 5


def test_other_settings_are_another_result(folder: MakeFolder, tmp_path: Path) -> None:
    root, out = folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell.", "c.txt": "Velkamp."}), tmp_path / "out"
    Run(root, out, SummarizeRows("offline")).go()
    other = Run(root, out, SummarizeRows("offline"), settings="other")
    assert other.words == "0 unchanged, 3 changed, 0 new"
    other.go(most=1)  # broken off: the rest is as it was
    assert sorted(row["id"] for row in rows(out)) == ["a.txt", "b.txt", "c.txt"]
    last = Run(root, out, SummarizeRows("offline"), settings="other")
    assert last.words == "2 unchanged, 1 changed, 0 new"
    last.go()
    assert sorted(row["id"] for row in rows(out)) == ["a.txt", "b.txt", "c.txt"]


def test_an_article_that_is_in_two_shards_is_left_in_the_better(folder: MakeFolder, tmp_path: Path, ask: Any) -> None:
    """A driver that was killed before it could tidy up."""
    root, out = folder({"a.txt": "Orrin rose.", "b.txt": "DECLINE."}), tmp_path / "out"
    Run(root, out, ask()).go()
    (root / "b.txt").write_text("Tessel fell.")
    killed = Run(root, out, ask())
    killed.worker.do(killed.blocks[0])
    assert sorted(row["id"] for row in rows(out)) == ["a.txt", "b.txt", "b.txt"]
    last = Run(root, out, ask())
    assert last.words == "2 unchanged, 0 changed, 0 new"
    last.go()
    assert {row["id"]: row["error"] for row in rows(out)} == {"a.txt": None, "b.txt": None}
    assert len(rows(out)) == 2


def test_rows_of_a_parquet_file_that_has_not_changed_are_not_done_again(tmp_path: Path, ask: Any, service: Any) -> None:
    source, out = table(tmp_path / "a.parquet", ["Orrin rose.", None, "Tessel fell."]), tmp_path / "out"
    Run(source, out, ask()).go()
    assert [(row["source_row"], row["error"]) for row in sorted(rows(out), key=lambda row: row["source_row"])] == [
        (0, None),
        (1, "ReadError"),
        (2, None),
    ]
    again = Run(source, out, ask())
    assert again.words == "2 unchanged, 0 changed, 0 new, 1 failed before"
    again.go()
    assert service.calls == 2
    table(source, ["Orrin rose.", "Velkamp."])
    changed = Run(source, out, ask())
    assert changed.words == "0 unchanged, 1 changed, 0 new, 1 failed before, 1 gone"
    changed.go()
    assert len(rows(out)) == 2


def test_a_name_that_is_no_unicode_comes_out_readable(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({"a.txt": "Orrin rose."})
    try:
        Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.txt")).write_text("Tessel fell.")
    except OSError:
        pytest.skip("this file system takes no such names")
    out = tmp_path / "out"
    Run(root, out, SummarizeRows("offline")).go()
    assert sorted(row["source_file"] for row in rows(out)) == ["a.txt", "caf\\xe9.txt"]
    assert [row["error"] for row in rows(out)] == [None, None]
    assert Run(root, out, SummarizeRows("offline")).words == "2 unchanged, 0 changed, 0 new"


def test_a_folder_that_cannot_be_listed_is_a_failure_and_nothing_is_gone(
    folder: MakeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = folder({"a.txt": "Orrin rose.", "sub/b.txt": "Tessel fell."}), tmp_path / "out"
    Run(root, out, SummarizeRows("offline")).go()
    scandir = os.scandir

    def refused(path: Any) -> Any:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("summarizer.batch.folder.os.scandir", refused)
    run = Run(root, out, SummarizeRows("offline"))
    assert run.words == "1 unchanged, 0 changed, 1 new"
    run.go()
    assert {row["id"]: row["error"] for row in rows(out)} == {"a.txt": None, "sub": "ReadError", "sub/b.txt": None}
    monkeypatch.undo()
    assert Run(root, out, SummarizeRows("offline")).words == "2 unchanged, 0 changed, 0 new, 1 gone"


def test_a_file_that_is_no_shard_is_left_alone(folder: MakeFolder, tmp_path: Path) -> None:
    root, out = folder({"a.txt": "Orrin rose."}), tmp_path / "out"
    table(out / "part-x.parquet", ["x"])
    with pytest.raises(ConfigurationError, match="is none of our files"):
        Run(root, out, SummarizeRows("offline"))
    (out / "part-x.parquet").write_bytes(b"PAR1")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Run(root, out, SummarizeRows("offline"))


def test_an_address_is_shown_without_its_keys() -> None:
    place = Place("s3://someone:a-key@news/in/?endpoint_override=127.0.0.1:9&scheme=http")
    assert place.shown("a/b.txt") == "s3://news/in/a/b.txt"
    assert str(place) == "s3://news/in"


class Cluster:
    """In place of Ray's: one actor does all, as if there were more."""

    asked: ClassVar[list[tuple[int | None, int]]] = []

    def __init__(self, actors: int | None, most: int) -> None:
        self.asked.append((actors, most))
        self.actors = min(actors or 3, most)

    def map(self, worker: Any, arguments: tuple[Any, ...], blocks: list[dict[str, bytes]]) -> Iterator[bytes]:
        self.worker = worker(*pickle.loads(pickle.dumps(arguments)))  # noqa: S301 (our own)
        Cluster.last = self.worker  # type: ignore[attr-defined]
        for block in blocks:
            yield from self.worker({"block": [block["block"]]})["done"]

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.worker._rows.close()


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> type[Cluster]:
    monkeypatch.setattr("summarizer.engines.ray_run.find_spec", lambda _: object())
    monkeypatch.setattr("summarizer.engines.ray_run._Cluster", Cluster)
    Cluster.asked.clear()
    return Cluster


def test_the_limits_and_the_places_are_divided_among_the_actors(
    folder: MakeFolder, tmp_path: Path, ask: Any, cluster: Any
) -> None:
    root = folder({f"{at}.txt": f"Orrin opened mill {at}." for at in range(10)})
    with RayRun(str(root), str(tmp_path / "out"), ask(rpm=60_000, tpm=9e9, concurrency=9), actors=3, block=3) as run:
        done = list(run.run())
    assert [one.articles for one in done] == [3, 3, 3, 1]
    assert run.totals.done == 10
    assert cluster.asked == [(3, 4)]
    given = cluster.last._rows
    limits = given.open().pipeline.model.limiter.limits
    assert (limits.rpm, limits.tpm, given.concurrency) == (20_000, 3e9, 3)
    assert given.cache.parent == tmp_path / "out" / "answers"
    assert (given.cache / "run.sqlite").exists()


def test_there_are_no_more_actors_than_articles_at_once(
    folder: MakeFolder, tmp_path: Path, ask: Any, cluster: Any
) -> None:
    root = folder({f"{at}.txt": f"Orrin opened mill {at}." for at in range(10)})
    with RayRun(str(root), str(tmp_path / "out"), ask(concurrency=2), actors=3, block=1) as run:
        list(run.run())
    assert cluster.asked == [(3, 2)]
    assert cluster.last._rows.concurrency == 1


def test_with_nothing_to_do_no_cluster_is_started(folder: MakeFolder, tmp_path: Path, ask: Any, cluster: Any) -> None:
    root = folder({"a.txt": "Orrin rose."})
    for _ in range(2):
        with RayRun(str(root), str(tmp_path / "out"), ask()) as run:
            list(run.run())
    assert run.counts.words() == "1 unchanged, 0 changed, 0 new"
    assert len(cluster.asked) == 1


@pytest.mark.usefixtures("cluster")
def test_a_shard_that_the_driver_does_not_see_ends_the_run(
    folder: MakeFolder, tmp_path: Path, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"a.txt": "Orrin rose."})
    monkeypatch.setattr(Place, "write", lambda *_: None)  # as on another machine's disk
    with (
        RayRun(str(root), str(tmp_path / "out"), ask()) as run,
        pytest.raises(ConfigurationError, match="must be the same folder on all machines"),
    ):
        list(run.run())


@pytest.mark.usefixtures("cluster")
def test_a_folder_that_is_taken_is_told(folder: MakeFolder, tmp_path: Path, ask: Any, go: Any, chat: Any) -> None:
    root = folder({"a.txt": "Orrin rose."})
    go(root, chat(), tmp_path / "local")
    with pytest.raises(ConfigurationError, match="holds a run without Ray"):
        RayRun(str(root), str(tmp_path / "local"), ask())
    with (
        RayRun(str(root), str(tmp_path / "out"), ask()),
        pytest.raises(ConfigurationError, match="another run writes into"),
    ):
        RayRun(str(root), str(tmp_path / "out"), ask())


@pytest.mark.parametrize("remote", [False, True])
def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path, remote: bool) -> None:
    place = Place(tmp_path.as_uri() if remote else str(tmp_path))
    place.write("a", b"first")
    place.write("a", b"second")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert place.read("a") == b"second"
    assert place.holds("a")
    place.remove("a")
    assert not place.holds("a")


def test_a_disk_that_is_full_ends_the_run(folder: MakeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(folder({"a.txt": "Orrin rose."}), tmp_path / "out", SummarizeRows("offline"))

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Place, "write", full)
    with pytest.raises(ConfigurationError, match="No space left"):
        run.worker.do(run.blocks[0]).check()
