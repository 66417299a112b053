"""Who is said to speak, behind the verb or at the head of a clause: the noun phrase that begins at a token.

Origin of the lists: the classes of `speech_words`, and plural nouns by which news prose names unnamed sources.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.directory import NAME_PARTICLES
from summarizer.text.name_words import CALENDAR, COURTESY_TITLES
from summarizer.text.phrases import word_set
from summarizer.text.speech_adjuncts import ASKED, opens_participle
from summarizer.text.speech_appositions import apposition_end
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb, is_year
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    ADVERBS,
    ANONYMOUS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DOCUMENTS,
    GENERAL_NOUN_STOPS,
    JOB_HEADS,
    PHRASE_DETERMINERS,
    PRONOUNS,
    SOURCE_LINKS,
    SOURCE_NOUNS,
    SUBJECT_PRONOUNS,
)

_OPENS_RELATIVE = frozenset({"that", "which", "who"})
_TURNS = frozenset({",", "and", "but", "however", "instead", "meanwhile", "moreover", "nevertheless", "still", "yet"})
_LONGEST_LEAD = 6
REACH = 60
"""Words that are looked at on either side of a cue."""
COUNT_WORDS = word_set("""
    activists advocates authors backers campaigners co-authors critics customers lawyers local opponents proponents
    rivals sceptics skeptics supporters voters workers
""")
_MADE = word_set("""
    authored compiled conducted drafted filed issued posted prepared produced published released sent signed submitted
    written
