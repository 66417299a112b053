"""Who does what to whom, where a sentence says so: "A bought B", "B was sold to A", "A's acquisition of B".

Read from the arguments of the verbs and nouns of a small table. What is not plain is left out: a missing relation
proves nothing, a found one is meant to be certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.text import modality
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, ORGANISATION_NOUNS
from summarizer.verifier.argument_words import (
    BE,
    COMMITS,
    DETERMINERS,
    FINISHING,
    LEADERS,
    OFF,
    PRONOUNS,
    RELATIVES,
    SKIPPED,
    STAGES,
)
from summarizer.verifier.arguments import Argument, Reading
from summarizer.verifier.deal_words import BIDS, BUYS, LICENSES_OUT, NOUNS, SELLS, SELLS_TO, VERBS, Relation
from summarizer.verifier.transfers import TRIGGERS, transfers
from summarizer.verifier.wording import Word

Place = tuple[int, int]

_POSSESSIVES = ("its", "their", "his", "her")
_ONLY_MEANT = ("failed to", "failing to", "unable to")
_BIDDING = word_set(
    "announced boosted doubled extended extending increased launched made raised revised submitted sweetened withdrew"
)
"""Verbs whose subject is the one who bids: "raised its offer for"."""
RESPONDS = word_set("""
    accept accepted accepting accepts approved approves backed backs declined dismissed faced faces facing fended
    opposed opposes rebuffed received recommended recommends rejected rejecting rejects resisted resists snubbed spurned
    supported supports turned welcomed welcomes
""")
"""Verbs whose subject is the one for whom the bid is."""
_AGREES = word_set("agree agreed agrees")
_ACCEPTS = word_set("accepted accepts")
_PAYING = word_set("paid pay paying pays spend spending spends spent")
"""Verbs behind whose sum "to acquire" says what for."""
_PLANNED = frozenset({"planned", "proposed"})
_BEFORE_NOUN = (
    SKIPPED
    | _BIDDING
    | RESPONDS
    | OFF
    | word_set("""
    acquisition billion bn cash dlr dlrs dollar euro friendly hostile merger million mln
    pound pending previously proposed purchase sale takeover tender unsolicited
""")
)
_NO_PREMODIFIER = (
    LEADERS
    | PRONOUNS
    | BE
    | word_set("and can could did do does had has have may might or should to which who will would")
)
"""Words that stand before a noun phrase, not in it."""
_PAST = ("ed", "bought", "sold", "lent", "paid")
AHEAD = dict(STAGES)["ahead"]
_TELLING = frozenset((*VERBS, *NOUNS)) | TRIGGERS
_FARTHEST = 12
"""Words behind a noun of action among which "by" and "to" are looked for."""
_APART = 2_000
"""Characters from the one name to the other at most; nothing is plain about parties that stand farther apart."""


class Joined(NamedTuple):
    """What a sentence says outright: `doer` did what the words at `cue` say to `other`."""

    relation: Relation
    doer: NameSpan
    other: NameSpan
    cue: Place
    sure: bool = True
    """False where a pronoun or "the company" stands for one of them."""
    stage: str = ""
    """How far it has come: "done", "agreed", "ahead" (to come), "proposed", "talks", "off"; "" where it is not said."""

    @property
    def whole(self) -> Place:
        """From the first name to the second."""
        return min(self.doer.start, self.other.start), max(self.doer.end, self.other.end)


class Act(NamedTuple):
    """A verb or a noun of the table with those on its two sides; a side on which nobody was found is empty."""

    relation: Relation
    doers: Sequence[Argument]
    others: Sequence[Argument]
    cue: Place
    stage: str = ""


def acts(words: Sequence[Word], read: Callable[[], Reading]) -> list[Act]:
    """The verbs and nouns of deals among the words of a sentence, each with whom it has on its sides.

    `read` gives the sentence ready to be asked; it is not called where none of these words stands there.
    """
    at_words = [(at, word.low) for at, word in enumerate(words) if word.low in _TELLING]
    if not at_words:
        return []
    reading = read()
    found: list[Act] = []
    for at, plain in at_words:
        if reading.name_at(at) is not None:
            continue
        if plain in TRIGGERS:
            place = words[at].start, words[at].end
            found.extend(Act(*sides, place) for sides in transfers(reading, at) if sides[1] or sides[2])
        if plain in VERBS and not (plain in NOUNS and _is_noun(reading, at)):
            acted = _by_verb(reading, at, VERBS[plain])
        elif plain not in NOUNS:
            continue
        else:
            acted = _by_noun(reading, at, NOUNS[plain])
        found.extend(map(_tentative, acted))
    return found


def joined(read: Iterable[Act], text: str) -> list[Joined]:
    """What the acts say outright between two parties: each two on the sides of one, as far as nothing denies it."""
    return [one for act in read for one in _pairs(act) if not (_denied(one, text) or _misread(one, text))]


def kindred(told: Joined, sources: Sequence[Joined]) -> list[Joined]:
    """Those of the same kind: a purchase meant or made."""
    own = told.relation
    if own is BUYS or own is BIDS:
        return [source for source in sources if source.relation is BUYS or source.relation is BIDS]
    return [source for source in sources if source.relation is own]


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether a word that is a verb or a noun is a noun here: "its offer for", "a cash bid of"."""
    low = reading.low
    if low[at + 1 : at + 2] in (["for"], ["to"], ["by"], ["of"]) and not (at and low[at - 1] in ("to", "will", "may")):
        return True
    for place in range(at - 1, max(-1, at - 7), -1):
        if low[place] in DETERMINERS or low[place] == "s":
            return True
        if reading.broken(place + 1) or low[place] in _NO_PREMODIFIER or reading.name_at(place) is not None:
            return False
    return False


