"""A text in capitals throughout, as old wires and some filings have it, in the case in which speech is read.

Every word becomes small but those that begin a sentence and those that stand where names stand: before a verb of
speech, behind one or behind a job, and before a legal form; these wherever they stand again.
Origin of the lists: the tables of `speech_words`, and words that no name holds in capitals (`headline_words`).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.headline_words import NEVER_IN_CAPITALS
from summarizer.text.name_words import CALENDAR, LEGAL_FORMS
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import (
    ADVERBS,
    AUXILIARIES,
    CUES,
    GENERAL_NOUN_STOPS,
    JOB_FIELDS,
    JOB_HEADS,
    JOB_MODIFIERS,
    LISTENERS,
    OCCASIONS,
    SPEAKING_NOUNS,
)

_WORD = pattern(r"[A-Z][A-Z&’'-]*\.?")
_FEWEST_LETTERS, _LEAST_SHARE = 120, 0.9
"""Letters of a text that is looked at, and how many of them are capitals."""
_SPEAKS = frozenset(
    cue for cue, sense in CUES.items() if " " not in cue and sense in ("says", "tells", "notes", "acts")
)
_KNOWN = (
    NEVER_IN_CAPITALS
    | ADVERBS
    | AUXILIARIES
    | GENERAL_NOUN_STOPS
    | JOB_FIELDS
    | JOB_HEADS
    | JOB_MODIFIERS
    | LISTENERS
    | OCCASIONS
    | SPEAKING_NOUNS
    | frozenset(cue for cue in CUES if " " not in cue)
    | word_set("according mr mrs ms dr every no yes all any some price prices market markets plant plants sales profit")
)
_CAPITALISED = CALENDAR - {"march", "may"} | {"i"}
_INITIALS = word_set("ceo cfo cio cmo coo cto evp svp vp")
"""Jobs that are written in capitals in any text."""
_BEFORE_HOUSE = frozenset({"at", "for", "of"})
MOST_SMALL_WORDS = 12
"""Different words in small letters up to which a text may be one in capitals."""
_LONGEST_NAME = 4
"""Words of a name, at most."""


def in_sentence_case(text: str, sentences: Sequence[tuple[int, int]]) -> str | None:
    """`text` with the same offsets in the case of prose; None where it is not in capitals throughout."""
    capitals = sum(map(str.isupper, text))
    small = sum(map(str.islower, text))
    if capitals < _FEWEST_LETTERS or capitals < _LEAST_SHARE * (capitals + small):
        return None
    words = [(match.start(), match.end(), _plain(match.group())) for match in _WORD.finditer(text)]
    named = _names(text, words)
    letters = list(text.lower())
    if len(letters) != len(text):
        return None
    for start, end, word in words:
        if word in named or word in _CAPITALISED:
            letters[start:end] = text[start] + text[start + 1 : end].lower()
        elif word in _INITIALS:
            letters[start:end] = text[start:end]
    for start, end in sentences:
        first = next((at for at in range(start, end) if text[at].isalpha()), start)
        letters[first] = text[first]
    return "".join(letters)


def _plain(word: str) -> str:
    """A word in lower case without its full stop and its possessive."""
    return word.lower().rstrip(".").replace("’", "'").removesuffix("'s")


def _names(text: str, words: Sequence[tuple[int, int, str]]) -> frozenset[str]:
    """The words that stand where names do."""
    found: set[str] = set()
    for at, (_, _, word) in enumerate(words):
        if word in _SPEAKS:
            found.update(_run(text, words, at - 1, -1))
            behind = _run(text, words, at + 1, 1)
            after = words[at + 2][2] if len(behind) == 1 and at + 2 < len(words) else ""
            # "SAYS DEMAND IS WEAK": one word before its verb is as likely a plain noun.
            found.update(behind if after not in AUXILIARIES else ())
        elif word in JOB_HEADS or (word == "to" and at and words[at - 1][2] == "according"):
            found.update(_run(text, words, at + 1, 1, (" ", ", ")))
        elif word in LEGAL_FORMS and word not in _KNOWN:
            found.update((word, *_run(text, words, at - 1, -1)))
        elif word in _BEFORE_HOUSE and len(run := _run(text, words, at + 1, 1)) > 1:
            found.update(run)
    return frozenset(found)


def _run(
    text: str, words: Sequence[tuple[int, int, str]], at: int, step: int, links: Sequence[str] = (" ",)
) -> list[str]:
    """The words from number `at` on that no table knows, with nothing but a space between them.

    `links` are what may stand between the first of them and the word from which it is looked for.
    """
    run: list[str] = []
    while 0 <= at < len(words) and len(run) < _LONGEST_NAME:
        start, end, word = words[at]
        if word in _KNOWN or len(word) < 2:
            break
        gap = text[end : words[at + 1][0]] if step < 0 else text[words[at - 1][1] : start]
        if gap not in (links if not run else (" ",)):
            break
        stops = text[end - 1] == "." and len(word) > 1 and word not in LEGAL_FORMS
        if stops and step < 0:
            break
        run.append(word)
        if stops:
            break
        at += step
    return run
