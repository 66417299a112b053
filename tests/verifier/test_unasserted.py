"""What the article only supposes, asks or calls untrue is no fact; what it asserts beside that still is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.makers import claim

BLOCKED = "If the ministry blocks the sale, Orlan Freight will pay Pemble Lines £12 million."
CREDITORS = "Unless lenders agree by Friday, Pemble Lines will file for bankruptcy."
RULED = "Pemble Lines would pay Orlan Freight $3 million in the event that the court rules against it."
FINED = "The bank would have made a profit of $40 million had it not paid the fine."
INVERTED = "Were the bid to fail, Orlan Freight would sell its Leith depot for £30 million."
SAVED = "Orlan Freight could have saved $3 million in May."
ONLY_IF = "Orlan Freight will open a depot in Leith, but only if diesel prices stay below $2 a litre."


def _verdicts(check: Any, article: str, statement: str) -> tuple[str, str]:
    found = (
        check("claims", claim(statement, 1), article=article),
        check("abstract", {"text": statement, "evidence": [1]}, article=article),
    )
    return found[0].verdict.value, found[1].verdict.value


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        (BLOCKED, "The ministry blocks the sale."),
        (BLOCKED, "The ministry will block the sale."),
        (CREDITORS, "Lenders agree by Friday."),
        (RULED, "The court rules against Pemble Lines."),
        (SAVED, "Orlan Freight saved $3 million in May."),
        (ONLY_IF, "Diesel prices stay below $2 a litre."),
        ("Auditors asked whether Orlan Freight had hidden losses.", "Orlan Freight had hidden losses."),
        ("Police are examining whether Pemble Lines bribed officials.", "Pemble Lines bribed officials."),
        ("It is untrue that Pemble Lines has lost its licence.", "Pemble Lines has lost its licence."),
        ("Pemble Lines came close to missing a payment in June.", "Pemble Lines missed a payment in June."),
        ("Pemble Lines was on the verge of selling a depot in June.", "Pemble Lines sold a depot in June."),
        ("Pemble Lines almost lost the order in June.", "Pemble Lines lost the order in June."),
        ("The merger needs the approval of the port council.", "The merger has the approval of the port council."),
        ("The merger still requires clearance from Riga.", "The merger got clearance from Riga."),
        ("Orlan Freight seeks consent for the sale.", "Orlan Freight has consent for the sale."),
    ],
)
def test_what_is_not_asserted_is_no_fact(check: Any, article: str, statement: str) -> None:
    assert _verdicts(check, article, statement) == ("altered", "altered")


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        (BLOCKED, "Orlan Freight will pay Pemble Lines £12 million."),
        (CREDITORS, "Pemble Lines will file for bankruptcy."),
        (RULED, "Pemble Lines will pay Orlan Freight $3 million."),
        (FINED, "The bank made a profit of $40 million."),
        (INVERTED, "Orlan Freight will sell its Leith depot for £30 million."),
        (ONLY_IF, "Orlan Freight will open a depot in Leith."),
        ("It is not true that Pemble Lines has missed a payment.", "Pemble Lines has missed a payment."),
        ("Did Pemble Lines bribe officials in Riga?", "Pemble Lines bribed officials in Riga."),
    ],
)
def test_what_hangs_on_a_condition_is_not_proven_without_it(check: Any, article: str, statement: str) -> None:
    assert not {"verified"} & set(_verdicts(check, article, statement))


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        (BLOCKED, "If the ministry blocks the sale, Orlan Freight will pay Pemble Lines £12 million."),
        (CREDITORS, "Unless lenders agree by Friday, Pemble Lines will file for bankruptcy."),
        ("Orlan Freight sold a depot in May and will close more if prices fall.", "Orlan Freight sold a depot in May."),
        ("Orlan Freight sold its depot in May even if prices rose.", "Orlan Freight sold its depot in May."),
        ("A bid fails if it is late, and the port is full of late bids.", "The port is full of late bids."),
        ("Police ask whether Pemble Lines bribed officials.", "Police ask whether Pemble Lines bribed officials."),
        ("The merger has clearance from Riga but needs consent from Oslo.", "The merger has clearance from Riga."),
    ],
)  # fmt: skip
def test_what_is_asserted_beside_it_stays_verified(check: Any, article: str, statement: str) -> None:
    assert _verdicts(check, article, statement) == ("verified", "verified")


def test_what_another_sentence_asserts_is_a_fact(check: Any) -> None:
    article = "The ministry blocked the sale in May. If the ministry blocked the sale, a fee of £12 million was due."
    assert check("claims", claim("The ministry blocked the sale.", 1, 2), article=article).verdict.value == "verified"
