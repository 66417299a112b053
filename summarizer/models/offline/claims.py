"""Claims: checkable statements with a figure, an outlook or a source, as the article words them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.reading import Reading
from summarizer.text.modality import hedges, negations
from summarizer.text.numbers import Amount
from summarizer.text.speech import Speech
from summarizer.text.speech_content import DATELINE

_MOST = 20
_FORECAST = re.compile(
    r"\b(?:expects?|expected to|forecasts?|projects|projected|predicts?|anticipates?|will|guidance|outlook|"
    r"by (?:20[2-9]\d)|sees|next (?:year|quarter|month)|is set to|plans to|aims to|target(?:s|ing)?)\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:estimat(?:e|es|ed|ing)|approximately|according to (?:an? )?(?:estimate|analyst)|analysts (?:expect|"
    r"polled)|consensus|roughly)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:believes?|thinks?|seen as|viewed as|considered|should|best|worst|remains? (?:a |the )|represents? a|"
    r"arguably|likely|suggests?)\b",
    re.IGNORECASE,
)
_ALLEGATION = re.compile(r"\b(?:alleg\w+|accus\w+|lawsuit|sued|claims that|claimed that)\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|rejected|disputed|refuted|not true|no truth)\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\b(?:click|subscribe|read more|newsletter|photo|forward-looking|website|visit)\b", re.IGNORECASE
)
_MEASURE_BEFORE = re.compile(
    r"(?:^|[,;:(] ?|\b(?:and|that|while|but|said|as)\s)((?:(?:the|its|their|a|an|total|net|"
    r"adjusted)\s)?(?:[\w’'&-]+\s){0,6}?[\w’'&-]+)\s"
    r"(?:has |have |had |is |are |was |were |also |to have |estimated |expected |seen |further |then |slightly |"
    r"sharply |initially |almost |just |about |by |jumped as much as |to |up |down ){0,5}"
    r"(?:rose|rise|rises|risen|fell|fall|falls|fallen|jumped|jump|climbed|dropped|slipped|gained|lost|increased|"
    r"decreased|declined|grew|grow|surged|plunged|advanced|soared|slid|sank|tumbled|totaled|totalled|"
    r"amounted|reached|hit|stood|were|was|is|are|came|closed|traded|ended|opened|rallied|edged|topped|exceeded|beat|"
    r"missed|widened|narrowed|shrank|doubled|accounts|accounted|represents)\b",
    re.IGNORECASE,
)
_MEASURE_AFTER = re.compile(
    r"^ (?:in|of) ((?:annual |quarterly |net |total |new |recurring |adjusted )?[a-z][\w-]*(?: [a-z][\w-]*){0,2})"
)
_STOP_AFTER = re.compile(
    r"\b(?:in|of|for|from|by|on|at|to|the|and|was|were|is|a|an|as|this|that|last|per|with|which|after|before|over|"
    r"during|or|year|new)\b.*$"
)


def find_claims(reading: Reading) -> list[dict[str, Any]]:
    """The article's claims in the shape of the wire's Claim records: a sentence each, as it stands."""
    by_sentence: dict[int, list[Speech]] = {}
    for speech in reading.speech:
        if speech.mode != "no_comment":
            for number in speech.sentences:
                by_sentence.setdefault(number, []).append(speech)
    claims: list[dict[str, Any]] = []
    seen: set[str] = set()
    for sentence in reading.sentences:
        if len(claims) >= _MOST:
            break
        claim = _claim(sentence, by_sentence.get(sentence.number, []), reading)
        if claim is not None and claim["statement"] not in seen:
            seen.add(claim["statement"])
            claims.append(claim)
    return claims


def _claim(sentence: Sentence, speeches: Sequence[Speech], reading: Reading) -> dict[str, Any] | None:
    """The claim of one sentence: what a single source is given as saying in it, or the sentence itself."""
    if _FURNITURE.search(sentence.text) or len(sentence.text) > 500 or len(sentence.text.split()) < 6:
        return None
    speech = speeches[0] if len(speeches) == 1 else None
    if (
        speech is not None
        and len(speech.content) == 1
        and speech.mode == "indirect"
        and speech.sentences == (sentence.number,)
    ):
        start, end = speech.content[0]
    elif not speeches:
        start, end = sentence.start, sentence.end
    else:
        return None
    if speech is not None and speech.speaker is None:
        return None
    if head := DATELINE.match(reading.text, start, end):
        start = head.end()
    words = reading.text[start:end]
    amounts = [item for item in reading.amounts_of(sentence) if start <= item.start and item.end <= end]
    figures = [figure for item in amounts if (figure := _figure(item, sentence, reading))]
    if len(words.split()) < 5 or not (
        figures or speech or _FORECAST.search(words) or _opinion_on_name(words, sentence, reading)
    ):
        return None
    if re.match(r"(?:it|he|she|they|this|that|these|those)\b", words, re.IGNORECASE) and speech is None:
        return None
    return {
        "evidence": [sentence.number],
        "statement": _statement(words),
        "claimant": speech.speaker if speech else None,
        "kind": _kind(words, sentence.text),
        "certainty": _certainty(words),
        "figures": figures[:8],
    }


def _opinion_on_name(words: str, sentence: Sentence, reading: Reading) -> bool:
    return bool(_OPINION.search(words) and reading.names_of(sentence))


def _statement(words: str) -> str:
    words = " ".join(words.split())
    return words[0].upper() + words[1:] if words[0].islower() and words[:2].isalpha() else words


def _kind(words: str, sentence: str) -> str:
    if _DENIAL.search(sentence):
        return "denial"
    if _ALLEGATION.search(sentence):
        return "allegation"
    if _ESTIMATE.search(sentence):
        return "estimate"
    if _FORECAST.search(words):
        return "forecast"
    return (
        "opinion"
        if _OPINION.search(words) or any(cue.sense in ("possible", "likely") for cue in hedges(words))
        else "fact"
    )


def _certainty(words: str) -> str:
    if any(cue.sense == "denied" for cue in negations(words)):
        return "denied"
    if any(cue.sense in ("possible", "likely", "reported", "expected", "planned") for cue in hedges(words)):
        return "hedged"
    return "asserted"


def _figure(amount: Amount, sentence: Sentence, reading: Reading) -> dict[str, Any] | None:
    words = reading.words(amount.start, amount.end)
    return {
        "text": words,
        "measures": _measures(amount, sentence, reading),
        "period": _period(amount, sentence, reading),
    }


def _measures(amount: Amount, sentence: Sentence, reading: Reading) -> str | None:
    """The noun that the number counts, or the subject of the verb before it."""
    if amount.kind == "quantity":
        return amount.unit
    after = reading.text[amount.end : min(sentence.end, amount.end + 60)]
    if amount.kind == "money" and (match := _MEASURE_AFTER.match(after)):
        noun = _STOP_AFTER.sub("", match.group(1)).strip()
        if noun and noun not in (
            "cash",
            "the",
            "stock",
            "early",
            "late",
            "premarket",
            "morning",
            "afternoon",
            "after-hours",
        ):
            return noun
    before = reading.text[max(sentence.start, amount.start - 160) : amount.start]
    found = None
    for match in _MEASURE_BEFORE.finditer(before):
        found = match
    if found is None:
        return None
    words = found.group(1).strip()
    return None if any(letter.isdigit() for letter in words) else words


def _period(amount: Amount, sentence: Sentence, reading: Reading) -> str | None:
    """The date words nearest behind the number in its clause, or the only ones of the sentence."""
    dates = reading.dates_of(sentence)
    behind = [
        date
        for date in dates
        if 0 <= date.start - amount.end <= 40 and not re.search(r"[;,]|\d", reading.text[amount.end : date.start])
    ]
    if behind:
        return reading.words(behind[0].start, behind[0].end)
    if len(dates) == 1 and len(reading.amounts_of(sentence)) <= 2:
        return reading.words(dates[0].start, dates[0].end)
    return None
