"""Deals that a noun names: a contract, an order, a licence, a partnership, by the verb that leads to it."""

from __future__ import annotations

from summarizer.article import Sentence
from summarizer.models.offline.contract_draft import Draft, named_for, talked_with
from summarizer.models.offline.contract_money import MoneyDeals
from summarizer.models.offline.contract_parts import are_goods, lead_of, part_behind, purpose_of
from summarizer.models.offline.contract_words import (
    BUYER_NOUNS,
    BUYING,
    CREDIT_WORDS,
    DEFINITE,
    MAKING,
    MODIFIERS,
    NOT_DEALT,
    OFFERING_WORDS,
    ROUND_BEFORE,
    USING,
)
from summarizer.models.offline.deal_arguments import read_arguments
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.licence_sides import is_licensee
from summarizer.models.offline.supply_sides import supplier_of
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_OWNERSHIP = frozenset(["acquire", "buy", "divest", "merge", "purchase", "sell", "take"])
"""What an agreement may be for that is about ownership."""
_HAVING = word_set("had has have having holds")
"""Who has orders to make something is the one who makes it."""
_NO_GOODS = word_set("""
    a an annual another deal exclusive five-year framework initial its key large large-scale long-term major
    multi-year multiyear new offtake purchase separate short-term similar strategic supply the three-year two-year
""")
"""Words in front of "supply agreement" that name no goods."""


