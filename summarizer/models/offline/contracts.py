"""Supply, licences, loans, funding rounds and partnerships in a sentence: who deals with whom, from its clauses.

A verb ("ordered", "will supply", "was chosen to build") tells the roles by its subject, its object and its
prepositions; a noun ("contract", "credit facility", "Series B round") by the verb that leads to it (who gets one, gives
one, makes one with another), by its possessor and by what stands behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.article import Sentence
from summarizer.models.offline.contract_clauses import contract_events, contract_tokens
from summarizer.models.offline.contract_parts import Part, lead_of, object_at, part_behind, purpose_of
from summarizer.models.offline.contract_words import (
    BUYER_NOUNS,
    BUYING,
    CHOSEN_AS,
    CONTRACT_WORDS,
    CREDIT_WORDS,
    DEBT_WORDS,
    DEED_VERBS,
    DEFINITE,
    MAKING,
    MODIFIERS,
    NOT_DEALT,
    ORDER_WORDS,
    PARTY_NOUNS,
    PROMISES,
    ROUND_BEFORE,
    ROUND_WORDS,
    USING,
)
from summarizer.models.offline.deal_arguments import Arguments, read_arguments
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_party_names import PartyNames
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_refusals import is_history
from summarizer.models.offline.deal_signs import GROUPS, NUMBERS
from summarizer.models.offline.deal_stance import is_negated
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_words import STANCE_STATUS
from summarizer.models.offline.licence_sides import is_licensee
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import name_kind
from summarizer.text.numbers import Amount

_NEAR = 4
"""Sentences after a deal's mention in which "the round" still means it."""
_MOST = 6
"""Names that one phrase gives a role."""
_OWNERSHIP = frozenset(["acquire", "buy", "divest", "merge", "purchase", "sell", "take"])


@dataclass(slots=True)
class _Draft:
    """A deal as far as it is read: full names with roles, the words of what it is about."""

    kind: str
    parties: dict[str, str] = field(default_factory=dict)
    subject: Phrase | None = None
    cited: set[int] = field(default_factory=set)
    known: bool = False
    """Whether it adds to a deal that an earlier sentence told."""

    def add(self, names: list[str], role: str) -> None:
        for name in names[:_MOST]:
            self.parties.setdefault(name, role)

    def has(self, *roles: str) -> bool:
        return set(roles) <= set(self.parties.values())


_NAMES = re.compile(r"[dxN,]{1,6}c[dx]{0,3}N")
"""Names joined by "and"."""
_AS_REACH = 12
"""Words behind "chosen" within which "as supplier" follows."""
_DONE = frozenset(["in-licensed", "lent", "licensed", "loaned", "out-licensed"])
"""Verbs by which it is done, and not only agreed."""
_STANCE = 40
"""Words before a verb or noun that are read for its status."""
_OPENING = 4
"""Words within which the subject of a sentence begins."""
_ROUND_STORY = re.compile(
    r"\b(?:funding round|[Ss]eries [A-H]\b|venture capital|seed (?:round|funding)|[Tt]he round|[Ii]nvestors? includ)"
)
"""Words by which an article is about money raised from investors."""


