"""What a deal's target does: "a maker of heat pumps", "its dairy unit", "which leases trucks", "the mill makes paper".

The words that are taken are the goods or the trade alone, without the words that every company has ("company", "unit",
"leading", its country) and without what follows: for whom, where, since when.
Origin: the words are those of `business_words`; the patterns are the places where newswires say a trade (apposition,
relative clause, "makes", "which operates").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.models.offline.business_words import (
    AGENTS,
    BARE,
    DEEDS,
    DOERS,
    DOES,
    DOES_IN,
    ENDS,
    HOUSES,
    NO_GOODS,
    NO_TRADE_VERBS,
    NOT_TRADES,
    QUANTITIES,
    THINGS,
)
from summarizer.models.offline.place_words import KNOWN_PLACES, NATIONAL
from summarizer.models.offline.target_context import REACH_BEFORE, Context, shifted
from summarizer.text.phrases import word_set

_WORD = re.compile(r"\d[\d,.]*|[^\s,;:()]+|,")
_DOER_OF = re.compile(rf"\b(?:{DOERS}) of ")
_FRONTED = re.compile(
    rf"(?:^|[.] )(?:An?|One of [^,;:]{{3,50}}) (?:[\w-]+ ){{0,3}}(?P<of>(?:{DOERS}) of )[^;:.]{{3,60}}, $"
)
_ACT = re.compile(rf" (?:\w+ly )?(?:(?:{DOES})(?:(?:, | and |, and )(?:{DOES}))*|{DOES_IN}) ")
_LEAD = re.compile(
    rf"(?: (?:and|&) Co(?:s|\.)?)?(?: (?:{'|'.join(sorted(HOUSES))}))?(?:,? (?:of|in|near|based in"
    rf"|headquartered in) [A-Z][\w.]*(?: [A-Z][\w.]*)?"
    rf"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?=,))?"
)
"""What may stand between a name and what is said of it: "{} unit, which", "{} of Dunmore, Pa., a maker of"."""
_PARTICIPLE = re.compile(r",? (?:which is )?(?:active|engaged|involved|specializing|specialising)(?: \w+ly)? in ")
_MAKER_FIRST = re.compile(
    rf" (?:an? [\w-]+ (?:stake|interest|holding) in )?an? (?:[\w-]+ ){{0,2}}?(?:{DOERS})(?: and (?:{DOERS}))? of "
)
"""An unnamed target by what it makes: "a majority stake in a Malaysian maker of"."""
_VERB = re.compile(r" (?P<verb>[a-z]{3,}[a-rt-z]s)(?:,? and [a-z]{3,}s)? (?!(?:an?|its|that|the|to)\b)")
_OWN = re.compile(
    r"(?:'s?)? (?:\w+ ){0,2}(?:activities|brands|business|businesses|lines?|operations|products?|services) (?:are"
    r"|includes?|is) "
)
_NUMBERED = re.compile(
    r" (?:has|have|had) (?:about |almost |more than |nearly |over |some )?(?=\d|(?:two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve) )"
)
_ASIDE = re.compile(r",[^,;]{2,100}(?:, [A-Z][a-z. ]+)?,(?= )")
_DOER_BEHIND = re.compile(rf",? (?:(?:is|an?) )?(?:{DOERS})(?: and (?:{DOERS}))? of ")
_APPOSITION = re.compile(
    r",? (?:which is |that is |is |are )?(?:(?:an?|one of the|the)\b|(?:[Oo]ne of )?(?=[A-Z][\w.]*(?: [A-Z]\w+)?'s )) ?"
)
_BASED = re.compile(r"[A-Z][\w. ]{1,24}, [A-Z][\w. ]{1,20}-based ")
_SPECIAL = re.compile(rf"\b(?:{DOES_IN}|(?:leader|pioneer|specialist) in|known for|making|operating|selling) ")
_RELATIVE = re.compile(
    rf"(?:,? (?:of|in|near|based in) [A-Z][\w., ]{{2,40}}?)?,? (?:which|that)(?= (?:\w+ly )?(?:{DOES}|{DOES_IN})\b)"
)
_NEXT_CLAUSE = re.compile(r"[;:]|,? (?:after|before|following|having|when|while) |, (?:and|but) ")
"""Where the words for a target end and another event begins: "the mill, after selling"."""
_HEADS_INSIDE = HOUSES | AGENTS | THINGS
_OF_WHAT = word_set("assets equity in interest of pct percent stake stock substantially to")
"""Words between the deal's verb and what it is about."""
_MAKER = ("maker", "makers")
"""The end of words for who makes what their beginning says: "cheesemaker"."""
_ANY_THINGS = word_set("activities facilities interests operations systems")
"""Things that alone say nothing of a trade."""
_ANY_DOERS = word_set("builder developer maker makers manufacturer operator owner producer provider seller supplier")
"""Words for who makes or sells, which alone tell nothing of what."""
_MAKING_OF = re.compile(
    r"(?:the )?(?:design|development|distribution|manufactur(?:e|ing)|marketing|production|sale)"
    r"(?:(?:,|,? and) (?:distribution|marketing|production|sale))* of "
)
"""What is done with the goods: "engaged in the manufacture of valves"."""
_MOST_WORDS = 14
_NP_WORDS = 9


