"""What a deal's date is the date of: the words for an event that stand nearest to it decide.

A date is altered where its sentence has no word for the record's event and one for another event right beside the
date, and where a deal is said to have closed on a day still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.records import Deal
from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import EVENTS, PENDING, STATUS
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.other_deals import in_clause_of_others
from summarizer.verifier.stages import cues, done

_DONE = tuple(word for word in EVENTS["closed"] if word.endswith("ed"))
"""Words by which a closing is behind: "closing" may still be ahead."""
_AHEAD = (
    *PENDING, "aim to close", "aims to close", "aims to complete", "close by", "closing by", "complete by",
    "completion by", "confident of closing", "hope to close", "hopes to close", "hopes to complete",
    "targeted for", "will be finalised", "will be finalized",
)  # fmt: skip
_WORDS: Mapping[str, tuple[str, ...]] = {
    "announced": ("announce", "announced", "announcement", "announces", "disclosed", "revealed", "unveiled"),
    "signed": EVENTS["signed"],
    "closed": _DONE,
    "expected_close": _AHEAD,
    "terminated": (*STATUS["terminated"], "broken off", "lapsed", "rejected", "turned down"),
}
"""By event the words that tell of it."""
_CONTRADICTS: Mapping[str, tuple[str, ...]] = {
    "announced": ("expected_close",),
    "signed": ("terminated", "closed", "expected_close"),
    "closed": ("expected_close", "terminated", "signed", "announced"),
    "expected_close": ("closed", "terminated", "signed", "announced"),
    "terminated": ("signed", "closed", "expected_close", "announced"),
}
"""By the event of the record: those that a date cannot be of if it is of this one."""
_RELATIVE = pattern(r",\s(?:which|who|whose)\s[^,;.]{0,120}\Z", re.IGNORECASE)
_LONGEST = 140
"""Characters of a relative clause before the date in it."""
_BESIDE = 30
"""Characters between a date and the word that says what it is the date of, at most."""
_CLAUSE = 20
"""Characters that a mark between the two counts for."""


def check_events(case: Case) -> Iterator[Note]:
    """What a date is the date of: a closing that the article has ahead is no closing done, and the reverse."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    for at, dated in enumerate(deal.dates):
        path = f"dates[{at}].event"
        places = case.places.get(f"dates[{at}].when")
        if not places:
            continue
        numbers = index.sentences_of(places[0])
        against = in_clause_of_others(places[0], [party.name for party in deal.parties], index)
        against = against or _against(dated.event, places[0], numbers, index)
        if against is not None:
            yield find(
                Code.EVENT_ALTERED,
                path,
                f"The record dates {dated.event.replace('_', ' ')} to {quoted(dated.when.text)}, but the article says "
                f"{quoted(index.text[slice(*against)])}.",
                said=dated.event,
                article=index.article,
                place=against,
            )
        elif cues(EVENTS.get(dated.event, ()), index, numbers):
            yield Settled(path)


def _against(event: str, date: Place, numbers: Sequence[int], index: Index) -> Place | None:
    """The words that have another event on this date."""
    if event not in _CONTRADICTS:
        return None
    ahead = cues(_AHEAD, index, numbers)
    told = {kind: cues(words, index, numbers) for kind, words in _WORDS.items()}
    told["closed"] = done(told["closed"], ahead)
    if event == "closed" and not told["closed"]:
        if ahead:
            return ahead[0]
        if _to_come(date, numbers, index):
            return date
    if event == "expected_close" and not ahead and told["closed"]:
        hedged = any(cue.sense in ("expected", "planned") for number in numbers for cue in index.hedges(number))
        return None if hedged else told["closed"][0]
    if told[event]:
        return None
    found = [
        (_apart(date, place, index), place)
        for kind in _CONTRADICTS[event]
        for place in told[kind]
        if not (place[0] > date[1] and _is_over(date, place, index))
    ]
    distance, place = min(found, default=(_BESIDE + 1, date))
    return place if distance <= _BESIDE else None


def _apart(date: Place, place: Place, index: Index) -> int:
    first, last = sorted((date, place))
    between = index.text[first[1] : last[0]]
    return len(between) + _CLAUSE * sum(between.count(mark) for mark in ",;—()")


def _is_over(date: Place, place: Place, index: Index) -> bool:
    """Whether the relative clause with the date is over before the words: "which bought Lund in May, has agreed"."""
    return (
        "," in index.text[date[1] : place[0]]
        and _RELATIVE.search(index.text, max(0, date[0] - 140), date[0]) is not None
    )


def _to_come(date: Place, numbers: Sequence[int], index: Index) -> bool:
    """Whether the date lies behind the day of the article as a whole."""
    published = index.article.published
    if published is None:
        return False
    return any(
        read.earliest is not None and read.earliest > published
        for number in numbers
        for read in index.dates(number)
        if read.start < date[1] and date[0] < read.end
    )
