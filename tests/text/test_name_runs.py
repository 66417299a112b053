"""Runs and sentences in capitals are looked for in cheap ways first, and are those that the patterns find alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text import headline_names, name_runs
from summarizer.text.headline_names import sentences_in_capitals
from summarizer.text.name_runs import runs_in

PIECES = (
    "21st Century", "1st Street", "2nd", "d’Arc", "O’Neil", "al-Qadr", "iPhone", "eBay", "3M", "12-A", "7-Eleven",
    "A.B.C.", "J. Roe", "St. Ives", "$TARN", "@Roe", "x@A.com", "U.S.", "né", "École", "Ŝima", "Ørsted", "aMazing",
    "123ABC", "1234A", "the", "of", "and", "Inc.", "&", "'s", "“Tarn", "?", "Lund", "said",
)  # fmt: skip
GAPS = (" ", "", "-", ".", "\n", ", ", "  ", "\xa0")


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=14))
def test_the_runs_are_those_of_the_plain_pattern(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    plain = re.compile(name_runs._RUN._written[0])  # type: ignore[attr-defined]
    assert [run.span() for run in runs_in(text)] == [run.span() for run in plain.finditer(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Shares of 21st Century Avenue Corp rose.", ["Shares of 21st Century Avenue Corp"]),
        ("a house on 5th Avenue, near Lund", ["5th Avenue", "Lund"]),
        ("no capital here", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    assert [run.group() for run in runs_in(text)] == runs


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("TARN SAID IT WILL SELL ITS MILL.\nLund agreed.", ["TARN SAID IT WILL SELL ITS MILL."]),
        ("So “ŌTARN — ÉLUND WILL BUY THE MILLS” it said.", [" “ŌTARN — ÉLUND WILL BUY THE MILLS”"]),
        ("TARN SAID\nIT WILL SELL\nITS MILLS AND", []),
        ("Tarn said it will sell its mill in TARN, Inc.", []),
    ],
)
def test_sentences_in_capitals(text: str, held: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_in_capitals(text)] == held


@given(st.text(alphabet="AB ßÿ÷öÖØø’Ā\nc", max_size=80))
def test_no_stretch_in_capitals_is_passed_over(text: str) -> None:
    long = re.search(headline_names._CAPITALS._written[0], text)  # type: ignore[attr-defined]
    assert (b"X" * 24 in text.encode("latin-1", "replace").translate(headline_names._KINDS)) == (long is not None)
