"""The examples in the README and in docs/ are run, offline, and print what they say they print.

    ```python      is executed; the blocks of a page share their names
    ```console     each line that begins with `$ ` is a command, the lines below it what it prints; a line `...` stands
                   for any lines, and a line that ends in ` ...` for any that begin so (dots behind a word or a bracket
                   are printed, as in `{ARTICLE}...`); a last line `[exit code 1]` tells another exit code than 0

A comment `<!-- not run: why -->` above a block leaves it out, `<!-- needs: duckdb, pyarrow -->` only where one of these
libraries is missing. `make docs` writes anew what the commands print, where no `...` stands for what is not shown.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from summarizer.commands.extract import extract
from summarizer.exports.record_reference import reference
from summarizer.schema import NEWS
from summarizer.verifier.findings import Code

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

RECORDS = ROOT / "docs" / "records.md"
RECORDS_HEAD = """# Records

What `summarizer` writes about an article, field by field, as `summarizer schema --format md` prints it (`make docs`).
As JSON Schemas: `summarizer schema`, and the folder `schemas/`.

"""

BLOCK = re.compile(
    r"^(?:<!-- (?:not run: (?P<why>[^\n]+)|needs: (?P<needs>[^\n]+)) -->\n)?```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.M | re.S,
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
ELLIPSIS = "..."
WRONG = """{
  "deals": [{"evidence": [3], "kind": "supply", "status": "agreed", "subject": "transformers",
    "value": "more than $640 billion", "parties": [{"name": "Tarnwick Power Co.", "role": "customer"}]}],
  "quotes": [{"evidence": [18], "text": "They have bought volume", "mode": "direct",
    "speaker": "Marguerite Oyelane", "speaker_kind": "executive"}]
}
"""
"""The faulty extraction that the README checks."""
WIDTH = "110"
"""Columns that the commands are told the terminal has."""


@dataclass(frozen=True)
class Block:
    """A fenced example: where it stands, what it is written in, and its text."""

    page: Path
    line: int
    language: str
    body: str
    left_out: bool

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def is_left_out(match: re.Match[str]) -> bool:
    needs = [name.strip() for name in (match["needs"] or "").split(",")] if match["needs"] else []
    return match["why"] is not None or any(find_spec(name) is None for name in needs)


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page,
            text.count("\n", 0, match.start("body")),
            match["language"],
            match["body"],
            left_out=is_left_out(match),
        )
        for match in BLOCK.finditer(text)
    ]


def examples(language: str) -> list[Block]:
    return [block for page in PAGES for block in blocks(page) if block.language == language and not block.left_out]


def make_playground(folder: Path) -> Path:
    """A folder with a copy of the examples, in which commands may write."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "article.txt").write_bytes((ROOT / "examples/articles/supply_contract.txt").read_bytes())
    (folder / "wrong.json").write_text(WRONG, encoding="utf-8")
    return folder


