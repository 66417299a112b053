"""Who is who between stories: whether two names may mean the same.

Two names may mean the same where one may stand for the other (`text.name_forms.may_refer`): legal forms,
initials, first words, last names.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

from summarizer.text.folding import folded
from summarizer.text.name_forms import keys_as_full, keys_as_short, may_refer, name_kind, strip_suffix
from summarizer.text.name_words import CALENDAR, NATIONALITIES, OPENERS, PLACES
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_FORMS = 8
"""Forms of a name that are compared with those of another."""
_EDGES = " \"'.,;:()"
_NO_NAMES = NATIONALITIES | PLACES | CALENDAR | OPENERS | word_set("area based central east north region south west")
_PLACED = pattern(r"-(?:area|based)\b")
_WORDS = pattern(r"[^\W\d_]+")
_WHOSE = pattern(
    r"\A(?:(?:[Tt]he )?(?:Board|Directors|Founders|Management|Owners|Shareholders) of (?:the )?(?=[A-Z])|"
    r"(?:Airlines|Banks|Brewers|Builders|Carmakers|Chipmakers|Drugmakers|Grocers|Insurers|Lenders|Makers|Miners|"
    r"Operators|Producers|Publishers|Rail(?:roads|ways)|Retailers|Rivals|Steelmakers|Suppliers|Utilities)\s(?=\w+\s\w)|"
    r"(?:Firm|Giant|Maker|Rival|Start-?[Uu]p)\s(?=[A-Z]))"
)
"""Before a name, and no part of it: "the Board of Tarn", "Insurers Tarn Mutual and Orrin Life", "Firm Tarn Mutual"."""

refers = lru_cache(maxsize=1 << 14)(may_refer)


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name without case, typography, legal form, title and leading article."""
    return folded(strip_suffix(" ".join(name.split()))).strip(_EDGES).removeprefix("the ").replace("-", " ")


def _words(form: str) -> list[str]:
    return _WORDS.findall(form.lower())


_KEPT = 1 << 14
"""Names whose comparisons are kept: the entities keep none, as there are many more than are asked for."""


class Entity:
    """Somebody or something that a story names, with the forms that it uses."""

    __slots__ = ("first", "forms", "mentions", "person", "place")

    def __init__(
        self, forms: Iterable[str], first: int = 0, mentions: int = 0, *, person: bool = False, place: bool = False
    ) -> None:
        self.forms = tuple(dict.fromkeys(_WHOSE.sub("", form) for form in forms if form))
        self.first = first
        self.mentions = mentions
        self.person = person
        self.place = place

    def __repr__(self) -> str:
        return f"Entity({', '.join(self.forms)})"

    @property
    def name(self) -> str:
        """The form that the party's record has, else the fullest."""
        return self.forms[0]

    @property
    def plain(self) -> frozenset[str]:
        """Its forms as they are compared."""
        return _plain_of(self.forms)

    @property
    def long(self) -> tuple[str, ...]:
        """Its forms of more than one word, legal forms aside."""
        return _long_of(self.forms)

    @property
    def keys(self) -> frozenset[str]:
        """What it shares with whatever may mean the same."""
        return _keys_of(self.forms)

    @property
    def asks(self) -> frozenset[str]:
        """Of these it has one in common with the `answers` of a name that it is a form of."""
        return _asks_of(self.forms)

    @property
    def answers(self) -> frozenset[str]:
        """What forms of it may ask for: two full names share a last word or initials for nothing."""
        return _answers_of(self.forms)

    @property
    def can_trade(self) -> bool:
        """Whether it may be a party or a thing that is bought: no place, no nationality, no date."""
        return not self.place and _can_trade(self.forms)


@lru_cache(maxsize=_KEPT)
def _plain_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for form in map(plain, forms) if form)


@lru_cache(maxsize=_KEPT)
def _long_of(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in forms if " " in strip_suffix(form))


@lru_cache(maxsize=_KEPT)
def _keys_of(forms: tuple[str, ...]) -> frozenset[str]:
    return _asks_of(forms) | _answers_of(forms)


@lru_cache(maxsize=_KEPT)
def _asks_of(forms: tuple[str, ...]) -> frozenset[str]:
    some = forms[:_FORMS]
    keys = {key for form in some for key in keys_as_short(form)}
    return frozenset(keys | {cut for form in some if (cut := _cut_short(form))}) | _plain_of(forms)


@lru_cache(maxsize=_KEPT)
def _answers_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for form in forms[:_FORMS] for key in keys_as_full(form)) | _plain_of(forms)


@lru_cache(maxsize=_KEPT)
def _can_trade(forms: tuple[str, ...]) -> bool:
    return not all(name_kind(_PLACED.sub("", form)) == "place" or _NO_NAMES.issuperset(_words(form)) for form in forms)


@lru_cache(maxsize=1 << 14)
def _cut_short(name: str) -> str:
    """A name cut to its first word and the initials of the others, without spaces: "tarnpw" for "Tarn Power Works"."""
    first, *rest = strip_suffix(name).split() or [""]
    return "".join((first, *(word[0] for word in rest))).casefold() if len(rest) > 1 else ""


@lru_cache(maxsize=1 << 14)
def alike(one: str, other: str) -> bool:
    """Whether one form can stand for the other."""
    if refers(one, other) or refers(other, one):
        return True
    return any(
        cut and " " in short and plain(short).replace(" ", "") == cut
        for short, cut in ((one, _cut_short(other)), (other, _cut_short(one)))
    )


def same_entity(one: Entity, other: Entity) -> bool:
    """Whether two names may mean the same: one form in common, or one that can stand for one of the other's. Where both
    are known by a full name, a short form of the one is not enough: "AA" of an airline is not Ardmore Aggregates.
    """
    if one is other or one.plain & other.plain:
        return True
    if one.keys.isdisjoint(other.keys):
        return False
    mine, theirs = one.long or one.forms, other.long or other.forms
    return any(alike(form, another) for form, another in product(mine[:_FORMS], theirs[:_FORMS]))


class Resolved:
    """Whether two of some entities mean the same, directly or by way of others of them (union-find). Only what shares a
    key is compared, and each list of forms once."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._parent: dict[tuple[str, ...], tuple[str, ...]] = {}
        by_key: dict[str, list[Entity]] = {}
        for one in entities:
            if one.forms in self._parent:
                continue
            self._parent[one.forms] = one.forms
            compared: set[tuple[str, ...]] = set()
            for key in one.keys:
                for other in by_key.setdefault(key, []):
                    if other.forms not in compared:
                        compared.add(other.forms)
                        if self.root(one) != self.root(other) and same_entity(one, other):
                            self._parent[self.root(one)] = self.root(other)
                by_key[key].append(one)

    def __call__(self, one: Entity, other: Entity) -> bool:
        """Whether the two mean the same."""
        return one is other or self.root(one) == self.root(other)

    def root(self, entity: Entity) -> tuple[str, ...]:
        """What is the same of all those that mean the same. Raises `KeyError` for one that was not given."""
        at = entity.forms
        while (above := self._parent[at]) != at:
            self._parent[at] = at = self._parent[above]
        return at


def shown(entities: Iterable[Entity], most: int = 64) -> list[str]:
    """The forms of several stories' entities that are the same, the one to show first: the fullest that most use."""
    counts: dict[str, int] = {}
    for entity in islice(entities, most):
        for form in entity.forms:
            counts[form] = counts.get(form, 0) + 1
    return sorted(counts, key=lambda form: (-counts[form], -len(form), form))
