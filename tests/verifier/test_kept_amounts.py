"""What a statement keeps of an amount: change or level, both ends, the side of a bound, whose dollars, a multiple."""

from __future__ import annotations

import pytest

from summarizer import Article, verify

TEXT = (
    "Ostrava Kiln's revenue fell 4.5% to $2.3 billion in the first quarter. It raised its forecast to between "
    "$9 million and $9.5 million.\n\n"
    "Analyst Mira Holt cut her price target to $55 from $61. The yield rose to 4.25 per cent. More than 300 workers "
    "walked out.\n\n"
    "Its Oslo arm sold vessels for C$75 million. Prices doubled. Rival Pell plc had offered 38 pounds a share, valuing "
    "Morrow at 940 million pounds. The loss narrowed to $3 million.\n"
)


def findings_of(statement: str) -> set[str]:
    article = Article.from_text(TEXT)
    claim = {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": [sentence.number for sentence in article.sentences],
    }  # fmt: skip
    found = verify(article, {"claims": [claim]}).claims[0].findings
    return {finding.code for finding in found if finding.verdict in ("altered", "unsupported")}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("Ostrava Kiln's revenue fell by $2.3 billion in the first quarter.", "unit_altered"),
        ("Mira Holt cut her price target by $55.", "unit_altered"),
        ("The yield rose by 4.25%.", "unit_altered"),
        ("The yield rose 4.25%.", "unit_altered"),
        ("Ostrava Kiln raised its forecast to $9 million.", "bound_altered"),
        ("Ostrava Kiln raised its forecast to $9.5 million.", "bound_altered"),
        ("Nearly 300 workers walked out.", "bound_altered"),
        ("Its Oslo arm sold vessels for $75 million.", "currency_altered"),
        ("Prices tripled.", "number_altered"),
        ("Prices rose fourfold.", "number_altered"),
    ],
)
def test_what_is_not_kept_is_found(statement: str, code: str) -> None:
    assert code in findings_of(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Ostrava Kiln's revenue fell by 4.5% to $2.3 billion in the first quarter.",
        "Mira Holt lowered her price target to $55.",
        "Ostrava Kiln now forecasts at least $9 million.",
        "Ostrava Kiln raised its forecast to as much as $9.5 million.",
        "Ostrava Kiln raised its forecast to $9 million to $9.5 million.",
        "Over 300 workers walked out.",
        "Its Oslo arm sold vessels for C$75 million.",
        "Prices rose twofold.",
        "Pell offered 38 pounds per share for Morrow.",
        "The results improved, with a loss of $3 million.",
    ],
)
def test_what_is_kept_in_other_words_is_right(statement: str) -> None:
    assert findings_of(statement) == set()


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("Tin fell below $60 a pound.", set()),
        ("Tin fell to less than $60 a pound.", set()),
        ("Tin dropped to under $60 a pound.", set()),
        ("Zinc rose to more than $90 a pound.", set()),
        ("Tin fell by less than $60 a pound.", {"unit_altered"}),
        ("Tin fell to more than $60 a pound.", {"bound_altered"}),
        ("Lead fell to more than 60 cents a pound.", {"unit_altered"}),
    ],
)
def test_what_falls_below_a_price_comes_to_less_than_it(statement: str, codes: set[str]) -> None:
    article = Article.from_text(
        "Tin fell below $60 a pound. Zinc rose above $90 a pound. Lead fell more than 60 cents a pound."
    )
    claim = {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": [1, 2, 3],
    }  # fmt: skip
    found = verify(article, {"claims": [claim]}).claims[0].findings
    assert {finding.code for finding in found if finding.verdict in ("altered", "unsupported")} == codes