def businesses_of(contexts: Sequence[Context]) -> Iterator[tuple[int, int, int]]:
    """(start, end, sentence) of the words for what a target does, the surest first."""
    for context in contexts:
        for finder in (_in_apposition, _behind, _told, _before):
            if (span := finder(context)) is not None:
                yield *span, context.sentence


def business_in(text: str, start: int) -> tuple[int, int] | None:
    """The trade of an unnamed target ("its dairy unit"), `text` being the words behind the deal's verb."""
    if (maker := _MAKER_FIRST.match(text)) is not None:
        return shifted(_goods(text, maker.end()), start)
    cut = _NEXT_CLAUSE.search(text[:120])
    if (match := _SPECIAL.search(text[: cut.start() if cut else 120])) is not None:
        return shifted(_goods(text, match.end()), start)
    return shifted(_noun_phrase(text, 0, inside=True, heads=_HEADS_INSIDE), start)


def business_of(description: str, start: int) -> tuple[int, int] | None:
    """The trade in the words that say what a company is ("Danish maker of valves"), which stand at `start`."""
    article = _ARTICLE.match(description)
    return shifted(_description(description, article.end() if article else 0), start)


_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)


def _in_apposition(context: Context) -> tuple[int, int] | None:
    after = context.after
    lead = _LEAD.match(after)
    for at in {lead.end() if lead else 0, 0}:
        relative = _RELATIVE.match(after, at)
        if relative is not None and (act := _ACT.match(after, relative.end())) is not None:
            return shifted(_goods(after, act.end()), context.end)
        if (doer := _DOER_BEHIND.match(after, at)) is not None:
            return shifted(_goods(after, doer.end()), context.end)
        if (special := _PARTICIPLE.match(after, at)) is not None:
            return shifted(_goods(after, special.end()), context.end)
        match = _APPOSITION.match(after, at)
        if match is not None and (context.subject or after.startswith(",", at)):
            return shifted(_description(after, match.end()), context.end)
    return None


def _told(context: Context) -> tuple[int, int] | None:
    if not context.subject:
        return None
    after = context.after
    at = 0
    lead = _LEAD.match(after)
    for at in (0, lead.end() if lead else 0, *(aside.end() for aside in _ASIDE.finditer(after))):
        if (act := _ACT.match(after, at)) is not None:
            return shifted(_goods(after, act.end()), context.end)
    verb = _VERB.match(after)
    if verb is not None and verb["verb"] not in NO_TRADE_VERBS:
        return shifted(_goods(after, verb.end()), context.end)
    if (own := _OWN.match(after)) is not None:
        return shifted(_goods(after, own.end()), context.end)
    if (held := _NUMBERED.match(after)) is not None and (span := _goods(after, held.end())) is not None:
        return shifted(span, context.end) if after[slice(*span)].split()[-1] in THINGS else None
    return None


