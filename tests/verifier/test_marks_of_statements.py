"""Statements of careful readers that were marked as altered, each beside a wrong one that still is."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code
from tests.verifier.makers import claim

FIRST = "Nothing else happened on Monday.\n"
TWO = "Moe Bank called off its merger with Vesle Bank.\n"

CASES: list[tuple[str, str, dict[str, Any], bool]] = [
    # What a word negates that stands behind a verb's ending, and what is only spoken of
    ("negation_altered", "We have tested pumps in Torvik four times. He hasn’t done it once, Runa Lie said.",
     claim("Olav Moe hasn’t tested pumps in Torvik once", 2, 3, certainty="denied", claimant="Runa Lie"), False),
    ("negation_altered", "We have tested pumps in Torvik four times. He was there once, Runa Lie said.",
     claim("Runa Lie hasn’t tested pumps in Torvik", 2, 3, certainty="denied", claimant="Runa Lie"), True),
    ("negation_altered", "She disputed a report in the Torvik Courier that the lenders had fallen out.\nThe paper had "
     "asked three people.",
     claim("The Torvik Courier asked three people for its report", 2, 3), False),
    ("negation_altered", "She disputed a report in the Torvik Courier that the lenders had fallen out over jobs.",
     claim("The lenders had fallen out over jobs", 2), True),
    ("negation_altered", "Sigrid Aune denied that the two banks had quarrelled over jobs, as a paper said, citing "
     "people at the table.",
     claim("The two banks had quarrelled over jobs", 2, claimant="people at the table", kind="allegation"), False),
    ("negation_altered", "Sigrid Aune denied that the two banks had quarrelled over jobs, as a paper said, citing "
     "people at the table.",
     claim("The two banks had quarrelled over jobs", 2, claimant="Sigrid Aune", kind="fact"), True),
    ("negation_altered", "She would not be drawn on a report in the Torvik Courier that Moe Bank had proposed a union.",
     claim("Moe Bank had proposed a union", 2, claimant="Torvik Courier"), False),
    ("negation_altered", "She would not be drawn on a report in the Torvik Courier that Moe Bank had proposed a union.",
     claim("Moe Bank had proposed a union", 2), True),
    # Results and the numbers that are theirs
    ("direction_altered", "It is worth twice its revenue. That was £39m last season, and the loss was £17m.",
     claim("Its revenue was £39m last season", 2, 3), False),
    ("number_altered", "It is worth little. Its loss was £39m last season, and the revenue was £17m.",
     claim("Its revenue was £39m last season", 2, 3), True),
    ("direction_altered", "Orsund lost £6m last year on revenue of £9m, up from £5m in 2023.",
     claim("Orsund’s turnover climbed to £9m from £5m, and it made a loss of £6m.", 2), False),
    ("direction_altered", "Orsund lost £6m last year on revenue of £9m.",
     claim("Orsund made a profit of £6m last year on revenue of £9m.", 2), True),
    ("direction_altered", "Orsund shares, which had gained a fifth, pared their gains to stand 8% higher at 40.",
     claim("Orsund shares pared their gains to stand 8% higher at 40.", 2), False),
    # How certain it is
    ("certainty_altered", "Runa Lie does not expect sales to grow before 2031. Olav Moe thinks that is too gloomy.",
     claim("Runa Lie’s view that sales will not grow before 2031 is too gloomy", 2, 3, claimant="Olav Moe",
           kind="opinion"), False),
    ("certainty_altered", "Runa Lie expects sales of flour to grow before 2031.",
     claim("Sales of flour will grow before 2031", 2), True),
    ("certainty_altered", "Lie Research alleged that Orsund had booked pumps as sold that sat in a shed.",
     claim("Orsund had booked pumps as sold that sat in a shed", 2, claimant="Lie Research", kind="allegation"), False),
    ("certainty_altered", "Lie Research alleged that Orsund had booked pumps as sold that sat in a shed.",
     claim("Orsund had booked pumps as sold that sat in a shed", 2), True),
    # Numbers that are filled in from the clause before
    ("number_altered", "It now expects full-year profit of between £41m and £44m; analysts had pencilled in £58m.",
     claim("Analysts had pencilled in full-year profit of £58m.", 2), False),
    ("number_altered", "It now expects full-year profit of between £41m and £44m; analysts had pencilled in £58m.",
     claim("It now expects full-year profit of £58m.", 2), True),
    ("number_altered", "Net profit rose 14% to $34 million in the March quarter, while total income stood at $210 "
     "million.", claim("Total income stood at $210 million in the March quarter", 2), False),
    ("number_altered", "Net profit rose 14% to $34 million in the March quarter, while total income stood at $210 "
     "million.", claim("Net profit rose to $210 million in the March quarter", 2), True),
    ("number_altered", "Orsund will spend $9 million over six years and close no mill for at least five.",
     claim("Orsund will close no mill for a minimum of five years", 2), False),
    ("number_altered", "Orsund will spend $9 million over six years and close no mill for at least five.",
     claim("Orsund will close no mill for a minimum of four years", 2), True),
    ("unit_altered", "Earnings were $1.19 a share. Analysts were looking for 98 cents.",
     claim("Analysts were looking for 98 cents a share.", 2, 3), False),
    ("unit_altered", "Earnings were $1.19 a share. The fine was $3 million.",
     claim("The fine was $3 million a share.", 2, 3), True),
    # Dates
    ("date_altered", "A company that few had heard of a year ago will run boats to Hesta and Ronay for the next four "
     "years.", claim("A company will run boats to Hesta and Ronay for the next four years", 2), False),
    ("date_altered", "Job guarantees run only until mid-2031. After that we are a line in a table.",
     claim("After mid-2031, they are a line in a table", 2, 3), False),
    ("date_altered", "Job guarantees run only until mid-2031. Before that we are a line in a table.",
     claim("After mid-2031, they are a line in a table", 2, 3), True),
    ("date_altered", "The film is the first under the pact, announced Wednesday night, with the spring release of it.",
     claim("The film under the pact is due out in spring", 2), False),
    ("date_altered", "The film is the first under the pact, announced Wednesday night.",
     claim("The film under the pact was announced Tuesday night", 2), True),
    # Whose place a name takes
    ("name_altered", "The council voted to award the contract to Bolt A/S. Bolt will run the boats to Hesta and Ronay.",
     claim("The council voted to award the contract for the boats to Hesta and Ronay to Bolt A/S.", 2, 3), False),
    ("name_altered", "Orsund AS will buy Vesle Tiles.\nThe purchase is conditional on approval by the Torvik Council "
     "and is expected to be completed in May.",
     claim("The purchase of Vesle Tiles by Orsund AS is expected to be completed in May.", 2, 3), False),
    ("role_altered", "Moe & Sons to sell stake to Lund Capital\nThe sale is expected to close by May.",
     claim("The sale of the Moe & Sons stake to Lund Capital is expected to close by May", 2, 3), False),
    # Who denies
    ("claimant_altered", "Lie Watch, a club of anglers, has alleged that Moe Port paid village heads.\nMoe Port denied "
     "having made any such payments.",
     claim("Moe Port denied having paid village heads", 2, 3, claimant="Moe Port", kind="denial", certainty="denied"),
     False),
    ("claimant_altered", "Lie Watch, a club of anglers, has alleged that Moe Port paid village heads.",
     claim("Moe Port paid village heads", 2, claimant="Moe Port", kind="allegation"), True),
    ("kind_altered", "Orsund disclaims any duty to update them.",
     claim("Orsund disclaims any duty to update them", 2, claimant="Orsund", kind="denial", certainty="denied"), False),
    ("kind_altered", "Orsund has a duty to update them.",
     claim("Orsund has a duty to update them", 2, claimant="Orsund", kind="denial", certainty="denied"), True),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "record", "altered"), CASES)
def test_a_statement_is_altered_only_where_it_says_something_else(
    check: Any, faults: Any, code: str, text: str, record: dict[str, Any], altered: bool
) -> None:
    found = faults(check("claims", record, article=f"{FIRST}{text}\n"))
    assert (Code(code) in found) is altered
