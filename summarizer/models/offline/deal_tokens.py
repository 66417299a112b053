"""A sentence as a row of tags, one letter a word, so that clauses and phrases are read by short patterns over letters.

The tags: `N` name, `M` money, `S` percentage, `D` date, `d` determiner, `'` possessive mark, `n` unit of a company,
`h` holding, `k` company or group of people, `e` agreement or offer, `a` noun of an act (acquisition), `I` pronoun,
`B` be, `H` have, `V` modal, `R` verb of saying, `G` other verb, `A` verb of a deal, `r` adverb, `x` any other word;
`o` of, `i` in, `f` for, `t` to, `b` by, `m` from, `w` with, `p` other prepositions, `u` subordinator, `q` relative,
`c` and, or, but, and the marks `,` `;` `(` `)` and `"`.
The method is that of finite-state chunking (S. Abney, Partial parsing via finite-state cascades, 1996).
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.models.offline.deal_triggers import NOUNS, VERBS
from summarizer.models.offline.deal_word_classes import (
    AMBIGUOUS,
    CLASSES,
    NOUNS_UNLESS_LED,
    PARTICIPLES,
    PLANS,
    VERBS_OF_LEAVE,
)
from summarizer.models.offline.reading import DATE, MONEY, NAME, SHARE, Skeleton

_TOKEN = re.compile(
    r"[\ue000-\ue003]|'s?(?=[ ,.;:)\"]|$)|-?[A-Za-z0-9$](?:[\w&/%-]|'(?!s\b)|[.,](?=\w)|(?<=\d):(?=\d))*|[^\w\s]"
)
_PLACEHOLDERS = {NAME: "N", MONEY: "M", SHARE: "S", DATE: "D"}
_MARKS = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "\u201c": '"', "\u201d": '"', '"': '"', "&": "c"}
_WIRE_BRACKETS = frozenset("<>")
"""Marks of the wires around tickers and companies without one."""
_BOUNDS = frozenset(["about", "above", "around", "over"])
"""Prepositions that before a figure only say how near it is."""
_SUBJECT_ENDS = frozenset("NIkqr")
"""Tags that can end a subject right before its verb."""
_AUXILIARIES = frozenset("BHV")
_BEHIND_VERB = frozenset("dNMIDtbmofiwp.,u")
"""Tags that can follow a verb: an object, a preposition, the end of the clause."""
_SHORTEST_PAST = 4
_BEHIND_THIRD = frozenset("eknNx")
"""Tags of words that an object without a determiner can begin with."""
_NO_OBJECTS = ("ed", "ing", "ly")
_VERB_ENDS = ("ed", "s")
_DASHES = frozenset("-\u2013\u2014")
_CONVERTED = f"{MONEY} ({MONEY})", f"{MONEY}, or {MONEY},"
"""An amount with the same in another currency."""
_CONVERSION = re.compile(rf"(?<={MONEY})(?: \({MONEY}\)|, or {MONEY},)")
_KELVIN = "\u212a"
"""The sign that looks like a K and is the only one beyond ASCII whose small letter is in ASCII."""


class Tokens:
    """A sentence's words: `tags[i]` is the class of the lower-case `words[i]`, at `skeleton.text[at[i]:end[i]]`."""

    __slots__ = ("_places", "skeleton", "tags", "words")

    def __init__(self, skeleton: Skeleton, tags: str, words: list[str], places: _Places) -> None:
        self.skeleton = skeleton
        self.tags = tags
        self.words = words
        self._places = places

    @property
    def at(self) -> list[int]:
        """Where each word begins."""
        return self._places.spans[0]

    @property
    def end(self) -> list[int]:
        """Where each word ends."""
        return self._places.spans[1]

    def tagged(self, tags: str) -> Tokens:
        """The same words with other tags."""
        return Tokens(self.skeleton, tags, self.words, self._places)

    def text(self, start: int, stop: int) -> str:
        """The lower-case words [start, stop), joined by spaces."""
        return " ".join(self.words[start:stop])

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The article's (start, end) of the words [start, stop), which are not none."""
        at, end = self._places.spans
        return self.skeleton.span(at[start], end[stop - 1])


class _Places:
    """Where the words of a sentence stand in `text`: looked up where it is asked for, since few words make a deal."""

    __slots__ = ("_found", "_text", "_words")

    def __init__(self, text: str, words: list[str], found: tuple[list[int], list[int]] | None = None) -> None:
        self._text = text
        self._words = words
        self._found = found

    @property
    def spans(self) -> tuple[list[int], list[int]]:
        """Their starts and their ends."""
        if self._found is None:
            at, end = [], []
            find, stop = self._text.find, 0
            for word in self._words:
                # What no word is made of stands in none either, so the next one is found where it begins.
                start = find(word, stop)
                stop = start + len(word)
                at.append(start)
                end.append(stop)
            self._found = at, end
        return self._found


