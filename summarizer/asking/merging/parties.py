"""Parties by their names: the fullest form and the short ones of another section are one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from summarizer.asking.merging.uniting import Groups, United, cited, distinct, usable
from summarizer.records import Party
from summarizer.text.folding import folded
from summarizer.text.name_forms import keys_as_full, keys_as_short, may_refer
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verdicts import with_fields
from summarizer.verifier.unnamed_groups import is_of_several

_WITH_NUMBER = pattern(r"\d[^\W\d_]|[^\W\d_]\d")
"""What a name may have and a description has not."""
_WORDS = pattern(r"[^\W_]+|[^\s\w]")
_DETERMINERS = word_set("""
    a all an another both certain each eight five four her his its many my nine one other our seven several six some ten
    that the their these this those three two various your
""")


class Names:
    """Who is meant by a name, among united parties and whoever deals name besides."""

    def __init__(self, parties: Sequence[Party], besides: Iterable[str] = ()) -> None:
        self._by_form: dict[str, set[int]] = {}
        self._by_key: dict[str, set[int]] = {}
        self._fullest: list[str] = []
        self._known: dict[str, str | None] = {}
        self._renamed: dict[str, str] = {}
        for party in parties:
            self._add(party.name, party.aliases)
        # The longest first, so that a short form finds the full one there.
        for name in sorted(set(besides), key=lambda name: (-len(name), name)):
            if not is_described(name) and not self._bearers(name):
                self._add(name)
        self._known.clear()

    def _add(self, name: str, aliases: Sequence[str] = ()) -> None:
        at = len(self._fullest)
        self._fullest.append(name)
        for form in (name, *aliases):
            self._by_form.setdefault(folded(form), set()).add(at)
        for key in keys_as_full(name):
            self._by_key.setdefault(key, set()).add(at)

    def who(self, name: str | None) -> str:
        """The same for two names that mean one party; the folded name itself for one that none or several may bear."""
        return folded(self.fullest(name) or name or "")

    def fullest(self, name: str | None) -> str | None:
        """The fullest name of who is meant; None where that is nobody who is known, or may be several."""
        form = folded(name or "")
        if form not in self._known:
            bearers = self._bearers(name or "")
            self._known[form] = self._fullest[min(bearers)] if len(bearers) == 1 else None
        return self._known[form]

    def renamed(self, name: str) -> str:
        """The fullest name of who is meant by `name`; `name` itself where it can be short for somebody else's too."""
        if name not in self._renamed:
            found = self.fullest(name)
            is_certain = found is not None and (
                found == name or {self._fullest[at] for at in self._may_bear(name)} <= {found}
            )
            self._renamed[name] = found if found is not None and is_certain else name
        return self._renamed[name]

    def _bearers(self, name: str) -> set[int]:
        return self._by_form.get(folded(name)) or self._may_bear(name)

    def _may_bear(self, name: str) -> set[int]:
        """Those whose names `name` can be short for."""
        return {
            at for key in keys_as_short(name) for at in self._by_key.get(key, ()) if may_refer(name, self._fullest[at])
        }

    def in_full(self, text: str) -> str:
        """`text` folded, with the fullest name in place of each name that stands in it."""
        words = _WORDS.findall(folded(text))
        found: list[str] = []
        at = 0
        while at < len(words):
            lengths = self._lengths.get(words[at], ())
            for length in lengths:
                name = self._spelt.get(tuple(words[at : at + length]))
                if name is not None:
                    found.append(name)
                    at += length
                    break
            else:
                found.append(words[at])
                at += 1
        return " ".join(found)

    @cached_property
    def _spelt(self) -> dict[tuple[str, ...], str]:
        """The fullest names by the words of each form that only one party has."""
        forms = {form: self._fullest[min(bearers)] for form, bearers in self._by_form.items() if len(bearers) == 1}
        for name in self._fullest:
            words = name.split()
            for short in (*(" ".join(words[:at]) for at in range(1, len(words))), words[-1] if words else ""):
                if folded(short) not in self._by_form and self.fullest(short) == name:
                    forms[folded(short)] = name
        spelt = {tuple(_WORDS.findall(form)): folded(name) for form, name in forms.items()}
        return {words: name for words, name in spelt.items() if words}

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """How many words the names have that begin with a word, the longest first."""
        found: dict[str, set[int]] = {}
        for words in self._spelt:
            found.setdefault(words[0], set()).add(len(words))
        return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


