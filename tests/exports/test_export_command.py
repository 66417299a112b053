"""`summarizer export`, from a run that the offline rules made of the project's examples."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import app
from summarizer.exports.documents import to_jsonl
from summarizer.exports.formats import FORMATS
from summarizer.fields import Money, Name, Record
from summarizer.records import Extraction, Provenance, Source
from summarizer.verdicts import Verdict

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {"parquet": "pyarrow", "arrow": "pyarrow", "spacy": "spacy"}

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a batch over three articles, one of them a page."""
    root = tmp_path_factory.mktemp("run")
    articles = root / "articles"
    articles.mkdir()
    for name in ("acquisition.html", "supply_contract.txt", "two_deals.txt"):
        (articles / name).write_bytes((ROOT / "examples/articles" / name).read_bytes())
    made = CliRunner().invoke(app, ["batch", str(articles), "-o", str(root / "out"), "--model", "offline", "-q"])
    assert made.exit_code in (0, 1), made.output
    return root / "out"


@pytest.fixture
def export() -> Run:
    return lambda *arguments, **more: CliRunner().invoke(app, ["export", *map(str, arguments)], **more)


def need(form: str) -> None:
    if form in NEEDED:
        pytest.importorskip(NEEDED[form], reason=f"{NEEDED[form]} is not installed")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_to_its_place_and_again(
    form: str, run_folder: Path, export: Run, tmp_path: Path
) -> None:
    need(form)
    place = tmp_path / "exports" / FORMATS[form].place
    (tmp_path / "summaries.jsonl").write_bytes((run_folder / "summaries.jsonl").read_bytes())
    for _ in range(2):
        done = export(tmp_path / "summaries.jsonl", "--to", form)
        assert done.exit_code == 0, done.output
        assert "exported 3 articles" in done.stderr
        assert str(place) in done.stderr
    assert place.exists()
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_jsonl_of_a_run_is_its_summaries(run_folder: Path, export: Run, tmp_path: Path) -> None:
    done = export(run_folder, "--to", "jsonl", "-o", tmp_path / "a.jsonl")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a.jsonl").read_bytes() == (run_folder / "summaries.jsonl").read_bytes()


def test_jsonl_goes_to_standard_output(run_folder: Path, export: Run) -> None:
    done = export(run_folder, "-t", "jsonl", "-o", "-", "-q")
    assert done.stdout.encode() == (run_folder / "summaries.jsonl").read_bytes()
    assert done.stderr == ""


def test_a_run_and_its_file_come_to_the_same(run_folder: Path, export: Run, tmp_path: Path) -> None:
    for name, source in (("run", run_folder), ("file", run_folder / "summaries.jsonl")):
        assert export(source, "--to", "csv", "-o", tmp_path / name).exit_code == 0
    for path in (tmp_path / "run").iterdir():
        assert path.read_bytes() == (tmp_path / "file" / path.name).read_bytes()


def test_a_run_is_not_changed(run_folder: Path, export: Run, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in run_folder.iterdir() if path.suffix != ".lock"}
    assert export(run_folder, "--to", "sqlite", "-o", tmp_path / "a.sqlite").exit_code == 0
    assert {path.name: path.read_bytes() for path in run_folder.iterdir() if path.suffix != ".lock"} == before


def test_only_records_of_a_verdict(run_folder: Path, export: Run) -> None:
    done = export(run_folder, "--to", "jsonl", "-o", "-", "--verdict", "verified", "--verdict", "altered")
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    verdicts = {record["verdict"] for one in documents for record in [*one["deals"], *one["parties"], *one["quotes"]]}
    assert verdicts == {"verified"}
    assert documents[0]["verification"]["inferred"] > 0


