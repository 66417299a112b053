from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from summarizer.errors import ConfigurationError
from summarizer.exports.documents import document
from summarizer.exports.schemas import published_schemas, schema_named, schema_of, write_schemas
from summarizer.fields import Money, Record, Verbatim
from summarizer.records import Extraction, Provenance, Source, Summary
from summarizer.schema import NEWS, Schema

ROOT = Path(__file__).resolve().parent.parent.parent


class Recall(Record):
    """A product that is called back."""

    product: Verbatim
    cost: Money | None = None


@pytest.mark.parametrize("name", sorted(published_schemas()))
def test_the_published_file_is_current(name: str) -> None:
    """If not: `summarizer schema --write schemas`."""
    assert (ROOT / "schemas" / name).read_text("utf-8") == published_schemas()[name]


def test_nothing_else_is_published() -> None:
    assert sorted(path.name for path in (ROOT / "schemas").glob("*.json")) == sorted(published_schemas())


@pytest.mark.parametrize("name", sorted(published_schemas()))
def test_every_published_file_is_a_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(published_schemas()[name]))


def test_what_is_written_satisfies_the_schema(summary: Summary) -> None:
    Draft202012Validator(schema_of(Summary)).validate(document(summary))


def test_a_document_with_a_wrong_verdict_does_not(summary: Summary) -> None:
    data = document(summary)
    data["deals"][0]["verdict"] = "fine"
    assert not Draft202012Validator(schema_of(Summary)).is_valid(data)


def test_a_record_says_what_its_own_fields_are() -> None:
    deal = schema_named("deal", NEWS)
    assert {"kind", "parties", "value", "evidence", "spans", "verdict", "findings"} <= deal["properties"].keys()
    assert deal["properties"]["spans"]["items"] == {"$ref": "#/$defs/Span"}


@pytest.mark.parametrize(
    "name", ["Deal", "deals", "DEAL", "abstract-sentence", "AbstractSentence", "parties", "summary"]
)
def test_names_are_read_generously(name: str) -> None:
    assert schema_named(name, NEWS)["type"] == "object"


def test_an_unknown_record_is_told_the_known_ones() -> None:
    with pytest.raises(ConfigurationError, match=r"'dael'.*summary.*deal"):
        schema_named("dael", NEWS)


def objects(schema: Any) -> list[dict[str, Any]]:
    children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    own = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
    return own + [found for child in children for found in objects(child)]


def test_the_wire_schema_is_strict_in_all_its_objects() -> None:
    for item in objects(schema_named(None, NEWS, wire=True)):
        assert item["additionalProperties"] is False
        assert item["required"] == list(item["properties"])


def test_a_users_class_has_both_schemas() -> None:
    schema = Schema.of(Recall)
    extraction = Extraction[Recall](
        source=Source(sha256="1" * 64, characters=10),
        provenance=Provenance(model="offline"),
        records_of="Recall",
        items=[Recall(product="heater")],
    )
    Draft202012Validator(schema_named(None, schema)).validate(document(extraction))
    assert "product" in schema_named("recall", schema, wire=True)["properties"]


def test_writing_makes_the_folder_and_writes_the_same_bytes_twice(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_schemas(tmp_path / "new" / "schemas")]
    assert [path.read_bytes() for path in write_schemas(tmp_path / "new" / "schemas")] == first
    assert all(data.endswith((b"}\n", b";\n")) for data in first)


def test_a_file_where_the_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("")
    with pytest.raises(ConfigurationError, match="cannot write"):
        write_schemas(tmp_path / "schemas")
