"""Who is who: the names of a story put together by whom they mean, and names of two stories compared.

Within a story the directory of its text decides, with the aliases that the text and the parties' records state. Between
stories two names may mean the same where one may stand for the other (`text.name_forms.may_refer`): legal forms,
initials, first words, last names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice, product

from summarizer.dossier.stories import Story
from summarizer.text.directory import on_one_line
from summarizer.text.folding import folded
from summarizer.text.name_forms import keys_as_full, keys_as_short, may_refer, name_kind, strip_suffix
from summarizer.text.name_runs import NameSpan
from summarizer.text.name_words import CALENDAR, NATIONALITIES, OPENERS, PLACES
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_FORMS = 8
"""Forms of a name that are compared with those of another."""
_SHORTEST_TICKER = 3
_EDGES = " \"'.,;:()"
_NO_NAMES = NATIONALITIES | PLACES | CALENDAR | OPENERS | word_set("area based central east north region south west")
_PLACED = pattern(r"-(?:area|based)\b")
_WORDS = pattern(r"[^\W\d_]+")
_ADDRESS = pattern(r"[/@_]|\.(?:com|org|net|html?)\b")

refers = lru_cache(maxsize=1 << 16)(may_refer)


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """A name without case, typography, legal form, title and leading article."""
    return folded(strip_suffix(" ".join(name.split()))).strip(_EDGES).removeprefix("the ").replace("-", " ")


def _words(form: str) -> list[str]:
    return _WORDS.findall(form.lower())


_KEPT = 1 << 17
"""Names whose comparisons are kept: the entities keep none, as there are many more than are asked for."""


class Entity:
    """Somebody or something that a story names, with the forms that it uses."""

    __slots__ = ("first", "forms", "mentions", "person")

    def __init__(self, forms: Iterable[str], first: int = 0, mentions: int = 0, *, person: bool = False) -> None:
        self.forms = tuple(dict.fromkeys(form for form in forms if form))
        self.first = first
        self.mentions = mentions
        self.person = person

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
    def can_trade(self) -> bool:
        """Whether it may be a party or a thing that is bought: no place, no nationality, no date."""
        return _can_trade(self.forms)


@lru_cache(maxsize=_KEPT)
def _plain_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for form in map(plain, forms) if form)


@lru_cache(maxsize=_KEPT)
def _long_of(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in forms if " " in strip_suffix(form))


@lru_cache(maxsize=_KEPT)
def _keys_of(forms: tuple[str, ...]) -> frozenset[str]:
    some = forms[:_FORMS]
    keys = {key for form in some for key in keys_as_full(form) | keys_as_short(form)}
    return frozenset(keys | {cut for form in some if (cut := _cut_short(form))}) | _plain_of(forms)


@lru_cache(maxsize=_KEPT)
def _can_trade(forms: tuple[str, ...]) -> bool:
    return not all(name_kind(_PLACED.sub("", form)) == "place" or _NO_NAMES.issuperset(_words(form)) for form in forms)


@lru_cache(maxsize=1 << 16)
def _cut_short(name: str) -> str:
    """A name cut to its first word and the initials of the others, without spaces: "tarnpw" for "Tarn Power Works"."""
    first, *rest = strip_suffix(name).split() or [""]
    return "".join((first, *(word[0] for word in rest))).casefold() if len(rest) > 1 else ""


@lru_cache(maxsize=1 << 16)
def _alike(one: str, other: str) -> bool:
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
    return any(_alike(form, another) for form, another in product(mine[:_FORMS], theirs[:_FORMS]))


def resolved(entities: Iterable[Entity]) -> Callable[[Entity, Entity], bool]:
    """Whether two of some entities mean the same, directly or by way of others of them (union-find)."""
    listed = list(dict.fromkeys(entities))
    parent = {id(one): id(one) for one in listed}

    def root(key: int) -> int:
        while parent[key] != key:
            key = parent[key]
        return key

    for at, one in enumerate(listed):
        for other in listed[:at]:
            if root(id(one)) != root(id(other)) and same_entity(one, other):
                parent[root(id(one))] = root(id(other))

    return lambda one, other: root(id(one)) == root(id(other))


class Cast:
    """The names of one story, by whom they mean."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._of_form: dict[str, Entity] = {}
        self.entities: list[Entity] = []
        self._build()

    def _build(self) -> None:
        readings = self._story.readings
        directory = readings.directory
        groups: dict[str, dict[str, None]] = {}
        mentions: dict[str, int] = {}
        first: dict[str, int] = {}
        alone = {on_one_line(span.text) for span in readings.names}
        for span in readings.names:
            form = on_one_line(span.text)
            if _ADDRESS.search(form) or _is_pair(form, alone):
                continue
            full = directory.fullest(form)
            if _is_pair(full, alone) or _ADDRESS.search(full):
                full = form
            groups.setdefault(full, {full: None})[form] = None
            mentions[full] = mentions.get(full, 0) + 1
            first.setdefault(full, span.start)
        joined = _Joined(groups)
        named = {party.name for party in self._story.summary.parties}
        for name, alias in readings.aliases:
            joined.join(directory.fullest(on_one_line(name)), directory.fullest(on_one_line(alias)), name, alias)
        for party in self._story.summary.parties:
            if party.verdict is not None and party.verdict.faulty:
                continue
            ticker = party.ticker if party.ticker and len(party.ticker) >= _SHORTEST_TICKER else None
            forms = (party.name, *party.aliases, *([ticker] if ticker else []))
            for form in filter(None, forms):
                joined.join(directory.fullest(on_one_line(party.name)), directory.fullest(on_one_line(form)), form)
        for heads in joined.groups():
            known = list(dict.fromkeys(form for head in heads for form in joined.forms[head]))
            known.sort(key=lambda form: (form not in named, -len(strip_suffix(form)), form))
            starts = [first[head] for head in heads if head in first]
            entity = Entity(
                known,
                min(starts, default=len(self._story.head)),
                sum(mentions.get(head, 0) for head in heads),
                person=any(directory.is_person(form) for form in known),
            )
            self.entities.append(entity)
            for form in known:
                self._of_form.setdefault(plain(form), entity)

    def of(self, name: str) -> Entity:
        """Whom a name of this story means; somebody new where the story does not know it."""
        found = self._of_form.get(plain(name))
        if found is None:
            full = self._story.readings.directory.fullest(on_one_line(name))
            found = self._of_form.get(plain(full)) or Entity((on_one_line(name),))
            self._of_form[plain(name)] = found
        return found

    @cached_property
    def spans(self) -> list[tuple[NameSpan, Entity]]:
        """Every name of the text with whom it means, in order."""
        return [
            (span, self._of_form[form])
            for span in self._story.readings.names
            if (form := plain(on_one_line(span.text))) in self._of_form
        ]

    def among(self, name: str, sentences: Iterable[int]) -> Entity:
        """Whom a record means by a name: whoever its sentences name so, of several the one named most."""
        known = self.of(name)
        near = [entity for entity in self.within(sentences) if entity is known or same_entity(entity, known)]
        return max(near, key=lambda entity: entity.mentions, default=known)

    def within(self, sentences: Iterable[int]) -> list[Entity]:
        """Those who are named in some sentences, each once."""
        found: dict[Entity, None] = {}
        for number in sentences:
            sentence = self._story.sentence(number)
            if sentence is not None:
                found.update(dict.fromkeys(entity for _, entity in self.spans_within(sentence.start, sentence.end)))
        return list(found)

    def spans_within(self, start: int, end: int) -> list[tuple[NameSpan, Entity]]:
        """The names that begin in a stretch of the text."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self.spans]


def _is_pair(form: str, alone: set[str]) -> bool:
    """Whether a name is two of the text's others with a hyphen between: "Tarn-Orrin"."""
    first, hyphen, second = form.partition("-")
    return bool(hyphen) and first in alone and second in alone


