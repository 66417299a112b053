from __future__ import annotations

import sys
from pathlib import Path

import pytest

from summarizer.errors import ConfigurationError
from summarizer.user_schemas import load_schema

RECALL = '''
from __future__ import annotations

from summarizer import Money, Record, Verbatim


class Recall(Record):
    """A product that is called back."""

    product: Verbatim
    cost: Money | None = None
'''


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "recall.py"
    path.write_text(RECALL)
    return path


def test_a_class_is_loaded_from_its_file(file: Path) -> None:
    assert load_schema(f"{file}:Recall").name == "Recall"


def test_the_class_may_be_left_out_where_there_is_one(file: Path) -> None:
    assert list(load_schema(str(file)).sections) == ["items"]


def test_a_file_may_import_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "beside_recall.py").write_text(RECALL)
    (tmp_path / "schema.py").write_text(
        "from beside_recall import Recall\nclass Callback(Recall):\n    'One.'\n    reason: str\n"
    )
    before = list(sys.path)
    assert load_schema(f"{tmp_path}/schema.py:Callback").name == "Callback"
    assert sys.path == before


def test_several_classes_want_a_choice(file: Path) -> None:
    file.write_text(RECALL + "\nclass Refund(Recall):\n    'One.'\n    amount: Money\n")
    with pytest.raises(ConfigurationError, match="it has Recall, Refund"):
        load_schema(str(file))


def test_a_wrong_name_is_told_the_right_ones(file: Path) -> None:
    with pytest.raises(ConfigurationError, match="no class 'Recal'; it has Recall"):
        load_schema(f"{file}:Recal")


def test_a_class_that_is_no_record_is_refused(file: Path) -> None:
    file.write_text("class Recall:\n    pass\n")
    with pytest.raises(ConfigurationError, match=r"derive it from summarizer\.Record"):
        load_schema(f"{file}:Recall")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import nothing_of_this_name\n", "line 1: ModuleNotFoundError"),
        ("x = 1\n\ny = x / 0\n", "line 3: ZeroDivisionError"),
        ("class Recall(:\n", "line 1: SyntaxError"),
        ("raise SystemExit(3)\n", "line 1: SystemExit"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_line(file: Path, code: str, message: str) -> None:
    file.write_text(code)
    with pytest.raises(ConfigurationError, match=message):
        load_schema(f"{file}:Recall")


def test_a_missing_file_is_told_how_a_schema_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no such file.*FILE\.py:Class"):
        load_schema(f"{tmp_path}/nothing.py:Recall")


def test_a_file_that_is_not_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text("{}")
    with pytest.raises(ConfigurationError, match="not a Python file"):
        load_schema(f"{tmp_path}/schema.json:Recall")


def test_a_class_that_no_model_can_be_asked_for_says_which_field(file: Path) -> None:
    file.write_text("from summarizer import Record\nclass Recall(Record):\n    'One.'\n    extra: dict[str, int]\n")
    with pytest.raises(ConfigurationError, match=r"Recall\.extra"):
        load_schema(f"{file}:Recall")
