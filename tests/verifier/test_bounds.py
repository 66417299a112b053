"""What is longer than anybody writes is compared as far as a bound, and never called verified beyond it."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.records import Claim
from summarizer.verdicts import Verdict
from summarizer.verifier import verify_sections
from summarizer.verifier.clause import Clause
from summarizer.verifier.findings import Code
from summarizer.verifier.said import LONGEST, compared

SENTENCE = "Tarrenby Holdings agreed to buy the yards of Ostravane Partners for $1.2 billion."


def verified(text: str, statement: str) -> Claim:
    claim = Claim(statement=statement, kind="fact", certainty="asserted", evidence=[1])
    found = verify_sections({"claims": [claim]}, Article.from_text(text))["claims"][0]
    assert isinstance(found, Claim)
    return found


def test_a_statement_too_long_to_be_compared_is_not_verified() -> None:
    many = len(SENTENCE) + 1
    found = verified(SENTENCE, " ".join([SENTENCE] * (LONGEST // many + 2)))
    assert found.verdict is not Verdict.VERIFIED
    assert Code.STATEMENT_UNPROVEN in [finding.code for finding in found.findings]


def test_a_fault_in_the_part_that_is_compared_is_still_found() -> None:
    wrong = SENTENCE.replace("$1.2", "$1.7")
    found = verified(SENTENCE, " ".join([wrong] * (LONGEST // len(wrong) + 2)))
    assert found.verdict is Verdict.ALTERED


def test_a_long_statement_is_cut_between_words() -> None:
    # 10,000 is no multiple of the seven characters of a word with its space: the word across the bound is left out.
    assert compared("abcdef " * 5_000) == ("abcdef " * (LONGEST // 7)).strip()
    assert compared("short") == "short"


@pytest.mark.parametrize(
    "line",
    [
        "Tarrenby bought "
        + " and ".join(f"Ostra{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}n Yards" for n in range(3_000)),
        "It said " * 3_000 + "it bought Ostravane Partners",
        "Tarrenby" + " of Ostravane" * 3_000 + " bought Elmet Pumps",
        "Tarrenby" + " (a)" * 3_000 + " bought Elmet Pumps",
    ],
    ids=["joined names", "pronouns", "names of names", "brackets"],
)
def test_a_sentence_that_never_ends_is_read(line: str) -> None:
    found = verified(f"{line}.", "Tarrenby bought Elmet Pumps.")
    assert found.verdict is not None


def test_what_is_longer_than_any_sentence_has_no_acts() -> None:
    prose = "The board rejected the offer and cut the dividend, and sales rose. "
    assert Clause.of(prose).acts
    assert Clause.of(prose.replace(".", ",") * 200).acts == []