def _tentative(one: Act) -> Act:
    """A purchase that is only meant is a bid, which a rival may make too."""
    return one._replace(relation=BIDS) if one.relation is BUYS and one.stage in ("proposed", "talks", "off") else one


def _pairs(act: Act) -> Iterator[Joined]:
    for doer in act.doers:
        for place, other in enumerate(act.others):
            if doer.span.end <= other.span.start or other.span.end <= doer.span.start:
                sure = doer.sure and other.sure and not place
                yield Joined(act.relation, doer.span, other.span, act.cue, sure, act.stage)


def _act(
    relation: Relation, doers: Sequence[Argument], others: Sequence[Argument], word: Word, stage: str = ""
) -> Iterator[Act]:
    if doers or others:
        yield Act(relation, doers, others, (word.start, word.end), stage)


def _stage(low: str, passed: Sequence[str], *, noun: bool = False) -> str:
    """How far the act of a verb or a noun has come, by its form and the words before it."""
    if noun and not FINISHING.isdisjoint(passed) and AHEAD.isdisjoint(passed):
        return "done"
    for stage, telling in STAGES:
        if not telling.isdisjoint(passed):
            # "its planned purchase of" may well be agreed: it is only not done.
            only_ahead = noun and stage == "proposed" and _PLANNED.issuperset(telling.intersection(passed))
            return "ahead" if only_ahead else stage
    if noun or low.endswith("ing"):
        return "ahead" if not noun and not BE.isdisjoint(passed) else ""
    if not low.endswith(_PAST) or {"is", "are", "be"} & set(passed):
        return ""
    return "done"


