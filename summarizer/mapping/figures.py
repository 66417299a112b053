"""The figures of a claim: the numbers of its statement, as the cited sentences have them.

A model is not asked for them, as each stands in its statement already. They are read where the statement is from, as
the offline rules read them, so that their words are copied, and what they measure is said in the article's nouns. What
would be a guess is left out: a name alone is not what a number measures, and a period is taken only where its date
words follow the number at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from summarizer.mapping.figure_periods import is_period_of
from summarizer.mapping.measures import follows_on, head_of, sure_measure
from summarizer.mapping.quantities import is_counted_noun, is_quantity
from summarizer.models.offline.claim_figures import figures_of
from summarizer.models.offline.reading import Reading
from summarizer.text.cached import cached_property
from summarizer.text.folding import folded
from summarizer.text.numbers import Amount, read_amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import same_size

_SAID_BY_VERB = pattern(r"bid|debt|earnings|investment|offer|payment|price|spending|stake|value")
"""What the rules call a sum by the verb that it is the object of, or by whom it makes an owner."""
_SHARES = frozenset(("share", "shares", "stock"))
_OBJECT = pattern(
    r"\b(?:after|against|among|at|before|behind|beside|between|beyond|by|during|for|from|in|inside|near|of|off|on|over|than"
    r"|through|to|under|with|within|without)\s(?:(?:the|an?|its|his|her|their|this|that|these|those|each|every|any)\s)?\Z",
    re.IGNORECASE,
)
"""Behind these stands what belongs to something else: "the margin on the trams is 4%"."""
_NEXT_TO = 13
"""Characters between a number and its own noun all the same: "a cost of $4 million", "4% rise in the index"."""
_OWNER = pattern(r"\A(?:her|his|its|our|their)\s", re.IGNORECASE)
_RATE = pattern(
    r"\s(?:an?|each|every|per)\s(?:barrel|bushel|day|gallon|gram|kilo(?:gram)?|li(?:ter|tre)|megawatt-hour|month|ounce|pound"
    r"|share|square\s(?:foot|meter|metre)|ton(?:ne)?|unit|week"
    r"|(?:quarter|year)(?!\s(?:after|ago|and\sa|before|beforehand|earlier|hence|in\swhich|later|on\b|previously|prior|since|when)))\b"
)
"""What a number is for one of: a part of it, without which it is another number."""


_POUNDS = pattern(r"\bpounds?\b", re.IGNORECASE)
_BRITISH = pattern(r"£|\b(?:Brit(?:ain|ish|on)|England|English|London|Scot(?:land|tish)|U\.?K|sterling|stg|pence)\b")
_LONGEST = 3000
"""Characters beyond which a sentence is no prose, but a table or text without sentence ends: nothing is read in it."""


class Figures:
    """The figures of one article's claims; each sentence is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._of: dict[int, list[dict[str, Any]]] = {}

    def of(self, statement: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """The figures of the sentences `numbers` that stand in the statement, in the order in which it has them."""
        if not any(map(str.isdigit, statement)) and not read_amounts(statement):
            return []
        said, stated = folded(statement), read_amounts(statement)
        figures: dict[str, dict[str, Any]] = {}
        for number in dict.fromkeys(numbers):
            for figure in self._figures(number):
                known = figures.setdefault(figure["text"], figure)
                if known != figure:  # one number that stands for two things: which of them is meant is open
                    figures[figure["text"]] = {
                        name: known[name] if known[name] == figure[name] else None for name in known
                    }
        found = {text: at for text in figures if (at := _written(text, said)) is not None}
        spans = {text: (at, at + len(folded(text))) for text, at in found.items()}
        for text, (low, high) in spans.items():
            if any(start <= low and high <= end and (start, end) != (low, high) for start, end in spans.values()):
                del found[text]  # "50%" of another sentence, where the statement has "as much as 50%"
        ends = {high for _, high in spans.values()}
        for text in figures:
            # As the same amount only where no figure has the statement's own words: "10%", not "less than 10%".
            same = None if text in found else _amount(text, stated)
            if same is not None and same.end not in ends:
                found[text] = same.start
        return [
            _told(figures[text], said) for text in sorted(figures, key=lambda one: found.get(one, 0)) if text in found
        ]

    def _figures(self, number: int) -> list[dict[str, Any]]:
        if number not in self._of:
            sentence = self._reading.article.sentence(number)
            found: list[dict[str, Any]] = []
            if sentence is not None and sentence.end - sentence.start <= _LONGEST:
                figures = figures_of(sentence.start, sentence.end, sentence, self._reading)
                found = [
                    figure
                    for figure in _sure(figures, " ".join(sentence.text.split()))
                    if self._has_pounds or not _POUNDS.search(figure["text"])
                ]
            self._of[number] = found
        return self._of[number]

    @cached_property
    def _has_pounds(self) -> bool:
        """Whether the article tells of the country whose money pounds are; else they may be a weight."""
        return _BRITISH.search(self._reading.text) is not None


class _Placed(NamedTuple):
    """A figure of a sentence, and where it stands in it."""

    start: int
    end: int
    kind: str
    read: dict[str, Any]


def _placed(figures: Sequence[dict[str, Any]], words: str) -> Iterator[_Placed]:
    """The figures in their places; those whose words stand elsewhere too, where they are no figure, are left out."""
    texts = [figure["text"] for figure in figures]
    places = {text: [match.span() for match in _whole(text).finditer(words)] for text in texts}
    at = 0
    for figure in figures:
        text = figure["text"]
        amount = read_amount(text)
        alone = [
            (low, high)
            for low, high in places[text]
            if not any(
                start <= low and high <= end
                for other in texts
                if len(other) > len(text)
                for start, end in places[other]
            )
        ]
        place = next((place for place in alone if place[0] >= at), None)
        if place is None or len(alone) != texts.count(text):
            continue
        at = place[1]
        yield _Placed(*place, "quantity" if amount is None else amount.kind, figure)


def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){re.escape(text)}(?!\w)")


