"""Which number or date of the article stands where a statement has put another one of the article's.

Two readings are asked: the words right before and behind (`slots`), and what the sentence says of each of its numbers
in other words and in another order (`fact_labels`, `misplaced`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from summarizer.text.dates import DateSpan
from summarizer.text.folding import folded
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import borne_out, is_measure, told_otherwise, units_agree
from summarizer.verifier.date_labels import labels, same_grain
from summarizer.verifier.fact_labels import Label
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.measured import rate
from summarizer.verifier.misplaced import at_home, misplaced, unmarked
from summarizer.verifier.names import akin
from summarizer.verifier.said import Said, is_about
from summarizer.verifier.set_right import sets_right
from summarizer.verifier.slots import likeness, usurped
from summarizer.verifier.wording import stems_of

F = TypeVar("F", Amount, DateSpan)

_PLACES = 64
"""Places of one value, and other numbers, that are compared."""
_SMALL = 12
"""Bare numbers up to here may be a part of any number, or count nothing that is told."""
_FEW = 3
"""Cited sentences up to which a number of one is held against those of the others."""
_IN_ALL = 1000
"""How many times a price for each a sum must be to be no such price, but one in all."""
_ELIDED = 1000
"""Numbers from here on may be money whose currency stands at another amount."""


_WORD = pattern(r"[^\W\d_]+")
_CLAUSE_END = pattern(r"[,.;:\d]")
_BEHIND = 3
"""Words behind an amount that tell it from another one of the same subject: "for nine months"."""
_LONGEST_RUN = 60
"""Characters from an amount to the next one with which it is compared as one run of words."""
_COMPARED = pattern(r"\son\s")
_ADDED = pattern(r"\s(?:at|during|for|in|on|over|through)\s[^,.;:\d]{1,40}?,?\s(?:and|but)\s")
"""Between two amounts of one subject and verb: "was 5 in the quarter and 9 in the half"."""
_PART_OF = pattern(r"\s(?:out\s)?of\s(?:(?:all|its|our|the|their|those)\s)?")
_OF_WHICH = pattern(r"\bof\s(?:which|whom|them|these|those)\W*\Z", re.IGNORECASE)


def in_its_place(said: Said, mine: Amount, held: Sequence[Amount], rival: Amount, cited: Cited) -> bool:
    """Whether an amount stands where the article has it, though another one stands in like words.

    So it is where it and the next amount of the statement are copied in one run ("81 cents against 54 cents"), and
    where it is the second of two that are compared at once: "profit of 7 million on sales of 88 million, against 6
    million on 79 million". So are the second of two with one verb, told by the same words behind it ("for the nine
    months"), the part of a whole ("19 of the 26"), and in a transcript what a speaker sets right at once.
    """
    for other in said.amounts:
        low, high = sorted((mine, other), key=lambda amount: amount.start)
        if low is not high and low.end < high.start <= low.end + _LONGEST_RUN:
            run = folded(said.text[low.start : high.end])
            if f" {run} " in f" {cited.folded} ".replace("\n", " "):
                return True
    text = cited.index.text
    if _SET_ASIDE.search(text, max(0, rival.start - _NEAR), rival.start) is not None or _in_order(
        said, mine, held, cited
    ):
        return True
    if _closes_its_clause(said, mine, held, rival, cited.index):
        return True
    if _respectively(said, held, cited) or _among_its_words(said, mine, held, rival, cited.index):
        return True
    return any(
        _COMPARED.fullmatch(text, rival.end, amount.start) is not None
        or (
            _ADDED.fullmatch(text, rival.end, amount.start) is not None
            and _goes_on(said.text, mine.end) == _goes_on(text, amount.end) != _goes_on(text, rival.end)
            and _goes_on(text, amount.end)
        )
        or sets_right(rival, amount, cited.index)
        for amount in held
        if rival.end < amount.start
    ) or any(
        _PART_OF.fullmatch(text, amount.end, rival.start) is not None
        and _OF_WHICH.search(said.text, max(0, mine.start - _LONGEST_RUN), mine.start) is not None
        for amount in held
        if amount.end < rival.start
    )


_SET_ASIDE = pattern(r"\bnot\s(?:about\s|just\s|the\s)?\Z")
"""Before a number that is named only to put another one in its place: "not 25 times, but 13 times"."""
_NEAR = 16
_ROW = 3
"""Amounts that stand in the article one behind the other as they do in the statement, to be no exchange."""
_EACH = pattern(r"\brespective(?:ly)?\b", re.IGNORECASE)


def _in_order(said: Said, mine: Amount, held: Sequence[Amount], cited: Cited) -> bool:
    """Whether three amounts of the statement, `mine` among them, stand so in a row in the cited sentences."""
    own = list(said.amounts)
    at = next((at for at, amount in enumerate(own) if amount is mine), None)
    if at is None or len(own) < _ROW:
        return False
    told = sorted(cited.each(cited.index.amounts), key=lambda amount: amount.start)
    for there, other in enumerate(told):
        if all(other is not holder for holder in held):
            continue
        for first in range(max(0, at - _ROW + 1), min(at, len(own) - _ROW) + 1):
            begin = there - (at - first)
            row = told[begin : begin + _ROW] if begin >= 0 else []
            if len(row) == _ROW and all(map(_same, own[first : first + _ROW], row)):
                return True
    return False


_LIKE_ITS_OWN, _CLEARLY = 8.0, 4.0
"""Likeness of the words around an amount to those around it in the article, and by how much it exceeds the rival's."""