def test_only_a_section(run_folder: Path, export: Run) -> None:
    done = export(run_folder, "--to", "jsonl", "-o", "-", "--only", "deals")
    for one in map(json.loads, done.stdout.splitlines()):
        assert one["deals"]
        assert (one["headline"], one["abstract"], one["quotes"], one["claims"], one["parties"]) == (
            None,
            [],
            [],
            [],
            [],
        )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "csv", "-o", "-"], "name a place with -o"),
        (["--to", "sqlite", "-o", "-"], "name a place with -o"),
        (["--to", "csv", "--only", "dreams"], "no section dreams: there are headline, abstract"),
        (["--to", "csv", "--verdict", "fine"], "no verdict fine: there are verified"),
        (["--to", "csv", "--articles", "nowhere"], "nowhere is not there"),
    ],
)
def test_what_cannot_be_done_is_said(run_folder: Path, export: Run, arguments: list[str], said: str) -> None:
    done = export(run_folder, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("name", ["run.sqlite", "summaries.jsonl", "failures.jsonl", "."])
def test_what_is_exported_is_not_written_over(run_folder: Path, export: Run, name: str) -> None:
    before = (run_folder / "summaries.jsonl").read_bytes()
    done = export(run_folder, "--to", "jsonl", "-o", run_folder / name, "--force")
    assert done.exit_code == 2
    assert "name another place" in done.stderr
    assert (run_folder / "summaries.jsonl").read_bytes() == before


@pytest.mark.parametrize("form", FORMATS)
def test_what_no_export_wrote_is_not_written_over(form: str, run_folder: Path, export: Run, tmp_path: Path) -> None:
    need(form)
    place = tmp_path / "thesis"
    if FORMATS[form].writes == "folder":
        place.mkdir()
        (place / "chapter.txt").write_text("mine")
    else:
        place.write_text("mine\n")
    done = export(run_folder, "--to", form, "-o", place)
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert export(run_folder, "--to", form, "-o", place, "--force").exit_code == 0


@pytest.mark.parametrize(("form", "extra"), [("parquet", "parquet"), ("arrow", "parquet"), ("spacy", "spacy")])
def test_without_its_library_the_extra_is_named(
    form: str, extra: str, run_folder: Path, export: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, FORMATS[form].library or "", None)
    done = export(run_folder, "--to", form)
    assert done.exit_code == 2
    assert f"pip install '.[{extra}]'" in done.stderr
    assert not (run_folder / "exports").exists()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _: None, "No such file"),
        (lambda place: place.mkdir(), "holds no run"),
        (lambda place: (place.mkdir(), (place / "part-0.parquet").touch()), "holds a run on Ray"),
        (lambda place: place.write_text("[[1]]"), "no result of this program"),
    ],
)
def test_what_cannot_be_read_is_said(make: Callable[[Path], Any], said: str, export: Run, tmp_path: Path) -> None:
    make(tmp_path / "source")
    done = export(tmp_path / "source", "--to", "jsonl", "-o", tmp_path / "a.jsonl")
    assert done.exit_code in (1, 2)
    assert said in done.stderr


def test_broken_lines_are_named_and_the_others_exported(run_folder: Path, export: Run, tmp_path: Path) -> None:
    good = (run_folder / "summaries.jsonl").read_text("utf-8").splitlines()
    wrong = json.loads(good[1])
    wrong["deals"][0]["kind"] = "theft"
    deep = '{"source": ' * 100_000
    lines = [good[0], '{"broken": ', "", '{"a": 1}', json.dumps(wrong), good[2], deep]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = export(tmp_path / "in.jsonl", "--to", "jsonl", "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 1
    assert (tmp_path / "out.jsonl").read_text("utf-8").splitlines() == [good[0], good[2]]
    assert "line 5: deals[0].kind: give 'supply', " in done.stderr
    for said in ("line 2: not JSON", "line 4: no result of this program", "line 7: not JSON"):
        assert said in done.stderr


def test_a_pipe_is_read(run_folder: Path, export: Run, tmp_path: Path) -> None:
    data = (run_folder / "summaries.jsonl").read_bytes()
    done = export("-", "--to", "jsonl", input=data)
    assert done.stdout.encode() == data
    done = export("-", "--to", "sqlite", input=data)
    assert (done.exit_code, "name a place to write with -o" in done.stderr) == (2, True)
    assert export("-", "--to", "sqlite", "-o", tmp_path / "a.sqlite", input=data).exit_code == 0
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)


def test_one_laid_out_document_and_a_list_are_read(run_folder: Path, export: Run, tmp_path: Path) -> None:
    one, two, _ = map(json.loads, (run_folder / "summaries.jsonl").read_text("utf-8").splitlines())
    for value, count in ((one, 1), ([one, two], 2)):
        (tmp_path / "in.json").write_text(json.dumps(value, indent=2), encoding="utf-8")
        done = export(tmp_path / "in.json", "--to", "jsonl", "-o", "-")
        assert (done.exit_code, len(done.stdout.splitlines())) == (0, count)


