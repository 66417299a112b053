"""Names put where the article has another, or a pronoun that cannot mean them."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.records import Claim, Party, Quote
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

TEXT = """Corwen Valve Inc. agreed to buy Lister Pumps Ltd. on Tuesday. Dunmore Flow Systems Co. had bid too.

Corwen Valve, which competes with Dunmore, opened a plant in Tulsa. It will hire 300 people there.

"We did not overpay," said Corwen's chief executive, Maria Oduya. Lister's chairman, Tobias Renn, called the price fair.

"They bought a sleepy business," said Hana Petrov, an analyst at Brightwater Securities. A person familiar with the
matter said Dunmore had offered less. A spokesman for Dunmore declined to comment.
"""


def codes(record: Claim | Party | Quote) -> set[str]:
    verified = verify_record(record, Index(Article(TEXT)))
    return {str(finding.code) for finding in verified.findings if finding.verdict.faulty}


def claim(statement: str, *evidence: int, claimant: str | None = None) -> Claim:
    return Claim(
        statement=statement, claimant=claimant, kind="fact", certainty="asserted", figures=[], evidence=list(evidence)
    )


def party(name: str, *evidence: int, **other: Any) -> Party:
    return Party(name=name, evidence=list(evidence), **{"kind": "company", "aliases": [], **other})


def quote(text: str, speaker: str, *evidence: int, **other: Any) -> Quote:
    given = {"mode": "direct", "affiliation": None, "role": None, "speaker_kind": "other", **other}
    return Quote(text=text, speaker=speaker, evidence=list(evidence), **given)


@pytest.mark.parametrize(
    "record",
    [
        claim("Corwen will hire 300 people.", 4),
        claim("Corwen Valve will hire 300 people in Tulsa.", 4),
        claim("The company will hire 300 people.", 4),
        claim("Corwen did not overpay.", 5, claimant="Maria Oduya"),
        party("Corwen Valve Incorporated", 1),
        party("LISTER PUMPS LTD", 1),
        party("Maria Oduya", 5, kind="person", description="chief executive"),
        quote("We did not overpay", "Maria Oduya", 5, affiliation="Corwen Valve Inc.", role="chief executive"),
        quote("They bought a sleepy business", "Petrov", 7, affiliation="Brightwater Securities", role="analyst"),
        quote("declined to comment", "Dunmore", 9, mode="no_comment", speaker_kind="company"),
    ],
)
def test_right_names_are_not_marked(record: Claim | Party | Quote) -> None:
    assert codes(record) == set()


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (claim("Dunmore will hire 300 people.", 4), "name_altered"),
        (claim("Lister will hire 300 people.", 4), "name_altered"),
        (claim("Lister Pumps, which competes with Dunmore, opened a plant in Tulsa.", 3), "name_altered"),
        (claim("Corwem Valve opened a plant in Tulsa.", 3), "name_altered"),
        (claim("Corwen did not overpay.", 5, claimant="Hana Petrov"), "claimant_altered"),
        (party("Corwen Valve Corp.", 1), "name_altered"),
        (party("Corwen Securities", 1), "name_altered"),
        (party("Maria Oduya", 5, kind="company"), "kind_altered"),
        (party("Hana Petrov", 7, kind="person", description="chairman"), "description_altered"),
        (quote("We did not overpay", "Hana Petrov", 5), "speaker_altered"),
        (quote("We did not overpay", "Maria Oduya", 5, affiliation="Lister Pumps Ltd."), "affiliation_altered"),
        (quote("We did not overpay", "Maria Oduya", 5, role="chairman"), "job_altered"),
        (quote("We did not overpay", "Maria Oduya", 5, speaker_kind="anonymous"), "kind_altered"),
        (quote("Dunmore had offered less", "Tobias Renn", 8, mode="indirect"), "speaker_altered"),
        (quote("We did not overpay", "Maria Oduya", 5, mode="no_comment"), "no_comment_unsupported"),
    ],
)
def test_a_name_in_the_place_of_another_is_altered(record: Claim | Party | Quote, code: str) -> None:
    assert code in codes(record)
