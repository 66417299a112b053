"""Whether a statement says no more with words of its own than its sentence does with those in their place.

No more say: small words; the name for "it" or "the company" that can mean nobody else, another form of the name, whose
something is ("Tarn's profit" for "profit"); another form of an amount or a date, which checks of their own compare;
another word that goes the same way ("climbed" for "rose"); and of what somebody says "will" for the "would" in which
it is reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.index import Index, Placed
from summarizer.verifier.left_out import EMPTY, may_go, outside_brackets
from summarizer.verifier.names import same
from summarizer.verifier.said import Said
from summarizer.verifier.stand_ins import is_stand_in, means_by_noun, means_only
from summarizer.verifier.wording import STOP_WORDS, Word

ADDED = word_set("a also an and are as be been had has have he her his is it its s she that the their they was were")
"""Small words that add nothing where a statement has them more than its sentence."""
BE = word_set("am are be been is was were")
_HAVE = word_set("had has have")
_CONTRACTED = word_set("ll m re ve")
OWNED = word_set("profit profits revenue revenues sales share shareholders shares stock")
"""What stands behind a company's name without an "'s" and is its own."""
_SAYS = word_set("announced said says")
_SAID_IT = pattern(
    r"(?:also\s|has\s|had\s|have\s|today\s)*(?:acknowledged|added|admitted|announced|argued|claimed|conceded"
    r"|confirmed|disclosed|explained|insisted|maintained|noted|promised|reported|said|says|wrote)"
    r"(?:\s(?:also|late|early|today|yesterday|separately|on|in|at|to)\b[^,;:“”]{0,40}?)??(?:\sthat)?"
    r"(?:\s(?:it|he|she|they)(?:[’'](?:d|s))?)?(?:\s(?:has|had|have))?"
)
"""What may stand between a speaker and what he says that he does."""
_LEADS_UP = word_set("by go goes going gone went")
"""Words beside one that says which way: "went up by"."""
_NEGATES = word_set("any did do does didn doesn don hadn hasn haven isn never no not t wasn weren")
"""What a record need not repeat that calls its statement denied."""


