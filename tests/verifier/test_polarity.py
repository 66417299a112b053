"""Negation, direction, extent and certainty of statements, each against one sentence of an invented article."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.article import Article
from summarizer.records import Claim
from summarizer.verifier import Code
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record


def faults(article: str, statement: str, **changes: object) -> list[str]:
    """The codes of the faults that are found in a claim which cites the article's first sentence."""
    fields: dict[str, object] = {"claimant": None, "kind": "fact", "certainty": "asserted", "figures": []}
    record = Claim.model_validate({"statement": statement, "evidence": [1], **fields, **changes})
    index = Index(Article.from_text(article, published=date(2026, 3, 4)))
    return [finding.code for finding in verify_record(record, index).findings if finding.verdict.faulty]


ALTERED = {
    Code.NEGATION_ALTERED: [
        ("Veltra did not raise its forecast.", "Veltra raised its forecast."),
        ("Veltra's board rejected the bid on Monday.", "Veltra's board did not reject the bid on Monday."),
        ("Veltra failed to win the contract.", "Veltra won the contract."),
        ("The company has no plans to sell the unit.", "The company plans to sell the unit."),
        ("Few analysts expect a bid.", "Most analysts expect a bid."),
        ("Neither Veltra nor Morsten commented.", "Veltra and Morsten commented."),
        ("Veltra hasn't ruled out a bid for Morsten.", "Veltra has ruled out a bid for Morsten."),
        ("The union is not opposed to the merger.", "The union is opposed to the merger."),
        ("Veltra no longer makes tires.", "Veltra makes tires."),
        ("Veltra has yet to find a buyer for the mill.", "Veltra has found a buyer for the mill."),
        ("The bank stopped short of calling it a default.", "The bank called it a default."),
        ("Prices are unlikely to recover in 2028, Osei said.", "Prices will recover in 2028, Osei said."),
        ("The contract was awarded without a tender.", "The contract was awarded with a tender."),
        ("Veltra refused to sell the mill.", "Veltra sold the mill."),
        ("Veltra scrapped plans to build a plant in Ohio.", "Veltra plans to build a plant in Ohio."),
        ("The company denied that it had breached the contract.", "The company had breached the contract."),
        ("Chen said she doubts the deal can close by June.", "Chen said the deal can close by June."),
        ("Two directors always voted with the founder.", "Two directors never voted with the founder."),
        ("Veltra said it would not close the mill.", "Veltra said it would close the mill."),
        ("None of the banks agreed to lend.", "The banks agreed to lend."),
        ("Veltra cut prices instead of jobs.", "Veltra cut jobs."),
    ],
    Code.DIRECTION_ALTERED: [
        ("Costs fell 4% while revenue rose 6%.", "Costs rose 4% while revenue fell 6%."),
        ("Costs fell 4% while revenue rose 6%.", "Revenue fell 6%."),
        ("The airline's loss narrowed to $3 million.", "The airline's loss widened to $3 million."),
        ("Veltra's board rejected the bid on Monday.", "The bid was accepted by Veltra's board."),
        ("Analysts expect Veltra to report a profit.", "Analysts expect Veltra to report a loss."),
        (
            "Prices are unlikely to recover before 2028, Osei said.",
            "Prices are likely to recover before 2028, Osei said.",
        ),
        ("The unit is profitable.", "The unit is unprofitable."),
        ("Shares hit a two-year high on Friday.", "Shares hit a two-year low on Friday."),
        ("The shareholders supported the plan.", "The shareholders opposed the plan."),
        ("The fund kept its stake.", "The fund sold its stake."),
        ("Sales beat estimates.", "Sales missed estimates."),
        ("A minority of holders voted against.", "A majority of holders voted against."),
        ("The price includes debt.", "The price excludes debt."),
        ("The fund saw inflows of $2 billion.", "The fund saw outflows of $2 billion."),
        ("The offer is a premium of 20% to Friday's close.", "The offer is a discount of 20% to Friday's close."),
        ("Growth accelerated in the spring.", "Growth slowed in the spring."),
        ("Rating agency Crest downgraded Veltra's bonds.", "Rating agency Crest upgraded Veltra's bonds."),
        ("Inventories declined before the strike.", "Inventories declined after the strike."),
        ("The company hired 200 people in March.", "The company laid off 200 people in March."),
    ],
    Code.EXTENT_ALTERED: [
        ("Some of the plants are open.", "All of the plants are open."),
        ("It is one of the largest makers of pumps in Europe.", "It is the largest maker of pumps in Europe."),
    ],
    Code.CERTAINTY_ALTERED: [
        ("Veltra is considering selling its Ohio unit.", "Veltra will sell its Ohio unit."),
        ("Veltra may sell its Ohio unit.", "Veltra is selling its Ohio unit."),
        ("Veltra may sell its Ohio unit.", "Veltra plans to sell its Ohio unit."),
        ("Veltra plans to open two plants in Ohio.", "Veltra opened two plants in Ohio."),
        ("Veltra plans to open two plants in Ohio.", "Veltra has opened two plants in Ohio."),
        ("Veltra might buy Morsten.", "Veltra will acquire Morsten."),
        ("The talks could still collapse, he said.", "The talks collapsed, he said."),
        ("Veltra allegedly bribed officials.", "Veltra bribed officials."),
        ("Veltra reportedly hired advisers.", "Veltra hired advisers."),
        ("Veltra opened its third plant in Mobile.", "Veltra will open its third plant in Mobile."),
        ("Veltra is in talks to buy Morsten.", "Veltra has agreed to buy Morsten."),
        ("Veltra is in talks to buy Morsten.", "Veltra will buy Morsten."),
        ("The deal is likely to close in June.", "The deal will close in June."),
        ("Veltra seeks to raise $40 million.", "Veltra raised $40 million."),
        ("Veltra appears to have lost the order.", "Veltra lost the order."),
        ("The regulator is expected to approve the merger.", "The regulator approved the merger."),
        ("Veltra proposed to buy Morsten.", "Veltra bought Morsten."),
    ],
}

