"""Deals: the rules' Deal records on `shared/data/deals`, counted by its own scorer.

The scorer has seven slots. Of a Deal come: `acquired`, `purchaser` and `seller` from the parties by role, `dlramt` from
the value's words, and `acqbus`, `acqloc` and `status` from the terms "target business", "target location" and "status".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.offline.reference import DATA, load_lines, load_scorer, part_of
from summarizer import Summary, summarize
from summarizer.article import Article
from summarizer.records import Deal

FOLDER = DATA / "deals"
ROLES = {
    "target": "acquired",
    "investee": "acquired",
    "acquirer": "purchaser",
    "investor": "purchaser",
    "seller": "seller",
}
TERMS = {"target business": "acqbus", "target location": "acqloc", "status": "status"}
STATUSES = {
    "closed": "completed",
    "agreed": "agreed",
    "in_talks": "proposed",
    "rumored": "proposed",
    "proposed": "proposed",
    "terminated": "terminated",
}


def _status_class(deal: Deal) -> str:
    """The scorer's class: one of its own for what is not binding yet, which our statuses do not tell apart."""
    told = " ".join(term.text for term in deal.terms if term.name == "status").lower()
    if any(words in told for words in ("in princip", "letter of intent", "preliminary agree", "tentat")):
        return "preliminary"
    return STATUSES[deal.status]


def slots(summary: Summary) -> dict[str, Any]:
    """The slots that a summary's deals fill."""
    found: dict[str, Any] = {}

    def add(slot: str, words: str) -> None:
        words = " ".join(words.split())
        if words not in found.setdefault(slot, []):
            found[slot].append(words)

    for deal in summary.deals:
        for party in deal.parties:
            if party.role in ROLES:
                add(ROLES[party.role], party.name)
        if deal.value is not None:
            add("dlramt", deal.value.text)
        for term in deal.terms:
            if term.name in TERMS:
                add(TERMS[term.name], term.text)
        found.setdefault("status_class", _status_class(deal))
    return found


def score(path: Path = FOLDER / "dev.jsonl", *, part: str = "all") -> dict[str, Any]:
    """The scorer's result."""
    documents = part_of(load_lines(path), "id", part)
    answers = [
        {"id": document["id"], **slots(summarize(Article.from_text(document["text"]), model="offline"))}
        for document in documents
    ]
    return load_scorer(FOLDER / "score_deals.py").score(documents, answers)  # type: ignore[no-any-return]


if __name__ == "__main__":
    import sys

    result = score(part=sys.argv[1] if len(sys.argv) > 1 else "all")
    for mode in ("strict", "relaxed"):
        for slot, figures in result[mode].items():
            print(f"{mode:8} {slot:10} P {figures['P']:.3f} R {figures['R']:.3f} F {figures['F']:.3f} {figures['n']}")
    print("grounded", result["grounded"], "status class", result["status_class"])
