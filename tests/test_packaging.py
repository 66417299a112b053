"""What is declared, pinned, shipped and imported; and what the repository must not carry."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import entry_points, packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "summarizer"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
EXTRAS_LOCK = (ROOT / "requirements-extras.txt").read_text(encoding="utf-8")
LOCKS = {"requirements.txt": LOCK, "requirements-extras.txt": EXTRAS_LOCK}

ASKED_FOR_ANOTHER = {"aiohttp", "lxml-html-clean"}
"""Declared and never imported here: openai's aiohttp client and trafilatura need them and do not ask for them."""

OF_AN_EXTRA = {"mcp", "opentelemetry", "pandas", "polars", "pyarrow", "ray", "spacy"}
"""Imported where an export, a frame, telemetry, MCP or `--engine ray` is asked for, and installed with extras only."""
EXTRAS_IMPORTED = ("mcp", "otel", "pandas", "parquet", "polars", "ray", "spacy")
"""The extras that they come with."""

PARTS_OF = {"httpx2": "openai", "pydantic-core": "pydantic"}
"""Imported, and brought and pinned by the library that they are a part of."""

ROOMS: tuple[frozenset[str], ...] = tuple(
    frozenset(layer.split())
    for layer in (
        "coroutines errors generators input_faults",
        "escaping resources text verdicts",
        "article",
        "fields",
        "tables",
        "records",
        "wire",
        "schema telemetry",
        "models prompt_files readers user_schemas verifier",
        "foreign mapping prompts",
        "asking extractions judging",
        "evaluation pipeline",
        "dossier routing",
        "exports",
        "batch",
        "api options reporting",
        "engines mcp_server",
        "commands",
        "cli",
        "__main__",
    )
)
"""From the ground up: a module imports from its own room and from those below, never from above or beside."""

LIBRARIES_LOADED_LATE = (
    "dateparser",
    "genai_prices",
    "instructor",
    "mcp",
    "openai",
    "opentelemetry",
    "pandas",
    "polars",
    "pyarrow",
    "rich",
    "spacy",
    "trafilatura",
)
"""Slow to import, and needed by some commands only."""

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:{})/[\w.-]+".format("|".join(("work", "farm", "root", "home", "Users"))))
SECRET = re.compile(r"(?i)\b{0}:\s*-?\s*(bearer\s+)?\S*{1}|\b{1}[a-z0-9_-]{{20,}}".format("authorization", "sk-"))
PACKAGE_INDEX = re.compile(r"https?://\S+\.(?:whl|tar\.gz)\b|--(?:extra-)?index-url[= ]\S*://|--find-links[= ]\S")


def declared(*extras: str) -> list[Requirement]:
    """The requirements of the package, and of these extras."""
    lines = list(PROJECT["dependencies"])
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


