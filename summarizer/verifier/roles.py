"""Roles in a deal: by the verbs that join two parties, by words that put a party beside the deal, by plain cues.

A role is settled where a verb gives it ("A agreed to buy B") or where a sentence that names the party has a word that
goes with it; altered where a verb gives the party another part, or gives its part to somebody else; and left as a
judgement in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.records import Deal, DealParty
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.deal_parties import unnamed
from summarizer.verifier.deal_sides import exchanged
from summarizer.verifier.deal_words import (
    BESIDE,
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
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import same
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.outlets import outlet
from summarizer.verifier.relations import Joined
from summarizer.verifier.same_party import alike, means, telling
from summarizer.verifier.wording import before, behind

_JOINING = ("", "and", "or", "&")
_JOINED = pattern(
    r"(?:'s|’s)?[,\s]*(?:[\w&.,'’ -]{0,60}?\b(?:and|or|nor|with|alongside|jointly|both)\b[\s\w&.'’-]{0,40}"
    r"|,[\w&.,'’ -]{0,60})"
)
"""Between the names of those who do something together."""
_APPOSITION = 50
"""Characters behind a name within which an inserted "a rival bidder" is looked for."""


def _deal(case: Case) -> Deal:
    assert isinstance(case.record, Deal)  # noqa: S101
    return case.record


def check_roles(case: Case) -> Iterator[Note]:
    """Each party's role against the verbs that join it with another party, then against the words beside its name."""
    deal, index = _deal(case), case.index
    joined = [found for number in case.cited.numbers for found in index.relations(number)]
    turned, absent = dict(exchanged(case)), dict(unnamed(case))
    given: dict[str, DealParty] = {}
    left: list[tuple[str, DealParty]] = []
    for at, party in enumerate(deal.parties):
        path = f"parties[{at}].role"
        others = [other for other in deal.parties if other is not party]
        verdict = _judge(party, others, joined, case)
        if stand := turned.get(at):
            place = stand.place
            what = f"says {quoted(index.text[slice(*place)])}" if place else "has it as what changes hands"
            yield _altered(path, party, what, place, case)
        elif isinstance(verdict, Joined):
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
        elif party.role in PRINCIPALS and (where := _mere_place(party.name, case)):
            yield _altered(path, party, f"names it only as a place: {quoted(index.text[slice(*where)])}", where, case)
        elif (party.role in PRINCIPALS or party.role == "other") and (outside := _kept_out(party.name, case)):
            yield _altered(path, party, f"keeps it out: {quoted(index.text[slice(*outside)])}", outside, case)
        elif party.role == "adviser" and (client := _advised(party.name, case)):
            yield _altered(path, party, f"has it advised: {quoted(index.text[slice(*client)])}", client, case)
        elif beside := _beside(party, case):
            kind, place = beside
            if kind == party.role or (kind in PRINCIPALS and party.role in PRINCIPALS and not _excludes(kind, party)):
                yield Settled(path)
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


_PAIRED = {
    "acquirer": "target", "target": "acquirer", "supplier": "customer", "customer": "supplier", "licensor": "licensee",
    "licensee": "licensor", "seller": "acquirer",
}  # fmt: skip
"""By a part the one across from it."""


def _beside(party: DealParty, case: Case) -> tuple[str, Place] | None:
    """What words beside the name make of the party. That it competes with another says nothing of a bid: a competitor
    is a rival for the deal where its sentence speaks of bidding, or where the record calls it one."""
    found = _stands_beside(party.name, case)
    if found is None or found[0] != "competitor":
        return found
    numbers = case.index.sentences_of(found[1])
    bidding = any(word.text.lower() in _BIDDING for number in numbers for word in case.index.words(number))
    return ("rival", found[1]) if bidding or party.role == "rival" else None


_BIDDING = word_set("""
    auction beat beating bid bidder bidders bidding bids compete competed contender contest lost offer offered offers
    outbid outbidding suitor topped topping withdrew
""")


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
    if role == "target" and (owner := _owns_the_target(name, rest, joined, case)) is not None:
        return owner
    alone = not any(other.role in PRINCIPALS for other in others)
    inside: Joined | None = None
    outside: Joined | None = None
    fits_outside = False
    for found in joined:
        is_doer, is_other = means(name, found.doer.text, index), means(name, found.other.text, index)
        if is_doer == is_other:
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
        elif role in ("seller", "target") and is_other and _is_owner(name, found.other, index):
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


