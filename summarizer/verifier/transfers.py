"""Acts that a verb tells only together with its object: "won an order from", "gave a loan to", "raised its stake in".

The verb tells whether its subject gets or gives, the noun of its object what: a contract, a loan, a licence, money.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.phrases import word_set
from summarizer.verifier.argument_words import DETERMINERS, SKIPPED
from summarizer.verifier.arguments import Argument, Reading
from summarizer.verifier.deal_words import (
    BIDS,
    BUYS,
    INVESTS,
    LENDS,
    LICENSES_OUT,
    OWNS,
    PAYS,
    SELLS,
    SUPPLIES,
    Relation,
)

Sides = tuple[Relation, tuple[Argument, ...], tuple[Argument, ...]]
"""A relation, who does it, and to whom."""

_FARTHEST = 12
"""Words behind a verb among which its object and the other party are looked for."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is got or given: `relation` is that of the giver, whose part the one who gets it has if `back`."""

    relation: Relation
    back: bool = False


_CONTRACT, _LOAN, _LICENCE, _MONEY = _Thing(SUPPLIES, back=True), _Thing(LENDS), _Thing(LICENSES_OUT), _Thing(INVESTS)
_THINGS: Mapping[str, _Thing] = {
    word: thing
    for thing, words in (
        (_CONTRACT, "contract contracts order orders tender subcontract"),
        (_LOAN, "loan loans mortgage overdraft refinancing"),
        (_LICENCE, "licence licences license licenses rights sublicense"),
        (_MONEY, "funding investment backing"),
    )
    for word in words.split()
}
"""Nouns for what one party gives the other. Who gives a contract is supplied, and who gets it supplies."""
_MONEY_WORDS = word_set("equity million mln billion bn crore capital funding round investment seed")

_PAID = word_set("bn billion cash crore dlrs dollars euros lakh million mln pounds stg yen")
_FEES = word_set("compensation damages fee fees settlement")

_GETS = word_set("""
    bag bagged book booked clinch clinched gain gained gaining get gets got landed lands obtain obtained obtaining
    obtains raise raised raises raising receive received receives receiving secure secured secures securing signed
    signs win winning wins won
""")
_GIVES = word_set("""
    award awarded awarding awards extend extended extending extends gave give given gives giving grant granted granting
    grants handed hands issued issues make made makes provide provided provides providing
""")
_CHOOSES = word_set("""
    appointed appoints chose chooses chosen commissioned contracted engaged hired hires named picked picks selected
    selects tapped
""")
_ORDERS = word_set("order ordered ordering orders source sourced sources sourcing")
_BORROWS = word_set("borrow borrowed borrowing borrows")
_MAKES = word_set("build construct deliver design equip install maintain make manufacture operate provide run supply")
_MORE = word_set("""
    accumulated acquired amassed boost boosted boosts built bought gain gained hike hiked increase increased increases
    lift lifted lifts raise raised raises take taken takes taking took up upped
""")
_LESS = word_set("cut cuts pared reduce reduced reduces reducing trimmed lowered")
_STAKES = word_set("holding holdings interest position shareholding stake stakes")
_MERGES = word_set("fold folded merge merged merger merges merging")
_TAKES = word_set("take taken takes taking took")
_OVER = word_set("over private")
_BUILDS = word_set("build building builds construct design install maintain make manufacture produce")
"""Verbs whose subject does it for a customer where "for" leads to one: "a contract to build ships for B"."""
_NOTHING_BUILT = word_set("""
    approach bid bids case charge claim decision effort investment money offer offers payment payments position progress
    proposal provision provisions reputation room sense stake way
""")
"""What is made or built "for" somebody and is no work done for him: "make an offer for B", "build a stake"."""
_PLACES = word_set("place placed places placing")
_BECOMES = word_set("became become becomes becoming")
_OFFERS = word_set("approach bid offer offers proposal proposals")
_SUITORS = word_set("bidder bidders buyer buyers pursuit suitor suitors")
_HOLDS = word_set("held hold holding holds own owning owns")
_PARTS = ";:—"
_UNITS = word_set("affiliate arm business division subsidiary unit")
_OWNED = word_set("owned controlled")
_HELD = _HOLDS | _OWNED

TRIGGERS = (
    _GETS | _GIVES | _CHOOSES | _ORDERS | _BORROWS | _MORE | _LESS | _MERGES | _TAKES | _BECOMES | _OFFERS | _UNITS
    | _OWNED | _SUITORS | _HOLDS | _BUILDS | _ORDERS | frozenset(_THINGS)
)  # fmt: skip
"""The words at which such an act may stand."""


