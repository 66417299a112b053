"""Names with a possessive inside: bodies called by their members ("Growers' Union"), brands ("Barrow's International").

Origin of the lists: ends of English nouns for people by what they do, and the nouns of bodies with members in the
registers of co-operatives, unions, associations and pension funds.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.name_runs import NameSpan
from summarizer.text.name_words import GROUP_WORDS
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import word_set

_BODIES = GROUP_WORDS | word_set("""
    bank board bureau club co-op co-operative college congress cooperative council exchange fund institute league mart
    mutual organisation organization pension plan provident retirement society superannuation trust
""")
_BODY = alternatives(word.capitalize() for word in _BODIES)
_SPOT = pattern(r"['’](?:s|(?<=s['’]))\s+(?=[A-Z])")
"""A possessive before a capital."""
_MEMBERS = pattern(
    r"\b(?=[A-Z])[\w-]{0,30}(?:(?i:ants|citizens|employees|ers|eurs|ians|ists|nurses|ors|parents|pilots|veterans)['’]"
    r"|(?i:men|people)['’]s)\Z"
)
"""What the members of a body are called."""
_OF_BODY = pattern(rf"(?:(?:[A-Z][\w-]*|&|and) ){{0,3}}?(?:{_BODY})\b(?: (?:{_BODY})\b)*")
_LONGEST = 40
_WHOLE = ("Enterprises", "Holdings", "International")
_BRAND = pattern(r"\b[A-Z][\w-]{1,30}['’]s\Z")
_OF_WHOLE = pattern(
    rf"(?:{alternatives(_WHOLE)})(?: (?:Corp|Inc|Ltd|Plc|PLC)\b\.?)?"
    r"(?=[.,;:)\"”]|\s+(?:agreed|also|and|are|at|by|could|expects|for|from|had|has|have|in|is|may|on|plans|said|says|to|was"
    r"|were|will|with|would)\b|\s*\Z)"
)
"""The last word of a company's name, where it is not one that describes: "Acme's International arm"."""


def with_possessives_inside(text: str, names: list[NameSpan]) -> list[NameSpan]:
    """The names with those put together that a possessive inside had parted; in order and disjoint."""
    spans = list(_found(text))
    if not spans:
        return names
    joined: list[NameSpan] = []
    at = 0
    for start, end in spans:
        while at < len(names) and names[at].end <= start:
            joined.append(names[at])
            at += 1
        low, high = start, end
        if joined and joined[-1].end == start - 1 and text[start - 1] == " " and joined[-1].text[-1] != ".":
            # "Tolland Growers' Union", where the place was read as a name of its own
            low = joined.pop().start
        while at < len(names) and names[at].start < high:
            low, high = min(low, names[at].start), max(high, names[at].end)
            at += 1
        if not joined or joined[-1].end <= low:
            joined.append(NameSpan(low, high, text[low:high]))
    return [*joined, *names[at:]]


def _found(text: str) -> Iterator[tuple[int, int]]:
    for spot in _SPOT.finditer(text):
        whole = text.startswith(_WHOLE, spot.end())
        behind = (_OF_WHOLE if whole else _OF_BODY).match(text, spot.end())
        if behind is None:
            continue
        low = max(0, spot.start() - _LONGEST)
        before = (_BRAND if whole else _MEMBERS).search(text[low : spot.end()].rstrip())
        if before is not None:
            yield low + before.start(), behind.end()
