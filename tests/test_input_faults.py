"""What is said of options that do not do: what to give, in words that are nobody's class or number."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.input_faults import field_fault, plain_fault


def said(*arguments: str) -> tuple[int, str]:
    ended = CliRunner().invoke(app, list(arguments))
    return ended.exit_code, ended.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--section-tokens", "10"), "'--section-tokens': give 200 or more"),
        (("--published", "2026-13-40"), "'2026-13-40' is no day: give a day as YYYY-MM-DD, such as 2026-03-04"),
        (("--repair", "often"), "'--repair': give a whole number"),
        (("--policy", "maybe"), "'maybe' is none of them: give one of 'flag', 'drop', 'fail'"),
        (("--fallback-above", "2"), "'--fallback-above': give 1 or less"),
        (("--timeout", "soon"), "'--timeout': give a number"),
    ],
)
def test_an_option_that_does_not_do_says_what_to_give(arguments: tuple[str, ...], words: str) -> None:
    code, line = said("extract", "a.txt", *arguments)
    assert code == 2
    assert words in line
    assert "Input should" not in line
    assert "Value error" not in line


def test_a_root_that_is_no_folder_is_told_without_the_number_of_the_error(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert said("mcp", "--root", str(missing)) == (
        2,
        f"summarizer: --root {missing} is not there: name a folder that can be read\n",
    )
    (tmp_path / "file").write_text("a", encoding="utf-8")
    assert said("mcp", "--root", str(tmp_path / "file"))[1].endswith("is no folder: name a folder that can be read\n")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    code, line = said("mcp", "--root", str(tmp_path / "round"))
    assert code == 2
    assert "cannot be used" in line
    assert "Errno" not in line


def test_the_first_row_of_the_table_of_models_can_be_asked_about() -> None:
    ended = CliRunner().invoke(app, ["models", "offline"])
    assert ended.exit_code == 0
    assert "the built-in rules" in ended.stdout


def test_a_fault_that_is_not_known_keeps_its_words() -> None:
    assert plain_fault("the moon is full") == "the moon is full"


class Grade(StrEnum):
    FINE, COARSE = "fine", "coarse"


class Sack(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kilos: float
    mark: str | None = None


class Crate(BaseModel):
    model_config = ConfigDict(extra="forbid")

    count: int
    lid: bool = False


class Load(BaseModel):
    """What a file might hold."""

    model_config = ConfigDict(extra="forbid")

    grade: Grade = Grade.FINE
    way: Literal["rail", "road"] = "rail"
    goods: list[Sack | Crate] = []
    stamps: Annotated[tuple[int, ...], Field(max_length=2)] = ()
    code: Annotated[str, Field(min_length=1, pattern="[A-Z]+")] = "A"

    @field_validator("code")
    @classmethod
    def is_known(cls, value: str) -> str:
        if value == "X":
            raise ValueError("write the code of a mill that is open")
        return value


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"way": "sea"}, """way: give 'rail' or 'road', not "sea\""""),
        ({"grade": "dusty"}, """grade: give 'fine' or 'coarse', not "dusty\""""),
        ({"grade": None}, "grade: give 'fine' or 'coarse', not null"),
        ({"goods": {"kilos": 3}}, "goods: give a list"),
        ({"goods": "sacks"}, 'goods: give a list, not "sacks"'),
        ({"goods": [{"kilos": 3.0}, {"kilos": "heavy"}]}, 'goods[1].kilos: give a number, not "heavy"'),
        ({"goods": [{"mark": "LUND"}]}, "goods[0].kilos: it is missing: give it"),
        ({"goods": [7]}, "goods[0]: give a JSON object, not 7"),
        ({"stamps": (1, 2, 3)}, "stamps: give 2 at most"),
        ({"code": ""}, 'code: give a text of 1 character or more, not ""'),
        ({"code": "x" * 50}, "code: give a text that fits '[A-Z]+'"),
        ({"code": "X"}, "code: write the code of a mill that is open"),
        ({"colour": "red"}, "colour: there is no such field: leave it out"),
        ([], "give a JSON object"),
        ("words", 'give a JSON object, not "words"'),
    ],
)
def test_the_first_fault_of_a_document_names_the_field_and_what_to_give(given: Any, words: str) -> None:
    with pytest.raises(ValidationError) as fault:
        Load.model_validate(given)
    assert field_fault(fault.value, given) == words


