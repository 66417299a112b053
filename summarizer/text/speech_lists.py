"""Several who are named together before one verb: "A, B and C all", "spokesmen for A, B and C".

Origin of the lists: nouns for those who speak for others, the legal forms of companies, and the small words that names
have inside; quantifiers behind a subject are a closed class of English grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.name_words import CALENDAR
from summarizer.text.names import name_kind
from summarizer.text.phrases import word_set
from summarizer.text.speech_noun_phrases import FIRM_ENDS
from summarizer.text.speech_sources import Found
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb
from summarizer.text.speech_words import ADJUNCT_OPENERS, CLAUSE_OPENERS

_FLOATING = word_set("all also alike both each have has")
_IN_NAMES = word_set("& 's of the")
_ONE_VOICE = word_set("aide attorney lawyer official rep representative spokesman spokesperson spokeswoman")
_VOICES = word_set(
    "aides attorneys lawyers officials representatives reps spokesmen spokespeople spokespersons spokeswomen"
)
_FORMS = word_set("ag asa corp corp. inc inc. llc ltd ltd. plc sa")
"""Legal forms, which a comma may cut off their name."""
_REACH = 40


def several_before(words: Sequence[Word], low: int, end: int) -> list[Found]:
    """Each of two or more whose verb begins at token `end`, in order; empty where they are not plainly a list of names.

    Who speaks for several of them is left out: it is these who say it.
    """
    last = end - 1
    while last > low and (words[last].lower in _FLOATING or is_adverb(words[last])):
        last -= 1
    found: list[Found] = []
    ands = commas = 0
    low = max(low, end - _REACH)
    while last >= low:
        first = last
        while first > low and not _parts(words, first - 1):
            first -= 1
        name = _named(words, first, last)
        if name is None:
            break
        lead = words[first - 1].text if first > low else ""
        if name[0] > first and words[first].lower not in _VOICES and lead == ",":
            # "Jane Roe, a spokeswoman for Keld, and Norvane": what describes her is no third one.
            return []
        if name[0] > first and words[first].lower not in _VOICES and words[first + 1].lower in _ONE_VOICE:
            name = first, last
        if words[first].lower in _FORMS and first == last and found:
            return []
        found.insert(0, name)
        at = first - 1
        if at < low or (words[at].text != "," and words[at].lower != "and"):
            break
        if len(found) == 1 and words[at].lower != "and":
            return []
        ands += words[at].lower == "and"
        commas += words[at].text == ","
        last = at - 1
        if words[at].lower == "and" and last >= low and words[last].text == ",":
            last, commas = last - 1, commas + 1
        if words[first].lower in _VOICES:
            break
    # "Hill and Dale and Tarn" may be two or three.
    return found if len(found) > 1 and ands == 1 and (commas or len(found) == 2) else []


def _parts(words: Sequence[Word], at: int) -> bool:
    """Whether the token at `at` stands between two of a list, or before all of it."""
    word = words[at]
    if word.lower == "and":
        return words[at + 1].lower not in FIRM_ENDS
    return word.text == QUOTE or not (word.text[0].isalnum() or word.lower in _IN_NAMES)


def _named(words: Sequence[Word], first: int, last: int) -> Found | None:
    """The name that the tokens are, behind "a spokesman for" where they begin so; None where they hold more."""
    start = first
    if words[start].lower in ("a", "an", "the") and start + 1 <= last and words[start + 1].lower in _ONE_VOICE:
        start += 1
    if words[start].lower in _ONE_VOICE or words[start].lower in _VOICES:
        if start + 2 > last or words[start + 1].lower not in ("for", "of"):
            return None
        start += 2
    held = words[start : last + 1]
    if not held or not held[-1].capital or not (held[0].capital or held[0].lower == "the"):
        return None
    for at in range(start, last + 1):
        ties = words[at].lower == "and" and words[at + 1].lower in FIRM_ENDS
        if not (words[at].capital or words[at].lower in _IN_NAMES or ties):
            return None
    opener = held[0].lower
    if opener in ADJUNCT_OPENERS or opener in CLAUSE_OPENERS or any(word.lower in CALENDAR for word in held):
        return None
    return None if name_kind(" ".join(word.text for word in held)) == "place" else (start, last)