def _by_verb(reading: Reading, at: int, relation: Relation) -> Iterator[Act]:
    word = reading.words[at]
    if at and reading.low[at - 1] in ("a", "an", "the", "its", "their", "per"):
        return
    if reading.low[max(0, at - 2) : at] in (["could", "have"], ["might", "have"]):
        return
    if relation is BUYS and (payer := _payer(reading, at)) is not None:
        # "paid $3 million to buy B": who paid has bought, who will pay will buy.
        doers, passed = reading.subject(payer)
        items, _ = reading.object(at + 1)
        yield from _act(BUYS, doers, items, word, _stage(reading.low[payer], passed))
        return
    frame = reading.frame(at)
    stage = (
        "proposed"
        if relation is BIDS and not reading.low[at].startswith(("pay", "paid"))
        else _stage(reading.low[at], frame.passed)
    )
    if relation is BUYS or relation is SELLS:
        items = frame.others if not frame.preposition else ()
        if relation is SELLS and (given := _given(reading, at, items)):
            yield from _act(SELLS, frame.doers, given, word, stage)
            yield from _act(BUYS, items, given, word, stage)
            yield from _act(SELLS_TO, frame.doers, items, word, stage)
            return
        if not frame.preposition:
            yield from _act(relation, frame.doers, frame.others, word, stage)
        yield from _third(reading, at, relation, items, frame.doers, stage)
        return
    if relation is BIDS:
        named = [one for one in reading.led_to(at + 1, "for") if any(one.span == name for name in reading.names)]
        if not frame.preposition or frame.preposition == "for":
            yield from _act(relation, frame.doers, named, word, stage)
        return
    passive = bool(frame.others) and frame.others[0].span.end <= word.start
    if relation is LICENSES_OUT and not passive and reading.low[at + 1 : at + 2] == ["from"]:
        # "licensed from A the rights to": the subject takes the licence.
        yield from _act(relation, reading.object(at + 2)[0], frame.doers, word, stage)
        return
    if passive:
        yield from _act(relation, frame.doers, frame.others, word, stage)
        if relation.link:
            # "The pumps will be supplied to B by A", "B is supplied with pumps by A".
            yield from _act(relation, frame.doers, reading.led_to(at + 1, relation.link), word, stage)
        return
    led = reading.led_to(at + 1, relation.link - {"with"}) if relation.link else ()
    if led:
        yield from _act(relation, frame.doers, led, word, stage)
    elif not relation.link or "with" in relation.link:
        named = [other for other in frame.others if any(other.span == name for name in reading.names)]
        if not frame.preposition and (not relation.link or "with" in reading.low[at + 1 : at + _FARTHEST]):
            yield from _act(relation, frame.doers, named, word, stage)


def _given(reading: Reading, at: int, buyers: Sequence[Argument]) -> tuple[Argument, ...]:
    """What is sold where the verb at `at` has its buyer first: "sold Norvane its Tessel unit", "sold Norvane a stake".
    Nothing where no second noun phrase begins right behind the name."""
    if len(buyers) != 1 or not reading.is_name(buyers[0]) or buyers[0].span.start < reading.words[at].end:
        return ()
    behind = reading.past(buyers[0].span)
    low = reading.low[behind : behind + 4]
    if len(low) < 2 or reading.broken(behind) or low[0] not in _SECOND or not _TIMES.isdisjoint(low):
        return ()
    found, _ = reading.object(behind)
    return tuple(one for one in found if one.span.start >= reading.words[behind].start)


_SECOND = word_set("a all an its the their")
_TIMES = word_set("day days decade following month months previous quarter same time week weeks weekend year years")
"""Words of what is no thing sold: "sold Tessel the same day"."""


def _payer(reading: Reading, at: int) -> int | None:
    """The verb of payment that "to" and the verb at `at` say the purpose of, with the sum in between."""
    if at < 2 or reading.low[at - 1] != "to":
        return None
    for place in range(at - 2, max(-1, at - _FARTHEST), -1):
        if reading.low[place] in _PAYING and reading.name_at(place) is None:
            return place if place < at - 2 and BE.isdisjoint(reading.low[max(0, place - 1) : place]) else None
        if reading.name_at(place) is not None or reading.low[place] in RELATIVES:
            return None
        if reading.broken(place + 1) and not set(reading.gap(place + 1)) <= {" ", "$", "€", "£"}:
            return None
    return None


def _third(
    reading: Reading, at: int, relation: Relation, items: Sequence[Argument], doers: Sequence[Argument], stage: str
) -> Iterator[Act]:
    """The one on the other side of a sale: "sold B to A", "bought B from C"."""
    word = reading.words[at]
    if relation is SELLS:
        buyers = reading.led_to(at + 1, "to")
        yield from _act(BUYS, buyers, items, word, stage)
        yield from _act(SELLS_TO, doers, buyers, word, stage)
    else:
        sellers = tuple(
            one
            for one in reading.led_to(at + 1, "from")
            if name_kind(one.span.text) != "place" and not _bid_from(one, reading)
        )
        yield from _act(SELLS, sellers, items, word, stage)
        yield from _act(SELLS_TO, sellers, doers, word, stage)


