"""Addresses of pages in a text."""

from __future__ import annotations

import pytest

from summarizer.text.addresses import without_addresses
from summarizer.text.names import find_names
from summarizer.text.readings import Readings


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("http: / / www. pulpweek. com/2012/03/sedge-buys-orrin\nSedge buys", " \nSedge buys"),
        ("See www.pulpweek.example/orrin for more", "See   for more"),
        ("pulpweek.example/news/sedge-orrin - 4 May\nSedge", "  - 4 May\nSedge"),
        ("Media: press @ orrin. example or ir@orrin.example", "Media:   or  "),
        ("More at investors.orrin.example today, at 9 a.m. Central. So.", "More at   today, at 9 a.m. Central. So."),
        ("Sedge and/or Orrin rose 3/4 point. It fell 1.5 per cent.", None),
        ("No address at all", None),
    ],
)
def test_an_address_is_taken_out_and_prose_stays(text: str, rest: str | None) -> None:
    assert without_addresses(text) == (text if rest is None else rest)


def test_the_words_of_an_address_make_no_common_words_of_a_name() -> None:
    page = "http://pulpweek.example/2012/sedge-buys-orrin\n\nSedge Holdings will buy Orrin Paper, it said."
    named = [name.text for name in Readings(page, [(0, len(page))], None).names]
    assert "Sedge Holdings" in named


def test_a_name_that_stands_in_a_sentence_is_whole_where_it_opens_one() -> None:
    text = "The sedge on the sign will go.\n\nSedge Moor Bank is sold. Customers of the Sedge Moor Fund ask why."
    assert next(name.text for name in find_names(text)) == "Sedge Moor Bank"


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "a@", "ab.cde.", " ", "\n", "www."])
def test_a_long_run_of_one_piece_is_read_once(piece: str) -> None:
    assert len(without_addresses(piece * 200_000)) <= 200_000 * len(piece)
