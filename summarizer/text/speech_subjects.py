"""Who is said to speak, before the verb: the noun phrase that ends where a cue begins, found without a parser.

A phrase is read word by word away from the cue. Names, job names, nouns for sources and the small words that tie
them belong to it; another common noun only behind a determiner that begins the clause, or where nothing but the
phrase stands between the beginning of the clause and the cue.
Origin of the lists: determiners, prepositions and clause openers, closed classes of English grammar, beside those of
`speech_words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.name_words import CALENDAR
from summarizer.text.phrases import word_set
from summarizer.text.speech_appositions import opens_apposition
from summarizer.text.speech_sources import (
    COUNT_WORDS,
    GENERAL_NOUNS,
    INNER,
    LONGEST_PHRASE,
    NOT_IN_PHRASE,
    REACH,
    Found,
)
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    ADVERBS,
    ANONYMOUS,
    AUXILIARIES,
    BODY_NOUNS,
    CLAUSE_OPENERS,
    CONTRACTED,
    DETERMINERS,
    GENERAL_NOUN_STOPS,
    JOB_HEADS,
    OBJECT_PRONOUNS,
    ORGANISATION_NOUNS,
    PHRASE_DETERMINERS,
    PRONOUNS,
    SOURCE_LINKS,
    SOURCE_NOUNS,
)

_BEFORE_DETERMINER = word_set("few her his its many most one several their three two")
"""Determiners that another one can stand before: "the two"."""
_NO_NAMES = (
    PHRASE_DETERMINERS
    | CLAUSE_OPENERS
    | INNER
    | word_set("""
        also among based despite earlier even following given including instead later meanwhile nor now per so still
        then under
    """)
)
_NAME_STOPS = CLAUSE_OPENERS | {"in", "but", "at", "on", "for", "with", "by", "from"}
_NO_FIRST = (INNER | CLAUSE_OPENERS) - {"the"}
_NO_LAST = SOURCE_LINKS | OBJECT_PRONOUNS | AUXILIARIES | DETERMINERS - {"several", "many", "some", "others", "both"}
_OPENS_CLAUSE = CLAUSE_OPENERS | {"that", "however", "meanwhile", "still", "then"}
_VERBAL = word_set("including such")
_DASHES = ("-", "–", "—", "―")
_LINKS_BACK = word_set("at by for from in of than to with")
_MAKERS = BODY_NOUNS | ORGANISATION_NOUNS
_BEFORE_SUBJECT = word_set("even only yet")
_PLACE_LINKS = word_set("at in of")
_PEOPLE_LINKS = word_set("at for from in of on")
_RELATIVES = word_set("which who")
_OPENS_RELATIVE = word_set("that which who whose")
_FIRM_ENDS = word_set("associates co co. company partners son sons")
"""What "and" ties to the name of a firm: "Hill and Sons"."""
_LONGEST_NICKNAME = 30
"""Characters of "“Bud”" in a name, its marks included."""
_LONGEST_WHOLE = 24
"""Words of a subject that is all that stands before its verb."""
_LONGEST_BASE = 12
"""Words of a name with its description before an apposition."""


def subject_before(words: Sequence[Word], low: int, end: int) -> Found | None:
    """The subject whose verb begins at token `end`, read backwards and not past token `low`."""
    low = max(low, end - REACH)
    last = end - 1
    while last >= low and _is_between(words, last, low):
        last -= 1
    if last < low:
        return None
    if words[last].text == ",":
        return _before_comma(words, low, last)
    if words[last].text in _DASHES:
        return _before_dash(words, low, last)
    found = _phrase_back(words, low, last)
    if found is None:
        return _whole_clause(words, low, last)
    if words[found[1]].lower in _RELATIVES:
        return _before_relative(words, low, found[1] - 1)
    if found[0] > low and words[found[0] - 1].lower in _LINKS_BACK:
        return _whole_clause(words, low, last) or found
    if found[0] > low and words[found[0] - 1].lower == "and":
        first = _phrase_back(words, low, found[0] - 2)
        if first is not None and _begins_here(words, low, first[0]) and _is_name_or_source(words[first[1]]):
            found = first[0], found[1]
    joined = _across_commas(words, low, found)
    return (joined if joined is not None else _with_modifiers(words, low, found[0])), found[1]


def _is_name_or_source(word: Word) -> bool:
    return word.capital or word.lower in SOURCE_NOUNS or word.lower in COUNT_WORDS


def people_before(words: Sequence[Word], low: int, end: int) -> Found | None:
    """The "people" of "people who asked not to be named because talks go on said"; `end` is where the verb begins."""
    for at in range(end - 1, max(low, end - REACH // 2), -1):
        if words[at].lower == "who":
            found = _phrase_back(words, low, at - 1 - (words[at - 1].text == ","))
            named = found is not None and any(word.lower in ANONYMOUS for word in words[found[0] : found[1] + 1])
            return found if named else None
        if words[at].text == QUOTE or words[at].text in (".", ";", ":", "!", "?"):
            return None
    return None


def _with_modifiers(words: Sequence[Word], low: int, first: int) -> int:
    """Where a phrase begins with the common words before it, if a clause begins with them: "panel chairman Roe"."""
    back = first
    while back > low and first - back < GENERAL_NOUNS:
        before = words[back - 1]
        if not before.text[0].isalnum() or before.lower in _OPENS_CLAUSE or before.text == QUOTE:
            return back
        if before.capital and back - 1 == low and back < first and words[first - 1].lower in _MAKERS:
            # "Steel maker Acme": the first word of a sentence is no name for its capital.
            return low
        if before.capital and before.lower.endswith("'s") and back < first:
            owner = _phrase_back(words, low, back - 1)
            return owner[0] if owner else first
        if (
            before.capital
            or before.lower in GENERAL_NOUN_STOPS
            or before.lower in INNER
            or before.lower in ADJUNCT_OPENERS
        ):
            return first
        back -= 1
    return back if back == low else first


def _is_between(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether the word can stand between a subject and its verb: "now", "on Monday"."""
    word = words[at]
    if word.lower in ADVERBS or word.lower in CALENDAR:
        return True
    if is_adverb(word):
        return True
    if word.lower in ("week", "month", "year", "weekend") and at > low and words[at - 1].lower in ("this", "last"):
        return True
    if word.lower == "this" and at + 1 < len(words) and words[at + 1].lower in ("week", "month", "year", "weekend"):
        return True
    return (
        word.lower in ("on", "in", "late", "early", "last") and at + 1 < len(words) and words[at + 1].lower in CALENDAR
    )


