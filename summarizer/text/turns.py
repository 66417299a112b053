"""The turns of a transcript: who has the word from which character to which, by the labels before the paragraphs.

Origin of the patterns: how calls, hearings and interviews are written down: "Jane Roe: …", "JANE ROE, CFO: …",
"Operator: …", "Q - Jane Roe" on a line of its own, "A. Mr. Roe: …", and a list of those who take part before it all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_turns import NO_SPEAKERS

_LETTER = "A-ZÀ-ÖØ-Þ"
_NAME = rf"[{_LETTER}][\w.’'-]*(?:[ \xa0](?:[{_LETTER}][\w.’'-]*|[1-9]|al|bin|da|de|del|den|der|di|la|van|von)){{0,4}}"
_LABEL = pattern(
    r"[ \t>*“\"]{0,8}(?:(?P<part>Q|A|Question|Answer)[ \t]{0,4}[-–—.:)][ \t]{0,4})?"
    rf"(?P<name>{_NAME})"
    r"(?P<title>,[^:\n“”\"]{1,80}|[ ]?\([^()\n]{1,80}\)|[ ](?:--?|[–—])[ ][^:\n“”\"]{1,100})?"
    r"(?:(?P<mark>:)[*]{0,2}(?=\s|\Z)|[ \t]*\Z)"
)
_BARE_PART = pattern(r"[ \t>*“\"]{0,8}(?P<name>Q|A|Question|Answer)(?:[.:)]|[ ]?[-–—])[ \t]+(?=\S)")
_PART_DASH = pattern(rf"[ \t>*“\"]{{0,8}}(?:Q|A|Question|Answer)[ ]?[-–—][ ]?(?={_NAME})")
_DASHED = pattern(rf"[ \t]{{0,8}}(?P<name>{_NAME})[ ](?:--|[–—])[ ](?=\S)")
_LIST_HEAD = pattern(
    r"\W*(?:(?:[\w&’'.-]+\W+){0,4}?)(?:participants|executives|attendees|analysts|speakers|panell?ists)\W*\Z",
    re.IGNORECASE,
)
_LISTED = pattern(rf"[ \t•*-]{{0,8}}(?P<name>{_NAME})(?:(?:,|[ \t]*(?:--?|[–—:|])|[ ]?\()[ \t]*(?P<rest>\S.*))?\Z")
_OF_THE_HOUSE = word_set("company corporate executives management")
_TELLS = pattern(r"\b(?:added|ask|asked|asks|is|said|say|says|told|was|wrote)\b")
_LONGEST_LABEL = 220
_LONGEST_LISTED = 160
_SPOKEN = 40
"""Characters from which a line is taken for what somebody says, and not for a heading."""
_MOST_NAMES = 200
"""Names that are looked at of all those who take part."""
_FEWEST_TURNS = 3
"""Labelled paragraphs from which a text is a transcript."""
_HONORIFICS = word_set("mr mrs ms miss dr prof professor sir dame lord lady senator sen rep hon chairman")
_NAMELESS = word_set("""
    a analyst analysts announcer answer audience caller company editor executive facilitator female host interviewer
    journalist male man management member moderator narrator operator participant presenter press q question questioner
    reporter representative shareholder speaker unidentified unknown voice woman
""")
"""Words of a label that says in what part somebody speaks, and not who it is."""
_TITLES = word_set("ceo cfo chair chairman chief coo cto executive officer president the witness")
"""Words of a label that says in what office somebody speaks, who may be named elsewhere."""
_OF_THE_CALL = word_set("court moderator operator the")
"""Labels of somebody who is surely none of those who are named."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at one go. All places are (start, end) in characters of the text."""

    label: tuple[int, int]
    """The name or part as the label has it, without a title."""
    name: str | None
    """The name without "Mr."; None where the label only says in what part somebody speaks: "Q", "Operator"."""
    start: int
    end: int
    is_part_only: bool
    """Whether the label is no more than "Q", "Analyst" or "CFO", which may be somebody who is named elsewhere."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One of those who take part, by the list at the head of the transcript."""

    name: str
    rest: str
    """What follows the name: a job, an organisation, or both."""
    place: tuple[int, int]
    """The line."""
    heading: str
    """The line above the list."""

    @property
    def of_the_house(self) -> bool:
        """Whether the list is that of the company whose call it is."""
        return not _OF_THE_HOUSE.isdisjoint(self.heading.lower().split())

    def heading_has(self, word: str) -> bool:
        """Whether the heading of the list has this word, in lower case."""
        return word in self.heading.lower().split()


class Turns:
    """The turns of one text, in order, and who is listed as taking part; no turns where it is no transcript."""

    def __init__(self, text: str) -> None:
        self.listed = _listed(text)
        self.turns = _turns(text, set(self.listed), {one.place[0] for one in self.listed.values()})
        first: dict[str, Turn] = {}
        for turn in self.turns:
            if turn.name is not None and len(first) < _MOST_NAMES:
                first.setdefault(turn.name, turn)
        self.by_name = first
        """By each name: the first of its turns."""
        self._starts = [turn.label[0] for turn in self.turns]

    def at(self, offset: int) -> Turn | None:
        """The turn to which a character belongs, its label included."""
        nth = bisect_right(self._starts, offset) - 1
        return self.turns[nth] if nth >= 0 and offset < self.turns[nth].end else None


def _lines(text: str) -> list[tuple[int, int]]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line.rstrip())))
        at += len(line) + 1
    return lines


