"""Deals: the rules' Deal records on `shared/data/deals`, counted by its own scorer.

The scorer has seven slots. Of a Deal come: `acquired`, `purchaser` and `seller` from the parties by role (of a merger
the one that is told of first is the purchaser), `dlramt` from the value's words without "about" and the like or from
the term "price" that says that it is not told, and `acqbus`, `acqloc` and `status` from the terms "target business",
"target location" and "status". What is acquired without a name of its own ("its coffee plant") is the term "target",
else the deal's subject. The reference data tells of one deal an article: of several deals the first is taken, and what
it leaves open from those about the same target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.offline.reference import DATA, load_lines, load_scorer, part_of
from summarizer import Summary, summarize
from summarizer.article import Article
from summarizer.records import Deal
from summarizer.text.numbers import read_amounts

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
KEPT_BACK = re.compile(
    r"undisclosed|unspecified|withheld|not (?:\w+ )?(?:disclosed?|released|revealed|announced|given|specified|"
    r"available)|"
    r"not",
    re.IGNORECASE,
)
FULL_STOP = re.compile(r"\b(Co|Corp|Inc|Ltd|Plc)\.$", re.IGNORECASE)
"""The wire writes these without a full stop: one that follows them ends the sentence."""
OWNERSHIP = ("acquisition", "divestiture", "investment", "merger")


def main_deals(deals: Sequence[Deal]) -> list[Deal]:
    """The first deal, and those that have its target."""

    def targets(deal: Deal) -> set[str]:
        return {party.name for party in deal.parties if party.role in ("target", "investee")}

    return [deal for at, deal in enumerate(deals) if at == 0 or targets(deal) & targets(deals[0])]


def _status_class(deal: Deal) -> str:
    """The scorer's class: one of its own for what is not binding yet, which our statuses do not tell apart."""
    told = " ".join(term.text for term in deal.terms if term.name == "status").lower()
    if any(words in told for words in ("in princip", "letter of intent", "preliminary agree", "tentat")):
        return "preliminary"
    return STATUSES[deal.status]


def slots(summary: Summary) -> dict[str, Any]:
    """The slots that a summary's deals fill."""
    found: dict[str, Any] = {}
    filled: set[str] = set()

    def add(slot: str, words: str) -> None:
        words = FULL_STOP.sub(r"\1", " ".join(words.split()))
        if slot not in filled and words not in found.setdefault(slot, []):
            found[slot].append(words)

    for deal in main_deals(summary.deals):
        filled = set(found)
        acquired = False
        for party in deal.parties:
            slot = ROLES.get(party.role)
            if deal.kind == "merger" and party.role == "partner":
                slot = "acquired" if "purchaser" in found else "purchaser"
            if slot:
                acquired = acquired or slot == "acquired"
                add(slot, party.name)
        if not acquired and deal.kind in OWNERSHIP:
            named = [term.text for term in deal.terms if term.name == "target"]
            add("acquired", named[0] if named else deal.subject)
        if deal.value is not None:
            amounts = read_amounts(deal.value.text)
            start, end = amounts[0].core if amounts else (0, len(deal.value.text))
            add("dlramt", deal.value.text[start:end])
        for term in deal.terms:
            if term.name in TERMS:
                add(TERMS[term.name], term.text)
            elif term.name == "price" and (told := KEPT_BACK.search(term.text)):
                add("dlramt", told.group())
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
