"""The clause or the quotation beside a cue of speech, on its left or on its right.

Origin of the lists: subordinators, relative words and conjunctive adverbs, closed classes of English grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.phrases import word_set
from summarizer.text.speech_adjuncts import (
    ADJUNCTS,
    ASKED,
    DAY_WORDS,
    behind_addressee,
    behind_adverbs,
    behind_occasion,
    opens_participle,
)
from summarizer.text.speech_tokens import QUOTE, Word, outside_marks
from summarizer.text.speech_units import Place, Unit
from summarizer.text.speech_words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    LISTENERS,
    OBJECT_PRONOUNS,
    SUBJECT_PRONOUNS,
)

_STOPS = frozenset(".!?;:")
_STOPS_OR_COMMA = _STOPS | {","}
_OPENS_ADJUNCT = ADJUNCTS | word_set("meanwhile however still but and asked speaking")
_LONGEST_ADJUNCT = 6
"""Words up to which "In a long talk on Monday" before a comma is taken for no clause."""
_SHORTEST_CLAUSE = 4
"""Words behind an adjunct's comma from which they are taken for a clause though no verb is known among them."""
PARENTHESES = word_set("again however instead meanwhile moreover nevertheless nonetheless then therefore though too")
"""What stands between commas right behind a verb of speech: "he added, however, that"."""
_BEHIND_ASKED = word_set("about at by during for how if in on to what when where whether which who why")
_TURNS = frozenset({"and", "but", "however", "meanwhile", "nor", "or", "so", "still", "then", "yet"})
_BEFORE_OPENER = frozenset({"ever", "even", "just", "long", "only", "shortly", "soon"})
"""What stands before "since" or "after" at the head of an adjunct."""
_SUBORDINATE = frozenset({"although", "since", "though", "whereas"})
"""What opens a clause that says nothing without another one."""
_LONGEST_TURN = 3
_SHORTEST_SET_OFF, _LONGEST_SET_OFF = 8, 1500
"""Words and characters of a paragraph that is a quotation though it has no marks."""
LONGEST_GAP = 24
"""Words between a cue and the "that" or the quotation mark that it leads to."""
_CLAUSE_OPENING = 14
"""Words of a clause within which its verb comes."""
_LEADS_ON = word_set("and as because but citing noting saying though which while who with")
_NO_NOUNS = DETERMINERS | CLAUSE_OPENERS | ADJUNCTS | {"of"}
_NO_VERB_BEHIND = word_set("how that what when where which who whom whose")


def before(unit: Unit, low: int, at: int, *, lone: bool = False) -> Place | None:
    """What stands before ", NP said" at token `at`: a clause or a quotation that ends with a comma or its mark.

    `lone`: whether a single word or an adjunct will do, as in "Today, he said, mills will close".
    """
    last = at - 1
    if last < low:
        return None
    end = unit.words[last]
    if end.text == QUOTE:
        return _quotation_start(unit, low, last), end.end
    if end.text not in (",", "—", "–", "-"):
        return None
    if last - 1 >= low and unit.words[last - 1].text == QUOTE:
        return _quotation_start(unit, low, last - 1), unit.words[last - 1].end
    held = unit.words[low:last]
    if end.text != "," and not any(is_verb(word) for word in held):
        return None
    if not lone and (len(held) < 2 or _is_adjunct(held)):
        return None
    return _left_start(unit, low, last), end.start


def _left_start(unit: Unit, low: int, last: int) -> int:
    """Where the sentence of what stands on the left begins: behind a full stop within the unit."""
    for at in range(last - 1, low, -1):
        word = unit.words[at]
        if word.text in (".", "!", "?") and at + 1 <= last and unit.words[at + 1].text != ",":
            return unit.words[at + 1].start
    return unit.words[low].start


def _quotation_start(unit: Unit, low: int, at: int) -> int:
    """Where what a quotation at token `at` belongs to begins: behind a colon, the quotation itself."""
    if at > low and unit.words[at - 1].text == ":":
        return unit.words[at].start
    return _left_start(unit, low, at)


