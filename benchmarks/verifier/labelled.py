"""The labelled sets of `../shared/data/claims`, with their scorer: does the verifier tell right claims from wrong ones?

A claim is one Claim record, with a citation of the whole source. Two readings: supported is whatever is not faulty
(verified or inferred), and supported is only what is verified. Beside them, overlaps of words (the share of the
claim's content words in the source, or in the one sentence that holds most of them), whose threshold is chosen on the
very set, which favours them.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from benchmarks.verifier.sources import SHARED
from summarizer.article import Article
from summarizer.records import Claim
from summarizer.verdicts import Verdict
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

FOLDER = SHARED / "data" / "claims"
SETS = ("deal_claims", "qags", "falke")
STOP = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "being",
        "between",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "might",
        "more",
        "most",
        "no",
        "not",
        "of",
        "on",
        "or",
        "other",
        "our",
        "out",
        "over",
        "said",
        "say",
        "says",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "under",
        "until",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
"""What is no word of content."""


def tables() -> str:
    if not FOLDER.is_dir():
        return "labelled claims: the reference data is not beside this repository"
    lines = ["Labelled claims: balanced accuracy (falke: share of pairs in which the right one is held better)", ""]
    lines.append(
        f"{'set':14}{'n':>6}{'not faulty':>12}{'verified':>10}{'words':>9}{'sentence':>10}   by kind (not faulty)"
    )
    for name in SETS:
        rows = [json.loads(line) for line in (FOLDER / f"{name}_dev.jsonl").read_text(encoding="utf-8").splitlines()]
        lines.append(row_of(name, [row for row in rows if row["label"] is not None]))
    return "\n".join(lines)


def row_of(name: str, rows: list[dict[str, Any]]) -> str:
    verdicts = {row["id"]: verdict_of(row) for row in rows}
    readings = [
        [{"id": key, "label": int(not verdict.faulty), "score": RANKS[verdict]} for key, verdict in verdicts.items()],
        [
            {"id": key, "label": int(verdict is Verdict.VERIFIED), "score": RANKS[verdict]}
            for key, verdict in verdicts.items()
        ],
    ]
    scores = [scored(rows, reading) for reading in readings]
    measure = "pair_accuracy" if "pair_accuracy" in scores[0] else "balanced_accuracy"
    figures = [score[measure] for score in scores] + [
        baseline(rows, overlap, measure) for overlap in (in_source, in_one_sentence)
    ]
    kinds = ", ".join(f"{kind} {share}" for kind, (_, _, share) in scores[0].get("by_kind", {}).items())
    return (
        f"{name:14}{len(rows):>6}{figures[0]:>12.3f}{figures[1]:>10.3f}{figures[2]:>9.3f}{figures[3]:>10.3f}   {kinds}"
    )


RANKS = {Verdict.VERIFIED: 1.0, Verdict.INFERRED: 0.7, Verdict.ALTERED: 0.3, Verdict.UNSUPPORTED: 0.0}


def verdict_of(row: dict[str, Any]) -> Verdict:
    article = Article.from_text(row["source"])
    everything = [sentence.number for sentence in article.sentences]
    claim = Claim(statement=row["claim"], claimant=None, kind="fact", certainty="asserted", evidence=everything)
    verdict = verify_record(claim, Index(article)).verdict
    assert verdict is not None
    return verdict


@cache
def scorer() -> Any:
    """The scorer of the reference data."""
    spec = importlib.util.spec_from_file_location("score_claims", FOLDER / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(rows: list[dict[str, Any]], predictions: list[dict[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = scorer().score(rows, predictions)
    return result


def words(text: str) -> set[str]:
    """The content words of a text: runs of letters and digits in lower case, without the stop words."""
    return set(re.findall(r"[a-z0-9]+(?:[.,][0-9]+)*", text.lower())) - STOP


def in_source(row: dict[str, Any]) -> float:
    """The share of the claim's content words that stand in the source."""
    mine = words(row["claim"])
    return len(mine & words(row["source"])) / max(1, len(mine))


def in_one_sentence(row: dict[str, Any]) -> float:
    """The largest such share in a single sentence of the source."""
    mine = words(row["claim"])
    sentences = Article.from_text(row["source"]).sentences
    return max((len(mine & words(one.text)) for one in sentences), default=0) / max(1, len(mine))


def baseline(rows: list[dict[str, Any]], overlap: Callable[[dict[str, Any]], float], measure: str) -> float:
    """A claim is held right whose overlap reaches a threshold: the best one for this very set."""
    shares = {row["id"]: overlap(row) for row in rows}
    best = 0.0
    for threshold in sorted(set(shares.values())):
        predictions = [{"id": key, "label": int(share >= threshold), "score": share} for key, share in shares.items()]
        best = max(best, scored(rows, predictions)[measure])
        if measure == "pair_accuracy":
            break
    return best
