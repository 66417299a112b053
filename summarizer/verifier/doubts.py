"""Values whose words stand in the article and yet leave open what the record says of them.

Nothing here contradicts a record. A dollar beside Canadian ones, a sum whose currency stands at another number, words
with a second number that is not read, "a year ago" in quarterly figures: what the program fills in is then a judgement.
"""

from __future__ import annotations

import re

from summarizer.fields import Value
from summarizer.text.currency_context import likeliest
from summarizer.text.number_words import SCALES, SMALL
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.findings import quoted
from summarizer.verifier.index import Index
from summarizer.verifier.measured import kinds, kinds_named, named_rate, rate
from summarizer.verifier.money_countries import is_open
from summarizer.verifier.wording import stems_of

SUM = 10_000
"""The least bare number that is taken for a sum of money."""
_MONEY = frozenset({"assets", "cash", "cost", "debt", "fee", "loss", "profit", "revenue", "tax", "valuation"})
_PRICE = pattern(r"\b(?:close|closing|price|quotation)\b(?!\s(?:index|range|rise|cut|ratio))", re.IGNORECASE)
"""What is no number alone: a share that closed at 33-1/4."""
_EIGHTHS = pattern(r"\b\d+-\d{1,2}/(?:2|4|8|16|32)\b")
"""How prices of shares were quoted."""
_BESIDE = pattern(
    r"\W*(?:(?:up|down)\s)?(?:against|and|compared\s(?:to|with)|from|or|to|versus|vs\.?)?\s?\W*", re.IGNORECASE
)
"""Between a sum and a number that is compared with it."""

_DOLLAR = r"(?:dollars?|dlrs?|cents?|cts)\b"
_NAMED = pattern(
    r"\b(?:Australian|Barbados|Bermudian|Canadian|Fijian|Hong\sKong|Jamaican|Malaysian|New\sTaiwan|New\sZealand|Singapore"
    rf"|Taiwan|Trinidad)[\s-]+{_DOLLAR}",
    re.IGNORECASE,
)
_MARKED = pattern(rf"[A-Z]\$|\$(?:US|[AC])\b|\b(?:AUD|CAD|HKD|NZD|SGD|TWD|USD)\b|\bU\.?S\.?[\s-]+{_DOLLAR}")
_OF_OTHERS = pattern(
    r"\W*(?:ADELAIDE|AUCKLAND|BRISBANE|CALGARY|CANBERRA|EDMONTON|HALIFAX|HAMILTON, Ont|HONG KONG|KINGSTON, Jamaica"
    r"|MELBOURNE|MONTR[EÉ]AL|OTTAWA|PERTH|QU[EÉ]BEC|REGINA|SASKATOON|SINGAPORE|SYDNEY|TAIPEI|TORONTO|VANCOUVER"
    r"|WELLINGTON|WINNIPEG)\b(?!\s*,\s*(?:England|Fla|N\.?Y|Ohio|Scotland|Texas|Va|Wash))",
    re.IGNORECASE,
)
"""Cities of countries whose own money is a dollar, at the head of a dateline."""

_DATES = pattern(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b|\b(?:19|20)\d\d\b|\bone-(?:off|time)\b",
    re.IGNORECASE,
)
_NUMBER = pattern(
    rf"(?<![^\W_])(?:\d[\d.,]*|{'|'.join(sorted({*SMALL, *SCALES} - {'one'}))}|bln|bn|mln|m|one\s(?:in|of|or|out|to)"
    r"|(?:single|double|triple)[\s-]digits?|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
    r"|dozens?|scores)(?![^\W_])",
    re.IGNORECASE,
)

