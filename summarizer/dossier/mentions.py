"""The deals that a story tells of, as they are compared with those of other stories.

A mention is *main* where the article tells it as its news: in the title or the first sentences of prose. What stands
further down ("Last year Tarn bought Orrin's mills") is background, and never makes an article one about that deal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from summarizer.dossier.clauses import Reading, read_leaders, read_purchase
from summarizer.dossier.comparing import same_amount
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.news import News
from summarizer.dossier.stories import Story
from summarizer.dossier.things import counts_in, instruments_in, only_amount
from summarizer.dossier.triggers import AGAIN, AUTHORITY, BUYS, FAMILY_OF, SAYS_SO, Family
from summarizer.fields import Money
from summarizer.records import Deal, DealStatus
from summarizer.verdicts import Verdict
from summarizer.verifier.wording import stems_of

_TAKERS = frozenset(("acquirer", "customer", "investor", "licensee", "lender"))
_OBJECTS = frozenset(("target", "investee", "borrower"))
_GIVERS = frozenset(("seller", "supplier", "licensor"))
_HARDLY = 3
"""How many times as often as a buyer another one is named for the former to count as misread."""
_TWO, _THREE = 2, 3
_ANY_PART = stems_of("arm arms assets business businesses company division firm group maker operations part parts unit")


@dataclass(slots=True, eq=False)
class Mention:
    """One deal as one story tells it."""

    story: int
    """Its place among the stories."""
    family: Family
    main: bool
    takers: list[Entity] = field(default_factory=list)
    """Who gets something: acquirers, customers, investors, licensees, lenders."""
    objects: list[Entity] = field(default_factory=list)
    """What changes hands by its own name: targets, investees, borrowers."""
    givers: list[Entity] = field(default_factory=list)
    """Sellers, suppliers, licensors."""
    partners: list[Entity] = field(default_factory=list)
    """Parties without a direction: partners, and the sides of a merger."""
    value: Money | None = None
    subject: frozenset[str] = frozenset()
    """Stems of what changes hands."""
    status: DealStatus | None = None
    day: date | None = None
    """Of the article."""
    again: bool = False
    """Whether it is called a second one, or another, of these parties."""
    sentences: tuple[int, ...] = ()
    named: Sequence[Entity] = ()
    """All that the story names."""
    capitals: frozenset[str] = frozenset()
    """The words of the lead that have a capital, for names that are not seen as such."""
    counts: frozenset[float] = frozenset()
    """How many of the things that change hands."""
    instruments: frozenset[str] = frozenset()
    """Of a financing: whether it is a bond, a loan or equity, as far as its words say."""
    records: tuple[int, ...] = ()
    """Its places among the summary's deals, none where it was read from the text."""

    def principals(self) -> list[Entity]:
        """Those who make the deal, and what they make it about."""
        return [*self.takers, *self.objects, *self.givers, *self.partners]


def mentions_of(place: int, news: News) -> Iterator[Mention]:
    """From the records, completed by the text where they lack a side; then what only the text tells."""
    found = [
        _of_record(place, at, deal, news)
        for at, deal in enumerate(news.story.summary.deals)
        if deal.verdict is not Verdict.UNSUPPORTED
    ]
    reading = read_purchase(news.story, news.cast, news.lead)
    if reading.bought is not None and news.is_about(
        "ownership", reading.sentences, [reading.bought], [reading.buyer] if reading.buyer is not None else []
    ):
        _complete(found, reading)
        if not any(_covers(mention, reading.bought) for mention in found if mention.main) and not any(
            _names_both(mention, reading) or _sells_part(mention, reading.bought) for mention in found
        ):
            for mention in found:
                # A record further down that has the same two is the news, which the lead tells in words it cannot use.
                if mention.family == "ownership" and _covers(mention, reading.bought):
                    mention.main = True
                    break
            else:
                found.append(_of_reading(place, news.story, reading))
    for mention in found:
        if mention.family == "alliance" and mention.partners and _names_both(mention, reading) and news.has_merger():
            mention.family = "ownership"  # "tie-up" is said of both
            mention.main = True
    found = list(_consolidated(found, reading))
    if not found:
        found = list(_of_titles(place, news))
    for mention in found:
        mention.main = mention.main and not news.is_survey(mention)
    titled = [mention for mention in found if mention.main and is_whole(mention) and news.in_title(mention)]
    if titled:
        for mention in found:
            mention.main = mention in titled or (mention.main and news.in_title(mention))
    headed = [mention for mention in titled if news.is_headed(mention)]
    for mention in titled:
        if mention not in headed and any(_shares(mention, one) for one in headed):
            mention.main = False
    yield from found


