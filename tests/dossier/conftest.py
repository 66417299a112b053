"""Invented articles, summed up by the offline rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.readers import read_article

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "dossier"


@pytest.fixture
def dossier_of() -> Callable[[Sequence[str]], Dossier]:
    def make(texts: Sequence[str]) -> Dossier:
        return Dossier.of([summarize(Article.from_text(text), model="offline") for text in texts], texts)

    return make


@pytest.fixture(scope="session")
def example() -> Dossier:
    articles = [read_article(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    return Dossier.of([summarize(article, model="offline") for article in articles], [one.text for one in articles])
