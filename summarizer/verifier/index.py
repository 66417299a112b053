"""What the verifier has read of one article, each thing once and only when a check asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Protocol, TypeVar

from summarizer.article import Article, Sentence
from summarizer.text import modality
from summarizer.text.cached import cached_property
from summarizer.text.dates import DateSpan
from summarizer.text.directory import Directory
from summarizer.text.folding import Folded, bare, fold, folded
from summarizer.text.modality import Cue
from summarizer.text.name_words import LEGAL_FORMS
from summarizer.text.names import NameSpan, find_names, may_refer
from summarizer.text.numbers import Amount, read_amount
from summarizer.text.phrases import PhraseList, letters_of
from summarizer.text.slips import SHORTEST, plain_words, slip_keys
from summarizer.text.speech import Quoted, Speech
from summarizer.text.turns import Turns
from summarizer.verdicts import Span
from summarizer.verifier.arguments import Reading as Arguments
from summarizer.verifier.clause import Clause
from summarizer.verifier.date_labels import labels
from summarizer.verifier.fact_labels import Label, read_labels
from summarizer.verifier.name_table import NameTable
from summarizer.verifier.relations import Act, Joined, acts, joined
from summarizer.verifier.slots import Slot, read_slots
from summarizer.verifier.wording import Word, stems_in

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

_SMALL, _SMALL_PART = 4000, 3
"""A stretch is folded by itself where it has no more characters than this and is a third of the article at most."""
_MARGIN = 64
"""Characters around a stretch that are folded with it: marks on its last letter, the rest of a run of spaces."""

_OFTEN = 3
"""Times that the name of what an article is about stands in it at least."""

_MAIN = 3
"""Names that an article is about at most."""

P = TypeVar("P", bound=Placed)
T = TypeVar("T")

refers = lru_cache(maxsize=8192)(may_refer)


@lru_cache(maxsize=512)
def names_in(text: str) -> tuple[NameSpan, ...]:
    """The names in a short text, such as a statement."""
    return tuple(find_names(text))


class Index:
    """One article as the checks ask about it. All places are offsets in `article.text`; sentences go by number."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._readings = article.readings
        self.text = article.text
        self.sentences = article.sentences
        self._starts = [sentence.start for sentence in article.sentences]
        self.partners: dict[str, tuple[str, ...]] = {}
        """By name: the other names that the article states for it, as far as they were asked for."""
        self.known_forms: dict[str, frozenset[str]] = {}
        """By name: the forms of names in the article that may mean it, as far as they were asked for."""
        self.borne_names: tuple[NameTable, dict[str, list[str]]] | None = None
        """The other names of all names in the article with their bearers, once they were asked for."""
        self.names_by_telling: dict[str, list[int]] | None = None
        """By a word that tells them: the places of names among the `distinct_names`, once they were asked for."""
        self.remembered: dict[tuple[Hashable, ...], object] = {}
        """What was judged of names, by the judge and the names: see `remembered`."""
        self.antecedents: dict[tuple[int, str], list[NameSpan]] = {}
        """By where a pronoun begins and the sort of those it may mean: who they are, as far as they were asked for."""
        self.openings: dict[int, tuple[str, ...]] = {}
        """By sentence: itself on one line, and without its dateline, as far as they were asked for."""
        self._forms: dict[Place, Form] = {}
        self._slots_by_start: dict[int, dict[int, Slot]] = {}
        self._read: dict[tuple[Hashable, int], Sequence[object]] = {}
        self._stretches: dict[tuple[int, ...], _Stretches] = {}
        self._evidence: dict[int, Span] = {}
        self._clauses: dict[int, Clause] = {}
        self._arguments: dict[int, Arguments] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._letters: dict[int, frozenset[str]] = {}
        self._worded: dict[int, dict[str, Amount]] = {}
        self._names_by_sentence: dict[int, list[NameSpan]] = {}

    # Sentences

    def sentences_of(self, place: Place) -> tuple[int, ...]:
        """The numbers of the sentences that `place` touches."""
        start, end = place
        first = max(0, bisect_right(self._starts, start) - 1)
        sentence = self.sentences[first]
        if sentence.start <= start < end <= sentence.end:
            return (sentence.number,)
        last = bisect_left(self._starts, max(end, start + 1))
        return tuple(
            sentence.number
            for sentence in self.sentences[first:last]
            if sentence.end > start and sentence.start < max(end, start + 1)
        )

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that the character stands in, or of the last one before it."""
        return max(1, bisect_right(self._starts, at))

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

    def stretches(self, numbers: tuple[int, ...]) -> _Stretches:
        """What is read of these sentences together; `numbers` ascending, each once."""
        found = self._stretches.get(numbers)
        if found is None:
            found = self._stretches[numbers] = _Stretches()
        return found

    def evidence(self, number: int) -> Span:
        """The span of a cited sentence."""
        found = self._evidence.get(number)
        if found is None:
            sentence = self.sentences[number - 1]
            found = self._evidence[number] = Span.of("evidence", sentence.start, sentence.end, self.text)
        return found

    # Read from the whole article

    @cached_property
    def folded(self) -> Folded:
        """The article folded, with the map back."""
        return fold(self.text)

    def form(self, start: int, end: int) -> Form:
        """The article from `start` to `end` folded, with as much around it as bears on that."""
        if end - start > _SMALL or (end - start) * _SMALL_PART > len(self.text):
            start, end = 0, len(self.text)
        found = self._forms.get((start, end))
        if found is None:
            first = max(0, start - _MARGIN)
            whole = (start, end) == (0, len(self.text))
            form = self.folded if whole else fold(self.text[first : end + _MARGIN])
            found = self._forms[start, end] = Form(form, first)
        return found

    @cached_property
    def small(self) -> str | None:
        """The article in small letters, each at its own place; None where folding may bring in letters or digits of
        ASCII that do not stand there, or bring two together: a ligature, a character without width."""
        if self.text.isascii() or all(map(_folds_alone, set(self.text))):
            return self.text.lower()
        return None

    @cached_property
    def small_between_marks(self) -> str | None:
        """What `small` has between quotation marks, the stretches parted; None where there is no `small`."""
        return self.small and "\n".join(self.small[stretch.start : stretch.end] for stretch in self.quoted)

    @cached_property
    def names(self) -> list[NameSpan]:
        """Every name in the article, in order."""
        return self._readings.names

    @cached_property
    def name_forms(self) -> frozenset[str]:
        """Every name in the article in every form that it has there."""
        return frozenset(name.text for name in self.names)

    @cached_property
    def name_table(self) -> NameTable:
        """The names of the article by what their short forms share with them."""
        return NameTable(sorted(self.name_forms))

    @cached_property
    def alias_table(self) -> NameTable:
        """The names that the article states another for, and those others."""
        return NameTable(self.partners_by_name)

    @cached_property
    def partners_by_name(self) -> dict[str, list[str]]:
        """By each name in `aliases`, on either side: the names on the other."""
        found: dict[str, list[str]] = {}
        for name, alias in self.aliases:
            found.setdefault(name, []).append(alias)
            found.setdefault(alias, []).append(name)
        return found

    @cached_property
    def distinct_names(self) -> dict[str, NameSpan]:
        """The first occurrence of each name, by its folded form."""
        return {form: found[0] for form, found in self.occurrences.items()}

    @cached_property
    def occurrences(self) -> dict[str, list[NameSpan]]:
        """Every occurrence of each name, by its folded form."""
        forms = {form: folded(form) for form in self.name_forms}
        found: dict[str, list[NameSpan]] = {}
        for name in self.names:
            found.setdefault(forms[name.text], []).append(name)
        return found

    def occurrences_of(self, form: str) -> list[NameSpan]:
        """Every occurrence of a name in exactly this form, typography aside."""
        return self.occurrences.get(folded(form), [])

    @cached_property
    def names_by_word(self) -> dict[str, list[NameSpan]]:
        """The first occurrence of each name by its words, but for those that are too short to tell."""
        found: dict[str, list[NameSpan]] = {}
        for name in self.distinct_names.values():
            for word in dict.fromkeys(plain_words(name.text)):
                if len(word) >= SHORTEST or (len(word) == SHORTEST - 1 and word not in LEGAL_FORMS):
                    found.setdefault(word, []).append(name)
        return found

    @cached_property
    def later_words(self) -> frozenset[str]:
        """The words that stand in a name behind its first one."""
        return frozenset(word for name in self.distinct_names.values() for word in plain_words(name.text)[1:])

    @cached_property
    def names_by_slip(self) -> dict[str, list[NameSpan]]:
        """The first occurrence of each name by its words, and by those with one letter left out."""
        found: dict[str, list[NameSpan]] = {}
        for name in self.distinct_names.values():
            for key in set(slip_keys(name.text)):
                found.setdefault(key, []).append(name)
        return found

    @cached_property
    def plain(self) -> str:
        """The words of the article, folded, one space around each."""
        return f" {' '.join(plain_words(self.text))} "

    @cached_property
    def main_names(self) -> list[str]:
        """The names that the article has most often, at least three times and half as often as the first of them."""
        counts = sorted(((len(found), found[0].text) for found in self.occurrences.values()), reverse=True)[:_MAIN]
        return [name for count, name in counts if count >= max(_OFTEN, counts[0][0] / 2)]

    @cached_property
    def aliases(self) -> list[tuple[str, str]]:
        """The (name, alias) pairs that the article states."""
        return self._readings.aliases

    @cached_property
    def quoted(self) -> list[Quoted]:
        """The stretches between quotation marks."""
        return self._readings.quoted

    @cached_property
    def directory(self) -> Directory:
        """Which job and organisation the article gives to whom."""
        return self._readings.directory

    @cached_property
    def turns(self) -> Turns:
        """Who has the word where, in a transcript."""
        return Turns(self.text)

    def belongs(self, person: str, body: str) -> bool:
        """Whether the article places `person` in the organisation `body`."""
        full = self.directory.fullest(person)
        told = self.directory.described(full)[1] or self.directory.described(person)[1]
        return told is not None and (refers(told, body) or refers(body, told))

    def speeches_in(self, numbers: Iterable[int]) -> list[Speech]:
        """The speeches that stand in these sentences, each once."""
        seen: dict[int, Speech] = {}
        for number in numbers:
            for speech in self._readings.speech_of(number):
                seen[id(speech)] = speech
        return list(seen.values())

    @cached_property
    def sentences_by_stem(self) -> dict[str, list[int]]:
        """The numbers of the sentences that have a content word with this stem, ascending."""
        found: dict[str, list[int]] = {}
        for sentence in self.sentences:
            for stem in self.stems(sentence.number):
                if stem in found:
                    found[stem].append(sentence.number)
                else:
                    found[stem] = [sentence.number]
        return found

    def has(self, word: Word) -> bool:
        """Whether the article has a word of the same stem that carries content, as `word` does itself."""
        if word.low in self._readings.lower_words:
            return True
        return any(word.stem in self.stems(sentence.number) for sentence in self.sentences)

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
        found = self._names_by_sentence.get(number)
        if found is None:
            sentence = self.sentences[number - 1]
            found = self._names_by_sentence[number] = self.names_in((sentence.start, sentence.end))
        return found

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
        return self._readings.amounts_of(number)

    def amounts_by_words(self, number: int) -> Mapping[str, Amount]:
        """The amounts in a sentence by their words, as they stand there."""
        found = self._worded.get(number)
        if found is None:
            amounts = self.amounts(number)
            found = self._worded[number] = {self.text[amount.start : amount.end]: amount for amount in amounts}
        return found

    def ranges(self, number: int) -> Sequence[Amount]:
        """Ranges that the reading of amounts leaves apart: "by 3% to 5%"."""
        return self.read("ranges", number, lambda _text, _offset: list(self._joined_amounts(number)))

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
                yield high._replace(
                    start=low.start,
                    core=(low.core[0], high.core[1]),
                    value=low.value,
                    high=high.value,
                    bound="between",
                )

    def dates(self, number: int) -> Sequence[DateSpan]:
        """The dates in a sentence, resolved against the article's own."""
        return self._readings.dates_of(number)

    @cached_property
    def named_dates(self) -> frozenset[tuple[str, str]]:
        """What the words of the article's dates name (see `date_labels.labels`): ("month", "5") of "on May 6"."""
        spans = (span for sentence in self.sentences for span in self.dates(sentence.number))
        return frozenset(
            (kind, value)
            for span in spans
            for kind, values in labels(self.text[span.start : span.end]).items()
            for value in values
        )

    def relations(self, number: int) -> Sequence[Joined]:
        """Who does what to whom in a sentence."""
        return self.read("relations", number, lambda _text, _offset: joined(self.acts(number), self.text))

    def acts(self, number: int) -> Sequence[Act]:
        """The verbs and nouns of deals in a sentence, each with whom it has on its sides."""
        return self.read(
            "acts",
            number,
            lambda _text, _offset: acts(self.words(number), lambda: self.arguments(number)),
        )

    def arguments(self, number: int) -> Arguments:
        """A sentence ready to be asked who does what to whom in it."""
        found = self._arguments.get(number)
        if found is None:
            found = self._arguments[number] = Arguments(
                self.text, self.words(number), self.names_of(number), self.topic(number)
            )
        return found

    def topic(self, number: int) -> NameSpan | None:
        """Whom the sentences before this one are about: the name that opens the nearest of them that opens with one."""
        for before in range(number - 1, max(0, number - 1 - _TOPIC), -1):
            names = self.names_of(before)
            if names and names[0].start - self.sentences[before - 1].start <= len("The "):
                return names[0]
        return None

    def clause(self, number: int) -> Clause:
        """A sentence as its polarity is read."""
        found = self._clauses.get(number)
        if found is None:
            sentence = self.sentences[number - 1]
            found = self._clauses[number] = Clause(sentence.text, sentence.start)
        return found

    def slots(self, number: int) -> Sequence[Slot]:
        """The amounts and dates of a sentence among the words around them."""
        return self.read(
            "slots",
            number,
            lambda text, offset: read_slots(
                text, offset, self.words(number), (*self.amounts(number), *self.dates(number))
            ),
        )

    def slots_of(self, facts: Iterable[Amount | DateSpan]) -> list[Slot]:
        """The slots of amounts or dates of this article, as far as they have one."""
        found = []
        for fact in facts:
            for number in self.sentences_of((fact.start, fact.end)):
                if number not in self._slots_by_start:
                    self._slots_by_start[number] = {slot.fact.start: slot for slot in self.slots(number)}
                slot = self._slots_by_start[number].get(fact.start)
                if slot is not None and (slot.fact is fact or slot.fact == fact):
                    found.append(slot)
        return found

    def amount_labels(self, number: int) -> Sequence[Label]:
        """What a sentence says of each of its amounts."""
        return self.read("amount labels", number, lambda *_: self._labels(number, self.amounts(number)))

    def date_labels(self, number: int) -> Sequence[Label]:
        """What a sentence says of each of its dates."""
        return self.read("date labels", number, lambda *_: self._labels(number, self.dates(number)))

    def _labels(self, number: int, facts: Sequence[Amount] | Sequence[DateSpan]) -> Sequence[Label]:
        return read_labels(self.clause(number), facts, self.dates(number), self.amounts(number))

    def words(self, number: int) -> Sequence[Word]:
        """The words of a sentence."""
        return self.clause(number).words

    def content(self, number: int) -> Sequence[Word]:
        """The content words of a sentence."""
        return self.clause(number).content

    def stems(self, number: int) -> frozenset[str]:
        """The stems of the content words of a sentence."""
        found = self._stems.get(number)
        if found is None:
            found = self._stems[number] = stems_in(self.sentences[number - 1].text)
        return found

    def letters(self, number: int) -> frozenset[str]:
        """The runs of letters in a sentence, in lower case, as `letters_of` has them."""
        found = self._letters.get(number)
        if found is None:
            found = self._letters[number] = letters_of(self.sentences[number - 1].text)
        return found

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
        return self.read(
            "attributions",
            number,
            lambda text, offset: [
                Cue(cue.start + offset, cue.end + offset, cue.text, cue.sense) for cue in modality.attributions(text)
            ],
        )

    def phrases(self, listed: PhraseList, number: int) -> Sequence[Place]:
        """Where a sentence has one of the phrases of a list."""
        return self.read(
            listed,
            number,
            lambda text, offset: [
                (offset + found.start, offset + found.end) for found in islice(listed.find(text), _PHRASES)
            ],
        )

    def read(self, name: Hashable, number: int, read: Callable[[str, int], Sequence[T]]) -> Sequence[T]:
        """What `read` (given the text of a sentence and its offset) finds in it, found once by that name."""
        key = (name, number)
        found = self._read.get(key)
        if found is None:
            sentence = self.sentences[number - 1]
            found = self._read[key] = read(sentence.text, sentence.start)
        return found  # type: ignore[return-value]


