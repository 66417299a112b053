"""Roles in a deal: by the verbs that join two parties, by words that put a party beside the deal, by plain cues.

A role is settled where a verb gives it ("A agreed to buy B") or where a sentence that names the party has a word that
goes with it; altered where a verb gives the party another part, or gives its part to somebody else; and left as a
judgement in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.records import Deal, DealParty
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, strip_suffix
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.deal_parties import unnamed
from summarizer.verifier.deal_sentences import of_this_deal
from summarizer.verifier.deal_sides import buys_back, exchanged
from summarizer.verifier.deal_words import (
    BID_FOR,
    BIDS,
    BUYS,
    EXCLUDED_ROLES,
    LICENSES_OUT,
    OWNS,
    PRINCIPALS,
    ROLE_CUES,
    SELLS,
    SELLS_TO,
    SUPPLIES,
)
from summarizer.verifier.earlier_deals import is_earlier, says_nothing_of
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import same
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.outlets import outlet
from summarizer.verifier.relations import Joined
from summarizer.verifier.role_outside import clears_it, kept_out, mere_adjective, mere_place
from summarizer.verifier.role_owners import is_owner, owns_the_target
from summarizer.verifier.role_words import advised, beside
from summarizer.verifier.same_party import alike, means
from summarizer.verifier.stage_phrases import hands_back
from summarizer.verifier.wording import before

_JOINED = pattern(
    r"(?:'s|’s)?[,\s]*(?:[\w&.,'’ -]{0,60}?\b(?:and|or|nor|with|alongside|jointly|both)\b[\s\w&.'’-]{0,40}"
    r"|,[\w&.,'’ -]{0,60})"
)
"""Between the names of those who do something together."""


def _deal(case: Case) -> Deal:
    assert isinstance(case.record, Deal)  # noqa: S101
    return case.record


def check_roles(case: Case) -> Iterator[Note]:
    """Each party's role against the verbs that join it with another party, then against the words beside its name."""
    deal, index = _deal(case), case.index
    own = of_this_deal(case, with_added=True)
    joined = [
        found
        for number in own.cited.numbers
        for found in index.relations(number)
        if not (
            is_earlier(found.cue, deal, index)
            or hands_back(found.cue, index)
            or (found.relation is BIDS and deal.kind in BID_FOR)
        )
    ]
    turned, absent = dict(exchanged(own)), dict(unnamed(case))
    given: dict[str, DealParty] = {}
    left: list[tuple[str, DealParty]] = []
    for at, party in enumerate(deal.parties):
        path = f"parties[{at}].role"
        others = [other for other in deal.parties if other is not party]
        told = [found for found in joined if not says_nothing_of(party, found.whole, index)]
        verdict = _judge(party, others, told, case)
        if (
            (stand := turned.get(at))
            and not _only_resells(party, deal, stand.place, index)
            and not _is_parent(party, index)
        ):
            place = stand.place
            what = f"says {quoted(index.text[slice(*place)])}" if place else "has it as what changes hands"
            yield _altered(path, party, what, place, case)
        elif party.role in PRINCIPALS and (where := mere_adjective(party.name, case)):
            yield _altered(
                path, party, f"has it only as an adjective: {quoted(index.text[slice(*where)])}", where, case
            )
        elif isinstance(verdict, Joined) and not (
            _gapped(party, verdict, case) or _only_resells(party, deal, verdict.whole, index)
        ):
            yield _altered(path, party, f"says {quoted(index.text[slice(*verdict.whole)])}", verdict.whole, case)
        elif stranger := absent.get(at):
            what = f"does not speak of it here; it names {quoted(stranger.text)}"
            yield _altered(path, party, what, (stranger.start, stranger.end), case)
        elif verdict is True:
            given.setdefault(party.role, party)
            yield Settled(path)
        elif party.role in PRINCIPALS and (place := outlet(party.name, index)) is not None:
            yield _altered(
                path, party, f"names it only as who reports: {quoted(index.text[slice(*place)])}", place, case
            )
        elif party.role in PRINCIPALS and (clearing := clears_it(party.name, case)):
            yield _altered(
                path, party, f"has it clear the deal: {quoted(index.text[slice(*clearing)])}", clearing, case
            )
        elif party.role in PRINCIPALS and (where := mere_place(party.name, case)):
            yield _altered(path, party, f"names it only as a place: {quoted(index.text[slice(*where)])}", where, case)
        elif (party.role in PRINCIPALS or party.role == "other") and (outside := kept_out(party.name, case)):
            yield _altered(path, party, f"keeps it out: {quoted(index.text[slice(*outside)])}", outside, case)
        elif party.role == "adviser" and (client := advised(party.name, case)):
            yield _altered(path, party, f"has it advised: {quoted(index.text[slice(*client)])}", client, case)
        elif found := beside(party, case):
            kind, place = found
            if kind == party.role or (kind in PRINCIPALS and party.role in PRINCIPALS and not _excludes(kind, party)):
                yield Settled(path)
            elif kind == "rival" and _is_his_own_bid(party, deal):
                continue
            elif party.role in PRINCIPALS and kind != "regulator":
                yield _altered(
                    path, party, f"calls it {_ARTICLE[kind]}: {quoted(index.text[slice(*place)])}", place, case
                )
        elif party.role in _OF_ONE and party.role != "borrower":
            left.append((path, party))
        elif _cued(party.name, ROLE_CUES.get(party.role, frozenset()), case):
            yield Settled(path)
    for path, party in left:
        holder = given.get(party.role)
        place = _apart(party.name, holder.name, case) if holder is not None else None
        if holder is not None and place is not None:
            yield _altered(
                path, party, f"has {quoted(holder.name)} in this part, and not together with it", place, case
            )
        elif _told_apart(party, deal, given) and _cued(party.name, ROLE_CUES.get(party.role, frozenset()), case):
            yield Settled(path)


