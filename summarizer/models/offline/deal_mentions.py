"""Mentions of deals: of ownership, and of contracts, loans, rounds and partnerships, by the clauses of a sentence.

Origin of the patterns: the words that open questions, a closed class of English grammar.
"""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.contracts import ContractReader
from summarizer.models.offline.deal_gates import can_tell, has_contract_cue, has_ownership_cue
from summarizer.models.offline.deal_loose import loose_mention
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_ownership import OwnershipReader
from summarizer.models.offline.deal_tokens import Tokens, tokens_of
from summarizer.models.offline.deal_words import NO_DEAL, NO_DEAL_WORDS
from summarizer.models.offline.reading import Reading, Skeleton
from summarizer.text.phrases import letters_of

_MOST_NAMES = 40
"""Names in a sentence beyond which it is a list, not a statement."""
_TOWNS_TOO = frozenset(["customer", "seller", "borrower", "lender", "supplier"])
"""Roles that a town has too: it orders trams and sells its power plant."""
_NO_NEWS = re.compile(
    r"^\W*(?:are|can|could|did|do|does|has|have|how|is|may|might|should|was|were|what|when|which|who|why|will|"
    r"would)\b.*\?\W*$"
)
"""A question, which tells nothing."""


class MentionFinder:
    """Finds the mentions of one article, sentence by sentence; remembers whom "it" and "the company" would mean."""

    def __init__(self, reading: Reading, tokens: dict[int, Tokens] | None = None) -> None:
        self.reading = reading
        self.tokens: dict[int, Tokens] = {} if tokens is None else tokens
        """The words of the sentences that were read, by number; who reads them again brings them along."""
        self._ownership = OwnershipReader(reading)
        self._contracts = ContractReader(reading, self._ownership.names)
        self._tested = 0, False, False
        """The last sentence that was tested, and for what it can hold."""

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
        if len(skeleton.names) <= _MOST_NAMES and not _tells_of_shares(sentence, lower) and not _NO_NEWS.match(lower):
            if self._tested[0] != sentence.number:
                self.can_mention(sentence)
            _, ownership, contract = self._tested
            if skeleton.names and (ownership or contract):
                tokens = self._tokens_of(sentence, skeleton)
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
        names = self._ownership.names
        return [
            item
            for item in found
            if not any(role not in _TOWNS_TOO and names.is_seat(name) for name, role in item.parties.items())
        ]

    def loose_mention(self, sentence: Sentence, skeleton: Skeleton) -> Mention | None:
        """The deal that `sentence` tells by a loose reading; the sentence has passed `can_mention`."""
        lower = skeleton.text.lower()
        if not skeleton.names or not self._tested[1] or _tells_of_shares(sentence, lower) or _NO_NEWS.match(lower):
            return None
        return loose_mention(self.reading, self._ownership.names, sentence, self._tokens_of(sentence, skeleton))

    def _tokens_of(self, sentence: Sentence, skeleton: Skeleton) -> Tokens:
        found = self.tokens.get(sentence.number)
        if found is None:
            found = self.tokens[sentence.number] = tokens_of(skeleton)
        return found

    def full(self, name: str) -> str:
        """The form of a name that stands for its company in the mentions of this article."""
        return self._ownership.names.full(name)

    def remember(self, sentence: Sentence) -> None:
        """Notes whom "it" means in the next sentences."""
        self._ownership.names.remember(sentence)


def _tells_of_shares(sentence: Sentence, lower: str) -> bool:
    """Whether a sentence, `lower` as a skeleton in lower case, is worded like a deal and tells of trading in shares."""
    return not NO_DEAL_WORDS.isdisjoint(letters_of(sentence.text)) and NO_DEAL.search(lower) is not None