def pins(lock: str = LOCK) -> dict[str, str]:
    """Name → version of every package in the lock."""
    return {canonicalize_name(name): pin for name, pin in re.findall(r"^([\w.-]+)(?:\[.*\])?==(\S+)", lock, re.M)}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package: its dotted name below `summarizer`, and its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield ".".join(path.relative_to(PACKAGE).with_suffix("").parts), path


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it, also for type checking only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the module's full name"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tracked_files() -> list[Path]:
    """The files that are in the repository or would be with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    return [path for name in sorted(set(listed.split("\0")) - {""}) if (path := ROOT / name).is_file()]


@pytest.mark.parametrize("requirement", declared("test"), ids=lambda requirement: requirement.name)
def test_what_is_installed_satisfies_what_is_declared(requirement: Requirement) -> None:
    assert requirement.specifier.contains(version(requirement.name))


@pytest.mark.parametrize("name", ["instructor", "openai", "pydantic", "tenacity", "vcrpy"])
def test_the_libraries_that_requests_go_through_are_the_pinned_ones(name: str) -> None:
    """Older ones let requests past the cassettes, or send other bodies than were recorded."""
    assert version(name) == pins()[name]


@pytest.mark.parametrize("requirement", declared("test", "dev"), ids=lambda requirement: requirement.name)
def test_the_lock_satisfies_what_is_declared(requirement: Requirement) -> None:
    assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


def test_every_dependency_has_a_lower_bound() -> None:
    unbounded = [
        str(requirement)
        for requirement in declared("anthropic", "google", *EXTRAS_IMPORTED, "test", "test-extras")
        if not any(clause.operator == ">=" for clause in requirement.specifier)
    ]
    assert unbounded == []


@pytest.mark.parametrize(
    "requirement",
    [Requirement(line) for line in PROJECT["optional-dependencies"]["test-extras"]],
    ids=lambda requirement: requirement.name,
)
def test_the_lock_of_the_extras_satisfies_what_is_declared(requirement: Requirement) -> None:
    assert requirement.specifier.contains(pins(EXTRAS_LOCK)[canonicalize_name(requirement.name)])


def test_what_both_locks_pin_they_pin_alike() -> None:
    one, other = pins(LOCK), pins(EXTRAS_LOCK)
    assert {name: one[name] for name in one.keys() & other} == {name: other[name] for name in one.keys() & other}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_every_line_of_the_lock_is_a_pin_with_hashes(lock: str) -> None:
    entries = [
        entry for entry in re.sub(r"\s*\\\n\s*", " ", lock).splitlines() if entry.strip() and "#" not in entry[:6]
    ]
    assert len(entries) == len(pins(lock))
    assert [
        entry for entry in entries if not re.fullmatch(r"[\w.\[\],-]+==\S+( --hash=sha256:[0-9a-f]{64})+", entry)
    ] == []


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_the_lock_names_no_place_that_packages_come_from(lock: str) -> None:
    assert re.findall(r"\S*(?:://|file:|index|find-links|trusted-host)\S*", lock) == []


def test_every_library_that_is_imported_is_declared_and_the_other_way_round() -> None:
    homes = packages_distributions()
    used = set()
    for _, path in modules():
        for name in imports(path):
            top = name.split(".")[0]
            if top not in {"summarizer", *OF_AN_EXTRA, *sys.stdlib_module_names}:
                home = canonicalize_name(homes[top][0])
                used.add(PARTS_OF.get(home, home))
    wanted = {canonicalize_name(requirement.name) for requirement in declared()}
    assert used == wanted - ASKED_FOR_ANOTHER
    of_extras = {requirement.name.partition("-")[0] for requirement in declared(*EXTRAS_IMPORTED)}
    assert of_extras - {requirement.name.partition("-")[0] for requirement in declared()} == OF_AN_EXTRA


def test_no_module_imports_from_a_room_above_or_beside_its_own() -> None:
    height = {room: level for level, layer in enumerate(ROOMS) for room in layer}
    wrong = []
    for module, path in modules():
        room = module.split(".")[0]
        if room == "__init__":
            continue
        for name in imports(path):
            if not name.startswith("summarizer."):
                continue
            other = name.split(".")[1]
            if other in height and other != room and height[other] >= height[room]:
                wrong.append(f"{module} imports {name}")
    assert wrong == []


def test_every_room_has_its_place_in_the_order() -> None:
    assert {module.split(".")[0] for module, _ in modules()} - {"__init__"} == {
        room for layer in ROOMS for room in layer
    }


def test_no_module_loads_a_slow_library_when_it_is_imported() -> None:
    """Whatever reads no page and asks no model must start at once: `--help`, completion, `verify`."""
    names = [f"summarizer.{name}".removesuffix(".__init__") for name, _ in modules() if name != "__main__"]
    program = "\n".join(
        [
            "import sys",
            *(f"import {name}" for name in names),
            f"print(*sorted(set({LIBRARIES_LOADED_LATE!r}) & sys.modules.keys()))",
        ]
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []


def test_importing_the_package_alone_loads_no_library_at_all() -> None:
    program = (
        "import sys; before = set(sys.modules); import summarizer; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["summarizer"]


def test_the_command_is_installed() -> None:
    [command] = entry_points(group="console_scripts", name="summarizer")
    assert command.value == "summarizer.cli:main"
    assert callable(command.load())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel made of it."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "--directory"]
    subprocess.run([*build, folder, "--target", "sdist"], cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    [source] = (path for path in folder.iterdir() if path.is_dir())
    subprocess.run([*build, folder, "--target", "wheel"], cwd=source, check=True, capture_output=True)
    return folder


def test_the_wheel_carries_the_prompts_and_the_schemas(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    for folder in ("prompts", "schemas"):
        ours = {path.name for path in (ROOT / folder).iterdir() if path.is_file()}
        assert ours
        assert {f"summarizer/data/{folder}/{name}" for name in ours} <= names
    assert "summarizer/py.typed" in names


def test_the_wheel_carries_the_templates_of_the_report(built: Path) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (PACKAGE / "exports/html/templates").iterdir()}
    assert {Path(name).suffix for name in ours} == {".css", ".j2", ".js"}
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert ours <= set(wheel.namelist())


def test_the_wheel_carries_the_package_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"summarizer", f"summarizer-{PROJECT['version']}.dist-info"}


def test_the_wheel_works_away_from_the_repository(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(site)  # noqa: S202 (our own)
    program = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "from summarizer.prompts import load_prompt\n"
        "from summarizer.resources import resource_folder\n"
        "print(load_prompt('extract').label, resource_folder('prompts'), resource_folder('schemas'), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    label, prompts, schemas = done.stdout.splitlines()
    assert label.startswith("extract@")
    assert (Path(prompts), Path(schemas)) == (site / "summarizer/data/prompts", site / "summarizer/data/schemas")


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    [source] = (path for path in built.iterdir() if path.is_dir())
    for name in ("tests/test_packaging.py", "examples/articles", "cassettes", "docs", "Makefile", "requirements.txt"):
        assert (source / name).exists()


def test_no_file_names_a_machine_a_key_or_where_packages_come_from() -> None:
    found = []
    for path in tracked_files():
        raw = path.read_bytes()
        if b"\0" in raw:
            continue
        text = raw.decode("utf-8", errors="replace")
        found += [
            f"{path.relative_to(ROOT)}: {match.group()}"
            for pattern in (MACHINE_PATH, SECRET, PACKAGE_INDEX)
            for match in pattern.finditer(text)
        ]
    assert found == []