_BROKEN_OFF = pattern(r"\b(?:he|i|it|she|that|they|we|which|who|whose)\Z", re.IGNORECASE)
_CLAUSE = pattern(
    r"\A(?!.*\b(?:as|at|by|for|if|in|on|that|to|when|where|which|who|whose)\b)\S.*\s(?:are|is|was|were)\s",
    re.IGNORECASE,
)
"""Words that say something of their own and name nothing: "pound was flat"."""
_WHOLE = pattern(r"\s(?:out\s)?of\s(?:her|his|its|that|the|their)\s((?:[\w’'-]+\s){0,3}[\w’'-]+)", re.IGNORECASE)
"""What a sum is only a part of: "set aside $20 million of the price"; "$4 billion of revenue" is revenue."""
_IN_ALL = frozenset({"assets", "debt", "loss", "profit", "revenue"})
"""What is told in all, where it is not said to be for each share."""
_SHARE = pattern(r"\b(?:share|adr|ads|apiece)\b|/share", re.IGNORECASE)
_SHARE_OF = pattern(
    r"\b(?:out\sof|(?:in|of)\s(?:each|every))\s\Z"
    rf"|(?<![^\W_$£€¥.,-])(?:\d{{1,3}}|{'|'.join(sorted(SMALL))})\sin\s\Z",
    re.IGNORECASE,
)
"""Before the whole of a share: "one in seven riders" tells of no seven riders."""
_ROUGH_END = pattern(
    r"\b(?:digits?|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|dozens?|scores)"
    r"\s?(?:and|or|to|-|–|—)\s?\Z",
    re.IGNORECASE,
)
_ODD = pattern(rf"-?\s?odd\s(?:{'|'.join(sorted(SCALES))}|bln|bn|mln)\b", re.IGNORECASE)
_TIME = frozenset({"days", "hours", "minutes", "months", "quarters", "seasons", "weeks", "years"})
_AROUND = 24
"""Characters before an amount in which such words are looked for."""

_AGO = pattern(r"(?:about\s)?(?:a|one)[\s-]year[\s-](?:ago|before|earlier)|year[\s-](?:ago|earlier)", re.IGNORECASE)
_DAY_BESIDE = pattern(r"\bday\s(?:after|before)\s", re.IGNORECASE)
_PART_OF_YEAR = pattern(
    r"\b(?:(?<!a\s)quarter(?:ly)?(?!\sof\s(?:a|the|its)\b)|(?:first|second)[\s-]half|half[\s-]year"
    r"|(?:three|six|nine)[\s-]months?|[1-4]Q|Q[1-4]|[12]H|H[12]|qtr|mths)\b",
    re.IGNORECASE,
)


def of_value(value: Value, source: Amount, index: Index, *, placed: bool) -> str | None:
    """Why what the program reads from `source` for `value` is not certain; None where it is. `placed`: it is an amount
    of the article and not read from the record's words alone."""
    said = quoted(value.text)
    if source.kind == "money" and _may_be_another(source, index):
        return f"{said} may be in the dollars of another country, which the article tells of."
    if source.kind == "money":
        given = getattr(value, "currency", None) or likeliest(source.currencies)
        if given is not None and is_open(given.upper(), source.currencies, index):
            return f"{said} may be another country's than {given.upper()}: several write their money so."
    if not placed:
        return None
    if source.kind == "quantity" and source.unit is None:
        if _EIGHTHS.search(value.text):
            return f"{said} is a price in fractions, whose currency is not told."
        if abs(source.value) >= 1 and _PRICE.search(str(getattr(value, "measures", None) or "")):
            return f"{said} measures a price, whose currency is not told."
        if abs(source.value) >= SUM and _is_sum(value, source, index):
            return f"{said} may be a sum of money, whose currency stands elsewhere."
    return None


