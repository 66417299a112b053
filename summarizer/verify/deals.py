"""Deals: who has which part, at which stage it is, and what the dates are the dates of.

A judgement is settled where the cited sentences have a word that bears it out, altered where they have only words
that contradict it, and a judgement that nothing proves in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from summarizer.records import Deal
from summarizer.text.names import NameSpan
from summarizer.text.phrases import PhraseList
from summarizer.verify.case import Case
from summarizer.verify.deal_words import (
    BESIDE,
    EVENTS,
    KINDS,
    NOUNS,
    PENDING,
    PRINCIPALS,
    ROLE_CUES,
    STATUS,
    STATUS_EXCLUDES,
    VERBS,
    Relation,
)
from summarizer.verify.findings import Code, quoted
from summarizer.verify.index import Index, Place
from summarizer.verify.names import same
from summarizer.verify.notes import Note, Settled, find
from summarizer.verify.wording import Word

_REACH = 160
"""Characters between a verb and the names that it joins."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What a sentence says outright: `doer` did what `cue` says to `other`."""

    relation: Relation
    doer: NameSpan
    other: NameSpan
    cue: Place


def _deal(case: Case) -> Deal:
    assert isinstance(case.record, Deal)  # noqa: S101
    return case.record


# Roles


def check_roles(case: Case) -> Iterator[Note]:
    """Each party's role against the verbs that join it with another party."""
    deal, index = _deal(case), case.index
    joined = [found for number in case.cited.numbers for found in relations(number, index)]
    for at, party in enumerate(deal.parties):
        path = f"parties[{at}].role"
        rest = [other.name for other in deal.parties if other is not party]
        verdict = _judge(party.name, party.role, rest, joined, case)
        if isinstance(verdict, Joined):
            yield find(
                Code.ROLE_ALTERED,
                path,
                f"The record has {quoted(party.name)} as {party.role}, but the article says "
                f"{quoted(index.text[_whole(verdict)[0] : _whole(verdict)[1]])}.",
                said=party.role,
                article=index.article,
                place=_whole(verdict),
            )
        elif verdict is True:
            yield Settled(path)
        elif beside := _stands_beside(party.name, case):
            kind, place = beside
            if kind == party.role:
                yield Settled(path)
            elif party.role in PRINCIPALS and kind == "rival":
                yield find(
                    Code.ROLE_ALTERED,
                    path,
                    f"The record has {quoted(party.name)} as {party.role}, but the article calls it a {kind}: "
                    f"{quoted(index.text[slice(*place)])}.",
                    said=party.role,
                    article=index.article,
                    place=place,
                )
        elif _cued(party.name, ROLE_CUES.get(party.role, frozenset()), case):
            yield Settled(path)


def _judge(name: str, role: str, rest: Sequence[str], joined: Sequence[Joined], case: Case) -> Joined | bool:
    """True where a verb gives the party its role; the contradicting relation where one gives it another."""
    index = case.index
    against: Joined | None = None
    for found in joined:
        is_doer, is_other = same(name, found.doer.text, index), same(name, found.other.text, index)
        if is_doer == is_other:
            if is_doer or role not in PRINCIPALS or against is not None:
                continue
            if _takes_the_place(name, role, rest, found, case):
                against = found
            continue
        fitting = found.relation.doer if is_doer else found.relation.other
        if role in fitting:
            return True
        opposite = found.relation.other if is_doer else found.relation.doer
        if role in opposite or role == "rival":
            against = against or found
    return against if against is not None else False


def _takes_the_place(name: str, role: str, rest: Sequence[str], found: Joined, case: Case) -> bool:
    """Whether the article gives this very part, with another party of the record, to somebody whom the record
    leaves out."""
    index = case.index
    for mine, place, theirs, other in (
        (found.relation.doer, found.doer, found.relation.other, found.other),
        (found.relation.other, found.other, found.relation.doer, found.doer),
    ):
        if role not in mine - {"partner", "investor"} or any(same(one, place.text, index) for one in (*rest, name)):
            continue
        if any(same(one, other.text, index) for one in rest) and theirs:
            return not _mentioned_with(name, found, case)
    return False


def _mentioned_with(name: str, found: Joined, case: Case) -> bool:
    """Whether the sentence names the party too, so that it may share the part."""
    index = case.index
    for number in index.sentences_of(found.cue):
        sentence = index.sentences[number - 1]
        if any(same(name, other.text, index) for other in index.names_in((sentence.start, sentence.end))):
            return True
    return False


