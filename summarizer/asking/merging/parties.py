"""Parties by their names: the fullest form and the short ones of another section are one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.asking.merging.uniting import Groups, United, cited, distinct, usable
from summarizer.records import Party
from summarizer.text.folding import folded
from summarizer.text.name_forms import keys_as_full, keys_as_short, may_refer
from summarizer.verdicts import with_fields


class Names:
    """Who is meant by a name, among united parties."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._by_form: dict[str, set[int]] = {}
        self._by_key: dict[str, set[int]] = {}
        self._parties = parties
        self._known: dict[str, str] = {}
        for at, party in enumerate(parties):
            for form in (party.name, *party.aliases):
                self._by_form.setdefault(folded(form), set()).add(at)
            for key in keys_as_full(party.name):
                self._by_key.setdefault(key, set()).add(at)

    def who(self, name: str | None) -> str:
        """The same for two names that mean one party; the folded name itself for one that none or several may bear."""
        form = folded(name or "")
        found = self._known.get(form)
        if found is None:
            found = self._known[form] = self._who(name or "", form)
        return found

    def _who(self, name: str, form: str) -> str:
        bearers = self._by_form.get(form) or {
            at
            for key in keys_as_short(name)
            for at in self._by_key.get(key, ())
            if may_refer(name, self._parties[at].name)
        }
        return folded(self._parties[min(bearers)].name) if len(bearers) == 1 else form


def united_parties(parties: Sequence[Party], homes: Sequence[int]) -> tuple[list[United], Names]:
    """The parties of all sections, each once, and who is meant by their names.

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
    return united, Names([one.record for one in united if isinstance(one.record, Party)])


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
    forms = distinct([form for party in held for form in (party.name, *party.aliases)], folded)
    update = {
        "name": name,
        "aliases": [form for form in forms if folded(form) != folded(name)],
        "kind": Counter(party.kind for party in held).most_common(1)[0][0],
        "description": next((party.description for party in held if party.description), None),
        "ticker": next((party.ticker for party in held if party.ticker), None),
        "evidence": cited(held),
    }
    return with_fields(held[0], update)
