"""What settles a statement in the words of a report, for a name that the sentence has not, or beside another deed."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code
from tests.verifier.makers import claim

PACT = (
    "Vantor Mills and Oskell Foods agreed to build a bakery. Vantor Mills shares rose 3 percent. Oskell Foods makes "
    "rusks. The two companies will share the cost. Vantor Mills sells flour, and Oskell Foods buys it."
)
TRIO = PACT + " Pellam Oats sells oats. Pellam Oats is old. Pellam Oats is small."

RIGHT = [
    # what is reported, from where it begins
    (
        "In Leeds, a Vantor Mills spokesman said the firm was studying the bid.",
        1,
        "Vantor Mills was studying the bid.",
        "Vantor Mills",
    ),
    (
        "Vantor Mills raised its dividend and said it bought back 40,000 shares in May.",
        1,
        "Vantor Mills bought back 40,000 shares in May.",
        "Vantor Mills",
    ),
    (
        "Vantor Mills on Thursday said it has won an order from Oskell Foods.",
        1,
        "Vantor Mills has won an order from Oskell Foods.",
        "Vantor Mills",
    ),
    (
        "Vantor Mills, which is not for sale, said it would open a bakery.",
        1,
        "Vantor Mills would open a bakery.",
        "Vantor Mills",
    ),
    # another form of the verb beside a name
    ("“We have cash enough,” said Vantor Mills partner Ida Brandt.", 1, "Vantor Mills has cash enough.", "Ida Brandt"),
    (
        "“We've waited long for this,” said Vantor Mills partner Ida Brandt.",
        1,
        "Vantor Mills has waited long for this.",
        "Ida Brandt",
    ),
    # chains of words for one company
    (
        "Vantor Mills makes flour. The company sold a kiln. It hired 40 people.",
        3,
        "Vantor Mills hired 40 people.",
        None,
    ),
    (
        "Norway's Vantor Mills bought a quarry from Oskell Foods. It paid in cash.",
        2,
        "Vantor Mills paid in cash.",
        None,
    ),
    (
        "Vantor Mills (the “Company”) met Oskell Foods. Oskell Foods is old. The Company hired 40 people.",
        3,
        "Vantor Mills hired 40 people.",
        None,
    ),
    (
        "Vantor Mills is old. Ida Brandt, an analyst at Pellam Research, argues that the company could double its "
        "sales. Vantor Mills rose. Vantor Mills fell.",
        (1, 2),
        "Vantor Mills could double its sales.",
        "Ida Brandt",
    ),
    (PACT, (1, 4), "Vantor Mills and Oskell Foods will share the cost.", None),
    # whose a thing is
    (
        "Vantor Mills signed a loan agreement. The facility with Bank of Marl replaced an overdraft. "
        "Oskell Foods was pleased. The facility matures in May.",
        (2, 4),
        "The facility with Bank of Marl matures in May.",
        None,
    ),
    # the second of two deeds
    (
        "Vantor Mills has sued Oskell Foods for fraud and is seeking damages.",
        1,
        "Vantor Mills is seeking damages.",
        None,
    ),
]


def _numbers(cited: int | tuple[int, ...]) -> tuple[int, ...]:
    return cited if isinstance(cited, tuple) else (cited,)


@pytest.mark.parametrize(("article", "cited", "statement", "claimant"), RIGHT)
def test_what_can_mean_nobody_else_is_settled(
    check: Any, article: str, cited: int | tuple[int, ...], statement: str, claimant: str | None
) -> None:
    hedged = "asserted" if "could" not in statement else "hedged"
    kind = "fact" if hedged == "asserted" else "forecast"
    record = check(
        "claims", claim(statement, *_numbers(cited), claimant=claimant, certainty=hedged, kind=kind), article=article
    )
    assert Code.STATEMENT_UNPROVEN not in [finding.code for finding in record.findings], record.findings
    assert not any(finding.verdict.faulty for finding in record.findings), record.findings


NEAR = [
    # a name of two, a longer time
    (
        "Vantor Mills met Oskell Foods. Vantor said its talks with the bank have ended.",
        2,
        "Vantor Oskell's talks with the bank have ended.",
        "Vantor Mills",
    ),
    (
        "Vantor Mills rose. The net loss for the three months to June 30 was $4 million.",
        (1, 2),
        "Vantor Mills's net loss for the twelve months to June 30 was $4 million.",
        None,
    ),
    # what governs the report
    (
        "If asked, Vantor Mills would have said it was studying the bid.",
        1,
        "Vantor Mills was studying the bid.",
        "Vantor Mills",
    ),
    ("Vantor Mills never said it was studying the bid.", 1, "Vantor Mills was studying the bid.", "Vantor Mills"),
    ("Vantor Mills denied that it was studying the bid.", 1, "Vantor Mills was studying the bid.", "Vantor Mills"),
    ("Vantor Mills asked whether it was worth the bid.", 1, "Vantor Mills was worth the bid.", "Vantor Mills"),
    (
        "Vantor Mills said that if prices fall it would open a bakery.",
        1,
        "Vantor Mills would open a bakery.",
        "Vantor Mills",
    ),
    (
        "“If prices fall,” Vantor Mills said, “we will open a bakery.”",
        1,
        "Vantor Mills will open a bakery.",
        "Vantor Mills",
    ),
    (
        "Unless prices rise, Vantor Mills said it would open a bakery.",
        1,
        "Vantor Mills would open a bakery.",
        "Vantor Mills",
    ),
    (
        "With approval from the regulator, Vantor Mills said it would open a bakery.",
        1,
        "Vantor Mills would open a bakery.",
        "Vantor Mills",
    ),
    ("Vantor Mills said it had hoped to buy Oskell Foods.", 1, "Vantor Mills had bought Oskell Foods.", "Vantor Mills"),
    ("Vantor Mills said it was to have bought a quarry.", 1, "Vantor Mills bought a quarry.", "Vantor Mills"),
    (
        "Vantor Mills said it sold all its kilns other than those in Peru.",
        1,
        "Vantor Mills sold all its kilns.",
        "Vantor Mills",
    ),
    # somebody else's words in it
    (
        "Vantor Mills said Oskell Foods claimed it was studying the bid.",
        1,
        "Vantor Mills was studying the bid.",
        "Vantor Mills",
    ),
    # another antecedent
    (
        "Vantor Mills makes flour. Oskell Foods makes rusks. It hired 40 people.",
        3,
        "Vantor Mills hired 40 people.",
        None,
    ),
    (
        "Vantor Mills makes flour. The bakery in Leeds will open in May. It will employ 40 people.",
        3,
        "Vantor Mills will employ 40 people.",
        None,
    ),
    (
        "Vantor Mills makes flour. An analyst at Oskell Securities said it would hire 40 people.",
        2,
        "Oskell Securities would hire 40 people.",
        "an analyst",
    ),
    (
        "Oskell Foods makes rusks. The company met Vantor Mills. It hired 40 people.",
        3,
        "Vantor Mills hired 40 people.",
        None,
    ),
    (
        "“They have cash enough,” said Vantor Mills partner Ida Brandt.",
        1,
        "Vantor Mills has cash enough.",
        "Ida Brandt",
    ),
    ("“We have cash enough,” said Oskell Foods partner Ida Brandt.", 1, "Vantor Mills has cash enough.", "Ida Brandt"),
    (TRIO, (1, 4, 6), "Vantor Mills and Pellam Oats will share the cost.", None),
    (PACT, (1, 4), "Vantor Mills will share the cost.", None),
    # a thing of two owners, or one of several
    (
        "The facility with Bank of Marl is new. The facility with Bank of Torl is old. The facility matures in May.",
        (1, 3),
        "The facility with Bank of Marl matures in May.",
        None,
    ),
    (
        "The offer by Vantor Mills was low. A second offer followed. The offer was raised in May.",
        (1, 3),
        "The offer by Vantor Mills was raised in May.",
        None,
    ),
    # the deed of another subject, or under what governs the first
    (
        "Vantor Mills said Oskell Foods had lost money and was seeking a loan.",
        1,
        "Vantor Mills was seeking a loan.",
        None,
    ),
    (
        "Vantor Mills has sued the bank that sold the mill and is seeking a loan.",
        1,
        "Vantor Mills is seeking a loan.",
        None,
    ),
    ("Vantor Mills has not lost money and will not close unless prices fall.", 1, "Vantor Mills will not close.", None),
]


@pytest.mark.parametrize(("article", "cited", "statement", "claimant"), NEAR)
def test_what_may_mean_or_leave_out_something_else_is_not_verified(
    check: Any, article: str, cited: int | tuple[int, ...], statement: str, claimant: str | None
) -> None:
    record = check("claims", claim(statement, *_numbers(cited), claimant=claimant), article=article)
    assert record.verdict.value != "verified"


@pytest.mark.parametrize(
    ("article", "cited", "claimant", "sure"),
    [
        (
            "Ana Torvell of Pellam Institute of Research expects rain. “Ovens will close,” he said. Torvell is old.",
            2,
            "Ana Torvell",
            True,
        ),
        ("Ovens will close, according to a note seen by Vantor Mills.", 1, "a note seen by Vantor Mills", True),
        ("Ovens will close, according to a note seen by Vantor Mills.", 1, "Vantor Mills", False),
        ("Ida Brandt met Mr Pellam. Mr Pellam left. “Ovens will close,” she said.", 3, "Mr Pellam", False),
        ("Vantor Mills rose 3 percent. “Ovens will close,” he said.", 2, "Vantor Mills", False),
    ],
)
def test_a_claimant_is_sure_where_the_words_for_him_can_mean_nobody_else(
    check: Any, article: str, cited: int, claimant: str, sure: bool
) -> None:
    draft = claim("Ovens will close.", cited, claimant=claimant, kind="forecast")
    record = check("claims", draft, article=article)
    assert (
        not any(finding.field == "claimant" and finding.verdict.value != "verified" for finding in record.findings)
    ) is sure
