"""What is read of one text, each thing once and only when somebody asks: for the rules and for the verifier alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from summarizer.text.addresses import without_addresses
from summarizer.text.cached import cached_property
from summarizer.text.capitals import MOST_SMALL_WORDS, in_sentence_case
from summarizer.text.currency_context import in_context
from summarizer.text.dates import DateSpan, read_dates
from summarizer.text.directory import Directory
from summarizer.text.joint_names import join_names
from summarizer.text.names import NameSpan, find_names, stated_aliases
from summarizer.text.numbers import Amount, read_amounts
from summarizer.text.phrases import SmallWords, small_words_of
from summarizer.text.speech import Quoted, Speech, SpeechReader, quoted_stretches


class _Named:
    """The names of a text and what follows from them.

    Apart from the rest, so that who reads speech can hold it without a circle: a text's readings then go with the last
    reference to them, and leave nothing to the collector.
    """

    def __init__(self, text: str) -> None:
        self.text = self._text = text

    @cached_property
    def small_words(self) -> SmallWords:
        # A page's address has names in small letters, which make no common words of them.
        return small_words_of(without_addresses(self._text))

    @cached_property
    def names(self) -> list[NameSpan]:
        return join_names(self._text, find_names(self._text, self.small_words.words))

    @cached_property
    def aliases(self) -> list[tuple[str, str]]:
        return stated_aliases(self._text, self.small_words.words)

    @cached_property
    def directory(self) -> Directory:
        return Directory(self._text, self.names, self.aliases)


class Readings:
    """The names, amounts, dates and speech of a text; all places are its offsets, sentences go by number from 1.

    sentences   the (start, end) of `split_sentences(text)`
    published   the day against which dates are resolved
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], published: date | None) -> None:
        self.text = text
        self._sentences = sentences
        self._published = published
        self._named = _Named(text)
        self._amounts: dict[int, Sequence[Amount]] = {}
        self._currencies: dict[tuple[str, ...], str | None] = {}
        self._dates: dict[int, Sequence[DateSpan]] = {}

    @property
    def lower_words(self) -> frozenset[str]:
        """The words that the text has in lower case."""
        return self._named.small_words.words

    @property
    def names(self) -> list[NameSpan]:
        """Every name, in order."""
        return self._named.names

    @property
    def aliases(self) -> list[tuple[str, str]]:
        """The (name, alias) pairs that the text states."""
        return self._named.aliases

    @property
    def directory(self) -> Directory:
        """Which job and organisation the text gives to whom."""
        return self._named.directory

    @cached_property
    def quoted(self) -> list[Quoted]:
        """The stretches between quotation marks."""
        return quoted_stretches(self.text)

    @cached_property
    def _spoken(self) -> _Named:
        """The names by which speech is read: those of the text, or of it in sentence case where it is in capitals."""
        named = self._named
        if len(named.small_words.words) > MOST_SMALL_WORDS:
            return named
        plain = in_sentence_case(self.text, self._sentences)
        return named if plain is None else _Named(plain)

    @property
    def speech_directory(self) -> Directory:
        """Which job and organisation the text gives to those who speak in it."""
        return self._spoken.directory

    @cached_property
    def _speech_reader(self) -> SpeechReader:
        named = self._spoken
        return SpeechReader(
            named.text, self._sentences, self.quoted, lambda: named.directory, lambda: named.small_words
        )

    @cached_property
    def speech(self) -> list[Speech]:
        """All that the text gives to somebody as said, in the order of its content."""
        return self._speech_reader.everything()

    def speech_of(self, number: int) -> list[Speech]:
        """What stands as said in one sentence, wholly or in part."""
        return self._speech_reader.of(number)

    @cached_property
    def amounts(self) -> list[Amount]:
        """The amounts of all sentences, in order."""
        return [amount for number in self._numbers for amount in self.amounts_of(number)]

    @cached_property
    def dates(self) -> list[DateSpan]:
        """The date expressions of all sentences, in order."""
        return [found for number in self._numbers for found in self.dates_of(number)]

    @property
    def _numbers(self) -> range:
        return range(1, len(self._sentences) + 1)

    def amounts_of(self, number: int) -> Sequence[Amount]:
        """The amounts in one sentence."""
        found = self._amounts.get(number)
        if found is None:
            start, end = self._sentences[number - 1]
            found = read_amounts(self.text[start:end], start)
            found = self._amounts[number] = in_context(found, self.text, start, end, self._currencies)
        return found

    def dates_of(self, number: int) -> Sequence[DateSpan]:
        """The date expressions in one sentence."""
        found = self._dates.get(number)
        if found is None:
            start, end = self._sentences[number - 1]
            found = self._dates[number] = read_dates(self.text[start:end], self._published, start)
        return found
