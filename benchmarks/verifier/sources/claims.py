"""The original (right) claims of `../shared/data/claims/deal_claims_dev.jsonl` as Claim records of their articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.sources import SHARED
from benchmarks.verifier.sources.deals import parties_of, rows
from benchmarks.verifier.texts import key_words
from summarizer.article import Article

PATH = SHARED / "data" / "claims" / "deal_claims_dev.jsonl"
NOT_RIGHT = {"deal_6422_original": "the article has a unit of the company agree, not the company"}
"""What a careful reader would not call right, and why."""
HEDGED = re.compile(r"\b(?:may|might|could|would|plans?|proposed?|talks|offer(?:ed|s)?|intends?|considering)\b")


def cases() -> Iterator[Case]:
    if not PATH.exists():
        return
    deals = {row["id"]: row for row in rows()}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["label"] != 1 or row["id"] in NOT_RIGHT:
            continue
        article = Article.from_text(row["source"])
        parties = parties_of(deals[row["doc_id"]], article) if row["doc_id"] in deals else []
        draft: Draft = {
            "statement": row["claim"],
            "claimant": None,
            "kind": "fact",
            "certainty": "hedged" if HEDGED.search(row["claim"]) else "asserted",
            "figures": [],
            "evidence": sentences_for(row["claim"], article),
        }
        siblings = [*(("parties", party) for party in parties), ("claims", draft)]
        yield Case("claims", row["id"], article, "claims", draft, siblings)


def sentences_for(claim: str, article: Article) -> list[int]:
    """The sentences that share a name's word with the claim, all of a short article."""
    if len(article.sentences) <= 6:
        return [sentence.number for sentence in article.sentences]
    words = {word for word in key_words(claim) if len(word) > 3}
    found = [sentence.number for sentence in article.sentences if words & key_words(sentence.text)]
    return found or [1]
