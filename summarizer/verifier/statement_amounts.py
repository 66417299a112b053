"""Amounts in statements: each must stand by value in the cited sentences, or in another about the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.dates import DateSpan
from summarizer.text.folding import folded
from summarizer.text.noun_kinds import KINDS, different_things
from summarizer.text.numbers import Amount, read_amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import (
    borne_out,
    differences,
    distance,
    is_measure,
    same_size,
    told_otherwise,
    units_agree,
)
from summarizer.verifier.bare_units import leaves_unit_out
from summarizer.verifier.exchanged import displaced_amount, in_its_place
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.kept_amounts import asked_exactly, check_kept, check_multiples
from summarizer.verifier.locate import likely_sentences, locate_cited
from summarizer.verifier.measured import governed, named_rate, rate, rate_lost
from summarizer.verifier.notes import Note, Supported, differing, find
from summarizer.verifier.remembered import of_name
from summarizer.verifier.said import Said, is_about
from summarizer.verifier.slots import likeness
from summarizer.verifier.small_counts import check_ratios, stands_bare, told_as_period, told_as_ratio
from summarizer.verifier.told_briefly import is_told_apart, told_apart, told_bare, without_its_scale
from summarizer.verifier.wording import content, words

_BEHIND = 24
"""Characters behind an amount that a finding about its rate shows."""
_SAME_PLACE = 4.0
"""Likeness from which the words around two amounts are the same, so that the bound and the unit must be too."""
_STRICT = frozenset({"at_least", "less_than", "more_than", "up_to"})
_POOL = 128
"""Amounts of a statement, and of the cited sentences, that are compared each with each."""
_PLACES = 64
"""Places of one value in the article that are looked at."""
_LIKE = 5
"""How many times one price may be another for both to be of the same thing."""
_RATED_BEFORE = 3
"""Sentences before an amount in which one like it may be told to be for each."""
_DEAREST = 10_000
"""A sum that is larger is no price of one share."""
_SMALL = 12
"""Spelled-out counts up to here may be the writer's own: "two analysts"."""
_AHEAD = 96
_AT_THE_TOP = pattern(r"\b(?:top|upper end|high end|ceiling|at (?:its )?(?:highest|most)|maximum)\b[^.;]*\Z")
"""Before an amount that is told as the most: "at the top of that range it would be worth"."""
_PAIR = 2
_DIGITS = pattern(r"(?<![^\W\d_])(?<!\d)[0-9][0-9.,]*(?<![.,])(?![0-9]|st|nd|rd|th|s\b)")
_RUN = pattern(r"[0-9]+")
_SPACED = pattern(r"(?:(?<=\d)([.,]) (?=\d))|(?:(?<=[$€£¥]) (?=\d))")


def check_amounts(said: Said, cited: Cited, pairs: list[tuple[Amount, Amount]]) -> Iterator[Note]:
    """Each amount must stand in the cited sentences by value; those that do are put into `pairs`."""
    index = cited.index
    pool = cited.each(index.amounts)
    if any(amount.high is not None for amount in said.amounts):
        pool += cited.each(index.ranges)
    if len(pool) > _POOL:
        wanted = {abs(amount.value) for amount in said.amounts[:_POOL]}
        same = [amount for amount in pool[_POOL:] if abs(amount.value) in wanted]
        pool = [*pool[:_POOL], *same[:_POOL]]
    for mine in said.amounts[:_POOL]:
        note = _check_amount(said, mine, pool, cited, pairs)
        if note is not None:
            yield note
    yield from check_ratios(said, cited)
    yield from check_multiples(said, cited)
    yield from _stray_digits(said, cited)


def _stray_digits(said: Said, cited: Cited) -> Iterator[Finding]:
    """Digits in which no amount or date is read, as in "a 7-for-1 split" or a close "at 27.30", must stand there."""
    facts: list[Amount | DateSpan] = [*said.amounts, *said.dates]
    taken = [(fact.start, fact.end) for fact in facts]
    index = cited.index
    known: set[str] | None = None
    for found in _DIGITS.finditer(said.text):
        if sum(map(str.isdigit, found.group())) < 2 or any(a < found.end() and found.start() < b for a, b in taken):
            continue
        if known is None:
            known = set(_RUN.findall(cited.folded)) | set(_RUN.findall(cited.folded.replace(",", "")))
        runs = set(_RUN.findall(found.group()))
        if runs <= known or "".join(_RUN.findall(found.group())) in known:
            continue
        about = (n for n in likely_sentences(said.text, index, 8) if is_about(said, n, index, words_too=False))
        if any(runs <= set(_RUN.findall(index.sentences[number - 1].text)) for number in about):
            continue
        yield find(
            Code.NUMBER_UNSUPPORTED,
            said.path,
            f"The cited sentences do not have the number {quoted(found.group())}.",
            said=said.text,
        )
        return


