"""The figures of a claim: the numbers of its statement, as the cited sentences have them.

A model is not asked for them, as each stands in its statement already. They are read where the statement is from, as
the offline rules read them, so that their words are copied, and what they measure is said in the article's nouns. What
would be a guess is left out: a name alone is not what a number measures, and a period is taken only where its date
words follow the number at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarizer.models.offline.claim_figures import figures_of
from summarizer.models.offline.reading import Reading
from summarizer.text.folding import folded
from summarizer.text.magnitudes import is_magnitude
from summarizer.text.numbers import Amount, read_amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import same_size

_NOUN = pattern(r"(?<![\w’'])[a-z][a-z-]{2,}")
"""A word in small letters: what has none is a name."""
_BEHIND_HEAD = pattern(r"\s(?:across|among|at|by|during|for|from|in|of|on|over|to|under|with)\s.*")
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
    r"|share|square\s(?:foot|meter|metre)|ton(?:ne)?|unit|week)\b"
)
"""What a number is for one of: a part of it, without which it is another number."""
_ATTRIBUTE = pattern(r"-(?:day|half|month|quarter|week|year)\Z")
"""Date words that belong to the noun behind them: "after third-quarter profit rose"."""
_RUNS_TO = pattern(r"\s(?:through|to|until)\s(?:FY\s?)?'?\d|\s(?:to\sdate|so\sfar)\b")
_EARLIER = pattern(r"\b(?:ago|before|earlier|preceding|previous|prior)\b")
"""Of a time with which something is compared."""
"""A period goes on behind its first half: "through FY 2016 to FY 2018"."""
_SEVERAL = pattern(r"(?:days|weeks|months|quarters|years)\Z")
_LISTED = pattern(r"\d[^\s,;]*,?\sand\s\Z")
"""Another number before the number, with which it is listed."""
_CONNECTED = pattern(r"(?:\s(?:a|per)\s\w+)?,?\s(?:(?:as of|at|by|during|for|in|on|over|through|to)\s)?(?:the\s)?")
"""What may stand between a number and its date words."""


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
                figures.setdefault(figure["text"], figure)
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
            figures = [] if sentence is None else figures_of(sentence.start, sentence.end, sentence, self._reading)
            text = "" if sentence is None else " ".join(sentence.text.split())
            self._of[number] = [_sure(figure, text) for figure in figures]
        return self._of[number]


def _sure(figure: dict[str, Any], sentence: str) -> dict[str, Any]:
    """The figure without what may be another's."""
    measures, period = figure["measures"], figure["period"]
    if measures is not None:
        measures = measures.lstrip("•·–—-’'* ").removeprefix("s ").removeprefix("plus ")
        measures = _OWNER.sub("", measures)
        if not _is_said_of(figure["text"], measures, sentence):
            measures = None
    if period is not None and not _follows(figure["text"], period, sentence):
        period = None
    return {"text": _with_rate(figure["text"], sentence), "measures": measures, "period": period}


def _is_said_of(text: str, measures: str, sentence: str) -> bool:
    """Whether the noun is whole and stands at the number: behind it goes on no other noun that it only belongs to, and
    no more than a verb and small words stand between the two."""
    if not _NOUN.search(measures) and not is_magnitude(measures):
        return False
    at, number = sentence.find(measures), sentence.find(text)
    if at < 0 or number < 0:
        return text.endswith(measures) or at < 0  # what a sum is by its verb: "spending"
    end = at + len(measures)
    if number <= at and end <= number + len(text):
        return not _OR_MORE.match(sentence, end)  # what the number counts
    if at < number:
        return _UP_TO_NUMBER.fullmatch(sentence, end, number) is not None
    return _WHOLE_BEHIND.match(sentence, end) is not None


_OR_MORE = pattern(r",\s[a-z]+\s(?:and|or)\s|\s(?:and|or)\s[a-z]+\s(?:a|an|each|per)\s")
"""The number counts other things with it: "31 strokes, deaths or falls per 1,000 patients"."""
_SMALL = (
    r"a|about|an|again|all|almost|already|also|amounted|an|approximately|are|around|as|at|be|been|between|by|came|close|currently|down"
    r"|estimated|exceed(?:ed|ing)?|expected|from|had|has|have|hit|in|is|just|less|likely|more|much|nearly|of|off|on|only|over|projected|reach(?:ed|ing)?|roughly"
    r"|should|some|still|than|that|the|to|total(?:s|ed|ing|led|ling)?|under|up|was|were|will|would|worth"
)
_UP_TO_NUMBER = pattern(
    rf"\.?['’]?,?(?:\s\(?(?:{_SMALL}|\w+(?:ed|ing|ly)|climbs?|declines?|drops?|falls?|fell|gains?|grew|grows?|increases?|jumps?|lost|rises?|rose"
    r"|sank|shed|slid|slips?|sold|[^\s\w]?\d\S*|percent|per\scent|million|billion|trillion))*\s[^\w\s]*"
)
_WHOLE_BEHIND = pattern(
    r"\W*\Z|[.,;:)”\"]|\s(?:[-–—]|across|after|among|and|as|at|because|before|but|by|compared|during|from|in|last|next|of|on|or|over|since|so"
    r"|than|that|this|through|under|until|versus|when|which|while|with|within|year)\b"
)


def _head(measures: str) -> str:
    return _BEHIND_HEAD.sub("", measures).rsplit(" ", 1)[-1].lower()


def _told(figure: dict[str, Any], said: str) -> dict[str, Any]:
    """The figure as the statement has it: what it measures is left out where the statement speaks of something else,
    and so is a share where it is a target for its price."""
    if (measures := figure["measures"]) is None:
        return figure
    head = _head(measures)
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


def _with_rate(text: str, sentence: str) -> str:
    """The number with what it is for one of: "$1.25 a share"."""
    at = sentence.find(text)
    rate = _RATE.match(sentence, at + len(text)) if at >= 0 else None
    return text + rate[0] if rate else text


def _follows(text: str, period: str, sentence: str) -> bool:
    """Whether the date words stand right behind the number, and are no owner of what comes then ("last year's")."""
    at = sentence.find(text)
    if at >= 0 and _SEVERAL.search(period) and _LISTED.search(sentence[:at]):
        return False  # "2%, 5% and 7% in the three quarters": each has one of them
    return at >= 0 and _between(period, sentence[at + len(text) :])


def _between(period: str, rest: str) -> bool:
    at = rest.find(period)
    behind = rest[at + len(period) :]
    if at < 0 or behind[:1] in ("'", "’", "-") or (_ATTRIBUTE.search(period) and behind[:2].strip().isalpha()):
        return False
    if _RUNS_TO.match(behind) or _EARLIER.search(period):
        return False
    return _CONNECTED.fullmatch(rest[:at]) is not None


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
