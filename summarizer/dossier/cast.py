"""Who is who within a story: its names put together by whom they mean.

The directory of the text decides, with the aliases that the text and the parties' records state.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from summarizer.dossier.entities import Entity, alike, plain, same_entity
from summarizer.dossier.stories import Story
from summarizer.text.directory import on_one_line
from summarizer.text.name_forms import strip_suffix
from summarizer.text.name_runs import NameSpan
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.speech_content import DATELINE

_SHORTEST_TICKER = 3
_TOP = 8
"""Sentences among which the one with the dateline is."""
_DATED = pattern(r"[\d(,]")
"""What a dateline has, and a name with a dash behind it has not."""
_IN_CAPITALS = pattern(r"\A[A-Z][A-Z. ]+(?:, [A-Z][\w. ]+)?\s*[-\u2013\u2014]")
_ADDRESS = pattern(r"[/@_]|\.(?:com|org|net|html?)\b")
_BEFORE = 12
_WITHIN = pattern(r"\b(?:across|around|in|near|outside)\s\Z")
_ARTICLE = pattern(r"\b[Aa]n?\s\Z")
_SMALL = pattern(r"\s[a-z]")
_TICKER = pattern(
    r"(?P<name>(?:[A-Z][\w&.’'-]*[^\S\n]){1,4})\(\s?(?:(?i:nyse|nasdaq|amex|lse|tsx|asx)\s?:\s?)?(?P<ticker>[A-Z]{3,5})"
    r"(?:\s[A-Z]{2}\s?,[^()\n]{0,60})?\s?\)"
)


class Cast:
    """The names of one story, by whom they mean."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._of_form: dict[str, Entity] = {}
        self._pairs: dict[str, Sequence[str]] = {}
        """The two names of each that is a pair of them: "the Tarn-Orrin deal"."""
        self.entities: list[Entity] = []
        self._build()

    def _build(self) -> None:
        readings = self._story.readings
        directory = readings.directory
        groups: dict[str, dict[str, None]] = {}
        mentions: dict[str, int] = {}
        first: dict[str, int] = {}
        alone = {on_one_line(span.text) for span in readings.names}
        alone |= {form.split()[0] for form in alone if " " in form}
        places = self._dateline_names()
        for span in readings.names:
            form = on_one_line(span.text)
            if _ADDRESS.search(form) or (any(map(str.isdigit, form)) and self._in_amount(span)):
                continue
            if _is_pair(form, alone):
                self._pairs[form] = form.partition("-")[::2]
                continue
            full = directory.fullest(form)
            if _is_pair(full, alone) or _ADDRESS.search(full):
                full = form
            groups.setdefault(full, {full: None})[form] = None
            mentions[full] = mentions.get(full, 0) + 1
            first.setdefault(full, span.start)
        joined = _Joined(groups)
        named = {party.name for party in self._story.summary.parties}
        for name, alias in self._aliases():
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
                place=places.issuperset(map(plain, known)),
            )
            self.entities.append(entity)
            for form in known:
                self._of_form.setdefault(plain(form), entity)

    def _in_amount(self, span: NameSpan) -> bool:
        """Whether what looks like a name is an amount of money, or its end: "240M" of "$ 240M"."""
        at = bisect_right(self._money, span.start, key=lambda one: one.start) - 1
        return at >= 0 and span.end <= self._money[at].end

    @cached_property
    def _money(self) -> list[Amount]:
        return [one for one in self._story.readings.amounts if one.kind == "money"]

    def _dateline_names(self) -> set[str]:
        """The towns and agencies that stand in a dateline, which are no parties."""
        story = self._story
        found = set()
        for sentence in story.sentences[:_TOP]:
            line = DATELINE.match(story.head, sentence.start, sentence.end)
            if line is None or not (_DATED.search(line.group()) or _IN_CAPITALS.match(line.group())):
                continue
            found |= {
                plain(on_one_line(span.text))
                for span in story.readings.names
                if line.start() <= span.start and span.end <= line.end()
            }
        return found

    def _aliases(self) -> Iterator[tuple[str, str]]:
        """The names and aliases that the text states, and the tickers in brackets behind the names of a heading."""
        for name, alias in self._story.readings.aliases:
            yield name.rpartition("\n")[2], alias
        for found in _TICKER.finditer(self._story.head):
            yield found["name"].strip(), found["ticker"]

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
        """Every name of the text with whom it means, in order; a pair of two names is each of them."""
        found = []
        for span in self._story.readings.names:
            form = on_one_line(span.text)
            if form in self._pairs:
                found += [(span, self.of(name)) for name in self._pairs[form]]
            elif plain(form) in self._of_form:
                found.append((span, self._of_form[plain(form)]))
        return found

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

    def may_deal(self, entity: Entity) -> bool:
        """Whether somebody may be a company by how the story names him: no person, not where something is, and not a
        word that only the beginning of a line gives its capital."""
        spans = [span for span, named in self.spans if named is entity]
        where = [is_where(self._story.head, 0, span) for span in spans]
        if entity.person or all(where) or (any(where) and entity not in self.bodies):
            return False
        opens = len(spans) == 1 and len(entity.name.split()) == 1
        number = self._story.number_at(spans[0].start) if opens else None
        sentence = self._story.sentence(number) if number is not None else None
        return sentence is None or spans[0].start > sentence.start

    @cached_property
    def bodies(self) -> set[Entity]:
        """The companies and other bodies among the summary's parties."""
        parties = self._story.summary.parties
        return {self.of(party.name) for party in parties if party.kind not in ("other", "person")}

    def spans_within(self, start: int, end: int) -> list[tuple[NameSpan, Entity]]:
        """The names that begin in a stretch of the text."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self.spans]


def _is_pair(form: str, alone: set[str]) -> bool:
    """Whether a name is two of the text's others with a hyphen between: "Tarn-Orrin". `alone` holds these
    and their first words."""
    first, hyphen, second = form.partition("-")
    return bool(hyphen) and first in alone and second in alone


def is_where(text: str, start: int, span: NameSpan) -> bool:
    """Whether a name only says where somebody is: "the works in Tarn", "a Tarn company"."""
    if _WITHIN.search(text, max(start, span.start - _BEFORE), span.start):
        return True
    article = _ARTICLE.search(text, max(start, span.start - _BEFORE), span.start)
    return article is not None and _SMALL.match(text, span.end) is not None


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
        if first == second or (self._stands_alone(first) and self._stands_alone(second) and not alike(first, second)):
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
