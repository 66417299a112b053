"""The kind of a deal: borne out or contradicted by the words for what its parties do.

A kind is altered where nothing in the cited sentences can be read as it, and a plain word there names a kind of
another family; or where the article has one party of the record buy another one, and the record calls that a supply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from summarizer.records import Deal
from summarizer.text.number_words import SMALL
from summarizer.text.patterns import pattern
from summarizer.text.phrases import PhraseList, word_set
from summarizer.verifier.argument_words import ASSET_NOUNS, DETERMINERS
from summarizer.verifier.case import Case
from summarizer.verifier.deal_sentences import of_this_deal
from summarizer.verifier.deal_stages import own_acts
from summarizer.verifier.deal_words import (
    BIDS,
    BUYS,
    KIND_ALSO,
    KIND_CORE,
    KIND_FAMILIES,
    KINDS,
    SELLS,
    SUPPLIES,
)
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import known_as, same
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.relations import Joined

_OWNERSHIP_ROLES = frozenset({"acquirer", "target"})
_LOOSEST = KIND_FAMILIES["partnership"]
"""The family whose name fits nearly any two that do something together: no word speaks against it."""
_NEVER_OWNERSHIP = frozenset({"financing", "licensing", "supply"})


@lru_cache(maxsize=64)
def _listed(phrases: tuple[str, ...]) -> PhraseList:
    return PhraseList(dict.fromkeys(phrases, "cue"))


def _first(
    phrases: Sequence[str], index: Index, numbers: Sequence[int], *, but: Callable[[Place, Index], bool] | None = None
) -> Place | None:
    """Where the first of these sentences has one of the phrases, a place that is `but` left out."""
    listed = _listed(tuple(phrases))
    for number in numbers:
        for place in index.phrases(listed, number):
            if but is None or not but((place[0], place[1]), index):
                return place[0], place[1]
    return None


_LENT = frozenset(KIND_CORE["loan"])
_PAID_WITH = pattern(
    r"(?:(?P<passive>\b(?:be|been|being|is|was))\s(?:\w+\s){0,2}(?:financed|funded|paid)(?:\s\w+){0,2}"
    r"|\b(?:financ(?:e[ds]?|ing)|fund(?:ed|ing|s)?|pay(?:ing|s)?\sfor|paid\sfor)\s(?:an?|his|its|the|their|this)\s(?:[\w-]+\s){0,2}"
    r"(?:acquisition|bid|buyout|deal|merger|offer|purchase|takeover|transaction)(?:\s\w+){0,2})"
    r"\s(?:by|through|using|with)\s(?:[^.;:]|\.(?=\d)){0,80}\Z",
    re.IGNORECASE,
)
"""Before a loan that pays for the deal: "will be funded with two billion euros of loans"."""
_BEHIND_WORD = pattern(r"\b(?:by|for|from|of|to|with)\s(?:the\s)?\Z")
_PAID_WITHIN, _SUBJECT = 160, 12
"""Characters before a loan in which it is said what it pays for; between a name and the verb that it is subject of."""


def _pays_for_it(place: Place, index: Index) -> bool:
    """Whether a word for a loan only says how a deal of another kind is paid; "Lund is funded with loans" does not."""
    if index.text[slice(*place)].lower() not in _LENT:
        return False
    number = index.sentences_of(place)[0]
    start = index.sentences[number - 1].start
    paid = _PAID_WITH.search(index.text, max(start, place[0] - _PAID_WITHIN), place[0])
    return paid is not None and not (
        paid["passive"]
        and any(
            0 < paid.start() - name.end <= _SUBJECT and not _BEHIND_WORD.search(index.text[start : name.start])
            for name in index.names_of(number)
        )
    )


_SHARE = pattern(
    r"\s(?:[\w-]+\s){0,3}(?P<share>\d{1,2})(?:\.\d+)?\s?%\s(?:(?:interest|holding|stake)\s(?:in|of)|of|in)\b"
)
_HALF = 50


def _buys_a_part(place: Place, index: Index) -> bool:
    """Whether what is bought is a share of no more than half, so that the buyer may be called an investor."""
    match = _SHARE.match(index.text, place[1])
    return match is not None and int(match["share"]) <= _HALF


_HOUSE = pattern(
    r"(?:buy-?outs?|takeovers?|mergers?)(?:\sand\sacquisitions)?\s(?:arbitrage\w*|arm|boutique|code|firms?|funds?|groups?|houses?|panel|rules?"
    r"|shop|specialists?)\b",
    re.IGNORECASE,
)
"""Whom or what a word for a deal only describes: "the buyout house Tarn", "the takeover panel"."""


def _describes_a_house(place: Place, index: Index) -> bool:
    return _HOUSE.match(index.text, place[0]) is not None


def _no_other_kind(place: Place, index: Index) -> bool:
    return _pays_for_it(place, index) or _buys_a_part(place, index) or _describes_a_house(place, index)


_PERMIT = pattern(
    r"\b(?:[A-Z]{2,}|export|government|grant(?:ed|s)|issued|mining|operating|planning|regulatory|revoked)\s(?:an?\s|its\s|the\s)?"
    r"(?:[A-Z]{2,}\s|new\s)?\Z"
)


def _is_permit(place: Place, index: Index) -> bool:
    """Whether a licence is an authority's permission and no right to use what is another's."""
    if not index.text[slice(*place)].lower().startswith("licen"):
        return False
    return _PERMIT.search(index.text, max(0, place[0] - _BEFORE_PERMIT), place[0]) is not None


_BEFORE_PERMIT = 40


def _only_beside(place: Place, index: Index) -> bool:
    return _pays_for_it(place, index) or _is_permit(place, index) or _describes_a_house(place, index)


def check_deal_kind(case: Case) -> Iterator[Note]:
    """The kind against the words of the cited sentences, and against what they have the parties do."""
    case = of_this_deal(case)
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    kind, numbers = deal.kind, tuple(case.cited.numbers)
    family = KIND_FAMILIES.get(kind)
    if family is None:
        return
    acts = own_acts(case)
    against = _act_against(kind, acts, deal, index) or _business_sold(deal, index, numbers)
    if against is None:
        if _first(KINDS[kind], index, numbers):
            yield Settled("kind")
            return
        if kind == "supply" and (_of_goods(deal) or _of_stuff(deal, index, numbers)):
            return
        against = _money_given(deal, case)
        if against is None and family != _LOOSEST and not _first(KIND_ALSO[family], index, numbers):
            against = _word_against(family, deal, index, numbers)
    if against is not None:
        yield find(
            Code.KIND_ALTERED,
            "kind",
            f"The record calls it {kind.replace('_', ' ')}, but the article says "
            f"{quoted(index.text[slice(*against)])}.",
            said=kind,
            article=index.article,
            place=against,
        )


_PARTS = word_set("""
    affiliate arm business businesses company division divisions holding interest operations shareholding stake
    subsidiaries subsidiary unit units