def relations(number: int, index: Index) -> list[Joined]:
    """What the verbs and nouns of a sentence say outright between two names."""
    sentence = index.sentences[number - 1]
    names = index.names_in((sentence.start, sentence.end))
    if len(names) < 2:
        return []
    words = index.words(number)
    found = []
    for at, word in enumerate(words):
        plain = word.text.lower()
        if plain in VERBS:
            joined = _by_verb(at, words, names, VERBS[plain], index)
        elif plain in NOUNS:
            joined = _by_noun(at, words, names, NOUNS[plain], index)
        else:
            continue
        if joined is not None and not _denied(joined, number, index):
            found.append(joined)
    return found


def _by_verb(
    at: int, words: Sequence[Word], names: Sequence[NameSpan], relation: Relation, index: Index
) -> Joined | None:
    verb = words[at]
    if any(name.start <= verb.start and verb.end <= name.end for name in names):
        return None
    left = _left(verb.start, names, index)
    following = [word.text.lower() for word in words[at + 1 : at + 3]]
    if "by" in following and verb.text.lower().endswith(("ed", "t", "ld")):
        agent = _right(words[at + 1 + following.index("by")].end, names, index)
        return Joined(relation, agent, left, (verb.start, verb.end)) if left and agent else None
    if relation.link:
        for offset, word in enumerate(words[at + 1 : at + 26], start=at + 1):
            if word.text.lower() in relation.link:
                right = _right(words[offset].end, names, index, reach=24)
                if right is not None:
                    return Joined(relation, left, right, (verb.start, verb.end)) if left and left is not right else None
    right = _right(verb.end, names, index)
    if relation.link and (
        right is None or relation.link == frozenset({"to"}) or relation.link == frozenset({"in", "into"})
    ):
        return None
    before = [word.text.lower() for word in words[max(0, at - 2) : at]]
    if before and before[-1] in ("been", "be", "being", "was", "were", "is", "are"):
        return None
    return Joined(relation, left, right, (verb.start, verb.end)) if left and right else None


def _by_noun(
    at: int, words: Sequence[Word], names: Sequence[NameSpan], relation: Relation, index: Index
) -> Joined | None:
    noun = words[at]
    following = [word.text.lower() for word in words[at + 1 : at + 2]]
    left = _left(noun.start, names, index, reach=40)
    owner = left if left and index.text[left.end : left.end + 2].startswith(("'s", "’s", "' ", "’ ")) else None
    if following == ["of"]:
        right = _right(words[at + 1].end, names, index, reach=40)
        if right is None:
            return None
        by = next((word for word in words[at + 2 :] if word.start >= right.end and word.text.lower() == "by"), None)
        agent = _right(by.end, names, index, reach=24) if by and by.start - right.end < 24 else owner
        return Joined(relation, agent, right, (noun.start, noun.end)) if agent and agent is not right else None
    if following == ["by"] and owner:
        agent = _right(words[at + 1].end, names, index, reach=24)
        return Joined(relation, agent, owner, (noun.start, noun.end)) if agent else None
    return None


def _left(at: int, names: Sequence[NameSpan], index: Index, reach: int = _REACH) -> NameSpan | None:
    """The nearest name before `at`, in the same part of the sentence."""
    name = next((name for name in reversed(names) if name.end <= at), None)
    if name is None or at - name.end > reach or ";" in index.text[name.end : at]:
        return None
    return name


def _right(at: int, names: Sequence[NameSpan], index: Index, reach: int = _REACH) -> NameSpan | None:
    """The nearest name behind `at`; one that only owns the next is passed over ("Jane Roe's Acme")."""
    following = [name for name in names if name.start >= at]
    for name, behind in zip_longest(following, following[1:]):
        if name.start - at > reach or any(mark in index.text[at : name.start] for mark in ";:."):
            return None
        owns = index.text[name.end : name.end + 2] in ("'s", "’s")
        if not owns or behind is None or behind.start - name.end > 24:
            return name
    return None


def _denied(joined: Joined, number: int, index: Index) -> bool:
    """Whether a negation, a mere offer or a wish stands between the two names."""
    low, high = min(joined.doer.end, joined.other.end), max(joined.doer.start, joined.other.start)
    if any(low <= cue.start < high for cue in index.negations(number)):
        return True
    between = index.text[low:high].lower()
    return any(
        word in between for word in ("offered to", "hoped to", "wanted to", "failed to", "tried to", "sought to")
    )


def _whole(joined: Joined) -> Place:
    return min(joined.doer.start, joined.other.start), max(joined.doer.end, joined.other.end)


