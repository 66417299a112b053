"""One word of number, measure or time put in another's place, all around it left as the article has it.

Numbers inside names ("phase 2", "No. 4"), time units ("three months to June"), ordinals, seasons, "next" and "last":
where the words around such a word are those around another of its class in the cited sentences, and not those around
the word itself, it was exchanged. Nouns that are counted are compared by their number alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from summarizer.text.calendar_words import MONTHS, SEASONS, WEEKDAYS
from summarizer.text.dates import DateSpan
from summarizer.text.noun_kinds import KINDS, different_things
from summarizer.text.numbers import Amount
from summarizer.text.phrases import word_set
from summarizer.text.units import TIMES
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited
from summarizer.verifier.notes import differing
from summarizer.verifier.said import Said
from summarizer.verifier.wording import STOP_WORDS, Word, stem

_REACH = 3
"""Words to either side that are compared."""
_ALIKE = 2.0
"""Likeness of the surroundings from which a word stands in another's place; a word with content counts 1."""
_CLEARLY = 2.0
"""By how much the other's place must be more alike than the word's own, where the cited sentences have it too."""
_LONGEST = 200
"""Words of a statement that are looked at."""
_MOST = 64
"""Places in the cited sentences with which one word is compared."""

_COUNTS = {
    word: str(value)
    for words, values in (
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", range(1, 16)),
        ("sixteen seventeen eighteen nineteen", range(16, 20)),
        ("twenty thirty forty fifty sixty seventy eighty ninety", range(20, 100, 10)),
    )
    for word, value in zip(words.split(), values, strict=True)
}
_SCALES = word_set("hundred thousand million billion trillion mln bln bn mn")
_ORDINALS = {
    word: str(nth)
    for nth, forms in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
         "ninth 9th", "tenth 10th"), 1)
    for word in forms.split()
}  # fmt: skip
_SIDES = {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next"}
_FOLDS = {
    form: value
    for value, forms in enumerate(
        ("halve halved halves halving", "single", "double doubled doubles doubling", "triple tripled triples tripling",
         "quadruple quadrupled quadruples quadrupling"))
    for form in forms.split()
}  # fmt: skip
_SIZES = frozenset({"low", "mid", "high"})
_TIMES = {stem(word) for word in TIMES}
_MORE = word_set("more additional other new further extra")

_CODES = {
    "count": Code.NUMBER_ALTERED,
    "unit": Code.UNIT_ALTERED,
    "ordinal": Code.NUMBER_ALTERED,
    "fold": Code.NUMBER_ALTERED,
    "size": Code.NUMBER_ALTERED,
    "season": Code.DATE_ALTERED,
    "month": Code.DATE_ALTERED,
    "weekday": Code.DATE_ALTERED,
    "side": Code.DATE_ALTERED,
}
Token = tuple[str, str]
"""What class a word is of, and which of its members: ("count", "2")."""


_OTHERS: dict[str, Token] = {
    **{word: ("weekday", str(day)) for word, day in WEEKDAYS.items()},
    **{word: ("month", str(month)) for word, month in MONTHS.items() if word != "may"},
    **{word: ("season", "autumn" if word == "fall" else word) for word in SEASONS},
    **{word: ("size", word) for word in _SIZES},
    **{word: ("fold", str(fold)) for word, fold in _FOLDS.items()},
    **{word: ("side", side) for word, side in _SIDES.items()},
    **{word: ("ordinal", nth) for word, nth in _ORDINALS.items()},
}
"""By a word, what it is of the classes that are told by the word alone; of two classes the last one here."""


@lru_cache(maxsize=16384)
def _token(low: str, stem: str) -> Token | None:
    """What a word in small letters is, with its stem."""
    if low in _COUNTS:
        return "count", _COUNTS[low]
    if stem in _TIMES and low != "second":
        return "unit", stem
    if low in _OTHERS:
        return _OTHERS[low]
    return ("count", low.lstrip("0") or "0") if low.isdecimal() else None


Line = Sequence[tuple[Word, Token | None]]


def check_substituted(said: Said, cited: Cited) -> Iterator[Finding]:
    """The first word of the statement that stands in another's place."""
    mine = _tokens(said.clause.words[:_LONGEST])
    if not any(token is not None or word.low in KINDS for word, token in mine):
        return
    lines = [_line(cited, number) for number in cited.numbers]
    yield from islice(_substituted(said, mine, lines, cited), 1)


def _line(cited: Cited, number: int) -> Line:
    return cited.index.read("hard words", number, lambda *_: _tokens(cited.index.words(number)))


def _tokens(words: Sequence[Word]) -> Line:
    return [(word, _token(word.low, word.stem)) for word in words]


def _substituted(said: Said, mine: Line, lines: Sequence[Line], cited: Cited) -> Iterator[Finding]:
    places: dict[str, list[tuple[Line, int]]] = {}
    for line in lines:
        for at, (_, token) in enumerate(line):
            if token is not None:
                places.setdefault(token[0], []).append((line, at))
    facts: list[Amount | DateSpan] = [*said.amounts, *said.dates]
    taken = [(fact.start, fact.end) for fact in facts]
    first = -1
    """Where the amount begins whose number was met last."""
    for at, (word, token) in enumerate(mine):
        if token is None:
            if word.low in KINDS and (rival := _other_noun(mine, at, places.get("count", ()))) is not None:
                yield _finding(Code.UNIT_ALTERED, said, word, rival, cited)
            continue
        if token[0] == "count" and not _is_day(mine, at):
            inside = next((a for a, b in taken if a <= word.start < b), -1)
            if inside >= 0 and not (inside == first and _is_compound(said.text, word)):
                first = inside
                continue
        best, own, rival = 0.0, 0.0, None
        for line, there in places.get(token[0], [])[:_MOST]:
            if token[0] == "count" and _is_day(mine, at) != _is_day(line, there):
                continue
            score = _alike(mine, at, line, there)
            if line[there][1] == token:
                own = max(own, score)
            elif score > best:
                best, rival = score, line[there][0]
        held = any(line[there][1] == token for line, there in places.get(token[0], ()))
        if rival is not None and best >= _ALIKE and (best - own >= _CLEARLY + 1 if held else True):
            yield _finding(
                Code.DATE_ALTERED if token[0] == "count" and _is_day(mine, at) else _CODES[token[0]],
                said,
                word,
                rival,
                cited,
            )


def _is_compound(text: str, word: Word) -> bool:
    """Whether a second number of an amount belongs to its noun: "two ten-year options"."""
    return text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].isalpha()


