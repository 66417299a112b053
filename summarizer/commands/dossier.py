"""`summarizer dossier`: several articles about one event, side by side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.commands.asked import ModelAsked, takes_asked
from summarizer.options import QuietOption
from summarizer.reporting import FAULTY, FINE, reporting, say

if TYPE_CHECKING:
    from summarizer.dossier import Dossier
    from summarizer.dossier.asking import ModelProposer
    from summarizer.dossier.shelf import FileShelf


@reporting
@takes_asked(after="model")
def dossier(
    asked: ModelAsked,
    outputs: Annotated[
        list[Path],
        typer.Argument(
            help="The folder that `summarizer batch` wrote, or files of summaries in JSON Lines or JSON.", metavar="OUT"
        ),
    ],
    form: Annotated[
        Literal["md", "json"],
        typer.Option("--format", "-f", help="Markdown to read, or one JSON document (schemas/dossier.json)."),
    ] = "md",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The file to write, else standard output.", metavar="FILE", show_default=False
        ),
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles",
            help="The folder that the articles' paths start from, where it is not this one.",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            "-m",
            help="Also ask this model, provider/name, about articles whose names differ; the rules decide.",
            metavar="MODEL",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Also write over what no dossier wrote.")] = False,
    quiet: QuietOption = False,
) -> int:
    """Lay the summaries of one event side by side.

    Where the articles agree, contradict or complete one another, what one hardens that another only supposes, and which
    of them has its news from another. No model is asked unless one is named. Exit code 1 if a summary cannot be read.
    """
    from summarizer.batch.files import Whole, unwritten
    from summarizer.dossier import Dossier
    from summarizer.dossier.shelf import FileShelf
    from summarizer.errors import ConfigurationError
    from summarizer.exports.dossier import dossier_markdown

    if output is not None:
        _check(output, force=force)
    proposer = _proposer(model, asked)
    shelf = FileShelf(outputs, roots=(articles,) if articles is not None else ())
    made = Dossier.of_shelf(shelf, proposer=proposer)
    if output is not None:
        _keep_articles(output, shelf, made)
    if proposer is not None and not quiet:
        say(proposer.asked.told(sum(len(event.joined) for event in made.events)))
    for unread in shelf.unread:
        say(unread)
    if not made.articles:
        named = ", ".join(map(str, outputs))
        raise ConfigurationError(f"no summaries in {named}: name the output of `summarizer batch`")
    missing = sum(not article.whole for article in made.articles)
    if missing and not quiet:
        say(
            f"{missing:,} of {len(made.articles):,} articles are not at their paths, or have changed: of them only the "
            "sentences that their summaries cite are read (see --articles)"
        )
    text = dossier_markdown(made.data) if form == "md" else made.to_json() + "\n"
    if output is None:
        sys.stdout.write(text)
    else:
        try:
            with Whole(output) as file:
                file.write(text.encode("utf-8"))
        except OSError as fault:
            raise ConfigurationError(unwritten(fault, output)) from fault
    return FAULTY if shelf.unread else FINE


def _proposer(model: str | None, asked: ModelAsked) -> ModelProposer | None:
    from summarizer.errors import ConfigurationError

    if model is None:
        if names := asked.given():
            are = "is" if len(names) == 1 else "are"
            raise ConfigurationError(f"{' and '.join(names)} {are} for a model: name one with --model")
        return None
    from summarizer.commands.opening import chat_options
    from summarizer.dossier.asking import ModelProposer

    return ModelProposer(model, base_url=asked.base_url, prompts=asked.prompts, options=chat_options(asked))


def _keep_articles(output: Path, shelf: FileShelf, made: Dossier) -> None:
    """Raises `ConfigurationError` where the file to write is an article or a file of summaries, whatever is forced."""
    from summarizer.errors import ConfigurationError

    if not output.exists():
        return
    places = [*shelf.files, *shelf.articles(article.path for article in made.articles if article.path)]
    if any(place.exists() and output.samefile(place) for place in places):
        raise ConfigurationError(f"{output} is one of the articles or summaries themselves: name another file with -o")


def _check(output: Path, *, force: bool) -> None:
    """Raises `ConfigurationError` where something stands at `output` that is no dossier and holds anything."""
    from summarizer.errors import ConfigurationError
    from summarizer.exports.dossier import is_dossier

    if output.is_dir():
        raise ConfigurationError(f"{output} is a folder: name a file with -o")
    if output.exists() and not force:
        try:
            ours = is_dossier(output) or (output.is_file() and not output.stat().st_size)
        except OSError as fault:
            raise ConfigurationError(
                f"cannot read {output}, to see whether it is a dossier: {fault.strerror}"
            ) from fault
        if not ours:
            raise ConfigurationError(
                f"{output} is there, and is no dossier: name another file with -o, or write over it with --force"
            )
