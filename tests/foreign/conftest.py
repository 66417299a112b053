from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.foreign import ForeignResult, ForeignValue, read_mapping, verify_foreign

TEXT = (
    "BOSTON, March 5, 2025 - Orrin Foods NV agreed to buy the pasta maker Dell’Acqua from Tessel Partners for about "
    "$2.4 billion, the companies said on Tuesday. “We are proud of this brand,” said Mara Lindqvist, chief executive "
    "of Orrin Foods. Sales at Dell’Acqua rose 4.5% last year to 310 million euros, and it employs 1,850 people. "
    "Rival Kestrel Group was not involved."
)

Check = Callable[..., ForeignResult]


@pytest.fixture
def article() -> Article:
    """A takeover in four sentences."""
    return Article.from_text(TEXT)


@pytest.fixture
def check(article: Article) -> Check:
    """Verifies a document against the article, with a mapping if one is given."""

    def verified(document: Any, mapping: object = None) -> ForeignResult:
        return verify_foreign(article, document, None if mapping is None else read_mapping(mapping))

    return verified


@pytest.fixture
def one(check: Check) -> Callable[..., ForeignValue]:
    """The only value that is checked of a document."""

    def only(document: Any, mapping: object = None) -> ForeignValue:
        [item] = check(document, mapping).items
        return item

    return only
