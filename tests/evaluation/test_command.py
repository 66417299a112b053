from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import app

GOLD = {"parties": [{"name": "Fen Bank"}, {"name": "Odile Brandt"}], "deals": []}
OUTPUT = {"parties": [{"name": "Fen Bank plc"}, {"name": "Utah"}]}
"""One of two on each side: precision, recall and F1 are a half."""


@pytest.fixture
def sides(tmp_path: Path) -> tuple[str, str]:
    for side, document in (("gold", GOLD), ("out", OUTPUT)):
        (tmp_path / side).mkdir()
        (tmp_path / side / "mill.json").write_text(json.dumps(document), encoding="utf-8")
    return str(tmp_path / "gold"), str(tmp_path / "out")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["eval", *arguments])


def test_the_tables_are_printed(sides: tuple[str, str]) -> None:
    result = run(*sides)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "  parties                     2       2        1      0.500   0.500  0.500\n" in result.stdout
    assert "  parties.name                 1      1.000" in result.stdout


def test_missed_and_spurious_records_are_named_with_their_article(sides: tuple[str, str]) -> None:
    shown = run(*sides, "--show", "3").stdout
    assert "parties: in the gold only (1)\n  mill parties[1]: Odile Brandt\n" in shown
    assert "parties: in the output only (1)\n  mill parties[1]: Utah\n" in shown
    assert "in the gold only" not in run(*sides).stdout


def test_json_is_one_document(sides: tuple[str, str]) -> None:
    document = json.loads(run(*sides, "--format", "json").stdout)
    assert document["kinds"]["parties"]["f1"] == 0.5
    assert document["documents"][0]["spurious"] == [{"path": "parties[1]", "words": "Utah", "verdict": None}]


def test_an_f1_below_the_limit_is_exit_code_1(sides: tuple[str, str]) -> None:
    assert run(*sides, "--fail-under", "0.5").exit_code == 0
    low = run(*sides, "--fail-under", "0.51")
    assert (low.exit_code, low.stderr) == (1, "summarizer: the F1 of all records is 0.5000, below 0.51\n")


def test_a_file_that_cannot_be_read_is_said_and_is_exit_code_1(sides: tuple[str, str]) -> None:
    Path(sides[0], "broken.json").write_text("{", encoding="utf-8")
    result = run(*sides)
    assert result.exit_code == 1
    assert "broken.json is not JSON: line 1, column 2" in result.stderr
    assert "parties.name" in result.stdout


@pytest.mark.parametrize("arguments", [["nowhere", "out"], ["out"], ["gold", "out", "--fail-under", "2"]])
def test_bad_usage_is_exit_code_2_and_nothing_on_standard_output(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_a_terminal_obeys_is_not_shown(sides: tuple[str, str]) -> None:
    Path(sides[1], "mill.json").write_text(json.dumps({"parties": [{"name": "Ut\u001b[31mah"}]}), encoding="utf-8")
    assert "\u001b" not in run(*sides, "--show", "3").stdout
