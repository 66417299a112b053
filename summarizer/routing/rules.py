"""When another model is asked, and whose records are kept."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.asking.emptiness import NOT_COUNTED, found_by_rules
from summarizer.errors import ConfigurationError
from summarizer.schema import NEWS, Sections

FALLBACK_ABOVE, ESCALATE_ABOVE = 0.5, 0.1
FAULTY_WEIGHT = 2
"""So many records that hold are given up for one faulty record less: who reads it may believe it."""
NEVER_MISSED = ("deals", "quotes")
"""The sections of the news schema that are not left empty where the rules find something for them."""


@dataclass(frozen=True)
class Rules:
    """When the next model is asked: shares of the records that are altered or unsupported after the repair."""

    fallback_above: float = FALLBACK_ABOVE
    """With a larger share of faulty records the next fallback is asked."""
    escalate_above: float = ESCALATE_ABOVE
    """With a larger share the better model is asked."""

    def __post_init__(self) -> None:
        for share in (self.fallback_above, self.escalate_above):
            if not (math.isfinite(share) and 0 <= share <= 1):
                raise ConfigurationError(f"the share of faulty records is a number from 0 to 1, not {share}")


@dataclass(frozen=True)
class Standing:
    """What the verifier makes of the records of one model."""

    records: int = 0
    faulty: int = 0

    @classmethod
    def of(cls, sections: Sections) -> Standing:
        """That of these verified records."""
        records = [record for found in sections.values() for record in found]
        return cls(len(records), sum(bool(record.verdict and record.verdict.faulty) for record in records))

    @property
    def share(self) -> float:
        """The share of faulty records; 0 where there is none."""
        return self.faulty / self.records if self.records else 0.0

    @property
    def worth(self) -> int:
        """By this the records of one model are better than those of another: those that hold, less the faulty ones by
        their weight."""
        return self.records - self.faulty - FAULTY_WEIGHT * self.faulty

    def words(self) -> str:
        """`3 of 9 records do not hold`."""
        return f"{self.faulty} of {self.records} records do not hold"


def is_empty(sections: Sections) -> bool:
    """Whether there is no record but the headline, which is taken from the article where the answer has none."""
    return not any(records for name, records in sections.items() if name != NOT_COUNTED)


async def sections_missed(article: Article, sections: Sections) -> Sequence[str]:
    """The sections that are empty although the offline rules find something for them that holds; none where the
    records are not the news schema's."""
    empty = [name for name in NEVER_MISSED if name in sections and not sections[name]]
    if not empty or set(sections) != set(NEWS.sections):
        return ()
    found = await found_by_rules(article, empty)
    return [name for name in empty if Standing.of({name: found[name]}).worth > 0]
