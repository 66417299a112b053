"""Sentences as tokens, the cues of speech in them, and from where to where what each cue says can stand.

Origin of the lists: conjunctions, prepositions, and the particles of phrasal verbs with "call", closed classes of
English grammar; verbs of denying, meeting and spreading what is said, by a thesaurus.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase, word_set
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_subjects import subject_before
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    ADVERBS,
    AMBIGUOUS,
    AUXILIARIES,
    BASE_FORMS,
    BE,
    CLAUSE_OPENERS,
    CONTRACTED,
    CUES,
    MODALS,
    NEGATIONS,
    PHRASE_DETERMINERS,
    SOURCE_NOUNS,
    SUBJECT_PRONOUNS,
)

TURNS = frozenset({"although", "and", "but", "though", "whereas", "while"})
_PARTICLES = frozenset({"back", "for", "in", "off", "on", "out", "up"})
"""What makes "call" another verb."""
_DASHES = ("—", "–", "―", "-")
_LEADS = CLAUSE_OPENERS | {"asked", "in", "on", "pressed"}
_LONGEST_LEAD = 25
"""Words of "and when pressed on this," before who answers."""
_UNNEGATED = frozenset({"according", "neither", "no_comment", "unanswered", "words"})
"""Senses that a "not" or a "was" before them does not take back."""
_ASKED_WHAT = frozenset(
    {"about", "by", "for", "how", "if", "on", "what", "when", "where", "whether", "which", "who", "why"}
)
_CLOSING = ("”", '"', "’", "'", "»")
_DO = frozenset({"did", "do", "does", "didn't", "don't", "doesn't", "not"})
_TAKES_NOUNS = word_set("""
    bring brings brought contests disputes face faces fights fought heard hear hears made make makes meet meets met
    rebuts refutes spread spreads
""")
"""Verbs, beside those in "-ed", whose object is what somebody says: "made claims that"."""
_PREPOSITIONS = word_set("about against amid among between by despite following for from into of to upon with without")
_ACTS_ON = frozenset({"for", "of", "on", "to", "upon", "with"})
_ASPECT = word_set("keep keeps kept")
_ONLY_SAYS = pattern(
    r"(?:He|She|(?:(?:Dr|Mrs?|Ms)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\s"
    r"(?:added|explained|keeps asking|kept asking|said|says|tweeted|wrote|"
    r"(?:told|tells) (?:me|reporters|us|(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}))"
    r"(?P<when>(?: (?:after|at|before|during|earlier|in|last|later|on|this|when|while|\w+day)\b[^.,;:“”\"\n]{0,60})?)"
    r"\.(?=\s|\Z)"
)
"""A sentence that only tells who said what stands in quotation marks before it."""
_MOST_CUES = 40
"""Cues of one sentence beyond which it is no prose."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source and the raw pieces of its content, quotation marks still included."""

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    no_comment: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as tokens [first, last) of its unit; `verb` is where its verb begins, with auxiliaries and adverbs."""

    first: int
    last: int
    verb: int
    sense: str
    participle: bool
    place: Place


def units_of(
    text: str, sentences: Sequence[Place], quotes: QuoteMap, cues: Sequence[Phrase]
) -> list[tuple[int, int, list[Phrase]]]:
    """The sentences with their cues, those that one quotation goes through put together."""
    units: list[tuple[int, int, list[Phrase]]] = []
    at = 0
    for start, end in sentences:
        while at < len(cues) and cues[at].start < start:
            at += 1
        held = []
        while at < len(cues) and cues[at].start < end:
            cue = cues[at]
            at += 1
            if (cue.start == start or text[cue.start].islower() or cue.sense == "according") and (
                quotes.holding(cue.start) is None
            ):
                held.append(cue)
        stretch = quotes.holding(start)
        tied = stretch is not None and bool(units) and stretch.start <= units[-1][1] and units[-1][0] <= stretch.end
        if units and (tied or goes_on_from_quotation(text, units[-1][1], start)):
            units[-1] = units[-1][0], end, units[-1][2] + held
        else:
            units.append((start, end, held))
    return units


def goes_on_from_quotation(text: str, end: int, start: int) -> bool:
    """Whether a sentence that begins at `start` is the rest of the one that ends at `end` with a quotation.

    A line break behind “Why not?” makes two sentences of “Why not?” he said, a full stop of “It is.” Roe said.
    """
    if text[end - 1 : end] not in _CLOSING or end >= start:
        return False
    if text[start : start + 1].islower():
        return True
    only = _ONLY_SAYS.match(text, start)
    # "Roe said in May prices would fall." says more than when.
    return only is not None and AUXILIARIES.isdisjoint(only["when"].split())


def cues_of(unit: Unit, found: Sequence[Phrase]) -> list[Cue]:
    """The cues of a unit as tokens, those left out whose verb is negated, passive or only possible."""
    words = unit.words
    starts = [word.start for word in words]
    cues = []
    for start, end, sense in found[:_MOST_CUES]:
        first = bisect_left(starts, start)
        if first >= len(words) or words[first].start != start:
            continue
        last = bisect_left(starts, end, first)
        if words[first].lower == "said" and _is_phrase(words, first, last):
            continue
        verb, be, negated = _verb_group(words, first)
        if words[first].lower == "asked" and _is_asked(words, first):
            continue
        if words[first].lower in AMBIGUOUS and verb == first and _is_noun(words, first):
            continue
        kind, _, participle = sense.partition("_")
        if participle and verb and words[verb - 1].lower in _ASPECT and verb == first:
            # "She kept asking" is a verb as much as "she asked".
            verb, participle = verb - 1, ""
        if sense in ("no_comment", "unanswered", "neither"):
            kind, participle = sense, ""
        if negated and kind not in _UNNEGATED:
            continue
        if be and not participle and kind == "names" and words[first].lower.endswith(("ed", "t")):
            kind = "named"
        elif be and not participle and kind not in _UNNEGATED and kind not in ("passive", "quoted", "calls"):
            continue
        if words[first].lower in BASE_FORMS and any(word.lower in MODALS for word in words[verb:first]):
            continue
        if sense.startswith("calls_for"):
            kind, participle = "calls_for", "ing" if sense.endswith("ing") else ""
        if kind == "names" and last < len(words) and words[last].lower in _PARTICLES:
            continue
        cues.append(Cue(first, last, verb, kind, bool(participle) and not be, (start, end)))
    return cues


def _is_phrase(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "said" says nothing of anybody: "Having said that, mills will close"."""
    return (
        first > 0
        and words[first - 1].lower == "having"
        and last + 1 < len(words)
        and (words[last].lower, words[last + 1].text) == ("that", ",")
    )


