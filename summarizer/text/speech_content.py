"""The content beside each cue of speech: the clause or the quotation that is given to the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_clauses import (
    Place,
    Unit,
    after,
    before,
    behind_addressee,
    has_letters,
    is_titled_adjunct,
    is_verb,
    marked_behind_occasion,
    next_paragraph,
    only_adjunct,
    opens_clause,
    quoted_before,
    rest_of_quotation,
)
from summarizer.text.speech_cues import cues_in
from summarizer.text.speech_sources import Found, source_after, subject_before, subject_of_clause, whole_source
from summarizer.text.speech_tokens import QUOTE, Word, words_of
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    ADVERBS,
    AMBIGUOUS,
    AUXILIARIES,
    BASE_FORMS,
    BE,
    CLAUSAL,
    DENIALS,
    FREE_PARTICIPLES,
    MODALS,
    NEGATIONS,
    SUBJECT_PRONOUNS,
)

DATELINE = pattern(
    r"(?:\([A-Z][\w .&]{1,30}\)\s*[—–-]+\s*"
    r"|[A-Z][A-Z .’'/&]{2,40}(?:,\s[^—–()\n]{0,50})?(?:\s?\([^()\n]{2,40}\))?\s*[—–-]+\s+"
    r"|(?:[A-Z][\w.]+,? ){0,4}[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}(?: \([^()\n]{2,60}\)| /[^/\n]{3,40}/)?\s*[—–-]+\s+)"
)
"""What stands before the first sentence of agency copy: "(Agency) — ", "COLUMBUS, Ohio, March 4 (Agency) - "."""

_TURNS = frozenset({"although", "and", "but", "though", "whereas", "while"})
_PARTICLES = frozenset({"back", "for", "in", "it", "off", "on", "out", "up"})
"""What makes "call" another verb."""
_SUBORDINATORS = frozenset({"after", "although", "as", "because", "if", "once", "since", "though", "when", "while"})
_PLAIN = frozenset({"saying", "stating"})
_MOST_CUES = 40
"""Cues of one sentence beyond which it is no prose."""
_GOES_ON = frozenset({"and", "but", "or", "that", "which", "who", "whose"})
_COMMENT_END = frozenset({"but", "while", "and", "saying", "citing", "which"})
_AFTER_NAMED = _COMMENT_END | _TURNS | {"after", "as", "at", "because", "before", "during", "in", "on", "when"}
_FEWEST_WORDS = 5
"""Tokens of a clause behind "argued" without "that"."""
_QUOTE_NEAR = 14
"""Words between "called" and the quotation that says what."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source and the raw pieces of its content, quotation marks still included."""

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    no_comment: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue as tokens [first, last) of its unit; `verb` is where its verb begins, with auxiliaries and adverbs."""

    first: int
    last: int
    verb: int
    sense: str
    participle: bool
    place: Place


def attributions_in(
    text: str, sentences: Sequence[Place], quotes: QuoteMap, cues: Sequence[Phrase] | None = None
) -> list[Attribution]:
    """Every cue of these sentences outside quotation marks that has a source and a content, in order.

    `cues` may bring what `cues_in(text)` finds in them.
    """
    if cues is None:
        first = sentences[0][0] if sentences else 0
        cues = [cue for cue in cues_in(text) if cue.start >= first]
    found: list[Attribution] = []
    for start, end, held in _units(text, sentences, quotes, cues):
        if held:
            found.extend(_of_unit(text, start, end, held, quotes))
    return found


def _units(
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
        if units and stretch is not None and stretch.start <= units[-1][1] and units[-1][0] <= stretch.end:
            units[-1] = units[-1][0], end, units[-1][2] + held
        else:
            units.append((start, end, held))
    return units


def _of_unit(text: str, start: int, end: int, found_cues: Sequence[Phrase], quotes: QuoteMap) -> list[Attribution]:
    if head := DATELINE.match(text, start, end):
        start = head.end()
    words = words_of(text, start, end, quotes.within(start, end))
    unit = Unit(text, start, end, words, quotes)
    cues = _cues_of(unit, found_cues)
    found: list[Attribution] = []
    for number, cue in enumerate(cues):
        inside = found and cue.place[0] < max(stop for _, stop in found[-1].content)
        if inside and not cue.participle and cue.sense != "according":
            continue
        low = _low(words, found, cue)
        high = _high(unit, cue, cues[number + 1 : number + 5], len(words))
        item = _attribution(unit, cue, low, high, found)
        if item is not None:
            found.append(item)
    return found


def _cues_of(unit: Unit, found: Sequence[Phrase]) -> list[_Cue]:
    words = unit.words
    starts = [word.start for word in words]
    cues = []
    for start, end, sense in found[:_MOST_CUES]:
        first = bisect_left(starts, start)
        if first >= len(words) or words[first].start != start:
            continue
        last = bisect_left(starts, end, first)
        verb, be, negated = _verb_group(words, first)
        kind, _, participle = sense.partition("_")
        if sense == "no_comment":
            kind, participle = sense, ""
        if negated and kind not in ("no_comment", "according"):
            continue
        if be and not participle and kind not in ("no_comment", "according", "passive", "quoted", "calls"):
            continue
        if words[first].lower in BASE_FORMS and any(word.lower in MODALS for word in words[verb:first]):
            continue
        if sense.startswith("calls_for"):
            kind, participle = "calls_for", "ing" if sense.endswith("ing") else ""
        if kind == "names" and last < len(words) and words[last].lower in _PARTICLES:
            continue
        cues.append(_Cue(first, last, verb, kind, bool(participle) and not be, (start, end)))
    return cues


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
        elif not (lower in ADVERBS or (lower.endswith("ly") and not words[at - 1].capital and len(lower) > 4)):
            if lower.endswith(("'s", "'re")) and lower.split("'")[0] in SUBJECT_PRONOUNS:
                be = be or words[first].lower.endswith("ing")
            break
        at -= 1
    return at, be, negated


def _low(words: Sequence[Word], found: Sequence[Attribution], cue: _Cue) -> int:
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


def _high(unit: Unit, cue: _Cue, later: Sequence[_Cue], end: int) -> int:
    """The token before which what the cue says ends: the next cue with a clause of its own, or the sentence's end."""
    words = unit.words
    for other in later:
        before_verb = other.verb - 1
        if before_verb < cue.last:
            continue
        mark = words[before_verb]
        if other.participle and mark.text in (",", QUOTE, "—", "–"):
            return before_verb if mark.text != QUOTE else other.verb
        if other.sense == "according" and mark.text == ",":
            return before_verb
        if mark.lower in ("and", "but", "then"):
            return _before_turn(words, before_verb)
        subject = subject_before(words, cue.last, other.verb)
        if subject and subject[0] - 1 > cue.last and words[subject[0] - 1].lower in _TURNS:
            turn = subject[0] - 1
            if words[turn - 1].text in (",", ";", QUOTE, "—") or words[turn].lower != "and":
                return _before_turn(words, turn)
        if subject and words[subject[0] - 1].text == ";":
            return subject[0] - 1
    for at in range(cue.last + 1, end - 1):
        # A sentence within the unit ends here: the next one is tied to it by a quotation only.
        if words[at].text in (".", "!", "?") and words[at + 1].text == QUOTE:
            return at
    return end


