"""Stretches between quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.quotation import QuoteMap, quoted_stretches


def quoted(text: str) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in quoted_stretches(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We sold it,” he said.", ["We sold it,"]),
        ('"We sold it," he said. "All of it."', ["We sold it,", "All of it."]),
        ("‘We sold it,’ he said.", ["We sold it,"]),
        ("'We sold it,' he said.", ["We sold it,"]),
        ("``We sold it,'' he said.", ["We sold it,"]),
        ("''We sold it,'' he said.", ["We sold it,"]),
        ("«We sold it», he said.", ["We sold it"]),
        ("„We sold it“, he said.", ["We sold it"]),
        ("“He said ‘never’ twice,” she said.", ["He said ‘never’ twice,"]),
        ("“ We sold it ” he said.", ["We sold it"]),
        ("“I live in what he calls “hell” and like it.”", ["I live in what he calls “hell” and like it."]),
        ("“We sold it for 51 percent.“ He left.", ["We sold it for 51 percent."]),
        ("“We sold it, she said. “All of it.”", ["All of it."]),
        ("'They sent us \"a voucher\",' he said.", ['They sent us "a voucher",']),
        ("‘It was “a formality”, and it’s over,’ he said.", ["It was “a formality”, and it’s over,"]),
        ("The owners 'sold' it for \"a song\", he said.", ["sold", "a song"]),
        ("Get 'em all, he said, and \"all of it\" was the boys' own.", ["all of it"]),
    ],
)
def test_every_kind_of_mark_is_read_and_of_nested_ones_the_outermost(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    "text", ["Tarn’s plants didn’t close.", "the Lunds’ mill and the '90s", 'a 6" pipe', "rock 'n' roll"]
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_over_paragraphs_that_open_anew_is_a_stretch_each() -> None:
    assert quoted("“One.\n\n“Two,” he said.") == ["One.", "Two,"]


def test_a_mark_that_its_paragraph_does_not_close_opens_nothing() -> None:
    assert quoted("He said “we are\n\nsorry and went. “Fine,” she said.") == ["Fine,"]


def test_a_quotation_goes_on_over_the_line_breaks_of_wrapped_text() -> None:
    text = 'The head of the mill said that "we are going to\nsell all of it before winter" and that the\ntown was told.'
    assert quoted(text) == ["we are going to\nsell all of it before winter"]


def test_a_quotation_goes_on_in_the_next_line_where_each_sentence_has_its_own() -> None:
    assert quoted("“We sold it.\nNobody bid,” he said.\nHe left.") == ["We sold it.\nNobody bid,"]


def test_a_quotation_does_not_go_on_in_the_next_line_that_opens_another_first() -> None:
    assert quoted("He said “we are\nsorry and “Fine,” she said.") == ["Fine,"]


def test_the_map_finds_the_stretch_at_an_offset() -> None:
    text = "He said “yes” and “no”."
    quotes = QuoteMap(quoted_stretches(text))
    assert quotes.holding(text.index("no")) == quotes.stretches[1]
    assert quotes.holding(0) is None
    assert list(quotes.within(0, len(text))) == list(quotes.stretches)


@given(st.text(alphabet="ab '\"“”‘’«»„`\n.,", max_size=80))
def test_stretches_are_ordered_and_disjoint_and_hold_no_space_at_their_ends(text: str) -> None:
    last = 0
    for stretch in quoted_stretches(text):
        assert last <= stretch.start < stretch.end <= len(text)
        assert text[stretch.start : stretch.end].strip() == text[stretch.start : stretch.end]
        last = stretch.end
