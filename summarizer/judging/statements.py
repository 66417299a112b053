"""Which statements a judge is asked about, with what is said beside them, and how many go into one request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.article import Article
from summarizer.fields import FieldKind, Leaf, Record, leaves
from summarizer.foreign.mapping import USUAL
from summarizer.foreign.results import ForeignValue
from summarizer.records import AbstractSentence, Claim, Deal, Headline, Party, Quote

SENTENCES_BEFORE = 2
"""Sentences before a cited one that are shown with it, so that a pronoun finds whom it means."""
LONGEST_CONTEXT = 1000
"""Characters of a sentence above which it is not shown for context alone."""
MOST_CHARACTERS = 60_000
"""Characters of statements and sentences in one request, some 15,000 tokens."""
MOST_STATEMENTS = 100
"""Statements in one request: so many judgements still fit into any model's answer."""
MOST_NAMES = 6
"""Names of a record that are told beside a statement of it."""

NEWS_RECORDS = (Headline, AbstractSentence, Claim, Deal, Party, Quote)


@dataclass(frozen=True)
class Statement:
    """One thing to be judged, and every field that says it."""

    text: str
    evidence: tuple[int, ...]
    """The sentences that it rests on; never empty."""
    beside: tuple[tuple[str, Any], ...]
    """What the record says beside it that bears on its meaning: who says it, how sure it is."""
    places: tuple[tuple[str, str], ...]
    """The path of each record that says it, and of the field inside that record."""

    def shown(self, number: int) -> str:
        """The statement as the judge sees it: JSON on one line."""
        told = {"statement": number, "rests_on": self.evidence, "text": _one_line(self.text), **dict(self.beside)}
        return json.dumps(told, ensure_ascii=False)


def statements_of(records: Iterable[tuple[str, Record]]) -> list[Statement]:
    """The statements of verified records that a judge can still lower, each once, in the order of the records.

    `records` come with their paths. A record that is faulty, or that cites nothing, is left out.
    """
    found: dict[tuple[str, tuple[int, ...], tuple[tuple[str, Any], ...]], list[tuple[str, str]]] = {}
    for path, record in records:
        if record.verdict is None or record.verdict.faulty or not record.evidence:
            continue
        fields = _foreign(record) if isinstance(record, ForeignValue) else list(leaves(record))
        for leaf in _statements(fields):
            key = (str(leaf.value), tuple(record.evidence), _beside(record, leaf, fields))
            found.setdefault(key, []).append((path, leaf.path))
    return [Statement(*key, tuple(places)) for key, places in found.items()]


def shown_sentences(statements: Iterable[Statement], article: Article) -> set[int]:
    """The numbers of the sentences that are shown with `statements`: the cited ones, and a few for context."""
    cited = {number for statement in statements for number in statement.evidence}
    before = {number - step for number in cited for step in range(1, SENTENCES_BEFORE + 1)}
    return cited | {
        number
        for number in before
        if (sentence := article.sentence(number)) is not None and len(sentence.text) <= LONGEST_CONTEXT
    }


def split(
    statements: Sequence[Statement], article: Article, most_characters: int = MOST_CHARACTERS
) -> tuple[list[list[Statement]], list[Statement]]:
    """`statements` by request, in their order, and those that are too long for any request."""
    requests: list[list[Statement]] = []
    too_long: list[Statement] = []
    shown: set[int] = set()
    used = 0
    for statement in statements:
        own = shown_sentences([statement], article)
        size = len(statement.shown(0))
        if size + _characters(own, article) > most_characters:
            too_long.append(statement)
            continue
        more = size + _characters(own - shown, article)
        if not requests or used + more > most_characters or len(requests[-1]) >= MOST_STATEMENTS:
            requests.append([])
            shown, used, more = set(), 0, size + _characters(own, article)
        requests[-1].append(statement)
        shown |= own
        used += more
    return requests, too_long


def _statements(fields: Sequence[Leaf]) -> Iterator[Leaf]:
    """The leaves in the model's own words; what a figure measures is a phrase, and part of its claim."""
    measures = {f"{leaf.path}.measures" for leaf in fields if leaf.kind is FieldKind.FIGURE}
    for leaf in fields:
        if leaf.kind is FieldKind.STATEMENT and leaf.path not in measures and str(leaf.value).strip():
            yield leaf


def _foreign(value: ForeignValue) -> list[Leaf]:
    """Of somebody else's extraction: a value that was checked as a statement, or the statement of a claim."""
    given = value.value
    if value.kind == "claim" and isinstance(given, Mapping):
        path, given = next(
            ((f"{value.path}.{key}", text) for key, text in given.items() if USUAL["claim"].get(key) == "statement"),
            (value.path, None),
        )
    else:
        path = value.path
    is_statement = value.kind in ("claim", "statement") and isinstance(given, str)
    return [Leaf(path, FieldKind.STATEMENT, given)] if is_statement else []


def _foreign_beside(value: ForeignValue) -> Mapping[str, Any]:
    if value.kind != "claim" or not isinstance(value.value, Mapping):
        return {}
    slots = {USUAL["claim"].get(key): given for key, given in value.value.items() if isinstance(given, str)}
    return {"said_by": _one_line(slots.get("claimant", "")), "certainty": _one_line(slots.get("certainty", ""))}


def _beside(record: Record, leaf: Leaf, fields: Sequence[Leaf]) -> tuple[tuple[str, Any], ...]:
    if isinstance(record, Claim):
        beside: Mapping[str, Any] = {
            "said_by": _one_line(record.claimant) if record.claimant else None,
            "certainty": record.certainty if record.certainty != "asserted" else None,
        }
    elif isinstance(record, ForeignValue):
        beside = _foreign_beside(record)
    elif isinstance(record, NEWS_RECORDS):
        beside = {}
    else:
        names = dict.fromkeys(_one_line(str(other.value)) for other in fields if other.kind is FieldKind.NAME)
        beside = {"field": f"{type(record).__name__}.{leaf.path}", "names": tuple(names)[:MOST_NAMES]}
    return tuple((name, value) for name, value in beside.items() if value)


def _characters(numbers: Iterable[int], article: Article) -> int:
    found = (article.sentence(number) for number in numbers)
    return sum(len(sentence.text) for sentence in found if sentence is not None)


def _one_line(text: str) -> str:
    return " ".join(text.split())
