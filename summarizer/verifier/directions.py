"""Direction and contraries: what rose must not be said to fall, what was accepted not to be rejected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.modality import Cue
from summarizer.text.modality_words import DIRECTIONS
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.alignment import Gap
from summarizer.verifier.clause import Clause
from summarizer.verifier.contraries import EXTENTS, OPPOSED, contrary
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.laid import Laid
from summarizer.verifier.notes import find
from summarizer.verifier.reading import ALIKE, Reading
from summarizer.verifier.wording import before, behind, stem

_RESULT_WORDS = {
    "deficit": "loss",
    "earned": "profit",
    "earning": "profit",
    "lose": "loss",
    "loses": "loss",
    "losing": "loss",
    "loss": "loss",
    "losses": "loss",
    "lost": "loss",
    "profit": "profit",
    "profits": "profit",
    "revenue": "sales",
    "revenues": "sales",
    "sales": "sales",
    "surplus": "profit",
    "turnover": "sales",
}
_LED_BY = 10
"""Words before "to" and a figure among which one says that something moved there."""
_APART = 80
"""Characters between an amount and the word of direction that belongs to it."""
_CONVERSE = frozenset(
    stem(word) for word in word_set("acquire beat borrow buy divest lend lose offload purchase sell win")
)
"""Verbs whose contrary the other party does: what one sells another buys."""
_LOANS = {stem("lend"), stem("borrow")}
_LENT = {"lent": stem("lend")}
_NOUNS = word_set("acquisition acquisitions disposal divestiture sale sales")
"""A noun for such a deed leaves open whose it is: "the sale of Norvane to Atlan" is a purchase by Atlan."""
_SHIFT = 1
"""Words by which contraries may stand farther off, before the first or behind the last word that both sides share."""
_BESIDE = 6
"""Words around contraries among which both sides share some."""
_WIDEST = 8
"""Words of a gap that are compared."""
_VALUED = word_set(
    """
    beat beats better contracted deteriorate deteriorated ease eased easing exceed exceeded exceeding expand expanded
    expanding expansion expands hike improve improved improvement improves improving miss missed misses narrow narrowed
    outperform outperformed raise raised raises raising rally rebound rebounds rebounded recover recovered recovers
    retreat retreated shed strengthen strengthened topped tops underperform underperformed weak weaken weakened weaker
    widen widened worsen worsened
    """
)
"""Words that say better or worse, or of what something is made more: with a loss or costs they go the other way."""
_EVALUATING = word_set(
    """
    better deteriorate deteriorated ease eased easing improve improved improvement improves improving rebound rebounds
    rebounded recover recovered recovers strengthen strengthened weak weaken weakened weaker worse worsen worsened
    """
)
"""Words that say better or worse: a loss that narrows improves."""
_COMPARING = word_set("""
    beat beats exceed exceeded exceeding exceeds miss missed misses outperform outperformed outperforms topped tops
    underperform underperformed underperforms
""")
"""Words that say how one thing stands beside another, and not that anything moved."""
_PARTICLED = word_set("""
    back backed backing break breaking breaks broke broken build built call called close closed closing come coming
    cut drawn end ended ends first follow gave get getting give given gives giving hand handed held hold holding holds
    keep keeping keeps kept laid lay laying lays line lined lines made make makes making open opened opening own owned
    pick picked picks prop propped put puts putting set sets setting shut shuts shutting sign signed snap snapped speak
    split stand standing stands start starting step stepped stepping steps stood take taken takes taking tie tied took
    turn turned turning turns wait wind winding winds wound wrap wrapped write writing written wrote
""")
"""Verbs with which "up" and "down" tell no direction: "gave up", "stepped down", "wrote down"."""
_PRONOUNS_OF_EXTENT = frozenset({"both", "each", "neither", "nobody", "none"})
_LOSING = word_set("lose loses losing lost gain gained gains")
"""Of a result or a possession as often as of a movement; what is a loss is compared by itself."""
_GOING = word_set("""
    are be been close closed ended finished go goes gone is move moved percent pct trade traded was went were %