""")
_READ = word_set("dated leaked obtained reviewed seen viewed")
"""What was done to a text: by its author, or by others."""
_VERBS_ONLY = word_set("read said told wrote")
"""Verbs that are no nouns: "the statement read"."""
INNER = SOURCE_LINKS | {"&", "and", "’s", "'s"}
LONGEST_PHRASE = 14
"""Words of a phrase that fills its clause up to the cue."""
_BEFORE_ADJECTIVE = frozenset({"now", "once", "then"})
GENERAL_NOUNS = 5
"""The most common nouns that may stand between a determiner and the cue."""
NO_NOUNS = GENERAL_NOUN_STOPS | ADVERBS
NOT_IN_PHRASE = AUXILIARIES | SUBJECT_PRONOUNS | CLAUSE_OPENERS | {"what", "there", "that", "why", "how"}
Found = tuple[int, int]
"""Positions of the first and the last token of a phrase."""


def subject_of_clause(words: Sequence[Word], low: int, end: int) -> Found | None:
    """The name, pronoun or "the company" that a clause begins with, an adjunct before it passed over."""
    at = low
    for _ in range(2):
        if at >= end:
            return None
        if (
            words[at].lower in ADJUNCT_OPENERS
            or words[at].lower in CLAUSE_OPENERS
            or opens_participle(words, at)
            or words[at].lower in ASKED
            or (words[at].lower.endswith("ly") and (words[at].capital or is_adverb(words[at])))
        ):
            comma = next((place for place in range(at, min(end, at + 25)) if words[place].text == ","), None)
            at = comma + 1 if comma is not None else at + 1
            if comma is not None and at + 1 < end and is_year(words[at]) and words[at + 1].text == ",":
                # "On July 6, 2015, Roe"
                at += 2
        elif words[at].lower in ADVERBS and words[at].capital:
            at += 1 + (at + 1 < end and words[at + 1].text == ",")
        elif words[at].lower in _TURNS or not words[at].text[0].isalnum():
            at += 1
    if at >= end or words[at].text == QUOTE:
        return None
    if words[at].lower == "i":
        return at, at
    last = _phrase_on(words, at, end)
    if last is None and at > low and (comma := _next_comma(words, at, end)):
        # "Following a hurried, late meeting, the board said": what leads up to it has commas.
        at = comma + 1
        last = _phrase_on(words, at, end)
    if last is None:
        return None
    opener = words[at].lower
    held = any(word.capital or word.lower in SOURCE_NOUNS for word in words[at : last + 1])
    return (at, last) if held or opener in PRONOUNS or opener in PHRASE_DETERMINERS else None


def _next_comma(words: Sequence[Word], at: int, end: int) -> int:
    """The next comma within a few words, 0 where there is none."""
    return next((place for place in range(at, min(end - 1, at + _LONGEST_LEAD)) if words[place].text == ","), 0)


def source_after(text: str, words: Sequence[Word], at: int, end: int) -> tuple[int, int, int] | None:
    """(start, end, token behind) of the noun phrase that begins with token `at`, with an apposition that follows it.

    The first two count characters of the text.
    """
    end = min(end, at + REACH)
    if at >= end:
        return None
    last = _phrase_on(words, at, end)
    if last is None:
        return None
    stop = words[last].end
    if words[last].lower in JOB_HEADS and (bearer := _bearer(words, last, end)) is not None:
        last = bearer
        stop = words[last].end
    elif any(word.capital for word in words[at : last + 1]):
        held = {word.lower for word in words[at : last + 1]}
        stop = apposition_end(text, held, stop, words[end - 1].end)
    behind = last + 1
    while behind < end and words[behind].end <= stop:
        behind += 1
    return words[at].start, stop, behind


def _bearer(words: Sequence[Word], job: int, end: int) -> int | None:
    """The last token of a name behind a job and a comma that ends its clause: "its finance director, Jane Roe."."""
    if job + 2 >= end or words[job + 1].text != "," or not words[job + 2].capital:
        return None
    last = job + 2
    while last + 1 < end and words[last + 1].capital:
        last += 1
    ends = last + 1 >= end or words[last + 1].text in (".", ";")
    return last if ends and last > job + 2 else None


def whole_source(words: Sequence[Word], at: int, end: int) -> tuple[int, int, int] | None:
    """What `source_after` gives, for all the words up to the next mark, if they are a phrase: "exit polls"."""
    last = at
    while (
        last < end
        and last - at < LONGEST_PHRASE
        and words[last].text[0].isalnum()
        and not (last > at and words[last].lower in _OPENS_RELATIVE)
    ):
        last += 1
    held = words[at:last]
    if not held or (last < end and words[last].text[0].isalnum() and words[last].lower not in _OPENS_RELATIVE):
        return None
    if any(word.lower in NOT_IN_PHRASE for word in held) or held[0].lower in GENERAL_NOUN_STOPS:
        return None
    return held[0].start, held[-1].end, last


def _phrase_on(words: Sequence[Word], begin: int, end: int) -> int | None:
    """The position of the last word of the noun phrase that begins with token `begin`."""
    opener = words[begin].lower
    if (
        (opener in GENERAL_NOUN_STOPS and opener not in PRONOUNS and opener not in PHRASE_DETERMINERS)
        or opener in CLAUSE_OPENERS
        or (opener in INNER and opener not in PHRASE_DETERMINERS)
    ):
        return None
    if opener in PRONOUNS:
        return begin if opener != "i" else None
    last: int | None = None
    after_determiner = GENERAL_NOUNS if opener in ("exit", "several", "local", "court", "other", "industry") else 0
    if not after_determiner and _leads_to_job(words, begin, end):
        after_determiner = GENERAL_NOUNS
    at = begin
    while at < end:
        word = words[at]
        lower = word.lower
        if word.text == QUOTE:
            if word.end - word.start > 40 or last is None:
                break
        elif (
            word.capital and lower.strip(".") not in CALENDAR and not (at == begin and lower in PHRASE_DETERMINERS)
        ) or lower in COURTESY_TITLES:
            last, after_determiner = at, GENERAL_NOUNS if lower.endswith("-based") else 0
        elif lower in PHRASE_DETERMINERS:
            if last is not None and words[at - 1].lower not in INNER:
                break
            after_determiner = GENERAL_NOUNS
        elif lower in SOURCE_NOUNS or lower in COUNT_WORDS:
            last = at
            after_determiner = max(after_determiner - 1, 0)
        elif word.text in ("’", "'") and last is not None:
            pass
        elif lower in NAME_PARTICLES and last == at - 1 and at + 1 < end and words[at + 1].capital:
            # "Ruud de Wit"
            pass
        elif lower in NAME_PARTICLES and at > begin and words[at - 1].lower in NAME_PARTICLES and last == at - 2:
            # "Jan van der Wit"
            pass
        elif lower in INNER and last is not None and at + 1 < end and _goes_on(words, begin, at):
            if lower == "of" and (words[at - 1].lower in JOB_HEADS or words[at - 1].lower in SOURCE_NOUNS):
                after_determiner = GENERAL_NOUNS
        elif (
            last == at - 1
            and words[last].lower in DOCUMENTS
            and (lower in _MADE or lower in _READ or lower == "by" or (word.capital and lower in CALENDAR))
        ):
            author = _author_by(words, at, end)
            if author is None:
                break
            at = author
        elif _is_verb_of(words, begin, at) or (last is not None and word.capital and lower.strip(".") in CALENDAR):
            break
        elif after_determiner and last is None and lower in _BEFORE_ADJECTIVE and at + 1 < end:
            # "the now defunct Acme Union"
            pass
        elif after_determiner and word.text[0].isalnum() and lower not in NO_NOUNS and not is_adverb(word):
            last, after_determiner = at, after_determiner - 1
        else:
            break
        at += 1
    return last


def _author_by(words: Sequence[Word], at: int, end: int) -> int | None:
    """The token of "by" or "from" before the author of a text: "a memo written Monday by Jane Roe"; `at` is behind it.

    None where nobody is named as its author: "a memo seen by Jane Roe".
    """
    at += words[at].lower in _MADE
    at += at < end and words[at].lower == "on"
    at += at < end and words[at].lower in CALENDAR
    named = at + 1 < end and words[at].lower in ("by", "from") and words[at + 1].capital
    return at if named else None


def _is_verb_of(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether a word in a noun phrase is its verb: "the company owns", "one reader addressed Jane Roe"."""
    lower, before = words[at].lower, words[at - 1].lower
    if at == begin:
        return False
    if lower in _VERBS_ONLY:
        return True
    if lower.endswith("ed") and at + 1 < len(words) and before not in PHRASE_DETERMINERS:
        return before in SOURCE_NOUNS or words[at + 1].capital or words[at + 1].lower in PHRASE_DETERMINERS
    if before in SOURCE_NOUNS and at + 1 < len(words) and words[at + 1].lower in PHRASE_DETERMINERS:
        # "The company cut its forecast, saying": whatever the verb is, its object begins.
        return True
    singular = before in SOURCE_NOUNS and not before.endswith("s")
    return singular and lower.endswith("s") and not lower.endswith("ss")