def _sure(figures: Sequence[dict[str, Any]], words: str) -> Iterator[dict[str, Any]]:
    """The figures of a sentence without what may be no quantity, and each without what may be another's."""
    last: _Placed | None = None
    measured: str | None = None
    for figure in _placed(figures, words):
        if not is_quantity(words, figure.start, figure.end):
            last = None
            continue
        said = figure.read["measures"]
        said = (
            None if said is None else _OWNER.sub("", said.lstrip("•·–—-’'* ").removeprefix("s ").removeprefix("plus "))
        )
        joined = last is not None and follows_on(words, last.end, figure.start, figure.end, (last.kind, figure.kind))
        if not said:
            measures = None
        elif figure.kind == "quantity" and figure.read["text"].endswith(said):
            measures = said if is_counted_noun(said) else None  # what the number counts
        elif joined:
            measures = measured
        else:
            measures = sure_measure(words, figure.start, figure.end, said, figure.kind)
        period = figure.read["period"]
        if period is not None and not is_period_of(words, figure.start, figure.end, period, measures, joined=joined):
            period = None
        last, measured = figure, measures
        rate = _RATE.match(words, figure.end)
        yield {"text": figure.read["text"] + (rate[0] if rate else ""), "measures": measures, "period": period}


def _told(figure: dict[str, Any], said: str) -> dict[str, Any]:
    """The figure as the statement has it: what it measures is left out where the statement speaks of something else,
    and so is a share where it is a target for its price."""
    if (measures := figure["measures"]) is None:
        return figure
    head = head_of(measures)
    if head in _SHARES and "target" in said and "target" not in measures:
        return {**figure, "measures": None}
    if _SAID_BY_VERB.fullmatch(head):
        return figure
    found = re.search(rf"\b{re.escape(head.rstrip('s'))}", said, re.IGNORECASE)
    return figure if found and not _of_another(figure, said) else {**figure, "measures": None}


def _of_another(figure: dict[str, Any], said: str) -> bool:
    """Whether what the figure is said to measure only belongs, in the statement, to what it does measure."""
    at, number = said.lower().find(figure["measures"].lower()), said.find(folded(figure["text"]))
    if at < 0 or number < 0 or not _OBJECT.search(said[:at]):
        return False
    end = at + len(figure["measures"])
    between = said[end:number] if end <= number else said[number + len(folded(figure["text"])) : at]
    return len(between) > _NEXT_TO


def _written(text: str, said: str) -> int | None:
    """Where the figure stands in the statement in its own words; None where it does not."""
    words = folded(text)
    at = said.find(words)
    while at >= 0:
        inside = at > 1 and said[at - 1] in ".," and said[at - 2].isdigit() and words[0].isdigit()
        if not inside and not said[at - 1 : at].isalnum() and not said[at + len(words) :][:1].isalnum():
            return at
        at = said.find(words, at + 1)
    return None


def _amount(text: str, stated: Sequence[Amount]) -> Amount | None:
    """The amount of the statement that the figure is in other words; None where it has no such."""
    own = read_amount(text)
    if own is None:
        return None
    return next((one for one in stated if one.kind == own.kind and same_size(own.value, one)), None)
