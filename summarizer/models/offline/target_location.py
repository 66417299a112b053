"""Where a deal's target is: "of Dunmore, Pa.", "the Oslo-based", "a Canadian maker of", "is located in southern Ohio".

A place counts only in words that tie it to the target: right behind its name, in its apposition, before its name
inside the noun phrase, or in a sentence whose subject it is. A town that no list has is believed where the words can
have nothing but a place ("based in"), or where a state or country follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.models.offline.place_reader import NAME, national_in, place_at, place_before_hyphen
from summarizer.models.offline.place_words import KNOWN_PLACES
from summarizer.models.offline.target_context import Context, shifted

_NEAR = re.compile(
    r"(?:'s?)?(?P<noun>(?: (?!(?:at|by|for|from|in|near|of|on|that|to|was|were|will"
    r"|with)\b)[a-z-]+){1,5})?(?P<comma>,?)"
    r" (?:(?:which|that) (?:is|are) )?(?P<how>(?:based|located|headquartered) (?:in|at|near)|in|near|of|at) "
)
"""Behind a target: "in", "of", with nouns between only before "in": "Lund's two mills in"."""
_DONE_THERE = re.compile(
    r"\b(?:accus|challeng|charg|confront|fin|indict|interview|investigat|join|launch|list|meet|prob|prosecut|rais|represent|sue?|trad"
    r"|visit)(?:e|ed|es|ing|s)? $|\b(?:against|left|met|sued|suing) $"
)
"""Before a name these tell what was done to it in a place, not where it is: "sued Lund in Oslo"."""
_BASED = re.compile(r"\b(?:based|located|headquartered|incorporated|situated) (?:in|at|near|outside) {1,2}")
_APPOSITION = re.compile(r",? (?:which is |that is |is |are )?(?:an?|the|one|[A-Z])\b")
_FRONT = re.compile(
    r"(?:^|[.;:] |\b(?:[Aa]n?|[Tt]he|its|their|his|all|of|in|to|with|for|from|by|than|acquires?|acquired|buy|buys"
    r"|bought"
    r"|purchased?|sell|sold|said|and) )(?=(?P<phrase>[A-Z][^;:]{0,90})$)"
)
_NOUN_PHRASE = re.compile(
    rf"{NAME}(?:, {NAME}\.?)?(?:'s)?(?:-[a-z]+)?,?(?: (?!(?:of|for|to|said|is|was|has|will|approved"
    rf"|government)\b)[a-z-]+,?){{0,8}},? $"
)
_POSSESSIVE_FRONT = re.compile(rf"\b(?:[Oo]ne of|of|is) (?P<place>{NAME})'s [a-z]")
_PREDICATE = re.compile(
    r"(?:'s)?(?:,[^,]{1,60},|, (?:which|that|with))? (?:\w+ ){0,2}?(?:conducts?|branches|offices|stores|plants|has"
    r"|have|employs|is|are|maintains|operates?|owns?|provides?|runs?|serves?|sells?)\b"
)
_SITE = re.compile(
    r"\b(?:brewer(?:y|ies)|buildings?|factor(?:y|ies)|hospitals?|hotels?|malls?|mills?|mines?|plants?|refiner(?:y|ies)"
    r"|smelters?|stores?|terminals?|warehouses?) (?:in|at|near|outside) (?:downtown |central |suburban )?(?=[A-Z])"
)
"""What stands on a spot, with its place behind."""
_SEAT = re.compile(rf"\b(?:an?|the|its|their|his|her) (?={NAME}, {NAME}\.?, [a-z])")
"""A town with its state before a noun: "its Dorn, Oreg., gypsum plant"."""
_INSIDE = re.compile(r" (?:across|in|throughout) (?:the )?(?=[A-Zensw])")
_HOME = re.compile(rf"\b[Ff]rom its (?P<place>{NAME}) (?:headquarters|base|offices?), $")
_CUT = re.compile(r" (?:from|to|for \$|for about|for \d|by|until|as part|said)\b|; | -- |(?<![A-Z])[.] [A-Z]")


def locations_of(contexts: Sequence[Context]) -> Iterator[tuple[int, int, int]]:
    """(start, end, sentence) of the places of a target, the surest first."""
    for finder in (_beside, _before, _in_apposition, _told):
        for context in contexts:
            if (span := finder(context)) is not None:
                yield *span, context.sentence


def location_in(text: str, start: int) -> tuple[int, int] | None:
    """The place in the words for an unnamed target ("its mill in Dunmore, Pa."), `text` from `start` in the article."""
    words = _clause(text)
    span = place_before_hyphen(words)
    if (seat := _SEAT.search(words[:90])) is not None:
        return shifted(place_at(words, seat.end(), sure=True), start)
    for pattern, sure in ((_BASED, True), (_SITE, True), (_INSIDE, False)):
        span = span or next(
            (place for match in pattern.finditer(words) if (place := place_at(text, match.end(), sure=sure))), None
        )
    return shifted(span or _premodifier(words) or national_in(words, 0, 60), start)


_PREMODIFIER = re.compile(rf"\b(?:an?|the|its|their|his|her|two|three) (?:[a-z-]+ ){{0,3}}?(?P<place>{NAME}) (?=[a-z])")


def _premodifier(words: str) -> tuple[int, int] | None:
    """A place that stands before a noun like an adjective: "a Dallas oil company", "its Hamburg plant"."""
    match = _PREMODIFIER.search(words)
    return match.span("place") if match and match["place"].lower() in KNOWN_PLACES else None


def _clause(text: str) -> str:
    cut = _CUT.search(text)
    return text[: cut.start()] if cut else text


def _beside(context: Context) -> tuple[int, int] | None:
    if " of " in context.name and (place := _inside_name(context)) is not None:
        return place
    match = _NEAR.match(context.after)
    if match is None:
        return None
    if match["noun"] and (match["how"] == "of" or (context.subject and not context.after.startswith("'"))):
        return None
    if match["how"] == "in" and not match["noun"] and _DONE_THERE.search(context.before):
        return None
    sure = " " in match["how"] or (match["how"] == "of" and match["comma"] == ",")
    return shifted(place_at(context.after, match.end(), sure=sure), context.end)


def _inside_name(context: Context) -> tuple[int, int] | None:
    """A town at the end of the name, with its state: "State Bank of Falcon Beach, S.C."."""
    text = context.name + context.after
    start = context.name.rindex(" of ") + len(" of ")
    span = place_at(text, start, sure=False)
    behind_ticker = context.end - context.start != len(context.name)
    if span is None or behind_ticker or text[slice(*span)].lower() in KNOWN_PLACES:
        return None
    return shifted(span, context.start)


def _before(context: Context) -> tuple[int, int] | None:
    """A place in the noun phrase that ends with the target's name: "the Oslo-based", "its Hamburg oil subsidiary"."""
    before = context.before
    at = context.start - len(before)
    for front in _FRONT.finditer(before):
        start = front.start("phrase")
        if _NOUN_PHRASE.match(before, start) is None:
            continue
        span = place_before_hyphen(before, start) or national_in(before, start, start + 24)
        if span is None and (place := place_at(before, start, sure=False)) is not None:
            known = before[slice(*place)].lower() in KNOWN_PLACES or "," in before[slice(*place)]
            span = place if known and before[place[1] : place[1] + 1] in (" ", ",") else None
        if span is not None:
            return shifted(span, at)
    owner = _POSSESSIVE_FRONT.search(before)
    if owner is not None and owner["place"].lower() in KNOWN_PLACES and before.rstrip().endswith(","):
        return shifted(owner.span("place"), at)
    return None


