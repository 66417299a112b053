"""A claim's figures: each must belong to what the claim states, and measure what the article has it measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.fields import Figure
from summarizer.records import Claim
from summarizer.text.numbers import Amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.verifier import doubts
from summarizer.verifier.amounts import borne_out, same_size, units_agree
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.measured import kinds, kinds_named
from summarizer.verifier.notes import Note, find
from summarizer.verifier.said import compared
from summarizer.verifier.slots import Slot
from summarizer.verifier.wording import stems_of


def check_figures(case: Case) -> Iterator[Note]:
    """Every figure: in the statement or in the sentences cited for it, and of the thing that `measures` names."""
    claim = case.record
    assert isinstance(claim, Claim)  # noqa: S101
    if not claim.figures:
        return
    for nth, figure in enumerate(claim.figures):
        path = f"figures[{nth}]"
        places = case.places.get(path, ())
        said = case.cited.amount(figure.text)
        if said is None or not places:
            continue
        period = case.places.get(f"{path}.period", ())
        if len(places) == 1 and len(period) == 1 and _is_compared(places[0], period[0], case.index):
            yield find(
                Code.JUDGEMENT_UNPROVEN,
                f"{path}.period",
                f"{quoted(figure.period.text if figure.period else None)} may be the period of the figure that "
                f"{quoted(figure.text)} is compared with.",
                said=figure.period.text if figure.period else None,
            )
        strange = _strange(said, places, case)
        if strange is not None:
            yield find(
                Code.NUMBER_ALTERED,
                path,
                f"The claim speaks of {quoted(claim.statement[strange.start : strange.end])}; {quoted(figure.text)} "
                "stands in another sentence than those cited.",
                said=figure.text,
                article=case.index.article,
                place=places[0],
            )
        elif figure.measures is not None:
            yield from _other_measure(figure, path, places, case)
            yield from _doubtful_measure(figure, path, places[0], case)


def _doubtful_measure(figure: Figure, path: str, place: Place, case: Case) -> Iterator[Note]:
    """A finding where the words at the figure leave open that it measures what the record says."""
    index = case.index
    amounts = (amount for number in index.sentences_of(place) for amount in index.amounts(number))
    source = next((amount for amount in amounts if amount.start < place[1] and place[0] < amount.end), None)
    if source is None:
        return
    why = doubts.of_measure(figure.text, str(figure.measures), source, index)
    if why is not None:
        yield find(
            Code.JUDGEMENT_UNPROVEN,
            f"{path}.measures",
            why,
            said=figure.measures,
            article=index.article,
            place=(source.start, source.end),
        )


_AGAINST = pattern(r"\b(?:against|compared\s(?:to|with)|from|than|versus|vs\.?)\s", re.IGNORECASE)


def _is_compared(figure: Place, period: Place, index: Index) -> bool:
    """Whether a comparison parts a figure from its period, with another figure of its kind on the period's side:
    "6.2% in August from 6.9% in July"."""
    numbers = index.sentences_of(figure)
    if numbers != index.sentences_of(period):
        return False
    amounts = [amount for number in numbers for amount in index.amounts(number)]
    own = next((amount for amount in amounts if amount.start < figure[1] and figure[0] < amount.end), None)
    if own is None:
        return False
    low, high = sorted((figure, period))
    cue = _AGAINST.search(index.text, low[1], high[0])
    if cue is None:
        return False
    others = [amount for amount in amounts if amount is not own and amount.kind == own.kind]
    if low == figure:
        return any(cue.end() <= amount.start and amount.end <= high[0] for amount in others)
    return any(amount.end <= cue.start() for amount in others) and len(index.text[cue.end() : high[0]].split()) <= _FEW


_FEW = 4
"""Words between "from" and the figure that is compared with: "from a profit of"."""


def _same(said: Amount, amount: Amount) -> bool:
    return same_size(said.value, amount) or borne_out(said, amount)


def _strange(said: Amount, places: Sequence[Place], case: Case) -> Amount | None:
    """An amount of the statement that no figure gives, in whose stead this one is, though no cited sentence has it."""
    claim = case.record
    assert isinstance(claim, Claim)  # noqa: S101
    cited = set(claim.evidence)
    if not cited or any(number in cited for place in places for number in case.index.sentences_of(place)):
        return None
    stated = [
        amount
        for amount in read_amounts(compared(claim.statement))
        if amount.kind != "quantity" or amount.unit is not None
    ]
    if any(amount.kind == said.kind and _same(said, amount) for amount in stated):
        return None
    given = [one for figure in claim.figures if (one := case.cited.amount(figure.text)) is not None]
    left = [amount for amount in stated if not any(one.kind == amount.kind and _same(one, amount) for one in given)]
    alike = (
        amount
        for amount in left
        if amount.kind == said.kind and (said.kind != "quantity" or (said.unit and units_agree(said.unit, amount.unit)))
    )
    return next(alike, None)


def _other_measure(figure: Figure, path: str, places: Sequence[Place], case: Case) -> Iterator[Note]:
    """The article must not have the figure measure one thing, and another amount what the record says it does."""
    index = case.index
    if len(places) == 1 and not _has_two_alike(index.sentences_of(places[0]), index):
        return
    wanted = kinds_named(sorted(stems_of(str(figure.measures))))
    if not wanted:
        return
    for place in places:
        slots = [slot for number in index.sentences_of(place) for slot in index.slots(number)]
        own = next((slot for slot in slots if _holds(slot, place)), None)
        if own is None or not isinstance(own.fact, Amount) or not kinds(own) or kinds(own) & wanted:
            return
        amount = own.fact
        for slot in slots:
            if (
                slot is not own
                and isinstance(slot.fact, Amount)
                and slot.fact.kind == amount.kind
                and kinds(slot) & wanted
            ):
                yield find(
                    Code.UNIT_ALTERED,
                    f"{path}.measures",
                    f"The article gives {quoted(index.text[slot.fact.start : slot.fact.end])} for "
                    f"{quoted(figure.measures)}, and {quoted(figure.text)} for something else.",
                    said=figure.measures,
                    article=index.article,
                    place=(slot.fact.start, slot.fact.end),
                )
                return


def _has_two_alike(numbers: Sequence[int], index: Index) -> bool:
    """Whether two amounts of one kind stand in these sentences."""
    seen = [amount.kind for number in numbers for amount in index.amounts(number)]
    return len(seen) > len(set(seen))


def _holds(slot: Slot, place: Place) -> bool:
    return slot.fact.start <= place[0] and place[1] <= slot.fact.end