""")
"""Heads of phrases for a part of a company, or of its shares."""
_SELLING = (
    "acquire", "acquired", "acquiring", "acquisition", "bought", "buy", "buying", "disposal", "disposition", "divest",
    "divested", "divesting", "divestiture", "purchase", "purchased", "sale", "sell", "selling", "sold", "spun off",
)  # fmt: skip
_GOODS_ONLY = frozenset({"provide", "provided", "provides", "sell the", "sold", "order", "orders"})
"""Words for a supply that are used of other deals and things as well."""


def _business_sold(deal: Deal, index: Index, numbers: Sequence[int]) -> Place | None:
    """Where the sale of a part of a company, or of its shares, is told: no supply, licence or loan."""
    if deal.kind not in _NEVER_OWNERSHIP:
        return None
    phrase = _TAIL.split(deal.subject, maxsplit=1)[0].lower().split()
    if not phrase or phrase[-1].strip(",.") not in _PARTS or _MANY_UNITS.match(" ".join(phrase)):
        return None
    own = tuple(word for word in KINDS[deal.kind] if word not in _GOODS_ONLY)
    return None if _first(own, index, numbers) else _first(_SELLING, index, numbers)


_GIVES_MONEY = word_set("bond bonds credit facility investment investments loan loans overdraft")
"""What changes hands where money is lent or put in."""


def _money_given(deal: Deal, case: Case) -> Place | None:
    """Where what changes hands is called a loan or an investment, which is no supply and no licence."""
    places = case.places.get("subject", ())
    head = _TAIL.split(deal.subject, maxsplit=1)[0].lower().split()[-1:]
    sides = {party.role for party in deal.parties}
    if deal.kind not in ("licensing", "supply") or not places or not _GIVES_MONEY.intersection(head):
        return None
    return places[0] if sides & {"borrower", "investee", "investor", "lender"} else None


_MANY_UNITS = pattern(r"\d[\d,]+ units\b")
"""Units that are goods, as nobody has so many divisions."""
_TAIL = pattern(r"\s(?:of|in|from|that|which|engaged|serving|based)\b", re.IGNORECASE)
"""What begins behind the head of a noun phrase."""
_COUNT = pattern(
    r"(?:\d[\d,.]*|" + "|".join(sorted(SMALL)) + r"|dozens|hundreds|thousands|several|more)\b", re.IGNORECASE
)
_NO_GOODS = ASSET_NOUNS | word_set("""
    banks branches chains clinics companies factories farms firms fields hospitals hotels licences licenses makers mills
    mines offices patents pct percent properties refineries restaurants rights sites share shares stake stakes stock
    supermarkets terminals warehouses
