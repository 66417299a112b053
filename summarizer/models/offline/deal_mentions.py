"""Mentions of deals: of ownership by the clauses of a sentence, of contracts and licences by frames over it.

Origin of the pattern: pronouns and nouns that stand for a company before the usual verbs of newswire deal stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.article import Sentence
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_ownership import OwnershipReader
from summarizer.models.offline.deal_patterns import (
    CUE_WORDS,
    FRAMES,
    KIND_CUES,
    OWNERSHIP_CUES,
    PARTS,
    WEAK_CUES,
    Frame,
)
from summarizer.models.offline.deal_signs import BASE_FORMS, BEFORE_BASE, LOOSE_CONTRACT, WON, YEAR
from summarizer.models.offline.deal_tokens import tokens_of
from summarizer.models.offline.deal_words import NEGATED, NO_DEAL, PAST, STAGES, STANCE_STATUS
from summarizer.models.offline.reading import MONEY, NAME, Reading, Skeleton
from summarizer.text.name_forms import name_kind
from summarizer.text.names import NameSpan

_MOST_NAMES = 40
"""Names in a sentence beyond which it is a list, not a statement."""
_PRONOUN_SUBJECT = re.compile(
    r"(?:(?<=^)|(?<=[.;] )|(?<=, and )|(?<=^\u201c))(?:It|it|The company|the company|The firm|The group|"
    r"The bank)(?= (?:also |has |had |will |would |said|agreed|plans|announced|completed|acquired|bought|sold|"
    r"signed|won))"
)


def _is_ownership(lower: str) -> bool:
    """Whether a text in lower case can tell of a deal about ownership."""
    return OWNERSHIP_CUES.search(lower) is not None or (
        WEAK_CUES.search(lower) is not None and PARTS.search(lower) is not None
    )


class MentionFinder:
    """Finds the mentions of one article, sentence by sentence; remembers whom "it" and "the company" would mean."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._ownership = OwnershipReader(reading)
        self._focus: tuple[str, int] | None = None

    def can_mention(self, sentence: Sentence) -> bool:
        """Whether a sentence has a word that a mention turns on: the cheap test before all others."""
        lower = sentence.text.lower()
        return _is_ownership(lower) or CUE_WORDS.search(lower) is not None

    def mentions(self, sentence: Sentence, skeleton: Skeleton) -> list[Mention]:
        """The mentions in `sentence`, none twice."""
        found: list[Mention] = []
        lower = skeleton.text.lower()
        if len(skeleton.names) <= _MOST_NAMES and not NO_DEAL.search(lower):
            if skeleton.names and _is_ownership(sentence.text.lower()):
                self._ownership.names.focus = self._focus
                found = self._ownership.mentions(sentence, tokens_of(skeleton))
            if CUE_WORDS.search(lower):
                found += self._framed(sentence, skeleton, [mention.cue for mention in found])
        self.remember(sentence)
        return found

    def full(self, name: str) -> str:
        """The form of a name that stands for its company in the mentions of this article."""
        return self._ownership.names.full(name)

    def _framed(self, sentence: Sentence, skeleton: Skeleton, known: list[tuple[int, int]]) -> list[Mention]:
        skeleton, focus_sentence = self._with_focus(skeleton)
        lower = skeleton.text.lower()
        text = lower if len(lower) == len(skeleton.text) else skeleton.text
        found = []
        taken: list[tuple[int, int]] = []
        kinds = {kind for kind, cues in KIND_CUES.items() if cues.search(text)}
        for frame in FRAMES:
            if frame.kind not in kinds:
                continue
            for match in frame.pattern.finditer(text):
                span = match.span("cue")
                if any(span[0] < end and start < span[1] for start, end in taken):
                    continue
                mention = self._mention(frame, match, text, skeleton, sentence)
                if mention is not None and mention.cue not in known:
                    taken.append(span)
                    found.append(mention)
        if focus_sentence:
            for mention in found:
                mention.sentences.insert(0, focus_sentence)
        return found

    def _with_focus(self, skeleton: Skeleton) -> tuple[Skeleton, int | None]:
        """Puts a name for "It" and "The company" at the start of a clause, where the last subject is a company."""
        if self._focus is None or not (match := _PRONOUN_SUBJECT.search(skeleton.text)):
            return skeleton, None
        name, number = self._focus
        start, end = match.span()
        shift = end - start - 1
        names = {(at if at < start else at - shift): item for at, item in skeleton.names.items()}
        low, high = skeleton.span(start, end)
        names[start] = NameSpan(low, high, name)
        moved = Skeleton(
            skeleton.text[:start] + NAME + skeleton.text[end:],
            [*skeleton.starts[:start], low, *skeleton.starts[end:]],
            [*skeleton.ends[:start], high, *skeleton.ends[end:]],
            names,
            {(at if at < start else at - shift): item for at, item in skeleton.amounts.items()},
            {(at if at < start else at - shift): item for at, item in skeleton.dates.items()},
        )
        return moved, number

    def remember(self, sentence: Sentence) -> None:
        """Notes the company that the sentence begins with as the one that "it" means next."""
        names = self.reading.names_of(sentence)
        if names and names[0].start - sentence.start < 30:
            full = self._ownership.names.full(names[0].text)
            if self.reading.is_company(full) and name_kind(full) != "government":
                self._focus = (full, sentence.number)

    def _mention(
        self, frame: Frame, match: re.Match[str], text: str, skeleton: Skeleton, sentence: Sentence
    ) -> Mention | None:
        groups = match.groupdict()
        before = text[max(0, match.start("cue") - 60) : match.start("cue")]
        if NEGATED.search(text[match.start() : match.start("cue")]):
            return None
        if PAST.search(text[: match.start()][-40:]) or self._is_history(skeleton, match):
            return None
        parties: dict[str, str] = {}
        held: set[str] = set()
        for group, role in frame.roles:
            if not groups.get(group):
                continue
            for name in self._names(group, match, skeleton, role):
                held.add(group)
                parties.setdefault(name, role)
        if any(group not in held for group in frame.needs):
            return None
        if len(parties) < 2 and not (frame.kind == "financing" and MONEY in text[match.start() : match.end()]):
            return None
        cue = match.group("cue")
        plural = " and " in (groups.get("a") or "")
        if cue in BASE_FORMS and not plural and not BEFORE_BASE.search(text[: match.start("cue")][-14:]):
            return None
        kind, status = frame.kind, frame.status or self._status(match, groups, text)
        if groups.get("v") and LOOSE_CONTRACT.fullmatch(cue) and not WON.match(groups["v"]):
            # An agreement "with" somebody that does not say who gives what is a partnership, if it says to what end.
            if groups.get("w") != "with" or not groups.get("s"):
                return None
            kind, status, parties = "partnership", "agreed", dict.fromkeys(parties, "partner")
        if kind == "partnership" and "joint venture" in before + cue + text[match.end("cue") :][:120]:
            kind = "joint_venture"
        subject = self._subject(match, groups, skeleton)
        place = skeleton.span(*match.span("cue"))
        return Mention(kind, status, parties, subject, [sentence.number], frame.noun, place)

    def _is_history(self, skeleton: Skeleton, match: re.Match[str]) -> bool:
        """Whether a year beside the mention lies well before the article's own."""
        newest = self.reading.newest_year
        for place, date in skeleton.dates.items():
            if match.start() - 60 <= place <= match.end() + 90:
                years = YEAR.findall(self.reading.text[date.start : date.end])
                if years and newest and max(map(int, years)) < newest - 1:
                    return True
        return False

    def _names(self, group: str, match: re.Match[str], skeleton: Skeleton, role: str) -> Iterator[str]:
        """The companies of a group by full name; of a possessive ("Elon Roe's Quill") the last."""
        start, end = match.span(group)
        places = [at for at in range(start, end) if skeleton.text[at] == NAME and at in skeleton.names]
        chosen = []
        for index, at in enumerate(places):
            full = self._ownership.names.full(skeleton.names[at].text)
            last = index == len(places) - 1
            possessive = skeleton.text[at + 1 : at + 3] in ("'s", "' ")
            if name_kind(full) == "place" or (possessive and not last):
                continue
            if self.reading.directory.is_person(full) and (
                possessive or role not in ("acquirer", "seller", "investor")
            ):
                continue
            chosen.append(full)
        yield from chosen[:3]

    def _subject(self, match: re.Match[str], groups: dict[str, str], skeleton: Skeleton) -> tuple[int, int]:
        for group in ("s", "b"):
            if groups.get(group) and match.end(group) > match.start(group):
                start, end = match.span(group)
                text = skeleton.text[start:end]
                if group == "s":
                    cut = re.search(
                        r" (?:as part of|under an?|over the next|in a deal|valued|worth|for \ue001|that (?:is|are|"
                        r"was)|which) ?",
                        text,
                    )
                    end = start + cut.start() if cut else end
                while end > start and skeleton.text[end - 1] in ' ,;:"”“':
                    end -= 1
                while end > start and skeleton.text[start] in ' ,;:"”“':
                    start += 1
                if end > start:
                    return skeleton.span(start, end)
        return skeleton.span(*match.span("cue"))

    def _status(self, match: re.Match[str], groups: dict[str, str], text: str) -> str | None:
        cue = match.group("cue")
        stance_start = match.end("a") if groups.get("a") else match.start()
        stance = text[stance_start : match.start("cue")]
        tail = text[match.end("cue") : match.end("cue") + 200]
        if "cue2" in groups:
            return "agreed"
        for status, pattern in STANCE_STATUS:
            if pattern.search(stance):
                return status
        if cue.endswith("ed"):
            return "closed" if cue not in ("partnered", "teamed up") else "agreed"
        for status, pattern in STAGES:
            if status != "expected" and pattern.search(tail[:80]):
                return status
        return None