_OF_PRINCIPALS = frozenset({BUYS, LICENSES_OUT, SELLS, SELLS_TO, SUPPLIES})
"""What an adviser does not do with those whom he advises."""
_POSSESSIVE = pattern(r"['’]s?\s+(?=\S)")
_OF_CAPITAL = word_set("board capital equity holders investors share shareholders shares shareholding stake stock")
"""Behind a possessive they mean the whole of the company: "Tessel's shares"."""


def _possessed(span: NameSpan, index: Index) -> tuple[str, str]:
    """Owner and what he owns, of a phrase like "Dorn's snack plant", or of "Dorn" before "'s snack plant"; empty
    words where it is none."""
    inside = _POSSESSIVE.search(span.text)
    if inside is not None:
        return span.text[: inside.start()], span.text[inside.end() :]
    follows = _POSSESSIVE.match(index.text, span.end)
    if follows is None:
        return "", ""
    sentence = index.sentences[index.sentences_of((span.start, span.end))[0] - 1]
    return span.text, " ".join(index.text[follows.end() : sentence.end].split()[:4])


def _is_owner(name: str, span: NameSpan, index: Index) -> bool:
    """Whether the phrase has the bearer of the name as the owner of what is bought, a part of what is his."""
    owner, owned = _possessed(span, index)
    if not owner or not means(name, owner, index) or means(name, owned, index):
        return False
    return not any(word.strip(".,").lower() in _OF_CAPITAL for word in owned.split()[:3])


def _owns_the_target(name: str, rest: Sequence[str], joined: Sequence[Joined], case: Case) -> Joined | None:
    """Where the article has the record's target only as the owner of what another party of the record buys."""
    index, subject = case.index, _deal(case).subject
    bought = [
        found
        for found in joined
        if found.relation in (BUYS, BIDS) and any(means(one, found.doer.text, index) for one in rest)
    ]
    for found in joined:
        if found.relation is OWNS and means(name, found.doer.text, index) and not alike(name, found.other.text, index):
            for purchase in bought:
                if purchase.sure and means(found.other.text, purchase.other.text, index):
                    return found
    for purchase in bought:
        if _is_owner(name, purchase.other, index):
            _, owned = _possessed(purchase.other, index)
            if telling(subject) & telling(owned) and not means(name, subject, index):
                return purchase
    return None


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


_WHERE = pattern(
    r"\b(?:(?<!government\s)(?<!ministry\s)(?<!province\s)(?<!state\s)(?<!city\s)(?<!republic\s)(?<!bank\s)of|in|near|at|across"
    r"|outside|around|throughout)\s(?:(?:the|central|eastern|northern|southern|western|downtown|suburban)\s)*\Z",
    re.IGNORECASE,
)


def _mere_place(name: str, case: Case) -> Place | None:
    """Where the article says "in Oregon", if a party has the name of a place and the cited sentences name it only so."""
    index = case.index
    if name_kind(name) != "place":
        return None
    found: Place | None = None
    for number in case.cited.numbers:
        start = index.sentences[number - 1].start
        for other in index.names_of(number):
            if not alike(name, other.text, index):
                continue
            leading = _WHERE.search(index.text[max(start, other.start - _REACH) : other.start])
            if leading is None:
                return None
            found = found or (other.start - len(leading.group()), other.end)
    return found


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
            if _JOINED.fullmatch(between) and not _LED_TO.search(between):
                return True
            leading = before(index.words(number), other.start, 1)
            if leading and leading[0].text.lower() in _SET_AGAINST:
                continue
            around = index.text[max(0, low.start - 24) : min(len(index.text), high.end + 40)]
            if len(between) < _APART and _TOGETHER.search(around):
                return True
    return False


_APART = 120
"""Characters between two names beyond which nothing between them joins the two."""
_LED_TO = pattern(r"\b(?:from|to|for|by|of)\b", re.IGNORECASE)
_TOGETHER = pattern(
    r"\b(?:affiliate|alongside|arm|behalf|brand|business|consortium|controlled|division|fund|group|holding|investors?|jointly"
    r"|leads?|led|owned|owns|parent|partners?|subsidiary|through|together|unit|vehicle|venture|via|with)\b|['’]s?\s",
    re.IGNORECASE,
)
"""Words by which one acts for or with the other."""


