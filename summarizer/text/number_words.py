"""Numbers in words: "twenty-five million", "half a billion", "two and a half", "two-thirds" → an exact value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import gcd

from summarizer.text.patterns import pattern
from summarizer.text.plain import GAP

SMALL: dict[str, int] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "mil": 10**6,
    "mill": 10**6,
    "milliard": 10**9,
    "mio": 10**6,
    "mln": 10**6,
    "mlns": 10**6,
    "mrd": 10**9,
    "mn": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "bil": 10**9,
    "billion": 10**9,
    "bln": 10**9,
    "blns": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tln": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "quadrillion": 10**15,
    "dozen": 12,
}
"""Scale words behind a number; short scale, as in all business English since 1974."""

DENOMINATORS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "sixteenth": 16,
    "sixteenths": 16,
}

_LINK = rf"(?:-|{GAP})"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_SMALL, _PART = _either(SMALL), _either(DENOMINATORS)
_TENS = _either(word for word, value in SMALL.items() if value >= 20)
_DIGIT = _either(word for word, value in SMALL.items() if value < 10)
_SCALE = "hundred|thousand|million|billion|trillion|quadrillion|dozen|lakhs?|crores?|mln|bln"
_BELOW_100 = rf"(?:(?:{_TENS}){_LINK}(?:{_DIGIT})|{_SMALL})"
_SCALED = rf"(?:{_LINK}(?:{_SCALE})\b)"
PATTERN = (
    rf"(?:half|quarter|(?:an?|{_DIGIT}){_LINK}(?:{_PART}))\b(?:(?:{_LINK}(?:of{_LINK})?an?)?{_SCALED}{{1,2}}"
    rf"|{_LINK}(?:of{_LINK})?an?(?={_LINK}(?:percentage{_LINK})?point\b))?"
    rf"|(?:{_BELOW_100}|an?(?={_LINK}(?:{_SCALE})\b))\b(?:{_LINK}point(?:{_LINK}(?:{_DIGIT})\b){{1,6}})?"
    rf"(?:{_SCALED}{{1,2}}(?:{_LINK}(?:and{_LINK})?{_BELOW_100}\b)?){{0,6}}"
    rf"(?:{_LINK}and{_LINK}(?:an?{_LINK}(?:half|third|quarter)|three{_LINK}quarters)\b{_SCALED}{{0,2}})?"
)
"""Words that may be a number; `read_words` tells how much of them is one."""

NUMBERS = frozenset(SMALL) | {"half", "quarter"}
"""One of these stands in whatever `PATTERN` finds, or else one of `ARTICLES` before one of `MULTIPLES`."""
ARTICLES = frozenset({"a", "an"})
MULTIPLES = frozenset(DENOMINATORS) | frozenset(_SCALE.replace("s?", "").split("|")) | {"lakhs", "crores"}

_TOKEN = pattern(r"[a-z]+")


def exact(value: Fraction) -> Decimal:
    """A fraction as a decimal of 28 digits."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def read_words(run: str) -> tuple[Fraction, int, bool] | None:
    """The number that the longest beginning of `run` is: value, its length in characters, whether it is a bare
    fraction ("two-thirds", "half") that needs support. None if it begins with no number."""
    tokens = [(found.group(), found.end()) for found in _TOKEN.finditer(run.lower())]
    words = [word for word, _ in tokens]
    fraction, used = _fraction(words)
    if fraction is not None:
        following = words[used : used + 3]
        skip = 2 if following[:2] in (["of", "a"], ["of", "an"]) else 1 if following[:1] in (["a"], ["an"]) else 0
        if skip and len(following) > skip and following[skip] in SCALES:
            end = used + skip
            while end < len(words) and words[end] in SCALES:
                fraction *= SCALES[words[end]]
                end += 1
            return fraction, tokens[end - 1][1], False
        if skip and len(words) == used + skip:
            return fraction, tokens[-1][1], False  # "half a", which a point stands behind
        if following[:1] and following[0] in SCALES and words[used - 1] in ("half",) and words[0] == "half":
            return fraction * SCALES[following[0]], tokens[used][1], False
        return fraction, tokens[used - 1][1], True
    value, used = _cardinal(words)
    if value is None:
        return None
    return value, tokens[used - 1][1], False


def _fraction(words: list[str]) -> tuple[Fraction | None, int]:
    if words[0] in ("half", "quarter"):
        return Fraction(1, DENOMINATORS[words[0]]), 1
    if len(words) < 2 or words[1] not in DENOMINATORS:
        return None, 0
    top = 1 if words[0] in ("a", "an") else SMALL.get(words[0], 0)
    plural = words[1].endswith("s") or words[1] == "halves"
    if top < 1 or plural != (top > 1) or top >= DENOMINATORS[words[1]] or gcd(top, DENOMINATORS[words[1]]) > 1:
        # "two quarters" are two stretches of the year: nobody calls a half so.
        return None, 0
    return Fraction(top, DENOMINATORS[words[1]]), 2


def _cardinal(words: list[str]) -> tuple[Fraction | None, int]:
    """Units below a hundred, "hundred", then thousands and up; "and a half" where a scale may follow."""
    total, group, index, last = Fraction(0), Fraction(0), 0, Fraction(10**18)
    seen_unit = False
    if words[0] in ("a", "an"):
        group, index, seen_unit = Fraction(1), 1, True
        if len(words) < 2 or words[1] not in SCALES:
            return None, 0
    used = 0
    while index < len(words):
        word = words[index]
        if word in SMALL:
            number = SMALL[word]
            tens_free = group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0 and 0 < number < 10)
            if group.denominator != 1 or not tens_free:
                break
            group += number
            seen_unit = True
        elif word == "point" and index + 1 < len(words) and words[index + 1] in SMALL:
            place = Fraction(1, 10)
            index += 1
            while index < len(words) and SMALL.get(words[index], 10) < 10:
                group += SMALL[words[index]] * place
                place /= 10
                index += 1
            used = index
            continue
        elif word in SCALES and seen_unit:
            scale = SCALES[word]
            if scale == 100 and group < 100:
                group *= 100
            elif scale == 12 and index + 1 >= len(words):
                group *= 12
            elif scale > 100 and scale < last:
                total, group, last = total + group * scale, Fraction(0), Fraction(scale)
            else:
                break
        elif word == "and":
            after = words[index + 1 : index + 4]
            if after[:2] == ["a", "half"] or after[:2] == ["a", "quarter"] or after[:2] == ["a", "third"]:
                part = Fraction(1, DENOMINATORS[after[1]])
                if group == 0 and total:
                    total += part * last
                else:
                    group += part
                index += 3
                used = index
                continue
            if after[:2] == ["three", "quarters"] and group:
                group += Fraction(3, 4)
                index += 3
                used = index
                continue
            if not after or after[0] not in SMALL or not (group >= 100 or total):
                break
            index += 1
            continue
        else:
            break
        index += 1
        used = index
    return (total + group, used) if used and seen_unit else (None, 0)
