"""Whether a text's lines break inside sentences, as in agency copy of old and in Markdown."""

from __future__ import annotations

from functools import lru_cache

from summarizer.text.patterns import pattern

_LONGEST_LINE = 120
_HEAD = 20_000
"""Characters at the start that tell."""
_BREAK = pattern(r"[^\s.!?:;\"”’]\n[ \t]*(?=(\S))")
_LEAST_SHARE = 0.25
"""Of the line breaks within paragraphs that stand behind no stop, the share that goes on in lower case."""


@lru_cache(maxsize=8)
def is_wrapped(text: str) -> bool:
    """Whether lines are short and mostly go on in the next one, so that a single line break ends no paragraph."""
    lines = text[:_HEAD].strip().split("\n")
    if len(lines) < 3 or max(map(len, lines)) > _LONGEST_LINE:
        return False
    following = [match.group(1) for match in _BREAK.finditer(text, 0, _HEAD)]
    return bool(following) and sum(letter.islower() for letter in following) >= _LEAST_SHARE * len(following)
