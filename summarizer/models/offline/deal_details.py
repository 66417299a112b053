"""The particulars of a deal in the sentences that speak of it: value, dates, terms, stage, rivals.

Origin of the patterns: the verbs of announcing and the words for fiscal periods of newswire usage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.article import Sentence
from summarizer.models.offline.deal_twins import are_twins
from summarizer.models.offline.deal_words import (
    DATE_EVENTS,
    RIVAL,
    STAGES,
)
from summarizer.models.offline.reading import Reading, Skeleton
from summarizer.models.offline.term_words import BREAK_FEE, DENIABLE, TERM_END, TERM_TABLE
from summarizer.text.dates import DateSpan
from summarizer.text.negated_terms import is_denied_term
from summarizer.text.speech_words import MEDIA_WORDS

_CALENDAR_ONLY = re.compile(
    r"\b(?:quarter|fiscal|a year ago|year earlier|year-ago|currently|now|recent)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Details:
    """What sentences say of a deal: spans are (start, end) in the article."""

    value: tuple[int, int] | None = None
    value_sentence: int | None = None
    currencies: tuple[str, ...] = ()
    dates: list[tuple[str, int, int, int]] = field(default_factory=list)
    """(event, start, end, sentence)."""
    terms: list[tuple[str, int, int, int]] = field(default_factory=list)
    stages: list[tuple[str, int]] = field(default_factory=list)
    rivals: list[tuple[str, int]] = field(default_factory=list)
    helpers: list[tuple[str, str, int]] = field(default_factory=list)
    """(name, role, sentence) of advisers and regulators."""


def dates_in(
    reading: Reading, skeleton: Skeleton, *, mention: bool, done: tuple[int, int, str] | None = None
) -> Iterator[tuple[str, int, int]]:
    """(event, start, end) of the dates that say when the deal came about; the words of an event must stand near.

    `done` is where the deed stands in the article with its event, if the sentence says that it is done: "bought Lund
    in 2015" (closed), "ordered vans in May" (signed).
    """
    text = skeleton.text.lower()
    for place, date in skeleton.dates.items():
        words = reading.text[date.start : date.end]
        if _DATELINE.match(text, place + 1) and place < _LONGEST_DATELINE:
            if mention and _TODAY.search(text, place):
                # A release is dated the day that it calls today.
                yield "announced", date.start, date.end
            continue
        if _CALENDAR_ONLY.search(words) and not re.search(r"\b(?:clos|complet|finali)", text):
            continue
        event = _nearest_event(text, place)
        front = skeleton.span(0, 1)[0] if skeleton.text else 0
        if done is not None and event in (None, "announced") and _is_of_deed(reading.text, date, front, done):
            event = done[2]
        if event != "expected_close" and words.lower().startswith(("until ", "through ")):
            # "extended its contract until 2030"
            continue
        if event is None or (event == "announced" and not (mention and _is_announcement(words, text, place))):
            continue
        yield event, date.start, date.end


def _is_of_deed(text: str, date: DateSpan, front: int, done: tuple[int, int, str]) -> bool:
    """Whether a date says when a deed was done: right behind it or in front of its clause, with no other between."""
    start, end, _ = done
    if date.start > end:
        between = text[end : date.start]
    elif date.start - front < _FRONT:
        between = text[date.end : start]
    else:
        return False
    return len(between) < _DEED_REACH and not _NEXT_CLAUSE.search(between)


_DEED_REACH = 90
_FRONT = 6
"""Characters within which a date that opens a sentence begins: "In April"."""
_NEXT_CLAUSE = re.compile(
    r"[.;:\u2013\u2014]\s|,\s(?:who|which|whose|while|and|but|as)\b|\b(?:after|before|since|until|from|due|matur(?:es|ing)|that|to|said|told|founded|"
    r"formed|created|started|began|opened|built|compared|between)\b"
)
_DATELINE = re.compile(r"\s?(?:\([^)]{1,24}\)\s?)?(?:-{1,2}|[\u2013\u2014])\s")
"""What stands behind the date of a dateline."""
_LONGEST_DATELINE = 60
_TODAY = re.compile(r"\b(?:today (?:announced|said|reported|confirmed)|announced today)\b")
_EVENT_REACH = 90
_CLAUSE_BREAK = re.compile(
    r";|, (?:while|but|which|after|before|although|eleven|\w+ days)\b|\b(?:after|before|since|than|compared with)\b"
)


_NEXT_PREDICATE = re.compile(
    r", (?:with|are|had|has|is|should|was|were|will|would)\b"
    r"|,? and (?:are|due|expected|is|scheduled|set|should|was|will)\b"
)


def _nearest_event(text: str, place: int) -> str | None:
    """The event whose words stand nearest to the date at `place` of a skeleton, in the same clause."""
    low = max(0, place - _EVENT_REACH)
    before = text[low:place]
    cuts = [match.end() for match in _CLAUSE_BREAK.finditer(before)]
    before = before[cuts[-1] :] if cuts else before
    after = text[place + 1 : place + 50]
    stop = _CLAUSE_BREAK.search(after)
    after = after[: stop.start()] if stop else after
    # "announced on Tuesday and due to close", "signed on March 3, with completion targeted"
    stop = _NEXT_PREDICATE.search(after)
    after = after[: stop.start()] if stop else after
    best: tuple[int, str] | None = None
    for event, pattern in DATE_EVENTS:
        distances = [len(before) - match.end() for match in pattern.finditer(before)]
        distances += [match.start() + 15 for match in pattern.finditer(after)]
        if distances and (best is None or min(distances) < best[0] - (25 if best[1] == "expected_close" else 0)):
            best = (min(distances), event)
    return best[1] if best else None


_ANNOUNCED_BEFORE = re.compile(
    r"\b(?:announc|said|disclos|unveil|reveal|confirm|agreed|say|report|told)\w*(?: [\w'\ue000-]+){0,4} ?$"
)
_ANNOUNCED_AFTER = re.compile(r"^ ?(?:\w+ )?(?:announced|said|agreed|confirmed|disclosed|unveiled)\b")


def _is_announcement(words: str, text: str, place: int) -> bool:
    """Whether a date is the day of the news: beside the verb, and not a bare year."""
    if words.strip().isdigit():
        return False
    return bool(
        _ANNOUNCED_BEFORE.search(text[max(0, place - 60) : place])
        or _ANNOUNCED_AFTER.search(text[place + 1 : place + 40])
    )


_OF_DEALS = re.compile(
    r"\bexpect(?:ed|s)? (?:it|the (?:closing|completion|deal|merger|purchase|sale|transaction)) to "
    r"(?:be )?(?:clos|complet|finali)|"
    rf"\b{BREAK_FEE}\b|\b(?:advis(?:ed?|es|ing|[eo]rs?)|represent(?:ed|s)|counsel (?:for|to)) "
    r"|\bmilestone(?:s| payments)\b|\bpay (?:\ue000 |it )?\ue001 if "
    r"|\bplus (?:another |as much as |up to )?\ue001 (?:if|when) "
    r"|\bshares? (?:is to|will|would) be (?:converted|exchanged|swapped) "
    r"|\broyalt(?:y|ies) (?:of|on)\b"
    r"|\bup-?front\b|\b(?:share|stock|unit)?holders (?:are to|can|get|may|receive|will|would)\b"
    r"|\b(?:bid(?:ding)?|get|offer(?:ed|ing|s)?|pa(?:id|y|ying|ys)|receive)\b[^.;]{0,30}?\ue001 (?:in cash )?"
    r"(?:an?|per|for (?:each|every)) (?:(?:\ue000|common|ordinary) ){0,2}(?:share|unit)\b"
    r"|\bvalu(?:es|ing) (?:\ue000|it|the)\b[^.;]{0,40}\bat\b"
)


def tells_terms(text: str) -> bool:
    """Whether a skeleton's sentence, in small letters, tells a term that only deals have, though it names no deal."""
    return bool(_OF_DEALS.search(text))


