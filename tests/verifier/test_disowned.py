"""What the article only has somebody deny, call untrue or refuse to confirm is no fact of the article's."""

from __future__ import annotations

import pytest

from summarizer import Article, verify
from summarizer.verdicts import Verdict

TEXT = (
    "Orvane NV chairman Tess Aalto scoffed at suggestions that Orvane would move its head office abroad. It is untrue "
    "that Orvane is short of cash, finance chief Joris Maes said. Aalto called a report that Orvane was being audited "
    '"nonsense". Reports that Orvane has shut its kiln are false, Maes said.\n\n'
    "Spokesman Wim Dael refused to confirm that Orvane is in talks with Pell Rubber. Orvane, unlike Brill AG, raised "
    "prices by 4% in May. Orvane all but abandoned its plan to build a glassworks in Ostend.\n\n"
    "Orvane confirmed that it would sell its depot, and dismissed talk that it would sell its ferry. Maes, who last "
    "year dismissed talk that Orvane would build a bridge, said the bridge was now agreed. Brill rejected a bid of "
    "Orvane's and said that it was too low. All but two of the mills closed in June. Maes "
    "brushed aside speculation that Orvane would list its foundry. Maes described as baseless a report that Orvane had "
    "pledged its quarry.\n"
)


def verdict(statement: str, evidence: int, claimant: str | None = None, **fields: str) -> Verdict:
    claim = {
        "statement": statement, "claimant": claimant, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": [evidence], **fields,
    }  # fmt: skip
    return verify(Article.from_text(TEXT), {"claims": [claim]}).claims[0].verdict


@pytest.mark.parametrize(
    ("statement", "evidence", "denier"),
    [
        ("Orvane would move its head office abroad.", 1, "Tess Aalto"),
        ("Orvane is short of cash.", 2, "Joris Maes"),
        ("Orvane was being audited.", 3, "Aalto"),
        ("Orvane has shut its kiln.", 4, "Maes"),
        ("Orvane would list its foundry.", 12, "Maes"),
        ("Orvane had pledged its quarry.", 13, "Maes"),
    ],
)
def test_what_is_denied_is_neither_the_articles_nor_the_deniers(statement: str, evidence: int, denier: str) -> None:
    assert verdict(statement, evidence) is Verdict.ALTERED
    assert verdict(statement, evidence, denier) is Verdict.ALTERED


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Orvane is in talks with Pell Rubber.", 5),
        ("Brill AG raised prices by 4% in May.", 6),
        ("Orvane abandoned its plan to build a glassworks in Ostend.", 7),
        ("Orvane would sell its ferry.", 8),
        ("Orvane would build a bridge.", 9),
    ],
)
def test_what_is_left_open_or_may_be_overtaken_is_not_proven(statement: str, evidence: int) -> None:
    assert verdict(statement, evidence) is Verdict.INFERRED


@pytest.mark.parametrize(
    ("statement", "evidence", "claimant"),
    [
        ("Tess Aalto scoffed at suggestions that Orvane would move its head office abroad.", 1, None),
        ("Orvane raised prices by 4% in May.", 6, None),
        ("Orvane all but abandoned its plan to build a glassworks in Ostend.", 7, None),
        ("Orvane would sell its depot.", 8, "Orvane"),
        ("The bridge was now agreed.", 9, "Maes"),
        ("It was too low.", 10, "Brill"),
        ("All but two of the mills closed in June.", 11, None),
    ],
)
def test_what_stands_beside_a_denial_or_tells_of_it_is_right(
    statement: str, evidence: int, claimant: str | None
) -> None:
    assert verdict(statement, evidence, claimant) is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("statement", "evidence", "claimant"),
    [
        ("Orvane is not short of cash.", 2, "Joris Maes"),
        ("Orvane's bid was too low.", 10, "Brill"),
        ("Orvane would sell its depot.", 8, None),
    ],
)
def test_what_tells_of_it_in_other_words_is_no_fault(statement: str, evidence: int, claimant: str | None) -> None:
    assert verdict(statement, evidence, claimant) is Verdict.INFERRED


def test_a_denial_and_an_allegation_may_be_recorded() -> None:
    said = "Orvane is short of cash."
    assert verdict(said, 2, "Joris Maes", kind="denial", certainty="denied") is Verdict.VERIFIED
    assert not verdict(said, 2, kind="allegation").faulty
