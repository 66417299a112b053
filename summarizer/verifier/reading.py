"""One sentence read for what its words are said to be: negated, softened, hearsay; each found in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.text.cached import cached_property
from summarizer.text.certainty_words import ANONYMOUS, HEARSAY, NEGATING, NOT_REALLY, SOFTENING, Softening
from summarizer.text.phrases import word_set
from summarizer.verifier.contraries import Turning
from summarizer.verifier.double_negations import double_negations
from summarizer.verifier.wording import STOP_WORDS, Word, stem

_BREAKS = frozenset(',;:—–()[]!?"“”„')
_HARD = frozenset(";:—!?")
_TURNS = word_set(
    """
    after although as because but despite except given how since so than though unless until what when
    where which while who whom whose why
    """
)
"""Words behind which a negation or a softening word no longer reaches: another clause, or one taken for granted."""

_CONTRACTED = word_set(
    "ain aren can couldn didn doesn don hadn hasn haven isn mightn mustn needn shouldn wasn weren won wouldn"
)
_UNCONTRACTED = {"ain": "is", "can": "can", "won": "will"}
_PASSED = word_set(
    "actually also already currently ever even far formally immediately initially now once publicly"
    " really so still then yet"
)
"""Adverbs that stand between a cue and the word that it bears on, beside those in "-ly"."""

ALIKE = {
    stem(word): stem(common)
    for common, *others in (
        line.split()
        for line in (
            "buy acquire purchase",
            "close shut",
            "start begin commence",
            "build construct",
            "sell divest offload",
            "complete finalize",
        )
    )
    for word in others
}
"""Verbs that newsrooms take for the same, by their stems: each with the one that stands for all."""
_RAISING = frozenset(
    stem(word)
    for word in word_set("""
        able anticipate anticipated appear begin believe consider continue decide enough expect foresee going happen
        hope intend know likely mean need plan prepared prove ready require say see seem sure think want willing wish
    """)
)
"""Verbs and adjectives through which a cue passes on to what stands behind them: "does not expect to need"."""

TELLING = frozenset(
    stem(word)
    for word in word_set("add argue assert believe claim conclude contend insist maintain note say suggest warn")
)
"""Verbs behind which others tell something, though what stands before them is negated."""
_REFUSING = word_set("declined denied denies deny disputed disputes refused refuses refuted reject rejected rejects")
_FAR = 12
"""Words that a cue reaches at most."""
_LINKS = word_set("be have of that to whether")
_JOINS = word_set("and nor or")
_NO_ADVERBS = word_set(
    """
    ally apply assembly comply costly daily early family fly friendly italy july likely monopoly monthly multiply only
    orderly quarterly rely reply supply timely unfriendly unlikely weekly yearly
    """
)
_LISTING = word_set("neither nor none")
_ASIDE = 3
"""Words between two commas that count as thrown in."""


_HELD = word_set("controlling economic equity majority minority ownership pct percent remaining royalty working")
"""Before "interest in": it is a share of something."""


class Bearing(NamedTuple):
    """A cue and what it bears on, as indexes of words."""

    first: int
    last: int
    """Index of the cue's last word."""
    text: str
    target: int
    """The word that it bears on, -1 where there is none."""
    reach: int
    """One past the last word that it may reach."""
    through: tuple[int, ...] = ()
    """What it bears on besides, through raising verbs."""
    degree: Softening | None = None


