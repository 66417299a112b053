"""How many tokens an article is for a model, as the prompt shows it."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.text.tokens import TOKENS_PER_SENTENCE, count_tokens

TOKENS_PER_CHARACTER = 0.235
"""Of an article as it is shown to a model, where nothing is known of it but its length: English business news, on
average."""


def article_tokens(article: Article) -> int:
    """About how many tokens `article` is as the prompt shows it."""
    return count_tokens(article.text) + TOKENS_PER_SENTENCE * len(article.sentences)
