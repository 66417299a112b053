"""The content beside each cue of speech: the clause or the quotation that is given to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.phrases import Phrase, PhraseList
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_sources import source_after, source_before
from summarizer.text.speech_words import ADJUNCT_OPENERS, CUES, PRONOUNS

DATELINE = re.compile(
    r"(?:\([A-Z][\w .&]{1,30}\)\s*[—–-]+\s*"
    r"|[A-Z][A-Z .’'/&]{2,40}(?:,\s[^—–()\n]{0,50})?(?:\s?\([^()\n]{2,40}\))?\s*[—–-]+\s+"
    r"|(?:[A-Z][\w.]+,? ){0,4}[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}(?: \([^()\n]{2,60}\)| /[^/\n]{3,40}/)?\s*[—–-]+\s+)"
)
"""What stands before the first sentence of agency copy: "(Agency) — ", "COLUMBUS, Ohio, March 4 (Agency) - "."""

_CUES = PhraseList(CUES)

_OPEN_QUOTE = "“\"`‘'„«"
_CLOSE_QUOTE = "”\"'’“»"
_THAT = re.compile(r"\s*,?\s*that\b")
_QUOTE_BEHIND = re.compile(r"\s*[,:]?\s*(?:[“\"„«]|``|[‘'](?=\w))")
_WORD = re.compile(r"[\w’'-]+")
_OBJECT = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their)\s+)?[\w’'.&-]+(?:\s(?!(?:that|it|he|she|they|we|the|there|in|on|at|of|he’s|she’s|it’s)\b)[\w’'.&-]+){0,6}?"
    r"(?=\s+(?:that|it|he|she|they|we|there|in|on|at|the)\b|\s*[,:.“\"])"
)
_ADVERB = re.compile(r"\s+(?:\w+ly|again|also|later|today|yesterday|earlier|then)(?=\s|,)")
_ADJUNCT = re.compile(
    r"\s*(?:in|on|at|during|after|via|by|through|to|late|earlier|last|this|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)\b[^.;:“”\"]{1,120}?(?=\s+that\b|,?\s*[“\"]|:)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\s+(?:(?:on|late|early)\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday)\b"
    r"(?:\s(?:morning|afternoon|evening|night))?"
)
_NEXT_CLAUSE = re.compile(r",?[”\"]?\s(?:but|while|although)\s|;\s", re.IGNORECASE)
_COMMENT_END = re.compile(r"[.;!?](?=\s|$|[”\"])|,\s(?:and|but|while|saying|citing|which)\s|\n")
_END_OF_CLAUSE = re.compile(r"[,;]\s|\s(?:and|but|which|who)\s|[.!?](?=\s|$)")
_PLAIN_PARTICIPLES = frozenset({"saying", "stating"})
_PARENTHESIS = re.compile(r",\s+(?=\w)")
_WEAK_CUES = frozenset({"notes", "participle", "names"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source and the raw pieces of its content, quotation marks still included."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    source: tuple[int, int] | None
    no_comment: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where a cue stands: the stretch of text, [low, high), that its content and source can come from."""

    low: int
    high: int
    first_word: int
    """Where the sentence itself begins; `low` may lie before it, at the start of a quotation."""


def attributions_in(text: str, sentences: Sequence[tuple[int, int]], quotes: QuoteMap) -> list[Attribution]:
    """Every cue outside quotation marks that has a source and a content, in order."""
    starts = [start for start, _ in sentences]
    found: list[Attribution] = []
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase in _CUES.find(text):
        if quotes.holding(phrase.start) is None and (text[phrase.start].islower() or phrase.sense == "according"):
            by_sentence.setdefault(bisect_right(starts, phrase.start) - 1, []).append(phrase)
    for number in sorted(by_sentence):
        if number < 0:
            continue
        found.extend(_of_sentence(text, sentences[number], by_sentence[number], quotes))
    return found


_MOST_CUES = 40
"""Cues of one sentence beyond which it is no prose."""


def _of_sentence(
    text: str, sentence: tuple[int, int], cues: Sequence[Phrase], quotes: QuoteMap
) -> list[Attribution]:
    start, end = sentence
    opening = quotes.holding(start)
    if head := DATELINE.match(text, start, end):
        start = head.end()
    low = max(0, opening.start - 1) if opening and opening.start < start else start
    closing = quotes.holding(max(start, end - 1))
    high = min(len(text), closing.end + 1) if closing and closing.end > end - 1 else end
    found: list[Attribution] = []
    for at, cue in enumerate(cues[:_MOST_CUES]):
        if found and cue.start < max(stop for _, stop in found[-1].content):
            if cue.sense not in ("participle", "according"):
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
        clause = _Clause(_clause_low(found, low, cue), limit, start)
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
    text: str, clause: _Clause, cue: Phrase, quotes: QuoteMap, before: Sequence[Attribution]
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
        content = _content_right(text, clause, cue, weak=not plain, quotes=quotes)
        if source is None or content is None or text[max(0, cue.start - 1) : cue.start] not in (" ", "\n"):
            return None
        return Attribution((content,), span, source)
    weak = cue.sense in _WEAK_CUES
    subject = source_before(text, clause.low, cue.start)
    if subject is not None and quotes.holding(subject[0]) is not None:
        subject = None
    if subject is not None:
        return _with_subject(text, clause, cue, subject, weak, quotes)
    inverted = _inverted(text, clause, cue, quotes) if cue.sense != "names" else None
    if inverted is not None:
        return inverted
    if before and re.search(r"(?:\band|\bbut|,|\bthen)\s+(?:also\s+|later\s+|then\s+)?$", text[max(0, cue.start - 14) : cue.start]):
        content = _content_right(text, clause, cue, weak=True, quotes=quotes)
        if content is not None:
            return Attribution((content,), span, before[-1].source)
    return None


