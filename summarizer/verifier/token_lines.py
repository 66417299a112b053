"""A sentence as a line of tokens: its names, each in one piece, the words that stand for somebody ("it", "the bank"),
and its content words by their stems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from summarizer.text.modality import Cue
from summarizer.text.name_words import CALENDAR, NATIONALITIES
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, JOB_HEADS, ORGANISATION_NOUNS
from summarizer.verifier.argument_words import BE
from summarizer.verifier.index import Index
from summarizer.verifier.reading import ALIKE
from summarizer.verifier.said import Said
from summarizer.verifier.wording import STOP_WORDS, Word, stem

PERSONAL = word_set("he her him his she")
_BODIES = word_set("i it its me my our their them they us we")
_POSSESSIVE = word_set("her his its my our their")
_DEFINITE = word_set("that the this")
_ENDS = word_set("although because but if that unlike when where whereas whether which while who whose")
"""Words with which another clause begins."""
_SAID = word_set("said saying says told")
_LEADS = word_set("against at by for from of on over to with without")
"""Prepositions that give the name behind them a part of their own."""
DESCRIBING = frozenset(stem(word) for word in ORGANISATION_NOUNS | BODY_NOUNS | JOB_HEADS | {"shares"})
"""Stems of nouns that say beside a name who it is."""
_SCALES = {"mln": "million", "mn": "million", "bln": "billion", "bn": "billion"}
DEMONYM = re.compile(r"[A-Z][a-z]+(?:ean|ese|ian|ish)")
"""Adjectives of places that no table has: "the Iberian carrier"."""
_HARD = re.compile(r"[;:—–“”\"!?()\[\]]|\s-\s")
_PASSIVE_ENDS = ("ed", "t", "ld", "en", "wn", "un")

Kind = Literal["word", "name", "stand", "end"]


class Token(NamedTuple):
    """One step of a line; places are those of the whole text."""

    kind: Kind
    key: str
    """What is compared: of a word its stem, of a name the name; with "by" where a word is passive."""
    start: int
    end: int
    lead: str
    """The preposition right before a holder, where it tells its part; "" where there is none."""
    comma: bool
    """Whether a comma stands before it."""
    owner: bool
    """Whether it is a possessive: "its", "Acme's"."""


_token = partial(tuple.__new__, Token)
"""A `Token` of its seven values in a tuple; a named tuple's own call takes twice as long."""


class Line:
    """The tokens of a sentence, and those among them that are compared: all but ends, places and mere pronouns."""

    __slots__ = ("_compared", "_ended", "_passed", "_places", "holders", "keys", "number", "tokens")

    def __init__(self, tokens: list[Token], number: int = 0) -> None:
        self.tokens = tokens
        self.number = number
        """Of the sentence of the article; 0 for the statement."""
        self._places: dict[int, Place] = {}
        self.keys = frozenset(token.key for token in tokens if token.kind != "end")
        self.holders: list[int] = []
        """The indexes of those that somebody is meant by."""
        self._compared: list[int] = []
        """The indexes of those that are compared."""
        self._passed: list[int] = []
        """By index of a token, and one past the last: how many that are compared stand before it."""
        self._ended: list[int] = []
        """By index of a token, and one past the last: how many ends stand before it."""
        ends = 0
        for at, token in enumerate(tokens):
            self._passed.append(len(self._compared))
            self._ended.append(ends)
            kind = token.kind
            if kind in ("name", "stand"):
                self.holders.append(at)
            if kind == "end":
                ends += 1
            elif not ((kind == "stand" and token.key not in ORGANISATION_NOUNS) or is_place(token)):
                self._compared.append(at)
        self._passed.append(len(self._compared))
        self._ended.append(ends)

    def place(self, at: int) -> Place:
        """The token at an index as a place that somebody holds."""
        found = self._places.get(at)
        if found is None:
            found = self._places[at] = Place(self, at)
        return found

    def onward(self, at: int, step: int, count: int, *, strict: bool) -> list[int]:
        """The indexes of the next tokens that are compared, at most `count`, from the one at `at` on in the direction
        of `step`; if `strict`, no further than to the next name or the next end."""
        if not 0 <= at < len(self.tokens):
            return []
        if step > 0:
            first = self._passed[at]
            found = self._compared[first : first + count]
        else:
            first = self._passed[at + 1]
            found = self._compared[max(0, first - count) : first][::-1]
        if strict:
            ended, tokens = self._ended, self.tokens
            here = ended[at] if step > 0 else ended[at + 1]
            for reached, place in enumerate(found):
                if ended[place] != here:
                    return found[:reached]
                if tokens[place].kind == "name":
                    return found[: reached + 1]
        return found


class Place:
    """A token of a line as a place that somebody holds, with how the words around it are tied to it.

    It does not know its line: a circle of the two would be left to the garbage collector.
    """

    __slots__ = ("at", "comma", "comma_behind", "first", "governed", "lead", "left", "right", "token")

    def __init__(self, line: Line, at: int) -> None:
        tokens = line.tokens
        self.at = at
        self.token = tokens[at]
        self.first = first = _described_from(tokens, at)
        """The index of the first of the words that describe the holder."""
        self.lead = tokens[first].lead
        self.comma = tokens[first].comma
        self.comma_behind = at + 1 < len(tokens) and tokens[at + 1].comma
        self.governed = bool(first) and tokens[first - 1].kind == "word" and not self.comma and not self.token.owner
        """Whether it is the word before that says what is done with the holder."""
        self.left = line.onward(first - 1, -1, 2, strict=True)
        """The indexes of the next tokens before it that are compared, the nearest first."""
        self.right = line.onward(at + 1, 1, 2, strict=True)
        """The indexes of those behind it."""


