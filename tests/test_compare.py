"""docs/compare.md tells of this program, and of instructor where it is that version, what the benchmark prints."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from benchmarks.compare import ALTERED, Answer, instructor_with, ours

PAGE = Path(__file__).resolve().parent.parent / "docs" / "compare.md"
INSTRUCTOR = "1.17.0"


def table() -> dict[str, dict[str, str]]:
    """What the page says of each change, by tool."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| changed |"))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[start:] if line.startswith("|")]
    return {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[2 : 2 + len(ALTERED)]}


def column(tool: str) -> dict[str, str]:
    return {change: answers[tool] for change, answers in table().items()}


def found(answer: Answer) -> dict[str, str]:
    return {change: answer(given) for change, given in ALTERED.items()}


def test_the_page_says_of_this_program_what_it_does() -> None:
    assert column("summarizer") == found(ours)


@pytest.mark.skipif(version("instructor") != INSTRUCTOR, reason="the page is about another version of instructor")
def test_the_page_says_of_instructor_what_it_does() -> None:
    assert column(f"instructor {INSTRUCTOR}, CitationMixin") == found(instructor_with(unchanged=False))


def test_a_right_answer_passes_with_everybody_so_that_a_refusal_means_something() -> None:
    right = table()["nothing changed"]
    assert {answer for tool, answer in right.items() if tool != "changed"} == {"passes"}