def test_the_place_of_a_record_goes_before_that_of_its_field() -> None:
    given = {"goods": [{"kilos": "heavy"}]}
    with pytest.raises(ValidationError) as fault:
        Load.model_validate(given)
    assert field_fault(fault.value, given, "gold.json: loads[2]").startswith("gold.json: loads[2].goods[0].kilos: give")
    with pytest.raises(ValidationError) as fault:
        Load.model_validate(7)
    assert field_fault(fault.value, 7, "gold.json: loads[2]") == "gold.json: loads[2]: give a JSON object, not 7"


def test_a_text_that_is_no_json_is_called_so() -> None:
    with pytest.raises(ValidationError) as fault:
        Load.model_validate_json("{")
    assert field_fault(fault.value).startswith("it is not JSON (EOF while parsing")
    with pytest.raises(ValidationError) as fault:
        Load.model_validate_json('{"goods": 1}')
    assert field_fault(fault.value) == "goods: give a list, not 1"


PYDANTICS = re.compile(r"Input should|Field required|Extra inputs|type=|Value error|pydantic", re.I)
FAULTY: list[tuple[dict[str, Any], str]] = [
    ({"deals": [{"kind": "sale"}]}, "deals[0].kind: give 'supply', "),
    ({"deals": [{"value": 5}]}, "deals[0].value: give a JSON object, not 5"),
    ({"deals": [{"value": {"amount": 12}}]}, "deals[0].value.text: it is missing: give it"),
    ({"deals": [{"parties": "Orrin"}]}, 'deals[0].parties: give a list, not "Orrin"'),
    ({"deals": [{"evidence": ["one"]}]}, 'deals[0].evidence[0]: give a whole number, not "one"'),
    (
        {"claims": [{"statement": "It rose.", "figures": [{"text": 3}]}]},
        "claims[0].figures[0].text: give a text, not 3",
    ),
    ({"quotes": [{"text": "We grow", "speaker": ["Ann"]}]}, "quotes[0].speaker: give a text"),
    ({"quotes": [{"text": "We grow", "tone": "glad"}]}, "quotes[0].tone: there is no such field: leave it out"),
    ({"parties": [{"name": "Orrin", "kind": 1}]}, "parties[0].kind: give 'company', "),
]


@pytest.mark.parametrize(("given", "words"), FAULTY)
def test_a_file_of_gold_is_told_the_field_and_what_to_give(given: dict[str, Any], words: str, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.json", tmp_path / "out.json"
    gold.write_text(json.dumps(given), encoding="utf-8")
    out.write_text('{"parties": []}', encoding="utf-8")
    code, line = said("eval", str(gold), str(out))
    assert code == 2
    assert f"no document of the gold can be read: {gold}: {words}" in line
    assert line.endswith("(see `summarizer schema`)\n")
    assert not PYDANTICS.search(line)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"deals": [{"kind": "sale"}]}, "deals[0].kind: give 'supply', "),
        ({"deals": [{"kind": "supply"}]}, "deals[0].status: it is missing: give it"),
        ({"parties": [], "provenance": {"model": 3}}, "provenance.model: give a text, not 3"),
    ],
)
def test_an_extraction_is_told_the_field_and_what_to_give(given: dict[str, Any], words: str, tmp_path: Path) -> None:
    article, extraction = tmp_path / "a.txt", tmp_path / "x.json"
    article.write_text("Orrin Foods opened a mill.", encoding="utf-8")
    extraction.write_text(json.dumps(given), encoding="utf-8")
    code, line = said("verify", str(article), str(extraction))
    assert code == 2
    assert words in line
    assert not PYDANTICS.search(line)


def test_summaries_that_are_none_are_told_the_field_and_what_to_give(tmp_path: Path) -> None:
    lines = tmp_path / "s.jsonl"
    lines.write_text('{"schema_version": "1", "source": 5}\n', encoding="utf-8")
    code, line = said("dossier", str(lines))
    assert code == 2
    assert "line 1 is no summary of business news: source: give a JSON object, not 5" in line
    assert not PYDANTICS.search(line)
    lines.write_text('{"schema_version": "1", "source": 5, "provenance": {}}\n', encoding="utf-8")
    line = said("export", str(lines), "--to", "jsonl", "-o", str(tmp_path / "e.jsonl"))[1]
    assert "line 1: source: give a JSON object, not 5 (see `summarizer schema`)" in line
    assert not PYDANTICS.search(line)
