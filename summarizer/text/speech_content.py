"""The content beside each cue of speech: the clause or the quotation that is given to the source.

Origin of the patterns: the forms of a dateline in newswires and press releases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_clauses import before, has_letters, opens_clause, quoted_before, rest_of_quotation
from summarizer.text.speech_cues import cues_in
from summarizer.text.speech_right import COMMENT_END, right_of, until
from summarizer.text.speech_sides import beside_subject, subordinate_end
from summarizer.text.speech_sources import Found, source_after, subject_of_clause, whole_source
from summarizer.text.speech_subjects import people_before, subject_before
from summarizer.text.speech_tokens import QUOTE, Word, words_of
from summarizer.text.speech_units import Attribution, Cue, Place, Unit, cues_of, high_of, low_of, span, units_of
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    AUXILIARIES,
    CONTRACTED,
    DENIALS,
    DOCUMENTS,
    FREE_PARTICIPLES,
    OCCASIONS,
    SUBJECT_PRONOUNS,
)

DATELINE = pattern(
    r"(?:\([A-Z][\w .&]{1,30}\)\s*[—–-]+\s*"
    r"|[A-Z][A-Z .’'/&]{2,40}(?:,\s[^—–()\n]{0,50})?(?:\s?\([^()\n]{2,40}\))?\s*[—–-]+\s+"
    r"|(?:[A-Z][\w.]+,? (?:and )?){0,8}(?:[A-Z][a-z]{2,8}\.? \d{1,2},?|\d{1,2} [A-Z][a-z]{2,8}\.?,?) \d{4}"
    r"(?: \([^()\n]{2,60}\)| /[^/\n]{3,40}/)?\s*[—–-]+\s+)"
)
"""What stands before the first sentence of agency copy: "(Agency) — ", "COLUMBUS, Ohio, March 4 (Agency) - "."""
_BEFORE_OBJECT = frozenset({"about", "by", "for", "of", "on", "than", "to"})
_SIGNS = frozenset({"hinting", "indicating", "signaling", "signalling", "suggesting"})
"""What figures do as well: "shares rose, suggesting that" gives words to nobody."""
_WRITTEN = frozenset({"read", "reading", "reads"})
_PLAIN = frozenset({"saying", "stating"})
_NO_REST = frozenset({"and", "as", "but", "though", "which", "while", "who", "whose", "with"})
"""What begins an addition behind the source and not the rest of what was said."""


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
    for start, end, held in units_of(text, sentences, quotes, cues):
        if held:
            found.extend(_of_unit(text, start, end, held, quotes))
    return found


def _of_unit(text: str, start: int, end: int, found_cues: Sequence[Phrase], quotes: QuoteMap) -> list[Attribution]:
    if head := DATELINE.match(text, start, end):
        start = head.end()
    words = words_of(text, start, end, quotes.within(start, end))
    unit = Unit(text, start, end, words, quotes)
    cues = cues_of(unit, found_cues)
    found: list[Attribution] = []
    for number, cue in enumerate(cues):
        inside = found and cue.place[0] < max(stop for _, stop in found[-1].content)
        if inside and not cue.participle and cue.sense != "according":
            continue
        low = low_of(words, found, cue)
        high = high_of(unit, cue, cues[number + 1 : number + 5], len(words))
        item = _attribution(unit, cue, low, high, found)
        if item is not None:
            found.append(_as_meant(unit, cue, cues[number + 1 : number + 2], item))
    return found


def _as_meant(unit: Unit, cue: Cue, following: Sequence[Cue], item: Attribution) -> Attribution:
    """The item with the verb of a denial in its words, and as a refusal where "said the company had no comment"."""
    start, end = item.content[0]
    if len(item.content) > 1 or start < cue.place[1] or item.no_comment:
        return item
    if unit.words[cue.first].lower in DENIALS:
        return replace(item, content=((cue.place[0], end),))
    for other in following:
        if other.sense == "no_comment" and start < other.place[0] < end:
            ahead = [word.lower for word in unit.words[cue.last : other.verb] if word.start >= start]
            if ahead in (["it"], ["he"], ["she"], ["they"]) or (ahead[:1] in (["the"], ["its"]) and len(ahead) == 2):
                return replace(item, content=((other.place[0], end),), no_comment=True)
    return item


def _attribution(unit: Unit, cue: Cue, low: int, high: int, before_it: Sequence[Attribution]) -> Attribution | None:
    if cue.sense == "no_comment":
        return _no_comment(unit, cue, low)
    if cue.sense == "according":
        return _according(unit, cue, low, high)
    if cue.sense == "passive":
        return _passive(unit, cue, high)
    if cue.participle:
        return _participle(unit, cue, high, before_it)
    if relative := _relative(unit, cue, before_it):
        content = right_of(unit, cue, high)
        return Attribution((content,), cue.place, relative) if content is not None else None
    if _prefers_inverted(unit, cue) and (inverted := _inverted(unit, cue, low, high)) is not None:
        return inverted
    subject = subject_before(unit.words, low, cue.verb)
    if cue.sense in ("says", "tells") and (subject is None or _is_object(unit.words, subject)):
        subject = people_before(unit.words, low, cue.verb) or subject
    if unit.words[cue.first].lower in _WRITTEN and not _is_written(unit.words, subject):
        return None
    if subject is not None and not _is_object(unit.words, subject):
        return beside_subject(unit, cue, low, high, subject)
    if cue.sense in ("says", "notes", "acts") and (inverted := _inverted(unit, cue, low, high)) is not None:
        return inverted
    if cue.first == 0 and (opened := _opened_by_cue(unit, cue, high)) is not None:
        return opened
    if cue.verb > 0 and unit.words[cue.verb - 1].lower in ("and", "but", "then", ","):
        source = before_it[-1].source if before_it else _subject_of(unit, 0, cue.verb)
        if source is not None:
            first = next((at for at, word in enumerate(unit.words[: cue.first]) if word.start == source[0]), 0)
            high = subordinate_end(unit.words, cue, first, high)
        content = right_of(unit, cue, high)
        if content is not None and source is not None:
            return Attribution((content,), cue.place, source)
    return None


def _is_written(words: Sequence[Word], subject: Found | None) -> bool:
    """Whether the subject is a text, which "reads" something to nobody."""
    return subject is not None and any(
        word.lower in DOCUMENTS or word.lower in OCCASIONS for word in words[subject[0] : subject[1] + 1]
    )


def _prefers_inverted(unit: Unit, cue: Cue) -> bool:
    """Whether a comma stands before the verb and a phrase that ends the clause behind it: ", said Jane Roe."."""
    words = unit.words
    if cue.sense not in ("says", "notes", "acts") or cue.verb == 0 or words[cue.verb - 1].text not in (",", QUOTE):
        return False
    if cue.last < len(words) and words[cue.last].lower in SUBJECT_PRONOUNS:
        return False
    found = source_after(unit.text, words, cue.last, len(words))
    if found is None:
        return False
    behind = found[2]
    if behind < len(words) and words[behind].text == QUOTE:
        return False
    return behind >= len(words) or not words[behind].text[0].isalnum() or words[behind].lower in ADJUNCT_OPENERS


def _relative(unit: Unit, cue: Cue, before_it: Sequence[Attribution]) -> Place | None:
    """The speaker of “A,” said Roe, who added that B."""
    source = before_it[-1].source if before_it else None
    lead = unit.words[cue.verb - 1] if cue.verb else None
    if source is None or lead is None or lead.lower != "who":
        return None
    return source if 0 < lead.start - source[1] <= 3 else None


def _is_object(words: Sequence[Word], subject: Found) -> bool:
    """Whether the phrase is no subject: "of Acme", "Acme's", "Having"."""
    last = words[subject[1]].lower
    if last in CONTRACTED:
        return False
    if last.endswith(("'s", "s'")) or (subject[0] == subject[1] and last.endswith("ing")):
        return True
    return subject[0] > 0 and words[subject[0] - 1].lower in _BEFORE_OBJECT


def _subject_of(unit: Unit, low: int, end: int) -> Place | None:
    """The subject of the clause that begins at token `low`."""
    found = subject_of_clause(unit.words, low, end)
    return span(unit, found) if found else None


def _no_comment(unit: Unit, cue: Cue, low: int) -> Attribution | None:
    words = unit.words
    subject = subject_before(words, low, cue.verb)
    if subject is None:
        return None
    end = cue.last
    while end < len(words):
        word = words[end]
        if word.text in (".", ";", "!", "?") or (
            word.text == "," and end + 1 < len(words) and words[end + 1].lower in COMMENT_END
        ):
            break
        if "\n" in unit.text[words[end - 1].end : word.start] and "\n\n" in unit.text[words[end - 1].end : word.start]:
            break
        end += 1
    return Attribution(((cue.place[0], words[end - 1].end),), cue.place, span(unit, subject), no_comment=True)


def _according(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
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
        and words[behind + 1].lower not in _NO_REST
    ):
        pieces.append((words[behind + 1].start, words[high - 1].end))
    return Attribution(tuple(pieces), cue.place, (start, stop))


def _passive(unit: Unit, cue: Cue, high: int) -> Attribution | None:
    found = source_after(unit.text, unit.words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    for at in range(behind, min(high, behind + 6)):
        if unit.words[at].text == QUOTE:
            return Attribution(((unit.words[at].start, unit.words[at].end),), cue.place, (start, stop))
    return None


def _participle(unit: Unit, cue: Cue, high: int, before_it: Sequence[Attribution]) -> Attribution | None:
    if not before_it and unit.words[cue.first].lower in _SIGNS:
        return None
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
    content = right_of(unit, cue, high, plain=unit.words[cue.first].lower in _PLAIN)
    return Attribution((content,), cue.place, source) if content is not None else None


def _inverted(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """“A,” said Jane Roe. / A, wrote analyst Jane Roe."""
    if any(word.lower in AUXILIARIES for word in unit.words[cue.verb : cue.first]):
        # "have urged Acme": only a bare verb stands before its subject.
        return None
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
    elif (
        behind + 4 < high
        and unit.words[behind].text == ","
        and unit.words[behind + 1].lower not in _NO_REST
        and opens_clause(unit.words, behind + 1, high)
    ):
        pieces.append((unit.words[behind + 1].start, unit.words[high - 1].end))
    return Attribution(tuple(pieces), cue.place, (start, stop))


def _opened_by_cue(unit: Unit, cue: Cue, high: int) -> Attribution | None:
    """Said Jane Roe: “A.”"""
    found = source_after(unit.text, unit.words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    if behind + 1 < high and unit.words[behind].text in (",", ":") and unit.words[behind + 1].text == QUOTE:
        content = until(unit, behind + 1, high)
        return Attribution((content,), cue.place, (start, stop)) if content is not None else None
    return None
