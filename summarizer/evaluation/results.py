"""What an evaluation comes to: counts, and the precision, recall and F1 that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Count:
    """How many things the gold has, how many the output has, and how many of them are the same."""

    gold: int = 0
    output: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the output that is right; None where there is no output."""
        return self.right / self.output if self.output else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; None where there is no gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two, which is 2 · right / (gold + output); None where there is neither."""
        return 2 * self.right / (self.gold + self.output) if self.gold + self.output else None

    def __add__(self, other: Count) -> Count:
        return Count(self.gold + other.gold, self.output + other.output, self.right + other.right)

    def document(self) -> dict[str, Any]:
        """The counts and the figures as JSON values, rounded to four places."""
        return {
            **asdict(self),
            "precision": _round(self.precision),
            "recall": _round(self.recall),
            "f1": _round(self.f1),
        }


@dataclass(frozen=True)
class FieldScore:
    """One field over the matched records whose gold gives it, null included.

    A value that is null on one side is missing there; null on both sides counts in `pairs` and `agreed` only.
    """

    exact: Count = Count()
    """Values, or items of a list, that are the same."""
    close: int = 0
    """Those of them that are the same or near it: see docs/eval.md for what is near in which field."""
    pairs: int = 0
    """Matched records in which the field was compared."""
    agreed: int = 0
    """Those in which all of it is the same, null on both sides included."""

    @property
    def relaxed(self) -> Count:
        """The counts with what is near taken for right."""
        return Count(self.exact.gold, self.exact.output, self.close)

    @property
    def accuracy(self) -> float | None:
        """The share of matched records in which all of the field is the same."""
        return self.agreed / self.pairs if self.pairs else None

    def __add__(self, other: FieldScore) -> FieldScore:
        return FieldScore(
            self.exact + other.exact, self.close + other.close, self.pairs + other.pairs, self.agreed + other.agreed
        )

    def document(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "pairs": self.pairs,
            "agreed": self.agreed,
            "accuracy": _round(self.accuracy),
            "exact": self.exact.document(),
            "relaxed": self.relaxed.document(),
        }


@dataclass(frozen=True)
class KindScore:
    """The records of one section: found or not, and how right the fields of those found are."""

    records: Count = Count()
    fields: Mapping[str, FieldScore] = field(default_factory=dict)
    verdicts: Mapping[str, Count] = field(default_factory=dict)
    """The output's records by the verifier's verdict, without those that have none; a count here knows no gold."""

    @property
    def all_fields(self) -> FieldScore:
        """The fields taken together."""
        return sum(self.fields.values(), FieldScore())

    def __add__(self, other: KindScore) -> KindScore:
        names = dict.fromkeys([*self.fields, *other.fields])
        fields = {name: self.fields.get(name, FieldScore()) + other.fields.get(name, FieldScore()) for name in names}
        given = dict.fromkeys([*self.verdicts, *other.verdicts])
        verdicts = {name: self.verdicts.get(name, Count()) + other.verdicts.get(name, Count()) for name in given}
        return KindScore(self.records + other.records, fields, verdicts)

    def document(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            **self.records.document(),
            "fields": {name: score.document() for name, score in self.fields.items()},
            "verdicts": {
                name: {"output": count.output, "right": count.right, "precision": _round(count.precision)}
                for name, count in self.verdicts.items()
            },
        }


@dataclass(frozen=True)
class Unmatched:
    """A record that only one side has."""

    article: str
    """What the gold calls the article."""
    path: str
    """Where it stands in its document: `deals[1]`."""
    words: str
    """What it says, in short."""
    verdict: str | None = None
    """The verifier's, where the output has one."""

    @property
    def kind(self) -> str:
        """Its section."""
        return self.path.partition("[")[0]


@dataclass(frozen=True)
class Difference:
    """A field of a matched pair that is not the same on both sides."""

    article: str
    path: str
    """Where it stands in the output: `deals[0].status`."""
    gold: str | None
    output: str | None
    near: bool
    """Whether it is near enough for the relaxed count."""

    @property
    def kind(self) -> str:
        """The section of its record."""
        return self.path.partition("[")[0].partition(".")[0]


@dataclass(frozen=True)
class DocumentScore:
    """One article."""

    article: str
    gold: str
    """The gold's file, or its place in one."""
    output: str | None
    """The output's; None where there is none, so that all records count as missed."""
    kinds: Mapping[str, KindScore]
    missed: tuple[Unmatched, ...] = ()
    spurious: tuple[Unmatched, ...] = ()
    different: tuple[Difference, ...] = ()

    def document(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "article": self.article,
            "gold": self.gold,
            "output": self.output,
            "kinds": {name: score.document() for name, score in self.kinds.items()},
            "missed": [_without(asdict(one), "article", "verdict") for one in self.missed],
            "spurious": [_without(asdict(one), "article") for one in self.spurious],
            "different": [_without(asdict(one), "article") for one in self.different],
        }


@dataclass(frozen=True)
class Evaluation:
    """An output against gold, over all articles that the gold has."""

    documents: tuple[DocumentScore, ...]
    left_out: tuple[str, ...] = ()
    """Articles of the output that the gold does not have; they count for nothing."""
    unread: tuple[str, ...] = ()
    """A line for each file or document that could not be read, with its name and the place in it."""
    notes: tuple[str, ...] = ()
    """What else a reader of the figures should know."""

    @property
    def kinds(self) -> dict[str, KindScore]:
        """The score by section, micro-averaged: counts are summed over the articles."""
        return total_of(document.kinds for document in self.documents)

    @property
    def records(self) -> Count:
        """All records of all sections together."""
        return sum((score.records for score in self.kinds.values()), Count())

    @property
    def f1(self) -> float:
        """The F1 of all records, which `--fail-under` looks at; 1 where neither side has any."""
        f1 = self.records.f1
        return 1.0 if f1 is None else f1

    @property
    def missing(self) -> tuple[str, ...]:
        """The articles of the gold that the output does not have."""
        return tuple(document.article for document in self.documents if document.output is None)

    def document(self) -> dict[str, Any]:
        """All of it as JSON values."""
        return {
            "articles": len(self.documents),
            "records": self.records.document(),
            "kinds": {name: score.document() for name, score in self.kinds.items()},
            "missing": list(self.missing),
            "left_out": list(self.left_out),
            "unread": list(self.unread),
            "notes": list(self.notes),
            "documents": [document.document() for document in self.documents],
        }


def total_of(scores: Iterable[Mapping[str, KindScore]]) -> dict[str, KindScore]:
    """The sum by section, in the order in which the sections first appear."""
    total: dict[str, KindScore] = {}
    for kinds in scores:
        for name, score in kinds.items():
            total[name] = total.get(name, KindScore()) + score
    return total


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}
