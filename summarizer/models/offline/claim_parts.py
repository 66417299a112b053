"""Which part of a sentence is a claim: what a source is given as saying in it, whole sentences, what stands beside.

Origin of the patterns: verbs of naming, promising and urging of newswire usage; conjunctions and relative pronouns are
closed classes of English grammar; courtesies and evasions are the set phrases of companies' spokespeople.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from summarizer.article import Sentence
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.text.speech import Speech
from summarizer.text.speech_words import CUES

Part = Literal["words", "whole", "clause", "beside"]


class Piece(NamedTuple):
    """A part of a sentence that is a statement; pairs are [start, end) in the article."""

    start: int
    end: int
    part: Part
    """A source's words alone, the whole sentence or the clause that gives words to a source, or what the article says
    beside it."""
    said: tuple[int, int]
    """The source's words in it; for what stands beside, all of it."""


_NAMING = pattern(r"(?:call|describ|dubb|label|brand|term)\w*\Z", re.IGNORECASE)
"""Cues whose object is what is named and how: "called the price fair" is no clause without its subject."""
_CITING = pattern(r"cit(?:e[ds]?|ing)\Z", re.IGNORECASE)
"""A reason that is cited is named and not told: "citing the weak market"."""
_INFINITIVE = pattern(r"to\s[a-z]+\b")
_URGED = pattern(r"(?:\S+\s){1,5}?(?:not\s)?to\s[a-z]+\b")
_URGING = pattern(r"(?:advis|ask|call|demand|press|recommend|tell|told|urg|want|warn)\w*\Z", re.IGNORECASE)
_LEANING = pattern(r"(?:it|he|she|they|its|his|her|their)[\s’']|(?:denied|not)\s", re.IGNORECASE)
"""How indirect words begin that only their source explains, or that hold the verb of the source."""
_STOP = pattern(r"[.!?][”\"’')]*\Z")
_COURTESY = pattern(
    r"\b(?:(?:am|are|is|was|were)\s(?:\w+ly\s)?(?:aware\sof|confident|delighted|disappointed|excited|glad|grateful|happy|"
    r"honou?red|monitoring|pleased|proud|reviewing|sad|saddened|surprised|thrilled)|(?:can|could|did|does|do|would|will)"
    r"(?:\snot|n[’']t)\s(?:comment|discuss|speculate)|thank(?:ed|s)?\b)",
    re.IGNORECASE,
)
"""What spokespeople say that tells nothing."""
_COURTESY_WORDS = word_set("""
    aware comment confident delighted disappointed discuss excited glad grateful happy honored honoured monitoring
    pleased proud reviewing sad saddened speculate surprised thank thanked thanks thrilled
""")
"""One of these stands in whatever `_COURTESY` finds."""


def is_courtesy(words: str) -> bool:
    """Whether words only say how somebody feels, that he looks into something, or that he tells nothing."""
    return not _COURTESY_WORDS.isdisjoint(letters_of(words)) and _COURTESY.search(words) is not None


def is_torn(words: str) -> bool:
    """Whether a clause ends with a verb whose rest stood before it: "where Tarn believes most of the growth is"."""
    held = words.lower().rstrip(".").split()
    return bool(held) and held[-1] in ("are", "is", "was", "were") and _LINKS.isdisjoint(held)


_LINKS = word_set("as how than that what when where which who")


def pieces_of(speech: Speech, sentence: Sentence, text: str, others: Sequence[Speech] = ()) -> list[Piece]:
    """What a speech gives to its source in a sentence: its words, or the sentence where they cannot stand alone.

    `others` are the speeches of the sentence: where one of somebody else comes first, only the clause is this one's.
    """
    found: list[Piece] = []
    if (torn := _torn(speech, sentence, text)) is not None:
        return [torn]
    for start, end in speech.content:
        low, high = max(start, sentence.start), min(end, sentence.end)
        if low >= high:
            continue
        words = text[low:high]
        cue = text[slice(*speech.cue)] if speech.cue else ""
        if _CITING.match(cue):
            continue
        if _NAMING.match(cue) or (speech.mode != "direct" and CUES.get(cue.lower(), "").startswith("names")):
            # "calling it" and "who blamed" hang on a clause of their own, which `beside` gives.
            ahead = min(place[0] for place in (speech.cue, speech.source) if place) if speech.cue else 0
            relative = speech.cue and _RELATIVE.search(text, 0, speech.cue[0])
            # "a price that one banker called mad": he calls it so, and says nothing of the sentence's own.
            hangs = bool(relative) or cue[-3:].lower() == "ing" or text.endswith((" that ", " which "), 0, ahead)
            if not hangs and _reads_on(speech, sentence):
                found.append(Piece(sentence.start, sentence.end, "whole", (low, high)))
        elif _URGING.match(cue) and _URGED.match(words):
            continue
        elif _INFINITIVE.match(words) or (speech.mode != "direct" and _LEANING.match(words)):
            if _is_told_whole(low, high, speech, sentence, text):
                if speech.source is not None and _is_second(speech, sentence, others):
                    found.append(Piece(speech.source[0], high, "clause", (speech.source[0], high)))
                else:
                    found.append(Piece(sentence.start, sentence.end, "whole", (low, high)))
            elif not _INFINITIVE.match(words):
                found.append(Piece(low, high, "words", (low, high)))
        else:
            found.append(Piece(low, high, "words", (low, high)))
    return found


