"""The documents of one side: a folder of JSON, a batch's output, a file, or results in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from summarizer.errors import ConfigurationError
from summarizer.evaluation.partial import read_sections
from summarizer.evaluation.readable import unreadable
from summarizer.extractions import names_of, read_documents
from summarizer.fields import Money, Record
from summarizer.readers import article_suffixes
from summarizer.records import Result
from summarizer.schema import NEWS

GOLD, OUTPUT = "gold", "output"
"""What the sides are called in messages."""
LINES, SUMMARIES = "summaries.jsonl", "summaries"
"""What a batch's output folder has."""
_SUFFIXES = (".json", ".jsonl")
_NAMED = 5
"""Places of a list that are named."""
_TOP = frozenset((*NEWS.sections, *NEWS.result.model_fields))

Side = str | Path | Result | Mapping[str, Any] | Sequence[Any]
"""A folder or a file, one document, or several."""


@dataclass(frozen=True)
class Document:
    """What one side says about one article."""

    name: str
    """Its file, with its place there where a file has several: `gold.jsonl[3]`."""
    sha256: str | None
    """Of the article's text, where the document says it."""
    keys: tuple[tuple[str, ...], ...]
    """The parts of each path under which the article is known, without endings."""
    sections: Mapping[str, list[Record]]
    """The sections that the document has."""
    own: tuple[str, ...] = ()
    """What its own file is called, where it has one for itself; among the keys only where no `source.path` is given."""
    states_path: bool = False
    """Whether it says in `source.path` which article it is about."""

    @property
    def article(self) -> str:
        """What the article is called."""
        return "/".join(self.keys[0]) if self.keys else self.name


@dataclass
class Documents:
    """What was read of one side."""

    called: str
    read: list[Document] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """A line for each file or document that could not be read."""
    notes: list[str] = field(default_factory=list)
    wordy: list[str] = field(default_factory=list)
    """Places in gold of figures and dates that have to be compared by their words."""


def read_side(side: Side, called: str) -> Documents:
    """The documents of a side, `called` `GOLD` or `OUTPUT`.

    What cannot be read is left out and listed. Raises `ConfigurationError` where there is nothing to read at all.
    """
    found = Documents(called)
    if isinstance(side, str | Path):
        _read_path(Path(side), found)
    else:
        documents = side if isinstance(side, Sequence) else [side]
        for at, document in enumerate(documents):
            value = document.model_dump(mode="json") if isinstance(document, Result) else document
            _add(value, f"{called}[{at}]", (), found)
        if not documents:
            raise ConfigurationError(f"the {called} is an empty list: give at least one document")
    if not found.read:
        more = f" (and {len(found.unread) - 1} more)" if len(found.unread) > 1 else ""
        raise ConfigurationError(f"no document of the {called} can be read: {found.unread[0]}{more}")
    if found.wordy:
        more = "; …" if len(found.wordy) > _NAMED else ""
        found.notes.append(
            f"compared by their words, as no number or date can be read from them ({len(found.wordy):,}): "
            f"{'; '.join(found.wordy[:_NAMED])}{more}"
        )
    return found


def _read_path(path: Path, found: Documents) -> None:
    try:
        if path.is_dir():
            if (path / LINES).is_file():
                _read_file(path / LINES, None, found)
                if not found.read and not found.unread:
                    raise ConfigurationError(
                        f"{path / LINES} is empty: no article of that run was done (see {path / 'failures.jsonl'})"
                    )
                return
            folder = path / SUMMARIES if (path / SUMMARIES).is_dir() else path
            files = sorted(_json_files(folder))
            if not files:
                raise ConfigurationError(
                    f"{path} has no {' or '.join(_SUFFIXES)} file: name the folder with the {found.called}'s "
                    "documents, or the output folder of `summarizer batch`"
                )
            for file in files:
                _read_file(file, file.relative_to(folder).as_posix(), found)
            return
        _read_file(path, None, found, alone=True)
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else fault
        raise ConfigurationError(f"the {found.called} {path}: {why}") from fault