RIGHT = [
    ("Costs fell 4% while revenue rose 6%.", "Revenue rose 6% while costs fell 4%."),
    (
        "The airline's loss narrowed to $3 million from $9 million.",
        "The airline cut its loss to $3 million from $9 million.",
    ),
    (
        "The airline's loss narrowed to $3 million from $9 million.",
        "The airline's results improved, with a loss of $3 million.",
    ),
    ("Veltra did not raise its forecast.", "Veltra left its forecast unchanged."),
    ("Veltra declined to say how many jobs it will cut.", "Veltra will cut jobs but didn't say how many."),
    ("Veltra did not disclose the price of the acquisition, which closed in May.", "The acquisition closed in May."),
    ("Veltra's board rejected the bid on Monday.", "The bid was turned down by Veltra's board."),
    ("Veltra failed to win the contract.", "Veltra did not win the contract."),
    ("Veltra failed to win the contract.", "Veltra lost the contract."),
    ("Veltra is expected to close the deal in May.", "The deal should close in May."),
    ("Veltra plans to open two plants in Ohio.", "Veltra will open two plants in Ohio."),
    ("Veltra plans to open two plants in Ohio.", "Veltra intends to open two plants in Ohio."),
    ("Veltra agreed to buy Morsten for $2 billion.", "Veltra will buy Morsten for $2 billion."),
    ("Veltra agreed to buy Morsten for $2 billion.", "Veltra to buy Morsten for $2 billion"),
    ("Veltra agreed to buy Morsten for $2 billion.", "Veltra buys Morsten for $2 billion"),
    (
        "Veltra may sell its Ohio unit, two people familiar with the matter said.",
        "Veltra could sell its Ohio unit, people familiar said.",
    ),
    ("Veltra is considering selling its Ohio unit.", "Veltra is weighing a sale of its Ohio unit."),
    ("Veltra said it would cut 300 jobs.", "Veltra will cut 300 jobs."),
    ("The talks could still collapse, he said.", "He said the talks might still collapse."),
    ("Analysts expect Veltra to report a profit.", "Veltra is expected to report a profit."),
    (
        "Shares gained 3% in early trading before falling back to close 1% lower.",
        "Shares closed 1% lower after gaining 3% in early trading.",
    ),
    ("The company has no plans to sell the unit.", "The company does not plan to sell the unit."),
    ("Most of the workers voted for the contract.", "A majority of workers backed the contract."),
    ("Nearly all of the plants are open.", "Almost all plants are open."),
    ("Neither Veltra nor Morsten commented.", "Veltra and Morsten did not comment."),
    ("Veltra hasn't ruled out a bid for Morsten.", "Veltra has not ruled out a bid for Morsten."),
    ("Veltra upgraded its outlook after sales beat estimates.", "Sales beat estimates and Veltra raised its outlook."),
    ("It is one of the largest makers of pumps in Europe.", "It is among the largest makers of pumps in Europe."),
    ("The order allegedly involved bribes to officials.", "The order is alleged to have involved bribes to officials."),
    (
        "Operating profit slid 12% as fuel costs climbed, but the dividend was kept at 40 cents.",
        "The dividend was maintained at 40 cents although operating profit fell 12%.",
    ),
    ("The union is not opposed to the merger.", "The union does not oppose the merger."),
    ("Only two of the nine bidders offered financing.", "Two of nine bidders offered financing."),
    ("If regulators approve, the deal will close in June.", "The deal will close in June if regulators approve it."),
    (
        "Veltra, which denied wrongdoing, will pay a $4 million fine.",
        "Veltra will pay a $4 million fine and denied wrongdoing.",
    ),
    ("Veltra no longer makes tires.", "Veltra stopped making tires."),
    ("The bank stopped short of calling it a default.", "The bank did not call it a default."),
    ("Prices are unlikely to recover before 2028, Osei said.", "Osei said prices probably won't recover before 2028."),
    ("Revenue was little changed at $40 million.", "Revenue was flat at $40 million."),
    ("Veltra has yet to find a buyer for the mill.", "Veltra has not found a buyer for the mill."),
    (
        "Demand for pumps stayed strong, and inventories declined.",
        "Inventories declined as pump demand remained strong.",
    ),
    ("The contract was awarded without a tender.", "There was no tender for the contract."),
    ("Shares of Veltra, up 4% before the announcement, ended down 2%.", "Veltra's shares ended down 2%."),
    (
        "Veltra will open its third plant in Mobile in 2027, adding 400 jobs.",
        "Veltra's third plant, in Mobile, will open in 2027 and add 400 jobs.",
    ),
    ("Veltra opened its third plant in Mobile.", "The third plant of Veltra is open in Mobile."),
    ("“We will not sell,” Chief Executive Rana Holt said.", "Chief Executive Rana Holt said the company won't sell."),
    ("Chen said she doubts the deal can close by June.", "Chen doubts that the deal will close by June."),
    (
        "Veltra cut the price of its pumps rather than lose customers.",
        "Veltra cut pump prices so as not to lose customers.",
    ),
    (
        "The company swung to a loss of $3 million from a profit of $5 million.",
        "The company had a loss of $3 million, compared with a profit of $5 million a year earlier.",
    ),
    ("The stake may be sold to Morsten, which already owns 20%.", "Morsten already owns 20%."),
    ("Veltra reported a wider loss, yet its shares rose.", "Veltra's shares rose despite a wider loss."),
    (
        "The deal, which could be announced this week, values Morsten at $2 billion.",
        "The deal values Morsten at $2 billion.",
    ),
]


