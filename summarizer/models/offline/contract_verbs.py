"""Deals that a verb tells: "ordered", "will supply", "was chosen to build", "licensed", "partnered with"."""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.contract_draft import Draft, named_for, talked_with
from summarizer.models.offline.contract_money import MoneyDeals
from summarizer.models.offline.contract_parts import Part, are_goods, object_at, part_behind, purpose_of
from summarizer.models.offline.contract_words import (
    CHOSEN_AS,
    CONTRACT_WORDS,
    CREDIT,
    DEED_VERBS,
    MAKING,
    ORDER_WORDS,
    PROMISES,
)
from summarizer.models.offline.deal_arguments import Arguments, read_arguments
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_tokens import Tokens

_FOR_YEARS = re.compile(r"\b(?:for|over) (?:\w+ ){0,2}(?:months|years)\b|-year (?:agreement|contract|deal|pact)\b")
_TERM_REACH = 16
_TO_BE = frozenset(["being", "will", "would"])
_AS_REACH = 12
"""Words behind "chosen" within which "as supplier" follows."""


class VerbDeals(MoneyDeals):
    """Reads deals from the verbs of `contract_words`, by subject, object and prepositions."""

    def _verb(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        verb = DEED_VERBS[tokens.words[event.at]]
        behind = object_at(tokens, event.at + 1)
        arguments = read_arguments(tokens, behind.phrase[1] if behind.phrase else event.at + 1)
        if verb.act == "choose":
            return self._chosen(event, behind, arguments, tokens)
        if verb.act == "make":
            return self._made(event, behind, arguments, tokens)
        if event.passive:
            return self._done_for(event, verb.act, arguments, tokens)
        if verb.act in ("supply", "equip"):
            return self._supplied(event, behind, arguments, tokens)
        if verb.act in ("buy", "order"):
            goods = are_goods(behind.phrase, tokens) and _is_order(event.at, tokens)
            if verb.act == "buy" and not goods and not _is_for_years(behind.phrase, tokens):
                return None
            draft = Draft("supply", subject=behind.phrase)
            draft.add(self._parties(event.subject, event, tokens, draft), "customer")
            draft.add(self._parties(arguments.source, event, tokens, draft), "supplier")
            return draft if behind.phrase and draft.has("customer", "supplier") else None
        if verb.act == "lease":
            return self._leased(event, behind, arguments, tokens)
        if verb.lemma == "sell" and behind.phrase and are_goods(behind.phrase, tokens) and arguments.goal:
            draft = Draft("supply", subject=behind.phrase)
            draft.add(self._parties(event.subject, event, tokens, draft), "supplier")
            draft.add(self._parties(arguments.goal, event, tokens, draft), "customer")
            return draft if draft.has("customer", "supplier") else None
        if verb.act == "lend":
            return self._lent(event, behind, arguments, tokens)
        if verb.act in ("borrow", "issue"):
            return self._borrowed(event, behind, arguments, tokens)
        if verb.act == "raise":
            return self._raised(event, behind, arguments, tokens)
        if verb.act == "participate":
            return self._took_part(event, arguments, tokens, sentence)
        if verb.act == "license":
            return self._licensed(event, behind, arguments, tokens)
        return self._partnered(event, arguments, tokens)

    def _chosen(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        kind, subject, stop = "supply", None, len(tokens.words)
        purpose = purpose_of(tokens, event.at + 1, None)
        if purpose is not None and tokens.words[purpose.at] in MAKING:
            if DEED_VERBS[tokens.words[event.at]].lemma in ("appoint", "name"):
                return None
            subject, stop = purpose.thing, purpose.at
        else:
            words = tokens.words[event.at : event.at + _AS_REACH]
            after = words.index("as") if "as" in words else len(words)
            noun = next((word for word in words[after:] if word in CHOSEN_AS), None)
            if noun is None:
                return None
            kind, stop = CHOSEN_AS[noun], event.at + after
        draft = Draft(kind, subject=subject)
        chosen, chooser = ("supplier", "customer") if kind == "supply" else ("partner", "partner")
        if event.passive:
            draft.add(self._parties(event.subject, event, tokens, draft), chosen)
            draft.add(self._parties(arguments.agent, event, tokens, draft), chooser)
        elif behind.phrase is not None and behind.phrase[1] <= stop:
            draft.add(self._parties(event.subject, event, tokens, draft), chooser)
            draft.add(self._parties(behind.phrase, event, tokens, draft), chosen)
        return draft if len(draft.parties) > 1 and draft.has(chosen, chooser) else None

    def _made(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        """What somebody will build for another, in a sentence that speaks of a contract."""
        if CONTRACT_WORDS.isdisjoint(tokens.words) or "V" not in tokens.tags[max(0, event.at - 3) : event.at]:
            return None
        draft = Draft("supply", subject=event.subject if event.passive else behind.phrase)
        maker = arguments.agent if event.passive else event.subject
        draft.add(self._parties(maker, event, tokens, draft), "supplier")
        end = behind.phrase[1] if behind.phrase else event.at + 1
        draft.add(self._parties(named_for(tokens, end), event, tokens, draft), "customer")
        return draft if draft.subject and draft.has("supplier", "customer") else None

    def _supplied(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        word = tokens.words[event.at]
        if behind.phrase is None:
            return None
        thing = part_behind(tokens, behind.phrase[1], "w")
        if thing is not None and "M" in tokens.tags[slice(*thing)]:
            return self._lent(event, behind, arguments, tokens)
        if not _is_promised(event.at, tokens):
            # "supplies", "supplied": what it does, and no deal.
            return None
        if tokens.words[behind.phrase[1] - 1] in CREDIT:
            # a loan, and no goods
            return None
        draft = Draft("supply")
        draft.add(self._parties(event.subject, event, tokens, draft), "supplier")
        if thing is not None:
            draft.subject = thing
            draft.add(self._parties(behind.phrase, event, tokens, draft), "customer")
        else:
            draft.subject = behind.phrase
            draft.add(self._parties(arguments.goal or talked_with(event, tokens), event, tokens, draft), "customer")
        if DEED_VERBS[word].act == "equip" and not draft.has("customer"):
            return None
        return draft if draft.has("customer", "supplier") else None

    def _done_for(self, event: Event, act: str, arguments: Arguments, tokens: Tokens) -> Draft | None:
        """A supply in the passive: "will be supplied by Lund with rails", "turbines were ordered from Lund by"."""
        if event.reduced or event.subject is None:
            return None
        draft = Draft("supply")
        subject = self._parties(event.subject, event, tokens, draft)
        agent = self._parties(arguments.agent, event, tokens, draft)
        if act == "order" and not subject:
            draft.subject = event.subject
            draft.add(agent, "customer")
            draft.add(self._parties(arguments.source, event, tokens, draft), "supplier")
        elif act in ("supply", "equip") and not _TO_BE.isdisjoint(tokens.words[max(0, event.at - 3) : event.at]):
            draft.subject = part_behind(tokens, event.at + 1, "w", names=False) if subject else event.subject
            draft.add(agent, "supplier")
            draft.add(subject or self._parties(arguments.goal, event, tokens, draft), "customer")
        return draft if draft.has("customer") and draft.has("supplier") else None

    def _leased(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        """A lease: who uses a thing of another is its customer."""
        if behind.phrase is None:
            return None
        draft = Draft("supply", subject=behind.phrase)
        user, owner = (event.subject, arguments.source) if arguments.source else (arguments.goal, event.subject)
        draft.add(self._parties(owner, event, tokens, draft), "supplier")
        draft.add(self._parties(user, event, tokens, draft), "customer")
        return draft if draft.has("supplier", "customer") else None

    def _licensed(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        draft = Draft("licensing", subject=behind.phrase)
        subject = self._parties(event.subject, event, tokens, draft)
        other = self._parties(arguments.source, event, tokens, draft)
        if other:
            draft.add(subject, "licensee")
            draft.add(other, "licensor")
        else:
            draft.add(subject, "licensor")
            draft.add(self._parties(arguments.goal, event, tokens, draft), "licensee")
        return draft if draft.has("licensor", "licensee") else None

    def _partnered(self, event: Event, arguments: Arguments, tokens: Tokens) -> Draft | None:
        follows = tokens.words[event.at + 1 : event.at + 2]
        lemma = DEED_VERBS[tokens.words[event.at]].lemma
        if (lemma == "team" and follows not in (["up"], ["with"])) or (lemma == "join" and follows != ["forces"]):
            return None
        draft = Draft("partnership")
        draft.add(self._parties(event.subject, event, tokens, draft), "partner")
        draft.add(self._parties(arguments.partner, event, tokens, draft), "partner")
        if purpose := purpose_of(tokens, event.at + 1, None):
            draft.subject = purpose.whole
        return draft if len(draft.parties) > 1 else None


def _is_promised(at: int, tokens: Tokens) -> bool:
    """Whether the words before a verb make it a deal and no habit: "will supply", "agreed to supply"."""
    before = at - 1
    while before >= 0 and tokens.tags[before] == "r":
        before -= 1
    if before < 0:
        return False
    if tokens.tags[before] == "t":
        return not PROMISES.isdisjoint(tokens.words[max(0, before - 3) : before])
    if tokens.words[at].endswith("ing"):
        return tokens.tags[before] == "B"
    return tokens.words[before] in ("will", "would")


def _is_for_years(phrase: Phrase | None, tokens: Tokens) -> bool:
    """Whether goods are bought over a time: "power from Orrin for ten years"."""
    if phrase is None or set(tokens.tags[slice(*phrase)]) - set("dxN"):
        return False
    behind = tokens.text(phrase[1], phrase[1] + _TERM_REACH)
    return _FOR_YEARS.search(behind) is not None


def _is_order(at: int, tokens: Tokens) -> bool:
    """Whether goods are bought to come: "will buy", or a purchase in a sentence that speaks of an order."""
    if tokens.words[at] in ("buy", "buying", "purchase", "purchasing") and (
        tokens.tags[at - 1] == "V" or not PROMISES.isdisjoint(tokens.words[max(0, at - 6) : at])
    ):
        return True
    return not ORDER_WORDS.isdisjoint(tokens.words)