_BEFORE_TERM = 60
"""Characters before a term that may show that it is none."""


def terms_in(skeleton: Skeleton) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) of the terms that a sentence states, each name once."""
    text = skeleton.text.lower()
    if len(text) != len(skeleton.text):
        return
    for term in TERM_TABLE:
        if not any(hint in text for hint in term.hints):
            continue
        for match in term.pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            before = text[max(0, start - _BEFORE_TERM) : start]
            if term.not_behind is not None and term.not_behind.search(before):
                continue
            if term.name in DENIABLE and is_denied_term(text, start, end):
                continue
            if (cut := TERM_END.search(text, start, end)) is not None and cut.start() > start:
                end = cut.start()
            while end > start and text[end - 1] in " ,":
                end -= 1
            yield term.name, *skeleton.span(start, end)
            break


def stage_in(text: str, *, title: bool = False) -> str | None:
    """The stage of a deal that a sentence about it tells; None where it tells none."""
    lower = text.lower()
    for stage, pattern in STAGES:
        if pattern.search(lower):
            return None if stage in ("proposed", "agreed") and title else stage
    return None


_ADVISING = re.compile(
    r"\b(?:advis(?:ed|er|ers|or|ors)(?: by)?|hir(?:ed|es|ing)|work(?:ed|ing|s) with|appointed|bankers? (?:at|from))"
    r"\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z"
)
"""What stands before the name of who only advises."""
_RIVAL_REACH = 50
"""Characters behind "beating" within which the rival is named."""


_DATED = re.compile(r"[A-Z][A-Z .,/'\u2019-]{2,40}[^.;]{0,40}?(?: --? | [\u2013\u2014] )")
"""A dateline: "PARIS, Nov 5 (Wire) -"."""
_DROPPING = "dropping"
"""Before the supplier that loses an order to another."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|got) \Z")
_TELLING = re.compile(r"\b(?:told|tells|informed) (?:the )?\Z")


