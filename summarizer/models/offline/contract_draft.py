"""What is read of a deal before it is a mention, and whom the phrases of a sentence mean in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.article import Sentence
from summarizer.models.offline.contract_parts import object_at, part_behind
from summarizer.models.offline.deal_clauses import Event
from summarizer.models.offline.deal_party_names import PartyNames
from summarizer.models.offline.deal_phrases import Phrase
from summarizer.models.offline.deal_signs import GROUPS
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.reading import Reading
from summarizer.text.cached import cached_property
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_NEAR = 4
"""Sentences after a deal's mention in which "the round" still means it."""
_MOST = 6
"""Names that one phrase gives a role."""
_NAMES = re.compile(r"[dxN,]{1,6}c[dx]{0,3}N")
"""Names joined by "and"."""
_ITS = word_set("a an her his its our their")
_NEWEST = word_set("all-new new new-generation next-generation redesigned revamped upcoming updated")
_APPOSED = re.compile(r"x{1,2}N")
_OPENING = 4
"""Words within which the subject of a sentence begins."""
_ROUND_STORY = re.compile(
    r"\b(?:funding round|[Ss]eries [A-H]\b|venture capital|seed (?:round|funding)|[Tt]he round|[Ii]nvestors? includ)"
)
"""Words by which an article is about money raised from investors."""


@dataclass(slots=True)
class Draft:
    """A deal as far as it is read: full names with roles, the words of what it is about."""

    kind: str
    parties: dict[str, str] = field(default_factory=dict)
    subject: Phrase | None = None
    cited: set[int] = field(default_factory=set)
    known: bool = False
    """Whether it adds to a deal that an earlier sentence told."""

    def add(self, names: list[str], role: str) -> None:
        """Gives names that have no role yet this one."""
        for name in names[:_MOST]:
            self.parties.setdefault(name, role)

    def has(self, *roles: str) -> bool:
        """Whether each of the roles is held."""
        return set(roles) <= set(self.parties.values())


class ContractNames:
    """Whom phrases mean, and which deals the article has told before; `names` knows whom "it" means."""

    def __init__(self, reading: Reading, names: PartyNames) -> None:
        self.reading = reading
        self.names = names
        self._last: dict[str, tuple[dict[str, str], int]] = {}
        """The parties of the last deal of each kind, with its sentence."""

    @property
    def has_found(self) -> bool:
        """Whether a deal was found in a sentence before."""
        return bool(self._last)

    def _parties(self, phrase: Phrase | None, event: Event, tokens: Tokens, draft: Draft) -> list[str]:
        """The companies and bodies that a phrase names; people only where they put money in."""
        if phrase is None:
            return []
        if _is_model(phrase, tokens):
            return []
        phrase = self._antecedent(_head(phrase, tokens), tokens)
        found = self.names.parties(phrase, event, tokens, draft.cited, people=draft.kind == "investment")
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

    @staticmethod
    def _joined(draft: Draft, known: dict[str, str]) -> Draft | None:
        """A draft with the parties of the deal that it adds to, None where it adds none."""
        fresh = {name: role for name, role in draft.parties.items() if name not in known}
        if not fresh:
            return None
        draft.parties = {**known, **fresh}
        return draft

    def _between(self, event: Event, tokens: Tokens) -> list[str]:
        end = event.phrase[1] if event.phrase else event.at + 1
        if tokens.words[end : end + 1] not in (["between"], ["of"]):
            return []
        behind = _NAMES.match(tokens.tags, end + 1)
        places = [at for at in range(end + 1, behind.end()) if tokens.tags[at] == "N"] if behind else []
        names = [name for name in self.names.names(places, tokens) if self.reading.is_company(name)]
        return names[:2] if len(names) > 1 else []


def _is_model(phrase: Phrase, tokens: Tokens) -> bool:
    """Whether a name is that of something new of somebody's: "its new Tarn Falcon"."""
    start, end = phrase
    named = tokens.tags.find("N", start, end)
    return named == end - 1 and tokens.words[start] in _ITS and not _NEWEST.isdisjoint(tokens.words[start:named])


def _head(phrase: Phrase, tokens: Tokens) -> Phrase:
    """A phrase from its last name on, where that stands in apposition: "the Ostrian shipyard Orrin"."""
    start, end = phrase
    if tokens.tags[end - 1] == "N" and (behind := _APPOSED.match(tokens.tags, end)):
        return behind.end() - 1, behind.end()
    names = [at for at in range(start, end) if tokens.tags[at] == "N"]
    if len(names) > 1 and names[-1] == end - 1 and set(tokens.tags[names[-2] + 1 : names[-1]]) == {"x"}:
        return names[-1], end
    return phrase


def named_for(tokens: Tokens, at: int) -> Phrase | None:
    """The company behind "for" that something is made for; not "for its Orrin plant"."""
    phrase = part_behind(tokens, at, "f", names=True)
    if phrase is None or tokens.tags[phrase[1] - 1] != "N" or tokens.words[phrase[0]] in ("its", "their"):
        return None
    return phrase


def talked_with(event: Event, tokens: Tokens) -> Phrase | None:
    """Whom the talks or the letter of intent that lead to the deal are with."""
    at = tokens.tags.rfind("w", event.chain, event.at)
    if at < 0 or "e" not in tokens.tags[event.chain : at]:
        return None
    return object_at(tokens, at + 1).phrase
