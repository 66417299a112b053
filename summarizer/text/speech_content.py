"""The content beside each cue of speech: the clause or the quotation that is given to the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase, PhraseList
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_clauses import (
    COMMENT_END,
    Clause,
    around_parenthesis,
    content_left,
    content_right,
    ends_with_quote,
    only_adjunct,
    split_rest,
)
from summarizer.text.speech_sources import source_after, source_before
from summarizer.text.speech_words import CUES, PRONOUNS

DATELINE = pattern(
    r"(?:\([A-Z][\w .&]{1,30}\)\s*[—–-]+\s*"
    r"|[A-Z][A-Z .’'/&]{2,40}(?:,\s[^—–()\n]{0,50})?(?:\s?\([^()\n]{2,40}\))?\s*[—–-]+\s+"
    r"|(?:[A-Z][\w.]+,? ){0,4}[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}(?: \([^()\n]{2,60}\)| /[^/\n]{3,40}/)?\s*[—–-]+\s+)"
)
"""What stands before the first sentence of agency copy: "(Agency) — ", "COLUMBUS, Ohio, March 4 (Agency) - "."""

_CUES = PhraseList(CUES)

_PLAIN_PARTICIPLES = frozenset({"saying", "stating"})
_TOLD = pattern(r"t(?:old|ells?)\b|den(?:ied|ies)\b")
_DENIAL = pattern(r"den(?:ied|ies)\b")
_NEGATED = pattern(r"(?:\b(?:not|never|neither|nor|nobody|nothing)|n['’]t)\s+(?:\w+\s+)?$")
_WEAK_CUES = frozenset({"notes", "participle", "names"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source and the raw pieces of its content, quotation marks still included."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    source: tuple[int, int] | None
    no_comment: bool = False


def attributions_in(text: str, sentences: Sequence[tuple[int, int]], quotes: QuoteMap) -> list[Attribution]:
    """Every cue of these sentences outside quotation marks that has a source and a content, in order."""
    found: list[Attribution] = []
    for start, end in sentences:
        cues = []
        for start_of_cue, end_of_cue, sense in _CUES.find(text[start:end]):
            at = start + start_of_cue
            if quotes.holding(at) is None and (text[at].islower() or sense == "according"):
                cues.append(Phrase(at, start + end_of_cue, sense))
        if cues:
            found.extend(_of_sentence(text, (start, end), cues, quotes))
    return found


_MOST_CUES = 40
"""Cues of one sentence beyond which it is no prose."""


def _of_sentence(text: str, sentence: tuple[int, int], cues: Sequence[Phrase], quotes: QuoteMap) -> list[Attribution]:
    start, end = sentence
    opening = quotes.holding(start)
    if head := DATELINE.match(text, start, end):
        start = head.end()
    low = max(0, opening.start - 1) if opening and opening.start < start else start
    closing = quotes.holding(max(start, end - 1))
    high = min(len(text), closing.end + 1) if closing and closing.end > end - 1 else end
    found: list[Attribution] = []
    for at, cue in enumerate(cues[:_MOST_CUES]):
        inside = found and cue.start < max(stop for _, stop in found[-1].content)
        if inside and cue.sense not in ("participle", "according"):
            continue
        limit = high
        for later in cues[at + 1 : at + 4]:
            if later.sense == "participle" and text[later.start - 2 : later.start] in (", ", '" ', "” ", "s ", "d "):
                limit = _before_comma(text, cue.end, later.start)
                break
            if re.search(r"[,”\"]\s(?:and|but)\s(?:also\s)?$", text[max(cue.end, later.start - 12) : later.start]):
                limit = text.rfind(" ", cue.end, later.start - 2)
                limit = later.start if limit < 0 else max(limit - 3, cue.end)
                break
        clause = Clause(_clause_low(found, low, cue), limit, start)
        item = _attribution(text, clause, cue, quotes, found)
        if item is not None:
            found.append(item)
    return found


def _before_comma(text: str, low: int, at: int) -> int:
    comma = text.rfind(",", low, at)
    return at if comma < 0 else comma + 1 if text[comma + 1 : comma + 2] not in ("”", '"') else comma + 2


def _clause_low(found: Sequence[Attribution], low: int, cue: Phrase) -> int:
    """Behind what an earlier cue of the sentence took."""
    for item in found:
        stops = [stop for _, stop in item.content if stop <= cue.start]
        low = max([low, *stops, item.cue[1] if item.cue[1] <= cue.start else low])
    return low


def _attribution(
    text: str, clause: Clause, cue: Phrase, quotes: QuoteMap, before: Sequence[Attribution]
) -> Attribution | None:
    span = (cue.start, cue.end)
    if cue.sense == "no_comment":
        return _no_comment(text, clause, cue)
    if cue.sense == "according":
        return _according(text, clause, cue)
    if cue.sense == "passive":
        return _passive(text, clause, cue, quotes)
    if cue.sense == "participle":
        source = before[-1].source if before else _sentence_subject(text, clause)
        plain = text[cue.start : cue.end] in _PLAIN_PARTICIPLES
        content = content_right(text, clause, cue, weak=not plain, quotes=quotes)
        if source is None or content is None or text[max(0, cue.start - 1) : cue.start] not in (" ", "\n"):
            return None
        return Attribution((content,), span, source)
    if _NEGATED.search(text, max(clause.low, cue.start - 24), cue.start):
        return None
    weak = cue.sense in _WEAK_CUES
    subject = source_before(text, clause.low, cue.start)
    if subject is not None and quotes.holding(subject[0]) is not None:
        subject = None
    if subject is not None:
        return _with_subject(text, clause, cue, subject, weak, quotes)
    inverted = (
        _inverted(text, clause, cue, quotes) if cue.sense != "names" and not _TOLD.match(text, cue.start) else None
    )
    if inverted is not None:
        return inverted
    if before and re.search(
        r"(?:\band|\bbut|,|\bthen)\s+(?:also\s+|later\s+|then\s+)?$", text[max(0, cue.start - 14) : cue.start]
    ):
        content = content_right(text, clause, cue, weak=True, quotes=quotes)
        if content is not None:
            return Attribution((content,), span, before[-1].source)
    return None


def _no_comment(text: str, clause: Clause, cue: Phrase) -> Attribution | None:
    source = source_before(text, clause.low, cue.start)
    if source is None:
        return None
    stop = COMMENT_END.search(text, cue.end, max(clause.high, cue.end))
    return Attribution(
        ((cue.start, stop.start() if stop else clause.high),), (cue.start, cue.end), source, no_comment=True
    )


def _according(text: str, clause: Clause, cue: Phrase) -> Attribution | None:
    source = source_after(text, cue.end, clause.high)
    if source is None:
        return None
    left_end = cue.start
    left = text[clause.low : left_end].strip(" ,\n\t")
    after = source[1]
    rest = text[after : clause.high]
    if not left or left.lower() in ("but", "and", "however"):
        comma = text.find(",", after, clause.high)
        if comma < 0 or comma - after > 160:
            return None
        return Attribution(((comma + 1, clause.high),), (cue.start, cue.end), source)
    pieces = [(clause.low, left_end)]
    if (
        rest.startswith(", ")
        and len(rest) > 30
        and not re.match(r", (?:who|which|and|but|while|citing|saying|adding)\b", rest)
    ):
        pieces.append((after + 2, clause.high))
    return Attribution(tuple(pieces), (cue.start, cue.end), source)


def _passive(text: str, clause: Clause, cue: Phrase, quotes: QuoteMap) -> Attribution | None:
    source = source_after(text, cue.end, clause.high)
    if source is None:
        return None
    held = [stretch for stretch in quotes.within(source[1], clause.high) if stretch.start >= source[1]]
    if not held or held[0].start - source[1] > 40:
        return None
    return Attribution(((held[0].start, held[0].end),), (cue.start, cue.end), source)


def _sentence_subject(text: str, clause: Clause) -> tuple[int, int] | None:
    """The name or pronoun that the sentence begins with, as the subject of a later "saying"."""
    found = source_after(text, clause.first_word, min(clause.high, clause.first_word + 120))
    if found is None:
        return None
    words = text[found[0] : found[1]]
    return found if words[:1].isupper() or words.lower() in PRONOUNS else None


def _with_subject(
    text: str, clause: Clause, cue: Phrase, subject: tuple[int, int], weak: bool, quotes: QuoteMap
) -> Attribution | None:
    span = (cue.start, cue.end)
    left = content_left(text, clause, subject[0]) if cue.sense != "names" else None
    if parts := around_parenthesis(text, clause, cue, subject[0], quotes):
        return Attribution(parts, span, subject)
    if (
        left is not None
        and ends_with_quote(text, left, quotes)
        and (rest := split_rest(text, cue.end, clause.high, quotes))
    ):
        return Attribution((left, rest), span, subject)
    right = content_right(text, clause, cue, weak=weak, quotes=quotes)
    if left is not None and (right is None or only_adjunct(text, cue, clause, right, quotes)):
        return Attribution((left,), span, subject)
    if right is not None:
        if not quotes.within(*right) and only_adjunct(text, cue, clause, right, quotes):
            return None
        start = cue.start if _DENIAL.match(text, cue.start) else right[0]
        return Attribution(((start, right[1]),), span, subject)
    return None


def _inverted(text: str, clause: Clause, cue: Phrase, quotes: QuoteMap) -> Attribution | None:
    """“A,” said Jane Roe. / A, wrote analyst Jane Roe."""
    left = content_left(text, clause, cue.start)
    if left is None:
        return None
    source = source_after(text, cue.end, clause.high)
    if source is None:
        return None
    pieces = [left]
    behind = split_rest(text, source[1], clause.high, quotes)
    if behind is not None and ends_with_quote(text, left, quotes):
        pieces.append(behind)
    return Attribution(tuple(pieces), (cue.start, cue.end), source)