def _is_day(line: Line, at: int) -> bool:
    """Whether a month stands beside the number."""
    return any(
        0 <= near < len(line) and (token := line[near][1]) is not None and token[0] == "month"
        for near in (at - 1, at + 1)
    )


def _finding(code: Code, said: Said, word: Word, rival: Word, cited: Cited) -> Finding:
    place = rival.start, rival.end
    return differing(code, said.path, word.text, cited.index.article, place, said=said.text)


def _alike(mine: Line, at: int, line: Line, there: int) -> float:
    """How many words in a row are the same on both sides; a side that begins with another word counts nothing."""
    return sum(_side(mine, at, line, there, step) for step in (-1, 1))


def _side(mine: Line, at: int, line: Line, there: int, step: int) -> float:
    score = 0.0
    for far in range(1, _REACH + 1):
        here, yonder = at + far * step, there + far * step
        if not (0 <= here < len(mine) and 0 <= yonder < len(line)):
            break
        (one, token), (other, source) = mine[here], line[yonder]
        if one.stem != other.stem and (token is None or token != source):
            break
        score += 0.5 if one.low in STOP_WORDS and token is None else 1.0
    return score


def _number_before(line: Line, at: int) -> str | None:
    """The number that counts the noun at `at`: "300" of "300 more units"."""
    at -= 1
    if at >= 0 and line[at][0].low in _MORE:
        at -= 1
    if at < 0:
        return None
    word, token = line[at]
    if token is not None and token[0] == "count":
        return token[1]
    if word.low in _SCALES and at > 0:
        return f"{line[at - 1][0].text} {word.stem}"
    return None


def _other_noun(mine: Line, at: int, counts: Sequence[tuple[Line, int]]) -> Word | None:
    """The noun that the article counts with this number, where it is another thing than the statement's."""
    noun = mine[at][0]
    if (number := _number_before(mine, at)) is None:
        return None
    found = None
    for line, there in counts[:_MOST]:
        for behind in range(there + 1, min(there + 4, len(line))):
            word = line[behind][0]
            if word.stem == noun.stem:
                return None
            if word.low not in KINDS or _number_before(line, behind) != number:
                continue
            if not different_things(noun.text, word.text):
                return None
            found = found or word
    return found
