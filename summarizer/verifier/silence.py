"""Speakers who kept silent: what the record calls "no comment" must be one in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.quotes import quote_of
from summarizer.verifier.speakers import BESIDE

_SILENT = pattern(
    r"\b(?:declin|refus)(?:es?|ed|ing)\b|\b(?:not|never|neither|nor|no|without)\b(?:\W+\w+){0,4}?\W+"
    r"(?:answer|available|comment|confirm|detail|disclose|discuss|elaborate|identify|give|name|provide|publish|reach|"
    r"release|reply|respond|return|reveal|say|share|speak|specify|spell|tell)(?:ed|ing|s)?\b|"
    r"n[’']t\b(?:\W+\w+){0,4}?\W+(?:answer|available|comment|confirm|detail|disclose|discuss|elaborate|identify|give|"
    r"name|provide|publish|reach|release|reply|respond|return|reveal|say|share|speak|specify|spell|tell)(?:ed|ing|s)?\b|"
    r"\b(?:no|not|n[’']t|neither|without)\b(?:\W+\w+){0,4}?\W+(?:comment|answer|figures?|reasons?|reply|response|details?|price|"
    r"terms)\b|\bundisclosed\b",
    re.IGNORECASE,
)
"""How a sentence says that somebody keeps silent."""
_REFUSES = pattern(
    r"\W*(?:[\w’']+\W+){0,3}?(?:(?:can|could|did|do|does|will|would)(?:\s?not|n[’']t)\s(?:\w+ly\s)?(?:be\sdrawn|comment|disclose|discuss|elaborate"
    r"|speculate)\b|cannot\s(?:comment|disclose|discuss|speculate)\b|no\s(?:further\s)?comment\b)",
    re.IGNORECASE,
)
"""How somebody says himself that he does: he “does not discuss rumors”."""


def check_silence(case: Case) -> Iterator[Note]:
    """Where the record says that somebody kept silent, the article must say so."""
    record = quote_of(case)
    if record.mode != "no_comment":
        return
    index = case.index
    if _keeps_silent(case):
        yield Settled("mode")
        return
    place = next(iter(case.places.get("text", ())), None)
    yield find(
        Code.NO_COMMENT_UNSUPPORTED,
        "mode",
        f"The cited sentences do not say that {quoted(record.speaker)} declined to comment.",
        said=record.mode,
        article=index.article,
        place=place,
    )


def _keeps_silent(case: Case) -> bool:
    """Whether the words, or where they are not copied any cited sentence, say that somebody kept silent."""
    index = case.index
    places = case.places.get("text", ())
    numbers = sorted({number for place in places for number in index.sentences_of(place)}) or case.cited.numbers
    cues = [
        (cue.start, cue.end) for number in numbers for cue in index.attributions(number) if cue.sense == "no_comment"
    ]
    cues += [
        piece
        for speech in index.speeches_in(numbers)
        if speech.mode == "no_comment"
        for piece in (*speech.content, *filter(None, (speech.cue,)))
    ]
    if not places:
        return bool(cues)
    if any(_REFUSES.match(index.text, *place) for place in places):
        return True
    if any(start < place[1] + BESIDE and place[0] - BESIDE < end for start, end in cues for place in places):
        return True
    return any(_SILENT.search(told) for told in (_outside_marks(index, number) for number in numbers))


def _outside_marks(index: Index, number: int) -> str:
    """A sentence without what it has in quotation marks."""
    sentence = index.sentences[number - 1]
    pieces, at = [], sentence.start
    for stretch in index.quoted_in((sentence.start, sentence.end)):
        pieces.append(index.text[at : max(at, stretch.start)])
        at = max(at, stretch.end)
    return "".join((*pieces, index.text[at : sentence.end]))
