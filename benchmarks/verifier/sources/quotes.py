"""Attributions of `../shared/data/quotes`, marked by people, as Quote records: named speakers, content in one piece."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.sources import SHARED
from benchmarks.verifier.texts import key_words
from summarizer.article import Article

PATH = SHARED / "data" / "quotes" / "dev_docs.jsonl"
NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,4}")
NOBODY = re.compile(
    r"^(?:Many|Some|Most|Retired|Former|New|Popular|Black|Fellow|FELLOW|Frustrated|Lawmaker|Video)"
    r"|^The (?:Republican|Democrat)$"
    r"|^(?:American|European|GOP|Polls?|Readers|Scholars)\b|[’']s?$"
)
CROWD = re.compile(
    r"^(?:Republicans|Democrats|Delegates|Lawmakers|Protesters|Demonstrators|Authorities|Police|Congress)$"
)
ORGANISATION = re.compile(
    r"^The |\b(?:News|Times|Post|Committee|Service|Peabody|Patriot)\b"
    r"|\b(?:Twitter|Politi[Ff]act|Politico|Reuters|Fargo|Hedge)\b"
    r"|^(?:Russia|China|Mexico|Japan|Britain|North Korea)$"
)
A_DOCUMENT = 12


def cases() -> Iterator[Case]:
    if not PATH.exists():
        return
    for line in PATH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["date"]) if row.get("date") else None
        article = Article.from_text(row["text"], published=published)
        named = [one for one in row["attributions"] if one["source_kind"] == "named" and NAME.fullmatch(one["source"])]
        drafts = [("quotes", draft) for one in named if (draft := quote_of(one, article))]
        parties: list[tuple[str, Draft]] = []
        for one in named:
            if not any(key_words(one["source"]) & key_words(party["name"]) for _, party in parties):
                kind = kind_of(one["source"])
                if kind:
                    parties.append(("parties", {"name": one["source"], "kind": kind}))
        siblings = (*parties, *drafts)
        for place, (section, draft) in enumerate(drafts[:A_DOCUMENT]):
            yield Case("quotes", f"{row['doc_id']}/{place}", article, section, draft, siblings)


def kind_of(name: str) -> str | None:
    """What a named source is: most are people; None for words that name nobody, who may be somebody named elsewhere."""
    if NOBODY.search(name):
        return None
    if CROWD.search(name):
        return "group"
    return "company" if ORGANISATION.search(name) or name.isupper() else "person"


def quote_of(one: dict[str, Any], article: Article) -> Draft | None:
    """The attribution as a Quote; None where it is in several pieces or no act of speech."""
    if (
        not one.get("speech_cue")
        or len(one["content_spans"]) != 1
        or one["type"] not in ("direct", "mixed", "indirect")
    ):
        return None
    start, end = one["content_spans"][0]
    text, mode = article.text[start:end].strip(), one["type"]
    if text.startswith(("''", "'")) and mode == "indirect":
        mode = "direct"  # the corpus does not count '' as a quotation mark
    if mode == "direct":
        text = text.strip("“”\"'‘’ ")
        if re.search(r"[“”\"]|''", text):
            return None
    elif "''" in text:
        return None
    elif one["type"] == "indirect" or not text.startswith(("“", '"')):
        text = re.sub(r"^(?:that|whether|if|to)\s+", "", text)
    if len(text.split()) < 4 or "\n" in text:
        return None
    spots = [offset for a, b in (*one["content_spans"], *one["source_spans"]) for offset in range(a, b, 5)]
    evidence = sorted({sentence.number for spot in spots if (sentence := article.sentence_at(spot))})
    return {
        "text": text,
        "mode": mode,
        "speaker": one["source"],
        "affiliation": None,
        "role": None,
        "speaker_kind": "other",
        "evidence": evidence,
    }
