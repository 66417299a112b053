"""The speech of a text, read where it is asked for: a sentence with those that its quotations tie it to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from summarizer.text.directory import Directory
from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase
from summarizer.text.quotation import Quoted, QuoteMap
from summarizer.text.speakers import Speaker, identify, kind_of_person
from summarizer.text.speech_content import attributions_in
from summarizer.text.speech_cues import cues_in
from summarizer.text.speech_references import Said, leans, referent, with_subject_company
from summarizer.text.speech_statements import Speech, statement_of
from summarizer.text.speech_tokens import outside_marks
from summarizer.text.speech_turns import colons_in, turns_in
from summarizer.text.speech_units import Attribution, goes_on_from_quotation

_GAP = 12
"""Characters of white space and quotation marks between a quotation and the one that goes on with it."""
_OPENING = "“\"`'‘„«"
_MARKS = " \t\r\n" + _OPENING
"""What may stand there."""

_SHORT_WHOLE = 3
"""Words of a sentence that somebody goes on to say without a verb of speech."""
_LONGEST_LEAD_IN = 6
"""Words before it: "And on jobs:"."""
_BLANK_LINE = pattern(r"\n\n")

_Block = tuple[int, int]
"""Sentences that quotations tie together: the position of the first, and one past the last."""


class SpeechReader:
    """Who says what in a text; every block of sentences is read once, when one of its sentences is asked for first.

    sentences   the (start, end) of `split_sentences(text)`
    quoted      what `quoted_stretches(text)` finds
    directory   the names of the text, asked for only where somebody speaks
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        quoted: Sequence[Quoted],
        directory: Callable[[], Directory],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._quotes = QuoteMap(quoted)
        self._find_directory = directory
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
            labelled = {place for turn in turns for place in turn.content}
            found = [
                speech
                for speech in found
                if speech.cue is not None
                or not any(low <= start < high for start, _ in speech.content for low, high in labelled)
            ]
        found = sorted(turns + found, key=_place)
        return sorted(found + self._left_alone(found), key=_place) if found else found

    def _left_alone(self, found: Sequence[Speech]) -> list[Speech]:
        """The quotations that no words give to anybody, right behind what somebody said: he goes on.

        “A,” Roe said. On jobs: “B.”
        """
        covered = sorted(piece for speech in found for piece in speech.content)
        starts = [start for start, _ in covered]
        last: dict[int, Speech] = {speech.sentences[-1]: speech for speech in found if speech.mode != "no_comment"}
        added = []
        for stretch in self._quotes.stretches:
            at = bisect_left(starts, stretch.end)
            if at and covered[at - 1][1] > stretch.start:
                continue
            number = bisect_right(self._starts, stretch.start)
            before = last.get(number - 1)
            if before is None or before.source is None or number in last or not self._goes_on(stretch, number):
                continue
            speech = replace(
                before, content=((stretch.start, stretch.end),), cue=None, mode="direct", sentences=(number - 1, number)
            )
            last[number] = speech
            added.append(speech)
        return added

    def _goes_on(self, stretch: Quoted, number: int) -> bool:
        """Whether a quotation can be by who spoke in the sentence before its own, the one with this number."""
        text = self._text
        start, end = self._sentences[number - 1]
        low, high = outside_marks(text, stretch)
        words = text[stretch.start : stretch.end].split()
        if "\n\n" in text[self._sentences[number - 2][0] : low] or self._cues_of(start, end):
            return False
        if not words[0][0].isupper():
            return False
        lead = text[start:low].split() if low > start else []
        alone = not lead or (lead[-1][-1] in ":,?" and len(lead) <= _LONGEST_LEAD_IN)
        return alone and len(words) >= _SHORT_WHOLE and _whole_sentence(text, stretch) and end - high <= 1

    def _turns(self) -> list[Speech]:
        """What is said in the turns of a transcript."""
        found = []
        for item in turns_in(self._text):
            assert item.source is not None  # noqa: S101
            name = self._text[slice(*item.source)]
            full = self._directory.fullest(name.title() if name.isupper() and len(name) > 3 else name)
            role, affiliation = self._directory.described(full)
            speaker = Speaker(full, affiliation, role, kind_of_person(role, affiliation), person=True)
            speech = statement_of(self._text, item, speaker, self._quotes, self._starts)
            if speech is not None:
                found.append(speech)
        return found

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
        return cues_in(self._text)

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
        for stretch in self._quotes.within(end - 1, start + _GAP):
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
            found = self._attributions[block[0]] = self._with_continuations(found) if found else []
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
            if speaker and not speaker.affiliation and speaker.person and speaker.kind == "executive":
                speaker = with_subject_company(speaker, item, self._directory)
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

    def _with_continuations(self, found: Sequence[Attribution]) -> list[Attribution]:
        """Each quotation with the quoted sentences and paragraphs around it that have no speaker of their own.

        Those behind an indirect statement are a statement of their own.
        """
        quotes = self._quotes
        held = {stretch.start for item in found for piece in item.content for stretch in quotes.within(*piece)}
        result = []
        for number, item in enumerate(found):
            following = found[number + 1] if number + 1 < len(found) else None
            quoted = any(quotes.within(*piece) for piece in item.content)
            pieces = (
                [] if item.no_comment or not (quoted or self._ends_sentence(item, following)) else self._behind(item)
            )
            pieces = pieces[: next((at for at, piece in enumerate(pieces) if piece[0] in held), len(pieces))]
            held.update(start for start, _ in pieces)
            result.append(replace(item, content=(*item.content, *pieces)) if quoted else item)
            if pieces and not quoted:
                result.append(replace(item, content=tuple(pieces)))
        return [self._with_those_before(item, held) for item in result]

    def _end_of(self, item: Attribution) -> int:
        """The end of the sentence in which the words of an attribution end."""
        reach = max([end for _, end in item.content] + [span[1] for span in (item.source, item.cue) if span])
        number = bisect_right(self._starts, reach - 1)
        return max(self._sentences[number - 1][1] if number else reach, reach)

    def _ends_sentence(self, item: Attribution, following: Attribution | None) -> bool:
        """Whether a verb of speech gives words to somebody in a sentence, and no other one does behind it."""
        if item.cue is None or item.source is None:
            return False
        if following is None:
            return True
        starts = [following.content[0][0], *(span[0] for span in (following.cue,) if span)]
        return min(starts) >= self._end_of(item)

    def _behind(self, item: Attribution) -> list[tuple[int, int]]:
        """The quotations that go on behind the sentence of an attribution."""
        pieces = []
        at = self._end_of(item)
        if self._asks(item) and "\n" in self._text[at : at + _GAP].lstrip(" ")[:1]:
            # The next paragraph is the answer, and somebody else's.
            return []
        while (stretch := self._next_quotation(at)) is not None:
            pieces.append((stretch.start, stretch.end))
            at = outside_marks(self._text, stretch)[1]
        return pieces

    def _asks(self, item: Attribution) -> bool:
        """Whether a question is what is said."""
        held = self._quotes.within(*item.content[-1])
        return bool(held) and self._text[held[-1].end - 1] == "?"

    def _with_those_before(self, item: Attribution, held: set[int]) -> Attribution:
        """A quotation that opens a paragraph, with the paragraphs before it that are nothing but a quotation."""
        quotes, text = self._quotes, self._text
        first = quotes.within(*item.content[0])
        begin = outside_marks(text, first[0])[0] if first else 0
        if item.no_comment or not first or begin > item.content[0][0]:
            return item
        pieces: list[tuple[int, int]] = []
        while begin and (before := self._previous_quotation(begin)) is not None and before.start not in held:
            held.add(before.start)
            pieces.insert(0, (before.start, before.end))
            begin = outside_marks(text, before)[0]
        return replace(item, content=(*pieces, *item.content)) if pieces else item

    def _previous_quotation(self, begin: int) -> Quoted | None:
        """The quotation of whole sentences that fills the paragraph before the one that opens at `begin`."""
        text = self._text
        end = begin
        while end and text[end - 1].isspace():
            end -= 1
        if "\n" not in text[end:begin]:
            return None
        stretch = self._quotes.holding(end - 1) if end else None
        if stretch is None or not _whole_sentence(text, stretch) or outside_marks(text, stretch)[1] < end:
            return None
        low = outside_marks(text, stretch)[0]
        return stretch if low == 0 or text[max(0, low - 8) : low].rstrip(" \t\r")[-1:] == "\n" else None

    def _next_quotation(self, at: int) -> Quoted | None:
        """The quotation of whole sentences that begins behind `at`; in a new paragraph only one that fills it."""
        text = self._text
        begin, limit = at, min(at + _GAP, len(text))
        while begin < limit and text[begin].isspace():
            begin += 1
        opened = begin
        while opened < limit and text[opened] in _OPENING:
            opened += 1
        stretch = self._quotes.holding(opened) if opened > begin else None
        if stretch is None or stretch.start < at or not _whole_sentence(text, stretch):
            return None
        if "\n" in text[at:begin]:
            behind = outside_marks(text, stretch)[1]
            if "\n" not in text[behind : behind + 2] and behind < len(text):
                return None
        return stretch


def _may_expect(verb: str, speaker: Speaker | None) -> bool:
    """Whether "expects" and "sees" give an opinion to who speaks: to analysts and people, not to a company."""
    if verb in ("expect", "expects"):
        return speaker is not None and (speaker.kind == "analyst" or speaker.person)
    if verb in ("expected", "sees"):
        return speaker is not None and speaker.kind == "analyst"
    return True


def _whole_sentence(text: str, stretch: Quoted) -> bool:
    tail = text[max(stretch.start, stretch.end - 4) : stretch.end].rstrip("'’\"” ")
    return tail[-1:] in (".", "?", "!", "…") or text[stretch.end + 1 : stretch.end + 2] == "."


def _place(speech: Speech) -> tuple[int, int]:
    return speech.content[0]