def _among_its_words(said: Said, mine: Amount, held: Sequence[Amount], rival: Amount, index: Index) -> bool:
    """Whether the words around the amount are nearly all those around it in the article."""
    slot = said.slot(mine)
    if slot is None:
        return False
    own = max((likeness(slot, place) for place in index.slots_of(held[:_PLACES])), default=0.0)
    other = max((likeness(slot, place) for place in index.slots_of([rival])), default=0.0)
    return own >= _LIKE_ITS_OWN and own - other >= _CLEARLY


def _closes_its_clause(said: Said, mine: Amount, held: Sequence[Amount], rival: Amount, index: Index) -> bool:
    """Whether the amount ends a clause of the article that the statement has whole, behind the clause of the rival,
    from which the statement fills in what this one leaves out: "sees profit of 4; analysts had pencilled in 6"."""
    stems = stems_of(said.text[: mine.start])
    for holder in held:
        number = index.sentences_of((holder.start, holder.end))[0]
        sentence = index.sentences[number - 1]
        if not sentence.start <= rival.start < holder.start or not _ENDS.match(index.text, holder.end):
            continue
        breaks = [one.end() for one in _CLAUSE_BEGINS.finditer(index.text, rival.end, holder.start)]
        if not breaks:
            continue
        own = stems_of(index.text[breaks[-1] : holder.start])
        theirs = stems_of(index.text[sentence.start : rival.start])
        if len(own) >= _WHOLE and own <= stems and not theirs <= stems:
            return True
    return False


_ENDS = pattern(r"[.;](?:\s|\Z)|,\s")
_CLAUSE_BEGINS = pattern(r";\s|,?\s(?:but|whereas|while)\s|,\sand\s", re.IGNORECASE)
_WHOLE = 2
"""Telling words of a clause, its verb among them, that the statement must have."""


def _respectively(said: Said, held: Sequence[Amount], cited: Cited) -> bool:
    """Whether the article gives several amounts to several names in their order, and the statement names the one whose
    amount it has: "Tarn and Lund grew 3% and 5%, respectively"."""
    index = cited.index
    for holder in held:
        number = index.sentences_of((holder.start, holder.end))[0]
        sentence = index.sentences[number - 1]
        if _EACH.search(sentence.text) is None:
            continue
        amounts = [amount for amount in index.amounts(number) if amount.kind == holder.kind]
        names = [name for name in index.names_of(number) if name.end <= amounts[0].start]
        at = next((at for at, amount in enumerate(amounts) if amount.start == holder.start), len(names))
        if len(names) == len(amounts) > 1 and any(akin(name.text, names[at].text, index) for name in said.names):
            return True
    return False


def _goes_on(text: str, end: int) -> list[str]:
    """The three words behind an amount, where there are as many in its clause."""
    behind = _WORD.findall(_CLAUSE_END.split(text[end : end + _LONGEST_RUN])[0])[:3]
    return behind if len(behind) == _BEHIND else []


