"""Whose place a name of a statement has taken: the words around it are those around somebody else in the article.

A sentence is read as a line of tokens (`token_lines`). From a name of the statement and from each holder of a place in
the cited sentences the line is walked outwards, to the left and to the right, as long as both agree. A place that
agrees better than any place of the name itself, or of a word that can mean it, is the one that the name has taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, NAMELESS_BODIES, ORGANISATION_NOUNS
from summarizer.verifier.argument_words import COMMITS
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.names import akin
from summarizer.verifier.reach import is_main, related
from summarizer.verifier.remembered import of_name
from summarizer.verifier.said import Said
from summarizer.verifier.token_lines import DEMONYM, DESCRIBING, PERSONAL, Line, Place, Token, line_of
from summarizer.verifier.told_words import SYMMETRIC
from summarizer.verifier.wording import content, stem, words

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

_EITHER = word_set("i me my our their them they us we")
"""Pronouns that may stand for people and for bodies."""
_GENERIC = word_set("business company concern firm group")
"""Nouns that tell one body from another by nothing."""
_OWN_WORDS = DESCRIBING | {"her", "his", "it", "its", "their"}
_WEAK = frozenset(stem(word) for word in COMMITS)
"""Stems of verbs that say nothing of what is done: "agreed to"."""

Sort = Literal["person", "body", "place"]


class _Pace(NamedTuple):
    """How freely tokens are passed over: generously for a place of the name itself, strictly for another's."""

    skips: int
    cost: float
    strict: bool


_OWN, _RIVAL = _Pace(6, 0.1, False), _Pace(2, 0.25, True)


def whose_place(said: Said, name: NameSpan, cited: Cited, line: Line) -> NameSpan | None:
    """Who stands in the cited sentences where the statement has `name`; None where it may well be `name`.

    `line` is the `statement_line` of the statement.
    """
    index = cited.index
    tokens = line.tokens
    at = next((at for at, token in enumerate(tokens) if token.kind == "name" and token.start == name.start), None)
    if at is None or (sort := sort_of(name.text, index)) == "place":
        return None
    mine = line.place(at)
    if mine.lead == "with":
        # "an agreement with Acme" holds of either side.
        return None
    if at and mine.token.lead in ("at", "of") and tokens[at - 1].kind == "name":
        # "Jane Roe of Acme": whose she is, the record of her words says.
        return None
    present = False
    own_places: list[tuple[Place, Line]] = []
    best: tuple[float, Place, Line] | None = None
    for there, theirs in _holders(cited.numbers, index):
        token = theirs.tokens[there]
        if token.kind == "name":
            is_own = related(name.text, token.key, index)
            present = present or is_own
        elif not _of_sort(token, sort):
            continue
        else:
            is_own = may_mean(theirs.number, token, name.text, sort, index)
        if is_own:
            own_places.append((theirs.place(there), theirs))
        elif token.owner == mine.token.owner:
            score = _agreement(mine, line, holder := theirs.place(there), theirs, _RIVAL, index)
            if best is None or score > best[0]:
                best = score, holder, theirs
    if best is None or best[0] < _ENOUGH:
        return None
    own = 0.0
    for holder, theirs in own_places:
        own = max(own, _agreement(mine, line, holder, theirs, _OWN, index))
        if best[0] - own < _ENOUGH:
            return None
    score, holder, theirs = best
    rival = _bearer_of(holder.token, theirs.number, sort, index)
    plain = {word.stem for word in said.content}
    if (
        rival is None
        or DEMONYM.fullmatch(rival.text)
        or sort_of(rival.text, index) != sort
        or related(name.text, rival.text, index)
        or all(word.stem in plain for word in content(words(rival.text)))
    ):
        return None
    namesakes = [other for other in said.names if akin(other.text, rival.text, index)]
    if (
        holder.token.kind != "name"
        and any(_TELLS_OF.search(said.text, other.end, name.start) for other in namesakes)
        and any(
            akin(other.text, rival.text, index) and other.end <= holder.token.start
            for other in index.names_of(theirs.number)
        )
    ):
        # "Roe will run the Spanish company", told as "Roe will run Tarn": she is not the company.
        return None
    stranger = not namesakes
    needed = _ENOUGH if stranger and not present else _SURE
    if score < needed or score - own < needed:
        return None
    if _elsewhere(mine, line, name.text, score, cited):
        return None
    return rival


_TELLS_OF = pattern(r"\b[a-z]{2,}\b")