def _description(text: str, at: int) -> tuple[int, int] | None:
    """The trade in a noun phrase behind its article: "Canadian maker of valves", "trucking company which …"."""
    stop = re.search(r"[;:]|(?<![A-Z])\.(?= |$)", text[at:])
    limit = at + stop.start() if stop else len(text)
    if (based := _BASED.match(text, at)) is not None:
        at = based.end()
    doer = _DOER_OF.search(text, at, min(limit, at + 90))
    if doer is not None and all(
        _is_front(word.group()) or "," not in text[word.end() : doer.start()]
        for word in _WORD.finditer(text, at, doer.start())
    ):
        return _goods(text, doer.end())
    article = text[max(0, at - 4) : at].strip(" ,") in ("a", "an")
    if (span := _noun_phrase(text, at, open_end=article)) is not None:
        return span
    special = _SPECIAL.search(text, at, min(limit, at + 110))
    if special is not None:
        return _goods(text, special.end())
    relative = _RELATIVE.search(text, at, min(limit, at + 110))
    if relative is not None and (act := _ACT.match(text, relative.end())) is not None:
        return _goods(text, act.end())
    return None


def _before(context: Context) -> tuple[int, int] | None:
    """The trade before a name in its noun phrase: "Spanish pharmaceuticals company {}", "homebuilder {}"."""
    if (doer := _FRONTED.search(context.before)) is not None:
        return shifted(_goods(context.before, doer.end("of")), context.start - len(context.before))
    words = list(_WORD.finditer(context.before))
    if words and words[-1].group() == ",":
        words.pop()
    last = len(words)
    first = last
    while first > 0 and last - first < _NP_WORDS and _is_inside(words[first - 1].group()):
        first -= 1
    # "Olive oil bottler Lund": a capital that only opens the sentence
    opens = first == 1 and words[0].start() == 0 and len(context.before) < REACH_BEFORE and _opens(words[0].group())
    span = _trade(words[first - opens : last], alone=True, opens=opens)
    return shifted(span, context.start - len(context.before))


def _behind(context: Context) -> tuple[int, int] | None:
    """The trade between a brand and the noun for it: "{} tobacco business"."""
    if not context.in_deal or not re.match(r" (?!and\b)[a-z]", context.after):
        return None
    return shifted(_noun_phrase(context.after, 0, heads=HOUSES | THINGS), context.end)


def _noun_phrase(
    text: str, at: int, *, inside: bool = False, heads: frozenset[str] = HOUSES | AGENTS, open_end: bool = False
) -> tuple[int, int] | None:
    """The trade in the noun phrase that begins at `at`.

    `inside`: behind words like "all of its". `heads`: the nouns that it may end with. `open_end`: it may be any noun,
    since the phrase is one about the target.
    """
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, at):
        word = match.group()
        plain = word.removesuffix("'s").rstrip(".")
        if inside and not words and (plain.lower() in QUANTITIES or plain.lower() in _OF_WHAT or word[0].isdigit()):
            continue
        if len(words) > _NP_WORDS or (plain.lower() in ENDS):
            break
        words.append(match)
        if word.endswith(".") and not word[0].isupper():
            break
    for last in range(len(words), 0, -1):
        head = words[last - 1].group().rstrip(".'").lower()
        if head in heads or (heads >= AGENTS and head.endswith(_MAKER)):
            return _trade(words[:last], any_head=head in THINGS)
    if open_end and (end := _before_comma(words)):
        return _trade(words[:end], any_head=True)
    return None


def _before_comma(words: Sequence[re.Match[str]]) -> int:
    """How many words stand before the comma that ends the phrase; commas of a row do not end it."""
    texts = [word.group() for word in words]
    if "," not in texts:
        return len(texts)
    return texts.index(",") if "and" not in texts[texts.index(",") :] else len(texts)


def _is_inside(word: str) -> bool:
    if word == ",":
        return True
    lower = word.lower()
    return word[0].islower() and lower not in ENDS and lower not in QUANTITIES and lower not in DEEDS


def _opens(word: str) -> bool:
    """Whether a capitalised word that opens a sentence may be a common noun, and no place, people or figure."""
    lower = word.lower()
    plain = word.isalpha() and word[1:].islower() and word not in NATIONAL and lower not in KNOWN_PLACES
    return plain and lower not in QUANTITIES and lower not in ENDS and lower not in BARE


