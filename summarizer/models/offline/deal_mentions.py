"""Mentions of deals: of ownership, and of contracts, loans, rounds and partnerships, by the clauses of a sentence.

Origin of the patterns: pronouns that stand for a company, and the words that open questions.
"""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.contracts import ContractReader
from summarizer.models.offline.deal_gates import can_tell, has_contract_cue, has_ownership_cue
from summarizer.models.offline.deal_loose import loose_mention
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_ownership import OwnershipReader
from summarizer.models.offline.deal_tokens import tokens_of
from summarizer.models.offline.deal_words import NO_DEAL
from summarizer.models.offline.reading import Reading, Skeleton
from summarizer.text.name_forms import name_kind

_MOST_NAMES = 40
"""Names in a sentence beyond which it is a list, not a statement."""
_NO_NEWS = re.compile(
    r"^\W*(?:are|can|could|did|do|does|has|have|how|is|may|might|should|was|were|what|when|which|who|why|will|"
    r"would)\b.*\?\W*$"
)
"""A question, which tells nothing."""
_PRONOUN_FIRST = re.compile(r"(?:he|it|she|the (?:company|firm|group)|they|we)\b", re.IGNORECASE)


class MentionFinder:
    """Finds the mentions of one article, sentence by sentence; remembers whom "it" and "the company" would mean."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._ownership = OwnershipReader(reading)
        self._contracts = ContractReader(reading, self._ownership.names)
        self._tested = 0, False, False
        """The last sentence that was tested, and for what it can hold."""
        self._focus: tuple[str, int] | None = None
        self._openers: list[tuple[str, int]] = []
        """The names that sentences began with since `_focus` was looked up."""

    def can_mention(self, sentence: Sentence) -> bool:
        """Whether a sentence has a name and a word that a mention turns on: the cheap test before all others."""
        self._tested = sentence.number, *can_tell(self.reading, sentence, found=self._contracts.has_found)
        return self._tested[1] or self._tested[2]

    def has_cue(self, sentence: Sentence) -> bool:
        """Whether a sentence has the words that news of a deal has, though they may tell of none."""
        lower = sentence.text.lower()
        return has_ownership_cue(lower) or has_contract_cue(lower, found=self._contracts.has_found)

    def mentions(self, sentence: Sentence, skeleton: Skeleton) -> list[Mention]:
        """The mentions in `sentence`, none twice."""
        found: list[Mention] = []
        lower = skeleton.text.lower()
        if len(skeleton.names) <= _MOST_NAMES and not NO_DEAL.search(lower) and not _NO_NEWS.match(lower):
            if self._tested[0] != sentence.number:
                self.can_mention(sentence)
            _, ownership, contract = self._tested
            if skeleton.names and (ownership or contract):
                self._ownership.names.focus = self._focused()
                tokens = tokens_of(skeleton)
                found = self._ownership.mentions(sentence, tokens) if ownership else []
                if contract:
                    owned = list(found)
                    known = {mention.cue for mention in owned}
                    found += [
                        item
                        for item in self._contracts.mentions(sentence, tokens)
                        # "a contract to sell its stake" is no contract of supply beside the sale.
                        if item.cue not in known and not any(set(item.parties) <= set(held.parties) for held in owned)
                    ]
        self.remember(sentence)
        return found

    def loose_mention(self, sentence: Sentence, skeleton: Skeleton) -> Mention | None:
        """The deal that `sentence` tells by a loose reading; the sentence has passed `can_mention`."""
        lower = skeleton.text.lower()
        if not skeleton.names or not self._tested[1] or NO_DEAL.search(lower) or _NO_NEWS.match(lower):
            return None
        self._ownership.names.focus = self._focused()
        return loose_mention(self.reading, self._ownership.names, sentence, tokens_of(skeleton))

    def full(self, name: str) -> str:
        """The form of a name that stands for its company in the mentions of this article."""
        return self._ownership.names.full(name)

    def remember(self, sentence: Sentence) -> None:
        """Notes the company that the sentence begins with as the one that "it" means next."""
        names = self.reading.names_of(sentence)
        if names and names[0].start - sentence.start < 30 and not _PRONOUN_FIRST.match(sentence.text):
            self._openers.append((names[0].text, sentence.number))

    def _focused(self) -> tuple[str, int] | None:
        """The last company that a sentence began with; looked up only where somebody asks, which is seldom."""
        while self._openers:
            name, number = self._openers.pop()
            full = self._ownership.names.full(name)
            if self.reading.is_company(full) and name_kind(full) != "government":
                self._focus = full, number
                self._openers.clear()
        return self._focus
