"""Quotations that no cue took: who speaks is read from what stands beside their marks.

A quotation that ends with a comma, or with a question or exclamation mark, and is followed by a subject and a verb is
speech whatever the verb: “A,” he griped; “A,” one of the firm's lawyers, Jane Roe, told a conference.
Origin of the lists: prepositions, relative words and conjunctions, closed classes of English grammar; words that
introduce names and slogans rather than speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.phrases import word_set
from summarizer.text.speech_adjuncts import ADJUNCTS
from summarizer.text.speech_clauses import has_letters, is_titled_adjunct
from summarizer.text.speech_rests import rest_of_quotation
from summarizer.text.speech_sources import source_after
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb
from summarizer.text.speech_units import Attribution, Place, Unit
from summarizer.text.speech_words import (
    ADVERBS,
    AMBIGUOUS,
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    CUES,
    GENERAL_NOUN_STOPS,
    JOB_HEADS,
    LISTENERS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    PHRASE_DETERMINERS,
    SOURCE_NOUNS,
    SUBJECT_PRONOUNS,
)

_SPOKEN = ("says", "tells", "notes", "finds", "acts")
_OPEN_ENDS = (",", "?", "!", "—", "–", "…", "-")
_LONGEST_SUBJECT = 34
"""Words of a speaker with everything that describes him, between his words and the verb."""
_MOST = 40
"""Quotations of one sentence beyond which it is no prose."""
_FEWEST_WORDS = 2
"""Words of a quotation that is no name."""
SPOKEN_NOUNS = word_set("""
    answer argument assertion boast call claim comment comments criticism demand description joke line message motto
    phrase pitch plea pledge prediction promise quip remark remarks reply response slogan statement taunt threat tweet
    verdict vow warning
""")
"""Nouns for what somebody said."""
_IRREGULAR = word_set("began broke chimed cut fired hit opened put sang shot spoke swore wept went")
"""Verbs in the past that do not end in "-ed" and stand behind a quotation: "she began", "he shot back"."""
_NEAR = 10
_LONGEST_TITLE_OF_JOB = 10
"""Words of a job before its bearer's name."""
_ANSWER = 3
"""Words of "Ines Varga answered", behind a quotation of one word."""
_SMALL, _LONGEST_TITLE = 3, 7
"""Letters of words that titles write small, and the most of the others in one."""
_VERB_ENDS = ("ed",)
_NO_SUBJECT = CLAUSE_OPENERS | ADJUNCTS | AUXILIARIES | NEGATIONS | word_set("that which who whose what or nor both")
_DASHES = ("—", "–", "―", "-")
_RELATIVES = word_set("who whose which whom")
_GOES_ON = (
    ADJUNCTS | ADVERBS | LISTENERS | OBJECT_PRONOUNS | word_set("a an and as her his its my our the their to who")
)
_NO_SPEECH = word_set(
    "allowed asked based called dubbed entitled labeled labelled named needed priced rated styled titled used valued"
)
"""Words in "-ed" behind a title or a name in quotation marks."""


def anchored(unit: Unit, found: Sequence[Attribution]) -> list[Attribution]:
    """The quotations of a unit that nothing in `found` has, each with the subject that stands behind it."""
    added: list[Attribution] = []
    for at, word in enumerate(unit.words):
        if word.text != QUOTE or _is_taken(word, found) or _is_taken(word, added):
            continue
        item = _behind(unit, at, [*found, *added])
        if item is not None:
            added.append(item)
            if len(added) >= _MOST:
                break
    return added


def _is_taken(word: Word, found: Sequence[Attribution]) -> bool:
    return any(start < word.end and word.start < end for item in found for start, end in item.content)


def _behind(unit: Unit, at: int, before_it: Sequence[Attribution]) -> Attribution | None:
    """“A,” SUBJECT VERB; “A,” VERB SUBJECT: read behind the quotation at token `at`."""
    words = unit.words
    begin = at + 1
    inside = unit.text[words[at].start : words[at].end].strip("”\"'’»“‘« ")
    if at and words[at - 1].lower in _NO_SPEECH:
        return None
    if _is_title(inside):
        return None
    lone = len(inside.split()) < _FEWEST_WORDS and inside[-1:] not in ("?", "!")
    open_end = inside[-1:] in _OPEN_ENDS
    if begin < len(words) and words[begin].text == ",":
        begin, open_end = begin + 1, True
    stop = begin
    while stop < len(words) and words[stop].text not in (".", ";", ":", "!", "?", QUOTE):
        stop += 1
    if lone and stop - begin > _ANSWER:
        return None
    if begin < len(words) and (item := _by_whom(unit, at, begin, stop)) is not None:
        return item
    if begin >= len(words) or not open_end:
        return _called_a_reply(unit, at, begin, stop) or _owned(unit, at)
    left = _left(unit, at, before_it)
    if left is None or is_titled_adjunct(unit, left):
        return None
    read = _verb_first(unit, begin, stop) or _subject_first(unit, begin, stop)
    if read is None:
        return _called_a_reply(unit, at, begin, stop)
    source, cue, behind = read
    pieces = [left]
    if rest := rest_of_quotation(unit, behind, len(words)):
        pieces.append(rest)
    return Attribution(tuple(pieces), cue, source)


