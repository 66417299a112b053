"""The SDK's own client, beside a server in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import Summarizer
from summarizer.mcp_server.root import Root
from summarizer.mcp_server.tools import Tools

ARTICLE = """Brackwell Marine buys Ostrava Rail

Brackwell Marine Ltd. agreed to buy Ostrava Rail for $340 million, the companies said on Tuesday.

"We have waited for this for years," said Ilse Corran, the chief executive of Brackwell Marine.
"""


@pytest.fixture
def article() -> str:
    return ARTICLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that may be read, with an article in it and a secret beside it."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "deal.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The secret of Tarnwick Power is $5 million.", encoding="utf-8")
    return folder


@pytest.fixture
def with_client() -> Callable[..., Any]:
    """Runs a coroutine function with the SDK's client of a server in this process: `with_client(work, folder)`."""
    pytest.importorskip("mcp", reason="the extra `mcp` is not installed")
    from mcp.client import Client

    from summarizer.mcp_server.server import make_server

    def run(work: Callable[[Any], Awaitable[Any]], root: Path | None = None, model: Any = "offline") -> Any:
        async def once() -> Any:
            tools = Tools(Summarizer(model), None if root is None else Root(root))
            try:
                async with Client(make_server(tools, files=root is not None)) as client:
                    return await work(client)
            finally:
                await tools.close()

        return asyncio.run(once())

    return run


@pytest.fixture
def call(with_client: Callable[..., Any]) -> Callable[..., Any]:
    """Calls one tool: `call("extract", {"text": …}, folder)`."""

    def make(tool: str, arguments: dict[str, Any], root: Path | None = None, model: Any = "offline") -> Any:
        return with_client(lambda client: client.call_tool(tool, arguments), root, model)

    return make
