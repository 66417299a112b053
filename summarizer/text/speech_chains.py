"""Verbs of speech that hang on another verb or noun: "likes to say that", "a banner reading", "was called “A” by Roe".

Origin of the lists: English verbs that take an infinitive without its being done, nouns for what bears words, and verbs
by which news tells what a recording shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.phrases import word_set
from summarizer.text.speech_clauses import after
from summarizer.text.speech_right import QUOTE_NEAR, until
from summarizer.text.speech_sides import is_marked
from summarizer.text.speech_sources import Found, source_after, subject_of_clause
from summarizer.text.speech_subjects import subject_before
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_units import Attribution, Cue, Unit, span
from summarizer.text.speech_words import DOCUMENTS, NEGATIONS, OCCASIONS, PHRASE_DETERMINERS

_SAID = word_set("acknowledge add admit argue caution claim complain concede insist note remark say state suggest warn")
"""Infinitives that tell what is said: "went so far as to say"."""
_UNSAID = word_set("""
    about afraid ask asked asking asks cannot decline declined declines declining enough expected expects fail failed
    fails failing going had has have hesitate hope hoped hopes how likely need needs plan plans pressed ready refuse
    refused refuses refusing reluctant supposed too unable unlikely unwilling urged want wanted wants whether willing
    yet
""")
"""Words before an infinitive of what is not said, or not yet."""
_NO_SPEAKERS = word_set("it there this that")
_LONGEST_CHAIN = 9
"""Words between a subject and "to say"."""
_FOND = word_set("fond habit point")
"""What "of saying" hangs on: "is fond of saying"."""
_CARRIERS = word_set("""
    ad advertisement banner billboard caption headline inscription label leaflet motto note notice plaque placard poster
    shirt sign slogan sticker t-shirt tattoo text
""")
"""What bears words."""
_SHOW = word_set("""
    captured captures catches caught depicts featured features films has heard hears of overheard quoted quotes recalled
    recalls recorded remembered remembers showed showing shows with
""")
"""What stands before somebody who is seen or heard to speak: "the video shows Roe shouting", "film of Roe asking"."""
_LONGEST_NOUN = 4
"""Words of "a large painted banner" before its noun."""
_LONGEST_BY = 6
"""Tokens between what somebody is called and "by whom"."""


def to_say(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """Jane Roe likes to say that A. / She went so far as to say: “A.”"""
    words = unit.words
    if words[cue.first].lower not in _SAID or not is_marked(words, cue, high):
        return None
    subject = subject_of_clause(words, low, cue.verb - 1)
    if subject is None or cue.verb - 1 - subject[1] > _LONGEST_CHAIN or words[subject[0]].lower in _NO_SPEAKERS:
        return None
    between = [word.lower for word in words[subject[1] + 1 : cue.verb - 1]]
    if not between or any(
        word in _UNSAID or word in NEGATIONS or word.endswith("n't") or not word[0].isalnum() for word in between
    ):
        return None
    return _with(unit, cue, high, subject)


def fond_of(words: Sequence[Word], cue: Cue) -> bool:
    """Whether "saying" hangs on a habit: "is fond of saying", "made a point of saying"."""
    return cue.first > 1 and words[cue.first - 1].lower == "of" and words[cue.first - 2].lower in _FOND


def carries_words(word: Word) -> bool:
    """Whether the noun is one for what bears words, or a text."""
    lower = word.lower
    return lower in DOCUMENTS or lower in OCCASIONS or lower in _CARRIERS or lower.removesuffix("s") in _CARRIERS


def carried(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """A banner reading “A”; signs that read “A”; a letter that said that B."""
    words = unit.words
    last = cue.verb - 1
    if words[last].lower in ("that", "which"):
        last -= 1
    if last < low or cue.last >= high or not (is_marked(words, cue, high) or words[cue.verb - 1].lower == "that"):
        return None
    found = subject_before(words, low, last + 1)
    if found is None:
        return None
    carrier = next((at for at in range(found[0], found[1] + 1) if carries_words(words[at])), None)
    if carrier is None:
        return None
    near = range(max(found[0], carrier - _LONGEST_NOUN), carrier)
    first = next((at for at in near if words[at].lower in PHRASE_DETERMINERS), carrier)
    return _with(unit, cue, high, (first, found[1]))


def shown(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """The video shows Jane Roe shouting, “A.” / footage of Jane Roe asking: “A?”"""
    words = unit.words
    found = subject_before(words, low, cue.first) if words[cue.first - 1].capital else None
    if found is None or found[1] != cue.first - 1:
        return None
    behind = after(unit, cue.last, high, cue.sense)
    if behind is None or not behind[1]:
        return None
    first = next((at for at in range(max(found[0], low + 1), found[1] + 1) if words[at - 1].lower in _SHOW), None)
    if first is None:
        return None
    content = until(unit, behind[0], high)
    return Attribution((content,), cue.place, span(unit, (first, found[1]))) if content is not None else None


def called_by(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """The mill was called “A” by Jane Roe."""
    words = unit.words
    quoted = next((at for at in range(cue.last, min(high, cue.last + QUOTE_NEAR)) if words[at].text == QUOTE), None)
    if quoted is None or any(words[at].text in (",", ";", ".") for at in range(cue.last, quoted)):
        return None
    by = next((at for at in range(quoted + 1, min(high, quoted + _LONGEST_BY)) if words[at].lower == "by"), None)
    if by is None or any(words[at].text in (";", ".") for at in range(quoted + 1, by)):
        return None
    found = source_after(unit.text, words, by + 1, len(words))
    if found is None:
        return None
    begin = cue.last + (words[cue.last].lower in ("as", "to"))
    thing = words[begin].start, words[by - 1].end
    subject = subject_before(words, low, cue.verb)
    pieces = (span(unit, subject), thing) if subject is not None else (thing,)
    return Attribution(pieces, cue.place, (found[0], found[1]))


def _with(unit: Unit, cue: Cue, high: int, subject: Found) -> Attribution | None:
    """What stands behind the mark that follows a cue, given to the subject."""
    words, at = unit.words, cue.last
    while at < high and words[at].text in (",", ":", "that"):
        at += 1
    content = until(unit, at, high)
    return Attribution((content,), cue.place, span(unit, subject)) if content is not None else None
