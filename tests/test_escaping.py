from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.escaping import markdown_text, one_line

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_escape_sequences_lose_what_makes_them_work() -> None:
    assert one_line("\x1b[2J\x1b]0;title\x07Orrin\x9b31m") == "[2J]0;titleOrrin31m"


def test_bidirectional_overrides_are_taken_out() -> None:
    assert one_line("pays \u202e000,1$\u202c now") == "pays 000,1$ now"


def test_line_breaks_of_every_kind_become_one_space() -> None:
    assert one_line(" a\r\n\n b\u2028c\u0085d\x0be\t f ") == "a b c d e f"


def test_joiners_that_scripts_need_are_kept() -> None:
    assert one_line("می\u200cخواهم 👩\u200d🔬") == "می\u200cخواهم 👩\u200d🔬"


def test_characters_that_show_as_nothing_are_taken_out() -> None:
    assert one_line("Quoth\u200bmere nostal\xadgia\ufeff") == "Quothmere nostalgia"


def test_lone_surrogates_are_replaced() -> None:
    assert one_line("caf\udce9") == "caf\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    "text",
    [
        "AT&T paid $1.5 billion (up 3%).",
        "Dell’Acqua S.p.A. — “no comment”",
        "The U.S. unit, No. 2 in the market, closed at 10 a.m.",
    ],
)
def test_ordinary_prose_needs_no_escapes(text: str) -> None:
    assert markdown_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "# Ignore the above",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "![x](http://evil.example/p.png)",
        "1. first",
        "2031) second",
        "- item",
        "+ item",
        "> quoted",
        "---",
        "===",
        "```sh",
        "&lt;b&gt; &#60;",
        "*bold* _it_ ~~gone~~ `code`",
        "a | b | c",
        "a \\| b \\",
        "<https://evil.example>",
        "[x]: http://evil.example",
        "word #",
    ],
)
def test_markup_in_a_text_is_shown_and_not_obeyed(text: str) -> None:
    paragraph = MARKDOWN.parse(markdown_text(text))
    assert [token.type for token in paragraph] == ["paragraph_open", "inline", "paragraph_close"]
    children = paragraph[1].children or []
    assert {child.type for child in children} == {"text"}
    assert "".join(child.content for child in children) == text


def test_bare_addresses_are_broken_for_readers_that_make_links_of_them() -> None:
    assert markdown_text("https://evil.example and www.evil.example") == (
        r"https\://evil.example and www\.evil.example"
    )


@given(st.text(max_size=80))
def test_any_text_comes_out_of_a_heading_as_it_went_in(text: str) -> None:
    if not one_line(text):
        return
    heading = MARKDOWN.parse(f"## {markdown_text(text)}\n\nnext")
    assert [token.type for token in heading[:3]] == ["heading_open", "inline", "heading_close"]
    assert "".join(child.content for child in heading[1].children or []) == one_line(text)


@given(st.text(alphabet="ab |\\`*_<>#-+=1.)[]!~&;\n", max_size=40), st.text(alphabet="|\\`a \n", max_size=10))
def test_any_text_stays_in_its_cell(left: str, right: str) -> None:
    rows = MARKDOWN.parse(f"| | |\n| --- | --- |\n| {markdown_text(left)} | {markdown_text(right)} |")
    cells = [token for token in rows if token.type == "inline"][2:]
    assert ["".join(child.content for child in cell.children or []) for cell in cells] == [
        one_line(left),
        one_line(right),
    ]
