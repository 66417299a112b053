"""A deal read loosely, for an article in which the closer rules find none: who acts, and the next company named.

The closer rules want every part of a clause in its place and lose a deal with the first word that they cannot place. A
report whose opening names a deal's verb or noun and two companies around it tells of a deal between these two; which
of them buys follows from the word.
Origin: the inverted pyramid of newswire reports, whose first sentences tell the news.
"""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.deal_clauses import Event, events_of
from summarizer.models.offline.deal_helpers import is_authority
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_party_names import PartyNames
from summarizer.models.offline.deal_refusals import is_history, is_made
from summarizer.models.offline.deal_signs import STAKE_WORDS
from summarizer.models.offline.deal_stance import is_demanded, is_denied, is_negated, is_supposed, status_of
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_verb_objects import stands
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import name_kind

_BUYING = frozenset(["buy", "gain", "offer"])
_SELLING = frozenset(["cut", "sell"])
_REACH = 16
"""Words behind the verb or noun within which the target is named."""
_STAKE_REACH = 8
_MOST_ACTORS = 3
_NAMED_AT_ONCE = re.compile(r"[dxrk']{0,5}N")
_STOPS = re.compile(r"[.;R]")
_OF_OTHERS = re.compile(r"[mbwtpi][dxnk']{0,4}\Z")
"""What before a name makes it another party or a place, and no target."""
_OF_A_THING = re.compile(r"dx{0,3}\Z")
"""What before a name that a common noun follows makes it a word for a thing."""
_BY = re.compile(r"b(?:[dxk]{1,4}c)?[dxk]{0,5}\Z")
_TO = re.compile(r"t[dxk]{0,5}\Z")
_HOLDS = re.compile(r"h(?:(?:ho)?[oi])?[dx]{0,4}\Z|[SM]o[dx]{0,4}\Z")
"""What before a name makes it one in which a part is held: "a 5 pct stake in"."""


def loose_mention(reading: Reading, names: PartyNames, sentence: Sentence, tokens: Tokens) -> Mention | None:
    """The first deal that a sentence tells, by its verb or noun and the two companies around it."""
    for event in events_of(tokens):
        if (
            is_negated(event, tokens)
            or is_denied(event, tokens)
            or is_supposed(event, tokens)
            or is_demanded(event, tokens)
        ):
            continue
        mention = _mention(reading, names, event, sentence, tokens)
        # Last, as it may have to read the dates of the whole article.
        if mention is not None and not is_history(event, tokens, reading):
            return mention
    return None


def _mention(reading: Reading, names: PartyNames, event: Event, sentence: Sentence, tokens: Tokens) -> Mention | None:
    cited: set[int] = set()
    actors = names.parties(event.subject, event, tokens, cited) or names.parties(event.speaker, event, tokens, cited)
    behind, by, to = _behind(event, tokens, names)
    known = [name for name in behind if name not in actors and _can_deal(reading, name)]
    if event.act != "merge":
        known = [name for name in known if not names.is_person(name)]
    if not stands(event, tokens) or is_made(event, tokens) or len(actors) > _MOST_ACTORS:
        return None
    if not _is_sure(event, tokens) and not (
        _NAMED_AT_ONCE.match(tokens.tags, event.at + 1) and _are_companies(known[:1])
    ):
        return None
    roles: list[tuple[list[str], str]]
    if event.act == "merge":
        both = list(dict.fromkeys([*actors, *behind]))
        if len(both) != 2:
            return None
        kind, roles = "merger", [(both, "partner")]
    elif event.act in _BUYING and (event.passive or by):
        kind, roles = "acquisition", [(by, "acquirer"), (actors if event.passive else known[:1], "target")]
    elif event.act in _BUYING:
        kind, roles = "acquisition", [(actors, "acquirer"), (known[:1], "target")]
    elif event.act in _SELLING and not event.passive:
        kind, roles = "divestiture", [(actors, "seller"), (known[:1], "target"), (to, "acquirer")]
    else:
        return None
    parties = {name: role for held, role in reversed(roles) for name in held if _can_deal(reading, name)}
    if len(set(parties.values())) < len(roles) - (kind == "divestiture") or len(parties) < 2:
        return None
    parties = {name: role for _, role in roles for name, held in parties.items() if held == role}
    cue = tokens.span(event.at, event.at + 1)
    return Mention(kind, status_of(event, tokens), parties, cue, sorted({sentence.number, *cited}), False, cue)


def _are_companies(known: list[str]) -> bool:
    return bool(known) and all(name_kind(name) == "company" for name in known)


def _is_sure(event: Event, tokens: Tokens) -> bool:
    """Whether the word is used of companies only, or of a part of one, or a party tells it: not "bought", "sold"."""
    if event.speaker is not None and event.act != "gain":
        return True
    if event.noun and event.act != "sell":
        return True
    if tokens.words[event.at].startswith(("acqui", "merg")):
        return True
    return STAKE_WORDS.search(tokens.text(event.at + 1, event.at + _STAKE_REACH)) is not None and "S" in tokens.tags


def _can_deal(reading: Reading, name: str) -> bool:
    if name_kind(name) == "government" or is_authority(name):
        return False
    return reading.is_company(name) or reading.directory.is_person(name)


def _behind(event: Event, tokens: Tokens, names: PartyNames) -> tuple[list[str], list[str], list[str]]:
    """The names behind an event up to the end of its clause: those it is about, who acts ("by"), who gets it ("to")."""
    at = event.at + 1
    stop = _STOPS.search(tokens.tags, at)
    end = min(len(tokens.tags), at + _REACH, stop.start() if stop else len(tokens.tags))
    about, by, to = [], [], []
    for place in range(at, end):
        if tokens.tags[place] != "N" or tokens.tags[place + 1 : place + 2] == "'":
            continue
        before = tokens.tags[at:place]
        if _OF_A_THING.search(before) and tokens.tags[place + 1 : place + 2] == "x":
            # "merges a Tarn chassis with an electric drive"
            continue
        if _BY.search(before):
            by.append(place)
        elif _TO.search(before):
            to.append(place)
        elif _HOLDS.search(before) or not _OF_OTHERS.search(before):
            about.append(place)
    return names.names(about, tokens), names.names(by[:1], tokens), names.names(to[:1], tokens)