def transfers(reading: Reading, at: int) -> Iterator[Sides]:
    """The acts of which the word at `at` is the verb or the noun."""
    low = reading.low[at]
    if low in _HELD and (reading.gap(at) == "-" or (low == "held" and reading.low[at - 1].endswith("ly"))):
        return  # "privately-held", "state-owned"
    if low in _UNITS or low in _OWNED:
        yield from _owner(reading, at)
        return
    if low in _OFFERS:
        yield from _offer(reading, at)
        return
    if low in _SUITORS:
        if reading.low[at + 1 : at + 2] in (["for"], ["of"]):
            yield BIDS, (), _names(reading, reading.object(at + 2)[0])
        return
    if low in _HOLDS:
        yield from _held(reading, at)
        return
    if low in _MERGES or low in _BECOMES:
        yield from _joins(reading, at)
        return
    if low in _TAKES and not _OVER.isdisjoint(reading.low[at + 1 : at + 2]):
        yield from _taken(reading, at)
        return
    if low in _BUILDS:
        yield from _built_for(reading, at)
        return
    thing = _THINGS.get(low)
    if thing is not None and not _is_verb(reading, at):
        yield from _thing_alone(reading, at, thing)
        return
    if low in _ORDERS:
        yield from _from(reading, at, SUPPLIES)
    elif low in _BORROWS:
        yield from _from(reading, at, LENDS)
    if low in _MORE or low in _LESS:
        yield from _stake(reading, at, BUYS if low in _MORE else SELLS)
    if low in _CHOOSES:
        yield from _chosen(reading, at)
    if low in _GETS or low in _GIVES:
        yield from _handed(reading, at, gets=low in _GETS)


def _is_verb(reading: Reading, at: int) -> bool:
    return reading.low[at].endswith(("ed", "ing")) or (at > 0 and reading.low[at - 1] in ("to", "will", "would", "may"))


def _names(reading: Reading, found: tuple[Argument, ...]) -> tuple[Argument, ...]:
    return tuple(one for one in found if reading.is_name(one) or not one.sure)


def _led(reading: Reading, at: int, *prepositions: str) -> tuple[Argument, ...]:
    """The names that the first of these prepositions behind `at` leads to, within the clause."""
    for place in range(at, min(len(reading.words) - 1, at + _FARTHEST)):
        if place > at and reading.parted(place, _PARTS):
            return ()
        if reading.low[place] in prepositions and reading.name_at(place) is None:
            found = _names(reading, reading.led_to(place, reading.low[place]))
            if found:
                return found
    return ()


def _object(reading: Reading, at: int) -> tuple[str, int]:
    """The noun for what is got or given, the first of the table in the phrase behind a verb, and where it stands."""
    for place in range(at + 1, min(len(reading.words), at + _FARTHEST)):
        if reading.parted(place, _PARTS) or reading.low[place] in ("after", "by", "that", "when"):
            break
        if reading.low[place] in _THINGS and reading.name_at(place) is None:
            return reading.low[place], place
    return "", at


def _handed(reading: Reading, at: int, *, gets: bool) -> Iterator[Sides]:
    """ "won a contract from B", "gave B a loan", "was awarded a contract by B", "raised $3 million from B"."""
    noun, place = _object(reading, at)
    thing = _THINGS.get(noun)
    subject, passed = reading.subject(at)
    passive = not gets and any(word in ("was", "were", "been", "is", "be", "being") for word in passed[:2])
    if thing is None:
        if gets and reading.low[at].startswith("rais") and not _MONEY_WORDS.isdisjoint(reading.low[at : at + 6]):
            givers = _led(reading, at + 1, "from", "by")
            yield INVESTS, givers, subject
        elif reading.low[at].startswith("rec") and _FEES.isdisjoint(reading.low[at : at + _FARTHEST]):
            payers = _led(reading, at + 1, "from")
            if payers and not _PAID.isdisjoint(reading.low[at : at + 8]):
                yield PAYS, payers, subject
        return
    if reading.low[at].startswith("sign") and thing is not _LOAN:
        return  # Who signs a contract may be on either side of it; a loan is signed by who gets it.
    if gets or passive:
        yield from _given(thing, _led(reading, place + 1, *(("from", "with") if gets else ("by",))), subject)
        return
    named = _names(reading, reading.object(at + 1)[0]) if reading.name_at(_first(reading, at + 1)) else ()
    inner = tuple(one for one in named if one.span.end <= reading.words[place].start)
    yield from _given(thing, subject, inner or _led(reading, place + 1, "to"))