def _described_from(line: Sequence[Token], at: int) -> int:
    """The index of the first of the words that describe the name at `at`, or `at`: "Danish group Nordkyst"."""
    first = at
    while first and at - first < 3 and not line[first].lead and not line[first].comma:
        before = line[first - 1]
        if before.kind != "word" if first == at else (before.kind != "word" and not is_place(before)):
            break
        if first == at and before.key not in DESCRIBING:
            break
        first -= 1
        if before.lead:
            break
    return first if first == at or line[first].lead else at


def is_place(token: Token) -> bool:
    """Whether a token names a place or says of which it is."""
    if token.kind == "name":
        return _names_place(token.key)
    return token.kind == "word" and token.key in NATIONALITIES


@lru_cache(maxsize=2048)
def _names_place(name: str) -> bool:
    return name_kind(name) == "place" or bool(DEMONYM.fullmatch(name))


def statement_line(said: Said) -> Line:
    """The line of a statement."""
    return Line(_read(said.text, 0, said.clause.words, said.names, said.clause.directions))


def line_of(number: int, index: Index) -> Line:
    """The line of a sentence of the article, by its number."""

    def read(text: str, offset: int) -> Sequence[Line]:
        names, cues = index.names_of(number), index.directions(number)
        return (Line(_read(text, offset, index.words(number), names, cues), number),)

    return index.read("line", number, read)[0]


def _read(text: str, offset: int, said: Sequence[Word], names: Sequence[NameSpan], cues: Sequence[Cue]) -> list[Token]:
    """The tokens of a sentence; `text` begins at `offset`, `cues` are those of its words that say up or down."""
    senses = {cue.start: cue.sense for cue in cues}
    line: list[Token] = []
    at, count, end = 0, len(names), offset
    lead, be, comma, depth = "", False, False, 0
    low = [word.low for word in said]
    place = 0
    while place < len(said):
        word = said[place]
        gap = text[end - offset : word.start - offset]
        if gap != " " and gap:
            comma = comma or "," in gap
            depth = max(0, depth + gap.count("(") - gap.count(")"))
            if not depth and _HARD.search(gap) and line and line[-1].kind != "end":
                line.append(_token(("end", "", word.start, word.start, "", False, False)))
                lead, be = "", False
        if depth:
            end = word.end
            place += 1
            continue
        while at < count and names[at].end <= word.start:
            at += 1
        if at < count and names[at].start <= word.start:
            name = names[at]
            tail = text[name.end - offset : name.end - offset + 2]
            if len(name.text) > 1 and name.text.lower() not in CALENDAR:
                owner = tail[:1] in ("'", "’") and tail[1:] in ("s", " ")
                line.append(_token(("name", name.text, name.start, name.end, lead, comma, owner)))
            lead, be, comma = "", False, False
            while place < len(said) and said[place].start < name.end:
                end = said[place].end
                place += 1
            continue
        form = low[place]
        end = word.end
        place += 1
        if form in PERSONAL or form in _BODIES:
            line.append(_token(("stand", form, word.start, word.end, lead, comma, form in _POSSESSIVE)))
        elif form in _DEFINITE and (noun := _body_noun(low, place)) >= 0:
            end = said[noun].end
            line.append(_token(("stand", low[noun], word.start, end, lead, comma, False)))
            place = noun + 1
        elif form in _ENDS or (form in _SAID and not _of_itself(low, place)):
            line.append(_token(("end", "", word.start, word.end, "", comma, False)))
        elif form in STOP_WORDS or (len(form) < 2 and not form.isdigit()):
            be = be or form in BE
            if form in _LEADS:
                lead = form
            continue
        else:
            passive = form.endswith(_PASSIVE_ENDS) and (be or low[place : place + 1] == ["by"])
            sense = senses.get(word.start, "")
            key = f"~{sense}" if sense else _SCALES.get(form, ALIKE.get(word.stem, word.stem))
            line.append(_token(("word", f"{key} by" if passive else key, word.start, word.end, lead, comma, False)))
        lead, be, comma = "", False, False
    return line


def _of_itself(low: Sequence[str], at: int) -> bool:
    """Whether what is said from the word `at` on is about the one who says it: "said it would", "says he"."""
    return any(word in PERSONAL or word in _BODIES for word in low[at : at + 2])


def _body_noun(low: Sequence[str], at: int) -> int:
    """The index of the noun for a body that "the" before `at` belongs to, three words between at most; or -1."""
    for place in range(at, at + 4):
        if place < len(low) and low[place] in ORGANISATION_NOUNS:
            follows = low[place + 1] if place + 1 < len(low) else ""
            return -1 if follows in ORGANISATION_NOUNS else place
        if place < len(low) and low[place] in STOP_WORDS:
            break
    return -1