def test_parquet_goes_through_a_pipe(run_folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
    command = [sys.executable, "-m", "summarizer", "export", str(run_folder), "--to", "parquet", "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert parquet.read_table(io.BytesIO(done.stdout)).num_rows == 3


def test_an_article_that_is_gone_is_named(run_folder: Path, export: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = (run_folder / "summaries.jsonl").read_text("utf-8").replace(str(run_folder.parent / "articles"), "gone")
    source.write_text(lines, encoding="utf-8")
    done = export(source, "--to", "label-studio")
    assert done.exit_code == 1
    assert "gone/supply_contract.txt: its text is not to be had; name the folder" in done.stderr
    assert "exported 1 article," in done.stderr  # the page, whose text is in the result
    again = export(source, "--to", "label-studio", "--articles", run_folder.parent / "articles")
    assert (again.exit_code, "exported 3 articles" in again.stderr) == (0, True)


class Recall(Record):
    """A product that is called back."""

    product: Name
    cost: Money | None = None


RECALL = '''
from summarizer import Money, Name, Record


class Recall(Record):
    """A product that is called back."""

    product: Name
    cost: Money | None = None
'''


@pytest.fixture
def recalls(tmp_path: Path) -> Path:
    """A file with one user's record, and the class beside it."""
    (tmp_path / "recall.py").write_text(RECALL)
    record = Recall(product="kettle", cost=Money(text="$3", amount=3, currency="USD"), verdict=Verdict.VERIFIED)
    extraction = Extraction[Recall](
        source=Source(path="k.txt", sha256="0" * 64, characters=6),
        provenance=Provenance(model="m"),
        records_of="Recall",
        items=[record],
    )
    (tmp_path / "recalls.jsonl").write_text(to_jsonl(extraction), encoding="utf-8")
    return tmp_path / "recalls.jsonl"


def test_records_of_a_user_have_columns_where_their_class_is_named(recalls: Path, export: Run) -> None:
    schema = f"{recalls.parent / 'recall.py'}:Recall"
    done = export(recalls, "--to", "csv", "--schema", schema)
    assert done.exit_code == 0, done.output
    lines = (recalls.parent / "exports/csv/recall.csv").read_text().splitlines()
    assert lines[0].split(",")[3:6] == ["product", "cost_text", "cost_amount"]
    assert lines[1].split(",")[3:6] == ["kettle", "$3", "3"]


def test_without_their_class_they_are_json(recalls: Path, export: Run) -> None:
    done = export(recalls, "--to", "sqlite")
    assert done.exit_code == 0, done.output
    with closing(sqlite3.connect(recalls.parent / "exports/summaries.sqlite")) as connection:
        [row] = connection.execute("SELECT fields ->> '$.product', fields ->> '$.cost.amount', verdict FROM items")
    assert row == ("kettle", 3, "verified")


def test_a_class_that_is_not_theirs_is_an_error(recalls: Path, export: Run, run_folder: Path) -> None:
    (recalls.parent / "other.py").write_text(RECALL.replace("Recall", "Lawsuit"))
    other = f"{recalls.parent / 'other.py'}:Lawsuit"
    done = export(recalls, "--to", "csv", "--schema", other)
    assert (done.exit_code, "are of Recall, not of Lawsuit" in done.stderr) == (2, True)
    done = export(run_folder, "--to", "csv", "--schema", other)
    assert (done.exit_code, "leave --schema away" in done.stderr) == (2, True)


def test_results_of_two_kinds_in_one_file_are_an_error(recalls: Path, export: Run, run_folder: Path) -> None:
    with recalls.open("ab") as file:
        file.write((run_folder / "summaries.jsonl").read_bytes())
    done = export(recalls, "--to", "csv")
    assert (done.exit_code, "export them apart" in done.stderr) == (2, True)
    assert not (recalls.parent / "exports/csv").exists()


def test_a_run_without_results_makes_empty_tables(export: Run, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    done = export(tmp_path / "none.jsonl", "--to", "sqlite")
    assert done.exit_code == 0
    assert "exported 0 articles" in done.stderr
    with closing(sqlite3.connect(tmp_path / "exports/summaries.sqlite")) as connection:
        assert connection.execute("SELECT * FROM deals_by_acquirer").fetchall() == []


def test_half_a_character_of_a_model_is_no_obstacle(run_folder: Path, export: Run, tmp_path: Path) -> None:
    """A lone surrogate, which JSON may hold as an escape and UTF-8 may not."""
    line = json.loads((run_folder / "summaries.jsonl").read_bytes().splitlines()[0])
    line["headline"]["text"] = "half \ud83d only"
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n")
    for form in FORMATS:
        if form in NEEDED and not pytest.importorskip(NEEDED[form], reason=f"{NEEDED[form]} is not installed"):
            continue
        done = export(tmp_path / "in.jsonl", "--to", form)
        assert done.exit_code == 0, done.output