def _built_for(reading: Reading, at: int) -> Iterator[Sides]:
    """ "A's contract to build ships for B": A supplies B. "A signed a contract with B to build" may be either way."""
    subject, passed = reading.subject(at)
    makers = _names(reading, subject)
    if not makers or "with" in passed or reading.low[at - 1] in DETERMINERS:
        return
    between = reading.low[reading.past(makers[0].span) : at]
    stretch = reading.low[at + 1 : at + _FARTHEST]
    if not _NOTHING_BUILT.isdisjoint(stretch[: stretch.index("for")] if "for" in stretch else stretch):
        return
    if "with" in between or (makers[0].sure and "to" not in between and "will" not in between):
        return
    buyers = tuple(
        one for one in _led(reading, at + 1, "for") if one.sure and name_kind(one.span.text) not in ("place", "person")
    )
    yield SUPPLIES, makers, buyers


def _first(reading: Reading, at: int) -> int:
    while at < len(reading.low) and reading.low[at] in DETERMINERS and reading.name_at(at) is None:
        at += 1
    return at


def _given(thing: _Thing, givers: tuple[Argument, ...], takers: tuple[Argument, ...]) -> Iterator[Sides]:
    yield (thing.relation, takers, givers) if thing.back else (thing.relation, givers, takers)


def _thing_alone(reading: Reading, at: int, thing: _Thing) -> Iterator[Sides]:
    """ "a loan from B", "an order from B", "a licence to B", "a round led by B"."""
    following = reading.low[at + 1 : at + 2]
    if thing is _CONTRACT and not _PLACES.isdisjoint(reading.low[max(0, at - 6) : at]):
        # "placed an order for pumps with B"
        buyers, passed = reading.subject(at, SKIPPED | _PLACES)
        if not _PLACES.isdisjoint(passed):
            yield SUPPLIES, _led(reading, at + 1, "with"), _names(reading, buyers)
            return
    if following == ["from"] or (following == ["by"] and thing is _MONEY):
        yield from _given(thing, _names(reading, reading.object(at + 2)[0]), ())
    elif following == ["to"] and thing is not _CONTRACT:
        yield from _given(thing, (), _names(reading, reading.object(at + 2)[0]))
    elif following == ["in"] and thing is _MONEY:
        funded, behind = reading.object(at + 2)
        agents = _names(reading, reading.object(behind + 1)[0]) if reading.low[behind : behind + 1] == ["by"] else ()
        yield INVESTS, agents, _names(reading, funded)
    if thing in (_LOAN, _MONEY):
        for place in range(at + 1, min(len(reading.words) - 2, at + 4)):
            if reading.low[place] in ("led", "arranged", "underwritten") and reading.low[place + 1] == "by":
                yield from _given(thing, _names(reading, reading.object(place + 2)[0]), ())


def _from(reading: Reading, at: int, relation: Relation) -> Iterator[Sides]:
    """ "ordered 12 pumps from B", "borrowed $3 million from B"."""
    frame = reading.frame(at)
    passive = bool(frame.others) and frame.others[0].span.end <= reading.words[at].start
    if passive:
        yield relation, (), frame.doers
        return
    yield relation, _led(reading, at + 1, "from"), frame.doers


def _stake(reading: Reading, at: int, relation: Relation) -> Iterator[Sides]:
    """ "raised its stake in B", "took 15 percent of B"."""
    held = next(
        (place for place in range(at + 1, min(len(reading.words) - 1, at + 8)) if reading.low[place] in _STAKES), None
    )
    if held is None or any(reading.broken(place) for place in range(at + 1, held + 1)):
        return
    subject, _ = reading.subject(at)
    if reading.low[held + 1] in ("in", "of"):
        yield relation, subject, _names(reading, reading.object(held + 2)[0])


def _chosen(reading: Reading, at: int) -> Iterator[Sides]:
    """ "chose B to supply the pumps", "B was picked by A to build"."""
    frame = reading.frame(at)
    others = _names(reading, frame.others)
    if not others:
        return
    behind = reading.past(others[-1].span)
    stretch = reading.low[max(at, behind) : max(at, behind) + 8]
    for place, word in enumerate(stretch):
        if word in ("to", "as") and not _MAKES.isdisjoint(stretch[place + 1 : place + 2]):
            yield SUPPLIES, others, frame.doers
            return


def _joins(reading: Reading, at: int) -> Iterator[Sides]:
    """ "B will merge into A", "the merger of B into A", "B became a unit of A"."""
    low = reading.low
    if low[at] in _BECOMES:
        for place in range(at + 1, min(len(low) - 2, at + 7)):
            if low[place] in ("subsidiary", "unit", "part", "division") and low[place + 1] == "of":
                yield BUYS, _names(reading, reading.object(place + 2)[0]), reading.subject(at)[0]
                return
        return
    place = at + 1
    merged: tuple[Argument, ...] = ()
    if low[place : place + 1] == ["of"]:
        merged, place = reading.object(place + 1)
    elif low[place : place + 2] == ["with", "and"]:
        place += 2
    elif reading.name_at(_first(reading, place)) is not None and low[at].startswith("merg"):
        merged, place = reading.object(place)
    into = next((one for one in range(place, min(len(low) - 1, place + 8)) if low[one] == "into"), None)
    if into is None or low[into + 1] in ("a", "an", "one") or (into > place and not merged):
        return
    if not merged:
        merged, _ = reading.subject(at)
        if not merged and at and low[at - 1] in ("its", "proposed", "planned"):
            merged = reading.meant(at - 1)
    yield BUYS, _names(reading, reading.object(into + 1)[0]), merged