def _shares(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one family have a party in common."""
    return one.family == other.family and not set(one.principals()).isdisjoint(other.principals())


def is_whole(mention: Mention) -> bool:
    """Whether both sides of it are named."""
    return len(mention.principals()) > 1


def _consolidated(mentions: list[Mention], reading: Reading) -> Iterator[Mention]:
    """The mentions, those of one purchase put together. Of several buyers of one thing those are left out that the
    story hardly names: mostly they are its seat or its ticker, taken for it."""
    kept: list[Mention] = []
    for mention in mentions:
        same = next((one for one in kept if _is_one_purchase(one, mention)), None)
        if same is None:
            # Two records of one order from the same words: the later one has the sides wrong.
            order = next((one for one in kept if _is_one_order(one, mention)), None)
            if order is None:
                kept.append(mention)
            else:
                # A heading's record has no value: without that of the other it would fit every order of the two.
                order.value = order.value or mention.value
                order.counts = order.counts or mention.counts
                order.instruments |= mention.instruments
            continue
        same.takers += [one for one in mention.takers if one not in same.takers]
        same.givers += [one for one in mention.givers if one not in same.givers]
        same.objects += [one for one in mention.objects if one not in same.objects]
        same.value = same.value or mention.value
        same.records += mention.records
        same.subject |= mention.subject
        same.sentences = tuple(dict.fromkeys((*same.sentences, *mention.sentences)))
        same.main = same.main or mention.main
    for mention in kept:
        if mention.family == "ownership" and len(mention.takers) > 1:
            most = max(one.mentions for one in mention.takers)
            named = [one for one in mention.takers if one.mentions * _HARDLY >= most]
            if reading.buyer is not None and any(same_entity(one, reading.buyer) for one in mention.takers):
                named += [one for one in mention.takers if one not in named and same_entity(one, reading.buyer)]
            mention.takers = named
        yield mention


def _is_one_order(one: Mention, other: Mention) -> bool:
    """Whether two mentions of a story are of one order or alliance: the same words tell of the same two, or more."""
    if one.family != other.family or one.family == "ownership" or set(one.sentences).isdisjoint(other.sentences):
        return False
    shared = sum(any(same_entity(mine, theirs) for theirs in other.principals()) for mine in one.principals())
    return shared >= _TWO and same_amount(one.value, other.value) is not False and one.main >= other.main


def _is_one_purchase(one: Mention, other: Mention) -> bool:
    """Whether two mentions of a story are of one purchase: the same thing bought, and neither of them on two sides."""
    if one.family != "ownership" or other.family != "ownership" or one.partners or other.partners:
        return False
    if not any(same_entity(mine, theirs) for mine in one.objects for theirs in other.objects):
        return False
    if same_amount(one.value, other.value) is False and one.main != other.main:
        return False
    return not any(same_entity(taker, thing) for taker in other.takers for thing in (*one.objects, *one.givers))


def _of_record(place: int, at: int, deal: Deal, news: News) -> Mention:
    family = FAMILY_OF[deal.kind]
    mention = Mention(
        place,
        family,
        main=False,
        value=deal.value,
        subject=stems_of(deal.subject),
        status=deal.status,
        day=news.story.published,
        sentences=tuple(deal.evidence),
        records=(at,),
    )
    sides: dict[str, list[Entity]] = {
        **dict.fromkeys(_TAKERS, mention.takers),
        **dict.fromkeys(_OBJECTS, mention.objects),
        **dict.fromkeys(_GIVERS, mention.givers),
        "partner": mention.partners,
    }
    for party in deal.parties:
        if party.role not in sides:
            continue
        entity = news.cast.among(party.name, deal.evidence)
        if family == "ownership" and AUTHORITY.search(entity.name):
            continue  # who clears a purchase makes none
        if entity.can_trade and entity not in sides[party.role]:
            sides[party.role].append(entity)
    mention.counts = counts_in(deal.subject)
    if family == "financing":
        texts = (news.texts.get(number, "") for number in (*deal.evidence, *news.lead.headings))
        mention.instruments = instruments_in([deal.subject, *texts])
    mention.again = family != "ownership" and any(AGAIN.search(news.texts.get(number, "")) for number in deal.evidence)
    things = mention.objects or mention.principals()
    told = {*deal.evidence, *news.titles_with(mention.principals(), family)}
    if family == "financing" and mention.objects and not mention.takers:
        leaders = read_leaders(news.story, news.cast, {*deal.evidence, *news.lead.title})
        mention.takers += [one for one in leaders if one not in mention.principals()]
    _add_titled(mention, news)
    # What is sold without a name is known by what it makes: "business" and the seller's own name tell it from nothing.
    mention.subject = mention.subject - _ANY_PART - stems_of(" ".join(one.name for one in mention.principals()))
    mention.main = news.is_about(
        family, told, things, mention.principals(), value=mention.value, every=not mention.objects
    )
    mention.sentences = tuple(dict.fromkeys((*deal.evidence, *sorted(told))))
    return mention


def _complete(mentions: list[Mention], reading: Reading) -> None:
    """Gives the first main purchase of which only the buyer is told the target that the top of the article tells."""
    if reading.bought is None:
        return
    for mention in mentions:
        if _sells_to(mention, reading, reading.bought):
            # "a stake in its Lund port terminal" of a record is the Lund that the text is read to tell of.
            mention.objects.append(reading.bought)
            mention.main = True
            return
    for mention in mentions:
        if mention.family != "ownership" or not mention.main or mention.objects or is_whole(mention):
            continue
        agrees = reading.buyer is None or not mention.takers or same_entity(mention.takers[0], reading.buyer)
        if agrees and not any(same_entity(one, reading.bought) for one in mention.principals()):
            mention.objects.append(reading.bought)
            return


def _sells_to(mention: Mention, reading: Reading, bought: Entity) -> bool:
    """Whether a record without a target by name has what was read as bought in the words of what changes hands, and the
    same buyer, if one was read."""
    if mention.family != "ownership" or mention.objects or not stems_of(bought.name) <= mention.subject:
        return False
    return reading.buyer is None or any(same_entity(taker, reading.buyer) for taker in mention.takers)


def _names_both(mention: Mention, reading: Reading) -> bool:
    """Whether a record of another kind of deal has the two whom the text was read as buying and being bought."""
    if mention.family == "ownership" or reading.buyer is None or reading.bought is None:
        return False
    parties = mention.principals()
    return all(any(same_entity(one, side) for one in parties) for side in (reading.buyer, reading.bought))


def _sells_part(mention: Mention, bought: Entity) -> bool:
    """Whether a record says that what was read as bought only sells something."""
    return bool(mention.main and mention.subject) and any(same_entity(bought, giver) for giver in mention.givers)


def _covers(mention: Mention, target: Entity) -> bool:
    return any(same_entity(one, target) for one in (*mention.objects, *mention.partners))


def _add_titled(mention: Mention, news: News) -> None:
    """Gives an order or an alliance the second of two whom a heading names beside its words, where the record has the
    first alone of them: on which side is left open."""
    words = SAYS_SO.get(mention.family)
    for number in news.lead.headings if words is not None else ():
        named = [one for one in news.cast.within([number]) if one.can_trade and not one.person]
        if words is not None and len(named) == _TWO and words.search(news.texts.get(number, "")):
            known = [one for one in named if one in mention.principals()]
            if len(known) == 1:
                mention.partners += [one for one in named if one not in known]
                return


def _of_titles(place: int, news: News) -> Iterator[Mention]:
    """The order or the alliance of those, two or three, whom the headings and the first sentence name beside its words,
    where no record holds any deal: who supplies whom is left open."""
    for family, words in SAYS_SO.items():
        if family == "alliance" and news.has_merger():
            continue
        told = [at for at in news.lead.title if at in news.texts and news.says(words, at)]
        named = [one for one in news.cast.within(told) if one.can_trade and not one.person]
        if not _TWO <= len(named) <= _THREE or any(BUYS.search(news.texts[at]) for at in told):
            continue
        if news.is_about(family, told, named, named, every=True):
            texts = [news.texts[at] for at in told]
            yield Mention(
                place,
                family,
                main=True,
                partners=named,
                value=only_amount(news),
                day=news.story.published,
                sentences=tuple(told),
                counts=frozenset().union(*map(counts_in, texts)) if family == "supply" else frozenset(),
            )
            return


def _of_reading(place: int, story: Story, reading: Reading) -> Mention:
    assert reading.bought is not None  # noqa: S101
    return Mention(
        place,
        "ownership",
        main=True,
        takers=[reading.buyer] if reading.buyer is not None else [],
        objects=[reading.bought],
        day=story.published,
        sentences=reading.sentences,
    )
