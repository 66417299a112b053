"""One sentence as its polarity is read: its words, what negates, softens or directs them, and on what that bears."""

from __future__ import annotations

from functools import lru_cache

from summarizer.text import modality
from summarizer.text.cached import cached_property
from summarizer.text.modality import Cue
from summarizer.text.phrases import letters_of, word_set
from summarizer.verifier.double_negations import double_negations
from summarizer.verifier.reading import TELLING, Reading
from summarizer.verifier.told_acts import Act, read_acts
from summarizer.verifier.wording import Word, content, stem, words

_REACH = 20
"""Words that a negation may reach over in its clause."""

_SOMEBODY = 3
"""Words between a negation and a verb of saying from which the verb is another clause's."""

# What a statement may soften with instead of the source's own hedge.
_SOFT = frozenset(
    stem(word)
    for word in word_set("""
        according allege apparent appear bid consider could discuss estimate expect explore eye forecast goal hope
        intend likely look may might mull negotiate offer perhaps plan possibly potential predict prepare project
        propose prospect reportedly rumor rumour saw see seek seem seen should suggest talk target try view want weigh
        would
    """)
)

# Words that negate without being in a list of negations.
NEGATIVE = frozenset(
    stem(word)
    for word in word_set("""
        absent against avert avoid bar block cancel decline deny despite dispute doubt doubtful drop end exclude fail
        halt hardly
        instead lack little miss neither never no nobody none nor not nothing oppose prevent refuse reject rule
        sceptical scepticism scrap skeptical stop terminate unable
        undisclosed unknown unspecified unlikely withdraw without
    """)
)
_NEGATIVE_PREFIXES = ("un", "non", "dis")
_NO_PREFIX = word_set("""
    disclose disclosed disclosing discount discounts discover discovered discuss discussed discussing discussion
    discussions dispatch display distance distribute distributed distribution distributor district under undergo
    underlying understand understanding understood undertake undertaking underwrite underwriter unified union unions
    unique unit unite united units unity universal universe university until unveil unveiled unveils
""")
"""Words that begin like a negative prefix and negate nothing."""
_NOT_REALLY = (
    "no doubt",
    "no less",
    "no question",
    "no secret",
    "no surprise",
    "no wonder",
    "not just",
    "not least",
    "not merely",
    "not necessarily",
    "not only",
    "nothing but",
)


def negates_by_prefix(low: str) -> bool:
    """Whether a word in lower case begins with a prefix that negates."""
    return low.startswith(_NEGATIVE_PREFIXES) and low not in _NO_PREFIX


class Clause:
    """A statement, or one sentence of the article, as its polarity is read; places are those of the whole text."""

    def __init__(self, text: str, offset: int = 0) -> None:
        self.text = text
        self.offset = offset

    @cached_property
    def words(self) -> list[Word]:
        """All its words."""
        return words(self.text, self.offset)

    @cached_property
    def reading(self) -> Reading:
        """What its words are said to be: negated, softened, hearsay."""
        return Reading(self.words, self.text, self.offset)

    @cached_property
    def acts(self) -> list[Act]:
        """What it says is done or not done, by its meaning."""
        return read_acts(self.reading)

    @cached_property
    def content(self) -> list[Word]:
        """Its content words."""
        return content(self.words)

    @cached_property
    def negations(self) -> list[Cue]:
        """What negates in it, set phrases that do not really negate left out."""
        return [
            self._moved(cue)
            for cue in modality.negations(self.text)
            if not self.text[cue.start : cue.start + 16].lower().startswith(_NOT_REALLY)
            and not any(start <= cue.end and cue.start < end for start, end in double_negations(self.text))
        ]

    @cached_property
    def hedges(self) -> list[Cue]:
        """What softens it, amounts left aside."""
        return [self._moved(cue) for cue in modality.hedges(self.text) if cue.sense != "about"]

    @cached_property
    def directions(self) -> list[Cue]:
        """What says up or down in it."""
        return [self._moved(cue) for cue in modality.directions(self.text)]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(word.stem for word in self.content)

    @cached_property
    def negative(self) -> bool:
        """Whether anything in it may negate, prefixes included."""
        return self.negative_beside("")

    def negative_beside(self, stem: str) -> bool:
        """Whether anything but words of this stem may negate in it."""
        return bool(self.negations) or any(
            word.stem in NEGATIVE or negates_by_prefix(word.low) for word in self.words if word.stem != stem
        )

    @cached_property
    def soft(self) -> bool:
        """Whether anything in it softens."""
        return not _SOFT.isdisjoint(map(stem, letters_of(self.text))) or bool(self.hedges)

    @staticmethod
    @lru_cache(maxsize=128)
    def of(text: str) -> Clause:
        """A short text, such as a statement, as a clause of its own."""
        return Clause(text)

    def _moved(self, cue: Cue) -> Cue:
        return cue if not self.offset else Cue(cue.start + self.offset, cue.end + self.offset, cue.text, cue.sense)

    def scope(self, cue: Cue) -> list[Word]:
        """The words behind a negation as far as it may reach: to the next pause or contrast, twenty words at most."""
        found: list[Word] = []
        at = cue.end
        for word in [word for word in self.words if word.start >= cue.end][:_REACH]:
            if any(mark in self.text[at - self.offset : word.start - self.offset] for mark in ",;:—.!?"):
                break
            if word.low in ("although", "and", "but", "though", "while") or (found and word.low == "because"):
                break
            if len(found) >= _SOMEBODY and word.stem in TELLING and cue.sense == "not":
                # "those who do not see a need say that": what they say is not negated
                break
            at = word.end
            found.append(word)
        return found
