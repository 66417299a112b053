"""`summarizer mcp` as an assistant starts it: a process that is spoken to over its standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.loopback import Chat, Reply

pytestmark = pytest.mark.skipif(find_spec("mcp") is None, reason="the extra `mcp` is not installed")

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
INITIALIZED = {"jsonrpc": "2.0", "method": "notifications/initialized"}


def calls(number: int, tool: str, **arguments: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("OTEL_", "OPENAI_"))}


def spoken(*lines: Any, options: tuple[str, ...] = ()) -> tuple[list[dict[str, Any]], str, int]:
    """What the server says to these lines, until the last one is answered, what is on standard error, and its exit
    code."""
    with subprocess.Popen(
        [sys.executable, "-m", "summarizer", "mcp", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        said: list[dict[str, Any]] = []
        for line in lines:
            server.stdin.write((line if isinstance(line, str) else json.dumps(line)) + "\n")
        server.stdin.flush()
        while lines and (not said or said[-1].get("id") != lines[-1]["id"]):
            said.append(json.loads(server.stdout.readline()))
        server.stdin.close()
        said += [json.loads(line) for line in server.stdout]
        return said, server.stderr.read(), server.wait(60)


def test_the_sdks_client_speaks_to_the_command(folder: Path, article: str) -> None:
    from mcp.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    async def once() -> tuple[Any, Any, Any]:
        arguments = ["-m", "summarizer", "mcp", "--root", str(folder)]
        started = StdioServerParameters(command=sys.executable, args=arguments, env=environment())
        async with Client(stdio_client(started)) as client:
            tools = await client.list_tools()
            extracted = await client.call_tool("extract", {"path": "deal.txt"})
            verified = await client.call_tool("verify", {"text": article, "statements": ["Ilse Corran said no."]})
            return tools, extracted, verified

    tools, extracted, verified = asyncio.run(once())
    assert [tool.name for tool in tools.tools] == ["extract", "verify", "dossier"]
    assert extracted.structured_content["deals"][0]["value"]["amount"] == 340_000_000
    assert verified.structured_content["verification"]["records"] == 1


def test_nothing_but_the_protocol_is_on_standard_output(article: str) -> None:
    said, errors, code = spoken(INITIALIZE, INITIALIZED, calls(2, "extract", text=article))
    assert [one["id"] for one in said] == [1, 2]
    assert all(one["jsonrpc"] == "2.0" for one in said)
    assert said[0]["result"]["serverInfo"]["name"] == "summarizer"
    assert said[1]["result"]["structuredContent"]["deals"]
    assert (errors, code) == ("", 0)


def test_what_is_no_message_does_not_end_the_server(article: str) -> None:
    said, _, code = spoken(
        INITIALIZE, INITIALIZED, "{", "\x00", "[1, 2]", calls(5, "verify", text=article, statements=["No."])
    )
    assert said[-1]["id"] == 5
    assert "result" in said[-1]
    assert code == 0


def test_a_large_text_is_taken(article: str) -> None:
    large = article + "\n\n".join(f"Orrin Steel opened yard {number} in Port Halder." for number in range(3000))
    said, _, code = spoken(
        INITIALIZE, INITIALIZED, calls(2, "verify", text=large, statements=["Orrin Steel opened yard 7."])
    )
    assert said[-1]["result"]["structuredContent"]["records"][0]["path"] == "statements[0]"
    assert code == 0


def test_a_folder_that_is_not_there_is_bad_usage(tmp_path: Path) -> None:
    said, errors, code = spoken(options=("--root", str(tmp_path / "gone")))
    assert (said, code) == ([], 2)
    assert "--root" in errors


def test_the_command_takes_a_route(article: str) -> None:
    with Chat(lambda _: Reply({"error": {"message": "no such model"}}, 404)) as service:
        options = ("--model", "openai/gpt-5-mini", "--base-url", service.base_url, "--fallback", "offline")
        said, errors, code = spoken(INITIALIZE, INITIALIZED, calls(2, "extract", text=article), options=options)
    provenance = said[-1]["result"]["structuredContent"]["provenance"]
    assert (provenance["model"], code) == ("offline", 0)
    assert [one["outcome"] for one in provenance["attempts"]] == ["failed", "kept"]
    assert "no such model" in errors


def test_without_the_sdk_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer import Summarizer
    from summarizer.errors import ConfigurationError
    from summarizer.mcp_server import server
    from summarizer.mcp_server.tools import Tools

    monkeypatch.setattr(server, "find_spec", lambda _: None)

    async def once() -> None:
        server.make_server(Tools(Summarizer("offline"), None), files=False)

    with pytest.raises(ConfigurationError, match=r"pip install '\.\[mcp\]'"):
        asyncio.run(once())


def test_half_of_a_pair_of_surrogates_is_read_as_a_character_that_is_none(article: str) -> None:
    asked = calls(2, "verify", text=f"{article}\ud83d", statements=["Ilse Corran \udcff waits."])
    said, errors, _ = spoken(INITIALIZE, INITIALIZED, asked)
    assert said[-1]["result"]["structuredContent"]["verification"]["records"] == 1
    assert errors == ""


def test_a_name_of_a_file_that_is_no_utf_8_is_answered(folder: Path) -> None:
    said, _, _ = spoken(INITIALIZE, INITIALIZED, calls(2, "extract", path="\udcff"), options=("--root", str(folder)))
    assert said[-1]["result"]["isError"]
    assert "is not there" in said[-1]["result"]["content"][0]["text"]
