"""The views of an SQLite export: the questions that are asked most."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A view and its query."""

    name: str
    query: str
    for_any: bool = False
    """Whether it works for any records, not only the business-news ones."""


VIEWS = (
    View(
        "deals_by_acquirer",
        """
SELECT
    buyer.name AS acquirer,
    buyer.role AS role,
    (
        SELECT group_concat(other.name, '; ') FROM deal_parties AS other
        WHERE other.record_id = deal.record_id AND other.role IN ('target', 'investee')
    ) AS target,
    (
        SELECT group_concat(other.name, '; ') FROM deal_parties AS other
        WHERE other.record_id = deal.record_id AND other.role = 'seller'
    ) AS seller,
    deal.kind, deal.status, deal.subject, deal.value_text, deal.value_amount, deal.value_currency, deal.value_bound,
    deal.verdict, article.published, article.path, deal.article_id, deal.record_id
FROM deals AS deal
JOIN deal_parties AS buyer ON buyer.record_id = deal.record_id AND buyer.role IN ('acquirer', 'investor')
JOIN articles AS article ON article.article_id = deal.article_id
ORDER BY acquirer, article.published, deal.record_id""",
    ),
    View(
        "who_said_what",
        """
SELECT
    quote.speaker, quote.role, quote.affiliation, quote.speaker_kind, quote.mode, quote.text,
    quote.verdict, article.published, article.path, quote.article_id, quote.record_id
FROM quotes AS quote
JOIN articles AS article ON article.article_id = quote.article_id
ORDER BY quote.speaker, article.published, quote.record_id""",
    ),
    View(
        "claims_by_claimant",
        """
SELECT
    coalesce(claim.claimant, 'the article') AS claimant, claim.statement, claim.kind, claim.certainty,
    (
        SELECT group_concat(figure.text, '; ') FROM claim_figures AS figure WHERE figure.record_id = claim.record_id
    ) AS figures,
    claim.verdict, article.published, article.path, claim.article_id, claim.record_id
FROM claims AS claim
JOIN articles AS article ON article.article_id = claim.article_id
ORDER BY claimant, article.published, claim.record_id""",
    ),
    View(
        "what_does_not_hold",
        """
SELECT
    record.section, record.position, record.verdict, finding.field, finding.code, finding.said, finding.source,
    finding.message, article.published, article.path, record.article_id, record.record_id
FROM records AS record
JOIN articles AS article ON article.article_id = record.article_id
LEFT JOIN findings AS finding
    ON finding.record_id = record.record_id AND finding.verdict IN ('altered', 'unsupported')
WHERE record.verdict IN ('altered', 'unsupported')
ORDER BY record.record_id, finding.position""",
        for_any=True,
    ),
)
