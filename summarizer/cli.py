"""The command line: which commands there are. Each is in a module of `summarizer.commands`.

Whatever is heavy is imported inside the command that needs it, so that `--help` and shell completion are quick.
Results go to standard output, everything else to standard error.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from summarizer.commands.batch import batch
from summarizer.commands.batches import batches
from summarizer.commands.dossier import dossier
from summarizer.commands.evaluate import evaluate
from summarizer.commands.export import export
from summarizer.commands.extract import extract
from summarizer.commands.log import log
from summarizer.commands.mcp import mcp
from summarizer.commands.merge import merge
from summarizer.commands.reference import models, print_schema
from summarizer.commands.report import report
from summarizer.commands.usage import usage
from summarizer.commands.verify import verify
from summarizer.input_faults import plain_fault
from summarizer.reporting import FINE


class Commands(TyperGroup):
    """The commands; what is wrong with an option of theirs is said in plain words."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that is named."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as fault:
            fault.message = plain_fault(fault.message)
            raise


app = typer.Typer(
    cls=Commands,
    name="summarizer",
    help="Business-news articles as records that can be trusted.",
    epilog="Exit codes: 0 all well; 1 something is wrong in the articles or records; 2 bad usage or configuration; "
    "130 interrupted.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The entry point of the command `summarizer`."""
    app(prog_name="summarizer")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.machinery import EXTENSION_SUFFIXES
        from importlib.metadata import PackageNotFoundError, version

        from summarizer import text

        compiled = str(text.__file__).endswith(tuple(EXTENSION_SUFFIXES))  # docs/compiled.md
        try:
            print(f"summarizer {version('summarizer')}{' (compiled)' if compiled else ''}")
        except PackageNotFoundError:
            print("summarizer, not installed")
        raise typer.Exit(FINE)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    pass


app.command()(extract)
app.command()(batch)
app.command()(batches)
app.command()(merge)
app.command()(usage)
app.command()(log)
app.command()(export)
app.command()(report)
app.command()(dossier)
app.command()(verify)
app.command("eval")(evaluate)
app.command("schema")(print_schema)
app.command()(models)
app.command()(mcp)