""")
"""Words behind which "up" and "down" are of a quantity."""
_BY = frozenset({"by", "from", "nearly", "sharply", "slightly"})
_ELSEWHERE = word_set("apart away due flat foul ill off out short through")
"""Behind a word of direction these make it mean another thing: "falls due", "fell through"."""
_ORDINALS = word_set("second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th")
_ONE_OF = word_set("among one")


_ITS_NUMBER = pattern(
    r"(?:\s(?:before|after)\s\w+)?\s(?:(?:came|fell|grew|narrowed|rose|shrank|widened)\s(?:in\s)?(?:at|by|to)|of|is|was)\s"
    r"(?:(?:about|almost|around|just|more\sthan|nearly|over|some|under)\s)?(?:[A-Z]{1,3}\$?\s?)?[€£$¥₹]?(?!(?:19|20)\d\d\b)\d"
)
"""Between a word for a result and the number that it is of: "loss was £3 million", "profit of $4 million"."""


_NEXT_CLAUSE = pattern(r",\s(?:and|but|while|whereas)\s")


def check_acts(laid: Laid) -> Iterator[Finding]:
    """No act of the statement may contradict the article's own about the same, in whatever words."""
    for pair in laid.acts.contrary():
        said, told = laid.said.reading, laid.told(pair.source)
        one = slice(max(0, pair.mine.first - 1), pair.mine.last + 1)
        if said.low[one] == told.low[max(0, pair.theirs.first - 1) : pair.theirs.last + 1]:
            # The very words: what negates the one bears on a word beside it, "to have no debt following closing".
            continue
        mine = " ".join(word.text for word in said.words[one])
        place = told.place(max(0, pair.theirs.first - 1), pair.theirs.last)
        yield find(
            Code.NEGATION_ALTERED if pair.mine.turned != pair.theirs.turned else Code.DIRECTION_ALTERED,
            laid.path,
            f"The record says {quoted(mine)} where the article says "
            f"{quoted(laid.cited.index.text[slice(*place)])}{', negated' if pair.theirs.turned else ''}.",
            said=laid.said.text,
            article=laid.cited.index.article,
            place=place,
        )
        return


def check_contraries(laid: Laid) -> Iterator[Finding]:
    """No word may stand in the place of its contrary, nor "all" in the place of "some"."""
    found = next(_contraries(laid), None)
    if found is not None:
        yield found


def _contraries(laid: Laid) -> Iterator[Finding]:
    said = laid.said.reading
    if not any(said.turning.may_oppose(source.reading.turning) for source in laid.sources):
        return
    for gap in laid.alignment.gaps:
        if gap.said[1] <= gap.said[0] or gap.said[1] - gap.said[0] > _WIDEST:
            continue
        told = laid.told(gap.source)
        mine, theirs = _own(laid, gap)
        if not theirs:
            continue
        for one in mine:
            for other in theirs:
                if _loans(said, one, told, other):
                    continue
                if gap.edge and abs(_distance(gap, one, other)) > _SHIFT:
                    continue
                kind = _against(said, one, told, other)
                if kind is Code.EXTENT_ALTERED and _of_as_many(laid, said.low[one]):
                    continue
                if kind is None or not _same_side(laid, gap.source, one, other):
                    continue
                if kind is Code.DIRECTION_ALTERED and laid.acts.borne_out(one, one, least=2):
                    continue
                even = _negations(said, gap.said, one) % 2 == _negations(told, gap.told, other) % 2
                if even or kind is Code.EXTENT_ALTERED:
                    yield _instead(laid, kind, said, one, told, other)
    yield from _ranks(laid)
    yield from _farther(laid)


def _farther(laid: Laid) -> Iterator[Finding]:
    """Contraries that stand near the same words, though not in the same place, where the article has no such word."""
    said, alignment = laid.said.reading, laid.alignment
    for at, word in enumerate(said.words):
        if at in alignment.of or not said.anchors[at]:
            continue
        low, sense = said.low[at], DIRECTIONS.get(said.low[at])
        contraries = OPPOSED.get(word.stem, frozenset())
        if (not contraries and sense is None) or low in _EVALUATING:
            continue
        if any(ALIKE.get(word.stem, word.stem) in source.reading.keys for source in laid.sources):
            continue
        if sense is not None and any(
            DIRECTIONS.get(other) == sense for source in laid.sources for other in source.reading.low
        ):
            continue
        for number in sorted({match.source for match in alignment.of.values()}):
            told = laid.told(number)
            for there, other in enumerate(told.words):
                against = other.stem in contraries or (
                    sense is not None
                    and DIRECTIONS.get(told.low[there], sense) != sense
                    and (low in _COMPARING) == (told.low[there] in _COMPARING)
                    and _turns(said, at)
                    and _turns(told, there)
                )
                if not against or told.low[there] in _EVALUATING or (number, there) in alignment.back:
                    continue
                if _loans(said, at, told, there):
                    continue
                if (
                    _beside(laid, number, at, there)
                    and _same_side(laid, number, at, there)
                    and not _near_negation(said, at)
                    and not _near_negation(told, there)
                ):
                    yield _instead(laid, Code.DIRECTION_ALTERED, said, at, told, there)


