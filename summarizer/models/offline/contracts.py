"""Supply, licences, loans, funding rounds and partnerships in a sentence: who deals with whom, from its clauses.

A verb ("ordered", "will supply", "was chosen to build") tells the roles by its subject, its object and its
prepositions; a noun ("contract", "credit facility", "Series B round") by the verb that leads to it (who gets one, gives
one, makes one with another), by its possessor and by what stands behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.article import Sentence
from summarizer.models.offline.contract_clauses import contract_events, contract_tokens
from summarizer.models.offline.contract_draft import Draft
from summarizer.models.offline.contract_nouns import NounDeals
from summarizer.models.offline.contract_parts import lead_of
from summarizer.models.offline.contract_verbs import VerbDeals
from summarizer.models.offline.contract_words import DEED_VERBS
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_refusals import is_history
from summarizer.models.offline.deal_stance import is_denied, is_negated, is_supposed
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_words import STANCE_STATUS, TOLD_BEFORE
from summarizer.text.numbers import Amount

_DONE = frozenset(["in-licensed", "issued", "lent", "licensed", "loaned", "out-licensed", "placed"])
"""Verbs by which it is done, and not only agreed."""
_REPORTED_WILL = re.compile(r"would (?!(?:consider|like|offer|propose|seek)\b)")
_GAPPED = re.compile(r"t(?P<first>N)(?:f[dpxr]{0,2}M)?,?cd?(?P<thing>x{1,4})t(?P<second>N)(?![rBHVRGA'])")
"""Two customers with what each is supplied with, of which the second has no verb."""
_DESCRIBING = re.compile(r"[fmoiwbp]r*\Z")
_SERIES = re.compile(r"\bseries [a-h]\b", re.IGNORECASE)
_ROUND_REACH = 16
"""Words around a verb or noun within which its round is named."""
_STANCE = 40
"""Words before a verb or noun that are read for its status."""


class ContractReader(VerbDeals, NounDeals):
    """Reads the deals of one article that are not about ownership, sentence by sentence."""

    def mentions(self, sentence: Sentence, plain: Tokens) -> list[Mention]:
        """The mentions of deals in `sentence`, whose words are `plain`."""
        tokens = contract_tokens(plain)
        found = []
        events = contract_events(tokens)
        for event in events:
            if is_negated(event, tokens) or is_denied(event, tokens) or not _is_told(event, tokens):
                continue
            if self._is_of_before(event, tokens, events):
                continue
            draft = self._noun(event, tokens, sentence) if event.noun else self._verb(event, tokens, sentence)
            # Last, as it may have to read the dates of the whole article.
            if draft is None or is_history(event, tokens, self.reading):
                continue
            if (mention := self._mention(draft, event, tokens, sentence)) is None:
                continue
            found.append(mention)
            if draft.kind == "supply" and (second := self._gapped(mention, event, tokens)) is not None:
                found.append(second)
        found += self._told_besides(tokens, sentence)
        return found

    def _is_of_before(self, event: Event, tokens: Tokens, events: list[Event]) -> bool:
        """Whether a verb raises money of before, beside a round that is told: "had last raised $3 million in 2023"."""
        if event.noun or DEED_VERBS[tokens.words[event.at]].act != "raise":
            return False
        told = "investment" in self._last or any(other.noun and other.act == "round" for other in events)
        return told and TOLD_BEFORE.search(tokens.text(max(event.chain, event.at - 6), event.at + _STANCE)) is not None

    def _gapped(self, mention: Mention, event: Event, tokens: Tokens) -> Mention | None:
        """The second supply of two that share a verb: "will supply rails to Tarn and pipes to Lund"."""
        match = _GAPPED.search(tokens.tags, event.at, event.at + _STANCE)
        if match is None:
            return None
        first, second = (self.names.names([at], tokens) for at in (match.start("first"), match.start("second")))
        supplier = [name for name, role in mention.parties.items() if role == "supplier"]
        customer = [name for name, role in mention.parties.items() if role == "customer"]
        if customer != first or not second or second[0] in mention.parties or not self.reading.is_company(second[0]):
            return None
        span = tokens.span(*match.span("thing"))
        parties = {**dict.fromkeys(supplier, "supplier"), second[0]: "customer"}
        return replace(mention, parties=parties, subject=span, cue=span, amount=None)

    def _mention(self, draft: Draft, event: Event, tokens: Tokens, sentence: Sentence) -> Mention | None:
        alone = draft.kind in ("financing", "investment") and not draft.known
        if len(draft.parties) < 2 and not (alone and self._has_amount(event, tokens)):
            return None
        subject = draft.subject or event.phrase or (event.at, event.at + 1)
        start, end = subject
        while start < end - 1 and tokens.tags[start] in "dr'":
            start += 1
        self._last[draft.kind] = draft.parties, sentence.number
        return Mention(
            draft.kind,
            self._status(draft, event, tokens),
            draft.parties,
            tokens.span(start, end),
            sorted({sentence.number, *draft.cited}),
            event.noun and not lead_of(event, tokens).does,
            tokens.span(event.at, event.at + 1),
            stage=_verb_group(tokens, lead_of(event, tokens).at if event.noun else event.at),
            amount=self._amount(draft, event, tokens),
            round=_round_of(event, tokens) if draft.kind == "investment" else "",
        )

    @staticmethod
    def _has_amount(event: Event, tokens: Tokens) -> bool:
        start = event.phrase[0] - 2 if event.phrase else event.at
        return "M" in tokens.tags[max(0, start) : start + 8]

    @staticmethod
    def _amount(draft: Draft, event: Event, tokens: Tokens) -> Amount | None:
        """The money that the words of the deal itself hold: "raised $3 million", "a $3 million loan"."""
        if draft.kind == "licensing" or draft.known:
            return None
        start, end = event.phrase or (event.at, event.at)
        start -= 2 * (tokens.tags[max(0, start - 2) : start] == "Mi")
        if not event.noun and draft.kind in ("financing", "investment"):
            end += 7
        at = tokens.tags.find("M", max(0, start), end)
        return tokens.skeleton.amounts.get(tokens.at[at]) if at >= 0 else None

    @staticmethod
    def _status(draft: Draft, event: Event, tokens: Tokens) -> str:
        if event.noun and lead_of(event, tokens).does in ("end", "lose"):
            return "terminated"
        stance = tokens.text(max(min(event.chain, event.at), event.at - _STANCE), event.at) + " "
        told = next((status for status, pattern in STANCE_STATUS if pattern.search(stance)), None)
        if told == "proposed" and event.speaker and _REPORTED_WILL.match(stance) and event.speaker != event.subject:
            # "said they would form"
            told = None
        if told in ("terminated", "in_talks", "proposed", "rumored"):
            return told
        behind = event.phrase[1] if event.phrase else event.at + 1
        provided = "provided" in stance or tokens.words[behind : behind + 2] == ["provided", "by"]
        done = tokens.words[event.at] in _DONE or (event.noun and draft.kind == "financing" and provided)
        return "closed" if draft.kind == "investment" or done else "agreed"


def _is_told(event: Event, tokens: Tokens) -> bool:
    """Whether a verb is that of a clause which is said to be so: not "of licensed goods", "if Tarn hired Lund"."""
    if event.noun:
        return True
    described = _DESCRIBING.search(tokens.tags, max(0, event.at - 4), event.at) is not None
    return not (described and tokens.words[event.at].endswith("ed")) and not is_supposed(event, tokens)


def _round_of(event: Event, tokens: Tokens) -> str:
    """The name of the round around an event: "raised $3 million in its Series A round"."""
    low, high = max(0, event.at - _ROUND_REACH), min(len(tokens.at) - 1, event.at + _ROUND_REACH)
    match = _SERIES.search(tokens.skeleton.text, tokens.at[low], tokens.end[high])
    if match is not None:
        return match.group().lower()
    named = [
        span.text.lower() for place, span in tokens.skeleton.names.items() if tokens.at[low] <= place <= tokens.at[high]
    ]
    return next((name for name in named if _SERIES.fullmatch(name)), "")


def _verb_group(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The words of the verb at `at` with its auxiliaries, "has ordered", (start, end) in the article."""
    if at < 0:
        return None
    start = at
    while start and tokens.tags[start - 1] in "BHVr":
        start -= 1
    while start < at and tokens.tags[start] == "r":
        start += 1
    return tokens.span(start, at + 1)
