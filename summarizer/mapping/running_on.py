"""Where somebody's words end inside of a stretch of the article: at who says them, or at what another says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.patterns import pattern
from summarizer.text.speech import Speech
from summarizer.verifier.index import Cited, Place
from summarizer.verifier.utterances import only_attribution, speeches_at

_WORD = pattern(r"\w+")
_MOST_TOLD = 12
"""Words of who says it, between two parts of what he says."""
_TAKEN_UP = pattern(r",\s(?P<rest>(?:and|as|because|if|since|unless)\s(?!s?he\b))")
"""How somebody's words go on behind "Brisk said"."""
_COORDINATE = pattern(r",?\s(?:and|but)\s(?:also\s|\w+ly\s)?")
"""What stands between the words of somebody and the next verb by which the same one says more."""
_TURN = pattern(r"\W*(?:although|but|though|whereas|while)\s(?:the\s)?", re.IGNORECASE)
_TURN_INSIDE = pattern(r",\s(?:although|but|though|whereas|while)\s(?:the\s)?")
"""How the speaker's words, or the reporter's own behind them, take a turn."""
_OTHERS = pattern(
    r"(?:\w+\s){0,2}?(?:advis[eo]rs?|analysts|bankers|critics|economists|experts|few|investors|lawyers|many|most|observers"
    r"|officials|opponents|others|people|rivals|shareholders|some|traders|unions?)\s(?:[\w’']+\s){0,4}?(?:argue|believe|call"
    r"|complain|contend|disagree|dispute|doubt|estimate|expect|fear|hope|object|point|predict|question|reckon|say|see|think"
    r"|warn|wonder|worry)\b",
    re.IGNORECASE,
)
"""Those whose view a reporter sets beside another's."""


def around_attribution(place: Place, cited: Cited) -> tuple[Place, ...]:
    """The two parts of a stretch without quotation marks that "Brisk said" interrupts and "and" takes up again."""
    index = cited.index
    begun = _begun(place, cited)
    if len(begun) != 1 or begun[0].cue is None or list(index.quoted_in(place)):
        return ()
    end = begun[0].content[-1][1]
    taken_up = _TAKEN_UP.search(index.text, max(end, begun[0].cue[1]), place[1])
    if not end <= begun[0].cue[0] or taken_up is None:
        return ()
    told = end, taken_up.start()
    if len(_WORD.findall(index.text, *told)) > _MOST_TOLD or not only_attribution(told, cited):
        return ()
    rest = taken_up.start("rest"), place[1]
    return () if _is_anothers(rest, begun, cited) else ((place[0], end), rest)


def _begun(place: Place, cited: Cited) -> list[Speech]:
    """The speeches that a stretch begins in."""
    return [
        speech
        for speech in speeches_at((place,), cited)
        if any(start <= place[0] < end for start, end in speech.content)
    ]


def runs_on(place: Place, cited: Cited) -> bool:
    """Whether a stretch begins among somebody's words and ends behind the last of them, where marks close these,
    another speaks next, or the words were given to him before they end."""
    index = cited.index
    begun = _begun(place, cited)
    begun += [one for one in speeches_at((place,), cited) if one not in begun and _goes_on(one, begun, place, cited)]
    ended = max((speech.content[-1][1] for speech in begun), default=place[1])
    if not begun or _WORD.search(index.text, ended, place[1]) is None:
        return False
    rest = ended, place[1]
    closed = any(mark.start < rest[0] <= mark.end + 1 for mark in index.quoted_in(place))
    return closed or _is_anothers(rest, begun, cited)


def _goes_on(speech: Speech, begun: Sequence[Speech], place: Place, cited: Cited) -> bool:
    """Whether in a speech the same one goes on right behind what he began with: "… but warned that …"."""
    if speech.cue is None or not begun or list(cited.index.quoted_in(speech.content[0])):
        return False
    before = [one.content[-1][1] for one in begun if one.content[-1][1] <= speech.cue[0]]
    between = cited.index.text[max(before, default=0) : speech.cue[0]]
    return bool(before) and speech.cue[1] <= place[1] and _COORDINATE.fullmatch(between) is not None


def _is_anothers(rest: Place, begun: Sequence[Speech], cited: Cited) -> bool:
    """Whether words behind somebody's are no more his: another is their subject or says them, or who says the words
    before stands between."""
    index = cited.index
    if any(one.cue and rest[0] <= one.cue[0] < rest[1] for one in begun):
        return True
    others = (one for one in index.speeches_in(index.sentences_of(rest)) if one not in begun)
    if any(one.cue and rest[0] <= one.cue[0] < rest[1] for one in others):
        return True
    turn = _TURN.match(index.text, *rest)
    if turn is None:
        return any(rest[0] <= name.start < rest[1] for name in index.article.readings.names)
    named = any(turn.end() <= name.start < turn.end() + 2 for name in index.article.readings.names)
    return named or _OTHERS.match(index.text, turn.end(), rest[1]) is not None


def sets_another_beside(place: Place, cited: Cited) -> bool:
    """Whether a reporter sets others' view beside the speaker's in a stretch: "…, but analysts doubt that …"."""
    index = cited.index
    turns = (turn.end() for turn in _TURN_INSIDE.finditer(index.text, *place))
    return any(_OTHERS.match(index.text, at, place[1]) for at in turns if not index.quoted_in((at, at + 1)))