_RESELLS = pattern(r"\b(?:sell|sells|selling)\s(?:its|the|their)\b", re.IGNORECASE)
_PART_OF = pattern(r"\b(?:arm|division|part|subsidiary|unit)\sof\s(?:the\s)?\Z", re.IGNORECASE)


def _only_resells(party: DealParty, deal: Deal, place: Place | None, index: Index) -> bool:
    """Whether the customer of a supplier is told to sell on what he is supplied with: "the shops will sell its
    bread"."""
    return (
        deal.kind == "supply"
        and party.role == "customer"
        and place is not None
        and _RESELLS.search(index.text, *place) is not None
    )


def _is_parent(party: DealParty, index: Index) -> bool:
    """Whether the seller is named as the owner of what is sold: "bought Tarn, a part of Lund"."""
    return party.role == "seller" and any(
        _PART_OF.search(index.text, max(0, name.start - 24), name.start) for name in index.occurrences_of(party.name)
    )


def _is_his_own_bid(party: DealParty, deal: Deal) -> bool:
    """Whether the record is of the bid of one whom the article calls a rival bidder, and not of the one that won."""
    return (
        party.role in ("acquirer", "supplier")
        and deal.status not in ("agreed", "closed")
        and sum(other.role == party.role for other in deal.parties) == 1
    )


_PAIRED = {
    "acquirer": "target", "target": "acquirer", "supplier": "customer", "customer": "supplier", "licensor": "licensee",
    "licensee": "licensor", "seller": "acquirer",
}  # fmt: skip
"""By a part the one across from it."""


def _told_apart(party: DealParty, deal: Deal, given: dict[str, DealParty]) -> bool:
    """Whether a verb tells which of the two sides is which; else a word of the sentence bears both parts out, whoever
    has them."""
    across = _PAIRED.get(party.role)
    return across in given or not any(other.role == across for other in deal.parties)


_OF_ONE = frozenset({"acquirer", "customer", "investee", "licensee", "licensor", "seller", "supplier", "target"})
"""Parts that somebody has alone, or together with those who are named in one breath with him."""


def _apart(name: str, holder: str, case: Case) -> Place | None:
    """Where the holder of a part is named, if somebody is named in the cited sentences and nowhere joined to it: "A
    and B", "A, B and C", "together with A"."""
    index = case.index
    found: Place | None = None
    named = False
    for number in case.cited.numbers:
        names = index.names_of(number)
        mine = [other for other in names if alike(name, other.text, index)]
        theirs = [other for other in names if alike(holder, other.text, index)]
        named = named or bool(mine)
        found = found or next(((other.start, other.end) for other in theirs), None)
        for one in mine:
            for other in theirs:
                low, high = sorted((one, other), key=lambda span: span.start)
                if _JOINED.fullmatch(index.text[low.end : high.start]):
                    return None
    return found if named else None


_ARTICLE = {"rival": "a rival", "adviser": "an adviser", "acquirer": "the buyer", "target": "the target",
            "seller": "the seller"}  # fmt: skip