@pytest.mark.parametrize(
    ("code", "article", "statement"),
    [(code, article, statement) for code, pairs in ALTERED.items() for article, statement in pairs],
)
def test_what_turns_a_statement_round_is_found(code: Code, article: str, statement: str) -> None:
    assert code in faults(article, statement)


@pytest.mark.parametrize(("article", "statement"), RIGHT)
def test_the_same_in_other_words_is_right(article: str, statement: str) -> None:
    assert faults(article, statement, **_labels(statement)) == []


@pytest.mark.parametrize("article", sorted({article for article, _ in RIGHT}))
def test_a_copied_sentence_is_right(article: str) -> None:
    assert faults(article, article, **_labels(article)) == []


def _labels(statement: str) -> dict[str, object]:
    """What a careful reader calls it: a forecast with a hedge where the statement itself leaves it open."""
    open_words = {"may", "might", "could", "expected", "expects"}
    return {"kind": "forecast", "certainty": "hedged"} if open_words & set(statement.split()) else {}


LABELS = [
    ("Atlan signed a deal. Terms were not disclosed.", "Atlan signed a deal.", {"certainty": "denied"}),
    ("Shares of Atlan were unchanged.", "Shares of Atlan were unchanged.", {"kind": "denial"}),
    ("Atlan's bid might fail.", "Atlan's bid could fail.", {}),
    ("Atlan denied that it is for sale.", "Atlan denied that it is for sale.", {"claimant": "Atlan"}),
]


