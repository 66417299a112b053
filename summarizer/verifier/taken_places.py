"""Whose place a name of a statement has taken: the words around it are those around somebody else in the article.

A sentence is read as a line of tokens: its names, each in one piece, the words that stand for somebody ("it", "the
bank"), and its content words by their stems. From a name of the statement and from each holder of a place in the cited
sentences the line is walked outwards, to the left and to the right, as long as both agree. A place that agrees better
than any place of the name itself, or of a word that can mean it, is the one that the name has taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.text.modality import Cue
from summarizer.text.name_words import CALENDAR, NATIONALITIES
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, JOB_HEADS, ORGANISATION_NOUNS
from summarizer.verifier.argument_words import BE, COMMITS
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.names import akin
from summarizer.verifier.reach import is_main
from summarizer.verifier.reading import ALIKE
from summarizer.verifier.said import Said
from summarizer.verifier.told_words import SYMMETRIC
from summarizer.verifier.wording import STOP_WORDS, Word, content, stem, words

_STEPS = 5
"""Tokens on either side of a holder that are compared."""
_SURE, _ENOUGH = 1.5, 1.0
"""How well a place must agree: where the name stands elsewhere in the cited sentences, and where it does not."""
_MOST = 120
"""Holders of places in the cited sentences that are compared with one name."""
_BACK = 3
"""Sentences back in which the antecedent of a pronoun is looked for."""
_ELSEWHERE = 12
"""Uncited sentences that name the same, in which a place of its own is looked for."""

_PERSONAL = word_set("he her him his she")
_BODIES = word_set("i it its me my our their them they us we")
_POSSESSIVE = word_set("her his its my our their")
_EITHER = word_set("i me my our their them they us we")
"""Pronouns that may stand for people and for bodies."""
_GENERIC = word_set("business company concern firm group")
"""Nouns that tell one body from another by nothing."""
_DEFINITE = word_set("that the this")
_ENDS = word_set("although because but if that unlike when where whereas whether which while who whose")
"""Words with which another clause begins."""
_SAID = word_set("said saying says told")
_LEADS = word_set("against at by for from of on over to with without")
"""Prepositions that give the name behind them a part of their own."""
_DESCRIBING = frozenset(stem(word) for word in ORGANISATION_NOUNS | BODY_NOUNS | JOB_HEADS | {"shares"})
"""Stems of nouns that say beside a name who it is."""
_WEAK = frozenset(stem(word) for word in COMMITS)
"""Stems of verbs that say nothing of what is done: "agreed to"."""
_SCALES = {"mln": "million", "mn": "million", "bln": "billion", "bn": "billion"}
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ean|ese|ian|ish)")
"""Adjectives of places that no table has: "the Iberian carrier"."""
_HARD = re.compile(r"[;:—–“”\"!?()\[\]]|\s-\s")

Kind = Literal["word", "name", "stand", "end"]
Sort = Literal["person", "body", "place"]


class Token(NamedTuple):
    """One step of a line; places are those of the whole text."""

    kind: Kind
    key: str
    """What is compared: of a word its stem, of a name the name; with "by" where a word is passive."""
    start: int
    end: int
    lead: str = ""
    """The preposition right before a holder, where it tells its part."""
    comma: bool = False
    """Whether a comma stands before it."""
    owner: bool = False
    """Whether it is a possessive: "its", "Acme's"."""


class _Pace(NamedTuple):
    """How freely tokens are passed over: generously for a place of the name itself, strictly for another's."""

    skips: int
    cost: float
    strict: bool


_OWN, _RIVAL = _Pace(6, 0.1, False), _Pace(2, 0.25, True)


