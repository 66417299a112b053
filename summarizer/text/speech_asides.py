"""Subjects with something between them and their verb: appositions, relative clauses, asides in commas and dashes.

Origin of the lists: relative words, a closed class of English grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.name_words import CALENDAR
from summarizer.text.phrases import word_set
from summarizer.text.speech_appositions import opens_apposition
from summarizer.text.speech_noun_phrases import RELATIVES, begins_here, phrase_back, whole_clause, with_modifiers
from summarizer.text.speech_sources import INNER, Found
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    AUXILIARIES,
    BODY_NOUNS,
    JOB_HEADS,
    ORGANISATION_NOUNS,
    PHRASE_DETERMINERS,
    PRONOUNS,
    SOURCE_NOUNS,
)

DASHES = ("-", "–", "—", "―")
_BODIES = BODY_NOUNS | ORGANISATION_NOUNS
_TELLS_MORE = RELATIVES | {"behind", "that"}
_PLACE_LINKS = word_set("at in of")
_LONGEST_WHOLE = 24
"""Words of a subject that is all that stands before its verb."""
_LONGEST_ANYBODY = 5
"""Words of "a young town architect"."""
_LONGEST_BASE = 12
"""Words of a name with its description before an apposition."""


def across_commas(words: Sequence[Word], low: int, found: Found) -> int | None:
    """Where "Acme’s chief executive, Jane Roe" begins: a job before the comma, a name behind it."""
    first, last = found
    if first - 2 < low or words[first - 1].text != ",":
        return None
    if words[first].lower in PHRASE_DETERMINERS or words[first].lower in JOB_HEADS:
        return _name_before(words, low, found)
    if not words[first].capital:
        return None
    if any(word.lower in SOURCE_NOUNS for word in words[first : last + 1]):
        return None
    before = phrase_back(words, low, first - 2)
    if before is None or words[before[1]].lower not in JOB_HEADS:
        return None
    return before[0]


def _name_before(words: Sequence[Word], low: int, found: Found) -> int | None:
    """Where "Jane Roe, an analyst at Acme" begins that has no second comma."""
    first, last = found
    if not any(word.lower in JOB_HEADS for word in words[first : last + 1]):
        return None
    name = first - 1
    while name - 1 >= low and words[name - 1].capital and words[name - 1].lower not in CALENDAR:
        name -= 1
    return name if 2 <= first - 1 - name <= 4 and begins_here(words, low, name) else None


def before_relative(words: Sequence[Word], low: int, last: int) -> Found | None:
    """The subject of "Roe, who said": what stands before the relative word, if it is a name or a noun for a source."""
    while last >= low and words[last].text == ",":
        last -= 1
    if last < low:
        return None
    who = words[min(last + 1, len(words) - 1)].lower == "who"
    found = phrase_back(words, low, last) or (_anybody(words, low, last) if who else None)
    if found is None:
        return None
    held = words[found[0] : found[1] + 1]
    person = who and words[found[0]].lower in PHRASE_DETERMINERS
    return found if person or any(word.capital or word.lower in SOURCE_NOUNS for word in held) else None


def _anybody(words: Sequence[Word], low: int, last: int) -> Found | None:
    """The words from a determiner on that stand before "who", which only people are: "an architect who said"."""
    for at in range(last, max(low - 1, last - _LONGEST_ANYBODY), -1):
        if words[at].lower in PHRASE_DETERMINERS:
            return (at, last) if at < last else None
        if not words[at].text[0].isalpha() or words[at].lower in AUXILIARIES:
            return None
    return None


def before_dash(words: Sequence[Word], low: int, dash: int) -> Found | None:
    """The subject of "Roe - once a critic - said", and of "Roe, head of Acme - a rival, too - said"."""
    at = dash - 1
    while at >= low and words[at].text in DASHES:
        at -= 1
    while at >= low and words[at].text not in DASHES and (words[at].text[0].isalnum() or words[at].text == ","):
        at -= 1
    while at >= low and words[at].text in DASHES:
        at -= 1
    if at < low or words[at + 1].text not in DASHES:
        return None
    if any(word.text == "," for word in words[max(low, at - _LONGEST_BASE) : at]) and (
        found := before_comma(words, low, at + 1)
    ):
        return found
    return phrase_back(words, low, at)


def before_comma(words: Sequence[Word], low: int, comma: int) -> Found | None:
    """The subject of "Jane Roe, chief executive of Acme, said": from the name to the end of the apposition."""
    last = comma - 1
    commas = [at for at in range(low, comma) if words[at].text == ","]
    if len(commas) > 1 and (found := _from_the_start(words, low, commas[0], last)) is not None:
        return found
    for at in reversed(commas[-5:]):
        inside = words[at + 1 : last + 1]
        if not inside or at - 1 < low:
            return None
        if any(word.text == QUOTE and word.end - word.start > 60 for word in inside):
            return None
        if inside[0].text.isdigit() and len(inside) > 2 and inside[1].text == ",":
            # The age of "Roe, 44, who runs Acme, said".
            inside = inside[2:]
        base = phrase_back(words, low, at - 1)
        if base is not None and all(word.text.isdigit() for word in words[base[0] : base[1] + 1]):
            continue
        if base is None:
            base = whole_clause(words, low, at - 1)
            if base is not None and not any(word.lower in SOURCE_NOUNS for word in words[base[0] : base[1] + 1]):
                base = None
        if base is None:
            if _is_named_so(words, low, at, inside):
                return at + 1, last
            continue
        if any(word.lower in JOB_HEADS for word in words[base[0] : base[1] + 1]) and all(
            word.capital or word.lower in INNER for word in inside
        ):
            return base[0], last
        named = any(word.capital for word in words[base[0] : base[1] + 1]) or words[base[0]].lower in PRONOUNS
        if (not named and words[base[0]].lower not in PHRASE_DETERMINERS) or base[1] - base[0] >= _LONGEST_BASE:
            continue
        base = with_modifiers(words, low, base[0]), base[1]
        if not begins_here(words, low, base[0]):
            continue
        if _is_aside(inside):
            # "Jane Roe, of the think-tank Keld," says where she belongs, other asides when or where it was said.
            return (base[0], last) if inside[0].lower == "of" else base
        if _is_named_so(words, low, at, inside):
            return at + 1, last
        if len(inside) <= 2 and all(word.capital for word in inside) and words[base[1] - 1].lower in _PLACE_LINKS:
            # "Acme of Fresno, California, said".
            return base[0], last
        if named and (opens_apposition(inside) or (base[0] == low and _is_nominal(inside))):
            return base[0], last
    return None


def _is_named_so(words: Sequence[Word], low: int, comma: int, inside: Sequence[Word]) -> bool:
    """Whether two commas hold the name of the body that the clause begins with: "A third supplier, Keld & Sons,"."""
    if not all(word.capital or word.lower in INNER for word in inside) or not inside[0].capital:
        return False
    if words[low].lower not in PHRASE_DETERMINERS or len(inside) > _LONGEST_BASE // 2:
        return False
    noun = next((at for at in range(low + 1, min(comma, low + _LONGEST_ANYBODY)) if words[at].lower in _BODIES), comma)
    return noun + 1 == comma or (noun < comma and words[noun + 1].lower in _TELLS_MORE)


def _from_the_start(words: Sequence[Word], low: int, comma: int, last: int) -> Found | None:
    """A name that begins the clause with all that describes it, commas in it: "Keld Co, a West Chester, Pa., firm"."""
    base = phrase_back(words, low, comma - 1)
    if base is None or base[0] != low or not words[base[1]].capital or words[comma + 1].lower not in ("a", "an", "the"):
        return None
    behind = [word for word in words[comma + 1 : last + 1] if word.text != ","]
    return (base[0], last) if behind and _is_nominal(behind, _LONGEST_WHOLE) else None


def _is_nominal(inside: Sequence[Word], longest: int = _LONGEST_BASE) -> bool:
    """Whether words between commas hold no verb: "parent of Keld Airlines Inc", "a maker of pumps"."""
    return len(inside) <= longest and not any(
        word.lower in AUXILIARIES or word.text == QUOTE or not word.text[0].isalnum() for word in inside
    )


def _is_aside(inside: Sequence[Word]) -> bool:
    """Whether what two commas hold says when, where or with what: "speaking in Oslo", "in a statement", "25"."""
    opener = inside[0].lower
    if opener in SOURCE_NOUNS:
        return False
    if opener in ("and", "but", "or", "it", "he", "she", "they", "we", "saying", "adding"):
        return False
    if opener in ADJUNCT_OPENERS or opener in ("along", "too", "meanwhile", "however", "like", "among", "by"):
        return True
    if opener in RELATIVES or opener == "whose":
        return True
    if opener.endswith(("ing", "ed")) and len(opener) > 4:
        return True
    return len(inside) == 1 and (opener.isdigit() or opener.endswith("ly"))