@pytest.mark.parametrize(("article", "statement", "labels"), LABELS)
def test_a_label_that_its_own_statement_and_the_article_contradict_is_a_fault(
    article: str, statement: str, labels: dict[str, object]
) -> None:
    assert set(faults(article, statement, **labels)) & {Code.CERTAINTY_ALTERED, Code.KIND_ALTERED}


ALLOWED = [
    "Lenders may demand early repayment under the loan agreement.",
    "Only two of nine bidders could promise delivery by May.",
    "Earnings were higher than analysts had expected.",
]


@pytest.mark.parametrize("statement", ALLOWED)
def test_a_permission_an_ability_and_a_past_forecast_may_be_asserted_facts(statement: str) -> None:
    assert faults(statement, statement) == []


def test_a_denial_of_a_report_that_is_told_in_other_words_is_a_denial() -> None:
    article = "Atlan said the rumours of a bid for Tessel were untrue."
    assert faults(article, "Atlan is bidding for Tessel.", kind="denial", certainty="denied", claimant="Atlan") == []


def test_a_denied_claim_need_not_negate_what_the_article_negates() -> None:
    article = "Veltra denied that it is in talks with Morsten."
    assert faults(article, "Veltra is in talks with Morsten.", kind="denial", certainty="denied") == []
    assert faults(article, "Veltra is in talks with Morsten.") == [Code.NEGATION_ALTERED]


def test_what_an_authority_refuses_is_a_fact_and_what_somebody_denies_is_none() -> None:
    refused = "The Patent Office said it has denied Veltra's two petitions."
    assert faults(refused, "It has denied Veltra's two petitions", claimant="Patent Office") == []
    denied = "Veltra said it has denied the reports."
    assert faults(denied, "It has denied the reports", claimant="Veltra") == [Code.CERTAINTY_ALTERED]


def test_a_question_asserts_nothing() -> None:
    assert faults("Will the cap replace plastic? Not soon.", "The cap will not replace plastic.") == []


def test_a_denial_needs_its_own_negation() -> None:
    article = "Osei said the bid, which a rival had rejected, valued the mill at $40 million."
    record = Claim(
        statement="Osei said the bid valued the mill at $40 million.",
        claimant="Osei",
        kind="denial",
        certainty="asserted",
        figures=[],
        evidence=[1],
    )
    assert verify_record(record, Index(Article.from_text(article))).verdict == "inferred"


def test_a_sale_to_a_party_is_that_partys_purchase() -> None:
    article = "Pell Corp and Aster Inc said they agreed to terms for the sale of Ridge Airways to Aster Inc."
    assert faults(article, "Aster Inc has agreed to acquire Ridge Airways.") == []


def test_what_is_only_to_be_completed_is_not_done() -> None:
    article = "Norvane agreed to buy Tarn Foods in a deal to be completed by June."
    assert Code.CERTAINTY_ALTERED in faults(article, "Norvane has bought Tarn Foods.")