def _is_asked(words: Sequence[Word], at: int) -> bool:
    """Whether "asked" at `at` is a participle: "Roe, asked if the mill was safe, said", "when asked about it"."""
    if at + 1 >= len(words) or words[at + 1].lower not in _ASKED_WHAT:
        return False
    lead = words[at - 1] if at else None
    return lead is None or lead.lower in ("when", "if", "while", "once") or lead.text in (",", "—", "–")


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word at `at` is a noun that hangs on the one before it: "denied claims that", "amid claims that"."""
    before = words[at - 1] if at else None
    if before is not None and before.lower in _PREPOSITIONS:
        return True
    if before is None or before.capital or not before.lower.isalpha():
        return False
    lead = words[at - 2].lower if at > 1 else ""
    if lead == "to" or lead in MODALS or lead in _DO:
        return True
    if before.lower in _TAKES_NOUNS:
        return True
    verb = before.lower in CUES and before.lower not in AMBIGUOUS and before.lower not in SOURCE_NOUNS
    return (verb or before.lower.endswith("ed")) and lead not in PHRASE_DETERMINERS


def _verb_group(words: Sequence[Word], first: int) -> tuple[int, bool, bool]:
    """(token where the verb begins with its auxiliaries, whether they are forms of "be", whether it is negated)."""
    be = negated = False
    at = first
    while at > 0:
        lower = words[at - 1].lower
        if lower in AUXILIARIES or lower.endswith("n't"):
            be = be or lower in BE or lower in ("isn't", "wasn't", "aren't", "weren't")
            negated = negated or lower.endswith("n't")
        elif lower in NEGATIONS:
            negated = True
        elif not (lower in ADVERBS or is_adverb(words[at - 1])):
            if lower.endswith(("'s", "'re")) and lower.split("'")[0] in SUBJECT_PRONOUNS:
                be = be or words[first].lower.endswith("ing")
            break
        at -= 1
    return at, be, negated


def low_of(words: Sequence[Word], found: Sequence[Attribution], cue: Cue) -> int:
    """The first token behind what earlier cues of the unit took."""
    stop = 0
    for item in found[-3:]:
        for _, end in item.content:
            if end <= cue.place[0]:
                stop = max(stop, end)
        for span in (item.cue, item.source):
            if span and span[1] <= cue.place[0]:
                stop = max(stop, span[1])
    if not stop:
        return 0
    low = cue.first
    while low > 0 and words[low - 1].start >= stop:
        low -= 1
    return low


def high_of(unit: Unit, cue: Cue, later: Sequence[Cue], end: int) -> int:
    """The token before which what the cue says ends: the next cue with a clause of its own, or the sentence's end."""
    words = unit.words
    ahead = [word.text for word in words[cue.last : cue.last + 3]]
    for other in later:
        turned = ahead[:2] in ([QUOTE, "and"], [QUOTE, "but"]) and ahead[-1] != "that"
        if turned and other.last < end and words[other.last].text == QUOTE:
            # “A” and fell when Roe said “B”: what stands between is the reporter's.
            return cue.last + 1
        before_verb = other.verb - 1
        if before_verb < cue.last:
            continue
        mark = words[before_verb]
        if other.participle and mark.text in (",", QUOTE, "—", "–"):
            return before_verb if mark.text != QUOTE else other.verb
        if other.sense == "according" and mark.text == ",":
            return before_verb
        if mark.lower in ("and", "but", "then"):
            if other.sense in ("notes", "finds") and other.last < end and words[other.last].lower in _ACTS_ON:
                # "they met and agreed to merge" tells what was done.
                continue
            return _before_turn(words, before_verb)
        subject = subject_before(words, cue.last, other.verb)
        if subject and subject[0] - 1 > cue.last and words[subject[0] - 1].lower in TURNS:
            turn = subject[0] - 1
            if words[turn - 1].text in (",", ";", QUOTE, "—") or words[turn].lower != "and":
                return _before_turn(words, turn)
        if subject and words[subject[0] - 1].text == ";":
            return subject[0] - 1
        if subject and words[subject[0] - 1].text == "," and subject[0] - 1 > cue.last and closes(words, other, end):
            return subject[0] - 1
        if (
            subject
            and subject[0] - 1 > cue.last
            and _ends_quoted(unit, words[subject[0] - 1])
            and closes_quoted(words, other, end)
        ):
            # “A,” she said. “B.”: what stands behind is hers too.
            return subject[0]
        if subject and (stop := _before_quoter(words, cue, other, subject[0])):
            return stop
    for at in range(cue.last + 1, end - 1):
        # A sentence within the unit ends here: the next one is tied to it by a quotation only.
        if words[at].text in (".", "!", "?") and words[at + 1].text == QUOTE:
            return at
    return end