def _no_comment(text: str, clause: _Clause, cue: Phrase) -> Attribution | None:
    source = source_before(text, clause.low, cue.start)
    if source is None:
        return None
    stop = _COMMENT_END.search(text, cue.end, max(clause.high, cue.end))
    return Attribution(((cue.start, stop.start() if stop else clause.high),), (cue.start, cue.end), source, no_comment=True)


def _according(text: str, clause: _Clause, cue: Phrase) -> Attribution | None:
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
    if rest.startswith(", ") and len(rest) > 30 and not re.match(r", (?:who|which|and|but|while|citing|saying|adding)\b", rest):
        pieces.append((after + 2, clause.high))
    return Attribution(tuple(pieces), (cue.start, cue.end), source)


def _passive(text: str, clause: _Clause, cue: Phrase, quotes: QuoteMap) -> Attribution | None:
    source = source_after(text, cue.end, clause.high)
    if source is None:
        return None
    held = [stretch for stretch in quotes.within(source[1], clause.high) if stretch.start >= source[1]]
    if not held or held[0].start - source[1] > 40:
        return None
    return Attribution(((held[0].start, held[0].end),), (cue.start, cue.end), source)


def _sentence_subject(text: str, clause: _Clause) -> tuple[int, int] | None:
    """The name or pronoun that the sentence begins with, as the subject of a later "saying"."""
    found = source_after(text, clause.first_word, min(clause.high, clause.first_word + 120))
    if found is None:
        return None
    words = text[found[0] : found[1]]
    return found if words[:1].isupper() or words.lower() in PRONOUNS else None


def _with_subject(
    text: str, clause: _Clause, cue: Phrase, subject: tuple[int, int], weak: bool, quotes: QuoteMap
) -> Attribution | None:
    span = (cue.start, cue.end)
    left = _content_left(text, clause, subject[0], quotes) if cue.sense != "names" else None
    if pieces := _around(text, clause, cue, subject[0], quotes):
        return Attribution(pieces, span, subject)
    right = _content_right(text, clause, cue, weak=weak, quotes=quotes)
    if left is not None and (right is None or _only_adjunct(text, cue, clause, right, quotes)):
        pieces = [left]
        behind = _split_rest(text, cue.end, clause.high, quotes)
        if behind is not None and _ends_with_quote(text, left, quotes):
            pieces.append(behind)
        return Attribution(tuple(pieces), span, subject)
    if right is not None:
        if not quotes.within(*right) and _only_adjunct(text, cue, clause, right, quotes):
            return None
        return Attribution((right,), span, subject)
    return None


def _around(
    text: str, clause: _Clause, cue: Phrase, source_start: int, quotes: QuoteMap
) -> tuple[tuple[int, int], ...]:
    """The two parts of "To be safe, he said, shops should close": what stands before and behind a parenthesis."""
    behind = _PARENTHESIS.match(text, cue.end, clause.high)
    head = text[clause.low : source_start].rstrip()
    if behind is None or not head.endswith(",") or quotes.within(clause.low, clause.high):
        return ()
    rest = text[behind.end() : clause.high]
    if len(rest.split()) < 3 or re.match(r"(?:and|but|citing|who|which|while|adding|noting|though|as|with)\b", rest):
        return ()
    return (clause.low, clause.low + len(head) - 1), (behind.end(), clause.high)


def _ends_with_quote(text: str, piece: tuple[int, int], quotes: QuoteMap) -> bool:
    tail = text[piece[0] : piece[1]].rstrip()
    return tail[-1:] in _CLOSE_QUOTE and bool(quotes.within(*piece))


def _split_rest(text: str, start: int, high: int, quotes: QuoteMap) -> tuple[int, int] | None:
    """The second half of “A,” he said, “B.” in one sentence."""
    for stretch in quotes.within(start, high):
        if stretch.start > start and text[start : stretch.start - 1].rstrip()[-1:] in (",", ":", ";"):
            return stretch.start - 1, high
    return None


