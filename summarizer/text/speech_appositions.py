"""What describes a speaker between commas: "Jane Roe, chief executive of Acme".

Origin of the lists: determiners and auxiliaries are closed classes of English grammar; the nouns are those of
`speech_words`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_tokens import Word
from summarizer.text.speech_words import ANALYST_NOUNS, DETERMINERS, GOVERNMENT_NOUNS, JOB_HEADS, SOURCE_NOUNS

_APPOSITION = pattern(
    r",\s+(?=(?:an?|the|its|his|her|their|who|whose|one of|now|then|also|formerly|head of|of)\s"
    r"|(?:[\w’'-]+\s+){0,4}?(?:"
    + "|".join(sorted(JOB_HEADS - {"chief", "people", "state"}, key=len, reverse=True))
    + r"|chief)\b)",
    re.IGNORECASE,
)
_NAME_BEHIND = pattern(r", (?:[A-Z][^\s,;:()\"“”]* ){1,3}[A-Z][^\s,.;:()\"“”…]*(?=[,.;…]|\s[a-z]|$)")
"""The name behind a job: "said Acme's head of research, Jane Roe"."""
_STOP = pattern(r",\s|[.;:!?](?=\s|$|[\"”])|[“”\"()]|\s[—–-]\s|\s(?:in|on|during|after|said|told|who|when) ")
_DESCRIBES = ANALYST_NOUNS | GOVERNMENT_NOUNS | JOB_HEADS | word_set("leads runs heads owns founder founders author")
_VERB = word_set("am are did does had has have is may might should was were will would")
_OPENERS = DETERMINERS | word_set("formerly now then")


def apposition_end(text: str, held: Collection[str], end: int, high: int) -> int:
    """The end of ", chief executive of Acme" behind a name at `end`, or `end`; `held` are the words of the name."""
    if not text.startswith(",", end):
        return end
    if JOB_HEADS.intersection(held) and (named := _NAME_BEHIND.match(text, end, high)):
        return named.end()
    match = _APPOSITION.match(text, end, high)
    if match is None:
        return end
    stop = _STOP.search(text, match.end(), high)
    last = stop.start() if stop else high
    inside = text[match.end() : last].lower().split()
    if inside[:1] == ["of"]:
        return last if len(inside) < 8 and text[match.end() + 3 : match.end() + 4].isupper() else end
    described = any(word.strip(",.") in _DESCRIBES for word in inside[:8]) and not _VERB.intersection(inside)
    return last if described else end


def opens_apposition(inside: Sequence[Word]) -> bool:
    """Whether words between two commas describe who was named before them."""
    if inside[0].lower in ("who", "whose", "which"):
        return False
    return inside[0].lower in _OPENERS or any(word.lower in SOURCE_NOUNS for word in inside[:6])
