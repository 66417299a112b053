"""HTML pages: trafilatura finds the article in the page, its title, author, date and address.

The settings were chosen by measurement, see docs/decisions/html.md. The result depends on the page alone: no search for
dates in the running text, no bound on dates that moves with the clock, no memory of pages read before.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from summarizer.errors import ReadError
from summarizer.readers.content import Content, stated_day
from summarizer.text.folding import folded

LARGEST_PAGE = 5_000_000
"""Characters of HTML: the largest news pages have 2 to 3 million, and extraction takes 5 to 20 s for this many."""

_DATES: Mapping[str, Any] = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
_TITLE_WITHIN = 600
"""Characters at the head of the body in which its title is looked for."""
_NOT_CHARACTERS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000)))


def read(text: str) -> Content:
    """The article of a page, its title first, in paragraphs.

    Raises `ReadError` for a page that is too large, cannot be parsed, or holds no article.
    """
    if not text.strip():
        raise ReadError("the page is empty: save it again")
    if len(text) > LARGEST_PAGE:
        raise ReadError(
            f"the page has {len(text) / 1e6:,.0f} million characters, and at most {LARGEST_PAGE / 1e6:,.0f} are read: "
            "save its article as .txt and give that"
        )
    page = _extract(text)
    body = _clean(page.text)
    if not body:
        raise ReadError("no article was found in the page: save its text as .txt and give that")
    title = _clean(page.title) or None
    if title is not None and folded(title) not in folded(body[: _TITLE_WITHIN + len(title)]):
        body = f"{title}\n\n{body}"
    return Content(
        body,
        derived=True,
        title=title,
        author=_clean(page.author) or None,
        url=_clean(page.url) or None,
        published=stated_day(page.date),
    )


def _extract(text: str) -> Any:
    """trafilatura's document of a page, which may be without text."""
    import trafilatura
    from trafilatura.settings import Document

    for name in ("trafilatura", "htmldate"):
        if not (logger := logging.getLogger(name)).handlers:
            logger.addHandler(logging.NullHandler())  # what they note goes to a handler the user set up, or nowhere
    try:
        page = trafilatura.bare_extraction(
            text,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as fault:  # whatever a broken page sets off in the parsers is a fault of the page
        raise ReadError(
            f"the page cannot be parsed ({type(fault).__name__}): save its text as .txt and give that"
        ) from fault
    return page if page is not None else Document()


def _clean(words: str | None) -> str:
    return (words or "").translate(_NOT_CHARACTERS).strip()