""")
"""Plural things that change hands like a business, not like goods."""


def _of_goods(deal: Deal) -> bool:
    """Whether what the supplier sells is counted goods: who buys forty trams is supplied with them."""
    sides = {party.role for party in deal.parties}
    first, *rest = deal.subject.split() or [""]
    if _MANY_UNITS.match(deal.subject):
        return True
    if not sides & {"customer", "supplier"} or sides & _OWNERSHIP_ROLES or any(word[:1].isupper() for word in rest):
        return False
    head = rest[-1].lower() if rest else first.lower()
    plural = head.endswith("s") and not head.endswith("ss") and first[:1].islower()
    return (plural or bool(rest and _COUNT.match(first))) and head not in _NO_GOODS


_NO_STUFF = _PARTS | word_set("capital control credit debt equity goodwill land ownership property title")
_BUYS_STUFF = pattern(
    r"\b(?:bought|buy|buying|buys|purchas(?:e|ed|es|ing))\s(?:(?:about\s|up\sto\s)?\d[\d.,]*\s(?:\w+\s){1,3}of\s)?\Z"
)
"""Before what is bought, with its measure or none: "buying 400 tonnes of"."""


def _of_stuff(deal: Deal, index: Index, numbers: Sequence[int]) -> bool:
    """Whether a customer buys what has no plural, as the article has neither "a" nor "the" before it: fuel, steel."""
    sides = {party.role for party in deal.parties}
    phrase = _TAIL.split(deal.subject, maxsplit=1)[0].split()
    if not sides >= {"customer", "supplier"} or sides & _OWNERSHIP_ROLES or not phrase:
        return False
    head = phrase[-1].strip(",.").lower()
    if phrase[0] in DETERMINERS or any(word != word.lower() for word in phrase) or head in _NO_GOODS | _NO_STUFF:
        return False
    for number in numbers:
        sentence = index.sentences[number - 1]
        at = sentence.text.find(deal.subject)
        if at > 0 and _BUYS_STUFF.search(sentence.text[:at]):
            return True
    return False


def _word_against(family: str, deal: Deal, index: Index, numbers: Sequence[int]) -> Place | None:
    """A plain word for a kind of another family in the cited sentences; failing that, in those that name a party."""
    core = [word for other, words in KIND_CORE.items() if other != family for word in words]
    but = _no_other_kind if family == "funding" else _only_beside
    found = _first(core, index, numbers, but=but)
    if found is not None or not numbers:
        return found
    parties = [known_as(party.name, index) for party in deal.parties]
    about = []
    for sentence in index.sentences:
        named = {other.text for other in index.names_of(sentence.number)}
        if len(named) > 1 and sum(not forms.isdisjoint(named) for forms in parties) > 1:
            about.append(sentence.number)
    if not about or _first((*KINDS[deal.kind], *KIND_ALSO[family]), index, about):
        return None
    return _first(core, index, about, but=but)


def _act_against(kind: str, acts: Sequence[Joined], deal: Deal, index: Index) -> Place | None:
    """Where the article has one party of the record buy or sell another, which is no supply, licence or loan."""
    if kind not in _NEVER_OWNERSHIP or any(act.relation is SUPPLIES for act in acts):
        return None
    if not any(party.role in _OWNERSHIP_ROLES for party in deal.parties):
        return None
    for act in acts:
        if act.relation not in (BUYS, BIDS, SELLS):
            continue
        if any(same(act.other.text, party.name, index) for party in deal.parties):
            return act.whole
    return None