def _before_turn(words: Sequence[Word], at: int) -> int:
    return at - 1 if words[at - 1].text in (",", ";") else at


def _attribution(unit: Unit, cue: _Cue, low: int, high: int, before_it: Sequence[Attribution]) -> Attribution | None:
    if cue.sense == "no_comment":
        return _no_comment(unit, cue, low)
    if cue.sense == "according":
        return _according(unit, cue, low, high)
    if cue.sense == "passive":
        return _passive(unit, cue, high)
    if cue.participle:
        return _participle(unit, cue, high, before_it)
    if relative := _relative(unit, cue, before_it):
        content = _right(unit, cue, high)
        return Attribution((content,), cue.place, relative) if content is not None else None
    if _prefers_inverted(unit, cue, high) and (inverted := _inverted(unit, cue, low, high)) is not None:
        return inverted
    subject = subject_before(unit.words, low, cue.verb)
    if subject is not None and not _is_object(unit.words, subject):
        return _with_subject(unit, cue, low, high, subject)
    if cue.sense in ("says", "notes", "acts") and (inverted := _inverted(unit, cue, low, high)) is not None:
        return inverted
    if cue.first == 0 and (opened := _opened_by_cue(unit, cue, high)) is not None:
        return opened
    if cue.verb > 0 and unit.words[cue.verb - 1].lower in ("and", "but", "then", ","):
        source = before_it[-1].source if before_it else _subject_of(unit, 0, cue.verb)
        content = _right(unit, cue, high)
        if content is not None and source is not None:
            return Attribution((content,), cue.place, source)
    return None