def _kept_out(name: str, case: Case) -> Place | None:
    """Where the article says that somebody has no part: "Dell is not a party", "was not involved in the talks"."""
    index = case.index
    for number in case.cited.numbers:
        if not index.negations(number) and not _EXCLUDING.search(index.sentences[number - 1].text):
            continue
        for other in index.names_of(number):
            if not same(name, other.text, index):
                continue
            start = index.sentences[number - 1].start
            leading = _LEFT_OUT.search(index.text[max(start, other.start - _REACH) : other.start])
            if leading is not None:
                return other.start - len(leading.group()), other.end
            following = list(behind(index.words(number), other.end, 9))
            low = [word.text.lower() for word in following]
            if not low or low[0] not in _IS or not {"not", "no", "never", "t"} & set(low[:4]):
                own = _OF_ITSELF.search(index.text, other.end, index.sentences[number - 1].end)
                if own is not None and not index.names_in((other.end, own.start())):
                    return other.start, own.end()
                continue
            part = next((word for word in following[1:] if word.text.lower() in _PART), None)
            if part is not None and part.text.lower() in ("part", "role") and not _OF_DEAL.match(index.text, part.end):
                part = None
            if part is not None and not any(mark in index.text[other.end : part.start] for mark in ",;:"):
                return other.start, part.end
    return None


_OF_ITSELF = pattern(
    r"\b(?:said|says|added|insisted|stressed)(?:\s\w+)?\s(?:that\s)?(?:it|they|he|she)\s(?:is|was|are|were|had|has|have|would|will)\s?"
    r"(?:not|n['’]t|never|no)\s(?:\w+\s){0,2}(?:involve[d]?|participat\w+|bidding|bidder|part(?:y)?)\b",
)
"""Behind a name, what its bearer says of itself: "said it was not involved"."""
_GOVERNING = word_set("advise advised advises advising counseled represented outbid")
"""Verbs among these words: who stands behind one is its object."""
_IS = word_set(
    "has is was were are isn wasn aren weren hasn had hadn does doesn did didn play plays played take takes took taking"
)
_PART = word_set("bid bidder bidding included involved part participant participate participating party role")
_OF_DEAL = pattern(
    r"[,.;]|\s(?:in|of|to)\s(?:the|this|that|any|either|its|these|those|such)\s(?:\w+\s){0,2}?(?:accord|acquisition|agreement|auction|bid"
    r"|bidding|consortium|contract|deal|merger|negotiations|offer|order|process|project|purchase|sale|takeover|talks|transaction"
    r"|venture)\b",
    re.IGNORECASE,
)
"""Behind "part" or "role": it is one in the deal."""
_EXCLUDING = pattern(r"\b(?:exclud(?:es|ing)|without)\b", re.IGNORECASE)
_LEFT_OUT = pattern(
    r"(?:\b(?:without\s(?:the\s)?(?:\w+\s)?(?:involvement|participation|consent|backing)\sof"
    r"|(?:does|do|did|will|would)(?:\snot|n['’]t)\s(?:include|involve|cover|concern)|exclud(?:es|ing)))\s\Z",
    re.IGNORECASE,
)
"""Before the name of somebody with whom the deal has nothing to do."""
_REACH = 60
"""Characters before a name in which such words are looked for."""
_SET_AGAINST = word_set("against ahead beat beating defeated defeating from outbid outbidding over than topped topping")


def _stands_beside(name: str, case: Case) -> tuple[str, Place] | None:
    """Whether words right before or behind the name put it beside the deal: a rival, an adviser, a regulator."""
    index = case.index
    for number in case.cited.numbers:
        names = index.names_of(number)
        for at, found in enumerate(names):
            if not same(name, found.text, index):
                continue
            first = at
            while first > 0 and index.text[names[first - 1].end : names[first].start].strip(" ,") in _JOINING:
                first -= 1
            last = at
            while last + 1 < len(names) and index.text[names[last].end : names[last + 1].start].strip(" ,") in _JOINING:
                last += 1
            cue = _cue_beside(number, names[first], found, index) or _advises(number, names[first], names[last], index)
            if cue is not None:
                return cue
    return None


