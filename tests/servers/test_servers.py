"""`summarizer batch` against servers of others: nothing crashes, every article is accounted for, nothing is verified
that its article does not say.

`make servers` installs them and runs this; see docs/faults.md.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import app
from summarizer.readers import read_article
from summarizer.text.folding import folded

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

LISTS = ("abstract", "parties", "deals", "quotes", "claims")
NOTE = """
from summarizer.fields import Record, Verbatim


class Note(Record):
    \"\"\"Something that the article says.\"\"\"

    words: Verbatim
"""


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)

    def run(articles: Path, address: str | None, *options: str, model: str = "tiny") -> Result:
        line = ["batch", str(articles), "-o", str(tmp_path / "out"), "-m", model]
        line += ["--base-url", f"{address}/v1"] if address else []
        done = CliRunner().invoke(app, [*line, *options])
        assert "Traceback" not in done.stderr
        assert "fault of this program" not in done.stderr
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stderr)
        return done

    yield run
    root.handlers[:], ours.handlers[:] = handlers


def told(out: Path) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, str]]]:
    """The documents and the failures, by the articles' names. They are JSON for any reader: no lone surrogates."""
    done = [json.loads(line) for line in (out / "summaries.jsonl").read_text("utf-8").split("\n")[:-1]]
    failed = [json.loads(line) for line in (out / "failures.jsonl").read_text("utf-8").split("\n")[:-1]]
    json.dumps([done, failed], ensure_ascii=False).encode("utf-8")
    return {Path(one["source"]["path"]).name: one for one in done}, {one["path"]: one for one in failed}


def check_spans(article: Path, records: list[dict[str, Any]]) -> None:
    text = read_article(article).text
    for record in records:
        for span in record["spans"]:
            assert text[span["start"] : span["end"]] == span["text"]


@pytest.fixture
def check_notes(batch: Any, articles: Path, tmp_path: Path) -> Callable[[str, int], None]:
    """Has every `step`-th article asked about at an address in a schema of one field, and checks what comes of it."""

    def check(address: str, step: int) -> None:
        (tmp_path / "note.py").write_text(NOTE)
        asked = chosen(articles, tmp_path, [path.name for path in sorted(articles.iterdir())[::step]])
        ended = batch(asked, address, "--schema", f"{tmp_path / 'note.py'}:Note", "--repair", "0")
        done, failed = told(tmp_path / "out")
        assert ended.exit_code == 1
        assert done.keys() | failed.keys() == {path.name for path in asked.iterdir()}
        assert done
        for name, document in done.items():
            text = folded(read_article(asked / name).text)
            check_spans(asked / name, document["items"])
            for record in document["items"]:
                if record["verdict"] == "verified":
                    assert folded(record["words"]) in text
        assert {one["error"] for one in failed.values()} <= {"MalformedAnswer", "RequestRejected", "Truncated"}
        assert all(re.search("take a model|split it|raise it", one["message"]) for one in failed.values())

    return check


def chosen(articles: Path, place: Path, names: list[str]) -> Path:
    """A folder with some of the articles."""
    folder = place / "chosen"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes((articles / name).read_bytes())
    return folder


def test_nonsense_is_never_verified(check_notes: Any, llama: str) -> None:
    check_notes(llama, 1)


def test_what_is_no_text_is_never_verified(check_notes: Any, nasty_llama: str) -> None:
    check_notes(nasty_llama, 6)


def test_answers_in_no_shape_at_all_fail_and_say_so(batch: Any, articles: Path, llama: str, tmp_path: Path) -> None:
    """llama.cpp's server has the Responses API, and ignores the format that is asked for there."""
    (tmp_path / "note.py").write_text(NOTE)
    few = chosen(articles, tmp_path, [f"small0{at}.txt" for at in range(5)])
    ended = batch(few, llama, "--schema", f"{tmp_path / 'note.py'}:Note", model="openai-responses/tiny")
    done, failed = told(tmp_path / "out")
    assert ended.exit_code == 1
    assert (len(done), len(failed)) == (0, 5)
    assert {one["error"] for one in failed.values()} <= {"EmptyAnswer", "MalformedAnswer", "Truncated"}


def said_in(record: dict[str, Any]) -> str:
    """The words of a record that the article must have where it is verified."""
    return str(record.get("text") or record.get("name") or record.get("statement") or record.get("subject") or "")


