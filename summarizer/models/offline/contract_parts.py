"""The parts of a clause around a contract: what leads to the noun, what stands behind a preposition, to what end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.models.offline.contract_words import LEADING
from summarizer.models.offline.deal_arguments import party_phrase
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_phrases import Phrase, phrase_end
from summarizer.models.offline.deal_signs import NUMBERS
from summarizer.models.offline.deal_tokens import Tokens

_STARTS = "dxnhkeaNMSI"
_REACH = 14
"""Words behind a phrase among which its preposition is looked for."""
_PURPOSE_REACH = 30
_ENDS = ".;Rq"
_PASSIVE = re.compile(r"Br{0,2}\Z")
_BEHIND = re.compile(r"[^.;,]{0,6}?(?:V|H)?Br{0,2}(G)")
_FAR_BEHIND = re.compile(r"[^.;,RVH]{0,16}?(?:V|H)?Br{0,2}(G)")
"""The verb of a noun that a long attribute parts from it: "a contract to supply cells to Lund was awarded"."""
_FAR = 24
_TALKS = re.compile(r"ew")
_TALKING = frozenset(["discussions", "negotiations", "talks"])
_GOODS_TOO = frozenset(["systems", "terminals", "units"])
"""Words for parts of a company that are goods where they are counted."""
_ANNOUNCING = frozenset(["announced", "announces", "announcing", "disclosed", "reported", "reports"])


@dataclass(frozen=True, slots=True)
class Part:
    """The noun phrase behind a verb, None where none stands there."""

    phrase: Phrase | None


@dataclass(frozen=True, slots=True)
class Lead:
    """The verb that a noun depends on: what it `does` (see LEADING, empty for none), and whom to."""

    does: str = ""
    passive: bool = False
    whom: Phrase | None = None
    """Its indirect object: "gave Orrin a contract"."""
    behind: int = 0
    """Where the words behind it begin, if the noun is its subject: "the contract was awarded to"."""
    at: int = -1
    """Where the verb stands, -1 for none."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """An infinitive behind a noun or verb: its verb at `at`, what is made, for whom, and all its words."""

    at: int
    thing: Phrase | None
    whom: Phrase | None
    whole: Phrase
    doer: Phrase | None = None
    """Who will do it, where it has a subject of its own."""


def object_at(tokens: Tokens, at: int) -> Part:
    """The noun phrase that begins at `at`."""
    while tokens.tags[at : at + 1] == "r":
        at += 1
    if at >= len(tokens.tags) or tokens.tags[at] not in _STARTS:
        return Part(None)
    return Part((at, max(at + 1, phrase_end(tokens.tags, tokens.words, at))))


def lead_of(event: Event, tokens: Tokens) -> Lead:
    """The verb that governs the noun of `event`, before it or, where the noun is the subject, behind it."""
    if event.phrase is None:
        return Lead()
    start, end = event.phrase
    tags, words = tokens.tags, tokens.words
    for at in range(start - 1, max(-1, event.chain - 1, start - 12), -1):
        if tags[at] in ";.,":
            break
        if tags[at] == "t":
            verb = at + 1
            while tags[verb] == "r" and tags[verb + 1] in "xGA":
                verb += 1
            if tags[verb] in "xGAr" and words[verb] not in LEADING:
                # "agreed to back a loan": what it agreed to is another thing.
                return Lead()
        if tags[at] not in "GAHx" or (does := LEADING.get(words[at])) is None:
            continue
        passive = _PASSIVE.search(tags[max(0, at - 4) : at]) is not None and words[at].endswith(("ed", "en", "n"))
        between = party_phrase(tokens, at + 1) if at + 1 < start else None
        direct = between is not None and (does == "pay" or tags[between[1] : start] in ("", "w"))
        whom = between if direct else None
        return Lead(does, passive, whom, at=at)
    if start and words[start - 1] in _ANNOUNCING and event.subject == event.speaker:
        return Lead("make")
    if (talks := _TALKS.search(tags, event.chain, start)) and words[talks.start()] in _TALKING:
        return Lead("talk", False, party_phrase(tokens, talks.end()))
    if start and words[start - 1] == "with" and part_behind(tokens, end, "m", names=True):
        # "rose with an order from Orrin", "pays with a loan from"
        return Lead("make")
    told = _BEHIND.match(tags, end, end + 12)
    if told is None and event.chain == start:
        told = _FAR_BEHIND.match(tags, end, end + _FAR)
    if told and (does := LEADING.get(words[told.start(1)])):
        return Lead(does, True, None, told.end(), told.start(1))
    return Lead()


def part_behind(tokens: Tokens, at: int, governors: str, *, names: bool | None = None) -> Phrase | None:
    """The first phrase behind a preposition of the tags `governors`; with a name, without one, or any (None)."""
    tags = tokens.tags
    limit = min(len(tags), at + _REACH)
    while at < limit and tags[at] not in _ENDS:
        if tags[at] in governors and object_at(tokens, at + 1).phrase:
            phrase = object_at(tokens, at + 1).phrase
            if phrase is None:
                return None
            inside = tags[slice(*phrase)]
            if names is None or (names and "N" in inside) or (not names and not set(inside) <= set("MNDd")):
                return phrase
        at += 1
    return None


def purpose_of(tokens: Tokens, at: int, verbs: frozenset[str] | None) -> Purpose | None:
    """The first infinitive ("to supply", "under which it will supply") from `at` on, with one of `verbs` or any."""
    tags, words = tokens.tags, tokens.words
    limit = min(len(tags) - 1, at + _PURPOSE_REACH)
    first = at
    while at < limit and tags[at] not in ".;R":
        if tags[at] == "B" and "q" not in tags[first:at] and "," not in tags[first:at]:
            # "the deal with Lund is a move to"
            return None
        led = tags[at] == "t" or (tags[at] == "V" and words[at] in ("will", "would"))
        verb = at + 1
        while verb < limit and tags[verb] == "r":
            verb += 1
        if led and (words[verb] in verbs if verbs is not None else _is_base(tags, words, verb)):
            thing = object_at(tokens, verb + 1).phrase
            whom = None
            end = thing[1] if thing else verb + 1
            if thing and tags[end : end + 1] == "w" and "N" in tags[slice(*thing)]:
                whom, thing = thing, object_at(tokens, end + 1).phrase
                end = thing[1] if thing else end
            elif thing:
                whom = part_behind(tokens, end, "tf", names=True)
            doer = (at - 1, at) if tags[at] == "V" and tags[at - 1] == "N" else None
            return Purpose(verb, thing, whom, (verb, max(end, verb + 1)), doer)
        at += 1
    return None


def _is_base(tags: str, words: list[str], at: int) -> bool:
    return tags[at] in "xGA" and not words[at].endswith(("ing", "ed", "s")) and words[at].isalpha()


def are_goods(phrase: Phrase | None, tokens: Tokens) -> bool:
    """Whether what is bought are counted goods, and no shares, companies or sites."""
    if phrase is None or phrase[1] - phrase[0] < 2:
        return False
    first = tokens.words[phrase[0]]
    counted = first in NUMBERS or first[0].isdigit()
    last = phrase[1] - (tokens.words[phrase[1] - 1] in _GOODS_TOO)
    return counted and not set(tokens.tags[phrase[0] : last]) - set("xN") and tokens.words[phrase[1] - 1].endswith("s")