def _trade(
    words: Sequence[re.Match[str]], *, any_head: bool = False, alone: bool = False, opens: bool = False
) -> tuple[int, int] | None:
    """The span of what a noun phrase says of the trade: without its head, if every company has it, and its front.

    `opens`: its first word has a capital only because it opens the sentence.
    """
    kept = list(words)
    if not kept:
        return None
    head = kept[-1].group().rstrip(".'").lower()
    if head in HOUSES:
        kept.pop()
    elif head not in AGENTS and not head.endswith(_MAKER) and (not any_head or head in BARE):
        return None
    while kept and not opens and _is_front(kept[0].group()):
        kept.pop(0)
    while kept and kept[-1].group().lower() in (",", "and"):
        kept.pop()
    if not kept or any(word.group().lower().strip(".") in NO_GOODS for word in kept):
        return None
    if any_head and any(word.group().lower() in NOT_TRADES for word in kept):
        return None
    if any(word.group()[0].isupper() for word in kept[opens:]) or kept[-1].group().lower() in BARE | NOT_TRADES:
        return None
    if len(kept) == 1 and kept[0].group().lower().rstrip(".") in _ANY_DOERS:
        return None
    if len(kept) == 1 and ((head not in HOUSES and head in AGENTS and not alone) or head in _ANY_THINGS):
        return None
    end = kept[-1].end()
    return kept[0].start(), end - (kept[-1].group().endswith("."))


def _is_front(word: str) -> bool:
    lower = word.lower()
    plain = word.rstrip(".,")
    return (
        word in (",", "and")
        or lower in BARE
        or lower in QUANTITIES
        or plain in NATIONAL
        or plain.removesuffix("'s").lower() in KNOWN_PLACES
        or word[0].isupper()
        or word[0].isdigit()
        or lower.endswith(("-based", "-quoted", "-listed", "-owned", "-held", "-largest", "'s", "ly", "th"))
    )


def _goods(text: str, at: int) -> tuple[int, int] | None:
    """The goods that begin at `at`: a noun phrase, or several in a row."""
    if (making := _MAKING_OF.match(text, at)) is not None:
        at = making.end()
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, at):
        word = match.group()
        lower = word.lower()
        if len(words) >= _MOST_WORDS or (words and "(" in text[words[-1].end() : match.start()]):
            break
        if not words and (
            lower in QUANTITIES
            or word[0].isdigit()
            or lower in ("range", "line", "variety", "of", "wide", "chain", "broad")
        ):
            if lower in ("its", "their"):
                return None
            continue
        if word == "," and words and "-" in words[-1].group():
            continue
        if (lower.rstrip(".") in ENDS and not (lower == "used" and words and words[-1].group() == "and")) or (
            word == "," and not _goes_on(text, match.end())
        ):
            break
        if lower == "and" and not _noun_follows(text, match.end()):
            break
        words.append(match)
        if word.endswith((".", '."')):
            break
    while words and words[0].group()[0].isupper() and any(word.group()[0].islower() for word in words[:4]):
        words.pop(0)
    while words and words[-1].group().lower().rstrip(".") in (
        ",",
        "and",
        "industry",
        "business",
        "businesses",
        "sector",
    ):
        words.pop()
    if not words or any(word.group().lower().strip(".") in NO_GOODS for word in words):
        return None
    if len(words) == 1 and (words[0].group()[0].isupper() or words[0].group().endswith(("ed", "ly"))):
        return None
    end = words[-1].end() - words[-1].group().endswith(".")
    return words[0].start(), end


def _goes_on(text: str, at: int) -> bool:
    """Whether a comma stands in a row of goods: "valves, pumps and motors"."""
    return bool(
        re.match(r" (?:[a-z-]+ ){0,3}[a-z-]+(?:, (?:[a-z-]+ ){0,3}[a-z-]+){0,4},? and ", text[at : at + 110])
    ) and not re.match(r" (?:which|who|had|has|said|is|was|with|and)\b", text[at : at + 8])


def _noun_follows(text: str, at: int) -> bool:
    return not re.match(
        rf" (?:[A-Z]|has|had|is|was|will|employs|reported|said|it|they|(?:{DOES})\b)", text[at : at + 14]
    )
