"""Who has which part in a deal: rivals, advisers, owners, those who build for a customer, those who are kept out."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

SOLD = "Norvane agreed to buy Tarn Foods."


def deal(parties: str, *, kind: str = "acquisition", subject: str = "Tarn Foods", status: str = "agreed",
         sentences: int = 1) -> dict[str, Any]:  # fmt: skip
    """`parties`: "Norvane=acquirer, Tarn Foods=target"."""
    sides = [one.rsplit("=", 1) for one in parties.split(", ")]
    return {
        "kind": kind, "status": status, "subject": subject, "value": None, "dates": [], "terms": [],
        "parties": [{"name": name, "role": role} for name, role in sides],
        "evidence": list(range(1, sentences + 1)),
    }  # fmt: skip


def hold(check: Any, faults: Any, text: str, right: str, wrong: str, **fields: Any) -> None:
    """The parties of `right` are no fault, each of `wrong` (parted by a bar) have a role altered."""
    sentences = text.count(". ") + 1
    assert faults(check("deals", deal(right, sentences=sentences, **fields), article=text)) == [], (text, right)
    for parties in filter(None, wrong.split(" | ")):
        found = faults(check("deals", deal(parties, sentences=sentences, **fields), article=text))
        assert Code.ROLE_ALTERED in found, (text, parties)


# Rivals


@pytest.mark.parametrize(
    ("text", "parties", "fields"),
    [
        ("Norvane agreed to buy rival Tarn Foods for cash.", "Norvane=acquirer, Tarn Foods=target", {}),
        ("Norvane signed a deal to buy Tarn Foods, a rival.", "Norvane=acquirer, Tarn Foods=target", {}),
        (
            "Lund will license the patents of rival Tarn Foods.",
            "Lund=licensee, Tarn Foods=licensor",
            {"kind": "licensing", "subject": "patents"},
        ),
        (
            "Quill won a contract to supply pumps to rival Norvane next year.",
            "Quill=supplier, Norvane=customer",
            {"kind": "supply", "subject": "pumps"},
        ),
    ],
)
def test_a_rival_in_apposition_competes_and_may_deal(
    check: Any, faults: Any, text: str, parties: str, fields: dict[str, Any]
) -> None:
    hold(check, faults, text, parties, "", **fields)


@pytest.mark.parametrize(
    "more",
    [
        "Rival bidder Quill walked away.",
        "Quill, a rival suitor, had offered less.",
        "Shares of rival Quill rose.",
    ],
)
def test_a_rival_is_not_the_buyer(check: Any, faults: Any, more: str) -> None:
    hold(check, faults, f"{SOLD} {more}", "Norvane=acquirer, Tarn Foods=target", "Quill=acquirer, Tarn Foods=target")


# Advisers


@pytest.mark.parametrize(
    "more",
    [
        "Roe & Co. is adviser to Norvane.",
        "Roe & Co. acted as financial adviser to Norvane.",
        "The financial adviser to Norvane is Roe & Co.",
        "Roe & Co. is advising Norvane.",
    ],
)
def test_who_is_advised_is_no_adviser(check: Any, faults: Any, more: str) -> None:
    wrong = "Norvane=adviser, Tarn Foods=target | Norvane=acquirer, Tarn Foods=adviser"
    hold(check, faults, f"{SOLD} {more}", "Norvane=acquirer, Tarn Foods=target, Roe & Co.=adviser", wrong)


def test_who_advises_others_may_buy(check: Any, faults: Any) -> None:
    text = "Norvane, adviser to farms, agreed to buy Tarn Foods."
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", "Norvane=target, Tarn Foods=acquirer")


# Which way round


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Foods has agreed to a takeover by Norvane.",
        "Tarn Foods agreed to a $3 billion buyout by Norvane.",
        "Tarn Foods accepted a takeover by Norvane.",
        "Tarn Foods backed an acquisition by Norvane.",
        "Tarn Foods agreed to be taken private by Norvane.",
        "Tarn Foods agreed to a takeover offer from Norvane.",
    ],
)
def test_who_agrees_to_a_takeover_is_taken_over(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", "Tarn Foods=acquirer, Norvane=target")


@pytest.mark.parametrize(
    "text",
    [
        "Quill's contract to build pumps for Norvane runs to 2030.",
        "Quill announced a deal to make pumps for Norvane.",
        "Quill will build pumps for Norvane under an agreement.",
        "Norvane placed an order for pumps with Quill.",
        "Norvane hired Quill to build pumps.",
    ],
)
def test_who_builds_for_somebody_supplies_him(check: Any, faults: Any, text: str) -> None:
    right, wrong = "Quill=supplier, Norvane=customer", "Norvane=supplier, Quill=customer"
    hold(check, faults, text, right, wrong, kind="supply", subject="pumps")


def test_an_offer_is_made_for_somebody_without_supplying_him(check: Any, faults: Any) -> None:
    text = "Norvane proposed to make a takeover offer for Tarn Foods."
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", "Tarn Foods=acquirer, Norvane=target",
         status="proposed")  # fmt: skip


# Owners


@pytest.mark.parametrize(
    "text",
    [
        "Dorn Mills agreed to sell its Tarn Foods unit to Norvane.",
        "Norvane agreed to buy Tarn Foods, a unit of Dorn Mills.",
        "Norvane agreed to acquire the Tarn Foods division of Dorn Mills.",
        "Norvane agreed to buy Dorn Mills' Tarn Foods business.",
        "Norvane agreed to buy Tarn Foods, the snacks arm of Dorn Mills.",
        "Norvane agreed to buy Tarn Foods, which is owned by Dorn Mills.",
    ],
)
def test_the_owner_sells_and_is_not_sold(check: Any, faults: Any, text: str) -> None:
    right = "Norvane=acquirer, Tarn Foods=target, Dorn Mills=seller"
    wrong = "Norvane=acquirer, Dorn Mills=target | Norvane=seller, Tarn Foods=target, Dorn Mills=acquirer"
    hold(check, faults, text, right, wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Norvane agreed to buy Dorn Mills's snack plant for $90 million.",
        "Dorn Mills agreed to sell its snack plant to Norvane for $90 million.",
        "Norvane agreed to buy a snack plant from Dorn Mills for $90 million.",
    ],
)
def test_the_owner_of_a_plant_is_not_the_target(check: Any, faults: Any, text: str) -> None:
    right, wrong = "Norvane=acquirer, Dorn Mills=seller", "Norvane=acquirer, Dorn Mills=target"
    hold(check, faults, text, right, wrong, subject="snack plant")


def test_whose_shares_are_bought_is_the_target(check: Any, faults: Any) -> None:
    text = "Norvane agreed to buy all of Dorn Mills's shares."
    hold(check, faults, text, "Norvane=acquirer, Dorn Mills=target", "", subject="shares")


def test_firms_that_share_a_common_word_are_two(check: Any, faults: Any) -> None:
    text = "J.P. Industries bought Corvite's Engine Parts Division. Corvite Industries makes pumps."
    right = "J.P. Industries=acquirer, Engine Parts Division=target, Corvite Industries=seller"
    hold(check, faults, text, right, "", subject="Engine Parts Division", status="closed")


# Outside


@pytest.mark.parametrize(
    "more",
    [
        "Quill was never a party to the talks.",
        "Quill has no role in the transaction.",
        "Quill plays no part in the deal.",
        "The deal does not include Quill.",
        "Quill did not bid.",
        "Quill isn't part of the deal.",
    ],
)
@pytest.mark.parametrize("role", ["acquirer", "partner", "investor", "seller"])
def test_who_is_kept_out_has_no_part(check: Any, faults: Any, more: str, role: str) -> None:
    text = f"{SOLD} {more}"
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", f"Quill={role}, Tarn Foods=target")


def test_a_place_is_no_party(check: Any, faults: Any) -> None:
    text = "Norvane agreed to buy Tarn Foods, a baker in Oregon."
    wrong = "Oregon=acquirer, Tarn Foods=target | Norvane=acquirer, Tarn Foods=target, Oregon=seller"
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", wrong)


def test_a_government_is_no_mere_place(check: Any, faults: Any) -> None:
    text = "The government of Norway agreed to buy Tarn Foods."
    hold(check, faults, text, "Norway=acquirer, Tarn Foods=target", "")


def test_who_is_named_elsewhere_in_the_sentence_does_not_share_the_part(check: Any, faults: Any) -> None:
    text = "Norvane said it agreed to buy Tarn Foods, whose crates Quill makes."
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", "Quill=acquirer, Tarn Foods=target")
    joint = "Norvane and Quill agreed to buy Tarn Foods."
    hold(check, faults, joint, "Quill=acquirer, Tarn Foods=target", "")


# Kinds


@pytest.mark.parametrize(
    ("text", "goods", "status"),
    [
        ("Parnell Rail signed a deal to buy forty trams from Quill.", "forty trams", "agreed"),
        ("Parnell Rail agreed to buy 40 buses from Quill for $90 million.", "40 buses", "agreed"),
        ("Parnell Rail acquired forty trams from Quill.", "forty trams", "closed"),
    ],
)
def test_who_buys_counted_goods_is_supplied(check: Any, faults: Any, text: str, goods: str, status: str) -> None:
    right, wrong = "Quill=supplier, Parnell Rail=customer", "Quill=customer, Parnell Rail=supplier"
    hold(check, faults, text, right, wrong, kind="supply", subject=goods, status=status)


@pytest.mark.parametrize("kind", ["supply", "licensing", "financing"])
@pytest.mark.parametrize("subject", ["Tarn Foods", "snacks division"])
def test_the_sale_of_a_business_is_no_supply(check: Any, faults: Any, kind: str, subject: str) -> None:
    text = "Norvane agreed to buy Tarn Foods, the snacks division of Dorn Mills."
    draft = deal("Dorn Mills=supplier, Norvane=customer", kind=kind, subject=subject)
    assert Code.KIND_ALTERED in faults(check("deals", draft, article=text))


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("The deal needs approval by antitrust regulators.", "antitrust regulators"),
        ("It is subject to clearance by the Federal Trade Commission.", "Federal Trade Commission"),
        ("It needs the approval of Attorney General Ann Moe.", "Ann Moe"),
    ],
)
def test_who_clears_a_deal_does_not_make_it(check: Any, faults: Any, more: str, name: str) -> None:
    right, wrong = "Norvane=acquirer, Tarn Foods=target", f"{name}=acquirer, Tarn Foods=target"
    hold(check, faults, f"{SOLD} {more}", f"{right}, {name}=regulator", f"{wrong} | {right}, {name}=seller")


def test_whose_holders_approve_is_in_the_deal(check: Any, faults: Any) -> None:
    text = f"{SOLD} It is subject to approval by Tarn Foods shareholders and by regulators."
    hold(check, faults, text, "Norvane=acquirer, Tarn Foods=target", "")


@pytest.mark.parametrize(
    ("text", "right", "wrong", "fields"),
    [
        (
            "Norvane, advised by Roe Bank, agreed to buy Tarn Foods, which was advised by Lund Bank.",
            "Norvane=acquirer, Tarn Foods=target, Roe Bank=adviser, Lund Bank=adviser",
            "Roe Bank=acquirer, Tarn Foods=target | Norvane=acquirer, Lund Bank=target",
            {},
        ),
        (
            "Dorn Mills is offloading its Tarn Foods subsidiary to Norvane.",
            "Norvane=acquirer, Tarn Foods=target, Dorn Mills=seller",
            "Norvane=seller, Tarn Foods=target, Dorn Mills=acquirer | Norvane=acquirer, Dorn Mills=target",
            {},
        ),
        (
            "Norvane will source its pumps from Quill.",
            "Quill=supplier, Norvane=customer",
            "Norvane=supplier, Quill=customer",
            {"kind": "supply", "subject": "pumps"},
        ),
        (
            "An agreement by Dorn Mills to sell Tarn Foods to Norvane was signed.",
            "Norvane=acquirer, Tarn Foods=target, Dorn Mills=seller",
            "Norvane=seller, Tarn Foods=target, Dorn Mills=acquirer",
            {},
        ),
        (
            "Norvane agreed to buy from Dorn Mills the two Tarn Foods bakeries.",
            "Norvane=acquirer, Tarn Foods=target, Dorn Mills=seller",
            "Norvane=seller, Tarn Foods=target, Dorn Mills=acquirer",
            {},
        ),
    ],
)
def test_other_ways_to_tell_who_has_which_part(
    check: Any, faults: Any, text: str, right: str, wrong: str, fields: dict[str, Any]
) -> None:
    hold(check, faults, text, right, wrong, **fields)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # Who is bid for is no bidder.
        ("Norvane is the leading suitor for Tarn Foods, the Elm Post reported.", "Norvane=acquirer, Tarn Foods=target",
         ""),
        # A buyback makes nobody the buyer in the next deal.
        ("Tarn Foods bought back 3 mln of its own shares. It also rejected an offer from Norvane.",
         "Norvane=acquirer, Tarn Foods=target", "Norvane=target, Tarn Foods=acquirer"),
    ],
)  # fmt: skip
def test_who_is_bid_for(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    hold(check, faults, text, right, wrong, status="in_talks" if "suitor" in text else "terminated")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # Who gives leave to buy does not buy.
        ("Norvane won clearance from the Elm Competition Bureau to buy Tarn Foods.",
         "Norvane=acquirer, Tarn Foods=target", "Elm Competition Bureau=acquirer, Tarn Foods=target"),
        ("Norvane has obtained permission from regulators in Elmland to acquire Tarn Foods.",
         "Norvane=acquirer, Tarn Foods=target", "Norvane=target, Tarn Foods=acquirer"),
        # Who is sold something buys it.
        ("Ordway agreed to sell Norvane a 30% stake in Tarn Foods.",
         "Ordway=seller, Norvane=acquirer, Tarn Foods=target", "Ordway=seller, Norvane=target"),
        ("Ordway agreed to sell Norvane its Tarn Foods unit for $9 million.",
         "Ordway=seller, Norvane=acquirer, Tarn Foods=target", "Ordway=seller, Norvane=target"),
        ("Ordway agreed to sell Tarn Foods the same day.", "Ordway=seller, Tarn Foods=target",
         "Ordway=seller, Tarn Foods=acquirer"),
        # What is theirs is that of the one to whom it is done.
        ("Ordway sued Norvane over its acquisition of Tarn Foods.", "Norvane=acquirer, Tarn Foods=target",
         "Ordway=acquirer, Tarn Foods=target"),
        ("Ordway faulted Norvane for its purchase of Tarn Foods.", "Norvane=acquirer, Tarn Foods=target",
         "Ordway=acquirer, Tarn Foods=target"),
        ("Ordway deterred Norvane from financing its purchase of Tarn Foods.", "Norvane=acquirer, Tarn Foods=target",
         "Ordway=acquirer, Tarn Foods=target"),
    ],
)  # fmt: skip
def test_who_buys_is_told_apart_from_who_allows_sells_or_objects(
    check: Any, faults: Any, text: str, right: str, wrong: str
) -> None:
    hold(check, faults, text, right, wrong)


def test_an_adjective_of_a_country_is_no_party(check: Any, faults: Any) -> None:
    hold(
        check, faults, "Ordway agreed to sell its Bolivian mining business to Norvane.",
        "Ordway=seller, Norvane=acquirer", "Ordway=seller, Norvane=acquirer, Bolivian=target",
        subject="Bolivian mining business",
    )  # fmt: skip
    hold(
        check, faults, "Norvane agreed to buy Bolivian.", "Norvane=acquirer, Bolivian=target", "", subject="Bolivian"
    )  # fmt: skip
