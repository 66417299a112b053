"""The clause or the quotation beside a cue of speech, on its left or on its right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_words import ADJUNCT_OPENERS

_OPEN_QUOTE = "“\"`‘'„«"
_CLOSE_QUOTE = "”\"'’“»"
_THAT = pattern(r"\s*,?\s*that\b")
_QUOTE_BEHIND = pattern(r"\s*[,:]?\s*(?:[“\"„«]|``|[‘'](?=\w))")
_WORD = pattern(r"[\w’'-]+")
_OBJECT = pattern(
    r"\s+(?:(?:the|a|an|his|her|its|their)\s+)?[\w’'.&-]+(?:\s(?!(?:that|it|he|she|they|we|the|there|in|on|at|of|he’s|she’s|it’s)\b)[\w’'.&-]+){0,6}?"
    r"(?=\s+(?:that|it|he|she|they|we|there|in|on|at|the)\b|\s*[,:.“\"])"
)
_ADVERB = pattern(r"\s+(?:\w+ly|again|also|later|today|yesterday|earlier|then)(?=\s|,)")
_ADJUNCT = pattern(
    r"\s*(?:in|on|at|during|after|via|by|through|to|late|earlier|last|this|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)\b[^.;:“”\"]{1,120}?(?=\s+that\b|,?\s*[“\"]|:)",
    re.IGNORECASE,
)
_DAY = pattern(
    r"\s+(?:(?:on|late|early)\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday)\b"
    r"(?:\s(?:morning|afternoon|evening|night))?"
)
_NEXT_CLAUSE = pattern(r",?[”\"]?\s(?:but|while|although)\s|;\s", re.IGNORECASE)
COMMENT_END = pattern(r"[.;!?](?=\s|$|[”\"])|,\s(?:and|but|while|saying|citing|which)\s|\n")
_END_OF_CLAUSE = pattern(r"[,;]\s|\s(?:and|but|which|who)\s|[.!?](?=\s|$)")
_PARENTHESIS = pattern(r",\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a cue stands: the stretch of text, [low, high), that its content and source can come from."""

    low: int
    high: int
    first_word: int
    """Where the sentence itself begins; `low` may lie before it, at the start of a quotation."""


def ends_with_quote(text: str, piece: tuple[int, int], quotes: QuoteMap) -> bool:
    """Whether the content ends with a closing quotation mark."""
    tail = text[piece[0] : piece[1]].rstrip()
    return tail[-1:] in _CLOSE_QUOTE and bool(quotes.within(*piece))


def split_rest(text: str, start: int, high: int, quotes: QuoteMap) -> tuple[int, int] | None:
    """The second half of “A,” he said, “B.” in one sentence."""
    for stretch in quotes.within(start, high):
        if stretch.start > start and text[start : stretch.start - 1].rstrip()[-1:] in (",", ":", ";"):
            return stretch.start - 1, high
    return None


def content_left(text: str, clause: Clause, source_start: int) -> tuple[int, int] | None:
    """What stands before ", NP said": a clause or a quotation that ends with a comma or a quotation mark."""
    tail = text[clause.low : source_start].rstrip()
    if not tail or (tail[-1] not in ",—–-" and tail[-1] not in _CLOSE_QUOTE):
        return None
    end = clause.low + len(tail)
    body = text[clause.low : end].strip(" ,“”\"'")
    words = body.split()
    if tail[-1] == "," and tail[-2:-1] not in _CLOSE_QUOTE:
        first = words[0].lower().strip(",") if words else ""
        adjunct = first in _OPENS_ADJUNCT and len(words) <= _LONGEST_ADJUNCT and not _has_clause(body)
        if len(words) < 2 or adjunct:
            return None
    return (clause.low, end) if body else None


_OPENS_ADJUNCT = ADJUNCT_OPENERS | {"meanwhile", "however", "still", "but", "and", "asked", "speaking"}
_LONGEST_ADJUNCT = 6
"""Words up to which "In a long talk on Monday" before a comma is taken for no clause."""
_FINITE = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|expects?|[a-z]{3,}(?:ed|es))\b"
)


def _has_clause(body: str) -> bool:
    """Whether "In 2025, Acme expects more" is a clause and not an adjunct: a verb behind its first comma or word."""
    comma = body.find(",")
    return bool(_FINITE.search(body, comma)) if comma >= 0 else False


def content_right(text: str, clause: Clause, cue: Phrase, *, weak: bool, quotes: QuoteMap) -> tuple[int, int] | None:
    """What stands behind "NP said": behind "that", a colon or a quotation mark, or, of a strong cue, the clause."""
    at = cue.end
    high = clause.high
    if text[cue.start : cue.end].lower().startswith(("told", "tell", "remind", "assured")):
        addressee = _OBJECT.match(text, at, high)
        at = addressee.end() if addressee else at
    for skipped in (_ADVERB, _DAY):
        if skip := skipped.match(text, at, high):
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
            if cue.sense == "names":
                return held[0].start, held[-1].end
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
    return (start, end) if text[start:end].strip(' .,;:!?\n“”"') else None


def only_adjunct(text: str, cue: Phrase, clause: Clause, right: tuple[int, int], quotes: QuoteMap) -> bool:
    """Whether what follows the cue says when, where or to whom, and not what."""
    first = _WORD.search(text, cue.end, clause.high)
    if first is None:
        return True
    between = text[cue.end : first.start()]
    if any(mark in between for mark in '“":„«'):
        return False
    if right[0] > cue.end and _THAT.search(text, cue.end, right[0]):
        return False
    if between.strip().startswith((",", ";", ".")):
        return True
    word = first.group().lower()
    if word.startswith(("reporters", "analysts", "investors", "cnbc", "reuters", "bloomberg")) or (
        word in ("the", "a") and text[cue.start : cue.end].lower().startswith("t")
    ):
        return text[cue.start : cue.end].lower().startswith("t")
    if text[cue.start : cue.end].lower().startswith(("told", "tell")) and (
        addressee := _OBJECT.match(text, cue.end, clause.high)
    ):
        behind = _WORD.search(text, addressee.end(), clause.high)
        word = behind.group().lower() if behind else "in"
    return word in ADJUNCT_OPENERS and not any(
        stretch.start > cue.end for stretch in quotes.within(cue.end, clause.high)
    )


def around_parenthesis(
    text: str, clause: Clause, cue: Phrase, source_start: int, quotes: QuoteMap
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