_SENT = word_set("approach approaches bid bids challenge competition interest offer offers pressure proposal proposals")


def _bid_from(one: Argument, reading: Reading) -> bool:
    """Whether "from" leads from a bid to its bidder, and not to a seller: "beating a bid from Roe"."""
    ahead = [word.low for word in reading.words if word.end <= one.span.start][-_BEFORE_BIDDER:]
    if "from" not in ahead:
        return False
    ahead = ahead[: len(ahead) - 1 - ahead[::-1].index("from")]
    sent = next((at for at in range(len(ahead) - 1, -1, -1) if ahead[at] in _SENT), None)
    return sent is not None and (sent == len(ahead) - 1 or ahead[sent + 1] in _OF_HOW_MUCH)


_BEFORE_BIDDER = 10
"""Words before a bidder's name in which the bid is looked for: "a bid of 350 million dollars from its Danish rival"."""
_OF_HOW_MUCH = word_set("of valued worth")


def _by_noun(reading: Reading, at: int, relation: Relation) -> Iterator[Act]:
    word, low = reading.words[at], reading.low
    following = low[at + 1] if at + 1 < len(low) and not reading.broken(at + 1) else ""
    owner = _owner(reading, at)
    undertaker, passed = reading.subject(at, _BEFORE_NOUN)
    stage = "proposed" if relation is BIDS else _stage(low[at], passed, noun=True)
    if following in (relation.link or ("of",)):
        items, behind = reading.object(at + 2)
        agents = _by(reading, behind)
        if not agents:
            agents = owner or _undertaker(reading, at, undertaker, passed)
        yield from _act(relation, agents, items, word, stage)
        if relation is not BIDS:
            yield from _third(reading, at, relation, items, agents, stage)
    elif following == "by":
        # "B's acquisition by A", and "B said its acquisition by A".
        patients = owner or (undertaker if _responds(passed) else ()) or _its(reading, at)
        yield from _act(relation, reading.object(at + 2)[0], patients, word, stage)
    elif relation is BIDS:
        yield from _offered(reading, at, owner, passed, undertaker)
    elif relation is SELLS and following == "to" and owner:
        # "B's sale to A"
        yield from _act(BUYS, reading.object(at + 2)[0], owner, word, stage)


def _offered(
    reading: Reading, at: int, owner: Sequence[Argument], passed: Sequence[str], subject: Sequence[Argument]
) -> Iterator[Act]:
    """An offer that does not say at once for what: "announced a $3 billion offer", "rejected its offer of $3"."""
    word = reading.words[at]
    answered = _responds(passed)
    agents = owner or (() if answered or _BIDDING.isdisjoint(passed) else subject) or _its(reading, at)
    items: tuple[Argument, ...] = ()
    for place in range(at + 1, min(len(reading.words) - 1, at + _FARTHEST)):
        if reading.broken(place):
            break
        if reading.low[place] == "for" and reading.low[at + 1] in ("of", "worth"):
            items, _ = reading.object(place + 1)
            break
    stage = "agreed" if answered and not (_ACCEPTS | _AGREES).isdisjoint(passed) else "proposed"
    yield from _act(BIDS, agents, items or (tuple(subject) if answered else ()), word, stage)


def _responds(passed: Sequence[str]) -> bool:
    """Whether the verb before the noun makes its subject the one for whom the bid is: "accepted", "agreed to a"."""
    return not RESPONDS.isdisjoint(passed) or ("to" in passed and not _AGREES.isdisjoint(passed))