def _check_amount(
    said: Said, mine: Amount, pool: Sequence[Amount], cited: Cited, pairs: list[tuple[Amount, Amount]]
) -> Note | None:
    index = cited.index
    free = mine.unit is None or not _used_elsewhere(mine.unit, index)
    exact = [amount for amount in pool if same_size(mine.value, amount) and borne_out(mine, amount, any_noun=free)]
    if not exact and _known(said.text, mine):
        exact = [amount for amount in pool if amount.bound in _STRICT and not differences(mine, amount, bound=False)]
    if exact:
        closest = _closest(said, mine, exact, index)
        pairs.append((mine, closest))
        place = displaced_amount(said, mine, exact, pool, cited)
        if place is not None and is_told_apart(said, exact, place, cited):
            return told_apart(said, mine, place, index)
        if place is not None and not in_its_place(said, mine, exact, place, cited):
            return _misplaced(said, mine, place, index)
        return check_kept(said, mine, exact, cited) or _measures_other(said, mine, closest, pool, index)
    other_units = next((amount for amount in pool if _same_otherwise(mine, amount, said, cited)), None)
    if other_units is not None:
        place = displaced_amount(said, mine, [other_units], pool, cited)
        if place is not None:
            return _misplaced(said, mine, place, index)
        pairs.append((mine, other_units))
        return None
    text = said.text[mine.start : mine.end]
    if told_as_ratio(mine, said, cited) or told_as_period(mine, cited) or stands_bare(mine, text, cited):
        return None
    taken = {id(used) for _, used in pairs}
    rivals = [amount for amount in pool if amount.kind == mine.kind and id(amount) not in taken]
    if _standing_alone(text, cited) and not any(differences(mine, rival) == [] for rival in rivals):
        return None
    if not any(same_size(mine.value, amount) and amount.kind == mine.kind for amount in pool):
        exactly = asked_exactly(said.text, mine)
        elsewhere = None if exactly else _elsewhere(said, mine, rivals, index)
        if elsewhere is not None:
            place = displaced_amount(said, mine, [elsewhere], pool, cited)
            if place is not None:
                return _misplaced(said, mine, place, index)
            pairs.append((mine, elsewhere))
            return Supported(said.path, index.sentences_of((elsewhere.start, elsewhere.end)))
        rounded = [amount for amount in pool if borne_out(mine, amount)]
        if rounded and not exactly:
            pairs.append((mine, min(rounded, key=lambda amount: distance(mine, amount))))
            return None
    bounded = mine.bound != "exactly" and any(same_size(mine.value, rival) for rival in rivals)
    if (_own_count(mine, text) or _small_stands(mine, pool)) and not bounded and not is_measure(mine.unit):
        rivals = [rival for rival in rivals if _same_count(mine, rival)]
        if not rivals:
            return None
    if (bare := without_its_scale(mine, rivals, cited)) is not None:
        return told_bare(said, mine, bare, index)
    return _wrong_amount(said, mine, rivals, pool, cited)


def _same_otherwise(mine: Amount, theirs: Amount, said: Said, cited: Cited) -> bool:
    """Whether the article has the amount in other units, or one side leaves a currency off that stands beside it."""
    if not told_otherwise(mine, theirs):
        return False
    if {mine.kind, theirs.kind} != {"money", "quantity"}:
        return True
    codes = set(mine.currencies or theirs.currencies)
    if mine.kind == "quantity":
        return any(codes & set(amount.currencies) for amount in said.amounts)
    index = cited.index
    if "/" in index.text[theirs.start : theirs.end]:
        return True  # a share price in the old notation, "64-1/4"
    near = {around for number in index.sentences_of((theirs.start, theirs.end)) for around in (number, number - 1)}
    return any(codes & set(amount.currencies) for number in near if number > 0 for amount in index.amounts(number))