def is_described(name: str) -> bool:
    """Whether the words say only what somebody is: "the family", "a small venture fund", "four other lenders".

    Other words in small letters may be a name ("adidas", "3i group") unless they are a group's ("lenders").
    """
    first, _, rest = name.strip().partition(" ")
    if first.lower() in _DETERMINERS and rest:
        return rest.islower() and not _WITH_NUMBER.search(rest)
    # With a capital, for a single word's ending tells no plural from a name.
    return name.islower() and is_of_several(name.capitalize())


def united_parties(parties: Sequence[Party], homes: Sequence[int]) -> list[United]:
    """The parties of all sections, each once.

    Equal names are one party. A name that may be short for another's, or that another section gives as its other name,
    is that one where it can be no second, the kinds agree and no section tells the two apart.
    """
    groups = Groups(parties)
    by_name: dict[str, int] = {}
    for at, party in enumerate(parties):
        groups.unite(at, by_name.setdefault(folded(party.name), at))
    _unite_short_forms(parties, homes, groups, by_name)
    united = []
    for members in groups.members().values():
        held = usable([parties[at] for at in members])
        united.append(United(_united(held) if len(members) > 1 else held[0], held[0]))
    return united


def _unite_short_forms(
    parties: Sequence[Party], homes: Sequence[int], groups: Groups[Party], by_name: dict[str, int]
) -> None:
    by_key: dict[str, list[str]] = {}
    by_alias: dict[str, set[int]] = {}
    for form, at in by_name.items():
        for key in keys_as_full(parties[at].name):
            by_key.setdefault(key, []).append(form)
    for at, party in enumerate(parties):
        for alias in party.aliases:
            by_alias.setdefault(folded(alias), set()).add(at)
    told: dict[int, set[int]] = {}
    """By group: the sections of the article that name it."""
    kinds: dict[int, Counter[str]] = {}
    for at, party in enumerate(parties):
        told.setdefault(groups.of(at), set()).add(homes[at])
        kinds.setdefault(groups.of(at), Counter())[party.kind] += 1
    # The longest first, so that two forms of one full name are one before a third is looked up.
    for form in sorted(by_name, key=len, reverse=True):
        at = by_name[form]
        name, own = parties[at].name, groups.of(at)
        found = {groups.of(other) for other in by_alias.get(form, ())}
        is_stated = bool(found - {own})
        if not is_stated:
            found = {
                groups.of(by_name[other])
                for key in keys_as_short(name)
                for other in by_key.get(key, ())
                if other != form and may_refer(name, parties[by_name[other]].name)
            }
        others = [
            other
            for other in found - {own}
            if (is_stated or told[other].isdisjoint(told[own])) and _agree(kinds[other], kinds[own])
        ]
        if len(others) == 1 and len(found - {own}) == 1:
            [other] = others
            groups.unite(own, other)
            now = groups.of(own)
            told[now], kinds[now] = told[own] | told[other], kinds[own] + kinds[other]


def _agree(one: Counter[str], other: Counter[str]) -> bool:
    return not one.keys().isdisjoint(other.keys()) or "other" in one or "other" in other


def _united(held: Sequence[Party]) -> Party:
    """The party that several records are about; they all hold, or there is one."""
    name = max((party.name for party in held), key=len)
    by_length = sorted(held, key=lambda party: -len(party.name))
    forms = distinct([form for party in by_length for form in (party.name, *party.aliases)], folded)
    update = {
        "name": name,
        "aliases": [form for form in forms if folded(form) != folded(name)],
        "kind": Counter(party.kind for party in held).most_common(1)[0][0],
        "description": next((party.description for party in held if party.description), None),
        "ticker": next((party.ticker for party in held if party.ticker), None),
        "evidence": cited(held),
    }
    return with_fields(held[0], update)
