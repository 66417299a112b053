"""What is said beside a subject and its verb: before them, behind them, or on both sides.

Origin of the lists: conjunctions and relative words, closed classes of English grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.speech_adjuncts import behind_addressee, behind_adverbs, behind_occasion
from summarizer.text.speech_clauses import (
    after,
    before,
    has_letters,
    is_titled_adjunct,
    is_verb,
    marked_behind_occasion,
    only_adjunct,
    opens_clause,
    quoted_before,
)
from summarizer.text.speech_rests import rest_of_quotation
from summarizer.text.speech_right import QUOTE_NEAR, end_of_clause, right_of
from summarizer.text.speech_sources import Found
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_units import Attribution, Cue, Place, Unit, span
from summarizer.text.speech_words import AMBIGUOUS, AUXILIARIES, SUBJECT_PRONOUNS

_SUBORDINATORS = frozenset({"after", "although", "as", "because", "if", "once", "since", "though", "when", "while"})
_NOT_AROUND = _SUBORDINATORS | {"and", "before", "but", "citing", "which", "who", "with"}
"""What begins an addition to "he said" rather than the rest of what he said."""
_ARTICLES = frozenset({"a", "an", "its", "the"})
_TURNS = frozenset({"and", "but"})
_GOES_ON = frozenset({"and", "but", "or", "that", "which", "who", "whose"})


def beside_subject(unit: Unit, cue: Cue, low: int, high: int, subject: Found) -> Attribution | None:
    """What a cue with a subject before it gives to that: “A,” Roe said, “B.”; A, Roe said; Roe said that A."""
    words, source = unit.words, span(unit, subject)
    takes_left = cue.sense not in ("names", "calls_for", "puts") and not _is_relative(words, subject, cue)
    aside = cue.last < high and (words[cue.last].text == "," or _is_parenthesis(words, cue, high))
    left = before(unit, low, subject[0], lone=aside) if takes_left else None
    if left is not None and not has_letters(unit.text, left):
        left = None
    if (
        subject[0] > low
        and words[subject[0] - 1].lower == "as"
        and not (words[cue.first].lower in AMBIGUOUS and _goes_on_plainly(words, cue, high))
        and (pieces := _as_put(unit, cue, low, high, subject[0] - 1))
    ):
        return Attribution(pieces, cue.place, source)
    if left is not None and is_titled_adjunct(unit, left):
        left = None
    if left is not None and quoted_before(unit, left):
        rest = rest_of_quotation(unit, min(cue.last, high), high) or _resumed(unit, cue)
        return Attribution((left, rest) if rest else (left,), cue.place, source)
    if left is not None and (parts := _around(unit, cue, left, low, high, subject[0])):
        return Attribution(parts, cue.place, source)
    if left is not None and aside:
        left = before(unit, low, subject[0])
    plainly = words[subject[1]].lower in SUBJECT_PRONOUNS and subject[1] == cue.first - 1
    if words[cue.first].lower in AMBIGUOUS and not plainly and not is_marked(words, cue, high):
        ends = cue.last >= len(words) or words[cue.last].text == "."
        named = ends and words[subject[1]].capital and words[cue.first].lower.endswith("s")
        return Attribution((left,), cue.place, source) if left is not None and named else None
    high = subordinate_end(words, cue, subject[0], high)
    if not takes_left and cue.sense not in ("names", "calls_for", "puts"):
        high = _relative_end(words, cue, subject, high)
    right = right_of(unit, cue, high)
    if left is not None and says_when(unit, cue, high):
        return Attribution((left,), cue.place, source)
    if right is None:
        return None
    return Attribution((right,), cue.place, source)


def _resumed(unit: Unit, cue: Cue) -> Place | None:
    """The rest of a quotation that goes on, in lower case, behind what was done: “A,” Roe said, noting B, “and C.”"""
    rest = rest_of_quotation(unit, cue.last, len(unit.words))
    if rest is None:
        return None
    letters = unit.text[rest[0] : rest[1]].lstrip("“\"'‘«„` ")
    return rest if letters[:1].islower() else None


def _goes_on_plainly(words: Sequence[Word], cue: Cue, high: int) -> bool:
    """Whether a word follows that makes "as many brands look alike" no "as Roe claims"."""
    return cue.last < high and words[cue.last].text[0].isalnum() and words[cue.last].lower not in ("in", "it", "on")


def _as_put(unit: Unit, cue: Cue, low: int, high: int, opener: int) -> tuple[Place, ...]:
    """The parts around ", as Roe put it,"; `opener` is the token of "as"."""
    words = unit.words
    pieces = []
    left = before(unit, low, opener, lone=True) if opener > low and words[opener - 1].text in (",", QUOTE) else None
    if left is not None and words[opener - 2].lower in ("and", "but", "that"):
        left = None
    elif left is not None and has_letters(unit.text, left):
        pieces.append(_last_clause(unit, left))
    elif opener > low and words[opener - 1].text[0].isalnum():
        return ()
    comma = next(
        (at for at in range(cue.last, min(high, cue.last + QUOTE_NEAR)) if words[at].text in (",", ":", QUOTE)), None
    )
    if comma is not None:
        begin = comma + (words[comma].text != QUOTE)
        if begin < high:
            pieces.append((words[begin].start, words[high - 1].end))
    return tuple(pieces)


def _last_clause(unit: Unit, left: Place) -> Place:
    """Of what stands before "as Roe put it" the clause that the quotation at its end is in, if it ends with one."""
    held = [word for word in unit.words if left[0] <= word.start < left[1]]
    if not held or held[-1].text != QUOTE:
        return left
    comma = next((at for at in range(len(held) - 2, -1, -1) if held[at].text == ","), None)
    return (held[comma + 1].start, left[1]) if comma is not None else left


def _is_relative(words: Sequence[Word], subject: Found, cue: Cue) -> bool:
    """Whether "who" or "which" is the subject of the verb: "Roe, who last week said"."""
    return any(word.lower in ("who", "which") for word in words[max(subject[1] + 1, cue.verb - 3) : cue.verb])


def _relative_end(words: Sequence[Word], cue: Cue, subject: Found, high: int) -> int:
    """Where ", which argued that mills close, is a friend" goes on with the verb of what it tells of."""
    if subject[1] + 1 >= len(words) or words[subject[1] + 1].text != ",":
        return high
    for at in range(cue.last + 2, high - 1):
        if words[at].text == "," and is_verb(words[at + 1]):
            return at
    return high


def is_marked(words: Sequence[Word], cue: Cue, high: int) -> bool:
    """Whether "that", a colon or a quotation follows, so that a word that may be a noun is a verb."""
    at = cue.last
    if at < high and words[at].text == ",":
        at += 1
    if at >= high:
        return False
    if words[at].text[0].isalnum() and words[cue.first - 1].capital and cue.first and _is_claim(words, cue, high):
        return True
    if words[at].lower == "in" and words[min(at + 1, high - 1)].lower == "part":
        at = min(at + 2, high - 1)
    if words[at].lower == "in":
        return marked_behind_occasion(words, at, high)
    if words[at].lower in _ARTICLES and at + 1 < high and words[at + 1].text == QUOTE:
        # "took care to say the “A”": the article is a part of what is quoted.
        return True
    return words[at].text in (":", QUOTE) or (words[at].lower == "that" and not is_verb(words[min(at + 1, high - 1)]))


def _is_claim(words: Sequence[Word], cue: Cue, high: int) -> bool:
    """Whether a clause follows "Keld claims", so that this is no "Keld claims were settled"."""
    return cue.sense == "notes" and words[cue.first].lower.endswith("s") and opens_clause(words, cue.last, high)


def subordinate_end(words: Sequence[Word], cue: Cue, first: int, high: int) -> int:
    """Where the clause "While Roe said mills close, …" ends that only leads up to the sentence's own.

    `first` is the token at which its subject begins.
    """
    opener = first - 1
    if opener < 0 or words[opener].lower not in _SUBORDINATORS:
        return high
    if opener and words[opener - 1].text[0].isalnum():
        return high
    for at in range(cue.last + 1, high - 2):
        if words[at].text == "," and words[at + 1].lower not in _GOES_ON:
            return at
    return high


def says_when(unit: Unit, cue: Cue, high: int) -> bool:
    """Whether a cue is followed by nothing but when, where, how or to whom."""
    if cue.sense != "says" and cue.last < high and unit.words[cue.last].lower == "to":
        return False
    found = after(unit, cue.last, high, cue.sense)
    at = behind_addressee(unit.words, cue.last, high) if cue.sense == "tells" else cue.last
    return only_adjunct(unit, at, high) and not (found is not None and found[1])


def _around(unit: Unit, cue: Cue, left: Place, low: int, high: int, begin: int) -> tuple[Place, ...]:
    """The two parts of "To be safe, he said, shops should close": what stands before and behind a parenthesis.

    `begin` is the token at which the subject begins.
    """
    words = unit.words
    at = cue.last
    if unit.quotes.within(*left):
        return ()
    if at < high and words[at].text != "," and not any(is_verb(word) for word in words[low:begin]):
        at = _behind_circumstances(words, cue, high)
        if at + 1 >= high or not is_verb(words[at + 1]):
            return ()
    if at + 1 >= high or words[at].text != ",":
        return ()
    if words[at + 1].text == QUOTE or (at + 2 < high and words[at + 2].text == QUOTE and words[at + 1].lower in _TURNS):
        if before(unit, low, begin) is None:
            return ()
    elif (
        (at + 3 >= high and not (is_verb(words[at + 1]) and at + 2 < high))
        or words[at + 1].lower in _NOT_AROUND
        or _is_participle(words, at + 1, high)
    ):
        return ()
    return left, (words[at + 1].start, words[end_of_clause(words, at + 1, high) - 1].end)


def _behind_circumstances(words: Sequence[Word], cue: Cue, high: int) -> int:
    """The token behind "told me on Friday", "explained earlier in the hearing"."""
    at = behind_addressee(words, cue.last, high) if cue.sense == "tells" else cue.last
    at = behind_adverbs(words, at, high)
    if at < high and words[at].lower in ("earlier", "later"):
        at += 1
    return behind_adverbs(words, behind_occasion(words, at, high), high)


def _is_parenthesis(words: Sequence[Word], cue: Cue, high: int) -> bool:
    """Whether the clause of the cue ends with a comma behind which the verb of another one comes."""
    at = _behind_circumstances(words, cue, high)
    return cue.last < at < high - 1 and words[at].text == "," and is_verb(words[at + 1])


def _is_participle(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether "-ing" at `at` begins an addition: "closing mills" does, "closing mills would help" has a verb."""
    if not words[at].lower.endswith("ing"):
        return False
    for word in words[at + 1 : min(high, at + 6)]:
        if word.lower in AUXILIARIES:
            return False
        if not word.text[0].isalnum():
            break
    return True