def tokens_of(skeleton: Skeleton) -> Tokens:
    """The words of a skeleton with their tags."""
    text = skeleton.text
    lower = text.lower()
    plain = _WIRE_BRACKETS.isdisjoint(text) and ".," not in text
    if plain and _CONVERTED[0] not in text and _CONVERTED[1] not in text and len(lower) == len(text):
        # Where words part, capitals make no difference but in these.
        alike = "'S" not in text and _KELVIN not in text
        words = _TOKEN.findall(lower if alike else text)
        places = _Places(lower if alike else text, words)
        if not alike:
            words = [word.lower() for word in words]
        tags = list(map(_tag, words))
    else:
        tags, words, at, end = _past_brackets(skeleton)
        places = _Places(text, words, (at, end))
    _settle(tags, words)
    return Tokens(skeleton, "".join(tags), words, places)


def _past_brackets(skeleton: Skeleton) -> tuple[list[str], list[str], list[int], list[int]]:
    """Tags, words, starts and ends without what stands in no phrase: the wires' brackets with their tickers, the
    full stop before a comma, and an amount behind the one that it converts."""
    tags: list[str] = []
    words: list[str] = []
    at: list[int] = []
    end: list[int] = []
    converted = [match.span() for match in _CONVERSION.finditer(skeleton.text)]
    for match in _TOKEN.finditer(skeleton.text):
        word = match.group().lower()
        if converted and any(start <= match.start() < stop for start, stop in converted):
            continue
        if word in _WIRE_BRACKETS or (word == "." and skeleton.text.startswith(",", match.end())):
            # The full stop of "Dorn, Oreg., plant" ends no sentence.
            continue
        if tags and tags[-1] == "N" and word == NAME and skeleton.text[end[-1] : match.start()] == " <":
            # the ticker behind a name: "Lund Inc <LUND>"
            continue
        tags.append(_tag(word))
        words.append(word)
        at.append(match.start())
        end.append(match.end())
    return tags, words, at, end


def _settle(tags: list[str], words: list[str]) -> None:
    """Tells by its neighbours whether a word that can be two is a noun or a verb."""
    last = len(words) - 1
    for place, word in enumerate(words):
        doubtful = word in AMBIGUOUS
        if not (doubtful or word in _BOUNDS or (tags[place] == "x" and word.endswith(_VERB_ENDS))):
            continue
        before = tags[place - 1] if place else ""
        after = tags[place + 1] if place < last else ""
        if not doubtful:
            if word in _BOUNDS:
                if after in ("S", "M") or (after and words[place + 1][0].isdigit()):
                    tags[place] = "x"
            elif _is_unlisted_verb(word, before, after) or (
                before == "q" and place > 1 and _describes(word, tags[place - 2], after, words[place + 1 : place + 2])
            ):
                tags[place] = "G"
            continue
        if word in PLANS:
            verb = before in ("t", "V", "H", "N", "I", "r", "k", ")", "c") and after in ("t", "f", "M", "N", "d", "D")
            tags[place] = "G" if verb or before in ("t", "V") else "e"
        elif word in NOUNS_UNLESS_LED:
            tags[place] = "A" if before in ("t", "V") else "x"
        elif word in VERBS_OF_LEAVE:
            tags[place] = "G" if before in ("t", "V") else "x"
        elif word == "cut":
            # "cut its stake", and "a cut"
            tags[place] = "A" if after == "d" and words[place + 1] in ("its", "his", "her", "their") else "x"
        elif word == "held":
            if place and words[place - 1].endswith("ly"):
                tags[place] = "x"
        elif word in PARTICIPLES:
            if before in ("d", "'") and after in ("n", "k", "x", "N"):
                tags[place] = "x"
        elif before in ("d", "'", "M", "x", "S", "a") or (after == "o" and before not in ("t", "V")):
            tags[place] = "a" if word in NOUNS else "x"


def _is_unlisted_verb(word: str, before: str, after: str) -> bool:
    """Whether the ending and the neighbours of a word in no table make it a verb: "Tarn clinched the"."""
    if word.endswith("ed") and len(word) > _SHORTEST_PAST and "-" not in word:
        return (before in _SUBJECT_ENDS or before in _AUXILIARIES) and after in _BEHIND_VERB
    if word.endswith("s") and len(word) > _SHORTEST_PAST and not word.endswith(("ss", "us", "is")):
        return before in ("N", "I", "q") and after in ("d", "I")
    return False


def _describes(word: str, described: str, after: str, follows: list[str]) -> bool:
    """Whether a word in -s of no table is the verb of a relative clause: "a start-up that reviews contracts"."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) <= _SHORTEST_PAST:
        return False
    return described in "xknN" and after in _BEHIND_THIRD and not follows[0].endswith(_NO_OBJECTS)


@lru_cache(maxsize=16384)
def _tag(word: str) -> str:
    if word in _PLACEHOLDERS:
        return _PLACEHOLDERS[word]
    if word in VERBS:
        return "A"
    if word in NOUNS:
        return "a"
    if word in CLASSES:
        return CLASSES[word]
    if word in _MARKS:
        return _MARKS[word]
    if word in ("'s", "'"):
        return "'"
    if word.endswith("'s") and len(word) > 3:
        return "x"
    if word.endswith("n't"):
        return "V"
    if word.endswith("ly") and len(word) > 4:
        return "r"
    if word in _DASHES:
        return ","
    return "x" if word[0] in "$-" or word[0].isalnum() else "."
