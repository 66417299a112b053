"""Gold and output side by side: which record is which, and where an output says what gold does not.

The pairing and the comparison of fields are those of `summarizer eval`. Here a pair is asked another question: does
gold bear out all that the output's record says? What the record leaves out is not held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer import Summary
from summarizer.evaluation.comparing import Match, Names, overlap
from summarizer.evaluation.fields import compared, score_field
from summarizer.evaluation.likeness import pair_up
from summarizer.evaluation.partial import read_sections
from summarizer.fields import Record
from summarizer.schema import NEWS

SAME_STATEMENT = 0.8
"""The overlap of words (token F1) from which gold's sentence is taken to bear out an output's in other words."""
_STATEMENTS = {"headline": "text", "abstract": "text", "claims": "statement"}
_FREE = frozenset({"evidence"})
"""What several choices are right for."""


@dataclass(frozen=True)
class Side:
    """One section of one article, gold and output."""

    section: str
    gold: list[Record]
    output: list[Record]
    pairs: dict[int, int]
    """By the place of an output's record that of its partner in gold."""
    names: Names

    def borne_out(self, at: int) -> bool:
        """Whether gold has the output's record, and everything that it says."""
        return at in self.pairs and not self.strange(at)

    def strange(self, at: int) -> list[str]:
        """The fields in which the output's record says what its partner in gold does not."""
        wanted, given = self.gold[self.pairs[at]], self.output[at]
        return [
            field
            for field, compare in compared(self.section, wanted, same_text=True).items()
            if field not in _FREE
            if not self._within(field, getattr(wanted, field), getattr(given, field), compare)
        ]

    def _within(self, field: str, wanted: Any, given: Any, compare: Any) -> bool:
        if _STATEMENTS.get(self.section) == field:
            return overlap(str(wanted), str(given)) >= SAME_STATEMENT
        if (self.section, field) == ("deals", "parties"):
            compare = same_part
        score = score_field(wanted, given, compare, self.names)
        return score.close == score.exact.output


def same_part(one: Any, other: Any, names: Names) -> Match:
    """Parties of a deal: a name that can stand for the other, in the same role."""
    same = names.compare(one.name, other.name).near and one.role == other.role
    return Match(same, same)


def sides(gold: Mapping[str, Any], summary: Summary) -> Iterator[Side]:
    """The sections that gold has, each with the output's."""
    sections = read_sections(gold, "gold")
    names = Names([party.name, *party.aliases] for party in sections.get("parties", []))  # type: ignore[attr-defined]
    for section, wanted in sections.items():
        given = getattr(summary, section)
        output = [given] if NEWS.sections[section].single and given is not None else list(given or ())
        pairs = pair_up(section, wanted, output, names, same_text=True)
        yield Side(section, wanted, output, {column: row for row, column in pairs}, names)