def _taken(reading: Reading, at: int) -> Iterator[Sides]:
    """ "A took over B", "B was taken over by A"."""
    subject, passed = reading.subject(at)
    if reading.low[at] == "taken" and any(word in ("was", "were", "been", "is", "be", "being") for word in passed[:2]):
        agents = reading.object(at + 3)[0] if reading.low[at + 2 : at + 3] == ["by"] else ()
        yield BUYS, _names(reading, agents), subject
    else:
        yield BUYS, subject, _names(reading, reading.object(at + 2)[0])


def _offer(reading: Reading, at: int) -> Iterator[Sides]:
    """ "an offer from A", "the offer made last week by A", "A's offer", "a Acme merger proposal"."""
    low = reading.low
    for place in range(at + 1, min(len(low) - 1, at + 6)):
        if reading.broken(place):
            break
        if low[place] in ("from", "by") and not low[place + 1].endswith("ing"):
            yield BIDS, _names(reading, reading.object(place + 1)[0]), ()
            return
        if low[place] == "to" and place == at + 1 and reading.name_at(_first(reading, place + 1)) is not None:
            yield BIDS, (), _names(reading, reading.object(place + 1)[0])
            return
        if low[place] == "of" and reading.name_at(_first(reading, place + 1)) is not None:
            yield BIDS, _names(reading, reading.object(place + 1)[0]), ()
            return
        if low[place] in ("for", "to", "of"):
            break
    for place in range(at - 1, max(-1, at - 4), -1):
        name = reading.name_at(place)
        if name is not None:
            if reading.owns(name) or (place == at - 1 or low[place + 1] in ("merger", "takeover", "buyout", "tender")):
                yield BIDS, (Argument(name),), ()
            return
        if reading.broken(place + 1) and reading.gap(place + 1).strip() != "$":
            return


def _held(reading: Reading, at: int) -> Iterator[Sides]:
    """ "A owns 30 percent of B", "A, which holds a stake in B"."""
    others = _names(reading, reading.object(at + 1)[0])
    subject, _ = reading.subject(at)
    if others:
        yield OWNS, subject, others


def _owner(reading: Reading, at: int) -> Iterator[Sides]:
    """ "B, a unit of A", "A's B unit", "B is owned by A"."""
    low = reading.low
    if low[at] in _OWNED:
        if low[at + 1 : at + 2] == ["by"]:
            yield OWNS, _names(reading, reading.object(at + 2)[0]), _before(reading, at)
        return
    if low[at + 1 : at + 2] == ["of"]:
        owners = _names(reading, reading.object(at + 2)[0])
        unit = reading.name_at(at - 1) or _apposed(reading, at)
        if unit is not None and name_kind(unit.text) == "place":
            return  # "the U.S. arm of Acme"
        yield OWNS, owners, (Argument(unit),) if unit is not None else ()
        return
    unit = reading.name_at(at - 1)
    if unit is not None:
        first = reading.first_of(unit)
        if first and low[first - 1] in ("its", "their"):
            yield OWNS, reading.meant(first - 1), (Argument(unit),)
        elif first >= 2 and low[first - 1] == "s" and (owner := reading.name_at(first - 2)) is not None:
            yield OWNS, (Argument(owner),), (Argument(unit),)


def _before(reading: Reading, at: int) -> tuple[Argument, ...]:
    """Who is owned: the subject of "is owned by", the name that ", owned by" stands behind."""
    place = at - 1
    while place >= max(0, at - 4) and reading.low[place] in ("wholly", "majority", "is", "which", "privately", "now"):
        place -= 1
    name = reading.name_at(place) if place >= 0 else None
    return (Argument(name),) if name is not None else ()


def _apposed(reading: Reading, at: int) -> NameSpan | None:
    """The name that "a wholly owned unit of" is set behind."""
    for place in range(at - 1, max(-1, at - 6), -1):
        name = reading.name_at(place)
        if name is not None:
            return name if "," in reading.gap(place + 1) else None
        if reading.broken(place + 1) and "," not in reading.gap(place + 1):
            return None
    return None
