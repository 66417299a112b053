"""`summarizer mcp`: the tools for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.commands.asked import Asked, takes_asked
from summarizer.commands.opening import open_summarizer
from summarizer.options import (
    QuietOption,
)
from summarizer.reporting import FINE, reporting

PATIENCE = 30.0
"""Seconds that a service which is down is waited for where an assistant waits for an answer."""


@reporting
@takes_asked(model="offline")
def mcp(
    asked: Asked,
    root: Annotated[
        Path | None,
        typer.Option(
            "--root", help="The folder whose files may be read; none without it.", metavar="FOLDER", show_default=False
        ),
    ] = None,
    quiet: QuietOption = False,
) -> int:
    """Serve extract, verify and dossier as tools for an assistant.

    It speaks the Model Context Protocol on standard input and output, and ends with them. The offline rules answer
    where no model is named.
    """
    import asyncio

    from summarizer.mcp_server.root import Root
    from summarizer.mcp_server.server import serve
    from summarizer.mcp_server.tools import Tools

    files = None if root is None else Root(root)
    summarizer = open_summarizer(
        asked,
        quiet=quiet,
        patience=PATIENCE,
    )
    asyncio.run(serve(Tools(summarizer, files), files=files is not None))
    return FINE
