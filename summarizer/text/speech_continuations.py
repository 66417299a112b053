"""Quotations that no verb takes and that go on with one that has a speaker, in the same paragraph or over several.

Origin of the list: the opening quotation marks of Unicode.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from summarizer.text.phrases import Phrase
from summarizer.text.quotation import Quoted, QuoteMap
from summarizer.text.speech_sources import subject_of_clause
from summarizer.text.speech_statements import Speech
from summarizer.text.speech_tokens import outside_marks, words_of
from summarizer.text.speech_units import Attribution
from summarizer.text.speech_words import DETERMINERS

GAP = 12
"""Characters of white space and quotation marks between a quotation and the one that goes on with it."""
OPENING = "“\"`'‘„«"
_SHORT_WHOLE = 3
"""Words of a sentence that somebody goes on to say without a verb of speech."""
_FEWEST_PARTLY = 6
"""Words that are quoted in a sentence of the reporter's and that who spoke right before it is taken to say."""
_LONGEST_LEAD_IN = 6
"""Words before it: "And on jobs:"."""
_LONGEST_DEED = 160
"""Characters of "Bo Lund shrugged." before his words."""


class Continuations:
    """Where quotations go on in a text.

    sentences   the (start, end) of `split_sentences(text)`
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], quotes: QuoteMap) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._quotes = quotes

    def joined(self, found: Sequence[Attribution]) -> list[Attribution]:
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
            result.append(replace(item, content=(*item.content, *pieces)) if quoted and pieces else item)
            if pieces and not quoted:
                result.append(replace(item, content=tuple(pieces)))
        return [self._with_those_before(item, held) for item in result]

    def left_alone(self, found: Sequence[Speech], cues_of: Callable[[int, int], Sequence[Phrase]]) -> list[Speech]:
        """The quotations that no words give to anybody, right behind what somebody said: he goes on.

        “A,” Roe said. On jobs: “B.” `cues_of` gives the cues of speech from one offset to another.
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
            if before is None or before.source is None or number in last or cues_of(*self._sentences[number - 1]):
                continue
            if not self._goes_on(stretch, number):
                continue
            speech = replace(
                before, content=((stretch.start, stretch.end),), cue=None, mode="direct", sentences=(number - 1, number)
            )
            last[number] = speech
            added.append(speech)
        return added

    def behind_deeds(
        self, found: Sequence[Speech], cues_of: Callable[[int, int], Sequence[Phrase]]
    ) -> list[Attribution]:
        """The quotations that stand alone behind a sentence in which nobody speaks, each with its subject.

        Bo Lund shrugged. “Nobody wants the mill.”
        """
        covered = sorted(piece for speech in found for piece in speech.content)
        starts = [start for start, _ in covered]
        spoken = {number for speech in found for number in speech.sentences}
        added = []
        for stretch in self._quotes.stretches:
            at = bisect_left(starts, stretch.end)
            number = bisect_right(self._starts, stretch.start)
            if number < 2 or (at and covered[at - 1][1] > stretch.start):
                continue
            (start, end), (low, high) = self._sentences[number - 2], self._sentences[number - 1]
            opens, closes = outside_marks(self._text, stretch)
            if opens > low or high - closes > 1 or "\n" in self._text[start:opens] or end - start > _LONGEST_DEED:
                continue
            if len(self._text[opens:closes].split()) < _SHORT_WHOLE or not _whole_sentence(self._text, stretch):
                continue
            if number - 1 in spoken or cues_of(low, high) or self._quotes.within(start, end):
                continue
            subject = subject_of_clause(words := words_of(self._text, start, end), 0, len(words))
            if subject is not None and subject[0] == 0:
                source = words[0].start, words[subject[1]].end
                added.append(Attribution(((opens, closes),), None, source))
        return added

    def _goes_on(self, stretch: Quoted, number: int) -> bool:
        """Whether a quotation can be by who spoke in the sentence before its own, the one with this number."""
        text = self._text
        start, end = self._sentences[number - 1]
        low, high = outside_marks(text, stretch)
        words = text[stretch.start : stretch.end].split()
        if "\n\n" in text[self._sentences[number - 2][0] : low]:
            return False
        lead = text[start:low].split() if low > start else []
        if not words[0][0].isupper():
            # "The engine has “had its share of trouble.”": too much to be a name, and nobody else's.
            part = len(words) >= _FEWEST_PARTLY and bool(lead) and lead[-1][-1].isalnum()
            plain = part and lead[0].lower() in DETERMINERS and all(word.islower() for word in lead[1:])
            return plain and _whole_sentence(text, stretch) and end - high <= 1
        alone = not lead or (lead[-1][-1] in ":,?" and len(lead) <= _LONGEST_LEAD_IN)
        return alone and len(words) >= _SHORT_WHOLE and _whole_sentence(text, stretch) and end - high <= 1

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
        if self._asks(item) and "\n" in self._text[at : at + GAP].lstrip(" ")[:1]:
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
        begin, limit = at, min(at + GAP, len(text))
        while begin < limit and text[begin].isspace():
            begin += 1
        opened = begin
        while opened < limit and text[opened] in OPENING:
            opened += 1
        stretch = self._quotes.holding(opened) if opened > begin else None
        if stretch is None or stretch.start < at or not _whole_sentence(text, stretch):
            return None
        if "\n" in text[at:begin]:
            behind = outside_marks(text, stretch)[1]
            if "\n" not in text[behind : behind + 2] and behind < len(text):
                return None
        return stretch


def _whole_sentence(text: str, stretch: Quoted) -> bool:
    tail = text[max(stretch.start, stretch.end - 4) : stretch.end].rstrip("'’\"” ")
    return tail[-1:] in (".", "?", "!", "…") or text[stretch.end + 1 : stretch.end + 2] == "."
