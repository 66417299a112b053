"""Who does what to whom, where a sentence says so outright: "A bought B", "B was sold to A", "A's acquisition of B".

Read from the nearest names around a verb or noun of a small list. What is not plain is left out: a missing relation
proves nothing, a found one is meant to be certain.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from summarizer.text import modality
from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set
from summarizer.verifier.deal_words import BUYS, NOUNS, SELLS, VERBS, Relation
from summarizer.verifier.wording import Word, before, behind

Place = tuple[int, int]

_REACH = 160
"""Characters between a verb and the names that it joins."""
_UNDERTAKING = word_set("""
    agreed agreement announced announces complete completed completes completing entered finalised finalized intent
    made signed
""")
"""Words that make the subject the one who acts: "Acme said it completed the acquisition of"."""
_ONLY_MEANT = ("failed to", "hoped to", "offered to", "sought to", "tried to", "wanted to")


@dataclass(frozen=True, slots=True)
class Joined:
    """What a sentence says outright: `doer` did what the words at `cue` say to `other`."""

    relation: Relation
    doer: NameSpan
    other: NameSpan
    cue: Place

    @property
    def whole(self) -> Place:
        """From the first name to the second."""
        return min(self.doer.start, self.other.start), max(self.doer.end, self.other.end)


def relations(text: str, words: Sequence[Word], names: Sequence[NameSpan]) -> list[Joined]:
    """What the verbs and nouns among `words` say outright between two of `names`; all places are in `text`."""
    if len(names) < 2:
        return []
    found = []
    for at, word in enumerate(words):
        plain = word.text.lower()
        if plain in VERBS:
            joined = _by_verb(at, words, names, VERBS[plain], text)
        elif plain in NOUNS:
            joined = _by_noun(at, words, names, NOUNS[plain], text)
        else:
            continue
        if joined is not None and joined.doer is not joined.other and not _denied(joined, text):
            found.append(joined)
        if joined is not None and joined.relation is SELLS:
            item, buyer = _right(word.end, names, text, reach=120), _receiver(at, words, names, text)
            if item is not None and buyer is not None and item.end < buyer.start:
                found.append(Joined(BUYS, buyer, item, joined.cue))
    return found


def _by_verb(at: int, words: Sequence[Word], names: Sequence[NameSpan], relation: Relation, text: str) -> Joined | None:
    verb = words[at]
    inside = bisect_left(names, verb.start + 1, key=lambda name: name.start) - 1
    if inside >= 0 and verb.end <= names[inside].end:
        return None
    left = _left(verb.start, names, text)
    following = [word.text.lower() for word in words[at + 1 : at + 3]]
    if "by" in following and verb.text.lower().endswith(("ed", "t", "ld")):
        agent = _right(words[at + 1 + following.index("by")].end, names, text)
        return Joined(relation, agent, left, (verb.start, verb.end)) if left and agent else None
    if relation.link:
        for offset, word in enumerate(words[at + 1 : at + 26], start=at + 1):
            if word.text.lower() in relation.link:
                right = _right(words[offset].end, names, text, reach=24)
                if right is not None:
                    return Joined(relation, left, right, (verb.start, verb.end)) if left and left is not right else None
    right = _right(verb.end, names, text)
    if right is not None and _crosses(words, verb.end, right.start, "at by for from in of on"):
        return None
    if relation.link and (
        right is None or relation.link == frozenset({"to"}) or relation.link == frozenset({"in", "into"})
    ):
        return None
    leading = [word.text.lower() for word in words[max(0, at - 1) : at]]
    if leading and leading[-1] in ("been", "be", "being", "was", "were", "is", "are"):
        return None
    return Joined(relation, left, right, (verb.start, verb.end)) if left and right else None


def _crosses(words: Sequence[Word], start: int, end: int, prepositions: str) -> bool:
    """Whether one of the prepositions stands in between, so that the name behind it has another part."""
    return any(word.end <= end and word.text.lower() in prepositions.split() for word in behind(words, start, 24))


def _receiver(at: int, words: Sequence[Word], names: Sequence[NameSpan], text: str) -> NameSpan | None:
    """To whom something is sold: the name right behind the first "to" after the verb or noun at `at`."""
    for word in words[at + 1 : at + 26]:
        if word.text.lower() == "to" and (name := _right(word.end, names, text, reach=24)) is not None:
            return name
    return None


def _by_noun(at: int, words: Sequence[Word], names: Sequence[NameSpan], relation: Relation, text: str) -> Joined | None:
    noun = words[at]
    following = [word.text.lower() for word in words[at + 1 : at + 2]]
    left = _left(noun.start, names, text, reach=40)
    owner = left if left and text[left.end : left.end + 2].startswith(("'s", "’s", "' ", "’ ")) else None
    if following == ["of"]:
        right = _right(words[at + 1].end, names, text, reach=60)
        if right is None or _crosses(words, noun.end, right.start, "by for from to"):
            return None
        by = next((word for word in behind(words, right.end, 4) if word.text.lower() == "by"), None)
        agent = _right(by.end, names, text, reach=24) if by and by.start - right.end < 24 else owner
        if agent is None and (left := _left(noun.start, names, text)) is not None:
            between = {word.text.lower() for word in before(words, noun.start, 24) if left.end <= word.start}
            agent = left if between & _UNDERTAKING else None
        return Joined(relation, agent, right, (noun.start, noun.end)) if agent and agent is not right else None
    if following == ["by"] and owner is None and at and words[at - 1].text.lower() in ("its", "their"):
        owner = left
    if following == ["by"] and owner:
        agent = _right(words[at + 1].end, names, text, reach=24)
        return Joined(relation, agent, owner, (noun.start, noun.end)) if agent else None
    return None


def _left(at: int, names: Sequence[NameSpan], text: str, reach: int = _REACH) -> NameSpan | None:
    """The nearest name before `at`, in the same part of the sentence."""
    name = _last(names, at)
    if name is not None and text[name.end : at].strip() == ",":
        # It ends an insertion: "Acme, advised by Roe & Co., bought". Whom that is about stands before it.
        comma = text.rfind(",", max(0, name.start - _REACH), name.start)
        name = _last(names, comma) if comma >= 0 else None
    if name is None or at - name.end > reach or ";" in text[name.end : at]:
        return None
    whole = _last(names, name.start)
    if whole is not None and text[whole.end : name.start].split() in (["of"], ["of", "the"]):
        return whole
    return name


def _last(names: Sequence[NameSpan], at: int) -> NameSpan | None:
    """The last name that ends before `at`."""
    first = bisect_left(names, at, key=lambda name: name.start)
    return next((name for name in reversed(names[max(0, first - 2) : first]) if name.end <= at), None)


def _right(at: int, names: Sequence[NameSpan], text: str, reach: int = _REACH) -> NameSpan | None:
    """The nearest name behind `at`; one that only owns the next is passed over ("Jane Roe's Acme")."""
    first = bisect_left(names, at, key=lambda name: name.start)
    following = names[first : first + 4]
    for name, behind_it in zip_longest(following, following[1:]):
        if name.start - at > reach or any(mark in text[at : name.start] for mark in ";:."):
            return None
        owns = text[name.end : name.end + 2] in ("'s", "’s")
        if not owns or behind_it is None or behind_it.start - name.end > 24:
            return name
    return None


def _denied(joined: Joined, text: str) -> bool:
    """Whether a negation, a mere offer or a wish stands between the two names."""
    low, high = joined.whole
    between = text[low:high]
    return any(word in between.lower() for word in _ONLY_MEANT) or bool(modality.negations(between))
