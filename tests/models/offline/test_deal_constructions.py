"""Wordings of ownership deals beyond the plain clause: appositions, offers received, sides told elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline.deal_status import stage_of
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd"
BOUGHT = {TARN: "acquirer", LUND: "target"}
MERGED = {TARN: "partner", LUND: "partner"}


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def only(text: str) -> dict[str, Any]:
    [deal] = deals(text)
    return deal


def roles(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"].rstrip("."): party["role"] for party in deal["parties"]}


def term(deal: dict[str, Any], name: str) -> str | None:
    return next((term["text"] for term in deal["terms"] if term["name"] == name), None)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{LUND} said it will reply to today's acquisition bid by {TARN} for 22 dlrs a share.", BOUGHT),
        (f"Few analysts believe anyone will top the 265 mln dlr bid for {LUND} by {TARN}.", BOUGHT),
        (f"{TARN} said the Dorn Transport Ministry may review its proposed acquisition of {LUND}.", BOUGHT),
        (f"{LUND} has agreed to a 300 mln dlr takeover by {TARN}.", BOUGHT),
        (f"{LUND} announced that {TARN} has increased its offer to 22 dlrs a share.", BOUGHT),
        (f"{TARN} made an offer to shareholders of {LUND} to acquire all outstanding shares.", BOUGHT),
        (f"Trading in {LUND} was halted after {TARN} made a bid for the company.", BOUGHT),
        (f"{TARN} exchanged 4.5 mln of its shares for 61 pct of privately owned {LUND}.", BOUGHT),
        (f"{TARN} said its Dorn unit, {ORRIN}, will buy {LUND}.", {ORRIN: "acquirer", LUND: "target"}),
        (f"{TARN} picked up {LUND} for $30 million.", BOUGHT),
        (f"{TARN} said it is seeking up to 51 pct of {LUND}.", BOUGHT),
        (f"{TARN} and {ORRIN} said they will jointly bid for {LUND}.", {**BOUGHT, ORRIN: "acquirer"}),
        (f"{LUND} said it received proposals to acquire the company.", {LUND: "target"}),
        (f"The boards of {TARN} and {LUND} agreed to merge.", MERGED),
        (f"{TARN} said it is holding talks with {LUND} on a possible merger.", MERGED),
        (f"{TARN} and {LUND} said holders approved the merger of the two companies.", MERGED),
        (f"{LUND} was spun off from {TARN}.", {LUND: "target", TARN: "seller"}),
        (
            f"{TARN} said it agreed to sell its Dorn company, {LUND}, to a buyout firm, {ORRIN}.",
            {TARN: "seller", LUND: "target", ORRIN: "acquirer"},
        ),
        (
            f"{TARN} said its board has cleared the sale, for roughly 185 mln dlrs, of {LUND} to {ORRIN}.",
            {TARN: "seller", LUND: "target", ORRIN: "acquirer"},
        ),
        (f"{TARN} said it cut its stake in {LUND} to 53 pct.", {TARN: "seller", LUND: "target"}),
    ],
)
def test_both_sides_are_read_where_one_is_told_indirectly(text: str, parties: dict[str, str]) -> None:
    assert roles(only(text)) == parties


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (f"{TARN} announced the sale of its forge unit to {ORRIN}.", "forge unit"),
        (f"{TARN} has completed the divestiture of its forge unit.", "forge unit"),
        (f"{TARN} said it is putting its forge unit up for sale.", "forge unit"),
        (f"{TARN} entered into a contract for the sale of its foundry in Dorn to {ORRIN}.", "foundry"),
        (f"{TARN} has agreed to sell nearly all its assets for roughly 64 mln dlrs.", "assets"),
    ],
)
def test_what_is_sold_without_a_name_is_a_term(text: str, target: str) -> None:
    assert target in (term(only(text), "target") or "")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{TARN} spent $3 billion buying {LUND}.", "closed"),
        (f"{TARN} paid 13 times earnings to acquire {LUND}.", "closed"),
        (f"{TARN} expanded in rails by acquiring {LUND} last May.", "closed"),
        (f"{TARN} bought out {LUND}.", "closed"),
        (f"{TARN} merged with {LUND} last year.", "closed"),
        (f"{TARN} hopes to expand by acquiring {LUND}.", "proposed"),
        (f"{LUND} is being bought by {TARN} for $3 billion.", "agreed"),
        (f"{TARN} and {LUND} said their merger will be completed tomorrow.", "agreed"),
        (f"{TARN} walked away from its $3 billion takeover of {LUND}.", "terminated"),
        (f"{TARN} announced the completion of its acquisition of {LUND}.", "closed"),
        (f"{TARN} closed as low as $27.41 last week on its agreement to buy {LUND}.", "agreed"),
    ],
)
def test_the_status_is_the_deals_own(text: str, status: str) -> None:
    assert only(text)["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        f"Should {TARN} Buy {LUND}?",
        f"A higher average selling price helped {LUND} improve its income.",
        f"{TARN} expects more spending due to the continued investment in {LUND}.",
        f"When makers bought most of their chips from {TARN}, smaller rivals lost.",
        f"{TARN} is partnering with dealerships around the Dornlands to offer the service.",
        f"{TARN} sold its SUVs.",
    ],
)
def test_what_only_sounds_like_a_deal_is_none(text: str) -> None:
    assert deals(text) == []


def test_one_deal_under_two_forms_of_its_names_is_told_once_with_the_fuller_ones() -> None:
    text = (
        "Orvane to Buy Wold Foods for $13.7 Billion\n\n"
        "Orvane.com Inc. said on Friday it would buy Wold Foods Market Inc. for $13.7 billion.\n"
    )
    assert [party["name"] for party in only(text)["parties"]] == ["Orvane.com Inc.", "Wold Foods Market Inc."]


def test_a_described_company_is_the_target_that_was_told_of() -> None:
    text = (
        f"The trade office cleared {TARN}'s purchase of {LUND}.\n"
        f"Tarn said its {ORRIN} unit had agreed to buy the Dorn-based company for 242 mln dlrs.\n"
    )
    assert {name for deal in deals(text) for name, role in roles(deal).items() if role == "target"} == {LUND}


def test_the_price_of_a_share_is_not_the_value_of_a_deal() -> None:
    assert only(f"{TARN} made a 92.50 dlr offer for {LUND}.")["value"] is None


def test_who_talks_something_up_is_in_no_talks() -> None:
    assert stage_of(f"{TARN} is also talking up the rails that came with {LUND}.") is None


def test_a_public_bodys_name_with_and_in_it_is_no_pair_of_merging_companies() -> None:
    text = (
        "The Housing and Planning Tribunal (HPT) said that the $4 million merger of Tarn Ltd and Lund Ltd would go on."
    )
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert [party["name"] for party in deal["parties"] if party["role"] == "partner"] == ["Tarn Ltd", "Lund Ltd"]


def test_who_was_outbid_is_a_rival_and_the_paper_that_was_told_is_none() -> None:
    text = f"{TARN} agreed to buy {LUND}. Dorn Leasing and Vell Group were outbid, bankers told the Oslo Courier Plc."
    assert {name for name, role in roles(only(text)).items() if role == "rival"} == {"Dorn Leasing", "Vell Group"}


@pytest.mark.parametrize("when", ["March", "Spring"])
def test_a_month_is_no_place_of_the_target(when: str) -> None:
    deal = only(f"{TARN} sold two hotels in {when} to {LUND} for $9 million.")
    assert "target location" not in {term["name"] for term in deal["terms"]}


def test_the_towns_of_a_double_dateline_are_no_party() -> None:
    text = (
        f"TOKYO/PARIS, Feb 2 - {TARN} and {LUND} will set up a joint venture. Tarn will own 51 percent of the company."
    )
    assert all("TOKYO" not in name for deal in deals(text) for name in roles(deal))


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        (
            "Brindle Bank sanctioned a loan of $4 million to Tarn Steel Inc.",
            "financing", {"Brindle Bank": "lender", TARN: "borrower"},
        ),
        (
            "The purchase by Tarn Steel Inc was funded with a $3 million loan provided by Brindle Bank.",
            "financing", {TARN: "borrower", "Brindle Bank": "lender"},
        ),
        (
            "Norway's Tarn Steel Inc and Japan's Lund Forge Corp said they would set up a joint venture to make rails.",
            "joint_venture", MERGED,
        ),
        ("Tarn Steel Inc's $4 million sale to Lund Forge Corp is due to close in May.", "divestiture",
         {TARN: "target", LUND: "acquirer"}),
        ("Tarn Steel Inc poured another $4 million into Lund Forge Corp.", "investment",
         {TARN: "investor", LUND: "investee"}),
        ("Tarn Steel Inc has committed to buying 1,200 units from Lund Forge Corp.", "supply",
         {TARN: "customer", LUND: "supplier"}),
        ("Orrin Holdings Ltd found a buyer for its Dorn unit: Lund Forge Corp.", "divestiture",
         {ORRIN: "seller", "Dorn": "target", LUND: "acquirer"}),
        ("Tarn Steel Inc sold the Plum payments app to Lund Forge Corp for $7 million.", "divestiture",
         {TARN: "seller", LUND: "acquirer"}),
    ],
)  # fmt: skip
def test_deals_that_newer_wordings_tell(text: str, kind: str, parts: dict[str, str]) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == (kind, parts)


def test_money_put_into_a_company_is_the_value_of_a_deal_that_is_done() -> None:
    deal = only("Tarn Steel Inc has put $4 million into Lund Forge Corp.")
    assert (deal["status"], deal["value"]["text"]) == ("closed", "$4 million")


def test_a_boards_approval_of_a_loan_makes_no_lender_of_it() -> None:
    assert deals("Tarn Steel Inc said its board approved a $3 million loan.") == []


def test_what_a_seller_gets_is_no_sale_of_itself() -> None:
    deal = only(
        "Orrin Holdings Ltd sold its Dorn unit to Tarn Steel Inc. Orrin's $4 million sale to Tarn needs approval."
    )
    assert roles(deal) == {ORRIN: "seller", "Dorn": "target", TARN: "acquirer"}


def test_two_customers_of_one_verb_make_two_supplies() -> None:
    text = f"{TARN} will supply rails to {LUND} for $9 million and pipes to {ORRIN} for $3 million."
    told = [(roles(deal), deal["subject"], deal["value"]["text"]) for deal in deals(text)]
    assert told == [
        ({TARN: "supplier", LUND: "customer"}, "rails", "$9 million"),
        ({TARN: "supplier", ORRIN: "customer"}, "pipes", "$3 million"),
    ]
    assert all(deal.verdict != "altered" for deal in summarize(Article.from_text(text), model="offline").deals)


def test_a_unit_is_not_its_namesake_of_the_same_sentence() -> None:
    text = "Tarn Steel Inc sold its Vell brewing division to Lund Forge Corp and bought a stake of 12% in Vell Foods."
    assert [roles(deal) for deal in deals(text)] == [
        {TARN: "seller", "Vell": "target", LUND: "acquirer"},
        {TARN: "investor", "Vell Foods": "investee"},
    ]


def test_a_name_that_the_headline_shortens_is_the_reports() -> None:
    text = (
        "Dorn Labs to buy Lund Forge\n\nDorn Laboratories will buy Lund Forge Corp for $4 million, it said on Monday."
    )
    assert set(roles(only(text))) == {"Dorn Laboratories", LUND}


def test_he_is_no_company_and_what_is_quoted_opens_with_no_party() -> None:
    text = f"{TARN} has a new owner. He sold the Plum app to {LUND} for $7 million."
    assert roles(only(text)) == {LUND: "acquirer"}
    text = f'"Scale matters," an officer of {TARN} said. In May it bought {LUND}.'
    assert "Scale" not in {name for deal in deals(text) for name in roles(deal)}


def test_whom_a_release_calls_the_company() -> None:
    text = (
        f'{TARN} ("Tarn" or the "Company") said it completed its acquisition of {LUND}. '
        f"{LUND} makes rails. The Company borrowed $4 million from Brindle Bank."
    )
    [loan] = [deal for deal in deals(text) if deal["kind"] == "financing"]
    assert roles(loan) == {TARN: "borrower", "Brindle Bank": "lender"}


def test_a_licence_to_sell_a_drug_is_no_sale_of_it() -> None:
    text = f"{TARN} has granted {LUND} exclusive rights to develop and sell its drug TX-9 in a pact worth $4 million."
    assert {deal["kind"] for deal in deals(text)} == {"licensing"}


def test_who_lost_an_order_is_a_rival() -> None:
    text = f"{TARN} picked {LUND} to supply rails. Lund Forge beat Vell Castings and Dorn Rail to the order, it said."
    assert {name for name, role in roles(only(text)).items() if role == "rival"} == {"Vell Castings", "Dorn Rail"}


def test_two_sellers_each_behind_from() -> None:
    deal = only(f"{TARN} bought the mill from {LUND} and from {ORRIN} for $3 million.")
    assert roles(deal) == {TARN: "acquirer", LUND: "seller", ORRIN: "seller"}


def test_an_authority_whose_approval_a_deal_needs_is_its_regulator() -> None:
    text = f"{TARN} agreed to buy {LUND}. The deal needs the approval of the Norwegian Competition Authority."
    assert roles(only(text))["Norwegian Competition Authority"] == "regulator"


def test_counsel_is_an_adviser_by_the_short_name_of_the_client() -> None:
    text = (
        f"{TARN} agreed to buy {LUND}. Vell & Co. was the adviser to Tarn. Brindle LLP served as legal counsel to Lund."
    )
    assert {name.rstrip(".") for name, role in roles(only(text)).items() if role == "adviser"} == {
        "Vell & Co", "Brindle LLP"
    }  # fmt: skip


def test_the_date_of_an_earlier_round_is_not_this_ones() -> None:
    text = (
        "Dorn Robotics raised $45 million in a Series C round led by Vell Ventures. "
        "It got $9 million in its Series B round in 2022."
    )
    assert deals(text)[0]["dates"] == []


@pytest.mark.parametrize(
    ("follows", "name", "words"),
    [
        ("Lund Forge must pay Tarn $7 million if it accepts a rival offer.", "break fee", "$7 million"),
        (
            "Tarn will pay $9 million, plus up to $2 million if sales targets are met.",
            "milestones", "up to $2 million if sales targets are met",
        ),
        ("Each Lund share will be exchanged for 0.65 Tarn share.", "exchange ratio", "0.65 Tarn share"),
    ],
)  # fmt: skip
def test_terms_in_other_words(follows: str, name: str, words: str) -> None:
    deal = only(f"{TARN} agreed to buy {LUND} for $90 million. {follows}")
    assert {term["name"]: term["text"] for term in deal["terms"]}[name] == words


def test_a_renewed_contract_does_not_say_who_supplies() -> None:
    deal = only(f"{TARN} has extended its contract with {LUND} for maintenance until 2030.")
    assert (roles(deal), deal["dates"]) == ({TARN: "other", LUND: "other"}, [])
    deal = only(f"{TARN} renewed its contract with the Navy Ministry for two ferries.")
    assert roles(deal) == {TARN: "supplier", "Navy Ministry": "customer"}


def test_it_is_not_the_company_of_two_sentences_before_where_another_was_named_since() -> None:
    text = f"{TARN} makes rails. Ada Roe now invests through her firm, Late Orchard. It put $4 million into {LUND}."
    assert TARN not in {name for deal in deals(text) for name in roles(deal)}