_PRICED = pattern(r"\sfor\s[^;:]{1,160}(?:,|\sand)\s(?:\S+\s(?:\S+\s)?for\s)?")
_NEXT = pattern(
    r"\s(?:(?:from|to)\s)?[^;:]{0,120}\sand\s(?:its|the|their)\s[\w '’-]{2,60}\s(?P<side>from|to)\s", re.IGNORECASE
)


def _gapped(party: DealParty, verdict: Joined, case: Case) -> bool:
    """Whether the party stands in the later part of a list that leaves its verb out: "bought Tarn for $1 million and
    Lund for $2 million", "sold its mill to Tarn and its kiln to Lund"."""
    index = case.index
    for other in index.names_of(index.sentences_of(verdict.cue)[0]):
        if other.start <= verdict.cue[1] or not alike(party.name, other.text, index):
            continue
        between = index.text[verdict.whole[1] : other.start]
        if party.role in ("target", "investee") and _PRICED.fullmatch(between):
            return True
        if (match := _NEXT.fullmatch(between)) is not None:
            return party.role == ("seller" if match["side"] == "from" else "acquirer")
    return False


def _excludes(kind: str, party: DealParty) -> bool:
    """Whether who is called `kind` outright cannot have the party's role."""
    return party.role in EXCLUDED_ROLES.get(kind, frozenset())


def _altered(path: str, party: DealParty, what: str, place: Place | None, case: Case) -> Finding:
    return find(
        Code.ROLE_ALTERED,
        path,
        f"The record has {quoted(party.name)} as {party.role}, but the article {what}.",
        said=party.role,
        article=case.index.article,
        place=place,
    )


def _judge(party: DealParty, others: Sequence[DealParty], joined: Sequence[Joined], case: Case) -> Joined | bool:
    """True where a verb gives the party its role; the contradicting relation where one gives it another.

    What joins two parties of the record counts before what joins one with somebody else, which may be another deal.
    """
    index, name, role = case.index, party.name, party.role
    rest = [other.name for other in others]
    if role == "target" and (owner := owns_the_target(name, rest, _deal(case).subject, joined, index)) is not None:
        return owner
    alone = not any(other.role in PRINCIPALS for other in others)
    inside: Joined | None = None
    outside: Joined | None = None
    fits_outside = False
    for found in joined:
        is_doer, is_other = _is_one(name, found.doer, rest, index), _is_one(name, found.other, rest, index)
        if is_doer == is_other or buys_back(found, index):
            continue
        counterpart = found.other if is_doer else found.doer
        within = any(means(one, counterpart.text, index) for one in rest)
        fitting, excluded = (
            (found.relation.doer, found.relation.not_doer)
            if is_doer
            else (found.relation.other, found.relation.not_other)
        )
        if (
            role == "target"
            and is_doer
            and found.relation is SELLS_TO
            and _sells_another(name, counterpart, joined, index)
        ):
            if within and found.sure:
                inside = inside or found
        elif role in ("seller", "target") and is_other and is_owner(name, found.other, index):
            if role == "seller" and within:
                return True
        elif found.relation is OWNS and not within:
            continue  # who is owned may sell, and an owner may buy, beside
        elif role == "adviser" and found.relation in _OF_PRINCIPALS and found.sure and within:
            inside = inside or found
        elif role in fitting:
            if within:
                return True
            fits_outside = True
        elif role in excluded or (role == "rival" and _is_of_this_deal(found, is_doer, fitting, others, index)):
            if within or _is_subject(counterpart, case):
                inside = inside or found
            elif alone and found.sure and _is_name(counterpart, index):
                outside = outside or found
    if inside is not None and (inside.sure or not fits_outside):
        return inside
    if fits_outside:
        return True
    if outside is not None:
        return outside
    return next((found for found in joined if _takes_the_place(name, role, rest, found, case)), False)


def _is_one(name: str, span: NameSpan, rest: Sequence[str], index: Index) -> bool:
    """Whether a noun phrase means `name`, and is not outright another party's: "Tarn AG" beside "Tarn Coatings"."""
    if not means(name, span.text, index):
        return False
    bare = folded(strip_suffix(span.text))
    return folded(strip_suffix(name)) == bare or all(folded(strip_suffix(other)) != bare for other in rest)