def of_measure(text: str, measures: str, source: Amount, index: Index) -> str | None:
    """Why an amount of the article may not be what the record says that it measures; None where nothing tells."""
    if _BROKEN_OFF.search(measures) or _CLAUSE.search(measures):
        return f"{quoted(measures)} is not what a number measures."
    behind = _WHOLE.match(index.text, source.end) if source.kind == "money" else None
    if behind is not None and stems_of(measures) and stems_of(measures) <= stems_of(behind[1]):
        return f"The number is only a part of {quoted(measures)}."
    in_all = source.kind == "money" and bool(kinds_named(sorted(stems_of(measures))) & _IN_ALL)
    rated = _SHARE.search(text) is not None or named_rate(stems_of(measures), "share")
    if in_all and not rated and rate(index.text, source.end) == "share":
        return f"The sum is for each share, which {quoted(measures)} is not."
    return None


def belongs_to_another(source: Amount, index: Index) -> bool:
    """Whether an amount of the article is only a piece of what its words say: "one of every *seven riders*", "low teens
    to *18 percent*", "*$20*-odd million"."""
    before = index.text[max(0, source.start - _AROUND) : source.start]
    if _ROUGH_END.search(before) or _ODD.match(index.text, source.core[1]):
        return True
    return source.kind == "quantity" and source.unit not in _TIME and _SHARE_OF.search(before) is not None


def holds_another_number(words: str, start: int, end: int) -> bool:
    """Whether words in which one amount is read, at `words[start:end]`, have a number besides that changes what it is:
    "one of every nine voters", "low teens to 20 percent", "$20-odd million"."""
    return _NUMBER.search(_DATES.sub(" ", f"{words[:start]} # {words[end:]}")) is not None


def of_period(text: str, place: tuple[int, int], index: Index) -> str | None:
    """Why the days that the program reads from the words of a period are not certain; None where they are."""
    if _DAY_BESIDE.search(text):
        return f"{quoted(text)} is another day than the one that it names."
    if not _AGO.fullmatch(text.strip()):
        return None
    sentences = (index.sentences[number - 1] for number in index.sentences_of(place))
    if any(_PART_OF_YEAR.search(index.text, sentence.start, sentence.end) for sentence in sentences):
        return f"{quoted(text)} stands for the same part of the year before, which other words name."
    return None


def _may_be_another(source: Amount, index: Index) -> bool:
    """Whether a dollar without a country may be another country's than the first that comes to mind."""
    return source.currencies[:1] == ("USD",) and len(source.currencies) > 1 and _tells_of_others(index)


def _tells_of_others(index: Index) -> bool:
    """Whether the article names another country's dollar in words, or is written in such a country with no dollar's
    country named; beside "C$" a bare "$" is that of the United States."""
    key = (_tells_of_others,)
    if key not in index.remembered:
        text = index.text
        named = _NAMED.search(text) is not None
        index.remembered[key] = named or (_MARKED.search(text) is None and _is_of_others(index))
    return bool(index.remembered[key])


def _is_of_others(index: Index) -> bool:
    return any(
        _OF_OTHERS.match(index.text, sentence.start, sentence.end)
        and DATELINE.match(index.text, sentence.start, sentence.end)
        for sentence in index.sentences[:_HEAD]
    )


_HEAD = 3
"""Sentences among which an article's dateline stands."""


def _is_sum(value: Value, source: Amount, index: Index) -> bool:
    """Whether a bare number is compared with a sum, or the words at it or the record say that it measures money."""
    for number in index.sentences_of((source.start, source.end)):
        amounts = index.amounts(number)
        before = [amount for amount in amounts if amount.end <= source.start]
        if before and before[-1].kind == "money" and _BESIDE.fullmatch(index.text, before[-1].end, source.start):
            return True
        near = (*amounts, *(index.amounts(number - 1) if number > 1 else ()))
        if not any(amount.kind == "money" for amount in near):
            continue
        slot = next((slot for slot in index.slots(number) if slot.fact == source), None)
        if slot is not None and kinds(slot) & _MONEY:
            return True
        measures = getattr(value, "measures", None)
        if measures and kinds_named(sorted(stems_of(str(measures)))) & _MONEY:
            return True
    return False