class Reading:
    """The words of a sentence, in lower case with their stems, and the cues that bear on them.

    Everything is by the index of a word; `words` has their places in the whole text.
    """

    def __init__(self, words: Sequence[Word], text: str, offset: int) -> None:
        self.words = words
        self.low = [word.low for word in words]
        self.breaks = _breaks(words, text, offset)
        """Per word: what parts it from the one before: "" for nothing, else the mark."""
        self.contracted = frozenset(
            index
            for index, low in enumerate(self.low)
            if low == "t" and index and self.low[index - 1] in _CONTRACTED and not self.breaks[index]
        )
        unsaid = {at for index in self.contracted for at in (index - 1, index)}
        self.anchors = [
            index not in unsaid and (low not in STOP_WORDS and (len(low) > 1 or low.isdigit()))
            for index, low in enumerate(self.low)
        ]
        """Per word: whether it can be found again by itself."""
        self.negations: list[Bearing] = []
        self.softenings: list[Bearing] = []
        self.hearsay: list[Bearing] = []
        self.anonymous: list[int] = []
        self._empty = double_negations(text)
        self._offset = offset
        self._read()

    @cached_property
    def keys(self) -> dict[str, list[int]]:
        """Where each stem stands, of the words that can be found again."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            if self.anchors[index]:
                found.setdefault(ALIKE.get(word.stem, word.stem), []).append(index)
        return found

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands, of all words."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word.stem, []).append(index)
        return found

    def without(self, first: int, last: int, cue: Bearing | None = None) -> list[str]:
        """The words from `first` up to `last`, but for those of the cue; what is left of a contraction stays."""
        if cue is None:
            return self.low[first:last]
        kept = []
        if cue.last in self.contracted:
            low = self.low[cue.first]
            kept = [_UNCONTRACTED.get(low, low[:-1])]
        return [*self.low[first : cue.first], *kept, *self.low[cue.last + 1 : last]]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All its words in lower case."""
        return frozenset(self.low)

    @cached_property
    def turning(self) -> Turning:
        """What it has that words of another sentence may be the contrary of."""
        return Turning(self.words, self.vocabulary)

    @property
    def negative(self) -> bool:
        """Whether its main verb refuses or denies; what stands in another clause behind "which" or "that" does not."""
        for low in self.low:
            if low in _TURNS or low == "that":
                return False
            if low in _REFUSING:
                return True
        return False

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from `first` to `last` stand."""
        return self.words[first].start, self.words[last].end

    def _read(self) -> None:
        low, free, count = self.low, 0, len(self.low)
        contracted = self.contracted
        for at in [at for at, form in enumerate(low) if form in _BY_FIRST or at in contracted]:
            if at < free:
                continue
            if at in contracted:
                if not self.comes_to_nothing(at):
                    self.negations.append(self._bearing(at - 1, at, "not"))
                continue
            for rest, kinds, phrase in _BY_FIRST[low[at]]:
                end = at + len(rest)
                if end < count and tuple(low[at + 1 : end + 1]) == rest and not any(self.breaks[at + 1 : end + 1]):
                    free = at + self._take(at, end, kinds, phrase)
                    break

    def _take(self, at: int, end: int, kinds: str, phrase: str) -> int:
        if kinds == "passed":
            return end - at + 1
        if phrase == "interest in" and at and (self.low[at - 1] in _HELD or self.low[at - 1][:1].isdigit()):
            # "a 20% interest in the project" is owned, not felt.
            return end - at + 1
        word = self.words[at].text
        if (
            "negates" in kinds
            and not (word == "No" and end + 1 < len(self.low) and self.low[end + 1].isdigit())
            and not self.comes_to_nothing(at)
        ):
            self.negations.append(self._bearing(at, end, phrase))
        if "softens" in kinds and word != "May" and at + 1 not in self.contracted:
            self.softenings.append(self._bearing(at, end, phrase, SOFTENING[phrase]))
        if "hearsay" in kinds:
            self.hearsay.append(self._bearing(at, end, phrase))
        if "anonymous" in kinds:
            self.anonymous.append(at)
        return end - at + 1

    def comes_to_nothing(self, at: int) -> bool:
        """Whether the word belongs to a phrase that negates twice."""
        return any(start <= self.words[at].start - self._offset < end for start, end in self._empty)

    def _bearing(self, first: int, last: int, phrase: str, degree: Softening | None = None) -> Bearing:
        target, through, at, count = -1, [], last + 1, len(self.low)
        limit = min(count, last + 1 + _FAR)
        linked, crossed = False, -1
        while at < limit:
            if self.breaks[at] and at != crossed:
                crossed = self._behind_aside(at)
                if crossed < 0:
                    break
                at = crossed
                continue
            low = self.low[at]
            if (low in _TURNS and at > last + 1) or (low in _JOINS and target >= 0 and not linked):
                break
            named = phrase in _LISTING and self.words[at].text[0].isupper()
            if not self.anchors[at] or low in _PASSED or (low.endswith("ly") and low not in _NO_ADVERBS):
                linked = linked or low in _LINKS
            elif target >= 0 and not linked and self.words[at].stem in TELLING:
                # "who do not see it argue that": what is told is not negated.
                limit = at
                break
            elif target < 0 or linked:
                if target < 0:
                    target = at
                else:
                    through.append(at)
                linked = named
                if self.words[at].stem not in _RAISING and not named:
                    at += 1
                    break
            at += 1
        while at < limit and (not self.breaks[at] or at == crossed) and self.low[at] not in _TURNS:
            at += 1
        return Bearing(first, last, phrase, target, at, tuple(through), degree)

    def _behind_aside(self, at: int) -> int:
        """The word behind something thrown in between two commas that begins at `at`, -1 where none is."""
        if self.breaks[at] == ",":
            for later in range(at + 1, min(len(self.low), at + _ASIDE + 1)):
                if self.breaks[later]:
                    return later if self.breaks[later] == "," else -1
        return -1


def _breaks(words: Sequence[Word], text: str, offset: int) -> list[str]:
    found = [""] * len(words)
    for index in range(1, len(words)):
        gap = words[index].start - words[index - 1].end
        if gap == 1:
            mark = text[words[index].start - 1 - offset]
            if mark in _BREAKS:
                found[index] = mark
        elif gap:
            between = text[words[index - 1].end - offset : words[index].start - offset]
            for mark in between:
                if mark in _BREAKS:
                    found[index] = mark
                    if mark in _HARD:
                        break
    return found


def _table() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    kinds: dict[str, str] = {}
    for phrases, kind in (
        (SOFTENING, "softens"),
        (HEARSAY, "hearsay"),
        (NEGATING, "negates"),
        (ANONYMOUS, "anonymous"),
    ):
        for phrase in phrases:
            kinds[phrase] = f"{kinds.get(phrase, '')} {kind}"
    for phrase in NOT_REALLY:
        kinds[phrase] = "passed"
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, kind in kinds.items():
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), kind, phrase))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_BY_FIRST = _table()