class Rewording:
    """A statement and one sentence, for comparing stretches of both."""

    def __init__(self, said: Said, number: int, index: Index, *, attributed: bool, denied: bool) -> None:
        self.said = said
        self.number = number
        self.index = index
        self.attributed = attributed
        """Whether the record says beside the statement whose it is."""
        self.denied = denied
        self.mine = said.clause.words
        self.theirs = index.words(number)

    def agrees(self, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether these words of the statement say no more than those of the sentence, and those may be left out or are
        said by these. Both are half-open ranges of word indexes."""
        said = self.mine[slice(*mine)]
        told = outside_brackets(self.theirs[slice(*theirs)], self.number, self.index)
        added = [word for word in said if word.low not in ADDED]
        if added and self._fills_a_name(added, theirs):
            if not told:
                return True
            said = added = []
        if not added and self._may_go(theirs):
            return True
        if not said:
            return False
        if told and told[-1].low == "whose" and not added:
            return len(told) == 1 or self._may_go((theirs[0], theirs[1] - 1))
        if not told:
            return self.is_owner(added, mine[1], theirs[0])
        return (
            self._shifted(added or said, told)
            or self._same_way(added, told)
            or self._names_it(added, told, mine[1], theirs[0])
            or self._same_amount(added, told)
            or self._same_date(added, told)
        )

    def _may_go(self, theirs: tuple[int, int]) -> bool:
        first, last = theirs
        if first == last:
            return True
        left = self.theirs[first:last]
        if self.denied and all(word.low in _NEGATES or word.low in EMPTY for word in left):
            return True
        if may_go(self.theirs, first, last, self.number, self.index):
            return True
        left = outside_brackets(left, self.number, self.index)
        return bool(
            self.attributed and left and _SAID_IT.fullmatch(self.index.text[left[0].start : left[-1].end]) is not None
        )

    def is_owner(self, words: Sequence[Word], behind: int, there: int) -> bool:
        """Whether the words name whose the thing is that the statement goes on with at its word `behind`, and the
        sentence, which does not say so at its word `there`, can mean nobody else's."""
        name = self.name_of(words)
        owns = self.mine[behind - 1].low == "s" or any(word.low in OWNED for word in self.mine[behind : behind + 1])
        if name is None or not owns:
            return False
        here = self.theirs[min(there, len(self.theirs) - 1)]
        return means_only(name.text, [here._replace(low="its", text="its", stem="its")], self.number, self.index)

    def name_of(self, words: Sequence[Word]) -> NameSpan | None:
        """The name of the statement that these words are, or are of."""
        return next(
            (name for name in self.said.names if words and all(name.start <= word.start < name.end for word in words)),
            None,
        )

    def _fills_a_name(self, words: Sequence[Word], theirs: tuple[int, int]) -> bool:
        """Whether the words make a name fuller that stands there: "Tarn *Steel plc*" for "Tarn"."""
        name = self.name_of(words)
        ahead, behind = self.theirs[max(0, theirs[0] - 1) : theirs[0]], self.theirs[theirs[1] : theirs[1] + 1]
        return name is not None and any(
            same(name.text, other.text, self.index)
            for other in self.index.names_of(self.number)
            if _all_in(ahead, [other]) or _all_in(behind, [other])
        )

    def _names_it(self, words: Sequence[Word], told: Sequence[Word], behind: int, there: int) -> bool:
        name = self.name_of(words)
        if name is None:
            return False
        if all(word.low in EMPTY for word in told) and self.is_owner(words, behind, there):
            return True
        stand_in = [word for word in told if word.low not in _CONTRACTED]
        if is_stand_in(stand_in) and means_only(name.text, stand_in, self.number, self.index):
            return True
        return means_by_noun(name.text, told, self.index) or any(
            same(name.text, other.text, self.index)
            and all(other.start <= word.start < other.end or word.low in EMPTY for word in told)
            for other in self.index.names_of(self.number)
        )

    def _shifted(self, said: Sequence[Word], told: Sequence[Word]) -> bool:
        """Whether both are forms of one small verb, such as what is said takes where it is reported."""
        mine, theirs = (
            {word.low for word in words if word.low not in EMPTY or word.low in _HAVE} for words in (said, told)
        )
        if not self.attributed:
            return mine == theirs
        theirs -= _SAYS
        return (
            mine == theirs
            or (mine <= BE and theirs <= BE | {"s"})
            or (mine <= _HAVE and theirs <= _HAVE)
            or (mine == {"will"} and theirs == {"would"})
        )

    def _same_way(self, said: Sequence[Word], told: Sequence[Word]) -> bool:
        """Whether both only say, each in its own word, that something went the same way: "rose" and "climbed"."""
        said, told = (
            [word for word in words if word.low not in EMPTY and word.low not in _LEADS_UP] for words in (said, told)
        )
        mine, theirs = self.said.clause.directions, self.index.directions(self.number)
        if not (said and told and _all_in(said, mine) and _all_in(told, theirs)):
            return False
        cues = [cue for words, each in ((said, mine), (told, theirs)) for cue in each if _all_in(words[:1], [cue])]
        return len({cue.sense for cue in cues}) == 1

    def _same_amount(self, said: Sequence[Word], told: Sequence[Word]) -> bool:
        """Whether both are of an amount of the same value; its bound is compared elsewhere."""
        told = [word for word in told if word.low not in EMPTY]
        return any(
            _all_in(said, [mine])
            and any(
                borne_out(mine, other) for other in self.index.amounts(self.number) if told and _all_in(told, [other])
            )
            for mine in (self.said.amounts if said else ())
        )

    def _same_date(self, said: Sequence[Word], told: Sequence[Word]) -> bool:
        """Whether both are words of dates; that they mean the same days is found elsewhere."""
        return all(
            any(_all_in([word], dates) for word in words)
            and all(word.low in STOP_WORDS or _all_in([word], dates) for word in words)
            for words, dates in ((said, self.said.dates), (told, self.index.dates(self.number)))
        )


def _all_in(words: Sequence[Word], places: Sequence[Placed]) -> bool:
    """Whether each of the words, one at least, stands in one of the places."""
    return bool(words) and all(any(one.start <= word.start < one.end for one in places) for word in words)
