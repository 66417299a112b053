"""The verb that denies what a quote says, right in front of its words: "Tarn denied that the pier is shut".

Without it the words say the reverse of what their speaker says. Origin of the lists: how agency copy
reports denials and refusals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.records import Quote
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.notes import find
from summarizer.verifier.wording import stems_of

_PLAIN = (
    r"(?!(?:and|because|but|if|since|than|that|when|which|while|who|whose|add\w*|argu\w+|insist\w+|maintain\w+|point\w+|"
    r"sa(?:id|y|ying|ys)|stress\w*|tell\w*|told)\b)[\w’'&$%-]+\s+"
)
"""A word that leads on: no conjunction, and no verb that says something in its turn."""
_TOLD = (
    r"(?:accounts?|accusations?|allegations?|arguments?|assertions?|assumptions?|charges?|claims?|complaints?|concerns?|"
    r"contentions?|criticisms?|fears|gossip|hints?|ideas?|impression|insinuations?|notions?|reports?|rumou?rs?|"
    r"speculation|statements?|story|stories|suggestions?|suspicions?|talk|theory|theories|view|worries)\b"
)
_NEGATED = (
    r"(?:(?:did|does|do|has|have|had|would|will|could|can)(?:\snot|n[’']t)|(?:declin|refus)(?:e[ds]?|ing)\sto|neither|nor|"
    r"never|not|without)\s+(?:(?:confirm(?:ed|ing|s)?|either|neither|nor|or|to|yet)\s+){0,4}"
)
_LEAD = pattern(
    rf"\b(?P<negated>{_NEGATED})?"
    r"(?:(?P<denying>den(?:ied|ies|y|ying))"
    r"|(?P<open>confirm(?:ed|ing|s)?|comment(?:ed|ing|s)?\son)|doubt(?:ed|s)"
    r"|(?:dismiss|reject)(?:ed|es|s|ing)?|(?:disput|refut)(?:ed?|es|ing)|rebut(?:s|ted|ting)?)(?P<verb>\s+)"
    rf"(?:that\s+|(?:{_PLAIN}){{0,5}}?{_TOLD}\s+(?:{_PLAIN}){{0,4}}?(?:about|of|that)\s+"
    rf"|(?(denying)(?:(?:{_PLAIN}){{1,6}}that\s+)?|(?!)))",
    re.IGNORECASE,
)
"""The verb with what leads on from it to the words denied: "dismissed talk that", "denied on Monday that". What is not
confirmed stands with its verb too."""
_OPEN = pattern(
    r"\b(?:been|cannot|hard(?:ly)?|impossible|is|are|be|being|no|nobody|none|was|were)\s(?:\w+\s){0,3}\Z", re.IGNORECASE
)
"""What turns the denial round, or makes the verb a passive: "no one could deny that", "was denied"."""
_REACH = 160
"""Characters before the words in which the verb stands."""


def denial_before(said: Place, speaker: str | None, index: Index) -> Place | None:
    """The verb with which the speaker denies the words at `said`, with what negates it and up to them; None where no
    such verb stands right before them, or somebody else has it.

    Words between quotation marks are denied by a verb in the same marks alone.
    """
    text, start = index.text, said[0]
    low = max(0, start - _REACH)
    for match in _LEAD.finditer(text, low, min(len(text), start + _REACH)):
        if not match.end("verb") <= start <= match.end() or (match["open"] and not match["negated"]):
            continue
        if _OPEN.search(text[max(0, match.start() - 40) : match.start()]):
            return None
        inside = index.quoted_in((start, start + 1))
        if inside and (match["negated"] or inside[0].start > match.start()):
            return None
        return (match.start(), start) if inside or _is_denier(speaker, match.start(), said, index) else None
    return None


def _is_denier(speaker: str | None, verb: int, said: Place, index: Index) -> bool:
    """False for a speaker who is only named behind the verb: "Tarn denied Oss's report that the pier is shut"."""
    name = stems_of(speaker or "")
    number = index.sentence_at(verb)
    before = stems_of(index.text[index.sentences[number - 1].start : verb])
    lead = stems_of(index.text[verb : said[0]])
    behind = stems_of(index.text[said[1] : index.sentences[min(number, len(index.sentences) - 1)].end])
    return bool(name & before) or not name & (lead | behind)


def denial_left_out(case: Case) -> Iterator[Finding]:
    """What somebody denies must not stand as what he says: "the pier is shut" for "denied that the pier is shut"."""
    record, places = case.record, case.places.get("text")
    if not isinstance(record, Quote) or not places:
        return
    place = denial_before((places[0][0], places[-1][1]), record.speaker, case.index)
    if place is not None:
        yield find(
            Code.NEGATION_ELIDED,
            "text",
            f"Right before {quoted(record.text)} the article has {quoted(case.index.text[slice(*place)].strip())}.",
            said=record.text,
            article=case.index.article,
            place=(place[0], places[-1][1]),
        )
