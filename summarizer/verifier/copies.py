"""Statements that are no paraphrase but the cited sentences themselves, which need no comparison.

Whatever such a statement says stands there in the same words, with every negation, hedge and attribution of its
sentence. Only whole sentences count: a part of one can leave out what turns it round ("denies that …").
"""

from __future__ import annotations

from summarizer.text import modality
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.index import Cited, Index

_MOST = 8
"""Sentences that a copied statement has at most."""


def is_copy(text: str, cited: Cited) -> bool:
    """Whether `text` is one of the cited sentences, or neighbours among them in their order, white space aside.

    The dateline before the first of them may be missing.
    """
    line = " ".join(text.split())
    numbers = cited.numbers
    return any(
        line.startswith(opening) and _goes_on(line, len(opening), numbers[at + 1 : at + _MOST], number, cited.index)
        for at, number in enumerate(numbers)
        for opening in cited.index.read("openings", number, _openings)
    ) and any(map(str.isalnum, line))


def _goes_on(line: str, read: int, numbers: tuple[int, ...], before: int, index: Index) -> bool:
    """Whether what follows the first `read` characters is the sentences behind `before`, as far as it goes."""
    for number in numbers:
        if read == len(line):
            break
        following = index.read("openings", number, _openings)[0]
        if number != before + 1 or not line.startswith(f" {following}", read):
            return False
        before, read = number, read + 1 + len(following)
    return read == len(line)


def _openings(text: str, _offset: int) -> tuple[str, ...]:
    """A sentence on one line, as it is and without its dateline."""
    line = " ".join(text.split())
    head = DATELINE.match(line)
    if head is None or modality.negations(head.group()) or modality.hedges(head.group()):
        return (line,)
    return line, line[head.end() :]
