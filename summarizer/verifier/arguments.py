"""Who stands where around a verb or a noun that acts like one: its subject, its object, what its prepositions lead to.

A sentence is read from the word outwards: leftwards over auxiliaries and what commits somebody to the act ("has
agreed to", "signed a letter of intent to") up to a name, a pronoun or a plain noun phrase, rightwards over the words
of one noun phrase. What is not plain gives nothing. Every walk is bounded, so that a sentence costs its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.text.cached import cached_property
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.phrases import word_set
from summarizer.verifier.argument_words import (
    ASSET_NOUNS,
    BE,
    BOUNDARY,
    BREAKS,
    CONSENTS,
    DETERMINERS,
    GETTING,
    INSERTS,
    LEADERS,
    PORTIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SKIPPED,
    STAND_IN_NOUNS,
)
from summarizer.verifier.wording import Word

_REACH = 24
"""Words on either side of a predicate among which its arguments are looked for."""
_BEFORE_PRONOUN = SKIPPED | {"that"}
_OFFERS = frozenset({"approach", "bid", "offer", "proposal"})
_OF_CAPITAL = word_set("capital common ordinary share shares shareholding stake stock")
"""Words behind a name that make a phrase the shares of the one named: "Tessel common stock"."""
_INDEFINITE = word_set("a an another any every no one some")
_OPENING = word_set("a all an its the their")
"""Words with which a noun phrase begins, and which stand in none."""
_OWNED = ASSET_NOUNS - {"holdings", "interest", "interests"}
_LONGEST = 14
"""Words of a noun phrase at most."""
_MEMBERS = 32
"""Noun phrases joined by "and", or put into each other with "of", that are read as one at most."""
_NESTED = 8
"""Times that a pronoun is led back to the one who says it by way of another pronoun: "it said it said it"."""


class Argument(NamedTuple):
    """A party of an act, as its sentence puts it."""

    span: NameSpan
    sure: bool = True
    """False where a pronoun or "the company" stands in its place, or a conjunction lets it be guessed."""


class Frame(NamedTuple):
    """A verb with its arguments, a passive turned round: `doers` act, `others` are what is acted upon."""

    doers: tuple[Argument, ...]
    others: tuple[Argument, ...]
    preposition: str = ""
    """What leads to `others` where they are no direct object: "lost to Norvane"."""
    passed: tuple[str, ...] = ()
    """The words between the subject and the verb, the nearest first."""


class Reading:
    """One sentence, ready to be asked about its words. All places are those of the whole text."""

    def __init__(
        self, text: str, words: Sequence[Word], names: Sequence[NameSpan], topic: NameSpan | None = None
    ) -> None:
        self.text, self.words, self.names, self.topic = text, words, names, topic
        self._nested = 0
        self.low = [word.low for word in words]
        self._starts = [word.start for word in words]
        self._owner: list[int] = []
        at, count = 0, len(names)
        for start in self._starts:
            while at < count and names[at].end <= start:
                at += 1
            self._owner.append(at if at < count and names[at].start <= start else -1)
        self._name_of = [names[owner] if owner >= 0 else None for owner in self._owner]
        self._places = frozenset((name.start, name.end) for name in names)
        self._gaps = [";", *(text[one.end : other.start] for one, other in pairwise(words)), ";"] if words else [";"]
        self._broken = [gap != " " and self._breaks(at) for at, gap in enumerate(self._gaps)]

    @cached_property
    def last_stand_in(self) -> int:
        """The index of the last noun that may stand for somebody named before, -1 where there is none."""
        return max((at for at, low in enumerate(self.low) if low in STAND_IN_NOUNS), default=-1)

    # Words and what stands between them

    def name_at(self, at: int) -> NameSpan | None:
        """The name that the word belongs to."""
        return self._name_of[at] if 0 <= at < len(self._name_of) else None

    def is_name(self, one: Argument) -> bool:
        """Whether the argument is a name, and not a phrase around one."""
        return (one.span.start, one.span.end) in self._places

    def first_of(self, name: NameSpan) -> int:
        """The index of a name's first word."""
        return bisect_left(self._starts, name.start)

    def past(self, name: NameSpan) -> int:
        """The index of the first word behind a name."""
        return bisect_left(self._starts, name.end)

    def gap(self, at: int) -> str:
        """What stands between the word before `at` and `at`."""
        return self._gaps[at] if 0 < at < len(self._gaps) else ";"

    def parted(self, at: int, marks: str = ";:") -> bool:
        """Whether one of these marks stands right before `at`."""
        gap = self.gap(at)
        return gap != " " and not {*marks}.isdisjoint(gap)

    def broken(self, at: int) -> bool:
        """Whether a mark that ends a phrase stands right before `at`."""
        return self._broken[at] if 0 < at < len(self._broken) else True

    def _breaks(self, at: int) -> bool:
        gap = self._gaps[at]
        if gap == "," and self.low[at].isdigit() and self.low[at - 1].isdigit():
            return False
        return not BREAKS.isdisjoint(gap) and not self._within_name(at)

    def _within_name(self, at: int) -> bool:
        return 0 < at < len(self.words) and 0 <= self._owner[at] == self._owner[at - 1]

    def owns(self, name: NameSpan) -> bool:
        """Whether the name stands in the possessive."""
        return self.text[name.end : name.end + 1] in ("'", "’") and self.text[name.end + 1 : name.end + 2] in ("s", " ")

    # Leftwards

    def subject(self, at: int, skipped: frozenset[str] = SKIPPED) -> tuple[tuple[Argument, ...], list[str]]:
        """Whose act the word at `at` is, and the words passed over on the way, the nearest first."""
        passed: list[str] = []
        place = at - 1
        while place >= max(0, at - _REACH):
            if ")" in self.gap(place + 1) and (before := self._before_brackets(place)) != place:
                if "," in self.gap(place + 1):
                    return self._before_insertion(place), passed
                place = before
                continue
            if "," in self.gap(place + 1) and self.broken(place + 1):
                if "," in self.gap(place) and self.words[place].text[:1].isupper() and self.name_at(place - 1) is None:
                    # "a plant in Napa, Calif., has": the name of a state between commas.
                    return self._phrase_before(place - 1), passed
                return self._before_insertion(place), passed
            if self.broken(place + 1):
                return (), passed
            name, low = self.name_at(place), self.low[place]
            if name is not None:
                first = self.first_of(name)
                leader = self.low[first - 1] if first and not self.broken(first) else ""
                if leader == "with" and first >= 2:
                    place = first - 2
                    continue
                if leader in ("by", "for") and passed[-1:] == ["to"]:
                    return (Argument(name),), passed
                if passed[-1:] == ["to"] and (consent := self._consent(first)):
                    # "won approval from the Dairy Board to buy": who has it buys.
                    return self.subject(consent, skipped | GETTING)[0], passed
                return self._named(name, leader), passed
            if low in PRONOUNS:
                return self.meant(place), passed
            if low in RELATIVES:
                name = self.name_at(place - 1)
                return ((Argument(name),) if name is not None else ()), passed
            if low in ("and", "or", "then") and place + 1 == at - len(passed):
                opening = self.names[0] if self.names and self.names[0].end <= self.words[place].start else None
                return ((Argument(opening, sure=False),) if opening is not None else ()), passed
            if low in skipped or low.endswith("ly") or low == "s" or low.isdigit():
                passed.append(low)
                place -= 1
                continue
            return self._phrase_before(place), passed
        return (), passed

    def _consent(self, first: int) -> int:
        """The index of the word for a consent that comes from the name that begins at `first`; 0 for none."""
        at = first - 1
        while at > 0 and (self.low[at] in DETERMINERS or self.low[at].endswith(("regulator", "regulators"))):
            at -= 1
        return at - 1 if at > 1 and self.low[at] in ("by", "from", "of") and self.low[at - 1] in CONSENTS else 0

    def _before_brackets(self, at: int, members: int = _MEMBERS) -> int:
        """The index of the word before the brackets that end behind the word at `at`: "Acme (NYSE: ACM)"; or `at`."""
        for place in range(at, max(-1, at - _LONGEST), -1):
            if "(" in self.gap(place):
                further = members and ")" in self.gap(place) and place > 1
                return self._before_brackets(place - 1, members - 1) if further else place - 1
        return at

    def _named(self, name: NameSpan, leader: str, members: int = _MEMBERS) -> tuple[Argument, ...]:
        first = self.first_of(name)
        if leader == "the" and first >= 2 and self.low[first - 2] in ("of", "in"):
            first, leader = first - 1, self.low[first - 2]
        if leader in ("of", "in", "at", "near", "from"):
            whole = self.name_at(first - 2)
            if whole is not None and members:
                opens = self.first_of(whole)
                return self._named(whole, self.low[opens - 1] if opens else "", members - 1)
            return self._phrase_before(self.past(name) - 1) if leader == "of" else ()
        if leader == "from" and not _OFFERS.isdisjoint(self.low[max(0, first - 4) : first]):
            return (Argument(name),)
        if leader in LEADERS:
            return ()
        found = [Argument(name), *self._owners(name)]
        while len(found) < _MEMBERS and (
            (first >= 2 and self.low[first - 1] in ("and", "or")) or (first and self.gap(first).strip() in (",", "&"))
        ):
            step = first - 2 if self.low[first - 1] in ("and", "or") else first - 1
            also = self.name_at(step) if step >= 0 else None
            if also is None or self.first_of(also) >= first:
                break
            found.append(Argument(also))
            first = self.first_of(also)
        return tuple(found)

    def meant(self, place: int) -> tuple[Argument, ...]:
        """Whom "it" or "the company" means: who says so in the same sentence, who opens it, whom the text is about."""
        names = 0
        for before in range(place - 1, max(-1, place - 9), -1):
            if self.low[before] in SAYING and (not names or self.low[before] == "told"):
                if self._nested == _NESTED:
                    return ()
                self._nested += 1
                sayer, _ = self.subject(before)
                self._nested -= 1
                return sayer
            if self.name_at(before) is not None:
                names += 1
            elif self.low[before] not in _BEFORE_PRONOUN:
                break
        named = [name for name in self.names[:4] if name.end <= self.words[place].start]
        while named and name_kind(named[0].text) == "place":
            named = named[1:]
        opening = named[0] if named else self.topic
        if opening is None:
            return ()
        alone = len(named) == 1 and self.low[place] not in STAND_IN_NOUNS
        return (Argument(opening, sure=alone),)

    def _owners(self, name: NameSpan) -> list[Argument]:
        """Who owns the unit that the name is of: "Acme's Tessel unit" acts for Acme."""
        first, past = self.first_of(name), self.past(name)
        owner = self.name_at(first - 2) if first >= 2 and self.low[first - 1] == "s" else None
        if owner is None or self.low[past : past + 1] == [] or self.low[past] not in ASSET_NOUNS:
            return []
        return [Argument(owner, sure=False)]

    def _before_insertion(self, place: int) -> tuple[Argument, ...]:
        """Whom an inserted clause that ends behind the word at `place` is about."""
        apposed = self.name_at(place)
        first = self.first_of(apposed) if apposed is not None else 0
        if apposed is not None and "," in self.gap(first) and self.low[first - 1] in ASSET_NOUNS | STAND_IN_NOUNS:
            return (Argument(apposed), *self._acting_through(first - 1))
        for at in range(place, max(0, place - _REACH), -1):
            if "," not in self.gap(at) or self._within_name(at):
                if self.parted(at):
                    return ()
                continue
            name = self.name_at(self._before_brackets(at - 1) if ")" in self.gap(at) else at - 1)
            opener = self.low[at]
            if name is None or not (opener in INSERTS or opener.endswith(("ed", "ing"))):
                continue
            first = self.first_of(name)
            if first and not self.broken(first) and self.low[first - 1] in LEADERS:
                continue
            return self._named(name, "")
        name = self.name_at(place)
        return (Argument(name),) if name is not None and self.first_of(name) == 0 else ()

    def _acting_through(self, at: int) -> tuple[Argument, ...]:
        """Who acts "through its venture capital subsidiary", the last of these words at `at`."""
        for place in range(at - 1, max(0, at - 6), -1):
            if self.broken(place + 1):
                break
            if self.low[place] in ("through", "via"):
                name = self.name_at(place - 1)
                return (Argument(name),) if name is not None else ()
        return ()

    def _phrase_before(self, place: int) -> tuple[Argument, ...]:
        """The plain noun phrase that ends with the word at `place`."""
        start = place
        while start > max(0, place - _LONGEST):
            low = self.low[start - 1]
            if self.broken(start) or ((low in BOUNDARY or low in BE) and self.name_at(start - 1) is None):
                break
            start -= 1
        while start < place and self.low[start] in DETERMINERS and self.name_at(start) is None:
            start += 1
        head = self.low[place]
        if head in STAND_IN_NOUNS and place - start == 0:
            return self.meant(place) if place and self.low[place - 1] not in _INDEFINITE else ()
        if head in BOUNDARY or head in DETERMINERS or head.isdigit():
            return ()
        return (Argument(self._span(start, place)),)

    # Rightwards

    def object(self, at: int, members: int = _MEMBERS) -> tuple[tuple[Argument, ...], int]:
        """The noun phrases that begin at the word `at`, at most so many, and the index of the first word behind."""
        start = at
        end = at
        while end < min(len(self.words), at + _REACH):
            name = self.name_at(end)
            if end > at and self.broken(end):
                past = self._past_insertion(end)
                if past == end:
                    break
                end = past
                continue
            if name is not None:
                end = self.past(name)
                continue
            low = self.low[end]
            if end > at and (low == "of" or low in _OPENING) and self.name_at(end - 1) is not None:
                break  # "from Acme the two Tessel plants": another phrase begins
            if low == "of" or (low == "in" and end > at and self.low[end - 1] in PORTIONS):
                if all(
                    word in PORTIONS or word in STAND_IN_NOUNS or word == "s" or word.isdigit()
                    for word in self.low[start:end]
                ):
                    start = end + 1
                elif low == "in":
                    break
                end += 1
                continue
            if low in ("and", "or") and self.low[end + 1 : end + 2] and self.low[end + 1] in PORTIONS:
                end += 1
                continue
            if low == "to" and end > at and self.low[end - 1] == "up":
                end += 1
                continue
            if low in ("and", "or"):
                more = members > 1 and self.name_at(end + 1) is not None
                found, further = self._one(start, end), self.object(end + 1, members - 1) if more else ((), end)
                return (*found, *further[0]), further[1]
            if low in BOUNDARY or self.low[end + 1 : end + 2] == ["by"]:
                break
            end += 1
        return self._one(start, self._with_apposed(start, end)), end

    def _past_insertion(self, at: int) -> int:
        """The index behind what begins at `at`: "five million shares, or 16 percent, of Tessel"; or else `at`."""
        if self.low[at] != "or" or "," not in self.gap(at):
            return at
        for place in range(at + 1, min(len(self.words), at + 8)):
            if "," in self.gap(place) and self.broken(place):
                return place if self.low[place] == "of" else at
        return at

    def _with_apposed(self, start: int, end: int) -> int:
        """The end moved behind a name that is set beside the phrase: "its Canadian subsidiary, Tessel Ltd"."""
        name = self.name_at(end)
        if name is None or end <= start or "," not in self.gap(end) or self.name_at(end - 1) is not None:
            return end
        return self.past(name) if self.low[end - 1] in ASSET_NOUNS | STAND_IN_NOUNS else end

    def _one(self, start: int, end: int) -> tuple[Argument, ...]:
        inside: list[NameSpan] = []
        owners: list[Argument] = []
        for name in self._names_between(start, end):
            if self.owns(name) and self.past(name) < end:
                owners.append(Argument(name, sure=False))
            else:
                inside.append(name)
        if inside:
            head = inside[-1]
            owned = next((at for at in range(start + 1, self.first_of(head)) if self._of_owner(at)), None)
            if owned is not None:
                # "the Tessel division of Acme"
                return (*self._one(start, owned), Argument(head, sure=False))
            tail = self.past(head)
            while tail < end and (self.low[tail] == "s" or self.low[tail] in _OF_CAPITAL):
                tail += 1
            found = Argument(head if tail >= end else self._span(self.first_of(head), end - 1))
            return (found, *(owners or self._owners(head)))
        while start < end and (self.low[start] in DETERMINERS or self.low[start] == "s"):
            start += 1
        if start >= end or end - start > _LONGEST or not PRONOUNS.isdisjoint(self.low[start:end]):
            return ()
        if self.low[start] in STAND_IN_NOUNS and end - start == 1:
            return self.meant(start)
        return (Argument(self._span(start, end - 1)), *owners)

    def _of_owner(self, at: int) -> bool:
        """Whether the word is the "of" of "the trucking division of Acme"."""
        return self.low[at] == "of" and self.low[at - 1] in _OWNED and not self._within_name(at)

    def _names_between(self, start: int, end: int) -> Iterator[NameSpan]:
        seen = -1
        for at in range(start, end):
            if self._owner[at] > seen:
                seen = self._owner[at]
                yield self.names[seen]

    def led_to(self, at: int, preposition: str | frozenset[str]) -> tuple[Argument, ...]:
        """What the first such preposition from the word `at` on leads to, a verb behind "to" passed over."""
        wanted = {preposition} if isinstance(preposition, str) else preposition
        for place in range(at, min(len(self.words) - 1, at + _REACH)):
            if place > at and self.parted(place):
                return ()
            if self.low[place] not in wanted or self.name_at(place) is not None:
                continue
            following = range(place + 1, min(len(self.words), place + 5))
            if self.low[place + 1] not in DETERMINERS and not any(self.name_at(one) is not None for one in following):
                continue
            found, behind = self.object(place + 1)
            if self.low[behind + 1 : behind + 2] == ["by"]:
                # "an investment group led by Norvane": the group acts for the one who leads it.
                found = (*found, *self.object(behind + 2)[0])
            return found
        return ()

    # Verbs

    def frame(self, at: int) -> Frame:
        """The verb at `at` with its arguments."""
        subject, passed = self.subject(at)
        low = self.low[at]
        participle = low.endswith(("ed", "t", "ld", "en", "wn", "de", "un"))
        auxiliary = next((word for word in passed if not word.endswith("ly")), "")
        near = self.low[at + 1 : at + 9]
        by = at + 1 + near.index("by") if "by" in near else None
        if by is not None and any(self._broken[at + 1 : by + 1]):
            by = None
        if participle and auxiliary in BE and not low.endswith("ing"):
            return Frame(self.object(by + 1)[0] if by is not None else (), subject, "", tuple(passed))
        if participle and by is not None and by <= at + 4 and auxiliary not in ("has", "have", "had"):
            agent, _ = self.object(by + 1)
            name = self.name_at(at - 1)
            patient = (Argument(name),) if name is not None else subject
            return Frame(agent, patient)
        direct, behind = self.object(at + 1)
        if direct:
            return Frame(subject, direct, "", tuple(passed))
        if self.low[at + 1 : at + 2] == ["itself"]:
            return Frame(subject, subject, "", tuple(passed))
        if behind == at + 1 and behind + 1 < len(self.words) and not self.broken(behind):
            return Frame(subject, self.object(behind + 1)[0], self.low[behind], tuple(passed))
        return Frame(subject, direct, "", tuple(passed))

    def _span(self, first: int, last: int) -> NameSpan:
        start, end = self.words[first].start, self.words[last].end
        return NameSpan(start, end, self.text[start:end])