def _by_whom(unit: Unit, at: int, begin: int, stop: int) -> Attribution | None:
    """“A,” from Jane Roe at Acme. / “A” — Jane Roe, its chairman — “B.”"""
    words = unit.words
    if words[begin].lower != "from" and words[begin].text not in _DASHES:
        return None
    dash = words[begin].text in _DASHES
    found = source_after(unit.text, words, begin + 1, len(words))
    if found is None or not any(word.capital for word in words[begin + 1 : found[2]]):
        return None
    start, end, behind = found
    content = words[at].start, words[at].end
    if not dash:
        return Attribution((content,), None, (start, end)) if behind >= stop else None
    if behind + 1 >= len(words) or words[behind].text not in _DASHES or words[behind + 1].text != QUOTE:
        return None
    return Attribution((content, (words[behind + 1].start, words[behind + 1].end)), None, (start, end))


def _called_a_reply(unit: Unit, at: int, begin: int, stop: int) -> Attribution | None:
    """“A” was how Jane Roe described it; “A,” was Jane Roe's reply."""
    words = unit.words
    if begin + 2 >= stop or words[begin].lower not in ("is", "was"):
        return None
    if words[begin + 1].lower in ("how", "what"):
        verb = next((place for place in range(begin + 3, min(stop, begin + _NEAR)) if _can_tell(words[place])), None)
        verb = verb or next(
            (place for place in range(begin + 3, min(stop, begin + _NEAR)) if CUES.get(words[place].lower) == "names"),
            None,
        )
        if verb is None or not _can_be_subject(words, begin + 2, verb - 1, known=True):
            return None
        return Attribution(
            ((words[at].start, words[at].end),),
            (words[verb].start, words[verb].end),
            (words[begin + 2].start, words[verb - 1].end),
        )
    for place in range(begin + 1, min(stop, begin + _NEAR)):
        if words[place].lower in SPOKEN_NOUNS and words[place - 1].lower.endswith(("'s", "s'")):
            owner = words[begin + 1].start, words[place - 1].end - 2 + words[place - 1].lower.endswith("s'")
            return Attribution(((words[at].start, words[at].end),), (words[place].start, words[place].end), owner)
    return None


def _owned(unit: Unit, at: int) -> Attribution | None:
    """Jane Roe's “A” remark."""
    words = unit.words
    if not 0 < at < len(words) - 1 or words[at + 1].lower not in SPOKEN_NOUNS:
        return None
    last = words[at - 1]
    content, cue = ((words[at].start, words[at].end),), (words[at + 1].start, words[at + 1].end)
    if last.lower in ("his", "her"):
        # Whom the pronoun means is found as for "he" and "she".
        return None
    if not last.capital or not last.lower.endswith(("'s", "s'")):
        return None
    first = at - 1
    while first > 0 and words[first - 1].capital:
        first -= 1
    return Attribution(content, cue, (words[first].start, last.end - 2 + last.lower.endswith("s'")))


def _is_title(inside: str) -> bool:
    """Whether every long word has a capital, as in the name of a book or a programme."""
    words = [word for word in inside.split() if word[0].isalpha() and len(word) > _SMALL]
    return 1 < len(words) <= _LONGEST_TITLE and all(word[0].isupper() for word in words)


def _left(unit: Unit, at: int, before_it: Sequence[Attribution]) -> Place | None:
    """The quotation with what stands before it in its sentence."""
    words = unit.words
    taken = [end for item in before_it for _, end in (*item.content, item.cue or (0, 0), item.source or (0, 0))]
    low = max((end for end in taken if end <= words[at].start), default=0)
    first = at
    while first and words[first - 1].start >= low and words[first - 1].text not in (".", ";", ":", "!", "?", QUOTE):
        first -= 1
    if first < at and (words[first].text == "," or words[first].lower in ("and", "but")):
        first = at
    piece = words[first].start, words[at].end
    return piece if has_letters(unit.text, piece) else None


