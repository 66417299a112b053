"""The results of a run or a file, written in a format for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.batch.database import NAME
from summarizer.batch.output import FAILURES, SUMMARIES
from summarizer.batch.results import Results
from summarizer.errors import ConfigurationError
from summarizer.exports.export import export
from summarizer.exports.formats import Format
from summarizer.exports.formats.items import Item, Job, Selection
from summarizer.exports.formats.texts import Texts
from summarizer.schema import Schema

EXPORTS = "exports"
"""The folder in OUT for exports whose place is not named."""


@dataclass(frozen=True)
class Exported:
    """What came of an export."""

    job: Job
    unread: list[str]
    place: Path | None
    """None for standard output."""


def export_results(
    source: str,
    form: Format,
    output: str | None,
    *,
    selection: Selection,
    schema: Schema | None = None,
    articles: Path | None = None,
    bom: bool = False,
    formulas: bool = False,
    force: bool = False,
) -> Exported:
    """Writes the results in `source` (the folder of a run, a file, or `-`) to `output`, or a place beside `source`.

    `articles`: where the articles' files are, if they are not where they were. Raises `ConfigurationError` where
    nothing can be read or written, or the selection names no section.
    """
    form.writer()  # what is missing is said before anything is read
    place = _place(source, form, output)
    with Results(source, schema) as results:
        job = Job(results.cls, formulas=formulas, bom=bom)
        sections = job.sections
        if strange := sorted(selection.sections - sections.keys()):
            raise ConfigurationError(f"there is no section {', '.join(strange)}: there are {', '.join(sections)}")
        if articles is not None and not articles.exists():
            raise ConfigurationError(f"{articles} is not there: name the folder that the articles are in")
        texts = Texts([*([articles] if articles else []), *results.folders])

        def items() -> Iterator[Item]:
            for document, size in results.documents():
                yield Item(selection.of(document, sections), size, texts.find)

        export(items(), job, form, place, force=force)
    return Exported(job, results.unread, place)


def _place(source: str, form: Format, output: str | None) -> Path | None:
    """Where to write; None for standard output."""
    if output == "-" or (output is None and source == "-" and form.writes == "stream"):
        return None
    if output is None:
        if source == "-":
            raise ConfigurationError("name a place to write with -o")
        path = Path(source)
        return (path if path.is_dir() else path.parent) / EXPORTS / form.place
    place = Path(output)
    if source == "-":
        return place
    folder = Path(source)
    own = [folder] if folder.is_file() else [folder, *(folder / name for name in (NAME, SUMMARIES, FAILURES))]
    if any(place.exists() and each.exists() and place.samefile(each) for each in own):
        raise ConfigurationError(f"{place} is what is exported: name another place with -o")
    return place
