"""A dossier as Markdown, and the command that prints it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.cli import app
from summarizer.dossier.model import DossierData
from summarizer.exports.documents import document, dump_line
from summarizer.exports.dossier import dossier_markdown
from summarizer.readers import read_article
from summarizer.records import Summary
from summarizer.verdicts import Verdict

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "dossier"


@pytest.fixture(scope="module")
def summaries() -> list[Summary]:
    return [summarize(read_article(path), model="offline") for path in sorted(EXAMPLES.glob("*.txt"))]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [read_article(path).text for path in sorted(EXAMPLES.glob("*.txt"))]


@pytest.fixture
def lines(tmp_path: Path, summaries: list[Summary]) -> Path:
    file = tmp_path / "summaries.jsonl"
    file.write_text("".join(f"{dump_line(document(one))}\n" for one in summaries), "utf-8")
    return file


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["dossier", *arguments], prog_name="summarizer")
    return done.exit_code, done.stdout, done.stderr


def test_the_table_has_a_column_for_each_article(summaries: list[Summary], texts: list[str]) -> None:
    text = dossier_markdown(Dossier.of(summaries, texts).data)
    assert "| | | a1 | a2 | a3 |" in text
    assert "| Status | superseded | agreed \\[1\\] | agreed \\[3\\] | closed \\[2\\] |" in text


def test_of_many_articles_each_value_says_who_gives_it(summaries: list[Summary], texts: list[str]) -> None:
    text = dossier_markdown(Dossier.of(summaries * 2, texts * 2).data)
    assert "| | | | Said by | Sources |" in text
    assert "| | | a1 |" not in text


def test_what_articles_hold_is_shown_as_text() -> None:
    hostile = [
        f"{name} has agreed to buy Orrin <img src=x onerror=alert(1)> Ltd. for $5 million, it said on Tuesday.\n\n"
        "| a | table | and `code` and [a link](javascript:alert(1)) ended the note, said Jane | Roe.\n"
        for name in ("Tarn Inc.", "Tarn Inc.")
    ]
    made = Dossier.of([summarize(Article.from_text(text), model="offline") for text in hostile], hostile)
    shown = dossier_markdown(made.data)
    assert "\\<img" in shown
    assert not re.search(r"(?<!\\)[<`]|(?<!\\)\]\(", shown)


def test_a_faulty_record_is_shown_and_decides_nothing(summaries: list[Summary], texts: list[str]) -> None:
    wrong = summaries[2].deals[0].model_copy(update={"verdict": Verdict.ALTERED})
    made = Dossier.of([*summaries[:2], summaries[2].model_copy(update={"deals": [wrong]})], texts[:3])
    status = next(row for row in made.events[0].rows if row.field == "status")
    assert (status.state, [value.text for value in status.values]) == ("agreed", ["agreed", "closed"])
    assert [value.sources for value in status.values] == [1, 0]
    assert "⚠ altered" in dossier_markdown(made.data)


def test_the_command_prints_markdown(lines: Path) -> None:
    code, out, err = run(str(lines))
    assert (code, err) == (0, "")
    assert "## Castellan Freight Systems Inc. buys Orrindale Cold Chain Ltd." in out


def test_the_command_prints_one_json_document(lines: Path) -> None:
    code, out, _ = run(str(lines), "--format", "json")
    assert code == 0
    assert [event.articles for event in DossierData.model_validate(json.loads(out)).events] == [["a1", "a2", "a3"]]


def test_the_output_of_a_batch_is_found_in_its_folder(lines: Path, tmp_path: Path) -> None:
    code, out, _ = run(str(lines.parent), "-o", str(tmp_path / "dossier.md"))
    assert (code, out) == (0, "")
    assert (tmp_path / "dossier.md").read_text("utf-8").startswith("# Dossier\n")


@pytest.mark.parametrize(
    "text", ["TARN, March 3 - Orrin is for sale.\n", "# Dossier\n\nMy notes on Orrin.\n", '{"a": 1}']
)
def test_a_file_that_is_no_dossier_is_not_written_over(lines: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "article.txt"
    file.write_text(text, "utf-8")
    code, out, err = run(str(lines), "-o", str(file))
    assert (code, out) == (2, "")
    assert "is no dossier" in err
    assert "--force" in err
    assert file.read_text("utf-8") == text
    assert run(str(lines), "-o", str(file), "--force")[0] == 0
    assert file.read_text("utf-8").startswith("# Dossier\n")


@pytest.mark.parametrize("kept", ["article.txt", "summaries.jsonl"])
def test_no_article_and_no_summaries_are_written_over_by_force(tmp_path: Path, kept: str) -> None:
    article = tmp_path / "article.txt"
    article.write_text("May 4, 2026\n\nTarn Mills Inc. agreed to buy Orrin Paper Ltd., it said.\n", "utf-8")
    file = tmp_path / "summaries.jsonl"
    file.write_text(f"{dump_line(document(summarize(article, model='offline')))}\n", "utf-8")
    before = (tmp_path / kept).read_bytes()
    code, out, err = run(str(file), "-o", str(tmp_path / kept), "--force")
    assert (code, out) == (2, "")
    assert "is one of the articles or summaries themselves" in err
    assert (tmp_path / kept).read_bytes() == before


@pytest.mark.parametrize("before", ["md", "json", None])
@pytest.mark.parametrize("form", ["md", "json"])
def test_a_dossier_takes_the_place_of_an_earlier_one(
    lines: Path, tmp_path: Path, before: str | None, form: str
) -> None:
    file = tmp_path / "dossier.out"
    if before is None:
        file.touch()
    else:
        assert run(str(lines), "-o", str(file), "-f", before)[0] == 0
    assert run(str(lines), "-o", str(file), "-f", form)[0] == 0
    assert file.read_text("utf-8").startswith({"md": "# Dossier\n", "json": "{"}[form])


def test_a_folder_is_no_file_to_write_to(lines: Path, tmp_path: Path) -> None:
    code, _, err = run(str(lines), "-o", str(tmp_path), "--force")
    assert code == 2
    assert "is a folder: name a file" in err


def test_several_outputs_are_laid_together(tmp_path: Path, summaries: list[Summary]) -> None:
    files = []
    for name, one in zip("ab", summaries, strict=False):
        files.append(tmp_path / f"{name}.json")
        files[-1].write_text(dump_line(document(one)), "utf-8")
    code, out, _ = run(*map(str, files), "-f", "json")
    assert code == 0
    assert [event["articles"] for event in json.loads(out)["events"]] == [["a1", "a2"]]


def test_articles_that_are_gone_are_said_to_be(tmp_path: Path, summaries: list[Summary]) -> None:
    gone = [
        one.model_copy(update={"source": one.source.model_copy(update={"path": f"gone/{at}.txt"})})
        for at, one in enumerate(summaries)
    ]
    file = tmp_path / "gone.jsonl"
    file.write_text("".join(f"{dump_line(document(one))}\n" for one in gone), "utf-8")
    code, _, err = run(str(file))
    assert code == 0
    assert "4 of 4 articles are not at their paths" in err
    assert run(str(file), "--quiet")[2] == ""


def test_lines_that_are_no_summaries_are_named_and_left_out(lines: Path) -> None:
    lines.write_text(lines.read_text("utf-8") + '{"schema_version": "1"}\nnot JSON\n', "utf-8")
    code, out, err = run(str(lines), "-f", "json")
    assert code == 1
    assert len(json.loads(out)["articles"]) == 4
    assert "line 5 is no summary of business news" in err
    assert "line 6 is no summary of business news" in err


@pytest.mark.parametrize(("name", "text"), [("summaries.jsonl", ""), ("other.txt", None)])
def test_nothing_to_read_is_a_configuration_error(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    code, out, err = run(str(tmp_path / name))
    assert (code, out) == (2, "")
    assert "summarizer batch" in err


def test_a_dossier_comes_from_files_in_python_too(lines: Path) -> None:
    made = Dossier.read(lines)
    assert made.events[0].title == "Castellan Freight Systems Inc. buys Orrindale Cold Chain Ltd."
    assert made.article("a1").published == date(2026, 3, 10)
    with pytest.raises(KeyError):
        made.article("a9")