_OF_PRINCIPALS = frozenset({BUYS, LICENSES_OUT, SELLS, SELLS_TO, SUPPLIES})
"""What an adviser does not do with those whom he advises."""


def _sells_another(name: str, buyer: NameSpan, joined: Sequence[Joined], index: Index) -> bool:
    """Whether what the buyer buys of the seller `name` is something else than the seller itself."""
    return any(
        found.relation is BUYS
        and found.sure
        and means(buyer.text, found.doer.text, index)
        and not alike(name, found.other.text, index)
        for found in joined
    )


def _is_subject(span: NameSpan, case: Case) -> bool:
    """Whether the noun phrase is what the deal is about."""
    subject = _deal(case).subject
    return bool(subject) and means(subject, span.text, case.index)


def _is_of_this_deal(
    found: Joined,
    is_doer: bool,
    fitting: frozenset[str],
    others: Sequence[DealParty],
    index: Index,
) -> bool:
    """Whether what joins a rival with another party is the record's deal and no earlier one: the other has its part
    in it, and nobody but the rival the one that the verb gives the rival."""
    counterpart = found.other if is_doer else found.doer
    theirs = found.relation.other if is_doer else found.relation.doer
    return any(other.role in theirs and means(other.name, counterpart.text, index) for other in others) and not any(
        other.role in fitting for other in others
    )


def _takes_the_place(name: str, role: str, rest: Sequence[str], found: Joined, case: Case) -> bool:
    """Whether the article gives this very part, with another party of the record, to somebody whom the record
    leaves out."""
    index = case.index
    if role not in PRINCIPALS or not found.sure or found.relation is BIDS:
        return False
    for mine, place, other in (
        (found.relation.doer, found.doer, found.other),
        (found.relation.other, found.other, found.doer),
    ):
        if role not in mine - {"partner", "investor"} or any(alike(one, place.text, index) for one in (*rest, name)):
            continue
        if any(means(one, other.text, index) for one in rest) and _is_name(place, index):
            return not _mentioned_with(name, place, found, case)
    return False


def _is_name(span: NameSpan, index: Index) -> bool:
    return any(name == span for name in index.names_in((span.start, span.end)))


def _mentioned_with(name: str, place: NameSpan, found: Joined, case: Case) -> bool:
    """Whether the sentence has the party beside the one in its part, so that they may share it: in one list with him,
    as his parent, unit or leader; not behind "from", "over", "beat", nor elsewhere in the sentence."""
    index = case.index
    for number in index.sentences_of(found.cue):
        for other in index.names_of(number):
            if not alike(name, other.text, index):
                continue
            low, high = (other, place) if other.start < place.start else (place, other)
            between = index.text[low.end : high.start]
            if (_JOINED.fullmatch(between) and not _LED_TO.search(between)) or _GAPPED.fullmatch(between):
                return True
            leading = before(index.words(number), other.start, 1)
            if leading and leading[0].low in _SET_AGAINST:
                continue
            around = f"{index.text[max(0, low.start - 24) : low.start]}{between}{index.text[high.end : high.end + 40]}"
            if len(between) < _APART and _TOGETHER.search(around):
                return True
    return False


_APART = 120
"""Characters between two names beyond which nothing between them joins the two."""
_GAPPED = pattern(r"(?:\sfor\s[^,;]{2,30})?,?\sand\s(?:[a-z-]+\s){1,4}to\s(?:the\s)?")
"""Between two who are supplied with two things by one verb: "rails to Tarn and pipes to Lund"."""
_LED_TO = pattern(r"\b(?:from|to|for|by|of)\b", re.IGNORECASE)
_TOGETHER = pattern(
    r"\b(?:affiliate|alongside|arm|behalf|brand|business|consortium|controlled|division|fund|group|holding|investors?|jointly"
    r"|leads?|led|owned|owns|parent|partners?|subsidiary|through|together|unit|vehicle|venture|via|with)\b|['’]s?\s",
    re.IGNORECASE,
)
"""Words by which one acts for or with the other."""


_SET_AGAINST = word_set("against ahead beat beating defeated defeating from outbid outbidding over than topped topping")


def _cued(name: str, cues: frozenset[str], case: Case) -> bool:
    """Whether a cited sentence that names the party, or speaks of it alone, has one of the words."""
    index = case.index
    for number in case.cited.numbers:
        if not any(same(name, found.text, index) for found in index.names_of(number)):
            continue
        if any(word.low in cues for word in index.words(number)):
            return True
    return False