def _owner(reading: Reading, at: int) -> tuple[Argument, ...]:
    """Whose act the noun is, by the possessive before it: "Acme's planned $3 billion purchase"."""
    for place in range(at - 1, max(-1, at - 9), -1):
        if reading.broken(place + 1) and "$" not in reading.gap(place + 1):
            return ()
        name = reading.name_at(place)
        if name is not None:
            return (Argument(name),) if reading.owns(name) else ()
        if reading.low[place] in ("of", "the", "a", "an", "its", "their", "to", "by", "for"):
            return ()
    return ()


def _undertaker(
    reading: Reading, at: int, subject: tuple[Argument, ...], passed: Sequence[str]
) -> tuple[Argument, ...]:
    """Who undertakes the act of the noun: "Acme said it completed the previously announced purchase of"."""
    undertaken = any(word in COMMITS or word in _BIDDING for word in passed)
    return (subject if undertaken else ()) or _its(reading, at)


def _its(reading: Reading, at: int) -> tuple[Argument, ...]:
    """Whom "its" or "their" right before the noun means."""
    place = next((one for one in range(at - 1, max(-1, at - 6), -1) if reading.low[one] in _POSSESSIVES), None)
    if place is None:
        return ()
    aimed = _aimed_at(reading, place)
    return (Argument(aimed),) if aimed is not None else reading.meant(place)


_OVER = frozenset({"about", "for", "from", "over"})


def _aimed_at(reading: Reading, at: int) -> NameSpan | None:
    """Whom somebody does something to because of what is theirs: "Acme sued Norvane over its purchase of Tessel"."""
    over = at - 2 if at and reading.low[at - 1].endswith("ing") else at - 1  # "from completing its"
    if over < 2 or reading.low[over] not in _OVER:
        return None
    name = reading.name_at(over - 1)
    if name is None or any(reading.broken(place) for place in range(over, at + 1)):
        return None
    first = reading.first_of(name)
    verb = reading.low[first - 1] if first else ""
    return name if verb.endswith("ed") and verb not in _BOUND and reading.name_at(first - 1) is None else None


_BOUND = word_set("acquired based called named owned purchased united")


def _by(reading: Reading, at: int) -> tuple[Argument, ...]:
    """The agent behind a noun's object: "the acquisition of B for $3 billion by A"."""
    for place in range(at, min(len(reading.words) - 1, at + 5)):
        if reading.broken(place):
            return ()
        if reading.low[place] == "by" and not reading.low[place + 1].endswith("ing"):
            if place > at and reading.low[place - 1].endswith(("ed", "led", "held", "run")):
                return ()  # "the stores owned by Acme"
            found, _ = reading.object(place + 1)
            return tuple(one for one in found if any(one.span == name for name in reading.names))
    return ()


_ONLY_MODIFIES = pattern(
    rf"\s(?:[a-z][\w-]*\s)?(?:start-?up|{alternatives(BODY_NOUNS | ORGANISATION_NOUNS)})\s(?=[A-Z])"
)
"""Behind a name that only says of what sort the next one is: "bought the Oslo start-up Tarn"."""
_REPORTS_OF_IT = pattern(r"\s(?:(?:earlier|first|had|has|previously)\s)*report(?:ed|s)\s(?:that\s)?(?:it|they)\b")
_IN_ITSELF = pattern(r"[^.;]{0,60}\bin\sitself\b")


def _misread(joined: Joined, text: str) -> bool:
    """Whether one side is not who acts or what changes hands: a paper that reports what "it", another one, does; the
    town of a start-up; a seller of shares in itself, which is no seller but whom is invested in."""
    doer, other = joined.doer, joined.other
    return (
        _REPORTS_OF_IT.match(text, doer.end) is not None
        or (
            text[max(0, other.start - 4) : other.start].lower() == "the "
            and _ONLY_MODIFIES.match(text, other.end) is not None
        )
        or (joined.relation is SELLS and _IN_ITSELF.match(text, joined.cue[1]) is not None)
    )


def _denied(joined: Joined, text: str) -> bool:
    """Whether a negation, a mere offer or a wish stands between the two names, or too much to be sure."""
    low, high = joined.whole
    if high - low > _APART:
        return True
    between = text[low:high]
    return any(word in between.lower() for word in _ONLY_MEANT) or bool(modality.negations(between))