def read_line(
    text: str, offset: int, said: Sequence[Word], names: Sequence[NameSpan], cues: Sequence[Cue] = ()
) -> list[Token]:
    """The tokens of a sentence; `text` begins at `offset`, `cues` are those of its words that say up or down."""
    senses = {cue.start: cue.sense for cue in cues}
    line: list[Token] = []
    at, count, end = 0, len(names), offset
    lead, be, comma, depth = "", False, False, 0
    low = [word.text.lower() for word in said]
    place = 0
    while place < len(said):
        word = said[place]
        gap = text[end - offset : word.start - offset]
        if gap != " " and gap:
            comma = comma or "," in gap
            depth = max(0, depth + gap.count("(") - gap.count(")"))
            if not depth and _HARD.search(gap) and line and line[-1].kind != "end":
                line.append(Token("end", "", word.start, word.start))
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
                line.append(Token("name", name.text, name.start, name.end, lead, comma, owner))
            lead, be, comma = "", False, False
            while place < len(said) and said[place].start < name.end:
                end = said[place].end
                place += 1
            continue
        form = low[place]
        end = word.end
        place += 1
        if form in _PERSONAL or form in _BODIES:
            line.append(Token("stand", form, word.start, word.end, lead, comma, form in _POSSESSIVE))
        elif form in _DEFINITE and (noun := _body_noun(low, place)) >= 0:
            end = said[noun].end
            line.append(Token("stand", low[noun], word.start, end, lead, comma))
            place = noun + 1
        elif form in _ENDS or (form in _SAID and not _of_itself(low, place)):
            line.append(Token("end", "", word.start, word.end, "", comma))
        elif form in STOP_WORDS or (len(form) < 2 and not form.isdigit()):
            be = be or form in BE
            if form in _LEADS:
                lead = form
            continue
        else:
            passive = form.endswith(("ed", "t", "ld", "en", "wn", "un")) and (be or low[place : place + 1] == ["by"])
            sense = senses.get(word.start, "")
            key = f"~{sense}" if sense else _SCALES.get(form, ALIKE.get(word.stem, word.stem))
            line.append(Token("word", f"{key} by" if passive else key, word.start, word.end, lead, comma))
        lead, be, comma = "", False, False
    return line


def _of_itself(low: Sequence[str], at: int) -> bool:
    """Whether what is said from the word `at` on is about the one who says it: "said it would", "says he"."""
    return any(word in _PERSONAL or word in _BODIES for word in low[at : at + 2])


def _body_noun(low: Sequence[str], at: int) -> int:
    """The index of the noun for a body that "the" before `at` belongs to, three words between at most; or -1."""
    for place in range(at, at + 4):
        if place < len(low) and low[place] in ORGANISATION_NOUNS:
            follows = low[place + 1] if place + 1 < len(low) else ""
            return -1 if follows in ORGANISATION_NOUNS else place
        if place < len(low) and low[place] in STOP_WORDS:
            break
    return -1


class _Holder(NamedTuple):
    """A place in the article: the sentence, and the index of the token that holds it in the sentence's line."""

    number: int
    line: Sequence[Token]
    at: int

    @property
    def token(self) -> Token:
        return self.line[self.at]


def whose_place(said: Said, name: NameSpan, cited: Cited, mine: Sequence[Token]) -> NameSpan | None:
    """Who stands in the cited sentences where the statement has `name`; None where it may well be `name`.

    `mine` is the `statement_line` of the statement.
    """
    index = cited.index
    at = next((at for at, token in enumerate(mine) if token.kind == "name" and token.start == name.start), None)
    if at is None or (sort := sort_of(name.text, index)) == "place":
        return None
    if mine[_described_from(mine, at)].lead == "with":
        # "an agreement with Acme" holds of either side.
        return None
    if at and mine[at].lead in ("at", "of") and mine[at - 1].kind == "name":
        # "Jane Roe of Acme": whose she is, the record of her words says.
        return None
    present = False
    own_places: list[_Holder] = []
    others: list[_Holder] = []
    for holder in _holders(cited.numbers, index):
        token = holder.token
        if token.kind == "name":
            is_own = related(name.text, token.key, index)
            present = present or is_own
        elif not _of_sort(token, sort):
            continue
        else:
            is_own = may_mean(holder, name.text, sort, index)
        if is_own:
            own_places.append(holder)
        elif token.owner == mine[at].owner:
            others.append(holder)
    most = len(mine) - 1
    own = 0.0
    for holder in own_places if others else ():
        own = max(own, _agreement(mine, at, holder, _OWN, index))
        if most - own < _ENOUGH:
            # No other place can agree so much better.
            return None
    best: tuple[float, _Holder] | None = None
    for holder in others:
        score = _agreement(mine, at, holder, _RIVAL, index)
        if best is None or score > best[0]:
            best = score, holder
    if best is None or best[0] < _ENOUGH:
        return None
    score, holder = best
    rival = _bearer_of(holder, sort, index)
    plain = {word.stem for word in said.content}
    if (
        rival is None
        or _DEMONYM.fullmatch(rival.text)
        or sort_of(rival.text, index) != sort
        or related(name.text, rival.text, index)
        or all(word.stem in plain for word in content(words(rival.text)))
    ):
        return None
    stranger = not any(akin(other.text, rival.text, index) for other in said.names)
    needed = _ENOUGH if stranger and not present else _SURE
    if score < needed or score - own < needed:
        return None
    if _elsewhere(mine, at, name.text, score, cited):
        return None
    return rival


