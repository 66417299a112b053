"""Runs by provider batches: what is sent, what comes out, and that it is what a run of single calls comes to."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.api import Summarizer
from summarizer.batch import Shard, StoredRun
from summarizer.batch.merging import merge
from summarizer.batch.provider.listing import write_batches
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Pipeline

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Run = Callable[..., Any]
ARTICLES = {
    "a.txt": "Ostrava Rail ordered twelve trains from Dorrin Works.",
    "deeper/b.txt": "WOBBLE Works ordered nine boilers from Dorrin Works.",
    "c.txt": "LIE Holdings sold its ferry line to Tarnwick Power.",
    "d.txt": "DECLINE Foods closed its mill in Ostrava.",
    "e.txt": "Tarnwick Power hired a new treasurer.",
    "same.txt": "Ostrava Rail ordered twelve trains from Dorrin Works.",
}


def files_of(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in ("summaries.jsonl", "failures.jsonl")}


def test_the_output_is_that_of_a_run_of_single_calls_byte_for_byte(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, go: Any, batching: Any, tmp_path: Path
) -> None:
    root = folder(ARTICLES)
    go(root, relay(), tmp_path / "direct", concurrency=1)
    ended = by_batch(root, relay())
    assert ended.fault is None
    assert files_of(tmp_path / "out") == files_of(tmp_path / "direct")
    # One question each, the doubled article's once; then the re-ask of b and the repair of c.
    assert batching.sizes == [5, 2]
    assert set(batching.lines.values()) == {1}
    said = "relay: the model declined to answer: no; take another model, or leave the article out"
    assert ended.failures == {"d.txt": ("Refused", said)}


@pytest.mark.parametrize(("others", "mode"), [(["a.txt", "e.txt"], "strict"), ([], "plain")])
def test_an_answer_is_asked_for_again_in_words_where_no_other_kept_to_the_schema(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, others: list[str], mode: str
) -> None:
    # The first of them to be read, so that it is for the others to come to tell.
    names = {"0.txt": ARTICLES["deeper/b.txt"], **{name: ARTICLES[name] for name in others}}
    ended = by_batch(folder(names), relay())
    assert ended.documents[0]["provenance"]["schema_mode"] == mode


def test_nothing_is_asked_by_single_calls_and_a_second_run_asks_nothing(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, age: Any
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"], "c.txt": ARTICLES["c.txt"]})
    age(root)
    by_batch(root, relay())
    asked = len(batching.asked)
    assert not batching.count("POST /chat/completions")
    again = by_batch(root, relay())
    assert again.run.plan.unchanged == 2
    assert len(batching.asked) == asked


def test_the_judges_questions_make_up_a_batch_of_their_own_model(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, service: Any
) -> None:
    asked: list[str] = []

    def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        asked.append(body["model"])
        if body["model"] == "relay":
            return service.answer(body)
        status, answered = service.answer({**body, "messages": [{"content": "<article>\n[1] one\n</article>"}]})
        judged = {"statement": 101, "label": "not_stated", "sentence": 1, "difference": "it says something else"}
        answered["choices"][0]["message"]["content"] = json.dumps({"judgements": [judged]})
        return status, answered

    batching.answer = answer
    ended = by_batch(folder({"a.txt": ARTICLES["a.txt"]}), relay(judge="judge-1"))
    assert ended.fault is None
    assert asked == ["relay", "judge-1"]
    assert batching.sizes == [1, 1]
    assert ended.documents[0]["headline"]["verdict"] == "unsupported"


def test_all_questions_of_a_judge_about_an_article_go_with_one_batch(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, service: Any
) -> None:
    def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        status, answered = service.answer({**body, "messages": [{"content": "<article>\n[1] one\n</article>"}]})
        content: dict[str, Any] = {"judgements": []}
        if body["model"] == "relay":
            sentences = [f"Ostrava Rail ordered {number} trains." for number in ("twelve", "nine")]
            parts = [{"text": text, "evidence": [at]} for at, text in enumerate(sentences, start=1)]
            lists: dict[str, list[Any]] = {name: [] for name in ("organizations", "people", "deals", "claims")}
            content = {"headline": parts[0], "abstract": parts, **lists}
        answered["choices"][0]["message"]["content"] = json.dumps(content)
        return status, answered

    batching.answer = answer
    pipeline = relay(judge="judge-1")
    assert pipeline.judge is not None
    pipeline.judge.most_characters = 150  # one statement a question
    text = "Ostrava Rail ordered twelve trains. Ostrava Rail ordered nine trains."
    ended = by_batch(folder({"a.txt": text}), pipeline)
    assert (ended.fault, len(ended.documents)) == (None, 1)
    assert batching.sizes == [1, 2, 2]  # each is asked once more, since the first answers judge nothing


def test_a_batch_holds_no_more_lines_and_bytes_than_the_service_takes(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.models import batches
    from summarizer.models.batch_states import FileLimits

    batching.most_lines = 4
    monkeypatch.setattr(batches, "FILE_LIMITS", {"127.0.0.1": FileLimits(requests=4)})
    root = folder({f"{number}.txt": f"Ostrava Rail ordered {number} trains." for number in range(11, 21)})
    ended = by_batch(root, relay())
    assert sorted(batching.sizes) == [2, 4, 4]
    assert len(ended.documents) == 10


def test_a_file_of_too_many_bytes_is_split_too(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.models import batches
    from summarizer.models.batch_states import FileLimits

    root = folder({f"{number}.txt": f"Ostrava Rail ordered {number} trains." for number in range(11, 17)})
    by_batch(root, relay(), wait=False)
    [size] = [file["bytes"] for file in batching.files.values()]
    batching.most_bytes = size // 2
    monkeypatch.setattr(batches, "FILE_LIMITS", {"127.0.0.1": FileLimits(bytes=size // 2)})
    ended = by_batch(root, relay(model="other"), root.parent / "split")
    assert len(ended.documents) == 6
    assert len(batching.sizes) > 2
    assert all(file["bytes"] <= size // 2 for file in list(batching.files.values())[1:])


def test_without_waiting_it_ends_when_all_is_sent_and_a_later_run_collects(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, age: Any
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"], "c.txt": ARTICLES["c.txt"]})
    age(root)
    first = by_batch(root, relay(), wait=False)
    assert (first.outcomes, first.slept) == ({}, [])
    assert first.run.waiting == "1 batch with 2 requests"
    batching.steps = ()
    second = by_batch(root, relay(), wait=False)
    assert list(second.outcomes) == ["a.txt"]
    assert second.run.waiting == "1 batch with 1 request"  # the repair of c
    third = by_batch(root, relay(), wait=False)
    assert list(third.outcomes) == ["c.txt"]
    assert (third.run.waiting, batching.sizes) == ("", [2, 1])


def test_an_article_is_not_read_again_before_its_answer_is_there(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.batch import read_todo

    reads: list[str] = []
    read = read_todo.read_article

    def counting(path: Path, **options: Any) -> Any:
        reads.append(path.name)
        return read(path, **options)

    monkeypatch.setattr(read_todo, "read_article", counting)
    root = folder({"a.txt": ARTICLES["a.txt"], "b.txt": ARTICLES["deeper/b.txt"]})
    by_batch(root, relay(), wait=False)
    (root / "c.txt").write_text(ARTICLES["e.txt"])
    by_batch(root, relay(), wait=False)
    assert sorted(reads) == ["a.txt", "b.txt", "c.txt"]
    by_batch(root, relay(repairs=0), wait=False)  # other settings may ask something else
    assert sorted(reads) == ["a.txt", "a.txt", "b.txt", "b.txt", "c.txt", "c.txt"]
    batching.steps = ()
    assert len(by_batch(root, relay()).documents) == 3
    assert batching.sizes == [2, 1, 1]


def test_an_article_that_was_edited_meanwhile_is_asked_about_as_it_is_now(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"]})
    by_batch(root, relay(), wait=False)
    (root / "a.txt").write_text(ARTICLES["e.txt"])
    ended = by_batch(root, relay())
    assert [document["headline"]["text"] for document in ended.documents] == [ARTICLES["e.txt"]]
    assert batching.sizes == [1, 1]


def test_an_article_that_is_gone_meanwhile_is_left_out(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"], "e.txt": ARTICLES["e.txt"]})
    by_batch(root, relay(), wait=False)
    (root / "a.txt").unlink()
    ended = by_batch(root, relay())
    assert [document["headline"]["text"] for document in ended.documents] == [ARTICLES["e.txt"]]
    assert (batching.sizes, ended.run.paid.calls) == ([2], 2)


def test_a_run_of_single_calls_does_not_ask_for_what_is_in_a_batch(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"]})
    by_batch(root, relay(), wait=False)
    with pytest.raises(ConfigurationError, match=r"1 batch with 1 request at the service.*--provider-batch"):
        StoredRun(root, tmp_path / "out", relay())
    assert not batching.count("POST /chat/completions")


def test_another_model_does_not_leave_open_batches_behind(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"]})
    by_batch(root, relay(), wait=False)
    with pytest.raises(ConfigurationError, match=r"a batch is open at relay at http://127\.0\.0\.1"):
        by_batch(root, relay(model="other"))


def test_what_is_at_the_service_is_deleted_when_it_is_collected(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any, tmp_path: Path
) -> None:
    by_batch(folder(ARTICLES), relay())
    assert batching.files == {}
    assert not list((tmp_path / "out").glob(".*"))


def test_a_refused_article_is_not_paid_for_again_while_batches_are_open(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, batching: Any
) -> None:
    root = folder({"c.txt": ARTICLES["c.txt"], "d.txt": ARTICLES["d.txt"]})
    batching.steps = ()
    by_batch(root, relay(), wait=False)
    second = by_batch(root, relay(), wait=False)
    assert second.failures["d.txt"][0] == "Refused"
    batching.steps = ("validating", "in_progress")
    by_batch(root, relay(), wait=False)
    assert batching.sizes == [2, 1]
    assert by_batch(root, relay()).failures["d.txt"][0] == "Refused"
    assert batching.sizes == [2, 1]
    by_batch(root, relay())  # all is collected: it is tried again, as by single calls
    assert batching.sizes == [2, 1, 1]


@pytest.mark.parametrize("kind", ["offline", "of its own"])
def test_a_model_without_batches_is_named(folder: Any, by_batch: Run, pipeline: Pipeline, kind: str) -> None:
    from summarizer.models.providers import open_model

    asked = Pipeline(open_model("offline")) if kind == "offline" else pipeline
    with pytest.raises(ConfigurationError, match=f"--provider-batch: {asked.model.name} takes no batches"):
        by_batch(folder({"a.txt": ARTICLES["a.txt"]}), asked)


def test_a_summarizer_yields_what_its_batches_come_to(folder: Any, batching: Any, tmp_path: Path) -> None:
    batching.steps = ()

    async def collect(**options: Any) -> list[str]:
        async with Summarizer("relay", base_url=batching.base_url, api_key="none") as summarizer:
            found = summarizer.batch(folder({"a.txt": ARTICLES["a.txt"]}), provider_batch=True, **options)
            return [result.headline.text async for result in found]  # type: ignore[attr-defined]

    assert asyncio.run(collect(out=tmp_path / "out")) == [ARTICLES["a.txt"]]
    assert (batching.sizes, batching.count("POST /chat/completions")) == ([1], 0)
    with pytest.raises(ConfigurationError, match="provider_batch needs a folder `out`"):
        asyncio.run(collect())


def test_shards_that_are_put_together_keep_their_batches(
    folder: Any, relay: Callable[..., Pipeline], by_batch: Run, tmp_path: Path
) -> None:
    root, outs = folder(ARTICLES), [tmp_path / "one", tmp_path / "two"]
    shown = []
    for number, out in enumerate(outs, start=1):
        by_batch(root, relay(), out, shard=Shard(2, number))
        shown += listed(out)
    assert len(shown) >= 2
    merge(outs, tmp_path / "merged")
    assert listed(tmp_path / "merged") == shown
    merge([tmp_path / "merged"], tmp_path / "again")
    assert listed(tmp_path / "again") == shown


def listed(out: Path) -> list[Any]:
    stream = io.StringIO()
    write_batches(out, "json", stream)
    rows: list[Any] = json.loads(stream.getvalue())
    return rows
