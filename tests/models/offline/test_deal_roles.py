"""Who is on which side, and what is no deal: buyers and sellers are not exchanged, and no deal is told that is none."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd"


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def told(text: str) -> list[tuple[str, dict[str, str]]]:
    """The kind of each deal, and the roles of its parties."""
    return [
        (deal["kind"], {party["name"].rstrip("."): party["role"] for party in deal["parties"]}) for deal in deals(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The board of {0} has urged shareholders to accept a $310 million offer for its mill from {1}.",
        "{0} members will vote on a $70 million offer for its mill from {1}.",
        "{0} rejected an offer for its mill from {1} worth $30 million.",
        "{0} received a $30 million bid for its mill from the Danish group {1}.",
        "{0} is weighing a $30 million bid for its mill from {1}.",
    ],
)
def test_an_offer_from_somebody_is_his_and_not_of_who_judges_it(text: str) -> None:
    assert told(text.format(LUND, TARN)) == [("acquisition", {TARN: "acquirer", LUND: "seller"})]


def test_an_offer_that_the_subject_makes_is_its_own() -> None:
    assert told(f"{LUND} made a $30 million offer for the mill of {ORRIN}.") == [
        ("acquisition", {LUND: "acquirer", ORRIN: "seller"})
    ]
    assert told(f"{LUND} launched a $30 million offer for {ORRIN} from its base in Oslo.") == [
        ("acquisition", {LUND: "acquirer", ORRIN: "target"})
    ]


def test_a_body_called_by_its_members_sells() -> None:
    text = "Orvane Foods agreed to buy the cheese business of Tolland Farmers' Co-operative for $40 million."
    assert told(text) == [
        ("acquisition", {"Orvane Foods": "acquirer", "Tolland Farmers' Co-operative": "seller"}),
    ]


def test_a_stake_of_somebody_is_his_in_another() -> None:
    assert told(f"{TARN} bought {LUND}'s 20% stake for $30 million.") == [
        ("investment", {TARN: "investor", LUND: "seller"})
    ]
    assert told(f"{TARN} bought {LUND}'s 20% stake in {ORRIN} for $30 million.") == [
        ("investment", {TARN: "investor", ORRIN: "investee", LUND: "seller"})
    ]
    assert told(f"{TARN} agreed to buy all of {LUND}'s shares.") == [
        ("acquisition", {TARN: "acquirer", LUND: "target"})
    ]


def test_a_company_that_buys_its_own_shares_back_makes_no_deal() -> None:
    assert deals(f"{TARN} bought back {LUND}'s 20% stake for $30 million.") == []
    assert told(f"{TARN} bought back its mill from {LUND} for $30 million.") == [
        ("acquisition", {TARN: "acquirer", LUND: "seller"})
    ]


def test_who_advises_on_a_purchase_does_not_make_it() -> None:
    text = f"Kord Bank advised {TARN} on its purchase of {LUND}."
    assert told(text) == [("acquisition", {TARN: "acquirer", LUND: "target", "Kord Bank": "adviser"})]


def test_it_in_a_clause_about_the_seller_is_what_was_sold() -> None:
    text = f"{TARN} bought {LUND} from {ORRIN}, which had acquired it from Kord Bank in 2015."
    assert told(text) == [
        ("acquisition", {TARN: "acquirer", LUND: "target", ORRIN: "seller"}),
        ("acquisition", {ORRIN: "acquirer", LUND: "target", "Kord Bank": "seller"}),
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "as part of a plan to win share from {2}",
        "to regain share from {2}",
        "in response to {2}'s purchase of a mill from Kord Bank",
    ],
)
def test_who_is_named_behind_a_purpose_sells_nothing(behind: str) -> None:
    text = "{0} agreed to buy {1} for $30 million " + behind + "."
    [first, *_] = told(text.format(TARN, LUND, ORRIN))
    assert first == ("acquisition", {TARN: "acquirer", LUND: "target"})


@pytest.mark.parametrize(
    "after",
    [
        "{0} shareholders will own 54% of the combined company.",
        "{0} will hold 51% of the venture and {1} the rest.",
        "{1} holders will own about 46% of the enlarged group.",
    ],
)
def test_the_shares_in_what_a_deal_makes_are_no_second_deal(after: str) -> None:
    text = "{0} and {1} said they will merge. " + after
    assert told(text.format(TARN, LUND)) == [("merger", {TARN: "partner", LUND: "partner"})]


def test_a_stake_in_a_venture_that_is_sold_is_a_deal() -> None:
    assert told(f"{TARN} sold its 50% stake in the joint venture to {LUND} for $40 million.") == [
        ("divestiture", {TARN: "seller", LUND: "acquirer"})
    ]


@pytest.mark.parametrize("judge", ["the Federal Reserve", "the Fed", "the Competition Commission", "the FDIC"])
def test_who_approves_a_merger_is_no_side_of_it(judge: str) -> None:
    text = f"{TARN} said it has completed its merger with {LUND} after {judge} approved the combination last week."
    [(kind, roles)] = told(text)
    assert kind == "merger"
    assert {name for name, role in roles.items() if role == "partner"} == {TARN, LUND}


@pytest.mark.parametrize(
    "text",
    [
        "Regulators are demanding that {0} divest {1} to win approval.",
        "The union urged that {0} sell {1}.",
        "The fund proposed that {0} buy {1}.",
    ],
)
def test_what_somebody_demands_is_no_deal(text: str) -> None:
    assert deals(text.format(TARN, LUND)) == []


@pytest.mark.parametrize("asked", ["ordered", "required", "urged"])
def test_what_somebody_is_told_to_do_is_not_agreed(asked: str) -> None:
    [deal] = deals(f"The court {asked} {TARN} to sell {LUND} within a year.")
    assert deal["status"] == "proposed"


def test_what_is_supposed_is_not_put_with_another_deal() -> None:
    text = f"If {TARN} bought {LUND}, it would own a port. {TARN} agreed to buy {ORRIN} for $3 million."
    assert told(text) == [("acquisition", {TARN: "acquirer", ORRIN: "target"})]


@pytest.mark.parametrize(
    "text",
    [
        "{0} would use know-how from recently acquired companies.",
        "{0} used the purchase to acquire software rights.",
        "{0} makes money by selling systems.",
        "It could turn out that {0} and {1} partner to make valves.",
        "{0} is the source of licensed drugs to {1}.",
        "Conservatives who back {0} want to take control of the Senate.",
        "{0} unloaded on {1} in an interview.",
        "The Velox Courier merges a Dunford Carrier chassis with an electric drive.",
    ],
)
def test_words_of_deals_that_tell_none(text: str) -> None:
    assert deals(text.format(TARN, LUND)) == []


def test_a_loan_is_no_supply() -> None:
    assert told(f"Kord Bank will provide a $30 million loan to {TARN}.") == [
        ("financing", {"Kord Bank": "lender", TARN: "borrower"})
    ]


def test_a_deal_that_is_a_move_is_no_partnership() -> None:
    text = f"{TARN} agreed to buy {LUND} for $30 million. Tarn's $30 million deal with Lund is a move to improve."
    assert [kind for kind, _ in told(text)] == ["acquisition"]


def test_who_has_orders_to_make_something_makes_it() -> None:
    text = f"{TARN} has orders to build ships for {LUND}."
    assert told(text) == [("supply", {TARN: "supplier", LUND: "customer"})]
    text = f"{TARN} has orders to provide turbofans to about 1,000 non-Lund planes. Lund makes planes."
    assert told(text) == []


ROUND = f"{TARN} has raised $180 million in a Series C round led by Pole Growth."


@pytest.mark.parametrize(
    "before",
    [
        "Tarn had last raised $62 million in 2023.",
        "It had previously raised $62 million in 2021.",
        "The company has raised $262 million to date.",
        "Tarn has raised $262 million since its founding in 2015.",
    ],
)
def test_what_was_raised_before_tells_nothing_of_a_round(before: str) -> None:
    [deal] = deals(f"{ROUND} {before}")
    assert (deal["value"]["text"], deal["dates"]) == ("$180 million", [])


def test_what_was_raised_in_a_round_told_in_the_past_perfect_is_its_value() -> None:
    [deal] = deals(f"{TARN} said it had raised $40 million in March from Pole Growth.")
    assert deal["value"]["text"] == "$40 million"
    [deal] = deals(f"{TARN}, which had raised $22 million in 2021, closed a $40 million round led by Pole Growth.")
    assert deal["value"]["text"] == "$40 million"


def test_what_a_company_seeks_next_is_no_stage_of_a_round_that_is_done() -> None:
    [deal] = deals(
        "Lucan Motors Inc. is raising a new round. Lucan approached the heads of Orrin about a possible sale. "
        "Lucan has raised more than $100 million from Asian investors, including Ching Capital."
    )
    assert (deal["kind"], deal["status"]) == ("investment", "closed")


def test_what_is_to_be_gained_by_a_purchase_leaves_it_open_whether_it_is_done() -> None:
    [deal] = deals(f"{TARN} agreed to buy {LUND}. By acquiring Lund, Tarn will gain a port.")
    assert deal["status"] == "agreed"


@pytest.mark.parametrize(
    ("title", "report", "expected"),
    [
        (
            "Tarn Steel buys Swedish lock maker",
            f"MILAN, Feb 10 - {TARN} has bought Sweden's {LUND} for $12 million, its chairman said.",
            ("acquisition", {TARN: "acquirer", LUND: "target"}),
        ),
        (
            "Halden Shipping orders six tankers from Tarn Steel",
            f"OSLO, March 3 - Halden Shipping ASA has ordered six tankers from {TARN} for $54 million, it said.",
            ("supply", {"Halden Shipping ASA": "customer", TARN: "supplier"}),
        ),
    ],
)
def test_a_headline_tells_of_the_deal_of_its_report(title: str, report: str, expected: Any) -> None:
    assert told(f"{title}\n\n{report}") == [expected]


def test_a_headline_of_one_deal_and_a_report_of_another_stay_apart() -> None:
    text = f"Tarn Steel buys {ORRIN}\n\nOSLO - {TARN} bought {LUND} for $12 million, it said. It bought Orrin in May."
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VXL will buy Lund Forge Corp for $3 million. The VXL Opteron is sold in May. VXL is big.", "VXL"),
        ("Vexler bought Lund Forge Corp for $3 million, using its Vexler-9 engine.", "Vexler"),
        ("Tarn bought Lund Forge Corp for $3 million. Tarn Ventures had led a round in Lund.", "Tarn"),
        ("VXL is buying Lund Forge Corp for $3 million. The VXL-Lund deal is big. Lund said so.", "VXL"),
    ],
)
def test_a_company_is_not_called_by_what_it_makes_or_has(text: str, expected: str) -> None:
    [(_, roles), *_] = told(text)
    assert {name: role for name, role in roles.items() if role == "acquirer"} == {expected: "acquirer"}


def test_a_company_is_still_called_by_its_full_name() -> None:
    [(_, roles)] = told("VXL Holdings said it was growing. VXL agreed to buy Lund Forge Corp for $3 million.")
    assert roles["VXL Holdings"] == "acquirer"


def test_a_parent_is_not_called_by_the_name_of_its_park() -> None:
    text = (
        "Euro Walder: Walder gains control\n\nThe Ada Walder Co. has gained control of Euro Walder. "
        f"In May, Walder agreed to buy {LUND} for $3 million."
    )
    roles = {name: role for _, held in told(text) for name, role in held.items()}
    assert "Euro Walder" not in roles or roles["Euro Walder"] != "acquirer"
    assert roles["Ada Walder Co"] == "acquirer"


@pytest.mark.parametrize(
    ("opening", "business"),
    [
        (
            "{0} agreed to buy {1} for $3 million, the Ostland Times reported. The newspaper said it closes in May.",
            None,
        ),
        ("{0} agreed to buy {1} for $3 million. The newspaper has 200 staff.", "newspaper"),
        ("{0} said it agreed to buy the innovative lock maker {1}.", "lock maker"),
        ("{0} said it will go on selling {1} units equipped with valves. {0} agreed to buy {1}.", None),
    ],
)
def test_what_a_target_does_is_told_by_its_own_words(opening: str, business: str | None) -> None:
    summary = summarize(Article.from_text(opening.format(TARN, LUND)), model="offline")
    found = [term.text for term in summary.deals[0].terms if term.name == "target business"]
    assert found == ([business] if business else [])