def statement_line(said: Said) -> list[Token]:
    """The tokens of a statement."""
    return read_line(said.text, 0, said.clause.words, said.names, said.clause.directions)


def line_of(number: int, index: Index) -> Sequence[Token]:
    """The tokens of a sentence of the article, by its number."""
    return index.read(
        "line",
        number,
        lambda text, offset: read_line(
            text, offset, index.words(number), index.names_of(number), index.directions(number)
        ),
    )


def _holders(numbers: Sequence[int], index: Index) -> Iterator[_Holder]:
    left = _MOST
    for number in numbers:
        line = line_of(number, index)
        for at, token in enumerate(line):
            if token.kind in ("name", "stand"):
                if not left:
                    return
                left -= 1
                yield _Holder(number, line, at)


def _agreement(mine: Sequence[Token], at: int, holder: _Holder, pace: _Pace, index: Index) -> float:
    """How many tokens in a row agree on both sides of the name and of the holder.

    Of another's place the word must agree that governs the name: the one before it, or behind it where none is.
    """
    line, there = holder.line, holder.at
    first, other = _described_from(mine, at), _described_from(line, there)
    strict = pace.strict
    left = 0.0
    lead, theirs = mine[first].lead, line[other].lead
    if (lead == theirs and mine[first].comma == line[other].comma) or (not strict and not (lead and theirs)):
        left = _walk(mine, first, line, other, -1, pace, index)
    governed = first and mine[first - 1].kind == "word" and not mine[first].comma and not mine[at].owner
    if strict and governed and not left:
        return 0.0
    right = 0.0
    if not strict or _comma_behind(mine, at) == _comma_behind(line, there):
        right = _walk(mine, at, line, there, 1, pace, index)
    if (past := _past_insertion(line, there)) is not None:
        right = max(right, _walk(mine, at, line, past - 1, 1, pace, index))
    if strict and not governed and not right:
        return 0.0
    return left + right


def _described_from(line: Sequence[Token], at: int) -> int:
    """The index of the first of the words that describe the name at `at`, or `at`: "Danish group Nordkyst"."""
    first = at
    while first and at - first < 3 and not line[first].lead and not line[first].comma:
        before = line[first - 1]
        if before.kind != "word" if first == at else (before.kind != "word" and not _is_place(before)):
            break
        if first == at and before.key not in _DESCRIBING:
            break
        first -= 1
        if before.lead:
            break
    return first if first == at or line[first].lead else at


def _comma_behind(line: Sequence[Token], at: int) -> bool:
    return at + 1 < len(line) and line[at + 1].comma


def _past_insertion(line: Sequence[Token], at: int) -> int | None:
    """The index of the token behind what is inserted between commas right behind a holder."""
    if at + 1 >= len(line) or not line[at + 1].comma:
        return None
    return next((place for place in range(at + 2, min(len(line), at + 12)) if line[place].comma), None)


def _walk(
    mine: Sequence[Token], at: int, line: Sequence[Token], there: int, step: int, pace: _Pace, index: Index
) -> float:
    score, skips = 0.0, pace.skips
    here, yonder = at + step, there + step
    for steps in range(_STEPS):
        first = pace.strict and not steps
        pair = _next_pair(mine, here, line, yonder, step, 1 if first else skips, pace, index)
        if pair is None or (first and pair[0] and not _only_describes(mine, here, line, yonder, pair)):
            break
        passed, here, yonder, worth = pair
        skips -= passed
        score += worth - passed * pace.cost
        here, yonder = here + step, yonder + step
    return max(score, 0.0)


def _only_describes(
    mine: Sequence[Token], here: int, line: Sequence[Token], yonder: int, pair: tuple[int, int, int, float]
) -> bool:
    """Whether what is passed over right beside the name only describes it."""
    passed_over = [mine[here].key] if pair[1] != here else []
    passed_over += [line[yonder].key] if pair[2] != yonder else []
    return all(key in _DESCRIBING or key in ("her", "his", "it", "its", "their") for key in passed_over)


def _next_pair(
    mine: Sequence[Token],
    here: int,
    line: Sequence[Token],
    yonder: int,
    step: int,
    skips: int,
    pace: _Pace,
    index: Index,
) -> tuple[int, int, int, float] | None:
    """The next two tokens that agree, (tokens passed over, their two indexes, what the agreement is worth)."""
    own, others = _onward(mine, here, step, skips, pace), _onward(line, yonder, step, skips, pace)
    for passed in range(skips + 1):
        for first in range(max(0, passed - len(others) + 1), min(passed + 1, len(own))):
            if pace.strict and 0 < first < passed:
                continue
            one, other = own[first], others[passed - first]
            worth = _agree(mine[one], line[other], index)
            if worth is not None and not (pace.strict and mine[one].key in SYMMETRIC):
                return passed, one, other, worth
    return None


