"""Results written for another program: from where to where, and what came of it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import ConfigurationError
from summarizer.exports.formats import Format
from summarizer.exports.formats.items import LAYOUT_VERSION, Item, Job
from summarizer.exports.formats.places import new_file, new_folder
from summarizer.records import SCHEMA_VERSION


def export(items: Iterable[Item], job: Job, form: Format, place: Path | None, *, force: bool = False) -> None:
    """Writes the results in a format to `place`, or to standard output where that is None.

    What is written appears when it is written to the end. `force`: also over something that no export wrote. Memory
    does not grow with the number of results. Raises `ConfigurationError` where it cannot be written, `OSError` where
    standard output cannot.
    """
    write = form.writer()
    with _without_collector():
        _export(job.counted(items), job, form, place, write, force=force)


@contextmanager
def _without_collector() -> Iterator[None]:
    """No search for cycles meanwhile: documents have none, and looking at them again and again takes half the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _export(
    counted: Iterable[Item], job: Job, form: Format, place: Path | None, write: Callable[..., None], *, force: bool
) -> None:
    if place is None:
        if form.writes != "stream":
            raise ConfigurationError(
                f"{form.name} is {'several files' if form.writes == 'folder' else 'a database'}, which cannot go to "
                "standard output: name a place with -o"
            )
        if form.binary and sys.stdout.isatty():
            raise ConfigurationError(f"{form.name} is not for a terminal: name a file with -o, or a pipe")
        write(counted, job, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        if form.writes == "folder":
            about = {
                "format": form.name,
                "records_of": job.records_of,
                "schema_version": SCHEMA_VERSION,
                "layout_version": LAYOUT_VERSION,
            }
            with new_folder(place, about, force=force) as folder:
                write(counted, job, folder)
            return
        with new_file(place, form.is_ours, force=force) as file:
            if form.writes == "file":
                write(counted, job, file)
            else:
                with file.open("wb", buffering=1 << 18) as stream:
                    write(counted, job, stream)
    except OSError as fault:
        raise ConfigurationError(f"cannot write {place}: {fault.strerror or fault}") from fault