def _holders(numbers: Sequence[int], index: Index) -> Iterator[tuple[int, Line]]:
    """The places of these sentences that somebody holds: the index of the token, and its line."""
    left = _MOST
    for number in numbers:
        line = line_of(number, index)
        for at in line.holders[:left]:
            yield at, line
        left -= len(line.holders)
        if left <= 0:
            return


def _agreement(mine: Place, own: Line, holder: Place, line: Line, pace: _Pace, index: Index) -> float:
    """How many tokens in a row agree on both sides of the name and of the holder.

    Of another's place the word must agree that governs the name: the one before it, or behind it where none is.
    """
    strict = pace.strict
    left = 0.0
    if (mine.lead == holder.lead and mine.comma == holder.comma) or (not strict and not (mine.lead and holder.lead)):
        first = (mine.left, holder.left) if strict else None
        left = _walk(own, mine.first, line, holder.first, -1, pace, index, first)
    if strict and mine.governed and not left:
        return 0.0
    right = 0.0
    if not strict or mine.comma_behind == holder.comma_behind:
        first = (mine.right, holder.right) if strict else None
        right = _walk(own, mine.at, line, holder.at, 1, pace, index, first)
    if (past := _past_insertion(holder, line)) is not None:
        right = max(right, _walk(own, mine.at, line, past - 1, 1, pace, index))
    if strict and not mine.governed and not right:
        return 0.0
    return left + right


def _past_insertion(holder: Place, line: Line) -> int | None:
    """The index of the token behind what is inserted between commas right behind a holder."""
    if not holder.comma_behind:
        return None
    tokens, at = line.tokens, holder.at
    return next((place for place in range(at + 2, min(len(tokens), at + 12)) if tokens[place].comma), None)


def _walk(
    mine: Line,
    at: int,
    line: Line,
    there: int,
    step: int,
    pace: _Pace,
    index: Index,
    nearest: tuple[list[int], list[int]] | None = None,
) -> float:
    """What agrees on the way from two places in the direction of `step`.

    `nearest`: the tokens of either line among which the first two that agree are looked for, where they are known.
    """
    score, skips, strict = 0.0, pace.skips, pace.strict
    here, yonder = at + step, there + step
    for steps in range(_STEPS):
        first = strict and not steps
        most = 1 if first else skips
        own, others = nearest or (
            mine.onward(here, step, most + 1, strict=strict),
            line.onward(yonder, step, most + 1, strict=strict),
        )
        nearest = None
        pair = _next_pair(mine.tokens, own, line.tokens, others, most, index, strict=strict)
        if pair is None or (first and pair[0] and not _only_describes(mine, here, line, yonder, pair)):
            break
        passed, here, yonder, worth = pair
        skips -= passed
        score += worth - passed * pace.cost
        here, yonder = here + step, yonder + step
    return max(score, 0.0)


def _only_describes(mine: Line, here: int, line: Line, yonder: int, pair: tuple[int, int, int, float]) -> bool:
    """Whether what is passed over right beside the name only describes it."""
    return (pair[1] == here or mine.tokens[here].key in _OWN_WORDS) and (
        pair[2] == yonder or line.tokens[yonder].key in _OWN_WORDS
    )


def _next_pair(
    mine: Sequence[Token],
    own: Sequence[int],
    line: Sequence[Token],
    others: Sequence[int],
    skips: int,
    index: Index,
    *,
    strict: bool,
) -> tuple[int, int, int, float] | None:
    """The next two tokens that agree, (tokens passed over, their two indexes, what the agreement is worth)."""
    if not own or not others:
        return None
    for passed in range(min(skips, len(own) + len(others) - 2) + 1):
        for first in range(max(0, passed - len(others) + 1), min(passed + 1, len(own))):
            if strict and 0 < first < passed:
                continue
            one, other = mine[own[first]], line[others[passed - first]]
            worth: float | None
            if one.kind == "word":
                if other.kind != "word" or one.key != other.key:
                    continue
                worth = 0.25 if one.key in _WEAK else 1.0
            elif other.kind == "word":
                continue
            elif one.kind == "name" and other.kind == "name":
                if not akin(one.key, other.key, index):
                    continue
                worth = 1.0
            else:
                worth = 0.0
            if not (strict and one.key in SYMMETRIC):
                return passed, own[first], others[passed - first], worth
    return None


# Who is meant


@of_name
def sort_of(name: str, index: Index) -> Sort:
    """Whether a name is a person's, a place's, or else some body's."""
    kind = name_kind(name)
    if kind in ("company", "government"):
        return "body"
    if kind == "place":
        return "place"
    return "person" if kind == "person" or index.directory.is_person(index.directory.fullest(name)) else "body"


