"""Label Studio: tasks with their spans as predictions, and the labeling configuration that shows them.

    tasks-0001.json …   at most `TASKS` tasks a file: an article's text, its spans with labels and verdicts, and which
                        of them belong to one record, in the JSON that Label Studio imports
    config.xml          the labels, for the project's settings

Offsets are code points, which is what Label Studio stores: its editor converts from and to what JavaScript counts
(`codePointsToChars` in web/libs/editor/src/utils/selection-tools of HumanSignal/label-studio).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from summarizer.exports.documents import dump_line
from summarizer.exports.formats.items import Item, Job
from summarizer.exports.formats.spans import EVIDENCE, Labelled, fits, labels_of, spans_of
from summarizer.tables.shapes import Struct
from summarizer.verdicts import Verdict

CONFIG = "config.xml"
TASKS = 1000
"""Tasks a file: a megabyte or ten. Label Studio refuses uploads of more than 250 MB."""
_COLOURS = ("#4c78a8", "#f58518", "#54a24b", "#b279a2", "#e45756", "#72b7b2", "#9d755d", "#bab0ac")
"""One a section, in turn."""

Json = dict[str, Any]


def write(items: Iterable[Item], job: Job, folder: Path) -> None:
    """Writes the files into `folder`. An article whose text is not to be had is skipped."""
    sections = job.sections
    used: dict[str, None] = dict.fromkeys(labels_of(sections))
    tasks = _tasks(items, job, sections, used)
    number = 0
    while (first := next(tasks, None)) is not None or number == 0:
        number += 1
        with (folder / f"tasks-{number:04}.json").open("wb") as file:
            file.write(b"[")
            several = islice(chain([] if first is None else [first], tasks), TASKS)
            for at, task in enumerate(several):
                file.write(b",\n" if at else b"\n")
                file.write(dump_line(task).encode())
            file.write(b"\n]\n")
    (folder / CONFIG).write_text(config(list(used)), encoding="utf-8")


def config(labels: list[str]) -> str:
    """The labeling configuration with these labels."""
    kinds = list(dict.fromkeys(label.partition(".")[0] for label in labels))
    lines = ["<View>", '  <Header value="$name"/>', '  <Labels name="label" toName="text">']
    for label in labels:
        colour = _COLOURS[kinds.index(label.partition(".")[0]) % len(_COLOURS)]
        lines.append(f"    <Label value={quoteattr(label)} background={quoteattr(colour)}/>")
    lines += ["  </Labels>", '  <Text name="text" value="$text"/>']
    lines.append('  <Choices name="verdict" toName="text" perRegion="true" choice="single">')
    lines += [f"    <Choice value={quoteattr(verdict.value)}/>" for verdict in Verdict]
    return "\n".join([*lines, "  </Choices>", "</View>"]) + "\n"


def _tasks(items: Iterable[Item], job: Job, sections: Mapping[str, Struct], used: dict[str, None]) -> Iterator[Json]:
    for item in items:
        text = item.text()
        spans = list(spans_of(item, sections))
        if text is None:
            job.skip(item, "its text is not to be had; name the folder of the articles with --articles")
        elif not fits(spans, text):
            job.skip(item, "its spans are not where they say in its text; summarize it again")
        else:
            used.update(dict.fromkeys(span.label for span in spans))
            yield task(item, text, spans)


def task(item: Item, text: str, spans: list[Labelled]) -> Json:
    """One article as a task."""
    source = item.document["source"]
    counts = item.document.get("verification") or {}
    sound = (counts.get("verified") or 0) + (counts.get("inferred") or 0)
    told = {name: source[name] for name in ("path", "title", "url", "published", "sha256") if source.get(name)}
    return {
        "data": {"text": text, "name": item.name, **told},
        "predictions": [
            {
                "model_version": item.document["provenance"]["model"],
                "score": round(sound / counts["records"], 4) if counts.get("records") else 0.0,
                "result": list(_results(spans)),
            }
        ],
    }


def _results(spans: list[Labelled]) -> Iterator[Json]:
    """The regions, each with the verdict of its record, and from a record's first sentence a relation to each of its
    fields."""
    heads: dict[str, str] = {}
    for number, span in enumerate(spans):
        region = f"span-{number}"
        place = {"start": span.start, "end": span.end, "text": span.text}
        about = {"id": region, "to_name": "text"}
        yield {**about, "from_name": "label", "type": "labels", "value": {**place, "labels": [span.label]}}
        if span.verdict is not None:
            choice = {**place, "choices": [span.verdict]}
            yield {**about, "from_name": "verdict", "type": "choices", "value": choice}
        if span.field == EVIDENCE:
            heads.setdefault(span.record, region)
        elif span.record in heads:
            yield {"type": "relation", "from_id": heads[span.record], "to_id": region, "direction": "right"}
