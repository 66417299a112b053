"""Who denied something must not be said to have admitted it, or to have said it.

The article's denying verb is looked for in the cited sentences, with whoever is named before it; the statement's verb
of admitting or saying with its own. Where the same name stands before both and what is admitted or said is what was
denied, word for word enough, the denial was dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code
from summarizer.verifier.laid import Laid
from summarizer.verifier.names import akin
from summarizer.verifier.wording import Word, content, stem

_DENYING = word_set("""
    denial denials denied denies deny denying disputed disputes disputing refuted refutes rebutted
""")
_ADMITTING = word_set("""
    acknowledge acknowledged acknowledges admit admits admitted admitting concede conceded concedes confirm confirmed
    confirms confirming
""")
_SAYING = word_set("added announced declared insisted said says stated states told")
_TURNED = word_set(
    "neither never no none nor not denial denied denies deny denying dispute disputed reject rejected rejects t"
)
_SHARE = 0.4
"""Share of what is admitted or said that stands behind the denying verb, from which it is what was denied."""
_FEWEST = 2
_SHOWN = 6
"""Words behind the denying verb that a finding shows."""
_IDLE = frozenset(stem(word) for word in word_set("charge claim count report rumor rumour allegation accusation"))


def check_denials(laid: Laid) -> Iterator[Finding]:
    """The finding that the article has somebody deny what the statement has the same one admit or say."""
    low = laid.said.reading.low
    if not _TURNED.isdisjoint(low):
        return
    begin = 0
    for at, word in enumerate(low):
        if word in _ADMITTING or word in _SAYING:
            found = _denied(laid, begin, at)
            if found is not None:
                yield found
                return
            begin = at + 1


def _denied(laid: Laid, begin: int, at: int) -> Finding | None:
    """The finding for the verb `at`, whose subject stands from the word `begin` on."""
    said, index = laid.said.reading, laid.cited.index
    admits = said.low[at] in _ADMITTING
    told = {word.stem for word in content(said.words[at + 1 :])} - _IDLE
    for number, source in zip(laid.cited.numbers, laid.sources, strict=False):
        reading = source.reading
        there = next((there for there, word in enumerate(reading.low) if word in _DENYING), None)
        if there is None or (admits and not _ADMITTING.isdisjoint(reading.low)):
            continue
        who = [name for name in index.names_of(number) if name.end <= reading.words[there].start]
        if not _same_teller(said.words[begin:at], who, laid):
            continue
        denied = {word.stem for word in content(reading.words[there + 1 :])}
        shared = len(told & denied)
        if (admits and not denied) or (told and shared >= min(_FEWEST, len(told)) and shared >= _SHARE * len(told)):
            place = reading.place(there, min(len(reading.low) - 1, there + _SHOWN))
            return laid.finding(Code.NEGATION_ALTERED, place, "The article denies it")
    return None


def _same_teller(words: Sequence[Word], who: Sequence[NameSpan], laid: Laid) -> bool:
    """Whether one of the names before the denying verb stands before the statement's verb."""
    text = laid.said.text[words[0].start : words[-1].end] if words else ""
    capital = [word.text for word in words if word.text[:1].isupper()]
    return any(name.text in text or any(akin(one, name.text, laid.cited.index) for one in capital) for name in who)
