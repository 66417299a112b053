"""Whom a near copy of a sentence has in place of whom the sentence has.

Where nearly all words of a statement stand in one cited sentence in the same order, its names stand where that
sentence has its own: whatever name differs there has been put in the other's place. The order is found as Ratcliff and
Obershelp do (`difflib`), with every name counting as the same token.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from summarizer.text.names import NameSpan
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.reach import related
from summarizer.verifier.said import Said
from summarizer.verifier.taken_places import sort_of
from summarizer.verifier.token_lines import Line, Token, line_of
from summarizer.verifier.told_words import SYMMETRIC

_FEWEST = 5
"""Words, names aside, that a near copy has in common with its sentence."""
_SHARE = 0.85
"""Share of the statement's words that must."""
_RUN = 3
"""Words in a row around two names that must be the same."""
_LONGEST = 120
"""Tokens of a line that are compared."""
_NAME = "#"

Pair = tuple[Token, Token]


def misplaced_names(said: Said, cited: Cited, own: Line) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Names of the statement, each with the name that stands in its place in the sentence which it nearly copies.

    `own` is the `statement_line` of the statement.
    """
    mine = [token for token in own.tokens[:_LONGEST] if token.kind != "end"]
    if sum(token.kind == "word" for token in mine) < _FEWEST or not any(token.kind == "name" for token in mine):
        return
    index = cited.index
    plain = {token.key for token in mine if token.kind == "word"}
    for number in cited.numbers:
        theirs = line_of(number, index)
        if len(plain & theirs.keys) < _SHARE * len(plain):
            continue
        line = [token for token in theirs.tokens[:_LONGEST] if token.kind != "end"]
        if len(plain.intersection(token.key for token in line)) < _SHARE * len(plain):
            continue
        pairs = _laid(mine, line)
        if pairs is None:
            continue
        wrong = [pair for pair in pairs if not related(pair[0].key, pair[1].key, index)]
        if not wrong:
            return
        yield from _exchanged(wrong, pairs, said, index)
        return


def _laid(mine: Sequence[Token], line: Sequence[Token]) -> list[Pair] | None:
    """The names of both in each other's places; None where the one is no near copy of the other."""
    one, other = [_key(token) for token in mine], [_key(token) for token in line]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    matched = sum(mine[block.a + step].kind == "word" for block in blocks for step in range(block.size))
    if matched < max(_FEWEST, _SHARE * sum(token.kind == "word" for token in mine)):
        return None
    return [
        (mine[block.a + step], line[block.b + step])
        for block in blocks
        for step in range(block.size)
        if mine[block.a + step].kind == "name" and _held(mine, block.a + step, line, block.b + step)
    ]


def _key(token: Token) -> str:
    return _NAME if token.kind == "name" else f"={token.key}" if token.kind == "stand" else token.key


def _held(mine: Sequence[Token], at: int, line: Sequence[Token], there: int) -> bool:
    """Whether the tokens on both sides of two names are the same, and so is how each is tied to them."""
    one, other = mine[at], line[there]
    if one.lead != other.lead or one.owner != other.owner:
        return False
    run = 0
    for step in (-1, 1):
        here, yonder = at + step, there + step
        if not 0 <= here < len(mine):
            continue
        if not 0 <= yonder < len(line) or _key(mine[here]) != _key(line[yonder]) or mine[here].key in SYMMETRIC:
            return False
        if mine[here].kind == "name":
            # "A and B": in a list the order tells nothing.
            return False
        while 0 <= here < len(mine) and 0 <= yonder < len(line) and _key(mine[here]) == _key(line[yonder]):
            run += mine[here].kind == "word"
            here, yonder = here + step, yonder + step
    return run >= _RUN


def _exchanged(
    wrong: Sequence[Pair], pairs: Sequence[Pair], said: Said, index: Index
) -> Iterator[tuple[NameSpan, NameSpan]]:
    """The pairs that tell: names exchanged with each other, or one put for another whom the statement leaves out."""
    for one, other in wrong:
        within = any(related(other.key, first.key, index) for first, _ in wrong if first is not one)
        left_out = not any(related(other.key, name.text, index) for name in said.names)
        at_home = any(related(one.key, second.key, index) for first, second in pairs if first is not one)
        if within or (left_out and not at_home and sort_of(one.key, index) == sort_of(other.key, index)):
            yield NameSpan(one.start, one.end, one.key), NameSpan(other.start, other.end, other.key)
            return
