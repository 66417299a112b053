"""Whether date words without a year leave it open which one is meant, so that no days are to be read from them.

"December" is the last one or the next one, as the verb of its clause says. Here the clause is read a second time, not
as `summarizer.text.tense` reads it: only where all that it says points one way, or the verb right before the date does,
and that is the way in which the words were read, are the days certain.

Origin of the lists: the tenses of English, with the verbs of plans in newswire usage; irregular past forms are a closed
class.
"""

from __future__ import annotations

from datetime import date

from summarizer.text.patterns import pattern
from summarizer.text.tense import Tense

_NAMED = pattern(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|spring|summer|autumn|fall|winter|quarters?|half|q[1-4]|h[12])\b",
)
_YEARS_OWN = pattern(r"\byear['’]s\s\Z")
"""Before the words stands of which year they are: "last year's fourth quarter"."""
_PART = pattern(r"\b(?:quarters?|half|q[1-4]|h[12])\b")
_WEEKDAY = pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_TOLD = pattern(
    r"(?:19|20)\d\d|['’]\d\d\b|\b(?:ago|coming|current|earlier|following|last|later|latest|next|past|previous|prior|recent|since|this|today"
    r"|tomorrow|yesterday)\b"
)
"""Words that tell the year, or that hang on another date."""
_BREAK = pattern(
    r"[;:“”\"—–]|\s--?\s|,\s(?:and|but|while|which|who|whose|where|when|after|before|as|although|though)\s|\s(?:that|because|while|after|before"
    r"|although|if|unless|whether)\s"
)
_PAST = pattern(
    r"\b(?:became|began|bought|broke|brought|built|came|chose|drew|fell|found|gave|got|grew|had|held|kept|knew|led|left"
    r"|lost|made|met|paid|ran|rose|said|sank|saw|sent|shot|showed|slid|sold|spent|spoke|stood|struck|told|took|was|went|were|won"
    r"|wrote|(?<!\bto\s)(?<!will\s)(?<!ould\s)(?<!likely\s)(?:cut|hit|put)|has\sbeen|have\sbeen|(?<!\bbe\s)(?!(?:expected|planned|projected|scheduled|slated|proposed|targeted|forecasted|need|indeed|exceed|proceed"
    r"|succeed|feed|speed|limited|united)\b)[a-z]{2,}ed)\b(?!-)"
)
_FUTURE = pattern(
    r"\b(?:will|would|shall|should|may|might|could|can|must|cannot|won[’']t|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:e|es|ed|ing)"
    r"|aim(?:s|ed|ing)?|due|scheduled|slated|set\s(?:to|for)|going\sto|projected|forecasts?|likely|want(?:s|ed)?|need(?:s|ed)?|wait(?:s|ing)?|sees?|targeted|targets?"
    r"|proposed|proposes|tentatively|upcoming|until|deadline)\b(?!-)"
)
_SURE = pattern(
    r"(?:will|would|shall|should|could|may|might|(?:is|are|was|were|be|been)\s(?:also\s|now\s|still\s)?(?:expected|due|scheduled|slated|planned|set|likely|projected)"
    r"|(?:expects?|plans?|intends?|hopes?|aims?|expected|planned|wants?|is\sgoing|are\sgoing)\sto|falls\sdue|matures?|expires?)\b"
)
_ATTRIBUTION = pattern(r",\s[^,;]{2,90}\s(?:said|says|told|wrote|added)\b.*")
"""Who said so, behind what was said."""
_COMPARED = pattern(r"\b(?:from|than|against|versus|compared\s(?:to|with))\s[^,;]{1,30}?\s(?:in|on|at)\s(?:the\s)?\Z")
"""A date of what something is compared with, whatever the verb says: "will end at 60, down from 65 on"."""
_INFINITIVE = pattern(r"\bto\s[a-z]+")
_LED = pattern(r"\b(?:a|an|the|its|their|his|her|our|['’]s)\s\Z|-\Z")
_RELATIVE = pattern(r"\b(?:which|who|that)\s\Z")
"""Behind these a verb at the beginning of a clause is no participle."""
_LONG = pattern(r"\b(?:months?|years?|weeks?)\b")
_NEAR = 6
"""Words between a verb and the date that it governs although the clause has others."""
_REACH = 400
"""Characters to either side of a date that are read at most."""
_LONGEST_MONTH, _LONGEST_PART = 62, 190
"""Days of a month or a few of its neighbours, and of a half, beyond which the words were read as one of two."""


def leaves_open(
    text: str,
    place: tuple[int, int],
    sentence: tuple[int, int],
    days: tuple[date | None, date | None],
    base: date | None,
) -> bool:
    """Whether the date words at `place` do not tell for certain that they mean `days`.

    sentence  where the sentence with them begins and ends
    base      the day of the article
    """
    words = text[slice(*place)].lower()
    first, last = days
    if base is None or (first is None and last is None) or _TOLD.search(words):
        return False
    if text[max(0, place[0] - 6) : place[0]].lower().endswith("since "):
        return False
    if _YEARS_OWN.search(text[max(0, place[0] - 20) : place[0]]):
        return True
    part, named = _PART.search(words) is not None, _NAMED.search(words) is not None
    if not named and not _WEEKDAY.search(words):
        return False
    told_long = _LONG.search(words) is not None
    if (
        first is not None
        and last is not None
        and not told_long
        and (last - first).days > (_LONGEST_PART if part else _LONGEST_MONTH)
    ):
        return named
    read: Tense | None = "past" if last is not None and last < base else "future" if first and first > base else None
    told = _told(text, place, sentence)
    if not named:
        return read is not None and told is not None and told != read
    if read is None:
        return part and told != "future"
    return told != read or (part and read == "future" and "-" in words)  # "will report third-quarter sales"


def _told(text: str, place: tuple[int, int], sentence: tuple[int, int]) -> Tense | None:
    """What the clause says for certain: all of it, or else the verb that governs the date."""
    left = text[max(sentence[0], place[0] - _REACH) : place[0]]
    right = text[place[1] : min(sentence[1], place[1] + _REACH)]
    begin = _begin(left)
    before, left = left[:begin], left[begin:]
    cut = _BREAK.search(right)
    right = _ATTRIBUTION.sub("", right[: cut.start()] if cut else right)
    if _COMPARED.search(left):
        return None
    clause = f"{left} # {right}"
    past = [
        match
        for match in _PAST.finditer(clause)
        if (match.start() or _RELATIVE.search(before)) and not _LED.search(clause[: match.start()])
    ]
    future = list(_FUTURE.finditer(clause))
    if past and not future:
        return "past" if not _INFINITIVE.search(left, past[0].end()) else None
    sure = list(_SURE.finditer(clause))
    if sure and not past:
        return "future"
    behind = [match for match in (*past, *sure) if match.end() <= len(left)]
    governing = max(behind, key=lambda match: match.end(), default=None)
    if governing is None:
        return None
    between = left[governing.end() :]
    if any(match.start() >= governing.end() and match.end() <= len(left) for match in future):
        return None
    if governing in sure or _SURE.match(clause, governing.start()):
        return "future"
    if len(between.split()) > _NEAR:
        return None
    return None if _INFINITIVE.search(between) else "past"


def _begin(left: str) -> int:
    """Where the last clause of a text begins."""
    end = 0
    for match in _BREAK.finditer(left):
        end = match.end()
    return end