def _same_side(laid: Laid, number: int, at: int, there: int) -> bool:
    """Whether two verbs, where one party's buying is the other's selling, have the same words before them."""
    if laid.said.reading.words[at].stem not in _CONVERSE:
        return True
    if laid.told(number).low[there] in _NOUNS:
        return False
    before_it = [match.there for index, match in laid.alignment.of.items() if index < at and match.source == number]
    return bool(before_it) and all(index < there for index in before_it)


def _of_as_many(laid: Laid, low: str) -> bool:
    """Whether a cited sentence has the very word of extent; what it says may be told with another subject."""
    return low in _PRONOUNS_OF_EXTENT and any(low in source.reading.vocabulary for source in laid.sources)


def _beside(laid: Laid, number: int, at: int, there: int) -> bool:
    """Whether two words that both sides share stand near both."""
    of = laid.alignment.of
    near = [
        match
        for index in range(at - _BESIDE, at + _BESIDE + 1)
        if (match := of.get(index)) is not None and match.source == number and abs(match.there - there) <= _BESIDE
    ]
    return len(near) >= 2 or (len(near) == 1 and len(of) == 1)


def _near_negation(reading: Reading, at: int) -> bool:
    return any(at - 5 <= cue.first <= at + 3 and not cue.first <= at <= cue.last for cue in reading.negations)


def _distance(gap: Gap, one: int, other: int) -> int:
    """By how many words more the one stands off from the linked word at the gap's end than the other."""
    if gap.edge < 0:
        return (gap.said[1] - one) - (gap.told[1] - other)
    return (one - gap.said[0]) - (other - gap.told[0])


def _ranks(laid: Laid) -> Iterator[Finding]:
    """The largest is not the second largest, nor one of the largest."""
    said = laid.said.reading
    for at, match in laid.alignment.of.items():
        low = said.low[at]
        if not low.endswith("est") or len(low) < 5:
            continue
        told = laid.told(match.source)
        mine, theirs = _rank(said, at), _rank(told, match.there)
        if mine != theirs and laid.alignment.supported(at) and told.low[match.there] == low:
            place = told.place(max(0, match.there - 3), match.there)
            yield laid.finding(Code.EXTENT_ALTERED, place, "The record ranks it otherwise than the article")


def _rank(reading: Reading, at: int) -> str:
    """What is said of a superlative: an ordinal, or that it is one of several."""
    if at and reading.low[at - 1] in _ORDINALS:
        return reading.low[at - 1]
    return "one of" if _ONE_OF.intersection(reading.low[max(0, at - 4) : at]) else ""


def _loans(said: Reading, one: int, told: Reading, other: int) -> bool:
    """Whether one side lends where the other borrows: the same loan, told of by the other side of it; who is which is
    for the check of roles."""
    return {
        _LENT.get(said.low[one], said.words[one].stem),
        _LENT.get(told.low[other], told.words[other].stem),
    } == _LOANS


def _own(laid: Laid, gap: Gap) -> tuple[list[int], list[int]]:
    """The words of a gap that only one side has, on either side."""
    said, told = laid.said.reading, laid.told(gap.source)
    mine, theirs = range(*gap.said), range(*gap.told)
    lows, others = {said.low[index] for index in mine}, {told.low[index] for index in theirs}
    taken = laid.alignment.taken
    return (
        [index for index in mine if said.low[index] not in others],
        [index for index in theirs if told.low[index] not in lows and (gap.source, index) not in taken],
    )