def _is_adjunct(held: Sequence[Word]) -> bool:
    """Whether words before a comma say when or where: "In 2025" is, "In 2025, Acme expects more" is none."""
    while held and (held[0].text == "," or (held[0].lower in _TURNS and len(held) > _LONGEST_TURN)):
        # "But sales fell" is as much a clause as "sales fell".
        held = held[1:]
    if len(held) > 1 and held[0].lower in _BEFORE_OPENER and held[1].lower in _OPENS_ADJUNCT | _SUBORDINATE:
        held = held[1:]
    if not held:
        return True
    first = held[0].lower
    if first in ASKED and len(held) > 1 and held[1].lower in _BEHIND_ASKED:
        return True
    if opens_participle(held, 0) and not any(word.lower in AUXILIARIES for word in held):
        return True
    comma = next((at for at, word in enumerate(held) if word.text == ","), None)
    if first in _SUBORDINATE:
        return comma is None
    if first not in _OPENS_ADJUNCT or is_subject_this(held, 0):
        return False
    if comma is not None and (any(is_verb(word) for word in held[comma:]) or _goes_on_plainly(held, comma + 1)):
        return False
    return first in CLAUSE_OPENERS or len(held) <= _LONGEST_ADJUNCT or not any(is_verb(word) for word in held)


def _goes_on_plainly(held: Sequence[Word], at: int) -> bool:
    """Whether enough for a clause follows an adjunct and its comma: "After the sale, people began to buy"."""
    rest = held[at:]
    return (
        len(rest) >= _SHORTEST_CLAUSE
        and rest[0].text[0].isalnum()
        and rest[0].lower not in _OPENS_ADJUNCT
        and not rest[0].lower.endswith("ing")
    )


def is_subject_this(words: Sequence[Word], at: int) -> bool:
    """Whether "this" at `at` is a thing and no "this week": "said this came from lending"."""
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower == "this" and behind not in DAY_WORDS and behind not in ("coming", "past")


def is_verb(word: Word) -> bool:
    """Whether the word can be the verb of a clause by its look."""
    lower = word.lower
    return not word.capital and (
        lower in AUXILIARIES or (len(lower) > 3 and (lower.endswith(("ed", "n't")) or lower in ("expects", "expect")))
    )


def quoted_before(unit: Unit, piece: Place) -> bool:
    """Whether a piece ends with a quotation."""
    held = unit.quotes.within(*piece)
    return bool(held) and piece[1] - held[-1].end <= 2


def is_titled_adjunct(unit: Unit, piece: Place) -> bool:
    """Whether a piece only says where, a title in it: In a talk on "Mills Today," """
    held = unit.quotes.within(*piece)
    lead = unit.text[piece[0] : held[0].start].split() if held else []
    if not lead or len(held) > 1 or lead[0].lower() not in ADJUNCTS:
        return False
    title = [word for word in unit.text[held[0].start : held[0].end].split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in title)
    return len(title) <= 10 and capitals * 2 > len(title) and title[-1][0].isupper()


def after(unit: Unit, at: int, high: int, sense: str) -> tuple[int, bool] | None:
    """(token, whether it is sure) at which what is said begins behind a cue whose last token is before `at`.

    Sure behind "that", a colon or a quotation mark. None where nothing follows.
    """
    words = unit.words
    if sense == "tells":
        at = behind_addressee(words, at, high)
    elif sense in ("acts", "notes", "finds") and at < high:
        if words[at].lower in LISTENERS or words[at].lower in OBJECT_PRONOUNS:
            at += 1
        elif sense == "acts" and (behind := behind_addressee(words, at, high)) < high and words[behind].lower == "that":
            return (behind + 1, True) if behind + 1 < high else None
    at = behind_adverbs(words, at, high)
    if at + 3 < high and words[at].text == "," and words[at + 1].lower in PARENTHESES and words[at + 2].text == ",":
        at += 3
    if (found := _mark(words, at, high)) is not None:
        return found, True
    if at < high and words[at].lower in ADJUNCTS and not is_subject_this(words, at):
        behind = behind_occasion(words, at, high)
        if (found := _mark(words, behind, high)) is not None:
            return found, True
        if (found := _mark_beyond(words, at, high)) is not None:
            return found, True
        if behind > at and behind < high and words[behind].text not in _STOPS_OR_COMMA:
            return behind, False
        return (at, False) if sense in ("says", "tells") and _holds_clause(words, at, high) else None
    if at + 1 < high and words[at].text == "," and words[at + 1].lower in ADJUNCTS:
        # Roe said, in a letter to Acme's chairman, that …
        found = _mark_beyond(words, at + 1, high)
        return (found, True) if found is not None and words[found - 1].text in (",", "that", ":") else None
    return (at, False) if at < high and words[at].text not in _STOPS_OR_COMMA else None


