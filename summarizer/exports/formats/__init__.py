"""Results written for other programs: one module a format, and the list of them here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

__all__ = ["FORMATS", "Format", "FormatName"]

FormatName = Literal["jsonl", "csv", "parquet", "arrow", "sqlite", "annotations", "label-studio", "spacy"]


@dataclass(frozen=True)
class Format:
    """A format: what it is called, what it writes, and who writes it."""

    name: FormatName
    place: str
    """The file or folder that it writes where no other is named."""
    writes: Literal["stream", "file", "folder"]
    """One file from its beginning to its end, as a pipe takes it; one file that must be on a disk; several files."""
    module: str
    """The module of this package with its `write(items, job, target)`: the target is a binary stream, or a path."""
    write_name: str = "write"
    binary: bool = False
    library: str | None = None
    """What it needs that comes with an extra."""
    extra: str | None = None
    needs_text: bool = False
    """Whether an article without its text cannot be written."""

    def writer(self) -> Callable[..., None]:
        """The function that writes it. Raises `ConfigurationError` where its library is missing."""
        if self.library is not None:
            from summarizer.tables.frames import needed

            needed(self.library, self.extra)
        writer: Callable[..., None] = getattr(import_module(f"{__name__}.{self.module}"), self.write_name)
        return writer

    def is_ours(self, path: Any) -> bool:
        """Whether the file or folder at `path` was written by this format, so that it may be written over."""
        found: bool = import_module(f"{__name__}.{self.module}").is_ours(path)
        return found


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("jsonl", "summaries.jsonl", "stream", "jsonl"),
        Format("csv", "csv", "folder", "csv_tables"),
        Format(
            "parquet",
            "summaries.parquet",
            "stream",
            "arrow",
            write_name="write_parquet",
            binary=True,
            library="pyarrow",
            extra="parquet",
        ),
        Format(
            "arrow",
            "summaries.arrow",
            "stream",
            "arrow",
            write_name="write_arrow",
            binary=True,
            library="pyarrow",
            extra="parquet",
        ),
        Format("sqlite", "summaries.sqlite", "file", "sqlite", binary=True),
        Format("annotations", "annotations.jsonl", "stream", "web_annotations"),
        Format("label-studio", "label-studio", "folder", "label_studio", needs_text=True),
        Format("spacy", "spacy", "folder", "spacy_docs", library="spacy", extra="spacy", needs_text=True),
    )
}
