"""Names found by what their short and long forms have in common, so that no name is compared with every other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.text.folding import folded
from summarizer.text.name_forms import keys_as_full, keys_as_short


class NameTable:
    """Names, each once, that can be asked which of them may be other forms of a name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._by_form: dict[str, list[int]] = {}
        self._as_short: dict[str, list[int]] = {}
        self._as_full: dict[str, list[int]] = {}
        for at, name in enumerate(self._names):
            self._by_form.setdefault(folded(name), []).append(at)
            for key in keys_as_short(name):
                self._as_short.setdefault(key, []).append(at)
            for key in keys_as_full(name):
                self._as_full.setdefault(key, []).append(at)

    def like(self, name: str) -> Iterator[str]:
        """The names that may stand for `name`, or it for them, in their order; whether they do is still to be asked."""
        found = set(self._by_form.get(folded(name), ()))
        for key in keys_as_full(name):
            if key in self._as_short:
                found.update(self._as_short[key])
        for key in keys_as_short(name):
            if key in self._as_full:
                found.update(self._as_full[key])
        return (self._names[at] for at in sorted(found))