def test_business_news_of_nonsense_is_marked_as_such(batch: Any, articles: Path, llama: str, tmp_path: Path) -> None:
    """Nothing in it is `verified` that holds a word which its article does not have."""
    asked = chosen(articles, tmp_path, [f"small{at:02}.txt" for at in range(4)])
    ended = batch(asked, llama, "--repair", "0")
    done, failed = told(tmp_path / "out")
    assert ended.exit_code == 1
    assert done.keys() | failed.keys() == {path.name for path in asked.iterdir()}
    assert done
    verdicts: Counter[str] = Counter()
    for name, document in done.items():
        words = set(re.findall(r"\w+", folded(read_article(asked / name).text)))
        records = [document["headline"], *(record for kind in LISTS for record in document[kind])]
        check_spans(asked / name, records)
        for record in records:
            verdicts[record["verdict"]] += 1
            if record["verdict"] == "verified":
                said = re.findall(r"\w+", folded(said_in(record)))
                assert all(any(word.startswith(one[:5]) for word in words) for one in said), record
    assert verdicts["unsupported"] > len(done)


def test_a_server_with_faults_loses_no_article_and_mixes_none_up(
    batch: Any, articles: Path, aimock: str, chaos: Any, statuses: Any, first_sentences: dict[str, str], tmp_path: Path
) -> None:
    chaos(dropRate=0.15, malformedRate=0.15, disconnectRate=0.15)
    ended = batch(articles, aimock, "-j", "16")
    done, failed = told(tmp_path / "out")
    assert done.keys() | failed.keys() == first_sentences.keys()
    assert ended.exit_code == (1 if failed else 0)
    assert {one["error"] for one in failed.values()} <= {"Unavailable"}
    # Failed six times in a row: less than one of them, on average.
    assert len(failed) <= 5
    chaos()
    assert batch(articles, aimock).exit_code == 0
    done, failed = told(tmp_path / "out")
    assert {name: one["headline"]["text"] for name, one in done.items()} == first_sentences
    assert {one["headline"]["verdict"] for one in done.values()} == {"verified"}
    met = Counter(statuses())
    assert met[500] > 0
    assert met[0] > 0
    # Each was answered once, or was answered with what is no JSON.
    assert met[200] >= len(first_sentences)


def test_a_server_that_limits_is_waited_for(
    batch: Any, articles: Path, aimock: str, chaos: Any, statuses: Any, tmp_path: Path
) -> None:
    few = chosen(articles, tmp_path, [f"small0{at}.txt" for at in range(3)])
    chaos(rateLimitRate=0.4)
    assert batch(few, aimock).exit_code == 0
    assert len(told(tmp_path / "out")[0]) == 3
    assert set(statuses()) <= {200, 429}


def test_a_server_that_is_down_ends_the_run_and_the_next_one_carries_on(
    batch: Any, articles: Path, aimock: str, chaos: Any, first_sentences: dict[str, str], tmp_path: Path
) -> None:
    chaos(dropRate=1.0)
    ended = batch(articles, aimock, "--patience", "1")
    assert ended.exit_code == 130
    assert "run the same command again later" in ended.stderr
    assert told(tmp_path / "out") == ({}, {})
    chaos()
    assert batch(articles, aimock).exit_code == 0
    assert told(tmp_path / "out")[0].keys() == first_sentences.keys()


def test_an_article_that_the_server_does_not_know_fails_alone(
    batch: Any, articles: Path, aimock: str, tmp_path: Path
) -> None:
    few = chosen(articles, tmp_path, ["small00.txt", "small01.txt"])
    (few / "small00-unknown.txt").write_text("Nobody has heard of this.")
    assert batch(few, aimock, "-j", "1").exit_code == 1
    done, failed = told(tmp_path / "out")
    assert done.keys() == {"small00.txt", "small01.txt"}
    assert (
        "404: No fixture matched; check the model's name and the base url" in failed["small00-unknown.txt"]["message"]
    )


def first_of_each(out: Path) -> dict[str, str]:
    return {name: one["headline"]["text"] for name, one in told(out)[0].items()}


def test_a_server_with_faults_is_asked_by_the_responses_api_as_well(
    batch: Any, articles: Path, aimock: str, chaos: Any, paths: Any, first_sentences: dict[str, str], tmp_path: Path
) -> None:
    chaos(dropRate=0.1, malformedRate=0.1, disconnectRate=0.1)
    batch(articles, aimock, "-j", "8", model="openai-responses/gpt-5-mini")
    chaos()
    assert batch(articles, aimock, model="openai-responses/gpt-5-mini").exit_code == 0
    assert first_of_each(tmp_path / "out") == first_sentences
    assert paths() == {"/v1/responses"}


@pytest.mark.parametrize("version", ["", "2024-10-21"])
def test_azures_addresses_are_those_of_the_mock(
    batch: Any,
    articles: Path,
    aimock: str,
    first_sentences: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
) -> None:
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", aimock)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "sk-local-0123456789")
    monkeypatch.setenv("OPENAI_API_VERSION", version)
    few = chosen(articles, tmp_path, [f"small0{at}.txt" for at in range(3)])
    assert batch(few, None, model="azure/news").exit_code == 0
    assert first_of_each(tmp_path / "out") == {name: first_sentences[name] for name in first_of_each(tmp_path / "out")}
    assert len(first_of_each(tmp_path / "out")) == 3
