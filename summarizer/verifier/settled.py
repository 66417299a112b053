"""Whether one sentence of the article settles a statement: the statement follows it, and keeps what governs it there.

The other checks look for what is wrong. A statement in which none finds anything may still say more than its sentence
does: one that cuts off "refused to say that" or "in Asia", that joins the subject of one clause with the verb of
another, or brings a word of its own. Here the burden is turned round. Each word must be one of a single cited sentence,
in its order, or be known to stand for words there (`reworded`); whatever is left out must be known to take nothing away
(`left_out`); and the words of somebody must be given to him. What cannot be followed so is not proven, however right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech import Speech
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.followed import follow
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.left_out import (
    EMPTY,
    begins_there,
    ends_there,
    goes_on_that,
    is_attribution,
    pause_before,
    restricting,
)
from summarizer.verifier.names import same
from summarizer.verifier.notes import find
from summarizer.verifier.reworded import ADDED, BE, Rewording
from summarizer.verifier.said import Said
from summarizer.verifier.stand_ins import is_stand_in, means_by_noun, means_only
from summarizer.verifier.wording import STOP_WORDS, stem

_SENTENCES = 8
"""Cited sentences that are tried."""
_OPENING = 4
"""Words with which the sentence opens that a name and a small verb may stand for."""
_ALL = word_set("""
    all any best biggest each every fastest first highest largest least lowest most nobody none oldest only record
    second slowest smallest steepest strongest third weakest worst
