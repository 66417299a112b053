"""With which characters what a pattern finds can begin: a look at one of them spares `re` all alternatives.

`re` tries each alternative of a pattern that makes no difference of case, or that has an assertion before them, at
each place of a text. A set that stands before them is passed over far quicker, and changes nothing that is found.
"""

from __future__ import annotations

import re

_ASSERTIONS = ("\\b", "\\B", "\\A", "\\Z")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_GROUP = re.compile(r"\((?:\?:|\?-i:|\?>|\?P<\w+>|(?!\?))")
_QUANTIFIER = re.compile(r"(?:(?P<optional>[*?]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_CLASSES = ("\\d", "\\s")
"""Classes that a set may hold; with the others it would leave out too little."""
_CODE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[nrt])")


_Begins = tuple[set[str] | None, bool, int]
"""With what a part of a pattern can begin, as pieces of a set, None where none can tell; whether it can be empty; where
it ends."""


def with_look(written: str) -> str:
    """The pattern, which must not be `re.VERBOSE`, with a look at its first character; it finds the same then.

    Raises `ValueError` for a pattern that may be empty or begin with too much for a set.
    """
    first, empty, end = _alternatives(written, 0)
    if first is None or empty or end != len(written):
        raise ValueError(f"no set tells with what this pattern begins: {written}")
    look = f"(?=[{''.join(sorted(first))}])"
    # Where a word must begin, `re` finds that out quicker than what it begins with.
    return f"\\b{look}(?:{written})" if _at_words(written) else f"{look}(?:{written})"


def _at_words(written: str) -> bool:
    """Whether all alternatives of a pattern begin with `\\b`."""
    at = -1
    while at < len(written):
        if not written.startswith("\\b", at + 1):
            return False
        at = _sequence(written, at + 1)[2]
    return True


def _alternatives(written: str, at: int) -> _Begins:
    first: set[str] | None = set()
    empty = False
    while True:
        begins, may_be_empty, at = _sequence(written, at)
        first = None if first is None or begins is None else first | begins
        empty = empty or may_be_empty
        if written[at : at + 1] != "|":
            return first, empty, at
        at += 1


def _sequence(written: str, at: int) -> _Begins:
    first: set[str] | None = set()
    empty = True
    while at < len(written) and written[at] not in "|)":
        begins, may_be_empty, at = _item(written, at)
        if quantifier := _QUANTIFIER.match(written, at):
            may_be_empty = may_be_empty or quantifier["optional"] is not None
            at = quantifier.end()
        if empty:
            first = None if first is None or begins is None else first | begins
        empty = empty and may_be_empty
    return first, empty, at


def _item(written: str, at: int) -> _Begins:
    if written[at] in "^$":
        return set(), True, at + 1
    if written.startswith(_ASSERTIONS, at):
        return set(), True, at + 2
    if written.startswith(_LOOKS, at):
        return set(), True, _end_of_group(written, at)
    if written[at] == "(":
        group = _GROUP.match(written, at)
        if group is None:
            return None, False, _end_of_group(written, at)
        first, empty, end = _alternatives(written, group.end())
        return first, empty, end + 1
    if written[at] == "[":
        return _set(written, at)
    if written[at] == ".":
        return None, False, at + 1
    return _character(written, at)


def _character(written: str, at: int) -> _Begins:
    """A character, an escape or a class of a pattern or of a set in it."""
    if written[at] != "\\":
        return {re.escape(written[at])}, False, at + 1
    if code := _CODE.match(written, at):
        return {code.group()}, False, code.end()
    escape = written[at : at + 2]
    return ({escape} if escape in _CLASSES or not escape[1].isalnum() else None), False, at + 2


def _set(written: str, at: int) -> _Begins:
    negated = written.startswith("[^", at)
    at += 1 + negated
    first, known = set[str](), not negated
    opened = at
    while written[at] != "]" or at == opened:
        low, _, end = _character(written, at)
        if written[end] == "-" and written[end + 1] != "]":
            high, _, end = _character(written, end + 1)
            low = {f"{low.pop()}-{high.pop()}"} if low and high else None
        known = known and low is not None
        first |= low or set()
        at = end
    return (first if known else None), False, at + 1


def _end_of_group(written: str, at: int) -> int:
    """Where the group that opens at `at` is closed."""
    depth = 0
    while True:
        if written[at] == "\\":
            at += 2
            continue
        if written[at] == "[":
            at = _set(written, at)[2]
            continue
        depth += {"(": 1, ")": -1}.get(written[at], 0)
        at += 1
        if depth == 0:
            return at
