"""Paragraphs: which line breaks end one, and which were made by wrapping."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.paragraphs import paragraphs


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


WIRE = (
    "Tarn Foundry Inc said it agreed to\n"
    "sell its pump unit in Bluff City, Mo., to a group led by\n"
    "C. Robin Vale for 12.2 mln dlrs in cash and notes.\n"
    "    The company said the sale would close on or about March\n"
    "16. It gave no reason for the sale of what it had once called\n"
    "the heart of the firm.\n"
    "    The unit had sales of 54.8 mln dlrs.\n"
    " Wire"
)


def test_indents_end_paragraphs_of_wire_copy() -> None:
    assert [paragraph.split()[0] for paragraph in cut(WIRE)] == ["Tarn", "The", "The", "Wire"]


def test_a_wrapped_line_that_begins_with_a_day_is_no_list_item() -> None:
    assert "about March\n16. It gave" in cut(WIRE)[1]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_wrapped_lines_are_joined_whatever_the_line_ends(ending: str) -> None:
    assert len(cut(WIRE.replace("\n", ending))) == 4


def test_copy_that_lost_its_dateline_after_it_was_wrapped_is_joined() -> None:
    text = (
        "Tarn Foundry Inc said it has completed\n"
        "the sale, announced in March, of its pump unit at Bluff City to\n"
        "Vale Partners for 12.2 mln dlrs in cash."
    )
    assert cut(text) == [text]


def test_what_stands_under_a_line_without_a_stop_is_no_prose_where_it_is_short() -> None:
    text = "Hit by the strike were\npumps and valves\nthe port\nrail freight to Bluff City and beyond the river"
    assert cut(text) == text.split("\n")


def test_blank_lines_and_short_lines_end_wrapped_paragraphs() -> None:
    text = (
        "Orchard Robotics said on Tuesday that it had agreed to lease two\n"
        "halls at the port of Rotterdam, its first outside the region. The\n"
        "halls will open in 2026.\n"
        "Nobody at the port would comment on the price that Orchard pays\n"
        "for them.\n\n"
        "The lease runs for 12 years."
    )
    assert [paragraph.split()[0] for paragraph in cut(text)] == ["Orchard", "Nobody", "The"]


def test_list_items_of_wrapped_text_keep_their_hanging_lines() -> None:
    text = (
        "The terms of the lease, which both sides signed in the evening, are\n"
        "these, as far as they are known to the people who negotiated it:\n"
        "- a term of 12 years, with an option for five more if both agree\n"
        "  in writing by 2036\n"
        "- rent of 3.4 million euros a year"
    )
    assert [paragraph[:8] for paragraph in cut(text)] == ["The term", "- a term", "- rent o"]


def test_every_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "Halden Slips After Downgrade\nThe shares fell 4% on Tuesday.\nWhat to watch\nA call is set for May 3."
    assert cut(text) == text.split("\n")


def test_a_list_in_lower_case_is_not_joined() -> None:
    assert cut("pumps\nvalves and fittings\nhoses\nseals") == ["pumps", "valves and fittings", "hoses", "seals"]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = "Halden said it would buy the pump maker for cash " * 5
    assert cut(f"{long}\nand the rest") == [long.strip(), "and the rest"]


def test_an_underlined_heading_is_one_paragraph() -> None:
    assert cut("Outlook\n-------\nText.") == ["Outlook\n-------", "Text."]


@given(st.text(alphabet=st.sampled_from(list("aA1. -#•\n\r\t\u2028=|")), max_size=200))
def test_every_character_but_white_space_is_in_one_paragraph(text: str) -> None:
    assert "".join("".join(paragraph.split()) for paragraph in cut(text)) == "".join(text.split())