@lru_cache(maxsize=4096)
def _folds_alone(character: str) -> bool:
    """Whether a character folds into something, and into letters, digits or brackets of ASCII only where it is one."""
    if character.isascii():
        return True
    form = folded(character)
    return len(character.lower()) == 1 <= len(form) and not any(
        one.isascii() and (one.isalnum() or one == "[") for one in form
    )


class Form:
    """A stretch of the article in folded form; all offsets but those in `text` are the article's."""

    def __init__(self, form: Folded, start: int) -> None:
        self._form = form
        self._start = start
        self.text = form.text

    def span(self, start: int, end: int) -> Place:
        """Where `text[start:end]` stands in the article."""
        first, last = self._form.span(start, end)
        return self._start + first, self._start + last

    def at(self, offset: int) -> int:
        """The offset in `text` of a character of the article; that of an end of it where the character lies beyond."""
        return self._form.at(max(0, offset - self._start))

    @cached_property
    def bare(self) -> Form:
        """The stretch with nothing but single spaces between its words."""
        return Form(bare(self._form), self._start)


class _Stretches:
    """What is read of several sentences together, for all records that cite just these; None until it is asked for.

    It does not know its index: an article that is done is freed at once, with nothing left to the garbage collector.
    """

    __slots__ = ("folded", "names", "runs", "stems")

    def __init__(self) -> None:
        self.runs: list[Place] | None = None
        self.names: list[NameSpan] | None = None
        self.stems: frozenset[str] | None = None
        self.folded: str | None = None


