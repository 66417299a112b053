"""How far a deal is, by a verb and its noun together: near, in talks, accepted, refused, paid for, brought down."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

BUYER, TARGET = "Norvane", "Tarn Foods"


def deal(status: str, *, kind: str = "acquisition", sentences: int = 1) -> dict[str, Any]:
    return {
        "kind": kind, "status": status, "subject": TARGET, "value": None, "dates": [], "terms": [],
        "parties": [{"name": BUYER, "role": "acquirer"}, {"name": TARGET, "role": "target"}],
        "evidence": list(range(1, sentences + 1)),
    }  # fmt: skip


def judged(check: Any, faults: Any, text: str, status: str) -> list[str]:
    return faults(check("deals", deal(status, sentences=text.count(". ") + 1), article=text))


def hold(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    """Each stage of `right` is no fault, each of `wrong` is one."""
    for status in right.split():
        assert judged(check, faults, text, status) == [], (text, status)
    for status in wrong.split():
        assert judged(check, faults, text, status) == [Code.STATUS_ALTERED], (text, status)


@pytest.mark.parametrize(
    "text",
    [
        "Norvane is close to a deal to buy Tarn Foods, people familiar with the matter said.",
        "Norvane is nearing an agreement to acquire Tarn Foods.",
        "Norvane is in advanced negotiations to buy Tarn Foods.",
        "Norvane is on the verge of an agreement to acquire Tarn Foods.",
        "Norvane entered exclusive talks to buy Tarn Foods.",
        "Norvane is in late-stage talks on a deal to buy Tarn Foods.",
        "Norvane is close to buying Tarn Foods.",
        "Tarn Foods is exploring a sale to Norvane.",
        "Tarn Foods is near an agreement to be bought by Norvane.",
    ],
)
def test_a_deal_that_is_near_is_in_talks(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "in_talks", "agreed closed terminated")


@pytest.mark.parametrize(
    "text",
    [
        "Norvane agreed to buy Tarn Foods after months of talks.",
        "Norvane has reached a deal to buy Tarn Foods.",
        "Norvane announced a deal to buy Tarn Foods, close to its home market.",
    ],
)
def test_a_deal_that_talks_led_to_is_agreed(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "agreed", "in_talks closed")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane paid 11 times earnings to acquire Tarn Foods.", "closed", "agreed in_talks terminated"),
        ("In March Norvane paid about $40 million in cash to buy Tarn Foods.", "closed", "agreed"),
        ("Norvane spent $40 million buying Tarn Foods.", "closed", "agreed in_talks"),
        ("Norvane will pay $40 million to acquire Tarn Foods.", "agreed", "closed in_talks"),
        ("Norvane agreed to pay $40 million to acquire Tarn Foods.", "agreed", "closed in_talks"),
        ("Norvane offered to pay $40 million to acquire Tarn Foods.", "proposed", "closed agreed"),
    ],
)
def test_who_paid_to_buy_has_bought(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    hold(check, faults, text, right, wrong)


def test_a_licence_is_not_done_once_it_is_paid_for(check: Any, faults: Any) -> None:
    text = "Norvane, which paid $40 million upfront for rights to the drug, can leave its licence from Tarn Foods."
    draft = deal("agreed", kind="licensing")
    draft["parties"] = [{"name": "Norvane", "role": "licensee"}, {"name": TARGET, "role": "licensor"}]
    assert faults(check("deals", {**draft, "subject": "the drug"}, article=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norvane said Tarn Foods has accepted its offer.",
        "Tarn Foods accepted a takeover offer from Norvane.",
        "The board of Tarn Foods accepted Norvane's bid on Monday.",
    ],
)
def test_an_offer_that_is_accepted_is_agreed(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "agreed", "closed in_talks terminated")


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Foods rejected a takeover offer from Norvane.",
        "Tarn Foods rebuffed Norvane's $3 billion bid.",
        "Tarn Foods turned down a bid from Norvane.",
        "Tarn Foods has not accepted the offer from Norvane.",
    ],
)
def test_an_offer_that_is_refused_is_not_agreed(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "proposed terminated", "closed agreed")


@pytest.mark.parametrize(
    "text",
    [
        "Norvane called off its $3 billion takeover of Tarn Foods.",
        "Norvane walked away from a deal to buy Tarn Foods.",
        "Norvane Corp.'s agreement to buy Tarn Foods lapsed on Friday.",
        "Regulators blocked Norvane's purchase of Tarn Foods.",
        "A court overturned Norvane's acquisition of Tarn Foods.",
        "Norvane pulled the plug on its deal to buy Tarn Foods.",
        "Norvane's purchase of Tarn Foods was blocked by a judge.",
        "Norvane backed out of buying Tarn Foods.",
        "Norvane shelved its plan to buy Tarn Foods.",
        "The sale of Tarn Foods to Norvane collapsed.",
        "Talks between Norvane and Tarn Foods broke down.",
        "Norvane let its offer for Tarn Foods lapse.",
        "Norvane no longer intends to buy Tarn Foods.",
        "Regulators vetoed the takeover of Tarn Foods by Norvane.",
    ],
)
def test_what_is_brought_down_is_terminated(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "terminated", "closed agreed in_talks")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane agreed to buy Tarn Foods. Norvane may walk away from the deal.", "agreed", "closed"),
        ("Norvane agreed to buy Tarn Foods. The court rejected a bid to stop it.", "agreed", "closed"),
        ("Norvane agreed to buy Tarn Foods after an earlier offer was rejected.", "agreed", "closed terminated"),
        ("Norvane completed its purchase of Tarn Foods after a court overturned a ban.", "closed", "agreed"),
        ("Norvane completed its purchase of Tarn Foods. Quill Inc. scrapped its bid.", "closed", "terminated"),
        ("Norvane agreed to buy Tarn Foods. Regulators halted trading pending the merger.", "agreed", "terminated"),
    ],
)
def test_what_brings_down_something_else_leaves_the_deal(
    check: Any, faults: Any, text: str, right: str, wrong: str
) -> None:
    hold(check, faults, text, right, wrong)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane bought Tarn Foods last year.", "closed", "agreed in_talks proposed terminated"),
        ("Norvane announced the acquisition of Tarn Foods.", "agreed closed", "in_talks terminated"),
        ("Norvane is seeking to acquire Tarn Foods.", "proposed", "closed agreed"),
        ("Tarn Foods is being acquired by Norvane.", "agreed", ""),
    ],
)
def test_plain_words_for_one_stage_speak_against_others(
    check: Any, faults: Any, text: str, right: str, wrong: str
) -> None:
    hold(check, faults, text, right, wrong)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane agreed to buy Tarn Foods. Talks began in May.", "agreed", "in_talks"),
        ("Norvane agreed to buy Tarn Foods. It could cut 40 jobs, sources said.", "agreed", "rumored"),
        ("Norvane agreed in principle to buy Tarn Foods. Talks go on.", "agreed in_talks", ""),
        ("Norvane bought a 9% stake in Tarn Foods. It may make an offer for Tarn Foods.", "rumored", ""),
    ],
)
def test_talks_in_another_sentence_do_not_undo_an_agreement(
    check: Any, faults: Any, text: str, right: str, wrong: str
) -> None:
    hold(check, faults, text, right, wrong)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane has emerged as the front-runner to buy Tarn Foods.", "rumored in_talks proposed", "closed agreed"),
        ("Norvane's planned takeover of Tarn Foods was cleared by regulators.", "agreed", "closed"),
        ("Regulators cleared Norvane's $2 billion purchase of Tarn Foods.", "agreed closed", "in_talks terminated"),
        ("Shareholders of Tarn Foods approved the sale to Norvane.", "agreed", "in_talks terminated"),
        ("Norvane failed in its attempt to buy Tarn Foods.", "terminated", "closed agreed"),
        ("The agreement between Norvane and Tarn Foods expired without a deal.", "terminated", "closed agreed"),
        ("Norvane took full control of Tarn Foods.", "closed", "in_talks terminated"),
        ("Norvane said its purchase of Tarn Foods had been completed.", "closed", "agreed in_talks terminated"),
        ("Norvane could walk away from its agreement to buy Tarn Foods.", "agreed", "closed terminated"),
        ("Regulators sued to block Norvane's agreed purchase of Tarn Foods.", "agreed", "closed terminated"),
    ],
)
def test_other_ways_to_tell_how_far_it_is(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    hold(check, faults, text, right, wrong)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # What is agreed is the end of the talks, or of the deal.
        ("Norvane and Tarn Foods agreed to end merger talks.", "terminated", "agreed closed"),
        ("Norvane agreed to abandon its offer for Tarn Foods.", "terminated", "agreed closed"),
        # A purchase of years before is not this deal.
        ("Four years after Tarn Foods bought the Elm mills for $2 million, Norvane agreed to buy Tarn Foods.", "agreed",
         "in_talks"),
    ],
)  # fmt: skip
def test_an_end_that_is_agreed_is_no_agreement(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    hold(check, faults, text, right, wrong)


def test_a_purchase_of_years_before_does_not_undo_a_sale(check: Any, faults: Any) -> None:
    draft = {
        **deal("agreed", kind="divestiture"),
        "parties": [{"name": "Ordway", "role": "seller"}, {"name": BUYER, "role": "acquirer"}],
    }
    text = "{}Ordway bought Tarn Foods for $9 million, it is selling the bakery to Norvane."
    assert faults(check("deals", draft, article=text.format("Six years after "))) == []


def test_a_credit_facility_that_is_set_up_is_agreed_whatever_else_is_talked_about(check: Any, faults: Any) -> None:
    text = "Norvane set up a £40 million credit facility with Elm Bank. Norvane is in {} with Ordway over its mill."
    draft = {
        **deal("agreed", kind="financing", sentences=2), "subject": "credit facility",
        "parties": [{"name": "Norvane", "role": "borrower"}, {"name": "Elm Bank", "role": "lender"}],
    }  # fmt: skip
    assert faults(check("deals", draft, article=text.format("discussions"))) == []
    own = "Norvane is in discussions with Elm Bank over a £40 million credit facility."
    assert Code.STATUS_ALTERED in faults(check("deals", {**draft, "evidence": [1]}, article=own))


def test_rights_to_sell_are_what_a_licence_gives(check: Any, faults: Any) -> None:
    text = "Norvane licensed from Elm Labs the rights to sell Ostevia in Chile."
    draft = {
        **deal("agreed", kind="licensing"), "subject": "Ostevia",
        "parties": [{"name": "Norvane", "role": "licensee"}, {"name": "Elm Labs", "role": "licensor"}],
    }  # fmt: skip
    assert faults(check("deals", draft, article=text)) == []
    turned = [{"name": "Norvane", "role": "licensor"}, {"name": "Elm Labs", "role": "licensee"}]
    assert Code.ROLE_ALTERED in faults(check("deals", {**draft, "parties": turned}, article=text))


@pytest.mark.parametrize(
    "text",
    [
        "Norvane denied that it was negotiating to buy Tarn Foods.",
        "Norvane denied reports that it was in talks to buy Tarn Foods.",
    ],
)
def test_a_deal_that_is_denied_is_a_rumor(check: Any, faults: Any, text: str) -> None:
    hold(check, faults, text, "rumored", "")


@pytest.mark.parametrize("ending", ["abandoning", "ending", "scrapping", "terminating"])
def test_a_participle_ends_the_deal_that_it_governs(check: Any, faults: Any, ending: str) -> None:
    text = f"Oriel Mills agreed to buy Halden Dairy, {ending} an agreement to buy Tarn Foods with Norvane."
    hold(check, faults, text, "terminated", "closed")


def test_who_was_bought_scrapped_the_other_deal(check: Any, faults: Any) -> None:
    text = "Norvane has agreed to be bought by Oriel Mills and has scrapped its purchase of Tarn Foods."
    hold(check, faults, text, "terminated", "closed")
