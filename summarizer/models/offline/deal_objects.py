"""What is bought or sold, read from the words behind the verb.

The object of a deal is a chain of noun phrases joined by "of" and "in": a share or the assets of a company, a unit of
its owner, a company in a place. Which link of the chain is the target depends on the noun that heads each.
Origin of the lists: quantifiers and possessives are closed classes of English grammar; the nouns for units of a
company are those of newswire usage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.models.offline.deal_phrases import Phrase, phrase_end
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.text.name_forms import strip_suffix
from summarizer.text.phrases import word_set

_STARTS = "dxnhkeaNMSIr"
_HOLDS_ALL = word_set("assets liabilities")
_QUANTITIES = word_set(
    "all balance equivalent half investment majority minority most much part percent portion remainder remaining rest "
    "some two-thirds third"
)
_PARTS_HELD = word_set("holding interest position shareholding stake")
_NEXT_TARGET = re.compile(r"(?:[oi]N(?:,N(?=,))?)?(?P<joint>,?c|,)[dx]{0,2}N(?![rBHVRGA'])")
"""The next of a row of targets, behind the seat of the one before: "Lund of Dunmore, Brill Mills and"."""
_MOST_TARGETS = 9
_AND_LIABILITIES = re.compile(r",?cAd?x{0,2}(?=o)")
"""The second verb with its object before an "of" that both share: "certain assets and assumed liabilities of"."""
_OWN = word_set("her his its their")
_UNITS = word_set("affiliate affiliates arm division divisions operation operations subsidiaries subsidiary unit units")
_APPOSED_QUANTITY = re.compile(r"(?:,c?|c)[dxpSMhrfw]{1,9},?(?=[oi][dxrNnkSh])")
_NOT_OWNED = re.compile(r"q?(?:I|d?N)[IVHBrGAx]{1,6}(?=[io])")
"""A relative clause between a share and the whole: "the half it does not own of"."""
_LEAD = re.compile(r"(?:,[ip][^,.;]{1,8},)?(?:[pr]t?|x(?=[tS]))*")
_UNIT_OF = re.compile(r",?(?:[dxrG]{0,6})([nk])[oi]d?x{0,3}N")
_OWNED_UNIT = re.compile(r",N'x{0,3}[nk]")
_APPOSED_NAME = re.compile(r",N(?=,[^RVHBGA]|[.tfwibm]|$)")
_SEATED = re.compile(r"dN,[Nx][.,]{1,2}[xk]{0,4}n(?![nN])")
"""A unit behind its town and state."""
_NAMED = word_set("called named")


@dataclass(slots=True)
class Object:
    """The target of a deal as its words give it; places are positions of words."""

    start: int
    stop: int
    targets: list[int] = field(default_factory=list)
    """Names of what changes hands."""
    owners: list[int] = field(default_factory=list)
    """Names of whose it was."""
    own: bool = False
    """Whether it is the subject's own: "its mill"."""
    pronoun: Phrase | None = None
    """A pronoun, or "the company", that stands for the target."""
    phrase: Phrase | None = None
    """The words of a target without a name."""
    places: list[int] = field(default_factory=list)
    """Names in those words: a place, an owner or a brand."""
    holding: bool = False
    """Whether it is a holding in the target."""
    unit: bool = False
    """Whether it is a part of a company."""

    def has(self, tokens: Tokens, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern finds something in the words of the object."""
        return pattern.search(tokens.text(self.start, self.stop)) is not None


def read_object(tokens: Tokens, at: int) -> Object | None:
    """The object that begins at `at`, None where none does."""
    tags, words = tokens.tags, tokens.words
    lead = _LEAD.match(tags, at)
    start = lead.end() if lead else at
    if start >= len(tags) or tags[start] not in _STARTS:
        start = at
        if start >= len(tags) or tags[start] not in _STARTS:
            return None
    found = Object(start, start)
    if seat := _SEATED.match(tags, start):
        # "its Dorn, Oreg., gypsum plant"
        places = [start + 1, start + 3]
        found = Object(start, seat.end(), phrase=(start, seat.end()), places=places, unit=True)
        found.own = words[start] in _OWN
        if tags[seat.end() : seat.end() + 1] == "o":
            _to_owner(tokens, seat.end() + 1, found)
        return found
    at = start
    for _ in range(5):
        end = phrase_end(tags, words, at)
        if end <= at:
            break
        link = _read_link(tokens, at, end, found)
        if link is None:
            break
        at = link
    if found.stop == found.start:
        return None
    if found.targets and tags[found.stop - 1 : found.stop] == "N":
        _more_targets(tokens, found)
    _owner_behind(tokens, found)
    return found


def _read_link(tokens: Tokens, start: int, end: int, found: Object) -> int | None:
    """Reads the phrase [start, end) into `found`; where the next phrase of the chain begins, None at its end."""
    tags, words = tokens.tags, tokens.words
    found.stop = max(found.stop, end)
    names = [place for place in range(start, end) if tags[place] == "N"]
    head = tags[end - 1]
    word = words[end - 1]
    if not _OWN.isdisjoint(words[start:end]):
        found.own = True
    follows = tags[end : end + 1]
    spoken_of = words[start] in ("the", "that", "this") and head == "k" and not names and follows != "o"
    apposed = follows == "," and tags[end + 1 : end + 2] == "N"
    if (tags[start] == "I" or spoken_of) and not apposed:
        found.pronoun = (start, end)
        return None
    mark = tags.rfind("'", start, end)
    owner = [place for place in names if place < mark and tags[place + 1] == "'"]
    behind = [place for place in names if place > mark]
    if behind and head in "nk" and behind[-1] != end - 1 and _APPOSED_NAME.match(tags, end):
        # "its Dorn company, Lund Forge, to"
        found.targets.append(end + 1)
        found.owners.extend(owner[-1:])
        found.unit, found.stop = True, end + 2
        return None
    if behind and head in "nx" and not _is_unit(tokens, behind[-1], end):
        found.places.extend(behind)
        found.owners.extend(owner[-1:])
        found.phrase, found.unit = (mark + 1 if mark > start else start, end), True
        return _to_owner(tokens, end + 1, found) if follows == "o" else None
    if behind:
        if found.unit and not found.targets and found.phrase and not found.holding:
            found.owners.append(behind[0])
            return None
        if tags[behind[-1] - 1] in "nk":
            # "its steel unit Lund Forge"
            behind = behind[-1:]
        found.targets.extend(behind if len(behind) < 3 else behind[:1])
        found.owners.extend(owner[-1:])
        found.unit = found.unit or head == "n"
        found.holding = found.holding or head == "h" or "S" in tags[start:end]
        if follows == "o" and (head in "nk" or _is_division(tokens, behind[-1])):
            return _to_owner(tokens, end + 1, found)
        return None
    if owner and follows == "," and head in "nk" and tags[end + 1 : end + 2] == "N":
        # "Orrin's steel unit, Lund Forge"
        found.owners.extend(owner[-1:])
        found.targets.append(end + 1)
        found.unit, found.stop = True, end + 2
        return None
    if owner and head == "h":
        if follows == "i":
            found.owners.extend(owner[-1:])
            found.holding = True
            return end + 1
        # "Lund's shares" are of Lund, "Orrin's stake" is Orrin's in another.
        (found.owners if word in _PARTS_HELD else found.targets).extend(owner[-1:])
        found.holding = True
        return None
    if mark > start and not names and head == "h" and tags[mark - 1] in "kn" and follows == "i":
        # "the company's 49 pct interest in Lund"
        found.holding = found.own = True
        return end + 1
    if mark > start and not names and head == "h" and tags[mark - 1] in "kn":
        found.pronoun, found.holding = (start, mark), True
        return None
    if owner:
        found.owners.extend(owner[-1:])
        found.phrase = (mark + 1, end)
        found.unit = head in "nk"
        return None
    jump = _APPOSED_QUANTITY.match(tags, end)
    if word in _HOLDS_ALL and words[start] in ("certain", "some") and follows == "o" and not found.holding:
        found.phrase, found.unit = (start, end), True
        return _to_owner(tokens, end + 1, found)
    if word in _HOLDS_ALL and (shared := _AND_LIABILITIES.match(tags, end)) and words[shared.end() - 1] in _HOLDS_ALL:
        found.holding = True
        return shared.end() + 1
    if word in _HOLDS_ALL and follows == "i" and not found.holding:
        found.phrase, found.unit = (start, end), True
        return None
    if head in "hSM" or word in _QUANTITIES or word in _HOLDS_ALL or (head == "d" and follows == "o"):
        if word in _HOLDS_ALL and found.own and follows not in ("o", "i") and not found.holding:
            # "all its assets"
            found.phrase, found.unit = (start, end), True
            return None
        found.holding = True
        if jump:
            return jump.end() + 1
        if aside := _NOT_OWNED.match(tags, end):
            return aside.end() + 1
        if follows == "i" and "market" in words[end + 1 : end + 4]:
            # "bought 8 pct of its shares in the open market"
            return None
        if follows in ("o", "i"):
            return end + 1
        return _joined(tokens, end, found)
    if follows == "," and tags[end + 1 : end + 2] == "N" and head in "nkx":
        found.targets.append(end + 1)
        found.unit = head == "n"
        found.stop = end + 2
        return None
    if words[end : end + 1] and words[end] in _NAMED and tags[end + 1 : end + 2] == "N":
        found.targets.append(end + 1)
        found.stop = end + 2
        return None
    if head in "nkxae":
        if found.phrase is None:
            found.phrase = (start, end)
        found.unit = found.unit or head == "n"
        if follows == "o" and head in "nk":
            return _to_owner(tokens, end + 1, found) if head == "n" else end + 1
        if follows == "o" and head == "x":
            return end + 1
        return _joined(tokens, end, found)
    return None


def _joined(tokens: Tokens, end: int, found: Object) -> int | None:
    """Goes over the second noun of "the assets and operations of"."""
    tags, words = tokens.tags, tokens.words
    if tags[end : end + 1] != "c" or tags[end + 1 : end + 2] not in ("d", "x", "n", "h"):
        return None
    after = phrase_end(tags, words, end + 1)
    if tags[after : after + 1] in ("o", "i") and words[after - 1] in _HOLDS_ALL | _UNITS | {"business", "capital"}:
        found.stop = after
        return after + 1
    return None


def _is_unit(tokens: Tokens, name: int, end: int) -> bool:
    """Whether the noun at a phrase's end only says what the name is: "Lund Forge unit"."""
    if name == end - 1:
        return True
    words = tokens.words[name + 1 : end]
    span = tokens.skeleton.names.get(tokens.at[name])
    if span is not None and strip_suffix(span.text) != span.text and words[-1] in _UNITS:
        return True
    return words[-1] in _UNITS | {"business", "businesses"} and len(words) < 3


def _is_division(tokens: Tokens, place: int) -> bool:
    """Whether a name is one of a part of a company: "Lund Forge Division"."""
    name = tokens.skeleton.names.get(tokens.at[place])
    return name is not None and name.text.split()[-1].lower() in _UNITS


def _to_owner(tokens: Tokens, at: int, found: Object) -> int | None:
    """Takes the name at `at` as the owner of the unit before it."""
    end = phrase_end(tokens.tags, tokens.words, at)
    names = [place for place in range(at, end) if tokens.tags[place] == "N"]
    if names:
        if found.holding and not found.targets and not found.unit:
            found.targets.append(names[-1])
        else:
            found.owners.append(names[-1])
        found.stop = max(found.stop, end)
    return None


def _more_targets(tokens: Tokens, found: Object) -> None:
    """Adds names that "and" joins to the target, unless they begin a clause."""
    tags = tokens.tags
    at, more = found.stop, []
    joined = False
    while not joined and (match := _NEXT_TARGET.match(tags, at)):
        joined = "c" in match.group("joint")
        more.append(match.end() - 1)
        at = match.end()
    if joined and len(more) < _MOST_TARGETS:
        found.targets.extend(more)
        found.stop = at


def _owner_behind(tokens: Tokens, found: Object) -> None:
    """The owner that an apposition names: "Lund Forge, a unit of Orrin", "Lund Forge, Orrin's steel unit"."""
    if not found.targets:
        return
    tags = tokens.tags
    at = found.stop
    if tags[at : at + 1] == "(":
        close = tags.find(")", at, at + 8)
        at = close + 1 if close > 0 else at
    match = _UNIT_OF.match(tags, at)
    if match and tokens.words[match.start(1)] in _UNITS and match.end() - at < 12:
        found.owners.append(match.end() - 1)
        return
    match = _OWNED_UNIT.match(tags, at)
    if match and tokens.words[match.end() - 1] in _UNITS:
        found.owners.append(at + 1)
