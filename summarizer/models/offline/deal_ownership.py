"""Deals about ownership in a sentence: who buys, sells or merges what, from the events that its clauses hold.

Origin of the lists: quantifiers of English grammar, and the words by which newswires call the rest of a holding.
"""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.deal_arguments import party_phrase, read_arguments
from summarizer.models.offline.deal_clauses import Event, events_of
from summarizer.models.offline.deal_helpers import is_authority
from summarizer.models.offline.deal_mention import Found, Mention
from summarizer.models.offline.deal_objects import Object, read_object
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_refusals import is_again, is_deal, is_made, is_trade, share_of
from summarizer.models.offline.deal_signs import NOT_OWNED, REST, STAKES
from summarizer.models.offline.deal_stance import is_demanded, is_denied, is_negated, is_supposed, status_of
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_trades import TradeSides
from summarizer.models.offline.deal_verb_objects import is_taken, object_of, stands
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_MINORITY = re.compile(
    r"^an? (?:(?:minority|non-controlling|small|significant|strategic) )?(?:stake|shareholding)\b|^minority\b"
)
"""A holding of a size that nobody tells, and not "a majority stake", "control"."""
_AMOUNTS = word_set("all both each half most several")
_STILL = word_set("existing present remaining")
"""Adjectives that are no part of what is sold."""
_LEAD = 2
"""Sentences that make the top of a report."""
_CHAMBERS = word_set("assembly commons congress house knesset lords parliament senate")
_WHOLE = 100
_MAJORITY = 50
"""Percent of a company below which a holding in it is an investment."""


