"""Mentions of deals: sentences whose skeleton fits a frame, with the parties, the subject and the stage they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.article import Sentence
from summarizer.models.offline.deal_patterns import CUE_WORDS, FRAMES, Frame
from summarizer.models.offline.deal_signs import (
    ASSET_NOUNS,
    BASE_FORMS,
    BEFORE_BASE,
    COMMITTED,
    COUNTED,
    GOODS,
    LOOSE_CONTRACT,
    LOOSE_CUES,
    TRADED,
    UNIT,
    WON,
    YEAR,
)
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


@dataclass(slots=True)
class Mention:
    """One mention of a deal. Parties map a full name to its role, in the order of the text."""

    kind: str
    status: str | None
    parties: dict[str, str]
    subject: tuple[int, int]
    sentences: list[int]
    noun: bool
    cue: tuple[int, int]
    forms: dict[str, str] = field(default_factory=dict)
    """The words that stand for each party in its sentence."""


class MentionFinder:
    """Finds the mentions of one article, sentence by sentence; remembers whom "it" and "the company" would mean."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._focus: tuple[str, int] | None = None

    def mentions(self, sentence: Sentence, skeleton: Skeleton) -> list[Mention]:
        """The mentions in `sentence`, none twice."""
        found: list[Mention] = []
        focus_sentence = None
        if CUE_WORDS.search(skeleton.text) and not NO_DEAL.search(skeleton.text) and len(skeleton.names) <= _MOST_NAMES:
            skeleton, focus_sentence = self._with_focus(skeleton)
            lower = skeleton.text.lower()
            text = lower if len(lower) == len(skeleton.text) else skeleton.text
            taken: list[tuple[int, int]] = []
            for frame in FRAMES:
                for match in frame.pattern.finditer(text):
                    span = match.span("cue")
                    if any(span[0] < end and start < span[1] for start, end in taken):
                        continue
                    mention = self._mention(frame, match, text, skeleton, sentence)
                    if mention is not None:
                        taken.append(span)
                        found.append(mention)
        if focus_sentence:
            for mention in found:
                mention.sentences.insert(0, focus_sentence)
        self._remember(sentence)
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

    def _remember(self, sentence: Sentence) -> None:
        names = self.reading.names_of(sentence)
        if names and names[0].start - sentence.start < 30:
            full = self.reading.full(names[0])
            if self.reading.is_company(full) and name_kind(full) != "government":
                self._focus = (full, sentence.number)

    def _mention(
        self, frame: Frame, match: re.Match[str], text: str, skeleton: Skeleton, sentence: Sentence
    ) -> Mention | None:
        groups = match.groupdict()
        before = text[max(0, match.start("cue") - 60) : match.start("cue")]
        if frame.status != "terminated" and NEGATED.search(text[match.start() : match.start("cue")]):
            return None
        if (PAST.search(text[: match.start()][-40:]) and not frame.noun) or self._is_history(skeleton, match):
            return None
        parties: dict[str, str] = {}
        forms: dict[str, str] = {}
        held: dict[str, list[str]] = {}
        for group, role in frame.roles:
            if not groups.get(group):
                continue
            for name, form in self._names(group, match, skeleton, role):
                held.setdefault(group, []).append(name)
                if name not in parties:
                    parties[name] = role
                    forms[name] = form
        self._owners(match, groups, skeleton, parties, forms, held)
        if any(group not in held for group in frame.needs) or (
            frame.any_of and not any(g in held for g in frame.any_of)
        ):
            asset = groups.get("b") and ASSET_NOUNS.search(groups["b"]) and all(group in held for group in frame.needs)
            if not asset or match.group("cue") in ("takes over", "took over"):
                return None
        if (
            len(parties) < 2
            and not (frame.kind == "financing" and MONEY in text[match.start() : match.end()])
            and not (groups.get("b") and ASSET_NOUNS.search(groups["b"]))
        ):
            return None
        if not self._is_deal(frame, match, groups, held):
            return None
        if groups.get("v") and LOOSE_CONTRACT.fullmatch(match.group("cue")) and not WON.match(groups["v"]):
            return self._loose(match, groups, parties, forms, skeleton, sentence)
        kind = self._kind(frame, groups, before + match.group("cue") + text[match.end("cue") : match.end("cue") + 120])
        subject = self._subject(match, groups, skeleton)
        status = frame.status or self._status(match, groups, text)
        return Mention(
            kind, status, parties, subject, [sentence.number], frame.noun, skeleton.span(*match.span("cue")), forms
        )

    def _is_history(self, skeleton: Skeleton, match: re.Match[str]) -> bool:
        """Whether a year beside the mention lies well before the article's own."""
        newest = self.reading.newest_year
        for place, date in skeleton.dates.items():
            if match.start() - 60 <= place <= match.end() + 90:
                years = YEAR.findall(self.reading.text[date.start : date.end])
                if years and newest and max(map(int, years)) < newest - 1:
                    return True
        return False

    def _loose(
        self,
        match: re.Match[str],
        groups: dict[str, str],
        parties: dict[str, str],
        forms: dict[str, str],
        skeleton: Skeleton,
        sentence: Sentence,
    ) -> Mention | None:
        """An agreement "with" somebody that does not say who gives what: a partnership, if it says to what end."""
        if groups.get("w") != "with" or not groups.get("s"):
            return None
        partners = dict.fromkeys(parties, "partner")
        subject = self._subject(match, groups, skeleton)
        return Mention(
            "partnership",
            "agreed",
            partners,
            subject,
            [sentence.number],
            False,
            skeleton.span(*match.span("cue")),
            forms,
        )

    def _names(self, group: str, match: re.Match[str], skeleton: Skeleton, role: str) -> Iterator[tuple[str, str]]:
        """The companies of a group, (full name, form in the text); of a possessive ("Elon Roe's Quill") the last."""
        start, end = match.span(group)
        places = [at for at in range(start, end) if skeleton.text[at] == NAME and at in skeleton.names]
        names = [skeleton.names[at] for at in places]
        chosen = []
        for index, name in enumerate(names):
            full = self.reading.full(name)
            last = index == len(names) - 1
            possessive = skeleton.text[places[index] + 1 : places[index] + 3] in ("'s", "' ")
            if name_kind(full) == "place" or (possessive and not last):
                continue
            person = self.reading.directory.is_person(full)
            if person and role not in ("acquirer", "seller", "investor"):
                continue
            if person and possessive:
                continue
            chosen.append((full, name.text))
        if role == "target" and len(chosen) > 1 and re.search(r"\b(?:of|from)\b", match.group(group)):
            chosen = chosen[:1]
        yield from chosen[:3]

    def _owners(
        self,
        match: re.Match[str],
        groups: dict[str, str],
        skeleton: Skeleton,
        parties: dict[str, str],
        forms: dict[str, str],
        held: dict[str, list[str]],
    ) -> None:
        """Adds the name behind "the assets of" and "a stake in", a target, or behind "the tyre unit of", a seller."""
        noun = groups.get("n") or groups.get("n1") or groups.get("n2") or ""
        for group in ("o", "p"):
            if not groups.get(group):
                continue
            unit = bool(UNIT.fullmatch(noun))
            if group == "p" and not (noun and "b" not in held):
                continue
            role = "seller" if unit and group == "o" else "target"
            if role == "target" and "b" in held and group == "o" and not noun:
                continue
            for name, form in self._names(group, match, skeleton, role):
                if name not in parties:
                    parties[name] = role
                    forms[name] = form
                    held.setdefault("b", []).append(name)

    def _is_deal(self, frame: Frame, match: re.Match[str], groups: dict[str, str], held: dict[str, list[str]]) -> bool:
        """Refuses what only looks like a deal: goods bought, shares traded."""
        cue = match.group("cue")
        words = groups.get("b") or ""
        plural = " and " in (groups.get("a") or "")
        if (
            cue in BASE_FORMS
            and not frame.noun
            and not plural
            and not BEFORE_BASE.search(match.string[: match.start("cue")][-14:])
        ):
            return False
        if frame.kind not in ("acquisition", "divestiture"):
            return True
        targets = held.get("b", [])
        if (TRADED.search(words) and "c" not in held) or COUNTED.search(words) or GOODS.search(words):
            return False
        if any(letter.isdigit() for name in targets for letter in name if name_kind(name) != "company"):
            return False
        asset = bool(ASSET_NOUNS.search(words))
        if cue.startswith(("sell", "sold")):
            sure = asset or any(name_kind(name) == "company" for name in targets)
            around = match.string[match.start() : match.end() + 80]
            return sure or ("c" in held and (MONEY in around or bool(COMMITTED.search(around))))
        if cue in LOOSE_CUES:
            return asset or any(map(self._looks_like_company, targets))
        return True

    def _looks_like_company(self, name: str) -> bool:
        if name_kind(name) == "company":
            return True
        return name_kind(name) == "other" and (" " in name or name[0].isupper())

    def _kind(self, frame: Frame, groups: dict[str, str], around: str) -> str:
        if "joint venture" in around and frame.kind == "partnership":
            return "joint_venture"
        words = groups.get("b") or ""
        if frame.kind == "acquisition" and re.search(
            r"\b(?:minority|\ue003(?: [\w-]+){0,2}) (?:stake|interest|holding)\b|\bstake in\b", words
        ):
            return "investment"
        return frame.kind

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
        if cue.endswith(("ed", "bought", "sold", "took over", "spun off", "taken over", "taken private")):
            return "closed" if cue not in ("merged", "combined", "partnered", "teamed up") else "agreed"
        for status, pattern in STAGES:
            if status != "expected" and pattern.search(tail[:80]):
                return status
        return None
