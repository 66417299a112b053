"""Whether a date in a sentence lies behind or ahead, by the nearest verb: "said on Tuesday", "will close in March"."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"]

_FUTURE = (
    "aim aims aimed anticipate anticipates anticipated anticipating await awaiting can coming could deadline due "
    "expect expected expecting expects forecasting hope hopes hoped hoping intend intended intends later may might "
    "mature matures maturing must need needs plan planned planning plans predict predicted predicts projected propose "
    "proposed proposes scheduled see sees set shall should slated soon targeted tentatively unless until upcoming will won would"
).split()

_PAST = (
    "ago already became began bought brought built came cut did earlier ended ever fell gave got grew had has have held hit kept knew "
    "last led left lost made met paid previously put ran recently rose said sank saw sent shot since slid sold spent spoke stood "
    "told took was went were won wrote"
).split()

_NOT_PAST = frozenset(
    "combined embed exceed feed indeed limited located need proceed proposed related seed speed succeed supposed united unlimited".split()
)

_CUE = re.compile(
    rf"\b(?:(?P<future>{'|'.join(_FUTURE)}|'ll|going to|be (?:[a-z]{{2,12}}ly )?[a-z]{{2,15}}ed|to (?:be|begin|close|complete|end|expire|finish|hold|last|launch|meet|open|report|start|take|vote))"
    rf"|(?P<past>{'|'.join(_PAST)}|(?P<participle>[a-z]{{2,15}}ed)))\b",
    re.IGNORECASE,
)

_REACH = 160
"""How far to either side of a date its verb is looked for, in characters."""

_BREAK = re.compile(r"[.!?][\"')\]]{0,2}\s+(?=[\"'(]?[A-Z])|\n\s*\n")
_SHORT_FORM = re.compile(r"\b(?:[A-Z]|Co|Corp|Inc|Ltd|Mr|Mrs|Ms|Dr|No|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\Z")


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """The tense of the verb nearest before `text[start:end]` in its sentence, else of the first behind it, else None."""
    before = text[max(0, start - _REACH) : start]
    for found in _BREAK.finditer(before):
        if not _SHORT_FORM.search(before, 0, found.start()):
            before = before[found.end() :].rjust(len(before))
    tense: Tense | None = None
    for found in _CUE.finditer(before):
        tense = _sense(found) or tense
    if tense:
        return tense
    after = text[end : end + _REACH]
    if stop := _BREAK.search(after):
        after = after[: stop.start()]
    for found in _CUE.finditer(after):
        if tense := _sense(found):
            return tense
    return None


def _sense(found: re.Match[str]) -> Tense | None:
    word = found["participle"]
    if word and word.lower() in _NOT_PAST:
        return None
    if found["future"] == "May":
        return None
    return "future" if found["future"] else "past"