""")
"""Words that hold of all, or of one among many: of which, must be told."""
_SAID_BEHIND = pattern(
    r",?[”\"’]?,?\s(?P<source>according\sto\b"
    r"|(?!(?:after|although|and|as|because|but|than|that|to|when|where|which|while|who)\b)[^,;:.”\"]{2,80}?"
    r"\s(?:said|says|showed|shows|reported|reports|announced)"
    r"(?=[,.]|\s(?:at|by|during|early|earlier|in|last|late|on|this|today|yesterday)\b))"
)
"""Who says it, behind what is said."""
_ASIDE = pattern(r",\s(?:which|who)\b[^,;]*,")
_WITH = pattern(r"[\s“\"]*with\b", re.IGNORECASE)
"""What is told on a condition, perhaps: "With approval from the regulator, Tarn said"."""
_DENIAL = pattern(
    r"\b(?:baseless|den(?:y|ie[ds]|ying)|dismiss\w*|disput\w*|false|nonsense|not\s(?:so|true)|reject\w*|scoff\w*|untrue"
    r"|wrong)\b",
    re.IGNORECASE,
)
_UNASSERTING = frozenset(
    stem(word) for word in word_set("asked decline deny doubt dismiss dispute question refuse reject threaten wonder")
)
"""Stems of verbs whose subject does not assert what he speaks of."""


def check_settled(
    path: str, said: Said, cited: Cited, *, attributed: bool = False, denied: bool = False
) -> Iterator[Finding]:
    """The finding that no single cited sentence settles the statement, if none does.

    `attributed`: the record says beside it whose statement it is, so that "he said that" may be left out; `denied`: it
    calls the statement denied, so that "he denied that" may.
    """
    best: tuple[int, str, Place] | None = None
    for number in cited.numbers[:_SENTENCES]:
        for part in (None, *(_reported(number, cited.index, denied=denied) if attributed else ())):
            reading = _Beside(said, number, cited.index, attributed=attributed, denied=denied, part=part)
            fault = reading.fault()
            if fault is None:
                return
            if best is None or reading.shared > best[0]:
                best = reading.shared, *fault
    if best is not None:
        _, why, place = best
        yield find(Code.STATEMENT_UNPROVEN, path, why, said=said.text, article=cited.index.article, place=place)


def _reported(number: int, index: Index, *, denied: bool) -> Iterator[Place]:
    """What of a sentence somebody asserts there, to the end of the sentence where he is named before it, with nothing
    before that which could take it back: "In Oslo, a Tarn spokesman said *it was studying the offer*"; to the end of
    the quotation where he is named behind it: "“*We are studying it*,” said Tarn's chairman"."""
    sentence = index.sentences[number - 1]
    words = index.words(number)
    contents = [low for speech in index.speeches_in((number,)) for low, _ in speech.content]
    for speech in index.speeches_in((number,)):
        if speech.source is None or speech.cue is None or not speech.content or not _asserts(speech, index, denied):
            continue
        (low, high), source = speech.content[0], speech.source[0]
        if speech.mode == "direct" and len(speech.content) == 1 and low - sentence.start <= 1 and high <= source:
            yield low, high
        if not sentence.start <= source < speech.cue[0] < low < sentence.end:
            continue
        lead = _ASIDE.sub(",", index.text[sentence.start : low])
        if any(sentence.start <= other < low for other in contents) or restricting(lead) or _WITH.match(lead):
            continue
        first = next((at for at, word in enumerate(words) if word.start >= source), None)
        if first is not None and begins_there(words, first, number, index, measures=False):
            yield low, sentence.end


def _asserts(speech: Speech, index: Index, denied: bool) -> bool:
    """Whether the speaker asserts what he speaks of, or denies it where the record says so."""
    cue = index.text[slice(*speech.cue)].lower().split() if speech.cue else ()
    return speech.mode != "no_comment" and (denied or not any(stem(word) in _UNASSERTING for word in cue))


class _Beside:
    """A statement beside one sentence, or a part of it."""

    def __init__(
        self, said: Said, number: int, index: Index, *, attributed: bool, denied: bool, part: Place | None = None
    ) -> None:
        self.start = part[0] if part else None
        self.theirs = [word for word in index.words(number) if not part or part[0] <= word.start < part[1]]
        self.rewording = Rewording(said, number, index, self.theirs, attributed=attributed, denied=denied)
        self.said = said
        self.number = number
        self.index = index
        self.attributed = attributed
        self.denied = denied
        self.mine = said.clause.words
        self.shared = 0
        """Words that both have in one order."""

    def fault(self) -> tuple[str, Place] | None:
        """What keeps the sentence from settling the statement, and where; None where it does."""
        sentence = self.index.sentences[self.number - 1]
        whole = sentence.start, sentence.end
        followed = follow(self.mine, self.theirs)
        if followed is None:
            return "The cited sentence does not say it in these words.", whole
        pairs = followed.pairs
        self.shared = len(pairs)
        (first, begin), (last, end) = pairs[0], pairs[-1]
        for mine, theirs in followed.steps():
            if not self.rewording.agrees(mine, theirs):
                return self._differs(*theirs)
        if sentence.text.rstrip(' ”"’').endswith("?") and "?" not in self.said.text:
            return "The article only asks it.", whole
        aside = self._is_aside(pairs)
        if first and not self._opens(first, begin):
            return self._differs(max(0, begin - 1), begin)
        if not first and not aside and not self._begins(begin):
            return self._cut(0, begin)
        if last + 1 < len(self.mine):
            behind = self._behind_date(end + 1)
            if not self.rewording.agrees((last + 1, len(self.mine)), (end + 1, behind)) and not (
                behind == end + 1 and self.rewording.is_holder((last + 1, len(self.mine)), behind, behind)
            ):
                return self._differs(end, end + 1)
            end = behind - 1
        apart = aside and end + 1 < len(self.theirs) and pause_before(self.theirs, end + 1, self.index)
        if not apart and not ends_there(self.theirs, end + 1, self.number, self.index, measures=self._measures):
            return self._cut(end + 1, len(self.theirs))
        source = None if aside or self.attributed else self._told_by(begin, end)
        if source is not None:
            told = quoted(self.index.text[slice(*source)])
            return f"The article has this from somebody, the record from nobody: {told}.", source
        return None

    @property
    def _measures(self) -> bool:
        """Whether it makes a difference of what part of a thing the statement tells."""
        clause = self.said.clause
        if any(map(str.isdigit, self.said.text)):
            return True
        return bool(clause.directions or clause.negations or self.said.amounts) or any(
            word.low in _ALL and self.said.text[word.end : word.end + 1] != "-" for word in clause.words
        )

    def _is_aside(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether the statement is what the sentence says beside a name: "Tarn, which …", "Tarn, a maker of …"."""
        begin = self.theirs[pairs[0][1]].start
        name = next((one for one in self.index.names_of(self.number) if one.start == begin), None)
        behind = next((at for at, word in enumerate(self.theirs) if name and word.start >= name.end), None)
        if behind is None or not pause_before(self.theirs, behind, self.index):
            return False
        kept = {there for _, there in pairs}
        leads = next((at for at in range(behind, len(self.theirs)) if at in kept), behind)
        if leads > behind and self.theirs[leads - 1].low in ("that", "which", "who"):
            return True
        opens = self.theirs[behind].low in ("a", "an", "the") and behind + 1 in kept
        return opens and any(word.low in BE for word in self.mine[1:6])

    def _opens(self, first: int, begin: int) -> bool:
        """Whether the words with which the statement begins, up to its word `first`, stand for those that the sentence
        has right before its word `begin`."""
        added = [word for word in self.mine[:first] if word.low not in ADDED]
        if not added:
            return self._begins(begin)
        if any(
            self.rewording.in_two((0, first), (begin - back, begin)) and self._begins(begin - back)
            for back in range(2, min(_OPENING, begin) + 1)
        ):
            return True
        if any(
            self.rewording.names_both(added, self.theirs[begin - back : begin]) and self._begins(begin - back)
            for back in range(2, min(_OPENING, begin) + 1)
        ):
            return True
        bare = begin - 1 if begin and self.theirs[begin - 1].low == "the" else begin
        if self.rewording.is_holder((0, first), begin, begin) and self._begins(bare):
            return True
        name = self.rewording.name_of(added)
        if name is None:
            return False
        if any(
            same(name.text, other.text, self.index) and other.start <= self.theirs[begin].start < other.end
            for other in self.index.names_of(self.number)
        ) or self.rewording.is_owner(added, first, begin):
            return self._begins(begin)
        if name.end > self.mine[first].start and means_by_noun(
            name.text, self.theirs[max(0, begin - 1) : begin + 1], self.index
        ):
            return self._begins(begin - 1)
        for back in range(1, min(3, begin) + 1):
            stand_in = self.theirs[begin - back : begin]
            if back == 1 and stand_in[0].low in ("which", "who"):
                return self._is_antecedent(name.text, begin - 1)
            if (is_stand_in(stand_in) and means_only(name.text, stand_in, self.number, self.index)) or means_by_noun(
                name.text, stand_in, self.index
            ):
                return self._begins(begin - back)
        return False

    def _is_antecedent(self, name: str, at: int) -> bool:
        """Whether the name stands right before a relative pronoun and the comma before that."""
        before = self.theirs[at - 1]
        return pause_before(self.theirs, at, self.index) and any(
            other.start <= before.start < other.end and same(name, other.text, self.index)
            for other in self.index.names_of(self.number)
        )

    def _begins(self, begin: int) -> bool:
        """Whether nothing that governs or restricts it stands before word `begin` of the sentence."""
        if begins_there(self.theirs, begin, self.number, self.index, measures=self._measures, start=self.start):
            return True
        start = self.theirs[begin].start
        lead = self.index.text[self.start or self.index.sentences[self.number - 1].start : start]
        if self.denied and _DENIAL.search(lead):
            return True
        return self.attributed and (is_attribution(lead) or self._begins_speech(begin))

    def _begins_speech(self, begin: int) -> bool:
        """Whether with this word begins what somebody asserts, or another clause of it."""
        start = self.theirs[begin].start
        for speech in self.index.speeches_in((self.number,)):
            if not _asserts(speech, self.index, self.denied):
                continue
            for low, high in speech.content:
                if low <= start < high and (
                    goes_on_that(self.index.text[low:start])
                    or all(word.start < low or word.low in EMPTY for word in self.theirs[:begin])
                ):
                    return True
        return False

    def _behind_date(self, at: int) -> int:
        """The word behind the date with which the sentence goes on at word `at`; `at` itself where there is none."""
        dates = self.index.dates(self.number)
        end = at + (at < len(self.theirs) and self.theirs[at].low in STOP_WORDS)
        while end < len(self.theirs) and any(date.start <= self.theirs[end].start < date.end for date in dates):
            end += 1
        dated = end > at and any(date.start <= self.theirs[end - 1].start < date.end for date in dates)
        return end if dated else at

    def _told_by(self, begin: int, end: int) -> Place | None:
        """Who says the words from `begin` to `end` of the sentence, where these leave out who does."""
        start, stop = self.theirs[begin].start, self.theirs[end].end
        for speech in self.index.speeches_in((self.number,)):
            if speech.mode == "no_comment" or not speech.source or start <= speech.source[0] < stop:
                continue
            if speech.cue and start <= speech.cue[0] < stop:
                continue
            if any(low <= start < high for low, high in speech.content) and any(
                low < stop <= high for low, high in speech.content
            ):
                return speech.source
        behind = _SAID_BEHIND.match(self.index.text, stop, self.index.sentences[self.number - 1].end)
        if behind is not None:
            return behind.span("source")
        marked = self.index.quoted_in((start, stop))
        return (start, stop) if any(one.start <= start and stop <= one.end for one in marked) else None

    def _differs(self, first: int, last: int) -> tuple[str, Place]:
        place = self._place(first, last)
        return f"The article has it in other words: {quoted(self.index.text[slice(*place)])}.", place

    def _cut(self, first: int, last: int) -> tuple[str, Place]:
        place = self._place(first, last)
        return f"The record leaves out what may change it: {quoted(self.index.text[slice(*place)])}.", place

    def _place(self, first: int, last: int) -> Place:
        words = self.theirs[first:last] or self.theirs[max(0, first - 1) : first + 1] or self.theirs
        return words[0].start, words[-1].end