def displaced_amount(
    said: Said, mine: Amount, holders: Sequence[Amount], pool: Sequence[Amount], cited: Cited
) -> Amount | None:
    """The amount of the cited sentences in whose place the statement has put `mine`, which stands at `holders`."""
    index = cited.index
    per = rate(said.text, mine.end)
    kept = per is not None and any(rate(index.text, holder.end) == per for holder in holders)
    contrary = (
        amount
        for amount in pool
        if _exchangeable(mine, amount)
        and not _same(mine, amount)
        and not (kept and abs(amount.value) > _IN_ALL * abs(mine.value) and rate(index.text, amount.end) != per)
    )
    rivals = list(islice(contrary, _PLACES))
    slot = said.slot(mine) if rivals else None
    if slot is None:
        return None
    wider: list[Amount] | None = None
    others = [other for other in said.slots if other is not slot]
    places = index.slots_of(rivals)
    found = usurped(slot, index.slots_of(holders[:_PLACES]), places, others)
    if found is not None:
        wider = _everywhere(said, mine, index)
        found = usurped(slot, index.slots_of([*holders, *wider]), places, others)
    own = said.labels.get(id(mine))
    if own is None or (mine.kind == "quantity" and mine.unit is None and abs(mine.value) <= _SMALL):
        return found.fact if found is not None and isinstance(found.fact, Amount) else None
    if found is not None:
        home = _labels_of([*holders, *(wider or ())], index, index.amount_labels)
        taken = _labels_of([found.fact], index, index.amount_labels)
        if taken and at_home(own, home, taken[0]):
            found = None
        return found.fact if found is not None and isinstance(found.fact, Amount) else None
    against = _labels_of(rivals, index, index.amount_labels)
    home = _labels_of(_everywhere(said, mine, index) or holders, index, index.amount_labels)
    if not home or not against:
        return None
    told = [label for number in cited.numbers for label in index.amount_labels(number)]
    beside = [
        (label, place)
        for amount in said.amounts
        if amount is not mine and (label := said.labels.get(id(amount))) is not None
        for place in told
        if isinstance(place.fact, Amount) and _same(amount, place.fact)
    ]
    misled = misplaced(own, home, against, beside, index, said.strange(cited.stems), far=len(cited.numbers) <= _FEW)
    if misled is None and not said.dates:
        clause = said.clause
        misled = unmarked(own, home, against, index, soft=clause.soft, moves=bool(clause.directions))
    return misled.fact if misled is not None and isinstance(misled.fact, Amount) else None


def displaced_date(
    said: Said, mine: DateSpan, holders: Sequence[DateSpan], rivals: Sequence[DateSpan], cited: Cited
) -> DateSpan | None:
    """The date of the cited sentences in whose place the statement has put `mine`."""
    index = cited.index
    slot = said.slot(mine) if rivals else None
    if slot is None:
        return None
    others = [other for other in said.slots if other is not slot]
    found = usurped(slot, index.slots_of(holders[:_PLACES]), index.slots_of(rivals[:_PLACES]), others)
    own = said.labels.get(id(mine))
    if found is not None:
        home = _labels_of(holders[:_PLACES], index, index.date_labels)
        taken = _labels_of([found.fact], index, index.date_labels)
        if own is not None and taken and at_home(own, home, taken[0]):
            return None
        return found.fact if isinstance(found.fact, DateSpan) else None
    if own is None:
        return None
    named = labels(said.text[mine.start : mine.end])
    alike = [span for span in rivals[:_PLACES] if same_grain(named, labels(index.text[span.start : span.end]))]
    against = _labels_of(alike, index, index.date_labels)
    home = _labels_of(holders[:_PLACES], index, index.date_labels)
    if not home or not against:
        return None
    told = [label for number in cited.numbers for label in index.date_labels(number)]
    beside = [
        (label, place)
        for date in said.dates
        if date is not mine and (label := said.labels.get(id(date))) is not None
        for place in told
        if isinstance(place.fact, DateSpan) and (place.fact.earliest, place.fact.latest) == (date.earliest, date.latest)
    ]
    misled = misplaced(own, home, against, beside, index, said.strange(cited.stems), far=len(cited.numbers) <= _FEW)
    return misled.fact if misled is not None and isinstance(misled.fact, DateSpan) else None


def _same(mine: Amount, theirs: Amount) -> bool:
    return borne_out(mine, theirs) or told_otherwise(mine, theirs)


def _everywhere(said: Said, mine: Amount, index: Index) -> list[Amount]:
    """The number as it stands anywhere in the article where the same is spoken of."""
    return [
        amount
        for amount in index.amounts_by_value.get(abs(mine.value), ())[:_PLACES]
        if borne_out(mine, amount)
        and any(
            is_about(said, number, index, words_too=True) for number in index.sentences_of((amount.start, amount.end))
        )
    ]


def _labels_of(facts: Iterable[Amount | DateSpan], index: Index, read: Callable[[int], Sequence[Label]]) -> list[Label]:
    """What the article says of these facts, each once."""
    found: dict[int, Label] = {}
    for fact in facts:
        for number in index.sentences_of((fact.start, fact.end)):
            found.update((label.fact.start, label) for label in read(number) if label.fact.start == fact.start)
    return list(found.values())


def _exchangeable(mine: Amount, theirs: Amount) -> bool:
    """Whether one may stand for the other: both of a kind, or money of which one side leaves the currency off."""
    if mine.kind == theirs.kind:
        if mine.kind != "quantity" or (mine.unit is None and theirs.unit is None):
            return True
        if mine.unit is None or theirs.unit is None:
            bare, unit = (mine, theirs.unit) if mine.unit is None else (theirs, mine.unit)
            return abs(bare.value) >= _ELIDED or not is_measure(unit)
        return units_agree(mine.unit, theirs.unit) or not (is_measure(mine.unit) or is_measure(theirs.unit))
    bare = mine if mine.kind == "quantity" else theirs
    return {mine.kind, theirs.kind} == {"money", "quantity"} and bare.unit is None and abs(bare.value) >= _ELIDED