def _elsewhere(said: Said, mine: Amount, rivals: Sequence[Amount], index: Index) -> Amount | None:
    """The amount as it stands in an uncited sentence about the same."""
    return next(
        (
            amount
            for amount in index.amounts_by_value.get(abs(mine.value), ())[:_PLACES]
            if borne_out(mine, amount)
            and any(
                is_about(said, number, index, words_too=bool(rivals))
                for number in index.sentences_of((amount.start, amount.end))
            )
        ),
        None,
    )


def _closest(said: Said, mine: Amount, holders: Sequence[Amount], index: Index) -> Amount:
    """Of several amounts of one value that which stands among the same words as `mine`."""
    slot = said.slot(mine) if len(holders) > 1 else None
    if slot is None:
        return holders[0]
    places = index.slots_of(holders[:_PLACES])
    best = max(places, key=lambda place: likeness(slot, place), default=None)
    return best.fact if best is not None and isinstance(best.fact, Amount) else holders[0]


def _measures_other(said: Said, mine: Amount, theirs: Amount, pool: Sequence[Amount], index: Index) -> Finding | None:
    """The finding that the number is for each share or year on one side only, or measures profit for revenue."""
    slot = said.slot(mine)
    place = next(iter(index.slots_of([theirs])), None)
    if slot is None or place is None:
        return None
    alike = likeness(slot, place) >= _SAME_PLACE
    if (
        alike
        and theirs.bound in _STRICT
        and not _known(said.text, mine)
        and mine.bound == "exactly"
        and mine.high is None
        and theirs.high is None
        and not index.text[theirs.start : theirs.core[0]].lower().startswith("within")  # "in" may mean it too
    ):
        return _altered(Code.BOUND_ALTERED, "the bound", said, mine, (theirs.start, theirs.end), index)
    if alike and mine.kind == "quantity" and _other_thing(mine.unit, theirs.unit):
        return _altered(Code.UNIT_ALTERED, "the unit", said, mine, (theirs.start, theirs.end), index)
    lost = rate_lost(said.text, mine, slot, index.text, theirs, place)
    if lost and rate(said.text, mine.end) and (_rated_beside(theirs, index) or _of_one(lost, theirs, index)):
        lost = None
    own = governed(slot)
    turned = (
        own is not None
        and (other := governed(place)) is not None
        and own != other
        and not any(amount is not theirs and same_size(mine.value, amount) for amount in pool)
    )
    if not lost and not turned:
        return None
    start, end = theirs.start, theirs.end
    behind = index.text[end : end + _BEHIND].split("\n")[0]
    what = "what it measures" if turned else f"whether it is for each {lost}"
    if lost and rate(index.text, end):
        end += len(behind.rsplit(" ", 1)[0])
    return _altered(Code.UNIT_ALTERED, what, said, mine, (start, end), index)


def _known(text: str, mine: Amount) -> bool:
    """Whether the statement speaks of the amount as one that is known: "the rest of the $95 million", or as
    the most that it may be."""
    before = text[max(0, mine.start - _AHEAD) : mine.start].lower()
    return before.endswith("of the ") or _AT_THE_TOP.search(before) is not None


def _other_thing(mine: str | None, theirs: str | None) -> bool:
    """Whether what is counted is another thing, and no other word for the same."""
    if units_agree(mine, theirs) or mine is None or theirs is None:
        return False
    one, other = (words(unit)[-1].text for unit in (mine, theirs))
    return is_measure(mine) or is_measure(theirs) or one.lower() not in KINDS or different_things(one, other)


def _rated_beside(theirs: Amount, index: Index) -> bool:
    """Whether another amount of the sentence or of one just before, of like size and the same currency, is for each:
    "94 cents, against 88 cents a share", "earned 94 cents a share. Analysts had expected 88 cents"."""
    own = index.sentences_of((theirs.start, theirs.end))
    return any(
        amount.kind == "money"
        and amount is not theirs
        and (number in own or not theirs.currencies or not set(amount.currencies).isdisjoint(theirs.currencies))
        and rate(index.text, amount.end) is not None
        and max(abs(amount.value), abs(theirs.value)) <= _LIKE * min(abs(amount.value), abs(theirs.value))
        for number in range(max(1, own[0] - _RATED_BEFORE), own[-1] + 1)
        for amount in index.amounts(number)
    )


def _of_one(lost: str, theirs: Amount, index: Index) -> bool:
    """Whether a price is too low for anything but one share, of which its sentence speaks: "shares bought at 41.50"."""
    return (
        lost == "share"
        and abs(theirs.value) < _DEAREST
        and any(named_rate(index.stems(number), lost) for number in index.sentences_of((theirs.start, theirs.end)))
    )


