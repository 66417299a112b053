"""Regular expressions that are compiled at their first use, so that starting costs nothing for the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from summarizer.text.first_letters import with_look


class _Kept:
    """A compiled pattern, by all that it can be asked for.

    Apart from `_Pending`, since a class with `__getattr__` makes every look at its attributes slower, found or not.
    """

    __slots__ = (
        "_looks", "_written", "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "pattern",
        "scanner", "search", "split", "sub", "subn",
    )  # fmt: skip


class _Pending(_Kept):
    """Stands for a pattern until it is asked for something, and has all of it as its own from then on."""

    __slots__ = ()

    def __init__(self, written: str, flags: int, *, look: bool) -> None:
        self._written = written, flags
        self._looks = look

    def __getattr__(self, name: str) -> Any:
        written, flags = self._written
        compiled = re.compile(with_look(written) if self._looks else written, flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        self.__class__ = _Kept  # type: ignore[assignment]
        return getattr(compiled, name)


_ASKED = [name for name in _Kept.__slots__ if not name.startswith("_")]


def pattern(written: str, flags: int = 0, *, look: bool = False) -> re.Pattern[str]:
    """`re.compile(written, flags)`, put off to the first use; `re` itself keeps only the last 512 of all.

    look    whether a look at the first character goes before it: for long ones that are searched for often, and that
            make no difference of case or begin with assertions
    """
    return cast("re.Pattern[str]", _Pending(written, flags, look=look))


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first; those of one first letter stand together.

    So one comparison passes over all that begin with another letter; only where case makes no difference does `re` not
    do that by itself. What is found is the same, as no two groups have a word in common.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
