"""Amounts that the article tells briefly, in a sentence that leaves out what they are of: "Sales were $9 million. A
year ago it was $8 million", "we expect 10".

What a statement fills in from the sentence before may be right; the article does not say so outright.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.numbers import Amount
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.notes import find
from summarizer.verifier.said import Said

_SCALES = (1_000_000, 1_000_000_000)


def is_told_apart(said: Said, holders: Sequence[Amount], rival: Amount, cited: Cited) -> bool:
    """Whether the statement has a word of the sentence with its own amount that the sentence with the rival lacks, so
    that it goes back to that sentence, and only fills it in from the other one."""
    index = cited.index
    theirs = index.sentences_of((rival.start, rival.end))
    lacking = frozenset().union(*(index.stems(number) for number in theirs))
    own = {word.stem for word in said.content if not any(character.isdigit() for character in word.text)}
    for holder in holders:
        home = index.sentences_of((holder.start, holder.end))
        if set(home) & set(theirs) or not set(home) <= set(cited.numbers):
            continue
        if own & frozenset().union(*(index.stems(number) for number in home)) - lacking:
            return True
    return False


def told_apart(said: Said, mine: Amount, rival: Amount, index: Index) -> Finding:
    """The finding that what the amount is of stands in another sentence."""
    return _unproven(said, mine, (rival.start, rival.end), index)


def without_its_scale(mine: Amount, rivals: Sequence[Amount], cited: Cited) -> Place | None:
    """Where a cited sentence has the bare number, and another one what it counts, as of an amount beside it: "we lost
    6 million euros, and expect 10"."""
    index = cited.index
    scale = next((one for one in reversed(_SCALES) if abs(mine.value) >= one), None)
    sizes = [abs(rival.value) for rival in rivals]
    if scale is None or abs(mine.value) in sizes or not any(size >= scale for size in sizes):
        return None
    digits = f"{abs(mine.value) / scale:g}"
    bare = re.compile(rf"(?<![\w.,$€£¥]){re.escape(digits)}(?=[,;:”\"]|\.\W|\s(?:a|after|at|for|from|in|last|this)\b)")
    for number in cited.numbers:
        sentence = index.sentences[number - 1]
        found = bare.search(index.text, sentence.start, sentence.end)
        if found is not None:
            return found.span()
    return None


def told_bare(said: Said, mine: Amount, place: Place, index: Index) -> Finding:
    """The finding that the article has only the bare number."""
    return _unproven(said, mine, place, index)


def _unproven(said: Said, mine: Amount, place: Place, index: Index) -> Finding:
    text = said.text[mine.start : mine.end]
    return find(
        Code.STATEMENT_UNPROVEN,
        said.path,
        f"The article does not say outright of what {quoted(text)} is.",
        said=said.text,
        article=index.article,
        place=place,
    )