def _altered(code: Code, what: str, said: Said, mine: Amount, place: Place, index: Index) -> Finding:
    text = said.text[mine.start : mine.end]
    return differing(code, said.path, text, index.article, place, said=said.text, what=what)


def _misplaced(said: Said, mine: Amount, theirs: Amount, index: Index) -> Finding:
    """The finding that the article has another amount in this place, though it has this one too."""
    text = said.text[mine.start : mine.end]
    return differing(Code.NUMBER_ALTERED, said.path, text, index.article, (theirs.start, theirs.end), said=said.text)


def _standing_alone(text: str, cited: Cited) -> bool:
    """Whether the very words stand in the cited sentences, though no amount like it was read there; also with the
    spaces that some tools leave inside numbers: "1. 3 billion", "$ 36, 000"."""
    if not any(character.isdigit() for character in text):
        return False
    if locate_cited(text, cited) is not None:
        return True
    mine = read_amount(text)
    mended = _SPACED.sub(r"\1", cited.folded)
    return (
        mine is not None and mended != cited.folded and any(borne_out(mine, amount) for amount in read_amounts(mended))
    )


def _same_count(mine: Amount, rival: Amount) -> bool:
    """Whether both count the same, or both are a part of something: "a third", "a quarter"."""
    if mine.unit is None and rival.unit is None:
        return 0 < abs(mine.value) < 1 and 0 < abs(rival.value) < 1
    return bool(mine.unit and rival.unit) and folded(str(mine.unit)) == folded(str(rival.unit))


def _own_count(amount: Amount, text: str) -> bool:
    return (
        amount.kind == "quantity" and abs(amount.value) <= _SMALL and not any(character.isdigit() for character in text)
    )


def _small_stands(amount: Amount, pool: Sequence[Amount]) -> bool:
    """Whether a small count in digits is one that the cited sentences have of something, or a pair."""
    if amount.kind != "quantity" or not 0 < abs(amount.value) <= _SMALL or amount.unit is None:
        return False
    return amount.value == _PAIR or any(other.kind == "quantity" and same_size(amount.value, other) for other in pool)


def _wrong_amount(said: Said, mine: Amount, rivals: Sequence[Amount], pool: Sequence[Amount], cited: Cited) -> Finding:
    index, numbers = cited.index, cited.numbers
    text = said.text[mine.start : mine.end]
    same_size = [amount for amount in pool if abs(amount.value) == abs(mine.value)]
    candidates = same_size or rivals
    if not candidates:
        return find(
            Code.NUMBER_UNSUPPORTED,
            said.path,
            f"The cited sentences do not have the number {quoted(text)}.",
            said=said.text,
        )
    theirs = min(candidates, key=lambda amount: distance(mine, amount))
    wrong = differences(mine, theirs)
    if same_size and index.text[theirs.start : theirs.end] in text and _compared_before(text, theirs, index):
        return find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"The article compares something with {quoted(index.text[theirs.start : theirs.end])}, the record with "
            f"{quoted(text)}.",
            said=said.text,
        )
    if leaves_unit_out(text, mine, pool, numbers, index):
        return find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"The article has the number of {quoted(text)} without what it counts.",
            said=said.text,
        )
    code = wrong[0].code if wrong else Code.BOUND_ALTERED
    what = wrong[0].what if wrong else "the bound"
    return differing(code, said.path, text, index.article, (theirs.start, theirs.end), said=said.text, what=what)


def _compared_before(text: str, theirs: Amount, index: Index) -> bool:
    """Whether the word that compares before an amount ("higher than around $600 million") stands in the article right
    behind the amount that it has, or in the sentence after."""
    ahead = text.partition(index.text[theirs.start : theirs.end])[0].split()[:1]
    number = index.sentences_of((theirs.start, theirs.end))[-1]
    following = range(number, min(number + 1, len(index.sentences)) + 1)
    return bool(ahead) and any(
        word.low == ahead[0].lower() and word.start >= theirs.end for near in following for word in index.words(near)
    )


@of_name
def _used_elsewhere(unit: str, index: Index) -> bool:
    """Whether the article has the counted noun as a word, and so calls something else by it."""
    return any(index.has(word) for word in content(words(unit))[-1:])