def _against(said: Reading, one: int, told: Reading, other: int) -> Code | None:
    mine, theirs = said.low[one], told.low[other]
    if mine == theirs:
        return None
    senses = DIRECTIONS.get(mine), DIRECTIONS.get(theirs)
    alike = (mine in _EVALUATING, mine in _COMPARING) == (theirs in _EVALUATING, theirs in _COMPARING)
    if None not in senses and senses[0] != senses[1] and alike and _turns(said, one) and _turns(told, other):
        return Code.DIRECTION_ALTERED
    extents = EXTENTS.get(mine), EXTENTS.get(theirs)
    if None not in extents and extents[0] != extents[1]:
        return Code.EXTENT_ALTERED
    if {mine, theirs} == {"up", "down"} and not (_turns(said, one) and _turns(told, other)):
        return None
    if contrary(mine, theirs, said.words[one].stem, told.words[other].stem):
        return Code.DIRECTION_ALTERED
    return None


def _turns(reading: Reading, at: int) -> bool:
    """Whether a word of direction says that something goes that way: not "gave up", "laid up", "falls due"."""
    low = reading.low
    if at + 1 < len(low) and low[at + 1] in _ELSEWHERE:
        return False
    if low[at] not in ("up", "down"):
        return True
    return at == 0 or low[at - 1] not in _PARTICLED


def _negations(reading: Reading, gap: tuple[int, int], at: int) -> int:
    """How many negations bear on what stands in the gap, the word `at` left aside."""
    return sum(
        1
        for cue in reading.negations
        if gap[0] - 3 <= cue.first < gap[1]
        and not cue.first <= at <= cue.last
        and (cue.target < 0 or cue.target >= gap[0] or cue.first >= gap[0])
    )


def _instead(laid: Laid, code: Code, said: Reading, one: int, told: Reading, other: int) -> Finding:
    place = told.place(other, other)
    return find(
        code,
        laid.path,
        f"The record says {quoted(said.words[one].text)} where the article says {quoted(told.words[other].text)}.",
        said=laid.said.text,
        article=laid.cited.index.article,
        place=place,
    )


def check_direction(laid: Laid, pairs: Sequence[tuple[Amount, Amount]]) -> Iterator[Finding]:
    """What the statement has rise must not fall in the source.

    `pairs` are amounts of the statement with the article's own; around them the nearest words of direction are
    compared, but for those that stand in both texts at the same place. Where the statement has no amount, all words
    of direction of the sentence that is most like it are.
    """
    said, sources = laid.said, laid.sources
    compared = False
    for mine, theirs in pairs:
        number = next(
            (
                number
                for number, source in enumerate(sources)
                if source.offset <= theirs.start < source.offset + len(source.text)
            ),
            None,
        )
        if number is None:
            continue
        holder = sources[number]
        if (fault := _turned(said, mine, holder, theirs)) and not _kept(laid, fault[0], number):
            yield _opposite(laid, *fault)
            return
        one, other = _nearest(said, mine), _nearest(holder, theirs)
        if one is None or other is None:
            continue
        compared = True
        if _kept(laid, one, number) or _VALUED.intersection((one.text.lower(), other.text.lower())):
            continue
        if one.sense != other.sense and not _ambiguous(holder, theirs, one.sense):
            yield _opposite(laid, one, other)
            return
    if not compared and said.directions and sources:
        yield from _overall(laid)


def _overall(laid: Laid) -> Iterator[Finding]:
    """Where each side goes one way throughout, and they share enough to be about the same."""
    said, stems = laid.said, laid.said.stems
    like = max(laid.sources, key=lambda source: len(stems & source.stems))
    mine = [cue for cue in said.directions if _goes(said, cue)]
    theirs = [cue for cue in like.directions if _goes(like, cue)]
    senses, others = {cue.sense for cue in mine}, {cue.sense for cue in theirs}
    if len(senses) != 1 or len(others) != 1 or senses == others or len(stems & like.stems) < 2:
        return
    if any(cue.sense in senses for source in laid.sources for cue in source.directions):
        return
    if not said.negations and not like.negations:
        yield _opposite(laid, mine[0], theirs[0])


def _goes(clause: Clause, cue: Cue) -> bool:
    """Whether a word of direction surely says that a quantity goes that way: not better or worse, nor the particle or
    the verb of a phrase that means something else ("gives up the job", "falls due", "lost the contract")."""
    low = cue.text.lower()
    if low in _VALUED or low in _LOSING:
        return False
    follows = behind(clause.words, cue.end, 1)
    next_low = follows[0].low if follows else ""
    if low in ("up", "down"):
        ahead = before(clause.words, cue.start, 1)
        return bool(ahead and ahead[0].low in _GOING) or next_low in _BY or next_low[:1].isdigit()
    return next_low not in _ELSEWHERE


