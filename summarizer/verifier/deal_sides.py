"""On which side of a deal the cited sentences put each of its parties, one party at a time.

A verb or a noun of a deal puts those it names on its sides ("the acquisition of B" has B bought, whoever buys it). Of
two parties whose roles are exchanged each stands where the other one should: the roles as they are given are weighed
against the same roles exchanged, and only where the exchange fits distinctly better are they called altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.records import Deal, DealParty
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, strip_suffix
from summarizer.text.patterns import pattern
from summarizer.verifier.argument_words import ASSET_NOUNS
from summarizer.verifier.arguments import Argument
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import AFFINITY, BID_FOR, BIDS, BUYS, SELLS_TO, SIDES
from summarizer.verifier.earlier_deals import is_earlier, says_nothing_of
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import known_as
from summarizer.verifier.relations import Act, Joined
from summarizer.verifier.same_party import telling
from summarizer.verifier.stage_phrases import hands_back

_SURE, _GUESSED = 2, 1
"""What a name counts on its side of an act, and what a pronoun does."""
_MOST = 6
"""What all acts together count for one party at most."""
_OWNERSHIP = frozenset({"acquisition", "divestiture", "investment", "merger"})
_ITS = ("its ", "their ", "the ", "s ", "’ ", "' ")
_OWNS = re.compile(r"['’]s?\s")
_DISTINCT = 4
"""By how much the exchanged roles must fit better; by more where nothing but guesses speak."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A party on one side of an act: `weight` for how sure it is, `place` for where the article says so, None
    where the record itself does."""

    side: str
    weight: int
    place: Place | None


def exchanged(case: Case) -> Iterator[tuple[int, Stand]]:
    """The parties whose roles are exchanged with each other, by their place in the record, each with where the
    article says that it stands on the other side."""
    deal = case.record
    assert isinstance(deal, Deal)  # noqa: S101
    parties = deal.parties
    if len({party.role for party in parties if party.role in AFFINITY_ROLES}) < 2:
        return
    stands = [stands_of(at, parties, case) for at in range(len(parties))]
    for one, other in combinations(range(len(parties)), 2):
        role, turned = parties[one].role, parties[other].role
        if role == turned or not {role, turned} <= AFFINITY_ROLES:
            continue
        given = _fit(stands[one], role) + _fit(stands[other], turned)
        gain = _fit(stands[one], turned) + _fit(stands[other], role) - given
        against = [
            (at, stand)
            for at, claimed in ((one, role), (other, turned))
            for stand in stands[at]
            if AFFINITY[stand.side].get(claimed, 0) < 0
        ]
        if gain > _DISTINCT or (gain == _DISTINCT and any(stand.weight == _SURE for _, stand in against)):
            yield from reversed(against)


AFFINITY_ROLES = frozenset(role for fits in AFFINITY.values() for role in fits)
"""The roles that some side of an act speaks for or against."""


def _fit(stands: Sequence[Stand], role: str) -> int:
    score = sum(stand.weight * AFFINITY[stand.side].get(role, 0) for stand in stands)
    return max(-_MOST, min(_MOST, score))


def stands_of(at: int, parties: Sequence[DealParty], case: Case) -> list[Stand]:
    """On which sides of which acts the cited sentences put the party at this place of the record."""
    return _read(case, tuple(party.name for party in parties)).get(at, [])


def _read(case: Case, names: tuple[str, ...]) -> Mapping[int, list[Stand]]:
    index = case.index
    found: dict[int, list[Stand]] = {}
    deal = case.record
    assert isinstance(deal, Deal)  # noqa: S101
    if deal.kind in _OWNERSHIP and (subject := [at for at, name in enumerate(names) if _is_one(name, deal.subject)]):
        # What the record itself has change hands.
        found[subject[0]] = [Stand("bought", _SURE, None)]
    for number in case.cited.numbers:
        passed = _with_strangers(number, names, deal.subject, index)
        for act in index.acts(number):
            if act.cue in passed or buys_back(act, index) or is_earlier(act.cue, deal, index):
                continue
            if hands_back(act.cue, index) or (act.relation is BIDS and deal.kind in BID_FOR):
                continue
            told = _stretch(act)
            doing, other = SIDES[act.relation]
            doers, others = _parties(act.doers, names, index), _parties(act.others, names, index)
            for side, mine, theirs, args in ((doing, doers, others, act.others), (other, others, doers, act.doers)):
                for party, sure, owner in mine:
                    if says_nothing_of(deal.parties[party], told, index):
                        continue
                    if owner and side == "bought":
                        # "B's Tessel unit" is bought from B.
                        found.setdefault(party, []).append(Stand("owner", _SURE, told))
                        continue
                    if any(one == party for one, *_ in theirs):
                        continue
                    weight = _SURE if sure else _GUESSED
                    if args and not theirs and any(_is_name(one.span, index) for one in args):
                        weight = 0  # with somebody else: another deal
                    if weight:
                        found.setdefault(party, []).append(Stand(side, weight, told))
    return found


def _with_strangers(number: int, names: Sequence[str], subject: str, index: Index) -> set[Place]:
    """The verbs by which something else than the subject goes to somebody, or comes from him, who is no party of the
    record: "has sold its mine to Roe and will lease the link"."""
    found = set()
    for act in index.acts(number):
        if act.relation is not SELLS_TO:
            continue
        between = telling(index.text[slice(*_stretch(act))])
        if not telling(subject) & between and any(
            all(_is_name(one.span, index) and resolved(one.span, names, index) is None for one in args)
            for args in (act.doers, act.others)
            if args
        ):
            found.add(act.cue)
    return found


_BACK = pattern(
    r"\w+\s(?:back\s)?(?:[^;:]{0,60}?\s)?(?:its|their|his|her)\s(?:own\s)?(?:\w+\s){0,2}?(?:shares?|stock)\b",
    re.IGNORECASE,
)
_SHARES = 80
"""Characters from the verb on within which "its own shares" stands."""


def buys_back(act: Act | Joined, index: Index) -> bool:
    """Whether what is bought are the buyer's own shares: that makes nobody a buyer in another deal."""
    if act.relation is not BUYS:
        return False
    bought = _BACK.match(index.text[act.cue[0] : act.cue[0] + _SHARES])
    return bought is not None and not index.names_in((act.cue[1], act.cue[0] + bought.end()))