def _listed(text: str) -> dict[str, Listed]:
    """By name: those whom a list under a heading such as "Conference call participants" has."""
    found: dict[str, Listed] = {}
    under: str | None = None
    for start, end in _lines(text):
        if start == end:
            continue
        if end - start > _LONGEST_LISTED:
            under = None
            continue
        line = text[start:end]
        if _LIST_HEAD.match(line):
            under = line
        elif under is not None:
            match = _LISTED.match(line)
            if match is None or (match.group("rest") is None and (line.isupper() or " " not in match.group("name"))):
                under = None
                continue
            name, rest = match.group("name"), match.group("rest") or ""
            if rest[-1:] in (".", "?", "!") and len(rest) > _SPOKEN:
                under = None
            elif len(name.split()) > 1 and len(found) < _MOST_NAMES:
                found.setdefault(name, Listed(name, rest.rstrip(" )"), (start, end), under))
    return found


def _turns(text: str, listed: set[str], rows: set[int]) -> list[Turn]:
    """`listed`: the names of those who take part; `rows`: where the lines of their list begin."""
    lines = _lines(text)
    labels: list[tuple[int, tuple[int, int], str | None, int]] = []
    """The line of a label, the label's place, the name in it, and where the words begin."""
    for number, (start, end) in enumerate(lines):
        line = text[start : min(end, start + _LONGEST_LABEL)]
        if not line or start in rows or (found := _label(line, listed, _next(text, lines, number))) is None:
            continue
        (low, high), name, words = found
        labels.append((number, (start + low, start + high), name, start + words))
    shown = [text[slice(*place)] for _, place, _, _ in labels]
    counts = Counter(shown)
    if len(labels) < _FEWEST_TURNS or not (
        max(counts.values()) > 1 or all(label.isupper() for label in shown) or len(listed & counts.keys()) > 1
    ):
        return []
    # What labels one paragraph only may be a line of its own sort, "Price: …", unless it is known to be a name.
    kept = [
        label
        for label, form in zip(labels, shown, strict=True)
        if counts[form] > 1
        or form.isupper()
        or form in listed
        or label[2] is None
        or " " in label[2]
        or any(other.endswith(f" {label[2]}") for other in counts)
    ]
    if len(kept) < _FEWEST_TURNS:
        return []
    found_turns = []
    runs_on = bool(listed)
    for nth, (number, place, name, words) in enumerate(kept):
        last = kept[nth + 1][0] if nth + 1 < len(kept) else len(lines)
        ends = [end for start, end in lines[number:last] if end > start and not _is_heading(text[start:end])]
        runs_on = runs_on or (nth + 1 < len(kept) and len(ends) > 1)
        if nth + 1 == len(kept) and not runs_on:
            ends = ends[:1]
        part = name is None and not _OF_THE_CALL.issuperset(text[slice(*place)].lower().split())
        found_turns.append(Turn(place, name, words, ends[-1] if ends else lines[number][1], part))
    return found_turns


def _is_heading(line: str) -> bool:
    return line.isupper() and len(line) <= _LONGEST_LISTED and ":" not in line and line.strip()[-1:] not in ".?!"


def _next(text: str, lines: Sequence[tuple[int, int]], number: int) -> str:
    """The next line that has something, up to the length of a label."""
    for start, end in lines[number + 1 : number + 4]:
        if end > start:
            return text[start : min(end, start + _LONGEST_LABEL)]
    return ""


def _label(line: str, listed: set[str], following: str) -> tuple[tuple[int, int], str | None, int] | None:
    """Where the label of a line stands in it, the name that it gives, and where the words behind it begin."""
    if match := _BARE_PART.match(line):
        within = _LABEL.match(line)
        if within is None or within.group("part") is None or within.group("mark") is None:
            named = within is not None and _PART_DASH.match(line) is not None and _is_spoken(following)
            if not named:
                return match.span("name"), None, match.end()
    match = _LABEL.match(line)
    if match is None or not NO_SPEAKERS.isdisjoint(match.group("name").lower().split()):
        dashed = _DASHED.match(line)
        if dashed is not None and dashed.group("name") in listed and _is_spoken(line):
            return dashed.span("name"), dashed.group("name"), dashed.end()
        return None
    form = match.group("name")
    name = _named(form)
    title = match.group("title") or ""
    if title.startswith(",") and (match.group("mark") is None or " " not in form or _TELLS.search(title)):
        # "However, he said:" is no label.
        return None
    if match.group("mark") is None and not (
        _is_spoken(following)
        and (
            _PART_DASH.match(line)
            or form in listed
            or (name is None and form.lower() == "operator")
            or (title and any(one.startswith(f"{form} ") for one in listed))
        )
    ):
        return None
    if match.group("mark") is not None and not line[match.end() :].strip() and not following:
        return None
    return match.span("name"), name, match.end()


def _is_spoken(line: str) -> bool:
    return len(line) >= _SPOKEN or line.rstrip("”\"')")[-1:] in (".", "?", "!", "…")


def _named(form: str) -> str | None:
    """The name in a label; None for one that is no name."""
    words = form.split()
    while words and words[0].strip(".").lower() in _HONORIFICS:
        words = words[1:]
    parts = [word.lower().strip(".") for word in words]
    if all(part in _NAMELESS or part in _TITLES or part in _OF_THE_CALL or part.isdigit() for part in parts):
        return None
    return " ".join(words)
