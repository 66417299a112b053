"""The extent of the name of a place in a text: town, state or country, direction before it, several in a row."""

from __future__ import annotations

import re

from summarizer.models.offline.place_words import ABBREVIATED, AREAS, DIRECTIONS, KNOWN_PLACES, NATIONAL, TOWN_ENDS
from summarizer.text.calendar_words import MONTHS, WEEKDAYS
from summarizer.text.name_words import COMPANY_WORDS, LEGAL_FORMS

_WORD = r"(?:(?:[A-Z]\.)+(?:[A-Z][a-z]+)?|[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*(?:'(?!s\b)[A-Za-z]+)?)"
NAME = rf"(?:(?:St|Ft|Mt|N|S|E|W)\. )?{_WORD}(?:[ /](?:de |du |la |upon )?{_WORD}){{0,3}}"
"""A name that may be a place's: up to four capitalised words."""
_ITEM = re.compile(rf"(?:the )?(?P<part>(?:(?P<side>[A-Za-z-]+) (?:and (?P<other>[a-z-]+) )?)??(?P<name>{NAME}))")
_TAIL = re.compile(rf", (?P<tail>{NAME})")
_NEXT = re.compile(r"(?:, and |, | and )")
_COMPANY_BEHIND = re.compile(r"[,.]? (?:Inc|Corp|Co|Ltd|Plc|PLC|AG|SA|NV|LP|Bank|Bancorp)\b")
_BEFORE_HYPHEN = re.compile(
    rf"(?:(?P<town>{NAME}), )?(?P<name>{NAME})\.?-(?:area|based|headquartered|listed|quoted|born)\b"
)
_ADJECTIVE = re.compile(r"\b(?:[A-Z]\.[A-Z]\.|[A-Z][a-z]+)(?: [A-Z][a-z]+)?")
_MOST_ITEMS = 9
_TIMES = frozenset((*MONTHS, *WEEKDAYS, "autumn", "fall", "spring", "summer", "winter"))
"""What "in" leads on to without being a place: "bought a mill in March"."""


def place_at(text: str, at: int, *, sure: bool) -> tuple[int, int] | None:
    """The span of the place that begins at `at`, or behind "the" there.

    `sure`: the words before it allow nothing else, so that a name which no list has is believed.
    """
    match = _item(text, at)
    if match is None:
        return None
    end, known = _with_tail(text, match)
    if not known and not sure and not _is_town(match["name"]):
        return None
    if _COMPANY_BEHIND.match(text, end) or any(word in LEGAL_FORMS for word in match["name"].lower().split()[1:]):
        return None
    for _ in range(_MOST_ITEMS):
        link = _NEXT.match(text, end)
        following = _item(text, link.end()) if link else None
        if following is None:
            break
        last, known = _with_tail(text, following)
        if not known or _COMPANY_BEHIND.match(text, last):
            break
        end = last
    return match.start("part"), end


def _item(text: str, at: int) -> re.Match[str] | None:
    match = _ITEM.match(text, at)
    if match is None or match["name"].lower() in _TIMES:
        return None
    sides = [match[group] for group in ("side", "other") if match[group]]
    return match if all(side.lower() in DIRECTIONS for side in sides) else None


def _with_tail(text: str, match: re.Match[str]) -> tuple[int, bool]:
    """Where a place ends, its state or country included, and whether it is known to be one."""
    tail = _TAIL.match(text, match.end())
    if tail and (area := _area(tail["tail"])) is not None:
        return _full_stop(text, tail.start("tail") + len(area), area), True
    name = match["name"]
    if (" " in name) and (first := _area(name.split()[0])) is not None and "." in first:
        name = name.split()[0]
    words = name.lower().rstrip(".").split(" ")
    known = " ".join(words) in KNOWN_PLACES or (words[0] in DIRECTIONS and " ".join(words[1:]) in KNOWN_PLACES)
    return _full_stop(text, match.start("name") + len(name.rstrip(".")), name.rstrip(".")), known


def _area(words: str) -> str | None:
    """The state or country that `words` are, without a full stop at the end."""
    bare = words.rstrip(".")
    return bare if bare in AREAS else None


def _full_stop(text: str, end: int, area: str) -> int:
    """`end`, behind the full stop of an abbreviation if the sentence does not end with it."""
    if area not in ABBREVIATED and not area.endswith((".S", ".K", ".A")):
        return end
    if text[end : end + 1] == "." and ("." in area or text[end + 1 :].strip()):
        return end + 1
    return end


def _is_town(name: str) -> bool:
    words = name.lower().split()
    return len(words) > 1 and words[-1] in TOWN_ENDS and COMPANY_WORDS.isdisjoint(words)


def place_before_hyphen(text: str, start: int = 0) -> tuple[int, int] | None:
    """The place of the first "X-based" in `text` from `start` on."""
    if "-" not in text:
        return None
    match = _BEFORE_HYPHEN.search(text, start)
    if match is None:
        return None
    if match["town"] and _area(match["name"]) is not None:
        end = match.end("name")
        return match.start("town"), end + (text[end] == ".")
    return match.span("name")


def national_in(text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The first adjective of a country in `text`, at the front of a noun phrase: "a Canadian maker"."""
    for match in _ADJECTIVE.finditer(text, start, len(text) if end is None else end):
        words = match.group()
        for name in (words, words.split()[0]):
            behind = text[match.start() + len(name) :][:2]
            if name.rstrip(".") in NATIONAL and behind[:1] == " " and (behind[1:].islower() or "." in name):
                return match.start(), match.start() + len(name)
    return None
