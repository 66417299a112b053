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
from summarizer.verifier.held import LINKS, is_only_holder
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
_BOTH = word_set("banks companies firms groups parties partners sides")
_BOTH_BEFORE = frozenset({"both", "the", "two"})
_CARDINALS = word_set("one two three four five six seven eight nine ten eleven twelve")
_CONTRACTED = word_set("ll m re ve")
OWNED = word_set("profit profits revenue revenues sales share shareholders shares stock")
"""What stands behind a company's name without an "'s" and is its own."""
_SAYS = word_set("announced said says")
_SAID_IT = pattern(
    r"(?:also\s|has\s|had\s|have\s|today\s)*(?:acknowledged|added|admitted|announced|argued|claimed|conceded"
    r"|confirmed|disclosed|explained|insisted|maintained|noted|promised|reported|said|says|wrote"
    r"|told\s(?:analysts|investors|me|parliament|reporters|shareholders|us))"
    r"(?:\s(?:also|late|early|today|yesterday|separately|on|in|at|to)\b[^,;:“”]{0,40}?)??(?:\sthat)?"
    r"(?:\s(?:it|he|she|they)(?:[’'](?:d|s))?)?(?:\s(?:has|had|have))?"
)
"""What may stand between a speaker and what he says that he does."""
_NOT_THE = word_set("a an another any each every its my no one other our such their")
"""Words before a thing that is new, or is told to be somebody's."""
_ADJECTIVES = 2
"""Words from a name to what is its, the noun included."""
_LEADS_UP = word_set("by go goes going gone went")
"""Words beside one that says which way: "went up by"."""
_NEGATES = word_set("any did do does didn doesn don hadn hasn haven isn never no not t wasn weren")
"""What a record need not repeat that calls its statement denied."""


class Rewording:
    """A statement and one sentence, for comparing stretches of both."""

    def __init__(
        self, said: Said, number: int, index: Index, theirs: Sequence[Word], *, attributed: bool, denied: bool
    ) -> None:
        self.said = said
        self.number = number
        self.index = index
        self.attributed = attributed
        """Whether the record says beside the statement whose it is."""
        self.denied = denied
        self.mine = said.clause.words
        self.theirs = theirs
        """The words of the sentence that are read."""

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
            return self.is_owner(added, mine[1], theirs[0]) or self.is_holder(mine, theirs[0], theirs[1])
        return self._stands_for(said, added, told, mine[1], theirs[0]) or self.in_two(mine, theirs)

    def _stands_for(
        self, said: Sequence[Word], added: Sequence[Word], told: Sequence[Word], behind: int, there: int
    ) -> bool:
        """Whether the words `said`, of which `added` are not small, are another form of the words `told`."""
        return (
            self._shifted(added or said, told)
            or self._same_way(added, told)
            or self._names_it(added, told, behind, there)
            or self.names_both(added, told)
            or self._same_amount(added, told)
            or self._same_date(added, told)
        )

    def in_two(self, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether the words can be parted so that a name stands for its stand-in, and the rest for the rest:
        "Tarn has" for "we have"."""
        for cut in range(mine[0] + 1, mine[1]):
            for there in range(theirs[0] + 1, theirs[1]):
                name = [word for word in self.mine[mine[0] : cut] if word.low not in ADDED]
                said = self.mine[cut : mine[1]]
                added = [word for word in said if word.low not in ADDED]
                told = self.theirs[there : theirs[1]]
                if (
                    name
                    and self._names_it(name, self.theirs[theirs[0] : there], cut, theirs[0])
                    and self._stands_for(said, added, told, mine[1], there)
                ):
                    return True
        return False

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
        dates = self.index.dates(self.number)
        while left and any(date.start <= left[0].start < date.end for date in dates):
            # "On Thursday said", "late on Thursday announced that"
            left = left[1:]
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

    def is_holder(self, mine: tuple[int, int], before: int, behind: int) -> bool:
        """Whether the words of the statement only say whose the thing is that the sentence has before its word
        `before`, or from its word `behind` on, which can be nobody else's in the article: "*Tarn's* offer", "the offer
        *of Tarn*"."""
        words = [word for word in self.mine[slice(*mine)] if word.low not in ADDED]
        linked = bool(words) and words[0].low in LINKS
        name = self.name_of(words[linked:])
        if name is None:
            return False
        if linked:
            at = mine[0] - 1
            return at >= 0 and self._is_the(before - 1) and is_only_holder(name.text, self.mine[at], self.index)
        return any(
            self._is_the(behind + more) and is_only_holder(name.text, self.mine[mine[1] + more], self.index)
            for more in range(min(_ADJECTIVES, len(self.mine) - mine[1]))
            if all(one.low not in STOP_WORDS for one in self.mine[mine[1] : mine[1] + more + 1])
            and [one.stem for one in self.mine[mine[1] : mine[1] + more + 1]]
            == [one.stem for one in self.theirs[behind : behind + more + 1]]
        )

    def _is_the(self, at: int) -> bool:
        """Whether the noun at word `at` of the sentence is one that the article takes to be known."""
        if not 0 <= at < len(self.theirs):
            return False
        before = [word.low for word in self.theirs[max(0, at - _ADJECTIVES) : at]]
        return _NOT_THE.isdisjoint(before)

    def name_of(self, words: Sequence[Word]) -> NameSpan | None:
        """The name of the statement that these words are, or are of."""
        found = next(
            (name for name in self.said.names if words and all(name.start <= word.start < name.end for word in words)),
            None,
        )
        if found is None and words:
            # At the beginning of a statement a name looks like any other word.
            start, end = words[0].start, words[-1].end
            text = self.said.text[start:end]
            if text in self.index.name_forms:
                found = NameSpan(start, end, text)
        return found

    def names_both(self, words: Sequence[Word], told: Sequence[Word]) -> bool:
        """Whether the words are the two names that the article has most, and "the companies" stands for both."""
        low = [word.low for word in told]
        mains = self.index.main_names
        if not low or low[-1] not in _BOTH or not _BOTH_BEFORE.issuperset(low[:-1]) or len(low) == 1 or len(mains) != 2:
            return False
        for cut in range(1, len(words)):
            one, other = self.name_of(words[:cut]), self.name_of(words[cut:])
            if one is None or other is None or self.said.text[one.end : other.start].strip() != "and":
                continue
            if any(
                same(one.text, first, self.index) and same(other.text, second, self.index)
                for first, second in (mains, mains[::-1])
            ):
                return True
        return False

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
            and any(other.start <= word.start < other.end for word in told)
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
            or (mine <= BE and theirs <= BE | {"re", "s"})
            or (mine <= _HAVE and theirs <= _HAVE | {"ve"})
            or (mine == {"will"} and theirs <= {"ll", "would"})
            or (mine == {"would"} and theirs == {"d"})
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
        """Whether both are words of dates; that they mean the same days is found elsewhere, how many months they are is
        not."""
        if _CARDINALS.intersection(word.low for word in said) != _CARDINALS.intersection(word.low for word in told):
            return False
        return all(
            any(_all_in([word], dates) for word in words)
            and all(word.low in STOP_WORDS or _all_in([word], dates) for word in words)
            for words, dates in ((said, self.said.dates), (told, self.index.dates(self.number)))
        )


def _all_in(words: Sequence[Word], places: Sequence[Placed]) -> bool:
    """Whether each of the words, one at least, stands in one of the places."""
    return bool(words) and all(any(one.start <= word.start < one.end for one in places) for word in words)
