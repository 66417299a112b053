from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from summarizer.exports.documents import dump, dump_line, to_json, to_jsonl
from summarizer.records import Summary


def test_the_fields_stand_in_the_order_of_the_design(summary: Summary) -> None:
    assert list(json.loads(to_json(summary))) == [
        "schema_version",
        "source",
        "provenance",
        "headline",
        "abstract",
        "parties",
        "deals",
        "quotes",
        "claims",
        "dropped",
        "verification",
    ]


def test_a_document_reads_back_as_the_same_summary(summary: Summary) -> None:
    assert Summary.model_validate_json(to_json(summary)) == summary


def test_a_document_ends_with_one_line_break_and_shows_its_script(summary: Summary) -> None:
    text = to_json(summary)
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "Dell’Acqua" in text


def test_a_line_is_one_line(summary: Summary) -> None:
    line = to_jsonl(summary)
    assert line.splitlines(keepends=True) == [line]
    assert json.loads(line) == json.loads(to_json(summary))


def test_characters_that_a_terminal_obeys_are_written_as_codes() -> None:
    assert dump_line(["\x1b[31m", "\x9b", "\u2028"]) == r'["\u001b[31m","\u009b","\u2028"]'


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_value_survives_both_forms(value: object) -> None:
    assert json.loads(dump(value)) == value
    assert json.loads(dump_line(value)) == value
    assert len(dump_line(value).splitlines()) == 1