class NounDeals(MoneyDeals):
    """Reads deals from the nouns of `contract_words`, by what leads to them and what stands behind them."""

    def _noun(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        if event.phrase is None:
            return None
        does = lead_of(event, tokens).does
        kind = self._kind(event, tokens, sentence)
        if kind is None or (does == "allow" and kind != "financing") or (does == "lose" and kind != "supply"):
            return None
        if kind == "offering":
            return self._offering(event, tokens)
        if kind == "lease":
            return self._lease(event, tokens)
        if kind == "supply":
            return self._contract(event, tokens, sentence)
        if kind == "licensing":
            return self._licence(event, tokens, sentence)
        if kind == "financing":
            return self._loan(event, tokens, sentence)
        if kind == "investment":
            return self._round(event, tokens, sentence)
        if kind == "agreement":
            return self._agreement(event, tokens, sentence)
        return self._alliance(kind, event, tokens)

    def _kind(self, event: Event, tokens: Tokens, sentence: Sentence) -> str | None:
        """The kind that a noun and the words before it tell; "agreement" where they leave it open."""
        start, end = event.phrase or (event.at, event.at + 1)
        words = tokens.words
        before = words[start : event.at]
        known = words[start] in DEFINITE and event.at - start < 3
        modified = next((MODIFIERS[word] for word in reversed(before) if word in MODIFIERS), None)
        if "joint" in before and words[event.at] == "venture":
            return "joint_venture"
        if event.act == "venture" or modified == "none":
            return None
        if event.act == "offering":
            return "offering" if words[event.at] != "offering" or not OFFERING_WORDS.isdisjoint(before) else None
        if event.act == "lease":
            return "lease" if modified != "none" else None
        if event.act == "order":
            return "supply" if not before or before[-1] not in NOT_DEALT else None
        if event.act == "contract":
            return modified or "supply"
        if event.act == "agreement":
            return modified or ("agreement" if words[event.at] != "deals" else None)
        if event.act == "credit":
            of_credit = words[end : end + 2] == ["of", "credit"]
            money = "M" in tokens.tags[start : event.at] and words[end : end + 1] == ["from"]
            bank = of_credit or money or not CREDIT_WORDS.isdisjoint(before)
            return "financing" if bank or (known and self._known("financing", sentence)) else None
        if event.act in ("financing", "funding", "round"):
            round_of = words[end : end + 1] == ["of"] and words[end + 1 : end + 2] in (["funding"], ["financing"])
            if event.act == "financing" and modified == "financing" and ROUND_BEFORE.isdisjoint(before):
                return "financing"
            money = "M" in tokens.tags[start : event.at] or tokens.tags[max(0, start - 2) : start] == "Mi"
            first = not ROUND_BEFORE.isdisjoint(before) or round_of or money or not words[event.at].isascii()
            return "investment" if first or (known and self._known("investment", sentence)) else None
        if event.act in ("licence", "rights"):
            return "licensing"
        if event.act == "loan":
            return "financing"
        return "partnership"

    def _contract(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        start, end = event.phrase or (event.at, event.at + 1)
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        purpose = purpose_of(tokens, end, MAKING | BUYING)
        thing = purpose.thing if purpose else part_behind(tokens, end, "f", names=False)
        if thing and tokens.words[thing[1] - 1] in ("month", "months", "year", "years"):
            thing = None
        draft = Draft("supply", subject=thing)
        subject = self._parties(event.subject, event, tokens, draft)
        behind = [
            self._parties(phrase, event, tokens, draft)
            for phrase in (
                purpose.whom if purpose else None,
                arguments.source,
                arguments.partner,
                arguments.agent,
                named_for(tokens, end),
            )
        ]
        other = next((names for names in behind if names and not set(names) & set(subject)), [])
        to = self._parties(arguments.goal, event, tokens, draft)
        if lead.does == "lose":
            # Who loses an order from a customer had it; who loses one to a rival never did.
            customer = arguments.source or arguments.partner
            lost = tokens.words[lead.at] in ("lost", "loses") and tokens.tags[lead.at - 1 : lead.at] != "V"
            if not lost or lead.passive or customer is None or lead.whom or arguments.goal:
                return None
            draft.add(subject, "supplier")
            draft.add(self._parties(customer, event, tokens, draft), "customer")
        elif lead.does == "give" and not lead.passive and not event.own:
            given = self._parties(lead.whom, event, tokens, draft)
            draft.add(given or to or self._parties(arguments.partner, event, tokens, draft), "supplier")
            draft.add(subject, "customer")
        elif lead.does == "give" and lead.behind:
            draft.add(to, "supplier")
            draft.add(self._parties(arguments.agent, event, tokens, draft) or subject, "customer")
        elif lead.does in ("get", "give") and not event.own:
            draft.add(subject, "supplier")
            draft.add(other, "customer")
        elif purpose is not None and purpose.doer is not None:
            # "signed an agreement under which Orrin will supply"
            draft.add(self._parties(purpose.doer, event, tokens, draft), "supplier")
            both = subject + other
            draft.add([name for name in both if both and set(both) >= set(draft.parties)], "customer")
        elif lead.does or event.own:
            before = tokens.words[start : event.at]
            buys = (purpose is not None and tokens.words[purpose.at] in BUYING) or not BUYER_NOUNS.isdisjoint(before)
            if event.act == "order":
                held = tokens.words[lead.at] in _HAVING and purpose is not None and purpose.thing is not None
                buys = not held and (event.own or arguments.source is None or lead.does == "end")
            elif event.act == "contract" and lead.does == "end":
                buys = True
            other = other or self._parties(lead.whom or talked_with(event, tokens), event, tokens, draft)
            mutual = event.act == "agreement" or (event.act == "contract" and event.own and lead.does != "end")
            if not buys and purpose is None and mutual and len(subject) == len(other) == 1:
                return self._agreed_supply(draft, subject[0], other[0], event, tokens, sentence)
            draft.add(subject, "customer" if buys else "supplier")
            draft.add(other, "supplier" if buys else "customer")
        return draft if draft.has("supplier", "customer") else None

    def _agreed_supply(
        self, draft: Draft, one: str, other: str, event: Event, tokens: Tokens, sentence: Sentence
    ) -> Draft | None:
        """Two who agree on a supply: what they make and need tells who supplies, else whose agreement it is."""
        start = event.phrase[0] if event.phrase else event.at
        goods = [word for word in tokens.words[start : event.at] if word.isalpha() and word not in _NO_GOODS]
        if draft.subject:
            goods += tokens.words[slice(*draft.subject)]
        supplier = supplier_of(self.reading, sentence, one, other, goods)
        told = event.act == "agreement" or "supply" in tokens.words[start : event.at]
        if supplier is None and event.own and (told or name_kind(other) == "government"):
            # Who renews "its contract with" a company may be either side of it.
            supplier = one
        if supplier is None:
            draft.add([one, other], "other")
        else:
            draft.add([supplier], "supplier")
            draft.add([other if supplier == one else one], "customer")
        return draft if len(draft.parties) > 1 else None

    def _lease(self, event: Event, tokens: Tokens) -> Draft | None:
        """A lease that the user of a thing signs, wins or extends; who owns the thing is the supplier."""
        end = event.phrase[1] if event.phrase else event.at + 1
        lead = lead_of(event, tokens)
        if lead.does not in ("get", "make", "give", "end"):
            return None
        arguments = read_arguments(tokens, lead.behind or end)
        draft = Draft("supply", subject=part_behind(tokens, end, "fi", names=False))
        subject = self._parties(event.subject, event, tokens, draft)
        other = self._parties(arguments.partner or arguments.source or arguments.agent, event, tokens, draft)
        whom = self._parties(lead.whom or arguments.goal, event, tokens, draft)
        gives = lead.does == "give" and not event.own and bool(whom)
        draft.add(subject if gives else other or whom, "supplier")
        draft.add(whom if gives else subject, "customer")
        return draft if draft.has("supplier", "customer") else None

    def _licence(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        end = event.phrase[1] if event.phrase else event.at + 1
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        draft = Draft("licensing", subject=part_behind(tokens, end, "ft", names=False))
        subject = self._parties(event.subject, event, tokens, draft)
        other = self._parties(arguments.source or arguments.partner, event, tokens, draft)
        if lead.does == "give" and not lead.passive:
            draft.add(subject, "licensor")
            whom = self._parties(lead.whom, event, tokens, draft)
            draft.add(whom or self._parties(arguments.goal, event, tokens, draft), "licensee")
        elif lead.does == "pay":
            draft.add(subject, "licensee")
            draft.add(self._parties(lead.whom, event, tokens, draft), "licensor")
        elif lead.does != "end" and event.act != "agreement" and (lead.does in ("get", "give") or arguments.source):
            draft.add(subject, "licensee")
            draft.add(other or self._parties(arguments.agent, event, tokens, draft), "licensor")
        elif (lead.does or event.own) and event.act != "rights":
            both = list(dict.fromkeys([*subject, *other]))
            if len(both) != 2:
                both += [name for name in self._between(event, tokens) if name not in both]
            if len(both) != 2:
                return None
            if is_licensee(self.reading, sentence, both[1], both[0], USING):
                both.reverse()
            draft.add(both[:1], "licensee")
            draft.add(both[1:], "licensor")
        if any(name_kind(name) == "government" for name in draft.parties):
            # A permit, and no deal.
            return None
        return draft if draft.has("licensor", "licensee") else None

    def _agreement(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        """An agreement of no told kind: supply where it is to make a thing, a partnership where it tells an end."""
        end = event.phrase[1] if event.phrase else event.at + 1
        purpose = purpose_of(tokens, end, None)
        if purpose is None:
            return None
        if tokens.words[purpose.at] in BUYING and are_goods(purpose.thing, tokens):
            return self._contract(event, tokens, sentence)
        if tokens.words[purpose.at] in _OWNERSHIP:
            return None
        if tokens.words[purpose.at] in MAKING and (draft := self._contract(event, tokens, sentence)):
            return draft
        return self._alliance("partnership", event, tokens)

    def _alliance(self, kind: str, event: Event, tokens: Tokens) -> Draft | None:
        end = event.phrase[1] if event.phrase else event.at + 1
        lead = lead_of(event, tokens)
        draft = Draft(kind)
        arguments = read_arguments(tokens, lead.behind or end)
        named = event.subject is not None and "N" in tokens.tags[slice(*event.subject)]
        if lead.does or event.own or (kind == "joint_venture" and arguments.partner and named):
            other = arguments.partner or lead.whom or talked_with(event, tokens)
            draft.add(self._parties(event.subject, event, tokens, draft), "partner")
            draft.add(self._parties(other, event, tokens, draft), "partner")
        draft.add(self._between(event, tokens), "partner")
        purpose = purpose_of(tokens, end, None)
        draft.subject = purpose.whole if purpose else None
        return draft if len(draft.parties) > 1 else None