def _kept(laid: Laid, cue: Cue, number: int) -> bool:
    """Whether the article has the statement's very word in its place."""
    said, told = laid.said.reading, laid.told(number)
    for at, word in enumerate(said.words):
        if word.start == cue.start:
            match = laid.alignment.of.get(at)
            if match is not None:
                return match.source == number and told.low[match.there] == said.low[at]
            return any(
                gap.source == number
                and gap.said[0] <= at < gap.said[1]
                and said.low[at] in told.low[gap.told[0] : gap.told[1]]
                for gap in laid.alignment.gaps
            )
    return False


def _turned(said: Clause, mine: Amount, source: Clause, theirs: Amount) -> tuple[Cue, Cue] | None:
    """Where a profit is told as a loss, or the old figure as the new one ("to" for "from")."""
    for words_of in (_result_of, _preposition_of):
        one, other = words_of(said, mine), words_of(source, theirs)
        if one is not None and other is not None and one.sense != other.sense:
            return one, other
    return None


def _result_of(clause: Clause, amount: Amount) -> Cue | None:
    """The nearest word near the amount that makes it a profit or a loss."""
    following = [word for word in behind(clause.words, amount.end, 5) if not _has_its_own(clause, word.end)]
    around = [*before(clause.words, amount.start, 8), *following]
    near = [
        Cue(word.start, word.end, word.text, _RESULT_WORDS[word.low]) for word in around if word.low in _RESULT_WORDS
    ]
    if len({cue.sense for cue in near}) > 1:
        # "lost $3 million on sales of $4 million": the word right before an amount is its own.
        near = [cue for cue in near if cue.end <= amount.start][-1:]
    return near[0] if near else None


def _has_its_own(clause: Clause, end: int) -> bool:
    """Whether a number follows that the word which ends at `end` is of: "… was 9, and the loss was 3"."""
    return _ITS_NUMBER.match(clause.text, end - clause.offset) is not None


def _preposition_of(clause: Clause, amount: Amount) -> Cue | None:
    leader = before(clause.words, amount.core[0], 1)
    if not leader or leader[0].low not in ("from", "to") or amount.core[0] - leader[0].end > 2:
        return None
    word = leader[0]
    led_by = before(clause.words, word.start, _LED_BY)
    if word.low == "to" and not any(DIRECTIONS.get(one.low) for one in led_by):
        # Only what moves goes from one figure to another: "had guided to $2" tells of none.
        return None
    return Cue(word.start, word.end, word.text, word.low)


def _nearest(clause: Clause, amount: Amount) -> Cue | None:
    """The word of direction that belongs to an amount: the nearest in its part of the sentence, before it rather
    than behind."""
    best: tuple[int, Cue] | None = None
    for cue in clause.directions:
        ahead = cue.end <= amount.start
        if cue.text.lower() in ("up", "down"):
            leading = before(clause.words, cue.start, 1)
            if leading and leading[0].low in _PARTICLED:
                continue
        gap = (cue.end, amount.start) if ahead else (amount.end, cue.start)
        if gap[1] - gap[0] > _APART:
            continue
        between = clause.text[gap[0] - clause.offset : gap[1] - clause.offset]
        if any(mark in between for mark in ";:—") or (not ahead and "," in between):
            continue
        if any(character.isdigit() for character in between) and (
            cue.text.lower() in _LOSING or _NEXT_CLAUSE.search(between)
        ):
            # "lost $3 million on sales of $4 million": what is lost is the first number.
            continue
        if not ahead and any(word.text[0].isdigit() for word in behind(clause.words, cue.end, 2)):
            continue
        cost = len(between) + (0 if ahead else 30) + 40 * between.count(", ")
        if best is None or cost < best[0]:
            best = cost, cue
    return best[1] if best else None


def _ambiguous(clause: Clause, amount: Amount, sense: str) -> bool:
    """Whether a word of the other direction stands as near, so that nothing can be said for sure."""
    low, high = amount.start - clause.offset - 40, amount.end - clause.offset + 25
    return any(cue.sense == sense and low <= cue.start - clause.offset <= high for cue in clause.directions)


def _opposite(laid: Laid, one: Cue, other: Cue) -> Finding:
    return find(
        Code.DIRECTION_ALTERED,
        laid.path,
        f"The record says {quoted(one.text)} where the article says {quoted(other.text)}.",
        said=laid.said.text,
        article=laid.cited.index.article,
        place=(other.start, other.end),
    )