class Cited:
    """The sentences that a record cites, as its checks see them."""

    __slots__ = ("_read", "index", "numbers", "subjects")

    def __init__(self, index: Index, numbers: Iterable[int], subjects: Sequence[str] = ()) -> None:
        self.index = index
        self.numbers = tuple(sorted(set(numbers)))
        self.subjects = subjects
        """The names that the record itself holds."""
        self._read = index.stretches(self.numbers)

    @property
    def runs(self) -> list[Place]:
        """The cited stretches of the article, neighbouring sentences joined."""
        found = self._read.runs
        if found is None:
            found = self._read.runs = self.index.runs(self.numbers)
        return found

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The cited sentences, in order."""
        return (self.index.sentences[number - 1] for number in self.numbers)

    def each(self, of: Callable[[int], Sequence[T]]) -> list[T]:
        """What `of` (a method of the index) reads in all cited sentences."""
        return [found for number in self.numbers for found in of(number)]

    def amount(self, words: str) -> Amount | None:
        """The amount that these words are: the cited one that stands in just these words, else what they say alone."""
        for number in self.numbers:
            found = self.index.amounts_by_words(number).get(words)
            if found is not None:
                return found
        return read_amount(words)

    def with_more(self, numbers: Iterable[int]) -> Cited:
        """This citation with further sentences."""
        more = set(numbers).difference(self.numbers)
        return Cited(self.index, (*self.numbers, *more), self.subjects) if more else self

    @property
    def names(self) -> list[NameSpan]:
        """The names in the cited sentences."""
        found = self._read.names
        if found is None:
            found = self._read.names = [name for run in self.runs for name in self.index.names_in(run)]
        return found

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the content words of the cited sentences."""
        found = self._read.stems
        if found is None:
            found = self._read.stems = frozenset().union(*(self.index.stems(number) for number in self.numbers))
        return found

    @property
    def folded(self) -> str:
        """The cited text, folded."""
        found = self._read.folded
        if found is None:
            found = self._read.folded = folded("\n".join(sentence.text for sentence in self.sentences))
        return found

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


def _within(items: Sequence[P], starts: list[int], place: Place) -> list[P]:
    first, last = bisect_left(starts, place[0]), bisect_left(starts, place[1])
    return [item for item in items[first:last] if item.end <= place[1]]
