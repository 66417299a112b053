"""The verbs and nouns of contracts, loans and rounds as events of their clauses, by the pass that reads ownership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarizer.models.offline.contract_words import DEED_VERBS, HEADS, LEADING
from summarizer.models.offline.deal_clauses import Clauses, Event
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import Verb
from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set

_NOUNS_TOO = word_set("""
    allies awards commissions deliveries grants hands issues licences licenses loans orders partners picks prices raises
    supplies taps teams
""")
"""Third persons that are plurals as well."""
_HAS = word_set("had has have")
_WORTH = word_set("covering due exceeding totaling totalling valued worth")
CONTRACT_EVENT_WORDS = frozenset().union(DEED_VERBS, HEADS, ("series",))
"""The words at which an event is found; "series" for the name of a round."""
_LOOSE = "x"
"""The tag of a word that no table has."""


def contract_events(tokens: Tokens) -> list[Event]:
    """All verbs and nouns of deals other than ownership in a sentence, in order; `tokens` from `contract_tokens`."""
    clauses = _ContractClauses(tokens)
    return list(clauses.events()) if "A" in tokens.tags or clauses.has_nouns() else []


def contract_tokens(tokens: Tokens) -> Tokens:
    """The same words with the verbs of these deals as `A`, those of ownership and those that lead to a deal as `G`."""
    tags = list(tokens.tags)
    words = tokens.words
    has_series = _has_series(tokens)
    for at, word in enumerate(words):
        tag = tags[at]
        if tag == "N" and has_series and _is_series(tokens, at):
            tags[at] = _LOOSE
            if words[at + 1 : at + 2] and len(words[at + 1]) == 1 and words[at + 1].isalpha():
                tags[at + 1] = _LOOSE
        if word in DEED_VERBS:
            if tag in "xrGAkea" and _is_verb(tags, words, at):
                tags[at] = "A"
            elif tag in "AGr":
                tags[at] = _LOOSE
        elif tag == "A" or (tag == _LOOSE and word in LEADING and _is_verb(tags, words, at)):
            tags[at] = "G"
    return tokens.tagged("".join(tags))


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
        if before == "H" and DEED_VERBS[word].form == "past":
            # "has sold", "has built"
            return after in ("N", "d", "x", "M")
        return before in ("N", "r", "c", ",") and after in ("w", "N", "d", "t", "x", "M") and before != ","
    return before in ("N", "I", "r", ")", "k", "q", "c", ",", "n", "H")


class _ContractClauses(Clauses):
    verbs: Mapping[str, Verb] = DEED_VERBS
    event_words = frozenset().union(DEED_VERBS, HEADS)

    def _last_stop(self) -> int:
        return len(self.words) if _has_series(self.tokens) else super()._last_stop()

    def _other_verbs(self, at: int) -> Iterator[Event]:
        if self.tags[at] == "G" or self.words[at] in _HAS:
            self.verb = self.words[at]
            if self.tags[at] == "G" and self.words[at].endswith("ing") and self.last and self.last[1] == at:
                self.doer = self.last if self.last != self.subject else self.doer
        yield from ()

    def _comma(self) -> None:
        super()._comma()
        if self.subject is None:
            # "Not to be outdone, Tarn"
            self.fresh, self.acted = True, False

    def _is_head(self, at: int, end: int) -> bool:
        """Whether what stands behind a noun in its phrase is no part of it: "an order worth 40 crowns"."""
        return self.words[at + 1] in _WORTH or not self.tags[at + 1 : end].strip("NDM")

    def has_nouns(self) -> bool:
        return not HEADS.keys().isdisjoint(self.words) or _has_series(self.tokens)

    def _nouns(self, start: int, end: int) -> Iterator[Event]:
        at = end - 1
        while at > start and (self.words[at] not in HEADS or (at + 1 < end and not self._is_head(at, end))):
            at -= 1
        act = HEADS.get(self.words[at])
        if act is None and (_is_series(self.tokens, end - 1) or (end - start > 1 and _is_series(self.tokens, end - 2))):
            at, act = end - 1, "round"
        if act is None:
            return
        owner = self._owner((start, end))
        opens = self.fresh and not self.governor
        subject = owner or (self.speaker if opens else self.subject)
        chain = self.subject[1] if self.subject and self.subject[1] <= start and not opens else start
        other = self.subject if subject != self.subject and not opens else None
        yield Event(at, act, True, False, False, subject, self.speaker, chain, (start, end),
                    owner is not None, other)  # fmt: skip


def _has_series(tokens: Tokens) -> bool:
    return any(_is_series_name(name) for name in tokens.skeleton.names.values())


def _is_series(tokens: Tokens, at: int) -> bool:
    """Whether a name is that of a round: "Series B"."""
    name = tokens.skeleton.names.get(tokens.at[at])
    return name is not None and _is_series_name(name)


def _is_series_name(name: NameSpan) -> bool:
    return (name.text.lower() + " ").startswith("series ")
