from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

from pydantic import Field

from summarizer.fields import Money, Name, Part, Percent, Quotation, Record, Statement, When
from summarizer.foreign.results import ForeignResult
from summarizer.records import Extraction, Summary
from summarizer.tables.layout import tables_of
from summarizer.tables.shapes import ListOf, Scalar, Struct, copied_paths, sections_of, shape_of


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Step(Part):
    """A part with a list in it, and itself."""

    name: Name
    days: list[When]
    next: Step | None = None


class Plan(Record):
    """Every kind of field."""

    title: Statement
    words: Quotation | None
    sure: bool
    share: float
    count: int
    price: Decimal
    colour: Colour
    level: Literal["low", "high"]
    either: Money | Percent
    cost: Annotated[Money | None, Field(description="what it costs")]
    cost_text: str
    position: int
    free: dict[str, Any]
    steps: list[Step]
    tags: tuple[str, ...]


def fields(shape: Any) -> dict[str, Any]:
    assert isinstance(shape, Struct)
    return dict(shape.fields)


def test_every_kind_of_field_has_its_shape() -> None:
    plan = fields(shape_of(Plan))
    assert {name: shape.kind for name, shape in plan.items() if isinstance(shape, Scalar)} == {
        "title": "text",
        "words": "text",
        "sure": "boolean",
        "share": "number",
        "count": "integer",
        "price": "text",
        "colour": "text",
        "level": "text",
        "either": "json",
        "cost_text": "text",
        "position": "integer",
        "free": "json",
        "verdict": "text",
    }
    assert plan["tags"] == ListOf(Scalar("text"))
    assert fields(plan["cost"])["amount"] == Scalar("number")
    assert fields(plan["steps"].item)["next"] == Scalar("json")


def test_fields_come_in_the_order_of_the_json() -> None:
    record = Plan.model_construct(title="a")
    names = [name for name, _ in shape_of(Plan).fields]
    assert names[:2] == ["title", "words"]
    assert names[-4:] == ["evidence", "spans", "verdict", "findings"]
    assert set(names) == set(type(record).model_fields)


def test_what_is_copied_from_the_article_is_known() -> None:
    assert list(copied_paths(shape_of(Plan))) == ["words", "cost", "steps.name", "steps.days"]


def test_the_tables_of_a_summary() -> None:
    assert [table.name for table in tables_of(Summary)] == [
        "articles",
        "records",
        "headline",
        "abstract",
        "parties",
        "party_aliases",
        "deals",
        "deal_parties",
        "deal_dates",
        "deal_terms",
        "quotes",
        "claims",
        "claim_figures",
        "spans",
        "findings",
        "unread",
        "notes",
        "attempts",
        "dropped",
    ]


def test_a_field_within_a_field_has_both_names() -> None:
    deals = next(table for table in tables_of(Summary) if table.name == "deals")
    assert list(deals.kinds) == [
        "record_id",
        "article_id",
        "position",
        "kind",
        "status",
        "subject",
        "value_text",
        "value_amount",
        "value_currency",
        "value_bound",
        "value_high",
        "evidence",
        "verdict",
    ]
    assert deals.primary_key == ("record_id",)
    assert deals.references == {"article_id": "articles", "record_id": "records"}


def test_no_two_columns_of_a_table_are_called_the_same() -> None:
    """`cost.text` and a field `cost_text`; a field called as a key is."""
    plan = next(table for table in tables_of(Extraction[Plan]) if table.name == "plan")
    assert len({name.lower() for name in plan.kinds}) == 3 + len(plan.columns)
    assert {"cost_text", "cost_text_", "position", "position_"} <= plan.kinds.keys()


def test_a_list_within_the_item_of_a_list_is_json() -> None:
    steps = next(table for table in tables_of(Extraction[Plan]) if table.name == "plan_steps")
    assert steps.kinds == {
        "record_id": "integer",
        "position": "integer",
        "name": "text",
        "next": "json",
        "days": "json",
    }


def test_a_class_that_is_called_like_a_table_of_ours_gets_another_name() -> None:
    class Spans(Record):
        """Bridges."""

        name: Name

    names = [table.name for table in tables_of(Extraction[Spans])]
    assert "spans_" in names
    assert len(set(names)) == len(names)


def test_records_of_a_class_that_is_not_known_have_one_column_for_their_fields() -> None:
    items = next(table for table in tables_of(Extraction) if table.section == "items")
    assert (items.name, list(items.kinds)[3:]) == ("items", ["fields", "evidence", "verdict"])


def test_somebody_elses_values_are_json() -> None:
    values = next(table for table in tables_of(ForeignResult) if table.section == "items")
    assert values.kinds["value"] == "json"
    assert "unchecked" in [table.name for table in tables_of(ForeignResult)]


def test_sections_are_the_fields_that_hold_records() -> None:
    assert list(sections_of(shape_of(Summary))) == ["headline", "abstract", "parties", "deals", "quotes", "claims"]