def _is_one(name: str, subject: str) -> bool:
    return folded(strip_suffix(name)) == folded(strip_suffix(subject))


def _stretch(act: Act) -> Place:
    spans = [one.span for one in (*act.doers[:1], *act.others[:1])]
    return min(act.cue[0], *(one.start for one in spans)), max(act.cue[1], *(one.end for one in spans))


def _parties(args: Sequence[Argument], names: Sequence[str], index: Index) -> list[tuple[int, bool, bool]]:
    """The parties of the record among the arguments: which, whether surely, whether only as an owner."""
    found = []
    for place, one in enumerate(args):
        party = resolved(one.span, names, index)
        if party is not None:
            found.append((party, one.sure, bool(place) and not one.sure))
    return found


def resolved(span: NameSpan, names: Sequence[str], index: Index) -> int | None:
    """Which of these names a noun phrase means; None for none, or for two alike."""
    text = span.text
    first, _, last = text.rpartition(" ")
    if first and last in ASSET_NOUNS and index.text[max(0, span.start - 6) : span.start].endswith(_ITS):
        text = first  # "its Tessel unit" is Tessel
    exact = [at for at, name in enumerate(names) if folded(name) == folded(text)]
    if len(exact) == 1:
        return exact[0]
    known = [at for at, name in enumerate(names) if text in known_as(name, index)]
    if known:
        return known[0] if len(known) == 1 else None
    mine = telling(text)
    if not mine:
        return None
    best: list[tuple[int, int]] = []
    for at, name in enumerate(names):
        theirs = telling(name)
        if theirs and ((theirs <= mine and not _more(text, name)) or (mine < theirs and len(mine) > 1)):
            best.append((len(mine & theirs), at))
    best.sort(reverse=True)
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _more(text: str, name: str) -> bool:
    """Whether a phrase around a name means something else than its bearer: a unit, another name."""
    if _OWNS.search(text) and not _OWNS.search(name):
        return True
    rest = [word.strip(".,'’\"") for word in text.split()]
    own = {word.strip(".,'’\"").lower() for word in name.split()}
    return any(word.lower() not in own and (word[:1].isupper() or word.lower() in ASSET_NOUNS) for word in rest if word)


def _is_name(span: NameSpan, index: Index) -> bool:
    return any(name == span for name in index.names_in((span.start, span.end)))