def _whole_clause(words: Sequence[Word], low: int, last: int) -> Found | None:
    """The words from the beginning of the clause, if they are a phrase: "several judges of the court"."""
    first = last
    while first > low and _goes_back(words[first - 1]) and last - first < LONGEST_PHRASE:
        first -= 1
    if first > low and _goes_back(words[first - 1]):
        return None
    if first - 1 > low and words[first - 1].lower == "and":
        first = _over_and(words, low, first)
    phrase = words[first : last + 1]
    opener = phrase[0].lower
    if (
        opener in _NO_FIRST
        or opener in ADJUNCT_OPENERS
        or phrase[-1].lower in _NO_LAST
        or not phrase[-1].text[0].isalpha()
    ):
        return None
    if any((word.lower in NOT_IN_PHRASE and word.lower != "and") or word.text == QUOTE for word in phrase):
        return None
    if phrase[-1].lower in GENERAL_NOUN_STOPS or (opener.endswith("ing") and not phrase[0].capital):
        return None
    return first, last


def _over_and(words: Sequence[Word], low: int, first: int) -> int:
    """Where "experts on steel and coal" begins whose last words begin at `first`, or `first`."""
    back = first - 1
    while back > low and _goes_back(words[back - 1]) and first - back < LONGEST_PHRASE:
        back -= 1
    people = words[back].lower in SOURCE_NOUNS or words[back].lower in COUNT_WORDS
    tied = words[back + 1].lower in _PEOPLE_LINKS
    return back if people and words[back].lower.endswith("s") and tied else first