def _leads_to_job(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether common nouns lead to the name of a job: "aviation consultant Jane Roe"."""
    quoted = begin > 1 and words[begin - 2].text == QUOTE and not words[begin].capital
    for at in range(begin, min(end, begin + GENERAL_NOUNS)):
        word = words[at]
        if quoted and at > begin and word.capital and word.lower not in CALENDAR:
            # “A,” said shop steward Jane Roe: behind a quotation and its verb, whatever her job is.
            return True
        if at > begin and (word.lower in JOB_HEADS or word.lower in SOURCE_NOUNS):
            return True
        if word.capital or not word.text[0].isalpha() or word.lower in NO_NOUNS or is_adverb(word):
            return False
        if word.lower in PHRASE_DETERMINERS or word.lower in ADJUNCT_OPENERS or word.lower in AUXILIARIES:
            return False
    return False


def _goes_on(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether the link word at `at` ties something to the phrase rather than beginning an adjunct."""
    link, after = words[at].lower, words[at + 1]
    if link in ("of", "at", "for", "familiar", "close", "involved", "knowledge", "briefed", "’s", "'s", "&"):
        return True
    if link == "and":
        return after.capital and words[at - 1].capital
    if link in ("with", "from", "inside", "within", "near", "about"):
        return after.capital or after.lower in SOURCE_NOUNS | PHRASE_DETERMINERS | {"knowledge", "direct"}
    if link == "the":
        return True
    if link == "in":
        held = {word.lower for word in words[begin:at]}
        return bool(held & DOCUMENTS) and (after.capital or after.lower == "the")
    if link == "on":
        held = {word.lower for word in words[begin:at]}
        return bool(held & ANONYMOUS | held & DOCUMENTS) and after.lower == "the"
    return link == "to" and words[at - 1].lower == "close"