def _onward(line: Sequence[Token], at: int, step: int, skips: int, pace: _Pace) -> list[int]:
    """The indexes of the next token and of those up to `skips` further; those that count for nothing left out."""
    found: list[int] = []
    strict = pace.strict
    while 0 <= at < len(line):
        token = line[at]
        kind = token.kind
        if kind == "end" and strict:
            break
        if not (kind == "end" or (kind == "stand" and token.key not in ORGANISATION_NOUNS) or _is_place(token)):
            found.append(at)
            if len(found) > skips or (strict and kind == "name"):
                break
        at += step
    return found


def _is_place(token: Token) -> bool:
    if token.kind == "name":
        return _names_place(token.key)
    return token.kind == "word" and token.key in NATIONALITIES


@lru_cache(maxsize=2048)
def _names_place(name: str) -> bool:
    return name_kind(name) == "place" or bool(_DEMONYM.fullmatch(name))


def _agree(one: Token, other: Token, index: Index) -> float | None:
    if one.kind == "word" and other.kind == "word":
        return (0.25 if one.key in _WEAK else 1.0) if one.key == other.key else None
    if one.kind == "name" and other.kind == "name":
        return 1.0 if akin(one.key, other.key, index) else None
    if one.kind != "word" and other.kind != "word":
        return 0.0
    return None


# Who is meant


def sort_of(name: str, index: Index) -> Sort:
    """Whether a name is a person's, a place's, or else some body's."""
    kind = name_kind(name)
    if kind in ("company", "government"):
        return "body"
    if kind == "place":
        return "place"
    return "person" if kind == "person" or index.directory.is_person(index.directory.fullest(name)) else "body"


def related(one: str, other: str, index: Index) -> bool:
    """Whether two names may be one's, or one is placed in the other's house."""
    return akin(one, other, index) or index.belongs(one, other) or index.belongs(other, one)


def _of_sort(token: Token, sort: Sort) -> bool:
    """Whether a stand-in is of the sort: "they" is of any."""
    return token.key in _EITHER or (token.key in _PERSONAL) == (sort == "person")


def may_mean(holder: _Holder, name: str, sort: Sort, index: Index) -> bool:
    """Whether a pronoun or "the company" may mean `name`."""
    key = holder.token.key
    if key in _EITHER or (key in ORGANISATION_NOUNS and key not in _GENERIC):
        return True
    if sort == "body" and is_main(name, index):
        return True
    found = antecedents_of(holder, sort, index)
    return not found or any(related(name, other.text, index) for other in found)


def antecedents_of(holder: _Holder, sort: Sort, index: Index) -> list[NameSpan]:
    """Whom a pronoun may mean: those of its sort named before it in its sentence, and, where these are none or it
    stands for a body, those of the nearest sentence before that names any."""
    token = holder.token
    found = [
        name for name in index.names_of(holder.number) if name.end <= token.start and sort_of(name.text, index) == sort
    ]
    if found and sort == "person":
        return found
    for before in range(holder.number - 1, max(0, holder.number - 1 - _BACK), -1):
        named = [name for name in index.names_of(before) if sort_of(name.text, index) == sort]
        if named:
            return [*found, *named]
    return found


def _bearer_of(holder: _Holder, sort: Sort, index: Index) -> NameSpan | None:
    """The name that holds a place, or the one nearest before the word that stands for it."""
    token = holder.token
    if token.kind == "name":
        return NameSpan(token.start, token.end, token.key)
    found = antecedents_of(holder, sort, index)
    return found[0] if found else None


def _elsewhere(mine: Sequence[Token], at: int, name: str, score: float, cited: Cited) -> bool:
    """Whether an uncited sentence has `name` in a place that agrees as well: the citation was short, not the name."""
    index = cited.index
    numbers: list[int] = []
    for key, other in index.distinct_names.items():
        if akin(name, other.text, index):
            for one in index.occurrences.get(key, ())[:_ELSEWHERE]:
                numbers.extend(number for number in index.sentences_of((one.start, one.end)))
    for number in sorted(set(numbers).difference(cited.numbers))[:_ELSEWHERE]:
        for holder in _holders((number,), index):
            if (
                holder.token.kind == "name"
                and akin(name, holder.token.key, index)
                and _agreement(mine, at, holder, _OWN, index) >= score
            ):
                return True
    return False