def _prefers_inverted(unit: Unit, cue: _Cue, high: int) -> bool:
    """Whether a comma stands before the verb and a phrase that ends the clause behind it: ", said Jane Roe."."""
    words = unit.words
    if cue.sense not in ("says", "notes", "acts") or cue.verb == 0 or words[cue.verb - 1].text not in (",", QUOTE):
        return False
    found = source_after(unit.text, words, cue.last, len(words))
    if found is None:
        return False
    behind = found[2]
    return behind >= len(words) or not words[behind].text[0].isalnum() or words[behind].lower in ADJUNCT_OPENERS


def _relative(unit: Unit, cue: _Cue, before_it: Sequence[Attribution]) -> Place | None:
    """The speaker of “A,” said Roe, who added that B."""
    source = before_it[-1].source if before_it else None
    lead = unit.words[cue.verb - 1] if cue.verb else None
    if source is None or lead is None or lead.lower != "who":
        return None
    return source if 0 < lead.start - source[1] <= 3 else None


def _is_object(words: Sequence[Word], subject: Found) -> bool:
    """Whether the phrase is no subject: "of Acme", "Acme's", "Having"."""
    last = words[subject[1]].lower
    if last.endswith(("'s", "s'")) or (subject[0] == subject[1] and last.endswith("ing")):
        return True
    return subject[0] > 0 and words[subject[0] - 1].lower in ("of", "to", "by", "for", "than")


def _span(unit: Unit, found: Found) -> Place:
    return unit.words[found[0]].start, unit.words[found[1]].end


def _subject_of(unit: Unit, low: int, end: int) -> Place | None:
    """The subject of the clause that begins at token `low`."""
    found = subject_of_clause(unit.words, low, end)
    return _span(unit, found) if found else None


def _no_comment(unit: Unit, cue: _Cue, low: int) -> Attribution | None:
    words = unit.words
    subject = subject_before(words, low, cue.verb)
    if subject is None:
        return None
    end = cue.last
    while end < len(words):
        word = words[end]
        if word.text in (".", ";", "!", "?") or (
            word.text == "," and end + 1 < len(words) and words[end + 1].lower in _COMMENT_END
        ):
            break
        if "\n" in unit.text[words[end - 1].end : word.start] and "\n\n" in unit.text[words[end - 1].end : word.start]:
            break
        end += 1
    return Attribution(((cue.place[0], words[end - 1].end),), cue.place, _span(unit, subject), no_comment=True)


