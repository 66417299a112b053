"""The speech of a text, read where it is asked for: a sentence with those that its quotations tie it to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from summarizer.text.cached import cached_property
from summarizer.text.directory import Directory
from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase, SmallWords
from summarizer.text.quotation import Quoted, QuoteMap
from summarizer.text.speakers import Speaker, identify, kind_of_person
from summarizer.text.speech_content import attributions_in
from summarizer.text.speech_continuations import GAP, OPENING, Continuations
from summarizer.text.speech_cues import cues_in
from summarizer.text.speech_references import Said, leans, may_be_person, referent
from summarizer.text.speech_statements import Speech, statement_of
from summarizer.text.speech_turns import colons_in, turns_in
from summarizer.text.speech_units import Attribution, goes_on_from_quotation
from summarizer.text.speech_words import MEDIA_WORDS

_MARKS = " \t\r\n" + OPENING
"""What may stand between a quotation and the one that goes on with it."""

_ASKS, _ANSWERS = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
"""How interviews label who asks, whom nobody quotes, and who answers."""
_REPORTERS = frozenset({"correspondent", "editor", "host", "interviewer", "journalist", "reporter"})
_PRESS = MEDIA_WORDS | _REPORTERS
_BLANK_LINE = pattern(r"\n\n")

_Block = tuple[int, int]
"""Sentences that quotations tie together: the position of the first, and one past the last."""


class SpeechReader:
    """Who says what in a text; every block of sentences is read once, when one of its sentences is asked for first.

    sentences   the (start, end) of `split_sentences(text)`
    quoted      what `quoted_stretches(text)` finds
    directory   the names of the text, asked for only where somebody speaks
    small       its `small_words_of`, asked for with the first cue; else they are read here
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        quoted: Sequence[Quoted],
        directory: Callable[[], Directory],
        small: Callable[[], SmallWords] | None = None,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._quotes = QuoteMap(quoted)
        self._continuations = Continuations(text, sentences, self._quotes)
        self._find_directory = directory
        self._small = small
        self._blocks: dict[int, _Block] = {}
        self._attributions: dict[int, list[Attribution]] = {}
        self._speeches: dict[int, list[Speech]] = {}
        self._last_in: dict[int, Said | None] = {}
        """By the first sentence of a block that was read: who spoke in it last."""
        self._last_before: dict[int, Said | None] = {}
        """By the first sentence of a block: who spoke before it last, as far as it was asked for."""

    @cached_property
    def _directory(self) -> Directory:
        return self._find_directory()

    def everything(self) -> list[Speech]:
        """All statements, in the order of their content."""
        found = [speech for block in self._speaking_blocks() for speech in self._read(block)]
        turns = self._turns()
        if turns:
            # The line before a transcript, "The talk in part:", leads to what its own label gives to somebody.
            labelled = QuoteMap([Quoted(*place) for place in sorted(place for turn in turns for place in turn.content)])
            found = [
                speech
                for speech in found
                if speech.cue is not None or not any(labelled.within(*piece) for piece in speech.content)
            ]
        found = sorted(turns + found, key=_place)
        if found:
            found = sorted(found + self._continuations.left_alone(found, self._cues_of), key=_place)
        deeds = self._deeds(found) if self._quotes.stretches else []
        return sorted(found + deeds, key=_place) if deeds else found

    def _deeds(self, found: Sequence[Speech]) -> list[Speech]:
        """The quotations behind a sentence that tells what a person does."""
        added = []
        for item in self._continuations.behind_deeds(found, self._cues_of):
            assert item.source is not None  # noqa: S101
            before = [one for one in found if one.source is not None and one.source[1] <= item.source[0]]
            last = before[-1] if before else None
            meant = None
            if last is not None and last.speaker and "\n" not in self._text[last.content[-1][1] : item.source[0]]:
                # "A," Roe said. He paused. "B."
                person = " " in last.speaker and self._may_be(last.speaker)
                meant = Speaker(last.speaker, last.affiliation, last.role, last.speaker_kind, person)
            speaker = identify(item.source, self._directory, meant)
            if speaker is None or not (speaker.person or (" " in speaker.name and self._may_be(speaker.name))):
                continue
            speech = statement_of(self._text, item, speaker, self._quotes, self._starts)
            if speech is not None:
                added.append(speech)
        return added

    def _may_be(self, name: str) -> bool:
        return name in self._directory.first and may_be_person(name, self._directory)

    def _turns(self) -> list[Speech]:
        """What is said in the turns of a transcript."""
        found = []
        turns = turns_in(self._text)
        labels: dict[str, bool] = {}
        for item in turns:
            if item.source:
                label = self._text[slice(*item.source)]
                labels[label] = labels.get(label, True) and self._text.endswith("?", *item.content[-1])
        for item in turns:
            assert item.source is not None  # noqa: S101
            name = self._text[slice(*item.source)]
            # Who is labelled in full first is labelled by his last name later on.
            longer = [label for label in labels if label.endswith(f" {name}")]
            asks = labels[name] and not _PRESS.isdisjoint(name.lower().split())
            name = longer[0] if len(longer) == 1 else name
            if name in _ASKS or asks:
                # Nobody quotes a newspaper that only asks.
                continue
            if name in _ANSWERS:
                name = self._interviewed or name
            full = self._directory.fullest(name.title() if name.isupper() and len(name) > 3 else name)
            role, affiliation = self._directory.described(full)
            speaker = Speaker(full, affiliation, role, kind_of_person(role, affiliation), person=True)
            speech = statement_of(self._text, item, speaker, self._quotes, self._starts)
            if speech is not None:
                found.append(speech)
        return found

    @cached_property
    def _interviewed(self) -> str | None:
        """The only person whom the text of an interview names, or those lines that lead up to it."""
        directory = self._directory
        people = {directory.fullest(name) for name in directory.distinct if directory.is_person(name)}
        people = {name for name in people if not self._is_reporter(name)}
        if len(people) > 1 and (turns := turns_in(self._text)) and turns[0].source is not None:
            lead = directory.names_in(0, turns[0].source[0])
            people &= {directory.fullest(name.text) for name in lead}
        return people.pop() if len(people) == 1 else None

    def _is_reporter(self, name: str) -> bool:
        """Whether the text calls somebody one of those who ask."""
        role = (self._directory.described(name)[0] or "").lower().split()
        return bool(role) and role[-1] in _REPORTERS

    def of(self, number: int) -> list[Speech]:
        """The statements that stand in a sentence, wholly or in part; sentences go by number, from 1."""
        return [speech for speech in self._read(self._block(number - 1)) if number in speech.sentences]

    def _speaking_blocks(self) -> Iterable[_Block]:
        """The blocks in which somebody may speak: with a cue or a quotation."""
        offsets = [cue.start for cue in self._cues] + [stretch.start for stretch in self._quotes.stretches]
        read = -1
        for at in sorted({bisect_right(self._starts, offset) - 1 for offset in offsets}):
            if at >= read and at >= 0:
                block = self._block(at)
                yield block
                read = block[1]

    @cached_property
    def _cues(self) -> list[Phrase]:
        return cues_in(self._text, self._small() if self._small else None)

    @cached_property
    def _cues_at(self) -> list[int]:
        return [cue.start for cue in self._cues]

    def _cues_of(self, start: int, end: int) -> list[Phrase]:
        return self._cues[bisect_left(self._cues_at, start) : bisect_left(self._cues_at, end)]

    # Blocks

    def _block(self, at: int) -> _Block:
        found = self._blocks.get(at)
        if found is None:
            first, last = at, at + 1
            while first and self._tied(first):
                first -= 1
            while last < len(self._sentences) and self._tied(last):
                last += 1
            found = (first, last)
            self._blocks.update(dict.fromkeys(range(first, last), found))
        return found

    def _tied(self, at: int) -> bool:
        """Whether what is said in the sentence at this position may begin in the one before, or go on from there."""
        start, (first, end) = self._starts[at], self._sentences[at - 1]
        if not self._quotes.stretches:
            return False
        if goes_on_from_quotation(self._text, end, start):
            return True
        for stretch in self._quotes.within(end - 1, start + GAP):
            if stretch.start <= start:
                if stretch.end + 1 >= start:
                    return True
            elif not self._text[end : stretch.start].strip(_MARKS):
                return True
        return self._text[first:start].rstrip().endswith(":")

    def _before(self, block: _Block, reach: int) -> _Block | None:
        """The nearest block before this one in which somebody speaks, if it ends behind `reach`."""
        at = block[0] - 1
        while at >= 0 and self._sentences[at][1] > reach:
            block = self._block(at)
            if self._attributed(block):
                return block
            at = block[0] - 1
        return None

    # Reading

    def _attributed(self, block: _Block) -> list[Attribution]:
        """The cues of a block with what is said, the quotations that go on with it included."""
        found = self._attributions.get(block[0])
        if found is None:
            first, last = self._sentences[block[0]][0], self._sentences[block[1] - 1][1]
            cues, quoted = self._cues_of(first, last), self._quotes.within(first, last + 4)
            if not cues and not quoted:
                found = self._attributions[block[0]] = []
                return found
            found = attributions_in(self._text, self._sentences[slice(*block)], self._quotes, cues)
            if quoted:
                found = found + colons_in(self._text, self._sentences[slice(*block)], self._quotes, found)
            found = self._attributions[block[0]] = self._continuations.joined(found) if found else []
        return found

    def _read(self, block: _Block) -> list[Speech]:
        if block[0] not in self._speeches:
            for one in self._waiting(block):
                self._speeches[one[0]] = self._statements(one)
        return self._speeches[block[0]]

    def _waiting(self, block: _Block) -> list[_Block]:
        """This block behind those that are to be read before it, as "he" in it may be who speaks there last."""
        waiting, at = [block], block
        while self._leans(waiting[-1]):
            before = self._before(at, self._reach(waiting[-1]))
            if before is None or before[0] in self._last_before:
                break
            if before[0] not in self._speeches:
                if self._leans(before):
                    waiting.append(before)
                    at = before
                    continue
                self._speeches[before[0]] = self._statements(before)
            if self._last_in[before[0]] is not None:
                break
            at = before
        return waiting[::-1]

    def _leans(self, block: _Block) -> bool:
        return any(leans(self._text, item) for item in self._attributed(block))

    def _statements(self, block: _Block) -> list[Speech]:
        said: Said | None = None
        found = []
        for item in self._attributed(block):
            speaker = None
            if item.source:
                meant = referent(
                    self._text,
                    item,
                    self._directory,
                    lambda said=said: said or self._last(block),  # type: ignore[misc]
                    self._sentences,
                    self._starts,
                )
                speaker = identify(item.source, self._directory, meant)
            if item.cue is not None and not _may_expect(self._text[slice(*item.cue)], speaker):
                continue
            speech = statement_of(self._text, item, speaker, self._quotes, self._starts)
            if speech is not None:
                found.append(speech)
                said = (speaker, item.source) if speaker else said
        self._last_in[block[0]] = said
        return sorted(found, key=_place)

    def _last(self, block: _Block) -> Said | None:
        """Who spoke last before a block, as far as a word in it can mean him; the blocks in between are read."""
        reach, passed, at = self._reach(block), [block[0]], block
        said: Said | None = None
        while before := self._before(at, reach):
            if said := self._last_in[before[0]]:
                break
            if before[0] in self._last_before:
                said = self._last_before[before[0]]
                break
            passed.append(before[0])
            at = before
        self._last_before.update(dict.fromkeys(passed, said))
        return said

    def _reach(self, block: _Block) -> int:
        """Where the text begins in which somebody may stand whom "he" in a block means: a paragraph before its own."""
        nth = bisect_left(self._paragraphs, self._starts[block[0]])
        return self._paragraphs[nth - 2] if nth > 1 else -1

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [found.start() for found in _BLANK_LINE.finditer(self._text)]


def _may_expect(verb: str, speaker: Speaker | None) -> bool:
    """Whether "expects" and "sees" give an opinion to who speaks: to analysts and people, not to a company."""
    if verb in ("expect", "expects"):
        return speaker is not None and (speaker.kind == "analyst" or speaker.person)
    if verb in ("expected", "sees"):
        return speaker is not None and speaker.kind == "analyst"
    return True


def _place(speech: Speech) -> tuple[int, int]:
    return speech.content[0]
