"""The stage of a deal: borne out or contradicted by plain words of the cited sentences, and by what its parties do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.records import Deal
from summarizer.text.patterns import pattern
from summarizer.verifier.beside_the_deal import (
    agrees_to_talk,
    dates_a_price,
    ended_with_others,
    fended_off,
    is_apposition,
)
from summarizer.verifier.case import Case
from summarizer.verifier.deal_sentences import of_this_deal
from summarizer.verifier.deal_words import (
    DEALING,
    DID,
    FIRM,
    HELD,
    MEANT,
    PENDING,
    POSSIBLY,
    PRINCIPALS,
    SIGNED,
    SOFTER,
    STATUS,
    STATUS_EXCLUDES,
    STRONG,
)
from summarizer.verifier.earlier_deals import is_earlier
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.losing_bids import of_the_winner
from summarizer.verifier.names import known_as
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.other_deals import of_another_deal
from summarizer.verifier.relations import Joined
from summarizer.verifier.same_party import alike, means
from summarizer.verifier.stage_phrases import Stretch, stretches
from summarizer.verifier.stages import against, cues, done
from summarizer.verifier.wording import behind

_INSERTION = pattern(r",[^,]{1,80},")
_JOINED = pattern(r"\s(?:and|but)\s", re.IGNORECASE)
_GOVERNED = pattern(r"\b(?:by|for|from|to|with)\s(?:the\s)?\Z")
_SAID_OF_OTHERS = pattern(r"\b(?:added|said|says|told|wrote)\s(?!(?:he|it|she|they)\b)\w", re.IGNORECASE)
"""Where the one before a verb of saying is not the one who does what is told: "Roe said directors had rejected"."""
_FARTHEST_VERB = 5
"""Words between a name and the verb whose subject it is taken for: "is thought to have withdrawn"."""
_REACH = 200
"""Characters before a cue in which the name of the one who does it is looked for."""


def _deal(case: Case) -> Deal:
    assert isinstance(case.record, Deal)  # noqa: S101
    return case.record


def _of_others(place: Place, case: Case) -> bool:
    """Whether somebody beside the deal is the one who does what the cue at `place` says: "a rival withdrew"."""
    deal, index = _deal(case), case.index
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    named = list(index.names_in((max(sentence.start, place[0] - _REACH), place[0])))
    if not named:
        return False
    principals = [party.name for party in deal.parties if party.role in PRINCIPALS]
    if is_apposition(named[-1], place, index) and not any(
        means(name, other.text, index) for name in principals for other in index.names_in((sentence.start, place[0]))
    ):
        return True
    between = _INSERTION.sub(" ", index.text[named[-1].end : place[0]], count=1)
    placed = len(named) > 1 and index.text[named[-2].end : named[-1].start].strip() in ("of", "in")
    subjects = named[-2:] if placed else named[-1:]
    if len(between.split()) > _FARTHEST_VERB or _SAID_OF_OTHERS.search(between):
        return False
    if any(alike(name, subject.text, index) for name in principals for subject in subjects):
        return False
    if _JOINED.match(between) and _GOVERNED.search(index.text[max(0, named[-1].start - 12) : named[-1].start]):
        # "was bought by Tarn and scrapped its merger": who was bought did
        return False
    return between[:1].isspace()


_POSSIBLE = pattern(r"\b(?:to|may|could|would|can|might|if|right|option)\s+(?:\w+\s+)?$", re.IGNORECASE)
_DECIDED = pattern(
    r"\b(?:agree[ds]?|chose|decide[ds]?|forced|move[ds]?|opted|plans)\s+to\s+(?:\w+\s+)?$", re.IGNORECASE
)


def _weak(place: Place, index: Index) -> bool:
    """Whether the word for a closing may as well be about one to come: "completion", "complete its"."""
    return index.text[slice(*place)].lower() in ("completion", "complete its")


def _only_possible(place: Place, index: Index) -> bool:
    """Whether what would end the deal is only a possibility: "may terminate", "the right to cancel"."""
    leading = index.text[max(0, place[0] - 30) : place[0]]
    return bool(_POSSIBLE.search(leading)) and not _DECIDED.search(leading)


_PLANS = pattern(r"(?:plan(?:s|ned|ning)?|(?:with|has|have|had)\splans)\b", re.IGNORECASE)


def _plans_something_else(place: Place, index: Index) -> bool:
    """Whether what is planned is no deal: those who work together already "plan to start a trial"."""
    if not _PLANS.match(index.text, *place):
        return False
    return not any(
        word.stem in DEALING
        for word in behind(index.words(index.sentences_of(place)[0]), place[1], 10)
        if word.start < place[1] + _WITHIN
    )


_TRADED = pattern(
    r"\s(?:(?:the|that)\s(?:day|month|quarter|session|trading|week|year)\b|(?:up|down|higher|lower|flat|unchanged)\b"
    r"|at\s[$€£¥]?\d)",
    re.IGNORECASE,
)


def _of_trading(place: Place, index: Index) -> bool:
    """Whether it is shares that closed: "closed the day down 3%"."""
    return _TRADED.match(index.text, place[1]) is not None


_WEIGHED = frozenset({"announced", "closed", "did", "meant", "proposed", "rumored", "signed"})
"""Stages whose words speak against another one only where nothing at all speaks for that."""


def check_status(case: Case) -> Iterator[Note]:
    """The stage: borne out by a word of the cited sentences, or contradicted by the words of another stage."""
    case = of_this_deal(case)
    deal, index = _deal(case), case.index
    numbers = case.cited.numbers
    pending = cues(PENDING, index, numbers)
    parties = [party.name for party in deal.parties]
    by_stage = {
        stage: [
            place
            for place in cues(phrases, index, numbers)
            if not (
                _of_others(place, case)
                or _is_month(place, index)
                or of_another_deal(place, parties, index)
                or is_earlier(place, deal, index)
            )
        ]
        for stage, phrases in STATUS.items()
    }
    by_stage["closed"] = [place for place in done(by_stage["closed"], pending) if not _of_trading(place, index)]
    by_stage["terminated"] = [place for place in by_stage["terminated"] if not ended_with_others(place, case)]
    for stage, misses in (("agreed", agrees_to_talk), ("proposed", fended_off)):
        by_stage[stage] = [place for place in by_stage[stage] if not misses(place, index)]
    by_stage["pending"] = pending
    told = _with_stretches(by_stage, case)
    own = by_stage[deal.status]
    if deal.status == "rumored":
        own = by_stage["rumored"] = [place for place in own if _of_a_deal(place, index)]
        own = [*own, *(place for number in numbers for place in index.read("denied deals", number, _denied))]
    if deal.status == "agreed" and deal.kind == "financing":
        own = [*own, *(place for number in numbers for place in index.read("loans", number, _loans))]
    by_stage["in_talks"] = [
        place
        for place in by_stage["in_talks"]
        if not _with_others(place, case) and not (deal.status == "terminated" and _is_over(place, index))
    ]
    if deal.status in ("proposed", "terminated"):
        own = [*own, *told["refused"]]
    if deal.status == "proposed":
        own = [*own, *cues(MEANT, index, numbers)]
    if deal.status == "terminated" and not own:
        own = [
            *(
                place
                for place in cues(_OFF + _ENDING + _LOST * (deal.kind == "supply"), index, numbers)
                if not (
                    _of_the_calendar(place, index) or _of_others(place, case) or of_another_deal(place, parties, index)
                )
            ),
            *((cue.start, cue.end) for cue in case.cited.each(index.negations) if _ends_it(cue.end, index)),
            *(place for number in numbers for place in index.read("deals that are off", number, _off)),
        ]
    for stage in ("in_talks", "proposed", "rumored"):
        by_stage[stage] = [place for place in by_stage[stage] if not dates_a_price(place, index)]
    softer = (*SOFTER.get(deal.status, ()), *(HELD if deal.status == "closed" and deal.kind == "investment" else ()))
    softened = any(not _still_to_be(place, index) for place in cues(softer, index, numbers))
    by_stage["closed"] = [place for place in by_stage["closed"] if not _weak(place, index)]
    by_stage["terminated"] = [place for place in by_stage["terminated"] if not _only_possible(place, index)]
    if deal.status == "closed" and own:
        by_stage["terminated"] = [place for place in by_stage["terminated"] if place not in told["off"]]
    by_stage["meant"] = outside(cues(MEANT, index, numbers), told["talks"])
    by_stage["signed"] = outside(cues(SIGNED, index, numbers), told["talks"])
    by_stage["did"] = [
        place
        for place in (cues(DID, index, numbers) if deal.kind not in _CONTRACTS else ())
        if not _still_to_be(place, index)
        and not _of_years_before(place, index)
        and not is_earlier(place, deal, index)
        and _beside_a_party(place, case)
    ]
    firm = outside(cues(FIRM, index, numbers), told["talks"])
    by_stage["firm"] = [place for place in firm if not (_of_others(place, case) or agrees_to_talk(place, index))]
    beaten = any(of_the_winner(place, case) for stage in ("agreed", "closed", "signed") for place in by_stage[stage])
    for other in ("terminated", *sorted(STATUS_EXCLUDES[deal.status] - {"terminated"})):
        places = by_stage[other] if other in STATUS_EXCLUDES[deal.status] else []
        if beaten and other in ("meant", "proposed"):
            # What the one who lost had offered.
            continue
        if deal.status == "terminated":
            places = [place for place in places if not of_the_winner(place, case)]
        if len(numbers) > _MANY:
            places = [place for place in places if _beside_a_party(place, case)]
        if other == "in_talks" and deal.kind == "investment" and deal.status == "closed" and softened:
            # Who holds a stake may talk about something else with those in whom he holds it.
            continue
        if deal.kind in _CONTRACTS:
            places = [place for place in places if not _plans_something_else(place, index)]
        if other in _WEIGHED and places and not own and (softened or _said_elsewhere(case)):
            continue
        if places and (not own or other == "terminated"):
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
    acts = [
        act
        for act in own_acts(case)
        if not (_of_years_before(act.cue, index) or is_earlier(act.cue, deal, index) or of_the_winner(act.cue, case))
    ]
    if deal.kind not in _BOUGHT:
        acts = [act for act in acts if not index.text[slice(*act.cue)].lower().startswith(("paid", "pay"))]
    backed = any(place in own for places in told.values() for place in places)
    if made := _made_elsewhere(deal, acts, own, case):
        place: Place | None = made
    else:
        place = None if backed else against(acts, _ACT_STAGES[deal.status], case.cited)
    if place:
        yield find(
            Code.STATUS_ALTERED,
            "status",
            f"The record calls the deal {deal.status.replace('_', ' ')}, but the article says "
            f"{quoted(index.text[slice(*place)])}.",
            said=deal.status,
            article=index.article,
            place=place,
        )
    elif own or any(act.stage == _ACT_STAGES[deal.status] for act in acts):
        yield Settled("status")


_LOAN = pattern(
    r"\b(?:arranged|established|has\sraised|obtained|put\sin\splace|raised|received|set\sup|took\sout)\s[^.;:]{0,40}?(?:\.\d[^.;:]{0,30}?)?"
    r"\b(?:credit|facility|financing|loans?|overdraft)\b",
    re.IGNORECASE,
)
_TALKS_WITH = pattern(
    r"\w*\s(?:were\s|was\s|are\s|is\s)?(?:(?:held|under\sway|underway|going\son)\s)?with\s(?:the\s)?\Z"
)


_IS_OFF = pattern(r"\b(?:is|are|was|were)\s(?:now\s)?off(?=[.,;])")


def _off(text: str, offset: int) -> Sequence[Place]:
    """Where something is off: "The merger is off."."""
    return [(offset + found.start(), offset + found.end()) for found in _IS_OFF.finditer(text)]


def _loans(text: str, offset: int) -> Sequence[Place]:
    """Where somebody has got a loan: "set up a credit facility"."""
    return [(match.start() + offset, match.end() + offset) for match in _LOAN.finditer(text)]


def _with_others(place: Place, case: Case) -> bool:
    """Whether talks are with somebody outside the deal: "in discussions with Norvane about its sale"."""
    deal, index = _deal(case), case.index
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    following = index.names_in((place[1], min(sentence.end, place[1] + _WITHIN)))
    if _TOLD_BEFORE.search(index.text, sentence.start, place[0]):
        return True
    if not following or not _TALKS_WITH.match(index.text[place[1] : following[0].start]):
        return False
    named = (*(party.name for party in deal.parties), deal.subject)
    return not any(means(name, following[0].text, index) for name in named if name)


_TOLD_BEFORE = pattern(r"\b(?:[Ww]e|I|as)\s(?:have\s|had\s)?(?:already\s|just\s|previously\s)?\Z")
"""Before what the writer has said: "in the last part we discussed the purchase"."""


_A_PART = pattern(r"\b(?:pct|per\s?cent|shares|shareholding|stake)\b|%", re.IGNORECASE)
_BESIDE = 40
"""Characters behind an act in which such a word shows that it is of a part, beside which there may be talks on more."""
_EARLY = pattern(r"\b(?:principle|intent|tentative\w*|preliminary|non-?binding|memorandum)\b", re.IGNORECASE)


def _made_elsewhere(deal: Deal, acts: Sequence[Joined], own: Sequence[Place], case: Case) -> Place | None:
    """Where a sentence has the parties agree to the deal, or do it, and what speaks for mere talks or rumors stands in
    other sentences: talks that led to it, sources that tell of something else."""
    if deal.status not in ("in_talks", "rumored"):
        return None
    index = case.index
    softer = {index.sentences_of(place)[0] for place in own}
    for act in acts:
        number = index.sentences_of(act.cue)[0]
        partly = _A_PART.search(index.text[act.whole[0] : act.whole[1] + _BESIDE])
        if act.sure and act.stage in ("agreed", "done") and number not in softer and not partly:
            sentence = index.sentences[number - 1]
            if not _EARLY.search(sentence.text) and not stretches(index, (number,)) and not index.hedges(number):
                return act.whole
    return None


def _with_stretches(by_stage: dict[str, list[Place]], case: Case) -> dict[str, list[Place]]:
    """What whole stretches of words say of the stage, by what they say, added to the cue words of the stages that they
    bear out; the cue words that such a stretch takes back ("nearing an agreement") are left out of theirs."""
    found = [
        one
        for one in stretches(case.index, tuple(case.cited.numbers))
        if (one.stage != "paid" or _deal(case).kind in _BOUGHT)
        and not (one.stage == "meant" and _deal(case).kind == "licensing" and _IS_RIGHT(case.index.text, one.place[0]))
        and (one.stage != "returned" or _deal(case).kind == "licensing")
    ]
    told: dict[str, list[Place]] = {what: [] for what in _TOLD}
    parties = [party.name for party in _deal(case).parties]
    for one in found:
        if one.stage in ("accepted", "off", "refused") and _of_other_parties(one, case):
            continue
        if not of_another_deal(one.place, parties, case.index):
            told[one.stage].append(one.place)
    early = [*told["talks"], *told["paid"]]
    for stage in ("agreed", "proposed", "closed"):
        by_stage[stage] = outside(by_stage[stage], early)
    by_stage["agreed"] = outside(by_stage["agreed"], [*told["meant"], *told["off"]])
    by_stage["in_talks"] = outside(by_stage["in_talks"], told["past talks"])
    for what, stages in _TOLD.items():
        for stage in stages:
            by_stage.setdefault(stage, []).extend(told[what])
    return told


_DENIED = pattern(
    r"\b(?:den(?:ied|ies|ying)|dismiss(?:ed|es|ing))\s(?:[\w.,-]+\s){0,5}?(?:that|reports?|rumou?rs|speculation|talk)\s"
    r"[^.;:]{0,100}?\b(?:acquir\w+|bid|buy\w*|merg\w+|negotiat\w+|offer|purchas\w+|sale|sell\w*|takeover|talks)\b",
    re.IGNORECASE,
)
"""A deal of which somebody says that it is not so stays a rumor."""


def _denied(text: str, offset: int) -> Sequence[Place]:
    return [(match.start() + offset, match.end() + offset) for match in _DENIED.finditer(text)]


_CONTRACTS = frozenset({"joint_venture", "licensing", "partnership", "supply"})
"""Kinds of deals beside which the parties may buy something as well, so that "acquired" is not of them."""
_IS_RIGHT = pattern(r"rights?\b", re.IGNORECASE).match
"""What a licence gives: "the rights to sell" are no wish to."""
_BOUGHT = frozenset({"acquisition", "divestiture", "investment", "merger"})
"""Kinds of deals that are done once they are paid; a licence or a supply may be paid for in advance."""
_TOLD: Mapping[str, tuple[str, ...]] = {
    "talks": ("in_talks",),
    "past talks": (),
    "meant": ("proposed",),
    "announced": ("announced",),
    "off": ("terminated",),
    "refused": ("refused",),
    "accepted": ("agreed",),
    "paid": ("closed", "paid"),
    "returned": ("terminated",),
}
"""By what a stretch says: the stages that it bears out."""


def outside(places: Sequence[Place], stretched: Sequence[Place]) -> list[Place]:
    """Those of the places that do not begin within one of the stretches."""
    return [place for place in places if not any(start <= place[0] < end for start, end in stretched)]


def _of_other_parties(one: Stretch, case: Case) -> bool:
    """Whether the deal that a stretch speaks of is that of others: they end it, or are named in it in our stead."""
    deal, index = _deal(case), case.index
    principals = [party.name for party in deal.parties if party.role in PRINCIPALS]
    named = index.names_in(one.place)
    if any(alike(name, other.text, index) for name in (*principals, deal.subject) for other in named):
        return False
    return bool(named) or (not one.forbidden and _of_others(one.place, case))


_MANY = 8
"""Cited sentences beyond which one that names no party may be about another deal."""
_WITHIN = 48
"""Characters behind a word for a possibility within which the deal that is possible is named."""


def _beside_a_party(place: Place, case: Case) -> bool:
    """Whether the sentence at a place names a party of the record, or names nobody and follows one that does."""
    deal, index = _deal(case), case.index
    forms = {form for party in deal.parties if party.role in PRINCIPALS for form in known_as(party.name, index)}
    number = index.sentences_of(place)[0]
    if any(name.text in forms for name in index.names_of(number)):
        return True
    return not index.names_of(number) and number > 1 and any(name.text in forms for name in index.names_of(number - 1))


def _is_month(place: Place, index: Index) -> bool:
    """Whether "May" inside a sentence is the month: "bought it last May"."""
    return index.text[slice(*place)] == "May" and place[0] > index.evidence(index.sentences_of(place)[0]).start


def _of_a_deal(place: Place, index: Index) -> bool:
    """Whether a word for a rumor that may be said of anything is said of a deal: "may bid", "a possible merger"."""
    if index.text[slice(*place)].lower() not in POSSIBLY:
        return True
    number = index.sentences_of(place)[0]
    return any(
        word.stem in DEALING for word in behind(index.words(number), place[1], 10) if word.start < place[1] + _WITHIN
    )


def _still_to_be(place: Place, index: Index) -> bool:
    """Whether a participle is one of something to come: "to be acquired"."""
    return index.text[max(0, place[0] - 6) : place[0]].lower().endswith(("be ", "being "))


_YEARS_AFTER = pattern(r"\b(?:decades?|years?|months)\s(?:after|since)\s[^.;:,]*\Z", re.IGNORECASE)


_HAD = pattern(r"\bhad\s(?:(?!been\b)\w+\s)?(?:held\s(?:\w+\s)?)?\Z", re.IGNORECASE)


def _is_over(place: Place, index: Index) -> bool:
    """Whether the talks are told as past, so that an end of them contradicts nothing: "had discussed a merger"."""
    return bool(_HAD.search(index.text[max(0, place[0] - 30) : place[0]]))


def _of_years_before(place: Place, index: Index) -> bool:
    """Whether what is done there lies years before the deal: "two years after it bought the mill, Acme is selling"."""
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    return bool(_YEARS_AFTER.search(index.text[max(sentence.start, place[0] - _REACH) : place[0]]))


_CALENDAR = pattern(r"\b(?:year|quarter|months?|weeks?|period|half|fiscal|days)\s*\Z", re.IGNORECASE)
_ENDS_IT = pattern(
    r"[^.;]{0,40}\b(?:acceptable|agreement|bid|bidder|buyer|deal|for sale|go ahead|going ahead|interested|longer"
    r"|merge|offer|proceed|pursue|pursuing|reach|reached|renew|sell|talks|discussions|negotiations|win)\b",
    re.IGNORECASE,
)


def _of_the_calendar(place: Place, index: Index) -> bool:
    """Whether "ended" ends a stretch of time: "the year ended November One"."""
    return bool(_CALENDAR.search(index.text[max(0, place[0] - 20) : place[0]]))


def _ends_it(at: int, index: Index) -> bool:
    """Whether the negation that ends at `at` puts an end to a deal: "will not proceed", not "was not disclosed"."""
    return bool(_ENDS_IT.match(index.text[at : at + 60]))


def _plainly(status: str, number: int, index: Index) -> bool:
    """Whether a sentence has a word for the stage, and not one for a closing to come."""
    places = cues(STATUS[status], index, (number,))
    if status != "closed":
        return bool(places)
    return any(not _weak(place, index) for place in done(places, cues(PENDING, index, (number,))))


def _said_elsewhere(case: Case) -> bool:
    """Whether an uncited sentence about two of the parties bears the record's stage out."""
    deal, index = _deal(case), case.index
    names = [known_as(party.name, index) for party in deal.parties]
    for sentence in index.sentences:
        if sentence.number in case.cited.numbers:
            continue
        there = {other.text for other in index.names_of(sentence.number)}
        named = sum(not forms.isdisjoint(there) for forms in names) if there else 0
        if named and _plainly(deal.status, sentence.number, index):
            return True
        if named > 1 and cues(SOFTER.get(deal.status, ()), index, (sentence.number,)):
            return True
    return False