def _stands_beside(name: str, case: Case) -> tuple[str, Place] | None:
    """Whether words right before or behind the name put it beside the deal: a rival, an adviser, a regulator."""
    index = case.index
    for number in case.cited.numbers:
        sentence = index.sentences[number - 1]
        names = index.names_in((sentence.start, sentence.end))
        for at, found in enumerate(names):
            if not same(name, found.text, index):
                continue
            first = at
            while first > 0 and index.text[names[first - 1].end : found.start].strip(" ,") in ("", "and", "or", "&"):
                first -= 1
                found = names[first]
            before = [word for word in index.words(number) if word.end <= found.start][-2:]
            for kind, telling in BESIDE.items():
                cue = next((word for word in before if word.text.lower() in telling), None)
                if cue is not None and "," not in index.text[cue.end : found.start]:
                    return kind, (cue.start, names[at].end)
    return None


def _cued(name: str, cues: frozenset[str], case: Case) -> bool:
    """Whether a cited sentence that names the party, or speaks of it alone, has one of the words."""
    index = case.index
    for number in case.cited.numbers:
        sentence = index.sentences[number - 1]
        if not any(same(name, found.text, index) for found in index.names_in((sentence.start, sentence.end))):
            continue
        if any(word.text.lower() in cues for word in index.words(number)):
            return True
    return False


# Stage, kind, dates


@lru_cache(maxsize=64)
def _list(phrases: tuple[str, ...]) -> PhraseList:
    return PhraseList(dict.fromkeys(phrases, "cue"))


def _cues(phrases: Iterable[str], case: Case, numbers: Iterable[int]) -> list[Place]:
    """Where these sentences have one of the phrases, negated ones left out."""
    index = case.index
    found = []
    for number in numbers:
        sentence = index.sentences[number - 1]
        for phrase in _list(tuple(phrases)).find(sentence.text):
            place = sentence.start + phrase.start, sentence.start + phrase.end
            if not any(0 <= place[0] - cue.end <= 24 for cue in index.negations(number)):
                found.append(place)
    return found


def check_status(case: Case) -> Iterator[Note]:
    """The stage: borne out by a word of the cited sentences, or contradicted by the words of another stage."""
    deal, index = _deal(case), case.index
    numbers = case.cited.numbers
    own = _cues(STATUS[deal.status], case, numbers)
    pending = _cues(PENDING, case, numbers)
    if deal.status == "closed":
        own = [place for place in own if not any(start <= place[0] < end for start, end in pending)]
    ended = [] if deal.status == "terminated" else _cues(STATUS["terminated"], case, numbers)
    if own and not ended:
        yield Settled("status")
        return
    for other in sorted(STATUS_EXCLUDES[deal.status]):
        places = pending if other == "pending" else _cues(STATUS[other], case, numbers)
        if other == "closed":
            places = [place for place in places if not any(start <= place[0] < end for start, end in pending)]
        if places and (other == "terminated" or not own):
            yield find(
                Code.STATUS_ALTERED,
                "status",
                f"The record calls the deal {deal.status.replace('_', ' ')}, but the article says "
                f"{quoted(index.text[slice(*places[0])])}.",
                said=deal.status,
                article=index.article,
                place=places[0],
            )
            return
    if own:
        yield Settled("status")


def check_deal_kind(case: Case) -> Iterator[Note]:
    """The kind: borne out by a word of the cited sentences."""
    if _cues(KINDS.get(_deal(case).kind, ()), case, case.cited.numbers):
        yield Settled("kind")


def check_events(case: Case) -> Iterator[Note]:
    """What a date is the date of: a closing that the article has ahead is no closing done, and the reverse."""
    deal, index = _deal(case), case.index
    for at, dated in enumerate(deal.dates):
        path = f"dates[{at}].event"
        places = case.places.get(f"dates[{at}].when")
        if not places:
            continue
        numbers = index.sentences_of(places[0])
        pending = _cues(PENDING, case, numbers)
        done = [
            place
            for place in _cues(EVENTS["closed"], case, numbers)
            if not any(start <= place[0] < end for start, end in pending)
        ]
        against = (
            pending
            if dated.event == "closed" and not done
            else done
            if dated.event == "expected_close" and not pending
            else []
        )
        expected = any(cue.sense in ("expected", "planned") for number in numbers for cue in index.hedges(number))
        if against and not (dated.event == "expected_close" and expected):
            yield find(
                Code.EVENT_ALTERED,
                path,
                f"The record dates {dated.event.replace('_', ' ')} to {quoted(dated.when.text)}, but the article says "
                f"{quoted(index.text[slice(*against[0])])}.",
                said=dated.event,
                article=index.article,
                place=against[0],
            )
        elif _cues(EVENTS.get(dated.event, ()), case, numbers):
            yield Settled(path)
