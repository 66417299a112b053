"""Which numbers of a claim are plainly quantities; each sentence has its number between braces."""

from __future__ import annotations

import pytest

from summarizer.mapping.quantities import is_counted_noun, is_quantity


def quantity(marked: str) -> bool:
    """`is_quantity` of the number between the brackets."""
    start, end = marked.index("{"), marked.index("}") - 1
    return is_quantity(marked.replace("{", "").replace("}", ""), start, end)


@pytest.mark.parametrize(
    "marked",
    [
        "It employs {about 3,100 people} and had sales of $4 million.",
        "Some of Orrin's {2,150 jobs} would go.",
        "It may lay off {between 40 and 45 people}.",
        "{Six hundred workers} at the mill were laid off.",
        "It ships {9 million tonnes} by 2035.",
        "Its debt is {2.9 times} earnings.",
        "{About a third} of its mills run.",
        "Budgets fell by {a quarter}.",
        "The base will reach {244 million} in 2031.",
        "Revenue fell {4%}.",
        "It cost {$4}.",
        "Growth was {4% to 12%}.",
        "It will hire {ten engineers} and raised pay.",
        "It has {2 million daily users}.",
        "The cost will {exceed $4 million}.",
    ],
)
def test_a_sum_a_share_or_what_is_counted_is_a_quantity(marked: str) -> None:
    assert quantity(marked)


@pytest.mark.parametrize(
    "marked",
    [
        # What a number only names.
        "Orrin waits for the Orvane {8 rumours} to end.",
        "It fits the {737 jets} that Lund flies.",
        "{787 orders} have been slow.",
        "It is in phase {3 trials}.",
        "It lets {30,000 number plates}.",
        # Scales, votes, ratios, rates and their bases.
        "Scores run from 1 to {100}.",
        "The council voted 14 to {9}.",
        "The screen is 18.5:{9}.",
        "Its rating is {4.1} / 5.",
        "It fell to two deaths per {1,000 patients}.",
        "There were {3 deaths} per 1,000 patients.",
        "One in {five mills} is shut.",
        "Viewers aged 25 to {54} liked it.",
        # Places and bare numbers.
        "It is among the top {10 banks}.",
        "The krona strengthened to {10.87} in Malmö.",
        "It sells to {2,000} of them.",
        "It has {4,700} U.S. shops.",
        # Verbs, not nouns that are counted.
        "The ratio of {60.88 implies} that it can pay.",
        "The {1.6 easily beats} the old engine.",
        "It spoke to {20 former crew} members.",
        "It runs a {60,000 subscriber cable systems} unit.",
        "It flies {five-times} a week.",
        "It sells those {529 college savings} plans.",
        "It lent {1.3 billion Brunei dlrs} to the mill.",
        "In its profile of Orrin in {2013 dyers} spoke up.",
        "It is one of the {100 largest mills} there.",
        # Bounds that the words before turn.
        "It does not expect the cost to {exceed $4 million}.",
        "It runs trains {over about 2,000 miles} of track.",
        # Two things, with one number.
        "It helps {1,900 hospitals} and care homes plan shifts.",
        "They had {31 strokes}, deaths or falls.",
        # Signs, ranges that are moves, and parts that are things.
        "Orrin (ORR, - {0.4%}) slipped.",
        "The result went from - {$4 million} to $1 million.",
        "It moved {$25 a share to $215}.",
        "Sales of 205 to {210 million} are likely.",
        "Its takings are {up to $4 million} a year.",
        "It lost the crucial {half} of the match.",
    ],
)
def test_nothing_else_is(marked: str) -> None:
    assert not quantity(marked)


def test_units_of_measure_are_not_what_a_number_measures() -> None:
    nouns = ("jobs", "people", "shares", "tonnes", "months", "times", "square feet", "member")
    assert [is_counted_noun(noun) for noun in nouns] == [True, True, True, False, False, False, False, False]
