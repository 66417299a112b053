"""What the verifier has read of one article, each thing once and only when a check asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import Protocol, TypeVar

from summarizer.article import Article, Sentence
from summarizer.text import modality
from summarizer.text.dates import DateSpan, read_dates
from summarizer.text.folding import Folded, bare, fold, folded
from summarizer.text.modality import Cue
from summarizer.text.names import NameSpan, find_names, may_refer, stated_aliases
from summarizer.text.numbers import Amount, read_amounts
from summarizer.text.phrases import PhraseList
from summarizer.text.speech import Quoted, Speech, find_speech, quoted_stretches
from summarizer.verifier.clause import Clause
from summarizer.verifier.relations import Joined, relations
from summarizer.verifier.slots import Slot, read_slots
from summarizer.verifier.wording import Word

Place = tuple[int, int]
"""A stretch of the article, (start, end) in characters, half open."""


class Placed(Protocol):
    """Anything that stands somewhere."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """One past its last character."""


_TOPIC = 4
"""Sentences back in which the antecedent of "it" and "the company" is looked for."""
_PHRASES = 64
"""Phrases of one list that are kept of one sentence."""

P = TypeVar("P", bound=Placed)
T = TypeVar("T")

refers = lru_cache(maxsize=16384)(may_refer)


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[NameSpan, ...]:
    """The names in a short text, such as a statement."""
    return tuple(find_names(text))


class Index:
    """One article as the checks ask about it. All places are offsets in `article.text`; sentences go by number."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.sentences = article.sentences
        self._starts = [sentence.start for sentence in article.sentences]
        self.partners: dict[str, tuple[str, ...]] = {}
        """By name: the other names that the article states for it, as far as they were asked for."""
        self._read: dict[tuple[Hashable, int], Sequence[object]] = {}

    # Sentences

    def sentences_of(self, place: Place) -> tuple[int, ...]:
        """The numbers of the sentences that `place` touches."""
        start, end = place
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, max(end, start + 1))
        return tuple(
            sentence.number
            for sentence in self.sentences[first:last]
            if sentence.end > start and sentence.start < max(end, start + 1)
        )

    def runs(self, numbers: Sequence[int]) -> list[Place]:
        """The stretches of these sentences, neighbours joined; `numbers` ascending."""
        runs: list[Place] = []
        before = None
        for number in numbers:
            sentence = self.sentences[number - 1]
            if before is not None and number == before + 1:
                runs[-1] = (runs[-1][0], sentence.end)
            else:
                runs.append((sentence.start, sentence.end))
            before = number
        return runs

    # Read from the whole article

    @cached_property
    def folded(self) -> Folded:
        """The article folded, with the map back."""
        return fold(self.text)

    @cached_property
    def bare(self) -> Folded:
        """The article folded, with nothing but single spaces between its words."""
        return bare(self.folded)

    @cached_property
    def names(self) -> list[NameSpan]:
        """Every name in the article, in order."""
        return find_names(self.text)

    @cached_property
    def distinct_names(self) -> dict[str, NameSpan]:
        """The first occurrence of each name, by its folded form."""
        first: dict[str, NameSpan] = {}
        for name in self.names:
            first.setdefault(folded(name.text), name)
        return first

    @cached_property
    def occurrences(self) -> dict[str, list[NameSpan]]:
        """Every occurrence of each name, by its folded form."""
        found: dict[str, list[NameSpan]] = {}
        for name in self.names:
            found.setdefault(folded(name.text), []).append(name)
        return found

    def occurrences_of(self, form: str) -> list[NameSpan]:
        """Every occurrence of a name in exactly this form, typography aside."""
        return self.occurrences.get(folded(form), [])

    @cached_property
    def aliases(self) -> list[tuple[str, str]]:
        """The (name, alias) pairs that the article states."""
        return stated_aliases(self.text)

    @cached_property
    def quoted(self) -> list[Quoted]:
        """The stretches between quotation marks."""
        return quoted_stretches(self.text)

    @cached_property
    def speeches(self) -> list[Speech]:
        """Who says what in the article."""
        return find_speech(self.text, [(one.start, one.end) for one in self.sentences], self.names)

    @cached_property
    def _speeches_by_sentence(self) -> dict[int, list[Speech]]:
        found: dict[int, list[Speech]] = {}
        for speech in self.speeches:
            for number in speech.sentences:
                found.setdefault(number, []).append(speech)
        return found

    def speeches_in(self, numbers: Iterable[int]) -> list[Speech]:
        """The speeches that stand in these sentences, each once."""
        seen: dict[int, Speech] = {}
        for number in numbers:
            for speech in self._speeches_by_sentence.get(number, ()):
                seen[id(speech)] = speech
        return list(seen.values())

    @cached_property
    def sentences_by_stem(self) -> dict[str, list[int]]:
        """The numbers of the sentences that have a content word with this stem, ascending."""
        found: dict[str, list[int]] = {}
        for sentence in self.sentences:
            for stem in self.stems(sentence.number):
                found.setdefault(stem, []).append(sentence.number)
        return found

    @cached_property
    def amounts_by_value(self) -> dict[object, list[Amount]]:
        """Every amount of the article by the size of its value."""
        found: dict[object, list[Amount]] = {}
        for sentence in self.sentences:
            for amount in self.amounts(sentence.number):
                found.setdefault(abs(amount.value), []).append(amount)
        return found

    # Read sentence by sentence

    def names_in(self, place: Place) -> list[NameSpan]:
        """The names within `place`."""
        return _within(self.names, self._name_starts, place)

    def names_of(self, number: int) -> list[NameSpan]:
        """The names of one sentence."""
        sentence = self.sentences[number - 1]
        return self.names_in((sentence.start, sentence.end))

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.names]

    def quoted_in(self, place: Place) -> list[Quoted]:
        """The quoted stretches that overlap `place`, in order."""
        start, end = place
        first = max(0, bisect_right(self._quoted_starts, start) - 1)
        last = bisect_left(self._quoted_starts, end)
        return [stretch for stretch in self.quoted[first:last] if stretch.end > start and stretch.start < end]

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [stretch.start for stretch in self.quoted]

    def amounts(self, number: int) -> Sequence[Amount]:
        """The amounts in a sentence."""
        return self._of("amounts", number, lambda text, offset: [_moved(found, offset) for found in read_amounts(text)])

    def ranges(self, number: int) -> Sequence[Amount]:
        """Ranges that the reading of amounts leaves apart: "by 3% to 5%"."""
        return self._of("ranges", number, lambda _text, _offset: list(self._joined_amounts(number)))

    def _joined_amounts(self, number: int) -> Iterator[Amount]:
        for low, high in pairwise(self.amounts(number)):
            between = self.text[low.end : high.start]
            if (
                between.strip().lower() in ("to", "and", "-", "–", "—")
                and low.high is None
                and high.high is None
                and (low.kind == high.kind or low.kind == "quantity")
                and low.value < high.value
            ):
                yield replace(
                    high,
                    start=low.start,
                    core=(low.core[0], high.core[1]),
                    value=low.value,
                    high=high.value,
                    bound="between",
                )

    def dates(self, number: int) -> Sequence[DateSpan]:
        """The dates in a sentence, resolved against the article's own."""
        return self._of(
            "dates",
            number,
            lambda text, offset: [
                replace(found, start=found.start + offset, end=found.end + offset)
                for found in read_dates(text, self.article.published)
            ],
        )

    def relations(self, number: int) -> Sequence[Joined]:
        """Who does what to whom in a sentence."""
        return self._of(
            "relations",
            number,
            lambda _text, _offset: relations(self.text, self.words(number), self.names_of(number), self.topic(number)),
        )

    def topic(self, number: int) -> NameSpan | None:
        """Whom the sentences before this one are about: the name that opens the nearest of them that opens with one."""
        for before in range(number - 1, max(0, number - 1 - _TOPIC), -1):
            names = self.names_of(before)
            if names and names[0].start - self.sentences[before - 1].start <= len("The "):
                return names[0]
        return None

    def clause(self, number: int) -> Clause:
        """A sentence as its polarity is read."""
        return self._of("clause", number, lambda text, offset: (Clause(text, offset),))[0]

    def slots(self, number: int) -> Sequence[Slot]:
        """The amounts and dates of a sentence among the words around them."""
        return self._of(
            "slots",
            number,
            lambda text, offset: read_slots(
                text, offset, self.words(number), (*self.amounts(number), *self.dates(number))
            ),
        )

    def words(self, number: int) -> Sequence[Word]:
        """The words of a sentence."""
        return self.clause(number).words

    def content(self, number: int) -> Sequence[Word]:
        """The content words of a sentence."""
        return self.clause(number).content

    def stems(self, number: int) -> frozenset[str]:
        """The stems of the content words of a sentence."""
        return self.clause(number).stems

    def negations(self, number: int) -> Sequence[Cue]:
        """The negating words of a sentence."""
        return self.clause(number).negations

    def hedges(self, number: int) -> Sequence[Cue]:
        """The hedging words of a sentence."""
        return self.clause(number).hedges

    def directions(self, number: int) -> Sequence[Cue]:
        """The words of a sentence that say up or down."""
        return self.clause(number).directions

    def attributions(self, number: int) -> Sequence[Cue]:
        """The words of a sentence that say that somebody says it."""
        return self._of(
            "attributions",
            number,
            lambda text, offset: [
                replace(cue, start=cue.start + offset, end=cue.end + offset) for cue in modality.attributions(text)
            ],
        )

    def phrases(self, listed: PhraseList, number: int) -> Sequence[Place]:
        """Where a sentence has one of the phrases of a list."""
        return self._of(
            listed,
            number,
            lambda text, offset: [
                (offset + found.start, offset + found.end) for found in islice(listed.find(text), _PHRASES)
            ],
        )

    def _of(self, name: Hashable, number: int, read: Callable[[str, int], Sequence[T]]) -> Sequence[T]:
        key = (name, number)
        if key not in self._read:
            sentence = self.sentences[number - 1]
            self._read[key] = read(sentence.text, sentence.start)
        return self._read[key]  # type: ignore[return-value]


