"""The words before and behind an amount that say which side of it the true one lies on.

"nearly" and "almost" count as `about`: the amount is meant to be near. "just under", "shy of" are `less_than`.
"over" and "under" before a stretch of time are prepositions ("over three years"), unless "just", "well", "for" or "a
little" goes before; "within" bounds nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from summarizer.text.patterns import pattern
from summarizer.text.plain import GAP

Bound = Literal["exactly", "about", "more_than", "at_least", "up_to", "less_than", "between"]

BEFORE: dict[str, Bound] = {
    "a maximum of": "up_to",
    "a minimum of": "at_least",
    "above": "more_than",
    "about": "about",
    "almost": "about",
    "an approximate": "about",
    "an estimated": "about",
    "anywhere near": "about",
    "anything up to": "up_to",
    "approaching": "about",
    "approx": "about",
    "approximate": "about",
    "approx.": "about",
    "approximately": "about",
    "around": "about",
    "as few as": "at_least",
    "as high as": "up_to",
    "as little as": "at_least",
    "as low as": "at_least",
    "as many as": "up_to",
    "as much as": "up_to",
    "at a minimum": "at_least",
    "at least": "at_least",
    "at most": "up_to",
    "below": "less_than",
    "beyond": "more_than",
    "c.": "about",
    "ca.": "about",
    "capped at": "up_to",
    "circa": "about",
    "close to": "about",
    "estimated": "about",
    "estimated at": "about",
    "exceed": "more_than",
    "exceeded": "more_than",
    "exceeding": "more_than",
    "exceeds": "more_than",
    "fewer than": "less_than",
    "greater than": "more_than",
    "higher than": "more_than",
    "in excess of": "more_than",
    "in the neighborhood of": "about",
    "in the neighbourhood of": "about",
    "in the range of": "about",
    "in the region of": "about",
    "in the vicinity of": "about",
    "just above": "more_than",
    "just below": "less_than",
    "just over": "more_than",
    "just shy of": "less_than",
    "just short of": "less_than",
    "just under": "less_than",
    "less than": "less_than",
    "little less than": "less_than",
    "little more than": "more_than",
    "lower than": "less_than",
    "maximum": "up_to",
    "maximum of": "up_to",
    "minimum": "at_least",
    "minimum of": "at_least",
    "more or less": "about",
    "more than": "more_than",
    "much as": "up_to",
    "near": "about",
    "nearer": "about",
    "nearer to": "about",
    "nearly": "about",
    "no fewer than": "at_least",
    "no greater than": "up_to",
    "no higher than": "up_to",
    "no less than": "at_least",
    "no lower than": "at_least",
    "no more than": "up_to",
    "north of": "more_than",
    "not be greater than": "up_to",
    "not be higher than": "up_to",
    "not be less than": "at_least",
    "not be lower than": "at_least",
    "not be more than": "up_to",
    "not exceed": "up_to",
    "not exceeding": "up_to",
    "not less than": "at_least",
    "not more than": "up_to",
    "not to exceed": "up_to",
    "of the order of": "about",
    "on the order of": "about",
    "over": "more_than",
    "over and above": "more_than",
    "roughly": "about",
    "shy of": "less_than",
    "slightly above": "more_than",
    "slightly below": "less_than",
    "slightly less than": "less_than",
    "slightly more than": "more_than",
    "slightly over": "more_than",
    "slightly under": "less_than",
    "some": "about",
    "something like": "about",
    "south of": "less_than",
    "surpassed": "more_than",
    "surpassing": "more_than",
    "to the tune of": "about",
    "topped": "more_than",
    "topping": "more_than",
    "under": "less_than",
    "up to": "up_to",
    "up to a further": "up_to",
    "up to an additional": "up_to",
    "upto": "up_to",
    "upward of": "more_than",
    "upwards of": "more_than",
    "virtually": "about",
    "well above": "more_than",
    "well below": "less_than",
    "well over": "more_than",
    "well under": "less_than",
    "within": "up_to",
}

SIGNS: dict[str, Bound] = {
    "<": "less_than",
    "<=": "up_to",
    "=<": "up_to",
    ">": "more_than",
    ">=": "at_least",
    "~": "about",
    "±": "about",
    "≈": "about",
    "≤": "up_to",
    "≥": "at_least",
    "⩽": "up_to",
    "⩾": "at_least",
}

BEHIND: dict[str, Bound] = {
    "and above": "at_least",
    "and over": "at_least",
    "and up": "at_least",
    "and upward": "at_least",
    "and upwards": "at_least",
    "at least": "at_least",
    "at most": "up_to",
    "or above": "at_least",
    "or better": "at_least",
    "or fewer": "up_to",
    "or greater": "at_least",
    "or higher": "at_least",
    "or less": "up_to",
    "or lower": "up_to",
    "or more": "at_least",
    "or over": "at_least",
    "or so": "about",
    "or thereabouts": "about",
    "or under": "up_to",
}

_PREPOSITIONS = frozenset({"over", "under"})
_WITHIN = "within"
"""A bound of a stretch of time alone: "within four weeks", not "within 5% of its peak"."""
_FILLERS = frozenset({"a", "additional", "an", "another", "its", "of", "the", "their", "total"})
_KNOWN = frozenset({"its", "the", "their"})
"""Behind a bound such words show that it is a comparison: "above the $471 million that had been forecast"."""
_COMPARED = frozenset({"less_than", "more_than"})
_ALNUM = pattern(r"[^\W_]+")
_OPENING_WORDS = frozenset(phrase.split()[0] for phrase in BEFORE)
_OPENINGS = frozenset(word.rstrip(".") for word in _OPENING_WORDS)
_OUTDOING = ("exceed", "surpass", "topp")
_ANOTHER = frozenset({"a", "an", "another"})
"""Behind a verb of outdoing they begin the thing that is outdone: "topping an $850 million offer"."""
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in BEFORE) | _FILLERS
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", GAP) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))


_SIGN = pattern(rf"(?P<sign>{_either(SIGNS)})[ \xa0]?\Z")
_BEHIND = pattern(
    rf"(?P<plus>[ ]?\+(?![\w$£€])|-plus\b)|{GAP}(?P<first>and|at|or){GAP}(?P<second>[a-z]+)(?![^\W_])"
    rf"(?!{GAP}than\b)(?!(?<=[Uu][Pp]){GAP}to\b)",
    re.IGNORECASE,
)
"""None where the words go on to another amount: "$50 million and up to $700 million in milestones"."""
_OBJECT = pattern(rf"{GAP}(?:an?|its|her|his|our|that|the|their|this)\b")
"""Behind "and above" and the like it shows a preposition: "at $50 and above its average"."""
_GAP = pattern(GAP)
_MOST_WORDS = max(len(phrase.split()) for phrase in BEFORE) + 1
"""Words of a phrase, with a filler behind it."""
_EMPHATIC = pattern(r"\b(?:just|well|for|a little|slightly|of)\s{1,3}\Z", re.IGNORECASE)
_REACH = 48
_OVER = "over"
_CARRIED = pattern(
    r"\b(?:carr(?:ied|ies|y)|hand(?:ed|ing|s)?|roll(?:ed|ing|s)?|sign(?:ed|ing|s)?|turn(?:ed|ing|s)?)\s\Z",
    re.IGNORECASE,
)
"""Verbs that "over" belongs to: "turned over $4 million"."""
_UP_TO = "up to"
_BROUGHT = pattern(
    r"\b(?:brought|built|drove|jumped|lifted|moved|pulled|pushed|took)\s(?:its|his|her|their|the)\s(?:[\w’'-]+\s){1,3}\Z"
)
"""Behind these "up to" tells where something came to: "pushed its sales up to 55,000"."""
_ROSE = pattern(
    r"\b(?:back|all\sthe\sway|climb(?:ed|ing|s)?|came|crept|edged|goes|going|gone|grew|grown|jumped|moved|ramp(?:ed|ing|s)?"
    r"|rise[ns]?|rising|rose|went)\s\Z"
)
_STANDS = pattern(r"\b(?:is|are|was|were)\s(?:now\s)?\Z")
_FROM_BEHIND = pattern(r"[^.;:]{0,4}\d[^;:]{0,48}?\sfrom\s[^\w\s]?\d")
"""The number, and what it was before: "22% of sales from 21%"."""
_TOPIC = "about"
_TOLD = pattern(
    r"\b(?:comments?|complaints?|concerned|concerns|conversations?|details|discussions?|doubts|information|negotiations|news|questions|remarks?|rumou?rs"
    r"|speculation|spoken?|talk(?:ed|ing|s)?|uncertainty|warnings?|worried|worries)\s\Z",
    re.IGNORECASE,
)
"""Before "about" they lead on to what is talked of: "talks about a $4 million loan"."""


def bound_before(text: str, floor: int, start: int, *, of_time: bool) -> tuple[Bound, int] | None:
    """The bound that the words right before `start` state, and where they begin; nothing before `floor` is read.

    Of several ("at least about") the outermost counts that is more than `about`.
    """
    bound: Bound | None = None
    for _ in range(3):
        low = max(floor, start - _REACH)
        window = text[low:start]
        words = window[-16:].split()
        if not words:
            break
        if words[-1][-1] in _SIGN_ENDS and (sign := _SIGN.search(window)):
            this, begin = SIGNS[sign["sign"]], sign.start()
        elif words[-1].lower().lstrip("(\"'") in _LAST_WORDS and (found := _phrase_before(window)):
            phrase, filler, begin = found
            if of_time and phrase in _PREPOSITIONS and not _EMPHATIC.search(window[:begin]):
                break
            if phrase == _WITHIN and not of_time:
                break
            if phrase == _OVER and _CARRIED.search(window[:begin]):
                break
            if (phrase == _TOPIC and leads_on(text, low + begin)) or (
                phrase == _UP_TO and _is_level(text, window[:begin], start)
            ):
                break
            this = BEFORE[phrase]
            if this in _COMPARED and (filler in _KNOWN or (filler in _ANOTHER and phrase.startswith(_OUTDOING))):
                break
        else:
            break
        if bound is None or this != "about":
            bound = this
        start = low + begin
    return (bound, start) if bound else None


def _is_level(text: str, before: str, start: int) -> bool:
    """Whether "up to" before `start` tells where something came to: "back up to 40%", "is up to 22% from 21%"."""
    return (
        _BROUGHT.search(before) is not None
        or _ROSE.search(before) is not None
        or (_STANDS.search(before) is not None and _FROM_BEHIND.match(text, start) is not None)
    )


def leads_on(text: str, at: int) -> bool:
    """Whether the words before "about" at `at` lead on to what is talked of, so that it bounds nothing."""
    return _TOLD.search(text, max(0, at - _REACH), at) is not None


def _phrase_before(window: str) -> tuple[str, str | None, int] | None:
    """The longest phrase that says a bound and ends, with a filler or without, in the gap at the end of `window`.

    Returns the phrase, the filler and where the phrase begins.
    """
    if not _may_end_in_phrase(window.lower().split()):
        return None
    words: list[str] = []
    begins: list[int] = []
    end = len(window)
    while len(words) < _MOST_WORDS and (rest := window[:end].rstrip()):
        if (gap := window[len(rest) : end]) != " " and not _GAP.fullmatch(gap):
            break
        word = rest.rsplit(None, 1)[-1]
        end = len(rest) - len(word)
        words.insert(0, word.lower())
        begins.insert(0, end)
    for nth, word in enumerate(words):
        for at in range(1 if word.isalnum() else len(word)):
            if (at and word[at - 1].isalnum()) or word[at:] not in _OPENING_WORDS:
                continue
            phrase = " ".join((word[at:], *words[nth + 1 :]))
            if phrase in BEFORE:
                return phrase, None, begins[nth] + at
            phrase, _, filler = phrase.rpartition(" ")
            if filler in _FILLERS and phrase in BEFORE:
                return phrase, filler, begins[nth] + at
    return None


def _may_end_in_phrase(words: Sequence[str]) -> bool:
    """Whether the last of these words can be a phrase that says a bound, with a filler behind it or without."""
    filled = words[-1] in _FILLERS
    for first in range(len(words) - 1, max(len(words) - _MOST_WORDS, 0) - 1, -1):
        word = words[first]
        if not word.isalnum():
            if not _OPENINGS.isdisjoint(_ALNUM.findall(word)):
                return True
        elif word in _OPENING_WORDS:
            phrase = " ".join(words[first:])
            if phrase in BEFORE or (filled and phrase.rpartition(" ")[0] in BEFORE):
                return True
    return False


def bound_behind(text: str, end: int) -> tuple[Bound, int] | None:
    """The bound that stands right behind an amount ("or more", "+"), and where it ends."""
    found = _BEHIND.match(text, end)
    if not found:
        return None
    if found["second"] and _OBJECT.match(text, found.end()):
        return None
    bound = "at_least" if found["plus"] else BEHIND.get(f"{found['first']} {found['second']}".lower())
    return (bound, found.end()) if bound else None
