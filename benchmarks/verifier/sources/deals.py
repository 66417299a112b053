"""Deals of the acquisitions corpus in `../shared/data/deals`: gold slots, marked by people, as Deal and Party records.

`acquired` is the target, `purchaser` the acquirer, `seller` the seller, `acqbus` (or what is acquired) the subject,
`dlramt` the value where it is an amount and not a price a share. The status follows `score_deals.py`'s class of the
gold status words; classes that a reader could call two things ("will sell", a letter of intent) are left out, and so
are purchases of shares, which one reader calls an acquisition and another an investment.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.sources import SHARED, cases_of
from benchmarks.verifier.texts import MONEY, key_words, squeezed
from summarizer.article import Article

FOLDER = SHARED / "data" / "deals"
SHARES = re.compile(r"\b(?:stake|pct|interest in|shares?|stock)\b")
PROPER = re.compile(r"[A-Z](?:[^,]*\s)?[^a-z\s,][^\s,]*|[A-Z][^\s,]*")
LEGAL_NAME = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Plc|PLC|NV|AG|SA|AB|Group|Bank|Industries|Holdings|Partners)\b")
PER_SHARE = re.compile(r"\s*(?:a|per|each)\s+(?:\w+\s+)?share|\s+each\b")


@cache
def rows() -> list[dict[str, Any]]:
    path = FOLDER / "dev.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def article_of(row: dict[str, Any]) -> Article:
    day = re.search(r"\d+-[A-Z]{3}-\d{4}", row.get("reuters", {}).get("date", ""))
    published = datetime.strptime(day.group().title(), "%d-%b-%Y").date() if day else None
    return Article.from_text(row["text"], published=published)


def cases() -> Iterator[Case]:
    if not rows():
        return
    spec = importlib.util.spec_from_file_location("score_deals", FOLDER / "score_deals.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for row in rows():
        article = article_of(row)
        drafts = [("parties", draft) for draft in parties_of(row, article)]
        deal = deal_of(row, article, status_of(row["gold"]["status"], scorer.gold_class))
        if deal:
            drafts.append(("deals", deal))
        yield from cases_of("deals", row["id"], article, drafts)


def status_of(gold: list[dict[str, Any]], gold_class: Any) -> str | None:
    if not gold:
        return None
    words, named = gold[0]["alternatives"][0].lower(), gold_class(gold)
    if named in ("completed", "agreed"):
        return "closed" if named == "completed" else "agreed"
    if re.search(r"in\s+princip", words):
        return "agreed"
    if re.search(r"conclud|complet", words):
        return None  # whether talks that are concluded have led to a deal, a reader could say either way
    if named == "proposed":
        if re.search(r"talk|negotiat|discuss", words):
            return "in_talks"
        return "proposed" if re.search(r"offer|\bbid\b|propos", words) else None
    return "terminated" if re.search(r"terminat|called off|withdr", words) else None


def parties_of(row: dict[str, Any], article: Article) -> list[Draft]:
    """The companies of the gold slots, each under its fullest form."""
    found: list[Draft] = []
    for slot in ("purchaser", "acquired", "seller"):
        for answer in row["gold"][slot]:
            names = [name for name in map(squeezed, answer["alternatives"]) if name in squeezed(article.text)]
            if (
                not names
                or not names[0][0].isupper()
                or any(key_words(names[0]) & key_words(one["name"]) for one in found)
            ):
                continue
            name = max(names, key=len)
            if not name[0].isupper():
                continue
            aliases = [alias for alias in dict.fromkeys(names) if alias != name and key_words(alias) < key_words(name)]
            evidence = sentences_of(article, answer)
            # Whether the others are people, families or units, nobody marked.
            kind = "company" if LEGAL_NAME.search(name) else "other"
            found.append({"name": name, "aliases": aliases, "kind": kind, "evidence": evidence})
    return found


def sentences_of(article: Article, answer: dict[str, Any]) -> list[int]:
    """Numbers of the sentences that the answer's first alternative stands in."""
    sentences = [article.sentence_at(start) for spans in answer["offsets"] for start, _ in spans[:1]]
    return list(dict.fromkeys(sentence.number for sentence in sentences[:1] if sentence))


def deal_of(row: dict[str, Any], article: Article, status: str | None) -> Draft | None:
    gold = row["gold"]
    if status is None or not gold["purchaser"] or not (gold["acquired"] or gold["acqbus"]):
        return None
    if any(len(gold[slot]) > 1 for slot in ("purchaser", "acquired", "seller", "status", "dlramt")):
        return None
    roles = (("purchaser", "acquirer"), ("acquired", "target"), ("seller", "seller"))
    parties = [(squeezed(gold[slot][0]["alternatives"][0]), role) for slot, role in roles if gold[slot]]
    answers = [gold[slot][0] for slot in ("purchaser", "acquired", "seller", "status", "dlramt") if gold[slot]]
    evidence = sorted({number for answer in answers for number in sentences_of(article, answer)})
    cited = "\n".join(article.sentences[number - 1].text for number in evidence)
    if SHARES.search(cited) or any(
        name not in squeezed(article.text) or not PROPER.fullmatch(name) for name, _ in parties
    ):
        return None
    subject = squeezed((gold["acquired"] or gold["acqbus"])[0]["alternatives"][0])
    return {
        "kind": "acquisition",
        "status": status,
        "parties": [{"name": name, "role": role} for name, role in parties],
        "subject": subject,
        "value": value_of_deal(gold["dlramt"], article),
        "evidence": evidence,
    }


def value_of_deal(gold: list[dict[str, Any]], article: Article) -> Draft | None:
    if not gold:
        return None
    text = squeezed(gold[0]["alternatives"][0])
    offsets = [offset for spans in gold[0]["offsets"] for offset in spans]
    if not offsets:
        return None
    end = offsets[0][1]
    if not MONEY.search(text) or PER_SHARE.match(article.text, end) or text not in squeezed(article.text):
        return None
    return {"text": text, "currency": None}