def _verb_first(unit: Unit, begin: int, stop: int) -> tuple[Place, Place, int] | None:
    """VERB SUBJECT: the verb, whatever it is, and a name, a pronoun or a determiner's phrase behind it."""
    words = unit.words
    verb = begin
    if not _can_tell(words[verb]) or verb + 1 >= stop:
        return None
    opener = words[verb + 1]
    if not (opener.capital or opener.lower in PHRASE_DETERMINERS or opener.lower in SOURCE_NOUNS):
        return None
    found = source_after(unit.text, words, verb + 1, stop)
    if found is None:
        return None
    start, end, behind = found
    if behind < stop and words[behind].text[0].isalnum() and words[behind].lower not in _GOES_ON:
        return None
    return (start, end), (words[verb].start, words[verb].end), behind


def _subject_first(unit: Unit, begin: int, stop: int) -> tuple[Place, Place, int] | None:
    """SUBJECT VERB: all that stands between the quotation and the verb, if it can be a subject."""
    words = unit.words
    opener = words[begin]
    if (opener.lower in _NO_SUBJECT and opener.lower not in PHRASE_DETERMINERS) or not opener.text[0].isalnum():
        return None
    plain = not (
        opener.capital
        or opener.lower in PHRASE_DETERMINERS
        or opener.lower in SUBJECT_PRONOUNS
        or opener.lower in SOURCE_NOUNS
    )
    if plain and not _leads_to_name(words, begin, stop):
        return None
    for verb in range(begin + 1, min(stop, begin + _LONGEST_SUBJECT)):
        word = words[verb]
        if not _can_tell(word) or _is_relative(words, begin, verb):
            continue
        if word.lower in AMBIGUOUS and not (words[verb - 1].capital or words[verb - 1].lower in SUBJECT_PRONOUNS):
            continue
        known = CUES.get(word.lower, "") in _SPOKEN
        last = verb - 1
        while last > begin and (
            words[last].lower in ADVERBS or is_adverb(words[last]) or words[last].text in (",", "-", "–", "—")
        ):
            last -= 1
        if not _can_be_subject(words, begin, last, known=known):
            return None
        if not known and not _ends_clause(words, verb + 1, stop):
            return None
        if any(other.lower in BE or other.lower in NEGATIONS for other in words[last + 1 : verb]):
            return None
        return (words[begin].start, words[last].end), (word.start, word.end), verb + 1
    return None


def _leads_to_name(words: Sequence[Word], begin: int, stop: int) -> bool:
    """Whether common words up to a job lead to a name: “A,” lead researcher and group director Jane Roe said."""
    job = None
    for at in range(begin, min(stop, begin + _LONGEST_TITLE_OF_JOB)):
        word = words[at]
        if word.lower in JOB_HEADS or word.lower in SOURCE_NOUNS:
            job = at
        elif word.capital and job is not None:
            return True
        elif not word.text[0].isalpha() or (word.lower in GENERAL_NOUN_STOPS and word.lower != "and"):
            return False
    return False


def _can_tell(word: Word) -> bool:
    """Whether the word can be the verb behind a quotation: one of speech, or any in the past tense."""
    if word.capital or not word.lower.isalpha():
        return False
    sense = CUES.get(word.lower)
    if sense is not None:
        return sense in _SPOKEN
    if word.lower in _IRREGULAR:
        return True
    return len(word.lower) > 3 and word.lower.endswith(_VERB_ENDS) and word.lower not in _NO_SPEECH


def _is_relative(words: Sequence[Word], begin: int, verb: int) -> bool:
    """Whether the verb is that of "who …" or of a participle within the subject: "Roe, based in Oslo, said"."""
    for at in range(verb - 1, max(begin, verb - 12), -1):
        if words[at].lower in _RELATIVES:
            return True
        if words[at].text == ",":
            return at == verb - 1 and words[verb].lower not in CUES and _comma_behind(words, verb)
    return False


def _comma_behind(words: Sequence[Word], verb: int) -> bool:
    return any(word.text == "," for word in words[verb + 1 : verb + 8])


def _can_be_subject(words: Sequence[Word], begin: int, last: int, *, known: bool) -> bool:
    """Whether tokens from `begin` to `last` are a noun phrase with what describes it between commas."""
    held = words[begin : last + 1]
    if not held:
        return False
    base = []
    for word in held:
        if word.text == ",":
            break
        base.append(word)
    if any(word.lower in AUXILIARIES or word.lower in SUBJECT_PRONOUNS for word in base[1:]):
        return False
    if not known:
        return len(held) <= 4 and (held[0].lower in PERSON_PRONOUNS or held[0].capital or len(held) <= 3)
    return (
        any(word.capital or word.lower in SOURCE_NOUNS or word.lower in SUBJECT_PRONOUNS for word in held)
        or base[0].lower in PHRASE_DETERMINERS
    )


def _ends_clause(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether nothing follows the verb but when, where, how or to whom."""
    return (
        at >= stop
        or words[at].text == ","
        or words[at].lower in _GOES_ON - {"a", "an", "the", "his", "her", "its", "my", "our", "their"}
        or is_adverb(words[at])
    )
