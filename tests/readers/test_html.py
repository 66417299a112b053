"""HTML: the article of a page, its title and date, and nothing of the page around it."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.errors import ReadError
from summarizer.readers import html
from summarizer.readers.html import read

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Halden to buy Pell Mills | The Meridian</title>
<meta property="og:title" content="Halden to buy Pell Mills"><meta name="author" content="Ines Okafor">
<meta property="article:published_time" content="2025-03-03T18:42:00-05:00">
<link rel="canonical" href="https://meridian.example/halden-pell">
<style>p{color:red}</style><script>var secret = "tracking " + 1;</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Subscribe for $1</a></li></ul></nav>
<article><h1>Halden to buy Pell Mills</h1>
<p>Halden Corp. agreed on Monday to buy Pell Mills Inc. for $3.5&nbsp;billion in cash, the two companies said.</p>
<p>&ldquo;This isn&rsquo;t a cost-cutting exercise,&rdquo; said Mara Quist, who runs Halden. Pell rose 24%.</p>
<script>document.write("injected by script")</script>
<p>The deal is expected to close in the third quarter, subject to the approval of Pell&rsquo;s stockholders.</p>
</article><aside><p>Sign up for our newsletter.</p></aside>
<footer>Copyright The Meridian</footer></body></html>"""


def test_the_article_is_found_in_the_page() -> None:
    text = read(PAGE).text
    assert "Halden Corp. agreed on Monday to buy Pell Mills Inc. for $3.5 billion" in text.replace("\u00a0", " ")
    assert "“This isn’t a cost-cutting exercise,” said Mara Quist" in text


@pytest.mark.parametrize("foreign", ["color:red", "secret", "injected", "Subscribe", "newsletter", "Copyright"])
def test_the_page_around_it_is_left_out(foreign: str) -> None:
    assert foreign not in read(PAGE).text


def test_the_metadata_of_the_page_are_read() -> None:
    content = read(PAGE)
    assert (content.title, content.author) == ("Halden to buy Pell Mills", "Ines Okafor")
    assert (content.url, content.published) == ("https://meridian.example/halden-pell", date(2025, 3, 3))


def test_the_text_is_said_to_be_derived() -> None:
    assert read(PAGE).derived


def test_the_title_stands_once_at_the_top() -> None:
    text = read(PAGE).text
    assert text.startswith("Halden to buy Pell Mills\n")
    assert text.count("Halden to buy Pell Mills") == 1


def test_a_title_missing_from_the_body_is_put_first() -> None:
    text = read(PAGE.replace("<h1>Halden to buy Pell Mills</h1>", "")).text
    assert text.startswith("Halden to buy Pell Mills\n\nHalden Corp. agreed")


def test_a_page_without_a_date_has_none() -> None:
    bare = PAGE.replace('<meta property="article:published_time" content="2025-03-03T18:42:00-05:00">', "")
    assert read(bare).published is None


def test_the_same_page_gives_the_same_article_after_other_pages() -> None:
    first = read(PAGE)
    for _ in range(4):  # a memory of paragraphs seen before would drop them
        again = read(PAGE)
    assert again == first


@pytest.mark.parametrize(
    "page",
    [
        "",
        "   ",
        "<html></html>",
        "<html><body><script>only('script')</script></body></html>",
        "<" * 5000,
        "<div>" * 5000 + "x",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ReadError, match=r"save it"):
        read(page)


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "LARGEST_PAGE", 1000)
    with pytest.raises(ReadError, match="at most 0 are read"):
        read(PAGE)


def test_whatever_the_parser_raises_is_a_read_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    with pytest.raises(ReadError, match=r"cannot be parsed \(RecursionError\)"):
        read(PAGE)


@pytest.mark.parametrize("junk", ["\x00", "&#0;", "&#xD800;", "\x0b", "<b", "</p></p>", "<![CDATA[", "<!--"])
def test_malformed_pages_give_unicode_text_or_a_read_error(junk: str) -> None:
    try:
        text = read(PAGE.replace("agreed", f"agreed{junk}")).text
    except ReadError:
        return
    assert "\x00" not in text
    text.encode("utf-8")
