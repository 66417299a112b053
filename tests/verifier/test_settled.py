"""A statement is verified where one sentence settles it: what governs or restricts it there is kept."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code
from tests.verifier.makers import claim

RESULTS = "Ulmer Tiles sales rose 8 percent to $90 million in the spring quarter, while profit fell 3 percent."
REGIONS = "In Asia, Ulmer Tiles sales rose 8 percent. Sales of bricks excluding returns fell 2 percent at Korvo Brick."
BID = "Norrin Glass plc may buy the Dutch kiln maker Feldt BV, which employs 310 people, if regulators agree."
SAID = (
    "Ida Brandt, chief of Norrin Glass, said that Norrin would close a kiln in May and sell a quarry. Analysts think "
    "that Norrin Glass paid too much. Norrin Glass refused to say that it had lost an order."
)


def _codes(record: Any) -> list[str]:
    return [finding.code for finding in record.findings if finding.verdict.value != "verified"]


@pytest.mark.parametrize(
    ("article", "statement", "claimant"),
    [
        (RESULTS, "Ulmer Tiles sales rose 8 percent to $90 million in the spring quarter", None),
        (RESULTS, "Ulmer Tiles sales climbed 8 percent to $90 million in the spring quarter.", None),
        (RESULTS, "Profit fell 3 percent.", None),
        (BID, "Feldt BV employs 310 people.", None),
        (BID, "Norrin Glass plc may buy Feldt BV, if regulators agree.", None),
        (SAID, "Norrin will close a kiln in May and sell a quarry.", "Ida Brandt"),
        (SAID, "Norrin would sell a quarry.", "Ida Brandt"),
        ("Norrin Glass (NRG) hired 40 people. It sold a kiln on Friday.", "Norrin Glass sold a kiln.", None),
        ("Norrin Glass is small. The company's sales rose 5%.", "Norrin Glass's sales rose 5%.", None),
        ("Norrin Glass, a maker of panes that owns a quarry, is for sale.", "Norrin Glass owns a quarry.", None),
    ],
)
def test_what_one_sentence_says_in_the_same_words_is_verified(
    check: Any, article: str, statement: str, claimant: str | None
) -> None:
    cited = [2] if article.count(". ") == 1 and article is not REGIONS else [1]
    record = check("claims", claim(statement, *cited, claimant=claimant), article=article)
    assert record.verdict.value == "verified", record.findings


@pytest.mark.parametrize(
    ("article", "cited", "statement"),
    [
        # the subject of one clause with what another does
        ("Ulmer Tiles hired 40 people and Korvo Brick shut two kilns.", 1, "Ulmer Tiles shut two kilns."),
        ("Korvo Brick, beaten by Ulmer Tiles in May, sold two kilns.", 1, "Ulmer Tiles in May sold two kilns."),
        # a part told as the whole
        (REGIONS, 1, "Ulmer Tiles sales rose 8 percent."),
        (REGIONS, 2, "Sales of bricks fell 2 percent at Korvo Brick."),
        (REGIONS, 2, "Sales excluding returns fell 2 percent at Korvo Brick."),
        ("Ulmer Tiles sold some of its kilns.", 1, "Ulmer Tiles sold its kilns."),
        ("Ulmer Tiles did not raise prices in Peru.", 1, "Ulmer Tiles did not raise prices."),
        ("Ulmer Tiles has the largest kiln in Peru.", 1, "Ulmer Tiles has the largest kiln."),
        # a condition, a hope or a plan left out
        (BID, 1, "Norrin Glass plc may buy Feldt BV."),
        ("Ulmer Tiles will pay a dividend, unless lenders object.", 1, "Ulmer Tiles will pay a dividend."),
        ("Ulmer Tiles hopes to open a kiln.", 1, "Ulmer Tiles opens a kiln."),
        ("A plan to sell Ulmer Tiles is ready.", 1, "Ulmer Tiles is ready."),
        ("Ulmer Tiles has yet to sign the lease.", 1, "Ulmer Tiles has to sign the lease."),
        # what somebody says or thinks, as the article's own word
        (SAID, 1, "Norrin would close a kiln in May and sell a quarry."),
        (SAID, 2, "Norrin Glass paid too much."),
        ("Korvo Brick cheated, a former clerk said on Friday.", 1, "Korvo Brick cheated."),
        ("“Korvo Brick has no cash,” Ann Lisle told a court. “It never had.”", 1, "Korvo Brick has no cash"),
        # what is only asked, and words that end in the midst of a phrase
        ("Is Ulmer Tiles for sale?", 1, "Ulmer Tiles is for sale."),
        ("Ulmer Tiles shut a yard with a broken kiln door.", 1, "Ulmer Tiles shut a yard with a broken kiln."),
        ("Ulmer Tiles keeps fares until 2028 and adds a ferry.", 1, "Ulmer Tiles keeps fares until and adds a ferry."),
    ],
)  # fmt: skip
def test_what_leaves_out_what_governs_it_is_not_verified(check: Any, article: str, cited: int, statement: str) -> None:
    record = check("claims", claim(statement, cited), article=article)
    assert record.verdict.value != "verified"


@pytest.mark.parametrize("statement", ["Norrin Glass had lost an order.", "It had lost an order."])
def test_what_somebody_refuses_to_say_is_not_said_by_him(check: Any, statement: str) -> None:
    record = check("claims", claim(statement, 3, claimant="Norrin Glass"), article=SAID)
    assert record.verdict.value != "verified"


def test_a_denial_need_not_be_repeated_beside_the_certainty(check: Any) -> None:
    article = "Ulmer Tiles is not hiring. Ulmer Tiles denied that it had sold a quarry."
    fields = {"kind": "denial", "certainty": "denied"}
    record = check("claims", claim("It had sold a quarry.", 2, claimant="Ulmer Tiles", **fields), article=article)
    assert record.verdict.value == "verified", record.findings
    record = check("claims", claim("Ulmer Tiles is hiring.", 1, **fields), article=article)
    assert Code.STATEMENT_UNPROVEN not in _codes(record)
    asserted = check("claims", claim("It had sold a quarry.", 2, claimant="Ulmer Tiles"), article=article)
    assert asserted.verdict.value != "verified"


def test_each_clause_of_a_statement_is_settled_by_a_sentence_of_its_own(check: Any) -> None:
    article = "Ulmer Tiles shut a kiln. Korvo Brick sold a quarry in May."
    right = "Ulmer Tiles shut a kiln; Korvo Brick sold a quarry."
    assert check("abstract", {"text": right, "evidence": [1, 2]}, article=article).verdict.value == "verified"
    wrong = "Ulmer Tiles shut a quarry; Korvo Brick sold a quarry."
    assert check("abstract", {"text": wrong, "evidence": [1, 2]}, article=article).verdict.value != "verified"


def test_it_is_the_only_one_named_before_or_it_is_left_open(check: Any) -> None:
    one = "Ulmer Tiles is small. It sold a quarry."
    two = "The judge heard Ulmer Tiles and Korvo Brick. It sold a quarry."
    draft = claim("Ulmer Tiles sold a quarry.", 2)
    assert check("claims", draft, article=one).verdict.value == "verified"
    assert Code.STATEMENT_UNPROVEN in _codes(check("claims", draft, article=two))


@pytest.mark.parametrize(
    ("article", "claimant", "sure"),
    [
        ("Sales will rise, Ann Lisle of Korvo Brick said.", "Ann Lisle", True),
        ("Sales will rise, Ann Lisle of Korvo Brick said.", "Korvo Brick", False),
        ("Sales will rise, analysts at Korvo Bank said.", "Korvo Bank", True),
        ("Sales will rise, one of the buyers said.", "one of the buyers", True),
        ("Ann Lisle met Jo Orme. Sales will rise, she said.", "Jo Orme", False),
        ("Ann Lisle runs Korvo Brick. Sales will rise, she said.", "Ann Lisle", True),
    ],
)
def test_a_claim_is_his_who_is_named_or_alone_can_be_meant(check: Any, article: str, claimant: str, sure: bool) -> None:
    number = article.count(". ") + 1
    draft = claim("Sales will rise.", number, claimant=claimant, kind="forecast")
    found = [one.code for one in check("claims", draft, article=article).findings if one.field == "claimant"]
    assert (Code.SPEAKER_UNPROVEN not in found and Code.CLAIMANT_ALTERED not in found) is sure
