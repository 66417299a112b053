"""The verbs and nouns of contracts, loans and rounds as events of their clauses, by the pass that reads ownership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarizer.models.offline.contract_words import DEED_VERBS, HEADS, LEADING
from summarizer.models.offline.deal_clauses import Clauses, Event
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import Verb
from summarizer.text.phrases import word_set

_NOUNS_TOO = word_set("""
    allies awards commissions deliveries grants hands issues licences licenses loans orders partners picks prices raises
    supplies taps teams
""")
"""Third persons that are plurals as well."""
_HAS = word_set("had has have")
_LOOSE = "x"
"""The tag of a word that no table has."""


def contract_events(tokens: Tokens) -> list[Event]:
    """All verbs and nouns of deals other than ownership in a sentence, in order; `tokens` from `contract_tokens`."""
    return list(_ContractClauses(tokens).events())


def contract_tokens(tokens: Tokens) -> Tokens:
    """The same words with the verbs of these deals as `A`, those of ownership and those that lead to a deal as `G`."""
    tags = list(tokens.tags)
    words = tokens.words
    for at, word in enumerate(words):
        tag = tags[at]
        if word in DEED_VERBS:
            if tag in "xrGAkea" and _is_verb(tags, words, at):
                tags[at] = "A"
            elif tag in "AGr":
                tags[at] = _LOOSE
        elif tag == "A" or (tag == _LOOSE and word in LEADING and _is_verb(tags, words, at)):
            tags[at] = "G"
    return Tokens(tokens.skeleton, "".join(tags), words, tokens.at, tokens.end)


def _is_verb(tags: list[str], words: list[str], at: int) -> bool:
    """Whether the neighbours of a word that can be a noun or a participle leave it a verb."""
    word = words[at]
    before = tags[at - 1] if at else ""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if before in ("t", "V", "I", "B"):
        return before != "B" or word.endswith(("ed", "ing", "en", "nt")) or word in ("led", "co-led")
    if before in ("d", "'", "M", "S"):
        return False
    if word.endswith(("ed", "ing", "lent", "led", "chose", "chosen", "took")):
        return not (before in ("x", "r", "i", "f", "o") and after in ("n", "k", "x", "e") and not word.endswith("ed"))
    if word in DEED_VERBS and DEED_VERBS[word].form == "finite":
        if word in _NOUNS_TOO:
            return before in ("N", "I", "r", ")", "k") and after not in ("o", "f", "m", ".", ",", "", "b")
        return before in ("N", "I", "r", ")", "k", "n", ",", "q", "c")
    if word in DEED_VERBS:
        return before in ("N", "r", "c", ",") and after in ("w", "N", "d", "t", "x", "M") and before != ","
    return before in ("N", "I", "r", ")", "k", "q", "c", ",", "n", "H")


class _ContractClauses(Clauses):
    verbs: Mapping[str, Verb] = DEED_VERBS

    def _other_verbs(self, at: int) -> Iterator[Event]:
        if self.tags[at] == "G" or self.words[at] in _HAS:
            self.verb = self.words[at]
            if self.tags[at] == "G" and self.words[at].endswith("ing") and self.last and self.last[1] == at:
                self.doer = self.last if self.last != self.subject else self.doer
        yield from ()

    def _nouns(self, start: int, end: int) -> Iterator[Event]:
        at = end - 1
        while at > start and self.tags[at] in "NDM":
            at -= 1
        if self.words[at] not in HEADS:
            return
        owner = self._owner((start, end))
        opens = self.fresh and not self.governor
        subject = owner or (self.speaker if opens else self.subject)
        chain = self.subject[1] if self.subject and self.subject[1] <= start and not opens else start
        other = self.subject if subject != self.subject and not opens else None
        yield Event(at, HEADS[self.words[at]], True, False, False, subject, self.speaker, chain, (start, end),
                    owner is not None, other)  # fmt: skip