def _holds_clause(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether what begins with a preposition is a statement: "said after the merger it will have three plants".

    A subject and its auxiliary come behind it, or it counts: "said about ten plants were sold".
    """
    if words[at].lower in ("as", "to", "when", "while") and words[min(at + 2, high - 1)].lower in AUXILIARIES:
        return False
    return any(
        words[place].lower in AUXILIARIES
        and not words[place].capital
        and (words[place - 1].text[0].isalnum() or words[place - 1].text == ",")
        and words[place - 1].lower not in _NO_VERB_BEHIND
        for place in range(at + 3, min(high, at + LONGEST_GAP))
    ) or any(words[place].text == "," and words[place + 1].capital for place in range(at + 2, min(high - 2, at + 8)))


def _mark(words: Sequence[Word], at: int, high: int) -> int | None:
    """The token behind "that" or a colon, or a quotation, if one of them is at `at`, after a comma or not."""
    if at < high and words[at].text == "," and at + 1 < high and words[at + 1].text in (QUOTE, "that"):
        at += 1
    if at >= high:
        return None
    if words[at].lower == "that" and at + 1 < high and words[at + 1].lower in AUXILIARIES:
        return at
    if words[at].lower == "that" or words[at].text == ":":
        return at + 1 if at + 1 < high else None
    return at if words[at].text == QUOTE else None


def marked_behind_occasion(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether "in its statement" at `at` leads to "that", a colon or a quotation."""
    behind = behind_occasion(words, at, high)
    return behind > at and _mark(words, behind, high) is not None


def _mark_beyond(words: Sequence[Word], at: int, high: int) -> int | None:
    """The same behind an adjunct: "said at a meeting in Oslo last week that"."""
    for place in range(at, min(high, at + LONGEST_GAP)):
        word = words[place]
        if word.text in (".", ";", "!", "?"):
            return None
        if word.lower == "that" and place + 1 < high:
            return (
                None if any(other.lower in ("after", "before", "since") for other in words[at : at + 1]) else place + 1
            )
        if word.text == QUOTE and place > at and words[place - 1].text in (",", ":"):
            return place
        if word.text == ":" and place + 1 < high:
            return place + 1
    return None


def opens_clause(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether a clause of its own begins at token `at`: a subject and, within a few words, its verb."""
    if at >= high:
        return False
    if words[at].lower in SUBJECT_PRONOUNS or words[at].lower.split("'")[0] in SUBJECT_PRONOUNS:
        return True
    if words[at].lower in ("no", "nobody", "nothing") and at + 1 < high:
        return True
    if words[at].lower in ("to", "as", "for"):
        return False
    for place in range(at + 1, min(high, at + _CLAUSE_OPENING)):
        word = words[place]
        if word.lower in _NO_VERB_BEHIND or word.text in _STOPS or word.text in (",", QUOTE):
            return False
        if not word.capital and (word.lower in AUXILIARIES or word.lower.endswith("n't")):
            return True
        if place > at + 1 and place + 1 < high and _is_past_verb(words, place):
            return True
    return False


def _is_past_verb(words: Sequence[Word], at: int) -> bool:
    """Whether "-ed" behind a noun and before an object is a verb: "the debate erased all memory"."""
    before_it, behind = words[at - 1].lower, words[at + 1].lower
    if not words[at].lower.endswith("ed") or len(words[at].lower) < 5 or words[at].capital:
        return False
    return before_it not in _NO_NOUNS and not before_it.endswith("ly") and behind in DETERMINERS


def only_adjunct(unit: Unit, at: int, high: int) -> bool:
    """Whether what follows a cue says when, where or to whom, and not what."""
    words = unit.words
    if at >= high:
        return True
    at = behind_adverbs(words, at, high)
    if at >= high or not words[at].text[0].isalnum():
        return at >= high or words[at].text not in (QUOTE, ":")
    return words[at].lower in ADJUNCTS or words[at].lower in _LEADS_ON


def next_paragraph(unit: Unit, at: int) -> Place | None:
    """The quotation that opens behind a colon at the end of a paragraph; `at` counts characters."""
    text, colon = unit.text, at
    while at < len(text) and text[at].isspace():
        at += 1
    if text[at : at + 1] not in ("“", '"', "„", "«"):
        return _set_off(text, at) if "\n\n" in text[colon:at] else None
    stretch = unit.quotes.holding(at + 1)
    return outside_marks(text, stretch) if stretch and stretch.start <= at + 2 else None


def _set_off(text: str, at: int) -> Place | None:
    """The paragraph at `at` that is set off as a quotation without marks, as web pages do: prose of its own."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    words = text[at:end].split()
    is_prose = len(words) >= _SHORTEST_SET_OFF and text[end - 1] in ".!?" and text[at].isupper()
    return (at, end) if is_prose and end - at <= _LONGEST_SET_OFF else None


def has_letters(text: str, piece: Place) -> bool:
    """Whether there is anything but marks in a piece."""
    return any(map(str.isalnum, text[slice(*piece)]))
