"""A run of many summaries: the examples' by the offline rules, each time in other letters and digits.

From `DIFFERENT` on they come again under other paths; a row group of Parquet holds far fewer.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from summarizer import read_article, summarize
from summarizer.batch.database import NAME, new_store
from summarizer.exports.documents import document, dump_line

DIFFERENT = 10_000
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
_WORDS = frozenset(
    (
        "affiliation",
        "aliases",
        "claimant",
        "description",
        "name",
        "said",
        "speaker",
        "statement",
        "subject",
        "text",
        "title",
    )
)
"""Fields with words of the article."""
_VOWELS, _CONSONANTS, _DIGITS = "aeiou", "bcdfghjklmnpqrstvwxyz", "123456789"


def make_run(out: Path, count: int) -> None:
    """Makes the folder `out` with a store of `count` results, as a batch leaves it."""
    out.mkdir(parents=True)
    with closing(new_store(out / NAME)) as connection:
        connection.execute("BEGIN")
        for number, line in enumerate(lines(min(count, DIFFERENT))):
            packed = zlib.compress(line.encode(), 1)
            connection.execute("INSERT INTO texts (id, zlib) VALUES (?, ?)", (number, packed))
        connection.executemany(
            "INSERT INTO articles (path, settings, state, document, finished, run) VALUES (?, x'', 'done', ?, 0, 1)",
            ((f"{number:06}.txt".encode(), number % DIFFERENT) for number in range(count)),
        )
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def lines(count: int) -> Iterator[str]:
    """The results as lines of JSON. Each holds its article's text, so that no format has to look for it."""
    examples = []
    for path in sorted(EXAMPLES.iterdir()):
        article = read_article(path)
        given = document(summarize(article, model="offline"))
        given["source"]["text"] = article.text
        examples.append(given)
    for number in range(count):
        varied = _varied(examples[number % len(examples)], _letters(number // len(examples)))
        varied["source"]["path"] = f"{number + 1:06}.txt"
        varied["source"]["sha256"] = hashlib.sha256(varied["source"]["text"].encode()).hexdigest()
        yield dump_line(varied)


def _letters(turn: int) -> dict[int, str]:
    """Other letters and digits for the small ones, one for one, so that spans stay where they are."""
    table: dict[int, str] = {}
    for kind in (_VOWELS, _CONSONANTS, _DIGITS):
        turn, by = divmod(turn, len(kind))
        table |= {ord(one): kind[(at + by) % len(kind)] for at, one in enumerate(kind)}
    return table


def _varied(value: Any, letters: dict[int, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _varied(item, letters, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_varied(item, letters, key) for item in value]
    return value.translate(letters) if isinstance(value, str) and key in _WORDS else value


def count_of(out: Path) -> int:
    """How many results the store of a run has."""
    with closing(sqlite3.connect(out / NAME)) as connection:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