def _json_files(folder: Path) -> Iterator[Path]:
    """The JSON files below a folder; hidden ones, and links to folders, are passed over."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (
            Path(place, name) for name in names if name.lower().endswith(_SUFFIXES) and not name.startswith(".")
        )


def _read_file(path: Path, relative: str | None, found: Documents, *, alone: bool = False) -> None:
    """Adds the documents of a file; `relative` is its path within the side's folder, which names its article."""
    name = str(path)
    try:
        data = path.read_bytes()
    except OSError as fault:
        if alone:
            raise
        found.unread.append(f"{name}: {fault.strerror}")
        return
    if not data.strip() and path.name == LINES:
        return
    broken: list[ConfigurationError] = []
    try:
        values = read_documents(data, name, unread=broken)
    except ConfigurationError as fault:
        found.unread.append(str(fault))
        return
    found.unread += [str(fault) for fault in broken]
    documents = [each for value in values for each in (value if isinstance(value, list) else [value])]
    for at, document in enumerate(documents):
        several = len(documents) > 1 or path.suffix.lower() == ".jsonl"
        own = () if several else (_parts(relative or path.name),)
        _add(document, f"{name}[{at}]" if several else name, own, found)


def _add(value: Any, name: str, own: tuple[tuple[str, ...], ...], found: Documents) -> None:
    if not isinstance(value, Mapping):
        found.unread.append(f"{name} is no JSON object: give a summary (see `summarizer schema`)")
        return
    try:
        sections = read_sections(value, name)
    except ConfigurationError as fault:
        found.unread.append(str(fault))
        return
    if found.called == GOLD and (unread := _unread_value(sections, name, found)):
        found.unread.append(unread)
        return
    if found.called == GOLD and (nameless := list(_nameless(sections))):
        more = ", …" if len(nameless) > _NAMED else ""
        found.notes.append(
            f"{name}: no words to be found by, so that these count as missed: {', '.join(nameless[:_NAMED])}{more}"
        )
    called = names_of(value)
    strange = [str(key) for key in value if key not in _TOP and value[key] not in called]
    if strange:
        found.notes.append(f"{name}: not scored, as no section is called so: {', '.join(strange)}")
    source = value.get("source")
    sha256, path = (source.get("sha256"), source.get("path")) if isinstance(source, Mapping) else (None, None)
    states_path = isinstance(path, str) and bool(_parts(path)[-1])
    keys = tuple(key for key in dict.fromkeys([*map(_parts, called), *(() if states_path else own)]) if key[-1])
    found.read.append(
        Document(name, sha256 if isinstance(sha256, str) else None, keys, sections, own[0] if own else (), states_path)
    )


_FOUND_BY = ("text", "statement", "name")


def _nameless(sections: Mapping[str, list[Record]]) -> Iterator[str]:
    """The places of gold's records that lack the words by which their kind is told apart; deals have several."""
    for section, records in sections.items():
        for at, record in enumerate(records):
            field = next((field for field in _FOUND_BY if field in type(record).model_fields), None)
            if field is not None and not str(getattr(record, field) or "").strip():
                yield f"{section}.{field}" if NEWS.sections[section].single else f"{section}[{at}].{field}"


def _unread_value(sections: Mapping[str, list[Record]], name: str, found: Documents) -> str | None:
    """The fault of a price without an amount, which no output could have right. Other words are only noted: gold copies
    from the article what this program cannot read ("a quarter of it", "before Christmas")."""
    wordy = []
    for path, value in unreadable(sections):
        if isinstance(value, Money):
            return (
                f"{name}: {path}: no amount can be read from {value.text!r}: write it as in '$640 million', give "
                "`amount`, or leave the field away"
            )
        wordy.append(f"{name}: {path} {value.text!r}")
    found.wordy += wordy
    return None


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a path, the last without `.json` and without the ending of an article's file."""
    *folders, name = PurePosixPath(path.replace("\\", "/")).parts or ("",)
    for suffixes in (_SUFFIXES, tuple(article_suffixes())):
        for suffix in suffixes:
            if name.lower().endswith(suffix) and len(name) > len(suffix):
                name = name[: -len(suffix)]
                break
    return (*(part for part in folders if part not in ("/", ".", "..")), name)
