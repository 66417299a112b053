"""What is said of options that do not do: what to give, in words that are nobody's class or number."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.input_faults import plain_fault


def said(*arguments: str) -> tuple[int, str]:
    ended = CliRunner().invoke(app, list(arguments))
    return ended.exit_code, ended.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--section-tokens", "10"), "'--section-tokens': give 200 or more"),
        (("--published", "2026-13-40"), "'2026-13-40' is no day: give a day as YYYY-MM-DD, such as 2026-03-04"),
        (("--repair", "often"), "'--repair': give a whole number"),
        (("--policy", "maybe"), "'maybe' is none of them: give one of 'flag', 'drop', 'fail'"),
        (("--fallback-above", "2"), "'--fallback-above': give 1 or less"),
        (("--timeout", "soon"), "'--timeout': give a number"),
    ],
)
def test_an_option_that_does_not_do_says_what_to_give(arguments: tuple[str, ...], words: str) -> None:
    code, line = said("extract", "a.txt", *arguments)
    assert code == 2
    assert words in line
    assert "Input should" not in line
    assert "Value error" not in line


def test_a_root_that_is_no_folder_is_told_without_the_number_of_the_error(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert said("mcp", "--root", str(missing)) == (
        2,
        f"summarizer: --root {missing} is not there: name a folder that can be read\n",
    )
    (tmp_path / "file").write_text("a", encoding="utf-8")
    assert said("mcp", "--root", str(tmp_path / "file"))[1].endswith("is no folder: name a folder that can be read\n")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    code, line = said("mcp", "--root", str(tmp_path / "round"))
    assert code == 2
    assert "cannot be used" in line
    assert "Errno" not in line


def test_the_first_row_of_the_table_of_models_can_be_asked_about() -> None:
    ended = CliRunner().invoke(app, ["models", "offline"])
    assert ended.exit_code == 0
    assert "the built-in rules" in ended.stdout


def test_a_fault_that_is_not_known_keeps_its_words() -> None:
    assert plain_fault("the moon is full") == "the moon is full"