class _Joined:
    """Union-find over the fullest names of a story, in which two full names that differ are never joined."""

    def __init__(self, groups: dict[str, dict[str, None]]) -> None:
        self.forms = groups
        self._parent = {head: head for head in groups}

    def _find(self, head: str) -> str:
        while self._parent[head] != head:
            self._parent[head] = self._parent[self._parent[head]]
            head = self._parent[head]
        return head

    def join(self, one: str, other: str, *forms: str) -> None:
        """Puts two heads together, unless both are long names that cannot stand for each other."""
        for head in (one, other):
            self.forms.setdefault(head, {head: None})
            self._parent.setdefault(head, head)
        for form in forms:
            self.forms[one if plain(form) == plain(one) else other][form] = None
        first, second = self._find(one), self._find(other)
        if first == second or (self._stands_alone(first) and self._stands_alone(second) and not _alike(first, second)):
            return
        self._parent[second] = first

    @staticmethod
    def _stands_alone(head: str) -> bool:
        return len(strip_suffix(head).split()) > 1

    def groups(self) -> Iterator[list[str]]:
        """The heads that belong together."""
        found: dict[str, list[str]] = {}
        for head in self._parent:
            found.setdefault(self._find(head), []).append(head)
        yield from found.values()


def shown(entities: Iterable[Entity], most: int = 64) -> list[str]:
    """The forms of several stories' entities that are the same, the one to show first: the fullest that most use."""
    counts: dict[str, int] = {}
    for entity in islice(entities, most):
        for form in entity.forms:
            counts[form] = counts.get(form, 0) + 1
    return sorted(counts, key=lambda form: (-counts[form], -len(form), form))
