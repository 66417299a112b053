"""The compiled build: what it leaves out, how it rewrites; where `make compiled` was run, that it finds the same."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMPILED = ROOT / ".compiled/venv/bin/python"

COUNTER = '''
from functools import cached_property


class Counter:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    @cached_property
    def total(self) -> int | None:
        """Read once, also where there is none."""
        self.asked += 1
        return None

    @cached_property
    def _broken(self) -> int:
        raise AttributeError("not an attribute of this class")


class Doubling(Counter):
    @cached_property
    def total(self) -> int | None:
        self.asked += 2
        return 2
'''

PROGRAM = """
import asyncio, hashlib, sys
from pathlib import Path
import summarizer
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline
from summarizer.readers import read_article
from summarizer import text

async def read() -> None:
    pipeline = Pipeline(OfflineModel())
    for path in sorted(Path("examples/articles").iterdir()):
        print((await pipeline.run(read_article(path))).model_dump_json())

asyncio.run(read())
print(summarizer.__file__, text.__file__, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_left_interpreted_exists_and_has_a_reason(build: ModuleType) -> None:
    for path, reason in build.INTERPRETED.items():
        assert (ROOT / path).is_file()
        assert path.startswith(build.COMPILED)
        assert reason


def test_no_module_that_is_compiled_holds_what_mypyc_does_not_take(build: ModuleType) -> None:
    """Else the module is written otherwise, or named in the table with its reason."""
    sources = build.sources_in(ROOT)
    assert len(sources) > 200
    found = [f"{path}:{fault}" for path in sources for fault in build.obstacles((ROOT / path).read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("x = 1 in (*a, 2)", "1: `in` a display with a star"),
        ("\n\nx = '\\ud800'", "3: a lone surrogate"),
        (
            "@dataclass(frozen=True)\nclass A:\n    @cached_property\n    def b(self) -> int: ...",
            "a dataclass with a cached",
        ),
        ("class A(B, C): ...", "1: a class with two bases"),
    ],
)
def test_what_mypyc_does_not_take_is_told_with_its_line(build: ModuleType, source: str, told: str) -> None:
    [fault] = build.obstacles(source)
    assert told in fault


def test_a_property_that_is_kept_is_read_once_in_the_copy_as_well(build: ModuleType) -> None:
    for source in (COUNTER, build.with_written_out_properties(COUNTER)):
        space: dict[str, type] = {"__name__": "counting"}
        exec(source, space)  # noqa: S102 (our own)
        one, other, doubling = space["Counter"](), space["Counter"](), space["Doubling"]()
        assert (one.total, one.total, one.asked, other.asked) == (None, None, 1, 0)
        assert (doubling.total, doubling.total, doubling.asked) == (2, 2, 2)
        other.total = 5
        assert (other.total, other.asked) == (5, 0)
        with pytest.raises(AttributeError, match="not an attribute of this class"):
            _ = one._broken


CONSTANTS = """
from __future__ import annotations

_MOST = 8
_WORDS: dict[str, int] = {"a=b": 1}
STOPS = frozenset(".!")
T = TypeVar("T")
_COUNTED = 0
_COUNTED += 1
first, SECOND = 1, 2
lower = []
"""


def test_names_in_capitals_that_are_assigned_once_are_constants_in_the_copy(build: ModuleType) -> None:
    assert build.with_constants(CONSTANTS).splitlines() == [
        "",
        "from __future__ import annotations",
        "from typing import Final as _Final",
        "",
        "_MOST: _Final[int] = 8",
        '_WORDS: _Final[dict[str, int]] = {"a=b": 1}',
        'STOPS: _Final = frozenset(".!")',
        *CONSTANTS.splitlines()[6:],
    ]


def test_the_copy_has_none_left_to_be_read_every_time(build: ModuleType, tmp_path: Path) -> None:
    rewritten = [path for path in build.stage(ROOT, tmp_path) if "_kept_" in (tmp_path / path).read_text("utf-8")]
    assert len(rewritten) > 10
    for path in rewritten:
        copy = (tmp_path / path).read_text("utf-8")
        assert "@cached_property" not in copy
        compile(copy, path, "exec")


def test_nothing_is_compiled_unless_it_is_asked_for(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for value, expected in ((None, False), ("", False), ("0", False), ("1", True)):
        monkeypatch.delenv(build.SWITCH, raising=False)
        if value is not None:
            monkeypatch.setenv(build.SWITCH, value)
        assert build.is_switched_on() is expected


@pytest.mark.skipif(not COMPILED.is_file(), reason="`make compiled` was not run")
def test_the_compiled_program_finds_the_same_as_the_sources() -> None:
    """A build of older sources fails here as well: run `make compiled` again."""
    runs = [
        subprocess.run(
            [python, "-P", "-c", f"import sys; sys.path[:0] = {path!r}\n{PROGRAM}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        for python, path in ((sys.executable, [str(ROOT)]), (str(COMPILED), []))
    ]
    assert runs[0].stdout == runs[1].stdout
    assert str(ROOT / "summarizer/text/__init__.py") in runs[0].stderr
    assert ".so" in runs[1].stderr or ".pyd" in runs[1].stderr
