"""Companies that write their name in small letters: "brindo, which makes locks".

In the middle of a sentence such a name looks like any other word. It is known by a place where no other word stands in
small letters, the beginning of a line or a sentence, with something behind that only a name has; and then in all
articles of the run that have the word in small letters, unless these mostly put a determiner before it, as before a
noun. What is known so is read again with a capital, as the names of articles without case are (`recasing`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from zlib import crc32

from summarizer.dossier.recasing import Forms, forms_of, is_caseless, told_again
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling
from summarizer.text.headline_words import CAPITALS_CLOSED, HEADLINE_VERBS
from summarizer.text.name_words import COMPANY_WORDS, LEGAL_FORMS, LINK_WORDS, OPENERS
from summarizer.text.patterns import pattern
from summarizer.verifier.wording import STOP_WORDS, stem

_OPENING = pattern(
    r"(?:\A|(?<=\n)|(?<=[a-z]{3}[.!?] )(?<!orp\. )(?<!ept\. )|(?<=[a-z]{3}[.!?][\"”’] ))(?P<name>[a-z][a-z0-9]{2,19})"
    r"(?=['’]s\s[a-z]|,\s(?:an?|the|which|whose)\s|\s(?:and\s[A-Z]\w+\sto|can|could|did|does|had|has|is|may|might|must|was|"
    r"will|would|acquired|acquires|agreed|agrees|announced|announces|bought|built|buys|closed|closes|cuts|employs|expects|fell|"
    r"gets|hired|hires|launched|launches|made|makes|opened|opens|owns|plans|raised|raises|reported|reports|rose|said|says|"
    r"sells|sold|sues|turned|unveils|walks|wants|went|wins|won)\b)"
)
_NO_NAMES = CAPITALS_CLOSED | COMPANY_WORDS | HEADLINE_VERBS | LEGAL_FORMS | LINK_WORDS | OPENERS | STOP_WORDS
_DETERMINED = r"\b(?i:an?|any|each|every|her|his|its|my|no|our|some|the|their|these|this|those|your)\s+"
_LEAST = 2
"""Articles that have such a word for it to be a name of the run."""
_SHARE = 0.25
"""The part of its mentions with a determiner before it from which on it is none."""
_MOST = 200
"""Articles that have a word from which on it is a common one."""


def opened_in(story: Story) -> frozenset[str]:
    """The words in small letters with which a line or a sentence of an article begins as only a name does."""
    return frozenset(one["name"] for one in _OPENING.finditer(story.head)) - _NO_NAMES


class Readings:
    """The stories of a run as they are told at first, and again where other stories put names in their case."""

    def __init__(self) -> None:
        self.tellings: list[Telling] = []
        self._caseless: list[int] = []
        self._opened: dict[int, frozenset[str]] = {}

    def read(self, story: Story) -> Telling:
        """Takes in the next story, and gives what it tells by itself."""
        place = len(self.tellings)
        self.tellings.append(Telling(place, story))
        if is_caseless(story):
            self._caseless.append(place)
        elif words := opened_in(story):
            self._opened[place] = words
        return self.tellings[place]

    def again(self, story: Callable[[int], Story]) -> list[Telling]:
        """What all stories tell, those read again that need it; `story`: the one at a place."""
        if self._caseless:
            forms = forms_of(one for one in self.tellings if one.place not in self._caseless)
            for place in self._caseless:
                self.tellings[place] = told_again(self.tellings[place], story(place), forms)
        for place, small in small_forms(self._opened, self.tellings, story).items():
            self.tellings[place] = told_again(self.tellings[place], story(place), small)
        return self.tellings


def small_forms(
    opened: Mapping[int, Iterable[str]], tellings: Sequence[Telling], story: Callable[[int], Story]
) -> dict[int, Forms]:
    """By the place of each article that has such names in small letters: these, as `recasing.told_again` takes them.

    opened      what begins lines and sentences of articles as a name (`opened_in`), by their places
    story       the article at a place
    """
    having: dict[int, dict[str, None]] = {}
    for word in sorted({one for words in opened.values() for one in words}):
        known = stem(word)
        key = crc32(known.encode())
        places = {at for at, words in opened.items() if word in words}
        places.update(islice((one.place for one in tellings if key in one.profile.words or known in one.words), _MOST))
        if not _LEAST <= len(places) < _MOST:
            continue
        mention = re.compile(rf"(?<![\w.@/-])({_DETERMINED})?{word}(?![\w@-]|\.\w)")
        found = {at: list(mention.finditer(story(at).head)) for at in sorted(places)}
        counts = [one[1] is not None for mentions in found.values() for one in mentions]
        if sum(counts) < _SHARE * len(counts):
            for at, mentions in found.items():
                if mentions:
                    having.setdefault(at, {})[word] = None
    return {at: {word: [(word.capitalize(),)] for word in words} for at, words in having.items()}
