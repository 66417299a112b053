"""How a quote is reported, read off the article: between quotation marks, outside of them, partly, or not at all.

Origin of the lists: how agency copy reports refusals and silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.fields import FieldKind, Leaf
from summarizer.records import QuoteMode
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.notes import Held
from summarizer.verifier.quotes import check_quotation, has_marks_around, marked

_TELLING = (
    r"(?:add|address|answer|characteri[sz]e|comment|confirm|deny|describe|detail|disclose|discuss|divulge|elaborate|"
    r"explain|give|identify|name|offer|provide|put\s(?:a|an)\s(?:figure|number|price|value)|quantify|release|reply|"
    r"respond|return|reveal|say|share|speak|specify|speculate|talk|tell)\b"
)
_SILENCE = pattern(
    r"^\W*(?:(?!(?:that|which|who|because|if|but)\b)[\w.&’'-]+,?\s){0,6}?(?:"
    # Refusals.
    rf"(?:declin|refus)(?:e|es|ed|ing)\s(?:\w+ly\s)?(?:to\s(?:\w+ly\s)?(?:{_TELLING}|be\s(?:drawn|identified|"
    r"interviewed|more\sspecific|named|quoted))|(?:all\s|any\s|further\s|immediate\s)?(?:comments?|interviews?|requests?)\b)"
    rf"|(?:does|do|did|would|will|could|can)(?:\s?n[o’']t|\snot)\s(?:\w+ly\s)?(?:be\s(?:contacted|drawn|reached)|{_TELLING}"
    r"(?!\s(?:that(?!\s(?:claim|date|detail|figure|information|name|number|price|report|sum|timeline|version)\b)|when|why"
    r"|how\b(?!\smany|\smuch)))(?<!offer)(?<!provide)(?<!give)(?<!release)(?<!share))"
    r"|(?:does|do|did|would|will|could|can)(?:\s?n[o’']t|\snot)\s(?:\w+ly\s)?(?:offer|provide|give|release|share)\s"
    r"(?:(?!clients|customers)\w+\s){0,3}?(?:answers?|breakdowns?|comments?|costs?|details?|explanations?|figures?|guidance"
    r"|information|names?|numbers?|particulars|prices?|reasons?|repl(?:y|ies)|responses?|specifics|statements?|terms|timelines?"
    r"|timetables?|values?)\b"
    r"|(?:has|have|had)\s(?:no|nothing)\s(?:immediate\s|further\s|more\s)?(?:comments?|reply|response|statement|to\s(?:add|say))\b"
    r"|(?:has|have|had)(?:\s?n[o’']t|\snot)\s(?:yet\s|immediately\s)?(?:answered|commented|replied|responded|returned)\b"
    r"|(?:is|are|was|were)(?:\s?n[o’']t|\snot)\s(?:immediately\s|\w+ly\s)?(?:available|reachable|returned)\b"
    r"|(?:is|are|was|were)\s(?:immediately\s)?(?:unavailable|unreachable)\b"
    r"|never\s(?:\w+ly\s)?(?:comments?|commented|discuss(?:es)?|speculates?)\b"
    rf"|neither\s(?:\S+\s){{0,5}}?(?:(?:would|could|will)\s(?:be\sreached|{_TELLING})|(?:answered|commented|replied|responded)\b)"
    rf"|(?:would|could|will|can)\sneither\s{_TELLING}"
    r"|(?:gave|gives?|offered|provided)\sno\s(?:\w+\s)?(?:comments?|details?|explanations?|figures?|reasons?|terms)\b"
    r"|not\s(?:immediately\s)?(?:available|reachable)\s(?:for|to)\s(?:immediate\s)?(?:comment|reply|respond)"
    r"|(?:went|gone)\sunanswered\b|could\snot\sbe\s(?:immediately\s)?reached\b"
    r"|no\s(?:immediate\s|further\s)?(?:comment|reply|response|answer)\b)",
    re.IGNORECASE,
)
"""Words that report no words: "declined to comment", "calls were not returned", "does not discuss litigation"."""
_SPOKEN_REFUSAL = pattern(
    r"^\W*(?:no\scomment\b|(?:we\s|i\s)?(?:do(?:es)?\snot|do(?:es)?n[’']t|cannot|can[’']t|never|will\snot|won[’']t)\s"
    r"(?:\w+ly\s)?(?:comment|discuss)\b)",
    re.IGNORECASE,
)
"""The same in quotation marks."""
_NAMED = pattern(r"(?:so-called|called|named|titled|entitled|dubbed|known\sas|nicknamed)\s\W?$")
_TITLE_WORD = pattern(r"[^\W_][^\s]*")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})


def mode_of(text: str, numbers: Sequence[int], index: Index) -> QuoteMode:
    """The mode of the quote with these words, which the sentences `numbers` hold."""
    cited = Cited(index, [number for number in numbers if 0 < number <= len(index.sentences)])
    notes = check_quotation(Leaf("text", FieldKind.QUOTATION, text), cited)
    places = next((note.places for note in notes if isinstance(note, Held)), ())
    if not places:
        # Nowhere in the article: the verifier says so, whatever the mode.
        return "no_comment" if _SILENCE.search(text) else "direct"
    inside, outside = marked([part for place in places for part in _without_names(place, index)], cited)
    if inside and not outside:
        return "no_comment" if _SPOKEN_REFUSAL.search(text) else "direct"
    if _SILENCE.search(text):
        return "no_comment"
    if inside:
        return "mixed"
    unclosed = not any(index.quoted_in(place) for place in places) and has_marks_around(places, cited)
    return "direct" if unclosed else "indirect"


def _without_names(place: Place, index: Index) -> list[Place]:
    """The stretch less what stands in quotation marks for being a name or a title: “The Salt Ledger”."""
    parts, low = [], place[0]
    for stretch in index.quoted_in(place):
        whole = stretch.start <= place[0] and stretch.end >= place[1]
        if not whole and _is_name(stretch.start, stretch.end, index.text):
            parts.append((low, stretch.start))
            low = stretch.end
    parts.append((low, place[1]))
    return [part for part in parts if part[0] < part[1]]


def _is_name(start: int, end: int, text: str) -> bool:
    words = _TITLE_WORD.findall(text[start:end])
    if _NAMED.search(text, max(0, start - 24), start) and len(words) < 5:
        return True
    return len(words) < 8 and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
