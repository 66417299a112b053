"""The prompt files: what they must hold, and how they are read.

A prompt is a Markdown file with a strict header and a few sections:

    ---
    name: extract
    version: 1
    variables: [guide, article]
    ---
    ## system     what every article is told; no word of it depends on the article
    ## news       the guide to the business-news records
    ## records    the guide to a user's own records
    ## user       the article, and what to do with it

Which sections and variables a prompt of a name has is in `TASKS`.

`{{variable}}` is filled in once; what is filled in is never looked at again, so that braces, headings and tags in
an article are text and nothing else. A prompt that `extends` another begins with that one's messages, byte for byte,
and adds its own `## user` at their end: a service that caches prefixes reads the article once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import ConfigurationError
from summarizer.input_faults import field_fault
from summarizer.resources import resource_folder

VARIABLE = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}")
HEADER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
SECTION = re.compile(r"^## +(\S.*?)[ \t]*$", re.MULTILINE)

LONGEST_FILE = 200_000
"""Bytes that a prompt file may have."""


@dataclass(frozen=True)
class Task:
    """What the program fills in for a prompt of this name, section by section."""

    sections: Mapping[str, frozenset[str]]
    """The sections the file must have, with the variables each may use."""
    needed: Mapping[str, frozenset[str]]
    """The variables that a section must use."""
    extends: str | None = None


TASKS: Mapping[str, Task] = {
    "again": Task(sections={"user": frozenset({"found"})}, needed={"user": frozenset({"found"})}, extends="extract"),
    "extract": Task(
        sections={
            "system": frozenset({"guide"}),
            "news": frozenset(),
            "records": frozenset({"fields"}),
            "user": frozenset({"article"}),
        },
        needed={"system": frozenset({"guide"}), "records": frozenset({"fields"}), "user": frozenset({"article"})},
    ),
    "judge": Task(
        sections={"system": frozenset(), "user": frozenset({"article", "statements"})},
        needed={"user": frozenset({"article", "statements"})},
    ),
    "match": Task(
        sections={"system": frozenset(), "user": frozenset({"first", "second"})},
        needed={"user": frozenset({"first", "second"})},
    ),
    "overview": Task(
        sections={"system": frozenset(), "user": frozenset({"article"})}, needed={"user": frozenset({"article"})}
    ),
    "repair": Task(
        sections={"user": frozenset({"records"})}, needed={"user": frozenset({"records"})}, extends="extract"
    ),
    "section": Task(
        sections={"user": frozenset({"count", "first", "last"})}, needed={"user": frozenset({"first", "last"})}
    ),
}


class Header(BaseModel):
    """The header of a prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str
    version: Annotated[int, Field(ge=1)]
    variables: list[str]
    extends: str | None = None


@dataclass(frozen=True)
class Prompt:
    """A prompt file, read and checked."""

    name: str
    version: int
    variables: tuple[str, ...]
    system: str
    user: str
    hash: str
    """SHA-256 in hexadecimal of the file's bytes, followed by those of the file that it extends."""
    guides: Mapping[str, str] = field(default_factory=dict)
    """What `{{guide}}` stands for: the business-news records, or a user's own."""

    @property
    def label(self) -> str:
        """What the output says of it: `extract@` and twelve digits of the hash."""
        return f"{self.name}@{self.hash[:12]}"


def load_prompt(name: str, folder: Path | None = None) -> Prompt:
    """The prompt `name`, from `folder` where that holds a file `name.md`, else the built-in one.

    Raises `ConfigurationError` that names the file and its fault.
    """
    if name not in TASKS:
        raise ConfigurationError(f"there is no prompt {name!r}: the prompts are {', '.join(sorted(TASKS))}")
    if folder is not None and not folder.is_dir():
        raise ConfigurationError(f"{folder}: not a folder of prompts")
    path, task = _find(name, folder), TASKS[name]
    data, header, sections = _read(path)
    if header.name != name:
        raise ConfigurationError(f"{path}: its header says name: {header.name}, but the file is {name}.md")
    if header.extends != task.extends:
        raise ConfigurationError(f"{path}: its header must say extends: {task.extends or 'null'}")
    _check_sections(path, task, sections)
    _check_variables(path, task, header, sections)
    digest = hashlib.sha256(data)
    variables = tuple(header.variables)
    if task.extends is None:
        guides = {name: text for name, text in sections.items() if name not in ("system", "user")}
        system = sections.get("system", "")
        return Prompt(name, header.version, variables, system, sections["user"], digest.hexdigest(), guides)
    base = load_prompt(task.extends, folder)
    digest.update(_find(task.extends, folder).read_bytes())
    user = f"{base.user}\n\n{sections['user']}"
    return Prompt(name, header.version, base.variables + variables, base.system, user, digest.hexdigest(), base.guides)


