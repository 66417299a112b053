"""The facets of one deal, from the sentences that mention it: the words for its stage, its target's place and trade.

Origin of the sets: roles and kinds of this program's own records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.article import Sentence
from summarizer.models.offline.deal_shares import Span
from summarizer.models.offline.deal_status import Stage, stage_of
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.stage_words import Status
from summarizer.models.offline.target_business import business_in, businesses_of
from summarizer.models.offline.target_context import Context, contexts_of, flat, mentions_of, taken_up
from summarizer.models.offline.target_location import location_in, locations_of

Term = tuple[str, int, int, int]
"""(name, start, end, number of the sentence)."""
Named = Callable[[Sequence[Context]], Iterator[tuple[int, int, int]]]
"""What reads a facet beside the target's name: (start, end, number of the sentence)."""
Unnamed = Callable[[str, int], tuple[int, int] | None]
"""What reads it in the words for a target without a name, which begin at an offset of the article."""
_TARGET_ROLES = ("target", "investee")
_TOLD_ROLES = ("target", "investee", "partner")
"""Roles whose names show that a sentence before the first mention is about the deal."""
_OF_OWNERSHIP = frozenset({"acquisition", "divestiture", "investment", "merger"})
_OPEN = frozenset({"rumored", "in_talks", "proposed", "agreed"})
"""Statuses that a completion ends."""
_MOST_TARGETS = 8
_BEFORE = 5
"""Sentences before the first mention of a deal that may tell its stage."""
_OBJECT = 200
"""Characters behind the deal's cue in which an unnamed target is described."""