def _according(unit: Unit, cue: _Cue, low: int, high: int) -> Attribution | None:
    words = unit.words
    found = source_after(unit.text, words, cue.last, high) or whole_source(words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    left = [word for word in words[low : cue.first] if word.text[0].isalnum() or word.text == QUOTE]
    if not left or (len(left) == 1 and left[0].lower in ("but", "and", "however")):
        comma = next((at for at in range(behind, min(high, behind + 25)) if words[at].text == ","), None)
        if comma is None or comma + 1 >= high:
            return None
        return Attribution(((words[comma + 1].start, words[high - 1].end),), cue.place, (start, stop))
    pieces = [(words[low].start, cue.place[0])]
    if (
        behind + 5 < high
        and words[behind].text == ","
        and not unit.words[behind + 1].lower.endswith("ing")
        and words[behind + 1].lower not in ("who", "which", "and", "but", "while", "with", "though", "as")
    ):
        pieces.append((words[behind + 1].start, words[high - 1].end))
    return Attribution(tuple(pieces), cue.place, (start, stop))


def _passive(unit: Unit, cue: _Cue, high: int) -> Attribution | None:
    found = source_after(unit.text, unit.words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    for at in range(behind, min(high, behind + 6)):
        if unit.words[at].text == QUOTE:
            return Attribution(((unit.words[at].start, unit.words[at].end),), cue.place, (start, stop))
    return None


def _participle(unit: Unit, cue: _Cue, high: int, before_it: Sequence[Attribution]) -> Attribution | None:
    source = before_it[-1].source if before_it else _subject_of(unit, 0, cue.first)
    if source is None:
        return None
    if cue.first:
        lead = unit.words[cue.first - 1]
        if lead.lower in ("by", "for"):
            if cue.sense not in ("says", "notes", "tells"):
                return None
        elif (lead.text[0].isalnum() and unit.words[cue.first].lower not in FREE_PARTICIPLES) or lead.lower in (
            "of",
            "without",
            "from",
            "after",
            "worth",
            "in",
        ):
            return None
    content = _right(unit, cue, high, plain=unit.words[cue.first].lower in _PLAIN)
    return Attribution((content,), cue.place, source) if content is not None else None


def _with_subject(unit: Unit, cue: _Cue, low: int, high: int, subject: Found) -> Attribution | None:
    words, source = unit.words, _span(unit, subject)
    takes_left = cue.sense not in ("names", "calls_for", "puts") and not _is_relative(words, subject, cue)
    aside = cue.last < high and words[cue.last].text == ","
    left = before(unit, low, subject[0], lone=aside) if takes_left else None
    if left is not None and not has_letters(unit.text, left):
        left = None
    if (
        subject[0] > low
        and words[subject[0] - 1].lower == "as"
        and (pieces := _as_put(unit, cue, low, high, subject[0] - 1))
    ):
        return Attribution(pieces, cue.place, source)
    if left is not None and is_titled_adjunct(unit, left):
        left = None
    if left is not None and quoted_before(unit, left):
        rest = rest_of_quotation(unit, _skip_addressee(unit, cue, high), high)
        return Attribution((left, rest) if rest else (left,), cue.place, source)
    if left is not None and (parts := _around(unit, cue, left, high)):
        return Attribution(parts, cue.place, source)
    if left is not None and aside:
        left = before(unit, low, subject[0])
    if words[cue.first].lower in AMBIGUOUS and not _is_marked(words, cue, high):
        return None
    right = _right(unit, cue, _subordinate_end(words, cue, subject, high))
    if left is not None and _says_when(unit, cue, high):
        return Attribution((left,), cue.place, source)
    if right is None:
        return None
    if words[cue.first].lower in DENIALS:
        right = cue.place[0], right[1]
    return Attribution((right,), cue.place, source)


def _as_put(unit: Unit, cue: _Cue, low: int, high: int, opener: int) -> tuple[Place, ...]:
    """The parts around ", as Roe put it,"; `opener` is the token of "as"."""
    words = unit.words
    pieces = []
    left = before(unit, low, opener, lone=True) if opener > low and words[opener - 1].text == "," else None
    if left is not None and has_letters(unit.text, left):
        pieces.append(left)
    elif opener > low and words[opener - 1].text[0].isalnum():
        return ()
    comma = next(
        (at for at in range(cue.last, min(high, cue.last + _QUOTE_NEAR)) if words[at].text in (",", ":", QUOTE)), None
    )
    if comma is not None:
        begin = comma + (words[comma].text != QUOTE)
        if begin < high:
            pieces.append((words[begin].start, words[high - 1].end))
    return tuple(pieces)


def _is_relative(words: Sequence[Word], subject: Found, cue: _Cue) -> bool:
    """Whether "who" or "which" stands between the subject and the verb."""
    return any(word.lower in ("who", "which") for word in words[subject[1] + 1 : cue.verb])


def _is_marked(words: Sequence[Word], cue: _Cue, high: int) -> bool:
    """Whether "that", a colon or a quotation follows, so that a word that may be a noun is a verb."""
    at = cue.last
    if at < high and words[at].text == ",":
        at += 1
    if at >= high:
        return False
    if words[at].lower == "in":
        return marked_behind_occasion(words, at, high)
    return words[at].text in (":", QUOTE) or (words[at].lower == "that" and not is_verb(words[min(at + 1, high - 1)]))


def _subordinate_end(words: Sequence[Word], cue: _Cue, subject: Found, high: int) -> int:
    """Where the clause "While Roe said mills close, …" ends that only leads up to the sentence's own."""
    opener = subject[0] - 1
    if opener < 0 or words[opener].lower not in _SUBORDINATORS:
        return high
    if opener and words[opener - 1].text[0].isalnum():
        return high
    for at in range(cue.last + 1, high - 2):
        if words[at].text == "," and words[at + 1].lower not in _GOES_ON:
            return at
    return high


def _skip_addressee(unit: Unit, cue: _Cue, high: int) -> int:
    """The token behind "he told the paper": the second half of a quotation may follow."""
    return min(cue.last, high)


def _says_when(unit: Unit, cue: _Cue, high: int) -> bool:
    if cue.sense != "says" and cue.last < high and unit.words[cue.last].lower == "to":
        return False
    found = after(unit, cue.last, high, cue.sense)
    return only_adjunct(unit, cue.last, high) and not (found is not None and found[1])


def _around(unit: Unit, cue: _Cue, left: Place, high: int) -> tuple[Place, ...]:
    """The two parts of "To be safe, he said, shops should close": what stands before and behind a parenthesis."""
    words = unit.words
    at = cue.last
    if at + 3 >= high or words[at].text != "," or unit.quotes.within(*left):
        return ()
    if words[at + 1].lower in (
        "and",
        "but",
        "citing",
        "who",
        "which",
        "while",
        "though",
        "as",
        "with",
        "after",
        "before",
    ):
        return ()
    if words[at + 1].lower.endswith("ing"):
        return ()
    return left, (words[at + 1].start, words[high - 1].end)


def _inverted(unit: Unit, cue: _Cue, low: int, high: int) -> Attribution | None:
    """“A,” said Jane Roe. / A, wrote analyst Jane Roe."""
    left = before(unit, low, cue.verb, lone=True)
    if left is None or not has_letters(unit.text, left):
        return None
    found = source_after(unit.text, unit.words, cue.last, len(unit.words))
    if found is None:
        return None
    start, stop, behind = found
    pieces = [left]
    if quoted_before(unit, left):
        if rest := rest_of_quotation(unit, behind, high):
            pieces.append(rest)
    elif behind + 4 < high and unit.words[behind].text == "," and opens_clause(unit.words, behind + 1, high):
        pieces.append((unit.words[behind + 1].start, unit.words[high - 1].end))
    return Attribution(tuple(pieces), cue.place, (start, stop))


def _opened_by_cue(unit: Unit, cue: _Cue, high: int) -> Attribution | None:
    """Said Jane Roe: “A.”"""
    found = source_after(unit.text, unit.words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    if behind + 1 < high and unit.words[behind].text in (",", ":") and unit.words[behind + 1].text == QUOTE:
        content = _until(unit, behind + 1, high)
        return Attribution((content,), cue.place, (start, stop)) if content is not None else None
    return None


def _right(unit: Unit, cue: _Cue, high: int, *, plain: bool = False) -> Place | None:
    """What is said behind a cue: behind "that", a colon or a quotation mark, or the clause that follows."""
    words, text = unit.words, unit.text
    if cue.last < len(words) and words[cue.last].text == ":" and cue.last + 1 >= len(words):
        return next_paragraph(unit, words[cue.last].end)
    if cue.sense == "names":
        return _named(unit, cue, high)
    if cue.sense == "tells":
        behind = behind_addressee(words, cue.last, high)
        if behind + 1 < high and words[behind].lower == "to":
            return _until(unit, behind, high)
    if cue.sense == "acts" and (infinitive := _infinitive(words, cue.last, high)) is not None:
        return _until(unit, infinitive, high)
    found = after(unit, cue.last, high, cue.sense)
    if found is None:
        if cue.last < high and words[high - 1].text == ":" and high == len(words):
            return next_paragraph(unit, words[high - 1].end)
        return None
    at, sure = found
    if cue.sense == "calls_for":
        return _until(unit, at, high)
    if cue.sense == "puts":
        return _until(unit, at, high) if sure else None
    if cue.sense == "notes" and words[cue.first].lower in CLAUSAL and high - at >= _FEWEST_WORDS:
        return _until(unit, at, high)
    if sure or plain or cue.sense in ("says", "tells", "quoted"):
        if not sure and cue.sense == "tells" and not opens_clause(words, at, high):
            return None
        return _until(unit, at, high) if at < high and (sure or words[at].lower not in ("to",)) else None
    if opens_clause(words, at, high):
        return _until(unit, at, high)
    for place in range(at, min(high, at + _QUOTE_NEAR)):
        if words[at].lower == "to":
            break
        if words[place].text == QUOTE:
            return _until(unit, at, high)
        if words[place].text in (",", ";", ":") or is_verb(words[place]):
            break
    return None


def _infinitive(words: Sequence[Word], at: int, high: int) -> int | None:
    """The token where "to close the mill" or "shareholders to reject it" begins."""
    for place in range(at, min(high, at + 8)):
        if words[place].lower == "to" and place + 1 < high:
            return place if place == at else at
        if not words[place].text[0].isalnum():
            return None
    return None


def _named(unit: Unit, cue: _Cue, high: int) -> Place | None:
    """What somebody calls something: from the cue to the last quotation of the clause."""
    words = unit.words
    last = None
    gap = 0
    for at in range(cue.last, high):
        if words[at].text == QUOTE:
            last, gap = at, 0
        elif (
            words[at].text in (".", ";", "!", "?")
            or (last is None and gap > _QUOTE_NEAR)
            or (last is not None and (words[at].lower in _AFTER_NAMED or gap > 4))
        ):
            break
        gap += 1
    if last is None:
        return None
    begin = cue.last + (cue.last < last and words[cue.last].lower == "as")
    return words[begin].start, words[last].end


def _until(unit: Unit, at: int, high: int) -> Place | None:
    """From token `at` to before token `high`; of a quotation that is a sentence of its own, the quotation."""
    words = unit.words
    if at >= high:
        return None
    end = words[high - 1].end
    if words[at].text == QUOTE:
        inside = unit.text[words[at].start : words[at].end].rstrip("”\"'’» ")
        if inside[-1:] in (".", "?", "!") or ((at + 1 < high and words[at + 1].text in (",",)) or inside[-1:] == ","):
            end = words[at].end
    piece = words[at].start, end
    return piece if has_letters(unit.text, piece) else None