class OwnershipReader(TradeSides):
    """Reads the ownership deals of one article, sentence by sentence; `names` knows whom "it" means."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.lead = False

    def mentions(self, sentence: Sentence, tokens: Tokens) -> list[Mention]:
        """The mentions of deals in `sentence`."""
        found = []
        self.lead = sentence.number <= _LEAD
        for event in events_of(tokens):
            mention = self._mention(event, tokens, sentence)
            if mention is not None:
                found.append(mention)
                targets = [name for name, role in mention.parties.items() if role in ("target", "investee")]
                self.names.topic = targets[0] if len(targets) == 1 else self.names.topic
        return found

    def _mention(self, event: Event, tokens: Tokens, sentence: Sentence) -> Mention | None:
        act = event.act
        if not stands(event, tokens):
            return None
        if is_made(event, tokens):
            return None
        item = object_of(event, tokens)
        if item is None and not event.passive and not (act in ("merge", "become", "tender") or event.phrase):
            return None
        if event.passive and act not in ("buy", "sell", "merge", "take", "transfer"):
            return None
        if event.passive and act == "take" and not is_taken(tokens, event.at):
            return None
        passive_item = _unnamed_subject(event, tokens)
        if is_negated(event, tokens) or is_demanded(event, tokens):
            return None
        behind = event.phrase[1] if event.phrase else event.at + 1
        first = behind if event.phrase or tokens.tags[behind : behind + 1] == "m" else item.stop if item else behind
        arguments = read_arguments(tokens, first)
        found = Found()
        item = item or passive_item
        if act == "merge":
            if not self._merged(event, item, arguments, tokens, found):
                return None
        elif not self._traded(event, item, arguments, tokens, found):
            return None
        if any(is_authority(name) for name in (*found.buyers, *found.targets)) or _is_won(found):
            return None
        if not is_deal(event, item, found, tokens, lead=self.lead, is_person=self.names.is_person):
            return None
        kind, parties = self._roles(event, item, found, tokens)
        subject = item.start if item else event.at, item.stop if item else event.at + 1
        if item and not found.targets:
            subject = item.start, _with_complement(tokens, item.stop)
        denied = is_denied(event, tokens)
        behind_item = item.stop if item and not event.passive else None
        status = "rumored" if denied else status_of(event, tokens, behind_item)
        told = event.speaker is not None or (item is not None and "R" in tokens.tags[item.stop :])
        fresh = status not in ("closed", None) or (self.lead and told)
        share = share_of(tokens, item) if item else None
        unnamed = item.phrase if item and not item.targets and not found.targets else None
        return Mention(
            kind,
            status,
            parties,
            tokens.span(*(_trimmed(tokens, subject) if item is None or item.targets else subject)),
            sorted({sentence.number, *found.sentences}),
            event.noun,
            tokens.span(event.at, event.at + 1),
            tokens.span(*_trimmed(tokens, unnamed)) if unnamed else None,
            tokens.words[unnamed[1] - 1] if unnamed else "",
            is_supposed(event, tokens)
            or (item is not None and (is_again(tokens, item) or (is_trade(tokens, item) and not fresh))),
            item is not None
            and ((share is not None and share < _WHOLE) or (item.holding and item.has(tokens, STAKES))),
            denied,
        )

    def _roles(self, event: Event, item: Object | None, found: Found, tokens: Tokens) -> tuple[str, dict[str, str]]:
        """The kind of deal and the roles of its parties."""
        roles: dict[str, str] = {}
        if event.act == "merge":
            for name in (*found.buyers, *found.targets):
                roles.setdefault(name, "partner")
            return "merger", roles
        share = share_of(tokens, item) if item else None
        if event.act in ("sell", "cut", "transfer"):
            kind, buyer, target = "divestiture", "acquirer", "target"
        elif event.act == "invest" or (
            item is not None and _is_minority(item, share, tokens, gain=event.act == "gain")
        ):
            kind, buyer, target = "investment", "investor", "investee"
        else:
            kind, buyer, target = "acquisition", "acquirer", "target"
        order = [(found.sellers, "seller"), (found.targets, target), (found.buyers, buyer)]
        if kind != "divestiture":
            order.reverse()
        for names, role in order:
            for name in names[:4]:
                roles.setdefault(name, role)
        return kind, roles


def _is_won(found: Found) -> bool:
    """Whether what is had is a body of a state, which is won and not bought: "take control of the Senate"."""
    return any(name.lower() in _CHAMBERS or name_kind(name) == "government" for name in found.targets)


def _is_minority(item: Object, share: float | None, tokens: Tokens, *, gain: bool) -> bool:
    """Whether an object is a part of a company that does not make its holder the owner: "a 20% stake", "a stake"."""
    if not item.holding or item.has(tokens, REST) or NOT_OWNED.search(tokens.text(item.stop, item.stop + 8)):
        return False
    if share is not None:
        return share < _MAJORITY
    return gain or item.has(tokens, _MINORITY)


def _unnamed_subject(event: Event, tokens: Tokens) -> Object | None:
    """What is sold as the subject of a passive, where it has an owner and no name: "its steel unit was sold"."""
    if not event.passive or event.reduced or event.subject is None or event.act not in ("buy", "sell"):
        return None
    item = read_object(tokens, event.subject[0])
    if item is None or item.targets or not item.phrase or not (item.owners or item.own):
        return None
    return item if tokens.tags[item.phrase[1] - 1] == "n" else None


def _with_complement(tokens: Tokens, end: int) -> int:
    """Where a noun phrase ends with the "of", "on" or "in" that belongs to it: "its lease on the pier"."""
    if tokens.words[end : end + 1] not in (["of"], ["on"], ["in"]):
        return end
    behind = party_phrase(tokens, end + 1)
    return behind[1] if behind and "D" not in tokens.tags[slice(*behind)] else end


def _trimmed(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase without the determiners and possessives before it."""
    start, end = phrase
    while start < end - 1 and (
        (tokens.tags[start] in "dr'" and tokens.words[start] not in _AMOUNTS) or tokens.words[start] in _STILL
    ):
        start += 1
    return start, end


__all__ = ["Mention", "OwnershipReader"]