_AGENT = pattern(r"\b(?:by|for)\s(?:the\s)?\Z")
_NEAR = 3
"""Sentences before one with a pronoun in which a person is named whom it may mean."""


def only_by_pronoun(name: str, rival: NameSpan, cited: Cited) -> bool:
    """Whether `rival` only tells what a pronoun's bearer does, or is named as an agent beside one, so that the pronoun
    may as well mean `name`, a person whom a sentence shortly before has: "the prosecutor, Roe, told the court that he";
    "Questioned by Roe, she agreed"."""
    index = cited.index
    number = index.sentences_of((rival.start, rival.end))[0]
    sentence = index.sentences[number - 1]
    if not any(word.low in PERSONAL and word.start > rival.end for word in index.words(number)):
        return False
    if index.occurrences_of(name) and any(
        related(name, other.text, index) for other in index.names_of(number) if other.start < rival.start
    ):
        return False
    tells = any(
        speech.source is not None and speech.source[0] <= rival.start < speech.source[1]
        for speech in index.speeches_in((number,))
    )
    apposed = index.text[max(sentence.start, rival.start - 2) : rival.start] == ", "
    if not (tells and apposed) and not _AGENT.search(index.text, sentence.start, rival.start):
        return False
    near = range(max(1, number - _NEAR), number)
    return sort_of(name, index) == "person" and any(
        related(name, other.text, index) for one in near for other in index.names_of(one)
    )


def _of_sort(token: Token, sort: Sort) -> bool:
    """Whether a stand-in is of the sort: "they" is of any."""
    return token.key in _EITHER or (token.key in PERSONAL) == (sort == "person")


def may_mean(number: int, token: Token, name: str, sort: Sort, index: Index) -> bool:
    """Whether a pronoun or "the company" in a sentence may mean `name`."""
    key = token.key
    if key in _EITHER or (key in ORGANISATION_NOUNS and key not in _GENERIC):
        return True
    if sort == "body" and is_main(name, index):
        return True
    found = antecedents_of(number, token, sort, index)
    return not found or any(related(name, other.text, index) for other in found)


def antecedents_of(number: int, token: Token, sort: Sort, index: Index) -> list[NameSpan]:
    """Whom a pronoun may mean: those of its sort named before it in its sentence, and, where these are none or it
    stands for a body, those of the nearest sentence before that names any."""
    key = token.start, sort
    known = index.antecedents.get(key)
    if known is None:
        known = index.antecedents[key] = _antecedents(number, token.start, sort, index)
    return known


def _antecedents(number: int, start: int, sort: Sort, index: Index) -> list[NameSpan]:
    found = [name for name in index.names_of(number) if name.end <= start and sort_of(name.text, index) == sort]
    if found and sort == "person":
        return found
    for before in range(number - 1, max(0, number - 1 - _BACK), -1):
        named = [name for name in index.names_of(before) if sort_of(name.text, index) == sort]
        if named and sort == "body" and _opens_with_noun(before, named[0], index):
            # "The Oslo miller said": whom it means is named further back.
            found.extend(named)
        elif named:
            return [*found, *named]
    return found


def _opens_with_noun(number: int, first: NameSpan, index: Index) -> bool:
    """Whether a sentence opens with "the" and a noun for a body, before it names any."""
    opening = [word for word in index.words(number) if word.start < first.start][:_OPENING]
    return (
        bool(opening)
        and opening[0].low in ("the", "its")
        and any(word.low in NAMELESS_BODIES | BODY_NOUNS for word in opening[1:])
    )


_OPENING = 4


def _bearer_of(token: Token, number: int, sort: Sort, index: Index) -> NameSpan | None:
    """The name that holds a place, or the one nearest before the word that stands for it."""
    if token.kind == "name":
        return NameSpan(token.start, token.end, token.key)
    found = antecedents_of(number, token, sort, index)
    return found[0] if found else None


def _elsewhere(mine: Place, own: Line, name: str, score: float, cited: Cited) -> bool:
    """Whether an uncited sentence has `name` in a place that agrees as well: the citation was short, not the name."""
    index = cited.index
    numbers: list[int] = []
    for key, other in index.distinct_names.items():
        if akin(name, other.text, index):
            for one in index.occurrences.get(key, ())[:_ELSEWHERE]:
                numbers.extend(number for number in index.sentences_of((one.start, one.end)))
    for number in sorted(set(numbers).difference(cited.numbers))[:_ELSEWHERE]:
        for at, line in _holders((number,), index):
            token = line.tokens[at]
            if (
                token.kind == "name"
                and akin(name, token.key, index)
                and _agreement(mine, own, line.place(at), line, _OWN, index) >= score
            ):
                return True
    return False
