"""Whether lines break inside sentences."""

from __future__ import annotations

import pytest

from summarizer.text.lines import is_wrapped


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("The head of the mill said that\nthe whole of it would be sold\nbefore the winter came.", True),
        ("The mill was sold.\nThe town was glad.\nNobody else came.", False),
        ("Tarn Steel\nLund Forge\nBrindle Rail\nOrrin Holdings", False),
        ("x" * 500 + "\nand on\nand on", False),
        ("", False),
    ],
)
def test_short_lines_that_go_on_in_lower_case_are_wrapped(text: str, wrapped: bool) -> None:
    assert is_wrapped(text) is wrapped