def _ends_quoted(unit: Unit, word: Word) -> bool:
    """Whether a word is a quotation that ends with a comma, so that it goes with the verb behind it."""
    return word.text == QUOTE and unit.text[word.start : word.end].rstrip("”\"'’» ")[-1:] == ","


def closes_quoted(words: Sequence[Word], other: Cue, end: int) -> bool:
    """Whether a verb of speech ends its sentence, another one behind it or not."""
    return not other.participle and (other.last >= end or words[other.last].text in (".", ","))


def closes(words: Sequence[Word], other: Cue, end: int) -> bool:
    """Whether a cue with its subject ends the sentence: ", Acme News reported in May."."""
    if other.participle or other.sense not in ("says", "notes", "finds") or other.last >= end:
        return False
    return words[other.last].text == "." or words[other.last].lower in ADJUNCT_OPENERS


def _before_quoter(words: Sequence[Word], cue: Cue, other: Cue, first: int) -> int:
    """Where the words before a clause end that leads to a quotation, as in ", and when asked, Roe said, “A.”", or 0.

    `first` is the token at which the subject of that clause begins.
    """
    behind = [word.text for word in words[other.last : other.last + 2]]
    if QUOTE not in behind or (behind[0] != QUOTE and behind[0] not in (",", ":")):
        return 0
    mark = words[first - 1].text
    if mark in _DASHES and first - 1 > cue.last:
        return first - 1
    if mark == ",":
        for at in range(first - 3, max(cue.last + 1, first - _LONGEST_LEAD), -1):
            if words[at].lower in TURNS and words[at - 1].text in (",", ";") and words[at + 1].lower in _LEADS:
                return at - 1
    return 0


def _before_turn(words: Sequence[Word], at: int) -> int:
    return at - 1 if words[at - 1].text in (",", ";") else at


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, with those that quotations tie to it, and its tokens."""

    text: str
    start: int
    end: int
    words: Sequence[Word]
    quotes: QuoteMap


def span(unit: Unit, found: tuple[int, int]) -> Place:
    """The characters from the first to the last of two tokens of a unit; of "he's" the pronoun."""
    last = unit.words[found[1]]
    if last.lower in CONTRACTED:
        return last.start, last.start + last.lower.index("'")
    return unit.words[found[0]].start, unit.words[found[1]].end