class ContractReader:
    """Reads the deals of one article that are not about ownership; `names` knows whom "it" means."""

    def __init__(self, reading: Reading, names: PartyNames) -> None:
        self.reading = reading
        self.names = names
        self._last: dict[str, tuple[dict[str, str], int]] = {}
        """The parties of the last deal of each kind, with its sentence."""

    @property
    def has_found(self) -> bool:
        """Whether a deal was found in a sentence before."""
        return bool(self._last)

    def mentions(self, sentence: Sentence, plain: Tokens) -> list[Mention]:
        """The mentions of deals in `sentence`, whose words are `plain`."""
        tokens = contract_tokens(plain)
        found = []
        for event in contract_events(tokens):
            if is_negated(event, tokens) or is_history(event, tokens, self.reading):
                continue
            draft = self._noun(event, tokens, sentence) if event.noun else self._verb(event, tokens, sentence)
            if draft is None or (mention := self._mention(draft, event, tokens, sentence)) is None:
                continue
            found.append(mention)
        found += self._told_besides(tokens, sentence)
        return found

    def _mention(self, draft: _Draft, event: Event, tokens: Tokens, sentence: Sentence) -> Mention | None:
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
            amount=self._amount(draft, event, tokens),
        )

    @staticmethod
    def _has_amount(event: Event, tokens: Tokens) -> bool:
        start = event.phrase[0] - 2 if event.phrase else event.at
        return "M" in tokens.tags[max(0, start) : start + 8]

    @staticmethod
    def _amount(draft: _Draft, event: Event, tokens: Tokens) -> Amount | None:
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
    def _status(draft: _Draft, event: Event, tokens: Tokens) -> str:
        if event.noun and lead_of(event, tokens).does == "end":
            return "terminated"
        stance = tokens.text(max(min(event.chain, event.at), event.at - _STANCE), event.at) + " "
        told = next((status for status, pattern in STANCE_STATUS if pattern.search(stance)), None)
        if told in ("terminated", "in_talks", "proposed", "rumored"):
            return told
        done = tokens.words[event.at] in _DONE or (event.noun and draft.kind == "financing" and "provided" in stance)
        return "closed" if draft.kind == "investment" or done else "agreed"

    def _parties(self, phrase: Phrase | None, event: Event, tokens: Tokens, draft: _Draft) -> list[str]:
        """The companies and bodies that a phrase names; people only where they put money in."""
        if phrase is None:
            return []
        phrase = self._antecedent(_head(phrase, tokens), tokens)
        found = self.names.parties(phrase, event, tokens, draft.cited)
        if draft.kind != "investment":
            found = [name for name in found if self.reading.is_company(name)]
        return [name for name in found if name_kind(name) != "place" and name.split()[-1] not in GROUPS]

    @staticmethod
    def _antecedent(phrase: Phrase, tokens: Tokens) -> Phrase:
        """For "it" the name that the sentence begins with, where it begins with one."""
        start, end = phrase
        opening = tokens.tags[:_OPENING].find("N")
        if tokens.words[start:end] == ["it"] and 0 <= opening < start and not tokens.tags[:opening].strip("dD,irx"):
            return opening, opening + 1
        return phrase

    @cached_property
    def _is_round_story(self) -> bool:
        return _ROUND_STORY.search(self.reading.text) is not None

    def _known(self, kind: str, sentence: Sentence) -> dict[str, str] | None:
        last = self._last.get(kind)
        return last[0] if last and sentence.number - last[1] <= _NEAR else None

    # Verbs.

    def _verb(self, event: Event, tokens: Tokens, sentence: Sentence) -> _Draft | None:
        verb = DEED_VERBS[tokens.words[event.at]]
        behind = object_at(tokens, event.at + 1)
        arguments = read_arguments(tokens, behind.phrase[1] if behind.phrase else event.at + 1)
        if verb.act == "choose":
            return self._chosen(event, behind, arguments, tokens)
        if verb.act == "make":
            return self._made(event, behind, arguments, tokens)
        if event.passive:
            return None
        if verb.act in ("supply", "equip"):
            return self._supplied(event, behind, arguments, tokens)
        if verb.act in ("buy", "order"):
            if verb.act == "buy" and not (_is_order(event.at, tokens) and _are_goods(behind.phrase, tokens)):
                return None
            draft = _Draft("supply", subject=behind.phrase)
            draft.add(self._parties(event.subject, event, tokens, draft), "customer")
            draft.add(self._parties(arguments.source, event, tokens, draft), "supplier")
            return draft if behind.phrase and draft.has("customer", "supplier") else None
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

    def _chosen(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
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
        draft = _Draft(kind, subject=subject)
        chosen, chooser = ("supplier", "customer") if kind == "supply" else ("partner", "partner")
        if event.passive:
            draft.add(self._parties(event.subject, event, tokens, draft), chosen)
            draft.add(self._parties(arguments.agent, event, tokens, draft), chooser)
        elif behind.phrase is not None and behind.phrase[1] <= stop:
            draft.add(self._parties(event.subject, event, tokens, draft), chooser)
            draft.add(self._parties(behind.phrase, event, tokens, draft), chosen)
        return draft if len(draft.parties) > 1 and draft.has(chosen, chooser) else None

    def _made(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        """What somebody will build for another, in a sentence that speaks of a contract."""
        if CONTRACT_WORDS.isdisjoint(tokens.words) or "V" not in tokens.tags[max(0, event.at - 3) : event.at]:
            return None
        draft = _Draft("supply", subject=event.subject if event.passive else behind.phrase)
        maker = arguments.agent if event.passive else event.subject
        draft.add(self._parties(maker, event, tokens, draft), "supplier")
        end = behind.phrase[1] if behind.phrase else event.at + 1
        draft.add(self._parties(_named_for(tokens, end), event, tokens, draft), "customer")
        return draft if draft.subject and draft.has("supplier", "customer") else None

    def _supplied(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        word = tokens.words[event.at]
        if behind.phrase is None:
            return None
        thing = part_behind(tokens, behind.phrase[1], "w")
        if thing is not None and "M" in tokens.tags[slice(*thing)]:
            return self._lent(event, behind, arguments, tokens)
        if not _is_promised(event.at, tokens):
            # "supplies", "supplied": what it does, and no deal.
            return None
        draft = _Draft("supply")
        draft.add(self._parties(event.subject, event, tokens, draft), "supplier")
        if thing is not None:
            draft.subject = thing
            draft.add(self._parties(behind.phrase, event, tokens, draft), "customer")
        else:
            draft.subject = behind.phrase
            draft.add(self._parties(arguments.goal or _talked_with(event, tokens), event, tokens, draft), "customer")
        if DEED_VERBS[word].act == "equip" and not draft.has("customer"):
            return None
        return draft if draft.has("customer", "supplier") else None

    def _lent(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        if behind.phrase is None:
            return None
        around = tokens.tags[behind.phrase[0] : behind.phrase[1] + 6]
        if "M" not in around:
            return None
        draft = _Draft("financing")
        draft.add(self._parties(event.subject, event, tokens, draft), "lender")
        whom = behind.phrase if "N" in tokens.tags[slice(*behind.phrase)] else arguments.goal
        draft.add(self._parties(whom, event, tokens, draft), "borrower")
        money = tokens.tags.find("M", behind.phrase[0])
        draft.subject = (money, money + 1)
        return draft if draft.has("lender", "borrower") else None

    def _borrowed(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        if behind.phrase is None or "M" not in tokens.tags[slice(*behind.phrase)]:
            return None
        draft = _Draft("financing", subject=behind.phrase)
        draft.add(self._parties(event.subject, event, tokens, draft), "borrower")
        if DEED_VERBS[tokens.words[event.at]].act == "borrow":
            draft.add(self._parties(arguments.source, event, tokens, draft), "lender")
        else:
            notes = part_behind(tokens, behind.phrase[1], "oi") or behind.phrase
            if DEBT_WORDS.isdisjoint(tokens.words[slice(*notes)]):
                return None
            draft.subject = behind.phrase[0], notes[1]
        return draft if draft.has("borrower") else None

    def _raised(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        phrase = behind.phrase
        if phrase is None or "M" not in tokens.tags[slice(*phrase)] or "h" in tokens.tags[slice(*phrase)]:
            return None
        around = set(tokens.words[phrase[0] : phrase[1] + 10])
        if around & DEBT_WORDS and not around & {"round", "series", "seed"}:
            draft = _Draft("financing", subject=phrase)
            draft.add(self._parties(event.subject, event, tokens, draft), "borrower")
            draft.add(self._parties(arguments.source, event, tokens, draft), "lender")
            return draft if draft.has("borrower") else None
        draft = _Draft("investment", subject=phrase)
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

    def _took_part(self, event: Event, arguments: Arguments, tokens: Tokens, sentence: Sentence) -> _Draft | None:
        known = self._known("investment", sentence)
        words = tokens.words
        follows = words[event.at + 1 : event.at + 2]
        lemma = DEED_VERBS[words[event.at]].lemma
        if known is None or (lemma == "take" and follows != ["part"]):
            return None
        if lemma == "invest" and tokens.tags[event.at + 1 : event.at + 2] not in (".", ",", ";", ""):
            return None
        draft = _Draft("investment", known=True)
        if words[event.at].endswith("ing"):
            # "with Tarn and Lund taking part"
            start = max(tokens.tags.rfind("w", 0, event.at), event.at - 16, 0)
            places = [place for place in range(start, event.at) if tokens.tags[place] == "N"]
            draft.add(self.names.names(places, tokens), "investor")
        else:
            draft.add(self._parties(event.subject, event, tokens, draft), "investor")
        draft.add(self._parties(arguments.partner, event, tokens, draft), "investor")
        return self._joined(draft, known)

    @staticmethod
    def _joined(draft: _Draft, known: dict[str, str]) -> _Draft | None:
        """A draft with the parties of the deal that it adds to, None where it adds none."""
        fresh = {name: role for name, role in draft.parties.items() if name not in known}
        if not fresh:
            return None
        draft.parties = {**known, **fresh}
        return draft

    def _licensed(self, event: Event, behind: Part, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        draft = _Draft("licensing", subject=behind.phrase)
        subject = self._parties(event.subject, event, tokens, draft)
        other = self._parties(arguments.source, event, tokens, draft)
        if other:
            draft.add(subject, "licensee")
            draft.add(other, "licensor")
        else:
            draft.add(subject, "licensor")
            draft.add(self._parties(arguments.goal, event, tokens, draft), "licensee")
        return draft if draft.has("licensor", "licensee") else None

    def _partnered(self, event: Event, arguments: Arguments, tokens: Tokens) -> _Draft | None:
        follows = tokens.words[event.at + 1 : event.at + 2]
        lemma = DEED_VERBS[tokens.words[event.at]].lemma
        if (lemma == "team" and follows not in (["up"], ["with"])) or (lemma == "join" and follows != ["forces"]):
            return None
        draft = _Draft("partnership")
        draft.add(self._parties(event.subject, event, tokens, draft), "partner")
        draft.add(self._parties(arguments.partner, event, tokens, draft), "partner")
        if purpose := purpose_of(tokens, event.at + 1, None):
            draft.subject = purpose.whole
        return draft if len(draft.parties) > 1 else None

    # Nouns.

    def _noun(self, event: Event, tokens: Tokens, sentence: Sentence) -> _Draft | None:
        if event.phrase is None or lead_of(event, tokens).does == "lose":
            return None
        kind = self._kind(event, tokens, sentence)
        if kind is None:
            return None
        if kind == "supply":
            return self._contract(event, tokens)
        if kind == "licensing":
            return self._licence(event, tokens, sentence)
        if kind == "financing":
            return self._loan(event, tokens, sentence)
        if kind == "investment":
            return self._round(event, tokens, sentence)
        if kind == "agreement":
            return self._agreement(event, tokens)
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

    def _contract(self, event: Event, tokens: Tokens) -> _Draft | None:
        start, end = event.phrase or (event.at, event.at + 1)
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        purpose = purpose_of(tokens, end, MAKING | BUYING)
        thing = purpose.thing if purpose else part_behind(tokens, end, "f", names=False)
        if thing and tokens.words[thing[1] - 1] in ("month", "months", "year", "years"):
            thing = None
        draft = _Draft("supply", subject=thing)
        subject = self._parties(event.subject, event, tokens, draft)
        behind = [
            self._parties(phrase, event, tokens, draft)
            for phrase in (
                purpose.whom if purpose else None,
                arguments.source,
                arguments.partner,
                arguments.agent,
                _named_for(tokens, end),
            )
        ]
        other = next((names for names in behind if names and not set(names) & set(subject)), [])
        to = self._parties(arguments.goal, event, tokens, draft)
        if lead.does == "give" and not lead.passive:
            given = self._parties(lead.whom, event, tokens, draft)
            draft.add(given or to or self._parties(arguments.partner, event, tokens, draft), "supplier")
            draft.add(subject, "customer")
        elif lead.does == "give" and lead.behind:
            draft.add(to, "supplier")
            draft.add(self._parties(arguments.agent, event, tokens, draft) or subject, "customer")
        elif lead.does in ("get", "give"):
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
                buys = event.own or arguments.source is None or lead.does == "end"
            elif event.act == "contract" and lead.does == "end":
                buys = True
            draft.add(subject, "customer" if buys else "supplier")
            other = other or self._parties(lead.whom or _talked_with(event, tokens), event, tokens, draft)
            draft.add(other, "supplier" if buys else "customer")
        return draft if draft.has("supplier", "customer") else None

    def _licence(self, event: Event, tokens: Tokens, sentence: Sentence) -> _Draft | None:
        end = event.phrase[1] if event.phrase else event.at + 1
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        draft = _Draft("licensing", subject=part_behind(tokens, end, "ft", names=False))
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

    def _loan(self, event: Event, tokens: Tokens, sentence: Sentence) -> _Draft | None:
        start, end = event.phrase or (event.at, event.at + 1)
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        draft = _Draft("financing", subject=(start, end))
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
        if lead.does == "give" and not lead.passive and not lenders:
            whom = self._parties(lead.whom or arguments.goal, event, tokens, draft)
            draft.add(subject, "lender")
            draft.add(whom, "borrower")
            return draft if draft.has("lender", "borrower") else None
        if lead.does in ("get", "make", "give", "talk") or event.own:
            draft.add(subject[:1], "borrower")
            draft.add(lenders, "lender")
        return draft if draft.has("borrower") else None

    def _round(self, event: Event, tokens: Tokens, sentence: Sentence) -> _Draft | None:
        start, end = event.phrase or (event.at, event.at + 1)
        lead = lead_of(event, tokens)
        arguments = read_arguments(tokens, lead.behind or end)
        draft = _Draft("investment", subject=(start, end))
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

    def _agreement(self, event: Event, tokens: Tokens) -> _Draft | None:
        """An agreement of no told kind: supply where it is to make a thing, a partnership where it tells an end."""
        end = event.phrase[1] if event.phrase else event.at + 1
        purpose = purpose_of(tokens, end, None)
        if purpose is None or tokens.words[purpose.at] in _OWNERSHIP:
            return None
        if tokens.words[purpose.at] in MAKING and (draft := self._contract(event, tokens)):
            return draft
        return self._alliance("partnership", event, tokens)

    def _alliance(self, kind: str, event: Event, tokens: Tokens) -> _Draft | None:
        end = event.phrase[1] if event.phrase else event.at + 1
        lead = lead_of(event, tokens)
        draft = _Draft(kind)
        arguments = read_arguments(tokens, lead.behind or end)
        named = event.subject is not None and "N" in tokens.tags[slice(*event.subject)]
        if lead.does or event.own or (kind == "joint_venture" and arguments.partner and named):
            other = arguments.partner or lead.whom or _talked_with(event, tokens)
            draft.add(self._parties(event.subject, event, tokens, draft), "partner")
            draft.add(self._parties(other, event, tokens, draft), "partner")
        draft.add(self._between(event, tokens), "partner")
        purpose = purpose_of(tokens, end, None)
        draft.subject = purpose.whole if purpose else None
        return draft if len(draft.parties) > 1 else None

    def _between(self, event: Event, tokens: Tokens) -> list[str]:
        end = event.phrase[1] if event.phrase else event.at + 1
        if tokens.words[end : end + 1] not in (["between"], ["of"]):
            return []
        behind = _NAMES.match(tokens.tags, end + 1)
        places = [at for at in range(end + 1, behind.end()) if tokens.tags[at] == "N"] if behind else []
        names = [name for name in self.names.names(places, tokens) if self.reading.is_company(name)]
        return names[:2] if len(names) > 1 else []

    # Nouns of parties.

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


def _head(phrase: Phrase, tokens: Tokens) -> Phrase:
    """A phrase from its last name on, where that stands in apposition: "the Ostrian shipyard Orrin"."""
    start, end = phrase
    names = [at for at in range(start, end) if tokens.tags[at] == "N"]
    if len(names) > 1 and names[-1] == end - 1 and set(tokens.tags[names[-2] + 1 : names[-1]]) == {"x"}:
        return names[-1], end
    return phrase


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


def _named_for(tokens: Tokens, at: int) -> Phrase | None:
    """The company behind "for" that something is made for; not "for its Orrin plant"."""
    phrase = part_behind(tokens, at, "f", names=True)
    if phrase is None or tokens.tags[phrase[1] - 1] != "N" or tokens.words[phrase[0]] in ("its", "their"):
        return None
    return phrase


def _talked_with(event: Event, tokens: Tokens) -> Phrase | None:
    """Whom the talks or the letter of intent that lead to the deal are with."""
    at = tokens.tags.rfind("w", event.chain, event.at)
    if at < 0 or "e" not in tokens.tags[event.chain : at]:
        return None
    return object_at(tokens, at + 1).phrase


def _are_goods(phrase: Phrase | None, tokens: Tokens) -> bool:
    """Whether what is bought are counted goods, and no shares, companies or sites."""
    if phrase is None or phrase[1] - phrase[0] < 2:
        return False
    first = tokens.words[phrase[0]]
    counted = first in NUMBERS or first[0].isdigit()
    return counted and not set(tokens.tags[slice(*phrase)]) - set("xN") and tokens.words[phrase[1] - 1].endswith("s")


def _is_order(at: int, tokens: Tokens) -> bool:
    """Whether goods are bought to come: "will buy", or a purchase in a sentence that speaks of an order."""
    if tokens.words[at] == "buy" and tokens.tags[at - 1] == "V":
        return True
    return not ORDER_WORDS.isdisjoint(tokens.words)
