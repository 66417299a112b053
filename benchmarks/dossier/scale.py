"""Many invented summaries: time and memory of reading them, and of grouping."""

from __future__ import annotations

import hashlib
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.shelf import FileShelf
from summarizer.exports.documents import document, dump_line

_SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dun",
    "el",
    "fen",
    "gar",
    "hol",
    "is",
    "jor",
    "kel",
    "lun",
    "mor",
    "nev",
    "pel",
    "ros",
)
_TRADES = ("Mills", "Foods", "Steel", "Paper", "Systems", "Energy", "Glass", "Freight", "Chemicals", "Motors")
_FEW = 200
"""Buyers that most deals are of, so that one name is in thousands of them."""


def measure(count: int) -> None:
    """Prints what the dossier of `count` summaries takes."""
    _measure(count, _summaries(count))


def measure_copies(count: int) -> None:
    """Prints what the dossier of one agency's text in `count` outlets takes."""
    _measure(count, _copies(count))


def _measure(count: int, written: Iterator[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "summaries.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in written)
        size = lines.stat().st_size / 1e6
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        started, clock = time.process_time(), time.monotonic()
        dossier = Dossier.of_shelf(FileShelf([lines]))
        took, waited = time.process_time() - started, time.monotonic() - clock
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    articles = sum(len(event.articles) for event in dossier.events)
    print(f"{count:,} summaries, {size:,.0f} MB: {len(dossier.events):,} events of {articles:,} articles")
    each = took / count * 1e3
    print(f"{took:,.1f} s of CPU ({waited:,.1f} s), {each:.2f} ms a summary, {after - before:,.0f} MB more memory")


_TEXTS = (
    "{told}\n\n{buyer} Inc. has agreed to buy {target} Ltd. for ${price} million in cash, the two companies said.\n",
    "{buyer} to acquire {target}\n\n{told}\n\n{buyer} will buy {target} for ${price} million, it said today.\n",
    "{told}\n\n{buyer} Inc. earned ${price} million in the quarter, up 4% from a year before, it said.\n",
)
_SAMPLE = {"told": "May 4, 2026", "buyer": "Quoxby Mills", "target": "Vezzil Paper", "price": "777"}


def _summaries(count: int) -> Iterator[str]:
    """Two articles of each deal and one about results: what the rules write of one of each, other names in it."""
    chance = random.Random(7)
    models = [summarize(Article.from_text(text.format(**_SAMPLE)), model="offline") for text in _TEXTS]
    lines = [dump_line(document(one)) for one in models]
    buyers = [_name(chance) for _ in range(_FEW)]
    at = 0
    while at < count:
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(700))
        names = {
            "told": f"{day:%B} {day.day}, {day.year}",
            "buyer": chance.choice(buyers),
            "target": _name(chance),
            "price": str(chance.randrange(10, 9000)),
        }
        for line, text in zip(lines, _TEXTS, strict=True):
            if at < count:
                at += 1
                told = line
                for key, value in names.items():
                    told = told.replace(_SAMPLE[key], value)
                result = json.loads(told)
                article = text.format(**names)
                # Each is a text of its own, and not a copy of the one that its records were written by.
                digest = hashlib.sha256(article.encode()).hexdigest()
                result["source"] |= {"text": article, "sha256": digest, "published": day.isoformat()}
                yield json.dumps(result)


def _name(chance: random.Random) -> str:
    return f"{''.join(chance.choices(_SYLLABLES, k=3)).capitalize()} {chance.choice(_TRADES)}"


_WIRE = (
    "Quoxby Mills to buy Vezzil Paper for $777 million\n\n{outlet}, May 4, 2026 - Quoxby Mills Inc. has agreed to buy "
    "Vezzil Paper Ltd. for $777 million in cash, the two companies said. Vezzil makes wrappings for fruit in four "
    "works on the coast, of which two stood idle through the winter for want of timber. “The timber will come back in "
    "spring,” said Ena Polder, chief executive of Vezzil Paper. Analysts had expected another owner to split the works "
    "and keep only those with a harbor of their own.\n\nMore news from {outlet} on page {page}.\n"
)


def _copies(count: int) -> Iterator[str]:
    """Each with the outlet's town and page, on one of three days."""
    chance = random.Random(7)
    for page in range(count):
        text = _WIRE.format(outlet="".join(chance.choices(_SYLLABLES, k=3)).upper(), page=page)
        summary = summarize(Article.from_text(text), model="offline")
        result = document(summary)
        day = date(2026, 5, 4) + timedelta(days=chance.randrange(3))
        result["source"] |= {"text": text, "published": day.isoformat()}
        yield dump_line(result)