_ADVISES = pattern(
    r"\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:advising|acting\s(?:for|on)|working\s(?:for|with|on)|handling|representing"
    r"|running\sthe\s(?:auction|process|sale))\b|\s(?:advised|acted\s(?:for|on)|represented|handled)\b"
)
_HIRED = pattern(
    r"\b(?:hired|hires|retained|engaged|tapped|mandated|appointed)\s(?:(?:the|investment|law|bank|bankers?|firm|adviser|advisers)\s)*\Z"
)
_TO_ADVISE = pattern(
    r",?\s(?:to\s(?:advise|look|explore|find|handle|run|review|help|sell|work)|as\s(?:its\s|an?\s|financial\s)*advis)"
)


_CLIENT = pattern(
    r"\b(?:(?:advis[eo]rs?|counsel)\s(?:to|for|of)|advis(?:ing|es|ed)|representing|represents|represented|acting\sfor)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
"""Before the name of somebody who is advised; "advised by" is before who advises."""


def _advised(name: str, case: Case) -> Place | None:
    """Where the article has somebody as the one who is advised, if nowhere beside his name as one who advises."""
    index = case.index
    beside = _stands_beside(name, case)
    if beside is not None and beside[0] == "adviser":
        return None
    for number in case.cited.numbers:
        start = index.sentences[number - 1].start
        for other in index.names_of(number):
            if not same(name, other.text, index):
                continue
            client = _CLIENT.search(index.text[max(start, other.start - _REACH) : other.start])
            if client is not None and not client.group().rstrip().endswith(" by"):
                return other.start - len(client.group()), other.end
    return None


def _advises(number: int, head: NameSpan, last: NameSpan, index: Index) -> tuple[str, Place] | None:
    """Whether those listed from `head` to `last` advise: by the verb behind the list, or by who hired them for what."""
    sentence = index.sentences[number - 1]
    behind_list = _ADVISES.match(index.text, last.end, sentence.end)
    if behind_list is not None:
        return "adviser", (head.start, behind_list.end())
    hired = _HIRED.search(index.text[max(sentence.start, head.start - 48) : head.start])
    if hired is not None and (aim := _TO_ADVISE.match(index.text, last.end, sentence.end)) is not None:
        return "adviser", (head.start, aim.end())
    return None


def _cue_beside(number: int, head: NameSpan, name: NameSpan, index: Index) -> tuple[str, Place] | None:
    """The word that does so: right before the first of the names listed together, or inserted right behind."""
    words = index.words(number)
    leading = before(words, head.start, 2)
    inserted = index.text[name.end : name.end + 2] == ", "
    following = behind(words, name.end, 4)
    comma = index.text.find(",", name.end + 2, name.end + _APPOSITION)
    for kind, telling in BESIDE.items():
        definite = kind not in PRINCIPALS or "the" in (word.text.lower() for word in before(words, head.start, 3)[:2])
        if kind in PRINCIPALS and leading and leading[-1].text.lower() == "of":
            # "the buyer of Norvane" is somebody else.
            definite = False
        if kind == "adviser" and leading and leading[-1].text.lower() in ("for", "of", "to"):
            definite = False  # "the adviser to Norvane" is somebody else
        for word in leading if definite else ():
            if word.text.lower() in telling - _GOVERNING and not any(
                mark in index.text[word.end : head.start] for mark in (",’'" if kind not in PRINCIPALS else "’'")
            ):
                return kind, (word.start, name.end)
        for at, word in enumerate(following):
            if word.text.lower() not in telling:
                continue
            passive = [one.text.lower() for one in following[at + 1 : at + 2]] == ["by"]
            apposed = inserted and comma > word.start and kind != "regulator" and not passive
            advising = kind == "adviser" and at <= 2 and following[min(at + 1, len(following) - 1)].text.lower() != "by"
            advising = advising and index.text[name.end : name.end + 1] not in ("'", "’")
            if kind in PRINCIPALS and (at != 1 or following[0].text.lower() != "the"):
                continue
            if apposed or advising:
                return kind, (name.start, word.end)
    return None


def _cued(name: str, cues: frozenset[str], case: Case) -> bool:
    """Whether a cited sentence that names the party, or speaks of it alone, has one of the words."""
    index = case.index
    for number in case.cited.numbers:
        if not any(same(name, found.text, index) for found in index.names_of(number)):
            continue
        if any(word.text.lower() in cues for word in index.words(number)):
            return True
    return False
