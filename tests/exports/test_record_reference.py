from __future__ import annotations

import re
from enum import Enum

import pytest

from summarizer.errors import ConfigurationError
from summarizer.exports.record_reference import CHECKS, reference
from summarizer.fields import FieldKind, Money, Name, Part, Record
from summarizer.records import Deal, Summary
from summarizer.schema import NEWS, Schema


class Grade(Enum):
    """How bad it is."""

    LOW = "low"
    HIGH = "high"


class Batch(Part):
    """What was made | in one go."""

    number: int


class Recall(Record):
    """A product that is called back.

    More is told below.
    """

    maker: Name
    cost: Money | None = None
    grade: Grade | None = None
    batches: list[Batch]


def rows(page: str, heading: str) -> dict[str, str]:
    [section] = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.M | re.S)
    return dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", section, re.M))


def test_every_field_of_the_summary_and_of_a_record_is_there() -> None:
    page = reference(NEWS)
    assert list(rows(page, "Summary")) == list(Summary.model_fields)
    assert list(rows(page, "Deal")) == ["kind", "status", "parties", "subject", "value", "dates", "terms"]
    assert set(rows(page, "Deal")) | set(rows(page, "In every record")) == set(Deal.model_fields)


def test_every_class_that_is_linked_to_is_described_once() -> None:
    page = reference(NEWS)
    headings = re.findall(r"^## (\w+)$", page, re.M)
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#(\w+)\)", page)) <= {heading.lower() for heading in headings}


def test_a_record_of_a_users_own() -> None:
    page = reference(Schema.of(Recall), "recalls")
    assert rows(page, "Recall") == {
        "maker": "Name",
        "cost": "[Money](#money) or null",
        "grade": "`low`, `high` or null",
        "batches": "list of [Batch](#batch)",
    }
    assert "A product that is called back.\n" in page
    assert "More is told" not in page
    assert rows(page, "Batch") == {"number": "number"}
    assert rows(page, "Money")["amount"] == "number or null"


def test_an_unknown_record_names_those_that_there_are() -> None:
    with pytest.raises(ConfigurationError, match="there are summary, headline"):
        reference(NEWS, "dealx")


def test_every_kind_of_field_says_how_it_is_checked() -> None:
    assert set(CHECKS) == set(FieldKind)
