"""Loans, notes and funding rounds: who lends, who borrows, who puts money in."""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.contract_draft import ContractNames, Draft, named_for
from summarizer.models.offline.contract_parts import Part, lead_of, part_behind
from summarizer.models.offline.contract_words import (
    DEBT_WORDS,
    DEED_VERBS,
    DEFINITE,
    PARTY_NOUNS,
    ROUND_WORDS,
)
from summarizer.models.offline.deal_arguments import Arguments, read_arguments
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_tokens import Tokens

_FINANCED = re.compile(r"\b(?:backed|financed|funded|paid for) (?:\w+ )?(?:by|from|through|via|with)\b")
_MOST = 6
"""Names that are added to a deal at once."""


class MoneyDeals(ContractNames):
    """Reads deals in money from verbs, from nouns, and from what is said of their lenders and investors."""

    def _lent(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        if behind.phrase is None:
            return None
        around = tokens.tags[behind.phrase[0] : behind.phrase[1] + 6]
        if "M" not in around:
            return None
        draft = Draft("financing")
        draft.add(self._parties(event.subject, event, tokens, draft), "lender")
        whom = behind.phrase if "N" in tokens.tags[slice(*behind.phrase)] else arguments.goal
        draft.add(self._parties(whom, event, tokens, draft), "borrower")
        money = tokens.tags.find("M", behind.phrase[0])
        draft.subject = (money, money + 1)
        return draft if draft.has("lender", "borrower") else None

    def _borrowed(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        if behind.phrase is None or "M" not in tokens.tags[slice(*behind.phrase)]:
            return None
        draft = Draft("financing", subject=behind.phrase)
        draft.add(self._parties(event.subject, event, tokens, draft), "borrower")
        if DEED_VERBS[tokens.words[event.at]].act == "borrow":
            draft.add(self._parties(arguments.source, event, tokens, draft), "lender")
        else:
            notes = part_behind(tokens, behind.phrase[1], "oi") or behind.phrase
            if DEBT_WORDS.isdisjoint(tokens.words[slice(*notes)]):
                return None
            end = notes[1] - (tokens.words[notes[1] - 1] == "maturing")
            draft.subject = behind.phrase[0], end
        return draft if draft.has("borrower") else None

    def _raised(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> Draft | None:
        phrase = behind.phrase
        if phrase is None or "M" not in tokens.tags[slice(*phrase)] or "h" in tokens.tags[slice(*phrase)]:
            return None
        reach = phrase[0], min(len(tokens.words), phrase[1] + 10)
        around = set(tokens.words[slice(*reach)])
        offered = next((at for at in range(*reach) if tokens.words[at] in ("flotation", "ipo", "offering")), None)
        if offered is not None:
            start = max(tokens.tags.rfind("d", phrase[1], offered), tokens.tags.rfind("i", phrase[1], offered)) + 1
            draft = Draft("financing", subject=(start or phrase[0], offered + 1))
            draft.add(self._parties(event.subject, event, tokens, draft)[:1], "investee")
            return draft if draft.has("investee") else None
        if around & DEBT_WORDS and not around & {"round", "series", "seed"}:
            draft = Draft("financing", subject=phrase)
            draft.add(self._parties(event.subject, event, tokens, draft), "borrower")
            draft.add(self._parties(arguments.source, event, tokens, draft), "lender")
            return draft if draft.has("borrower") else None
        draft = Draft("investment", subject=phrase)
        draft.add(self._parties(event.subject, event, tokens, draft), "investee")
        draft.add(self._parties(arguments.leader, event, tokens, draft), "investor")
        draft.add(self._parties(arguments.source, event, tokens, draft), "investor")
        if not draft.has("investee"):
            return None
        names = [name for name, role in draft.parties.items() if role == "investee"]
        if any(self.names.is_person(name) for name in names) or len(names) > 1:
            return None
        sure = around & ROUND_WORDS or draft.has("investor") or self._is_round_story
        if sure and (part := part_behind(tokens, phrase[1], "i", names=False)):
            words = tokens.words[slice(*part)]
            if not ROUND_WORDS.isdisjoint(words) or not all(map(str.isascii, words)):
                draft.subject = part
        return draft if sure else None

    def _took_part(self, event: Event, arguments: Arguments, tokens: Tokens, sentence: Sentence) -> Draft | None:
        known = self._known("investment", sentence)
        words = tokens.words
        follows = words[event.at + 1 : event.at + 2]
        lemma = DEED_VERBS[words[event.at]].lemma
        if known is None or (lemma == "take" and follows != ["part"]):
            return None
        if lemma == "invest" and tokens.tags[event.at + 1 : event.at + 2] not in (".", ",", ";", ""):
            return None
        draft = Draft("investment", known=True)
        if words[event.at].endswith("ing"):
            # "with Tarn and Lund taking part"
            start = max(tokens.tags.rfind("w", 0, event.at), event.at - 16, 0)
            places = [place for place in range(start, event.at) if tokens.tags[place] == "N"]
            draft.add(self.names.names(places, tokens), "investor")
        else:
            draft.add(self._parties(event.subject, event, tokens, draft), "investor")
        draft.add(self._parties(arguments.partner, event, tokens, draft), "investor")
        return self._joined(draft, known)

    def _loan(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        start, end = event.phrase or (event.at, event.at + 1)
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        draft = Draft("financing", subject=(start, end))
        lenders = [
            name
            for phrase in (arguments.source, arguments.partner, arguments.agent, arguments.leader)
            for name in self._parties(phrase, event, tokens, draft)
        ]
        if lead.does == "repay":
            return None
        if lead.does == "talk":
            lenders += self._parties(lead.whom, event, tokens, draft)
        if tokens.words[start] in DEFINITE and event.subject in (None, event.speaker, event.phrase):
            known = self._known("financing", sentence)
            draft.known = True
            draft.add(lenders, "lender")
            return self._joined(draft, known) if known and lenders else None
        subject = self._parties(event.subject, event, tokens, draft)
        if lead.does == "allow" and not lead.passive and not lenders:
            # "the bank has approved a loan to Tarn"; a company's board approves what it borrows.
            whom = self._parties(arguments.goal or named_for(tokens, end), event, tokens, draft)
            draft.add(subject, "lender")
            draft.add(whom, "borrower")
            return draft if draft.has("lender", "borrower") else None
        if not lead.does and not event.own and lenders and _FINANCED.search(tokens.text(event.chain, start)):
            # "the purchase by Tarn will be financed with a loan from"
            draft.add(self._doer(event, tokens), "borrower")
            draft.add(lenders, "lender")
            return draft if draft.has("lender", "borrower") else None
        if lead.does == "give" and not lead.passive and not lenders:
            whom = self._parties(lead.whom or arguments.goal or named_for(tokens, end), event, tokens, draft)
            draft.add(subject, "lender")
            draft.add(whom, "borrower")
            return draft if draft.has("lender", "borrower") else None
        if lead.does in ("get", "make", "give", "talk") or event.own:
            draft.add(subject[:1], "borrower")
            draft.add(lenders, "lender")
        return draft if draft.has("borrower") else None

    def _doer(self, event: Event, tokens: Tokens) -> list[str]:
        """Whose a subject is that names a deed: "the purchase by Tarn", "Tarn's purchase"."""
        start, end = event.subject or (0, 0)
        mark = tokens.tags.rfind("'", start, end)
        by = tokens.tags.find("bN", end, event.at)
        places = [mark - 1] if mark > start else [by + 1] if by >= 0 else []
        return [name for name in self.names.names(places, tokens) if self.reading.is_company(name)]

    def _offering(self, event: Event, tokens: Tokens) -> Draft | None:
        """A company's own shares sold to the public: "filed for an initial public offering"."""
        if event.phrase is None or not (event.own or lead_of(event, tokens).does in ("get", "make")):
            return None
        draft = Draft("financing", subject=event.phrase)
        draft.add(self._parties(event.subject, event, tokens, draft)[:1], "investee")
        return draft if draft.has("investee") else None

    def _round(self, event: Event, tokens: Tokens, sentence: Sentence) -> Draft | None:
        start, end = event.phrase or (event.at, event.at + 1)
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        draft = Draft("investment", subject=(start, end))
        investors = [
            name
            for phrase in (arguments.leader, arguments.source, arguments.agent)
            for name in self._parties(phrase, event, tokens, draft)
        ]
        known = self._known("investment", sentence)
        if lead.does == "fund" and not lead.passive and not lead.behind:
            draft.add(self._parties(event.subject, event, tokens, draft), "investor")
            place = part_behind(tokens, end, "if", names=True)
            draft.add(self._parties(place, event, tokens, draft), "investee")
            if draft.has("investor", "investee"):
                return draft
            draft.known = True
            return self._joined(draft, known) if known and draft.parties else None
        if tokens.words[start] in DEFINITE and known and investors:
            draft.add(investors, "investor")
            draft.known = True
            return self._joined(draft, known)
        if lead.does not in ("get", "make") and not event.own:
            return None
        draft.add(self._parties(event.subject, event, tokens, draft)[:1], "investee")
        draft.add(investors, "investor")
        return draft if draft.has("investee") and not any(map(self.names.is_person, list(draft.parties)[:1])) else None

    def _told_besides(self, tokens: Tokens, sentence: Sentence) -> list[Mention]:
        """Who is said to be among the lenders, or the investors, of a deal that was told before."""
        found: list[Mention] = []
        for at, word in enumerate(tokens.words):
            if word not in PARTY_NOUNS:
                continue
            kind, role = PARTY_NOUNS[word]
            known = self._known(kind, sentence)
            if known is None:
                continue
            lead = tokens.words[max(0, at - 5) : at]
            start = max(tokens.tags.rfind(mark, 0, at) for mark in ';"') + 1
            places: list[int] = []
            if tokens.words[at + 1 : at + 2] in (["include"], ["included"], ["including"]):
                places = [place for place in range(at + 2, min(len(tokens.tags), at + 24)) if tokens.tags[place] == "N"]
            elif "acted" in lead or "among" in lead:
                places = [place for place in range(start, at) if tokens.tags[place] == "N"]
            names = [name for name in self.names.names(places, tokens) if name not in known]
            names = [name for name in names if self.reading.is_company(name)]
            if not names:
                continue
            parties = {**known, **dict.fromkeys(names[:_MOST], role)}
            self._last[kind] = parties, sentence.number
            span = tokens.span(at, at + 1)
            found.append(Mention(kind, None, parties, span, [sentence.number], True, span))
        return found