def rivals_in(reading: Reading, sentence: Sentence, parties: Sequence[str]) -> list[str]:
    """Companies that a sentence shows bidding against the parties."""
    match = RIVAL.search(sentence.text.lower())
    if match is None:
        return []
    found = []
    dateline = _DATED.match(sentence.text)
    told = sentence.start + (dateline.end() if dateline else 0)
    for name in reading.names_of(sentence):
        if name.start < told:
            continue
        full = reading.full(name)
        if (
            full in parties
            or any(are_twins(full, party) for party in parties)
            or not reading.is_company(full)
            or full in found
        ):
            continue
        if _ADVISING.search(reading.text, max(sentence.start, name.start - 40), name.start):
            # "is working with Tarn Bank on a counteroffer"
            continue
        if _is_told(reading.text, name.start) or name.text.rpartition(" ")[2].lower() in MEDIA_WORDS:
            # "were outbid, people told the Herald"
            continue
        if match.group() == _DROPPING and name.start - sentence.start != match.end() + 1:
            continue
        before = name.end - sentence.start <= match.start()
        if not before and name.start - sentence.start - match.end() > _RIVAL_REACH:
            continue
        outdone = match.group().startswith(
            ("outbid", "beat", _DROPPING, "competing against", "rival", "topping a", "topping t", "trumping")
        ) and not _PASSIVE.search(sentence.text, max(0, match.start() - 12), match.start())
        if before != outdone:
            found.append(full)
    return found[:4]


def _is_told(text: str, at: int) -> bool:
    """Whether the name at `at` is of somebody who was told it: "sources told Lund"."""
    return _TELLING.search(text, max(0, at - 12), at) is not None
