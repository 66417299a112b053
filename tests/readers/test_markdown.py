"""Markdown: the text as it stands, its front matter read and left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.readers.markdown import read

BODY = "# Halden buys Pell\n\nHalden agreed to buy **Pell Mills** for *$3 billion*.\n"


@given(st.text(max_size=100).filter(lambda text: not text.startswith(("---", "+++"))))
def test_a_text_without_front_matter_is_kept_as_it_is(text: str) -> None:
    content = read(text)
    assert (content.text, content.derived) == (text, False)


def test_front_matter_is_left_out_and_read() -> None:
    content = read(
        f'---\ntitle: "Halden buys Pell"\nauthor: Ines Okafor\ndate: 2025-03-03\nurl: https://wire.example/1\n---\n\n{BODY}'
    )
    assert content.text == BODY
    assert content.derived
    assert (content.title, content.author, content.url) == ("Halden buys Pell", "Ines Okafor", "https://wire.example/1")
    assert content.published == date(2025, 3, 3)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_front_matter_ends_whatever_the_line_ends(ending: str) -> None:
    content = read(f"---\ntitle: Pell\n---\n{BODY}".replace("\n", ending))
    assert content.text == BODY.replace("\n", ending)
    assert content.title == "Pell"


@pytest.mark.parametrize(
    "line",
    [
        "date: 2025-03-03T18:42:00-05:00",
        "Date: '2025-03-03'",
        "published: March 3, 2025",
        "publish_date: 3 March 2025 # the day of the deal",
    ],
)
def test_dates_are_read_however_they_are_written(line: str) -> None:
    assert read(f"---\n{line}\n---\n{BODY}").published == date(2025, 3, 3)


@pytest.mark.parametrize("line", ["date: soon", "date:", "date: 2025-13-45", "date: March 2025", "date: null"])
def test_what_is_not_one_day_dates_nothing(line: str) -> None:
    assert read(f"---\n{line}\ntitle: Pell\n---\n{BODY}").published is None


@pytest.mark.parametrize("lines", ["authors: [Ines Okafor, Luis Prieto]", "authors:\n  - Ines Okafor\n  - Luis Prieto"])
def test_several_authors_are_named_in_a_row(lines: str) -> None:
    assert read(f"---\n{lines}\n---\n{BODY}").author == "Ines Okafor, Luis Prieto"


def test_a_title_with_a_colon_is_read_though_it_is_no_valid_yaml() -> None:
    assert read(f"---\ntitle: Halden: what is next\n---\n{BODY}").title == "Halden: what is next"


def test_front_matter_may_be_toml() -> None:
    content = read(
        f'+++\ntitle = "Halden buys Pell"\ndate = 2025-03-03T10:00:00Z\nauthors = ["Ines Okafor"]\n+++\n{BODY}'
    )
    assert (content.title, content.author, content.published) == ("Halden buys Pell", "Ines Okafor", date(2025, 3, 3))
    assert content.text == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{BODY}\n---\n",
        f"---\nHalden agreed to buy Pell.\n---\n{BODY}",
        f"---\ntitle: never closed\n\n{BODY}",
        f"+++\nnot = = toml\n+++\n{BODY}",
        f"Text first.\n---\ntitle: Pell\n---\n{BODY}",
    ],
)
def test_rules_and_broken_blocks_are_text(text: str) -> None:
    assert read(text).text == text


def test_a_file_that_is_all_front_matter_has_no_text() -> None:
    assert read("---\ntitle: Pell\n---").text == ""