def _is_second(speech: Speech, sentence: Sentence, others: Sequence[Speech]) -> bool:
    """Whether somebody else is given words before this source in the sentence: "While Roe said A, Lund said B"."""
    return any(
        other.source is not None
        and speech.source is not None
        and other.cue is not None
        and other.source != speech.source
        and sentence.start <= other.cue[0] < speech.source[0]
        for other in others
    )


def _torn(speech: Speech, sentence: Sentence, text: str) -> Piece | None:
    """The whole sentence, where the words before the source are only a condition of those behind it.

    Those behind alone would drop it: “If,” Roe said, “the bank pays, we will stay.”
    """
    inside = [place for place in speech.content if sentence.start <= place[0] and place[1] <= sentence.end]
    if len(inside) < 2 or speech.cue is None or not inside[0][1] <= speech.cue[0] < inside[1][0]:
        return None
    first = text[slice(*inside[0])]
    if _STOP.search(first) or not (_CONDITION.match(first) or len(first.split()) < _FEWEST_WORDS):
        return None
    return Piece(sentence.start, sentence.end, "whole", (inside[0][0], inside[-1][1]))


_CONDITION = pattern(
    r"[“\"‘']?(?:and\s|but\s|even\s|only\s)?(?:after|although|as\slong\sas|assuming|because|before|if|once|provided|"
    r"should|since|so\slong\sas|though|unless|until|when|whenever|where|whether|while)\b",
    re.IGNORECASE,
)
"""How a clause begins that another one hangs on."""
_RELATIVE = pattern(r"\b(?:who|which|that)\s(?:\w+\s)?\Z")
_FEWEST_WORDS = 4
"""Words before the source that are a statement of their own."""


def _reads_on(speech: Speech, sentence: Sentence) -> bool:
    return speech.source is None or speech.source[0] >= sentence.start


def _is_told_whole(low: int, high: int, speech: Speech, sentence: Sentence, text: str) -> bool:
    """Whether the sentence holds little but the source, its verb and the words, in this order."""
    if speech.source is None or not sentence.start <= speech.source[0] < low:
        return False
    ahead = text[sentence.start : speech.source[0]]
    behind = text[high : sentence.end]
    return len(ahead) <= _SHORT_AHEAD and ";" not in ahead and ":" not in ahead and not behind.strip(" .”\"'’")


_SHORT_AHEAD = 40
"""Characters before a source in a sentence that is still his statement: a dateline's rest, "Separately,"."""


def beside(speeches: list[Speech], sentence: Sentence, text: str) -> Piece | None:
    """What the sentence says before the first speech in it: "Shares fell 3%, after the maker said ..."."""
    starts = []
    for speech in speeches:
        places = [start for start, _ in speech.content if start >= sentence.start]
        if speech.cue is None or speech.cue[0] < sentence.start or not places:
            return None
        starts.append(min(speech.cue[0], *places))
        if speech.source is not None and sentence.start < speech.source[0] < starts[-1]:
            starts[-1] = speech.source[0]
    end = min(starts, default=sentence.start)
    words = text[sentence.start : end].rstrip()
    while (cut := _JOINT.search(words)) is not None and cut.start() < len(words):
        relative = cut.group().lower().endswith(("that", "which"))
        words = words[: cut.start()].rstrip()
        if relative and (apposed := _APPOSED.search(words)):
            # "offered $3 billion, a price that one banker called"
            words = words[: apposed.start()]
    end = sentence.start + len(words)
    return Piece(sentence.start, end, "beside", (sentence.start, end)) if words else None


_APPOSED = pattern(r",\s(?:an?|the)\s(?:[\w-]+\s){0,2}[\w-]+\Z")
"""What only a relative clause behind it tells of."""
_JOINT = pattern(
    r"(?:,|;|—|–|\s-{1,2}|,?\s(?:after|also|although|and|as|because|but|later|since|that|the|though|when|where|which|"
    r"while|who))\Z",
    re.IGNORECASE,
)
"""What joins a clause to the speech behind it."""