def _goes_back(word: Word) -> bool:
    return word.lower not in _OPENS_CLAUSE and (word.text[0].isalnum() or word.text in ("&", "’", "'", "%", "$"))


def _across_commas(words: Sequence[Word], low: int, found: Found) -> int | None:
    """Where "Acme’s chief executive, Jane Roe" begins: a job before the comma, a name behind it."""
    first, last = found
    if first - 2 < low or words[first - 1].text != ",":
        return None
    if words[first].lower in PHRASE_DETERMINERS | JOB_HEADS:
        return _name_before(words, low, found)
    if not words[first].capital:
        return None
    if any(word.lower in SOURCE_NOUNS for word in words[first : last + 1]):
        return None
    before = _phrase_back(words, low, first - 2)
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
    return name if 2 <= first - 1 - name <= 4 and _begins_here(words, low, name) else None


def _before_relative(words: Sequence[Word], low: int, last: int) -> Found | None:
    while last >= low and words[last].text == ",":
        last -= 1
    if last < low:
        return None
    found = _phrase_back(words, low, last)
    if found is None:
        return None
    held = words[found[0] : found[1] + 1]
    return found if any(word.capital or word.lower in SOURCE_NOUNS for word in held) else None


def _before_dash(words: Sequence[Word], low: int, dash: int) -> Found | None:
    """The subject of "Roe - once a critic - said", and of "Roe, head of Acme - a rival, too - said"."""
    at = dash - 1
    while at >= low and words[at].text in _DASHES:
        at -= 1
    while at >= low and words[at].text not in _DASHES and (words[at].text[0].isalnum() or words[at].text == ","):
        at -= 1
    while at >= low and words[at].text in _DASHES:
        at -= 1
    if at < low or words[at + 1].text not in _DASHES:
        return None
    if any(word.text == "," for word in words[max(low, at - _LONGEST_BASE) : at]) and (
        found := _before_comma(words, low, at + 1)
    ):
        return found
    return _phrase_back(words, low, at)


def _before_comma(words: Sequence[Word], low: int, comma: int) -> Found | None:
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
        base = _phrase_back(words, low, at - 1)
        if base is not None and all(word.text.isdigit() for word in words[base[0] : base[1] + 1]):
            continue
        if base is None:
            base = _whole_clause(words, low, at - 1)
            if base is not None and not any(word.lower in SOURCE_NOUNS for word in words[base[0] : base[1] + 1]):
                base = None
        if base is None:
            continue
        if any(word.lower in JOB_HEADS for word in words[base[0] : base[1] + 1]) and all(
            word.capital or word.lower in INNER for word in inside
        ):
            return base[0], last
        named = any(word.capital for word in words[base[0] : base[1] + 1]) or words[base[0]].lower in PRONOUNS
        if (not named and words[base[0]].lower not in PHRASE_DETERMINERS) or base[1] - base[0] >= _LONGEST_BASE:
            continue
        base = _with_modifiers(words, low, base[0]), base[1]
        if not _begins_here(words, low, base[0]):
            continue
        if _is_aside(inside):
            # "Jane Roe, of the think-tank Keld," says where she belongs, other asides when or where it was said.
            return (base[0], last) if inside[0].lower == "of" else base
        if len(inside) <= 2 and all(word.capital for word in inside) and words[base[1] - 1].lower in _PLACE_LINKS:
            # "Acme of Fresno, California, said".
            return base[0], last
        if named and (opens_apposition(inside) or (base[0] == low and _is_nominal(inside))):
            return base[0], last
    return None


def _from_the_start(words: Sequence[Word], low: int, comma: int, last: int) -> Found | None:
    """A name that begins the clause with all that describes it, commas in it: "Keld Co, a West Chester, Pa., firm"."""
    base = _phrase_back(words, low, comma - 1)
    if base is None or base[0] != low or not words[base[1]].capital or words[comma + 1].lower not in ("a", "an", "the"):
        return None
    behind = [word for word in words[comma + 1 : last + 1] if word.text != ","]
    return (base[0], last) if behind and _is_nominal(behind, _LONGEST_WHOLE) else None