_ACT_STAGES = {"closed": "done", "agreed": "agreed", "proposed": "proposed", "in_talks": "talks", "rumored": "rumored",
               "terminated": "off"}  # fmt: skip


def own_acts(case: Case) -> list[Joined]:
    """What the cited sentences have two of the record's parties do, or one of them with what the deal is about."""
    deal, index = _deal(case), case.index
    named = [party.name for party in deal.parties if party.role in PRINCIPALS]
    return [
        act
        for act in case.cited.each(index.relations)
        if any(means(name, act.doer.text, index) for name in named)
        and any(means(name, act.other.text, index) for name in (*named, deal.subject) if name)
    ]


_ENDING = (
    "abandoning", "backing out", "calling off", "canceling", "cancelling", "dropping", "ending a",
    "ending an", "ending its", "ending the", "scrapping", "shelving", "terminating", "walking away", "withdrawing",
)  # fmt: skip
"""Participles of what ends a deal beside another that is made: "agreed to buy Dorn, scrapping its merger with Lund"."""
_LOST = (
    "expired", "loses", "loss of a", "loss of an", "loss of its", "loss of the", "lost a", "lost an", "lost its",
    "lost out on", "lost the", "not been renewed", "not renewed",
)  # fmt: skip
"""What happens to an order that its customer takes back, or does not give again."""
_OFF = tuple(word for word in STRONG["off"] if not word.startswith(("reject", "turned down")))
"""Words that may end a deal; an offer that is turned down ends it only where it is this one (`stage_phrases`)."""
