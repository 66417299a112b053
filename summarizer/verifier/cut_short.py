"""Quotes cut so that they say something else: a word that turns them round stands right before their first word, an
ellipsis skips from one clause into another, or they break off in the midst of one.

Words like that belong to the clause in which the quote begins: "we did not *want to win*", "does not think *it will*",
"whoever says that *we cheated* lies". What they do to the sense, no rule reads: the quote is not proven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.records import Quote
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Place
from summarizer.verifier.left_out import EMPTY, ends_there, goes_on, is_restricted
from summarizer.verifier.locate import locate
from summarizer.verifier.notes import find

_NEGATION = (
    r"(?:not|never|n[o’']t|cannot|hardly|no\slonger|neither|nor|nobody|without|den(?:y|ie[sd]|ying)"
    r"|(?:declin|refus|fail)(?:e?d|e?s|ing)?)"
)
_BEFORE = pattern(
    rf"(?:\b|(?<=[a-z])(?=n[’']t)){_NEGATION}\s(?P<between>(?:[\w’'-]+\s){{0,5}})[“\"‘']?\Z", re.IGNORECASE
)
"""A negation with what stands between it and the quote."""
_LED_ON = pattern(
    r"\b(?:and|because|but|if|only|just|merely|since|so|though|when|while|until)\b|\b(?:sa(?:y|id|ys|ying)\sthat)\b",
    re.IGNORECASE,
)
"""Behind these another clause begins, or the negation is none."""
_SAYS_THAT = pattern(
    r"\b(?:whoever|anyone|anybody|those|people|if|whether|not\strue|untrue|false|wrong|idea|claim|suggestion)\s"
    r"(?:[\w’'-]+\s){0,4}(?:that|whether|if)\s[“\"‘']?\Z",
    re.IGNORECASE,
)
_JOINS = pattern(r"(?:,\s|\s)(?:and|but|while|whereas|although|though|because|or)\s|,\s[a-z]+ing\s|[;:]\s")
"""Where the words that are left out go over into another clause."""
_MARK = pattern(r"[“”\"«»]")
_LOOK = 120


def check_cut_short(case: Case) -> Iterator[Finding]:
    """The finding that the quote begins behind what turns it round, or skips to another clause."""
    record, places = case.record, case.places.get("text")
    if not isinstance(record, Quote) or not places or record.mode == "no_comment":
        return
    place = (
        _turned(places[0][0], case)
        or (_skipped(record.text, case) if _ELLIPSIS.search(record.text) else None)
        or _cut_off(places[0][0], places[-1][1], case)
        or _stops_short(places[-1][1], case)
    )
    if place is not None:
        yield find(
            Code.STATEMENT_UNPROVEN,
            "text",
            f"The quote leaves out {quoted(case.index.text[slice(*place)])}, which may change what it says.",
            said=record.text,
            article=case.index.article,
            place=place,
        )


_ELLIPSIS = pattern(r"\s*(?:…|\.\.\.)\s*")


def _turned(start: int, case: Case) -> Place | None:
    """What right before the quote turns it round, in the same clause and on the same side of a quotation mark."""
    index = case.index
    sentence = index.sentences[index.sentence_at(start) - 1]
    low = max(sentence.start, start - _LOOK)
    marks = index.quoted_in((start, start + 1))
    if marks:
        low = max(low, marks[0].start)
    before = re.split(r"[,;:—–.!?]\s", index.text[low:start])[-1]
    first = start - len(before)
    if not marks and (match := _WISHED.search(before)) is not None:
        return first + match.start(), start
    if (match := _SAYS_THAT.search(before)) is not None:
        return first + match.start(), start
    match = _BEFORE.search(before)
    if match is None or _LED_ON.search(match["between"]):
        return None
    return first + match.start(), start


_WISHED = pattern(
    r"\b(?:(?:advis|demand|propos|recommend|request|suggest|urg)(?:e[ds]?|s|ing)?\s(?:that\s(?:the\s)?)?"
    r"|(?:had|was|were)\s(?:been\s)?expect(?:ed|ing)\s)\Z"
)
"""What makes a clause a wish or an expectation of the past: "recommends that shareholders accept"."""


def _cut_off(start: int, end: int, case: Case) -> Place | None:
    """What a reported clause begins with, or goes on with, where the quote begins in its midst or breaks off before
    what restricts it; words in quotation marks may be any part of what is said."""
    index = case.index
    last = index.sentence_at(end - 1)
    words = index.words(last)
    behind = next((at for at, word in enumerate(words) if word.start >= end), len(words))
    if behind < len(words) and is_restricted(words, behind, last, index):
        return words[behind].start, index.sentences[last - 1].end
    if index.quoted_in((start, start + 1)):
        return None
    number = index.sentence_at(start)
    for speech in index.speeches_in((number,)):
        for low, high in speech.content:
            first = max(low, speech.cue[1]) if speech.cue and speech.cue[1] <= start else low
            ahead = [word.low for word in index.words(number) if first <= word.start < start]
            left = [one for one in ahead if one not in EMPTY and one != "to"]
            if first < start < high and left and not goes_on(index.text[first:start]):
                return first, start
    return None


def _stops_short(end: int, case: Case) -> Place | None:
    """What the clause goes on with where the quote breaks off in its midst: "Price was not" of "Price was not it"."""
    index = case.index
    last = index.sentence_at(end - 1)
    words = index.words(last)
    behind = next((at for at, word in enumerate(words) if word.start >= end), len(words))
    if behind in (0, len(words)) or words[behind].low in _ATTRIBUTES:
        return None
    if _MARK.search(index.text, end - 1, words[behind].start) or ends_there(words, behind, last, index, measures=False):
        return None
    return words[behind].start, index.sentences[last - 1].end


_ATTRIBUTES = frozenset({"according", "and", "but", "said", "says", "told"})
"""Behind what is said, without a comma: who says it, or another clause."""


def _skipped(text: str, case: Case) -> Place | None:
    """What an ellipsis leaves out where it goes over into another clause and breaks off in the midst of that one."""
    located = locate(text, case.cited)
    for start, end in located.gaps if located is not None else ():
        left = case.index.text[start:end].strip()
        joins = list(_JOINS.finditer(f"{left} "))
        # What stands between two quotations, or two sentences, is not of one clause.
        apart = case.index.sentence_at(start) != case.index.sentence_at(end) or _MARK.search(left)
        if joins and not apart and not left.endswith(",") and left[joins[-1].end() :].strip():
            return start, end
    return None