@pytest.fixture
def playground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in list(os.environ):
        if name.endswith(("_API_KEY", "_BASE_URL")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(make_playground(tmp_path))
    return tmp_path


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, and what is to come below it."""
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def run(command: str, folder: Path) -> str:
    """What a command prints, to standard output and error as they come, and its exit code where it is not 0."""
    own = {name: value for name, value in os.environ.items() if not name.endswith(("_API_KEY", "_BASE_URL"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**own, "PATH": path, "COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    printed = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    return printed + (f"[exit code {done.returncode}]\n" if done.returncode else "")


def shows_part(shown: str) -> bool:
    """Whether dots in what a page shows stand for what it leaves out."""
    return any(line.strip() == ELLIPSIS or line.endswith(f" {ELLIPSIS}") for line in shown.splitlines())


def as_pattern(expected: str) -> re.Pattern[str]:
    pattern = ""
    for line in expected.rstrip("\n").split("\n"):
        if line.strip() == ELLIPSIS:
            pattern += r"(?:.*\n)*?"
        elif shows_part(line):
            pattern += re.escape(line.removesuffix(ELLIPSIS)) + r".*\n"
        else:
            pattern += re.escape(line) + r"\n" if line or expected.strip() else ""
    return re.compile(pattern)


@pytest.mark.parametrize("block", examples("console"), ids=str)
def test_a_command_prints_what_the_page_shows(block: Block, playground: Path) -> None:
    for command, expected in commands(block.body):
        printed = run(command, playground)
        assert as_pattern(expected).fullmatch(printed), f"$ {command}\n{printed}"


@pytest.mark.parametrize("page", [page for page in PAGES if any(b.page == page for b in examples("python"))], ids=str)
@pytest.mark.usefixtures("playground")
def test_the_python_of_a_page_runs(page: Path) -> None:
    """A comment `# …` behind a `print(…)` is what it prints."""
    names = {"__name__": "__main__"}
    for block in (block for block in examples("python") if block.page == page):
        printed = io.StringIO()
        source = "\n" * block.line + block.body
        with contextlib.redirect_stdout(printed):
            exec(compile(source, str(page), "exec"), names)  # noqa: S102 (our own pages)
        shown = re.findall(r"print\(.*\)  # (.*)$", block.body, re.M)
        assert printed.getvalue().splitlines() == shown


def test_the_record_in_the_readme_is_in_the_output(playground: Path) -> None:
    printed = run("summarizer extract --model offline --format json article.txt", playground)
    [record] = [json.loads(block.body) for block in blocks(ROOT / "README.md") if block.language == "json"]
    assert record in json.loads(printed)["quotes"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert missing == []


def test_every_fenced_block_says_what_it_is_written_in() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert text.count("```") == 2 * len(blocks(page)), page


def test_every_code_of_a_finding_is_explained() -> None:
    page = (ROOT / "docs/verdicts.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| \w+ \| (.+) \|$", page, re.M))
    assert rows == {code.value: code.meaning for code in Code}


def test_every_format_of_a_brief_is_listed() -> None:
    page = (ROOT / "docs/extract.md").read_text(encoding="utf-8")
    table = page.split("| `--format` | |", 1)[1].split("\n\n", 1)[0]
    choices = get_args(inspect.signature(extract, eval_str=True).parameters["form"].annotation)[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.M)) == sorted(get_args(choices))


def test_every_command_of_the_makefile_that_the_readme_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = re.findall(r"(?:^|`)make ([a-z ]+?)(?:`|  |$)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    named = {target for command in commands for target in command.split()}
    assert {"demo", "test"} <= named <= targets


def pages_of(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for value in entry.values():
            yield from pages_of(value) if isinstance(value, list) else [value]


def test_the_site_has_every_page_once() -> None:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")]
    assert sorted(pages_of(site["nav"])) == sorted(pages)


def records_page() -> str:
    return RECORDS_HEAD + reference(NEWS)


def test_the_reference_of_the_records_is_current() -> None:
    """If not: `make docs`."""
    assert RECORDS.read_text(encoding="utf-8") == records_page()


def write_anew(page: Path) -> None:
    """Puts below each command of `page` what it prints now, where nothing is left out; a new folder for each block."""

    def renewed(match: re.Match[str]) -> str:
        if is_left_out(match) or match["language"] != "console":
            return match.group()
        body = ""
        with tempfile.TemporaryDirectory() as scratch:
            folder = make_playground(Path(scratch))
            for command, shown in commands(match["body"]):
                printed = run(command, folder)
                body += f"$ {command}\n" + (shown if shows_part(shown) else printed)
        return match.group().replace(match["body"], body)

    page.write_text(BLOCK.sub(renewed, page.read_text(encoding="utf-8")), encoding="utf-8")


OLD = """# A page

```console
$ echo 'Usage: weigh [OPTIONS] {SACK}...'
Usage: weigh [OPTIONS] {CRATE}...
$ printf 'one\\ntwo\\nthree and more\\n'
one
...
three ...
$ printf 'what is told at length is cut...\\n'; exit 1
what is cut...
```

<!-- not run: no scales -->
```console
$ echo heavy
light
```
"""
NEW = OLD.replace("{CRATE}", "{SACK}").replace("what is cut...", "what is told at length is cut...\n[exit code 1]")


def test_what_a_command_prints_is_written_anew_but_for_what_dots_leave_out(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(OLD, encoding="utf-8")
    write_anew(page)
    assert page.read_text(encoding="utf-8") == NEW


@pytest.mark.parametrize(
    ("expected", "printed", "fits"),
    [
        ("Usage: weigh {SACK}...\n", "Usage: weigh {SACK}...\n", True),
        ("Usage: weigh {SACK}...\n", "Usage: weigh {SACK} [SCALES]\n", False),
        ("3 sacks, ...\n", "3 sacks, 40 kg\n", True),
        ("3 sacks, ...\n", "4 sacks, 40 kg\n", False),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n  ...\nfour\n", "one\nfour\nfive\n", False),
    ],
)
def test_dots_of_their_own_stand_for_what_is_not_shown(expected: str, printed: str, fits: bool) -> None:
    assert (as_pattern(expected).fullmatch(printed) is not None) is fits


if __name__ == "__main__":
    RECORDS.write_text(records_page(), encoding="utf-8")
    for page in PAGES:
        write_anew(page)
