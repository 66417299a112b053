"""How many tokens a text is for a model, told without any model's vocabulary.

The vocabularies are large and are downloaded by the libraries that hold them. But they were all learned from much the
same: a common word is one token with the space before it, a rare or long one is several; three digits are one, and so
are some marks that follow one another. Counting the pieces that such a cut makes comes within a few per cent of the
vocabularies: see docs/cost.md for the figures.
"""

from __future__ import annotations

import re

PIECES = re.compile(r"[^\W\d_]{1,10}|\d{1,3}|[^\w\s]{1,3}|_|\n")
"""A piece is about a token. The lengths were chosen on English business news and this program's own prompts against
OpenAI's vocabulary o200k_base."""
UNSPACED = re.compile(r"[\u2e80-\uffff]")
"""Letters of scripts that put no space between words, so that a run of them is no word…"""
TOKENS_PER_UNSPACED = 0.75
"""… and what each of them adds."""
TOKENS_PER_SENTENCE = 3
"""A sentence's number in brackets, as the prompt shows it, and the line's end."""


def count_tokens(text: str) -> int:
    """About how many tokens `text` is."""
    pieces = len(PIECES.findall(text))
    return pieces if text.isascii() else pieces + round(TOKENS_PER_UNSPACED * len(UNSPACED.findall(text)))
