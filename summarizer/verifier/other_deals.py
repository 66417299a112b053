"""Whether words for a stage are about another deal in the same sentence: "dropped its bid for Lund and bought Dorn".

What a verb governs ends with its predicate. Where it names others than the record's parties, and the parties stand
together elsewhere in the sentence, the verb is not about their deal. Origin of the lists: conjunctions and prepositions
are closed classes of English grammar, the nouns those by which newswires call deals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index, Place
from summarizer.verifier.same_party import alike

_ENDS = pattern(r"[;,]|\s(?:after|and|although|as|before|but|since|when|whereas|while)\s", re.IGNORECASE)
_DEALING = pattern(
    r"\b(?:accord|acqui\w+|agreement|approach|bids?|bought|buy\w*|combination|contract|deal|investment|merge\w*|offers?"
    r"|pact|proposal|purchas\w+|pursuit|sale|sell\w*|sold|stake|takeover|talks|venture)\b",
    re.IGNORECASE,
)
_PASSIVE = pattern(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?\Z", re.IGNORECASE)
_PLACED = pattern(r"\b(?:at|in|near|on|under)\s(?:the\s)?\Z", re.IGNORECASE)
_RELATIVE = pattern(r",\s(?:which|who|whose)\s[^,;]*\Z", re.IGNORECASE)
_LONGEST = 160
"""Characters of a relative clause at most."""
_FEWEST = 3
"""Names in a sentence that tells of two deals, at least."""


def of_another_deal(place: Place, names: Sequence[str], index: Index) -> bool:
    """Whether the words at `place` govern the deal of others than `names`, the parties of the record."""
    number = index.sentences_of(place)[0]
    there = index.names_of(number)
    if len(there) < _FEWEST or len(names) < 2:
        return False
    sentence = index.sentences[number - 1]
    stop = _ENDS.search(index.text, place[1], sentence.end)
    end = stop.start() if stop else sentence.end
    governed = [
        name
        for name in there
        if place[0] <= name.start < end
        and not _PLACED.search(index.text[max(0, name.start - 12) : name.start])
        and not _is_a_town(name, there, index)
    ]
    if not governed or not _DEALING.search(index.text, place[0], end):
        return False
    if _PASSIVE.search(index.text[max(0, place[0] - 20) : place[0]]) and index.text[place[0] : place[0] + 3] != "in ":
        return False
    return _of_others(governed, [other for other in there if not place[0] <= other.start < end], names, index)


def _is_a_town(name: NameSpan, there: Sequence[NameSpan], index: Index) -> bool:
    """Whether the name is a place's, or followed by the one of the state or country in which it lies: "Arbor, Ohio"."""
    if name_kind(name.text) == "place":
        return True
    return any(
        index.text[name.end : other.start] == ", " and name_kind(other.text) == "place"
        for other in there
        if 0 < other.start - name.end <= len(", ")
    )


def in_clause_of_others(place: Place, names: Sequence[str], index: Index) -> Place | None:
    """The relative clause around `place`, if it tells of a deal of others than `names`, who are named outside of it:
    "Tarn, whose bid for Lund failed in May, bought Dorn"."""
    number = index.sentences_of(place)[0]
    there = index.names_of(number)
    if len(there) < _FEWEST or len(names) < 2:
        return None
    sentence = index.sentences[number - 1]
    opens = _RELATIVE.search(index.text, max(sentence.start, place[0] - _LONGEST), place[0])
    closes = index.text.find(",", place[1], sentence.end)
    if opens is None or closes < 0:
        return None
    clause = (opens.start(), closes)
    inside = [name for name in there if clause[0] <= name.start < clause[1]]
    if not inside or not _DEALING.search(index.text, *clause):
        return None
    outside = [name for name in there if not clause[0] <= name.start < clause[1]]
    return clause if _of_others(inside, outside, names, index) else None


def _of_others(inside: Sequence[NameSpan], outside: Sequence[NameSpan], names: Sequence[str], index: Index) -> bool:
    """Whether none of `names` is told inside, and two are outside."""
    if any(alike(name, other.text, index) for name in names for other in inside):
        return False
    return sum(any(alike(name, other.text, index) for other in outside) for name in names) > 1
