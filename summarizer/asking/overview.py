"""The headline and the abstract of an article that was read section by section: one small question over its parts.

What the sections' own headlines and abstracts rest on is shown again, with its numbers, and the model writes those of
the whole from it. Where that fails, those of the first section that has any stand in for them.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.asking.gathered import Gathered
from summarizer.asking.wires import OVERVIEW, overview_sections
from summarizer.fields import Record
from summarizer.schema import Sections
from summarizer.text.tokens import TOKENS_PER_SENTENCE, count_tokens

MOST_TOKENS = 12_000
"""Tokens of the sentences that an overview is written from at most."""
MOST_ABSTRACT = 4
"""Sentences of a section's abstract that stand in for the whole's."""


class Parts:
    """The headlines and abstracts of the sections, taken out of what was `gathered`."""

    def __init__(self, gathered: Gathered) -> None:
        self._names = overview_sections(gathered.schema)
        self._records = gathered.by_home(self._names)
        gathered.take_out(self._names)

    def numbers(self, article: Article) -> frozenset[int]:
        """The sentences that the overview is written from: what holds of the sections' headlines first, then of their
        abstracts, from the first sentence of each to the last, as long as there is room. Empty where nothing holds."""
        shown: set[int] = set()
        left = MOST_TOKENS
        for evidence in self._evidence():
            new = [number for number in evidence if number not in shown and article.sentence(number) is not None]
            size = sum(count_tokens(article.sentences[number - 1].text) + TOKENS_PER_SENTENCE for number in new)
            if size <= left:
                shown.update(new)
                left -= size
        return frozenset(shown)

    def _evidence(self) -> Sequence[Sequence[int]]:
        rows = [
            (rank, home, record.evidence)
            for home, records in self._records.items()
            for rank, record in enumerate(_held(records))
        ]
        return [evidence for _, _, evidence in sorted(rows, key=lambda row: row[:2])]

    def stand_in(self) -> Sections:
        """The overview of the first section that has one; empty where none has."""
        for home in self._records:
            held = _held(self._records[home], self._names)
            if held:
                found: Sections = {name: [] for name in self._names}
                for name, record in self._records[home]:
                    if record in held and len(found[name]) < MOST_ABSTRACT:
                        found[name].append(record)
                return found
        return {}


def _held(records: Sequence[tuple[str, Record]], names: Sequence[str] = OVERVIEW) -> list[Record]:
    """Those that hold, a section's headline before its abstract."""
    good = [(name, record) for name, record in records if not (record.verdict and record.verdict.faulty)]
    return [record for _, record in sorted(good, key=lambda one: names.index(one[0]))]
