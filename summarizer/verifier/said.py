"""What a statement says: the facts that a paraphrase must keep, and the words around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from summarizer.text.cached import cached_property
from summarizer.text.dates import DateSpan, read_dates
from summarizer.text.names import NameSpan
from summarizer.text.numbers import Amount, read_amounts
from summarizer.verifier.arguments import Reading as Arguments
from summarizer.verifier.clause import Clause
from summarizer.verifier.fact_labels import Label, read_labels, unknown
from summarizer.verifier.index import Index, names_in
from summarizer.verifier.misspelt import is_headline
from summarizer.verifier.names import known_as
from summarizer.verifier.relations import Joined, acts, joined
from summarizer.verifier.slots import Slot, read_slots
from summarizer.verifier.wording import Word

LONGEST = 10_000
"""Characters of a statement that are compared; a statement is a sentence, and nobody's sentence is as long."""


def compared(text: str) -> str:
    """As much of a statement as is compared: whole words of its first `LONGEST` characters."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(None, 1)[0]


class Said:
    """A statement and the facts in it, each kind read when it is first asked for."""

    def __init__(self, path: str, text: str, published: date | None) -> None:
        self.path = path
        self.text = text
        self.clause = Clause.of(text)
        self._published = published

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Its amounts, in order."""
        return tuple(read_amounts(self.text))

    @cached_property
    def dates(self) -> tuple[DateSpan, ...]:
        """Its dates, in order."""
        return tuple(read_dates(self.text, self._published))

    @cached_property
    def names(self) -> tuple[NameSpan, ...]:
        """Its names, in order."""
        return names_in(self.text)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The content words that belong to no name, amount or date."""
        facts: list[Amount | DateSpan | NameSpan] = [*self.amounts, *self.dates, *self.names]
        taken = sorted((fact.start, fact.end) for fact in facts)
        starts = [start for start, _ in taken]
        reach = list(accumulate((end for _, end in taken), max))
        return tuple(
            word
            for word in self.clause.content
            if not (at := bisect_right(starts, word.start)) or word.end > reach[at - 1]
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of `content`."""
        return frozenset(word.stem for word in self.content)

    @property
    def is_empty(self) -> bool:
        """Whether it holds neither a word with content nor a fact."""
        # A content word is either told by `content` or part of a fact.
        return not (self.clause.content or self.names or self.amounts or self.dates)

    def with_names(self, names: Sequence[NameSpan]) -> Said:
        """The statement with other names; its content stays what it is."""
        other = Said(self.path, self.text, self._published)
        other.amounts, other.dates, other.content = self.amounts, self.dates, self.content
        other.names = tuple(names)
        return other

    @cached_property
    def slots(self) -> list[Slot]:
        """Its amounts and dates among the words around them."""
        return read_slots(self.text, 0, self.clause.words, (*self.amounts, *self.dates))

    @cached_property
    def _slots_by_fact(self) -> dict[int, Slot]:
        return {id(slot.fact): slot for slot in self.slots}

    @cached_property
    def labels(self) -> dict[int, Label]:
        """What it says of each of its amounts and dates, by the fact's identity."""
        read = (
            *read_labels(self.clause, self.amounts, self.dates, self.amounts),
            *read_labels(self.clause, self.dates, self.dates, self.amounts),
        )
        return {id(label.fact): label for label in read}

    @cached_property
    def arguments(self) -> Arguments:
        """The statement ready to be asked who does what to whom in it."""
        return Arguments(self.text, self.clause.words, self.names)

    @cached_property
    def relations(self) -> Sequence[Joined]:
        """Who does what to whom in it."""
        return joined(acts(self.clause.words, lambda: self.arguments), self.text)

    def strange(self, stems: frozenset[str]) -> int:
        """How many of its content words are not among `stems`; what goes up or down, and its facts, left aside."""
        facts: list[Amount | DateSpan] = [*self.amounts, *self.dates]
        told = {cue.start for cue in self.clause.directions}
        return unknown(
            [
                word
                for word in self.clause.words
                if word.start not in told and not any(fact.start <= word.start < fact.end for fact in facts)
            ],
            stems,
        )

    @cached_property
    def is_headline(self) -> bool:
        """Whether its capitals mark no names."""
        return is_headline(self.text)

    def slot(self, fact: Amount | DateSpan) -> Slot | None:
        """The words around one of its amounts or dates; None for one inside another."""
        return self._slots_by_fact.get(id(fact))


def is_about(said: Said, number: int, index: Index, *, words_too: bool) -> bool:
    """Whether an uncited sentence is about what the statement is about: somebody it names, or several of its words."""
    if not said.names:
        return len(said.stems & index.stems(number)) >= 2
    if words_too and said.stems.isdisjoint(index.stems(number)):
        return False
    named = index.names_of(number)
    if not named:
        return False
    forms = [known_as(one.text, index) for one in said.names]
    return any(other.text in known for other in named for known in forms)