class Cited:
    """The sentences that a record cites, as its checks see them."""

    def __init__(self, index: Index, numbers: Iterable[int], subjects: Sequence[str] = ()) -> None:
        self.index = index
        self.numbers = tuple(sorted(set(numbers)))
        self.subjects = tuple(subjects)
        """The names that the record itself holds."""

    @cached_property
    def runs(self) -> list[Place]:
        """The cited stretches of the article, neighbouring sentences joined."""
        return self.index.runs(self.numbers)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The cited sentences, in order."""
        return (self.index.sentences[number - 1] for number in self.numbers)

    def each(self, of: Callable[[int], Sequence[T]]) -> list[T]:
        """What `of` (a method of the index) reads in all cited sentences."""
        return [found for number in self.numbers for found in of(number)]

    @cached_property
    def names(self) -> list[NameSpan]:
        """The names in the cited sentences."""
        return [name for run in self.runs for name in self.index.names_in(run)]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words of the cited sentences."""
        return frozenset().union(*(self.index.stems(number) for number in self.numbers))

    @cached_property
    def folded(self) -> str:
        """The cited text, folded."""
        return folded("\n".join(sentence.text for sentence in self.sentences))

    def holds(self, place: Place) -> bool:
        """Whether `place` lies within one cited run."""
        return any(start <= place[0] and place[1] <= end for start, end in self.runs)

    def concerns(self, number: int) -> bool:
        """Whether an uncited sentence may well be about what the record is about: a neighbour, or one that names
        somebody whom the record names."""
        if not self.numbers or any(abs(number - cited) <= 1 for cited in self.numbers):
            return True
        named = self.index.names_of(number)
        return any(refers(name.text, said) or refers(said, name.text) for name in named for said in self.subjects)

    @property
    def middle(self) -> int:
        """An offset in the midst of what is cited, 0 where nothing is."""
        return (self.runs[0][0] + self.runs[-1][1]) // 2 if self.runs else 0


def _moved(amount: Amount, offset: int) -> Amount:
    return replace(
        amount,
        start=amount.start + offset,
        end=amount.end + offset,
        core=(amount.core[0] + offset, amount.core[1] + offset),
    )


def _within(items: Sequence[P], starts: list[int], place: Place) -> list[P]:
    first, last = bisect_left(starts, place[0]), bisect_left(starts, place[1])
    return [item for item in items[first:last] if item.end <= place[1]]