def _content_left(text: str, clause: _Clause, source_start: int, quotes: QuoteMap) -> tuple[int, int] | None:
    """What stands before ", NP said": a clause or a quotation that ends with a comma or a quotation mark."""
    tail = text[clause.low : source_start].rstrip()
    if not tail or (tail[-1] not in ",—–-" and tail[-1] not in _CLOSE_QUOTE):
        return None
    end = clause.low + len(tail)
    body = text[clause.low : end].strip(" ,“”\"'")
    words = body.split()
    if tail[-1] == "," and tail[-2:-1] not in _CLOSE_QUOTE:
        first = words[0].lower().strip(",") if words else ""
        if len(words) < 3 or (first in ADJUNCT_OPENERS | {"meanwhile", "however", "still", "but", "and", "asked", "speaking"} and not _has_clause(body)):
            return None
    return (clause.low, end) if body else None


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|expects?|[a-z]{3,}(?:ed|es))\b"
)


def _has_clause(body: str) -> bool:
    """Whether "In 2025, Acme expects more" is a clause and not an adjunct: a verb behind its first comma or word."""
    comma = body.find(",")
    return bool(_FINITE.search(body, comma)) if comma >= 0 else False


def _content_right(
    text: str, clause: _Clause, cue: Phrase, *, weak: bool, quotes: QuoteMap
) -> tuple[int, int] | None:
    """What stands behind "NP said": behind "that", a colon or a quotation mark, or, of a strong cue, the clause."""
    at = cue.end
    high = clause.high
    if text[cue.start : cue.end].lower().startswith(("told", "tell", "remind", "assured")):
        addressee = _OBJECT.match(text, at, high)
        at = addressee.end() if addressee else at
    for pattern in (_ADVERB, _DAY):
        if skip := pattern.match(text, at, high):
            at = skip.end()
    if mark := _THAT.match(text, at, high):
        return _unless_empty(text, mark.end(), high)
    if mark := _QUOTE_BEHIND.match(text, at, high):
        return _unless_empty(text, mark.end() - 1 - (text[mark.end() - 1] == "`"), high)
    if skip := _ADJUNCT.match(text, at, high):
        behind = skip.end()
        if mark := _THAT.match(text, behind, high):
            return _unless_empty(text, mark.end(), high)
        if mark := _QUOTE_BEHIND.match(text, behind, high):
            if quotes.within(mark.start(), high):
                return _unless_empty(text, mark.end() - 1, high)
        elif text[behind : behind + 1] == ":":
            return _unless_empty(text, behind + 1, high)
    if text[at : at + 1] == ":":
        return _unless_empty(text, at + 1, high) or _next_paragraph(text, at + 1, quotes)
    if weak:
        held = [stretch for stretch in quotes.within(at, high) if stretch.start >= at]
        if held and held[0].start - at < 60 and not _END_OF_CLAUSE.search(text, at, held[0].start - 1):
            return _unless_empty(text, at, high)
        return None
    return _unless_empty(text, at, high)


def _next_paragraph(text: str, at: int, quotes: QuoteMap) -> tuple[int, int] | None:
    """The quotation that opens behind a colon at the end of a paragraph."""
    while at < len(text) and text[at].isspace():
        at += 1
    if text[at : at + 1] not in ("“", '"', "„", "«"):
        return None
    stretch = quotes.holding(at + 1)
    return (stretch.start, stretch.end) if stretch and stretch.start <= at + 2 else None


def _unless_empty(text: str, start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if text[start:end].strip(" .,;:!?\n“”\"") else None


def _only_adjunct(
    text: str, cue: Phrase, clause: _Clause, right: tuple[int, int], quotes: QuoteMap
) -> bool:
    """Whether what follows the cue says when, where or to whom, and not what."""
    first = _WORD.search(text, cue.end, clause.high)
    if first is None:
        return True
    between = text[cue.end : first.start()]
    if any(mark in between for mark in "“\":„«"):
        return False
    if right[0] > cue.end and _THAT.search(text, cue.end, right[0]):
        return False
    if between.strip().startswith((",", ";", ".")):
        return True
    word = first.group().lower()
    if word.startswith(("reporters", "analysts", "investors", "cnbc", "reuters", "bloomberg")) or word in ("the", "a") and text[
        cue.start : cue.end
    ].lower().startswith("t"):
        return text[cue.start : cue.end].lower().startswith("t")
    return word in ADJUNCT_OPENERS and not any(stretch.start > cue.end for stretch in quotes.within(cue.end, clause.high))


def _inverted(text: str, clause: _Clause, cue: Phrase, quotes: QuoteMap) -> Attribution | None:
    """“A,” said Jane Roe. / A, wrote analyst Jane Roe."""
    left = _content_left(text, clause, cue.start, quotes)
    if left is None:
        return None
    source = source_after(text, cue.end, clause.high)
    if source is None:
        return None
    pieces = [left]
    behind = _split_rest(text, source[1], clause.high, quotes)
    if behind is not None and _ends_with_quote(text, left, quotes):
        pieces.append(behind)
    return Attribution(tuple(pieces), (cue.start, cue.end), source)