def fill(template: str, values: Mapping[str, str]) -> str:
    """`template` with its variables filled in, in one pass: nothing in a value is ever taken for a variable."""
    return VARIABLE.sub(lambda found: values[found[1]], template)


def _find(name: str, folder: Path | None) -> Path:
    if folder is not None and (own := folder / f"{name}.md").is_file():
        return own
    path = resource_folder("prompts") / f"{name}.md"
    if not path.is_file():
        raise ConfigurationError(f"{path}: this prompt is missing from the installation: install summarizer again")
    return path


def _read(path: Path) -> tuple[bytes, Header, dict[str, str]]:
    """A prompt file's bytes, header and sections by name."""
    import yaml

    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as fault:
        raise ConfigurationError(f"{path}: cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise ConfigurationError(f"{path}: not UTF-8 at byte {fault.start}: save it as UTF-8") from fault
    if len(data) > LONGEST_FILE:
        raise ConfigurationError(f"{path}: {len(data)} bytes are too many for a prompt (at most {LONGEST_FILE})")
    head = HEADER.match(text)
    if head is None:
        raise ConfigurationError(f"{path}: a prompt begins with a header between two lines `---`")
    try:
        written = yaml.safe_load(head[1])
    except (yaml.YAMLError, RecursionError, ValueError) as fault:  # the last: a day that no calendar has
        mark = getattr(fault, "problem_mark", None)
        at = "" if mark is None else f" at line {mark.line + 2} of the file"
        why = getattr(fault, "problem", None) or getattr(fault, "reason", None) or fault
        raise ConfigurationError(
            f"{path}: its header is not YAML{at} ({why}): write lines such as `version: 1`"
        ) from fault
    if not isinstance(written, dict):
        raise ConfigurationError(f"{path}: its header is no list of fields: write lines such as `version: 1`")
    try:
        header = Header.model_validate(written)
    except ValidationError as fault:
        raise ConfigurationError(
            f"{path}: its header: {field_fault(fault, written)} "
            "(it has name, version, variables, and extends where needed)"
        ) from fault
    return data, header, _split(path, text[head.end() :])


def _split(path: Path, body: str) -> dict[str, str]:
    marks = list(SECTION.finditer(body))
    if body[: marks[0].start() if marks else None].strip():
        raise ConfigurationError(f"{path}: there is text before the first section (`## system` or `## user`)")
    sections: dict[str, str] = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark[1] in sections:
            raise ConfigurationError(f"{path}: the section `## {mark[1]}` stands there twice")
        sections[mark[1]] = body[mark.end() : following.start() if following else None].strip()
    return sections


def _check_sections(path: Path, task: Task, sections: Mapping[str, str]) -> None:
    known = ", ".join(f"`## {name}`" for name in task.sections)
    for name in sections:
        if name not in task.sections:
            raise ConfigurationError(f"{path}: no section is called `## {name}`: its sections are {known}")
    for name in task.sections:
        if not sections.get(name):
            raise ConfigurationError(f"{path}: the section `## {name}` is missing or empty: its sections are {known}")


def _check_variables(path: Path, task: Task, header: Header, sections: Mapping[str, str]) -> None:
    declared = set(header.variables)
    used = {name: set(VARIABLE.findall(text)) for name, text in sections.items()}
    for name, variables in used.items():
        if unknown := sorted(variables - task.sections[name]):
            allowed = ", ".join(sorted(task.sections[name])) or "none"
            raise ConfigurationError(
                f"{path}: {{{{{unknown[0]}}}}} cannot stand in `## {name}`: the variables there are {allowed}"
            )
        if lacking := sorted(task.needed.get(name, frozenset()) - variables):
            raise ConfigurationError(f"{path}: `## {name}` must use {{{{{lacking[0]}}}}}")
        if undeclared := sorted(variables - declared):
            raise ConfigurationError(f"{path}: {{{{{undeclared[0]}}}}} is used but not among its header's variables")
    if unused := sorted(declared - set().union(*used.values())):
        raise ConfigurationError(f"{path}: its header declares the variable {unused[0]}, which it never uses")