def _in_apposition(context: Context) -> tuple[int, int] | None:
    if not _APPOSITION.match(context.after):
        return None
    words = _clause(context.after)
    span = place_before_hyphen(words)
    if span is None and (match := _BASED.search(words)) is not None:
        span = place_at(context.after, match.end(), sure=True)
    if span is None:
        owner = _POSSESSIVE_FRONT.match(words, 2)
        if owner is not None and owner["place"].lower() in KNOWN_PLACES:
            return shifted(owner.span("place"), context.end)
        head = re.split(r" (?:of|in|which|that|with) ", words[:80])[0]
        span = national_in(head) or _premodifier(head)
    return shifted(span, context.end)


def _told(context: Context) -> tuple[int, int] | None:
    if not context.subject:
        return None
    sentence = re.split(r"(?<![A-Z])[.;] [A-Z]", context.after)[0]
    if (match := _BASED.search(sentence)) is not None:
        return shifted(place_at(context.after, match.end(), sure=True), context.end)
    if (home := _HOME.search(context.before)) is not None:
        return shifted(home.span("place"), context.start - len(context.before))
    if _PREDICATE.match(sentence):
        for match in _INSIDE.finditer(sentence):
            if (span := place_at(context.after, match.end(), sure=False)) is not None:
                return shifted(span, context.end)
    return None
