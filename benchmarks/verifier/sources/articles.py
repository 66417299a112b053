"""Sentences of the articles in `../shared`, copied as claims that cite themselves, their amounts as figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.sources import SHARED
from benchmarks.verifier.texts import MONEY, PERCENT, key_words
from summarizer.article import Article
from summarizer.readers import read_article

EVERY = 3
"""One article of so many is read."""
A_SENTENCE_OF = 5
HEDGED = re.compile(
    r"\b(?:may|might|could|would|likely|expect\w*|plans?|reportedly|estimates?|should|can|possible|think)\b"
)
COMPANY = re.compile(
    r"\b((?:[A-Z][A-Za-z&.]+ ){1,3}(?:Inc|Corp|Corporation|Co|Ltd|PLC|Group|Airlines|Holdings|Partners|Capital|Securities)\b\.?)"
)


def cases() -> Iterator[Case]:
    folders = (SHARED / "data" / "articles", SHARED / "articles")
    paths = [*sorted(folders[0].glob("*.txt"))[::EVERY], *sorted(folders[1].glob("*.txt"))]
    for path in paths:
        article = read_article(path)
        parties = [("parties", draft) for draft in companies(article)]
        chosen = [
            one for one in article.sentences if 40 <= len(one.text) <= 320 and one.text.endswith((".", ".”", '."'))
        ]
        for sentence in chosen[::A_SENTENCE_OF]:
            if "\n" in sentence.text:
                continue
            draft: Draft = {
                "statement": sentence.text,
                "claimant": None,
                "kind": "fact",
                "certainty": "hedged" if HEDGED.search(sentence.text) else "asserted",
                "figures": [{"text": words, "measures": None, "period": None} for words in amounts(sentence.text)],
                "evidence": [sentence.number],
            }
            key = f"{path.stem}/{sentence.number}"
            yield Case("articles", key, article, "claims", draft, (*parties, ("claims", draft)))


def amounts(text: str) -> list[str]:
    return [
        match.group().rstrip(",")
        for pattern in (MONEY, PERCENT)
        for match in pattern.finditer(text)
        if not re.match(r"\s*-\s*\w", text[match.end() :])
    ]


def companies(article: Article) -> list[Draft]:
    """Companies named in full, each once: what the names of sentences are exchanged with."""
    found: list[Draft] = []
    for sentence in article.sentences:
        for match in COMPANY.finditer(sentence.text):
            name = re.sub(r"^(?:The|At|In|But|And|For|When|While|Shares of|By|As) ", "", match[1])
            if key_words(name) and not any(key_words(name) & key_words(one["name"]) for one in found):
                short = name.split()[0]
                aliases = [short] if len(short) > 4 and short != name else []
                found.append({"name": name, "aliases": aliases, "kind": "company", "evidence": [sentence.number]})
    return found