@dataclass(slots=True)
class Facets:
    """What is known so far; offsets are the article's."""

    stage: Stage | None = None
    stage_sentence: int = 0
    deed: Status | None = None
    """The status that the bare deed means ("bought") in a sentence of several deals."""
    titled: bool = False
    """Whether the stage is that of a headline, which the report may correct."""
    over: bool = False
    """Whether a later sentence has the deal at its end."""
    mentions: list[tuple[Sentence, tuple[int, int]]] = field(default_factory=list)
    others: frozenset[int] = frozenset()
    """Numbers of the sentences that mention other deals."""

    def read_mention(
        self, sentence: Sentence, cue: Span, others: Sequence[Span] = (), *, title: bool = False, denied: bool = False
    ) -> None:
        """Takes what a sentence says that mentions the deal at `cue`, and other deals at `others`.

        All are (start, end) in the article. A sentence in which it is `denied` tells no stage.
        """
        self.mentions.append((sentence, cue))
        if denied:
            return
        if self.stage is not None and not self.titled and not title and self.stage.status in _OPEN:
            # "offered to buy Lund in March", and later "completed the purchase of Lund on Friday"
            at = sentence.start
            stage = stage_of(sentence.text, (cue[0] - at, cue[1] - at), [(a - at, b - at) for a, b in others])
            if stage is not None and stage.strong and stage.status == "closed" and stage.end <= cue[0] - at:
                self._take(sentence, stage)
        if self.stage is None or (self.titled and not title):
            at = sentence.start
            inside = [(start - at, end - at) for start, end in others]
            stage = stage_of(sentence.text, (cue[0] - at, cue[1] - at), inside)
            if stage is not None and not stage.plain:
                self.titled = title
            self._take(sentence, stage)
            if others and stage is not None and stage.plain and self.deed is None:
                self.deed = stage.status

    def read_outcome(self, sentence: Sentence, status: str) -> None:
        """Takes the words of a later sentence about "the deal" that has it at its end: `closed` or `terminated`."""
        stage = stage_of(sentence.text)
        if stage is not None and stage.status == status:
            self._take(sentence, stage)
            self.over = True

    def _look_ahead(self, reading: Reading, contexts: Sequence[Context]) -> None:
        """Takes the stage from a sentence before the first mention that names the target: "approved the bid"."""
        first = self.mentions[0][0].number
        for context in contexts:
            if not first - _BEFORE <= context.sentence < first or context.sentence in self.others:
                continue
            sentence = reading.article.sentences[context.sentence - 1]
            stage = stage_of(sentence.text, (context.start - sentence.start, context.start - sentence.start))
            if stage is not None and stage.strong and reading.is_prose(sentence):
                self._take(sentence, stage)
                return

    def _take(self, sentence: Sentence, stage: Stage | None) -> None:
        if stage is not None and not stage.plain:
            self.stage = replace(stage, start=stage.start + sentence.start, end=stage.end + sentence.start)
            self.stage_sentence = sentence.number

    @property
    def status(self) -> Status | None:
        """The status that the words for the stage mean, None where there are none."""
        return self.stage.status if self.stage is not None else self.deed

    def terms(self, reading: Reading, kind: str, parties: Mapping[str, str]) -> list[Term]:
        """The facets that are terms of the record of a deal of `kind` with `parties` (name to role)."""
        found: list[Term] = []
        if kind in _OF_OWNERSHIP and self.mentions:
            told = [name for name, role in parties.items() if role in _TOLD_ROLES][:_MOST_TARGETS]
            by_name = {name: list(self._contexts(reading, name, parties)) for name in told}
            if not self.over and (kind != "investment" or "investor" in parties.values()):
                # Before a round of before stands what a company seeks next.
                self._look_ahead(reading, [context for of_one in by_name.values() for context in of_one])
            contexts = [of_one for name, of_one in by_name.items() if parties[name] in _TARGET_ROLES]
            found += self._facet("target business", reading, contexts, businesses_of, business_in)
            found += self._facet("target location", reading, contexts, locations_of, location_in)
        if self.stage is not None:
            found.insert(0, ("status", self.stage.start, self.stage.end, self.stage_sentence))
        return found

    def _contexts(self, reading: Reading, name: str, parties: Mapping[str, str]) -> Iterator[Context]:
        yield from contexts_of_name(reading, name, list(parties), self._numbers)

    @property
    def _numbers(self) -> frozenset[int]:
        return frozenset(sentence.number for sentence, _ in self.mentions)

    def _facet(
        self, term: str, reading: Reading, contexts: Sequence[Sequence[Context]], named: Named, unnamed: Unnamed
    ) -> list[Term]:
        # The report describes what a headline in capitals only names.
        sentence, cue = next((one for one in self.mentions if not one[0].text.isupper()), self.mentions[0])
        found = facet(term, reading, contexts, named, unnamed, (sentence, cue[1]))
        if not found and len(contexts) < 2:
            sentences = reading.article.sentences
            again = list(taken_up(sentences, self.mentions[0][0].number))
            found = [(term, *span) for span in named(list(contexts_of(sentences, again, self._numbers)))][:1]
        return found


def contexts_of_name(reading: Reading, name: str, others: Sequence[str], numbers: frozenset[int]) -> Iterator[Context]:
    """The words around each mention of a target; `others` are the deal's names, `numbers` its sentences."""
    spans = {(item.start, item.end) for item in reading.names if reading.full(item) == name}
    covered = {at for start, end in spans for at in (start, end)}
    spans.update(span for span in mentions_of(reading.text, name, others) if covered.isdisjoint(span))
    yield from contexts_of(reading.article.sentences, sorted(spans), numbers)


def facet(
    term: str,
    reading: Reading,
    contexts: Sequence[Sequence[Context]],
    named: Named,
    unnamed: Unnamed,
    thing: tuple[Sentence, int] | None,
) -> list[Term]:
    """One facet of the targets: of each from what is said beside its name, else from the words for the target.

    `thing` is the sentence and the offset in the article at which the words for a target begin that has no name.
    """
    found = [(term, *span) for span in (next(named(of_one), None) for of_one in contexts) if span is not None]
    if not found and thing is not None:
        sentence, at = thing
        words = flat(sentence.text[at - sentence.start :][:_OBJECT])
        span = unnamed(words, at) if not words.startswith(" by ") else None
        if span is not None:
            found.append((term, *span, sentence.number))
    unique: dict[str, Term] = {}
    for item in found:
        unique.setdefault(reading.words(item[1], item[2]), item)
    return list(unique.values())
