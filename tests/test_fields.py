from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, ConfigDict, Field, ValidationError, field_validator

from summarizer.errors import ConfigurationError
from summarizer.fields import (
    FieldKind,
    Figure,
    Label,
    Money,
    Name,
    Part,
    Percent,
    Quotation,
    Record,
    Statement,
    Verbatim,
    When,
    leaves,
    number,
    wire_model,
)
from summarizer.schema import NEWS


class Arm(Part):
    drug: Name
    patients: int


class Trial(Record):
    sponsor: Name
    phase: Literal["I", "II"]
    endpoint: Verbatim | None = None
    cost: Money | None = None
    effect: Percent | None = None
    ends: When | None = None
    arms: list[Arm] = Field(default_factory=list)
    aliases: list[Name] = Field(default_factory=list)
    remark: str = ""
    tag: Label = "x"
    words: Quotation | None = None
    blinded: bool = True


def test_leaves_name_every_value_with_its_path_and_kind() -> None:
    trial = Trial(
        sponsor="Orla Pharma",
        phase="II",
        cost=Money(text="$4 million"),
        ends=When(text="next spring"),
        arms=[Arm(drug="velamab", patients=40)],
        aliases=["Orla"],
        remark="It went well.",
        words="promising",
    )
    assert [(leaf.path, leaf.kind) for leaf in leaves(trial)] == [
        ("sponsor", FieldKind.NAME),
        ("phase", FieldKind.JUDGEMENT),
        ("cost", FieldKind.MONEY),
        ("ends", FieldKind.WHEN),
        ("arms[0].drug", FieldKind.NAME),
        ("arms[0].patients", FieldKind.NUMBER),
        ("aliases[0]", FieldKind.NAME),
        ("remark", FieldKind.STATEMENT),
        ("tag", FieldKind.LABEL),
        ("words", FieldKind.QUOTATION),
        ("blinded", FieldKind.JUDGEMENT),
    ]


def test_a_figure_brings_its_measure_and_its_period_as_leaves_of_their_own() -> None:
    class Growth(Record):
        figure: Figure

    growth = Growth(figure=Figure(text="34%", measures="spending", period=When(text="in 2031")))
    assert [(leaf.path, leaf.kind) for leaf in leaves(growth)] == [
        ("figure", FieldKind.FIGURE),
        ("figure.measures", FieldKind.STATEMENT),
        ("figure.period", FieldKind.WHEN),
    ]


def test_the_wire_asks_for_words_and_leaves_what_can_be_computed_away() -> None:
    wire = wire_model(Trial)
    answer = {
        "evidence": [1],
        "sponsor": "Orla Pharma",
        "phase": "II",
        "endpoint": None,
        "cost": {"text": "$4 million", "currency": "USD"},
        "effect": "12%",
        "ends": "next spring",
        "arms": [{"drug": "velamab", "patients": 40}],
        "aliases": [],
        "remark": "",
        "tag": "x",
        "words": None,
        "blinded": False,
    }
    trial = Trial.model_validate(wire.model_validate(answer).model_dump())
    assert trial.cost == Money(text="$4 million", currency="USD")
    assert trial.effect == Percent(text="12%")
    assert trial.ends == When(text="next spring")


def test_every_wire_field_is_required_and_no_other_is_taken() -> None:
    wire = wire_model(Trial)
    schema = wire.model_json_schema()
    assert sorted(schema["required"]) == sorted(schema["properties"])
    assert not {"spans", "verdict", "findings"} & set(schema["properties"])
    with pytest.raises(ValidationError, match="Extra inputs"):
        wire.model_validate({"verdict": "verified"})


def test_a_records_own_limits_reach_the_wire_so_that_the_model_is_asked_again() -> None:
    class Dose(Record):
        milligrams: Annotated[int, Field(gt=0)]

    with pytest.raises(ValidationError, match="greater than 0"):
        wire_model(Dose).model_validate({"evidence": [1], "milligrams": -5})


@pytest.mark.parametrize("annotation", [dict[str, int], Any, tuple[int, str], object])
def test_a_field_that_no_model_can_be_asked_for_is_refused_by_name(annotation: Any) -> None:
    record = type("Odd", (Record,), {"__annotations__": {"thing": annotation}, "__module__": __name__})
    with pytest.raises(ConfigurationError, match=r"Odd\.thing"):
        wire_model(record)


def test_whole_numbers_come_out_as_integers() -> None:
    assert repr(number(Decimal("12.2") * 1_000_000)) == "12200000"
    assert repr(number(Decimal("0.5"))) == "0.5"


def test_a_records_json_starts_with_its_own_fields_and_ends_with_the_verifiers() -> None:
    class Note(Record):
        remark: Statement

    assert list(Note(remark="Fine.", evidence=[2]).model_dump()) == [
        "remark",
        "evidence",
        "spans",
        "verdict",
        "findings",
    ]


class Dose(Part):
    drug: Name
    mg: Annotated[int, Field(gt=0)]


class Short(Record):
    model_config = ConfigDict(frozen=True, extra="forbid", str_max_length=4)
    name: Name


class Checked(Record):
    name: Name

    @field_validator("name")
    @classmethod
    def _known(cls, name: str) -> str:
        assert name != "Nobody"
        return name


class Fixed(Record):
    name: Name

    def model_post_init(self, _: Any) -> None:
        if self.name == "Nobody":
            raise ValueError("nobody")


def _upper(name: str) -> str:
    assert name.isupper()
    return name


class Listed(Record):
    names: list[Annotated[str, FieldKind.NAME, AfterValidator(_upper)]]


class Dosed(Record):
    doses: list[Dose]


@pytest.mark.parametrize(
    ("cls", "good", "bad"),
    [
        (Short, {"name": "Ada"}, {"name": "Adelaide"}),
        (Checked, {"name": "Ada"}, {"name": "Nobody"}),
        (Fixed, {"name": "Ada"}, {"name": "Nobody"}),
        (Listed, {"names": ["ADA"]}, {"names": ["Ada"]}),
        (Dosed, {"doses": [{"drug": "Xelum", "mg": 5}]}, {"doses": [{"drug": "Xelum", "mg": 0}]}),
    ],
)
def test_what_a_record_refuses_by_itself_its_wire_class_refuses(
    cls: type[Record], good: dict[str, Any], bad: dict[str, Any]
) -> None:
    wire = wire_model(cls)
    assert wire.model_validate({"evidence": [1], **good})
    with pytest.raises(ValidationError):
        wire.model_validate({"evidence": [1], **bad})


@pytest.mark.parametrize("cls", [section.record for section in NEWS.sections.values()])
def test_the_records_of_business_news_take_whatever_their_wire_classes_take(cls: type[Record]) -> None:
    # So that no answer is made into records twice.
    assert not wire_model(cls).__pydantic_decorators__.model_validators
