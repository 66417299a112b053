"""`summarizer eval`: an output against gold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.options import QuietOption
from summarizer.reporting import FAULTY, FINE, reporting, say


@reporting
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(help="What is right: a folder of JSON files, a JSON or JSON Lines file.", metavar="GOLD"),
    ],
    output: Annotated[
        Path,
        typer.Argument(help="What is scored: the output of `summarizer batch`, or as GOLD.", metavar="OUT"),
    ],
    form: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", help="Tables to read, or JSON with the figures of every article."),
    ] = "text",
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            help="Exit with 1 where the F1 of all records is below this.",
            min=0.0,
            max=1.0,
            metavar="F1",
            show_default=False,
        ),
    ] = None,
    show: Annotated[
        int,
        typer.Option(
            "--show", help="Name so many missed, spurious and different records of each kind.", min=0, metavar="N"
        ),
    ] = 0,
    quiet: QuietOption = False,
) -> int:
    """Score an output against gold, by record and field.

    Precision, recall and F1. Exit code 1 if a file cannot be read, or the F1 of all records is below --fail-under.
    """
    from summarizer.evaluation import evaluate as score
    from summarizer.exports.documents import dump
    from summarizer.exports.evaluation import evaluation_text

    evaluation = score(gold, output)
    for unread in evaluation.unread:
        say(unread)
    sys.stdout.write(dump(evaluation.document()) + "\n" if form == "json" else evaluation_text(evaluation, show))
    low = fail_under is not None and evaluation.f1 < fail_under
    if low and not quiet:
        say(f"the F1 of all records is {evaluation.f1:.4f}, below {fail_under}")
    return FAULTY if low or evaluation.unread else FINE