def _is_nominal(inside: Sequence[Word], longest: int = _LONGEST_BASE) -> bool:
    """Whether words between commas hold no verb: "parent of Keld Airlines Inc", "a maker of pumps"."""
    return len(inside) <= longest and not any(
        word.lower in AUXILIARIES or word.text == QUOTE or not word.text[0].isalnum() for word in inside
    )


def _begins_here(words: Sequence[Word], low: int, first: int) -> bool:
    """Whether a clause can begin with the word at `first`."""
    if first <= low:
        return True
    before = words[first - 1]
    return not before.text[0].isalnum() or before.lower in _OPENS_CLAUSE or before.lower in _BEFORE_SUBJECT


def _is_aside(inside: Sequence[Word]) -> bool:
    """Whether what two commas hold says when, where or with what: "speaking in Oslo", "in a statement", "25"."""
    opener = inside[0].lower
    if opener in SOURCE_NOUNS:
        return False
    if opener in ("and", "but", "or", "it", "he", "she", "they", "we", "saying", "adding"):
        return False
    if opener in ADJUNCT_OPENERS or opener in ("along", "too", "meanwhile", "however", "like", "among", "by"):
        return True
    if opener in _RELATIVES or opener == "whose":
        return True
    if opener.endswith(("ing", "ed")) and len(opener) > 4:
        return True
    return len(inside) == 1 and (opener.isdigit() or opener.endswith("ly"))


def _phrase_back(words: Sequence[Word], low: int, last: int) -> Found | None:
    """(first, last) of the noun phrase that ends with the token `last`; None where there is none."""
    if last < low:
        return None
    if words[last].lower in PRONOUNS or words[last].lower in _RELATIVES or words[last].lower in CONTRACTED:
        return last, last
    first = last + 1
    at = last
    while at >= low and last - at <= 30:
        word = words[at]
        lower = word.lower
        if lower in CALENDAR and word.capital and lower not in ("may", "april", "june", "august"):
            break
        if word.text == QUOTE:
            if word.end - word.start > _LONGEST_NICKNAME or at == low or not words[at - 1].capital:
                break
        elif word.capital and (at > low or lower not in _NO_NAMES):
            if lower in _NAME_STOPS:
                break
            first = at
            if lower in PHRASE_DETERMINERS:
                break
        elif lower in PHRASE_DETERMINERS:
            first = at
            tied = at > low and words[at - 1].lower in SOURCE_LINKS
            if not tied and lower not in _BEFORE_DETERMINER:
                break
        elif lower in SOURCE_NOUNS or lower in COUNT_WORDS:
            first = at
        elif word.text in ("’", "'", "&") and at < last:
            pass
        elif lower in INNER and at < last and at > low:
            if (
                lower == "and"
                and words[at + 1].lower not in _FIRM_ENDS
                and not (_begins_clause(words, low, at, first) and words[at - 1].capital)
            ):
                break
        elif lower.isalpha() or "-" in lower or "'" in lower:
            start = _general_noun(words, low, at)
            if start is None:
                break
            first = start
            break
        else:
            break
        at -= 1
    while first <= last and (words[first].lower in _NO_FIRST or not words[first].text[0].isalnum()):
        first += 1
    if first > last or words[last].lower in _NO_LAST:
        return None
    return first, last


def _begins_clause(words: Sequence[Word], low: int, at: int, first: int) -> bool:
    """Whether "Acme and Birdsong" begins the clause: names up to its start."""
    back = at - 1
    while back >= low and words[back].capital:
        back -= 1
    return (back < low or not words[back].text[0].isalnum()) and words[first].capital


def _general_noun(words: Sequence[Word], low: int, at: int) -> int | None:
    """Where the phrase begins whose last noun, at `at`, is in no list: at a determiner near by that opens a clause."""
    for back in range(at, max(low - 1, at - GENERAL_NOUNS - 1), -1):
        lower = words[back].lower
        if lower in PHRASE_DETERMINERS:
            opens = back == low or not words[back - 1].text[0].isalnum() or words[back - 1].lower in _OPENS_CLAUSE
            return back if opens else None
        if lower in GENERAL_NOUN_STOPS or not words[back].text[0].isalnum() or lower in _VERBAL:
            return None
    return None
